"""The application that all updates and calls go through: what it counts, at what pace, and what it notices."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable, Iterator

import pytest
from telegram.error import TelegramError
from telegram.ext import AIORateLimiter

from bot.application import Application, build_application
from bot.handlers.flood import MOST_IN_CHAT, WINDOW
from bot.metrics import Metrics
from tests.botapi import BotApi, failures


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A running double."""
    with BotApi() as double:
        yield double


@pytest.fixture(autouse=True)
def no_certificates(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no TLS on loopback, and reading the certificates would take longer than most tests."""
    monkeypatch.setattr(ssl, "create_default_context", lambda **_: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))


def with_bot(application: Application, talk: Callable[[], Awaitable[None]]) -> None:
    """Do something while the bot is connected."""

    async def live() -> None:
        async with application.bot:
            await talk()

    asyncio.run(live())


@pytest.mark.parametrize(
    ("failure", "result"),
    [
        (None, "ok"),
        (failures.retry_after(1), "429"),
        (failures.bad_request("chat not found"), "4xx"),
        (failures.server_error(502), "5xx"),
        (failures.drop_connection(), "network"),
    ],
)
def test_every_call_is_counted_with_what_came_of_it(api: BotApi, failure: failures.Failure | None, result: str) -> None:
    """By its method, each attempt for itself, as its line says."""
    metrics = Metrics()
    application = build_application(api.url, api.token, metrics=metrics)

    async def talk() -> None:
        if failure:
            api.fail_next("getMyCommands", failure)
        try:
            await application.bot.get_my_commands()
        except TelegramError:
            assert failure

    with_bot(application, talk)
    text = metrics.text().decode()

    assert f'bodobot_sends_total{{method="getMyCommands",result="{result}"}} 1.0' in text
    assert 'bodobot_sends_total{method="getMe",result="ok"} 1.0' in text
    assert f"bodobot_send_seconds_count {2 + (result == '429')}.0" in text
    assert api.token not in text


def test_a_file_is_counted_without_its_name(api: BotApi) -> None:
    """Its address ends in a name that somebody gave it."""
    metrics = Metrics()
    application = build_application(api.url, api.token, metrics=metrics)

    async def talk() -> None:
        with pytest.raises(TelegramError):
            await application.bot.request.retrieve(f"{api.url}/file/bot{api.token}/photos/secret")

    with_bot(application, talk)

    assert b'bodobot_sends_total{method="file",result="4xx"} 1.0' in metrics.text()
    assert b"secret" not in metrics.text()


def test_a_refused_token_is_noticed_at_any_call(api: BotApi) -> None:
    """Also when no updates are asked for."""
    refusals: list[bool] = []
    application = build_application(api.url, api.token, lambda: refusals.append(True))

    async def talk() -> None:
        assert refusals == []
        api.fail_next("getMyCommands", failures.unauthorized())
        with pytest.raises(TelegramError):
            await application.bot.get_my_commands()

    with_bot(application, talk)

    assert refusals == [True]


def test_the_pace_is_the_one_that_is_set(api: BotApi) -> None:
    """For all chats together."""
    limiter = build_application(api.url, api.token, sends_per_second=7).bot.rate_limiter

    assert isinstance(limiter, AIORateLimiter)
    assert limiter._base_limiter is not None
    assert (limiter._base_limiter.max_rate, limiter._base_limiter.time_period) == (7, 1)


def test_what_waits_is_told(api: BotApi) -> None:
    """In the metrics, and for the one who looks after the bot."""
    metrics = Metrics()
    application = build_application(api.url, api.token, metrics=metrics)
    application.update_queue.put_nowait("an update")

    assert metrics.status().waiting == 1
    assert b"bodobot_updates_waiting 1.0" in metrics.text()


def test_a_group_is_answered_no_more_than_telegram_takes(api: BotApi) -> None:
    """An answer that waits for the group's pace would hold a place that others need."""
    limiter = build_application(api.url, api.token).bot.rate_limiter

    assert isinstance(limiter, AIORateLimiter)
    assert limiter._group_max_rate >= MOST_IN_CHAT
    assert limiter._group_time_period <= WINDOW
