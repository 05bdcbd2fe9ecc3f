"""The line to Telegram: what becomes of a request that nobody answers."""

from __future__ import annotations

import asyncio

import pytest
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.line import Line
from tests.botapi import BotApi, failures


def failing(api: BotApi, failure: failures.Failure, patience: float) -> TelegramError:
    """What a request raises that fails so, when an answer may take so many seconds."""
    api.fail_next("getMe", failure)

    async def ask() -> None:
        async with Line() as line:
            await line.do_request(f"{api.base_url}{api.token}/getMe", "POST", read_timeout=patience)

    with pytest.raises(TelegramError) as caught:
        asyncio.run(ask())
    return caught.value


def test_an_answer_that_does_not_come_is_a_time_out() -> None:
    """As soon as its time is over."""
    with BotApi() as api:
        assert isinstance(failing(api, failures.hang(), patience=0.05), TimedOut)


def test_a_broken_connection_is_told_without_the_address() -> None:
    """Which has the token in it."""
    with BotApi() as api:
        error = failing(api, failures.drop_connection(), patience=5)
        assert type(error) is NetworkError
        assert api.token not in str(error)
