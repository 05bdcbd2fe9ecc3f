"""Which entries have to do with the one spoken of, and whether a message says something of them itself."""

from __future__ import annotations

from bot.understand.asking.candidates import Candidate, find_candidates
from bot.understand.asking.kinds import QUANTITY_ASKS, SPECIFIC_ASKS, VAGUE_ASKS
from bot.understand.asking.partial import GENERAL
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry, Entry, MetricEntry
from bot.understand.features import Features


def is_of_same_topic(entry: Entry, asked: Entry) -> bool:
    """Whether both are sides of one topic."""
    return isinstance(entry, AspectEntry) and isinstance(asked, AspectEntry) and entry.topic.id == asked.topic.id


def is_of_same_metric(entry: Entry, asked: Entry) -> bool:
    """Whether both are one figure, or parts of one."""
    return isinstance(entry, MetricEntry) and isinstance(asked, MetricEntry) and entry.metric.id == asked.metric.id


def is_whole_of(entry: Entry, asked: Entry) -> bool:
    """Whether the entry is the whole that the asked one is a part of: who names the whole means it."""
    return isinstance(asked, MetricEntry) and asked.part is not None and entry.id == asked.metric.id


def counts_the_same(entry: Entry, asked: MetricEntry, catalogue: Catalogue) -> bool:
    """Whether the entry is about the things that the figure counts."""
    little = catalogue.little | GENERAL
    return is_of_same_metric(entry, asked) or bool((entry.about & asked.about) - little)


def names_topic(content: frozenset[str], catalogue: Catalogue) -> bool:
    """Whether a topic is named by its own name, and so no part of a figure: K-City 네트워크는?"""
    sides = (side for side in catalogue.index.naming(content) if isinstance(side, AspectEntry))
    return any(name <= content for side in sides for name in side.topic_names)


def related_candidates(found: Features, asked: Entry, catalogue: Catalogue) -> list[Candidate]:
    """What the message and the name of the asked entry together mean, best first; the message itself says something of
    each."""
    complete = (each for each in find_candidates(found, catalogue, asked.about) if each.is_complete)
    related = (each for each in complete if _is_related(each.entry, asked))
    return [each for each in related if _is_said_of(each, found, asked, catalogue)]


def _is_related(entry: Entry, asked: Entry) -> bool:
    return is_of_same_topic(entry, asked) or is_of_same_metric(entry, asked) or not entry.about.isdisjoint(asked.about)


def _is_said_of(candidate: Candidate, found: Features, asked: Entry, catalogue: Catalogue) -> bool:
    """Whether the message itself says something of the candidate: a word of its name, or what it answers."""
    said = frozenset().union(*(name for name in candidate.entry.names if name <= found.meanings))
    if (candidate.matched & found.meanings | said) - catalogue.little:
        return True
    if isinstance(candidate.entry, AspectEntry):
        asks = {f"ask:{ask}" for ask in candidate.entry.aspect.asks}
        return bool(asks & found.asks & (SPECIFIC_ASKS | VAGUE_ASKS))
    if _is_whole_beside(candidate.entry, asked, found, catalogue):
        return True
    return candidate.entry.id == asked.id and bool(found.asks & QUANTITY_ASKS or found.operations)


def _is_whole_beside(entry: MetricEntry, asked: Entry, found: Features, catalogue: Catalogue) -> bool:
    """Whether the message describes the figure that the one spoken of is no part of: 현장은? after those online."""
    if not isinstance(asked, MetricEntry) or entry.id != asked.metric.id or found.has("not"):
        return False
    described = found.named - catalogue.little - asked.named
    return asked.part is not None and asked.part.separate and bool(described) and described <= entry.explains
