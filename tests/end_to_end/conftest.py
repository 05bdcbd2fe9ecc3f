"""A double for each test, and one process for all tests that only talk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.botapi import BotApi, User
from tests.end_to_end.process import Process


def running(api: BotApi) -> Process:
    """A process that answers on the double, once it is ready to."""
    process = Process(api_url=api.url, telegram_token=api.token, log_level="debug")
    api.wait_for_bot(timeout=20)
    return process


@pytest.fixture(scope="module")
def shared() -> Iterator[BotApi]:
    """A double with a bot on it that all tests of a file talk to."""
    with BotApi() as double, running(double):
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
