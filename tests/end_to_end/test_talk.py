"""What a person in Telegram gets from the real release."""

from __future__ import annotations

from tests.botapi import BotApi, User, failures

PUBLISHER = "국토교통부"


def test_a_korean_question_gets_the_figure_and_where_it_stands(alice: User) -> None:
    """The figure first, in bold; below it publisher, title, date, place, and the words with the figure."""
    alice.say("외국인 관람객은 몇 명이야?")
    reply = alice.chat.wait_for_reply()

    assert "620명" in reply.text.splitlines()[0]
    assert reply.covered("bold")[0] == reply.text.splitlines()[0]
    assert "620" in reply.covered("bold")[-1]
    (source,) = (line for line in reply.text.splitlines() if line.startswith("출처: "))
    assert PUBLISHER in source
    assert "2022년 9월 7일" in source
    assert "표 2" in source
    assert "620명" in reply.covered("expandable_blockquote")[0]


def test_an_english_question_is_answered_in_english(alice: User) -> None:
    """Whatever language the person's Telegram speaks."""
    alice.say("How many foreign visitors came in 2022?")
    reply = alice.chat.wait_for_reply()

    assert "620" in reply.text.splitlines()[0]
    assert "7 September 2022" in reply.text
    assert "620" in reply.covered("expandable_blockquote")[0]


def test_a_follow_up_goes_on_from_the_question_before(alice: User) -> None:
    """What it leaves open is taken from there."""
    alice.say("2022년 관람객은 몇 명이야?")
    assert "30,327" in alice.chat.wait_for_reply().text.splitlines()[0]
    alice.say("2019년은?")

    assert "25,850" in alice.chat.wait_for_reply().text.splitlines()[0]


def test_a_suggestion_is_answered_below(alice: User) -> None:
    """Pressing it asks the question that it says."""
    alice.say("외국인 관람객은 몇 명이야?")
    reply = alice.chat.wait_for_reply()
    query = alice.press("2022년 관람객은?", reply)

    assert "30,327" in alice.chat.wait_for_reply().text.splitlines()[0]
    query.wait_for_answer()


def test_a_question_back_is_answered_by_a_press_or_in_words(alice: User) -> None:
    """The press puts the answer where the question was; a number does as well."""
    alice.say("K-City 네트워크?")
    question = alice.chat.wait_for_reply()
    labels = question.buttons
    alice.press(labels[0], question).wait_for_answer()
    question.wait_for_edit()
    pressed = question.text.splitlines()[0]
    alice.start()
    alice.chat.wait_for_reply()
    alice.say("K-City 네트워크?")
    assert alice.chat.wait_for_reply().buttons == labels
    alice.say("1번")

    assert alice.chat.wait_for_reply().text.splitlines()[0] == pressed


def test_what_is_not_in_the_release_is_named(alice: User) -> None:
    """And buttons offer what is."""
    alice.say("중국 기업은 몇 개였어?")
    reply = alice.chat.wait_for_reply()

    assert "중국" in reply.text
    assert reply.covered("expandable_blockquote") == []
    assert reply.buttons


def test_an_edited_question_edits_its_answer(alice: User) -> None:
    """In place, with the figure changed."""
    asked = alice.say("2019년 관람객은 몇 명이야?")
    reply = alice.chat.wait_for_reply()
    assert "25,850" in reply.text.splitlines()[0]
    alice.edit(asked, "2022년 관람객은 몇 명이야?")
    reply.wait_for_edit()

    assert "30,327" in reply.text.splitlines()[0]
    assert len(alice.chat.messages) == 1


def test_a_sticker_gets_one_hint(alice: User) -> None:
    """A second one gets nothing."""
    alice.send_sticker()
    alice.chat.wait_for_reply()
    alice.send_sticker()
    alice.say("관람객 몇 명?")
    alice.chat.wait_for_reply()

    assert len(alice.chat.messages) == 2


def test_a_message_that_telegram_asks_to_hold_back_comes_once(shared: BotApi, alice: User) -> None:
    """As soon as Telegram allows."""
    shared.fail_next(
        "sendMessage", failures.retry_after(1), when=lambda call: call.parameters.number("chat_id") == alice.id
    )
    alice.say("관람객 몇 명?")
    reply = alice.chat.wait_for_reply()
    alice.say("2019년은?")
    alice.chat.wait_for_reply(after=reply)

    assert ["30,327" in message.text.splitlines()[0] for message in alice.chat.messages] == [True, False]


def test_start_offers_what_can_be_asked(alice: User) -> None:
    """The first thing a person sees has buttons, and each of them is answered with a source."""
    alice.start()
    greeting = alice.chat.wait_for_reply()
    assert greeting.buttons
    for label in greeting.buttons:
        alice.press(label, greeting).wait_for_answer()
        assert alice.chat.wait_for_reply().covered("expandable_blockquote")


def test_the_other_commands_are_answered(alice: User) -> None:
    """Help, about with the release's name, privacy."""
    for command, words in (("/help", "적어"), ("/about", PUBLISHER), ("/privacy", "저장하지 않습니다")):
        alice.say(command)
        assert words in alice.chat.wait_for_reply().text


def test_the_menu_is_set_in_both_languages(shared: BotApi, alice: User) -> None:
    """The commands, as the double keeps them."""
    shared.wait_for_call("setMyShortDescription", lambda call: call.parameters.get("language_code") == "ko")

    scopes = ("all_private_chats", "all_group_chats", "all_chat_administrators")
    assert list(shared.bot.commands) == [(scope, 0, 0, language) for language in ("", "ko") for scope in scopes]
