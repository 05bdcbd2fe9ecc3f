"""The tables, and for how long their rows are kept.

No column holds what a person wrote, but for `unanswered`, which holds nothing of the person. Numbers of Telegram take
up to 52 bits. Times are seconds since 1970; a conversation outside topics has the topic 0, as a key has no nulls.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Double,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

_DAY = 24 * 60 * 60.0

#: Seconds after which an unfinished conversation is forgotten.
ATTENTION = 30 * 60.0

#: Seconds for which answers are tied to their questions: so long Telegram lets people edit.
EXCHANGE_LIFE = 2 * _DAY

#: Seconds for which an update counts as seen; Telegram keeps those it could not deliver for a day.
UPDATE_LIFE = 2 * _DAY

#: Seconds after which a chat that was given the hint may be given it again.
HINT_PAUSE = _DAY

#: Seconds for which a person's vote counts.
VOTE_LIFE = 180 * _DAY

#: Days after its last day for which an unanswered wording is kept.
UNANSWERED_DAYS = 180

metadata = MetaData()

chat_settings = Table(
    "chat_settings",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("language", String(2)),
    Column("keeps_unanswered", Boolean, nullable=False),
    Column("hears_all", Boolean, nullable=False),
    Column("at", Double, nullable=False),
    sqlite_with_rowid=False,
)

conversations = Table(
    "conversations",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("thread_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("state", Text, nullable=False),
    Column("at", Double, nullable=False),
    sqlite_with_rowid=False,
)

#: `facts` is a digest of the references of the answer.
exchanges = Table(
    "exchanges",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("question_id", BigInteger, primary_key=True, autoincrement=False),
    Column("thread_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("facts", String(32)),
    Column("at", Double, nullable=False),
    Index("ix_exchanges_facts", "chat_id", "facts"),
    sqlite_with_rowid=False,
)

answers = Table(
    "answers",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("question_id", BigInteger, nullable=False),
    Column("position", Integer, nullable=False),
    ForeignKeyConstraint(
        ["chat_id", "question_id"],
        ["exchanges.chat_id", "exchanges.question_id"],
        name="fk_answers_exchanges",
        ondelete="CASCADE",
    ),
    Index("ix_answers_question", "chat_id", "question_id"),
    sqlite_with_rowid=False,
)

seen_updates = Table(
    "seen_updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Double, nullable=False),
    sqlite_with_rowid=False,
)

hints = Table(
    "hints",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Double, nullable=False),
    sqlite_with_rowid=False,
)

votes = Table(
    "votes",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("fact", String(200), primary_key=True),
    Column("version", String(16), primary_key=True),
    Column("is_right", Boolean, nullable=False),
    Column("at", Double, nullable=False),
    sqlite_with_rowid=False,
)

unanswered = Table(
    "unanswered",
    metadata,
    Column("text", String(200), primary_key=True),
    Column("language", String(2), primary_key=True),
    Column("reason", String(64), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    sqlite_with_rowid=False,
)

#: Seconds from a row's `at` to its end; settings stay until they are forgotten.
LIFE = {
    conversations: ATTENTION,
    exchanges: EXCHANGE_LIFE,
    seen_updates: UPDATE_LIFE,
    hints: HINT_PAUSE,
    votes: VOTE_LIFE,
}
