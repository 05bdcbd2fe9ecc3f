"""Finding a word that was not typed quite right."""

from __future__ import annotations

import pytest

from tests.releases.catalogues import expo, trade


@pytest.mark.parametrize(
    ("typed", "meaning", "slips"),
    [("겨약액", "contract", 1), ("게약액", "contract", 0), ("contarct", "contract", 1), ("vsiitors", "visitor", 1)],
)
def test_a_near_word_is_found_with_its_slips(typed: str, meaning: str, slips: int) -> None:
    """A word that sounds the same has no slip; a letter wrong, missing or swapped is one."""
    near = expo().lexicon.near(typed)

    assert near is not None
    assert meaning in " ".join(near[0].meanings)
    assert near[1] == slips


@pytest.mark.parametrize("typed", ["굴뚝새", "zqxwvk", "가", "ab", "나비" * 20])
def test_what_is_near_nothing_stays_unknown(typed: str) -> None:
    """Short words, far words and endless ones are not guessed at."""
    assert expo().lexicon.near(typed) is None


def test_initials_of_one_thing_only() -> None:
    """Initials that two words share stand for neither."""
    assert trade().lexicon.by_initials("ㅂㄷㅊ") == "반도체"
    assert expo().lexicon.by_initials("ㅎㅎㅎㅎㅎㅎ") is None


def test_words_of_one_release_are_unknown_to_another() -> None:
    """Each release brings its own words: booths are nothing to a trade report."""
    assert "부스" in expo().lexicon.own
    assert "부스" not in trade().lexicon.own
    assert "반도체" not in expo().lexicon.own


def test_a_name_means_the_same_in_both_languages() -> None:
    """관람객 and visitor are one meaning, so no sentence is written twice."""
    own = expo().lexicon.own

    assert set(own["관람객"]) & set(own["visitors"])
