"""How figures are said in Korean, in 합쇼체, with the particle that the sound before it asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer.compute import Change
from bot.answer.figures import Operand, amount, decimals_of, edition_name, is_earlier, name_of, signed
from bot.knowledge.model import Knowledge
from bot.language.hangul import particle
from bot.language.numbers import grouped

_BECAME = {"up": "늘었습니다", "down": "줄었습니다"}
_IS_MORE = {"up": "많습니다", "down": "적습니다"}
_EXTREMES = {("area", "most"): "넓은", ("area", "least"): "좁은"}


@dataclass(frozen=True, slots=True)
class Korean:
    """Korean sentences about the figures of one release."""

    knowledge: Knowledge

    def _name(self, figure: Operand) -> str:
        return name_of(figure.entry, "ko", figure.edition, self.knowledge)

    def _said(self, figure: Operand) -> str:
        return amount(figure.number, figure.entry.unit, "ko", qualifier=figure.qualifier)

    def _by(self, figure: Operand) -> str:
        """The figure with 으로 or 로."""
        return particle(self._said(figure), "으로/로")

    def _year(self, figure: Operand) -> str:
        return edition_name(figure.edition, "ko", self.knowledge)

    def value(self, figure: Operand) -> str:
        return f"{_topic(self._name(figure))} {self._said(figure)}입니다."

    def values(self, figures: Sequence[Operand]) -> str:
        listed = ", ".join(f"{self._year(figure)} {self._said(figure)}" for figure in figures)
        return f"{_topic(figures[0].entry.name.ko)} {listed}입니다."

    def change(self, change: Change, measure: str | None) -> str:
        before, after = change.before, change.after
        name = _topic(after.entry.name.ko)
        if change.direction == "same":
            years = f"{particle(self._year(before), '과/와')} {self._year(after)}"
            return f"{name} {years} 모두 {self._by(after)} 같습니다."
        if measure == "multiple" and change.multiple:
            base = f"{self._year(before)} {self._said(before)}"
            return f"{self._year(after)} {name} {self._by(after)}, {base}의 약 {grouped(change.multiple, 2)}배입니다."
        if is_earlier(after, before, self.knowledge):
            is_more = {"up": "넓습니다", "down": "좁습니다"} if after.entry.unit.base == "area" else _IS_MORE
            base = f"{self._year(before)} {self._said(before)}보다 {self._much(change, measure)}"
            return f"{name} {self._year(after)} {self._by(after)}, {base} {is_more[change.direction]}."
        became = f"{self._much(change, measure)} {_BECAME[change.direction]}"
        return f"{name} {self._year(before)} {self._said(before)}에서 {self._year(after)} {self._by(after)} {became}."

    def _much(self, change: Change, measure: str | None) -> str:
        by = amount(abs(change.difference), change.after.entry.unit, "ko")
        if change.percent is None:
            return by
        percent = f"{grouped(abs(change.percent), 2)}%"
        return f"{by}({percent})" if measure == "amount" else f"{percent}({by})"

    def more(self, larger: Operand, smaller: Operand) -> str:
        if larger.number == smaller.number:
            both = f"{particle(self._name(larger), '과/와')} {_topic(self._name(smaller))}"
            return f"{both} {self._by(larger)} 같습니다."
        by = amount(larger.number - smaller.number, larger.entry.unit, "ko")
        other = f"{self._name(smaller)}({self._said(smaller)})"
        return f"{particle(self._name(larger), '이/가')} {self._by(larger)}, {other}보다 {by} 많습니다."

    def faster(self, changes: Sequence[tuple[Change, float]], extreme: str, measure: str | None) -> str:
        (first, _), *rest = changes
        size = "큰" if extreme == "most" else "작은"
        degree = "더" if len(rest) == 1 else "가장"
        name = particle(first.after.entry.name.ko, "으로/로")
        others = f"({rest[0][0].after.entry.name.ko} {self._growth(rest[0], measure)})" if len(rest) == 1 else ""
        what = "증가액이" if measure == "amount" else "증가율이"
        grown = f"{self._growth(changes[0], measure)}입니다"
        return f"{self._year(first.before)} 대비 {what} {degree} {size} 것은 {name}, {grown}{others}."

    def _growth(self, grown: tuple[Change, float], measure: str | None) -> str:
        change, percent = grown
        if measure != "amount":
            return f"{signed(percent)}%"
        return ("+" if change.difference > 0 else "") + amount(change.difference, change.after.entry.unit, "ko")

    def rates_apart(self, larger: tuple[Change, float], smaller: tuple[Change, float]) -> str:
        one, other = (f"{each[0].after.entry.name.ko}({signed(each[1])}%)" for each in (larger, smaller))
        points = grouped(larger[1] - smaller[1], 2)
        return f"{self._year(larger[0].before)} 대비 증감률은 {particle(one, '이/가')} {other}보다 {points}%p 높습니다."

    def extreme(self, figures: Sequence[Operand], extreme: str) -> str:
        first, size = figures[0], self._extreme(figures[0], extreme)
        years = particle(_joined([self._year(figure) for figure in figures]), "으로/로")
        return f"{particle(first.entry.name.ko, '이/가')} 가장 {size} 해는 {years}, {self._said(first)}입니다."

    def greater(self, first: Operand, other: Operand, extreme: str) -> str:
        year = particle(self._year(first), "으로/로")
        both = f"{self._said(first)}입니다({self._year(other)} {self._said(other)})"
        return f"{particle(first.entry.name.ko, '이/가')} 더 {self._extreme(first, extreme)} 해는 {year}, {both}."

    def _extreme(self, figure: Operand, extreme: str) -> str:
        return _EXTREMES.get((figure.entry.unit.base, extreme), "많은" if extreme == "most" else "적은")

    def ranking(self, places: Sequence[tuple[int, Operand]]) -> str:
        listed = ", ".join(f"{place}위 {self._year(figure)} {self._said(figure)}" for place, figure in places)
        return f"{places[0][1].entry.name.ko} 순위: {listed}."

    def share(self, part: Operand, whole: Operand, percent: float) -> str:
        of = f"{whole.entry.name.ko}({self._said(whole)})의 {grouped(percent, 2)}%"
        return f"{_topic(self._name(part))} {self._by(part)}, {of}입니다."

    def ratio(self, above: Operand, below: Operand, multiple: float) -> str:
        of = f"{below.entry.name.ko}({self._said(below)})의 약 {grouped(multiple, 2)}배"
        return f"{_topic(self._name(above))} {self._by(above)}, {of}입니다."

    def gap(self, first: Operand, second: Operand) -> str:
        by = amount(abs(first.number - second.number), first.entry.unit, "ko")
        one = f"{self._name(first)}({self._said(first)})"
        other = f"{second.entry.name.ko}({self._said(second)})"
        return f"{particle(one, '과/와')} {other}의 차이는 {by}입니다."

    def per(self, total: Operand, number: float, per: str) -> str:
        said = amount(number, total.entry.unit, "ko", decimals=decimals_of(number, total.entry.unit))
        return f"{_topic(self._name(total))} {per} 평균 약 {said}입니다."

    def total(self, figures: Sequence[Operand], number: int | float) -> str:
        said = amount(number, figures[0].entry.unit, "ko")
        names = list(dict.fromkeys(figure.entry.name.ko for figure in figures))
        if len(names) > 1:
            return f"{self._year(figures[0])} {particle(_joined(names), '을/를')} 더하면 {said}입니다."
        years = "·".join(self._year(figure) for figure in figures)
        return f"{years} {names[0]} 합계는 {said}입니다."


def _topic(word: str) -> str:
    return particle(word, "은/는")


def _joined(words: Sequence[str]) -> str:
    return f"{particle(words[0], '과/와')} {words[1]}" if len(words) == 2 else "·".join(words)
