"""What the last answer spoke of stays the subject of a fragment: how many visitors, asked right after CES, asks for
those of CES, and the expo's are no answer to it.

A topic that is marked as `apart` is no side of the expo. Of an event or programme that is apart everything is asked
that names neither the expo nor another topic, but not of a programme what only an event has: visitors, booths; of a
thing only what names nothing at all. What the release does not tell of it is declined by its name.
"""

from __future__ import annotations

from dataclasses import replace

from bot.understand.asking.kinds import KINDS
from bot.understand.asking.partial import GENERAL
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry, Entry, MetricEntry
from bot.understand.features import Features, Item
from bot.understand.gathering.narrowing import OF_A_BODY
from bot.understand.question import ANYTHING, Ambiguous, Part, Question, Unanswerable

#: After these a word for an event is the one spoken of: 그 행사, that show, the exhibition.
_POINTING = frozenset({"그", "이", "저", "that", "this", "the", "these", "those", "its", "their"})
#: Topics that may have dates, people and figures of their own.
_OF_ITS_OWN = frozenset({"event", "programme"})
#: What may be counted of anything.
_KINDS_OF_ANY = GENERAL - {"booth"}
#: How many of the topic's own sides are offered before what the message may have meant instead.
_OWN_OFFERS = 2


def kept_to_subject(part: Part, found: Features, last: Question, catalogue: Catalogue) -> Part:
    """The part, or a decline by name where it would answer a fragment about a topic that is apart with something else.

    `last` is what was asked last.
    """
    asked = catalogue.entries.get(last.entries[0])
    if not isinstance(asked, AspectEntry) or asked.topic.apart is None:
        return part
    if isinstance(part, Unanswerable):
        return _of_topic(part, found, asked, catalogue)
    questions = part.questions if isinstance(part, Ambiguous) else (part,) if isinstance(part, Question) else ()
    strangers = [each for each in questions if not _speaks_of(each, asked, catalogue)]
    if not strangers or len(strangers) < len(questions) or not _stays(found, asked, catalogue):
        return part
    if isinstance(part, Question) and asked.topic.apart == "programme" and _only_an_event_has(part, found, catalogue):
        return replace(part, of_subject=True)
    return _untold(asked, found, strangers[0], catalogue)


def of_another(part: Part, found: Features, catalogue: Catalogue) -> Part:
    """The part, or a decline by name where what the message names is an event of its own, and only said not to be what
    the part speaks of: does the ministry host the World Congress? is not answered with where the expo was."""
    place = _at_place_of_expo(part, found, catalogue)
    if place is not None:
        return place
    if not isinstance(part, Question) or part.claim is None or not part.claim.others:
        return part
    entry = catalogue.entries[part.entries[0]]
    if not isinstance(entry, AspectEntry) or any(name <= found.meanings for name in entry.denies):
        return part
    others = frozenset().union(*(item.meanings for item in found.items if item.span.typed in part.claim.others))
    for sides in catalogue.topics.values():
        is_named = sides[0].topic.apart in _OF_ITS_OWN and own_names(sides[0]) & others
        if is_named and sides[0].topic.id != entry.topic.id:
            return _untold(sides[0], found, part, catalogue)
    return part


def _at_place_of_expo(part: Part, found: Features, catalogue: Catalogue) -> Unanswerable | None:
    """The decline of what says of an event of its own nothing but that it is where the expo was."""
    questions = part.questions if isinstance(part, Ambiguous) else (part,) if isinstance(part, Question) else ()
    places = {each for each in found.named & catalogue.subject if catalogue.item_kinds.get(each) == "place"}
    if not questions or not places or not found.is_claim:
        return None
    entries = [catalogue.entries[question.entries[0]] for question in questions]
    sides = [entry for entry in entries if isinstance(entry, AspectEntry) and entry.topic.apart in _OF_ITS_OWN]
    is_told = any(
        places & side.items or any(name <= found.meanings for name in set(side.names) - set(side.topic_names))
        for side in sides
    )
    return _untold(sides[0], found, questions[0], catalogue) if len(sides) == len(entries) and not is_told else None


def _only_an_event_has(question: Question, found: Features, catalogue: Catalogue) -> bool:
    """Whether the question asks for a figure that the message names by more than a kind of thing: visitors, booths; not
    companies or contracts, which a programme may have too."""
    entry = catalogue.entries[question.entries[0]]
    if not isinstance(entry, MetricEntry) or question.operation != "value" or question.claim is not None:
        return False
    if any(span.typed in OF_A_BODY or span.typed.endswith("it") for span in found.spans):
        return False  # how many did it have?
    may_be_of_another = entry.unit.base == "money" or bool(question.carried)
    return not may_be_of_another and bool(found.named & entry.named - _KINDS_OF_ANY - catalogue.little)


def own_names(entry: AspectEntry) -> frozenset[str]:
    """What alone names the entry's topic: congress, roadshow."""
    return frozenset().union(*(name for name in entry.topic_names if len(name) == 1))


def _speaks_of(question: Question, asked: AspectEntry, catalogue: Catalogue) -> bool:
    """Whether all that the question asks for belongs to the topic."""
    return all(_belongs(catalogue.entries[each], asked, catalogue) for each in question.entries)


def _belongs(entry: Entry, asked: AspectEntry, catalogue: Catalogue) -> bool:
    """Whether the entry is a side of the topic or tells of its people, or is a figure named by it or told in the
    sentences that tell of it."""
    sides = catalogue.topics[asked.topic.id]
    if isinstance(entry, AspectEntry):
        people = frozenset().union(*(side.items for side in sides)) & catalogue.people
        return entry.topic.id == asked.topic.id or bool(people & entry.items)
    names = frozenset().union(*(own_names(side) for side in sides))
    if entry.named & names:
        return True
    passages = frozenset(passage for side in sides for passage in side.aspect.passages)
    numbers = frozenset().union(*(side.numbers for side in sides))
    return any(value.number in numbers and value.figure.passage in passages for value in entry.all_values)


def _stays(found: Features, asked: AspectEntry, catalogue: Catalogue) -> bool:
    """Whether the message goes on about the topic: it names neither the expo nor another topic, and of a thing nothing
    but a kind of thing."""
    if names_expo(found, catalogue) or _names_other_topic(found, asked, catalogue):
        return False
    if asked.topic.apart in _OF_ITS_OWN:
        return True
    content = frozenset().union(*(item.meanings for item in found.items))
    says_more = found.editions or found.numbers or found.dates
    return not says_more and content <= GENERAL | KINDS | catalogue.lexicon.soft


def names_expo(found: Features, catalogue: Catalogue) -> bool:
    """Whether the message names the subject: by a word of its title, or by one for any event that nothing points at."""
    release = catalogue.knowledge.release
    title = f"{release.subject.ko} {release.subject.en}".casefold().split()
    if any(mention.relative and _is_of_event(mention.span.typed, catalogue) for mention in found.editions):
        return True
    places = {span.start: index for index, span in enumerate(found.spans)}
    for item in found.items:
        if not _is_name_of_expo(item, catalogue):
            continue
        index = places[item.span.start]
        before = found.spans[index - 1].typed if index else ""
        if item.span.typed in title or before not in _POINTING:
            return True
    return False


def _is_name_of_expo(item: Item, catalogue: Catalogue) -> bool:
    """Whether the item is a name of the subject itself, not of who held it or where."""
    things = catalogue.items | catalogue.lexicon.soft
    return any(meaning[0] == "=" for meaning in item.meanings & catalogue.subject - things)


def _is_of_event(typed: str, catalogue: Catalogue) -> bool:
    """Whether what names an edition names the event with it: 이번 행사, this year's expo."""
    names = catalogue.knowledge.release.subject_names
    return any(typed.endswith(name.replace(" ", "").casefold()) for name in (*names.ko, *names.en))


def _names_other_topic(found: Features, asked: AspectEntry, catalogue: Catalogue) -> bool:
    """Whether the message names a topic that is not the one spoken of."""
    content = frozenset().union(*(item.meanings for item in found.items)) - catalogue.lexicon.soft - GENERAL
    own = frozenset().union(*(name for side in catalogue.topics[asked.topic.id] for name in side.topic_names))
    return any(
        own_names(side) & content - own
        for topic, sides in catalogue.topics.items()
        for side in sides[:1]
        if topic != asked.topic.id and not side.topic.subject
    )


def _of_topic(part: Unanswerable, found: Features, asked: AspectEntry, catalogue: Catalogue) -> Unanswerable:
    """The decline, about the topic where it names a side that the subject or one of its figures lacks."""
    entry = catalogue.entries.get(part.entry or "")
    is_of_expo = isinstance(entry, MetricEntry) or (isinstance(entry, AspectEntry) and entry.topic.subject)
    says_nothing = part.ask is None and not part.words
    if entry is None or not (is_of_expo or entry.id == asked.id) or (part.ask is None and not says_nothing):
        return part
    if not _stays(found, asked, catalogue):
        return part
    ask = part.ask if part.ask != "ask:list" and not says_nothing else ANYTHING
    return replace(part, entry=asked.id, near=_offered(asked, catalogue), ask=ask)


def _untold(asked: AspectEntry, found: Features, stranger: Question, catalogue: Catalogue) -> Unanswerable:
    """That the release does not tell that of the topic: what it tells is offered, then what was not answered with."""
    ask = min(found.asks & _NAMED_ASKS, default=ANYTHING)
    near = (*_offered(asked, catalogue), stranger.entries[0])
    return Unanswerable("not-in-release", entry=asked.id, near=near, ask=ask)


#: What the decline names by itself.
_NAMED_ASKS = frozenset({"ask:where", "ask:when", "ask:duration", "ask:year", "ask:day", "ask:weekday", "ask:why"})


def _offered(asked: AspectEntry, catalogue: Catalogue) -> tuple[str, ...]:
    """The first sides of the topic that do not say the same."""
    told = {side.aspect.answer.ko: side.id for side in reversed(catalogue.topics[asked.topic.id])}
    return tuple(reversed(told.values()))[:_OWN_OFFERS]
