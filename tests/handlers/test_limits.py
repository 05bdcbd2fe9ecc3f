"""What is let in: each update once, and of what one person or chat sends no more than is good for others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import StorageError
from bot.handlers.flood import MOST_BY_USER, MOST_IN_CHAT, MOST_WATCHED, WINDOW, Flood, Ruling, Verdict
from bot.storage.store import Store
from tests.botapi import BotApi, User
from tests.handlers.conftest import Clock


def test_an_update_that_comes_again_is_ignored(api: BotApi, alice: User) -> None:
    """Telegram sends one again when it is not sure that it was taken."""
    asked = alice.say("관람객")
    reply = alice.chat.wait_for_reply()
    api.redeliver(asked.update)
    alice.say("visitors")

    assert alice.chat.wait_for_reply(after=reply).text.startswith("30,327 people came in 2022.")


def test_too_many_questions_get_one_notice_and_then_silence(alice: User, clock: Clock) -> None:
    """After a minute they are answered again."""
    for _ in range(MOST_BY_USER):
        alice.say("관람객")
    reply = alice.chat.wait_for_replies(MOST_BY_USER)[-1]
    alice.say("관람객")
    notice = alice.chat.wait_for_reply()
    alice.say("관람객")
    alice.say("관람객")
    alice.press("2021년은?", reply).wait_for_answer()  # a person's updates are dealt with in order
    clock.now += WINDOW + 1
    alice.say("visitors")

    assert notice.text.startswith("짧은 시간에 질문을 많이 보내셨습니다.")
    assert alice.chat.wait_for_reply(after=notice).text.startswith("30,327 people came in 2022.")


def test_one_who_floods_does_not_silence_others(api: BotApi, alice: User) -> None:
    """Each person is counted alone."""
    other = api.user("Bob", language="ko", started=True)
    for _ in range(MOST_BY_USER + 5):
        alice.say("관람객")
    other.say("관람객")

    assert other.chat.wait_for_reply().text.startswith("2022년 관람객은")


def test_presses_that_come_too_fast_are_answered_with_a_notice(alice: User) -> None:
    """The button goes on turning otherwise."""
    alice.say("관람객")
    reply = alice.chat.wait_for_reply()
    for _ in range(MOST_BY_USER - 1):
        alice.press("2021년은?", reply).wait_for_answer()

    assert alice.press("2021년은?", reply).wait_for_answer().text.startswith("짧은 시간에 많이 누르셨습니다.")


def test_a_chat_is_limited_as_a_whole() -> None:
    """Many people in it share what it may ask."""
    flood = Flood(lambda: 0.0)
    rulings = [flood.rule_on_message(user, -1).verdict for user in range(1, MOST_IN_CHAT + 3)]

    assert rulings[:MOST_IN_CHAT] == [Verdict.ANSWER] * MOST_IN_CHAT
    assert rulings[MOST_IN_CHAT:] == [Verdict.NOTICE, Verdict.SILENCE]


def test_a_notice_says_when_to_ask_again() -> None:
    """The seconds until the earliest question is past."""
    now = [0.0]
    flood = Flood(lambda: now[0])
    for _ in range(MOST_BY_USER):
        flood.rule_on_message(7, 7)
    now[0] = 20.5

    assert flood.rule_on_message(7, 7) == Ruling(Verdict.NOTICE, 40)


@given(st.lists(st.floats(0, 30), max_size=120))
def test_no_more_than_the_limit_is_answered_within_any_window(pauses: list[float]) -> None:
    """Whatever the pace."""
    now, answered = 0.0, []
    flood = Flood(lambda: now)
    for pause in pauses:
        now += pause
        if flood.rule_on_message(7, 7).verdict is Verdict.ANSWER:
            answered.append(now)

    for time in answered:
        assert sum(time - WINDOW < other <= time for other in answered) <= MOST_BY_USER


def test_what_is_watched_is_bounded() -> None:
    """Those who were silent the longest make room."""
    flood = Flood(lambda: 0.0)
    for user in range(MOST_WATCHED + 50):
        flood.rule_on_message(user, user)

    assert len(flood._asked) == MOST_WATCHED


def test_people_are_answered_while_the_database_is_down(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a memory of what was said; afterwards all is as before."""

    async def fail(*_: object, **__: object) -> None:
        raise StorageError("The database does not answer.")

    with monkeypatch.context() as broken:
        for name in ("claim_update", "settings", "state", "keep_answer", "note_unanswered", "exchange"):
            broken.setattr(Store, name, fail)
        alice.say("관람객")
        assert alice.chat.wait_for_reply().text.startswith("2022년 관람객은")
        alice.say("그럼 작년은?")
        assert alice.chat.wait_for_reply().text == "그것은 이 보도자료에 없습니다."
    alice.say("관람객")
    alice.chat.wait_for_reply()
    alice.say("그럼 작년은?")

    assert alice.chat.wait_for_reply().text.startswith("2021년 관람객은")


def test_what_cannot_be_done_without_the_database_is_said(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is told as stored or deleted that is not."""

    async def fail(*_: object, **__: object) -> None:
        raise StorageError("The database does not answer.")

    for name in ("forget_user", "held_about"):
        monkeypatch.setattr(Store, name, fail)
    alice.say("/forget")

    assert alice.chat.wait_for_reply().text.startswith("죄송합니다.")


def test_a_press_is_answered_while_the_database_is_down(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what it asks for, and without an apology for what the person does not see."""

    async def fail(*_: object, **__: object) -> None:
        raise StorageError("The database does not answer.")

    alice.say("몇 명?")
    question = alice.chat.wait_for_reply()
    for name in ("claim_update", "exchange_of_answer", "keep_answer", "keep_choice"):
        monkeypatch.setattr(Store, name, fail)
    chosen = alice.press("관람객", question).wait_for_answer()
    answer = question.wait_for_edit()
    suggested = alice.press("2021년은?", answer).wait_for_answer()

    assert (chosen.text, suggested.text) == ("", "")
    assert answer.text.startswith("2022년 관람객은")
    assert alice.chat.wait_for_reply().text.startswith("2021년 관람객은")
