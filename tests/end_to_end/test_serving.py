"""The process behind a webhook, and what it serves: Telegram, probes and Prometheus ask it over HTTP."""

from __future__ import annotations

import json
import signal

import httpx
import pytest

from tests.botapi import TOKEN, BotApi, failures
from tests.end_to_end.conftest import WEBHOOK_SECRET, running, webhook_settings
from tests.end_to_end.process import Process
from tests.ports import free_port

SECRET = "비밀번호-8417"


def test_a_question_is_answered_over_the_webhook_and_counted(api: BotApi) -> None:
    """And health, readiness and metrics are there to read."""
    settings = webhook_settings()
    site = f"http://{settings['listen']}"
    person = api.user("Alice")
    with running(api, **settings) as process:
        process.wait_for_line("Commands and descriptions")
        person.say("관람객 몇 명?")
        assert "30,327" in person.chat.wait_for_reply().text.splitlines()[0]
        assert httpx.get(f"{site}/health").status_code == 200
        assert httpx.get(f"{site}/ready").json() == {"ready": True, "missing": []}
        metrics = httpx.get(f"{site}/metrics").text.splitlines()
        assert process.stop() == 0

    assert 'bodobot_updates_total{kind="message"} 1.0' in metrics
    assert 'bodobot_sends_total{method="sendMessage",result="ok"} 1.0' in metrics
    assert any(line.startswith('bodobot_knowledge_info{release="wsce-2022",version="') for line in metrics)
    assert api.calls_of("getUpdates") == []


def test_a_stranger_is_refused_at_the_webhook(api: BotApi) -> None:
    """Without the secret nothing is answered, however well an update is made."""
    settings = webhook_settings()
    person = api.user("Alice", started=True)
    with running(api, **settings) as process:
        process.wait_for_line("Answering as")
        asked = person.say("관람객 몇 명?")
        person.chat.wait_for_reply()
        assert asked.update is not None
        for secret in ("", "x" * len(WEBHOOK_SECRET)):
            headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
            refused = httpx.post(settings["webhook_url"], json=asked.update.json(), headers=headers)
            assert (refused.status_code, refused.content) == (403, b"")
        assert process.stop() == 0

    assert len(person.chat.messages) == 1


def test_a_webhook_without_a_secret_does_not_start(api: BotApi) -> None:
    """One sentence, exit code 2, and Telegram hears nothing."""
    with Process(api_url=api.url, telegram_token=TOKEN, webhook_url="https://example.org/hook") as process:
        assert process.wait() == 2
        (line,) = process.output.splitlines()

    assert "No secret for the webhook: set BODOBOT_WEBHOOK_SECRET" in line
    assert api.calls == []


def test_an_address_that_telegram_refuses_is_one_sentence(api: BotApi) -> None:
    """And exit code 2; the secret is not in it."""
    settings = webhook_settings() | {"webhook_url": "https://example.org:8080/hook"}
    with Process(api_url=api.url, telegram_token=TOKEN, **settings) as process:
        assert process.wait() == 2

    assert "Telegram refused the address of the webhook" in process.output.splitlines()[-1]
    assert WEBHOOK_SECRET not in process.output


def test_a_token_revoked_later_ends_the_process(api: BotApi) -> None:
    """It is noticed at the next message, as nothing is asked for."""
    with running(api, **webhook_settings()) as process:
        process.wait_for_line("Commands and descriptions")
        api.fail_next("sendMessage", failures.unauthorized(), times=9)
        api.user("Alice").say("관람객")
        assert process.wait() == 2

    assert "Telegram refused the bot token" in process.output.splitlines()[-1]


def test_a_stop_finishes_what_was_taken_and_takes_no_more(api: BotApi) -> None:
    """It is not ready at once; what comes meanwhile is left with Telegram, and the next process answers it."""
    settings = webhook_settings()
    first, second = api.user("Alice"), api.user("Bob")
    with running(api, **settings) as process:
        process.wait_for_line("Commands and descriptions")
        api.fail_next("sendMessage", failures.retry_after(2))
        first.say("관람객 몇 명?")
        api.wait_for_call("sendMessage", lambda call: not call.ok)
        process.send(signal.SIGTERM)
        process.wait_for_line("Finishing what is being answered")
        ready = httpx.get(f"http://{settings['listen']}/ready")
        waiting = second.say("관람객 몇 명?")
        assert process.wait() == 0

    assert (ready.status_code, ready.json()["missing"]) == (503, ["stopping"])
    assert len(first.chat.messages) == 1
    assert second.chat.messages == []
    assert api.bot.webhook is not None
    with running(api, **settings):
        api.wait_until_read(waiting.update)
        second.chat.wait_for_reply()


def test_a_second_interrupt_ends_the_wait(api: BotApi) -> None:
    """In order, although an answer is still held back."""
    with running(api) as process:
        process.wait_for_line("Commands and descriptions")
        api.fail_next("sendMessage", failures.hang())
        api.user("Alice").say("관람객 몇 명?")
        api.wait_for_arrival("sendMessage")
        process.send(signal.SIGINT)
        process.wait_for_line("Finishing what is being answered")
        assert process.stop(signal.SIGINT) == 0

    assert "Giving up what is not finished." in process.output
    assert process.output.splitlines()[-1].endswith("Stopped.")
    assert "Traceback" not in process.output


def test_polling_removes_a_webhook_and_keeps_what_waits(api: BotApi) -> None:
    """So changing the way back takes nothing but a start."""
    with running(api, **webhook_settings()) as process:
        process.wait_for_line("Answering as")
        process.stop()
    person = api.user("Alice")
    person.say("관람객 몇 명?")
    place = f"127.0.0.1:{free_port()}"
    with running(api, listen=place) as process:
        person.chat.wait_for_reply()
        assert httpx.get(f"http://{place}/ready").status_code == 200
        assert httpx.post(f"http://{place}/hook").status_code == 404

    assert api.bot.webhook is None


def test_a_poller_whose_webhook_is_set_elsewhere_says_so(api: BotApi) -> None:
    """One line, in the process that polls."""
    with running(api) as poller:
        poller.wait_for_line("Answering as")
        with running(api, **webhook_settings()) as process:
            process.wait_for_line("Answering as")
            poller.wait_for_line("Another process has set a webhook with the same token")

    assert TOKEN not in poller.output + process.output


@pytest.mark.parametrize("form", ["text", "json"])
def test_logs_of_either_form_give_nothing_away(api: BotApi, form: str) -> None:
    """Neither what was asked, nor who asked, nor what Telegram said of it, nor a secret."""
    person = api.user("Gildong", language="ko")
    with running(api, log_format=form, **webhook_settings()) as process:
        process.wait_for_line("Commands and descriptions")
        api.fail_next("sendMessage", failures.bad_request(f"can't parse {SECRET}"))
        person.say(f"관람객 {SECRET} 몇 명?")
        assert "죄송합니다" in person.chat.wait_for_reply().text
        process.wait_for_line("BadRequest")
        assert process.stop() == 0

    for private in (SECRET, "관람객", "Gildong", str(person.id), TOKEN, TOKEN.partition(":")[2], WEBHOOK_SECRET):
        assert private not in process.output
    if form == "json":
        lines = [json.loads(line) for line in process.output.splitlines()]
        assert [line["errors"][0]["class"] for line in lines if "errors" in line] == ["BadRequest"]


def test_a_port_in_use_is_one_sentence(api: BotApi) -> None:
    """And exit code 2."""
    place = api.url.removeprefix("http://")
    with Process(api_url=api.url, telegram_token=TOKEN, listen=place) as process:
        assert process.wait() == 2

    assert process.output.splitlines()[-1].endswith("set BODOBOT_LISTEN to a free host and port of this machine.")
