"""The last answer set against a figure that the message names: 상담액보다 많아?, plus consultations?"""

from __future__ import annotations

from dataclasses import replace

from bot.understand.asking.asked import Asked
from bot.understand.asking.claims import direction_claim
from bot.understand.asking.counted_in import whole_of_both
from bot.understand.asking.operations import is_held
from bot.understand.asking.pairs import are_alike, are_comparable
from bot.understand.asking.ranking import rank_changes
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import MetricEntry
from bot.understand.features import Features
from bot.understand.following.turns import asks_how_much_more, asks_share, is_figure, share_of
from bot.understand.question import Claim, Direction, Question, Unanswerable

#: What is compared with, or added, stands before these, or after those.
_WITH = frozenset({"이랑", "랑", "이랑은", "와", "과", "와의", "과의", "하고", "보다", "보다는", "보다도"})
_BELOW = ("below", "above", "than", "from", "against", "versus", "vs", "with", "over", "under", "plus")


def against_last(
    found: Features, metric: MetricEntry, last: Question, catalogue: Catalogue
) -> Question | Unanswerable | None:
    """What was asked for before, set against the figure that a message names: 온라인이랑 어느 쪽이 많았어?

    Declined where the two cannot be told apart, or added up.
    """
    if found.editions or found.numbers or metric.id == last.entries[0]:
        return None
    faster = _grown_more_than(found, metric, last, catalogue)
    if faster is not None:
        return faster
    if not is_figure(last, catalogue):
        tells_apart = _says_which_is_more(found) is not None and _is_set_against(found, metric)
        return Unanswerable("not-understood", near=(metric.id,)) if tells_apart else None
    other = catalogue.metric(last.entries[0])
    if found.has("op:per") and other.unit.id != metric.unit.id and metric.unit.base == "count":
        return Question("average", (other.id,), last.editions[-1:], per=metric.id, carried=last.entries)
    if asks_share(found) and not found.has("op:change"):
        return share_of((other, metric), last)
    whole = whole_of_both(other, metric)
    if whole is not None and found.has("op:sum", "op:include") and not found.has("op:exclude"):
        return Question("value", (whole.id,), last.editions[-1:], carried=last.entries)
    return _added_to_last(found, metric, other, last) or _compared_with_last(found, metric, other, last)


def _grown_more_than(
    found: Features, metric: MetricEntry, last: Question, catalogue: Catalogue
) -> Question | Unanswerable | None:
    """Whether the last figure grew more than the one that is named; declined where it cannot be told."""
    is_one = last.operation in {"value", "change"} and len(last.entries) == 1 and last.editions != ()
    if not (is_one and found.has("op:change") and _is_set_against(found, metric)):
        return None
    ranked = rank_changes(Asked((catalogue.metric(last.entries[0]), metric), found, catalogue))
    if ranked is None or not is_held(ranked, catalogue):
        return Unanswerable("not-understood", near=(metric.id,))
    return replace(ranked, carried=last.entries)


def _added_to_last(
    found: Features, metric: MetricEntry, other: MetricEntry, last: Question
) -> Question | Unanswerable | None:
    """The figure that is named and the last one, the other, added up: 상담액까지 합치면?"""
    if not found.has("op:sum") or _overlap(other, metric):
        return None
    if not are_alike(other, metric):
        is_joined = _is_set_against(found, metric)
        return Unanswerable("not-understood", near=(other.id, metric.id)) if is_joined else None
    return Question("sum", (other.id, metric.id), last.editions[-1:], carried=last.entries)


def _compared_with_last(
    found: Features, metric: MetricEntry, other: MetricEntry, last: Question
) -> Question | Unanswerable | None:
    """The figure that is named and the last one, the other, told apart: 상담액보다 많아?, more than exhibitors?"""
    direction, is_base = _says_which_is_more(found), _is_set_against(found, metric)
    compares = direction is not None or found.has("op:compare", "op:difference", "op:same")
    sets_apart = is_base or found.has("ask:which", "op:compare") or (direction is not None and found.is_claim)
    if not (compares and sets_apart) or found.has("op:change", "op:most", "op:least"):
        return None
    edition = last.editions[-1:] if metric.values else ()
    pair = Question("compare", (other.id, metric.id), edition, carried=last.entries)
    asks_by_how_much = is_base and (found.has("op:difference") or asks_how_much_more(found))
    if not (are_alike if asks_by_how_much else are_comparable)(other, metric):
        return Unanswerable("not-understood", near=pair.entries) if is_base else None
    if asks_by_how_much:
        return replace(pair, operation="ratio", measure="amount")
    if found.has("op:same") and found.is_claim and not found.has("not", "op:more", "op:less"):
        return replace(pair, claim=Claim(direction="same"))
    if direction is None or not found.is_claim or found.has("ask:which"):
        return pair
    claim = direction_claim(direction, found)
    return replace(pair, entries=pair.entries if is_base else pair.entries[::-1], claim=claim)


def _says_which_is_more(found: Features) -> Direction | None:
    """Up or down, where the message says of something that it is more or less; None where it says neither, or both."""
    more, less = found.has("op:more", "over"), found.has("op:less", "under")
    return None if more == less else "up" if more else "down"


def _is_set_against(found: Features, metric: MetricEntry) -> bool:
    """Whether the last figure is held against, or added to, what is named: 상담액이랑 차이는?, how far below
    consultations?; not where what is named is held against that: 상담액은 그보다 많았어?"""
    for place, span in enumerate(found.spans):
        beside = found.spans[:place][-1:] if span.kind == "josa" and span.text in _WITH else ()
        beside = found.spans[place + 1 :] if span.typed.endswith(_BELOW) else beside
        if any(each.meanings & metric.named for each in beside):
            return True
    return False


def _overlap(first: MetricEntry, second: MetricEntry) -> bool:
    """Whether one is counted in the other."""
    parts = (metric.part for metric in (first, second) if metric.part is not None)
    return first.metric.id == second.metric.id and not any(part.separate for part in parts)
