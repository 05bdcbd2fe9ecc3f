"""Being blocked or shown out: what was remembered of the chat is forgotten at once."""

from __future__ import annotations

from telegram import ChatMemberUpdated
from telegram.constants import ChatMemberStatus

from bot.handlers.desk import Desk

_OUTSIDE = (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)


async def forget_when_shut_out(desk: Desk, change: ChatMemberUpdated) -> None:
    """Forget the chat when the bot is no longer in it."""
    if change.new_chat_member.status in _OUTSIDE:
        await desk.memory.forget_chat(change.chat.id)
