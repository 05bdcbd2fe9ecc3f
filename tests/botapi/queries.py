"""Questions that want exactly one answer: button presses, inline queries, guest queries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from tests.botapi.accounts import Account
from tests.botapi.errors import QUERY_TOO_OLD, bad_request
from tests.botapi.messages import Message
from tests.botapi.results import Result
from tests.botapi.shapes import Json
from tests.botapi.updates import Update
from tests.botapi.watch import Watch

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class CallbackAnswer:
    """What a person is shown after pressing a button."""

    query_id: str
    text: str
    show_alert: bool
    url: str
    cache_time: int


@dataclass(frozen=True)
class InlineAnswer:
    """The cards a person is shown while typing."""

    query_id: str
    results: tuple[Result, ...]
    cache_time: int
    is_personal: bool
    next_offset: str
    button: Json

    @property
    def titles(self) -> list[str]:
        """The titles of the cards, from top to bottom."""
        return [result.title for result in self.results]

    def result(self, label: str) -> Result:
        """Return the card with this identifier or title."""
        found = next((result for result in self.results if label in (result.id, result.title)), None)
        if found is None:
            raise LookupError(f"no result {label!r} among {self.titles}")
        return found


@dataclass(eq=False)
class Query(Generic[Answer]):
    """One question to the bot."""

    id: str
    sender: Account
    watch: Watch
    answer: Answer | None = None
    is_old: bool = False
    update: Update | None = None

    def expire(self) -> None:
        """Let the question grow too old to be answered."""
        with self.watch.change():
            self.is_old = True

    def wait_for_answer(self, timeout: float = 30) -> Answer:
        """Return the bot's answer as soon as it gives one."""
        return self.watch.until(lambda: self.answer, timeout, lambda: f"query {self.id} was not answered")


@dataclass(eq=False)
class CallbackQuery(Query[CallbackAnswer]):
    """A pressed button."""


@dataclass(eq=False)
class InlineQuery(Query[InlineAnswer]):
    """Words typed after the bot's name in some chat."""


@dataclass(eq=False)
class GuestQuery(Query[Message]):
    """A message that calls the bot into a chat it is not in; the answer is the message it posts there."""

    message: Message | None = None


AnyQuery = TypeVar("AnyQuery", CallbackQuery, InlineQuery, GuestQuery)


class OpenQueries(Generic[AnyQuery]):
    """The questions of one kind, found by their identifiers."""

    def __init__(self) -> None:
        self._queries: dict[str, AnyQuery] = {}

    def add(self, query: AnyQuery) -> None:
        """Note a question that has just been asked."""
        self._queries[query.id] = query

    def open(self, identifier: str) -> AnyQuery:
        """Return a question that can still be answered, or refuse as Telegram does."""
        query = self._queries.get(identifier)
        if query is None or query.is_old or query.answer is not None:
            raise bad_request(QUERY_TOO_OLD)
        return query
