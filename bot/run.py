"""The process behind `bodobot run`: connects, polls, answers until told to stop, then finishes and ends."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
import os
import signal
import time
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

from telegram.error import Conflict, InvalidToken, TelegramError
from telegram.ext import AIORateLimiter, Application
from telegram.request import HTTPXRequest

from bot import logs
from bot.errors import SettingsError
from bot.handlers import profile, table
from bot.handlers.courier import Courier
from bot.handlers.desk import Desk
from bot.handlers.engine import Engine, ReleaseEngine
from bot.handlers.memory import ShortMemory
from bot.handlers.order import OneByOne
from bot.settings import Settings
from bot.understand.catalogue import Catalogue

log = logging.getLogger(__name__)

STOPPED, FAILED = 0, 1

#: Seconds that one request for updates waits for one.
LONG_POLL = 30

#: Seconds that Telegram may take for any other call.
PATIENCE = 20.0

#: Seconds that answers under way may take once the process is told to stop.
GRACE = 20.0

#: How often the rate limiter waits and tries again when Telegram says that it was too much.
FLOOD_RETRIES = 3

#: Seconds for which the same trouble with polling is not told again.
TROUBLE_PAUSE = 600.0

_REFUSED = "Telegram refused the bot token: check BODOBOT_TELEGRAM_TOKEN, or get a new token from @BotFather."

App = Application[Any, Any, Any, Any, Any, Any]


def run(settings: Settings, catalogue: Catalogue) -> int:
    """Answer on Telegram until SIGTERM or SIGINT; the exit code is returned, 0 after an orderly stop.

    SettingsError when there is no token or Telegram refuses it. The token is in no log, whatever happens.
    """
    return serve(settings, ReleaseEngine(catalogue))


def serve(settings: Settings, engine: Engine) -> int:
    """The same with any engine."""
    token = settings.require_token()
    logs.configure(settings.log_level, token)
    try:
        asyncio.run(_Process(settings.api_url, token, engine).live())
    except SettingsError:
        raise
    except Exception as error:
        log.critical("Stopped by an error that nobody expected.", exc_info=error)
        return FAILED
    return STOPPED


def build_application(api_url: str, token: str, on_refusal: Callable[[], None] = lambda: None) -> App:
    """An application that keeps Telegram's pace and each person's order, but reacts to nothing yet."""
    # Without it python-telegram-bot warns of its own change of types each time Telegram asks for patience.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    return (
        Application.builder()
        .token(token)
        .base_url(f"{api_url}/bot")
        .base_file_url(f"{api_url}/file/bot")
        .read_timeout(PATIENCE)
        .write_timeout(PATIENCE)
        .connect_timeout(PATIENCE)
        .get_updates_request(_Doorbell(on_refusal))
        .rate_limiter(AIORateLimiter(max_retries=FLOOD_RETRIES))
        .concurrent_updates(OneByOne())
        .job_queue(None)
        .build()
    )


class _Process:
    """One life of the bot, from the first call to the last."""

    def __init__(self, api_url: str, token: str, engine: Engine) -> None:
        self._engine = engine
        self._stop = asyncio.Event()
        self._is_refused = False
        self._troubles = _Troubles(time.monotonic)
        self._application = build_application(api_url, token, self._note_refusal)
        self._desk = Desk(engine, ShortMemory(time.monotonic), Courier(self._application.bot))
        table.install(self._application, self._desk)

    async def live(self) -> None:
        """Answer until told to stop; SettingsError when Telegram refuses the token, at once or later."""
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(_log_background_error)
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop.set)
        try:
            if await self._unless_stopped(_connect(self._application)):
                await self._answer()
        finally:
            await self._application.shutdown()
            # An application that never got to know its bot leaves the bot's connections open.
            await self._application.bot.shutdown()
        if self._is_refused:
            raise SettingsError(_REFUSED)
        log.info("Stopped.")

    async def _answer(self) -> None:
        application, updater = self._application, self._application.updater
        assert updater is not None
        await application.start()
        polling = updater.start_polling(
            timeout=LONG_POLL,
            bootstrap_retries=-1,
            allowed_updates=list(table.KINDS),
            error_callback=self._troubles.tell,
        )
        try:
            if await self._unless_stopped(polling):
                name, release = application.bot.username, self._engine.release.id
                log.info("Answering as @%s from %s (%s).", name, release, self._engine.version)
                await self._unless_stopped(self._publish_profile())
                await self._stop.wait()
        finally:
            await self._finish()

    async def _finish(self) -> None:
        """Fetch no more updates, finish those that were fetched."""
        application, updater = self._application, self._application.updater
        log.info("Finishing what is being answered.")
        if updater is not None and updater.running:
            with contextlib.suppress(TimeoutError, InvalidToken):
                await asyncio.wait_for(updater.stop(), GRACE)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(application.stop(), GRACE)

    async def _publish_profile(self) -> None:
        try:
            changed = await profile.publish(self._application.bot, self._desk.replies, self._engine.release)
            log.info("Commands and descriptions: %d set.", changed)
        except TelegramError as error:
            log.warning("Commands and descriptions were not set (%s).", _cause(error))

    async def _unless_stopped(self, work: Coroutine[Any, Any, Any]) -> bool:
        """Whether the work was done; it is given up as soon as the process is told to stop."""
        working, stopping = asyncio.create_task(work), asyncio.create_task(self._stop.wait())
        try:
            await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if working.done():
                working.result()
            return working.done()
        finally:
            for task in (working, stopping):
                task.cancel()
            await asyncio.gather(working, stopping, return_exceptions=True)

    def _note_refusal(self) -> None:
        self._is_refused = True
        self._stop.set()


class _Doorbell(HTTPXRequest):
    """Asks for updates, and says when the token is refused: the updater would stop without a word."""

    def __init__(self, on_refusal: Callable[[], None]) -> None:
        super().__init__(read_timeout=PATIENCE, connect_timeout=PATIENCE)
        self._on_refusal = on_refusal

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """The answer to the request."""
        code, body = await super().do_request(*args, **kwargs)
        if code in (401, 404):
            self._on_refusal()
        return code, body


class _Troubles:
    """Tells each trouble with polling in one line, and not again and again."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._told: dict[type[TelegramError], float] = {}

    def tell(self, error: TelegramError) -> None:
        """Log what it is and what follows, unless that was said a while ago."""
        now, kind = self._clock(), type(error)
        if now - self._told.get(kind, -TROUBLE_PAUSE) < TROUBLE_PAUSE:
            return
        self._told[kind] = now
        if isinstance(error, Conflict):
            log.error("Another process asks for updates with the same token; stop one of the two. Trying on.")
        else:
            log.warning("Updates cannot be fetched (%s); trying again until they can.", _cause(error))


async def _connect(application: App) -> None:
    """Reach Telegram, however long it takes; SettingsError when it refuses the token."""
    for pause in _pauses():
        try:
            await application.initialize()
            return
        except InvalidToken:
            raise SettingsError(_REFUSED) from None
        except TelegramError as error:
            log.warning("Telegram cannot be reached (%s); trying again in %d s.", _cause(error), pause)
        await asyncio.sleep(pause)


def _pauses() -> Iterator[int]:
    return (min(2**attempt, 30) for attempt in itertools.count())


def _cause(error: TelegramError) -> str:
    return type(error.__cause__ or error).__name__


def _log_background_error(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    log.error("Something failed in the background.", exc_info=context.get("exception"))
