"""What a knowledge can be asked with word for word: its names, its synonyms, and examples of answerable questions."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answer.exact import offered
from bot.answer.suggest import as_question, choice, nearest
from bot.knowledge.model import LANGUAGES, Knowledge, Phrases
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry, Entry, MetricEntry
from bot.understand.question import Question


def names_and_synonyms(knowledge: Knowledge) -> tuple[str, ...]:
    """Every name and every synonym of the knowledge once, in both languages."""
    groups = [*knowledge.terms.values(), *(names for entry in _named(knowledge) for names in entry)]
    return tuple(dict.fromkeys(phrase for group in groups for phrase in _all(group)))


def _named(knowledge: Knowledge) -> Iterator[tuple[Phrases, ...]]:
    for metric in knowledge.metrics:
        yield (metric.names,)
        for part in metric.parts:
            yield (part.names, part.rest.names) if part.rest else (part.names,)
    for topic in knowledge.topics:
        yield (topic.names, *(aspect.names for aspect in topic.aspects))


def _all(phrases: Phrases) -> tuple[str, ...]:
    return (*phrases.ko, *phrases.en)


def examples(catalogue: Catalogue) -> dict[str, Question]:
    """What the product offers as answerable for certain, as its buttons say it and as a question."""
    found: dict[str, Question] = {}
    for question in dict.fromkeys(offered(catalogue)):
        for language in LANGUAGES:
            item = choice(question, language, catalogue)
            found.setdefault(item.label, question)
            found.setdefault(as_question(item, language).label, question)
    return found


def phrasings(catalogue: Catalogue) -> dict[str, Question]:
    """Every phrasing that leads to an answer, with the question it asks: examples first, then names, then synonyms.

    A side of a topic is named with its topic, a synonym leads where the name leads that means just the same.
    """
    found = examples(catalogue)
    alone: dict[frozenset[str], Question] = {}
    for entry in catalogue.entries.values():
        question = next(nearest((entry.id,), catalogue))
        for phrase in _names_of(entry):
            found.setdefault(phrase, question)
        for name in (*entry.names, *(entry.topic_names if isinstance(entry, AspectEntry) else ())):
            alone.setdefault(name, question)
    for meanings, words in catalogue.knowledge.terms.items():
        meant = alone.get(frozenset(meanings.split()))
        if meant is not None:
            found |= {phrase: meant for phrase in _all(words) if phrase not in found}
    return found


def _names_of(entry: Entry) -> Iterator[str]:
    if isinstance(entry, MetricEntry):
        yield from _all(entry.rest.names if entry.rest else entry.part.names if entry.part else entry.metric.names)
        return
    for language in LANGUAGES:
        topic = entry.topic.name.in_language(language)
        for name in entry.aspect.names.in_language(language):
            yield name if entry.topic.subject or entry.aspect.implicit else f"{topic} {name}"
