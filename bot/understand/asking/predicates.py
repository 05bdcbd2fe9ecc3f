"""What a question says was done, where a side of a topic tells of something else that was.

When the fair was held does not tell when it was named, and who held it not who closed it: a verb that says little
beside a figure says all in a question who, when or where.
"""

from __future__ import annotations

from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry
from bot.understand.features import Features, Item
from bot.understand.span import Span

_ASKS = frozenset({"ask:who", "ask:when", "ask:where"})
#: What is told of anything that there was, and the nouns that say little.
_OF_ANYTHING = frozenset(
    {"be", "thing", "person", "day", "edition", "amount", "count", "total", "result", "location", "part", "each",
     "contact-verb", "come", "go", "participate"}
)  # fmt: skip
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "your"})
_QUESTION_WORDS = ("who", "when", "where", "누가", "누구", "언제", "어디")
_COPULAS = ("이", "신", "시", "였", "인", "야", "지", "냐", "니", "일", "죠", "예요", "에요", "라")
#: What a day is said to be: 언제로 찍혀 있나.
_AS_WHICH = frozenset({"로", "으로"})
#: What else is told by a side that answers the asking word; and by one of the subject.
_ALSO_TOLD = {
    "ask:when": frozenset({"start"}),
    "ask:where": frozenset[str](),
    "ask:who": frozenset[str](),
}
_ALSO_OF_SUBJECT = {
    "ask:when": frozenset({"start", "end"}),
    "ask:where": frozenset({"start", "see", "set-up", "show"}),
    "ask:who": frozenset[str](),
}


def asks_untold_deed(entry: AspectEntry, found: Features, catalogue: Catalogue) -> frozenset[str]:
    """What the message asks of something done that the side does not tell of: who, when or where that was."""
    asks = found.asks & _ASKS - found.implied
    if not asks or found.is_claim:
        return frozenset()
    deeds = _deeds(found)
    if not deeds:
        return frozenset()
    told = _told(entry, catalogue).union(*(_ALSO_TOLD[ask] for ask in asks))
    if entry.topic.subject:
        told = told.union(*(_ALSO_OF_SUBJECT[ask] for ask in asks))
    if entry.topic.subject or entry.topic.apart in {"event", "thing"}:
        told |= {"hold"}
    if "list" in entry.aspect.asks:
        told |= {"say"}  # which countries are mentioned
    return asks if any(item.span in deeds and not _is_told(item, told) for item in found.items) else frozenset()


def names_only_deed(found: Features, catalogue: Catalogue) -> bool:
    """Whether all that the message names is what was done, of which it asks who, when or where: who supported it."""
    if not found.asks & _ASKS - found.implied or found.is_claim:
        return False
    deeds = _deeds(found)
    named = [item.span for item in found.items if item.meanings - catalogue.little]
    return bool(named) and all(span in deeds for span in named)


def _deeds(found: Features) -> set[Span]:
    """The verbs of all that is asked by who, when or where."""
    asking = (place for place, span in enumerate(found.spans) if span.typed.startswith(_QUESTION_WORDS))
    return {deed for place in asking if (deed := _deed(place, found)) is not None}


def _deed(place: int, found: Features) -> Span | None:
    """The verb of what is asked by the question word at the place; None where it is only asked who or what day
    something is, or where the word goes on about a thing: the official who joined."""
    asking = found.spans[place]
    is_who = asking.typed.startswith("who")
    goes_on = is_who and place and found.spans[place - 1].kind == "word"
    after = found.spans[place + 1 : place + 2]
    if goes_on or asking.typed.endswith("지") or any(each.typed in _AS_WHICH for each in after):
        return None
    for span in found.spans[place + 1 :]:
        is_copula = span.kind == "josa" and span.text.startswith(_COPULAS)
        if span.clause != asking.clause or is_copula or (is_who and span.kind == "skip" and span.typed in _ARTICLES):
            return None
        if span.kind == "verb" or span.meanings & {"work", "lead"}:
            return None if span.typed.endswith("ing") else span
    return None


def _told(entry: AspectEntry, catalogue: Catalogue) -> frozenset[str]:
    """What the side tells of; of the subject, only what is named."""
    own = frozenset().union(*entry.names) if entry.topic.subject else entry.explains | entry.says
    little = catalogue.subject & catalogue.lexicon.soft
    return (own - little) | (catalogue.subject - little) | (entry.named & little) | _OF_ANYTHING


def _is_told(item: Item, told: frozenset[str]) -> bool:
    return any(reading <= told for reading in item.readings)
