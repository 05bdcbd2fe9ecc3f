"""The commands, with the real release."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from bot.answer.exact import offered
from bot.answer.reference import encode
from bot.handlers import deeplinks
from tests.botapi import BotApi, Group, User
from tests.handlers.real import engine
from tests.releases.catalogues import expo

__all__ = ["engine"]

CALL = "@bodo_test_bot"


def test_a_link_opens_its_fact(alice: User) -> None:
    """Whatever a button can ask is one link away."""
    link = deeplinks.address("bodo_test_bot", "v:visitors.foreign:2019")
    assert link is not None
    alice.start(link.partition("start=")[2])

    assert alice.chat.wait_for_reply().text.startswith("2019년 외국인 관람객은 895명입니다.")


@pytest.mark.parametrize(("name", "opening"), [("visitors", "2022년 관람객은"), ("roadshow__where", "태국과 튀르키예")])
def test_a_fact_is_opened_by_its_own_name(alice: User, name: str, opening: str) -> None:
    """For links written by hand."""
    alice.start(name)

    assert alice.chat.wait_for_reply().text.startswith(opening)


@pytest.mark.parametrize("payload", ["q-%%%", "nothing", "inline", "q-AAAA"])
def test_a_link_to_nothing_greets(alice: User, payload: str) -> None:
    """A fact that is no more, or a payload that was never made."""
    alice.say(f"/start {payload}")

    assert alice.chat.wait_for_reply().text.startswith("보도봇은")


def test_every_question_of_a_button_has_a_link_or_is_too_long() -> None:
    """What is read is what was written, in the characters that Telegram allows."""
    for question in offered(expo()):
        reference = encode(question)
        payload = deeplinks.payload(reference)
        assert payload is None or (deeplinks.opened_by(payload) == reference and len(payload) <= deeplinks.LONGEST)
        assert payload is not None or len(reference) > 45


def test_the_help_has_the_way_to_add_the_bot_to_a_group(api: BotApi, alice: User) -> None:
    """Added that way, it greets the group."""
    alice.say("/help")
    assert alice.chat.wait_for_reply().button("그룹에 추가하기")["url"] == "https://t.me/bodo_test_bot?startgroup=hello"
    group = api.supergroup("Group", alice)
    alice.say(f"/start{CALL} hello", group)

    assert group.wait_for_reply().text.startswith("보도봇은")


@pytest.mark.parametrize("name", ["전시 면적", "area", "area 2022"])
def test_fact_opens_what_is_named(alice: User, name: str) -> None:
    """In the release's words or by its identifier."""
    alice.say(f"/fact {name}")

    assert "32,157" in alice.chat.wait_for_reply().text.splitlines()[0]


def test_fact_alone_says_how(alice: User) -> None:
    """There is nothing to open."""
    alice.say("/fact")

    assert alice.chat.wait_for_reply().text.startswith("/fact 뒤에")


def test_facts_are_browsed_by_topic(alice: User) -> None:
    """Page by page in one message; a fact is answered below."""
    alice.say("/facts")
    list_of_topics = alice.chat.wait_for_reply()
    assert list_of_topics.buttons[0] == "수치"
    assert list_of_topics.buttons[-1] == "▶"
    alice.press("▶", list_of_topics).wait_for_answer()
    list_of_topics.wait_for_edit()
    assert {"◀", "▶"} <= set(list_of_topics.buttons)
    alice.press("◀", list_of_topics).wait_for_answer()
    list_of_topics.wait_for_edit()
    alice.press("수치", list_of_topics).wait_for_answer()
    list_of_topics.wait_for_edit()
    assert "2022년 부스" in list_of_topics.buttons
    alice.press("2022년 부스", list_of_topics).wait_for_answer()
    assert alice.chat.wait_for_reply().text.startswith("2022년 부스는 1,548개입니다.")
    alice.press("↩ 주제 목록", list_of_topics).wait_for_answer()

    assert list_of_topics.wait_for_edit().buttons[0] == "수치"


def test_source_shows_the_paragraph_of_the_last_answer(alice: User) -> None:
    """Without one, the release itself."""
    alice.say("/source")
    assert "국토교통부, 「역대 최고" in alice.chat.wait_for_reply().text
    alice.say("부스는 몇 개?")
    alice.chat.wait_for_reply()
    alice.say("/source")

    assert "150여차례 3,188억 원" in alice.chat.wait_for_reply().text


def test_source_in_reply_to_an_answer_is_of_that_answer(api: BotApi, alice: User) -> None:
    """In a group, where others have asked in between."""
    group = api.supergroup("Group", alice)
    alice.say(f"{CALL} 로드쇼는 어디서 열려?", group)
    roadshow = group.wait_for_reply()
    alice.say(f"{CALL} 부스는 몇 개?", group)
    group.wait_for_reply()
    alice.say(f"/source{CALL}", group, reply_to=roadshow)

    assert "태국, 튀르키예" in group.wait_for_reply().text


def test_the_language_of_a_chat_is_set_and_set_free(alice: User) -> None:
    """By command or by button; then every answer is in it, whatever the question's own."""
    alice.say("/lang en")
    assert alice.chat.wait_for_reply().text.startswith("From now on I answer in English here.")
    alice.say("부스는 몇 개?")
    assert alice.chat.wait_for_reply().text.startswith("Booths in 2022: 1,548.")
    alice.say("/lang")
    asked = alice.chat.wait_for_reply()
    assert "English" in asked.text
    alice.press("Automatic", asked).wait_for_answer()
    asked.wait_for_edit()
    alice.say("부스는 몇 개?")

    assert alice.chat.wait_for_reply().text.startswith("2022년 부스는")


@pytest.fixture
def group(api: BotApi, alice: User) -> Group:
    """A group that Alice does not run."""
    return api.supergroup("Group", api.user("Owner", language="ko"), alice)


def test_only_those_who_run_a_group_change_its_language(alice: User, group: Group) -> None:
    """Asked of Telegram at the moment of use: by command, and by a button that was shown before."""
    group.set_member(alice, "administrator")
    alice.say(f"/lang{CALL}", group)
    asked = group.wait_for_reply()
    group.set_member(alice, "member")
    shown = alice.press("English", asked).wait_for_answer()
    alice.say(f"/lang{CALL} en", group)
    refused = group.wait_for_reply()
    group.set_member(alice, "administrator", anonymous=True)
    alice.say(f"/lang{CALL} en", group)

    assert shown.show_alert
    assert shown.text == "이 설정은 그룹 관리자만 바꿀 수 있습니다."
    assert refused.text == "이 설정은 그룹 관리자만 바꿀 수 있습니다."
    assert group.wait_for_reply().text == "From now on I answer in English here."


def test_privacy_tells_what_is_stored_now(alice: User) -> None:
    """Nothing at first; then what there is; then what is left once it was deleted."""
    alice.say("/privacy")
    assert alice.chat.wait_for_reply().text.startswith("회원님에 대해 저장된 것이 없습니다.")
    alice.say("부스는 몇 개?")
    alice.chat.wait_for_reply()
    alice.say("/privacy")
    told = alice.chat.wait_for_reply().text
    alice.say("/forget")
    forgotten = alice.chat.wait_for_reply().text
    alice.say("/privacy")

    assert "이어지는 대화 1건, 답한 질문 1건, 평가 0건" in told
    assert "남아 있는 것: 대화 0건, 답한 질문 0건, 평가 0건, 설정 0건." in forgotten
    assert alice.chat.wait_for_reply().text.startswith("회원님에 대해 저장된 것이 없습니다.")


def test_what_was_forgotten_is_gone_on_with_no_more(alice: User) -> None:
    """A follow-up has nothing to follow."""
    alice.say("2022년 관람객은?")
    alice.chat.wait_for_reply()
    alice.say("/forget")
    alice.chat.wait_for_reply()
    alice.say("2019년은?")

    assert "25,850명" not in alice.chat.wait_for_reply().text


def test_the_status_is_for_keepers_in_private(alice: User, keeper: User) -> None:
    """Others are told which knowledge is in service, and nothing more."""
    alice.say("입장료는 얼마야?")
    alice.chat.wait_for_reply()
    alice.say("/status")
    public = alice.chat.wait_for_reply().text
    keeper.say("/status")
    told = keeper.chat.wait_for_reply().text

    assert "wsce-2022" in public
    assert "decline" not in public
    assert "decline 1" in told
    assert "답하지 못한 질문: 1" in told
    assert "데이터베이스: ✔" in told


def test_unanswered_questions_are_collected_until_that_is_switched_off(alice: User, keeper: User) -> None:
    """The button under /privacy switches it for the chat."""
    alice.say("/privacy")
    privacy = alice.chat.wait_for_reply()
    alice.press("답하지 못한 질문을 남기지 않기", privacy).wait_for_answer()
    assert "모으지 않습니다" in privacy.wait_for_edit().text
    alice.say("입장료는 얼마야?")
    alice.chat.wait_for_reply()
    keeper.say("/status")

    assert "답하지 못한 질문: 0" in keeper.chat.wait_for_reply().text


def test_who_forgets_is_told_that_the_choice_is_forgotten_too(alice: User) -> None:
    """With the button that makes it again."""
    alice.say("/privacy")
    alice.press("답하지 못한 질문을 남기지 않기", alice.chat.wait_for_reply()).wait_for_answer()
    alice.say("/forget")
    forgotten = alice.chat.wait_for_reply()
    assert "지금 이 대화방에서는 모으고 있습니다." in forgotten.text
    alice.press("답하지 못한 질문을 남기지 않기", forgotten).wait_for_answer()

    assert "지금 이 대화방에서는 모으지 않습니다." in forgotten.wait_for_edit().text


def test_listening_is_for_groups(alice: User) -> None:
    """In private every text is a question anyway."""
    alice.say("/listen on")

    assert alice.chat.wait_for_reply().text == "이 명령은 그룹에서만 쓰입니다."


def test_our_own_notices_keep_one_tone() -> None:
    """합쇼체 throughout; only the examples speak as people ask."""
    text = resources.files("bot.handlers").joinpath("replies.yaml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if "예: /ask" not in line]

    assert [line for line in lines if re.search(r"(?:세요|까요|나요|어요|아요|해요|예요)[.?!]", line)] == []


def test_what_others_wrote_is_not_collected(alice: User, keeper: User) -> None:
    """A forwarded text is checked, and that is all."""
    friend = "친구가 나에게만 보낸 이야기"
    note = alice.say(friend)
    alice.chat.wait_for_reply()
    keeper.say("/status")
    collected = keeper.chat.wait_for_reply().text
    alice.forward(note)
    alice.chat.wait_for_reply()
    keeper.say("/status")

    assert "답하지 못한 질문: 1" in collected
    assert "답하지 못한 질문: 1" in keeper.chat.wait_for_reply().text


def test_a_command_may_end_its_line(alice: User) -> None:
    """The question stands in the next one."""
    alice.say("/ask\n2022년 부스는 몇 개?")

    assert alice.chat.wait_for_reply().text.startswith("2022년 부스는 1,548개입니다.")


@pytest.mark.parametrize("command", ["/privacy", "/forget"])
def test_what_is_stored_is_nobody_elses_business(alice: User, group: Group, command: str) -> None:
    """In a group it is neither told nor deleted; the button leads to where it is told."""
    alice.say("부스는 몇 개?")
    alice.chat.wait_for_reply()
    alice.say(f"{command}{CALL}", group)
    reply = group.wait_for_reply()
    alice.start(reply.button("보도봇과 대화하기")["url"].partition("start=")[2])

    assert reply.text.startswith("저장된 것은 저와의 개인 대화에서 보여 드립니다.")
    assert "답한 질문 1건" in alice.chat.wait_for_reply().text


def test_those_who_write_in_the_name_of_groups_are_told_apart(api: BotApi, alice: User) -> None:
    """They share one account, but not one conversation."""
    one, other = api.supergroup("One", alice), api.supergroup("Other", alice)
    for each in (one, other):
        each.set_member(alice, "creator", anonymous=True)
    alice.say(f"{CALL} 2022년 관람객은?", one)
    one.wait_for_reply()
    alice.say(f"{CALL} 2022년 부스는?", other)
    other.wait_for_reply()
    alice.say(f"{CALL} 2019년은?", one)

    assert "25,850명" in one.wait_for_reply().text


def test_a_forwarded_command_is_not_an_order(api: BotApi, alice: User) -> None:
    """It was given by somebody else; what is stored stays."""
    bob = api.user("Bob", language="ko", started=True)
    alice.say("부스는 몇 개?")
    alice.chat.wait_for_reply()
    alice.forward(bob.say("/forget"))
    alice.say("/privacy")

    assert "답한 질문 1건" in alice.chat.wait_for_reply().text
