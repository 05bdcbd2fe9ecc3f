"""Korean in Latin letters, guessed back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.romanised import MAX_LENGTH, hangulise


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("gwallamgaek", "관람객"),
        ("bangmungaek", "방문객"),
        ("buseu", "부스"),
        ("seoul", "서울"),
        ("gyeyak", "계약"),
        ("sangdam", "상담"),
        ("myeot", "몇"),
        ("eolma", "얼마"),
        ("oegugin", "외국인"),
        ("gukto-gyotongbu", "국토교통부"),
    ],
)
def test_the_word_is_among_the_guesses(written, meant):
    """Official spellings and those that people write."""
    assert meant in hangulise(written)


@pytest.mark.parametrize("written", ["", "xyz", "123", "visitors!", "관람객", "a" * (MAX_LENGTH + 1)])
def test_what_cannot_be_korean_gives_no_guess(written):
    """Other letters, other scripts and endless words."""
    assert hangulise(written) == []


@given(st.text("aeiouyngkdtrlmbpsjhw-", max_size=MAX_LENGTH), st.integers(min_value=0, max_value=12))
def test_guesses_are_few_whole_and_different(written, limit):
    """At most as many as asked for, each of syllables only, none twice."""
    guesses = hangulise(written, limit)

    assert len(guesses) <= limit
    assert len(set(guesses)) == len(guesses)
    assert all("가" <= char <= "힣" for guess in guesses for char in guess)


def test_the_guesses_are_the_same_every_time():
    """The order is by likelihood and never by chance."""
    assert hangulise("gwallamgaek") == hangulise("gwallamgaek")
