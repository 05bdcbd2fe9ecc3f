"""A part beside its whole: in it, or set against it."""

from __future__ import annotations

import pytest

from tests.talk import reply_to


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("참여기업 몇 개야?", "해외는?", "합치면?"), "301"),
        (("참여기업과 해외기업을 합치면?",), "301"),
        (("외국인 포함하면 관람객이 몇 명이야?",), "30,327"),
        (("2022년 관람객은?", "외국인이랑 합치면?"), "30,327"),
        (("2022년 참여기업은?", "해외 포함이야?"), "301"),
        (("Add foreign visitors to visitors",), "30,327"),
        (("companies in 2022?", "including overseas?"), "301"),
    ],
)
def test_a_part_that_is_in_its_whole_makes_no_more_of_it(turns: tuple[str, ...], said: str) -> None:
    """Put together with it, or counted in, the two are the whole."""
    assert said in reply_to(*turns).headline


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("참여기업은?", "국내는?", "해외는?", "합치면?"), "301"),
        (("해외 참가기업 총합은?",), "23"),
        (("2019년과 2022년 외국인 관람객을 합치면?",), "1,515"),
        (("companies in 2022?", "excluding overseas?"), "278"),
        (("how many foreign visitors came, and how many visitors in total?",), "620"),
    ],
)
def test_other_sums_and_parts_stay_what_they_are(turns: tuple[str, ...], said: str) -> None:
    """Two parts, one part over the editions, a part by itself, what is left without it."""
    assert said in reply_to(*turns).headline


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("2021 visitors?", "online?", "total?"), "29,520"),
        (("online visitors in 2021?", "plus on-site?"), "29,520"),
        (("online visitors in 2021?", "total including on-site?"), "29,520"),
        (("2021년 관람객은?", "온라인 포함하면?"), "29,520"),
        (("2021년 온라인 오프라인 각각 몇 명?",), "5,520"),
        (("Online vs on-site visitors in 2021?",), "5,520"),
        (("2021년 온라인 관람객은?", "현장은?"), "5,520"),
        (("계약액은?", "상담액은?", "합치면?", "2019년은?"), "3,736억"),
    ],
)
def test_what_is_not_in_the_whole_is_added_to_it_or_set_against_it(turns: tuple[str, ...], said: str) -> None:
    """A sum asked for goes on to be the sum."""
    assert said in reply_to(*turns).headline


@pytest.mark.parametrize(
    "turns",
    [
        ("2021년 관람객은?", "온라인은?", "합치면?", "2022년보다 많아?"),
        ("2021 visitors?", "online?", "together?", "more than in 2019?"),
        ("2021 visitors minus online?",),
    ],
)
def test_half_of_a_sum_is_no_answer_about_it(turns: tuple[str, ...]) -> None:
    """What is compared after a sum is the sum; and what was never in the whole cannot be taken off it."""
    assert reply_to(*turns).outcome == "decline"
