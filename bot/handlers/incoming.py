"""Telegram's updates unpacked once, at the edge, into the little that the handlers need."""

from __future__ import annotations

from dataclasses import dataclass, replace

from telegram import CallbackQuery, InlineQuery, Message, User
from telegram.constants import ChatType

from bot.knowledge.model import Language
from bot.storage.values import Place


@dataclass(frozen=True, slots=True)
class Replied:
    """The message that somebody replied to: its number, its words, and whether it is the bot's own."""

    message: int
    text: str
    is_ours: bool


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message: whose it is, its number, its words, and the language of the person's Telegram.

    `address` is the web address of the chat's messages up to their number, where they have any; `is_from_chat` where
    an administrator of a group writes in the group's own name.
    """

    place: Place
    message: int
    text: str
    language: Language
    is_private: bool
    is_forwarded: bool = False
    is_from_chat: bool = False
    replied: Replied | None = None
    address: str | None = None

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
    user: int
    language: Language
    place: Place | None
    message: int | None
    is_private: bool


@dataclass(frozen=True, slots=True)
class Typed:
    """Words typed after the bot's name in any chat, while they are being typed."""

    id: str
    text: str
    user: int
    language: Language


@dataclass(frozen=True, slots=True)
class Called:
    """A message that calls the bot into a chat that it is not in."""

    id: str
    text: str
    user: int
    language: Language
    replied: Replied | None


def incoming(message: Message) -> Incoming:
    """The message unpacked; it must have a sender."""
    assert message.from_user is not None
    thread = message.message_thread_id if message.is_topic_message else None
    is_from_chat = message.sender_chat is not None and message.sender_chat.id == message.chat_id
    # All who write in the name of a group share one account, in every group.
    writer = message.chat_id if is_from_chat else message.from_user.id
    return Incoming(
        place=Place(message.chat_id, writer, thread),
        message=message.message_id,
        text=_words(message),
        language=language_of(message.from_user),
        is_private=message.chat.type == ChatType.PRIVATE,
        is_forwarded=message.forward_origin is not None,
        is_from_chat=is_from_chat,
        replied=_replied(message),
        address=_address(message, thread),
    )


def press(query: CallbackQuery) -> Press:
    """The press unpacked; it has no place when the message is in a chat that the bot is not in."""
    under = query.message
    thread = under.message_thread_id if isinstance(under, Message) and under.is_topic_message else None
    return Press(
        id=query.id,
        data=query.data or "",
        user=query.from_user.id,
        language=language_of(query.from_user),
        place=Place(under.chat.id, query.from_user.id, thread) if under else None,
        message=under.message_id if under else None,
        is_private=under is not None and under.chat.type == ChatType.PRIVATE,
    )


def typed(query: InlineQuery) -> Typed:
    """The inline query unpacked."""
    return Typed(query.id, query.query.strip(), query.from_user.id, language_of(query.from_user))


def called(message: Message) -> Called:
    """The guest message unpacked; it must have a sender and a query to answer."""
    assert message.from_user is not None
    assert message.guest_query_id is not None
    user = message.from_user
    return Called(message.guest_query_id, _words(message), user.id, language_of(user), _replied(message))


def language_of(user: User | None) -> Language:
    """The language of the person's Telegram as far as the bot speaks it; Korean when it is not told."""
    code = (user.language_code if user else None) or "ko"
    return "ko" if code.startswith("ko") else "en"


def _words(message: Message) -> str:
    """The text, or the caption of a picture or file."""
    return message.text or message.caption or ""


def _replied(message: Message) -> Replied | None:
    """What the message replies to, its quoted part first; nothing for the message that opens a forum topic."""
    to = message.reply_to_message
    if to is None or to.forum_topic_created is not None:
        return None
    quoted = message.quote.text if message.quote else ""
    is_ours = to.from_user is not None and to.from_user.id == message.get_bot().id
    return Replied(to.message_id, quoted or _words(to), is_ours)


def _address(message: Message, thread: int | None) -> str | None:
    """What the web addresses of the chat's messages begin with; None for chats whose messages have none."""
    if message.chat.type != ChatType.SUPERGROUP:
        return None
    name = message.chat.username or f"c/{str(message.chat_id).removeprefix('-100')}"
    return f"https://t.me/{name}/" + (f"{thread}/" if thread else "")
