"""What stands in a message, sorted: editions, numbers with their units, what is asked and what is claimed."""

from __future__ import annotations

import pytest

from bot.understand.features import Features
from bot.understand.gathering.gather import gather
from bot.understand.reading.read import read
from tests.releases.catalogues import expo


def found(text: str) -> Features:
    """The sorted content of the message."""
    return gather(read(text, expo().lexicon).spans, expo(), text)


@pytest.mark.parametrize(
    ("text", "editions"),
    [
        ("2019년 관람객", ["2019"]),
        ("'19년 관람객", ["2019"]),
        ("2021년과 2022년 관람객", ["2021", "2022"]),
        ("작년 관람객", ["2021"]),
        ("올해 관람객", ["2022"]),
        ("3년 전 관람객", ["2019"]),
        ("코로나 전 관람객", ["2019"]),
        ("visitors last year", ["2021"]),
        ("visitors three years ago", ["2019"]),
        ("visitors in 2018", [None]),
        ("재작년 관람객", [None]),
        ("관람객", []),
    ],
)
def test_editions_are_named_or_counted_back(text: str, editions: list[str | None]) -> None:
    """Relative years are counted from the release's date; a year without an edition is a mention, too."""
    assert [mention.edition for mention in found(text).editions] == editions


@pytest.mark.parametrize(
    "text", ["2019년보다 늘었나", "2019년 대비 증가율", "more than in 2019", "growth since 2019", "compared to 2019"]
)
def test_what_is_compared_with_is_the_base(text: str) -> None:
    """The particle or the preposition marks it."""
    assert [mention.is_base for mention in found(text).editions] == [True]


def test_an_edition_alone_is_no_base() -> None:
    """Naming a year compares nothing."""
    assert [mention.is_base for mention in found("2019년 관람객은 몇 명").editions] == [False]


@pytest.mark.parametrize(
    ("text", "value", "unit", "degree"),
    [
        ("관람객 30,327명", 30_327, "counter:person", None),
        ("관람객 3만 명 이상", 30_000, "counter:person", "at-least"),
        ("약 150차례", 150, "counter:event", "approx"),
        ("약 150건", 150, "counter:event", "approx"),
        ("1,178억 원 맞아?", 117_800_000_000, "unit:krw", None),
        ("over 1,500 booths", 1_500, None, "over"),
        ("almost 31,000 visitors", 31_000, None, "almost"),
        ("17.3% 늘었지?", 17.3, "unit:percent", None),
    ],
)
def test_a_number_has_its_unit_and_degree(text: str, value: float, unit: str | None, degree: str | None) -> None:
    """The counting word right after it, and how exactly it is meant."""
    (number,) = found(text).numbers

    assert (number.value, number.degree) == (value, degree)
    assert unit is None or number.unit == unit


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("관람객이 3만 명 맞아?", True),
        ("킨텍스에서 열렸지?", True),
        ("Is it true that 30,327 people came?", True),
        ("관람객은 몇 명이야?", False),
        ("어디서 열렸어?", False),
        ("how many visitors came?", False),
    ],
)
def test_a_claim_is_told_from_a_question(text: str, claims: bool) -> None:
    """Who asks how many has claimed nothing."""
    assert found(text).is_claim is claims


def test_what_nothing_explains_is_kept() -> None:
    """An unknown word is content that speaks against every reading."""
    assert [span.typed for span in found("꿻뛟쐛 관람객").unknown] == ["꿻뛟쐛"]
