"""Words filed so that one is found despite a slip: by its first letters, all of them or all but one.

Two words that share a text once few letters are left out of either share its beginning too. So a word is filed by
the beginnings of what it is with no letter or one left out, and looked up by those of what was typed with none, one
or two left out: as many numbers to look up for a hundred thousand words as for a hundred.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from bot.language.hangul import to_jamo

#: Letters that sound alike, for people who write as they hear: 게약 for 계약, 왓어 for 왔어.
_SOUND = str.maketrans("ㅖㅐㅒㅙㅞㅆㅈㅊㅌㄲㄸㅃㅉㅎ", "ㅔㅔㅔㅚㅚㅅㅅㅅㅅㄱㄷㅂㅅㅎ")
#: From how many letters on a word may be mended: by sound, with a slip.
MIN_SOUND, MIN_SLIP = 4, 5
#: How many letters a beginning has; a shorter text is a beginning as it is.
BEGINNING = 6
#: Keyboard letters as numbers of one byte; other characters share the last, which only makes for needless finds.
_OTHER = 255
_CODES = {code: chr(code - 0x3131 + 1) for code in range(0x3131, 0x3164)} | {
    ord(letter): chr(place) for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz", 64)
}


class _Codes(dict[int, str]):
    def __missing__(self, code: int) -> str:
        return chr(_OTHER)


_codes = _Codes(_CODES)


@dataclass(frozen=True, slots=True)
class Mendable:
    """Words that a mistyped one may be mended to: by their sound, and by the beginnings that they are filed by.

    `beginnings` are sorted, and `places` tells for each of them whose it is among `words`.
    """

    sounds: dict[str, str]
    words: list[str]
    beginnings: array[int]
    places: array[int]
    _letters: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, surfaces: Iterable[str]) -> Mendable:
        """The surfaces filed, save those with digits: numbers are never guessed at."""
        sounds: dict[str, str] = {}
        words: list[str] = []
        filed: list[int] = []
        for surface in surfaces:
            if any(map(str.isdigit, surface)):
                continue
            letters = to_jamo(surface)
            if len(letters) >= MIN_SOUND and surface[0] >= "가":
                sounds.setdefault(sound(letters), surface)
            if len(letters) >= MIN_SLIP:
                filed += [each << 32 | len(words) for each in beginnings(letters, missing=1)]
                words.append(surface)
        filed.sort()
        return cls(
            sounds, words, array("Q", (each >> 32 for each in filed)), array("I", (each & 0xFFFFFFFF for each in filed))
        )

    def filed_by(self, wanted: Iterable[int]) -> Iterator[tuple[str, str]]:
        """Every word that has one of the beginnings, none twice, with its letters."""
        found: set[int] = set()
        for beginning in wanted:
            first = bisect_left(self.beginnings, beginning)
            found.update(self.places[first : bisect_right(self.beginnings, beginning, first)])
        for place in found:
            letters = self._letters.get(place)
            if letters is None:
                letters = self._letters[place] = to_jamo(self.words[place])
            yield self.words[place], letters


def sound(letters: str) -> str:
    """The letters with those that sound alike as one."""
    return letters.translate(_SOUND)


def beginnings(letters: str, *, missing: int) -> set[int]:
    """The beginnings of the letters, as numbers, with at most so many of them left out."""
    head = letters[: BEGINNING + missing].translate(_codes).encode("latin-1")
    found = {head[:BEGINNING]}
    for left_out in range(1, missing + 1):
        long = head[: BEGINNING + left_out]
        if len(long) > left_out:
            kept = combinations(long, len(long) - left_out)
            found.update(map(bytes, kept))
    return {int.from_bytes(each, "big") for each in found}
