"""What people say of themselves around a question."""

from __future__ import annotations

import pytest

from bot.understand.interpreting.framing import says_what_is_meant
from bot.understand.reading.read import read
from tests.releases.catalogues import expo
from tests.talk import reply_to


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("I am a student from Vietnam and I write a report. How many booths were there?", "1,548"),
        ("I'm writing from Hanoi. How many visitors came?", "30,327"),
        ("My flamingo needs to know. How many visitors came in 2019?", "25,850"),
        ("저 고2인데 수행평가 때문에요... 부스는 몇 개였나요?", "1,548"),
        ("우리 강아지가 아파서요, 관람객은 몇 명이었나요?", "30,327"),
        ("The coffee was terrible. How many booths?", "1,548"),
        ("비가 많이 오네요. 관람객은 몇 명이었나요?", "30,327"),
        ("Filing in ten minutes. How many booths were there?", "1,548"),
        ("부스는 몇 개였나요? 해외지사에서 자꾸 물어봐서요", "1,548"),
        ("무역단체 직원입니다. 부스는 몇 개였나요?", "1,548"),
        ("내년 일감을 가늠해 보려고요. 관람객은 몇 명이었나요?", "30,327"),
    ],
)
def test_what_is_said_of_the_asker_is_left_out_and_told(text: str, number: str) -> None:
    """It may speak of anything; the reply says that it was left out."""
    found = reply_to(text)

    assert number in found.headline
    assert any("빼고" in line or "left out" in line for line in found.assumptions)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("for my human geography homework: how many booths were there?", "1,548"),
        ("사회 숙제에 쓸 건데 부스가 몇 개였어?", "1,548"),
    ],
)
def test_an_errand_takes_in_the_words_before_it(text: str, number: str) -> None:
    """Geography homework is homework."""
    assert number in reply_to(text).headline


@pytest.mark.parametrize(
    "text",
    [
        "How many Chinese visitors came?",
        "중국에서 온 관람객은 몇 명이야?",
        "부산 행사였는데, 관람객은 몇 명이었어?",
        "Think of Osaka. How many visitors came?",
        "티켓이 비쌌다던데 티켓은 얼마였어?",
        "Women only. How many visitors came?",
        "Kids are what I care about. How many visitors came?",
        "I mean the Busan fair. How many visitors came?",
        "부산 행사 말이에요. 관람객은 몇 명이었죠?",
        "여자들만 궁금해요. 관람객은 몇 명이었나요?",
        "장애인 얘기예요. 관람객 몇 명 왔어요?",
    ],
)
def test_what_may_narrow_the_question_is_never_left_out(text: str) -> None:
    """A place, a body or a thing outside what people say of themselves stands against an answer."""
    assert reply_to(text).outcome == "decline"


@pytest.mark.parametrize(
    ("text", "says"),
    [("as for the Busan fair", True), ("the table was for the fair", False), ("부산 행사 말이에요", True)],
)
def test_an_english_phrase_that_says_what_is_meant_starts_with_a_word(text: str, says: bool) -> None:
    catalogue = expo()

    assert says_what_is_meant(read(text, catalogue.lexicon).spans, catalogue) is says
