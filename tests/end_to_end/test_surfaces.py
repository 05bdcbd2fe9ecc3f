"""Every surface of Telegram against the real process, polling and called over a webhook."""

from __future__ import annotations

from tests.botapi import BotApi, User

CALL = "@bodo_test_bot"


def test_a_group_is_answered_when_it_calls(shared: BotApi, alice: User) -> None:
    """By name, by command and by a reply, which goes on from the answer; in the topic, to the asker."""
    forum = shared.forum("Forum", alice, topics=("하나",))
    topic = forum.topic("하나")
    asked = alice.say(f"{CALL} 2022년 관람객은 몇 명?", forum, topic=topic)
    answer = forum.wait_for_reply()
    alice.say("2019년은?", forum, topic=topic, reply_to=answer)
    later = forum.wait_for_reply()
    alice.say(f"/ask{CALL} 2022년 부스는 몇 개?", forum, topic=topic)

    assert answer.reply_to is asked
    assert answer.thread_id == later.thread_id == topic.id
    assert later.text.startswith("2019년 관람객은 25,850명입니다.")
    assert forum.wait_for_reply().text.startswith("2022년 부스는 1,548개입니다.")


def test_cards_are_offered_while_somebody_types(alice: User) -> None:
    """In whatever chat."""
    (card,) = alice.inline("how many booths were there?").wait_for_answer().results

    assert card.title == "Booths in 2022: 1,548."


def test_a_guest_checks_what_another_wrote(shared: BotApi, alice: User) -> None:
    """In a conversation of two people."""
    bob = shared.user("Bob", language="ko")
    talk = shared.conversation(alice, bob)
    claim = bob.say("관람객이 5만 명이었대", talk)
    alice.say(f"{CALL} 맞아?", talk, reply_to=claim)

    assert talk.wait_for_reply().text.startswith("아니요, 2022년 관람객은 30,327명입니다.")


def test_a_forwarded_message_is_checked(shared: BotApi, alice: User) -> None:
    """Figure by figure."""
    bob = shared.user("Bob", language="ko", started=True)
    alice.forward(bob.say("관람객은 30,327명이었고 부스는 2,000개였다고 합니다."))

    assert alice.chat.wait_for_reply().text.startswith("수치 2개 가운데 1개는 맞고 1개는 다릅니다.")


def test_a_chart_is_a_picture(alice: User) -> None:
    """With all that it shows in words under it."""
    alice.say("관람객 그래프로 보여줘")
    picture = alice.chat.wait_for_reply()

    assert picture.file.startswith(b"\x89PNG")
    assert "25,850명" in picture.text


def test_a_person_is_forgotten(alice: User) -> None:
    """And shown that nothing is left."""
    alice.say("2022년 관람객은?")
    alice.chat.wait_for_reply()
    alice.say("/forget")

    assert "대화 0건, 답한 질문 0건" in alice.chat.wait_for_reply().text


def test_an_update_that_comes_twice_is_answered_once(shared: BotApi, alice: User) -> None:
    """Whichever way it comes."""
    asked = alice.say("2022년 관람객은?")
    first = alice.chat.wait_for_reply()
    shared.redeliver(asked.update)
    alice.say("부스는 몇 개?")

    assert alice.chat.wait_for_reply(after=first).text.startswith("2022년 부스는")
