"""Whom *he*, *she* and 그 사람 mean: the one person that the answers before spoke of."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import COUNTED, AspectEntry
from bot.understand.features import Features
from bot.understand.question import ANYTHING, Ambiguous, Part, Question, Unanswerable
from bot.understand.span import Span, joined

_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "hes", "shes"})
_POINTING = frozenset({"그", "이", "저", "that", "this"})
_PERSON = frozenset({"사람", "분", "양반", "아저씨", "person", "guy", "man", "woman"})
#: What is asked of an event, and of nobody.
_OF_THE_EVENT = frozenset({"ask:year", "ask:when", "ask:where", "ask:duration"})
#: After a bare 그 these make it a pronoun: 그가, 그는, 그의.
_JOSA = frozenset({"가", "는", "은", "의", "도", "를"})


def with_people_named(
    spans: tuple[Span, ...], questions: tuple[Question, ...], catalogue: Catalogue
) -> tuple[Span, ...]:
    """The spans with each pronoun for a person as that person's name; unchanged when it may mean nobody or several.

    `questions` are those that were answered before, the last one first.
    """
    places = _pronouns(spans)
    person = _last_person(questions, catalogue) if places else None
    if person is None or _asks_what_he_tells(spans, places):
        return spans
    meaning: str | None = person
    if any(span.meanings & catalogue.people for span in spans):
        meaning = _office(person, catalogue)  # is he Won Hee-ryong?
    if meaning is None:
        return spans
    named: list[Span] = []
    for index, span in enumerate(spans):
        if index in places:
            named.append(_as_name(spans[index : index + places[index]], meaning))
        elif not any(start < index < start + length for start, length in places.items()):
            named.append(span)
    return tuple(named)


def _asks_what_he_tells(spans: tuple[Span, ...], places: dict[int, int]) -> bool:
    """Whether something else is asked by what the person spoken of says: what year does he say the expo started?"""
    asks = frozenset(meaning for span in spans for meaning in span.meanings if meaning.startswith("ask:"))
    return bool(asks & _OF_THE_EVENT) and all(
        any("say" in span.meanings for span in spans[place + length : place + length + 1])
        for place, length in places.items()
    )


def said_by_one_known(part: Part, spans: tuple[Span, ...], catalogue: Catalogue) -> Part:
    """The part; a decline where somebody whom no answer spoke of is said to have counted things of which only the kind
    is named: he said they were in 23 countries need not be about those that took part."""
    is_figure = isinstance(part, Question) and part.operation == "value" and part.claim is not None
    if not isinstance(part, Question) or not is_figure or not _opens_with_speaker(spans):
        return part
    said = frozenset().union(*(span.meanings for span in spans))
    named = catalogue.entries[part.entries[0]].named & said
    if not named or not {each for each in named if ":" not in each} <= set(COUNTED.values()):
        return part
    return Unanswerable("not-understood", near=part.entries)


def _opens_with_speaker(spans: tuple[Span, ...]) -> bool:
    """Whether the message opens with that somebody says something: he said, 그가 말하길."""
    length = _pronouns(spans).get(0)
    said = spans[length : length + 2] if length else ()
    return any("say" in span.meanings for span in said)


def about_the_one_meant(part: Part, questions: tuple[Question, ...], catalogue: Catalogue) -> Part:
    """The part with who the person spoken of is in the place of who somebody else is, where he is said to be that one:
    so he was the minister? No, the vice minister."""
    person = _last_person(questions, catalogue)
    if not isinstance(part, Question) or part.claim is None or not part.claim.others or person is None:
        return part
    entry = catalogue.entries[part.entries[0]]
    if not isinstance(entry, AspectEntry) or catalogue.people.isdisjoint(entry.aspect.items):
        return part
    who = (
        side.id
        for sides in catalogue.topics.values()
        for side in sides
        if "role" in side.aspect.asks and person in side.aspect.items and "role" in entry.aspect.asks
    )
    return replace(part, entries=(next(who, entry.id),))


def told_of_person(part: Part, found: Features, last: Question, catalogue: Catalogue) -> Part:
    """The part, or a decline by name where it would tell what another person said, or how to reach him, or what was
    held, when it is asked what the one spoken of said, his number, or whether he came."""
    asked = catalogue.entries.get(last.entries[0])
    people = _people_of(last, catalogue)
    if not people or not isinstance(asked, AspectEntry) or found.has(*catalogue.people, *catalogue.bearers):
        return part
    questions = part.questions if isinstance(part, Ambiguous) else (part,) if isinstance(part, Question) else ()
    spoken_of = [_people_of(each, catalogue) for each in questions]
    if questions and "ask:contact" in found.asks and people.isdisjoint(frozenset().union(*spoken_of)):
        near = tuple(each.entries[0] for each in questions)
        return Unanswerable("not-in-release", entry=asked.id, near=near, ask="ask:contact")
    says = "ask:statement" in found.asks or (found.has("say") and "ask:what" in found.asks)
    of_another = says and any(each and people.isdisjoint(each) for each in spoken_of)
    comes = found.has("come", "go", "participate") and not found.numbers and bool(questions)
    is_told = not people.isdisjoint(frozenset().union(*spoken_of))
    if of_another or (comes and ((found.is_claim and not is_told) or ("ask:who" in found.asks and is_told))):
        return Unanswerable("not-in-release", entry=asked.id, near=(asked.id,), ask=ANYTHING)
    return part


def _pronouns(spans: tuple[Span, ...]) -> dict[int, int]:
    """Where pronouns for people stand, and how many spans each takes in."""
    found: dict[int, int] = {}
    for index, span in enumerate(spans):
        following = spans[index + 1] if index + 1 < len(spans) else None
        if span.typed in _PRONOUNS:
            found[index] = 1
        elif span.typed in _POINTING and following is not None and following.clause == span.clause:
            if following.typed in _PERSON and not _is_plural(spans[index + 2 : index + 3]):
                found[index] = 2
            elif span.typed == "그" and following.kind == "josa" and following.text in _JOSA:
                found[index] = 1
    return found


def _is_plural(after: tuple[Span, ...]) -> bool:
    return bool(after) and after[0].kind == "josa" and after[0].text.startswith("들")


def _last_person(questions: tuple[Question, ...], catalogue: Catalogue) -> str | None:
    """The person that the last answer that speaks of just one speaks of."""
    for question in questions:
        people = _people_of(question, catalogue)
        if people:
            return next(iter(people)) if len(people) == 1 else None
    return None


def _people_of(question: Question, catalogue: Catalogue) -> frozenset[str]:
    """The people whom the answer names, or whose words it tells."""
    entry = catalogue.entries.get(question.entries[0])
    if not isinstance(entry, AspectEntry):
        return frozenset()
    own = frozenset(entry.aspect.items) & catalogue.people
    sides = catalogue.topics[entry.topic.id]
    return own or frozenset(item for side in sides for item in side.aspect.items) & catalogue.people


def _office(person: str, catalogue: Catalogue) -> str | None:
    """What else the topic that the person is the name of is named by: the minister."""
    for sides in catalogue.topics.values():
        names = sides[0].topic_names
        if frozenset({person}) in names:
            return next((meaning for name in names for meaning in name if len(name) == 1 and meaning != person), None)
    return None


def _as_name(spans: tuple[Span, ...], meaning: str) -> Span:
    return joined(spans).read_as(frozenset({meaning}), kind="word")
