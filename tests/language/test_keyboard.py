"""Text typed under the wrong layout, read as the other."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.language.hangul import compose
from bot.language.keyboard import to_hangul, to_latin


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("dkssud", "안녕"),
        ("rhksfkaror", "관람객"),
        ("qntm", "부스"),
        ("ehlsl", "되니"),
        ("Rkwl", "까지"),
        ("dkssud 2022!", "안녕 2022!"),
    ],
)
def test_keys_and_the_hangul_they_type(keys, word):
    """A 2-beolsik keyboard, with shifted letters and compound vowels."""
    assert to_hangul(keys) == word
    assert to_latin(word) == keys


@pytest.mark.parametrize(("hangul", "meant"), [("ㅗㅐㅈ", "how"), ("ㅍㅑ냐색ㄴ", "visitors"), ("ㅠㅐㅐ소", "booth")])
def test_english_typed_under_the_korean_layout(hangul, meant):
    """Letters that make no syllable are keys as well."""
    assert to_latin(hangul) == meant


@given(st.text("qwertyuiopasdfghjklzxcvbnm 0123456789?", max_size=30))
def test_latin_letters_survive_the_round_trip(keys):
    """What was typed under the wrong layout can always be had back."""
    assert to_latin(to_hangul(keys)) == keys


@given(st.text(st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣")), max_size=12))
def test_hangul_survives_the_round_trip(word):
    """A word that its own keystrokes type is read back from them."""
    letters = to_latin(word)
    assume(compose(word) == word)

    assert to_latin(to_hangul(letters)) == letters
