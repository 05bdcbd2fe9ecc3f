"""How figures are said in English: the name, the edition and the figure first, the rest after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer.compute import Change
from bot.answer.figures import Operand, amount, bare, capital, decimals_of, edition_name, is_earlier, name_of, signed
from bot.knowledge.model import Knowledge
from bot.language.numbers import grouped

_BECAME = {"up": "rose", "down": "fell"}
_IS_MORE = {"up": "more", "down": "less"}


@dataclass(frozen=True, slots=True)
class English:
    """English sentences about the figures of one release."""

    knowledge: Knowledge

    def _name(self, figure: Operand) -> str:
        return name_of(figure.entry, "en", figure.edition, self.knowledge)

    def _said(self, figure: Operand) -> str:
        said = bare(figure.number, figure.entry.unit, "en", figure.entry.name.en)
        return f"about {said}" if figure.qualifier == "about" else said

    def _with(self, figure: Operand) -> str:
        """The name with the figure in brackets."""
        return f"{self._name(figure)} ({self._said(figure)})"

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
            years = f"between {self._year(before)} and {self._year(after)}"
            return f"{name} did not change {years}: the same {self._said(after)} in both."
        if measure == "multiple" and change.multiple:
            base = f"the {self._year(before)} figure ({self._said(before)})"
            return f"{capital(self._with(after))} came to {grouped(change.multiple, 2)} times {base}."
        if is_earlier(after, before, self.knowledge):
            than = f"{_IS_MORE[change.direction]} than {self._said(before)} in {self._year(before)}"
            return f"{name} in {self._year(after)} came to {self._said(after)}, {self._size(change, measure)} {than}."
        ends = f"from {self._said(before)} in {self._year(before)} to {self._said(after)} in {self._year(after)}"
        return f"{name} {_BECAME[change.direction]} {self._much(change, measure)}, {ends}."

    def _much(self, change: Change, measure: str | None) -> str:
        size = self._size(change, measure)
        if change.percent is None or measure == "amount":
            return f"by {size}"
        return size.replace("(", "(by ", 1)

    def _size(self, change: Change, measure: str | None) -> str:
        """The difference and the percentage, the one that is asked for first."""
        by = bare(abs(change.difference), change.after.entry.unit, "en", change.after.entry.name.en)
        if change.percent is None:
            return by
        percent = f"{grouped(abs(change.percent), 2)}%"
        return f"{by} ({percent})" if measure == "amount" else f"{percent} ({by})"

    def more(self, larger: Operand, smaller: Operand) -> str:
        if larger.number == smaller.number:
            return f"{capital(self._name(larger))} and {smaller.entry.name.en} are equal: {self._said(larger)}."
        by = bare(larger.number - smaller.number, larger.entry.unit, "en", larger.entry.name.en)
        return f"{capital(self._with(larger))} exceeded {self._with(smaller)} by {by}."

    def faster(self, changes: Sequence[tuple[Change, float]], extreme: str, measure: str | None) -> str:
        (first, percent), *rest = changes
        if measure == "amount":
            return self._grew_by_more(changes, extreme)
        grew = f"{capital(first.after.entry.name.en)} grew"
        since = f"from {self._year(first.before)}: {signed(percent)}%"
        if len(rest) == 1:
            pace = "faster" if extreme == "most" else "more slowly"
            return f"{grew} {pace} {since}, against {signed(rest[0][1])}% for {rest[0][0].after.entry.name.en}."
        return f"{grew} {'fastest' if extreme == 'most' else 'slowest'} {since}."

    def _grew_by_more(self, changes: Sequence[tuple[Change, float]], extreme: str) -> str:
        (first, _), *rest = changes
        since = f"from {self._year(first.before)}"
        size = {"most": "the larger amount", "least": "the smaller amount"}[extreme]
        others = "".join(f", against {self._difference(each)} for {each.after.entry.name.en}" for each, _ in rest)
        name = capital(first.after.entry.name.en)
        return f"{name} grew by {size} {since}: {self._difference(first)}{others}."

    def _difference(self, change: Change) -> str:
        return amount(change.difference, change.after.entry.unit, "en")

    def rates_apart(self, larger: tuple[Change, float], smaller: tuple[Change, float]) -> str:
        one, other = (f"{each[0].after.entry.name.en} ({signed(each[1])}%)" for each in (larger, smaller))
        points = grouped(larger[1] - smaller[1], 2)
        since = self._year(larger[0].before)
        return f"The change from {since} was {points} percentage points higher for {one} than for {other}."

    def extreme(self, figures: Sequence[Operand], extreme: str) -> str:
        years = _joined([self._year(figure) for figure in figures])
        size = "highest" if extreme == "most" else "lowest"
        return f"{years} had the {size} figure for {figures[0].entry.name.en}: {self._said(figures[0])}."

    def greater(self, first: Operand, other: Operand, extreme: str) -> str:
        size = "higher" if extreme == "most" else "lower"
        both = f"{self._said(first)}, against {self._said(other)} in {self._year(other)}"
        return f"{self._year(first)} had the {size} figure for {first.entry.name.en}: {both}."

    def ranking(self, places: Sequence[tuple[int, Operand]]) -> str:
        listed = ", ".join(f"{place}. {self._year(figure)} ({self._said(figure)})" for place, figure in places)
        return f"{capital(places[0][1].entry.name.en)}, ranked: {listed}."

    def share(self, part: Operand, whole: Operand, percent: float) -> str:
        of = f"{whole.entry.name.en} ({self._said(whole)})"
        return f"{capital(self._with(part))} made up {grouped(percent, 2)}% of {of}."

    def ratio(self, above: Operand, below: Operand, multiple: float) -> str:
        of = f"{below.entry.name.en} ({self._said(below)})"
        return f"{capital(self._with(above))} came to {grouped(multiple, 2)} times {of}."

    def gap(self, first: Operand, second: Operand) -> str:
        by = bare(abs(first.number - second.number), first.entry.unit, "en", first.entry.name.en)
        other = f"{second.entry.name.en} ({self._said(second)})"
        return f"The gap between {self._with(first)} and {other} is {by}."

    def per(self, total: Operand, number: float, per: str) -> str:
        said = amount(number, total.entry.unit, "en", decimals=decimals_of(number, total.entry.unit))
        return f"On average about {said} {per} ({self._name(total)})."

    def total(self, figures: Sequence[Operand], number: int | float) -> str:
        said = bare(number, figures[0].entry.unit, "en", figures[0].entry.name.en)
        names = list(dict.fromkeys(figure.entry.name.en for figure in figures))
        if len(names) > 1:
            return f"{capital(_joined(names))} together in {self._year(figures[0])}: {said}."
        years = _joined([self._year(figure) for figure in figures])
        return f"Total {names[0]} over {years}: {said}."


def _joined(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
