"""Questions as keys that a button carries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import exact
from bot.answer.compose import compose
from bot.answer.reference import decode, encode
from bot.understand.interpreting.interpret import Interpretation
from bot.understand.question import Claim, Question
from tests.releases.catalogues import expo, trade


@pytest.mark.parametrize(
    "question",
    [
        Question("value", ("visitors",), ("2022",)),
        Question("value", ("kcity_countries",)),
        Question("change", ("visitors.foreign",), ("2022",), base="2019", measure="percent"),
        Question("rank", ("area",), ("2019", "2021", "2022"), extreme="least"),
        Question("average", ("area",), ("2022",), per="booths"),
        Question("aspect", ("event.venue",)),
    ],
)
def test_a_key_is_short_and_comes_back(question: Question) -> None:
    """It is plain ASCII, and reads back as the question."""
    key = encode(question)

    assert key.isascii()
    assert len(key) <= 48
    assert decode(key, expo()) == question


def test_a_key_has_no_claim_and_no_assumption() -> None:
    """A button asks the question, not whether somebody was right."""
    plain = Question("value", ("visitors",), ("2022",))
    claimed = Question("value", ("visitors",), ("2022",), claim=Claim(number=3, is_plain=True), edition_assumed=True)

    assert encode(claimed) == encode(plain)


def test_months_are_editions_too() -> None:
    """The key of a month reads back."""
    question = Question("change", ("exports",), ("2024-03",), base="2024-01")

    assert decode(encode(question), trade()) == question


def test_a_key_of_one_release_opens_nothing_in_another() -> None:
    """What the other knowledge does not have is None."""
    assert decode(encode(Question("value", ("exports",), ("2024-03",))), expo()) is None
    assert decode(encode(Question("value", ("visitors",), ("2022",))), trade()) is None


def test_everything_that_is_offered_comes_back() -> None:
    """No button that we make is one that we do not know."""
    for catalogue in (expo(), trade()):
        offered = set(exact.offered(catalogue))
        assert offered
        assert [question for question in offered if decode(encode(question), catalogue) is None] == []


@pytest.mark.parametrize(
    "key",
    [
        "",
        "x",
        ":::::",
        "v:visitors:1999",
        "a:visitors",
        "v:event.venue",
        "s:visitors:2022",
        "s:visitors:",
        "t:visitors+booths",
        "m:visitors:2022",
        "c:visitors::2019",
        "c:visitors:2022",
        "c:visitors:2022:1999",
        "g:visitors+booths:2022",
        "d:visitors",
        "u:visitors",
        "r:visitors",
        "e:visitors",
        "d:area:2022:::nothing",
    ],
)
def test_a_key_that_we_did_not_make_opens_nothing(key: str) -> None:
    """Whoever sends one by hand is told that it is out of date."""
    assert decode(key, expo()) is None


@given(st.lists(st.sampled_from([*"vecmrgstduaxhlpa:+", "visitors", "booths", "2022", "2019", "event.venue", "day"])))
def test_a_key_made_by_hand_never_breaks_the_answer(parts: list[str]) -> None:
    """What decodes can be answered."""
    question = decode("".join(parts), expo())
    if question is not None:
        assert compose(Interpretation((question,)), "en", expo()).headline
