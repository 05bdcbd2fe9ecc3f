"""One release made ready to be asked: its entries, its words, and the indexes that lead from these to those."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.knowledge.model import Edition, Knowledge
from bot.understand.catalogue.entries import AspectEntry, Entry, MetricEntry
from bot.understand.catalogue.index import Index
from bot.understand.features import Features
from bot.understand.reading.lexicon import Lexicon
from bot.understand.span import Span


@dataclass(slots=True, eq=False)
class Catalogue:
    """The entries of a release, its lexicon, and the indexes from a meaning to the entries that it speaks of.

    An entry that is named by the message is among the `postings` of one of its meanings, few of them for each.
    `item_kinds` tells which items are a place, a body, a person or an occasion, `people` are the persons among them,
    `bearers` tells who bears an office. `little` are the meanings that any entry explains: those of the subject, and
    those that say little by themselves; `field_of_subject` are those of the subject that also name what it deals with.
    `counted` are the names of figures that name no more than what is counted, without what says little; `counting` are
    their meanings, and those that all names of a figure have. `editions` are in the order of time.
    `gathered` are the features of the pieces of the message at hand, by their spans and whether it has a question mark.
    """

    knowledge: Knowledge
    lexicon: Lexicon
    entries: dict[str, Entry]
    postings: dict[str, tuple[str, ...]]
    subject: frozenset[str]
    field_of_subject: frozenset[str]
    items: frozenset[str]
    item_asks: dict[str, frozenset[str]]
    item_kinds: dict[str, str]
    bearers: dict[str, str]
    topics: dict[str, tuple[AspectEntry, ...]]
    index: Index
    printed_numbers: frozenset[int | float]
    dates: frozenset[str]
    people: frozenset[str] = field(init=False)
    little: frozenset[str] = field(init=False)
    counted: frozenset[frozenset[str]] = field(init=False)
    counting: frozenset[str] = field(init=False)
    editions: dict[str, Edition] = field(init=False)
    gathered: dict[tuple[tuple[Span, ...], bool], Features] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.editions = {edition.id: edition for edition in self.knowledge.editions.list}
        self.people = frozenset(item for item, kind in self.item_kinds.items() if kind == "person")
        self.little = self.subject | self.lexicon.soft
        names = [[name - self.lexicon.soft for name in metric.names] for metric in self.index.wholes]
        self.counted = frozenset(name for own in names for name in own if len(name) == 1)
        self.counting = frozenset().union(*self.counted, *(frozenset.intersection(*own) for own in names if own))

    def forget(self) -> None:
        """Nothing of the message at hand stays."""
        self.gathered.clear()

    def metric(self, entry_id: str) -> MetricEntry:
        """The metric entry with that id; KeyError or TypeError when there is none."""
        entry = self.entries[entry_id]
        if not isinstance(entry, MetricEntry):
            raise TypeError(entry_id)
        return entry

    def edition(self, edition_id: str) -> Edition:
        """The edition with that id; KeyError when there is none."""
        return self.editions[edition_id]

    def years_beside(self, metric: MetricEntry) -> frozenset[int]:
        """The years that the passage of an undated figure gives for it: 2020 for "since 2020"."""
        if metric.undated is None:
            return frozenset()
        return self.index.years.get(metric.undated.figure.passage, frozenset())

    def metrics(self) -> Iterator[MetricEntry]:
        """All metric entries in the order of the file."""
        return (entry for entry in self.entries.values() if isinstance(entry, MetricEntry))
