"""All that can be asked of a release, by topic: for those who look around instead of asking."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.answer.model import Choice
from bot.answer.reference import encode
from bot.answer.suggest import choice, nearest
from bot.knowledge.model import Language
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.question import Question

#: The section of the figures; the others are the topics' own identifiers.
FIGURES = "figures"

_FIGURES: dict[Language, str] = {"ko": "수치", "en": "Figures"}


@dataclass(frozen=True, slots=True)
class Section:
    """A topic of the release with what is known about it."""

    id: str
    name: str
    choices: tuple[Choice, ...]


def contents(language: Language, catalogue: Catalogue) -> tuple[Section, ...]:
    """The figures, then the topics in the order of the knowledge file; no section is empty."""
    figures = nearest((metric.id for metric in catalogue.index.wholes), catalogue)
    found = [Section(FIGURES, _FIGURES[language], _named(figures, language, catalogue, by_topic=False))]
    for topic, entries in catalogue.topics.items():
        sides = (Question("aspect", (entry.id,)) for entry in entries)
        name = _capital(entries[0].topic.name.in_language(language))
        found.append(Section(topic, name, _named(sides, language, catalogue, by_topic=True)))
    return tuple(section for section in found if section.choices)


def reference_of(fact: str, catalogue: Catalogue) -> str | None:
    """The reference that opens the figure or side of a topic with that identifier, a figure for the default edition if
    it has one; None when there is no such fact."""
    if fact not in catalogue.entries:
        return None
    question = next(nearest((fact,), catalogue), None)
    return encode(question) if question is not None and question.entries == (fact,) else None


def _named(
    questions: Iterable[Question], language: Language, catalogue: Catalogue, *, by_topic: bool
) -> tuple[Choice, ...]:
    """The questions by what they are called, within their topic or everywhere; none of two of the same name."""
    found: dict[str, Choice] = {}
    for question in questions:
        whole = choice(question, language, catalogue)
        label = _capital(whole.label.partition(": ")[2] if by_topic else whole.label)
        found.setdefault(label, Choice(label, whole.reference))
    return tuple(found.values())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
