"""A question back answered by number, place or name."""

from __future__ import annotations

import pytest

from bot.understand.following.choosing import chosen, refuses_all, wants_all
from bot.understand.question import Question
from bot.understand.reading.read import read
from tests.releases.catalogues import expo
from tests.talk import reply_to

OFFERED = (
    Question("value", ("buyer_countries",), ("2022",)),
    Question("value", ("kcity_countries",)),
    Question("value", ("challenge_governments",), ("2022",)),
)


def picked(text: str, offered: tuple[Question, ...] = OFFERED) -> str | None:
    """The entry of the offered question that the message picks."""
    reading = read(text, expo().lexicon)
    question = chosen(reading.spans, reading.text, offered, expo())
    return question.entries[0] if question else None


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (0, ["1", "1번", "첫 번째요", "첫째", "the first", "one", "first one please", "전자"]),
        (1, ["2", "2번이요", "두 번째 거", "둘째", "second", "the second one", "number two", "no. 2", "#2"]),
        (2, ["3", "세번째", "마지막", "the last one", "third please", "후자"]),
    ],
)
def test_a_place_in_the_list_picks(place: int, words: list[str]) -> None:
    """A digit, an ordinal, first and last, in both languages, with or without courtesy."""
    assert [picked(word) for word in words] == [OFFERED[place].entries[0]] * len(words)


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("스마트 챌린지", "challenge_governments"),
        ("K-City", "kcity_countries"),
        ("지자체 쪽", "challenge_governments"),
    ],
)
def test_a_name_picks_what_it_fits(text: str, entry: str) -> None:
    """What tells one choice from the others is enough."""
    assert picked(text) == entry


@pytest.mark.parametrize("text", ["4", "0", "열 번째", "관람객은 몇 명이야?", "음", "중국", "네", "21"])
def test_anything_else_picks_nothing(text: str) -> None:
    """A place that is not there, another question or a mumble is no choice."""
    assert picked(text) is None


def test_nothing_offered_is_nothing_picked() -> None:
    """A number without a question back before it is a number."""
    assert picked("1", ()) is None


def test_a_place_is_counted_among_what_is_offered() -> None:
    """Of two choices the last is the second, and there is no third."""
    assert picked("마지막", OFFERED[:2]) == "kcity_countries"
    assert picked("3", OFFERED[:2]) is None


@pytest.mark.parametrize(
    ("text", "count", "wanted"),
    [
        ("둘 다", 2, True),
        ("both please", 2, True),
        ("전부 다요", 3, True),
        ("all of them", 3, True),
        ("both", 3, False),
        ("다 아니야", 3, False),
        ("all visitors", 3, False),
        ("전부", 0, False),
    ],
)
def test_all_that_is_offered_may_be_meant(text: str, count: int, wanted: bool) -> None:
    """Both is two, all is as many as there are, and neither says anything else."""
    assert wants_all(text, OFFERED[:count]) is wanted


@pytest.mark.parametrize("text", ["none", "no", "다 아니야", "no one of them"])
def test_no_is_no_number(text: str) -> None:
    """Who refuses picks nothing."""
    assert picked(text) is None
    assert refuses_all("none of these", OFFERED)


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("해외는 몇이야?", "기업"), "23"),
        (("해외는 몇이야?", "기업", "2019년은?"), "39"),
        (("how many from abroad?", "companies"), "23"),
        (("해외는 몇이야?", "바이어 기관"), "61"),
        (("how many foreign?", "visitors"), "620"),
        (("2019년 실적은?", "상담"), "2,659억"),
        (("2019년 실적은?", "상담 건수"), "2022년만"),
    ],
)
def test_what_all_choices_are_of_is_not_lost(turns: tuple[str, ...], said: str) -> None:
    """A name that several fit is that of the one with what all are of; one that was not offered picks none."""
    assert said in reply_to(*turns).headline
