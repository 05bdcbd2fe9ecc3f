"""What a fragment asks of the figure spoken of that the release does not tell: how big the booths were, a target.

No neighbour's figure and no side of the expo stands in for it.
"""

from __future__ import annotations

from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry, MetricEntry
from bot.understand.features import Features
from bot.understand.gathering.constructions import is_part_of_that
from bot.understand.question import ANYTHING, Part, Question, Unanswerable

#: How large each of the things is that were counted.
_SIZE = frozenset({"howbig", "howlarge", "howwide", "whatsize", "size", "sizes", "크기"})
_BIG = frozenset({"크", "커"})
#: What was aimed at, which is another figure than what came of it.
_GOAL = frozenset({"목표", "목표치", "목표액", "목표량", "target", "targets", "goal", "goals"})
#: With these a thing belongs to what was spoken of.
_OWN = frozenset({"their", "its", "그", "그들", "그들의", "그곳"})


def untold_of_figure(part: Part, found: Features, last: Question, catalogue: Catalogue) -> Part:
    """The part, or a decline where the fragment asks of the last figure what the release does not tell."""
    asked = catalogue.entries.get(last.entries[0])
    if not isinstance(asked, MetricEntry) or not isinstance(part, Question) or found.editions or found.dates:
        return part
    untold = (
        _is_size(part, found, asked, catalogue)
        or _is_of_part(part, found, asked)
        or _is_share_of_money(part, found, asked, catalogue)
        or _is_goal(part, found, catalogue)
        or _is_in_another_unit(part, found, catalogue)
        or _is_multiple_of_another(part, found, asked)
    )
    typed = tuple(item.span.typed for item in found.items)
    if not untold:
        return part
    return Unanswerable("no-such-breakdown", typed, asked.id, near=(asked.id,), ask=None if typed else ANYTHING)


def _is_size(part: Question, found: Features, asked: MetricEntry, catalogue: Catalogue) -> bool:
    """Whether it is asked how large those are that were counted."""
    if asked.unit.base != "count" or found.numbers or not found.operations <= {"op:more"}:
        return False
    named = [item.span for item in found.items if item.span.typed not in _SIZE]
    says_big = any(span.typed in _BIG for span in found.spans)
    is_size = says_big or any(span.typed in _SIZE for span in found.spans)
    entry = catalogue.entries[part.entries[0]]
    return is_size and not named and (entry.id == asked.id or isinstance(entry, MetricEntry))


def _is_of_part(part: Question, found: Features, asked: MetricEntry) -> bool:
    """Whether another figure is asked for of the part of the last one: how many from overseas? And their booths?"""
    is_other = part.operation == "value" and asked.metric.id not in {each.partition(".")[0] for each in part.entries}
    is_own = any(span.typed in _OWN for span in found.spans)
    return asked.part is not None and is_other and is_own and not found.operations


def _is_share_of_money(part: Question, found: Features, asked: MetricEntry, catalogue: Catalogue) -> bool:
    """Whether it is asked how much of an amount is somebody's or something's: 그중 가로등은?"""
    is_side = isinstance(catalogue.entries[part.entries[0]], AspectEntry)
    return asked.unit.base == "money" and is_side and is_part_of_that(found.spans)


def _is_goal(part: Question, found: Features, catalogue: Catalogue) -> bool:
    """Whether nothing is asked for but what was aimed at."""
    is_side = isinstance(catalogue.entries[part.entries[0]], AspectEntry)
    return is_side and bool(found.items) and all(item.span.typed in _GOAL for item in found.items) and not found.asks


def _is_in_another_unit(part: Question, found: Features, catalogue: Catalogue) -> bool:
    """Whether what is named in the place of the venue is no place: how large? In football fields?"""
    entry = catalogue.entries[part.entries[0]]
    others = set(part.claim.others) if part.claim else set()
    if not isinstance(entry, AspectEntry) or not entry.topic.subject or not others or found.asks:
        return False
    spans = [*(item.span for item in found.items), *found.unknown]
    said = [span for span in spans if span.typed in others]
    says_no_more = all(span in said or "thing" in span.meanings for span in spans)
    return says_no_more and not any(meaning.startswith("kind:") for span in said for meaning in span.meanings)


def _is_multiple_of_another(part: Question, found: Features, asked: MetricEntry) -> bool:
    """Whether the last figure is said to be a multiple of another one, which is set against its own past instead."""
    claims_multiple = any(number.unit == "op:multiple" for number in found.numbers)
    is_change = part.operation == "change" and asked.metric.id not in {each.partition(".")[0] for each in part.entries}
    return claims_multiple and is_change and not found.has("op:change", "op:up", "op:down", "op:compare")
