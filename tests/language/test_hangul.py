"""Hangul below the syllable: splitting, typing, initials and the particle that a sound asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language import hangul

SYLLABLES = st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣"))
KOREAN = st.text(SYLLABLES, min_size=1, max_size=12)


@given(SYLLABLES)
def test_a_syllable_comes_apart_and_together(syllable):
    """Every one of the 11,172 syllables is its letters."""
    assert hangul.assemble(*hangul.disassemble(syllable)) == syllable


@given(KOREAN)
def test_typing_the_letters_gives_the_word(word):
    """The letters of a word, typed one after another, make the word again when no final is ambiguous."""
    letters = "".join(letter for syllable in word for letter in hangul.disassemble(syllable))
    typed = hangul.compose(letters)

    assert hangul.to_jamo(typed) == hangul.to_jamo(word) or hangul.is_choseong(letters)


@given(st.text(max_size=30))
def test_composing_is_done_once(text):
    """What is composed stays as it is."""
    once = hangul.compose(text)

    assert hangul.compose(once) == once


@given(KOREAN)
def test_jamo_tells_words_of_one_shape_apart(word):
    """A single letter of difference is a difference of jamo."""
    initial, vowel, final = hangul.disassemble(word[0])
    other = hangul.assemble("ㅂ" if initial != "ㅂ" else "ㅁ", vowel, final) + word[1:]

    assert hangul.to_jamo(other) != hangul.to_jamo(word)


@given(KOREAN)
def test_initials_are_one_a_syllable(word):
    """Initials keep the length of the word and are recognised as initials."""
    initials = hangul.choseong(word)

    assert len(initials) == len(word)
    assert hangul.is_choseong(initials) == (len(word) >= 2)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ㅂㅏㅇㅁㅜㄴㄱㅐㄱ", "방문객"),
        ("방무ㄴ객", "방문객"),
        ("간ㅏ", "가나"),
        ("닭ㅏ", "달가"),
        ("ㅋㅋㅋ", "ㅋㅋㅋ"),
        ("ㄱㄹㄱ", "ㄱㄹㄱ"),
        ("ㅘ", "ㅘ"),
        ("고ㅏ", "과"),
    ],
)
def test_letters_are_composed_as_an_input_method_would(typed, meant):
    """Finals move on to the next vowel, vowels join, laughter and initials stay."""
    assert hangul.compose(typed) == meant


@pytest.mark.parametrize(
    ("slipped", "meant"),
    [
        ("방문객ㅇ", "방문객"),
        ("얼마야ㅠ", "얼마야"),
        ("몇명ㅣ야", "몇명이야"),
        ("ㅏ이", "아이"),
        ("ㄱ관람객", "관람객"),
    ],
)
def test_single_letters_beside_syllables_are_slips(slipped, meant):
    """They are dropped, or given the ㅇ they miss."""
    assert hangul.drop_stray_jamo(slipped) == meant


@pytest.mark.parametrize(
    ("word", "pair", "written"),
    [
        ("관람객", "은/는", "관람객은"),
        ("부스", "은/는", "부스는"),
        ("서울", "으로/로", "서울로"),
        ("부산", "으로/로", "부산으로"),
        ("대구", "으로/로", "대구로"),
        ("620명", "이/가", "620명이"),
        ("2022", "은/는", "2022는"),
        ("2021", "은/는", "2021은"),
        ("2021", "으로/로", "2021로"),
        ("10", "은/는", "10은"),
        ("100", "은/는", "100은"),
        ("30,000", "은/는", "30,000은"),
        ("9.4%", "은/는", "9.4%는"),
        ("9.0", "은/는", "9.0은"),
        ("WSCE", "은/는", "WSCE는"),
        ("Bodobot", "은/는", "Bodobot은"),
        ("K-City Network", "은/는", "K-City Network는"),
        ("관람객(외국인)", "은/는", "관람객(외국인)은"),
        ("부스 (1,548개)", "은/는", "부스 (1,548개)는"),
        ("'스마트 챌린지'", "을/를", "'스마트 챌린지'를"),
        ("32,157m²", "을/를", "32,157m²를"),
        ("1,178억원", "이다", "1,178억원이다"),
    ],
)
def test_particles_follow_the_last_sound(word, pair, written):
    """Digits, Latin letters, signs and brackets are read aloud as Korean reads them."""
    assert hangul.particle(word, pair) == written


@given(KOREAN, st.sampled_from(["은/는", "이/가", "을/를", "과/와", "으로/로"]))
def test_every_word_takes_every_particle(word, pair):
    """The word is kept and one of the two forms follows it, by its own last letter."""
    closed, opened = pair.split("/")
    final = hangul.disassemble(word[-1])[2]
    expected = opened if not final or (final == "ㄹ" and opened == "로") else closed

    assert hangul.particle(word, pair) == word + expected


@given(st.text(max_size=40))
def test_any_text_takes_a_particle(text):
    """Nothing fails, and nothing of the text is lost."""
    assert hangul.particle(text, "은/는").removeprefix(text) in {"은", "는"}


@given(st.text(max_size=40))
def test_slips_are_mended_without_failing(text):
    """Any text comes out with no more characters than it had."""
    assert len(hangul.drop_stray_jamo(text)) <= len(text) + text.count("ㄸ") + text.count("ㅃ") + text.count("ㅉ")
