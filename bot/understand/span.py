"""A stretch of a message and what it may mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from bot.language.numbers import NumberSpan
from bot.language.words import Reading

SpanKind = Literal["word", "verb", "skip", "josa", "ending", "number", "year", "date", "unknown"]

#: Meanings that have their own part in a question and need no entry to explain them.
FREE = {
    "claim", "not", "and", "both", "or", "approx", "over", "under", "at-least", "at-most", "almost", "of-that-order",
    "such-as",
}  # fmt: skip


class Span:
    """`text[start:end]` of the spaceless message: its kind, what each of its readings means, and all together.

    `text` is the word it was recognised as and `typed` what stands in the message; `slips` counts the letters
    that had to be mended, `cost` is what the reading paid for it, `clause` counts the stops before it. `meanings` are
    those of all readings, given where they are at hand. A span is never changed; two that say the same are equal.
    """

    # No dataclass: what is read on every step of a message is read at once where the engine is compiled.
    def __init__(
        self,
        start: int,
        end: int,
        text: str,
        kind: SpanKind,
        readings: tuple[Reading, ...] = (),
        number: NumberSpan | None = None,
        slips: int = 0,
        mended: bool = False,
        cost: float = 0.0,
        clause: int = 0,
        typed: str = "",
        meanings: Reading | None = None,
    ) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.kind: SpanKind = kind
        self.readings = readings
        self.number = number
        self.slips = slips
        self.mended = mended
        self.cost = cost
        self.clause = clause
        self.typed = typed
        self.meanings: Reading = frozenset().union(*readings) if meanings is None else meanings

    def read_as(self, *readings: Reading, kind: SpanKind | None = None) -> Span:
        """The span with just these readings, which with none means nothing, and as this kind where one is given; what
        is read as no number has none."""
        number = self.number if kind in {None, "number"} else None
        return self._read(kind or self.kind, readings, number, self.slips, self.mended, self.cost, self.clause)

    def silenced(self) -> Span:
        """The span as one that says nothing."""
        return self.read_as(kind="skip")

    def unexplained(self) -> Span:
        """The span as one that nothing explains."""
        return self.read_as(kind="unknown")

    def in_clause(self, clause: int) -> Span:
        """The span after so many stops."""
        return self._read(self.kind, self.readings, self.number, self.slips, self.mended, self.cost, clause)

    def respelled(self, slips: int, cost: float) -> Span:
        """The span with so many slips more in it, paid for with the cost."""
        return self._read(
            self.kind, self.readings, self.number, self.slips + slips, True, self.cost + cost, self.clause
        )

    def _read(
        self,
        kind: SpanKind,
        readings: tuple[Reading, ...],
        number: NumberSpan | None,
        slips: int,
        mended: bool,
        cost: float,
        clause: int,
    ) -> Span:
        return Span(self.start, self.end, self.text, kind, readings, number, slips, mended, cost, clause, self.typed)

    def _values(self) -> tuple[object, ...]:
        return (
            *(self.start, self.end, self.text, self.kind, self.readings, self.number),
            *(self.slips, self.mended, self.cost, self.clause, self.typed),
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start == other.start and self._values() == other._values()

    def __hash__(self) -> int:
        return hash((self.start, self.end, self.typed))

    def __repr__(self) -> str:
        return f"Span{self._values()}"


def joined(spans: Sequence[Span]) -> Span:
    """One span over all of them, else like the first."""
    first, typed = spans[0], "".join(span.typed for span in spans)
    return Span(
        first.start,
        spans[-1].end,
        "".join(span.text for span in spans),
        first.kind,
        first.readings,
        first.number,
        first.slips,
        first.mended,
        first.cost,
        first.clause,
        typed,
    )
