"""Whether a thing is among those that were listed or counted: Vietnam too?, 부산도 있나요?"""

from __future__ import annotations

from bot.understand.catalogue import Catalogue
from bot.understand.entries import AspectEntry, Entry, MetricEntry
from bot.understand.features import Features, Item
from bot.understand.partial import GENERAL
from bot.understand.question import Claim, Question


def claimed_member(found: Features, asked: Entry, catalogue: Catalogue) -> Question | None:
    """The claim that the one thing named is among those of the last answer; None when the message says more.

    What a list that is not whole leaves out is not denied.
    """
    named = [item for item in found.items if not item.meanings <= catalogue.little]
    says_more = found.asks or found.operations or found.editions or found.numbers or found.unknown or found.has("not")
    if len(named) != 1 or says_more or not found.is_claim:
        return None
    for side in _lists(asked, catalogue):
        own = frozenset(side.aspect.items) & named[0].meanings
        if own:
            return Question("aspect", (side.id,), claim=Claim(items=own))
        if side.aspect.complete and _is_of_kind(named[0], side, catalogue):
            return Question("aspect", (side.id,), claim=Claim(others=(named[0].span.typed,)))
    return None


def _lists(asked: Entry, catalogue: Catalogue) -> list[AspectEntry]:
    """The lists that the last answer gave, or that name what it counted."""
    if isinstance(asked, AspectEntry):
        return [asked] if len(asked.aspect.items) > 1 and catalogue.people.isdisjoint(asked.aspect.items) else []
    names = _own(asked.named, catalogue)
    return [
        side
        for sides in catalogue.topics.values()
        for side in sides
        if not side.topic.subject
        and len(side.aspect.items) > 1
        and "list" in side.aspect.asks
        and isinstance(asked, MetricEntry)
        and names & _own(frozenset().union(*side.topic_names), catalogue)
    ]


def _own(names: frozenset[str], catalogue: Catalogue) -> frozenset[str]:
    return names - GENERAL - catalogue.little


def _is_of_kind(item: Item, side: AspectEntry, catalogue: Catalogue) -> bool:
    """Whether the thing named is a place, where the list is one of places."""
    is_place = bool(item.span.meanings & {"kind:place", "kind:region"}) or bool(
        item.meanings & catalogue.items
        and any("where" in catalogue.item_asks.get(each, frozenset()) for each in item.meanings)
    )
    return "where" in side.aspect.asks and is_place
