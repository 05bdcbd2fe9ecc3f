"""What goes into the store and comes out of it, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.dialogue import State
from bot.knowledge.model import Language


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


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """What a chat has chosen; `language` is None while it follows the question's own, and `hears_all` lets a group be
    answered when it does not call the bot."""

    language: Language | None = None
    keeps_unanswered: bool = True
    hears_all: bool = False


@dataclass(frozen=True, slots=True)
class Votes:
    """How many people hold the answer about a fact, as one version of the knowledge has it, right and wrong."""

    fact: str
    version: str
    right: int
    wrong: int


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A wording that got no answer: how often, and the first and the last day; by whom is not known."""

    text: str
    language: Language
    reason: str
    count: int
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class Held:
    """All that is stored about one person, ready to be told to them; also what is past its time but not yet deleted."""

    conversations: int = 0
    exchanges: int = 0
    votes: int = 0
    hints: int = 0
    settings: ChatSettings | None = None
    oldest: datetime | None = None

    def is_nothing(self) -> bool:
        """Whether nothing at all is stored."""
        return self == Held()
