"""The sentences of replies about figures: what they say is decided by the replies, how it is said here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.answer.compute import Change
from bot.answer.figures import Operand
from bot.answer.wording.english import English
from bot.answer.wording.korean import Korean
from bot.knowledge.model import Knowledge, Language


class Wording(Protocol):
    """What a language has to be able to say."""

    def value(self, figure: Operand) -> str:
        """One figure."""

    def values(self, figures: Sequence[Operand]) -> str:
        """The same figure for several editions, in the order of time."""

    def change(self, change: Change, measure: str | None) -> str:
        """What became of a figure between two editions."""

    def more(self, larger: Operand, smaller: Operand) -> str:
        """Which of two figures is larger, and by how much."""

    def faster(self, changes: Sequence[tuple[Change, float]], extreme: str, measure: str | None) -> str:
        """Which of several figures changed the most or the least, in percent or in their unit."""

    def rates_apart(self, larger: tuple[Change, float], smaller: tuple[Change, float]) -> str:
        """By how many percentage points two changes differ."""

    def extreme(self, figures: Sequence[Operand], extreme: str) -> str:
        """The editions with the most or the least."""

    def greater(self, first: Operand, other: Operand, extreme: str) -> str:
        """Which of two editions had more, or less, with the figures of both."""

    def ranking(self, places: Sequence[tuple[int, Operand]]) -> str:
        """The editions from the most to the least, each with its place."""

    def share(self, part: Operand, whole: Operand, percent: float) -> str:
        """What share one figure is of another."""

    def ratio(self, above: Operand, below: Operand, multiple: float) -> str:
        """How many times one figure is another."""

    def gap(self, first: Operand, second: Operand) -> str:
        """The difference between two figures of one unit."""

    def per(self, total: Operand, number: float, per: str) -> str:
        """A figure divided by days, by another figure or by editions."""

    def total(self, figures: Sequence[Operand], number: int | float) -> str:
        """The sum of figures."""


def wording_of(language: Language, knowledge: Knowledge) -> Wording:
    """The wording of the language."""
    wordings: dict[Language, Wording] = {"ko": Korean(knowledge), "en": English(knowledge)}
    return wordings[language]
