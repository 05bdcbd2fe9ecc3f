"""The calls to Telegram: each is timed and counted, and a token that is refused is noticed; no address is kept.

What Telegram sends and nobody can read is let go here, before it holds up anything else.
"""

from __future__ import annotations

import itertools
import json
import logging
import time
from collections.abc import Callable, Iterator
from typing import Any

from telegram import Update
from telegram.error import TelegramError

from bot.line import Line
from bot.metrics import Metrics

log = logging.getLogger(__name__)

REFUSED = "Telegram refused the bot token: check BODOBOT_TELEGRAM_TOKEN, or get a new token from @BotFather."

NO_BOT_API = (
    "The server at BODOBOT_API_URL does not answer as Telegram's Bot API does: it does not say which bot this is."
)

_FILE = "file"


class CountedCalls(Line):
    """Makes the calls of a bot, except for updates."""

    def __init__(self, metrics: Metrics, on_refusal: Callable[[], None]) -> None:
        super().__init__()
        self._metrics = metrics
        self._on_refusal = on_refusal

    async def do_request(self, url: str, method: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """The answer to the call, counted; the token is refused when it says so."""
        name, begun = _name(url, method), time.monotonic()
        try:
            code, body = await super().do_request(url, method, *args, **kwargs)
        except TelegramError:
            self._metrics.sent(name, time.monotonic() - begun, "network")
            raise
        self._metrics.sent(name, time.monotonic() - begun, _error(code))
        if code == 401:
            self._on_refusal()
        return code, body


class Doorbell(Line):
    """Asks for updates, and says when the token is refused: the updater would stop without a word."""

    def __init__(self, on_refusal: Callable[[], None]) -> None:
        super().__init__()
        self._on_refusal = on_refusal

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """The answer to the request, with nothing in it that cannot be read."""
        code, body = await super().do_request(*args, **kwargs)
        if code in (401, 404):
            self._on_refusal()
        return code, _readable(body) if code == 200 else body


def pauses() -> Iterator[int]:
    """Seconds to wait after one failure, and the next, and so on without end."""
    return (min(2**attempt, 30) for attempt in itertools.count())


def cause(error: TelegramError) -> str:
    """The class of what went wrong underneath."""
    return type(error.__cause__ or error).__name__


def _readable(body: bytes) -> bytes:
    """The answer, in which every update that cannot be read is no more than its number.

    One such update makes python-telegram-bot give up all that came with it and ask for the same again, for ever. By
    its number it counts as fetched.
    """
    try:
        answer = json.loads(body)
        updates = [
            update if _is_readable(update) else {"update_id": update["update_id"]} for update in answer["result"]
        ]
    except (KeyError, TypeError, ValueError):
        return body
    return body if updates == answer["result"] else json.dumps(answer | {"result": updates}).encode()


def _is_readable(update: dict[str, Any]) -> bool:
    """Whether python-telegram-bot makes something of it; if not, the log tells why."""
    try:
        Update.de_json(update)
    except Exception as error:
        log.error("An update cannot be read (%s).", type(error).__name__)
        return False
    return True


def _name(url: str, method: str) -> str:
    """The method of the Bot API; the address of a file has the file's own name there."""
    return url.rpartition("/")[2] if method == "POST" else _FILE


def _error(code: int) -> str | None:
    if code == 429:
        return "429"
    return {4: "4xx", 5: "5xx"}.get(code // 100)
