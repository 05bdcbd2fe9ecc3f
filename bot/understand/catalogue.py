"""One release made ready to be asked: every figure and aspect as an entry, with the words that name and explain it."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from bot.knowledge.model import (
    BUILT_IN_UNITS,
    LANGUAGES,
    Aspect,
    Edition,
    Figure,
    Knowledge,
    Metric,
    Part,
    Phrases,
    Rest,
    Text,
    Topic,
    Unit,
)
from bot.language.normalise import clean, utterance
from bot.language.numbers import find_numbers
from bot.language.words import Reading, surfaces, words
from bot.understand.lexicon import Lexicon, build
from bot.understand.segment import segment
from bot.understand.span import Span

#: How the verbs of phrases end in a dictionary: 가로등을 관리하다.
_DICTIONARY_FORM = re.compile(r"\s\S*다$|.(?:하|되)다$")
#: A name of nothing but these would be in every question.
_NAMES_NOTHING = frozenset({"be", "become", "know", "count", "amount", "total", "result", "thing"})
#: Function words of a phrase say nothing about which entry is meant.
_IGNORED = frozenset({"ask:what", "ask:which", "ask:how"})

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

    `named` are the meanings of all its names, `counters` those of the words that count it.
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
    named: frozenset[str] = field(init=False)
    counters: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "named", frozenset().union(*self.names))
        object.__setattr__(self, "counters", frozenset(f"counter:{counter}" for counter in self.unit.counters))

    @property
    def whole_id(self) -> str | None:
        """The entry that this one is a part of, if it is one."""
        return self.metric.id if self.part else None


@dataclass(frozen=True, slots=True)
class AspectEntry:
    """One side of a topic; `topic_names` is empty when the question need not name the topic.

    `kinds` are what its answer may be called; `leads` are the asking words that mean this side when nothing names
    it: it is the first of its topic to answer them, `answers` all that it answers when it is named. `denies` are the
    names of what the release says is not so, and `numbers` stand in its answer. `named` are the meanings of all its
    names and its topic's, `items` the things that its answer lists, `background` what all sides of the topic speak of,
    and `described` the numbers of the topic's own figures.
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
    named: frozenset[str] = field(init=False)
    answers: frozenset[str] = field(init=False)
    items: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "named", frozenset().union(*self.names, *self.topic_names))
        object.__setattr__(self, "answers", _answers(self.aspect))
        object.__setattr__(self, "items", frozenset(self.aspect.items))


def _answers(aspect: Aspect) -> frozenset[str]:
    asks = aspect.asks
    return frozenset(f"ask:{ask}" for ask in (*asks, *(also for ask in asks for also in ALSO_ANSWERS.get(ask, ()))))


Entry = MetricEntry | AspectEntry


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


_Key = TypeVar("_Key")


def _any_of(keys: Iterable[_Key], places: dict[_Key, frozenset[int]]) -> frozenset[int]:
    return frozenset().union(*(places[key] for key in keys if key in places))


@dataclass(slots=True, eq=False)
class Catalogue:
    """The entries of a release, its lexicon, and the indexes from a meaning to the entries that it speaks of.

    An entry that is named by the message is among the `postings` of one of its meanings, few of them for each.
    """

    knowledge: Knowledge
    lexicon: Lexicon
    entries: dict[str, Entry]
    postings: dict[str, tuple[str, ...]]
    subject: frozenset[str]
    items: frozenset[str]
    item_asks: dict[str, frozenset[str]]
    people: frozenset[str]
    topics: dict[str, tuple[AspectEntry, ...]]
    index: Index
    printed_numbers: frozenset[int | float]

    def metric(self, entry_id: str) -> MetricEntry:
        """The metric entry with that id; KeyError or TypeError when there is none."""
        entry = self.entries[entry_id]
        if not isinstance(entry, MetricEntry):
            raise TypeError(entry_id)
        return entry

    def edition(self, edition_id: str) -> Edition:
        """The edition with that id; KeyError when there is none."""
        for edition in self.knowledge.editions.list:
            if edition.id == edition_id:
                return edition
        raise KeyError(edition_id)

    def years_beside(self, metric: MetricEntry) -> frozenset[int]:
        """The years that the passage of an undated figure gives for it: 2020 for "since 2020"."""
        if metric.undated is None:
            return frozenset()
        return self.index.years.get(metric.undated.figure.passage, frozenset())

    def metrics(self) -> Iterator[MetricEntry]:
        """All metric entries in the order of the file."""
        return (entry for entry in self.entries.values() if isinstance(entry, MetricEntry))


def number_of(figure: str) -> int | float:
    """The number that a printed figure means: 117800000000 for 1,178억원. ValueError when it holds none."""
    found = find_numbers(clean(figure))
    if not found:
        raise ValueError(figure)
    return found[0].value


def compile_catalogue(knowledge: Knowledge) -> Catalogue:
    """The catalogue of a checked release."""
    lexicon = build(words(), _terms(knowledge), _spaced(knowledge))
    reader = _PhraseReader(lexicon)
    subject = reader.meanings(knowledge.release.subject_names)
    subject |= {
        item for topic in knowledge.topics if topic.subject for aspect in topic.aspects for item in aspect.items
    }
    units = BUILT_IN_UNITS | {unit.id: unit for unit in knowledge.units}
    entries: dict[str, Entry] = {}
    for metric in knowledge.metrics:
        for entry in _metric_entries(metric, units[metric.unit], reader, subject):
            entries[entry.id] = entry
    topics: dict[str, tuple[AspectEntry, ...]] = {}
    for topic in knowledge.topics:
        sides = _with_background(tuple(_aspect_entries(topic, reader, subject)))
        topics[topic.id] = _with_figures(sides, reader.names(topic.names), entries.values(), lexicon)
        entries.update((entry.id, entry) for entry in topics[topic.id])
    entries.update(_named_by_unit(entries.values()))
    item_asks: dict[str, frozenset[str]] = {}
    for topic_entries in topics.values():
        for aspect_entry in topic_entries:
            for item in aspect_entry.aspect.items:
                item_asks[item] = item_asks.get(item, frozenset()) | frozenset(aspect_entry.aspect.asks)
    return Catalogue(
        knowledge,
        lexicon,
        entries,
        _postings(entries.values()),
        subject,
        frozenset(item_asks),
        item_asks,
        frozenset(item for item, asks in item_asks.items() if {"who", "role"} <= asks),
        topics,
        _index(tuple(entries.values()), subject | lexicon.soft),
        _printed_numbers(knowledge, entries.values()),
    )


def _printed_numbers(knowledge: Knowledge, entries: Iterable[Entry]) -> frozenset[int | float]:
    """The numbers of all figures, and those that the release misprints."""
    metrics = [entry for entry in entries if isinstance(entry, MetricEntry)]
    values = (value for metric in metrics for value in (*metric.values.values(), metric.undated) if value)
    misprints = _numbers_in(*(correction.printed for correction in knowledge.corrections))
    return frozenset(value.number for value in values) | misprints


def _terms(knowledge: Knowledge) -> Iterator[tuple[str, Reading]]:
    """The release's own surfaces; a word of its names that nothing else knows means itself."""
    known: set[str] = set()
    for meanings, phrases in knowledge.terms.items():
        reading = frozenset(meanings.split())
        for surface in _surfaces_of(phrases):
            known.add(surface)
            yield surface, reading
    for edition in knowledge.editions.list:
        for surface in _surfaces_of(edition.names):
            yield surface, frozenset({f"edition:{edition.id}"})
    for phrase, language in _all_names(knowledge):
        if any(surface in known or words().knows(surface) for surface in surfaces(phrase, language)):
            continue
        for token in phrase.split():
            is_verb = language == "ko" and token.endswith("다") and len(token) > 1
            forms = surfaces(token, language, verb=is_verb)
            if is_verb and any(words().knows(form) for form in forms):
                continue
            for surface in forms:
                is_known = surface in known or words().knows(surface) or surface in words().josa
                if not is_known and not surface.isdigit():
                    yield surface, frozenset({f"={min(forms)}"})


def _spaced(knowledge: Knowledge) -> frozenset[str]:
    """The surfaces that come from phrases of more than one word."""
    groups = [*knowledge.terms.values(), *(edition.names for edition in knowledge.editions.list)]
    return frozenset(
        surface
        for phrases in groups
        for language in LANGUAGES
        for phrase in phrases.in_language(language)
        if " " in phrase
        for surface in surfaces(phrase, language)
    )


def _surfaces_of(phrases: Phrases) -> Iterator[str]:
    """The phrases as they are typed; a Korean one in the dictionary form of a verb also in the verb's other forms."""
    for language in LANGUAGES:
        for phrase in phrases.in_language(language):
            yield from surfaces(phrase, language)
            if language == "ko" and _DICTIONARY_FORM.search(phrase):
                yield from surfaces(phrase, language, verb=True)


def _all_names(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    groups: list[Phrases] = [knowledge.release.subject_names]
    for metric in knowledge.metrics:
        groups += [metric.names, metric.context]
        for part in metric.parts:
            groups += [part.names, part.context]
            groups += [part.rest.names] if part.rest else []
    for topic in knowledge.topics:
        groups += [topic.names, topic.context]
        for aspect in topic.aspects:
            groups += [aspect.names, aspect.context]
    for group in groups:
        yield from ((phrase, "ko") for phrase in group.ko)
        yield from ((phrase, "en") for phrase in group.en)


class _PhraseReader:
    """Reads names and context phrases with the same eyes as questions."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._read: dict[str, tuple[Span, ...]] = {}

    def _spans(self, phrase: str) -> tuple[Span, ...]:
        if phrase not in self._read:
            self._read[phrase] = segment(utterance(phrase), self._lexicon, mends=False)
        return self._read[phrase]

    def names(self, phrases: Phrases) -> tuple[frozenset[str], ...]:
        """Each phrase as the set of meanings that must be in a question; one set for every combination of readings."""
        found: dict[frozenset[str], None] = {}
        for phrase in (*phrases.ko, *phrases.en):
            for name in self._combinations(self._spans(phrase)):
                if not name <= _NAMES_NOTHING:
                    found[name] = None
        return tuple(found)

    def meanings(self, phrases: Phrases) -> frozenset[str]:
        """All meanings that stand in the phrases."""
        return frozenset().union(*self.names(phrases)) if (phrases.ko or phrases.en) else frozenset()

    def _readings(self, span: Span) -> tuple[Reading, ...]:
        """What the release itself means by the word, or else what the word means in general."""
        return self._lexicon.own.get(span.text, span.readings)

    def all_meanings(self, phrases: Phrases) -> frozenset[str]:
        """All meanings that the words of the phrases have, the release's own and general ones."""
        spans = (span for phrase in (*phrases.ko, *phrases.en) for span in self._spans(phrase))
        return frozenset().union(*(span.meanings for span in spans))

    def _combinations(self, spans: Iterable[Span]) -> Iterator[frozenset[str]]:
        choices = [
            [
                frozenset("count" if meaning == "ask:many" else meaning for meaning in reading) - _IGNORED
                for reading in self._readings(span)
            ]
            for span in spans
            if span.kind in {"word", "verb"} and span.readings
        ]
        for combination in itertools.islice(itertools.product(*choices), 12):
            yield frozenset().union(*combination)


def _metric_entries(
    metric: Metric, unit: Unit, reader: _PhraseReader, subject: frozenset[str]
) -> Iterator[MetricEntry]:
    names = reader.names(metric.names)
    explains = _explains(names, reader.meanings(metric.context), subject)
    yield MetricEntry(
        metric.id,
        metric.name,
        unit,
        metric,
        None,
        None,
        names,
        explains,
        _values(metric.values),
        _undated(metric),
    )
    for part in metric.parts:
        part_names = reader.names(part.names)
        part_explains = _explains(part_names, reader.meanings(part.context), explains)
        entry_id = f"{metric.id}.{part.id}"
        values = _values(part.values)
        yield MetricEntry(entry_id, part.name, unit, metric, part, None, part_names, part_explains, values, None)
        if part.rest:
            rest_names = reader.names(part.rest.names)
            rest_explains = _explains(rest_names, frozenset(), explains)
            rest_id = f"{metric.id}.{part.rest.id}"
            excluded = frozenset().union(*part_names)
            yield MetricEntry(
                rest_id, part.rest.name, unit, metric, part, part.rest, rest_names, rest_explains, {}, None, excluded
            )


def _named_by_unit(entries: Iterable[Entry]) -> Iterator[tuple[str, MetricEntry]]:
    """A metric that alone has its kind of unit is named by it: how many square metres?"""
    metrics = [entry for entry in entries if isinstance(entry, MetricEntry) and entry.part is None]
    common = Counter(metric.unit.base for metric in metrics)
    for metric in metrics:
        if common[metric.unit.base] == 1 and metric.unit.base not in {"count", "percent"}:
            name = frozenset({f"unit:{metric.unit.id}"})
            yield metric.id, replace(metric, names=(*metric.names, name), explains=metric.explains | name)


def _values(values: dict[str, Figure]) -> dict[str, Value]:
    return {edition: Value(number_of(figure.figure), figure, edition) for edition, figure in values.items()}


def _undated(metric: Metric) -> Value | None:
    return Value(number_of(metric.undated.figure), metric.undated, None) if metric.undated else None


def _explains(names: Iterable[frozenset[str]], context: frozenset[str], more: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*names) | context | more


def _aspect_entries(topic: Topic, reader: _PhraseReader, subject: frozenset[str]) -> Iterator[AspectEntry]:
    topic_names = reader.names(topic.names)
    shared = _explains(topic_names, reader.meanings(topic.context), subject)
    answered: set[str] = set()
    for aspect in topic.aspects:
        leads = {
            f"ask:{ask}" for ask in (*aspect.asks, *(also for ask in aspect.asks for also in ALSO_ANSWERS.get(ask, ())))
        } - answered
        answered |= leads
        names = reader.names(aspect.names)
        spoken_of = _explains((), reader.meanings(aspect.context), shared) | frozenset(aspect.items)
        needed = () if topic.subject or aspect.implicit else topic_names
        yield AspectEntry(
            f"{topic.id}.{aspect.id}",
            topic,
            aspect,
            needed,
            names,
            _explains(names, spoken_of, frozenset()),
            frozenset(leads),
            _kinds(aspect, names, reader),
            reader.names(aspect.denies),
            _numbers_in(aspect.answer.ko, aspect.answer.en),
            spoken_of,
        )


def _with_background(sides: tuple[AspectEntry, ...]) -> tuple[AspectEntry, ...]:
    """The sides of a topic, each with what all of them speak of; the subject itself has too many for that."""
    if sides[0].topic.subject:
        return sides
    spoken_of = frozenset().union(*(side.background for side in sides))
    return tuple(replace(side, background=spoken_of) for side in sides)


def _with_figures(
    sides: tuple[AspectEntry, ...], topic_names: tuple[frozenset[str], ...], entries: Iterable[Entry], lexicon: Lexicon
) -> tuple[AspectEntry, ...]:
    """The sides of a topic, which the numbers of the topic's own figures may describe: the 21 local governments of the
    Smart Challenge."""
    if sides[0].topic.subject:
        return sides
    names = frozenset().union(*topic_names) - lexicon.soft
    own = [entry for entry in entries if isinstance(entry, MetricEntry) and entry.named & names]
    values = (
        value for entry in own for value in (*entry.values.values(), *((entry.undated,) if entry.undated else ()))
    )
    numbers = frozenset(value.number for value in values)
    return tuple(replace(side, described=numbers) for side in sides)


def _numbers_in(*texts: str) -> frozenset[int | float]:
    return frozenset(number.value for text in texts for number in find_numbers(text))


def _kinds(aspect: Aspect, names: Iterable[frozenset[str]], reader: _PhraseReader) -> frozenset[str]:
    """What kinds of thing the aspect's answer is: the meanings of its names and of what it is called."""
    noun = Phrases(ko=(aspect.noun.ko,), en=(aspect.noun.en,))
    return frozenset().union(*names) | reader.all_meanings(noun)


def _postings(entries: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
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


def _index(entries: tuple[Entry, ...], explained: frozenset[str]) -> Index:
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
        _places(_numbers(entry) if isinstance(entry, MetricEntry) else () for entry in entries),
    )


def _numbers(metric: MetricEntry) -> list[int | float]:
    return [value.number for value in (*metric.values.values(), metric.undated) if value]


def _places(keys_of_entries: Iterable[Iterable[_Key]]) -> dict[_Key, frozenset[int]]:
    """For each key, the places of the entries that have it."""
    found: dict[_Key, set[int]] = {}
    for place, keys in enumerate(keys_of_entries):
        for each in keys:
            found.setdefault(each, set()).add(place)
    return {each: frozenset(places) for each, places in found.items()}
