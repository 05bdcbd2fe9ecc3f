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
from bot.storage.values import Place

log = logging.getLogger(__name__)

#: Drawn anew in each process, so that the numbers in a log lead back to nobody.
_SALT = secrets.token_bytes(16)


async def apologise(desk: Desk, update: object, error: BaseException | None) -> None:
    """Settle the error, and tell the person whose message was not answered; presses have their own notice."""
    is_told = await settle(desk, error, _place(update))
    message = update.effective_message if isinstance(update, Update) and not update.callback_query else None
    if is_told and message is not None and message.from_user is not None:
        with contextlib.suppress(TelegramError):
            await desk.tell(incoming(message), desk.replies.failed)


async def settle(desk: Desk, error: BaseException | None, place: Place | None) -> bool:
    """Whether somebody is still there to be told of the error.

    If not, the chat is forgotten. If so, the class and the place of the error are logged, and only as a
    pseudonym whose message it was.
    """
    if place is not None and is_shut_out(error):
        log.info("A chat is closed to the bot and was forgotten: %s", _described(place))
        await desk.forget_chat(place.chat)
        return False
    desk.metrics.failed("handlers", type(error).__name__)
    log.error("An update was not answered: %s", _described(place), exc_info=error)
    return True


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
