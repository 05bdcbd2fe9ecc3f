"""The buttons under an answer from the real release."""

from __future__ import annotations

import pytest

from bot.errors import ChartError
from bot.handlers.buttons import LONGEST_DATA
from bot.handlers.engine import ReleaseEngine
from bot.handlers.flood import BOUNCE
from bot.render.chart_cache import ChartCache
from tests.botapi import BotApi, Message, User, failures
from tests.handlers.conftest import Clock
from tests.handlers.real import engine

__all__ = ["engine"]

CALL = "@bodo_test_bot"


@pytest.fixture
def visitors(alice: User) -> Message:
    """The answer to a question about the visitors."""
    alice.say("관람객은 몇 명이야?")
    return alice.chat.wait_for_reply()


def test_an_answer_has_its_buttons(visitors: Message) -> None:
    """Other years and parts, three questions, and what can be done with it."""
    assert visitors.buttons == [
        "2019년",
        "2021년",
        "외국인 관람객",
        "2022년 관람객, 2019년 대비 증감은?",
        "2022년 외국인 관람객은?",
        "연도별 관람객은?",
        "📊 그래프",
        "🌐 English",
        "📋 인용 복사",
        "📄 원문 전체",
        "왜 이 답?",
        "👍",
        "👎",
    ]


def test_every_button_fits(alice: User) -> None:
    """Of every answer that a button can ask for."""
    for question in (
        "관람객은?",
        "How many booths?",
        "스마트 챌린지 지자체는?",
        "시범 운영은 누가?",
        "로드쇼는 어디서?",
    ):
        alice.say(question)
        for row in (alice.chat.wait_for_reply().markup or {"inline_keyboard": []})["inline_keyboard"]:
            for button in row:
                assert len(button.get("callback_data", "").encode()) <= LONGEST_DATA
                assert len(button.get("copy_text", {}).get("text", "")) <= 256


def test_another_year_is_shown_in_its_place(alice: User, visitors: Message) -> None:
    """The assumption is changed by one press; a follow-up goes on from there."""
    alice.press("2019년", visitors).wait_for_answer()
    visitors.wait_for_edit()
    assert visitors.text.startswith("2019년 관람객은 25,850명입니다.")
    assert "2022년" in visitors.buttons
    alice.say("외국인은?")

    assert "895명" in alice.chat.wait_for_reply().text.splitlines()[0]


def test_a_part_is_shown_in_its_place(alice: User, visitors: Message) -> None:
    """The same edition, one part of it."""
    alice.press("외국인 관람객", visitors).wait_for_answer()

    assert visitors.wait_for_edit().text.startswith("2022년 외국인 관람객은 620명입니다.")


def test_the_answer_changes_its_language_in_place(alice: User, visitors: Message) -> None:
    """And back."""
    alice.press("🌐 English", visitors).wait_for_answer()
    visitors.wait_for_edit()
    assert visitors.text.startswith("Visitors in 2022: 30,327.")
    alice.press("🌐 한국어", visitors).wait_for_answer()

    assert visitors.wait_for_edit().text.startswith("2022년 관람객은 30,327명입니다.")


def test_the_source_in_full_comes_below(alice: User, visitors: Message) -> None:
    """The paragraph with the quoted sentence in bold, tied to the answer."""
    alice.press("📄 원문 전체", visitors).wait_for_answer()
    source = alice.chat.wait_for_reply()

    assert source.reply_to is visitors
    assert "1,548개 부스" in source.text
    assert "30,327명의 역대 최다 방문객" in source.covered("bold")[-1]


def test_why_is_told_to_the_presser_only(alice: User, visitors: Message) -> None:
    """As an alert, which nobody else sees; no message is sent."""
    shown = alice.press("왜 이 답?", visitors).wait_for_answer()

    assert shown.show_alert
    assert shown.text.startswith("‘2022년 관람객’을 물으신 것으로 보았습니다.")
    assert alice.chat.messages[-1] is visitors


def test_the_citation_is_copied(visitors: Message) -> None:
    """By Telegram itself."""
    copied = visitors.button("인용 복사")["copy_text"]["text"]

    assert copied == (
        "2022년 관람객은 30,327명입니다. "
        "(국토교통부, 「역대 최고 비즈니스 성과·관람객 유치 성과」, 2022년 9월 7일, 본문 1문단)"
    )


def test_the_chart_is_drawn_below(alice: User, visitors: Message) -> None:
    """A picture whose caption tells all that it shows."""
    alice.press("📊 그래프", visitors).wait_for_answer()
    picture = alice.chat.wait_for_reply()

    assert picture.file.startswith(b"\x89PNG")
    assert picture.reply_to is visitors
    for words in ("25,850명", "5,520명", "30,327명", "국토교통부", "2022년 9월 7일"):
        assert words in picture.text


def test_a_chart_is_asked_for_in_words(alice: User) -> None:
    """In either language, also after a question."""
    alice.say("chart of foreign visitors")
    first = alice.chat.wait_for_reply()
    alice.say("부스는 몇 개였어?")
    alice.chat.wait_for_reply()
    alice.say("관람객은?")
    alice.chat.wait_for_reply()
    alice.say("그래프로 보여줘")
    second = alice.chat.wait_for_reply()

    assert first.file.startswith(b"\x89PNG")
    assert first.text.count("895") == 1
    assert second.file.startswith(b"\x89PNG")
    assert "25,850명" in second.text


def test_a_chart_that_the_chat_refuses_is_told_in_words(api: BotApi, alice: User) -> None:
    """Every figure that it would have shown, and a follow-up goes on from there."""
    api.fail_next("sendPhoto", failures.bad_request("not enough rights to send photos to the chat"))
    alice.say("관람객 그래프")
    reply = alice.chat.wait_for_reply()

    assert not reply.file
    for figure in ("25,850명", "5,520명", "30,327명"):
        assert figure in reply.text
    alice.say("외국인은?")
    assert "620명" in alice.chat.wait_for_reply().text.splitlines()[0]


def test_a_chart_is_not_told_twice(api: BotApi, alice: User) -> None:
    """A chat that is closed to the bot gets no words either."""
    api.fail_next("sendPhoto", failures.forbidden())
    alice.say("관람객 그래프")
    alice.say("관람객은 몇 명이야?")
    alice.chat.wait_for_reply()

    assert len(alice.chat.messages) == 1


def test_a_chart_is_drawn_once(alice: User, visitors: Message, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time the same picture is sent."""
    drawn: list[object] = []
    original = ChartCache._drawn

    async def counting(self, chart, key):
        drawn.append(key)
        return await original(self, chart, key)

    monkeypatch.setattr(ChartCache, "_drawn", counting)
    pictures = []
    for _ in range(2):
        alice.press("📊 그래프", visitors).wait_for_answer()
        pictures.append(alice.chat.wait_for_reply().file)
        clock.now += BOUNCE

    assert pictures[0] == pictures[1]
    assert len(drawn) == 1


def test_a_judgement_is_taken_with_thanks(alice: User, visitors: Message) -> None:
    """And appears in what is stored about the person."""
    shown = alice.press("👎", visitors).wait_for_answer()
    alice.say("/privacy")

    assert shown.text.startswith("알려 주셔서 고맙습니다.")
    assert "평가 1건" in alice.chat.wait_for_reply().text


def test_buttons_of_older_knowledge_answer_from_the_present(alice: User, visitors: Message) -> None:
    """And say so; what is no more gets fresh buttons."""
    old = {"text": "2019년", "callback_data": "ckOLD1:v:visitors:2019"}
    gone = {"text": "?", "callback_data": "wkOLD1:v:parking:2019"}

    assert alice.press(old, visitors).wait_for_answer().text.startswith("그 사이 자료가 바뀌어")
    assert alice.press(gone, visitors).wait_for_answer().text.startswith("오래된 버튼입니다.")


@pytest.mark.parametrize("label", ["2019년", "연도별 관람객은?", "📊", "🌐", "📄", "왜 이 답?"])
def test_every_press_is_answered_even_when_the_engine_fails(
    alice: User, visitors: Message, monkeypatch: pytest.MonkeyPatch, label: str
) -> None:
    """With an apology."""

    def fail(*_: object) -> None:
        raise ValueError("no")

    for name in ("open_reference", "chart", "paragraphs", "why"):
        monkeypatch.setattr(ReleaseEngine, name, fail)

    assert alice.press(label, visitors).wait_for_answer().text.startswith(("죄송합니다.", "Sorry,"))


def test_a_press_in_a_group_stays_in_its_topic(api: BotApi, alice: User) -> None:
    """What comes below an answer comes below it."""
    forum = api.forum("Forum", alice, topics=("하나",))
    topic = forum.topic("하나")
    alice.say(f"{CALL} 관람객은?", forum, topic=topic)
    answer = forum.wait_for_reply()
    alice.press("📄 원문 전체", answer).wait_for_answer()

    assert forum.wait_for_reply().thread_id == topic.id


def test_none_of_the_choices_is_a_choice(alice: User) -> None:
    """As if it had been typed: other words are asked for, and the same is not asked back again."""
    alice.say("K-City 네트워크?")
    question = alice.chat.wait_for_reply()
    alice.press("이 중에 없음", question).wait_for_answer()

    assert question.wait_for_edit().text.startswith("그러면 다른 말로")
    assert "이 중에 없음" not in question.buttons


def test_an_edited_answer_says_that_it_is_one(alice: User) -> None:
    """So that who has read the first one sees that it has changed."""
    asked = alice.say("2022년 관람객은 몇 명이야?")
    reply = alice.chat.wait_for_reply()
    assert "✎" not in reply.text
    alice.edit(asked, "2019년 관람객은 몇 명이야?")

    assert "✎ 고치신 질문에 맞춰 답을 고쳤습니다." in reply.wait_for_edit().text
    assert "25,850명" in reply.text.splitlines()[0]


@pytest.mark.parametrize("label", ["연도별 관람객은?", "📊", "📄"])
def test_a_finger_that_bounces_gets_one_message(alice: User, visitors: Message, clock: Clock, label: str) -> None:
    """Both presses are answered; later the same button sends again."""
    first, second = alice.press(label, visitors), alice.press(label, visitors)
    first.wait_for_answer()
    second.wait_for_answer()
    assert len(alice.chat.messages) == 2
    clock.now += BOUNCE
    alice.press(label, visitors).wait_for_answer()

    assert len(alice.chat.messages) == 3


def test_two_people_press_the_same_button(api: BotApi, alice: User, visitors: Message) -> None:
    """Neither is a bounce of the other."""
    bob = api.user("Bob", language="ko")
    group = api.supergroup("Group", alice, bob)
    alice.say(f"{CALL} 관람객은?", group)
    answer = group.wait_for_reply()
    alice.press("📄", answer).wait_for_answer()
    bob.press("📄", answer).wait_for_answer()

    assert len(group.messages) == 3


def test_english_buttons_begin_with_a_capital(alice: User) -> None:
    """Parts and choices, which are words inside a sentence elsewhere."""
    for question in ("How many visitors?", "K-City network?"):
        alice.say(question)
        labels = alice.chat.wait_for_reply().buttons

        assert [label for label in labels if label[:1].islower()] == []


def test_only_a_fact_is_judged(alice: User, visitors: Message) -> None:
    """The data of a press may be anything that somebody makes up; it is not stored."""
    forged = {"text": "👍", "callback_data": "ykOLD1:my telephone is 010-1234-5678"}
    shown = alice.press(forged, visitors).wait_for_answer()
    alice.chat.wait_for_reply()
    alice.say("/privacy")

    assert shown.text.startswith("오래된 버튼입니다.")
    assert "평가 0건" in alice.chat.wait_for_reply().text


def test_a_chart_that_cannot_be_drawn_is_told_in_words(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """The figures are there all the same."""

    async def fail(*_: object) -> bytes:
        raise ChartError("The font has no such sign.")

    monkeypatch.setattr(ChartCache, "picture", fail)
    alice.say("chart of visitors")

    assert "25,850" in alice.chat.wait_for_reply().text


@pytest.mark.parametrize("label", ["📊 그래프", "📄 원문 전체"])
def test_what_comes_below_comes_although_the_answer_was_deleted(alice: User, visitors: Message, label: str) -> None:
    """It is tied to nothing then."""
    alice.delete(visitors)
    alice.press(label, visitors).wait_for_answer()

    assert alice.chat.wait_for_reply().reply_to is None
