"""Posting updates to the webhook, one after the other, until each is taken."""

import asyncio
import time

import aiohttp

from tests.botapi.profile import Webhook
from tests.botapi.updates import Update
from tests.botapi.world import World

RETRY_PAUSE = 0.05
PATIENCE = aiohttp.ClientTimeout(total=5)


class Poster:
    """Posts the oldest waiting update to the webhook until it is accepted."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Look for updates to post."""
        self._woken.set()

    async def run(self) -> None:
        """Post updates until cancelled."""
        async with aiohttp.ClientSession(timeout=PATIENCE) as session:
            while True:
                self._woken.clear()
                with self._world.watch.hold():
                    hook = self._world.bot.webhook
                    update = next(iter(self._world.updates.pending), None)
                if hook is None or update is None:
                    await self._woken.wait()
                    continue
                error = await self._post(session, hook, update)
                with self._world.watch.change():
                    if error:
                        self._world.bot.webhook_error = (int(time.time()), error)
                    else:
                        self._world.updates.acknowledge(update)
                if error:
                    await asyncio.sleep(RETRY_PAUSE)

    async def _post(self, session: aiohttp.ClientSession, hook: Webhook, update: Update) -> str:
        """Return what went wrong, or an empty string."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret_token} if hook.secret_token else {}
        try:
            async with session.post(hook.url, json=update.json(), headers=headers, ssl=False) as response:
                if 200 <= response.status < 300:
                    return ""
                return f"Wrong response from the webhook: {response.status} {response.reason}"
        except (aiohttp.ClientError, TimeoutError) as error:
            return f"Connection failed: {error!r}"
