"""What people see before they write: the menu of commands and the descriptions, in each language.

English is what Telegram shows to everyone whose language has nothing of its own.
"""

from __future__ import annotations

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)

from bot.handlers.replies import Audience, Replies, filled
from bot.knowledge.model import Header, Language

#: Telegram's limits in characters.
LONGEST_DESCRIPTION, LONGEST_SHORT = 512, 120

_LANGUAGES: tuple[tuple[Language, str | None], ...] = (("en", None), ("ko", "ko"))
_SCOPES: tuple[tuple[Audience, BotCommandScope], ...] = (
    ("private", BotCommandScopeAllPrivateChats()),
    ("groups", BotCommandScopeAllGroupChats()),
    ("admins", BotCommandScopeAllChatAdministrators()),
)


async def publish(bot: Bot, replies: Replies, release: Header) -> int:
    """Set the commands and descriptions that differ from what Telegram has, and return how many did."""
    changed = 0
    for language, code in _LANGUAGES:
        for audience, scope in _SCOPES:
            changed += await _publish_commands(bot, replies, audience, scope, language, code)
        long = filled(replies.description.in_language(language), language, release)[:LONGEST_DESCRIPTION]
        if (await bot.get_my_description(code)).description != long:
            changed += await bot.set_my_description(long, code)
        short = filled(replies.short_description.in_language(language), language, release)[:LONGEST_SHORT]
        if (await bot.get_my_short_description(code)).short_description != short:
            changed += await bot.set_my_short_description(short, code)
    return changed


async def _publish_commands(
    bot: Bot, replies: Replies, audience: Audience, scope: BotCommandScope, language: Language, code: str | None
) -> bool:
    """Whether the menu of that audience and language had to be set."""
    shown = (pair for pair in replies.commands.items() if audience in pair[1].audience)
    wanted = [BotCommand(name, text.in_language(language)) for name, text in shown]
    if list(await bot.get_my_commands(scope, code)) == wanted:
        return False
    return await bot.set_my_commands(wanted, scope, code)
