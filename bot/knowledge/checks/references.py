"""What an entry refers to exists, and ids are given once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence

from bot.knowledge.checks.answers import aspects
from bot.knowledge.checks.book import Book, Finding, owners
from bot.knowledge.model import BUILT_IN_UNITS
from bot.knowledge.problems import did_you_mean
from bot.knowledge.source import Address


def ids_are_unique(book: Book) -> Iterator[Finding]:
    """An id is given once in its list, and an answer's id (topic.aspect, metric.part) once in the file."""
    knowledge = book.knowledge
    listed: list[tuple[Sequence[object], Address]] = [
        (knowledge.passages, ("passages",)),
        (knowledge.editions.list, ("editions", "list")),
        (knowledge.units, ("units",)),
    ]
    for entries, at in listed:
        yield from _twice(((getattr(entry, "id", ""), (*at, index, "id")) for index, entry in enumerate(entries)))
    yield from _twice(_answer_ids(book))
    for index, unit in enumerate(knowledge.units):
        if unit.id in BUILT_IN_UNITS:
            yield Finding(
                f"the unit «{unit.id}» is built in; delete it here or give it another id",
                ("units", index, "id"),
            )


def _answer_ids(book: Book) -> Iterator[tuple[str, Address]]:
    for fact, owner, at in owners(book.knowledge):
        yield fact, (*at, "id")
        rest = getattr(owner, "rest", None)
        if rest:
            yield f"{fact.partition('.')[0]}.{rest.id}", (*at, "rest", "id")
    for index, topic in enumerate(book.knowledge.topics):
        yield f"topic {topic.id}", ("topics", index, "id")
    for aspect, at in aspects(book):
        yield f"{book.knowledge.topics[int(at[1])].id}.{aspect.id}", (*at, "id")


def _twice(ids: Iterable[tuple[str, Address]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for name, at in ids:
        if name in seen:
            yield Finding(f"«{name.removeprefix('topic ')}» is already the id of another entry; choose another", at)
        seen.add(name)


def exist(book: Book) -> Iterator[Finding]:
    """Passages, units, editions, items and facts that are referred to are in the file."""
    knowledge = book.knowledge
    editions = [edition.id for edition in knowledge.editions.list]
    units = [*BUILT_IN_UNITS, *(unit.id for unit in knowledge.units)]
    meanings = [meaning for line in knowledge.terms for meaning in line.split()]
    yield from _passages(book)
    for key in ("default", "compared_with"):
        yield from _unknown(getattr(knowledge.editions, key), editions, "edition", ("editions", key))
    for index, metric in enumerate(knowledge.metrics):
        yield from _unknown(metric.unit, units, "unit", ("metrics", index, "unit"))
    for _, owner, at in owners(knowledge):
        for edition in owner.values:
            for finding in _unknown(edition, editions, "edition", (*at, "values", edition)):
                yield Finding(finding.message, finding.at, key=True)
        for index, change in enumerate(owner.changes):
            yield from _unknown(change.from_, editions, "edition", (*at, "changes", index, "from"))
            yield from _unknown(change.to, editions, "edition", (*at, "changes", index, "to"))
    for aspect, at in aspects(book):
        for index, item in enumerate(aspect.items):
            yield from _unknown(item, meanings, "line in «terms»", (*at, "items", index))
    for index, confusable in enumerate(knowledge.confusable):
        for number, fact in enumerate(confusable.figures):
            yield from _unknown(fact, book.fact_ids, "figure", ("confusable", index, "figures", number))


def _passages(book: Book) -> Iterator[Finding]:
    for stated in book.figures:
        yield from _passage(book, stated.passage, (*stated.at, "passage"))
    for index, correction in enumerate(book.knowledge.corrections):
        yield from _passage(book, correction.passage, ("corrections", index, "passage"))
    for aspect, at in aspects(book):
        for index, passage in enumerate(aspect.passages):
            yield from _passage(book, passage, (*at, "passages", index))
    for index, not_fact in enumerate(book.knowledge.not_facts):
        for number, passage in enumerate(not_fact.passages):
            yield from _passage(book, passage, ("not_facts", index, "passages", number))


def _passage(book: Book, passage: str, at: Address) -> Iterator[Finding]:
    if passage not in book.quotes:
        yield Finding(book.unknown_passage(passage), at)


def _unknown(name: str, known: Iterable[str], kind: str, at: Address) -> Iterator[Finding]:
    known = list(known)
    if name not in known:
        yield Finding(f"there is no {kind} «{name}»{did_you_mean(name, known)}", at)


def lists_have_no_duplicates(book: Book) -> Iterator[Finding]:
    """No list names the same thing twice."""
    knowledge = book.knowledge
    lists: list[tuple[Sequence[Hashable], Address]] = []
    for aspect, at in aspects(book):
        for key in ("asks", "items", "dates", "years", "passages"):
            lists.append((getattr(aspect, key), (*at, key)))
    for index, confusable in enumerate(knowledge.confusable):
        lists.append((confusable.figures, ("confusable", index, "figures")))
    for index, not_fact in enumerate(knowledge.not_facts):
        lists.append((not_fact.passages, ("not_facts", index, "passages")))
    lists.append(([(entry.number, entry.passages) for entry in knowledge.not_facts], ("not_facts",)))
    lists.append(([correction.printed for correction in knowledge.corrections], ("corrections",)))
    lists.append(([frozenset(entry.figures) for entry in knowledge.confusable], ("confusable",)))
    for entries, place in lists:
        for index, entry in enumerate(entries):
            if entry in entries[:index]:
                yield Finding("this is given twice; delete one", (*place, index))
    yield from _places_once(book)


def _places_once(book: Book) -> Iterator[Finding]:
    seen: set[tuple[str, str | None, str | None, str, str]] = set()
    for stated in book.figures:
        place = (stated.fact, stated.edition, stated.column, stated.passage, stated.printed)
        if place in seen:
            yield Finding("this place is given twice for the same figure; delete one", (*stated.at, "figure"))
        seen.add(place)
