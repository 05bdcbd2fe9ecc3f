"""A caller of single methods, an application that hands every update to one function, and small makers."""

import asyncio
import queue
import re
import struct
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from typing import Any, TypeVar

import pytest
from aiohttp import web
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Update,
)
from telegram.error import (
    BadRequest,
    TelegramError,
)
from telegram.ext import Application, ContextTypes, TypeHandler
from telegram.request import HTTPXRequest

from tests.botapi import BotApi

T = TypeVar("T")
App = Application[Any, Any, Any, Any, Any, Any]
Handle = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]


class Caller:
    """An unmodified bot whose calls are made one by one."""

    def __init__(self, api: BotApi, runner: asyncio.Runner) -> None:
        # There is no TLS on loopback, and reading the certificates would take longer than most tests.
        line, polling = (HTTPXRequest(httpx_kwargs={"verify": False}) for _ in range(2))
        self.bot = Bot(api.token, base_url=api.base_url, request=line, get_updates_request=polling)
        self._runner = runner

    def __call__(self, call: Awaitable[T]) -> T:
        async def awaited() -> T:
            return await call

        return self._runner.run(awaited())


@contextmanager
def running(api: BotApi, handle: Handle, webhook: bool = False) -> Iterator[None]:
    """Run an application that hands every update to one function."""
    ready: queue.Queue[Callable[[], object]] = queue.Queue()

    async def live() -> None:
        app = Application.builder().token(api.token).base_url(api.base_url).build()
        app.add_handler(TypeHandler(Update, handle))
        ended = asyncio.Event()
        async with app:
            await app.start()
            async with _posted(app) if webhook else _polled(app):
                ready.put(partial(asyncio.get_running_loop().call_soon_threadsafe, ended.set))
                await ended.wait()
            await app.stop()

    thread = threading.Thread(target=asyncio.run, args=(live(),))
    thread.start()
    stop = ready.get(timeout=10)
    try:
        yield
    finally:
        stop()
        thread.join(10)


@asynccontextmanager
async def _polled(app: App) -> AsyncIterator[None]:
    assert app.updater is not None
    await app.updater.start_polling(timeout=5)
    yield
    await app.updater.stop()


@asynccontextmanager
async def _posted(app: App) -> AsyncIterator[None]:
    """Take updates from a webhook, without the web server that python-telegram-bot would need for it."""

    async def receive(request: web.Request) -> web.Response:
        assert request.headers["X-Telegram-Bot-Api-Secret-Token"] == "secret"
        await app.update_queue.put(Update.de_json(await request.json(), app.bot))
        return web.Response()

    site = web.Application()
    site.router.add_post("/hook", receive)
    runner = web.AppRunner(site)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    await app.bot.set_webhook(f"http://127.0.0.1:{port}/hook", secret_token="secret")
    yield
    await app.bot.delete_webhook()
    await runner.cleanup()


def keyboard(**button: Any) -> InlineKeyboardMarkup:
    """Return a keyboard of one button."""
    return InlineKeyboardMarkup([[InlineKeyboardButton("Go", **button)]])


def refused(reason: str, kind: type[TelegramError] = BadRequest) -> "pytest.RaisesExc[TelegramError]":
    """Expect a refusal with these words, which python-telegram-bot puts into lower case."""
    return pytest.raises(kind, match=f"(?i){re.escape(reason)}")


def png(width: int = 4, height: int = 3) -> bytes:
    """Return the beginning of a PNG file."""
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", width, height)


async def answer(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Repeat what was said, answer every press and every query."""
    if update.callback_query:
        await update.callback_query.answer("pressed")
        await update.callback_query.edit_message_text("edited")
    elif update.inline_query:
        card = InlineQueryResultArticle("1", "Card", InputTextMessageContent(update.inline_query.query))
        await update.inline_query.answer([card], cache_time=0, is_personal=True)
    elif update.guest_message:
        card = InlineQueryResultArticle("1", "Card", InputTextMessageContent("as your guest"))
        await update.guest_message.answer_guest_query(card)
    elif update.message and update.message.text:
        await update.message.reply_text(update.message.text, do_quote=True, reply_markup=keyboard(callback_data="x"))
