"""Pictures for many askers: one drawing for all who ask at once, away from the event loop, kept within bounds."""

from __future__ import annotations

import asyncio
import threading

import pytest

from bot.answer.model import Bar, Chart
from bot.errors import ChartError
from bot.render import chart_cache
from bot.render.chart_cache import ChartCache, ChartKey

CHART = Chart("Visitors", "Unit: people", (Bar("2019", 1, "1"), Bar("2022", 2, "2")), "Source", "Bar chart", "en")


def key(reference: str = "v:visitors:2022") -> ChartKey:
    """The key of a picture in English."""
    return ChartKey(reference, "en", "abc")


class Drawing:
    """Draws when it is let, and remembers in which threads it did."""

    def __init__(self, content: bytes = b"PNG") -> None:
        self.content = content
        self.threads: list[int] = []
        self.may_draw = threading.Event()
        self.fails = False

    def __call__(self, chart: Chart) -> bytes:
        self.threads.append(threading.get_ident())
        assert self.may_draw.wait(30)
        if self.fails:
            raise ChartError("The chart cannot be drawn.")
        return self.content


def test_ten_askers_share_one_drawing_and_the_loop_goes_on() -> None:
    """The picture is drawn in another thread while the event loop does other things; the eleventh finds it kept."""
    drawing = Drawing()

    async def ask() -> list[bytes]:
        cache = ChartCache(drawing)
        asked = [asyncio.create_task(cache.picture(CHART, key())) for _ in range(10)]
        while not drawing.threads:
            await asyncio.sleep(0)  # the loop still turns, though the drawing stands still
        drawing.may_draw.set()
        return [*await asyncio.gather(*asked), await cache.picture(CHART, key())]

    assert asyncio.run(ask()) == [b"PNG"] * 11
    assert len(drawing.threads) == 1
    assert drawing.threads[0] != threading.get_ident()


def test_a_failing_drawing_fails_for_all_and_is_not_kept() -> None:
    """The next asker has it drawn anew."""
    drawing = Drawing()
    drawing.fails = True
    drawing.may_draw.set()

    async def ask() -> tuple[list[bytes | BaseException], bytes]:
        cache = ChartCache(drawing)
        failed = await asyncio.gather(*(cache.picture(CHART, key()) for _ in range(3)), return_exceptions=True)
        drawing.fails = False
        return failed, await cache.picture(CHART, key())

    failed, drawn = asyncio.run(ask())
    assert all(isinstance(each, ChartError) for each in failed)
    assert drawn == b"PNG"
    assert len(drawing.threads) == 2


def test_an_asker_who_gives_up_stops_nobody_else() -> None:
    """The drawing goes on for the others."""
    drawing = Drawing()

    async def ask() -> bytes:
        cache = ChartCache(drawing)
        first, second = (asyncio.create_task(cache.picture(CHART, key())) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        drawing.may_draw.set()
        return await second

    assert asyncio.run(ask()) == b"PNG"
    assert len(drawing.threads) == 1


def test_another_key_is_another_picture() -> None:
    """Another question, language or version of the knowledge."""
    drawing = Drawing()
    drawing.may_draw.set()
    keys = [key(), key("v:booths:2022"), key()._replace(language="ko"), key()._replace(version="def")]

    async def ask() -> None:
        cache = ChartCache(drawing)
        for each in keys * 2:
            await cache.picture(CHART, each)

    asyncio.run(ask())
    assert len(drawing.threads) == len(keys)


@pytest.mark.parametrize(("bound", "most"), [("MOST_PICTURES", 2), ("MOST_BYTES", 6)])
def test_what_was_asked_for_longest_ago_leaves(monkeypatch, bound, most) -> None:
    """Of three pictures of three bytes two are kept: those asked for last."""
    monkeypatch.setattr(chart_cache, bound, most)
    drawing = Drawing()
    drawing.may_draw.set()

    async def ask() -> None:
        cache = ChartCache(drawing)
        for reference in "abaca":  # b leaves for c, a was asked for in between
            await cache.picture(CHART, key(reference))
        assert len(drawing.threads) == 3
        await cache.picture(CHART, key("b"))

    asyncio.run(ask())
    assert len(drawing.threads) == 4


def test_a_real_picture_is_drawn() -> None:
    """Without a drawing of one's own, it is that of `bot.render.chart`."""
    assert asyncio.run(ChartCache().picture(CHART, key())).startswith(b"\x89PNG")
