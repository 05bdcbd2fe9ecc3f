"""A bot with an engine that answers by rote, run against the double in a thread of its own."""

from __future__ import annotations

import asyncio
import queue
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from bot.application import build_application
from bot.handlers import table
from bot.handlers.courier import Courier
from bot.handlers.desk import Desk
from bot.handlers.flood import Flood
from bot.settings import database_url
from bot.storage.store import Store
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
def keeper(api: BotApi) -> User:
    """The person who looks after the bot."""
    return api.user("Keeper", username="keeper", language="ko", started=True)


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
def bot(
    api: BotApi,
    engine: FakeEngine,
    clock: Clock,
    pauses: Pauses,
    keeper: User,
    no_certificates: None,
    tmp_path: Path,
) -> Iterator[None]:
    """The bot, polling."""
    ready: queue.Queue[Callable[[], object]] = queue.Queue()
    thread = threading.Thread(target=asyncio.run, args=(_live(api, engine, clock, pauses, tmp_path, keeper.id, ready),))
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
    folder: Path,
    keeper: int,
    ready: queue.Queue[Callable[[], object]],
) -> None:
    application = build_application(api.url, api.token)
    store = await Store.open(database_url(folder / "bodobot.db"), clock)
    courier = Courier(application.bot, store.move_chat, pauses)
    table.install(application, Desk(engine, store, courier, flood=Flood(clock), keepers=frozenset({keeper})))
    ended = asyncio.Event()
    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling(timeout=5, allowed_updates=list(table.KINDS))
        ready.put(partial(asyncio.get_running_loop().call_soon_threadsafe, ended.set))
        await ended.wait()
        await application.updater.stop()
        await application.stop()
    await store.close()


@pytest.fixture
def alice(api: BotApi) -> User:
    """A person whose Telegram speaks Korean."""
    return api.user("Alice", username="alice", language="ko", started=True)
