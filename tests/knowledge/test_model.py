"""The model's lists of words agree with the program's own."""

from __future__ import annotations

from typing import get_args

from bot.knowledge import model
from bot.language.words import words


def _meanings(prefix: str) -> set[str]:
    readings = [reading for group in (words().nouns, words().verbs) for found in group.values() for reading in found]
    meanings = {meaning for reading in readings for meaning in reading.split()}
    return {meaning.removeprefix(prefix) for meaning in meanings if meaning.startswith(prefix)}


def test_an_aspect_answers_kinds_of_questions_that_can_be_asked() -> None:
    """A kind of question that the word files do not know would never be asked."""
    assert set(get_args(model.Ask)) <= _meanings("ask:")


def test_a_unit_may_be_counted_with_every_counting_word() -> None:
    """What the word files count, a unit may name; the built-in units' own ids are counters too."""
    assert _meanings("counter:") <= set(get_args(model.Counter))
