"""What a message says is so, about a side of a topic."""

from __future__ import annotations

import pytest

from bot.understand.asking.claims import aspect_claim
from bot.understand.catalogue.entries import AspectEntry
from bot.understand.gathering.gather import gather
from bot.understand.question import Claim
from bot.understand.reading.read import read
from tests.releases.catalogues import expo


def claim(text: str, side: str) -> Claim | None:
    """What the message claims of the side."""
    entry = expo().entries[side]
    assert isinstance(entry, AspectEntry)
    return aspect_claim(entry, gather(read(text, expo().lexicon).spans, expo(), text), expo())


@pytest.mark.parametrize(
    "text",
    [
        "어디서 열렸어?",
        "장소 알려줘",
        "tell me the venue",
        pytest.param(
            "where was it held?",
            marks=pytest.mark.xfail(strict=True, reason="was it is a claim even after an asking word"),
        ),
    ],
)
def test_a_question_claims_nothing(text: str) -> None:
    """Who asks where has said nothing about the place."""
    assert claim(text, "event.venue") is None


@pytest.mark.parametrize(
    ("text", "side", "right", "wrong"),
    [
        ("킨텍스에서 열렸지?", "event.venue", {"kintex"}, ()),
        ("코엑스에서 열렸지?", "event.venue", set(), ("코엑스",)),
        ("태국에서 로드쇼 하는 거 맞아?", "roadshow.where", {"thailand"}, ()),
        ("태국이랑 베트남에서 로드쇼 하지?", "roadshow.where", {"thailand"}, ("베트남",)),
    ],
)
def test_things_are_right_or_others(text: str, side: str, right: set[str], wrong: tuple[str, ...]) -> None:
    """What is named in the place of the answer is one of its things or another."""
    found = claim(text, side)

    assert found is not None
    assert (found.items, found.others) == (frozenset(right), wrong)


def test_a_date_is_claimed_of_a_date_only() -> None:
    """A day said of the opening is a claim about the day, not about the place."""
    opening, venue = (
        claim("8월 31일에 시작했지?", "event.first-day"),
        claim("8월 31일에 시작했지?", "event.venue"),
    )

    assert opening is not None
    assert venue is not None
    assert opening.dates == ("date:08-31",)
    assert venue.dates == ()


def test_two_things_to_choose_from_are_a_choice() -> None:
    """One or the other is asked; neither is claimed."""
    found = claim("킨텍스였나 코엑스였나", "event.venue")

    assert found is not None
    assert found.is_choice


def test_a_claim_may_deny() -> None:
    """An embargo is what the release rules out."""
    denied, affirmed = claim("엠바고 있지?", "release.embargo"), claim("바로 보도해도 되지?", "release.embargo")

    assert denied is not None
    assert affirmed is not None
    assert denied.is_denied
    assert not affirmed.is_denied


def test_a_plain_claim_names_nothing_else() -> None:
    """Was it annual? says only that it is so."""
    found = claim("매년 열리지?", "event.annual")

    assert found is not None
    assert found.is_plain
