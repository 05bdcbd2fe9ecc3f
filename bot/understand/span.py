"""A stretch of a message and what it may mean."""

from __future__ import annotations

from typing import Literal, NamedTuple

from bot.language.numbers import NumberSpan
from bot.language.words import Reading

SpanKind = Literal["word", "verb", "skip", "josa", "ending", "number", "year", "date", "unknown"]

#: Meanings that have their own part in a question and need no entry to explain them.
FREE = {
    "claim", "not", "and", "both", "or", "approx", "over", "under", "at-least", "at-most", "almost", "of-that-order",
    "such-as",
}  # fmt: skip


class Span(NamedTuple):
    """`text[start:end]` of the spaceless message: its kind, what each of its readings means, and all together.

    `text` is the word it was recognised as and `typed` what stands in the message; `slips` counts the letters
    that had to be mended, `cost` is what the reading paid for it, `clause` counts the stops before it.
    """

    start: int
    end: int
    text: str
    kind: SpanKind
    readings: tuple[Reading, ...] = ()
    number: NumberSpan | None = None
    slips: int = 0
    mended: bool = False
    cost: float = 0.0
    clause: int = 0
    typed: str = ""
    meanings: Reading = frozenset()
