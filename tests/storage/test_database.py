"""The database: opened, made, brought up to date, refused in one sentence; and whole whatever happens to a process."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine, text

from bot.dialogue import State
from bot.errors import StorageError
from bot.settings import database_url
from bot.storage import database, lines
from bot.storage.database import Database
from bot.storage.store import Store
from bot.storage.tables import metadata
from bot.storage.values import Exchange, Place
from tests.storage.conftest import Tell

ROOT = Path(__file__).parents[2]

WRITE_ON_AND_ON = """
import asyncio, itertools, sys
from bot.dialogue import State
from bot.storage.store import Store
from bot.storage.values import Exchange, Place

async def write():
    store = await Store.open(sys.argv[1])
    for number in itertools.count():
        given = Exchange(State(), State(declines=number), tuple(range(10 * number, 10 * number + 5)))
        await store.keep_answer(Place(1, 1), number, given)
        print(number, flush=True)

asyncio.run(write())
"""


def open_and_close(url: str) -> None:
    """Nothing more."""

    async def story() -> None:
        await (await Store.open(url)).close()

    asyncio.run(story())


def test_the_steps_lead_to_the_very_tables_that_the_code_uses(url: str) -> None:
    """Alembic finds nothing that is left to do."""
    open_and_close(url)
    engine = create_engine(url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_opening_again_changes_nothing(tell: Tell) -> None:
    """What was written stays."""
    tell(lambda store: store.set_language(1, "en"))

    assert tell(lambda store: store.settings(1)).language == "en"


def test_the_folder_and_the_file_are_their_owners_alone(file: Path) -> None:
    """They are made when there are none."""
    open_and_close(database_url(file))

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_sqlite_writes_ahead_and_overwrites_what_is_deleted(file: Path) -> None:
    """With foreign keys; and it waits for another writer."""

    async def story() -> list[object]:
        opened = await Database.open(database_url(file))
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
        found = [
            await opened.read(lambda connection, name=name: connection.execute(text(f"PRAGMA {name}")).scalar())
            for name in names
        ]
        await opened.close()
        return found

    assert asyncio.run(story()) == ["wal", 1, 1, 1, 10_000]


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"no database " * 500, "cannot be opened: file is not a database."), (None, "cannot be opened: ")],
    ids=["a text", "a folder"],
)
def test_a_file_that_is_no_database_is_refused(file: Path, content: bytes | None, reason: str) -> None:
    """In one sentence that names it."""
    if content is None:
        file.mkdir(parents=True)
    else:
        file.parent.mkdir()
        file.write_bytes(content)
    with pytest.raises(StorageError, match=reason) as refused:
        open_and_close(database_url(file))

    assert str(file) in str(refused.value)
    assert len(str(refused.value).splitlines()) == 1


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """With what the system says."""
    (tmp_path / "file").touch()

    with pytest.raises(StorageError, match=r"cannot be opened: (Not a directory|File exists)\."):
        open_and_close(database_url(tmp_path / "file" / "bodobot.db"))


def test_a_database_of_a_newer_version_is_refused(file: Path) -> None:
    """And left as it is."""
    open_and_close(database_url(file))
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()

    with pytest.raises(StorageError, match="was made by a newer version of Bodobot"):
        open_and_close(database_url(file))


@pytest.mark.parametrize(
    "url",
    [
        "nonsense",
        "postgresql://host:port/name",
        "postgresql+nothing://bot:hunter2@host/name",
        "mysql://bot:hunter2@host/name",
    ],
)
def test_an_address_of_no_database_is_refused(url: str) -> None:
    """In one sentence, without a password."""
    with pytest.raises(StorageError) as refused:
        open_and_close(url)

    assert "hunter2" not in str(refused.value)


def test_a_server_that_is_not_there_is_told_without_its_password() -> None:
    """Or the package that reaches it, when that is not installed."""
    with pytest.raises(StorageError, match=r"postgresql\+psycopg://bot:\*\*\*@127.0.0.1:9/name") as refused:
        open_and_close("postgresql+psycopg://bot:hunter2@127.0.0.1:9/name")

    assert "hunter2" not in str(refused.value)


def test_work_that_fails_leaves_nothing_behind(url: str) -> None:
    """A transaction is kept whole or not at all, and what failed is told without the values."""

    def half(connection: Connection) -> None:
        connection.execute(text("INSERT INTO hints (chat_id, at) VALUES (4711, 1)"))
        connection.execute(text("INSERT INTO hints (chat_id, at) VALUES (4711, 2)"))

    async def story() -> tuple[str, object]:
        opened = await Database.open(url)
        with pytest.raises(StorageError) as failed:
            await opened.write(half)
        rows = await opened.read(lambda connection: connection.execute(text("SELECT count(*) FROM hints")).scalar())
        await opened.close()
        return str(failed.value), rows

    said, rows = asyncio.run(story())
    assert "4711" not in said
    assert rows == 0


@pytest.mark.parametrize("at_once", [100, 1], ids=["together", "one by one"])
def test_only_the_work_at_fault_fails(url: str, monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    """What came at the same time is kept, whatever it was kept together with; reads too are each their own."""
    monkeypatch.setattr(lines, "MOST_TOGETHER", at_once)

    def insert(number: int) -> Callable[[Connection], object]:
        row = {"number": number}
        return lambda connection: connection.execute(text("INSERT INTO hints (chat_id, at) VALUES (:number, 1)"), row)

    def broken(connection: Connection) -> None:
        connection.execute(text("SELECT nothing FROM nowhere"))

    async def story() -> tuple[list[object], list[int], bool]:
        opened = await Database.open(url)
        numbers = (1, 2, 3, 2, 4, 1, 5)
        came = await asyncio.gather(*(opened.write(insert(number)) for number in numbers), return_exceptions=True)
        reads = (opened.read(broken), opened.read(lambda connection: connection.execute(text("SELECT 1")).scalar()))
        *_, seen = await asyncio.gather(*reads, return_exceptions=True)
        query = text("SELECT chat_id FROM hints ORDER BY chat_id")
        kept = await opened.read(lambda connection: list(connection.execute(query).scalars()))
        await opened.close()
        return [isinstance(one, StorageError) for one in came], kept, seen == 1

    failed, kept, is_read = asyncio.run(story())
    assert failed.count(True) == 2
    assert kept == [1, 2, 3, 4, 5]
    assert is_read


def test_a_write_waits_for_another_process(file: Path) -> None:
    """Until that has written, and then both are kept."""

    async def story() -> list[object]:
        store = await Store.open(database_url(file))
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO hints (chat_id, at) VALUES (1, 0)")
        writing = asyncio.create_task(store.set_language(2, "en"))
        await asyncio.wait({writing}, timeout=0.2)
        is_waiting = not writing.done()
        other.execute("COMMIT")
        other.close()
        await writing
        seen = [is_waiting, (await store.settings(2)).language, (await store.held_about(1)).hints]
        await store.close()
        return seen

    assert asyncio.run(story()) == [True, "en", 1]


def test_a_database_that_stays_busy_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The call fails with a sentence; the next one is as good as any."""
    monkeypatch.setattr(database, "BUSY", 0.01)

    async def story() -> str:
        store = await Store.open(database_url(file))
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError) as failed:
            await store.set_language(2, "en")
        other.execute("ROLLBACK")
        other.close()
        await store.set_language(2, "en")
        await store.close()
        return str(failed.value)

    assert asyncio.run(story()) == "database is locked."


def test_a_database_that_answers_is_ready(tell: Tell) -> None:
    """Asking it leaves no trace."""
    tell(lambda store: store.ping())


def test_a_database_without_its_tables_is_not_ready(file: Path) -> None:
    """Somebody has emptied it."""

    async def story() -> None:
        store = await Store.open(database_url(file))
        other = sqlite3.connect(file)
        other.execute("DROP TABLE alembic_version")
        other.close()
        try:
            await store.ping()
        finally:
            await store.close()

    with pytest.raises(StorageError, match="no such table"):
        asyncio.run(story())


def test_a_database_that_hangs_is_not_ready(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its silence is not waited out."""
    monkeypatch.setattr(database, "PATIENCE", 0.01)

    async def story() -> None:
        store = await Store.open(database_url(file))
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        writing = asyncio.create_task(store.set_language(2, "en"))
        await asyncio.sleep(0)
        try:
            await store.ping()
        finally:
            other.execute("ROLLBACK")
            other.close()
            await writing
            await store.close()

    with pytest.raises(StorageError, match="has not answered"):
        asyncio.run(story())


def test_a_closed_store_says_so(url: str) -> None:
    """What was begun before is finished."""

    async def story() -> tuple[bool, str]:
        store = await Store.open(url)
        claiming = asyncio.create_task(store.claim_update(7))
        await asyncio.sleep(0)
        await store.close()
        with pytest.raises(StorageError) as refused:
            await store.ping()
        return await claiming, str(refused.value)

    assert asyncio.run(story()) == (True, "The database is closed.")


def test_a_caller_that_gives_up_leaves_whole_rows(tell: Tell) -> None:
    """A cancelled call is kept whole or not at all, and the store goes on."""

    async def story(store: Store) -> bool:
        given = Exchange(State(), State(declines=1), (11, 12))
        keeping = asyncio.create_task(store.keep_answer(Place(1, 1), 10, given))
        await asyncio.sleep(0)
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)
        return await store.exchange(1, 10) in (given, None)

    assert tell(story)


def test_a_process_killed_while_it_writes_leaves_a_whole_database(file: Path) -> None:
    """All that it said was kept is there, each answer with all of its messages."""
    url = database_url(file)
    command = [sys.executable, "-c", WRITE_ON_AND_ON, url]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        while int(process.stdout.readline()) < 200:
            pass
        os.kill(process.pid, signal.SIGKILL)
        last = int(([*process.stdout.read().split()] or ["200"])[-1])

    async def story() -> tuple[int, list[Exchange | None]]:
        store = await Store.open(url)
        reached = (await store.state(Place(1, 1))).declines
        kept = [await store.exchange(1, number) for number in range(reached + 2)]
        await store.close()
        return reached, kept

    reached, kept = asyncio.run(story())
    assert reached in (last, last + 1)
    assert kept.pop() is None
    assert [found and found.answers for found in kept] == [
        tuple(range(10 * number, 10 * number + 5)) for number in range(reached + 1)
    ]
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
