"""Updates on their way in: how many are held, what a webhook takes, and how it is looked after."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator

import pytest
from telegram import Bot, Update
from telegram.error import BadRequest, Conflict, TimedOut
from telegram.request import HTTPXRequest

from bot import settings
from bot.errors import SettingsError
from bot.handlers import table
from bot.inbox import Inbox
from bot.metrics import Metrics
from bot.receiving import TROUBLE_PAUSE, WATCH, Troubles, Webhook
from bot.web import Taken
from tests.botapi import BotApi, failures

URL, SECRET = "https://example.org/hook", "a-secret-of-telegram_1"
PRESS = {
    "update_id": 1,
    "callback_query": {"id": "1", "from": {"id": 5, "is_bot": False, "first_name": "A"}, "chat_instance": "1"},
}


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A running double."""
    with BotApi() as double:
        yield double


class Bench:
    """A webhook at the double, with an inbox of two, and the pauses that it would have made."""

    def __init__(self, api: BotApi, url: str = URL) -> None:
        line, polling = (HTTPXRequest(httpx_kwargs={"verify": False}) for _ in range(2))
        self.metrics = Metrics()
        self.bot = Bot(api.token, base_url=api.base_url, request=line, get_updates_request=polling)
        self.inbox = Inbox(self.metrics, most=2)
        self.pauses: list[float] = []
        self.looks = asyncio.Semaphore(0)
        troubles = Troubles(self.metrics, lambda: 0.0)
        self.webhook = Webhook(self.bot, self.inbox, settings.Webhook(url, SECRET), troubles, self._pause)

    async def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        if seconds == WATCH:
            await self.looks.acquire()


def on_bench(api: BotApi, talk: Callable[[Bench], Awaitable[None]], url: str = URL) -> None:
    """Do something with a webhook, then stop it."""

    async def live() -> None:
        bench = Bench(api, url)
        async with bench.bot:
            try:
                await talk(bench)
            finally:
                await bench.webhook.stop()

    asyncio.run(live())


def test_an_inbox_has_room_again_when_an_update_is_worked_off() -> None:
    """Not already when it is fetched: what is being worked on counts."""

    async def live() -> None:
        inbox = Inbox(Metrics(), most=2)
        for number in range(2):
            inbox.put_nowait(number)
        assert await inbox.get() == 0
        with pytest.raises(asyncio.QueueFull):
            inbox.put_nowait(2)
        waiting = [asyncio.create_task(inbox.put(number)) for number in (2, 3)]
        inbox.task_done()
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        assert (inbox.held, sum(task.done() for task in waiting)) == (2, 1)
        inbox.task_done()
        await asyncio.gather(*waiting)
        assert [inbox.get_nowait() for _ in range(3)] == [1, 2, 3]

    asyncio.run(live())


def test_every_update_is_counted_by_its_kind() -> None:
    """And one of a kind that we do not know as other."""
    metrics = Metrics()
    inbox = Inbox(metrics)
    inbox.put_nowait(Update.de_json(PRESS, None))
    inbox.put_nowait(Update.de_json({"update_id": 2, "news_from_2030": {}}, None))

    assert b'bodobot_updates_total{kind="callback_query"} 1.0' in metrics.text()
    assert b'bodobot_updates_total{kind="other"} 1.0' in metrics.text()


def test_the_webhook_is_set_with_all_that_it_needs(api: BotApi) -> None:
    """The secret, the kinds that we have a line for, and nothing that waits is dropped."""
    api.user("Alice").say("관람객")

    async def talk(bench: Bench) -> None:
        await bench.webhook.start()

    on_bench(api, talk)

    (call,) = api.calls_of("setWebhook")
    assert (call.parameters["url"], call.parameters["secret_token"]) == (URL, SECRET)
    assert sorted(call.parameters.list("allowed_updates")) == sorted(table.KINDS)
    assert not call.parameters.flag("drop_pending_updates")
    assert api.bot.webhook is not None
    assert len(api.updates) == 1


def test_telegram_out_of_reach_is_waited_for(api: BotApi, caplog: pytest.LogCaptureFixture) -> None:
    """Also when it cannot find the host yet."""
    api.fail_next("setWebhook", failures.server_error(502))
    api.fail_next("setWebhook", failures.bad_request("bad webhook: failed to resolve host: Name or service not known"))

    async def talk(bench: Bench) -> None:
        await bench.webhook.start()
        assert bench.pauses[:2] == [1, 2]

    on_bench(api, talk)

    assert api.bot.webhook is not None
    assert caplog.text.count("The webhook cannot be set") == 2


@pytest.mark.parametrize(
    ("failure", "sentence"),
    [
        (failures.bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"), "WEBHOOK_URL"),
        (failures.unauthorized(), "Telegram refused the bot token"),
    ],
)
def test_what_will_never_do_is_one_sentence(api: BotApi, failure: failures.Failure, sentence: str) -> None:
    """Trying again would not help."""
    api.fail_next("setWebhook", failure)

    async def talk(bench: Bench) -> None:
        with pytest.raises(SettingsError, match=sentence):
            await bench.webhook.start()

    on_bench(api, talk)


def test_updates_are_taken_while_there_is_room(api: BotApi) -> None:
    """Before it starts, when it is full and after it was stopped, Telegram is asked to come again."""

    async def talk(bench: Bench) -> None:
        take = bench.webhook.take
        assert take(PRESS) is Taken.NOT_NOW
        await bench.webhook.start()
        assert [take(PRESS), take(PRESS), take(PRESS)] == [Taken.YES, Taken.YES, Taken.NOT_NOW]
        assert isinstance(await bench.inbox.get(), Update)
        bench.inbox.task_done()
        await bench.webhook.stop()
        assert take(PRESS) is Taken.NOT_NOW

    on_bench(api, talk)


@pytest.mark.parametrize(
    "data",
    [{}, {"update_id": "1"}, {"update_id": True}, {"update_id": 1, "message": "비밀"}, {"update_id": 1, "message": {}}],
)
def test_what_cannot_be_read_is_not_taken(
    api: BotApi, data: dict[str, object], caplog: pytest.LogCaptureFixture
) -> None:
    """And not told either."""

    async def talk(bench: Bench) -> None:
        await bench.webhook.start()
        assert bench.webhook.take(data) is Taken.UNREADABLE
        assert bench.inbox.held == 0

    on_bench(api, talk)

    assert "비밀" not in caplog.text


def test_a_webhook_that_another_took_away_is_set_again(api: BotApi, caplog: pytest.LogCaptureFixture) -> None:
    """A process that polls removes it; that is told in one line, however often it happens."""

    async def talk(bench: Bench) -> None:
        await bench.webhook.start()
        for _ in range(2):
            await bench.bot.delete_webhook()
            await bench.webhook.look()
            assert api.bot.webhook is not None
            assert (api.bot.webhook.url, api.bot.webhook.secret_token) == (URL, SECRET)

    on_bench(api, talk)

    assert caplog.text.count("another process runs with the same token") == 1


def test_the_webhook_is_looked_after_now_and_then(api: BotApi, caplog: pytest.LogCaptureFixture) -> None:
    """Without anybody asking for it, and also after a look that failed."""

    async def talk(bench: Bench) -> None:
        await bench.webhook.start()
        await bench.bot.delete_webhook()
        api.fail_next("getWebhookInfo", failures.server_error(502))
        bench.looks.release()
        bench.looks.release()
        await asyncio.to_thread(api.wait_for_call, "setWebhook", after=api.calls_of("deleteWebhook")[0])

    on_bench(api, talk)

    assert api.bot.webhook is not None
    assert "The webhook cannot be looked after" in caplog.text


def test_a_webhook_in_order_is_left_alone(api: BotApi, caplog: pytest.LogCaptureFixture) -> None:
    """Looking changes and says nothing."""

    async def talk(bench: Bench) -> None:
        await bench.webhook.start()
        await bench.webhook.look()

    on_bench(api, talk)

    assert len(api.calls_of("setWebhook")) == 1
    assert caplog.text == ""


def test_what_hinders_telegram_is_told_once(api: BotApi, caplog: pytest.LogCaptureFixture) -> None:
    """Telegram's own reason, while it is new."""

    async def talk(bench: Bench) -> None:
        await bench.webhook.start()
        api.bot.webhook_error = (1_700_000_000, "Connection refused")
        await bench.webhook.look()
        await bench.webhook.look()

    on_bench(api, talk)

    assert [record.getMessage() for record in caplog.records] == [
        "Telegram cannot bring updates to the webhook: Connection refused"
    ]


def test_a_stop_leaves_the_webhook_set(api: BotApi) -> None:
    """So Telegram keeps what comes for the next start."""

    async def talk(bench: Bench) -> None:
        await bench.webhook.start()

    on_bench(api, talk)

    assert api.bot.webhook is not None
    assert api.calls_of("deleteWebhook") == []


def test_a_trouble_is_told_again_after_a_while(caplog: pytest.LogCaptureFixture) -> None:
    """Each kind by itself; every one is counted."""
    now = [0.0]
    metrics = Metrics()
    troubles = Troubles(metrics, lambda: now[0])
    other_webhook = Conflict("can't use getUpdates method while webhook is active")
    for error in (Conflict("terminated"), TimedOut(), other_webhook, Conflict("terminated"), BadRequest("비밀")):
        troubles.tell_of_polling(error)
    now[0] = TROUBLE_PAUSE
    troubles.tell_of_polling(Conflict("terminated"))

    told = [(record.levelno, record.getMessage().partition(";")[0]) for record in caplog.records]
    assert told == [
        (logging.ERROR, "Another process asks for updates with the same token"),
        (logging.WARNING, "Updates cannot be fetched (TimedOut)"),
        (logging.ERROR, "Another process has set a webhook with the same token"),
        (logging.WARNING, "Updates cannot be fetched (BadRequest)"),
        (logging.ERROR, "Another process asks for updates with the same token"),
    ]
    assert metrics.status().errors == 6
