"""What is remembered between two messages, and for how long; the one seam that storage takes the place of.

No text of a person is in it: only numbers of chats and messages, and what the dialogue leaves open.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from bot.dialogue import State

#: Seconds after which an unfinished conversation is forgotten.
ATTENTION = 30 * 60

#: Seconds for which a chat that was given the hint is not given it again.
HINT_PAUSE = 24 * 60 * 60

MOST_CONVERSATIONS = 10_000

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Place:
    """Whose conversation it is: one person's, in one chat and one topic of it."""

    chat: int
    user: int
    thread: int | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question that was answered: the states around it, and the messages that the answer stands in."""

    before: State
    after: State
    answers: tuple[int, ...]


class Memory(Protocol):
    """Remembers conversations; what it has forgotten reads as if it had never been."""

    async def state(self, place: Place) -> State:
        """What the conversation leaves open; `State()` at its beginning."""

    async def keep_state(self, place: Place, state: State) -> None:
        """Let the conversation go on from this state."""

    async def exchange(self, chat: int, question: int) -> Exchange | None:
        """How the message with this number was answered."""

    async def keep_exchange(self, chat: int, question: int, exchange: Exchange) -> None:
        """Remember where the question was answered."""

    async def claim_hint(self, chat: int) -> bool:
        """Whether the chat may be given the hint now; it is taken as given from here on."""

    async def forget_chat(self, chat: int) -> None:
        """Forget all that was said in the chat."""


class Shelf(Generic[Key, Value]):
    """Holds at most `most` values, each for `life` seconds since it was last put; the oldest make room."""

    def __init__(self, most: int, life: float, clock: Callable[[], float]) -> None:
        self._most = most
        self._life = life
        self._clock = clock
        self._held: OrderedDict[Key, tuple[float, Value]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._held)

    def put(self, key: Key, value: Value) -> None:
        """Hold the value from now on."""
        self._held[key] = self._clock(), value
        self._held.move_to_end(key)
        while len(self._held) > self._most or self._is_past(next(iter(self._held.values()))[0]):
            self._held.popitem(last=False)

    def get(self, key: Key) -> Value | None:
        """The value, unless its time is over."""
        since, value = self._held.get(key, (0.0, None))
        if value is None or not self._is_past(since):
            return value
        del self._held[key]
        return None

    def drop(self, fits: Callable[[Key], bool]) -> None:
        """Hold no more what the keys that fit lead to."""
        for key in [key for key in self._held if fits(key)]:
            del self._held[key]

    def _is_past(self, since: float) -> bool:
        return self._clock() - since > self._life


class ShortMemory:
    """Remembers in this process only; a restart forgets everything."""

    def __init__(self, clock: Callable[[], float], most: int = MOST_CONVERSATIONS) -> None:
        self._states: Shelf[Place, State] = Shelf(most, ATTENTION, clock)
        self._exchanges: Shelf[tuple[int, int], Exchange] = Shelf(most, ATTENTION, clock)
        self._hints: Shelf[int, bool] = Shelf(most, HINT_PAUSE, clock)

    async def state(self, place: Place) -> State:
        """What the conversation leaves open; `State()` half an hour after its last word."""
        return self._states.get(place) or State()

    async def keep_state(self, place: Place, state: State) -> None:
        """Let the conversation go on from this state."""
        self._states.put(place, state)

    async def exchange(self, chat: int, question: int) -> Exchange | None:
        """How the message with this number was answered within the last half hour."""
        return self._exchanges.get((chat, question))

    async def keep_exchange(self, chat: int, question: int, exchange: Exchange) -> None:
        """Remember where the question was answered."""
        self._exchanges.put((chat, question), exchange)

    async def claim_hint(self, chat: int) -> bool:
        """Whether the chat was not given the hint within the last day; it is taken as given from here on."""
        if self._hints.get(chat):
            return False
        self._hints.put(chat, True)
        return True

    async def forget_chat(self, chat: int) -> None:
        """Forget all that was said in the chat."""
        self._states.drop(lambda place: place.chat == chat)
        self._exchanges.drop(lambda key: key[0] == chat)
        self._hints.drop(lambda key: key == chat)
