"""One database, reached from threads beside the event loop.

A piece of work takes one trip to its thread and back however many statements it has; an asynchronous driver for SQLite
makes such a trip for each of them. SQLite has one thread, as it has one writer.
"""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from bot.errors import StorageError
from bot.storage.lines import Beside, Together

#: Seconds for which work waits while another process writes.
BUSY = 10.0

#: Seconds after which a database that says nothing counts as gone.
PATIENCE = 5.0

#: How many connections a database with a server has.
CONNECTIONS = 8

_MIGRATIONS = Path(__file__).parent / "migrations"
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=NORMAL",
    "foreign_keys=ON",
    # What was deleted is overwritten, so that it is gone from the file as well.
    "secure_delete=ON",
)

Result = TypeVar("Result")
Work = Callable[[Connection], Result]


class Database:
    """Runs work in transactions; whatever goes wrong is a StorageError without anyone's data.

    Work is a function of a connection. It may be run twice when it fails, so it must do nothing else.
    """

    def __init__(self, url: URL) -> None:
        self._is_sqlite = url.get_backend_name() == "sqlite"
        self._engine = _sqlite(url) if self._is_sqlite else _server(url)
        writing = self._engine.execution_options(writes=True)
        self._line = Together(self._engine, writing) if self._is_sqlite else Beside(self._engine, CONNECTIONS)
        self._is_closed = False

    @classmethod
    async def open(cls, url: str) -> Database:
        """The database with the newest tables, made with its folder when there is none yet.

        StorageError when that cannot be; the address is told without its password.
        """
        parsed = _parsed(url)
        name = parsed.render_as_string(hide_password=True)
        database = None
        try:
            if parsed.get_backend_name() == "sqlite" and parsed.database not in {None, "", ":memory:"}:
                _make_file(Path(parsed.database))
            database = cls(parsed)
            await database.write(_migrate)
        except ModuleNotFoundError as error:
            raise StorageError(f"The database {name} needs the package {error.name}, which is not installed.") from None
        except CommandError:
            reason = "was made by a newer version of Bodobot; use that one"
            raise await _given_up(database, f"The database {name} {reason}.") from None
        except (OSError, SQLAlchemyError, StorageError) as error:
            reason = _reason(error)
            raise await _given_up(database, f"The database {name} cannot be opened: {reason}") from None
        return database

    async def write(self, work: Work[Result]) -> Result:
        """What the work returns once all that it wrote is kept, or none of it when it fails."""
        return await self._run(work, writes=True)

    async def read(self, work: Work[Result]) -> Result:
        """What the work returns; it must not write."""
        return await self._run(work, writes=False)

    async def ping(self) -> None:
        """Nothing when the database can be read within a few seconds; else StorageError."""
        try:
            async with asyncio.timeout(PATIENCE):
                await self.read(lambda connection: connection.execute(text("SELECT version_num FROM alembic_version")))
        except TimeoutError:
            raise StorageError(f"The database has not answered for {PATIENCE:.0f} seconds.") from None

    async def scrub(self) -> None:
        """Let nothing that was deleted stay readable in SQLite's journal, as far as other processes allow."""
        if self._is_sqlite:
            await self.read(lambda connection: connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)")).all())

    async def close(self) -> None:
        """Finish the work that was begun, and take no more."""
        self._is_closed = True
        await self._line.close()
        self._engine.dispose()

    async def _run(self, work: Work[Result], *, writes: bool) -> Result:
        if self._is_closed:
            raise StorageError("The database is closed.")
        try:
            result: Result = await self._line.run(work, writes=writes)
        except SQLAlchemyError as error:
            raise StorageError(_reason(error)) from None
        return result


def _make_file(path: Path) -> None:
    """Let there be a file that its owner alone can read."""
    path.absolute().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)


def _parsed(url: str) -> URL:
    with contextlib.suppress(SQLAlchemyError, ValueError):
        parsed = make_url(url)
        if parsed.get_backend_name() in {"sqlite", "postgresql"}:
            return parsed
    raise StorageError("The address of the database is not a SQLAlchemy URL of an SQLite or PostgreSQL database.")


def _server(url: URL) -> Engine:
    """An engine that finds out by itself when the server has hung up."""
    return create_engine(
        url,
        pool_size=CONNECTIONS,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={"connect_timeout": round(PATIENCE)},
    )


def _sqlite(url: URL) -> Engine:
    """An engine whose transactions begin as writers when they write, so that none is turned back half-way."""
    engine = create_engine(
        url, pool_reset_on_return=None, hide_parameters=True, connect_args={"timeout": BUSY, "isolation_level": None}
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _: object) -> None:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("writes"):
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _migrate(connection: Connection) -> None:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, "head")


async def _given_up(database: Database | None, sentence: str) -> StorageError:
    if database is not None:
        await database.close()
    return StorageError(sentence)


def _reason(error: Exception) -> str:
    """What the system or the database said where that holds no data; else only the class."""
    if isinstance(error, StorageError):
        return str(error)
    if isinstance(error, OSError):
        return f"{error.strerror}."
    origin: Any = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(error, OperationalError) or isinstance(origin, sqlite3.Error):
        return f"{str(origin).partition(chr(10))[0]}."
    return f"{type(origin).__qualname__}."
