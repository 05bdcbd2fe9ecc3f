"""The entries of a release by what they are asked about: found by a meaning or a number, never by going through all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from bot.understand.catalogue.entries import OMITTED, AspectEntry, Entry, MetricEntry

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Index:
    """The entries by what they are asked about, always in the order of the file.

    `wholes` are the metrics without their parts, and `places` tell where each of them stands; `families` are the
    metrics with their parts. `years` are those that a passage's topics speak of.
    """

    entries: tuple[Entry, ...]
    wholes: tuple[MetricEntry, ...]
    places: dict[str, int]
    families: dict[str, tuple[MetricEntry, ...]]
    years: dict[str, frozenset[int]]
    contact: AspectEntry | None
    days: MetricEntry | None
    _naming: dict[str, frozenset[int]]
    _explaining: dict[str, frozenset[int]]
    _holding: dict[int | float, frozenset[int]]

    def naming(self, meanings: frozenset[str], explaining: Iterable[frozenset[str]] = ()) -> Iterator[Entry]:
        """The entries that have one of the meanings in a name, and explain one of each of the `explaining`."""
        found = _any_of(meanings, self._naming)
        for each in explaining:
            found &= _any_of(each, self._explaining)
        return (self.entries[place] for place in sorted(found))

    def holding(self, numbers: Iterable[int | float]) -> Iterator[MetricEntry]:
        """The metrics that have a figure with one of the numbers."""
        for place in sorted(_any_of(numbers, self._holding)):
            entry = self.entries[place]
            if isinstance(entry, MetricEntry):
                yield entry


def _any_of(keys: Iterable[_Key], places: dict[_Key, frozenset[int]]) -> frozenset[int]:
    return frozenset().union(*(places[key] for key in keys if key in places))


def postings(entries: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """For each meaning, the entries that may be meant when it is said.

    An entry is posted under one meaning of each of its names only, the one that the fewest entries have: without it
    the name is not said, and a word that all names have leads to none of them. A side of a topic that need not be
    named is posted under all that may speak of it.
    """
    entries = tuple(entries)
    common = Counter(meaning for entry in entries for meaning in entry.named)
    postings: dict[str, dict[str, None]] = {}
    for entry in entries:
        if isinstance(entry, AspectEntry) and not entry.topic_names:
            hooks = entry.named | entry.items | {f"ask:{ask}" for ask in entry.aspect.asks}
        else:
            names = entry.topic_names if isinstance(entry, AspectEntry) else entry.names
            hooks = frozenset().union(*(_hooks(name, common) for name in names))
        for meaning in hooks:
            postings.setdefault(meaning, {})[entry.id] = None
    return {meaning: tuple(ids) for meaning, ids in postings.items()}


def _hooks(name: frozenset[str], common: Counter[str]) -> frozenset[str]:
    """The meanings of the name one of which must be said for it to be named."""
    needed = name - OMITTED
    return frozenset({min(needed, key=lambda meaning: (common[meaning], meaning))}) if needed else name


def index(entries: tuple[Entry, ...], explained: frozenset[str]) -> Index:
    """The index of the entries; what is explained anyway leads to none of them."""
    metrics = [entry for entry in entries if isinstance(entry, MetricEntry)]
    aspects = [entry for entry in entries if isinstance(entry, AspectEntry)]
    wholes = tuple(metric for metric in metrics if metric.part is None)
    families: dict[str, list[MetricEntry]] = {}
    for metric in metrics:
        families.setdefault(metric.metric.id, []).append(metric)
    years: dict[str, frozenset[int]] = {}
    for entry in aspects:
        for passage in entry.aspect.passages:
            years[passage] = years.get(passage, frozenset()) | frozenset(entry.aspect.years)
    return Index(
        entries,
        wholes,
        {metric.id: place for place, metric in enumerate(wholes)},
        {metric_id: tuple(family) for metric_id, family in families.items()},
        years,
        next((entry for entry in aspects if "contact" in entry.aspect.asks), None),
        next((metric for metric in metrics if metric.unit.id == "days"), None),
        _places(entry.named for entry in entries),
        _places(entry.explains - explained for entry in entries),
        _places(entry.numbers if isinstance(entry, MetricEntry) else () for entry in entries),
    )


def _places(keys_of_entries: Iterable[Iterable[_Key]]) -> dict[_Key, frozenset[int]]:
    """For each key, the places of the entries that have it."""
    found: dict[_Key, set[int]] = {}
    for place, keys in enumerate(keys_of_entries):
        for each in keys:
            found.setdefault(each, set()).add(place)
    return {each: frozenset(places) for each, places in found.items()}
