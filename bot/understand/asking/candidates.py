"""Which entries a message may mean, and what each of them leaves unexplained.

Understanding is accounting: an entry is a candidate when one of its names is in the message; every other
content word must be explained by it, or it stands against the reading.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.understand.asking.about import about_background, is_of_another
from bot.understand.asking.kinds import (
    QUANTITY_ASKS,
    SPECIFIC_ASKS,
    VAGUE_ASKS,
    asked_kind,
    asks_for_one,
    counts,
)
from bot.understand.asking.left_by_figures import asks_left_by_figure
from bot.understand.asking.left_by_sides import ASK_WEIGHT, asks_for_place, asks_left_by_side
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import COUNTED, OMITTED, AspectEntry, Entry, MetricEntry
from bot.understand.features import Features, Item
from bot.understand.gathering.deeds import narrowing
from bot.understand.gathering.hearsay import DOCUMENT, tells_where_it_stands

#: How much a soft meaning (number, amount, come …) weighs in a name, and what its absence costs.
_SOFT_WEIGHT = 0.35
_MISSING_SOFT = 0.4
#: What a vague asking word (what, which, how) is worth, which fits less.
_VAGUE_ASK_WEIGHT = 0.2
#: What the subject alone is worth as a name: it is in most messages.
_SUBJECT_WEIGHT = 0.3
#: What each further name is worth.
_ALSO_NAMED = 0.05
#: What it costs to answer where or which venue with an organisation; 어디 asks for either.
_UNLIKELY = 0.7
#: Words like *famous* narrow a count of things, but no side of a topic; and what is told is of the release's own
#: country unless it is of another: which Korean cities showed projects?
_COLOUR = frozenset({"describes"})
_TOLD = frozenset({"domestic", *_COLOUR})


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry, how well it is named, and the content it cannot explain.

    `is_described` when some of the content is explained only by what the other sides of the topic speak of.
    """

    entry: Entry
    score: float
    matched: frozenset[str]
    leftover: tuple[Item, ...]
    asks_left: frozenset[str]
    is_described: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether nothing of the message is left over."""
        return not self.leftover and not self.asks_left


def find_candidates(
    features: Features, catalogue: Catalogue, inherited: frozenset[str] = frozenset()
) -> list[Candidate]:
    """The candidates, best first; `inherited` are meanings carried over from the question before."""
    meanings = features.meanings | inherited
    ids: set[str] = set()
    for meaning in meanings:
        ids.update(catalogue.postings.get(meaning, ()))
    kind, wants_one = asked_kind(features), asks_for_one(features) and "ask:year" not in features.asks
    found = (
        _candidate(catalogue.entries[entry_id], features, catalogue, meanings, kind, wants_one) for entry_id in ids
    )
    about = about_background(features, catalogue)
    return sorted(
        (_unless_of_another(candidate, about, features) for candidate in found if candidate),
        key=lambda candidate: (-candidate.score, candidate.entry.id),
    )


def _unless_of_another(candidate: Candidate, about: frozenset[str], features: Features) -> Candidate:
    """The candidate, leaving over what the message is about where the entry tells nothing of that."""
    if not is_of_another(candidate.entry, candidate.matched, about, features):
        return candidate
    unexplained = tuple(item for item in features.items if item.meanings & about)
    return replace(candidate, leftover=candidate.leftover + unexplained)


def _candidate(
    entry: Entry,
    features: Features,
    catalogue: Catalogue,
    meanings: frozenset[str],
    kind: frozenset[str],
    wants_one: bool,
) -> Candidate | None:
    """The entry as a candidate, or None when the message does not name it; `kind` is the kind of thing asked for, and
    `wants_one` tells that it is asked which thing."""
    best = _best_name(entry.names, meanings, catalogue.lexicon.soft)
    if isinstance(entry, AspectEntry):
        return _aspect_candidate(entry, features, catalogue, meanings, best, kind)
    if best is None or not counts(entry, features):
        return None
    left = asks_left_by_figure(entry, features, catalogue)
    if (kind or wants_one) and not features.asks & QUANTITY_ASKS:
        left |= {"ask:list"}
    return Candidate(entry, *best, _leftover(entry, features, catalogue), left)


def _aspect_candidate(
    entry: AspectEntry,
    features: Features,
    catalogue: Catalogue,
    meanings: frozenset[str],
    best: tuple[float, frozenset[str]] | None,
    kind: frozenset[str],
) -> Candidate | None:
    """The side as a candidate; `best` is the best of its own names, with what it is worth."""
    score, matched = 0.0, frozenset[str]()
    if entry.topic_names:
        named = _best_name(entry.topic_names, meanings, catalogue.lexicon.soft)
        if named is None:
            return None
        score, matched = named
    asks = (entry.leads if best is None else entry.answers) & features.asks
    claimed = _claimed(entry, features)
    stands_alone = entry.topic.subject or not entry.aspect.implicit
    if best is None and not (asks and stands_alone) and not claimed:
        return None
    tells_how_much = best is not None and best[0] >= 1.0 and bool(entry.numbers) and features.asks == {"ask:much"}
    if features.asks & QUANTITY_ASKS and not asks & SPECIFIC_ASKS and not tells_how_much:
        return None
    if best is not None:
        said_twice = _SOFT_WEIGHT * len(best[1] & asks)
        worth = _SUBJECT_WEIGHT if best[1] <= catalogue.subject - entry.items else best[0] - said_twice
        score, matched = score + worth, matched | best[1]
    is_told = entry.topic_names or claimed or asks - VAGUE_ASKS or matched - catalogue.little
    if not is_told and not _is_vaguely_meant(entry, features, catalogue, asks, named=best is not None):
        return None
    if asks - VAGUE_ASKS:
        score += ASK_WEIGHT
    elif asks:
        score += _VAGUE_ASK_WEIGHT
    answers_who = "who" in entry.aspect.asks and "ask:where" not in asks
    score -= _UNLIKELY if answers_who and asks_for_place(features) else 0.0
    left = asks_left_by_side(entry, features, catalogue, asks, kind, best, (score, matched))
    score += _also_named(entry, meanings, matched, catalogue)
    unexplained = _leftover(entry, features, catalogue)
    if unexplained and _only_describes(entry, features):
        described = _without_explained(unexplained, entry.background, catalogue)
        if not described:
            return Candidate(entry, score, matched, (), left, is_described=True)
    return Candidate(entry, score, matched, unexplained, left)


def _is_vaguely_meant(
    entry: AspectEntry, features: Features, catalogue: Catalogue, asks: frozenset[str], *, named: bool
) -> bool:
    """Whether a side that nothing in particular speaks for is meant all the same: what was the expo, how was it."""
    defines = bool(asks) and "definition" in entry.aspect.asks and _names_subject(features, catalogue)
    return defines or (named and _says_no_more(features, catalogue))


def _claimed(entry: AspectEntry, features: Features) -> frozenset[str]:
    """The aspect's own things that the message names; one that names the topic too only beside another of its names,
    in a claim: so Won Hee-ryong was the minister?"""
    own = features.meanings & entry.items
    if not own:
        return own
    otherwise = any(name <= features.meanings and not name & own for name in entry.topic_names)
    names = own.union(*entry.topic_names)
    says_no_more = all(item.meanings & names for item in features.items)
    return own if otherwise and says_no_more and features.is_claim else own.difference(*entry.topic_names)


def _also_named(entry: AspectEntry, meanings: frozenset[str], matched: frozenset[str], catalogue: Catalogue) -> float:
    """A little for every further name of the entry in the message, to tell equals apart."""
    return _ALSO_NAMED * len((entry.named & meanings) - matched - catalogue.lexicon.soft)


def _names_subject(features: Features, catalogue: Catalogue) -> bool:
    return any(item.meanings & catalogue.subject - catalogue.lexicon.soft for item in features.items)


def _says_no_more(features: Features, catalogue: Catalogue) -> bool:
    """Whether a vague question holds nothing but words that say little: how was the expo, 성과가 뭐야."""
    little = catalogue.lexicon.soft | (catalogue.subject - catalogue.items)
    says_little = all(any(reading <= little for reading in item.readings) for item in features.items)
    default = catalogue.knowledge.editions.default
    of_default = all(mention.edition == default for mention in features.editions)
    return says_little and of_default and features.asks <= VAGUE_ASKS and not (features.numbers or features.operations)


def _best_name(
    names: Iterable[frozenset[str]], meanings: frozenset[str], soft: frozenset[str]
) -> tuple[float, frozenset[str]] | None:
    """The name that the message says the most of, with what it is worth; of equal ones the first."""
    best: tuple[float, frozenset[str]] | None = None
    for name in names:
        if name.isdisjoint(meanings):
            continue
        present, missing = name, 0
        if not name <= meanings:
            if not name - meanings <= OMITTED:
                continue
            present = name & meanings
            missing = len(name) - len(present)
        # counted before it is weighed: a sum of fractions would hang on the order of the set
        light = 0
        for meaning in present:
            light += meaning in soft or ":" in meaning
        if missing and light == len(present):
            continue
        worth = len(present) - (1 - _SOFT_WEIGHT) * light - _MISSING_SOFT * missing
        if best is None or worth > best[0]:
            best = (worth, present)
    return best


def _leftover(entry: Entry, features: Features, catalogue: Catalogue) -> tuple[Item, ...]:
    """The content items of the message that the entry does not explain."""
    explains = entry.explains
    if isinstance(entry, AspectEntry):
        explains |= _TOLD if "foreign" not in entry.named else _COLOUR
    if isinstance(entry, MetricEntry) and entry.rest is not None and features.has("op:exclude"):
        explains |= entry.excluded
    if isinstance(entry, MetricEntry) and features.has(*DOCUMENT) and tells_where_it_stands(features.spans):
        explains |= DOCUMENT
    if isinstance(entry, MetricEntry) and features.has("such-as"):
        explains |= entry.examples  # 인천, 대전, 부산 등 몇 개 지자체
    if isinstance(entry, MetricEntry) and features.has("op:per"):
        explains |= _each_counted(entry, features, catalogue)
    unexplained = _without_explained(features.items, explains, catalogue)
    if isinstance(entry, MetricEntry) and features.deeds:
        unexplained += tuple(Item(deed, deed.readings) for deed in narrowing(features.deeds, explains))
    return unexplained


def _each_counted(entry: MetricEntry, features: Features, catalogue: Catalogue) -> frozenset[str]:
    """What stands for each of the things that the entry counts, where the message also names what they are things of:
    projects per country of the K-City Network."""
    counted = {COUNTED[counter] for counter in entry.counters.intersection(COUNTED)} & entry.named
    each = frozenset(f"each-{thing}" for thing in counted) & features.meanings
    names_more = entry.named & features.meanings - counted - catalogue.little
    return each if each and names_more else frozenset()


def _without_explained(items: Iterable[Item], explains: frozenset[str], catalogue: Catalogue) -> tuple[Item, ...]:
    """The items of which no reading is explained."""
    known = explains | catalogue.little
    return tuple(item for item in items if not any(reading <= known for reading in item.readings))


def _only_describes(entry: AspectEntry, features: Features) -> bool:
    """Whether the message names the topic, asks something, and may say more of the topic to describe it: for which
    countries are the roadshows that help SMEs?"""
    if features.is_claim or not features.asks:
        return False
    return any(name <= features.meanings and any(":" not in each for each in name) for name in entry.topic_names)
