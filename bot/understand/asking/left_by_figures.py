"""What a message asks that a figure does not answer, or not this one."""

from __future__ import annotations

import itertools

from bot.language.words import Reading
from bot.understand.asking.beside import PENDING
from bot.understand.asking.kinds import (
    QUANTITY_ASKS,
    SPECIFIC_ASKS,
    UNITS,
    asks_no_count,
    asks_what_was_done,
    counts_people,
)
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import COUNTED, OMITTED, MetricEntry
from bot.understand.features import Features
from bot.understand.span import Span

#: What only a figure comes to, and no thing that is counted: its high point, at its lowest.
_POINTS = frozenset({"highpoint", "lowpoint", "peak", "peaked", "bottomout", "bottomedout"})
#: Among all there is, of which the release gives no figures.
_EVERYWHERE = frozenset({"world", "worldwide", "theworld", "globally", "세계"})
#: How words for people end that are counted as such.
_PERSONS = ("managers", "officers", "employees", "representatives", "agents", "personnel", "staff")
#: How what asks for a day ends, and what a day is called.
_DAY_ENDS = ("day", "date", "날", "날짜", "일자", "요일")
_DAY_NOUNS = frozenset({"날", "날짜", "일자", "요일"})
_AT_ITS = (["at", "its"], ["at", "their"])


def asks_left_by_figure(entry: MetricEntry, features: Features, catalogue: Catalogue) -> frozenset[str]:
    """What the message asks that a figure does not answer, or not this one."""
    left = features.asks & SPECIFIC_ASKS - {"ask:why"}
    if entry.undated is None:
        left -= {"ask:year"}
    if features.asks & QUANTITY_ASKS or features.has("amount", "count"):
        left -= {"ask:title"}  # the headline is where the figure was seen
    of_editions = features.has("op:editions") or (features.has("op:rank") and features.has("edition"))
    of_editions = of_editions or features.certainly("count") or features.certainly("amount")
    if "ask:list" in features.asks and not of_editions and len(features.editions) < 2:
        left |= {"ask:list"}
    asks_day = features.has("day", "ask:day") or _asks_for_day(features)
    if features.has("op:most", "op:least", "op:more", "op:less") and not asks_day:
        left -= {"ask:when"}
    if features.has("op:more", "op:less") and len(features.editions) == 2:
        left -= {"ask:where"}  # 둘 중 더 많은 해가 어디야
    other_units = {meaning for meaning in UNITS if features.certainly(meaning)} - {f"unit:{entry.unit.id}"}
    if other_units and not features.numbers:
        left |= other_units
    left |= {"ask:much"} if asks_no_count(entry, features) else frozenset()
    left |= {"ask:what"} if asks_what_was_done(features) else frozenset()
    left |= _what_is_counted(entry, features, catalogue) | _superlative(entry, features)
    left |= features.meanings & PENDING
    if features.negates_quantity:
        left |= {"not"}
    if features.has("op:most", "op:least", "op:more", "op:less") and _asks_for_day(features):
        left |= {"ask:day"}
    return (left - {"ask:duration"}) | other_duration(features) if entry.unit.id == "days" else left


def _what_is_counted(entry: MetricEntry, features: Features, catalogue: Catalogue) -> frozenset[str]:
    """What *how many* counts, where the entry does not count it: how many records is not how many visitors."""
    if counts_people(features) and "person" not in entry.unit.counters:
        return frozenset({"ask:many"})  # 상담 인원은
    counted = features.counted
    if counted is None:
        return frozenset()
    if _is_counted_elsewhere(counted, entry, features, catalogue):
        return frozenset({"ask:many"})
    if counted.typed >= "ㄱ":
        return frozenset()
    if counted.typed.endswith(_PERSONS) and "person" not in entry.unit.counters:
        return frozenset({"ask:many"})  # how many purchasing managers is not from how many companies they came
    named = entry.named | {COUNTED.get(counter, "") for counter in entry.counters}
    if entry.part is not None:
        named |= entry.explains
    is_named = any(_with_kinds(reading) & named for reading in counted.readings)
    return frozenset() if is_named else frozenset({"ask:many"})


def _is_counted_elsewhere(counted: Span, entry: MetricEntry, features: Features, catalogue: Catalogue) -> bool:
    """Whether the noun that is counted is what other figures count, and only says of what the entry is one: how many
    buyers had consultations, 상담한 기업 수."""
    names = (*entry.names, *catalogue.metric(entry.metric.id).names)
    said = [name for name in names if name - features.meanings <= OMITTED]
    own = frozenset().union(*said) | {COUNTED.get(counter, "") for counter in entry.counters}
    readings = [reading - catalogue.lexicon.soft for reading in counted.readings]
    return bool(readings) and all(
        reading and reading <= catalogue.counting and own.isdisjoint(_with_kinds(reading)) for reading in readings
    )


def _with_kinds(reading: Reading) -> Reading:
    """The reading with the kinds of its meanings: a large-company is a company."""
    return reading | {meaning.rpartition("-")[2] for meaning in reading}


def _asks_for_day(features: Features) -> bool:
    """Whether it is asked on what day or date: on which date, 어느 날, or at the end, 가장 많았던 날은."""
    if any("ask:when" in span.meanings and span.typed.endswith(_DAY_ENDS) for span in features.spans):
        return True
    said = [
        span for span in features.spans if span.kind not in {"josa", "ending", "skip"} and "claim" not in span.meanings
    ]
    while said and said[-1].meanings and all(meaning.startswith("ask:") for meaning in said[-1].meanings):
        said.pop()
    return bool(said) and said[-1].typed in _DAY_NOUNS


def other_duration(features: Features) -> frozenset[str]:
    """The duration that is asked, where it is not that of the event: how many days until the release was published, how
    long has KINTEX hosted it."""
    until_now = any(
        "ask:duration" in span.meanings and after.typed in {"has", "have"}
        for span, after in itertools.pairwise(features.spans)
    )
    return frozenset({"ask:duration"}) if until_now or features.certainly("release") else frozenset()


def _superlative(entry: MetricEntry, features: Features) -> frozenset[str]:
    """A superlative that asks for one of the things counted, not for an edition: the largest booth."""
    if features.has("op:most", "op:least", "op:rank") and any(span.typed in _EVERYWHERE for span in features.spans):
        return frozenset({"op:most"})
    if not features.has("op:most", "op:least") or features.has("record", "op:rank", "op:change", "op:percent"):
        return frozenset()
    asks_edition = features.has("ask:year", "ask:when", "edition", "op:editions") or len(features.editions) > 1
    if _is_said_to_be_extreme(entry, features):
        return frozenset()
    is_whole = entry.unit.base == "area" or entry.unit.id == "person" or features.certainly("amount")
    is_whole = is_whole or features.certainly("count") or has_the_most(features.spans)
    return frozenset() if asks_edition or is_whole or features.numbers else frozenset({"op:most"})


def _is_said_to_be_extreme(entry: MetricEntry, features: Features) -> bool:
    """Whether an edition is said to have the most of what is counted, in Korean: 2021년에 참가 기업이 제일 많았나."""
    if len(features.editions) != 1 or not features.is_claim or len(entry.values or entry.metric.values) < 2:
        return False
    spans = features.spans
    named = [index for index, span in enumerate(spans) if span.kind == "word" and span.meanings & entry.named]
    said = [index for index, span in enumerate(spans) if span.meanings & {"op:most", "op:least"}]
    return bool(named) and max(named) < min(said) and spans[said[0]].typed[-1:] >= "ㄱ"


def has_the_most(spans: tuple[Span, ...]) -> bool:
    """Whether an edition is said to have the most or the fewest of something, or a figure to be at its highest: 2019
    drew the most exhibitors, contracts at their lowest."""
    return any(
        span.typed in _POINTS
        or (span.typed in {"most", "fewest", "least"} and _has(spans[:index]))
        or (
            span.meanings & {"op:most", "op:least"}
            and [each.typed for each in spans[max(0, index - 2) : index]] in _AT_ITS
        )
        for index, span in enumerate(spans)
    )


def _has(before: tuple[Span, ...]) -> bool:
    """Whether the spans end in an edition that has, saw or drew something, and does not only say when."""
    said = [index for index, span in enumerate(before) if span.kind == "year"]
    if not said or (said[-1] and before[said[-1] - 1].typed in {"in", "at", "of", "for", "from", "during"}):
        return False
    return all(span.kind in {"skip", "verb"} for span in before[said[-1] + 1 :])
