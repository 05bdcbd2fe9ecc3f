"""What to do after a call to Telegram failed: decided here as a value, carried out by the courier.

Too many requests (429) seldom reach this point: the rate limiter waits as long as Telegram says and tries
again.
"""

from __future__ import annotations

from enum import Enum

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
    TimedOut,
)


class Remedy(Enum):
    """What follows a failure."""

    AGAIN = "make the same call once more"
    MOVED = "make it in the supergroup that the group became"
    SETTLED = "nothing, as what was wanted is so already or can no longer be"
    GONE = "a new message, as the one meant is gone"
    RAISE = "tell the error handler"


_SETTLED = ("message is not modified", "query is too old", "query id is invalid")
_GONE = (
    "message to edit not found",
    "message can't be edited",
    "message to delete not found",
    "message can't be deleted",
    "message_id_invalid",
)
_GONE_TOPICS = ("message thread not found", "topic_closed", "topic_deleted")
_UNKNOWN_CHAT = "chat not found"


def remedy(error: TelegramError, *, is_repeatable: bool) -> Remedy:
    """What to do after the error; a call is repeatable when making it twice shows nothing twice.

    A message is sent again after a broken connection, at the price of perhaps appearing twice, since silence
    is worse; but not after a time-out, when it has almost always arrived.
    """
    if isinstance(error, ChatMigrated):
        return Remedy.MOVED
    if isinstance(error, BadRequest):
        return _after_refusal(error.message.lower())
    if isinstance(error, TimedOut):
        return Remedy.AGAIN if is_repeatable else Remedy.RAISE
    is_passing = isinstance(error, NetworkError) and not isinstance(error, (InvalidToken, Forbidden))
    return Remedy.AGAIN if is_passing else Remedy.RAISE


def _after_refusal(reason: str) -> Remedy:
    if any(known in reason for known in _SETTLED):
        return Remedy.SETTLED
    return Remedy.GONE if any(known in reason for known in _GONE) else Remedy.RAISE


def is_topic_gone(error: BaseException) -> bool:
    """Whether nothing can be written in the topic any more: it was closed or deleted."""
    return isinstance(error, BadRequest) and any(known in error.message.lower() for known in _GONE_TOPICS)


def is_shut_out(error: BaseException | None) -> bool:
    """Whether the bot can no longer write in the chat: blocked, thrown out, or the chat is gone."""
    if isinstance(error, Forbidden):
        return True
    return isinstance(error, BadRequest) and _UNKNOWN_CHAT in error.message.lower()
