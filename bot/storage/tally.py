"""What is counted: votes about facts, and wordings that got no answer."""

from __future__ import annotations

import datetime

from sqlalchemy import Connection, bindparam, case, delete, func, select, tuple_

from bot.storage.statements import counting
from bot.storage.tables import unanswered as wordings
from bot.storage.tables import votes as ballots
from bot.storage.values import Unanswered, Votes

#: So many wordings are kept; of more, those asked least, and of these the oldest, make room.
MOST_WORDINGS = 5_000

_VOTES = (
    select(
        ballots.c.fact,
        ballots.c.version,
        func.sum(case((ballots.c.is_right, 1), else_=0)).label("right"),
        func.sum(case((ballots.c.is_right, 0), else_=1)).label("wrong"),
    )
    .where(ballots.c.at >= bindparam("since"))
    .group_by(ballots.c.fact, ballots.c.version)
    .order_by(ballots.c.fact, ballots.c.version)
)
_FREQUENT = (
    select(wordings)
    .where(wordings.c.last_day >= bindparam("since"))
    .order_by(wordings.c.count.desc(), wordings.c.last_day.desc(), wordings.c.text)
    .limit(bindparam("most"))
)
_HOW_MANY = select(func.count()).select_from(wordings)
_wording = tuple_(*wordings.primary_key)
_RAREST = (
    select(*wordings.primary_key)
    .where(_wording != tuple_(bindparam("text"), bindparam("language"), bindparam("reason")))
    .order_by(wordings.c.count, wordings.c.last_day, wordings.c.first_day)
    .limit(bindparam("surplus"))
)
_MAKE_ROOM = delete(wordings).where(_wording.in_(_RAREST))


def votes(connection: Connection, since: float) -> tuple[Votes, ...]:
    """What people said at or after `since` about each fact in each version of the knowledge."""
    return tuple(Votes(*row) for row in connection.execute(_VOTES, {"since": since}))


def note_unanswered(connection: Connection, text: str, language: str, reason: str, day: datetime.date) -> None:
    """Count the wording, which must be anonymous."""
    row = {"text": text, "language": language, "reason": reason, "count": 1, "first_day": day, "last_day": day}
    if connection.execute(counting(connection, wordings), row).scalar() != 1:
        return
    surplus = connection.execute(_HOW_MANY).scalar_one() - MOST_WORDINGS
    if surplus > 0:
        connection.execute(_MAKE_ROOM, {**row, "surplus": surplus})


def unanswered(connection: Connection, most: int, since: datetime.date) -> tuple[Unanswered, ...]:
    """The wordings of that day and later, the most frequent first."""
    return tuple(Unanswered(*row) for row in connection.execute(_FREQUENT, {"most": most, "since": since}))
