"""Brings pages, pictures and cards into chats and edits what is there, whatever the line or the chat does meanwhile."""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from telegram import (
    Bot,
    InlineKeyboardMarkup,
    InlineQueryResult,
    InlineQueryResultsButton,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ChatMemberStatus, ParseMode
from telegram.error import ChatMigrated, TelegramError

from bot.errors import StorageError
from bot.handlers.failures import Remedy, is_topic_gone, remedy
from bot.storage.values import Place

#: Seconds before a failed call is made again; after the last it is given up.
PAUSES = (0.5, 2.0, 5.0)

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_ADMINISTRATORS = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)

log = logging.getLogger(__name__)

Result = TypeVar("Result")


class Courier:
    """Speaks to Telegram for the handlers.

    `pause` waits so many seconds; `move` is told the old and the new number of a group that became a supergroup.
    """

    def __init__(
        self,
        bot: Bot,
        move: Callable[[int, int], Awaitable[None]],
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._move = move
        self._pause = pause
        self._moved: dict[int, int] = {}

    @property
    def username(self) -> str:
        """The bot's name, without the @."""
        return self._bot.username

    def present(self, place: Place) -> Place:
        """Where the place is now, should the group have become a supergroup while it was answered."""
        return replace(place, chat=self._moved.get(place.chat, place.chat))

    async def send(
        self,
        place: Place,
        pages: tuple[str, ...],
        keyboard: InlineKeyboardMarkup | None = None,
        reply_to: int | None = None,
    ) -> tuple[int, ...]:
        """Send the pages, the keyboard under the last; the numbers of the messages are returned."""
        sent = []
        for number, page in enumerate(pages, start=1):
            markup = keyboard if number == len(pages) else None
            sent.append(await self._send_page(place, page, markup, reply_to if number == 1 else None))
        return tuple(sent)

    async def rewrite(
        self,
        place: Place,
        messages: tuple[int, ...],
        pages: tuple[str, ...],
        keyboard: InlineKeyboardMarkup | None = None,
    ) -> tuple[int, ...]:
        """Let the messages say the pages instead; missing ones are sent and those left over are deleted."""
        written = []
        for number, (message, page) in enumerate(itertools.zip_longest(messages, pages), start=1):
            markup = keyboard if number == len(pages) else None
            if page is None:
                await self._delete(place, message)
            elif message is not None and await self._edit_page(place, message, page, markup):
                written.append(message)
            else:
                written.append(await self._send_page(place, page, markup, None))
        return tuple(written)

    async def send_picture(
        self,
        place: Place,
        picture: bytes,
        caption: str,
        keyboard: InlineKeyboardMarkup | None = None,
        reply_to: int | None = None,
    ) -> tuple[int, ...]:
        """Send the picture with the caption, which is HTML, under it; the number of the message is returned."""
        reply = _reply(reply_to)

        def send(chat: int) -> Awaitable[Message]:
            is_same = chat == place.chat
            return self._bot.send_photo(
                chat,
                picture,
                caption,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard,
                message_thread_id=place.thread if is_same else None,
                reply_parameters=reply if is_same else None,
                filename="chart.png",
            )

        try:
            message = await self._patiently(place.chat, send, is_repeatable=False)
        except TelegramError as error:
            if place.thread is None or not is_topic_gone(error):
                raise
            return await self.send_picture(replace(place, thread=None), picture, caption, keyboard)
        assert isinstance(message, Message)
        return (message.message_id,)

    async def answer_press(self, query: str, notice: str = "", *, is_alert: bool = False) -> None:
        """Answer the press of a button with a notice that shows for a moment, or until it is closed; too late is no
        error."""
        await self._patiently(
            0,
            lambda _: self._bot.answer_callback_query(query, notice or None, show_alert=is_alert or None),
            is_repeatable=True,
        )

    async def answer_typed(
        self,
        query: str,
        cards: Sequence[InlineQueryResult],
        life: int,
        button: InlineQueryResultsButton,
        *,
        is_personal: bool,
    ) -> None:
        """Offer the cards to who is typing, and for so many seconds to whoever types the same; too late is no error."""
        await self._patiently(
            0,
            lambda _: self._bot.answer_inline_query(
                query, cards, cache_time=life, is_personal=is_personal, button=button
            ),
            is_repeatable=True,
        )

    async def answer_call(self, query: str, card: InlineQueryResult) -> None:
        """Post the card in the chat that the bot was called into; too late is no error."""
        await self._patiently(0, lambda _: self._bot.answer_guest_query(query, card), is_repeatable=False)

    async def is_administrator(self, chat: int, user: int) -> bool:
        """Whether the user runs the chat at this moment; False also when Telegram does not tell."""
        try:
            member = await self._bot.get_chat_member(chat, user)
        except TelegramError:
            return False
        return member.status in _ADMINISTRATORS

    async def _send_page(
        self, place: Place, page: str, keyboard: InlineKeyboardMarkup | None, reply_to: int | None
    ) -> int:
        reply = _reply(reply_to)

        def send(chat: int) -> Awaitable[Message]:
            is_same = chat == place.chat
            return self._bot.send_message(
                chat,
                page,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard,
                link_preview_options=_NO_PREVIEW,
                message_thread_id=place.thread if is_same else None,
                reply_parameters=reply if is_same else None,
            )

        try:
            message = await self._patiently(place.chat, send, is_repeatable=False)
        except TelegramError as error:
            if place.thread is None or not is_topic_gone(error):
                raise
            return await self._send_page(replace(place, thread=None), page, keyboard, None)
        assert isinstance(message, Message)
        return message.message_id

    async def _edit_page(self, place: Place, message: int, page: str, keyboard: InlineKeyboardMarkup | None) -> bool:
        """Whether the message now says the page; it does not when it is gone."""
        done = await self._patiently(
            place.chat,
            lambda chat: self._bot.edit_message_text(
                page,
                chat,
                message,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard,
                link_preview_options=_NO_PREVIEW,
            ),
            is_repeatable=True,
        )
        return done is not Remedy.GONE

    async def _delete(self, place: Place, message: int) -> None:
        await self._patiently(place.chat, lambda chat: self._bot.delete_message(chat, message), is_repeatable=True)

    async def _tell_move(self, old: int, new: int) -> None:
        """Tell of the move; an answer on its way does not wait for a database that fails."""
        try:
            await self._move(old, new)
        except StorageError as failure:
            log.warning("What was kept of a group did not move with it: %s", failure)

    async def _patiently(
        self, chat: int, call: Callable[[int], Awaitable[Result]], *, is_repeatable: bool
    ) -> Result | Remedy:
        """The call's result, after as many attempts as make sense; or what remains to do instead."""
        pauses = iter(PAUSES)
        while True:
            try:
                return await call(chat)
            except TelegramError as error:
                follows = remedy(error, is_repeatable=is_repeatable)
                if follows in (Remedy.SETTLED, Remedy.GONE):
                    return follows
                pause = None if follows is Remedy.RAISE else next(pauses, None)
                if pause is None:
                    raise
                if isinstance(error, ChatMigrated):
                    self._moved[chat] = error.new_chat_id
                    await self._tell_move(chat, error.new_chat_id)
                    chat = error.new_chat_id
            await self._pause(pause)


def _reply(message: int | None) -> ReplyParameters | None:
    """A tie to the message, which may be gone by now."""
    return ReplyParameters(message, allow_sending_without_reply=True) if message else None
