"""The least that a bot can be: it says what it hears. `python -m tests.benchmarks.echo ADDRESS TOKEN`."""

from __future__ import annotations

import logging
import sys

from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Say it back."""
    assert update.message is not None
    assert update.message.text is not None
    await update.message.reply_text(update.message.text)


def main(address: str, token: str) -> None:
    """Echo until stopped."""
    logging.basicConfig(level=logging.WARNING)
    application = ApplicationBuilder().token(token).base_url(address).concurrent_updates(True).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:])
