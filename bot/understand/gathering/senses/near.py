"""What several senses look at: the next word that says something, and words that point, ask or name a count."""

from __future__ import annotations

from bot.understand.span import Span

#: How a figure is called by its count.
COUNT_NOUNS = ("number", "totalnumber", "overallnumber")
HELD = frozenset({"hold"})
POINTING = frozenset({"that", "the", "this", "your", "its"})
COPULAS = frozenset({"is", "are", "was", "were", "means", "mean"})
COMPARES = frozenset({"op:change", "op:up", "op:down", "op:more", "op:less", "op:compare", "over"})


def next_said(spans: tuple[Span, ...], index: int) -> Span | None:
    """The next span that says something."""
    return next((each for each in spans[index + 1 :] if each.kind != "skip"), None)
