"""A running double, and a bot that makes the calls handed to it."""

import asyncio
from collections.abc import Iterator

import pytest

from tests.botapi import BotApi
from tests.botapi_tests.support import Caller


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A running double."""
    with BotApi() as double:
        yield double


@pytest.fixture
def do(api: BotApi) -> Iterator[Caller]:
    """A bot that makes the calls handed to it."""
    with asyncio.Runner() as runner:
        caller = Caller(api, runner)
        caller(caller.bot.initialize())
        yield caller
        caller(caller.bot.shutdown())
