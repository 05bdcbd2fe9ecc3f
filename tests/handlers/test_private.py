"""Private chats: questions, follow-ups, corrections, commands, and whatever is not text."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote

import pytest

from bot.storage.tables import ATTENTION, EXCHANGE_LIFE, HINT_PAUSE
from tests.botapi import BotApi, User
from tests.fakes import SOURCE, VISITORS, FakeEngine
from tests.handlers.conftest import Clock


def finish(person: User) -> None:
    """Wait until what the person said is dealt with to the end: a person's messages take turns."""
    person.chat.wait_for_reply()
    person.say("/about")
    person.chat.wait_for_reply()


def test_a_question_is_answered_with_its_source(alice: User) -> None:
    """The headline is bold, the assumption italic, and the figure is marked in the folded quotation."""
    alice.say("관람객")
    reply = alice.chat.wait_for_reply()

    assert reply.text.startswith("2022년 관람객은 30,327명입니다.\n\n그 가운데")
    assert "출처: 국토부, 「박람회 <결과>」, 2022년 9월 7일, 본문 1문단\n" in reply.text
    assert reply.covered("bold") == ["2022년 관람객은 30,327명입니다.", "30,327명"]
    assert reply.covered("italic") == ["2022년으로 이해했습니다."]
    assert reply.covered("expandable_blockquote") == ["3일간 30,327명이 다녀갔다."]
    assert reply.buttons == ["2021년은?"]
    assert reply.reply_to is None


def test_a_question_goes_on_from_the_one_before(alice: User) -> None:
    """The state of the dialogue is carried from message to message."""
    alice.say("관람객")
    alice.chat.wait_for_reply()
    alice.say("그럼 작년은?")

    assert alice.chat.wait_for_reply().text.startswith("2021년 관람객은")


def test_a_conversation_is_forgotten_after_half_an_hour(alice: User, clock: Clock) -> None:
    """A follow-up long after has nothing to follow."""
    alice.say("관람객")
    finish(alice)
    clock.now += ATTENTION + 1
    alice.say("그럼 작년은?")

    assert alice.chat.wait_for_reply().text == "그것은 이 보도자료에 없습니다."


def test_one_persons_conversation_is_not_anothers(api: BotApi, alice: User) -> None:
    """Bob's follow-up does not use Alice's question."""
    alice.say("관람객")
    alice.chat.wait_for_reply()
    bob = api.user("Bob")
    bob.say("그럼 작년은?")

    assert bob.chat.wait_for_reply().text == "그것은 이 보도자료에 없습니다."


def test_an_edited_question_edits_its_answer(alice: User) -> None:
    """The answer is changed in place, and what follows goes on from the new question."""
    asked = alice.say("없는 것")
    reply = alice.chat.wait_for_reply()
    alice.edit(asked, "관람객")
    reply.wait_for_edit()

    assert reply.text.startswith("2022년 관람객은")
    assert reply.buttons == ["2021년은?"]
    alice.say("그럼 작년은?")
    assert alice.chat.wait_for_reply().text.startswith("2021년 관람객은")
    assert len(alice.chat.messages) == 2


def test_an_edit_that_changes_nothing_is_quiet(api: BotApi, alice: User) -> None:
    """The same answer again is no error and no second message."""
    asked = alice.say("없는 것")
    alice.chat.wait_for_reply()
    alice.edit(asked, "또 없는 것")
    api.wait_for_call("editMessageText", lambda call: not call.ok)
    alice.say("관람객")
    alice.chat.wait_for_reply()

    assert len(alice.chat.messages) == 2


def test_editing_an_earlier_question_leaves_the_conversation_where_it_is(alice: User) -> None:
    """Only the last question's edit changes what a follow-up means."""
    first = alice.say("관람객")
    reply = alice.chat.wait_for_reply()
    alice.say("없는 것")
    alice.chat.wait_for_reply()
    alice.edit(first, "visitors")
    reply.wait_for_edit()
    alice.say("그럼 작년은?")

    assert alice.chat.wait_for_reply().text == "그것은 이 보도자료에 없습니다."


def test_an_edit_of_a_forgotten_question_is_answered_anew(alice: User, clock: Clock) -> None:
    """After two days the answer is a new message."""
    asked = alice.say("없는 것")
    finish(alice)
    clock.now += EXCHANGE_LIFE + 1
    alice.edit(asked, "관람객")

    assert alice.chat.wait_for_reply().text.startswith("2022년 관람객은")
    assert len(alice.chat.messages) == 3


def test_an_edited_question_whose_answer_was_deleted_is_answered_anew(alice: User) -> None:
    """A message that is gone cannot be edited."""
    asked = alice.say("없는 것")
    alice.delete(alice.chat.wait_for_reply())
    alice.edit(asked, "관람객")

    assert alice.chat.wait_for_reply().text.startswith("2022년 관람객은")


def test_a_long_answer_takes_several_messages_and_gives_them_back(alice: User, engine: FakeEngine) -> None:
    """Buttons are under the last page; a shorter answer deletes the pages left over, a longer adds some."""
    long = replace(VISITORS, details=tuple(f"{number}번째 줄 " + "가" * 900 for number in range(6)))
    engine.answers["전부"] = long
    asked = alice.say("전부")
    first, second = alice.chat.wait_for_replies(2)
    assert (first.buttons, second.buttons) == ([], ["2021년은?"])

    alice.edit(asked, "관람객")
    second.wait_for_deletion()
    assert [message.text for message in alice.chat.messages] == [first.text]
    assert first.buttons == ["2021년은?"]

    alice.edit(asked, "전부")
    alice.chat.wait_for_reply()
    assert len(alice.chat.messages) == 2
    assert first.buttons == []


@pytest.mark.parametrize(
    ("command", "opening"),
    [
        ("/start", "보도자료에 대해 물어보십시오."),
        ("/start visitors", "보도자료에 대해 물어보십시오."),
        ("/help", "궁금한 것을 그대로 적어 보내 주십시오."),
        ("/about", "보도봇은 보도자료에 대한 질문에 답합니다."),
        ("/privacy", "회원님에 대해 저장된 것이 없습니다."),
        ("/figures", "궁금한 것을 그대로 적어 보내 주십시오."),
    ],
)
def test_commands_are_answered(alice: User, command: str, opening: str) -> None:
    """Each command has its reply; one that we do not have gets the help."""
    alice.say(command)

    assert alice.chat.wait_for_reply().text.startswith(opening)


def test_about_names_the_release(alice: User) -> None:
    """Publisher, title and date come from the knowledge."""
    alice.say("/about")

    assert "국토부, 「박람회 <결과>」, 2022년 9월 7일" in alice.chat.wait_for_reply().text


def test_start_and_help_offer_questions_to_begin_with(alice: User) -> None:
    """The suggestions of the greeting are buttons."""
    for command in ("/start", "/help"):
        alice.say(command)
        assert alice.chat.wait_for_reply().buttons[0] == "관람객은?"


def test_start_begins_afresh(alice: User) -> None:
    """A follow-up after /start has nothing to follow."""
    alice.say("관람객")
    alice.chat.wait_for_reply()
    alice.start()
    alice.chat.wait_for_reply()
    alice.say("그럼 작년은?")

    assert alice.chat.wait_for_reply().text == "그것은 이 보도자료에 없습니다."


@pytest.mark.parametrize(("code", "opening"), [("en", "Just type"), ("de", "Just type"), ("", "궁금한")])
def test_commands_speak_the_language_of_the_persons_telegram(api: BotApi, code: str, opening: str) -> None:
    """English for everyone whose Telegram says it is not Korean."""
    person = api.user("Bob", language=code)
    person.say("/help")

    assert person.chat.wait_for_reply().text.startswith(opening)


def test_commands_speak_the_language_of_the_conversation(alice: User) -> None:
    """Who asked in English is helped in English."""
    alice.say("visitors")
    alice.chat.wait_for_reply()
    alice.say("/help")

    assert alice.chat.wait_for_reply().text.startswith("Just type")


def test_what_is_not_text_gets_one_hint(alice: User, clock: Clock) -> None:
    """A sticker, a picture, a voice and a place get one hint in all; another comes the day after."""
    alice.send_sticker()
    hint = alice.chat.wait_for_reply()
    assert hint.text.startswith("글로 된 질문에만 답할 수 있습니다.")
    alice.send_photo(caption="관람객")
    alice.send_voice()
    alice.send_location()
    alice.send_poll("Well?", ["yes", "no"])
    alice.say("관람객")
    alice.chat.wait_for_reply()
    assert len(alice.chat.messages) == 2

    clock.now += HINT_PAUSE + 1
    alice.send_dice()
    assert alice.chat.wait_for_reply().text == hint.text


def test_the_source_leads_to_the_very_words(alice: User, engine: FakeEngine) -> None:
    """Where the release stands in the web: a browser scrolls to them and marks them."""
    source = replace(SOURCE, url="https://example.org/release")
    engine.answers["링크"] = replace(VISITORS, sources=(source,))
    alice.say("링크")
    (link,) = alice.chat.wait_for_reply().links

    assert link.startswith("https://example.org/release#:~:text=3")
    assert unquote(link.partition("text=")[2]) == SOURCE.quote
