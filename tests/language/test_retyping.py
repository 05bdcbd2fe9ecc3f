"""Words as other keys would have made them."""

from __future__ import annotations

import pytest

from bot.language.retyping import is_written, latin_retypings, respaced, retypings, sounded, without_laughter


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("마지ㅁㄱ", "마지막"),
        ("ㅐㅎ외", "해외"),
        ("갱쎠어", "개였어"),
        ("바이언는", "바이어는"),
        ("쟁소", "장소"),
        ("이써", "있어"),
        ("언ㅈㅔ", "언제"),
    ],
)
def test_one_slip_of_the_keys_is_undone(typed: str, meant: str) -> None:
    """A key too many, one left out, one beside the right one, two in each other's place, or a letter by ear."""
    assert meant in retypings(typed)


def test_what_is_no_common_syllable_is_not_meant() -> None:
    """The slip that is undone leaves a word that somebody may write."""
    assert all(map(is_written, retypings("개욨어")))
    assert [word for word in ("개였어", "개욨어", "개ㅇ") if is_written(word)] == ["개였어"]


def test_a_letter_that_sounds_alike_is_the_likelier_slip() -> None:
    """엔 for 앤 is by ear, 안 is another key."""
    assert retypings("앤")["엔"] < retypings("앤")["안"]


def test_long_words_are_left_alone() -> None:
    """So that no message takes long."""
    assert retypings("가나다라" * 10) == {}


@pytest.mark.parametrize(
    ("typed", "meant"), [("tahn", "than"), ("tmes", "times"), ("flkor", "floor"), ("heldd", "held")]
)
def test_one_slip_in_a_latin_word_is_undone(typed: str, meant: str) -> None:
    """The same for English."""
    assert meant in latin_retypings(typed)


def test_short_latin_words_only_have_letters_swapped() -> None:
    """Any other slip makes too many words of them."""
    assert set(latin_retypings("aks")) == {"kas", "ask"}


def test_a_space_may_stand_one_letter_off() -> None:
    """Thea mount is the amount."""
    assert ("the", "amount") in set(respaced("thea", "mount"))


def test_lone_letters_may_be_syllables_and_laughter_is_none() -> None:
    """What nobody can tell is no word."""
    assert sounded("ㄴㅎ었대") == "느흐었대"
    assert without_laughter("알려줘ㅋ") == "알려줘"
