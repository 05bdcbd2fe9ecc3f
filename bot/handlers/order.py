"""Which updates wait for which: one person's in one chat are answered in order, all others side by side."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Hashable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

#: How many updates are worked on at the same time, and how many may wait for their person's turn besides: those of
#: somebody who sends many at once take no place from others.
MOST_AT_ONCE, MOST_WAITING = 64, 1_000


class OneByOne(BaseUpdateProcessor):
    """Lets an update wait for the earlier ones of the same person in the same chat."""

    def __init__(self, most_at_once: int = MOST_AT_ONCE) -> None:
        super().__init__(MOST_WAITING)
        self._places = asyncio.Semaphore(most_at_once)
        self._turns: WeakValueDictionary[Hashable, asyncio.Lock] = WeakValueDictionary()

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to clean up."""

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Work on the update when its turn has come."""
        turn = self._turns.setdefault(_whose(update), asyncio.Lock())
        async with turn, self._places:
            await coroutine


def _whose(update: object) -> Hashable:
    if not isinstance(update, Update):
        return None
    chat, user = update.effective_chat, update.effective_user
    return chat and chat.id, user and user.id
