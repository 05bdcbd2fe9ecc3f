"""The first rung of the ladder: a message that is word for word what a button or a suggestion says."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from bot.answer.figures import operand
from bot.answer.suggest import as_question, choice, related, value_of
from bot.knowledge.model import LANGUAGES
from bot.language.normalise import key
from bot.understand.catalogue import Catalogue, MetricEntry
from bot.understand.question import Question


def exact_question(text: str, catalogue: Catalogue) -> Question | None:
    """The question that a choice or suggestion with just this label asks; None when there is none."""
    return _labels(catalogue).get(key(text))


@lru_cache(maxsize=4)
def _labels(catalogue: Catalogue) -> dict[str, Question]:
    """Every label of what can be offered, in both languages; one that two questions share is left out."""
    found: dict[str, Question | None] = {}
    for question in dict.fromkeys(offered(catalogue)):
        for language in LANGUAGES:
            item = choice(question, language, catalogue)
            for label in {key(item.label), key(as_question(item, question, language).label)}:
                found[label] = question if found.get(label, question) == question else None
    return {label: question for label, question in found.items() if question is not None}


def offered(catalogue: Catalogue) -> Iterator[Question]:
    """Every question that a choice or a suggestion can ask of the knowledge; some more than once."""
    editions = [edition.id for edition in catalogue.knowledge.editions.list]
    for entry in catalogue.entries.values():
        if isinstance(entry, MetricEntry):
            held = [edition for edition in editions if operand(entry, edition, catalogue)]
            questions = [value_of(entry, edition) for edition in held] or [value_of(entry, None)]
        else:
            questions = [Question("aspect", (entry.id,))]
        for question in questions:
            yield question
            yield from related(question, catalogue)
