"""What stands in a message, sorted: what is asked, which editions, operations, claims, and the content."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import attrgetter

from bot.language.words import Reading
from bot.understand.question import Degree, Denial
from bot.understand.span import Span

#: How each of two things ends that are put to choose from.
_CHOOSING = frozenset(
    {
        "였나", "이었나", "인가", "인지", "였지", "야", "이야", "냐", "이냐", "였는지", "이었는지", "인가요", "였나요",
        "이었나요", "였던가", "이었던가", "던가",
    }
)  # fmt: skip
#: What is chosen from has a word and a particle at least.
_ONE_THING = 2


@dataclass(frozen=True, slots=True)
class Item:
    """A content span: each reading is what its entry must explain if the span is read that way."""

    span: Span
    readings: tuple[Reading, ...]

    @property
    def meanings(self) -> Reading:
        """All meanings of all readings."""
        return frozenset().union(*self.readings)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the message, with the counting word or unit right after it and the words of degree around it."""

    span: Span
    value: int | float
    step: float
    unit: str | None
    degree: Degree | None


@dataclass(frozen=True, slots=True)
class EditionMention:
    """An edition or another year that the message names; `is_base` when something is compared with it.

    `relative` is a word whose year depends on the release, `is_vague` one that any closer word overrules: last time.
    """

    span: Span
    edition: str | None
    year: int
    is_base: bool
    relative: bool
    is_vague: bool = False


_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Features:
    """The sorted content of one message; `counters` are the counting words right after *how many*, `deeds` what those
    that are counted did."""

    spans: tuple[Span, ...]
    items: tuple[Item, ...]
    unknown: tuple[Span, ...]
    meanings: frozenset[str]
    editions: tuple[EditionMention, ...]
    numbers: tuple[Number, ...]
    dates: tuple[str, ...]
    is_question: bool
    places: frozenset[int]
    asks_companion: bool = False
    counted: Span | None = None
    counters: frozenset[str] = frozenset()
    deeds: tuple[Span, ...] = ()
    negates_quantity: bool = False
    denial: Denial | None = None
    ends_in_topic: bool = False
    implied: frozenset[str] = frozenset()
    asks: frozenset[str] = field(init=False)
    operations: frozenset[str] = field(init=False)
    certain: frozenset[str] = field(init=False)
    is_alternative: bool = field(init=False)
    is_claim: bool = field(init=False)

    def __post_init__(self) -> None:
        """`asks` are the asking words, as `ask:…` meanings, `operations` the words of comparing and calculating, as
        `op:…` and `per:…` meanings, and `certain` what words mean that cannot mean anything else.

        `is_alternative` tells whether two things are put to choose from, `is_claim` whether something is said and
        asked if it is so.
        """
        certain = (frozenset.intersection(*span.readings) for span in self.spans if span.readings)
        derived = {
            "asks": frozenset(meaning for meaning in self.meanings if meaning.startswith("ask:")),
            "operations": frozenset(meaning for meaning in self.meanings if meaning.startswith(("op:", "per:"))),
            "certain": frozenset().union(*certain),
        }
        for name, value in derived.items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "is_alternative", _puts_to_choose(self.spans))
        asks = self.asks - {"ask:list"} - self.implied
        is_claim = self.has("claim") or self.is_alternative or (self.is_question and not asks)
        object.__setattr__(self, "is_claim", is_claim)

    def place(self, span: Span) -> int | None:
        """The index of the span in which the span begins; None when it was left out."""
        place = bisect_right(self.spans, span.start, key=_start) - 1
        return place if place >= 0 and span.start < self.spans[place].end else None

    def around(self, span: Span) -> tuple[Span | None, Span | None]:
        """The spans that end right where the span begins, and begin right where it ends."""
        place = bisect_left(self.spans, span.start, key=_start)
        before = self.spans[place - 1] if place and self.spans[place - 1].end == span.start else None
        following = bisect_left(self.spans, span.end, lo=place, key=_start)
        is_next = following < len(self.spans) and self.spans[following].start == span.end
        return before, self.spans[following] if is_next else None

    @property
    def is_silent(self) -> bool:
        """Whether the message at most names something, and neither asks nor says anything of it."""
        return not (self.asks or self.operations or self.editions or self.numbers or self.has("claim"))

    @property
    def named(self) -> frozenset[str]:
        """All meanings of what the message names."""
        return frozenset().union(*(item.meanings for item in self.items))

    def has(self, *meanings: str) -> bool:
        """Whether any of the meanings is in the message."""
        return any(meaning in self.meanings for meaning in meanings)

    def certainly(self, meaning: str) -> bool:
        """Whether a word of the message means this and cannot mean anything else."""
        return meaning in self.certain

    @property
    def asks_count(self) -> bool:
        """Whether it is a count that is asked for: 인원은, the number of."""
        return self.certainly("count") or (self.has("count") and self.ends_in_topic and not self.asks)

    @property
    def certain_operations(self) -> frozenset[str]:
        """The operations of words that have no other reading."""
        return self.operations & self.certain


def _puts_to_choose(spans: tuple[Span, ...]) -> bool:
    """Whether two things are put to choose from: 코엑스였나 킨텍스였나, 장관이 했어 차관이 했어."""
    if sum(span.kind == "josa" and span.text in _CHOOSING for span in spans) > 1:
        return True
    clings = 2 if spans and spans[-1].kind in {"josa", "ending"} else 1
    words = [span.typed for span in spans]
    last = words[-clings:]
    apart = len(words) - clings - _ONE_THING  # something stands between the two
    return words[-1:] >= ["가"] and any(words[place : place + clings] == last for place in range(1, apart))
