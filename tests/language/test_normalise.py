"""One text form for everything: what folds together and what is dropped, once and for all."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.normalise import MAX_LENGTH, clean, key, utterance

#: Texts of the letters, signs and marks that people send, ordinary ones more often than any.
MESSAGES = st.text(
    st.one_of(st.sampled_from("관람객 몇 명이야?ㅋㅠㅏㄱ\u1100\u1161abcXYZ019 ,.'²㎡\u200b🎉"), st.characters()),
    max_size=60,
)


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("  관람객  몇 명? ", "관람객 몇 명?"),
        (unicodedata.normalize("NFD", "관람객"), "관람객"),
        ("３０，３２７명", "30,327명"),
        ("How MANY Visitors", "how many visitors"),
        ("얼마야ㅋㅋㅋㅋ", "얼마야"),
        ("얼마야ㅠㅠ", "얼마야"),
        ("부스🎉몇개", "부스 몇개"),
        ("관\u200b람객", "관람객"),
        ("WSCE’22", "wsce'22"),
        ("32,157㎡", "32,157m2"),
        ("얼마야!!!!", "얼마야!!!!"),
        ("sooooooo many", "soo many"),
        ("ㄱㄹㄱ", "ㄱㄹㄱ"),
        ("\ud83d부스", "부스"),
        ("", ""),
    ],
)
def test_clean(sent, read):
    """Spelling variants of one message are one text."""
    assert clean(sent) == read


@given(MESSAGES)
def test_cleaning_is_done_once(text):
    """A clean text stays as it is."""
    assert clean(clean(text)) == clean(text)


@given(MESSAGES)
def test_composed_and_decomposed_text_are_one(text):
    """How a keyboard stores a syllable makes no difference."""
    assert clean(unicodedata.normalize("NFD", text)) == clean(unicodedata.normalize("NFC", text))


@given(MESSAGES)
def test_a_clean_text_has_single_spaces_and_no_controls(text):
    """What is left can be shown and compared."""
    cleaned = clean(text)

    assert cleaned == " ".join(cleaned.split())
    assert not any(unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn"} for char in cleaned)


@given(MESSAGES)
def test_an_utterance_points_into_its_text(text):
    """Every character without spaces is the one at its offset, and has a gap before it."""
    found = utterance(text)

    assert len(found.chars) == len(found.gaps) == len(found.offsets)
    assert all(found.text[offset] == char for offset, char in zip(found.offsets, found.chars, strict=True))
    assert all(gap in {0, 1, 2} for gap in found.gaps)


@given(st.one_of(MESSAGES, st.text("관람객 가나abc019", max_size=40)))
def test_a_key_is_the_utterance_without_spaces(text):
    """The lexicon files a phrase just as a question is read, by the short way or the long one."""
    assert key(text) == utterance(text).chars


def test_a_long_message_is_read_up_to_a_limit():
    """No message costs more than the longest that Telegram sends."""
    assert len(clean("관람 " * MAX_LENGTH)) <= MAX_LENGTH
    assert len(clean("\ufdfa" * MAX_LENGTH)) <= MAX_LENGTH
