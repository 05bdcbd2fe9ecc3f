"""Korean typed in Latin letters, because some people write gwallamgaek; its spelling is heard, so it is guessed back.

A word is vowels with junctions between them. A junction spells the final of one syllable and the initial of the
next, so liaison and assimilation are entries of one table. The cheapest spellings are found position by position.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from bot.language.hangul import assemble

MAX_LENGTH = 40
_HIATUS = 1  # makes "eo" one vowel before it makes it two
_LIAISON = 2


class _Junction(NamedTuple):
    final: str
    lead: str
    cost: int


def _options(table: str) -> dict[str, dict[str, int]]:
    """Lines of `spelling letter+cost …`."""
    return {
        spelling: {choice[0]: int(choice[1:]) for choice in choices}
        for spelling, *choices in (line.split() for line in table.strip().splitlines())
    }


_VOWELS = _options("""
    a ㅏ0
    ae ㅐ0 ㅔ3
    ai ㅐ4
    ya ㅑ0
    yae ㅒ0
    eo ㅓ0
    e ㅔ0 ㅐ3
    ee ㅣ2
    yeo ㅕ0
    ye ㅖ0
    o ㅗ0 ㅓ4
    oo ㅜ2
    wa ㅘ0
    wae ㅙ0
    oe ㅚ0
    yo ㅛ0 ㅕ4
    u ㅜ0 ㅓ4 ㅡ4
    wu ㅜ2
    woo ㅜ2
    wo ㅝ0
    weo ㅝ2
    we ㅞ0 ㅚ3 ㅙ3
    wi ㅟ0
    wee ㅟ2
    yu ㅠ0 ㅕ4
    you ㅠ2 ㅕ4
    yoo ㅠ2
    eu ㅡ0
    ui ㅢ0
    eui ㅢ2
    i ㅣ0
    yi ㅣ2
""")
_LEADS = _options("""
    g ㄱ0 ㅋ5
    k ㅋ0 ㄱ3
    kk ㄲ0
    gg ㄲ2
    n ㄴ0
    d ㄷ0 ㅌ5
    t ㅌ0 ㄷ3
    tt ㄸ0
    dd ㄸ2
    r ㄹ0
    l ㄹ2
    m ㅁ0
    b ㅂ0 ㅍ5
    p ㅍ0 ㅂ3
    pp ㅃ0
    bb ㅃ2
    s ㅅ0
    sh ㅅ1
    ss ㅆ0
    j ㅈ0 ㅊ5
    ch ㅊ0 ㅈ3
    jj ㅉ0
    h ㅎ0
""")
#: Finals before another consonant or at the end of the word.
_FINALS = _options("""
    k ㄱ0
    g ㄱ2
    n ㄴ0
    t ㄷ0 ㅅ1 ㅊ2 ㅌ3 ㅆ4
    d ㄷ2
    l ㄹ0
    r ㄹ2
    m ㅁ0
    p ㅂ0 ㅍ3
    b ㅂ2
    ng ㅇ0
    s ㅅ2
""")
#: Finals before a silent ㅇ, where they sound as initials.
_LIAISONS = _options("""
    g ㄱ0
    k ㄱ0 ㅋ2
    kk ㄲ0
    n ㄴ0
    d ㄷ0
    t ㅅ1 ㅌ0
    r ㄹ0
    l ㄹ1
    m ㅁ0
    b ㅂ0
    p ㅂ0 ㅍ1
    s ㅅ0
    ss ㅆ0
    j ㅈ0
    ch ㅊ0
""")
#: Sounds that two letters make together, undone: `spelling final+initial+cost`.
_ASSIMILATED = """
    ng ㅇㅇ1
    ll ㄹㄹ0 ㄴㄹ2 ㄹㄴ3
    ngn ㅇㄹ3 ㄱㄴ3 ㄱㄹ4
    ngm ㄱㅁ2
    mn ㅂㄴ2 ㅁㄹ3 ㅂㄹ4
    mm ㅂㅁ2
    nn ㄴㄹ3 ㅆㄴ4
    kk ㄱㄱ2
    tt ㅅㄷ3 ㄷㄷ3
    pp ㅂㅂ2
    ss ㅅㅅ3
    k ㅎㄱ3 ㄱㅎ4
    t ㅎㄷ3
    p ㅂㅎ4
    j ㅎㅈ5
    ch ㅎㅈ3
"""


def _junctions() -> dict[str, tuple[_Junction, ...]]:
    found: dict[str, dict[tuple[str, str], int]] = {}

    def add(spelling: str, final: str, lead: str, cost: int) -> None:
        costs = found.setdefault(spelling, {})
        costs[final, lead] = min(cost, costs.get((final, lead), cost))

    add("", "", "ㅇ", _HIATUS)
    for spelling, leads in _LEADS.items():
        for lead, cost in leads.items():
            add(spelling, "", lead, cost)
            for before, finals in _FINALS.items():
                for final, price in finals.items():
                    add(before + spelling, final, lead, price + cost)
    for spelling, finals in _LIAISONS.items():
        for final, price in finals.items():
            add(spelling, final, "ㅇ", price + _LIAISON)
    for spelling, *choices in (line.split() for line in _ASSIMILATED.strip().splitlines()):
        for choice in choices:
            add(spelling, choice[0], choice[1], int(choice[2:]))
    return {
        spelling: tuple(_Junction(final, lead, cost) for (final, lead), cost in costs.items())
        for spelling, costs in found.items()
    }


_JUNCTIONS = _junctions()
_TAILS = {"": {"": 0}, **_FINALS}
_LONGEST_VOWEL = max(map(len, _VOWELS))
_LONGEST_JUNCTION = max(map(len, _JUNCTIONS))

#: The text so far and the initial of the syllable to come → what its spelling cost.
_Partial = dict[tuple[str, str], int]

_syllable = lru_cache(maxsize=None)(assemble)  # at most 11,172


def hangulise(word: str, limit: int = 12) -> list[str]:
    """The likeliest Hangul spellings of the romanised word, most literal first; none if it cannot be Korean."""
    letters = word.lower().replace("-", "")
    if limit < 1 or not letters or len(letters) > MAX_LENGTH or not letters.isascii():
        return []
    waiting: list[_Partial] = [{} for _ in range(len(letters) + 1)]
    _begin(letters, waiting)
    finished: _Partial = {}
    for start, partial in enumerate(waiting):
        for (text, lead), cost in _cheapest(partial, limit):
            _extend(letters, start, (text, lead, cost), waiting, finished)
    return [text for (text, _), _ in _cheapest(finished, limit)]


def _begin(letters: str, waiting: list[_Partial]) -> None:
    waiting[0]["", "ㅇ"] = 0
    for spelling, leads in _LEADS.items():
        if letters.startswith(spelling):
            for lead, cost in leads.items():
                _offer(waiting[len(spelling)], ("", lead), cost)


def _extend(letters: str, start: int, head: tuple[str, str, int], waiting: list[_Partial], finished: _Partial) -> None:
    text, lead, paid = head
    for middle in range(start + 1, min(start + _LONGEST_VOWEL, len(letters)) + 1):
        for vowel, price in _VOWELS.get(letters[start:middle], {}).items():
            for final, cost in _TAILS.get(letters[middle:], {}).items():
                _offer(finished, (text + _syllable(lead, vowel, final), ""), paid + price + cost)
            for end in range(middle, min(middle + _LONGEST_JUNCTION, len(letters) - 1) + 1):
                for final, following, cost in _JUNCTIONS.get(letters[middle:end], ()):
                    key = text + _syllable(lead, vowel, final), following
                    _offer(waiting[end], key, paid + price + cost)


def _offer(partial: _Partial, key: tuple[str, str], cost: int) -> None:
    partial[key] = min(cost, partial.get(key, cost))


def _cheapest(partial: _Partial, limit: int) -> list[tuple[tuple[str, str], int]]:
    return sorted(partial.items(), key=lambda item: item[1])[:limit]
