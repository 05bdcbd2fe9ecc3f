"""From a checked release to its catalogue: names become meanings, figures numbers, and everything is indexed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.knowledge.model import BUILT_IN_UNITS, Aspect, Figure, Knowledge, Metric, Phrases, Topic, Unit
from bot.language.normalise import utterance
from bot.language.numbers import find_numbers, number_of
from bot.language.words import words
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import ALSO_ANSWERS, AspectEntry, Entry, MetricEntry, Value
from bot.understand.catalogue.index import index, postings
from bot.understand.catalogue.phrases import PhraseReader, spaced, terms
from bot.understand.reading.lexicon import Lexicon, build
from bot.understand.reading.quantities import find_quantities


def compile_catalogue(knowledge: Knowledge) -> Catalogue:
    """The catalogue of a checked release."""
    lexicon = build(words(), terms(knowledge), spaced(knowledge))
    reader = PhraseReader(lexicon)
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
    always = _named_always(knowledge, reader, lexicon)
    for topic in knowledge.topics:
        sides = _with_background(tuple(_aspect_entries(topic, reader, subject, always)))
        sides = tuple(_with_what_is_said(sides, knowledge, reader))
        topics[topic.id] = _with_figures(sides, reader.names(topic.names), entries.values(), lexicon)
        entries.update((entry.id, entry) for entry in topics[topic.id])
    entries.update(_with_roles(topics, reader))
    topics = {topic: tuple(_aspect(entries, side.id) for side in sides) for topic, sides in topics.items()}
    entries.update(_named_by_unit(entries.values()))
    entries.update(_with_examples(entries.values(), lexicon))
    entries.update(_with_what_names_say(entries.values(), reader, always))
    item_asks: dict[str, frozenset[str]] = {}
    for topic_entries in topics.values():
        for aspect_entry in topic_entries:
            for item in aspect_entry.aspect.items:
                item_asks[item] = item_asks.get(item, frozenset()) | frozenset(aspect_entry.aspect.asks)
    return Catalogue(
        knowledge,
        lexicon,
        entries,
        postings(entries.values()),
        subject,
        reader.meanings(knowledge.release.field_names) - lexicon.soft,
        frozenset(item_asks),
        item_asks,
        _item_kinds(topics, lexicon),
        _bearers(topics),
        topics,
        index(tuple(entries.values()), subject | lexicon.soft),
        _printed_numbers(knowledge, entries.values()),
        _dates(entries.values()),
    )


def _item_kinds(topics: dict[str, tuple[AspectEntry, ...]], lexicon: Lexicon) -> dict[str, str]:
    """What kind of thing each item is: what the languages call it, or else what the sides that list it answer first;
    who has a role is a person."""
    kinds: dict[str, str] = {}
    sides = [side for sides in topics.values() for side in sides if side.aspect.asks]
    for first, kind in (("where", "place"), ("who", "body")):
        kinds |= {item: kind for side in sides if side.aspect.asks[0] == first for item in side.aspect.items}
    kinds |= {item: "person" for side in sides if "role" in side.aspect.asks for item in side.aspect.items}
    items = frozenset().union(*(side.items for sides in topics.values() for side in sides))
    for surface, readings in lexicon.own.items():
        for item in items.intersection(*readings):
            for general in lexicon.words.nouns.get(surface, ()):
                if " kind:occasion" in general:
                    kinds[item] = "occasion"
    return kinds


def _bearers(topics: dict[str, tuple[AspectEntry, ...]]) -> dict[str, str]:
    """For each single word that names an office, the one item that the release names for it."""
    return {
        meaning: side.aspect.items[0]
        for sides in topics.values()
        for side in sides
        if "role" in side.aspect.asks and len(side.aspect.items) == 1
        for name in side.topic_names
        if len(name) == 1
        for meaning in name
    }


def _printed_numbers(knowledge: Knowledge, entries: Iterable[Entry]) -> frozenset[int | float]:
    """The numbers of all figures, and those that the release misprints."""
    metrics = [entry for entry in entries if isinstance(entry, MetricEntry)]
    misprints = _numbers_in(*(correction.printed for correction in knowledge.corrections))
    return misprints.union(*(metric.numbers for metric in metrics))


def _dates(entries: Iterable[Entry]) -> frozenset[str]:
    """The days and months that the release dates something by, as they are read: date:09-02, month:09."""
    dates = [date for entry in entries if isinstance(entry, AspectEntry) for date in entry.aspect.dates]
    days = (f"date:{date.month:02}-{date.day:02}" for date in dates)
    return frozenset((*days, *(f"month:{date.month:02}" for date in dates)))


def _metric_entries(metric: Metric, unit: Unit, reader: PhraseReader, subject: frozenset[str]) -> Iterator[MetricEntry]:
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


def _with_examples(entries: Iterable[Entry], lexicon: Lexicon) -> Iterator[tuple[str, MetricEntry]]:
    """The metrics of whose things the release names some: Mongolia is one of the buyers' countries."""
    entries = tuple(entries)
    lists = [entry for entry in entries if isinstance(entry, AspectEntry) and entry.items and not entry.aspect.complete]
    for entry in entries:
        if isinstance(entry, MetricEntry):
            own = entry.named - lexicon.soft
            examples = (each.items for each in lists if any((name - lexicon.soft) & own for name in each.topic_names))
            found = frozenset().union(*examples)
            if found:
                yield entry.id, replace(entry, examples=found)


def _with_what_names_say(
    entries: Iterable[Entry], reader: PhraseReader, always: frozenset[str]
) -> Iterator[tuple[str, MetricEntry]]:
    """The metrics, each with what is said by what it is called, and by what it is a figure of."""
    for entry in tuple(entries):
        if isinstance(entry, MetricEntry):
            called = Phrases(ko=(entry.name.ko, entry.unit.ko), en=(entry.name.en, *entry.unit.en))
            yield entry.id, replace(entry, says=reader.all_meanings(called) | always, always=always)


def _values(values: dict[str, Figure]) -> dict[str, Value]:
    return {edition: Value(number_of(figure.figure), figure, edition) for edition, figure in values.items()}


def _undated(metric: Metric) -> Value | None:
    return Value(number_of(metric.undated.figure), metric.undated, None) if metric.undated else None


def _explains(names: Iterable[frozenset[str]], context: frozenset[str], more: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*names) | context | more


def _aspect_entries(
    topic: Topic, reader: PhraseReader, subject: frozenset[str], always: frozenset[str]
) -> Iterator[AspectEntry]:
    topic_names = reader.names(topic.names)
    shared = _explains(topic_names, reader.meanings(topic.context), subject)
    explicit = {f"ask:{ask}" for aspect in topic.aspects for ask in aspect.asks}
    answered: set[str] = set()
    for aspect in topic.aspects:
        also = {f"ask:{more}" for ask in aspect.asks for more in ALSO_ANSWERS.get(ask, ())} - explicit
        leads = ({f"ask:{ask}" for ask in aspect.asks} | also) - answered
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
            _counts_in(aspect.answer.ko, aspect.answer.en),
            spoken_of,
            says=_said_by(topic, aspect, reader) | always,
            always=always,
        )


def _with_what_is_said(
    sides: tuple[AspectEntry, ...], knowledge: Knowledge, reader: PhraseReader
) -> Iterator[AspectEntry]:
    """The sides of a topic; who said or does something says what the others tell of it, and what the passages tell of
    the publisher is said of him."""
    name = knowledge.release.publisher.ko
    publisher = reader.said(knowledge.release.publisher)
    all_say = frozenset().union(*(side.says for side in sides))
    for side in sides:
        tells = any(name in knowledge.passage(each).text for each in side.aspect.passages)
        says = side.says | (publisher & side.explains if tells else frozenset())
        who = "who" in side.aspect.asks and "role" not in side.aspect.asks and not side.topic.subject
        beside = [other.items for other in sides if set(other.aspect.passages) & set(side.aspect.passages)]
        told = frozenset().union(*beside) if side.topic.subject else frozenset()
        yield replace(side, says=says | all_say if who else says, told_beside=told)


#: Particles of who does something, and of whose something is.
_DOES, _OWNS = ("이", "가", "들이"), ("의", "들의")


def _aspect(entries: dict[str, Entry], entry_id: str) -> AspectEntry:
    entry = entries[entry_id]
    assert isinstance(entry, AspectEntry)
    return entry


def _with_roles(topics: dict[str, tuple[AspectEntry, ...]], reader: PhraseReader) -> Iterator[tuple[str, AspectEntry]]:
    """The sides that tell who said something, with who does what in all that is told from the same passages."""
    sides = [side for sides in topics.values() for side in sides]
    people = frozenset().union(*(side.items for side in sides if {"who", "role"} <= set(side.aspect.asks)))
    for side in sides:
        if len(side.items) == 1 and side.items <= people and "role" not in side.aspect.asks:
            shared = [other for other in sides if set(other.aspect.passages) & set(side.aspect.passages)]
            told = [other.aspect.answer.ko for other in shared]
            doers = frozenset().union(*(reader.before_particles(text, _DOES) for text in told))
            owners = frozenset().union(*(reader.before_particles(text, _OWNS) for text in told))
            yield side.id, replace(side, doers=doers, owners=owners)


def _named_always(knowledge: Knowledge, reader: PhraseReader, lexicon: Lexicon) -> frozenset[str]:
    """What names the subject and no side of it: a face-to-face event is the subject, and says what it was."""
    subjects = [topic for topic in knowledge.topics if topic.subject]
    sides = [name for topic in subjects for aspect in topic.aspects for name in reader.names(aspect.names)]
    alone = frozenset().union(*(name for name in sides if len(name) == 1))
    own = (reader.meanings(topic.names) for topic in subjects)
    return (reader.meanings(knowledge.release.subject_names) - alone - lexicon.soft).union(*own)


def _said_by(topic: Topic, aspect: Aspect, reader: PhraseReader) -> frozenset[str]:
    """What the answer says by its own words, with what its topic and its side are called, and the things it lists."""
    texts = (aspect.answer, aspect.noun)
    written = Phrases(ko=tuple(text.ko for text in texts), en=tuple(text.en for text in texts))
    return frozenset(aspect.items) | reader.all_meanings(written) | reader.said(topic.name)


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
    numbers = frozenset[int | float]().union(*(entry.numbers for entry in own))
    return tuple(replace(side, described=numbers) for side in sides)


def _numbers_in(*texts: str) -> frozenset[int | float]:
    return frozenset(number.value for text in texts for number in find_numbers(text))


def _counts_in(*texts: str) -> frozenset[int | float]:
    """The numbers in the texts but for those of dates and years."""
    found = (span for text in texts for span in find_quantities(utterance(text)))
    return frozenset(span.number.value for span in found if span.number is not None)


def _kinds(aspect: Aspect, names: Iterable[frozenset[str]], reader: PhraseReader) -> frozenset[str]:
    """What kinds of thing the aspect's answer is: the meanings of its names and of what it is called."""
    noun = Phrases(ko=(aspect.noun.ko,), en=(aspect.noun.en,))
    return frozenset().union(*names) | reader.all_meanings(noun)
