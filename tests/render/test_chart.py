"""Charts as pictures: what is laid out, and that it is what the picture shows."""

from __future__ import annotations

import io
import itertools
import string
import warnings
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.answer.charts import chart_of
from bot.answer.model import Bar, Chart
from bot.errors import ChartError
from bot.render.chart import places, png
from bot.render.chart_layout import Block, Layout
from bot.understand.question import Question
from tests.releases.catalogues import expo, trade

_WHITE = (255, 255, 255)
ALL = [
    pytest.param(catalogue(), entry.id, language, id=f"{entry.id}-{language}")
    for catalogue in (expo, trade)
    for entry in catalogue().metrics()
    for language in ("ko", "en")
    if chart_of(Question("value", (entry.id,)), language, catalogue()) is not None
]


def a_chart(*values: int | None, title: str = "Visitors", source: str = "Source: a ministry") -> Chart:
    """A chart of the values, one bar a year from 2019 on."""
    bars = tuple(
        Bar(str(2019 + place), value, "no figure" if value is None else f"{value:,} people")
        for place, value in enumerate(values)
    )
    return Chart(title, "Unit: people", bars, source, title, "en")


def picture(chart: Chart) -> Image.Image:
    """The picture, as its pixels."""
    return Image.open(io.BytesIO(png(chart))).convert("RGB")


def colors(image: Image.Image, left: float, top: float, right: float, bottom: float) -> set[tuple[int, ...]]:
    """The colours of a part of the picture; its places count from below."""
    part = image.crop((int(left), int(image.height - top), int(right), int(image.height - bottom)))
    return {color for _, color in part.getcolors(1 << 20) or ()}


@pytest.mark.parametrize(("catalogue", "entry_id", "language"), ALL)
def test_every_chart_of_both_releases_is_drawn(catalogue, entry_id, language) -> None:
    """In both languages, without a warning, within the picture."""
    chart = chart_of(Question("value", (entry_id,)), language, catalogue)
    assert chart is not None
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        image = picture(chart)

    found = places(chart)
    assert image.size == (found.width, found.height)
    assert all(text.line_tops()[-1] - text.size >= 0 and text.top <= found.height for text in _texts(found))


def test_a_missing_figure_is_an_empty_outline() -> None:
    """Neither a bar nor nothing: a dashed slot whose inside is paper."""
    chart = a_chart(895, None, 620)
    first, missing, _ = places(chart).slots
    image = picture(chart)

    assert [slot.kind for slot in places(chart).slots] == ["bar", "missing", "bar"]
    assert missing.value.lines == ("no figure",)
    inside = missing.left + 4, missing.top - 4, missing.left + missing.width - 4, missing.bottom + 4
    assert colors(image, *inside) == {_WHITE}
    filled = first.left + 4, first.top - 4, first.left + first.width - 4, first.bottom + 4
    assert len(colors(image, *filled)) == 1
    assert _WHITE not in colors(image, *filled)
    assert len(colors(image, missing.left - 3, missing.top, missing.left + 3, missing.bottom)) > 1


def test_zero_is_not_missing() -> None:
    """A figure of nothing is a figure."""
    zero = places(a_chart(0, 10)).slots[0]

    assert zero.kind == "bar"
    assert zero.value.lines == ("0 people",)
    assert 0 < zero.top - zero.bottom < 5


def test_bars_are_as_long_as_their_values() -> None:
    """From the line up, or down from it; the text stands beyond the end."""
    found = places(a_chart(100, 50, -25))
    full, half, below = found.slots

    assert half.top - half.bottom == pytest.approx((full.top - full.bottom) / 2)
    assert below.top - below.bottom == pytest.approx((full.top - full.bottom) / 4)
    assert full.bottom == half.bottom == below.top == found.baseline
    assert full.value.line_tops()[-1] - full.value.size > full.top
    assert below.value.top <= below.bottom
    assert below.value.line_tops()[-1] - below.value.size > below.label.top


def test_only_values_below_zero_hang_from_the_line() -> None:
    """And so does the slot of one that is missing among them."""
    found = places(a_chart(-100, None, -50))

    assert all(slot.top == found.baseline for slot in found.slots)


_WORDS = st.text(string.ascii_letters + "가나다라마바사 ", min_size=1, max_size=300).filter(str.strip)


@settings(max_examples=20, deadline=None)
@given(
    title=_WORDS,
    source=_WORDS,
    values=st.lists(st.none() | st.integers(-(10**13), 10**13), min_size=2, max_size=30).filter(any),
)
def test_nothing_is_cut_off_and_nothing_overlaps(title, source, values) -> None:
    """However long the texts and however many the editions, each text has its room."""
    found = places(a_chart(*values, title=title, source=source))
    blocks = sorted(found.texts, key=lambda text: -text.top)

    assert all(text.top - text.height >= 0 and text.top <= found.height for text in _texts(found))
    assert all(below.top <= above.top - above.height for above, below in itertools.pairwise(blocks))
    assert all(found.left <= slot.left and slot.left + slot.width <= found.right for slot in found.slots)
    assert all(one.left + one.width < two.left for one, two in itertools.pairwise(found.slots))
    head, foot = blocks[1], blocks[2]
    for slot in found.slots:
        assert max(slot.top, slot.value.top) <= head.top - head.height
        assert foot.top <= slot.label.top - slot.label.height


def test_all_of_a_long_title_is_there() -> None:
    """It is broken into lines, in which no word is lost."""
    title = "아주 긴 이름을 가진 수치의 연도별 추이를 보여 주는 그래프의 제목 " * 4
    found = places(a_chart(1, 2, title=title))

    assert " ".join(found.texts[0].lines) == " ".join(title.split())
    assert len(found.texts[0].lines) > 1


def test_the_same_chart_gives_the_same_bytes() -> None:
    """And another chart gives others."""
    assert png(a_chart(1, 2)) == png(a_chart(1, 2))
    assert png(a_chart(1, 2)) != png(a_chart(1, 3))


def test_korean_letters_are_no_boxes() -> None:
    """Each syllable has a shape of its own."""
    shapes = {png(a_chart(1, 2, title=syllable)) for syllable in "관람객뷁힣"}

    assert len(shapes) == 5


def test_a_sign_that_the_font_lacks_is_named() -> None:
    """No picture with boxes in it is sent."""
    with pytest.raises(ChartError, match="no sign for 😀"):
        png(a_chart(1, 2, title="Visitors 😀"))


def test_dollar_signs_are_text() -> None:
    """They are no formula."""
    plain = a_chart(1, 2, title="US$ and A$")

    assert png(plain) != png(replace(plain, title="US and A"))


def _texts(found: Layout) -> list[Block]:
    return [*found.texts, *(text for slot in found.slots for text in (slot.value, slot.label))]
