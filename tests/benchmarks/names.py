"""Invented names that can be pronounced, in Hangul and in Latin letters, no two of them near each other.

A name has three syllables. The last follows from the first two, and the final consonant of a syllable from its first
letters, so that two names differ in four letters or more: a slip of the finger never turns one into another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

#: Letters in the order of Unicode's syllables, and how they are spelled.
_LEADS = {0: "g", 2: "n", 3: "d", 5: "r", 6: "m", 7: "b", 15: "k", 17: "p"}
_VOWELS = {0: "a", 4: "eo", 8: "o", 13: "u", 20: "i", 5: "e", 2: "ya", 17: "yu"}
_FINALS = {0: "", 4: "n", 8: "l", 16: "m", 21: "ng", 1: "k", 17: "p", 19: "t"}

_SYLLABLES = len(_LEADS) * len(_VOWELS)
#: How many names there are; the one that says a single syllable three times is left out.
MOST = _SYLLABLES**2 - 1
#: Neighbours in the row of names have nothing in common: the step shares no factor with their number.
_STEP = 2731


@dataclass(frozen=True, slots=True)
class Name:
    """One name in both languages."""

    ko: str
    en: str

    @property
    def id(self) -> str:
        """The name as a part of an identifier."""
        return self.en.lower()


def names() -> Iterator[Name]:
    """All names, always in the same order."""
    for place in range(1, MOST + 1):
        first, second = divmod(place * _STEP % _SYLLABLES**2, _SYLLABLES)
        syllables = [_syllable(number) for number in (first, second, (first + second) % _SYLLABLES)]
        yield Name(
            "".join(korean for korean, _ in syllables),
            "".join(latin for _, latin in syllables).capitalize(),
        )


def _syllable(number: int) -> tuple[str, str]:
    row, column = divmod(number, len(_VOWELS))
    lead, vowel = list(_LEADS)[row], list(_VOWELS)[column]
    final = list(_FINALS)[(row + column) % len(_FINALS)]
    korean = chr(ord("가") + (lead * 21 + vowel) * 28 + final)
    return korean, _LEADS[lead] + _VOWELS[vowel] + _FINALS[final]
