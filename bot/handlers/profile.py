"""What people see before they write: the menu of commands and the descriptions, in each language.

English is what Telegram shows to everyone whose language has nothing of its own.
"""

from __future__ import annotations

from telegram import Bot, BotCommand

from bot.handlers.replies import Replies, filled
from bot.knowledge.model import Header, Language

#: Telegram's limits in characters.
LONGEST_DESCRIPTION, LONGEST_SHORT = 512, 120

_PLACES: tuple[tuple[Language, str | None], ...] = (("en", None), ("ko", "ko"))


async def publish(bot: Bot, replies: Replies, release: Header) -> int:
    """Set the commands and descriptions that differ from what Telegram has, and return how many did."""
    changed = 0
    for language, code in _PLACES:
        wanted = [BotCommand(name, text.in_language(language)) for name, text in replies.commands.items()]
        if list(await bot.get_my_commands(language_code=code)) != wanted:
            changed += await bot.set_my_commands(wanted, language_code=code)
        long = filled(replies.description.in_language(language), language, release)[:LONGEST_DESCRIPTION]
        if (await bot.get_my_description(code)).description != long:
            changed += await bot.set_my_description(long, code)
        short = filled(replies.short_description.in_language(language), language, release)[:LONGEST_SHORT]
        if (await bot.get_my_short_description(code)).short_description != short:
            changed += await bot.set_my_short_description(short, code)
    return changed
