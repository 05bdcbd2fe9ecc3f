"""Buttons: what a press does, and that every press is answered, however old the button."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answer.model import Choice
from bot.handlers.buttons import LONGEST_DATA, Button, read_button
from tests.botapi import BotApi, Message, User, failures
from tests.botapi.shapes import Json
from tests.fakes import VISITORS, FakeEngine


def button(reference: str, *, manner: str = "s", version: str = "v001", language: str = "k") -> Json:
    """A button as an earlier process may have left it in a chat."""
    return {"text": "old", "callback_data": f"{manner}{language}{version}:{reference}"}


@pytest.fixture
def reply(alice: User) -> Message:
    """An answer with a suggestion under it."""
    alice.say("관람객")
    return alice.chat.wait_for_reply()


def test_a_suggestion_is_answered_below(alice: User, reply: Message) -> None:
    """The answer that it was under stays, and follow-ups go on from the new one."""
    before = reply.text
    shown = alice.press("2021년은?", reply).wait_for_answer()

    assert alice.chat.wait_for_reply().text.startswith("2021년 관람객은")
    assert (shown.text, reply.text) == ("", before)


def test_a_choice_takes_the_place_of_the_question(alice: User) -> None:
    """The question back becomes the answer, and the conversation goes on from it."""
    alice.say("몇 명?")
    question = alice.chat.wait_for_reply()
    assert question.buttons == ["관람객", "지난해 관람객", "이 중에 없음"]
    query = alice.press("관람객", question)
    question.wait_for_edit()

    assert query.wait_for_answer().text == ""
    assert question.text.startswith("2022년 관람객은")
    alice.say("그럼 작년은?")
    assert alice.chat.wait_for_reply().text.startswith("2021년 관람객은")


def test_a_choice_pressed_twice_is_answered_twice_and_shown_once(api: BotApi, alice: User) -> None:
    """The second press finds the answer already there."""
    alice.say("몇 명?")
    question = alice.chat.wait_for_reply()
    pressed = question.button("관람객")
    alice.press(pressed, question).wait_for_answer()
    question.wait_for_edit()
    alice.press(pressed, question).wait_for_answer()
    api.wait_for_call("editMessageText", lambda call: not call.ok)

    assert len(alice.chat.messages) == 1


def test_a_button_of_older_knowledge_is_answered_from_the_new(alice: User, reply: Message) -> None:
    """And the notice over the chat says so."""
    shown = alice.press(button("visitors:2021", version="old1"), reply).wait_for_answer()

    assert shown.text == "그 사이 자료가 바뀌어 새 자료로 답합니다."
    assert alice.chat.wait_for_reply().text.startswith("2021년 관람객은")


@pytest.mark.parametrize(
    "pressed",
    [
        button("gone:2021"),
        button("gone:2021", version="old1"),
        button("visitors:2021", manner="z"),
        {"text": "x", "callback_data": "x"},
        {"text": "x", "callback_data": "가나다"},
    ],
)
def test_a_button_that_means_nothing_any_more_gets_fresh_ones(alice: User, reply: Message, pressed: Json) -> None:
    """A polite notice, and the greeting with buttons that work."""
    shown = alice.press(pressed, reply).wait_for_answer()
    fresh = alice.chat.wait_for_reply()

    assert shown.text == "오래된 버튼입니다. 새 버튼을 보내 드립니다."
    assert fresh.buttons == ["관람객은?"]


def test_the_notice_is_in_the_buttons_language(alice: User, reply: Message) -> None:
    """An English button of old is refreshed in English."""
    shown = alice.press(button("gone", language="e"), reply).wait_for_answer()

    assert shown.text == "This button is out of date; here are fresh ones."


def test_a_press_is_answered_even_when_the_engine_fails(alice: User, reply: Message) -> None:
    """The person sees a notice, and the next press works."""
    shown = alice.press(button("폭탄"), reply).wait_for_answer()
    assert shown.text.startswith("죄송합니다.")

    alice.press("2021년은?", reply)
    assert alice.chat.wait_for_reply().text.startswith("2021년 관람객은")


def test_a_press_is_answered_even_when_its_answer_cannot_be_sent(api: BotApi, alice: User, reply: Message) -> None:
    """The notice says sorry, in the language of the button."""
    api.fail_next("sendMessage", failures.bad_request("no"))
    shown = alice.press(button("visitors:2021", language="e"), reply).wait_for_answer()

    assert shown.text.startswith("Sorry, something went wrong.")


def test_a_press_of_somebody_who_blocked_the_bot_is_let_be(api: BotApi, alice: User, reply: Message) -> None:
    """The chat is forgotten, and the bot goes on."""
    api.fail_next("sendMessage", failures.forbidden())
    alice.press(button("visitors:2021"), reply).wait_for_answer()
    alice.say("그럼 작년은?")

    assert alice.chat.wait_for_reply().text == "그것은 이 보도자료에 없습니다."


def test_a_choice_under_a_deleted_message_is_answered_anew(alice: User) -> None:
    """There is nothing left to edit."""
    alice.say("몇 명?")
    question = alice.chat.wait_for_reply()
    pressed = question.button("관람객")
    alice.delete(question)
    alice.press(pressed, question).wait_for_answer()

    assert alice.chat.wait_for_reply().text.startswith("2022년 관람객은")


def test_a_press_too_old_to_be_answered_still_shows_its_answer(api: BotApi, alice: User) -> None:
    """Telegram refuses the notice, and the bot goes on."""
    alice.say("관람객")
    reply = alice.chat.wait_for_reply()
    api.fail_next("answerCallbackQuery", failures.bad_request("query is too old and response timeout expired"))
    alice.press(button("visitors:2021", version="old1"), reply)
    api.wait_for_call("answerCallbackQuery", lambda call: not call.ok)

    assert alice.chat.wait_for_reply().text.startswith("2021년 관람객은")


def test_a_button_survives_its_own_writing() -> None:
    """What is read is what was written, in 64 bytes."""
    for made in (
        Button("choice", "ko", "aB-_", "visitors.foreign@2022"),
        Button("suggestion", "en", "0000", "a:b:c"),
    ):
        assert read_button(made.data) == made
        assert len(made.data.encode()) <= LONGEST_DATA


def test_a_reference_too_long_for_a_button_is_left_out(alice: User, engine: FakeEngine) -> None:
    """The answer is sent all the same."""
    suggestions = (Choice("너무 긴 것", "가" * 30), *VISITORS.suggestions)
    engine.answers["긴 것"] = replace(VISITORS, suggestions=suggestions)
    alice.say("긴 것")

    assert alice.chat.wait_for_reply().buttons == ["2021년은?"]


def test_a_question_whose_choice_was_pressed_can_still_be_edited(api: BotApi, alice: User) -> None:
    """The answer that stands in the place of the question back is edited in place."""
    asked = alice.say("몇 명?")
    question = alice.chat.wait_for_reply()
    alice.press("관람객", question).wait_for_answer()
    question.wait_for_edit()
    chosen = api.wait_for_call("editMessageText")
    alice.edit(asked, "visitors")
    api.wait_for_call("editMessageText", after=chosen)

    assert question.text.startswith("30,327 people")
