"""What compares with the year before by a span of time: on the year, year on year, in a year."""

from __future__ import annotations

from bot.understand.gathering.mentions import ON_THE_YEAR, YEAR_ON_YEAR
from bot.understand.span import Span, joined

_LAST_YEAR = frozenset({"time:last-year"})
#: What says that something moved: after it a span of time tells between which years.
_MOVED = frozenset({"unit:percent", "op:change"})
#: How many spans *over the past year* has, or *in a year*.
_LONGEST = 4
#: After these the year is one of which more is told: in a year when nobody came.
_TOLD_OF = frozenset({"when", "that", "of", "with", "where", "which"})


def with_rates_on_the_year(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, what compares with the year before read as that: year on year, and, after a percentage or what moved,
    on the year, over the past year, in a year."""
    moved = next((place for place, span in enumerate(spans) if span.meanings & _MOVED), len(spans))
    for first in range(len(spans)):
        for last in range(first, min(first + _LONGEST, len(spans))):
            typed = "".join(each.typed for each in spans[first : last + 1])
            after = spans[last + 1].typed if last + 1 < len(spans) else ""
            is_span = typed in ON_THE_YEAR and moved < first and after not in _TOLD_OF
            if is_span or typed in YEAR_ON_YEAR:
                read = joined(spans[first : last + 1]).read_as(_LAST_YEAR, kind="word")
                return (*spans[:first], read, *spans[last + 1 :])
    return spans
