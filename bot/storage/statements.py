"""Statements that SQLite and PostgreSQL spell alike but SQLAlchemy does not, each built once."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import Delete

#: SQLAlchemy's inserts for SQLite and for PostgreSQL are of two classes with the same methods.
Insert = Any


def upsert(connection: Connection, table: Table, *changed: str) -> Insert:
    """An insert of a whole row that changes the row with the same key instead: all of it, or the named columns."""
    return _upsert(connection.dialect.name, table, changed)


def claim(connection: Connection, table: Table) -> Insert:
    """An insert of a row with a time, which also renews one from before `past`; one that is newer is left alone.

    It returns what it wrote, so nothing when the row was there.
    """
    return _claim(connection.dialect.name, table)


def counting(connection: Connection, table: Table) -> Insert:
    """An insert of a wording that only counts one that is there; it returns the count."""
    return _counting(connection.dialect.name, table)


@cache
def expired(table: Table) -> Delete:
    """The deletion of all rows from before `past`."""
    return delete(table).where(table.c.at < bindparam("past"))


def _insert(dialect: str, table: Table) -> Insert:
    insert = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}[dialect](table)
    return insert.values({column.name: bindparam(column.name) for column in table.columns})


@cache
def _upsert(dialect: str, table: Table, changed: tuple[str, ...]) -> Insert:
    insert = _insert(dialect, table)
    keys = [column.name for column in table.primary_key]
    names = changed or tuple(column.name for column in table.columns if column.name not in keys)
    return insert.on_conflict_do_update(index_elements=keys, set_={name: insert.excluded[name] for name in names})


@cache
def _claim(dialect: str, table: Table) -> Insert:
    insert = _insert(dialect, table)
    return insert.on_conflict_do_update(
        index_elements=[column.name for column in table.primary_key],
        set_={"at": insert.excluded.at},
        where=table.c.at < bindparam("past"),
    ).returning(table.c.at)


@cache
def _counting(dialect: str, table: Table) -> Insert:
    insert = _insert(dialect, table)
    return insert.on_conflict_do_update(
        index_elements=[column.name for column in table.primary_key],
        set_={"count": table.c.count + 1, "last_day": insert.excluded.last_day},
    ).returning(table.c.count)
