"""Starting, failing, being killed and stopping: what the process does and says, never with the token."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from bot.dialogue import State
from bot.settings import database_url
from bot.storage.store import Store
from bot.storage.values import Exchange, Place
from bot.understand.question import Question
from tests.botapi import TOKEN, BotApi, failures
from tests.botapi.failures import Failure
from tests.end_to_end.conftest import running
from tests.end_to_end.process import Process

SECRET = "비밀번호-8417"


def test_without_a_token_there_is_one_sentence() -> None:
    """And exit code 2."""
    with Process() as process:
        assert process.wait() == 2
        (line,) = process.output.splitlines()

    assert "No bot token: set BODOBOT_TELEGRAM_TOKEN" in line


@pytest.mark.parametrize("token", ["987654321:AAnobody_has_this_token", "nonsense"])
def test_a_refused_token_is_one_sentence(api: BotApi, token: str) -> None:
    """And exit code 2; the token is not repeated."""
    with Process(api_url=api.url, telegram_token=token) as process:
        assert process.wait() == 2
        (line,) = process.output.splitlines()

    assert "Telegram refused the bot token" in line
    assert token not in line


def test_a_token_revoked_later_ends_the_process(api: BotApi) -> None:
    """With the same sentence."""
    with running(api) as process:
        process.wait_for_line("Commands and descriptions")
        api.fail_next("getUpdates", failures.unauthorized())
        api.user("Alice").say("관람객")
        assert process.wait() == 2

    assert "Telegram refused the bot token" in process.output.splitlines()[-1]
    assert TOKEN not in process.output


def test_telegram_out_of_reach_is_waited_for(api: BotApi) -> None:
    """A line for each attempt, and then all is well."""
    api.fail_next("getMe", failures.drop_connection())
    api.fail_next("getMe", failures.server_error(502))
    api.fail_next("getUpdates", failures.drop_connection())
    with running(api) as process:
        person = api.user("Alice")
        person.say("관람객 몇 명?")
        person.chat.wait_for_reply()
        assert process.stop() == 0

    lines = [line for line in process.output.splitlines() if "cannot be reached" in line]
    assert [line.rpartition("; ")[2] for line in lines] == ["trying again in 1 s.", "trying again in 2 s."]
    assert process.output.count("Updates cannot be fetched (") == 1
    assert TOKEN not in process.output


def test_waiting_for_telegram_can_be_stopped() -> None:
    """SIGTERM ends it at once, in order."""
    with Process(api_url="http://127.0.0.1:9", telegram_token=TOKEN) as process:
        process.wait_for_line("cannot be reached")
        assert process.stop() == 0

    assert TOKEN not in process.output


def test_a_second_poller_is_explained_in_one_line(api: BotApi) -> None:
    """However often it comes; and the bot polls on."""
    with running(api) as process:
        for _ in range(2):
            httpx.get(f"{api.base_url}{api.token}/getUpdates")
            api.wait_for_bot()
        process.wait_for_line("Another process asks for updates with the same token")
        person = api.user("Alice")
        person.say("관람객 몇 명?")
        person.chat.wait_for_reply()
        process.stop()

    assert process.output.count("Another process") == 1


def test_buttons_outlive_a_kill(api: BotApi) -> None:
    """After SIGKILL and a new start, a choice and a suggestion made before are answered."""
    person = api.user("Alice", language="ko")
    with running(api) as process:
        person.say("외국인 관람객은 몇 명이야?")
        answer = person.chat.wait_for_reply()
        asked = person.say("K-City 네트워크?")
        question = person.chat.wait_for_reply()
        api.wait_until_read(asked.update)
        process.kill()
    with running(api):
        person.press("2022년 관람객은?", answer).wait_for_answer()
        assert "30,327" in person.chat.wait_for_reply().text.splitlines()[0]
        person.press(question.buttons[0], question).wait_for_answer()
        question.wait_for_edit()
        assert question.covered("expandable_blockquote")


def test_a_conversation_outlives_a_kill(api: BotApi, tmp_path: Path) -> None:
    """After SIGKILL and a new start a follow-up has what it follows, and an edit its answer."""
    database = str(tmp_path / "bodobot.db")
    person = api.user("Alice", language="ko")
    with running(api, database=database) as process:
        asked = person.say("2022년 관람객은?")
        answer = person.chat.wait_for_reply()
        person.say("감사합니다")
        person.chat.wait_for_reply()
        process.kill()
    with running(api, database=database):
        person.say("2019년은?")
        assert "25,850" in person.chat.wait_for_reply().text.splitlines()[0]
        person.edit(asked, "2022년 부스는?")
        answer.wait_for_edit()


def test_a_database_that_cannot_be_used_is_one_sentence(api: BotApi, tmp_path: Path) -> None:
    """And exit code 2."""
    file = tmp_path / "bodobot.db"
    file.write_text("This is no database. " * 100)
    with Process(api_url=api.url, telegram_token=api.token, database=str(file)) as process:
        assert process.wait() == 2
        (line,) = process.output.splitlines()

    assert "cannot be opened: file is not a database." in line


def test_a_question_asked_while_the_bot_was_down_is_answered(api: BotApi) -> None:
    """Telegram has kept it."""
    person = api.user("Alice")
    person.say("관람객 몇 명?")
    with running(api):
        assert "30,327" in person.chat.wait_for_reply().text


def test_an_error_is_answered_politely_and_logged_without_words(api: BotApi) -> None:
    """Neither what was asked, nor who asked, nor the token is in the output, at the most talkative level."""
    person = api.user("Gildong", language="ko")
    with running(api) as process:
        api.fail_next("sendMessage", failures.bad_request(f"can't parse {SECRET}"))
        person.say(f"관람객 {SECRET} 몇 명?")
        assert "죄송합니다" in person.chat.wait_for_reply().text
        process.wait_for_line("BadRequest at")
        assert process.stop() == 0

    for private in (SECRET, "관람객", "Gildong", str(person.id), TOKEN, TOKEN.partition(":")[2]):
        assert private not in process.output


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_finishes_what_is_being_answered(api: BotApi, number: signal.Signals) -> None:
    """The answer that Telegram would not take yet is sent, and the process ends with 0."""
    person = api.user("Alice")
    with running(api) as process:
        api.fail_next("sendMessage", failures.retry_after(1))
        person.say("관람객 몇 명?")
        api.wait_for_call("sendMessage", lambda call: not call.ok)
        assert process.stop(number) == 0

    assert "30,327" in person.chat.messages[0].text
    assert "Stopped." in process.output


def test_what_was_said_outlives_a_kill(api: BotApi, tmp_path: Path) -> None:
    """The conversation goes on, the language of the chat holds, and no update is answered again."""
    person = api.user("Alice", language="ko")
    database = str(tmp_path / "bodobot.db")
    with running(api, database=database) as process:
        person.say("/lang en")
        person.chat.wait_for_reply()
        asked = person.say("2022년 관람객은 몇 명?")
        before = person.chat.wait_for_reply()
        person.say("/about")
        person.chat.wait_for_reply()  # what came before it is kept by now
        process.kill()
    with running(api, database=database) as process:
        api.redeliver(asked.update)
        person.say("2019년은?")
        after = person.chat.wait_for_reply()
        assert process.stop() == 0

    assert before.text.startswith("Visitors in 2022: 30,327.")
    assert after.text.startswith("Visitors in 2019: 25,850.")


def test_a_stop_finishes_whatever_telegram_says_to_it(api: BotApi) -> None:
    """The last request, which tells what was taken, gets an answer that makes no sense."""
    person = api.user("Alice")
    with running(api) as process:
        api.fail_next("sendMessage", failures.retry_after(1))
        api.fail_next(
            "getUpdates", Failure(200, b'{"ok": true}'), when=lambda call: not call.parameters.number("timeout")
        )
        person.say("관람객 몇 명?")
        api.wait_for_call("sendMessage", lambda call: not call.ok)
        assert process.stop() == 0

    assert "30,327" in person.chat.messages[0].text
    assert "Stopped." in process.output


def test_what_is_past_its_time_is_deleted_by_the_running_bot(api: BotApi, tmp_path: Path) -> None:
    """Nobody has to ask for it."""
    path = tmp_path / "bodobot.db"
    place = Place(1001, 1001)

    async def talk_long_ago() -> None:
        store = await Store.open(database_url(path), lambda: time.time() - 10 * 24 * 60 * 60)
        state = State("ko", (Question("value", ("visitors",), ("2022",)),))
        await store.keep_answer(place, 1, Exchange(State(), state, (2,)), ("v:visitors:2022",))
        await store.close()

    asyncio.run(talk_long_ago())
    with running(api, database=str(path)) as process:
        process.wait_for_line("Commands and descriptions")
        assert process.stop() == 0

    with closing(sqlite3.connect(path)) as database:
        for table in ("conversations", "exchanges"):
            assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
