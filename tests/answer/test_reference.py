"""Questions as keys that a button carries."""

from __future__ import annotations

import pytest

from bot.answer.reference import decode, encode
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
