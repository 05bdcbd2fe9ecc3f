"""The double fails as it is told to, and then is well again."""

import asyncio

import pytest
from telegram import (
    Bot,
    Update,
)
from telegram.error import (
    ChatMigrated,
    Conflict,
    Forbidden,
    NetworkError,
    RetryAfter,
    TimedOut,
)
from telegram.request import HTTPXRequest

from tests.botapi import BotApi, failures
from tests.botapi_tests.support import Caller, refused


def test_failures_are_used_up_in_order(api: BotApi, do: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each planned failure is what python-telegram-bot makes of it, and then all is well again."""
    alice = api.user("Alice", started=True)
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    api.fail_next("sendMessage", failures.retry_after(7))
    api.fail_next("sendMessage", failures.forbidden())
    api.fail_next("sendMessage", failures.migrate_to(-1005))
    api.fail_next("sendMessage", failures.server_error(502), times=2)
    api.fail_next("sendMessage", failures.bad_request("nope"))

    with pytest.raises(RetryAfter, match="7"):
        do(do.bot.send_message(alice.id, "hi"))
    with refused("blocked", Forbidden):
        do(do.bot.send_message(alice.id, "hi"))
    with pytest.raises(ChatMigrated, match="-1005"):
        do(do.bot.send_message(alice.id, "hi"))
    for _ in range(2):
        with pytest.raises(NetworkError, match=r"Bad Gateway \(502\)"):
            do(do.bot.send_message(alice.id, "hi"))
    api.fail_next("sendMessage", failures.conflict())
    with refused("nope"):
        do(do.bot.send_message(alice.id, "hi"))
    with refused("terminated by other getUpdates request", Conflict):
        do(do.bot.send_message(alice.id, "hi"))
    do(do.bot.send_message(alice.id, "hi"))

    assert len(alice.chat.messages) == 1


def test_a_failure_may_be_meant_for_one_chat(api: BotApi, do: Caller) -> None:
    """A failure with a condition waits for the call that fits."""
    alice, bob = api.user("Alice", started=True), api.user("Bob", started=True)
    api.fail_next("sendMessage", failures.forbidden(), when=lambda call: call.parameters["chat_id"] == bob.id)
    do(do.bot.send_message(alice.id, "hi"))
    with pytest.raises(Forbidden):
        do(do.bot.send_message(bob.id, "hi"))


def test_connections_break(api: BotApi, do: Caller) -> None:
    """A dropped call did nothing, a lost answer did its work, and a held call runs into the time limit."""
    alice = api.user("Alice", started=True)
    api.fail_next("sendMessage", failures.drop_connection())
    with pytest.raises(NetworkError):
        do(do.bot.send_message(alice.id, "dropped"))
    api.fail_next("sendMessage", failures.lose_answer())
    with pytest.raises(NetworkError):
        do(do.bot.send_message(alice.id, "lost"))
    api.fail_next("sendMessage", failures.hang())
    with pytest.raises(TimedOut):
        do(do.bot.send_message(alice.id, "held", read_timeout=0.05))

    assert [message.text for message in alice.chat.messages] == ["lost"]


def test_stopping_lets_a_waiting_bot_go() -> None:
    """A poll that waits returns nothing when the double stops."""
    api = BotApi()
    api.start()

    async def poll() -> tuple[Update, ...]:
        async with Bot(api.token, base_url=api.base_url, get_updates_request=HTTPXRequest()) as bot:
            waiting = asyncio.create_task(bot.get_updates(timeout=30))
            await asyncio.to_thread(api.wait_for_bot)
            await asyncio.to_thread(api.stop)
            return await waiting

    assert asyncio.run(poll()) == ()
