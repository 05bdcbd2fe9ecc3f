"""Pictures of charts for many askers: drawn away from the event loop, one at a time, and kept for the next asker."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from bot.answer.model import Chart
from bot.knowledge.model import Language

#: How many pictures are kept, and how many bytes of them.
MOST_PICTURES, MOST_BYTES = 64, 16 * 1024 * 1024


class ChartKey(NamedTuple):
    """What tells one picture from another: the reference of its question, its language, the knowledge it is from."""

    reference: str
    language: Language
    version: str


class ChartCache:
    """The pictures drawn last; those asked for longest ago leave first."""

    def __init__(self, draw: Callable[[Chart], bytes] | None = None) -> None:
        """Nothing is drawn yet; `draw` makes a picture of a chart and is called in a thread."""
        self._draw = draw or _png
        self._kept: OrderedDict[ChartKey, bytes] = OrderedDict()
        self._drawing: dict[ChartKey, asyncio.Task[bytes]] = {}
        # One thread for all: each that has ever drawn holds on to memory of its own.
        self._thread = ThreadPoolExecutor(1, "drawing")

    async def picture(self, chart: Chart, key: ChartKey) -> bytes:
        """The chart as PNG, kept for the next asker; who asks while it is drawn waits for the same drawing.

        What goes wrong in the drawing is raised to all who wait for it, and the next asker has it drawn anew.
        """
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        drawing = self._drawing.get(key)
        if drawing is None:
            drawing = self._drawing[key] = asyncio.create_task(self._drawn(chart, key))
            drawing.add_done_callback(lambda done: done.cancelled() or done.exception())  # it may have no waiter left
        return await asyncio.shield(drawing)  # an asker who gives up does not stop it for the others

    async def _drawn(self, chart: Chart, key: ChartKey) -> bytes:
        try:
            content = await asyncio.get_running_loop().run_in_executor(self._thread, self._draw, chart)
        finally:
            del self._drawing[key]
        self._keep(key, content)
        return content

    def _keep(self, key: ChartKey, content: bytes) -> None:
        self._kept[key] = content
        while len(self._kept) > MOST_PICTURES or sum(map(len, self._kept.values())) > MOST_BYTES:
            self._kept.popitem(last=False)


def _png(chart: Chart) -> bytes:
    from bot.render.chart import png  # matplotlib takes seconds to load: in the thread, when the first picture is due

    return png(chart)
