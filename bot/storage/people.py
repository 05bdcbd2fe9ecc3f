"""What is stored of a person or a chat: told, forgotten, or taken along when the chat gets a new number."""

from __future__ import annotations

import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Table,
    and_,
    bindparam,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)

from bot.storage.tables import chat_settings, conversations, exchanges, hints, metadata, votes
from bot.storage.values import ChatSettings, Held

_USER: BindParameter[int] = bindparam("user")


def _is_of_user(table: Table) -> ColumnElement[bool]:
    """Whether a row is the user's: by its user, or because it is of their private chat, which has their number."""
    return or_(*(table.c[name] == _USER for name in ("user_id", "chat_id") if name in table.c))


_OF_USERS = tuple(table for table in metadata.sorted_tables if {"user_id", "chat_id"} & {*table.c.keys()})
_OF_CHATS = tuple(table for table in metadata.sorted_tables if "chat_id" in table.c)

_COUNTS = select(
    *(
        select(count).where(_is_of_user(table)).scalar_subquery()
        for table in (conversations, exchanges, votes, hints, chat_settings)
        for count in (func.count(), func.min(table.c.at))
    )
)
_SETTINGS = select(chat_settings.c.language, chat_settings.c.keeps_unanswered, chat_settings.c.hears_all).where(
    chat_settings.c.chat_id == bindparam("chat")
)
_FORGET_USER = tuple(delete(table).where(_is_of_user(table)) for table in reversed(_OF_USERS))
_FORGET_CHAT = tuple(delete(table).where(table.c.chat_id == bindparam("chat")) for table in reversed(_OF_CHATS))


def _is_taken(table: Table) -> ColumnElement[bool]:
    """Whether the new chat has a row of the same key."""
    there = table.alias()
    others = (column.name for column in table.primary_key if column.name != "chat_id")
    same = and_(there.c.chat_id == bindparam("new"), *(there.c[name] == table.c[name] for name in others))
    return exists(select(there.c.chat_id).where(same).correlate(table))


#: Messages are numbered anew in the new chat, so what is tied to their numbers ends with the old one: the same number
#: is another message there.
_MOVE_CHAT = (
    delete(exchanges).where(exchanges.c.chat_id == bindparam("old")),
    *(
        statement
        for table in (chat_settings, conversations, hints)
        for statement in (
            delete(table).where(table.c.chat_id == bindparam("old"), _is_taken(table)),
            update(table).where(table.c.chat_id == bindparam("old")).values(chat_id=bindparam("new")),
        )
    ),
)


def settings(connection: Connection, chat: int) -> ChatSettings | None:
    """What the chat has chosen; None when it never chose anything."""
    found = connection.execute(_SETTINGS, {"chat": chat}).one_or_none()
    return ChatSettings(*found) if found else None


def held_about(connection: Connection, user: int) -> Held:
    """All that is stored of the user now."""
    row: tuple[Any, ...] = tuple(connection.execute(_COUNTS, {"user": user}).one())
    counts, times = row[::2], [time for time in row[1::2] if time is not None]
    return Held(
        conversations=counts[0],
        exchanges=counts[1],
        votes=counts[2],
        hints=counts[3],
        settings=settings(connection, user),
        oldest=datetime.datetime.fromtimestamp(min(times), datetime.UTC) if times else None,
    )


def forget_user(connection: Connection, user: int) -> None:
    """Delete all that is stored of the user."""
    for statement in _FORGET_USER:
        connection.execute(statement, {"user": user})


def forget_chat(connection: Connection, chat: int) -> None:
    """Delete all that is stored of the chat."""
    for statement in _FORGET_CHAT:
        connection.execute(statement, {"chat": chat})


def move_chat(connection: Connection, old: int, new: int) -> None:
    """Let what is stored of the old chat be the new chat's, where that has nothing of its own."""
    for statement in _MOVE_CHAT:
        connection.execute(statement, {"old": old, "new": new})
