"""Where the bot stands in a chat: shown out, what was kept is forgotten; the chat moved, it moves along."""

from __future__ import annotations

from telegram import ChatMemberUpdated, Message
from telegram.constants import ChatMemberStatus

from bot.handlers.desk import Desk

_OUTSIDE = (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)


async def forget_when_shut_out(desk: Desk, change: ChatMemberUpdated) -> None:
    """Forget the chat when the bot is no longer in it."""
    if change.new_chat_member.status in _OUTSIDE:
        await desk.store.forget_chat(change.chat.id)


async def move_along(desk: Desk, message: Message) -> None:
    """Keep everything about a group that became a supergroup under the supergroup's number, whichever of the two tells
    it first."""
    if message.migrate_to_chat_id:
        await desk.store.move_chat(message.chat_id, message.migrate_to_chat_id)
    elif message.migrate_from_chat_id:
        await desk.store.move_chat(message.migrate_from_chat_id, message.chat_id)
