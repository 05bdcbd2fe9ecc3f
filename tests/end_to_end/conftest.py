"""A double for each test, and one process for all tests that only talk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.botapi import BotApi, User
from tests.end_to_end.process import Process
from tests.ports import free_port

WEBHOOK_SECRET = "a-secret-of-telegram_1"


def running(api: BotApi, **settings: str) -> Process:
    """A process that answers on the double, once it is ready to."""
    process = Process(api_url=api.url, telegram_token=api.token, log_level="debug", **settings)
    api.wait_for_bot(timeout=20)
    return process


def webhook_settings() -> dict[str, str]:
    """What lets a process be called by the double, which needs no proxy on this machine."""
    place = f"127.0.0.1:{free_port()}"
    return {"webhook_url": f"http://{place}/hook", "webhook_secret": WEBHOOK_SECRET, "listen": place}


@pytest.fixture(scope="module", params=["polling", "webhook"])
def shared(request: pytest.FixtureRequest) -> Iterator[BotApi]:
    """A double with a bot on it that all tests of a file talk to, once for each way in which updates come."""
    settings = webhook_settings() if request.param == "webhook" else {}
    with BotApi() as double, running(double, **settings):
        yield double


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A double with nobody on it yet."""
    with BotApi() as double:
        yield double


@pytest.fixture
def alice(shared: BotApi) -> User:
    """A person whom the bot has not met, whose Telegram speaks Korean."""
    return shared.user("Alice", language="ko")
