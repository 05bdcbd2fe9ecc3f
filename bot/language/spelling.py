"""Words as hurried fingers spell them: letters drawn out, swapped, left out, or hit beside the right key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from bot.language.hangul import FINALS, assemble, disassemble, is_syllable

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_RUNS = re.compile(r"(.)\1*")
_MOST_RUNS = 3
_ASKING = frozenset({"who", "what", "when", "where", "which", "how"})
_LEAST_SWAPPED = 3
#: How unlikely it is that a key was hit besides.
_BESIDES = 3
#: What a vowel sounds like when it is drawn out: 요오오, 줘어, 야아.
_DRAWN = dict(zip("ㅏㅑㅐㅒㅓㅕㅔㅖㅗㅛㅘㅜㅠㅝㅡㅣㅢㅚㅟ", "ㅏㅏㅐㅐㅓㅓㅔㅔㅗㅗㅏㅜㅜㅓㅡㅣㅣㅔㅣ", strict=True))
_SAME_SYLLABLES = re.compile(r"([가-힣])\1+")
_LONE_LETTERS = re.compile(r"(?<=[가-힣])[ㄱ-ㅣ]+|[ㄱ-ㅣ]+(?=[가-힣])")


def _beside() -> dict[str, frozenset[str]]:
    """For every key those that touch it; each row is half a key to the right of the one above."""
    found: dict[str, set[str]] = {key: set() for row in _ROWS for key in row}
    for above, row in enumerate(_ROWS):
        for place, key in enumerate(row):
            near = [row[place - 1 : place], row[place + 1 : place + 2]]
            if above:
                near += [_ROWS[above - 1][place : place + 1], _ROWS[above - 1][place + 1 : place + 2]]
            for other in filter(None, near):
                found[key].add(other)
                found[other].add(key)
    return {key: frozenset(others) for key, others in found.items()}


#: The keys that touch each key.
BESIDE = _beside()


def undrawn(word: str) -> Iterator[str]:
    """The word with letters that are repeated in it once or twice instead, the least changed first; never itself."""
    runs = [match.group() for match in _RUNS.finditer(word)]
    drawn = [place for place, run in enumerate(runs) if len(run) > 1]
    if not 0 < len(drawn) <= _MOST_RUNS:
        return
    choices = [(run, run[:1]) if len(run) == 2 else (run[:2], run[:1]) if len(run) > 2 else (run,) for run in runs]
    for spelled in sorted(map("".join, product(*choices)), key=len, reverse=True):
        if spelled != word:
            yield spelled


def fuller(word: str) -> Iterator[str]:
    """The Latin word with a letter more inside it or at its end, or with two neighbours swapped."""
    for place in range(1, len(word) + 1):
        for letter in BESIDE:
            yield word[:place] + letter + word[place:]
    for place in range(len(word) - 1):
        yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def meant_by(typed: str, words: Iterable[str]) -> tuple[str, bool] | None:
    """The word that the short word typed is one slip away from, the likeliest slip first, then the first word; and
    whether a key was hit besides."""
    ranked = [(rank, place, word) for place, word in enumerate(words) if (rank := slip(typed, word)) is not None]
    if not ranked:
        return None
    rank, _, best = min(ranked)
    return (
        None if best in _ASKING and len(ranked) > 1 else (best, rank == _BESIDES)
    )  # woh is who or won: not a guess to make


def slip(typed: str, meant: str) -> int | None:
    """How unlikely the one slip is that makes the word typed of the word meant; None when it takes more than one."""
    if len(typed) == len(meant):
        wrong = [place for place, (one, other) in enumerate(zip(typed, meant, strict=True)) if one != other]
        if len(wrong) == 2 and wrong[1] == wrong[0] + 1 and typed[wrong[0]] == meant[wrong[1]]:
            return 0 if typed[wrong[1]] == meant[wrong[0]] else None
        return 2 if len(wrong) == 1 and typed[wrong[0]] in BESIDE.get(meant[wrong[0]], ()) else None
    if len(typed) + 1 == len(meant):
        return 1 if any(meant[:place] + meant[place + 1 :] == typed for place in range(1, len(meant))) else None
    if len(typed) == len(meant) + 1:
        return _BESIDES if any(_is_hit_besides(typed, place, meant) for place in range(len(typed))) else None
    return None


def _is_hit_besides(typed: str, place: int, meant: str) -> bool:
    """Whether the letter there was hit together with a key that it touches."""
    if typed[:place] + typed[place + 1 :] != meant:
        return False
    return not BESIDE.get(typed[place], frozenset()).isdisjoint(
        (typed[place - 1 : place], typed[place + 1 : place + 2])
    )


def swapped_syllables(word: str) -> Iterator[str]:
    """The word of three or more syllables with two neighbours each in the other's place."""
    if len(word) < _LEAST_SWAPPED or not all(map(is_syllable, word)):
        return
    for place in range(len(word) - 1):
        if word[place] != word[place + 1]:
            yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def parted(word: str) -> Iterator[tuple[str, str]]:
    """The two parts of the word, of two or more letters each, in every way."""
    for place in range(2, len(word) - 1):
        yield word[:place], word[place:]


def unlinked(word: str) -> Iterator[tuple[str, str]]:
    """The Korean word as a noun and a particle that begins with a vowel, the noun's last sound back in its place."""
    for place in range(1, len(word)):
        (lead, vowel, final), (linked, opened, closed) = disassemble(word[place - 1]), disassemble(word[place])
        if not final and linked != "ㅇ" and linked in FINALS:
            noun = word[: place - 1] + assemble(lead, vowel, linked)
            yield noun, assemble("ㅇ", opened, closed) + word[place + 1 :]


def calmed(text: str) -> str:
    """Korean with the syllables that are repeated or drawn out once only: 몇명이이야 is 몇명이야, 해애애 is 해."""
    return _SAME_SYLLABLES.sub(r"\1", _without_drawl(text))


def without_lone_letters(text: str) -> str:
    """Korean without the letters that stand alone beside its syllables."""
    return _LONE_LETTERS.sub("", text)


def _without_drawl(text: str) -> str:
    written: list[str] = []
    for char in text:
        before = written[-1] if written else ""
        if is_syllable(char) and is_syllable(before):
            (lead, vowel, final), (first, sounded, closed) = disassemble(char), disassemble(before)
            if lead == "ㅇ" and not closed and vowel in (sounded, _DRAWN.get(sounded)):
                written[-1] = assemble(first, sounded, final)
                continue
        written.append(char)
    return "".join(written)
