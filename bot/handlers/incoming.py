"""Telegram's updates unpacked once, at the edge, into the little that the handlers need."""

from __future__ import annotations

from dataclasses import dataclass, replace

from telegram import CallbackQuery, Message, User
from telegram.constants import ChatType

from bot.handlers.memory import Place
from bot.knowledge.model import Language


@dataclass(frozen=True, slots=True)
class Incoming:
    """A person's message: whose it is, its number, its text, and the language of the person's Telegram."""

    place: Place
    message: int
    text: str
    language: Language
    is_private: bool

    @property
    def reply_to(self) -> int | None:
        """The message that an answer is tied to; in private none, as there it follows anyway."""
        return None if self.is_private else self.message

    def with_text(self, text: str) -> Incoming:
        """The same message saying something else."""
        return replace(self, text=text)


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button: who pressed it, under which message, and its data."""

    id: str
    data: str
    language: Language
    place: Place | None
    message: int | None


def incoming(message: Message) -> Incoming:
    """The message unpacked; it must be from a person."""
    assert message.from_user is not None
    thread = message.message_thread_id if message.is_topic_message else None
    return Incoming(
        place=Place(message.chat_id, message.from_user.id, thread),
        message=message.message_id,
        text=message.text or "",
        language=language_of(message.from_user),
        is_private=message.chat.type == ChatType.PRIVATE,
    )


def press(query: CallbackQuery) -> Press:
    """The press unpacked; it has no place when the message is in a chat that the bot is not in."""
    under = query.message
    thread = under.message_thread_id if isinstance(under, Message) and under.is_topic_message else None
    return Press(
        id=query.id,
        data=query.data or "",
        language=language_of(query.from_user),
        place=Place(under.chat.id, query.from_user.id, thread) if under else None,
        message=under.message_id if under else None,
    )


def language_of(user: User | None) -> Language:
    """The language of the person's Telegram as far as the bot speaks it; Korean when it is not told."""
    code = (user.language_code if user else None) or "ko"
    return "ko" if code.startswith("ko") else "en"
