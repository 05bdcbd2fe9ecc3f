"""Questions as short keys, so that a button says by itself what it asks, whatever was forgotten since."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry, MetricEntry
from bot.understand.question import Question

_CODES = {
    "value": "v", "editions": "e", "change": "c", "compare": "m", "rank": "r", "rank-changes": "g", "share": "s",
    "ratio": "t", "average": "d", "sum": "u", "aspect": "a",
}  # fmt: skip
_OPERATIONS = {code: operation for operation, code in _CODES.items()}
_MEASURES = {"p": "percent", "a": "amount", "m": "multiple"}
_EXTREMES = {"h": "most", "l": "least", "b": "both"}
_LETTERS = {extreme: letter for letter, extreme in _EXTREMES.items()}
_CHART = "c"


def encode(question: Question) -> str:
    """The key of a question: what is asked of what for when, without what was claimed or assumed."""
    manner = (question.measure or "")[:1] + _LETTERS.get(question.extreme or "", "")
    manner += _CHART if question.wants_chart else ""
    fields = (
        _CODES[question.operation],
        "+".join(question.entries),
        "+".join(question.editions),
        question.base or "",
        manner,
        question.per or "",
    )
    return ":".join(fields).rstrip(":")


def decode(reference: str, catalogue: Catalogue) -> Question | None:
    """The question of a key; None when the knowledge no longer has what it names."""
    code, entries, editions, base, manner, per, *_ = (*reference.split(":"), *[""] * 6)
    operation = _OPERATIONS.get(code)
    ids = tuple(entries.split("+"))
    years = tuple(editions.split("+")) if editions else ()
    wanted = AspectEntry if operation == "aspect" else MetricEntry
    if operation is None or not all(isinstance(catalogue.entries.get(entry), wanted) for entry in ids):
        return None
    if not {*years, *((base,) if base else ())} <= {edition.id for edition in catalogue.knowledge.editions.list}:
        return None
    if not _fits(operation, len(ids), len(years), base):
        return None
    if per not in {"", "day", "edition"} and not isinstance(catalogue.entries.get(per), MetricEntry):
        return None
    measure = next((_MEASURES[letter] for letter in manner if letter in _MEASURES), None)
    extreme = next((_EXTREMES[letter] for letter in manner if letter in _EXTREMES), None)
    question = Question(operation, ids, years, base or None, measure, extreme, per or None)  # type: ignore[arg-type]
    return replace(question, wants_chart=_CHART in manner)


def _fits(operation: str, entries: int, editions: int, base: str) -> bool:
    """Whether an operation has as many entries and editions as it needs."""
    if operation in {"share", "ratio", "compare"}:
        return entries == 2 and editions > 0
    if operation in {"change", "rank-changes"}:
        return editions == 1 and bool(base)
    if operation in {"average", "sum", "rank", "editions"}:
        return editions > 0
    return True
