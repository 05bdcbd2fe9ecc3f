"""Long polls and webhooks: one at a time, acknowledged, and only what was asked for."""

import asyncio

import httpx
import pytest
from telegram import (
    Update,
)
from telegram.error import (
    BadRequest,
    Conflict,
)

from tests.botapi import BotApi
from tests.botapi_tests.support import Caller, refused


def test_an_update_wakes_a_long_poll(api: BotApi, do: Caller) -> None:
    """A poll that waits returns the moment something happens."""
    alice = api.user("Alice")

    async def wait_for_news() -> tuple[Update, ...]:
        poll = asyncio.create_task(do.bot.get_updates(timeout=30))
        await asyncio.to_thread(api.wait_for_bot)
        alice.say("news")
        return await poll

    updates = do(wait_for_news())
    assert updates[0].message is not None
    assert updates[0].message.text == "news"


def test_an_offset_acknowledges(api: BotApi, do: Caller) -> None:
    """Updates come again until an offset beyond them is given; a negative one keeps the last."""
    alice = api.user("Alice")
    first, _, third = alice.say("1"), alice.say("2"), alice.say("3")
    assert first.update is not None
    assert third.update is not None

    assert len(do(do.bot.get_updates())) == 3
    assert len(do(do.bot.get_updates(limit=1))) == 1
    assert len(do(do.bot.get_updates(offset=first.update.id + 1))) == 2
    assert [third.update.id] == [update.update_id for update in do(do.bot.get_updates(offset=-1))]
    assert len(do(do.bot.get_updates())) == 1
    api.wait_until_read(first.update)


def test_allowed_updates_are_remembered(api: BotApi, do: Caller) -> None:
    """Reactions come only when asked for, and the last wish holds until another is named."""
    alice = api.user("Alice", started=True)
    message = alice.say("hi")

    assert alice.react(message, "👍") is None
    do(do.bot.get_updates(allowed_updates=["message_reaction"]))
    do(do.bot.get_updates())
    assert alice.react(message, "👍") is not None
    assert alice.say("not wanted").update is None
    do(do.bot.get_updates(allowed_updates=[]))
    assert alice.say("wanted").update is not None


def test_a_second_poller_ends_the_first(api: BotApi, do: Caller) -> None:
    """The older of two polls fails with a conflict."""

    async def poll_twice() -> None:
        first = asyncio.create_task(do.bot.get_updates(timeout=30))
        await asyncio.to_thread(api.wait_for_bot)
        await asyncio.to_thread(httpx.get, f"{api.base_url}{api.token}/getUpdates")
        await first

    with refused("terminated by other getUpdates request", Conflict):
        do(poll_twice())


def test_a_webhook_ends_and_forbids_polling(api: BotApi, do: Caller) -> None:
    """Setting a webhook ends the poll that waits, and polling is refused until it is deleted."""

    async def poll_and_set() -> None:
        poll = asyncio.create_task(do.bot.get_updates(timeout=30))
        await asyncio.to_thread(api.wait_for_bot)
        await do.bot.set_webhook("https://127.0.0.1:1/hook")
        await poll

    with refused("terminated by setWebhook request", Conflict):
        do(poll_and_set())
    with refused("webhook is active", Conflict):
        do(do.bot.get_updates())
    do(do.bot.delete_webhook(drop_pending_updates=True))
    assert do(do.bot.get_updates()) == ()


def test_a_webhook_is_tried_again_until_it_accepts(api: BotApi, do: Caller) -> None:
    """An update is posted again, with the secret, after an answer that is not 2xx."""
    alice = api.user("Alice")
    statuses, secrets = [500, 200], []

    async def receive(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        fields = dict(line.lower().split(": ", 1) for line in head.splitlines()[1:] if line)
        await reader.readexactly(int(fields["content-length"]))
        secrets.append(fields["x-telegram-bot-api-secret-token"])
        status = statuses.pop(0)
        writer.write(f"HTTP/1.1 {status} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())
        await writer.drain()
        writer.close()

    async def listen() -> None:
        async with await asyncio.start_server(receive, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            await do.bot.set_webhook(f"http://127.0.0.1:{port}/", secret_token="abc_1")
            update = alice.say("hi").update
            await asyncio.to_thread(api.wait_until_read, update)

    do(listen())
    info = do(do.bot.get_webhook_info())

    assert secrets == ["abc_1", "abc_1"]
    assert info.last_error_message is not None
    assert "500" in info.last_error_message


@pytest.mark.parametrize(
    ("url", "secret"),
    [
        ("http://example.com/hook", "a"),
        ("https://example.com:5000/hook", "a"),
        ("https://example.com/", "a b"),
    ],
)
def test_a_bad_webhook_is_refused(do: Caller, url: str, secret: str) -> None:
    """Webhooks need HTTPS, one of four ports and a plain secret."""
    with pytest.raises(BadRequest):
        do(do.bot.set_webhook(url, secret_token=secret))
