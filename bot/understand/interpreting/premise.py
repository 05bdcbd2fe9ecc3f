"""What a question why takes for granted beside the change whose reason it asks: 전시장을 줄였는데도 업체가 는 까닭은?

What is not so is put right before anything else; what is so is left out, and the reason of the other change is asked.
"""

from __future__ import annotations

from dataclasses import replace

from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import MetricEntry
from bot.understand.context import Context
from bot.understand.features import Features
from bot.understand.gathering.gather import gather
from bot.understand.interpreting.single import one_thing
from bot.understand.question import Question
from bot.understand.span import Span

#: How a Korean clause ends that something else is told in spite of.
_IN_SPITE_OF = ("데도", "음에도", "임에도", "지만")
_CONCEDES = frozenset({"eventhough", "although", "though", "despite", "inspiteof"})


def premise_apart(whole: Features, text: str, catalogue: Catalogue) -> tuple[Question, bool, tuple[Span, ...]] | None:
    """What is taken for granted, whether it is so, and the spans of what is asked; None when nothing is."""
    found = _clauses(whole.spans) if whole.has("ask:why") else None
    if found is None:
        return None
    granted, asking = found
    said = gather(granted, catalogue, text)
    if len(said.editions) < len(whole.editions):
        return None  # a year of the other clause may be meant for both
    premise = one_thing(replace(said, meanings=said.meanings | {"claim"}), Context(), catalogue)
    if not isinstance(premise, Question) or premise.operation != "change" or premise.half_named:
        return None
    is_so = _is_so(premise, catalogue)
    return (replace(premise, asks_reason=True), is_so, asking) if is_so is not None else None


def _clauses(spans: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """The spans of what is conceded, and those of what is asked."""
    for index, span in enumerate(spans[:-1]):
        typed = span.typed if index == 0 else spans[index - 1].typed + span.typed
        if span.kind in {"ending", "verb", "skip"} and typed.endswith(_IN_SPITE_OF):
            return spans[: index + 1], spans[index + 1 :]
        if index and span.typed in _CONCEDES:
            return spans[index + 1 :], spans[:index]
    return None


def _is_so(premise: Question, catalogue: Catalogue) -> bool | None:
    """Whether the figure moved the way that is taken for granted; None where it is not said which way, or there are no
    figures."""
    entry = catalogue.entries[premise.entries[0]]
    if premise.claim is None or premise.claim.direction is None or not isinstance(entry, MetricEntry):
        return None
    before, after = entry.values.get(premise.base or ""), entry.values.get(premise.editions[-1])
    if before is None or after is None:
        return None
    moved = "up" if after.number > before.number else "down" if after.number < before.number else "same"
    return (moved == premise.claim.direction) != premise.claim.is_negated
