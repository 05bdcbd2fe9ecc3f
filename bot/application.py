"""The application of python-telegram-bot, put together with our pace, our order, our inbox and our counting."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable
from typing import Any

from telegram.error import InvalidToken, TelegramError
from telegram.ext import AIORateLimiter
from telegram.ext import Application as AnyApplication

from bot.calls import NO_BOT_API, REFUSED, CountedCalls, Doorbell, cause, pauses
from bot.errors import SettingsError
from bot.handlers.order import OneByOne
from bot.inbox import Inbox
from bot.metrics import Metrics
from bot.settings import SENDS_PER_SECOND

log = logging.getLogger(__name__)

#: How often the rate limiter waits and tries again when Telegram says that it was too much.
FLOOD_RETRIES = 3

Application = AnyApplication[Any, Any, Any, Any, Any, Any]


def build_application(
    api_url: str,
    token: str,
    on_refusal: Callable[[], None] = lambda: None,
    metrics: Metrics | None = None,
    sends_per_second: int = SENDS_PER_SECOND,
) -> Application:
    """An application that keeps Telegram's pace and each person's order, but reacts to nothing yet.

    Its calls and updates are counted, and `on_refusal` is called when Telegram refuses the token later on.
    """
    # Without it python-telegram-bot warns of its own change of types each time Telegram asks for patience.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    counted = metrics or Metrics()
    inbox = Inbox(counted)
    counted.watch_waiting(lambda: inbox.held)
    return (
        AnyApplication.builder()
        .token(token)
        .base_url(f"{api_url}/bot")
        .base_file_url(f"{api_url}/file/bot")
        .request(CountedCalls(counted, on_refusal))
        .get_updates_request(Doorbell(on_refusal))
        .update_queue(inbox)
        .rate_limiter(AIORateLimiter(overall_max_rate=sends_per_second, max_retries=FLOOD_RETRIES))
        .concurrent_updates(OneByOne())
        .job_queue(None)
        .build()
    )


async def connect(application: Application) -> None:
    """Reach Telegram, however long it takes; SettingsError when it refuses the token, or something else answers."""
    for pause in pauses():
        try:
            await application.initialize()
            return
        except InvalidToken:
            raise SettingsError(REFUSED) from None
        except (KeyError, TypeError, ValueError):
            raise SettingsError(NO_BOT_API) from None
        except TelegramError as error:
            log.warning("Telegram cannot be reached (%s); trying again in %d s.", cause(error), pause)
        await asyncio.sleep(pause)
