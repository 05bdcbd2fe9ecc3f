"""What a question is about, where that only stands in the background of the subject: its place, its host, its field.

Who built KINTEX asks for nothing of the fair that was held there, and what a smart city is for nothing of a fair on
smart cities. Where they are held or asked with the event, they only tell which event is meant: when was it at KINTEX.
"""

from __future__ import annotations

from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry, Entry
from bot.understand.features import Features, Item
from bot.understand.span import Span

#: What stands before a thing that only tells where, by whom or on what something was.
_LEADS = frozenset({"at", "in", "by", "from", "near", "with", "on", "inside", "to", "for", "as", "around", "into"})
#: The particles of what a question is about.
_OF_TOPIC = ("은", "는", "이", "가", "의", "란", "이란", "도", "을", "를", "이라는", "라는")
_WHERE = ("where", "어디")
_ARTICLES = frozenset({"the", "a", "an", "this", "that"})
#: What is asked of a thing by a noun right after it: its role.
_PROPERTIES = frozenset({"role-part", "location", "be", "since", "first", "op:most", "op:least"})
#: What the field of the subject does, or is done with it, where it stands for the subject: when is smart city held.
_OF_EVENT = frozenset({"hold", "end", "come", "go", "participate"})
#: What the host does, in whose place the subject is asked for: when did the ministry publish it.
_OF_HOST = _OF_EVENT | {"release", "say", "show", "make", "send"}
#: What is asked of a thing by a word right after it, which need not be of what was there: KINTEX when.
_OF_TIME = frozenset({"ask:when", "ask:duration", "ask:day", "ask:weekday", "ask:year"})

#: What a side tells of the bodies and persons that its answer names.
_OF_A_BODY = frozenset({"ask:contact", "ask:role", "ask:title"})


def about_background(found: Features, catalogue: Catalogue) -> frozenset[str]:
    """The place, the host or the field of the subject that the message is about; empty where it is about something
    else, or where it names the subject too."""
    background = catalogue.field_of_subject | (catalogue.items & catalogue.subject)
    if not found.meanings & background or not (found.asks or found.ends_in_topic or found.is_claim):
        return frozenset()
    event = catalogue.subject - background - catalogue.lexicon.soft
    if any(item.meanings & event for item in found.items):
        return frozenset()
    if found.asks - found.implied and not all(_says_little(item, catalogue) for item in found.items):
        return frozenset()
    about = (item for item in found.items if item.meanings & background and _is_topic(item, found, catalogue))
    return frozenset().union(*(item.meanings & background for item in about))


def is_of_another(entry: Entry, matched: frozenset[str], about: frozenset[str], found: Features) -> bool:
    """Whether the entry, named by what was matched, tells nothing of what the message is about."""
    if not about or about & matched:
        return False
    if isinstance(entry, AspectEntry):
        tells_of = found.asks & _OF_A_BODY or (found.is_claim and _is_all(about, found))
        is_answer = bool(about & entry.items) and bool(tells_of)
        return not is_answer and (entry.topic.subject or matched <= _PROPERTIES)
    return found.is_claim and not (found.numbers or found.operations or found.editions)  # is KINTEX a company?


def _says_little(item: Item, catalogue: Catalogue) -> bool:
    """Whether the item adds nothing to what is asked, or only the property that is asked for."""
    return any(reading <= catalogue.little | _PROPERTIES for reading in item.readings)


def _is_all(about: frozenset[str], found: Features) -> bool:
    """Whether a claim names nothing but what it is about, once: KINTEX is the venue, right?"""
    if any(span.typed.startswith(_WHERE) for span in found.spans):
        return False
    return sum(bool(item.meanings & about) for item in found.items) == 1


def _is_topic(item: Item, found: Features, catalogue: Catalogue) -> bool:
    """Whether something is asked of the item itself, and not of what was there, or of what it did."""
    place = found.place(item.span)
    if place is None:
        return False
    after = found.spans[place + 1 : place + 2]
    is_korean = item.span.typed[:1] >= "가" or any(each.text[:1] >= "가" for each in after)
    if not (_is_korean_topic(found.spans, place) if is_korean else _is_english_topic(found.spans, place)):
        return False
    if item.meanings & catalogue.field_of_subject:
        return not found.has(*_OF_EVENT) and found.asks != {"ask:how"}
    kinds = {catalogue.item_kinds.get(each) for each in item.meanings}
    does = found.has(*_OF_HOST) and not found.has("ask:who")
    return not (does and "body" in kinds)


def _is_korean_topic(spans: tuple[Span, ...], place: int) -> bool:
    """Whether a particle makes the span the topic, or what is asked of it stands right after it: 킨텍스 위치."""
    after = spans[place + 1 : place + 2]
    if not after:
        return True
    if after[0].kind == "josa":
        return after[0].text in _OF_TOPIC
    return _asks_of_it(after[0])


def _is_english_topic(spans: tuple[Span, ...], place: int) -> bool:
    """Whether no preposition leads to the span, and it does not stand before the noun that is asked for."""
    before = [span for span in spans[:place] if span.typed not in _ARTICLES]
    if before and before[-1].typed in _LEADS:
        return False
    after = spans[place + 1 : place + 2]
    is_name = bool(after) and after[0].kind == "skip" and after[0].typed == "thing"
    return not is_name and (not after or after[0].kind in {"verb", "skip"} or _asks_of_it(after[0]))


def _asks_of_it(span: Span) -> bool:
    """Whether the span asks, or names a property of what stands beside it."""
    asks = any(meaning.startswith("ask:") for meaning in span.meanings - _OF_TIME)
    return asks or bool(span.meanings & _PROPERTIES)


def asks_what_was_there(entry: AspectEntry, found: Features) -> bool:
    """Whether it is asked what there was at the topic, where the side tells what, when or where that is: 엑스포에서 뭘
    전시했어, what is at the pavilion."""
    if found.asks & {"ask:where", "ask:definition", "ask:name"} or "ask:what" not in found.asks:
        return False
    if not {"definition", "where", "when"} & {*entry.aspect.asks}:
        return False
    own = entry.always if entry.topic.subject else frozenset().union(*entry.topic_names)
    return any(
        span.meanings & own and _is_located(found.spans, place)
        for place, span in enumerate(found.spans)
        if span.kind == "word"
    )


def _is_located(spans: tuple[Span, ...], place: int) -> bool:
    """Whether the span tells where something is: at the expo, 엑스포에서."""
    after = spans[place + 1].text if place + 1 < len(spans) and spans[place + 1].kind == "josa" else ""
    before = [span.typed for span in spans[:place] if span.typed not in _ARTICLES]
    return after.startswith("에") or bool(before and before[-1] in {"at", "in", "inside", "during"})
