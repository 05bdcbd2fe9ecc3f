"""Brings pages into chats and edits those that are there, whatever the line or the chat does meanwhile."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import ChatMigrated, TelegramError

from bot.handlers.failures import Remedy, remedy
from bot.handlers.memory import Place

#: Seconds before a failed call is made again; after the last it is given up.
PAUSES = (0.5, 2.0, 5.0)

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

Result = TypeVar("Result")


class Courier:
    """Speaks to Telegram for the handlers; `pause` waits so many seconds."""

    def __init__(self, bot: Bot, pause: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._bot = bot
        self._pause = pause

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

    async def answer_press(self, query: str, notice: str = "") -> None:
        """Answer the press of a button with a notice that shows for a moment; too late is no error."""
        await self._patiently(0, lambda _: self._bot.answer_callback_query(query, notice or None), is_repeatable=True)

    async def _send_page(
        self, place: Place, page: str, keyboard: InlineKeyboardMarkup | None, reply_to: int | None
    ) -> int:
        reply = ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None

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

        message = await self._patiently(place.chat, send, is_repeatable=False)
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
                    chat = error.new_chat_id
            await self._pause(pause)
