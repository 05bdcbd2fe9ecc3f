"""What is read of a long message."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.language.abridge import LONGEST_READ, abridged
from tests.talk import reply_to

_PADDING = "행사장 앞에는 사람이 많았고 날씨가 맑았습니다. "


@given(st.text(max_size=LONGEST_READ))
def test_a_message_that_is_not_long_is_read_whole(text: str) -> None:
    """Up to the bound nothing is left out."""
    assert abridged(text) == text


@given(st.text(alphabet="가나 a.1\n", min_size=LONGEST_READ, max_size=5_000))
def test_no_more_than_the_bound_is_read(text: str) -> None:
    """What is read is bounded, and stands in the text in that order."""
    read = abridged(text)

    assert len(read) <= LONGEST_READ
    letters = iter(text)
    assert all(letter in letters for letter in read.replace("\n", ""))


def test_sentences_with_numbers_are_read_before_others() -> None:
    """A figure in the middle of a long text is read, what surrounds it is not."""
    text = _PADDING * 60 + "관람객은 30,327명입니다. " + _PADDING * 60

    assert "관람객은 30,327명입니다." in abridged(text)


def test_the_end_of_a_long_message_is_read() -> None:
    """A question after a long story is not lost, and it is said that not all was read."""
    text = _PADDING * 80 + "\n2022년 관람객은 몇 명이었나요?"

    assert abridged(text).endswith("\n2022년 관람객은 몇 명이었나요?")
    assert any("글이 길어" in line for line in reply_to(text).assumptions)
