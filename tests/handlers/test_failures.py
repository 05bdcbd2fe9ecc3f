"""When Telegram fails: what is tried again, what is let be, what is told to whom, and what is logged."""

from __future__ import annotations

import logging

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
    TimedOut,
)

from bot import logs
from bot.handlers.courier import PAUSES
from bot.handlers.failures import Remedy, is_shut_out, remedy
from tests.botapi import BotApi, Failure, User, failures
from tests.handlers.conftest import Pauses

SORRY = "죄송합니다. 답을 드리는 중에 문제가 생겼습니다."


@pytest.mark.parametrize(
    ("error", "after_sending", "after_editing"),
    [
        (BadRequest("Message is not modified: …"), Remedy.SETTLED, Remedy.SETTLED),
        (BadRequest("Query is too old and …"), Remedy.SETTLED, Remedy.SETTLED),
        (BadRequest("Message to edit not found"), Remedy.GONE, Remedy.GONE),
        (BadRequest("Message can't be edited"), Remedy.GONE, Remedy.GONE),
        (BadRequest("Can't parse entities"), Remedy.RAISE, Remedy.RAISE),
        (ChatMigrated(-100), Remedy.MOVED, Remedy.MOVED),
        (NetworkError("Bad Gateway"), Remedy.AGAIN, Remedy.AGAIN),
        # A message that took too long has mostly arrived; an edit may be made twice.
        (TimedOut(), Remedy.RAISE, Remedy.AGAIN),
        (Forbidden("bot was blocked by the user"), Remedy.RAISE, Remedy.RAISE),
        (InvalidToken(), Remedy.RAISE, Remedy.RAISE),
        (Conflict("other"), Remedy.RAISE, Remedy.RAISE),
    ],
)
def test_each_failure_has_its_remedy(error: TelegramError, after_sending: Remedy, after_editing: Remedy) -> None:
    """The policy as a table."""
    assert remedy(error, is_repeatable=False) is after_sending
    assert remedy(error, is_repeatable=True) is after_editing


def test_being_shut_out_is_told_from_other_refusals() -> None:
    """Blocked, or the chat is gone."""
    assert is_shut_out(Forbidden("bot was blocked by the user"))
    assert is_shut_out(BadRequest("Chat not found"))
    assert not is_shut_out(BadRequest("Can't parse entities"))
    assert not is_shut_out(ValueError())
    assert not is_shut_out(None)


@pytest.mark.parametrize(
    "failure", [failures.server_error(502), failures.server_error(500), failures.drop_connection()]
)
def test_a_passing_failure_is_tried_again(api: BotApi, alice: User, pauses: Pauses, failure: Failure) -> None:
    """Twice it fails, the third time the answer arrives."""
    api.fail_next("sendMessage", failure, times=2)
    alice.say("관람객")

    assert alice.chat.wait_for_reply().text.startswith("2022년 관람객은")
    assert pauses.taken == list(PAUSES[:2])


def test_too_many_requests_are_sent_again_when_telegram_says(api: BotApi, alice: User) -> None:
    """After 429 the rate limiter waits and sends once more."""
    api.fail_next("sendMessage", failures.retry_after(1))
    alice.say("관람객")
    assert alice.chat.wait_for_reply().text.startswith("2022년 관람객은")

    assert [call.ok for call in api.calls_of("sendMessage")] == [False, True]


def test_a_failure_that_does_not_pass_is_answered_politely(api: BotApi, alice: User) -> None:
    """The person is told, and the next question is answered."""
    api.fail_next("sendMessage", failures.bad_request("can't parse entities"))
    alice.say("관람객")
    assert alice.chat.wait_for_reply().text.startswith(SORRY)
    alice.say("관람객")

    assert alice.chat.wait_for_reply().text.startswith("2022년 관람객은")


def test_a_failing_engine_is_answered_in_the_persons_language(api: BotApi, alice: User) -> None:
    """Korean and English."""
    bob = api.user("Bob", language="en")
    alice.say("폭탄")
    bob.say("폭탄")

    assert alice.chat.wait_for_reply().text.startswith(SORRY)
    assert bob.chat.wait_for_reply().text.startswith("Sorry, something went wrong")


def test_a_failing_edit_is_answered_politely(alice: User) -> None:
    """An edited question that breaks the engine gets a reply too."""
    asked = alice.say("관람객")
    alice.chat.wait_for_reply()
    alice.edit(asked, "폭탄")

    assert alice.chat.wait_for_reply().text.startswith(SORRY)


def test_an_answer_that_cannot_be_apologised_for_is_let_be(api: BotApi, alice: User) -> None:
    """When even the apology fails, the bot goes on."""
    api.fail_next("sendMessage", failures.bad_request("no"), times=2)
    alice.say("관람객")
    alice.say("visitors")

    assert alice.chat.wait_for_reply().text.startswith("30,327 people")


def test_who_blocks_the_bot_is_forgotten(alice: User) -> None:
    """Coming back, a follow-up has nothing to follow."""
    alice.say("관람객")
    alice.chat.wait_for_reply()
    alice.block()
    alice.unblock()
    alice.say("그럼 작년은?")

    assert alice.chat.wait_for_reply().text == "그것은 이 보도자료에 없습니다."


def test_a_closed_chat_is_forgotten_without_an_apology(api: BotApi, alice: User) -> None:
    """403 while answering: nobody is there to be told."""
    alice.say("관람객")
    alice.chat.wait_for_reply()
    api.fail_next("sendMessage", failures.forbidden())
    alice.say("visitors")
    alice.say("그럼 작년은?")

    assert alice.chat.wait_for_reply().text == "그것은 이 보도자료에 없습니다."
    assert [call.ok for call in api.calls_of("sendMessage")] == [True, False, True]


def test_the_log_tells_the_place_of_an_error_and_nobodys_words(alice: User, caplog: pytest.LogCaptureFixture) -> None:
    """Class, file and function; no text, no name, no number of the person."""
    alice.say("폭탄 비밀-7421")
    alice.chat.wait_for_reply()
    record = next(record for record in caplog.records if record.name == "bot.handlers.errors")
    line = logs.DiscreetFormatter().format(logging.makeLogRecord(record.__dict__ | {"exc_text": None}))

    assert "ValueError at" in line
    assert "tests/fakes.py" in line
    assert "respond" in line
    for private in ("비밀", "7421", "폭탄", "Alice", str(alice.id)):
        assert private not in line


def test_many_people_at_once_are_each_answered_once_and_in_order(api: BotApi) -> None:
    """Updates of one person take turns, those of others do not wait for them."""
    people = [api.user(f"Person {number}") for number in range(8)]
    for person in people:
        person.say("visitors")
        person.say("관람객")
    for person in people:
        replies = person.chat.wait_for_replies(2, after=person.chat.history[1])
        assert [reply.text[:6] for reply in replies] == ["30,327", "2022년 "]
        assert len(person.chat.messages) == 2


def test_an_error_is_told_to_the_keeper(alice: User, keeper: User) -> None:
    """By its class, as the last one."""
    alice.say("폭탄")
    alice.chat.wait_for_reply()
    keeper.say("/status")

    assert "마지막 오류: ValueError" in keeper.chat.wait_for_reply().text
