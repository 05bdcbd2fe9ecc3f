"""The sentences of replies, in both languages; what they say is decided in `compose`, how it is said here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.answer.compute import Change
from bot.answer.figures import Operand, amount, bare, capital, edition_name, name_of
from bot.knowledge.model import Knowledge, Language
from bot.language.hangul import particle
from bot.language.numbers import grouped


class Wording(Protocol):
    """What a language has to be able to say."""

    @property
    def knowledge(self) -> Knowledge:
        """What the figures are of."""

    def value(self, figure: Operand) -> str:
        """One figure."""

    def values(self, figures: Sequence[Operand]) -> str:
        """The same figure for several editions, in the order of time."""

    def change(self, change: Change, measure: str | None) -> str:
        """What became of a figure between two editions."""

    def more(self, larger: Operand, smaller: Operand) -> str:
        """Which of two figures is larger, and by how much."""

    def faster(self, changes: Sequence[tuple[Change, float]], extreme: str) -> str:
        """Which of several figures changed the most or the least, in percent."""

    def extreme(self, figures: Sequence[Operand], others: Sequence[Operand], extreme: str) -> str:
        """The editions with the most or the least."""

    def ranking(self, figures: Sequence[Operand]) -> str:
        """The editions from the most to the least."""

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


_UP = {"up": "늘었습니다", "down": "줄었습니다", "same": "같습니다"}


def _rounded(number: float) -> str:
    return grouped(number, 2)


@dataclass(frozen=True, slots=True)
class Korean:
    """Korean sentences in 합쇼체."""

    knowledge: Knowledge

    def _name(self, figure: Operand) -> str:
        return name_of(figure.entry, "ko", figure.edition, self.knowledge)

    def _said(self, figure: Operand) -> str:
        return amount(figure.number, figure.entry.unit, "ko", qualifier=figure.qualifier)

    def _year(self, figure: Operand) -> str:
        return edition_name(figure.edition, "ko", self.knowledge)

    def value(self, figure: Operand) -> str:
        return f"{particle(self._name(figure), '은/는')} {self._said(figure)}입니다."

    def values(self, figures: Sequence[Operand]) -> str:
        name = figures[0].entry.name.ko
        listed = ", ".join(f"{self._year(figure)} {self._said(figure)}" for figure in figures)
        return f"{particle(name, '은/는')} {listed}입니다."

    def change(self, change: Change, measure: str | None) -> str:
        before, after = change.before, change.after
        name = after.entry.name.ko
        if change.direction == "same":
            return f"{particle(name, '은/는')} {particle(self._year(before), '과/와')} {self._year(after)} 모두 {self._said(after)}로 같습니다."
        unit = after.entry.unit
        by = amount(abs(change.difference), unit, "ko")
        if measure == "multiple" and change.multiple:
            return (f"{self._year(after)} {particle(name, '은/는')} {self._said(after)}로 {self._year(before)} {self._said(before)}의 "
                    f"약 {_rounded(change.multiple)}배입니다.")  # fmt: skip
        much = f"{by} {_UP[change.direction]}" if change.percent is None else (
            f"{by}({_rounded(abs(change.percent))}%) {_UP[change.direction]}" if measure == "amount"
            else f"{_rounded(abs(change.percent))}%({by}) {_UP[change.direction]}")  # fmt: skip
        return (f"{particle(name, '은/는')} {self._year(before)} {self._said(before)}에서 "
                f"{self._year(after)} {particle(self._said(after), '으로/로')} {much}.")  # fmt: skip

    def more(self, larger: Operand, smaller: Operand) -> str:
        if larger.number == smaller.number:
            return f"{particle(self._name(larger), '과/와')} {particle(self._name(smaller), '은/는')} {self._said(larger)}로 같습니다."
        by = amount(larger.number - smaller.number, larger.entry.unit, "ko")
        return (f"{particle(self._name(larger), '이/가')} {self._said(larger)}로 "
                f"{self._name(smaller)}({self._said(smaller)})보다 {by} 많습니다.")  # fmt: skip

    def faster(self, changes: Sequence[tuple[Change, float]], extreme: str) -> str:
        base = self._year(changes[0][0].before)
        (first, percent), *rest = changes
        word = "큰" if extreme == "most" else "작은"
        name = particle(first.after.entry.name.ko, "으로/로")
        among = (
            ", ".join(f"{change.after.entry.name.ko} {_signed(other)}%" for change, other in rest)
            if len(rest) == 1
            else ""
        )
        return f"{base} 대비 증가율이 {'가장 ' if not among else '더 '}{word} 것은 {name}, {_signed(percent)}%입니다{f'({among})' if among else ''}."

    def extreme(self, figures: Sequence[Operand], others: Sequence[Operand], extreme: str) -> str:
        years = _joined([self._year(figure) for figure in figures], "ko")
        name = figures[0].entry.name.ko
        word = "많은" if extreme == "most" else "적은"
        if figures[0].entry.unit.base == "area":
            word = "넓은" if extreme == "most" else "좁은"
        return (
            f"{particle(name, '이/가')} 가장 {word} 해는 {particle(years, '으로/로')}, {self._said(figures[0])}입니다."
        )

    def ranking(self, figures: Sequence[Operand]) -> str:
        listed = ", ".join(f"{place}위 {self._year(figure)} {self._said(figure)}" for place, figure in _places(figures))
        return f"{figures[0].entry.name.ko} 순위: {listed}."

    def share(self, part: Operand, whole: Operand, percent: float) -> str:
        year = f"{self._year(part)} " if part.edition else ""
        return (f"{year}{particle(part.entry.name.ko, '은/는')} {self._said(part)}{_by(self._said(part))} "
                f"{whole.entry.name.ko}({self._said(whole)})의 {_rounded(percent)}%입니다.")  # fmt: skip

    def ratio(self, above: Operand, below: Operand, multiple: float) -> str:
        return (f"{particle(self._name(above), '은/는')} {self._said(above)}{_by(self._said(above))} "
                f"{below.entry.name.ko}({self._said(below)})의 약 {_rounded(multiple)}배입니다.")  # fmt: skip

    def gap(self, first: Operand, second: Operand) -> str:
        by = amount(abs(first.number - second.number), first.entry.unit, "ko")
        return f"{self._name(first)}({self._said(first)})과 {second.entry.name.ko}({self._said(second)})의 차이는 {by}입니다."

    def per(self, total: Operand, number: float, per: str) -> str:
        decimals = 0 if number >= 1000 or (total.entry.unit.base == "count" and number >= 100) else 2
        said = amount(number, total.entry.unit, "ko", decimals=decimals)
        return f"{particle(self._name(total) if total.edition else total.entry.name.ko, '은/는')} {per} 평균 약 {said}입니다."

    def total(self, figures: Sequence[Operand], number: int | float) -> str:
        said = amount(number, figures[0].entry.unit, "ko")
        if len({figure.entry.id for figure in figures}) > 1:
            names = _joined([figure.entry.name.ko for figure in figures], "ko")
            return f"{self._year(figures[0])} {particle(names, '을/를')} 더하면 {said}입니다."
        years = "·".join(self._year(figure) for figure in figures)
        return f"{years} {figures[0].entry.name.ko} 합계는 {said}입니다."


_ROSE = {"up": "rose", "down": "fell", "same": "did not change"}


@dataclass(frozen=True, slots=True)
class English:
    """English sentences."""

    knowledge: Knowledge

    def _name(self, figure: Operand) -> str:
        return name_of(figure.entry, "en", figure.edition, self.knowledge)

    def _said(self, figure: Operand) -> str:
        said = bare(figure.number, figure.entry.unit, "en", figure.entry.name.en)
        return f"about {said}" if figure.qualifier == "about" else said

    def _year(self, figure: Operand) -> str:
        return edition_name(figure.edition, "en", self.knowledge)

    def value(self, figure: Operand) -> str:
        return f"{capital(self._name(figure))}: {self._said(figure)}."

    def values(self, figures: Sequence[Operand]) -> str:
        listed = ", ".join(f"{self._said(figure)} in {self._year(figure)}" for figure in figures)
        return f"{capital(figures[0].entry.name.en)}: {listed}."

    def change(self, change: Change, measure: str | None) -> str:
        before, after = change.before, change.after
        name = capital(after.entry.name.en)
        if change.direction == "same":
            return f"{name} did not change between {self._year(before)} and {self._year(after)}: {self._said(after)} in both."
        by = bare(abs(change.difference), after.entry.unit, "en", after.entry.name.en)
        ends = f"from {self._said(before)} in {self._year(before)} to {self._said(after)} in {self._year(after)}"
        if measure == "multiple" and change.multiple:
            return f"{name} in {self._year(after)} ({self._said(after)}) came to {_rounded(change.multiple)} times the {self._year(before)} figure ({self._said(before)})."
        if change.percent is None:
            return f"{name} {_ROSE[change.direction]} by {by}, {ends}."
        percent = _rounded(abs(change.percent))
        much = f"by {by} ({percent}%)" if measure == "amount" else f"{percent}% (by {by})"
        return f"{name} {_ROSE[change.direction]} {much}, {ends}."

    def more(self, larger: Operand, smaller: Operand) -> str:
        if larger.number == smaller.number:
            return f"{capital(self._name(larger))} and {smaller.entry.name.en} are equal: {self._said(larger)}."
        by = bare(larger.number - smaller.number, larger.entry.unit, "en", larger.entry.name.en)
        other = self._name(smaller) if smaller.edition != larger.edition else smaller.entry.name.en
        return f"{capital(self._name(larger))} ({self._said(larger)}) exceeded {other} ({self._said(smaller)}) by {by}."

    def faster(self, changes: Sequence[tuple[Change, float]], extreme: str) -> str:
        (first, percent), *rest = changes
        others = ", against " + f"{_signed(rest[0][1])}% for {rest[0][0].after.entry.name.en}" if len(rest) == 1 else ""
        word = (
            ("fastest" if extreme == "most" else "slowest")
            if not others
            else ("faster" if extreme == "most" else "more slowly")
        )
        return f"{capital(first.after.entry.name.en)} grew {word} from {self._year(first.before)}: {_signed(percent)}%{others}."

    def extreme(self, figures: Sequence[Operand], others: Sequence[Operand], extreme: str) -> str:
        years = _joined([self._year(figure) for figure in figures], "en")
        word = "highest" if extreme == "most" else "lowest"
        return f"{years} had the {word} figure for {figures[0].entry.name.en}: {self._said(figures[0])}."

    def ranking(self, figures: Sequence[Operand]) -> str:
        listed = ", ".join(
            f"{place}. {self._year(figure)} ({self._said(figure)})" for place, figure in _places(figures)
        )
        return f"{capital(figures[0].entry.name.en)}, ranked: {listed}."

    def share(self, part: Operand, whole: Operand, percent: float) -> str:
        return (f"{capital(self._name(part))} ({self._said(part)}) made up {_rounded(percent)}% of {whole.entry.name.en} "
                f"({self._said(whole)}).")  # fmt: skip

    def ratio(self, above: Operand, below: Operand, multiple: float) -> str:
        return f"{capital(self._name(above))} ({self._said(above)}) came to {_rounded(multiple)} times {below.entry.name.en} ({self._said(below)})."

    def gap(self, first: Operand, second: Operand) -> str:
        by = bare(abs(first.number - second.number), first.entry.unit, "en", first.entry.name.en)
        return f"The gap between {self._name(first)} ({self._said(first)}) and {second.entry.name.en} ({self._said(second)}) is {by}."

    def per(self, total: Operand, number: float, per: str) -> str:
        decimals = (
            0
            if (number >= 1000 and total.entry.unit.base != "money")
            or (total.entry.unit.base == "count" and number >= 100)
            else 2
        )
        said = amount(number, total.entry.unit, "en", decimals=decimals)
        return f"On average about {said} {per} ({self._name(total)})."

    def total(self, figures: Sequence[Operand], number: int | float) -> str:
        said = bare(number, figures[0].entry.unit, "en", figures[0].entry.name.en)
        if len({figure.entry.id for figure in figures}) > 1:
            names = _joined([figure.entry.name.en for figure in figures], "en")
            return f"{capital(names)} together in {self._year(figures[0])}: {said}."
        years = _joined([self._year(figure) for figure in figures], "en")
        return f"Total {figures[0].entry.name.en} over {years}: {said}."


def _signed(percent: float) -> str:
    return ("+" if percent > 0 else "") + _rounded(percent)


def _by(said: str) -> str:
    return particle(said, "으로/로").removeprefix(said) + ","


def _joined(words: Sequence[str], language: Language) -> str:
    if language == "ko":
        return "·".join(words) if len(words) != 2 else f"{particle(words[0], '과/와')} {words[1]}"
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _places(figures: Sequence[Operand]) -> list[tuple[int, Operand]]:
    """Places in falling order; equal figures share a place."""
    places: list[tuple[int, Operand]] = []
    for index, figure in enumerate(figures, start=1):
        tied = places and places[-1][1].number == figure.number
        places.append((places[-1][0] if tied else index, figure))
    return places
