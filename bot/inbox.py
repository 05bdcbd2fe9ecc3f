"""Where updates wait until they are worked off: counted, and never too many."""

from __future__ import annotations

import asyncio

from telegram import Update

from bot.metrics import KINDS, OTHER, Metrics

#: The most updates that are kept waiting or being worked on; more are left with Telegram.
MOST_HELD = 1000


class Inbox(asyncio.Queue[object]):
    """Holds updates until they are worked off, not only until they are fetched, so that their number is bounded."""

    def __init__(self, metrics: Metrics, most: int = MOST_HELD) -> None:
        super().__init__()
        self._metrics = metrics
        self._most = most
        self._held = 0
        self._freed = asyncio.Event()

    @property
    def held(self) -> int:
        """How many are not worked off."""
        return self._held

    def full(self) -> bool:
        """Whether there is no room for another one."""
        return self._held >= self._most

    async def put(self, item: object) -> None:
        """Hold the update as soon as there is room."""
        while self.full():
            self._freed.clear()
            await self._freed.wait()
        self.put_nowait(item)

    def put_nowait(self, item: object) -> None:
        """Hold the update and count it; QueueFull when there is no room."""
        super().put_nowait(item)
        self._held += 1
        if isinstance(item, Update):
            self._metrics.received(_kind(item))

    def task_done(self) -> None:
        """Make room: one is worked off."""
        super().task_done()
        self._held -= 1
        self._freed.set()


def _kind(update: Update) -> str:
    return next((kind for kind in KINDS if getattr(update, kind, None) is not None), OTHER)
