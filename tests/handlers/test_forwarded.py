"""Forwarded messages and captions in private, with the real release."""

from __future__ import annotations

from tests.botapi import BotApi, User
from tests.handlers.real import engine

__all__ = ["engine"]

CLAIMS = "엑스포에 관람객 30,327명이 왔고 부스는 2,000개였다고 합니다. 예산은 50억 원이라고 합니다."


def test_each_figure_of_a_forwarded_message_is_checked(api: BotApi, alice: User) -> None:
    """Right, wrong with the right figure, or not in the release."""
    bob = api.user("Bob", language="ko", started=True)
    alice.forward(bob.say(CLAIMS))
    lines = alice.chat.wait_for_reply().text.splitlines()

    assert lines[0] == "수치 3개 가운데 1개는 맞고 1개는 다르고 1개는 확인되지 않습니다."
    assert [line[0] for line in lines[1:4]] == ["✔", "✘", "?"]


def test_the_caption_of_a_forwarded_picture_is_checked(api: BotApi, alice: User) -> None:
    """As its text would be; also of somebody who hides their account."""
    bob = api.user("Bob", language="ko", started=True)
    alice.forward(bob.send_photo(caption=CLAIMS), hidden=True)

    assert alice.chat.wait_for_reply().text.startswith("수치 3개 가운데")


def test_a_forwarded_question_is_answered(api: BotApi, alice: User) -> None:
    """There is no figure in it to check."""
    bob = api.user("Bob", language="ko", started=True)
    alice.forward(bob.say("부스는 몇 개였어?"))

    assert alice.chat.wait_for_reply().text.startswith("2022년 부스는 1,548개입니다.")


def test_a_forwarded_text_without_figures_is_not_in_the_release(api: BotApi, alice: User) -> None:
    """It is declined as a question would be."""
    bob = api.user("Bob", language="ko", started=True)
    alice.forward(bob.say("내일 점심 뭐 먹지"))

    assert "보도자료" in alice.chat.wait_for_reply().text


def test_the_caption_of_a_picture_is_a_question(alice: User) -> None:
    """Answered as text is; a picture without one gets the hint."""
    alice.send_photo(caption="부스는 몇 개였어?")
    assert alice.chat.wait_for_reply().text.startswith("2022년 부스는 1,548개입니다.")
    alice.send_photo()

    assert alice.chat.wait_for_reply().text.startswith("글로 된 질문에만")


def test_an_edited_caption_edits_its_answer(alice: User) -> None:
    """As an edited text does."""
    asked = alice.send_photo(caption="2022년 부스는 몇 개였어?")
    reply = alice.chat.wait_for_reply()
    alice.edit(asked, "2022년 관람객은?")

    assert reply.wait_for_edit().text.startswith("2022년 관람객은 30,327명입니다.")
