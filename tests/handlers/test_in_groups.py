"""What a group gets from the real release, with Telegram's privacy mode on as it is by default."""

from __future__ import annotations

import pytest

from tests.botapi import BotApi, Group, User, failures
from tests.handlers.conftest import Clock
from tests.handlers.real import engine

__all__ = ["engine"]

CALL = "@bodo_test_bot"


@pytest.fixture
def bob(api: BotApi) -> User:
    """Somebody else."""
    return api.user("Bob", username="bob", language="ko")


@pytest.fixture
def group(api: BotApi, alice: User, bob: User) -> Group:
    """A supergroup of two people and the bot, which hears only what is said to it."""
    assert api.bot.privacy
    return api.supergroup("Group", alice, bob)


def test_ask_is_answered_as_a_reply(alice: User, group: Group) -> None:
    """With the bot's name behind the command."""
    asked = alice.say(f"/ask{CALL} 외국인 관람객은 몇 명?", group)
    reply = group.wait_for_reply()

    assert reply.text.startswith("2022년 외국인 관람객은 620명입니다.")
    assert reply.reply_to is asked


def test_ask_alone_says_how(alice: User, group: Group) -> None:
    """There is nothing to answer."""
    alice.say(f"/ask{CALL}", group)

    assert group.wait_for_reply().text.startswith("/ask 뒤에 질문을 적어 주십시오.")


def test_a_reply_to_an_answer_goes_on_from_that_answer(alice: User, bob: User, group: Group) -> None:
    """Whoever asked it, and whatever was asked in between."""
    alice.say(f"{CALL} 2022년 부스는 몇 개?", group)
    booths = group.wait_for_reply()
    alice.say(f"{CALL} 2022년 관람객은 몇 명?", group)
    group.wait_for_reply()
    bob.say("2019년 외국인 관람객은?", group, reply_to=booths)
    assert "895명" in group.wait_for_reply().text.splitlines()[0]
    alice.say("2019년은?", group, reply_to=booths)

    assert "부스" in group.wait_for_reply().text.splitlines()[0]


def test_the_conversation_of_one_is_not_that_of_another(alice: User, bob: User, group: Group) -> None:
    """A follow-up goes on from what its own writer asked."""
    alice.say(f"{CALL} 2022년 관람객은 몇 명?", group)
    group.wait_for_reply()
    bob.say(f"{CALL} 2022년 전시 면적은?", group)
    group.wait_for_reply()
    alice.say(f"{CALL} 2019년은?", group)

    assert "25,850명" in group.wait_for_reply().text.splitlines()[0]


def test_an_answer_stays_in_its_topic(api: BotApi, alice: User) -> None:
    """And so does what the conversation is about."""
    forum = api.forum("Forum", alice, topics=("하나", "둘"))
    one, two = forum.topic("하나"), forum.topic("둘")
    alice.say(f"{CALL} 2022년 관람객은 몇 명?", forum, topic=one)
    reply = forum.wait_for_reply()
    assert reply.thread_id == one.id
    alice.say(f"{CALL} 2022년 부스는 몇 개?", forum, topic=two)
    assert forum.wait_for_reply().thread_id == two.id
    alice.say(f"{CALL} 2019년은?", forum, topic=one)

    assert "25,850명" in forum.wait_for_reply().text.splitlines()[0]


def test_a_decline_is_one_short_line(alice: User, group: Group) -> None:
    """Without buttons, sources or other lines."""
    alice.say(f"{CALL} 입장료는 얼마야?", group)
    reply = group.wait_for_reply()

    assert len(reply.text.splitlines()) == 1
    assert reply.buttons == []


def test_the_same_fact_again_is_pointed_to(alice: User, bob: User, group: Group, clock: Clock) -> None:
    """Within ten minutes by anybody in the group; after that it is told again."""
    alice.say(f"{CALL} 2022년 관람객은 몇 명?", group)
    first = group.wait_for_reply()
    asked = bob.say(f"{CALL} 관람객 수 알려줘", group)
    pointer = group.wait_for_reply()
    clock.now += 601
    bob.say(f"{CALL} 2022년 관람객은 몇 명?", group)

    assert pointer.text == "2022년 관람객은 30,327명입니다.\n조금 전에 답해 드렸습니다."
    assert pointer.links == [f"https://t.me/c/{str(group.id).removeprefix('-100')}/{first.id}"]
    assert pointer.reply_to is asked
    assert "출처" in group.wait_for_reply().text


def test_a_claim_is_judged_though_its_fact_was_told(alice: User, group: Group) -> None:
    """A pointer would not say whether it is so."""
    alice.say(f"{CALL} 2022년 관람객은 몇 명?", group)
    group.wait_for_reply()
    alice.say(f"{CALL} 관람객이 4만 명이었지?", group)

    assert group.wait_for_reply().text.startswith("아니요, 2022년 관람객은 30,327명입니다.")


def test_the_pointer_in_a_small_group_is_a_reply_to_the_answer(api: BotApi, alice: User) -> None:
    """Its messages have no addresses."""
    group = api.group("Small", alice)
    alice.say(f"{CALL} 2022년 관람객은 몇 명?", group)
    first = group.wait_for_reply()
    alice.say(f"{CALL} 2022년 관람객은 몇 명?", group)
    pointer = group.wait_for_reply()

    assert pointer.links == []
    assert pointer.reply_to is first


@pytest.mark.parametrize("words", ["", "이거 맞아?", "사실이야?", "check this", "팩트체크 부탁"])
def test_a_call_in_reply_to_a_claim_checks_the_claim(alice: User, bob: User, group: Group, words: str) -> None:
    """What another wrote, when the words beside the name ask nothing themselves."""
    claim = bob.say("올해 엑스포 관람객이 5만 명이었대", group)
    asked = alice.say(f"{CALL} {words}", group, reply_to=claim)
    reply = group.wait_for_reply()

    assert reply.text.startswith("아니요, 2022년 관람객은 30,327명입니다.")
    assert reply.reply_to is asked


def test_a_question_in_reply_to_another_message_is_answered(alice: User, bob: User, group: Group) -> None:
    """It asks something itself."""
    said = bob.say("다들 부스 봤어?", group)
    alice.say(f"{CALL} 부스는 몇 개였어?", group, reply_to=said)

    assert group.wait_for_reply().text.startswith("2022년 부스는 1,548개입니다.")


def test_the_caption_of_a_picture_is_read(alice: User, group: Group) -> None:
    """When it calls the bot."""
    alice.send_photo(group, caption=f"{CALL} 부스는 몇 개였어?")

    assert group.wait_for_reply().text.startswith("2022년 부스는 1,548개입니다.")


def test_an_administrator_who_hides_is_a_person_too(alice: User, group: Group) -> None:
    """He writes in the name of the group."""
    group.set_member(alice, "administrator", anonymous=True)
    alice.say(f"{CALL} 부스는 몇 개였어?", group)

    assert group.wait_for_reply().text.startswith("2022년 부스는 1,548개입니다.")


def test_a_group_that_becomes_a_supergroup_keeps_everything(api: BotApi, alice: User) -> None:
    """Its language, and what its conversations are about."""
    small = api.group("Small", alice)
    small.set_member(alice, "creator")
    alice.say(f"/lang{CALL} en", small)
    small.wait_for_reply()
    alice.say(f"{CALL} 2022년 관람객은 몇 명?", small)
    assert small.wait_for_reply().text.startswith("Visitors in 2022: 30,327.")
    large = small.migrate()
    alice.say(f"{CALL} 2019년은?", large)

    assert large.wait_for_reply().text.startswith("Visitors in 2019: 25,850.")


def test_an_answer_on_its_way_follows_the_group(api: BotApi, alice: User) -> None:
    """Telegram tells of the move only when the answer is sent; what was kept moves along."""
    small = api.group("Small", alice)
    small.set_member(alice, "creator")
    alice.say(f"/lang{CALL} en", small)
    small.wait_for_reply()
    large = api.supergroup("Large", alice)
    api.fail_next("sendMessage", failures.migrate_to(large.id))
    alice.say(f"{CALL} 2022년 관람객은 몇 명?", small)
    assert large.wait_for_reply().text.startswith("Visitors in 2022: 30,327.")
    alice.say(f"{CALL} 2019년은?", large)

    assert large.wait_for_reply().text.startswith("Visitors in 2019: 25,850.")


def test_an_answer_to_a_topic_that_is_gone_goes_to_the_group(api: BotApi, alice: User) -> None:
    """The topic was deleted while the question was answered."""
    forum = api.forum("Forum", alice, topics=("하나",))
    api.fail_next("sendMessage", failures.bad_request("message thread not found"))
    alice.say(f"{CALL} 2022년 관람객은 몇 명?", forum, topic=forum.topic("하나"))
    reply = forum.wait_for_reply()

    assert reply.text.startswith("2022년 관람객은 30,327명입니다.")
    assert reply.thread_id is None


def test_a_message_deleted_meanwhile_is_answered_all_the_same(alice: User, group: Group, api: BotApi) -> None:
    """There is nothing left to be tied to."""
    first = alice.say(f"{CALL} 2022년 관람객은 몇 명?", group)
    answer = group.wait_for_reply()
    alice.delete(answer)
    assert first is answer.reply_to
    alice.press("📄 원문 전체", answer).wait_for_answer()

    assert group.wait_for_reply().text.startswith("출처: 국토교통부")


@pytest.fixture
def heard(api: BotApi, alice: User, bob: User) -> Group:
    """A group that Alice runs and whose every message the bot is shown."""
    api.bot.privacy = False
    return api.supergroup("Heard", alice, bob)


def test_a_group_may_wish_to_be_answered_without_a_call(alice: User, bob: User, heard: Group) -> None:
    """Then a clear question is answered; talk, doubt and what is not in the release are met with silence."""
    alice.say(f"/listen{CALL} on", heard)
    assert heard.wait_for_reply().text.startswith("앞으로 저를 부르지 않은 질문에도")
    for said in ("관람객이 많더라", "입장료는 얼마야?", "점심 먹었어?", "K-City 네트워크?", "그건 몇 명이야?"):
        bob.say(said, heard)
    asked = bob.say("2022년 부스는 몇 개였어?", heard)
    reply = heard.wait_for_reply()
    alice.say(f"/listen{CALL} off", heard)
    assert heard.wait_for_reply().text.startswith("저를 부르실 때에만 답합니다.")
    bob.say("2022년 관람객은 몇 명?", heard)
    last = bob.say(f"{CALL} 2022년 전시 면적은?", heard)

    assert reply.reply_to is asked
    assert heard.wait_for_reply().reply_to is last


def test_only_those_who_run_a_group_let_it_be_overheard(bob: User, heard: Group) -> None:
    """Others are told so, and nothing changes."""
    bob.say(f"/listen{CALL} on", heard)
    assert heard.wait_for_reply().text == "이 설정은 그룹 관리자만 바꿀 수 있습니다."
    bob.say("2022년 관람객은 몇 명?", heard)
    last = bob.say(f"{CALL} 2022년 전시 면적은?", heard)

    assert heard.wait_for_reply().reply_to is last
