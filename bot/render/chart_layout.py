"""Where everything of a chart stands in its picture, in pixels from the lower left corner, before it is drawn.

Text is broken into lines and made smaller until it fits, so that nothing is cut off and nothing overlaps. How wide a
text is comes as an argument: only the drawing knows its font.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bot.answer.model import Bar, Chart

#: The width in pixels of a text set in a size in pixels.
Measure = Callable[[str, float], float]

_WIDTH, _HEIGHT, _MARGIN = 1280, 720, 56
#: The picture grows wider when there are more editions than that leaves room for, to a bound.
_NARROWEST_SLOT, _WIDEST = 110, 4000
_TITLE, _UNIT, _VALUE, _LABEL, _NOTE, _SOURCE = 46, 26, 36, 32, 26, 24
_SMALLEST = 13
_LINE = 1.3
_GAP = 18
_BAR_SHARE, _WIDEST_BAR = 0.56, 220
#: A bar of zero is still seen; the slot of a missing figure takes so much of the height.
_THINNEST_BAR, _MISSING_SHARE = 2.0, 0.45


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of text in one size: the block's upper edge, and where each line begins or has its middle."""

    lines: tuple[str, ...]
    size: float
    x: float
    top: float
    align: Literal["left", "center"] = "left"

    @property
    def height(self) -> float:
        """From the upper edge of the first line to the lower edge of the last."""
        return len(self.lines) * self.size * _LINE

    def line_tops(self) -> tuple[float, ...]:
        """The upper edge of each line."""
        return tuple(self.top - index * self.size * _LINE for index in range(len(self.lines)))


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of one edition: a bar, or the empty outline of one where the release gives no figure."""

    kind: Literal["bar", "missing"]
    left: float
    width: float
    bottom: float
    top: float
    is_negative: bool
    value: Block
    label: Block


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole picture: its size, its texts, the line that bars stand on or hang from, and the slots in order."""

    width: int
    height: int
    texts: tuple[Block, ...]
    baseline: float
    left: float
    right: float
    slots: tuple[Slot, ...]


def layout(chart: Chart, measure: Measure) -> Layout:
    """The places of all that the chart shows; the picture is taller when its texts need the room."""
    width = min(max(_WIDTH, 2 * _MARGIN + _NARROWEST_SLOT * len(chart.bars)), _WIDEST)
    room = width - 2 * _MARGIN
    slot = room / len(chart.bars)
    title = fitted(chart.title, _TITLE, room, 2, measure)
    unit = fitted(chart.unit, _UNIT, room, 1, measure)
    notes = [fitted(note, _NOTE, room, 2, measure) for note in chart.notes]
    source = fitted(chart.source, _SOURCE, room, 4, measure)
    values = _in_one_size([bar.text for bar in chart.bars], _VALUE, 0.94 * slot, measure)
    labels = _in_one_size([bar.label for bar in chart.bars], _LABEL, 0.94 * slot, measure)
    value_room, label_room = _tallest(values), _tallest(labels)

    foot = sum(_height(text) for text in (*notes, source)) + _GAP
    head = _height(title) + _height(unit) + _GAP
    height = int(max(_HEIGHT, head + foot + label_room + 2 * value_room + 3 * _GAP + 2 * _MARGIN + _HEIGHT / 3))
    has_negative = any(bar.value is not None and bar.value < 0 for bar in chart.bars)
    floor = _MARGIN / 2 + foot + label_room + _GAP + (value_room if has_negative else 0)
    ceiling = height - _MARGIN / 2 - head - value_room

    top = height - _MARGIN / 2
    texts = [_placed(title, _MARGIN, top)]
    texts.append(_placed(unit, _MARGIN, top - _height(title)))
    line = _MARGIN / 2 + foot - _GAP
    for text in (*notes, source):
        texts.append(_placed(text, _MARGIN, line))
        line -= _height(text)
    scale = _Scale.of(chart.bars, floor, ceiling)
    label_top = _MARGIN / 2 + foot + label_room
    slots = tuple(
        _slot(bar, _MARGIN + (index + 0.5) * slot, slot, scale, value, _placed(label, 0, label_top))
        for index, (bar, value, label) in enumerate(zip(chart.bars, values, labels, strict=True))
    )
    return Layout(width, height, tuple(texts), scale.zero, _MARGIN, width - _MARGIN, slots)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Pixels for values: zero is at `zero`, and each unit is `each` pixels."""

    zero: float
    each: float
    floor: float
    ceiling: float

    @classmethod
    def of(cls, bars: tuple[Bar, ...], floor: float, ceiling: float) -> _Scale:
        """The scale on which the largest and the smallest value, and zero, fit between floor and ceiling."""
        values = [bar.value for bar in bars if bar.value is not None]
        low, high = min(0, *values), max(0, *values)
        each = (ceiling - floor) / (high - low) if high > low else 0.0
        return cls(floor - low * each, each, floor, ceiling)


def _slot(bar: Bar, middle: float, slot: float, scale: _Scale, value: Block, label: Block) -> Slot:
    width = min(_BAR_SHARE * slot, _WIDEST_BAR)
    label = Block(label.lines, label.size, middle, label.top, "center")
    is_negative = bar.value is not None and bar.value < 0
    if bar.value is None:
        hangs = scale.ceiling - scale.zero < scale.zero - scale.floor
        reach = _MISSING_SHARE * (scale.floor - scale.zero if hangs else scale.ceiling - scale.zero)
    else:
        reach = bar.value * scale.each
        if abs(reach) < _THINNEST_BAR:
            reach = -_THINNEST_BAR if is_negative else _THINNEST_BAR
    bottom, top = sorted((scale.zero, scale.zero + reach))
    text_top = bottom - _GAP / 3 if reach < 0 else top + value.height + _GAP / 3
    text = Block(value.lines, value.size, middle, text_top, "center")
    kind: Literal["bar", "missing"] = "missing" if bar.value is None else "bar"
    return Slot(kind, middle - width / 2, width, bottom, top, is_negative, text, label)


def _placed(text: Block, x: float, top: float) -> Block:
    return Block(text.lines, text.size, x, top, text.align)


def _height(text: Block) -> float:
    return text.height + _GAP / 3


def _tallest(texts: list[Block]) -> float:
    return max(text.height for text in texts) + _GAP / 3


def fitted(text: str, size: float, room: float, most_lines: int, measure: Measure) -> Block:
    """The text in lines no wider than the room, in the size or as much smaller as keeps it within so many lines; more
    lines in the smallest size."""
    return _fitted([text], size, room, most_lines, measure)[0]


def _in_one_size(texts: list[str], size: float, room: float, measure: Measure) -> list[Block]:
    """The texts, all in the largest size in which each fits its room without a word being broken."""
    return _fitted(texts, size, room, 3, measure)


def _fitted(texts: list[str], size: float, room: float, most_lines: int, measure: Measure) -> list[Block]:
    while True:
        broken = [_lines(text, size, room, measure) for text in texts]
        words = (word for text in texts for word in text.split())
        fits = all(len(lines) <= most_lines for lines in broken) and all(measure(word, size) <= room for word in words)
        if fits or size <= _SMALLEST:
            return [Block(tuple(lines), size, 0, 0) for lines in broken]
        size -= 1


def _lines(text: str, size: float, room: float, measure: Measure) -> list[str]:
    """The text broken between words, and within a word only where it is wider than the room by itself."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and measure(joined, size) <= room:
            lines[-1] = joined
            continue
        piece = ""
        for letter in word:
            if piece and measure(piece + letter, size) > room:
                lines.append(piece)
                piece = ""
            piece += letter
        lines.append(piece)
    return lines
