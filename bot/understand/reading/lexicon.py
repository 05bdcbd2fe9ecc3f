"""What every word means: surfaces of the languages and of one release, found exactly, by sound or despite a slip."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from rapidfuzz.distance import OSA, LCSseq

from bot.language.hangul import choseong, to_jamo
from bot.language.slips import BEGINNING, MIN_SLIP, MIN_SOUND, Mendable, beginnings, sound
from bot.language.spelling import BESIDE, fuller, meant_by, slip, swapped_syllables, undrawn
from bot.language.words import Reading, Words, mendable
from bot.language.words.expand import lengths

Kind = Literal["word", "verb", "skip"]

#: From how many letters on a word may be mended with two slips; longer stretches never are.
_TWO_SLIPS, _LONGEST = 9, 32
_SINGLE = (1,)
#: The first of the Korean vowels, which come after the consonants, and are struck with the other hand.
_FIRST_VOWEL = "ㅏ"
#: How long a Latin word is in which only a letter beside the right one, or one that sounds alike, is a slip.
_SHORT_LATIN, _ALIKE = 7, tuple(map(frozenset, ("aeiouy", "csz", "ckq", "gj", "fv", "mn", "bp", "dt", "wv")))
_UNLIKELIEST = 4
#: Words of time are not guessed at, as digits are not: 외해 is not 올해.
_TIMES = ("time:", "year:", "edition:")
#: How long a short word may be as typed; longer ones are found by their letters.
_SHORT_TYPED = range(3, 6)


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


def _clings(rest: str, affixes: frozenset[str]) -> bool:
    """Whether the rest of a Korean word is one particle or ending, or two."""
    return rest in affixes or any(rest[:cut] in affixes and rest[cut:] in affixes for cut in range(1, len(rest)))


@dataclass(slots=True)
class Lexicon:
    """The languages' words with a release's own on top, and the indexes for finding a surface by sound or with slips.

    `own` is what the release itself means by a surface, `own_spaced` those that it writes in several words.
    """

    words: Words
    own: dict[str, tuple[Reading, ...]]
    own_spaced: frozenset[str]
    _entries: dict[str, Entry] = field(default_factory=dict)
    _own_lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)
    _initials: dict[str, list[str]] = field(default_factory=dict)
    _own_mendable: Mendable | None = None
    _mending: Mending | None = None

    def __post_init__(self) -> None:
        for head, own in lengths(self.own).items():
            self._own_lengths[head] = tuple(sorted({*own, *self.words.lengths.get(head, ())}))

    @property
    def soft(self) -> frozenset[str]:
        """The meanings that say little and never stand in the way of an answer."""
        return self.words.soft

    def entry(self, surface: str) -> Entry | None:
        """What the surface is; None when it is no word."""
        return self.known(surface) if self.is_word(surface) else None

    def is_word(self, surface: str) -> bool:
        """Whether the surface is a word of the languages or one of the release's own."""
        return surface in self.words.surfaces or surface in self.own

    def is_ordinary(self, typed: str) -> bool:
        """Whether what was typed is right as it stands although nothing is known of it: an everyday word, a Korean noun
        with particles or a verb with endings."""
        words = self.words
        if typed in words.ordinary or typed in words.ordinary_verbs:
            return True
        ends = range(1, len(typed)) if typed[:1] >= "ㄱ" else ()
        return any(
            (typed[:end] in words.ordinary and _clings(typed[end:], words.josa))
            or (typed[:end] in words.ordinary_verbs and _clings(typed[end:], words.endings))
            for end in ends
        )

    def known(self, surface: str) -> Entry:
        """What the surface is, which is a word of the languages or one of the release's own."""
        entry = self._entries.get(surface)
        if entry is None:
            entry = self._entries[surface] = self._made(surface)
        return entry

    def _made(self, surface: str) -> Entry:
        general = (*self.words.verbs.get(surface, ()), *self.words.nouns.get(surface, ()))
        readings = {*map(_meanings, general), *self.own.get(surface, ())}
        kind: Kind = "verb" if surface in self.words.verbs else "word" if readings else "skip"
        spaced = surface in self.own_spaced or surface in self.words.spaced
        ordered = tuple(sorted(readings, key=sorted))
        return Entry(surface, kind, ordered, frozenset().union(*ordered), spaced)

    def lengths(self, head: str) -> tuple[int, ...]:
        """How long the surfaces may be that begin with the two characters, or are the first, from the shortest."""
        return self._own_lengths.get(head) or self.words.lengths.get(head) or _SINGLE

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
        return self.mending().near(surface)

    def mending(self, names: frozenset[str] = frozenset()) -> Mending:
        """What finds the near words of one message, in which those words are names."""
        if self._own_mendable is None:
            self._own_mendable = Mendable.of(self.own)
        mending = self._mending
        if mending is None or not mending.serves(names):
            mending = self._mending = Mending(self, (self._own_mendable, mendable()), names)
        return mending

    def forget(self) -> None:
        """Nothing of the message that was read stays."""
        self._mending = None


class Mending:
    """Finds near words for the stretches of a message, however often it is read; what begins alike is looked up once.

    Its `names` are taken for no slip of a short word: Tje is not the.
    """

    def __init__(self, lexicon: Lexicon, mendable: tuple[Mendable, ...], names: frozenset[str]) -> None:
        self._lexicon, self._mendable = lexicon, mendable  # the release's first: its words are likelier
        self._names = names
        self._found: dict[str, tuple[Entry, int] | None] = {}
        self._alike: dict[str, list[tuple[str, str]]] = {}

    def serves(self, names: frozenset[str]) -> bool:
        """Whether the words are the same that are names."""
        return names == self._names

    def near(self, surface: str) -> tuple[Entry, int] | None:
        """The entry that sounds the same (distance 0) or is one or two slips away; None when there is none."""
        if surface not in self._found:
            self._found[surface] = self._near(surface)
        return self._found[surface]

    def _near(self, surface: str) -> tuple[Entry, int] | None:
        if surface[0] < "ㄱ":
            return self._drawn(surface) or self._likelier(surface, self._by_letters(surface)) or self._short(surface)
        return self._by_letters(surface) or self._swapped(surface)

    def _drawn(self, surface: str) -> tuple[Entry, int] | None:
        """The word whose letters are repeated in what was typed: theeey is they."""
        for spelled in undrawn(surface):
            entry = self._lexicon.entry(spelled) if len(spelled) > 2 else None
            if entry is not None:
                return entry, 1
        return None

    def _short(self, surface: str) -> tuple[Entry, int] | None:
        """The short common word that is one slip away: tje is the."""
        if len(surface) not in _SHORT_TYPED or surface in self._names:
            return None
        meant = meant_by(surface, self._lexicon.words.short)
        if meant is None or (meant[1] and any(map(self._lexicon.entry, fuller(surface)))):
            return None  # sare may be share as well as are
        entry = self._lexicon.entry(meant[0])
        return (entry, 1) if entry is not None else None

    def _likelier(self, surface: str, found: tuple[Entry, int] | None) -> tuple[Entry, int] | None:
        """What was found, unless a word that no meaning covers is the likelier slip: presdent is not present."""
        if found is None or found[0].surface in self._lexicon.own:
            return found
        spelled = [each for each in fuller(surface) if each in self._lexicon.words.surfaces]
        if not spelled or found[0].surface in spelled:
            return found
        return self._lexicon.known(spelled[0]), 1

    def _swapped(self, surface: str) -> tuple[Entry, int] | None:
        """The Korean word of three or more syllables, two of which changed places: 비니즈스 is 비즈니스."""
        for spelled in swapped_syllables(surface):
            entry = self._lexicon.entry(spelled)
            if entry is not None and entry.kind == "word":
                return entry, 1
        return None

    def _by_letters(self, surface: str) -> tuple[Entry, int] | None:
        typed = to_jamo(surface)
        if not MIN_SOUND <= len(typed) <= _LONGEST or len(surface) < 2:
            return None
        heard = sound(typed)
        for one in self._mendable:
            same = one.sounds.get(heard)
            if same is not None:
                return self._lexicon.known(same), 0
        least = MIN_SLIP - 1 if surface[0] < "ㄱ" and surface not in self._names else MIN_SLIP
        budget = 0 if len(typed) < least else 1 if len(typed) < _TWO_SLIPS else 2
        return self._nearest(typed, budget) if budget else None

    def _nearest(self, typed: str, budget: int) -> tuple[Entry, int] | None:
        best: tuple[int, bool, int, int, str] | None = None
        for candidate, letters in self._beginning_like(typed, budget):
            if len(typed) < MIN_SLIP and candidate not in self._lexicon.words.skip:
                continue  # ging is going, but head is not ahead
            longer = len(letters) - len(typed)
            if not -budget <= longer <= 1:
                continue
            distance = OSA.distance(typed, letters, score_cutoff=budget)
            if distance > min(budget, 1 if len(letters) < _TWO_SLIPS else 2):
                continue
            if not (_is_likely_slip(typed, letters) if distance == 1 else _is_left_out(typed, letters)):
                continue
            # What the release speaks of is likelier, then the likelier slip, then a word as long: contarct is contract.
            unlikely = _unlikely(typed, letters, distance)
            rank = (distance, candidate not in self._lexicon.own, unlikely, abs(longer), candidate)
            if best is None or rank < best:
                best = rank
        found = self._lexicon.known(best[4]) if best else None
        if best is None or found is None or any(meaning.startswith(_TIMES) for meaning in found.meanings):
            return None
        return found, best[0]

    def _beginning_like(self, typed: str, budget: int) -> list[tuple[str, str]]:
        """The mendable words, with their letters, whose first letters are those typed but for the slips."""
        head = typed[: BEGINNING + budget]
        if head not in self._alike:
            wanted = beginnings(head, missing=budget)
            self._alike[head] = [each for each_of in self._mendable for each in each_of.filed_by(wanted)]
        return self._alike[head]


def _unlikely(typed: str, letters: str, distance: int) -> int:
    """How unlikely the one slip is that makes the Latin word typed of the other; more than one is the unlikeliest."""
    if typed[0] >= "ㄱ":
        return 0
    rank = slip(typed, letters) if distance == 1 else None
    return _UNLIKELIEST if rank is None else rank


def _is_likely_slip(typed: str, letters: str) -> bool:
    """Whether a letter in place of another is one that a finger or an ear takes for it: no consonant for a vowel, and
    in a short Latin word only what lies beside or sounds alike."""
    if len(typed) != len(letters):
        return True
    wrong = [(one, other) for one, other in zip(typed, letters, strict=True) if one != other]
    if len(wrong) != 1:
        return True
    one, other = wrong[0]
    if typed[0] >= "ㄱ":
        return (one >= _FIRST_VOWEL) == (other >= _FIRST_VOWEL)
    return len(typed) > _SHORT_LATIN or other in BESIDE.get(one, "") or any({one, other} <= each for each in _ALIKE)


def _is_left_out(typed: str, letters: str) -> bool:
    """Whether the two are one once at most two of the letters typed and one of the word's are left out."""
    return LCSseq.similarity(typed, letters) >= max(len(letters) - 1, len(typed) - 2)


def build(words: Words, terms: Iterable[tuple[str, Reading]], spaced: frozenset[str]) -> Lexicon:
    """The lexicon of the languages' words and of a release's terms."""
    own: dict[str, dict[Reading, None]] = {}
    for surface, reading in terms:
        own.setdefault(surface, {})[reading] = None
    return Lexicon(words, {surface: tuple(readings) for surface, readings in own.items()}, spaced)
