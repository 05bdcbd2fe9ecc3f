"""Charts drawn as pictures that can be read on a telephone: a bar for each edition, its figure beside it, the source.

Everything is drawn with matplotlib's objects on the Agg canvas, never with pyplot, which keeps its figures and is not
made for threads. This is the one module that loads matplotlib, so whoever needs no picture never waits for it.
matplotlib keeps a list of the machine's fonts in the user's cache folder, and in a temporary one where that cannot be
written; nothing has to be set for it.
"""

from __future__ import annotations

import gc
import io
import threading
from functools import cache

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from pylopdf_fonts_ko import sans_path

from bot.answer.model import Chart
from bot.errors import ChartError
from bot.render.chart_layout import Block, Layout, Slot, layout

_DPI = 100
_PAPER, _INK, _GREY, _FAINT = "#ffffff", "#1a1a1a", "#595959", "#a6a6a6"
_BAR, _NEGATIVE_BAR = "#2166ac", "#b2432f"
#: Fonts of matplotlib are no more made for several threads than its figures are.
_ONE_AT_A_TIME = threading.Lock()


def png(chart: Chart) -> bytes:
    """The chart as a PNG picture, the same bytes for the same chart; ChartError when its font lacks a sign."""
    with _ONE_AT_A_TIME:
        _check_signs(chart)
        figure = _drawn(layout(chart, _width))
        content = io.BytesIO()
        figure.savefig(content, format="png", dpi=_DPI, facecolor=_PAPER, metadata={"Software": None})
        del figure
        # What is drawn refers to itself all over: its megabytes would stay until the next garbage collection.
        gc.collect(1)
        return content.getvalue()


def places(chart: Chart) -> Layout:
    """Where everything stands in the chart's picture, in pixels."""
    with _ONE_AT_A_TIME:
        return layout(chart, _width)


@cache
def _font() -> FT2Font:
    return FT2Font(str(sans_path()))


def _width(text: str, size: float) -> float:
    """The width of the text set in the size, both in pixels."""
    font = _font()
    font.set_size(size, 72)
    font.set_text(text)
    return float(font.get_width_height()[0]) / 64


def _check_signs(chart: Chart) -> None:
    texts = (
        chart.title,
        chart.unit,
        chart.source,
        *chart.notes,
        *(text for bar in chart.bars for text in (bar.label, bar.text)),
    )
    signs = {sign for text in texts for sign in text if not sign.isspace()}
    missing = sorted(sign for sign in signs if not _font().get_char_index(ord(sign)))
    if missing:
        raise ChartError(f"The chart cannot be drawn: its font has no sign for {', '.join(missing)}.")


def _drawn(laid: Layout) -> Figure:
    figure = Figure(figsize=(laid.width / _DPI, laid.height / _DPI), dpi=_DPI)
    FigureCanvasAgg(figure)
    for slot in laid.slots:
        _draw_slot(figure, slot, laid)
    ends = [laid.left / laid.width, laid.right / laid.width]
    level = laid.baseline / laid.height
    figure.add_artist(Line2D(ends, [level, level], color=_INK, linewidth=1.5, transform=figure.transFigure))
    title, *others = laid.texts
    _write(figure, title, _INK, laid)
    for text in others:
        _write(figure, text, _GREY, laid)
    return figure


def _draw_slot(figure: Figure, slot: Slot, laid: Layout) -> None:
    corner = (slot.left / laid.width, slot.bottom / laid.height)
    size = (slot.width / laid.width, (slot.top - slot.bottom) / laid.height)
    if slot.kind == "missing":
        outline = Rectangle(corner, *size, facecolor="none", edgecolor=_FAINT, linewidth=1.5, linestyle=(0, (5, 4)))
        figure.add_artist(outline)
    else:
        color = _NEGATIVE_BAR if slot.is_negative else _BAR
        figure.add_artist(Rectangle(corner, *size, facecolor=color, edgecolor="none"))
    _write(figure, slot.value, _GREY if slot.kind == "missing" else _INK, laid)
    _write(figure, slot.label, _INK, laid)


def _write(figure: Figure, text: Block, color: str, laid: Layout) -> None:
    font = FontProperties(fname=str(sans_path()), size=text.size * 72 / _DPI)
    for line, top in zip(text.lines, text.line_tops(), strict=True):
        figure.text(
            text.x / laid.width,
            (top - text.size) / laid.height,
            line,
            color=color,
            fontproperties=font,
            horizontalalignment=text.align,
            verticalalignment="baseline",
            parse_math=False,
        )
