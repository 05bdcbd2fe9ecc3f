"""The words of both languages: what each surface may mean, from the YAML files in this folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from bot.language.hangul import to_jamo
from bot.language.slips import Mendable
from bot.language.words import store
from bot.language.words.expand import surfaces

__all__ = ["Reading", "Words", "mendable", "surfaces", "words"]

#: Korean words that say nothing are mended to from so many letters on: 궁굼 is 궁금.
_LONG_ENOUGH = 6
#: Forms of Korean verbs are from so many on: the short ones are too much alike.
_LONG_VERB = 7
#: A reading of a surface: the meanings that hold together.
Reading = frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """What both languages say: surface → readings, and the little words that carry no meaning.

    A reading is written as in the word files, its meanings with a space between them. `surfaces` are all words,
    particles and endings apart; `lengths` tells how long those are that begin with two given characters, and
    `affix_lengths` the particles and endings with one. `cases` are the particles that no ending follows, `nominal` the
    endings that particles may follow, `stems` the one-syllable words among those skipped that endings may cling to,
    `suffixes` the syllables that make another noun of the one before them, `parts` the words that only phrases have,
    `names` those of places, bodies and companies, `surnames` what people's names begin with. `askers`, `sources`,
    `errands` and `purposes` are how people speak of themselves, of whom they have it from, of what they need the answer
    for, and of why; `introductions` and `requests` are how they say who they are and who asked them; with `focuses`
    and `interests` they say what the question is about, with `deadlines` how long they have. What is told
    begins with `tellers`, and `engagements` tell what somebody does; with `demands` something is to be told, with
    `narrowing` some are picked out, with `wishes` somebody says what he would have, with `topics` what he writes of;
    `events` are held, and `preparing` those that are still to be; in `offices` people work, who exhibits is `keeping` a
    place there and `bringing` things, and `incidental` are meanings that pick nothing of a release. `short` are the
    short words that a slip is mended to, the commonest first; `spellings` tells which word a spelling in a hurry stands
    for, `syllables` the same of Korean syllables that no word has; `ordinary` are the words, and with
    `ordinary_verbs` the Korean verb forms, that are right as typed although nothing is known of them.
    """

    nouns: dict[str, list[str]]
    verbs: dict[str, list[str]]
    skip: frozenset[str]
    josa: frozenset[str]
    endings: frozenset[str]
    cases: frozenset[str]
    nominal: frozenset[str]
    stems: frozenset[str]
    suffixes: frozenset[str]
    parts: frozenset[str]
    soft: frozenset[str]
    spaced: frozenset[str]
    surfaces: frozenset[str]
    lengths: dict[str, tuple[int, ...]]
    affix_lengths: dict[str, tuple[int, ...]]
    names: frozenset[str]
    surnames: frozenset[str]
    askers: frozenset[str]
    sources: frozenset[str]
    errands: frozenset[str]
    purposes: frozenset[str]
    introductions: frozenset[str]
    requests: frozenset[str]
    focuses: frozenset[str]
    interests: frozenset[str]
    deadlines: frozenset[str]
    tellers: frozenset[str]
    demands: frozenset[str]
    engagements: frozenset[str]
    narrowing: frozenset[str]
    wishes: frozenset[str]
    events: frozenset[str]
    topics: frozenset[str]
    preparing: frozenset[str]
    offices: frozenset[str]
    keeping: frozenset[str]
    bringing: frozenset[str]
    incidental: frozenset[str]
    short: tuple[str, ...]
    spellings: dict[str, str]
    syllables: dict[int, str]
    ordinary: frozenset[str]
    ordinary_verbs: frozenset[str]

    def knows(self, surface: str) -> bool:
        """Whether the surface is a word of either language, particles and endings apart."""
        return surface in self.surfaces


@cache
def words() -> Words:
    """The word files, read once."""
    tables = store.load()
    return Words(
        tables.nouns,
        tables.verbs,
        frozenset(tables.skip),
        frozenset(tables.josa),
        frozenset(tables.endings),
        frozenset(tables.cases),
        frozenset(tables.nominal),
        frozenset(tables.stems),
        frozenset(tables.suffixes),
        frozenset(tables.parts),
        frozenset(tables.soft),
        frozenset(tables.spaced),
        frozenset((*tables.nouns, *tables.verbs, *tables.skip)),
        tables.lengths,
        _affix_lengths((*tables.josa, *tables.endings)),
        frozenset(tables.names),
        frozenset(tables.surnames),
        frozenset(tables.askers),
        frozenset(tables.sources),
        frozenset(tables.errands),
        frozenset(tables.purposes),
        frozenset(tables.introductions),
        frozenset(tables.requests),
        frozenset(tables.focuses),
        frozenset(tables.interests),
        frozenset(tables.deadlines),
        frozenset(tables.tellers),
        frozenset(tables.demands),
        frozenset(tables.engagements),
        frozenset(tables.narrowing),
        frozenset(tables.wishes),
        frozenset(tables.events),
        frozenset(tables.topics),
        frozenset(tables.preparing),
        frozenset(tables.offices),
        frozenset(tables.keeping),
        frozenset(tables.bringing),
        frozenset(tables.incidental),
        tuple(tables.short),
        tables.spellings,
        str.maketrans(tables.syllables),
        frozenset(tables.ordinary),
        frozenset(tables.ordinary_verbs),
    )


@cache
def mendable() -> Mendable:
    """The words that a mistyped one may be mended to: no things that no meaning covers, no talk, and no verbs' short
    forms."""
    return store.load_mendable(_mendable)


def _mendable() -> Iterable[str]:
    tables = words()
    general = (surface for surface, readings in tables.nouns.items() if not readings[0].startswith(("=", "talk:")))
    verbs = (surface for surface in tables.verbs if surface[0] < "ㄱ" or len(to_jamo(surface)) >= _LONG_VERB)
    little = (surface for surface in sorted(tables.skip) if surface[0] < "ㄱ" or len(to_jamo(surface)) >= _LONG_ENOUGH)
    return dict.fromkeys((*general, *verbs, *little))


def _affix_lengths(affixes: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for affix in affixes:
        found.setdefault(affix[:1], set()).add(len(affix))
    return {first: tuple(sorted(lengths)) for first, lengths in found.items()}
