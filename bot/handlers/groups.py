"""Groups: the bot is silent unless its name is called."""

from __future__ import annotations

import re

from telegram import Message
from telegram.ext import filters

from bot.handlers.desk import Desk
from bot.handlers.incoming import Incoming
from bot.handlers.private import correct_answer


class _CallsTheBot(filters.MessageFilter):
    """Messages that mention the bot by its name."""

    def filter(self, message: Message) -> bool:
        name = f"@{message.get_bot().username}".lower()
        return any(text.lower() == name for text in message.parse_entities(["mention"]).values())


CALLS_THE_BOT = _CallsTheBot()


async def answer_when_called(desk: Desk, asked: Incoming) -> None:
    """Answer what is said beside the bot's name, or say what can be asked when that is nothing."""
    question = without_mentions(asked.text)
    if question:
        await correct_answer(desk, asked.with_text(question))
    else:
        await desk.greet(asked.place, await desk.language(asked), asked.reply_to)


def without_mentions(text: str) -> str:
    """The text without the names that it calls."""
    return re.sub(r"(?<!\w)@\w{5,32}", " ", text).strip()
