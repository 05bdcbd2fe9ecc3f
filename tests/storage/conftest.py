"""A store in a file of its own, told what to do in a function; with BODOBOT_TEST_POSTGRESQL also in that database."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from bot.settings import database_url
from bot.storage.store import Store

POSTGRESQL = os.environ.get("BODOBOT_TEST_POSTGRESQL", "")

Story = Callable[[Store], Awaitable[Any]]
Tell = Callable[[Story], Any]


@dataclass
class Clock:
    """A clock that goes on only when told to."""

    now: float = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    """The clock by which the store forgets."""
    return Clock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the SQLite file is."""
    return tmp_path / "state" / "bodobot.db"


@pytest.fixture(params=["sqlite", *(["postgresql"] if POSTGRESQL else [])])
def url(request: pytest.FixtureRequest, file: Path) -> Iterator[str]:
    """The address of an empty database."""
    if request.param == "sqlite":
        yield database_url(file)
        return
    address = database_url(POSTGRESQL)
    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    yield address


@pytest.fixture
def tell(url: str, clock: Clock) -> Tell:
    """Opens the store, does what the function says, closes it, and returns what the function returned."""

    def run(story: Story) -> Any:
        async def whole() -> Any:
            store = await Store.open(url, clock)
            try:
                return await story(store)
            finally:
                await store.close()

        return asyncio.run(whole())

    return run
