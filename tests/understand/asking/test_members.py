"""Whether a thing is among those that were listed or counted."""

from __future__ import annotations

import pytest

from tests.talk import reply_to


@pytest.mark.parametrize(
    ("turns", "verdict"),
    [
        (("스마트 챌린지 지자체 수?", "그중 부산도 있나요?"), "yes"),
        (("해외 바이어 나라 예시는?", "몽골도 있어?"), "yes"),
        (("로드쇼 어디서 열어?", "태국도?"), "yes"),
        (("roadshow countries?", "Vietnam too?"), "no"),
    ],
)
def test_a_thing_is_among_them_or_not(turns: tuple[str, ...], verdict: str) -> None:
    """What a whole list leaves out is not among them."""
    assert reply_to(*turns).verdict == verdict


@pytest.mark.parametrize(
    "turns",
    [
        ("스마트 챌린지 지자체 수?", "그중 서울도 있나요?"),
        ("해외 바이어 나라 예시는?", "중국도 있어?"),
        ("K-City countries?", "which ones?"),
        ("K-City countries?", "name them"),
        ("contract amount?", "who signed them?"),
    ],
)
def test_who_is_not_named_is_not_told(turns: tuple[str, ...]) -> None:
    """A list that is not whole denies nobody, and what is only counted has no list."""
    assert reply_to(*turns).outcome == "decline"
