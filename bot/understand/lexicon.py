"""What every word means: surfaces of the languages and of one release, found exactly, by sound or despite a slip."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from rapidfuzz.distance import OSA

from bot.language.hangul import choseong, to_jamo
from bot.language.words import Reading, Words

Kind = Literal["word", "verb", "skip"]

#: Letters that sound alike, for people who write as they hear: 게약 for 계약, 왓어 for 왔어.
_SOUND = str.maketrans("ㅖㅐㅒㅙㅞㅆㅈㅊㅌㄲㄸㅃㅉㅎ", "ㅔㅔㅔㅚㅚㅅㅅㅅㅅㄱㄷㅂㅅㅎ")
_MIN_SOUND = 5
_MIN_SLIP = 5
_TWO_SLIPS = 9
#: Longer stretches, in letters, are not looked up.
_LONGEST = 32


@dataclass(frozen=True, slots=True)
class Entry:
    """A surface of the lexicon: its readings, and whether the phrase it comes from has spaces."""

    surface: str
    kind: Kind
    readings: tuple[Reading, ...]
    spaced: bool = False
    meanings: Reading = frozenset()


@dataclass(slots=True)
class Lexicon:
    """Surface → Entry, with the indexes for finding a surface by sound or with one or two slips.

    `named` are the surfaces that the release itself brings, `own` what it means by them.
    """

    entries: dict[str, Entry]
    josa: frozenset[str]
    endings: frozenset[str]
    soft: frozenset[str]
    named: tuple[str, ...] = ()
    own: dict[str, tuple[Reading, ...]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    _initials: dict[str, list[str]] = field(default_factory=dict)
    _sounds: dict[str, str] = field(default_factory=dict)
    _deletions: dict[str, list[str]] = field(default_factory=dict)
    _keys: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for surface in self.entries:
            head = surface[:2]
            self.longest[head] = max(self.longest.get(head, 0), len(surface))

    def by_initials(self, initials: str) -> str | None:
        """The release's word that these initial consonants stand for; None when there is none or more than one."""
        if not self._initials:
            for surface in self.named:
                if surface[:1] >= "가" and len(surface) >= 2:
                    self._initials.setdefault(choseong(surface), []).append(surface)
        found = self._initials.get(initials, [])
        readings = {self.entries[surface].readings for surface in found}
        return found[0] if len(readings) == 1 else None

    def near(self, surface: str) -> tuple[Entry, int] | None:
        """The entry that sounds the same (distance 0) or is one or two slips away; None when there is none."""
        if not self._keys:
            self._index()
        typed = to_jamo(surface)
        if not _MIN_SOUND <= len(typed) <= _LONGEST or len(surface) < 2:
            return None
        same = self._sounds.get(typed.translate(_SOUND))
        if same is not None:
            return self.entries[same], 0
        budget = 0 if len(typed) < _MIN_SLIP else 1 if len(typed) < _TWO_SLIPS else 2
        if not budget:
            return None
        best: tuple[int, bool, int, str] | None = None
        for candidate in self._candidates(typed, budget):
            distance = OSA.distance(typed, self._keys[candidate], score_cutoff=budget)
            allowed = 1 if len(self._keys[candidate]) < _TWO_SLIPS else 2
            # What the release speaks of is likelier, then a word as long: contarct is contract, not contact.
            length = abs(len(typed) - len(self._keys[candidate]))
            rank = (distance, candidate not in self.own, length, candidate)
            if distance <= min(budget, allowed) and (best is None or rank < best):
                best = rank
        return (self.entries[best[3]], best[0]) if best else None

    def _candidates(self, typed: str, budget: int) -> set[str]:
        found: set[str] = set()
        for variant in _deletions(typed):
            found.update(self._deletions.get(variant, ()))
        if budget > 1:
            for once in _deletions(typed):
                for twice in _deletions(once):
                    found.update(self._deletions.get(twice, ()))
        return found

    def _index(self) -> None:
        for surface, entry in self.entries.items():
            if (entry.kind == "skip" and surface[0] >= "ㄱ") or any(char.isdigit() for char in surface):
                continue
            jamo = to_jamo(surface)
            self._keys[surface] = jamo
            if len(jamo) >= _MIN_SOUND and surface[0] >= "가":
                self._sounds.setdefault(jamo.translate(_SOUND), surface)
            # A verb's short forms are too many and too alike to be guessed at.
            if len(jamo) < _MIN_SLIP or (entry.kind == "verb" and surface[0] >= "가"):
                continue
            for variant in _deletions(jamo):
                self._deletions.setdefault(variant, []).append(surface)


def _deletions(text: str) -> set[str]:
    return {text} | {text[:i] + text[i + 1 :] for i in range(len(text))}


def build(words: Words, terms: Iterable[tuple[str, Reading]], spaced: frozenset[str]) -> Lexicon:
    """The lexicon of the languages' words and of a release's terms; a term outranks a word that says nothing."""
    readings: dict[str, set[Reading]] = {}
    kinds: dict[str, Kind] = {}
    for surface in words.skip:
        readings[surface], kinds[surface] = set(), "skip"
    for surface, found in words.verbs.items():
        readings[surface], kinds[surface] = set(found), "verb"
    for surface, found in words.nouns.items():
        if kinds.get(surface) == "skip":
            readings[surface] = set()
        readings.setdefault(surface, set()).update(found)
        if kinds.get(surface) != "verb":
            kinds[surface] = "word"
    own: dict[str, list[Reading]] = {}
    for surface, reading in terms:
        own.setdefault(surface, []).append(reading)
        readings.setdefault(surface, set()).add(reading)
        if kinds.get(surface) != "verb":
            kinds[surface] = "word"
    entries = {
        surface: Entry(
            surface,
            kinds[surface],
            tuple(sorted(found, key=sorted)),
            surface in spaced or surface in words.spaced,
            frozenset().union(*found),
        )
        for surface, found in readings.items()
    }
    return Lexicon(
        entries,
        words.josa,
        words.endings,
        words.soft,
        tuple(own),
        {surface: tuple(found) for surface, found in own.items()},
    )
