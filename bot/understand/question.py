"""A question as a value: what is asked of which entries, for which editions, and what is claimed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Operation = Literal[
    "value",
    "editions",
    "change",
    "compare",
    "rank",
    "rank-changes",
    "share",
    "ratio",
    "average",
    "sum",
    "aspect",
]
Measure = Literal["percent", "amount", "multiple"]
Extreme = Literal["most", "least", "both"]
Direction = Literal["up", "down", "same"]
#: How a message negates: it denies that something is so, or asks in a way that may as well affirm it.
Denial = Literal["denied", "unclear"]
#: What a decline says is asked where no asking word says it.
ANYTHING = "ask:anything"
Degree = Literal["over", "just-over", "under", "at-least", "at-most", "almost", "approx", "exactly", "of-that-order"]


@dataclass(frozen=True, slots=True)
class Claim:
    """What the message says is so: a number with its place value, a direction, things, dates or years.

    `others` are things named in the place of the right ones, as typed; `before` and `after` are the numbers that a
    change is said to lead from and to, `also` those that must be some figure of it. `is_denied` when the side of
    the topic is denied as a whole, `is_negated` when it is said that what is claimed is not so, `is_of_each` when it is
    said of each single day, `says_more` when the answer does not say all of it, `beyond` are the words that it does not
    say.
    """

    number: int | float | None = None
    step: float = 0.0
    degree: Degree | None = None
    unit: str | None = None
    direction: Direction | None = None
    items: frozenset[str] = frozenset()
    others: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    numbers: tuple[int | float, ...] = ()
    is_plain: bool = False
    is_denied: bool = False
    is_negated: bool = False
    is_choice: bool = False
    is_of_each: bool = False
    says_more: bool = False
    beyond: tuple[str, ...] = ()
    before: Claim | None = None
    after: Claim | None = None
    also: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One thing asked. `editions` are in the order of time; `base` is what is compared with.

    `presumed` is the way in which something is taken to have moved where only by how much is asked.
    `wants_chart` when a picture of the figures over all editions is wished for beside the answer; `of_subject` when
    something else was spoken of before, and the answer is of the subject again.
    """

    operation: Operation
    entries: tuple[str, ...]
    editions: tuple[str, ...] = ()
    base: str | None = None
    measure: Measure | None = None
    extreme: Extreme | None = None
    per: str | None = None
    claim: Claim | None = None
    presumed: Direction | None = None
    asks_reason: bool = False
    is_rounded: bool = False
    edition_assumed: bool = False
    base_assumed: bool = False
    relative: tuple[tuple[str, str], ...] = ()
    carried: tuple[str, ...] = ()
    half_named: bool = False
    wants_chart: bool = False
    of_subject: bool = False


@dataclass(frozen=True, slots=True)
class Unanswerable:
    """Why a message gets no answer, and the words, year, or asking word (`ask`) that the decline names."""

    reason: str
    words: tuple[str, ...] = ()
    entry: str | None = None
    year: int | None = None
    near: tuple[str, ...] = ()
    ask: str | None = None


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Two or more readings that nothing in the message tells apart."""

    questions: tuple[Question, ...]


TalkTopic = Literal["greeting", "thanks", "bye", "about", "laugh", "insult", "attack", "empty", "repeat", "source"]


@dataclass(frozen=True, slots=True)
class Talk:
    """Not a question about the release: a greeting, thanks, a question about the bot, the last answer again …"""

    topic: TalkTopic


@dataclass(frozen=True, slots=True)
class Quoted:
    """A number that stands in a passage of the release with just these words around it."""

    passage: str


Part = Question | Ambiguous | Unanswerable | Talk | Quoted
