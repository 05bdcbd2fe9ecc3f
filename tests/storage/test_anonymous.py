"""What is kept of a wording leads back to nobody, and still says what was asked."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.storage.anonymous import LONGEST, anonymous

LETTERS = st.characters(min_codepoint=ord("a"), max_codepoint=ord("z"))
WORDS = st.text(LETTERS | st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣")) | st.just(" "), max_size=30)


@pytest.mark.parametrize(
    "text",
    [
        "관람객은 30,327명이었어?",
        "1,178억원 계약, 25,850명과 5,520명",
        "2019년 2021년 2022년 관람객",
        "2019, 2021, 2022",
        "2022년 9월 7일에 61개 기관",
        "k-city 네트워크 33건",
        "3.5배",
        "2022.9.7",
        "60,000,000 won",
    ],
)
def test_a_question_about_figures_stays_as_it_is(text: str) -> None:
    """Years, dates, counts and amounts name nobody."""
    assert anonymous(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("gildong.hong@example.co.kr로 보내줘", "<@> 보내줘"),
        ("@gildong 님, 관람객은?", "<@> 님, 관람객은?"),
        ("＠gildong 관람객", "<@> 관람객"),
        ("https://example.com/u?id=7 이게 맞아?", "<link> 이게 맞아?"),
        ("t.me/gildong 봐", "<link> 봐"),
        ("tg://user?id=77 관람객", "<link> 관람객"),
        ("www.example.com", "<link>"),
        ("010-1234-5678로 전화", "<number>로 전화"),
        ("010 1234 5678", "<number>"),
        ("０１０１２３４５６７８", "<number>"),
        ("+82 10-1234-5678", "<number>"),
        ("(02) 123-4567", "<number>"),
        ("02.123.4567", "<number>"),
        ("주민번호 900101-1234567", "주민번호 <number>"),
        ("1234 5678 9012 3456", "<number>"),
        ("010,1234,5678", "<number>"),
        ("1234567", "<number>"),
    ],
)
def test_what_reaches_a_person_is_masked(text: str, kept: str) -> None:
    """Addresses, links, names with an @, numbers of telephones, cards, accounts and persons."""
    assert anonymous(text) == kept


@given(before=WORDS, digits=st.text("0123456789", min_size=7, max_size=20), after=WORDS)
def test_no_long_run_of_digits_is_left(before: str, digits: str, after: str) -> None:
    """Wherever it stands."""
    assert not re.search(r"\d{7}", anonymous(f"{before}{digits}{after}"))


@given(st.text(LETTERS, min_size=5, max_size=20))
def test_no_name_with_an_at_is_left(name: str) -> None:
    """Nor a part of it."""
    assert f"{name}7"[:5] not in anonymous(f"1 @{name}7 2").replace("<@>", "")


@given(st.text(max_size=600))
@example("관람객 " * 200)
@example("0" * 5_000)
def test_the_length_is_bounded_and_it_is_one_line(text: str) -> None:
    """Whatever is written."""
    kept = anonymous(text)

    assert len(kept) <= LONGEST
    assert "\n" not in kept
