"""The edition beside the one spoken of: the year after, three years later, the one before; and the one that is told by
what only it had: the year with an audience online."""

from __future__ import annotations

import bisect
from dataclasses import replace

from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.features import EditionMention, Features
from bot.understand.gathering.gather import gather
from bot.understand.question import Question
from bot.understand.span import Span

#: How many years, or how many editions, the words lead away from what was spoken of.
_YEARS = {
    "time:year-after": 1,
    "time:two-years-after": 2,
    "time:three-years-after": 3,
    "time:year-before": -1,
    "time:a-year-before": -1,
    "time:two-years-before": -2,
    "time:three-years-before": -3,
}
_EDITIONS = {"time:edition-after": 1, "time:next": 1, "time:edition-before": -1}
_BESIDE = frozenset({*_YEARS, *_EDITIONS})
#: What names no edition by itself: no figure answers it where nothing was spoken of before.
PENDING = frozenset(meaning for meaning in _BESIDE if not meaning.endswith("-before")) | {"time:year-before"}
#: An edition that is not named, and how Korean verbs end that describe it.
_HOW_MANY, _WITHOUT = frozenset({"ask:many", "ask:much"}), frozenset({"no", "without"})
_SOME_EDITION, _ADNOMINAL = frozenset({"edition", "time:same"}), ("던", "한", "린", "은", "된")
#: What names the latest edition, where it is set against the one spoken of: 이번엔 거기서 몇 배로 불었어?
_THIS_TIME = frozenset({"이번엔", "이번에는", "이번은", "이번에", "이번이", "요번엔", "요번에는", "요번은", "요번에"})
_COMPARING = ("op:change", "op:multiple", "op:difference", "op:more", "op:less", "op:compare")


def with_edition_beside(found: Features, last: Question, year: int | None, catalogue: Catalogue) -> Features:
    """The message with the edition beside the one of the year that was spoken of as an edition that it names; it may
    ask what changed."""
    found = _with_this_time(found, last, catalogue)
    span = next((span for span in found.spans if span.meanings & _BESIDE), None)
    if span is None or year is None or any(mention.span != span for mention in found.editions):
        return found
    spoken_of, year = year, _year_beside(span, year, catalogue)
    if year is None and "time:edition-before" in span.meanings:
        year = spoken_of - 1  # of which the release knows nothing
    if year is None or ("time:next" in span.meanings and found.asks):
        return found
    measures = any(mention.is_base for mention in found.editions)
    beside = EditionMention(span, _edition_of(year, catalogue), year, is_base=measures, relative=True)
    before = EditionMention(span, _edition_of(spoken_of, catalogue), spoken_of, is_base=not measures, relative=False)
    return replace(
        found,
        items=tuple(item for item in found.items if item.span != span),
        meanings=found.meanings - span.meanings,
        editions=(beside, before) if measures or found.has("op:change") else (beside,),
    )


def _with_this_time(found: Features, last: Question, catalogue: Catalogue) -> Features:
    """The message with the latest edition as one that it names, where it compares this time with what was before."""
    latest = catalogue.edition(catalogue.knowledge.editions.default)
    if found.editions or not found.has(*_COMPARING) or last.editions in {(), (latest.id,)}:
        return found
    span = next((span for span in found.spans if span.typed in _THIS_TIME), None)
    if span is None:
        return found
    mention = EditionMention(span, latest.id, latest.year, is_base=False, relative=True)
    return replace(found, editions=(mention,))


def with_year_beside(found: Features, catalogue: Catalogue) -> Features:
    """The message with the year beside the one edition that it names before: from 2021 to the year after, 2021년
    이듬해; what became of a figure is told from the earlier to the later of the two."""
    span = next((each for each in found.spans if each.meanings.intersection(_YEARS)), None)
    others = _named_before(span, found) if span is not None else []
    if span is None or len(others) != 1 or others[0].span.start >= span.start:
        return found
    named = others[0]
    year = _year_beside(span, named.year, catalogue)
    if year is None or named.edition is None:
        return found
    compares = found.has("op:change", "op:multiple", "op:difference")
    beside = EditionMention(span, _edition_of(year, catalogue), year, compares and year < named.year, relative=False)
    named = replace(named, is_base=compares and named.year < year)
    return replace(
        found,
        items=tuple(item for item in found.items if item.span != span),
        meanings=found.meanings - span.meanings,
        editions=(beside,) if _is_right_after(span, named.span, found.spans) else (named, beside),
    )


def _named_before(span: Span, found: Features) -> list[EditionMention]:
    """The editions that the message names besides the one that the span is taken for, which may be the very same:
    2021년 관람객은 전년보다 늘었어?"""
    others = [mention for mention in found.editions if mention.span != span]
    if others or not found.editions:
        return others
    same = f"year:{found.editions[0].year}"
    years = [each for each in found.spans if each.kind == "year" and same in each.meanings and each.start < span.start]
    return [replace(found.editions[0], span=each, is_base=False, relative=False) for each in years[:1]]


def with_edition_told(spans: tuple[Span, ...], catalogue: Catalogue, text: str) -> tuple[Span, ...]:
    """The spans, with a year in the place of what tells it by a part of a figure that no other edition has: 온라인도
    했던 해 관람객은?"""
    place = next((place for place, span in enumerate(spans) if span.meanings & _SOME_EDITION), None)
    told = _told_of(place, spans) if place is not None else ()
    rest = tuple(span for span in spans if span not in told)
    if place is None or not told or not rest:
        return spans
    edition = _edition_having(gather(told, catalogue, text), catalogue)
    asked = gather(rest, catalogue, text)
    if edition is None or asked.editions or not asked.asks & _HOW_MANY:
        return spans
    meanings = frozenset({f"year:{catalogue.edition(edition).year}"})
    year = spans[place].read_as(meanings, kind="year")
    return tuple(year if span is spans[place] else span for span in spans if span not in told or span is spans[place])


def _edition_having(told: Features, catalogue: Catalogue) -> str | None:
    """The one edition that has the part of a figure which is named, and nothing else is told of it."""
    says_more = told.editions or told.operations or told.asks or told.unknown or told.has("not")
    if says_more or any(span.typed in _WITHOUT for span in told.spans):
        return None
    parts = [
        metric
        for metric in catalogue.metrics()
        if metric.part is not None and len(metric.values) == 1 and any(name <= told.named for name in metric.names)
    ]
    explained = parts[0].explains | catalogue.little if len(parts) == 1 else frozenset()
    if not all(any(each <= explained for each in item.readings) for item in told.items):
        return None
    return next(iter(parts[0].values)) if len(parts) == 1 else None


def _told_of(place: int, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The edition at the place with what is told of it: before it in Korean, up to the next stop in English."""
    if spans[place].typed[:1] >= "ㄱ":
        return spans[: place + 1] if place and spans[place - 1].text.endswith(_ADNOMINAL) else ()
    return tuple(span for span in spans[place:] if span.clause == spans[place].clause)


def _is_right_after(span: Span, year: Span, spans: tuple[Span, ...]) -> bool:
    """Whether the words only count on from the year before them, which is not meant itself: 2021년의 이듬해."""
    between = spans[spans.index(year) + 1 : spans.index(span)]
    return year.typed[-1:] >= "ㄱ" and all(each.text == "의" for each in between)


def _edition_of(year: int, catalogue: Catalogue) -> str | None:
    """The edition of the year; None when there was none, or none that the release knows."""
    return next((each.id for each in catalogue.knowledge.editions.list if each.year == year), None)


def _year_beside(span: Span, year: int, catalogue: Catalogue) -> int | None:
    """The year that the span leads to; None for an edition that the release knows nothing of."""
    for meaning, step in _YEARS.items():
        if meaning in span.meanings:
            return year + step
    years = sorted(each.year for each in catalogue.knowledge.editions.list)
    step = next(step for meaning, step in _EDITIONS.items() if meaning in span.meanings)
    place = bisect.bisect_left(years, year) + step if step < 0 else bisect.bisect_right(years, year) + step - 1
    return years[place] if 0 <= place < len(years) else None
