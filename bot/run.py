"""The process behind `bodobot run`: connects, receives, answers until told to stop, then finishes and ends."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from collections.abc import Coroutine, Mapping
from types import MappingProxyType
from typing import Any

from telegram.error import TelegramError

from bot import logs
from bot.application import Application, build_application, connect
from bot.calls import REFUSED, cause
from bot.errors import BodobotError, SettingsError, StorageError
from bot.handlers import profile, table
from bot.handlers.courier import Courier
from bot.handlers.desk import Desk
from bot.handlers.engine import Engine, ReleaseEngine
from bot.metrics import Metrics
from bot.readiness import Check, Readiness
from bot.receiving import Polling, Receiving, Troubles, Webhook
from bot.settings import Settings
from bot.storage.store import Store
from bot.understand.catalogue.catalogue import Catalogue
from bot.web import Inlet, Server

log = logging.getLogger(__name__)

STOPPED, FAILED = 0, 1

#: Seconds that answers under way may take once the process is told to stop.
GRACE = 20.0

#: Seconds between two looks for what is past its time.
TIDYING_PAUSE = 600.0


def run(settings: Settings, catalogue: Catalogue) -> int:
    """Answer on Telegram until SIGTERM or SIGINT; the exit code is returned, 0 after an orderly stop.

    SettingsError when the token or the webhook's secret is missing, or Telegram refuses the token or the webhook's
    address; StorageError when the database cannot be used. Neither secret is in a log, whatever happens.
    """
    return serve(settings, ReleaseEngine(catalogue))


def serve(settings: Settings, engine: Engine, checks: Mapping[str, Check] = MappingProxyType({})) -> int:
    """The same with any engine; the process is ready only while all checks pass."""
    token, webhook = settings.require_token(), settings.webhook()
    logs.configure(settings.log_level, token, webhook.secret if webhook else "", form=settings.log_format)
    try:
        asyncio.run(_live(settings, engine, checks))
    except BodobotError:
        raise
    except Exception as error:
        log.critical("Stopped by an error that nobody expected.", exc_info=error)
        return FAILED
    return STOPPED


async def _live(settings: Settings, engine: Engine, checks: Mapping[str, Check]) -> None:
    store = await Store.open(settings.database)

    async def is_database_there() -> bool:
        await store.ping()
        return True

    try:
        await _Process(settings, engine, store, {"database": is_database_there, **checks}).live()
    finally:
        await store.close()


class _Process:
    """One life of the bot, from the first call to the last."""

    def __init__(self, settings: Settings, engine: Engine, store: Store, checks: Mapping[str, Check]) -> None:
        self._engine, self._store = engine, store
        self._stop, self._hurry = asyncio.Event(), asyncio.Event()
        self._is_refused = False
        self._readiness = Readiness(checks)
        self._metrics = Metrics()
        self._metrics.knows(engine.release.id, engine.version)
        self._application = build_application(
            settings.api_url, settings.require_token(), self._note_refusal, self._metrics, settings.sends_per_second
        )
        courier = Courier(self._application.bot, store.move_chat)
        self._desk = Desk(engine, store, courier, self._metrics, keepers=settings.admins)
        table.install(self._application, self._desk)
        self._receiving, inlet = _way_in(settings, self._application, Troubles(self._metrics))
        address = settings.address()
        self._server = Server(address, self._readiness, self._metrics.text, inlet) if address else None

    async def live(self) -> None:
        """Answer until told to stop; SettingsError when Telegram refuses the token, at once or later."""
        self._heed_signals()
        tidying = asyncio.create_task(self._tidy())
        try:
            if self._server is not None:
                await self._server.start()
            if await self._unless_stopped(connect(self._application)):
                await self._answer()
        finally:
            tidying.cancel()
            await self._application.shutdown()
            # An application that never got to know its bot leaves the bot's connections open.
            await self._application.bot.shutdown()
            if self._server is not None:
                await self._server.stop()
        if self._is_refused:
            raise SettingsError(REFUSED)
        log.info("Stopped.")

    async def _answer(self) -> None:
        self._readiness.stage = "starting"
        await self._application.start()
        try:
            if await self._unless_stopped(self._receiving.start()):
                self._readiness.stage = "running"
                name, release = self._application.bot.username, self._engine.release.id
                log.info("Answering as @%s from %s (%s).", name, release, self._engine.version)
                await self._unless_stopped(self._publish_profile())
                await self._stop.wait()
        finally:
            await self._finish()

    async def _finish(self) -> None:
        """Take no more updates, finish those that were taken."""
        self._readiness.stage = "stopping"
        log.info("Finishing what is being answered.")
        try:
            await self._in_time(self._receiving.stop())
        except Exception as error:
            # What was taken is finished all the same; a token that was refused is told at the end.
            log.warning("Telegram was not told which updates were taken (%s).", type(error).__name__)
        await self._in_time(self._application.stop())

    async def _publish_profile(self) -> None:
        try:
            changed = await profile.publish(self._application.bot, self._desk.replies, self._engine.release)
            log.info("Commands and descriptions: %d set.", changed)
        except TelegramError as error:
            log.warning("Commands and descriptions were not set (%s).", cause(error))

    async def _tidy(self) -> None:
        """Delete what is past its time, again and again."""
        while True:
            try:
                await self._store.purge()
            except StorageError as error:
                log.warning("What is past its time was not deleted: %s", error)
            await asyncio.sleep(TIDYING_PAUSE)

    async def _unless_stopped(self, work: Coroutine[Any, Any, Any]) -> bool:
        """Whether the work was done; it is given up as soon as the process is told to stop."""
        return await _done_before(self._stop, work)

    async def _in_time(self, work: Coroutine[Any, Any, Any]) -> None:
        """Do the work; it is given up when it takes too long or the process is told to hurry."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(GRACE):
                await _done_before(self._hurry, work)

    def _heed_signals(self) -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._note_background_error)
        loop.add_signal_handler(signal.SIGTERM, self._stop.set)
        loop.add_signal_handler(signal.SIGINT, self._interrupt)

    def _interrupt(self) -> None:
        """Stop; hurry when that was asked for already."""
        if self._stop.is_set():
            log.info("Giving up what is not finished.")
            self._hurry.set()
        self._stop.set()

    def _note_refusal(self) -> None:
        self._is_refused = True
        self._stop.set()

    def _note_background_error(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        self._metrics.failed("background", type(error).__name__ if error else "unknown")
        log.error("Something failed in the background.", exc_info=error)


def _way_in(settings: Settings, application: Application, troubles: Troubles) -> tuple[Receiving, Inlet | None]:
    """How updates come, and where the web server takes them, if it does."""
    webhook = settings.webhook()
    if webhook is None:
        assert application.updater is not None
        return Polling(application.updater, troubles), None
    receiving = Webhook(application.bot, application.update_queue, webhook, troubles)
    return receiving, receiving.inlet


async def _done_before(event: asyncio.Event, work: Coroutine[Any, Any, Any]) -> bool:
    """Whether the work was done; it is given up as soon as the event comes."""
    working, waiting = asyncio.create_task(work), asyncio.create_task(event.wait())
    try:
        await asyncio.wait({working, waiting}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            working.result()
        return working.done()
    finally:
        for task in (working, waiting):
            task.cancel()
        await asyncio.gather(working, waiting, return_exceptions=True)
