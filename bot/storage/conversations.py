"""What a conversation leaves open, which message was answered by which, and which facts were told where."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, delete, select

from bot.dialogue import State
from bot.storage.statements import upsert
from bot.storage.states import read_state, wordless, write_state
from bot.storage.tables import answers, conversations, exchanges
from bot.storage.values import Exchange, Place

_STATE = select(conversations.c.state).where(
    conversations.c.chat_id == bindparam("chat_id"),
    conversations.c.thread_id == bindparam("thread_id"),
    conversations.c.user_id == bindparam("user_id"),
    conversations.c.at >= bindparam("since"),
)
_ANSWERS_OF_QUESTION = delete(answers).where(
    answers.c.chat_id == bindparam("chat_id"), answers.c.question_id == bindparam("question_id")
)


def _exchange(question: ColumnElement[int]) -> Select[Any]:
    """An exchange with its answers in order, a row for each; one row of null without any."""
    return (
        select(exchanges.c.before, exchanges.c.after, answers.c.message_id)
        .join_from(
            exchanges,
            answers,
            (answers.c.chat_id == exchanges.c.chat_id) & (answers.c.question_id == exchanges.c.question_id),
            isouter=True,
        )
        .where(
            exchanges.c.chat_id == bindparam("chat_id"),
            exchanges.c.question_id == question,
            exchanges.c.at >= bindparam("since"),
        )
        .order_by(answers.c.position)
    )


_BY_QUESTION = _exchange(bindparam("number"))
_asked = answers.alias()
_QUESTION_OF_ANSWER = select(_asked.c.question_id).where(
    _asked.c.chat_id == bindparam("chat_id"), _asked.c.message_id == bindparam("number")
)
_BY_ANSWER = _exchange(_QUESTION_OF_ANSWER.scalar_subquery())
_ANSWERED = (
    select(answers.c.message_id)
    .join_from(
        exchanges,
        answers,
        (answers.c.chat_id == exchanges.c.chat_id) & (answers.c.question_id == exchanges.c.question_id),
    )
    .where(
        exchanges.c.chat_id == bindparam("chat_id"),
        exchanges.c.thread_id == bindparam("thread_id"),
        exchanges.c.facts == bindparam("facts"),
        exchanges.c.at >= bindparam("since"),
        answers.c.position == 0,
    )
    .order_by(exchanges.c.at.desc(), answers.c.message_id.desc())
    .limit(1)
)


def state(connection: Connection, place: Place, since: float) -> State:
    """What was left open at or after `since`; else `State()`."""
    found = connection.execute(_STATE, {**_key(place), "since": since}).scalar()
    return State() if found is None else read_state(found)


def keep_state(connection: Connection, place: Place, left: State, now: float) -> None:
    """Let the conversation go on from the state."""
    row = {**_key(place), "state": write_state(left), "at": now}
    connection.execute(upsert(connection, conversations), row)


def exchange(connection: Connection, chat: int, question: int, since: float) -> Exchange | None:
    """How the message was answered at or after `since`."""
    row = {"chat_id": chat, "number": question, "since": since}
    return _read_exchange(connection.execute(_BY_QUESTION, row).all())


def exchange_of_answer(connection: Connection, chat: int, answer: int, since: float) -> Exchange | None:
    """The exchange that the message is an answer of."""
    row = {"chat_id": chat, "number": answer, "since": since}
    return _read_exchange(connection.execute(_BY_ANSWER, row).all())


def keep_answer(
    connection: Connection, place: Place, question: int, given: Exchange, references: tuple[str, ...], now: float
) -> None:
    """Let the conversation go on from the state after the answer, and tie the answer to its question and facts."""
    keep_state(connection, place, given.after, now)
    _tie(connection, place, question, given, references, now)


def keep_choice(
    connection: Connection, place: Place, message: int, given: Exchange, references: tuple[str, ...], now: float
) -> None:
    """The same for what was chosen under a message: it answers the question that the message answered."""
    row = {"chat_id": place.chat, "number": message}
    question: int | None = connection.execute(_QUESTION_OF_ANSWER, row).scalar()
    keep_answer(connection, place, message if question is None else question, given, references, now)


def _tie(
    connection: Connection, place: Place, question: int, given: Exchange, references: tuple[str, ...], now: float
) -> None:
    row = {
        **_key(place),
        "question_id": question,
        "before": write_state(given.before),
        "after": write_state(given.after),
        "facts": _facts(references),
        "at": now,
    }
    connection.execute(upsert(connection, exchanges), row)
    connection.execute(_ANSWERS_OF_QUESTION, row)
    messages = [
        {"chat_id": place.chat, "message_id": message, "question_id": question, "position": position}
        for position, message in enumerate(given.answers)
    ]
    if messages:
        connection.execute(upsert(connection, answers), messages)


def replace_answer(
    connection: Connection,
    place: Place,
    question: int,
    given: Exchange,
    exchange: Exchange,
    references: tuple[str, ...],
    since: float,
    now: float,
) -> None:
    """Tie another answer to the question; the conversation goes on from it only if nothing was said after the first."""
    goes_on = state(connection, place, since) == wordless(given.after)
    if goes_on:
        keep_state(connection, place, exchange.after, now)
    _tie(connection, place, question, exchange, references, now)


def answered(
    connection: Connection, chat: int, thread: int | None, references: tuple[str, ...], since: float
) -> int | None:
    """The first message of the latest answer, at or after `since`, that told exactly these facts there."""
    facts = _facts(references)
    if facts is None:
        return None
    row = {"chat_id": chat, "thread_id": thread or 0, "facts": facts, "since": since}
    found: int | None = connection.execute(_ANSWERED, row).scalar()
    return found


def _key(place: Place) -> dict[str, Any]:
    return {"chat_id": place.chat, "thread_id": place.thread or 0, "user_id": place.user}


def _facts(references: tuple[str, ...]) -> str | None:
    """A short key of the references, whichever their order; None for none."""
    if not references:
        return None
    return hashlib.blake2b("\n".join(sorted(set(references))).encode(), digest_size=16).hexdigest()


def _read_exchange(rows: Sequence[Row[Any]]) -> Exchange | None:
    if not rows:
        return None
    messages = tuple(row.message_id for row in rows if row.message_id is not None)
    return Exchange(read_state(rows[0].before), read_state(rows[0].after), messages)
