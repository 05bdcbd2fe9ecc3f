"""getUpdates: one poller at a time, woken the moment an update arrives."""

import asyncio

from tests.botapi.errors import conflict
from tests.botapi.parameters import Parameters
from tests.botapi.shapes import Json
from tests.botapi.world import World

OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
LONGEST_POLL = 50


class Poll:
    """One getUpdates request that waits."""

    def __init__(self) -> None:
        self.woken = asyncio.Event()
        self.ended = ""

    def end(self, reason: str) -> None:
        """Let the request fail with a conflict."""
        self.ended = reason
        self.woken.set()


class Polling:
    """The request that waits for updates, of which a newer one ends the older."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._poll: Poll | None = None
        self._closing = False

    @property
    def is_waiting(self) -> bool:
        """Whether the bot is asking for updates right now."""
        return self._poll is not None

    def wake(self) -> None:
        """Let the waiting request look for updates."""
        if self._poll is None:
            return
        if self._world.bot.webhook is not None:
            self._poll.end("terminated by setWebhook request")
        self._poll.woken.set()

    def close(self) -> None:
        """Let the waiting request return empty-handed, because the server stops."""
        self._closing = True
        self.wake()

    async def get_updates(self, params: Parameters) -> list[Json]:
        """Return the updates from the offset on, waiting for one if the request says so."""
        self._check_webhook()
        if "allowed_updates" in params:
            self._world.updates.allow(params.list("allowed_updates"))
        if self._poll is not None:
            self._poll.end(OTHER_POLLER)
        poll = Poll()
        self._stand(poll)
        try:
            return await self._wait(poll, params)
        finally:
            if self._poll is poll:
                self._stand(None)

    async def _wait(self, poll: Poll, params: Parameters) -> list[Json]:
        offset, limit = params.number("offset") or 0, params.number("limit")
        limit = limit if limit is not None and 1 <= limit <= 100 else 100
        loop = asyncio.get_running_loop()
        deadline = loop.time() + min(params.number("timeout") or 0, LONGEST_POLL)
        while True:
            poll.woken.clear()
            with self._world.watch.change():
                batch = self._world.updates.take(offset, limit)
            if batch or self._closing or loop.time() >= deadline:
                return [update.json() for update in batch]
            try:
                async with asyncio.timeout_at(deadline):
                    await poll.woken.wait()
            except TimeoutError:
                continue
            if poll.ended:
                raise conflict(poll.ended)

    def _stand(self, poll: Poll | None) -> None:
        with self._world.watch.change():
            self._poll = poll

    def _check_webhook(self) -> None:
        if self._world.bot.webhook is not None:
            raise conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            )
