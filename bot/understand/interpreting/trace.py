"""Why a message was understood so, step by step; written out only for who asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.understand.asking.candidates import Candidate
from bot.understand.span import Span

#: How many candidates are told of.
_MOST_CANDIDATES = 6


@dataclass(frozen=True, slots=True)
class Weighed:
    """The spans of a message, and the candidates for what they are about, best first."""

    spans: tuple[Span, ...]
    candidates: tuple[Candidate, ...]

    def lines(self) -> Iterator[str]:
        """A line for each span, then one for each of the first candidates."""
        for span in self.spans:
            readings = " | ".join("+".join(sorted(each)) for each in span.readings)
            yield f"{span.typed} → {readings or span.kind} ({span.cost:.2f})"
        for candidate in self.candidates[:_MOST_CANDIDATES]:
            left = ", ".join(item.span.typed for item in candidate.leftover)
            unanswered = ", ".join(sorted(candidate.asks_left))
            yield (
                f"{candidate.entry.id} {candidate.score:.2f}"
                + (f" leaves {left}" if candidate.leftover else "")
                + (f" does not answer {unanswered}" if candidate.asks_left else "")
            )


#: A step is told in words, or by what was weighed.
Step = str | Weighed


def written(steps: Sequence[Step]) -> tuple[str, ...]:
    """The steps as lines."""
    lines: list[str] = []
    for step in steps:
        lines += [step] if isinstance(step, str) else step.lines()
    return tuple(lines)
