"""What can be asked of a release: each figure and each side of a topic, with the meanings that name and explain it."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.knowledge.model import Aspect, Figure, Metric, Part, Rest, Text, Topic, Unit

#: What a name may leave out: 상담 for 상담액 when nothing else says what is meant.
OMITTED = frozenset({"amount", "count", "total", "result", "participate"})

#: Asking words that a side of a topic answers besides its own.
ALSO_ANSWERS = {
    "definition": ("what", "statement", "explain", "how"),
    "when": ("day", "year"),
    "day": ("when",),
    "duration": ("when",),
    "who": ("role",),
    "role": ("title",),
    "why": ("purpose",),
    "purpose": ("why",),
}

#: A counting word also names what it counts.
COUNTED = {
    "counter:company": "company",
    "counter:organisation": "organisation",
    "counter:country": "country",
    "counter:government": "government",
    "counter:booth": "booth",
    "counter:day": "day",
    "counter:person": "person",
}


@dataclass(frozen=True, slots=True)
class Value:
    """A figure's number in its unit's base (won, people, m²) and where it stands."""

    number: int | float
    figure: Figure
    edition: str | None


@dataclass(frozen=True, slots=True)
class MetricEntry:
    """A metric, one of its parts, or what remains of it without a part (`rest`), then named by `excluded`.

    `named` are the meanings of all its names, `counters` those of the words that count it; `examples` are those of the
    things counted that the release names. `all_values` are its values, of the editions and of none, `numbers` theirs.
    """

    id: str
    name: Text
    unit: Unit
    metric: Metric
    part: Part | None
    rest: Rest | None
    names: tuple[frozenset[str], ...]
    explains: frozenset[str]
    values: dict[str, Value]
    undated: Value | None
    excluded: frozenset[str] = frozenset()
    examples: frozenset[str] = frozenset()
    says: frozenset[str] = frozenset()
    always: frozenset[str] = frozenset()
    named: frozenset[str] = field(init=False)
    counters: frozenset[str] = field(init=False)
    all_values: tuple[Value, ...] = field(init=False)
    numbers: frozenset[int | float] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "named", frozenset().union(*self.names))
        object.__setattr__(self, "counters", frozenset(f"counter:{counter}" for counter in self.unit.counters))
        values = (*self.values.values(), *((self.undated,) if self.undated else ()))
        object.__setattr__(self, "all_values", values)
        object.__setattr__(self, "numbers", frozenset(value.number for value in values))

    @property
    def about(self) -> frozenset[str]:
        """The meanings of what it is about: those of its names."""
        return self.named

    @property
    def whole_id(self) -> str | None:
        """The entry that this one is a part of, if it is one."""
        return self.metric.id if self.part else None


@dataclass(frozen=True, slots=True)
class AspectEntry:
    """One side of a topic; `topic_names` is empty when the question need not name the topic.

    `kinds` are what its answer may be called; `leads` are the asking words that mean this side when nothing names
    it: it is the first of its topic to answer them, `answers` all that it answers when it is named, and `asking_names`
    those of its names that ask themselves, each with its asking words. `denies` are the
    names of what the release says is not so, and `numbers` stand in its answer. `named` are the meanings of all its
    names and its topic's, `items` the things that its answer lists, `background` what all sides of the topic speak of,
    and `described` the numbers of the topic's own figures. `says` is what the answer says by its own words, `always`
    what names the subject, `told_beside` the things that the same passages tell of it; of a quotation, `doers` are
    those who do something in it, `owners` those whose something is.
    """

    id: str
    topic: Topic
    aspect: Aspect
    topic_names: tuple[frozenset[str], ...]
    names: tuple[frozenset[str], ...]
    explains: frozenset[str]
    leads: frozenset[str]
    kinds: frozenset[str]
    denies: tuple[frozenset[str], ...]
    numbers: frozenset[int | float]
    background: frozenset[str]
    described: frozenset[int | float] = frozenset()
    says: frozenset[str] = frozenset()
    always: frozenset[str] = frozenset()
    told_beside: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    named: frozenset[str] = field(init=False)
    answers: frozenset[str] = field(init=False)
    asking_names: tuple[tuple[frozenset[str], frozenset[str]], ...] = field(init=False)
    items: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "named", frozenset().union(*self.names, *self.topic_names))
        object.__setattr__(self, "answers", _answers(self.aspect))
        asking = ((name, frozenset(each for each in name if each.startswith("ask:"))) for name in self.names)
        object.__setattr__(self, "asking_names", tuple((name, asks) for name, asks in asking if asks))
        object.__setattr__(self, "items", frozenset(self.aspect.items))

    @property
    def about(self) -> frozenset[str]:
        """The meanings of what it is about: those of its topic's names, and the things that its answer lists."""
        return self.items.union(*self.topic_names)


def _answers(aspect: Aspect) -> frozenset[str]:
    asks = aspect.asks
    return frozenset(f"ask:{ask}" for ask in (*asks, *(also for ask in asks for also in ALSO_ANSWERS.get(ask, ()))))


Entry = MetricEntry | AspectEntry
