"""The edition beside the one spoken of."""

from __future__ import annotations

import pytest

from bot.dialogue import State, respond
from tests.releases.catalogues import expo


def last(*turns: str) -> tuple[str, str]:
    """The outcome and the headline of the reply to the last of the turns."""
    state = State()
    for turn in turns:
        answer, state = respond(turn, state, expo())
    return answer.outcome, answer.headline


@pytest.mark.parametrize(
    ("turns", "figure"),
    [
        (("2019년 참가 기업은?", "3년 뒤엔?"), "301"),
        (("area in 2019?", "two years later?"), "21,384"),
        (("turnout in 2021?", "two years earlier?"), "25,850"),
        (("2021년 관람객은?", "그 전 행사는?"), "25,850"),
        (("visitors in 2019?", "and at the next one?"), "5,520"),
        (("상담액 2021년은?", "1년 뒤엔?"), "3,188억"),
        (("contracts in 2021?", "the previous edition?"), "107.7"),
        (("2021년 계약액은?", "직전 회차 대비?"), "1,077억"),
        (("How many visitors in 2020?", "the one before?"), "25,850"),
        (("2022년 계약액은?", "전년보다 늘었어?"), "108억"),
    ],
)
def test_it_is_counted_from_what_was_spoken_of(turns: tuple[str, ...], figure: str) -> None:
    """In years, or from one edition to the next."""
    assert figure in last(*turns)[1]


@pytest.mark.parametrize(
    "turns",
    [
        ("visitors in 2019?", "a year later?"),
        ("visitors in 2019?", "the year before?"),
        ("2019년 계약액은?", "직전 대회는?"),
        ("2019년 계약액은?", "전년 대비 증가율은?"),
        ("2021년 계약액은?", "전년보다 늘었어?"),
        ("contracts in 2019?", "up from the previous year?"),
        ("2021년 관람객은 전년보다 늘었어?",),
        ("2022년 관람객은?", "그다음 행사는?"),
        ("how many booths?", "a year later?"),
        ("K-시티 지원국은?", "1년 뒤엔?"),
        ("visitors the year after?",),
        ("이듬해 관람객은?",),
        ("when is the next edition?",),
    ],
)
def test_what_lies_beyond_is_declined(turns: tuple[str, ...]) -> None:
    """A year without an edition, an edition to come, and any where none was spoken of."""
    assert last(*turns)[0] == "decline"
