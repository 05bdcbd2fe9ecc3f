"""Guest mode: the bot is called into a chat that it is not in."""

from __future__ import annotations

import pytest

from bot.handlers.engine import ReleaseEngine
from bot.handlers.flood import MOST_BY_USER
from tests.botapi import BotApi, Chat, User
from tests.handlers.conftest import Clock
from tests.handlers.real import engine

__all__ = ["engine"]

CALL = "@bodo_test_bot"


@pytest.fixture
def bob(api: BotApi) -> User:
    """The other person of the conversation."""
    return api.user("Bob", language="ko")


@pytest.fixture
def talk(api: BotApi, alice: User, bob: User) -> Chat:
    """A private conversation of two people."""
    return api.conversation(alice, bob)


def test_a_question_is_answered_where_it_was_asked(alice: User, talk: Chat) -> None:
    """With the source, as one message tied to the question."""
    asked = alice.say(f"{CALL} 외국인 관람객은 몇 명이야?", talk)
    reply = talk.wait_for_reply()

    assert reply.text.startswith("2022년 외국인 관람객은 620명입니다.")
    assert "출처: 국토교통부" in reply.text
    assert reply.reply_to is asked


def test_each_figure_of_the_claim_that_is_replied_to_is_checked(alice: User, bob: User, talk: Chat) -> None:
    """One card with a line for each."""
    claim = bob.say("엑스포에 관람객 30,327명이 왔고 부스는 2,000개였대. 예산은 50억이래.", talk)
    alice.say(f"{CALL} 이거 맞아?", talk, reply_to=claim)
    reply = talk.wait_for_reply()

    assert reply.text.splitlines()[:4] == [
        "수치 3개 가운데 1개는 맞고 1개는 다르고 1개는 확인되지 않습니다.",
        "✔ 30,327명: 2022년 관람객은 30,327명입니다.",
        "✘ 2,000개: 2022년 부스는 1,548개입니다.",
        "? 50억: 이 보도자료에서 확인되지 않습니다.",
    ]


def test_a_call_with_a_claim_in_it_is_checked(alice: User, talk: Chat) -> None:
    """Without a reply to anything."""
    alice.say(f"{CALL} 관람객이 5만 명이었대", talk)

    assert talk.wait_for_reply().text.startswith("아니요, 2022년 관람객은 30,327명입니다.")


def test_the_bare_name_gets_what_the_bot_is(alice: User, talk: Chat) -> None:
    """There is nothing to answer or check."""
    alice.say(CALL, talk)

    assert talk.wait_for_reply().text.startswith("보도봇은")


def test_a_question_back_lists_what_may_be_meant(alice: User, talk: Chat) -> None:
    """There are no buttons to press for a guest's message."""
    alice.say(f"{CALL} K-City 네트워크는?", talk)
    reply = talk.wait_for_reply()

    assert "1. K-City 네트워크" in reply.text


def test_a_call_is_answered_even_when_the_engine_fails(
    alice: User, talk: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With an apology, and the next one is answered."""

    def fail(*_: object) -> None:
        raise ValueError("no")

    with monkeypatch.context() as broken:
        broken.setattr(ReleaseEngine, "respond", fail)
        alice.say(f"{CALL} 관람객은?", talk)
        assert talk.wait_for_reply().text.startswith("죄송합니다.")
    alice.say(f"{CALL} 관람객은?", talk)

    assert talk.wait_for_reply().text.startswith("2022년 관람객은")


def test_a_call_by_a_bot_is_not_answered(api: BotApi, alice: User, bob: User, talk: Chat) -> None:
    """Only people are."""
    group = api.group("Elsewhere", alice, bot=None)
    other = api.user("Other", username="other_test_bot", is_bot=True)
    group.add_member(other)
    other.say(f"{CALL} 관람객은?", group)
    asked = alice.say(f"{CALL} 부스는?", group)

    assert group.wait_for_reply().reply_to is asked


def test_of_the_message_that_is_replied_to_the_quoted_part_is_checked(alice: User, bob: User, talk: Chat) -> None:
    """The other figure is not what was asked about."""
    claim = bob.say("관람객은 30,327명, 부스는 2,000개였대", talk)
    alice.say(f"{CALL} 이거 맞아?", talk, reply_to=claim, quote="부스는 2,000개였대")

    assert talk.wait_for_reply().text.startswith("아니요, 2022년 부스는 1,548개입니다.")


def test_calls_without_end_are_not_answered(alice: User, talk: Chat, clock: Clock) -> None:
    """A card is a message in a chat of others; after a minute there is one again."""
    for _ in range(MOST_BY_USER):
        alice.say(f"{CALL} 부스 몇 개?", talk)
        talk.wait_for_reply()
    dropped = alice.say(f"{CALL} 부스 몇 개?", talk)
    alice.inline("부스 몇 개?").wait_for_answer()
    clock.now += 61
    asked = alice.say(f"{CALL} 부스 몇 개?", talk)
    reply = talk.wait_for_reply()

    assert reply.reply_to is asked
    assert not any(message.reply_to is dropped for message in talk.messages)


def test_a_call_counts_as_an_answer(alice: User, talk: Chat, keeper: User) -> None:
    """For who looks after the bot."""
    alice.say(f"{CALL} 부스 몇 개?", talk)
    talk.wait_for_reply()
    keeper.say("/status")

    assert "answer 1" in keeper.chat.wait_for_reply().text
