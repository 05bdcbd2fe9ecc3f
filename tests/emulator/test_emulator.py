"""The whole bot against a Bot API emulator that others wrote, which knows nine methods.

What it does not know it refuses with status 500: menus, descriptions, pictures, inline answers. Nobody can edit a
question there, and a webhook gets no secret, so both are tested against our own double alone.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.emulator.emulator import Emulator, Person, missing
from tests.end_to_end.process import Process

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing())


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    """The emulator, for all tests of the file."""
    with Emulator() as server:
        yield server


@pytest.fixture(scope="module")
def process(emulator: Emulator) -> Iterator[Process]:
    """The bot on it, once it answers."""
    with Process(api_url=emulator.url, telegram_token=emulator.token) as running:
        running.wait_for_line("Answering as @TestNameBot")
        yield running


@pytest.fixture
def alice(emulator: Emulator, process: Process) -> Person:
    """A person whom the bot has not met, whose Telegram speaks Korean."""
    return emulator.person()


def test_start_is_answered_with_buttons(alice: Person) -> None:
    """Each asks a question that is answered with its source."""
    alice.command("/start")
    greeting = alice.wait_for_reply()
    assert greeting.labels

    alice.press(greeting.labels[0], greeting)
    assert "출처: " in alice.wait_for_reply().text


def test_a_korean_question_gets_the_figure_and_its_source(alice: Person) -> None:
    """The figure in the first line, in bold; the source below."""
    alice.say("외국인 관람객은 몇 명이야?")
    reply = alice.wait_for_reply()

    assert reply.first_line.startswith("<b>")
    assert "620명" in reply.first_line
    assert "출처: 국토교통부" in reply.text
    assert "<blockquote expandable>" in reply.text


def test_an_english_question_is_answered_in_english(alice: Person) -> None:
    """With the figure in the first line and the source below, too."""
    alice.say("How many foreign visitors came in 2022?")
    reply = alice.wait_for_reply()

    assert "620" in reply.first_line
    assert "Source: " in reply.text
    assert "7 September 2022" in reply.text


def test_a_follow_up_goes_on_from_the_question_before(alice: Person) -> None:
    """What it leaves open is taken from there."""
    alice.say("2022년 관람객은 몇 명이야?")
    assert "30,327" in alice.wait_for_reply().first_line
    alice.say("2019년은?")

    assert "25,850" in alice.wait_for_reply().first_line


def test_a_suggestion_is_answered_below(alice: Person) -> None:
    """Pressing it asks the question that it says."""
    alice.say("외국인 관람객은 몇 명이야?")
    reply = alice.wait_for_reply()
    alice.press("2022년 관람객은?", reply)

    assert "30,327" in alice.wait_for_reply().first_line


def test_a_choice_is_answered_in_the_place_of_the_question_back(alice: Person) -> None:
    """The message is edited, and none is added."""
    alice.say("K-City 네트워크?")
    question = alice.wait_for_reply()
    label = next(label for label in question.labels if "사업" in label)
    alice.press(label, question)

    assert "33건" in alice.wait_for_edit(question, "출처: ").first_line
    assert len(alice.replies) == 1


@pytest.mark.parametrize(
    ("command", "words"), [("/help", "적어"), ("/about", "국토교통부"), ("/privacy", "저장하지 않습니다")]
)
def test_the_other_commands_are_answered(alice: Person, command: str, words: str) -> None:
    """Each as its line in the menu says."""
    alice.command(command)

    assert words in alice.wait_for_reply().text


def test_menus_that_cannot_be_set_are_one_line_in_the_log(process: Process) -> None:
    """The emulator knows none, and the bot answers all the same."""
    line = process.wait_for_line("Commands and descriptions were not set")

    assert "WARNING" in line


def test_an_update_that_cannot_be_read_holds_up_no_other(alice: Person, process: Process) -> None:
    """It is told by its class, without anyone's words."""
    alice.say("비밀", **{"from": {"id": 1}})
    alice.say("관람객 몇 명?")

    assert "30,327" in alice.wait_for_reply().first_line
    assert "An update cannot be read (TypeError)." in process.wait_for_line("cannot be read")
    assert "비밀" not in process.output


def test_a_chart_that_cannot_be_sent_is_told_in_words(alice: Person, process: Process) -> None:
    """The emulator takes no pictures: the figures come as words."""
    alice.say("연도별 관람객을 그래프로 보여 줘")
    reply = alice.wait_for_reply()

    assert "A chart was not sent (NetworkError)" in process.wait_for_line("A chart was not sent")
    for figure in ("25,850명", "5,520명", "30,327명"):
        assert figure in reply.text
