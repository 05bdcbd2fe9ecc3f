"""Words as they may have been meant, by the keys: one struck too many, left out, beside the right one or out of turn;
Korean ones by the letters of their syllables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bot.language import keyboard
from bot.language.hangul import COMPOUNDS, LEADS, VOWELS, assemble
from bot.language.keyboard import strokes
from bot.language.spelling import BESIDE

#: What people type beside the words, drawn out or at their end.
_LAUGHTER = re.compile(r"([ㅋㅎㅠㅜㄷㅇㅗㅡ])\1+|[ㅋㅎㅠㅜㅡ]$")
_LETTERS = "".join(letter for letter in (*LEADS, *VOWELS) if letter not in COMPOUNDS)
#: How unlikely each slip is: none at all, a letter that sounds alike, one struck twice, two in each other's place, one
#: left out or beside the right one, one too many that is far from the others.
_NONE, _ALIKE, _TWICE, _SWAPPED, _ANY, _EXTRA = 0.2, 0.5, 0.7, 0.7, 0.9, 1.2
_SOUNDING_ALIKE = ("ㅐㅔ", "ㅔㅖ", "ㅅㅆ", "ㄱㄲ", "ㄷㄸ", "ㅂㅃ", "ㅈㅉ")
#: The keys of one syllable, or what has none.
_SYLLABLE = re.compile(
    r"[ㄱ-ㅎ](?:ㅗ[ㅏㅐㅣ]?|ㅜ[ㅓㅔㅣ]?|ㅡㅣ?|[ㅏ-ㅣ])(?:[ㄱ-ㅎ]{1,2}(?![ㅏ-ㅣ]))?(?![ㅏ-ㅣ])|[^ㄱ-ㅣ]"
)
#: From how many letters on a Latin word may lack a letter or have a wrong one.
_LATIN = 4
#: Longer words are not retyped.
LONGEST = 30


def without_laughter(word: str) -> str:
    """The word without what stands for laughter or tears beside its syllables."""
    return _LAUGHTER.sub("", word)


def retypings(word: str) -> dict[str, float]:
    """The words of whole syllables that one slip of the keys makes this word of, and how unlikely the slip is."""
    typed = strokes(word)
    if len(typed) > LONGEST:
        return {}
    found: dict[str, float] = {}
    for keys, cost in _slips(typed):
        meant = _written(keys)
        if meant and meant != word and cost < found.get(meant, 2 * _EXTRA):
            found[meant] = cost
    return found


def _written(keys: str) -> str:
    """The common syllables that the keys make; nothing when they make anything else."""
    pieces = _SYLLABLE.findall(keys)
    if sum(map(len, pieces)) < len(keys):
        return ""
    syllables = [_common().get(piece) or ("" if piece >= "ㄱ" else piece) for piece in pieces]
    return "".join(syllables) if all(syllables) else ""


@cache
def _common() -> dict[str, str]:
    """The common syllables by their keys."""
    return {keys: syllable for syllable, keys in _keys_of_common().items()}


@cache
def _keys_of_common() -> dict[str, str]:
    """The keys of the common syllables, those that have a code of their own in EUC-KR."""
    syllables = bytes(code for lead in range(0xB0, 0xC9) for last in range(0xA1, 0xFF) for code in (lead, last))
    return {syllable: strokes(syllable) for syllable in syllables.decode("euc-kr")}


def latin_retypings(word: str) -> dict[str, float]:
    """The words that one slip of the keys makes this Latin word of, and how unlikely the slip is; short words are only
    taken for swapped or repeated letters."""
    found: dict[str, float] = {}
    for meant, cost in _latin_slips(word):
        if meant != word and cost < found.get(meant, 2 * _EXTRA):
            found[meant] = cost
    return found


def _latin_slips(word: str) -> Iterator[tuple[str, float]]:
    for place, letter in enumerate(word):
        before, after = word[:place], word[place + 1 :]
        if after[:1] == letter:
            if len(word) >= _LATIN:
                yield before + after, _TWICE
        elif after:
            yield before + after[0] + letter + after[1:], _SWAPPED
        if len(word) < _LATIN:
            continue
        for other in BESIDE[letter]:
            yield before + other + after, _ANY
            if other in (before[-1:], after[:1]):
                yield before + after, _ANY
    if len(word) >= _LATIN:
        for place in range(len(word) + 1):
            for letter in BESIDE:
                yield word[:place] + letter + word[place:], _ANY


def respaced(one: str, other: str) -> Iterator[tuple[str, str]]:
    """The two words with the space between them one or two letters further on or back."""
    both = one + other
    for place in (len(one) + step for step in (-1, 1, -2, 2)):
        if 0 < place < len(both):
            yield both[:place], both[place:]


def sounded(word: str) -> str:
    """The word with its lone letters as syllables of their own: ㄴㅎ었대 is 느흐었대, which is no word."""
    return "".join(
        assemble(char, "ㅡ") if char in LEADS else assemble("ㅇ", char) if char in VOWELS else char for char in word
    )


def is_written(word: str) -> bool:
    """Whether the word has no lone letters and only syllables of the common ones."""
    return bool(word) and all(char in _keys_of_common() or char < "ㄱ" for char in word)


def _slips(typed: str) -> Iterator[tuple[str, float]]:
    """The keys with one slip undone, and as they are: 언ㅈㅔ is 언제 without any."""
    yield typed, _NONE
    for place, letter in enumerate(typed):
        if letter not in _LETTERS:
            continue
        before, after = typed[:place], typed[place + 1 :]
        yield before + after, _TWICE if _is_hit_besides(before, letter, after) else _EXTRA
        if after and after[0] in _LETTERS and after[0] != letter:
            yield before + after[0] + letter + after[1:], _SWAPPED
        for other in _beside(letter):
            yield before + other + after, _ANY
        for other in _ALIKE_TO.get(letter, ""):
            yield before + other + after, _ALIKE
    for place in range(len(typed) + 1):
        before, after = typed[:place], typed[place:]
        if (before and before[-1] in _LETTERS) or (after and after[0] in _LETTERS):
            links = bool(before and after) and before[-1] in LEADS and after[0] in VOWELS
            for letter in _LETTERS:
                yield before + letter + after, _ALIKE if links and letter == "ㅇ" else _ANY


def _is_hit_besides(before: str, letter: str, after: str) -> bool:
    """Whether the letter was struck twice or with a key that it touches."""
    return any(other == letter or other in _beside(letter) for other in (before[-1:], after[:1]) if other)


def _beside(letter: str) -> frozenset[str]:
    return _BESIDE.get(letter, frozenset())


_ALIKE_TO = {
    letter: "".join(alike.replace(letter, "") for alike in _SOUNDING_ALIKE if letter in alike)
    for letter in "".join(_SOUNDING_ALIKE)
}
_BESIDE = {keyboard.to_hangul(key): frozenset(map(keyboard.to_hangul, beside)) for key, beside in BESIDE.items()}
