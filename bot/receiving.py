"""How updates come: asked for one poll after the other, or brought by Telegram to a webhook; both fill one inbox."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from telegram import Bot, Update, WebhookInfo
from telegram.error import BadRequest, Conflict, InvalidToken, TelegramError
from telegram.ext import Updater

from bot import settings
from bot.calls import REFUSED, cause, pauses
from bot.errors import SettingsError
from bot.handlers import table
from bot.metrics import Metrics
from bot.web import Inlet, Taken

log = logging.getLogger(__name__)

#: Seconds that one request for updates waits for one.
LONG_POLL = 30

#: How many updates Telegram may bring at the same time.
CONNECTIONS = 40

#: Seconds between two looks at whether the webhook is still ours and works.
WATCH = 60.0

#: Seconds for which the same trouble is not told again.
TROUBLE_PAUSE = 600.0

_BAD_ADDRESS = (
    "Telegram refused the address of the webhook: BODOBOT_WEBHOOK_URL must be an https address "
    "on port 443, 80, 88 or 8443 that Telegram can reach."
)
_UNKNOWN_HOST = "resolve host"


class Receiving(Protocol):
    """A way in which updates come."""

    async def start(self) -> None:
        """Updates come from now on; waits for Telegram as long as it takes."""

    async def stop(self) -> None:
        """No more updates are taken; Telegram keeps them for the next start."""


class Polling:
    """Asks for updates; a webhook that was set before is removed, and what waits is kept."""

    def __init__(self, updater: Updater, troubles: Troubles) -> None:
        self._updater = updater
        self._troubles = troubles

    async def start(self) -> None:
        """Updates are asked for from now on; waits for Telegram as long as it takes."""
        await self._updater.start_polling(
            timeout=LONG_POLL,
            bootstrap_retries=-1,
            allowed_updates=list(table.KINDS),
            error_callback=self._troubles.tell_of_polling,
        )

    async def stop(self) -> None:
        """Ask no more, and let Telegram know which updates were fetched."""
        if self._updater.running:
            await self._updater.stop()


class Webhook:
    """Lets Telegram bring updates; looks now and then whether it still does. Stopping leaves the webhook set."""

    def __init__(
        self,
        bot: Bot,
        inbox: asyncio.Queue[object],
        webhook: settings.Webhook,
        troubles: Troubles,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._inbox = inbox
        self._webhook = webhook
        self._troubles = troubles
        self._pause = pause
        self._is_open = False
        self._watching: asyncio.Task[None] | None = None
        self._last_failure = 0.0

    @property
    def inlet(self) -> Inlet:
        """What a web server needs to take updates for it."""
        return Inlet(self._webhook.path, self._webhook.secret, self.take)

    async def start(self) -> None:
        """Updates are brought from now on; waits for Telegram, SettingsError when it refuses the address."""
        self._is_open = True
        for pause in pauses():
            try:
                await self._set()
                break
            except TelegramError as error:
                self._raise_if_final(error)
                log.warning("The webhook cannot be set (%s); trying again in %d s.", cause(error), pause)
            await self._pause(pause)
        self._watching = asyncio.create_task(self._watch())

    async def stop(self) -> None:
        """Take no more; Telegram is told to try again, and finds the next process at the same address."""
        self._is_open = False
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)

    def take(self, data: dict[str, Any]) -> Taken:
        """Put the update into the inbox, if it is one and there is room."""
        if not self._is_open or self._inbox.full():
            return Taken.NOT_NOW
        if type(data.get("update_id")) is not int:
            return Taken.UNREADABLE
        try:
            update = Update.de_json(data, self._bot)
        except Exception as error:
            log.error("An update cannot be read (%s).", type(error).__name__)
            return Taken.UNREADABLE
        self._inbox.put_nowait(update)
        return Taken.YES

    async def look(self) -> None:
        """Set the webhook again when it is gone, and tell what hinders Telegram."""
        info = await self._bot.get_webhook_info()
        if info.url != self._webhook.url:
            self._troubles.tell(
                "taken",
                "The webhook was removed or replaced: another process runs with the same token; "
                "stop one of the two. Setting it again.",
            )
            await self._set()
        elif self._is_news(info):
            self._troubles.tell("undelivered", f"Telegram cannot bring updates to the webhook: {_reason(info)}")

    async def _set(self) -> None:
        # What was set before cannot be compared: Telegram does not tell the secret.
        await self._bot.set_webhook(
            self._webhook.url,
            secret_token=self._webhook.secret,
            allowed_updates=list(table.KINDS),
            max_connections=CONNECTIONS,
        )

    async def _watch(self) -> None:
        while True:
            await self._pause(WATCH)
            try:
                await self.look()
            except TelegramError as error:
                self._troubles.tell("unwatched", f"The webhook cannot be looked after ({cause(error)}); trying on.")

    def _is_news(self, info: WebhookInfo) -> bool:
        if info.last_error_date is None or info.last_error_date.timestamp() <= self._last_failure:
            return False
        self._last_failure = info.last_error_date.timestamp()
        return True

    def _raise_if_final(self, error: TelegramError) -> None:
        if isinstance(error, InvalidToken):
            raise SettingsError(REFUSED) from None
        # A name that cannot be found now may be found in a minute.
        if isinstance(error, BadRequest) and _UNKNOWN_HOST not in error.message.lower():
            raise SettingsError(_BAD_ADDRESS) from None


class Troubles:
    """Tells each trouble with receiving in one line, and not again and again."""

    def __init__(self, metrics: Metrics, clock: Callable[[], float] = time.monotonic) -> None:
        self._metrics = metrics
        self._clock = clock
        self._told: dict[str, float] = {}

    def tell_of_polling(self, error: TelegramError) -> None:
        """Count it, and log what it is and what follows, unless that was said a while ago."""
        self._metrics.failed("polling", type(error).__name__)
        if not isinstance(error, Conflict):
            name = type(error).__name__
            self.tell(
                name, f"Updates cannot be fetched ({cause(error)}); trying again until they can.", logging.WARNING
            )
        elif "webhook" in error.message.lower():
            self.tell(
                "webhook", "Another process has set a webhook with the same token; stop one of the two. Trying on."
            )
        else:
            self.tell("poller", "Another process asks for updates with the same token; stop one of the two. Trying on.")

    def tell(self, kind: str, sentence: str, level: int = logging.ERROR) -> None:
        """Log the sentence, unless one of the kind was logged a while ago."""
        now = self._clock()
        if now - self._told.get(kind, -TROUBLE_PAUSE) >= TROUBLE_PAUSE:
            self._told[kind] = now
            log.log(level, "%s", sentence)


def _reason(info: WebhookInfo) -> str:
    return (info.last_error_message or "no reason given")[:200]
