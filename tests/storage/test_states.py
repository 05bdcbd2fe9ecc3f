"""What is stored of a conversation can be read again and holds nobody's words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from bot.dialogue import State, respond
from bot.handlers.engine import still_known
from bot.storage.states import read_state, wordless, write_state
from bot.storage.store import Store
from bot.storage.values import Exchange, Place
from bot.understand.question import Claim, Question
from tests.releases.catalogues import expo, trade
from tests.storage.conftest import Tell

SECRET = "zyxwv"

#: Messages with a word of the person's own that ends up in what is understood.
TOLD = (
    f"로드쇼는 {SECRET}에서 열렸나요?",
    f"로드쇼가 태국과 {SECRET}에서 열렸나요?",
    f"엑스포는 킨텍스가 아니라 {SECRET}에서 열렸나요?",
    f"Was the roadshow held in {SECRET}?",
    f"Who opened it, {SECRET}?",
    f"{SECRET} 외국인 관람객 수는?",
)

#: Claims without words, three deep at most.
CLAIMS = st.deferred(
    lambda: st.builds(
        Claim,
        others=st.just(()),
        beyond=st.just(()),
        number=st.none() | st.integers() | st.floats(allow_nan=False, allow_infinity=False),
        step=st.floats(allow_nan=False, allow_infinity=False),
        numbers=st.lists(st.integers() | st.floats(0, 1), max_size=3).map(tuple),
        before=st.none() | CLAIMS,
        after=st.none(),
        also=st.lists(CLAIMS, max_size=1).map(tuple),
    )
)
QUESTIONS = st.builds(Question, claim=st.none() | CLAIMS, relative=st.just(()))
STATES = st.builds(
    State,
    questions=st.lists(QUESTIONS, max_size=2).map(tuple),
    earlier=st.lists(QUESTIONS, max_size=2).map(tuple),
)


@given(STATES)
def test_a_state_is_read_as_it_was_written(state: State) -> None:
    """Every field of it, however deep."""
    assert read_state(write_state(state)) == state


@pytest.mark.parametrize(
    "stored",
    ["", "{", "null", "[]", '{"language": "fr"}', '{"questions": [{"operation": "guess", "entries": []}]}', "\ud800"],
)
def test_what_cannot_be_read_is_a_beginning(stored: str) -> None:
    """Broken, or of other code."""
    assert read_state(stored) == State()


def test_a_state_of_older_code_is_read() -> None:
    """A field that is gone is passed over, a new one has its default."""
    assert read_state('{"language": "en", "mood": "good"}') == State("en")


def test_a_claim_with_words_is_left_out_whole() -> None:
    """Without them it would be another claim: that it was not so would be that it was."""
    worded = Claim(is_negated=True, others=("Seoul",))
    questions = tuple(
        Question("aspect", ("roadshow.where",), claim=claim, relative=(("작년", "2021"),))
        for claim in (worded, Claim(number=1, before=worded), Claim(also=(Claim(beyond=("so",)),)), Claim(number=1))
    )
    stored = wordless(State(questions=questions, earlier=questions))

    assert [question.claim for question in stored.questions] == [None, None, None, Claim(number=1)]
    assert stored.earlier == stored.questions
    assert all(question.relative == () for question in stored.questions)


def test_the_messages_of_these_tests_do_put_words_into_states() -> None:
    """Or else the next test would show nothing."""
    states = [respond(message, State(), expo())[1] for message in TOLD]

    assert sum(SECRET in TypeAdapter(State).dump_json(state).decode() for state in states) >= 4


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_no_byte_of_the_database_holds_a_word_of_a_person(tell: Tell, file: Path) -> None:
    """In no table, whatever is asked, while a journal is there and after it."""
    found = []

    async def story(store: Store) -> None:
        state, place = State(), Place(1, 1)
        for number, message in enumerate(TOLD):
            before, (_, state) = state, respond(message, state, expo())
            await store.keep_state(place, state)
            await store.keep_answer(place, number, Exchange(before, state, (number + 100,)), ("v:visitors:2022",))
        found.extend(path.read_bytes() for path in file.parent.iterdir())

    tell(story)
    found.extend(path.read_bytes() for path in file.parent.iterdir())
    assert any(b"roadshow" in content for content in found)
    assert not any(SECRET.encode() in content for content in found)


@pytest.mark.parametrize("message", ["출처는?", "in English please", "2019년은?", "외국인은?", "1"])
def test_a_conversation_goes_on_after_the_knowledge_has_changed(message: str) -> None:
    """Questions about what is no longer known are dropped; the others stay."""
    asked = respond("2022년 관람객은?", State(), expo())[1]
    gone = Question("value", ("gone",), ("2022",))
    state = State("ko", (gone, *asked.questions), (gone,), ("v:gone:2022",), 0, True)

    assert still_known(state, expo()) == State("ko", asked.questions, (), ("v:gone:2022",), 0, True)
    assert still_known(asked, trade()).questions == ()
    respond(message, still_known(state, trade()), trade())
