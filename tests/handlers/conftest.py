"""A bot with an engine that answers by rote, run against the double in a thread of its own."""

from __future__ import annotations

import asyncio
import queue
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

import pytest

from bot.handlers import table
from bot.handlers.courier import Courier
from bot.handlers.desk import Desk
from bot.handlers.memory import ShortMemory
from bot.run import build_application
from tests.botapi import BotApi, User
from tests.fakes import FakeEngine


@dataclass
class Clock:
    """A clock that goes on only when told to."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Pauses:
    """Waits for nothing, and notes how long it should have."""

    taken: list[float] = field(default_factory=list)

    async def __call__(self, seconds: float) -> None:
        self.taken.append(seconds)


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A running double."""
    with BotApi() as double:
        yield double


@pytest.fixture
def engine() -> FakeEngine:
    """The engine that answers; a test may teach it more."""
    return FakeEngine()


@pytest.fixture
def clock() -> Clock:
    """The clock by which the bot forgets."""
    return Clock()


@pytest.fixture
def pauses() -> Pauses:
    """How long the bot would have waited before trying again."""
    return Pauses()


@pytest.fixture
def no_certificates(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no TLS on loopback, and reading the certificates would take longer than most tests."""
    monkeypatch.setattr(ssl, "create_default_context", lambda **_: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))


@pytest.fixture(autouse=True)
def bot(api: BotApi, engine: FakeEngine, clock: Clock, pauses: Pauses, no_certificates: None) -> Iterator[None]:
    """The bot, polling."""
    ready: queue.Queue[Callable[[], object]] = queue.Queue()
    thread = threading.Thread(target=asyncio.run, args=(_live(api, engine, clock, pauses, ready),))
    thread.start()
    stop = ready.get(timeout=10)
    yield
    stop()
    thread.join(10)


async def _live(
    api: BotApi,
    engine: FakeEngine,
    clock: Clock,
    pauses: Pauses,
    ready: queue.Queue[Callable[[], object]],
) -> None:
    application = build_application(api.url, api.token)
    table.install(application, Desk(engine, ShortMemory(clock), Courier(application.bot, pauses)))
    ended = asyncio.Event()
    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling(timeout=5, allowed_updates=list(table.KINDS))
        ready.put(partial(asyncio.get_running_loop().call_soon_threadsafe, ended.set))
        await ended.wait()
        await application.updater.stop()
        await application.stop()


@pytest.fixture
def alice(api: BotApi) -> User:
    """A person whose Telegram speaks Korean."""
    return api.user("Alice", username="alice", language="ko", started=True)
