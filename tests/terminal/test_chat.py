"""A conversation in the terminal: numbers, /help, the end, and what stays between two messages."""

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.answer.model import Choice
from bot.dialogue import State
from bot.terminal import chat
from bot.terminal.chat import Talk, converse, prompt, reply, script
from tests.sample import a_reply


@pytest.fixture
def engine(monkeypatch):
    """An engine that says what it was asked; what it was asked is noted."""
    asked = []

    def respond(text, state, catalogue, language):
        asked.append((text, state.declines, language))
        return a_reply(language=language or "ko", headline=text), State(declines=state.declines + 1)

    def open_reference(reference, language, catalogue):
        asked.append((f"opened {reference}", language))
        return None if reference == "gone" else (a_reply(language=language, headline=reference), State(declines=9))

    monkeypatch.setattr(chat, "respond", respond)
    monkeypatch.setattr(chat, "open_reference", open_reference)
    monkeypatch.setattr(chat, "greet", lambda language, catalogue: a_reply(language=language, headline="Hello"))
    return asked


def _converse(*messages, talk=None):
    shown = []
    converse(iter([*messages, None]).__next__, shown.append, talk or Talk("en"), "catalogue")
    return [answer.headline for answer in shown]


def test_it_greets_and_answers_until_there_are_no_more_messages(engine):
    """The greeting tells what can be asked; empty messages get no reply."""
    assert _converse("부스?", "", "  ", "면적?") == ["Hello", "부스?", "면적?"]


@pytest.mark.parametrize("word", ["/quit", " /exit "])
def test_a_word_ends_it_too(engine, word):
    """For those who do not know Ctrl-D."""
    assert _converse(word, "부스?") == ["Hello"]


def test_help_greets_again_and_keeps_the_thread(engine):
    """A follow-up still works after it."""
    assert _converse("부스?", "/help", "2019년은?") == ["Hello", "부스?", "Hello", "2019년은?"]
    assert engine[-1] == ("2019년은?", 1, None)


def test_each_message_gets_the_state_that_the_last_reply_left(engine):
    """That is how a follow-up knows what it follows."""
    _converse("하나", "둘", "셋")

    assert [declines for _, declines, _ in engine] == [0, 1, 2]


@pytest.mark.parametrize(("typed", "reference"), [("1", "a"), (" 2. ", "b"), ("3)", "c")])
def test_a_number_picks_what_was_offered(engine, typed, reference):
    """Choices come first, then suggestions, as the reply numbers them."""
    assert _converse("부스?", typed)[-1] == reference
    assert engine[-1] == (f"opened {reference}", "ko")


@pytest.mark.parametrize("typed", ["0", "4", "2022", "1 2", "one"])
def test_other_numbers_are_messages(engine, typed):
    """A year is not a choice."""
    assert _converse("부스?", typed)[-1] == typed


def test_an_offer_that_is_no_more_is_read_as_a_message(engine):
    """Nothing is lost; the engine says what it makes of the number."""
    talk = Talk("en", offers=(Choice("Gone", "gone"),))
    answer, _ = reply("1", talk, "catalogue")

    assert answer.headline == "1"


def test_a_picked_offer_sets_the_state(engine):
    """A follow-up to it is one to what it opened."""
    _converse("1", "그럼 2019년은?")

    assert engine[-1] == ("그럼 2019년은?", 9, None)


def test_a_language_that_was_asked_for_is_the_language_of_every_reply(engine):
    """Without one, the replies follow the questions."""
    _converse("부스?", "면적?", talk=Talk("en", forced="en"))

    assert [language for _, _, language in engine] == ["en", "en"]


def test_half_characters_do_not_reach_the_engine(engine):
    """They cannot be printed."""
    assert _converse("부스\udcff?")[-1] == "부스\ufffd?"


def test_a_script_is_echoed_so_that_the_transcript_reads_as_a_conversation():
    """Empty lines are not."""
    echoed = []
    read = script(["부스?\n", "\n", "면적?"], echoed.append)

    assert [read(), read(), read(), read()] == ["부스?\n", "\n", "면적?", None]
    assert echoed == ["> 부스?\n", "> 면적?\n"]


def test_the_prompt_reads_lines_until_ctrl_d():
    """Ctrl-C gives up the line, not the conversation."""
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        keys.send_text("부스?\nmistake\x03면적?\n\x04")
        read = prompt()

        assert [read(), read(), read()] == ["부스?", "면적?", None]
