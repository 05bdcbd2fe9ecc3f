"""What is named alone and asked, or calculated, as the last question was: 장관은 누구? 제1차관은?"""

from __future__ import annotations

from dataclasses import replace

from bot.understand.asking.candidates import find_candidates
from bot.understand.asking.claims import number_claim, number_fits
from bot.understand.asking.kinds import SPECIFIC_ASKS
from bot.understand.asking.operations import is_held
from bot.understand.asking.partial import GENERAL
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry, MetricEntry
from bot.understand.features import Features
from bot.understand.following.related import is_of_same_metric, is_of_same_topic, related_candidates
from bot.understand.question import Ambiguous, Claim, Part, Question, Unanswerable

#: How it is said that a count is one of the thing spoken of.
_SAID_OF = frozenset({"come", "be", "say", "spread", "support"})
_AS_MUCH = frozenset({"그만큼", "그만큼이나", "그만치", "asmuch", "thatmuch", "equallymuch"})


def calculated_likewise(
    found: Features, entry: MetricEntry, last: Question, catalogue: Catalogue
) -> Question | Unanswerable | None:
    """A figure named alone after a calculation is calculated in the same way: 상담액 증가율은? 계약은?

    Declined where the release does not have what that needs.
    """
    silent = not (found.asks - {"ask:how"} or found.operations or found.editions or found.numbers)
    silent = silent and not found.has("claim", "time:same")  # 그 해 계약액은? asks for that of the edition told of
    if not silent:
        return None
    if last.operation in {"share", "ratio"}:
        return _shared_likewise(entry, last, catalogue)
    if len(last.entries) != 1 or last.operation not in {"change", "rank", "editions", "average", "sum"}:
        return None
    question = replace(last, entries=(entry.id,), claim=_without_figures(last.claim), carried=last.entries)
    if question.claim is not None or is_held(question, catalogue):
        return question
    is_lost = last.operation in {"average", "sum", "change"}
    return Unanswerable("no-such-breakdown", entry=entry.id, near=(entry.id,)) if is_lost else None


def _shared_likewise(entry: MetricEntry, last: Question, catalogue: Catalogue) -> Question | Unanswerable | None:
    """The share of its own whole that is asked for after another: 외국인 비율은? 해외 기업은?"""
    shared, whole = (catalogue.metric(each) for each in last.entries)
    if shared.whole_id != whole.id or entry.id == whole.id:
        return None
    if entry.part is None or entry.part.separate or entry.whole_id is None:
        return Unanswerable("not-understood", near=(entry.id,))
    question = replace(last, entries=(entry.id, entry.whole_id), claim=None, carried=last.entries)
    return question if is_held(question, catalogue) else Unanswerable("no-such-breakdown", entry=entry.id)


def settled_by_last(part: Part, last: Question, catalogue: Catalogue) -> Part:
    """The one of the figures that may be meant which is a part of the last one, or else that in its unit; the part as
    it is when that settles nothing: the total for contracts? and for consultations?"""
    entry = catalogue.entries.get(last.entries[0])
    if not isinstance(part, Ambiguous) or not isinstance(entry, MetricEntry) or last.operation != "value":
        return part
    meant = [catalogue.entries[each.entries[0]] for each in part.questions]
    if not all(isinstance(each, MetricEntry) for each in meant):
        return part
    of_metric = [each for each in part.questions if is_of_same_metric(catalogue.metric(each.entries[0]), entry)]
    in_unit = [each for each in part.questions if catalogue.metric(each.entries[0]).unit.base == entry.unit.base]
    settled = of_metric if len(of_metric) == 1 else in_unit
    return replace(settled[0], carried=last.entries) if len(settled) == 1 else part


def counted_of_last(part: Part, found: Features, last: Question, catalogue: Catalogue) -> Part:
    """The part; where nothing but a kind of thing is counted in a claim, and the thing spoken of has such a count, the
    claim about that: how many projects does K-City support? They are in 33 countries, right?"""
    asked = catalogue.entries.get(last.entries[0])
    number = found.numbers[0] if len(found.numbers) == 1 else None
    if asked is None or number is None or not (number.unit or "").startswith("counter:") or not found.is_claim:
        return part
    if found.has("participate") and "participate" not in asked.about:
        return part
    if found.asks or found.editions or found.operations or not found.named <= GENERAL | catalogue.little | _SAID_OF:
        return part
    if isinstance(asked, AspectEntry):
        told = [metric for metric in catalogue.metrics() if _is_told_in(metric, asked)]
    else:
        told = [
            each.entry for each in related_candidates(found, asked, catalogue) if isinstance(each.entry, MetricEntry)
        ]
    counting = [each for each in told if number.unit in each.counters and number_fits(each, number, in_percent=False)]
    is_one = len(counting) == 1 or (bool(counting) and isinstance(asked, MetricEntry))
    if not is_one or counting[0].id == asked.id or number.unit == "counter:thing":
        return part
    editions = (catalogue.knowledge.editions.default,) if counting[0].values else ()
    return Question("value", (counting[0].id,), editions, claim=number_claim(number), carried=last.entries)


def _is_told_in(metric: MetricEntry, asked: AspectEntry) -> bool:
    """Whether the figure stands in a passage that the side of the topic is told in."""
    return any(value.figure.passage in asked.aspect.passages for value in metric.all_values)


def to_the_same_extent(part: Part, found: Features, last: Question) -> Part:
    """The part, with the number that was claimed before where as much is claimed of another figure: 업체도 그만큼
    늘었나? did visitors grow by as much?"""
    if not isinstance(part, Question) or part.operation != "change" or not _says_as_much(found):
        return part
    claimed = last.claim if last.operation == "change" else None
    if claimed is None or claimed.number is None or claimed.also:
        return replace(part, claim=None)
    direction = part.claim.direction if part.claim is not None else claimed.direction
    return replace(part, claim=Claim(claimed.number, claimed.step, claimed.degree, claimed.unit, direction=direction))


def _says_as_much(found: Features) -> bool:
    """Whether something is said to be as much as what was spoken of; not as much as in 2019."""
    typed = [span.typed for span in found.spans]
    for place, word in enumerate(typed):
        if word in _AS_MUCH or typed[place : place + 2] in (["as", "much"], ["that", "much"]):
            return not any(each in {"as", "asin"} for each in typed[place + 2 :])
    return False


def _without_figures(claim: Claim | None) -> Claim | None:
    """The claim, where it may be made of another figure too: that it rose, that it is the most ever."""
    return claim if claim is not None and claim == Claim(direction=claim.direction, years=claim.years) else None


def asked_likewise(found: Features, last: Question, catalogue: Catalogue) -> Question | None:
    """A topic named alone is asked what the last one was: 장관은 누구? 제1차관은?"""
    entry = catalogue.entries.get(last.entries[0])
    if not isinstance(entry, AspectEntry) or not found.is_silent or not found.items:
        return None
    other_side = _other_side(found, entry, last, catalogue)
    if other_side is not None or found.named <= catalogue.little:
        return other_side
    if found.is_claim and _names_side(found, entry, catalogue):
        return None
    for ask in entry.aspect.asks:
        asking = replace(found, meanings=found.meanings | {f"ask:{ask}"})
        answering = [
            candidate
            for candidate in find_candidates(asking, catalogue)
            if candidate.is_complete and isinstance(candidate.entry, AspectEntry) and ask in candidate.entry.aspect.asks
        ]
        if answering and not is_of_same_topic(answering[0].entry, entry):
            return Question("aspect", (answering[0].entry.id,), carried=last.entries)
    return None


def _other_side(found: Features, entry: AspectEntry, last: Question, catalogue: Catalogue) -> Question | None:
    """Another side of the subject that the message names and that answers as the last did: opened when? and close?"""
    asks = frozenset(f"ask:{ask}" for ask in entry.aspect.asks) & SPECIFIC_ASKS
    said = found.named - catalogue.subject
    sides = [
        side
        for side in catalogue.topics[entry.topic.id]
        if side.id != entry.id and asks and asks <= side.answers and any(name <= said for name in side.names)
        if all(item.meanings & (side.explains | catalogue.little) for item in found.items)
    ]
    is_one = entry.topic.subject and len(sides) == 1
    return Question("aspect", (sides[0].id,), carried=last.entries) if is_one else None


def _names_side(found: Features, entry: AspectEntry, catalogue: Catalogue) -> bool:
    """Whether the message names another side of the topic spoken of: 수출도 됐어?"""
    return any(is_of_same_topic(each.entry, entry) for each in related_candidates(found, entry, catalogue))
