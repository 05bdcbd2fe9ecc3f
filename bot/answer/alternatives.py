"""What one press changes in an answer about a figure: its edition, or the part of it that is told."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.answer.figures import edition_name, operand
from bot.answer.model import Choice
from bot.answer.reference import decode, encode
from bot.answer.suggest import value_of
from bot.knowledge.model import Language
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import MetricEntry
from bot.understand.question import Question


@dataclass(frozen=True, slots=True)
class Alternatives:
    """The same figure for other editions, and its whole and other parts for the same edition."""

    editions: tuple[Choice, ...] = ()
    parts: tuple[Choice, ...] = ()


def alternatives(reference: str, language: Language, catalogue: Catalogue) -> Alternatives:
    """What else the figure of a plain value is told for; nothing for any other question."""
    question = decode(reference, catalogue)
    if question is None or question.operation != "value" or len(question.entries) != 1:
        return Alternatives()
    entry = catalogue.metric(question.entries[0])
    edition = _edition(question, entry, catalogue)
    if edition is None:
        return Alternatives()
    return Alternatives(
        tuple(_edition_choice(question, other, language, catalogue) for other in _others(entry, edition, catalogue)),
        tuple(
            Choice(part.name.in_language(language), encode(value_of(part, edition)))
            for part in catalogue.index.families[entry.metric.id]
            if part.id != entry.id and part.rest is None and operand(part, edition, catalogue)
        ),
    )


def _edition(question: Question, entry: MetricEntry, catalogue: Catalogue) -> str | None:
    """The one edition that is asked for; None for several, and for a figure without a date."""
    if entry.undated is not None or len(question.editions) > 1:
        return None
    return question.editions[0] if question.editions else catalogue.knowledge.editions.default


def _others(entry: MetricEntry, edition: str, catalogue: Catalogue) -> list[str]:
    editions = (each.id for each in catalogue.knowledge.editions.list)
    return [each for each in editions if each != edition and operand(entry, each, catalogue)]


def _edition_choice(question: Question, edition: str, language: Language, catalogue: Catalogue) -> Choice:
    name = edition_name(edition, language, catalogue.knowledge)
    return Choice(name, encode(replace(question, editions=(edition,))))
