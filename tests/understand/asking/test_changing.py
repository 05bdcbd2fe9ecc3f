"""What became of a figure between two editions, and over which span of time."""

from __future__ import annotations

import pytest

from tests.talk import reply_to


@pytest.mark.parametrize(
    ("turn", "said"),
    [
        ("Year on year growth in visitors?", "449.4%"),
        ("YoY growth in consultations?", "918.53%"),
        ("How much did contracts grow in a year?", "990.74%"),
        ("year-on-year visitors?", "449.4%"),
        ("3년 전보다 관람객 얼마나 늘었어?", "17.3%"),
        ("3년 만에 계약액이 얼마나 늘었어?", "9.4%"),
        ("2019년과 2022년 두 해 사이 관람객은 얼마나 늘었어?", "17.3%"),
        ("전년 대비 계약액 증가율은?", "990.74%"),
        ("How many visitors were there in a year?", "30,327"),
    ],
)
def test_a_span_of_time_tells_which_edition_is_compared_with(turn: str, said: str) -> None:
    """The year before, or the edition so many years before."""
    assert said in reply_to(turn).headline


@pytest.mark.parametrize(
    "turn", ["5년 전보다 관람객 늘었어?", "10년 전보다 면적 늘었어?", "Did visitors grow over ten years?"]
)
def test_a_span_that_no_two_editions_have_is_declined(turn: str) -> None:
    """It is never that of other years."""
    assert reply_to(turn).outcome == "decline"


@pytest.mark.parametrize(
    "turn", ["계속 늘고 있어 관람객이?", "2019년 이후 관람객이 계속 늘었어?", "Have visitors kept growing?"]
)
def test_what_went_on_all_the_time_is_told_of_every_edition(turn: str) -> None:
    """The ends alone do not tell it."""
    answer = reply_to(turn)
    assert answer.verdict is None
    assert "5,520" in answer.headline
