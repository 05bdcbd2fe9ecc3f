"""The one place where what no handler expected ends: logged without anyone's words, and answered politely."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import secrets

from telegram import Update
from telegram.error import TelegramError

from bot.handlers.desk import Desk
from bot.handlers.failures import is_shut_out
from bot.handlers.incoming import incoming, press
from bot.handlers.memory import Place

log = logging.getLogger(__name__)

#: Drawn anew in each process, so that the numbers in a log lead back to nobody.
_SALT = secrets.token_bytes(16)


async def apologise(desk: Desk, update: object, error: BaseException | None) -> None:
    """Log what happened and tell the person; in this order:

    1. the bot was shut out of the chat: forget the chat, there is nobody to tell;
    2. a message was not answered: say sorry in its chat;
    3. a button was pressed, or it is no one's doing: the log is all.
    """
    place = _place(update)
    if place and is_shut_out(error):
        log.info("A chat is closed to the bot and was forgotten: %s", _described(place))
        await desk.memory.forget_chat(place.chat)
        return
    log_failure(error, place)
    message = update.effective_message if isinstance(update, Update) and not update.callback_query else None
    if message is not None and message.from_user is not None:
        with contextlib.suppress(TelegramError):
            await desk.tell(incoming(message), desk.replies.failed)


def log_failure(error: BaseException | None, place: Place | None) -> None:
    """Log the class and the place of the error, and whose message it was only as a pseudonym."""
    log.error("An update was not answered: %s", _described(place), exc_info=error)


def _place(update: object) -> Place | None:
    if not isinstance(update, Update):
        return None
    if update.callback_query:
        return press(update.callback_query).place
    message = update.effective_message
    return incoming(message).place if message and message.from_user else None


def _described(place: Place | None) -> str:
    return f"chat {_pseudonym(place.chat)}, user {_pseudonym(place.user)}" if place else "no chat"


def _pseudonym(number: int) -> str:
    return hashlib.blake2b(str(number).encode(), key=_SALT, digest_size=4).hexdigest()
