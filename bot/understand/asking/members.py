"""Whether a thing is among those that were listed or counted: Vietnam too?, 부산도 있나요?"""

from __future__ import annotations

from bot.understand.asking.partial import GENERAL
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry, Entry, MetricEntry
from bot.understand.features import Features, Item
from bot.understand.question import Claim, Question

#: After a name these ask whether it is the one.
_COPULAS = (
    "인가",
    "인지",
    "이야",
    "야",
    "였",
    "이었",
    "냐",
    "이냐",
    "이에요",
    "예요",
    "입니까",
    "이죠",
    "죠",
    "이지",
    "맞",
)
_WAS_IT = frozenset({"wasit", "isit", "was", "is", "wasn", "isn"})


def claimed_member(found: Features, asked: Entry, catalogue: Catalogue) -> Question | None:
    """The claim that the one thing named is among those of the last answer; None when the message says more.

    What a list that is not whole leaves out is not denied.
    """
    named = [item for item in found.items if not item.meanings <= catalogue.little]
    says_more = found.asks or found.operations or found.editions or found.numbers or found.unknown or found.has("not")
    if len(named) != 1 or says_more or not found.is_claim:
        return None
    if isinstance(asked, AspectEntry) and _is_said_to_be(named[0], found):
        person = _claimed_person(named[0], asked, catalogue)
        if person is not None:
            return person
    for side in _lists(asked, catalogue):
        own = frozenset(side.aspect.items) & named[0].meanings
        if own:
            return Question("aspect", (side.id,), claim=Claim(items=own))
        if side.aspect.complete and _is_of_kind(named[0], side, catalogue):
            return Question("aspect", (side.id,), claim=Claim(others=(named[0].span.typed,)))
    return None


def _is_said_to_be(item: Item, found: Features) -> bool:
    """Whether it is asked if that is who it was: 장관인가요?, was it the minister?"""
    after = next((span for span in found.spans if span.start == item.span.end), None)
    is_copula = after is not None and after.kind == "josa" and after.text.startswith(_COPULAS)
    return is_copula or any(span.typed in _WAS_IT for span in found.spans)


def _claimed_person(item: Item, asked: AspectEntry, catalogue: Catalogue) -> Question | None:
    """The claim that the one who did it is the person, or bears the office, that the item names."""
    own = asked.items & catalogue.people
    named = {catalogue.bearers[meaning] for meaning in item.meanings if meaning in catalogue.bearers}
    if len(own) != 1 or own != asked.items or len(named) != 1 or "role" in asked.aspect.asks:
        return None
    claim = Claim(items=own) if named == own else Claim(others=(item.span.typed,))
    return Question("aspect", (asked.id,), claim=claim)


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
