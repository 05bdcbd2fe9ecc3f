"""The queue of updates that the bot has not acknowledged yet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.botapi.shapes import Json

UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Telegram sends these only to bots that name them in `allowed_updates`."""


@dataclass(frozen=True)
class Update:
    """One update; `again` marks a second delivery of one that was sent before."""

    id: int
    kind: str
    payload: Json
    again: bool = False

    def json(self) -> Json:
        """Return the update as an Update object."""
        return {"update_id": self.id, self.kind: self.payload}


class UpdateQueue:
    """Updates in the order they happened, kept until they are acknowledged."""

    def __init__(self, first_id: int = 700_000_001) -> None:
        self._next_id = first_id
        self.created: list[Update] = []
        self.pending: list[Update] = []
        self.acknowledged: set[int] = set()
        self.allowed: frozenset[str] = frozenset()
        self.on_arrival: Callable[[], None] = lambda: None

    def allow(self, kinds: Sequence[str]) -> None:
        """Remember which kinds the bot asked for; none means Telegram's defaults."""
        self.allowed = frozenset(kinds)

    def put(self, kind: str, payload: Json) -> Update | None:
        """Queue an update and return it, unless the bot did not ask for its kind."""
        if kind not in self.allowed if self.allowed else kind in UNASKED:
            return None
        update = Update(self._next_id, kind, payload)
        self._next_id += 1
        self.created.append(update)
        self.pending.append(update)
        self.on_arrival()
        return update

    def put_again(self, update: Update) -> None:
        """Queue an update a second time under the same identifier."""
        self.pending.append(Update(update.id, update.kind, update.payload, again=True))
        self.on_arrival()

    def take(self, offset: int, limit: int) -> list[Update]:
        """Acknowledge what lies before the offset, counted from the end if negative, and return the rest."""
        if offset < 0:
            gone = self.pending[:offset]
        else:
            gone = [update for update in self.pending if update.id < offset and not update.again]
        for update in gone:
            self.acknowledge(update)
        batch = self.pending[:limit]
        for update in batch:
            if update.again:
                self.pending.remove(update)
        return batch

    def acknowledge(self, update: Update) -> None:
        """Forget an update that the bot has received."""
        if update in self.pending:
            self.pending.remove(update)
        self.acknowledged.add(update.id)

    def clear(self) -> None:
        """Forget every update that still waits."""
        self.pending.clear()
