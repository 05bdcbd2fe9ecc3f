"""What a message asks across turns: which of the last two answers was more, their difference, their sum."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.catalogue import Catalogue
from bot.understand.entries import AspectEntry, MetricEntry
from bot.understand.features import Features
from bot.understand.pairs import are_alike
from bot.understand.question import Claim, Extreme, Measure, Question

_ACROSS = ("op:difference", "op:sum", "op:more", "op:less", "op:most", "op:least", "op:multiple", "op:per", "op:change")


def across_turns(
    found: Features, questions: tuple[Question, ...], earlier: tuple[Question, ...], catalogue: Catalogue
) -> Question | None:
    """The question that sets the last two answers against each other; None when the message does not ask for that.

    `questions` are those of the last turn, `earlier` those of the turn before it.
    """
    if found.editions or not found.has(*_ACROSS):
        return None
    last = questions[-1]
    for before in reversed((*earlier, *questions[:-1])):
        if not (_is_figure(before, catalogue) and _is_figure(last, catalogue)):
            continue
        is_other_edition = before.editions != last.editions and bool(before.editions and last.editions)
        if before.entries == last.entries and is_other_edition and not found.has("op:per"):
            return _of_editions(found, before, last)
        if before.entries != last.entries and before.editions[-1:] == last.editions[-1:]:
            return _of_figures(found, before, last, catalogue)
    return None


def against_last(found: Features, metric: MetricEntry, last: Question, catalogue: Catalogue) -> Question | None:
    """What was asked for before, set against the figure that a message names: 온라인이랑 어느 쪽이 많았어?"""
    if not _is_figure(last, catalogue) or found.editions or found.numbers or metric.id == last.entries[0]:
        return None
    other = catalogue.metric(last.entries[0])
    if found.has("op:per") and other.unit.id != metric.unit.id:
        return Question("average", (other.id,), last.editions[-1:], per=metric.id, carried=last.entries)
    compares = found.has("op:more", "op:less", "op:compare", "op:difference") and found.has("ask:which", "op:compare")
    if not compares or found.has("op:change", "op:most", "op:least") or not are_alike(other, metric):
        return None
    return Question("compare", (other.id, metric.id), last.editions[-1:], carried=last.entries)


def _is_figure(question: Question, catalogue: Catalogue) -> bool:
    """Whether the question asked for one figure."""
    entry = catalogue.entries.get(question.entries[0])
    return question.operation == "value" and len(question.entries) == 1 and not isinstance(entry, AspectEntry)


def _of_editions(found: Features, before: Question, last: Question) -> Question | None:
    """The same figure of two editions."""
    editions = tuple(sorted({before.editions[-1], last.editions[-1]}))
    if found.has("op:sum"):
        return Question("sum", last.entries, editions, carried=last.entries)
    up, down = found.has("op:up"), found.has("op:down")
    if up != down and found.is_claim:
        claim = Claim(direction="up" if up else "down")
        return Question("change", last.entries, editions[1:], base=editions[0], claim=claim, carried=last.entries)
    if found.has("op:difference", "op:multiple", "op:change"):
        measure: Measure = "multiple" if found.has("op:multiple") else "amount"
        return Question("change", last.entries, editions[1:], base=editions[0], measure=measure, carried=last.entries)
    if found.is_claim:
        return None
    return Question("rank", last.entries, editions, extreme=_extreme(found), carried=last.entries)


def _of_figures(found: Features, before: Question, last: Question, catalogue: Catalogue) -> Question | None:
    """Two figures of the same edition."""
    first, second = catalogue.metric(before.entries[0]), catalogue.metric(last.entries[0])
    if found.has("op:change"):
        return None
    if found.has("op:per"):
        return _divided(first, second, last) if first.unit.id != second.unit.id else None
    if not are_alike(first, second):
        return None
    pair = Question("compare", (first.id, second.id), last.editions[-1:], carried=last.entries)
    if found.has("op:sum"):
        return replace(pair, operation="sum")
    if found.has("op:difference", "op:multiple"):
        return replace(pair, operation="ratio", measure="multiple" if found.has("op:multiple") else "amount")
    return pair if not found.is_claim else None


def _divided(first: MetricEntry, second: MetricEntry, last: Question) -> Question:
    """What was asked for first for each of what was asked for last."""
    return Question("average", (first.id,), last.editions[-1:], per=second.id, carried=last.entries)


def _extreme(found: Features) -> Extreme:
    return "least" if found.has("op:less", "op:least") else "most"
