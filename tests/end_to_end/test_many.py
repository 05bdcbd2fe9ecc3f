"""Many people at once: nobody is left without an answer, answered twice, or answered out of order."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import crowd
from tests.botapi import BotApi
from tests.end_to_end.conftest import running, webhook_settings

PATIENCE = 120


def wait_for_answers(api: BotApi, number: int) -> None:
    """Wait until the bot has sent so many messages, to whomever."""
    sent = api.calls_of("sendMessage")
    while len(sent) < number:
        last = sent[-1] if sent else None
        sent.append(api.wait_for_call("sendMessage", after=last, timeout=PATIENCE))


@pytest.mark.parametrize("way", ["polling", "webhook"])
def test_each_of_many_questions_is_answered_once_and_in_order(api: BotApi, way: str) -> None:
    """200 questions of 40 people, put as fast as they are taken, a fifth of them delivered twice."""
    parts = crowd.parts(api, people=40, questions=5)
    settings = webhook_settings() if way == "webhook" else {}
    with running(api, sends_per_second="1000", **settings) as process:
        crowd.ask(parts)
        for update in api.updates[:40]:
            api.redeliver(update)
        wait_for_answers(api, 200)
        api.wait_until_read(parts[-1].person.say("안녕하세요").update)
        assert process.stop() == 0

    told = crowd.outcome(api, parts)

    assert (told.lost, told.disordered) == (0, 0)
    assert told.doubled == 1  # the greeting


def test_what_was_answered_before_a_kill_is_not_answered_again(api: BotApi, tmp_path: Path) -> None:
    """SIGKILL in the midst of 100 questions, a new start, and Telegram brings all of them a second time."""
    parts = crowd.parts(api, people=100, questions=1)
    database = str(tmp_path / "bodobot.db")
    with running(api, sends_per_second="1000", database=database) as process:
        crowd.ask(parts)
        wait_for_answers(api, 20)
        process.kill()
    with running(api, sends_per_second="1000", database=database) as process:
        for update in api.updates[:100]:
            api.redeliver(update)
        person = api.user("Late")
        asked = person.say("관람객 몇 명?")
        person.chat.wait_for_reply(PATIENCE)
        api.wait_until_read(asked.update)
        assert process.stop() == 0

    assert crowd.outcome(api, parts).doubled == 0
    assert crowd.answered(api) > 20
