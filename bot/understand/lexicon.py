"""What every word means: surfaces of the languages and of one release, found exactly, by sound or despite a slip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from rapidfuzz.distance import OSA

from bot.language.hangul import choseong, to_jamo
from bot.language.words import Reading, Words

Kind = Literal["word", "verb", "skip"]

#: Letters that sound alike, for people who write as they hear: 게약 for 계약, 왓어 for 왔어.
_SOUND = str.maketrans("ㅖㅐㅒㅙㅞㅆㅈㅊㅌㄲㄸㅃㅉㅎ", "ㅔㅔㅔㅚㅚㅅㅅㅅㅅㄱㄷㅂㅅㅎ")
#: From how many letters on a word may be mended: by sound, with one slip, with two; longer stretches never are.
_MIN_SOUND, _MIN_SLIP, _TWO_SLIPS, _LONGEST = 4, 5, 9, 32


@dataclass(frozen=True, slots=True)
class Entry:
    """A surface of the lexicon: its readings, all their meanings, and whether its phrase has spaces."""

    surface: str
    kind: Kind
    readings: tuple[Reading, ...]
    meanings: Reading
    spaced: bool


@cache
def _meanings(reading: str) -> Reading:
    return frozenset(reading.split())


@dataclass(slots=True)
class Lexicon:
    """The languages' words with a release's own on top, and the indexes for finding a surface by sound or with slips.

    `own` is what the release itself means by a surface, `own_spaced` those that it writes in several words.
    """

    words: Words
    own: dict[str, tuple[Reading, ...]]
    own_spaced: frozenset[str]
    _entries: dict[str, Entry | None] = field(default_factory=dict)
    _own_longest: dict[str, int] = field(default_factory=dict)
    _initials: dict[str, list[str]] = field(default_factory=dict)
    _sounds: dict[str, str] = field(default_factory=dict)
    _deletions: dict[str, list[str]] = field(default_factory=dict)
    _letters: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for surface in self.own:
            head = surface[:2]
            self._own_longest[head] = max(self._own_longest.get(head, 0), len(surface))

    @property
    def soft(self) -> frozenset[str]:
        """The meanings that say little and never stand in the way of an answer."""
        return self.words.soft

    def entry(self, surface: str) -> Entry | None:
        """What the surface is; None when it is no word."""
        if surface not in self._entries:
            self._entries[surface] = self._made(surface)
        return self._entries[surface]

    def _made(self, surface: str) -> Entry | None:
        general = (*self.words.verbs.get(surface, ()), *self.words.nouns.get(surface, ()))
        readings = {*map(_meanings, general), *self.own.get(surface, ())}
        if not readings and surface not in self.words.skip:
            return None
        kind: Kind = "verb" if surface in self.words.verbs else "word" if readings else "skip"
        spaced = surface in self.own_spaced or surface in self.words.spaced
        ordered = tuple(sorted(readings, key=sorted))
        return Entry(surface, kind, ordered, frozenset().union(*ordered), spaced)

    def reach(self, head: str) -> int:
        """How long the longest surface is that begins with the two characters, or is the one."""
        return max(self.words.longest.get(head, 0), self._own_longest.get(head, 0))

    def by_initials(self, initials: str) -> str | None:
        """The release's word that these initial consonants stand for; None when there is none or more than one."""
        if not self._initials:
            for surface in self.own:
                if surface[:1] >= "가" and len(surface) >= 2:
                    self._initials.setdefault(choseong(surface), []).append(surface)
        found = self._initials.get(initials, [])
        return found[0] if len({self.own[surface] for surface in found}) == 1 else None

    def near(self, surface: str) -> tuple[Entry, int] | None:
        """The entry that sounds the same (distance 0) or is one or two slips away; None when there is none."""
        if not self._letters:
            self._index()
        typed = to_jamo(surface)
        if not _MIN_SOUND <= len(typed) <= _LONGEST or len(surface) < 2:
            return None
        same = self._sounds.get(typed.translate(_SOUND))
        if same is not None:
            return self._known(same), 0
        budget = 0 if len(typed) < _MIN_SLIP else 1 if len(typed) < _TWO_SLIPS else 2
        return self._nearest(typed, budget) if budget else None

    def _nearest(self, typed: str, budget: int) -> tuple[Entry, int] | None:
        best: tuple[int, bool, int, str] | None = None
        for candidate in self._candidates(typed, budget):
            letters = self._letters[candidate]
            distance = OSA.distance(typed, letters, score_cutoff=budget)
            if distance > min(budget, 1 if len(letters) < _TWO_SLIPS else 2):
                continue
            # What the release speaks of is likelier, then a word as long: contarct is contract, not contact.
            rank = (distance, candidate not in self.own, abs(len(typed) - len(letters)), candidate)
            if best is None or rank < best:
                best = rank
        return (self._known(best[3]), best[0]) if best else None

    def _known(self, surface: str) -> Entry:
        entry = self.entry(surface)
        assert entry is not None
        return entry

    def _candidates(self, typed: str, budget: int) -> set[str]:
        found: set[str] = set()
        variants = _without_one(typed)
        if budget > 1:
            variants |= {twice for once in variants for twice in _without_one(once)}
        for variant in variants:
            found.update(self._deletions.get(variant, ()))
        return found

    def _index(self) -> None:
        """File every surface that a slip may be mended to by what is left when one letter is missing."""
        for surface in self._mendable():
            letters = to_jamo(surface)
            self._letters[surface] = letters
            if len(letters) >= _MIN_SOUND and surface[0] >= "가":
                self._sounds.setdefault(letters.translate(_SOUND), surface)
            if len(letters) >= _MIN_SLIP:
                for variant in _without_one(letters):
                    self._deletions.setdefault(variant, []).append(surface)

    def _mendable(self) -> Iterator[str]:
        """The release's words first; unnamed things, talk, digits and verbs' short forms are never guessed at."""
        unguessed = ("=", "talk:")
        general = (surface for surface, readings in self.words.nouns.items() if not readings[0].startswith(unguessed))
        english = (surface for surface in (*self.words.verbs, *self.words.skip) if surface[0] < "ㄱ")
        for surface in dict.fromkeys((*self.own, *general, *english)):
            if not any(char.isdigit() for char in surface):
                yield surface


def _without_one(letters: str) -> set[str]:
    return {letters} | {letters[:place] + letters[place + 1 :] for place in range(len(letters))}


def build(words: Words, terms: Iterable[tuple[str, Reading]], spaced: frozenset[str]) -> Lexicon:
    """The lexicon of the languages' words and of a release's terms."""
    own: dict[str, dict[Reading, None]] = {}
    for surface, reading in terms:
        own.setdefault(surface, {})[reading] = None
    return Lexicon(words, {surface: tuple(readings) for surface, readings in own.items()}, spaced)
