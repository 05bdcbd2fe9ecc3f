"""Where a message that asks several things falls apart."""

from __future__ import annotations

import pytest

from bot.understand.interpreting.split import split
from bot.understand.reading.read import read
from tests.releases.catalogues import expo


def ways(text: str) -> list[list[str]]:
    """Each way to cut the message, its pieces as typed without spaces."""
    cut = split(read(text, expo().lexicon).spans)
    return [["".join(span.typed for span in piece) for piece in pieces] for pieces in cut]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("관람객 몇 명? 부스 몇 개?", ["관람객몇명", "부스몇개"]),
        ("관람객은 몇 명이고 부스는 몇 개야", ["관람객은몇명이고", "부스는몇개야"]),
        ("관람객이랑 부스", ["관람객이랑", "부스"]),
        ("언제 어디서 열렸어", ["언제", "어디서열렸어"]),
        ("Where and when was it", ["whereand", "whenwasit"]),
    ],
)
def test_joints_are_found(text: str, pieces: list[str]) -> None:
    """A stop, a joining particle and a further asking word are places to cut."""
    assert pieces in ways(text)


def test_one_question_is_not_cut() -> None:
    """Without a joint there is nothing to try."""
    assert ways("2019년 관람객은 몇 명이었나요") == []


def test_the_safest_cut_comes_first() -> None:
    """Stops are tried before joints inside a sentence."""
    assert ways("관람객이랑 부스는? 장소는?")[0] == ["관람객이랑부스는", "장소는"]


def test_every_piece_says_something() -> None:
    """A greeting is no piece of its own, and no letter is lost."""
    for pieces in ways("안녕하세요! 관람객은 몇 명이고, 부스는 몇 개인가요? 감사합니다."):
        assert "".join(pieces) == "안녕하세요관람객은몇명이고부스는몇개인가요감사합니다"
        assert all("관람객" in piece or "부스" in piece for piece in pieces)


def test_a_message_of_many_joints_is_not_taken_apart() -> None:
    """More than five pieces are a list, not questions."""
    assert all(len(pieces) <= 5 for pieces in ways("부스와 관람객과 면적과 상담과 계약과 바이어와 나라와 기업"))
