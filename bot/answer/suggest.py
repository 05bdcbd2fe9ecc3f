"""What else can be asked for certain: the choices of a question back and the suggestions under an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from bot.answer.figures import edition_name, name_of, operand
from bot.answer.model import Choice
from bot.answer.reference import encode
from bot.knowledge.model import Language
from bot.language.hangul import particle
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry, Entry, MetricEntry
from bot.understand.question import Operation, Question

MAX_SUGGESTIONS = 3
#: What stands before the name of a figure that is asked for all editions, in Korean.
ALL_EDITIONS = "연도별"


def choice(question: Question, language: Language, catalogue: Catalogue) -> Choice:
    """The question as a choice whose label says how it differs from others."""
    return Choice(label(question, language, catalogue), encode(question))


def label(question: Question, language: Language, catalogue: Catalogue) -> str:
    """The short name of what the question asks."""
    entry = catalogue.entries[question.entries[0]]
    if isinstance(entry, AspectEntry):
        noun, topic = entry.aspect.noun.in_language(language), entry.topic.name.in_language(language)
        return f"{topic}: {noun}"
    knowledge = catalogue.knowledge
    if question.operation == "change":
        base = edition_name(question.base, language, knowledge)
        name = name_of(entry, language, question.editions[-1], knowledge)
        return f"{name}, {base} 대비 증감" if language == "ko" else f"{name} against {base}"
    if question.operation in {"editions", "rank"}:
        name = entry.name.in_language(language)
        return f"{ALL_EDITIONS} {name}" if language == "ko" else f"{name} by year"
    edition = question.editions[-1] if question.editions else None
    return name_of(entry, language, edition, knowledge)


def as_question(item: Choice, language: Language) -> Choice:
    """The choice worded as something one could type."""
    text = f"{particle(item.label, '은/는')}?" if language == "ko" else f"{item.label}?"
    return Choice(text[0].upper() + text[1:], item.reference)


def suggestions(questions: Iterable[Question], language: Language, catalogue: Catalogue) -> tuple[Choice, ...]:
    """At most three of the questions, as things to press or type."""
    found: dict[str, Choice] = {}
    for question in questions:
        item = as_question(choice(question, language, catalogue), language)
        found.setdefault(item.label, item)
        if len(found) == MAX_SUGGESTIONS:
            break
    return tuple(found.values())


def related(question: Question, catalogue: Catalogue) -> Iterator[Question]:
    """Questions near the one that was answered, all of which have an answer."""
    entry = catalogue.entries[question.entries[0]]
    if isinstance(entry, AspectEntry):
        yield from _other_aspects(entry, catalogue)
        return
    editions = catalogue.knowledge.editions
    asked = question.editions[-1] if question.editions else None
    others = [
        edition.id for edition in editions.list if operand(entry, edition.id, catalogue) and entry.undated is None
    ]
    if (
        question.operation == "value"
        and asked
        and asked != editions.compared_with
        and {asked, editions.compared_with} <= set(others)
    ):
        yield _question("change", entry.id, (asked,), editions.compared_with)
    for part in _parts(entry, catalogue):
        if operand(part, asked, catalogue) is not None:
            yield value_of(part, asked)
    if len(others) > 1 and question.operation != "editions":
        yield _question("editions", entry.id, tuple(others))
    yield from _neighbours(entry, asked, catalogue)


def value_of(entry: MetricEntry, edition: str | None) -> Question:
    """The question for the entry's plain value."""
    return _question("value", entry.id, (edition,) if edition and entry.undated is None else ())


@lru_cache(maxsize=4096)
def _question(operation: Operation, entry_id: str, editions: tuple[str, ...] = (), base: str | None = None) -> Question:
    return Question(operation, (entry_id,), editions, base=base)


def nearest(entry_ids: Iterable[str], catalogue: Catalogue) -> Iterator[Question]:
    """Answerable questions about the entries, or about the release when there are none."""
    default = catalogue.knowledge.editions.default
    for entry_id in entry_ids:
        yield from _answerable(catalogue.entries[entry_id], default, catalogue)
    for metric in catalogue.metrics():
        if metric.part is None:
            yield from _answerable(metric, default, catalogue)


def _answerable(entry: Entry, default: str, catalogue: Catalogue) -> Iterator[Question]:
    if isinstance(entry, AspectEntry):
        yield _question("aspect", entry.id)
    elif operand(entry, default, catalogue) is not None:
        yield value_of(entry, default)
    elif entry.values:
        yield value_of(entry, max(entry.values))


def _other_aspects(entry: AspectEntry, catalogue: Catalogue) -> Iterator[Question]:
    for other in catalogue.topics[entry.topic.id]:
        if other.id != entry.id and other.aspect.answer != entry.aspect.answer:
            yield _question("aspect", other.id)


def _parts(entry: MetricEntry, catalogue: Catalogue) -> Iterator[MetricEntry]:
    for other in catalogue.index.families[entry.metric.id]:
        if other.id != entry.id and other.rest is None:
            yield other


def _neighbours(entry: MetricEntry, edition: str | None, catalogue: Catalogue) -> Iterator[Question]:
    """The figures that stand next to this one in the file."""
    place = catalogue.index.places[entry.metric.id]
    for metric in catalogue.index.wholes[place + 1 : place + 4]:
        if operand(metric, edition, catalogue) is not None:
            yield value_of(metric, edition)
