"""Words as hurried fingers spell them, and what they are meant to be."""

from __future__ import annotations

import pytest

from bot.language.spelling import calmed, fuller, meant_by, swapped_syllables, undrawn, unlinked, without_lone_letters

SHORT = ("the", "how", "what", "was", "time", "who", "won")


@pytest.mark.parametrize(
    ("typed", "meant"), [("theey", "they"), ("whaat", "what"), ("floorr", "floor"), ("aand", "and")]
)
def test_letters_typed_again_are_left_out(typed: str, meant: str) -> None:
    """A repeated letter may be meant once or twice."""
    assert meant in list(undrawn(typed))
    assert typed not in list(undrawn(typed))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("tje", "the"), ("wss", "was"), ("waht", "what"), ("tme", "time"), ("thje", "the"), ("tax", None), ("xyz", None)],
)
def test_a_short_word_is_known_despite_one_slip(typed: str, meant: str | None) -> None:
    """Swapped, left out, or a key beside the right one; any other letter makes another word."""
    found = meant_by(typed, SHORT)

    assert (found[0] if found else None) == meant


def test_an_asking_word_is_not_guessed_at() -> None:
    """What may be who or won is neither, as it would change what is asked."""
    assert meant_by("woh", SHORT) is None


def test_a_word_with_a_letter_left_out_is_one_of_the_fuller_ones() -> None:
    """Each letter may stand anywhere but in front."""
    assert "president" in list(fuller("presdent"))


@pytest.mark.parametrize(("typed", "meant"), [("비니즈스", "비즈니스"), ("얼나마", "얼마나")])
def test_two_syllables_may_have_changed_places(typed: str, meant: str) -> None:
    """In words of three syllables and more."""
    assert meant in list(swapped_syllables(typed))
    assert not list(swapped_syllables(typed[:2]))


@pytest.mark.parametrize(
    ("typed", "meant"), [("했어어어", "했어"), ("몇명이야아", "몇명이야"), ("줘워", "줘"), ("관람객", "관람객")]
)
def test_what_is_drawn_out_is_calmed(typed: str, meant: str) -> None:
    """A vowel that is held is typed as more syllables."""
    assert calmed(typed) == meant


def test_a_last_sound_that_slid_into_the_particle_is_put_back() -> None:
    """계야기 sounds like 계약이, so people write it."""
    assert ("계약", "이") in list(unlinked("계야기"))


def test_lone_letters_beside_syllables_go() -> None:
    """They slipped in; letters among themselves stay."""
    assert without_lone_letters("부스ㅇ가 ㅋㅋ") == "부스가 ㅋㅋ"
