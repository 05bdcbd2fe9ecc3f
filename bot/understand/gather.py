"""From the spans of a message to its features: every span is put where the later steps look for it."""

from __future__ import annotations

import re

from bot.language.numbers import NumberSpan
from bot.understand.catalogue import Catalogue
from bot.understand.constructions import (
    FREE,
    PEOPLE,
    asked_by_head,
    asks_companion,
    content,
    counted_noun,
    counters_asked,
    counts_the_editions,
    ends_as_question,
    is_denied,
    is_attribute,
    is_counting,
    is_place,
    moved_by_number,
    negates_quantity,
    with_bounds_told_apart,
    with_counts_told_apart,
    with_languages_told_apart,
    with_majorities,
    with_outdoing_told_apart,
    with_times_told_apart,
    without_comments,
    without_counters,
    without_what_is_not_meant,
)
from bot.understand.entries import COUNTED
from bot.understand.features import EditionMention, Features, Item, Number
from bot.understand.mentions import LEADS, distinct, edition_mentions, leads_to_edition
from bot.understand.question import Degree
from bot.understand.span import Span

_DEGREES: tuple[Degree, ...] = ("over", "under", "almost", "approx")
_COUNTS = ("counter:", "unit:")
_BOUNDS = frozenset({"over", "under"})
#: A bound that is denied is the other one: 300개 넘지 않았지, 1,000명도 안 왔어.
_DENIED: dict[Degree | None, Degree] = {"over": "under", "under": "over", None: "under"}
_UNITS = ("counter:", "unit:", "op:")
#: What tells apart the readings of words by the words around them, in this order.
_TOLD_APART = (
    with_languages_told_apart,
    with_times_told_apart,
    with_majorities,
    with_bounds_told_apart,
    with_outdoing_told_apart,
    with_counts_told_apart,
)


def gather(spans: tuple[Span, ...], catalogue: Catalogue, text: str) -> Features:
    """The features of a segmented message or of a piece of one; `text` is the whole message."""
    spans = without_comments(without_what_is_not_meant(spans))
    for told_apart in _TOLD_APART:
        spans = told_apart(spans)
    sorting = _Sorting(spans, catalogue)
    for index in range(len(spans)):
        sorting.take(index)
    meanings = sorting.meanings | _implied(sorting.meanings)
    if meanings & {"ask:why", "ask:name", "ask:title", "ask:role"}:
        meanings.discard("ask:statement")  # 원인이 뭐라고 나와 있어 asks why, not what was said
    meanings |= moved_by_number(spans)
    if _reports(spans):
        meanings.add("claim")
    if not any(meaning.startswith(("ask:", "claim", "op:")) for meaning in meanings):
        meanings |= asked_by_head(spans)
    asks = any(meaning.startswith("ask:") for meaning in meanings)
    return Features(
        spans,
        tuple(sorting.items),
        _merged(sorting.unknown),
        frozenset(meanings),
        distinct(sorting.editions, spans),
        tuple(sorting.numbers),
        tuple(sorting.dates),
        is_question="?" in text or asks or ends_as_question(spans),
        places=frozenset(sorting.places),
        asks_companion=asks_companion(spans, meanings),
        counted=counted_noun(spans),
        counters=counters_asked(spans),
        negates_quantity=negates_quantity(spans, meanings),
    )


_HEARSAY = re.compile("라던데|다던데|다며|라며|다면서|라면서|다카던데|라카던데|대매|래매|다매|라매")
_WH = ("ask:many", "ask:much", "ask:who", "ask:when", "ask:what", "ask:which", "ask:why", "ask:how")


def _reports(spans: tuple[Span, ...]) -> bool:
    """Whether the message ends in hearsay and asks nothing after it: 개최지가 베트남이라던데요?"""
    ends = [place for place, span in enumerate(spans) if _HEARSAY.search(span.typed)]
    if not ends or spans[ends[-1]].kind not in {"josa", "ending"}:
        return False
    return not any(meaning in span.meanings for span in spans[ends[-1] :] for meaning in _WH)


def _implied(meanings: set[str]) -> set[str]:
    """What follows from the asking and counting words: how much asks for an amount, how many for a count."""
    implied = {COUNTED[meaning] for meaning in meanings & COUNTED.keys()}
    if meanings & {"ask:much", "unit:krw", "unit:usd"}:
        implied.add("amount")
    asks_in_unit = "op:multiple" in meanings or any(meaning.startswith("unit:") for meaning in meanings)
    if "ask:many" in meanings and not asks_in_unit:
        implied.add("count")
    return implied


class _Sorting:
    """The spans of a message as they are put in their places, one after the other."""

    def __init__(self, spans: tuple[Span, ...], catalogue: Catalogue) -> None:
        self.spans, self.catalogue = spans, catalogue
        self.items: list[Item] = []
        self.unknown: list[Span] = []
        self.meanings: set[str] = set()
        self.editions: list[EditionMention] = []
        self.dates: list[str] = []
        self.places: set[int] = set()
        self.numbers: list[Number] = []
        self._of_numbers: set[int] = set()
        for index, span in enumerate(spans):
            if span.kind == "number" and span.number:
                number, last = _number(spans, index, span.number)
                self.numbers.append(number)
                self._of_numbers.update(range(index + 1, last + 1))

    def _take_figure(self, index: int, span: Span) -> None:
        """A number that a word says: doubled is twice, by half is 50 percent."""
        said = next((meaning for meaning in span.meanings if meaning.startswith("figure:")), None)
        if said is not None:
            value, is_multiple = float(said[7:-1]), said.endswith("x")
            unit = "op:multiple" if is_multiple else "unit:percent"
            degree = _degree((span, *self.spans[max(0, index - _BEFORE_NUMBER) : index], *self.spans[index + 1 : index + 2]))
            self.numbers.append(Number(span, value, 1.0 if is_multiple else _ROUGHLY, unit, degree))

    def take(self, index: int) -> None:
        """The span at that place is sorted."""
        span = self.spans[index]
        if span.kind == "unknown":
            self.unknown.append(span)
        elif span.kind == "date":
            self.dates.extend(span.meanings)
        elif span.kind == "josa":  # a particle that a release's names use: 부터
            self.meanings.update(*self.catalogue.lexicon.own.get(span.text, ()))
        elif index in self._of_numbers:
            self.meanings |= {each for each in span.meanings if each.startswith(_UNITS) or each in FREE}
        elif span.kind in {"word", "verb", "year"}:
            self._take_word(index, span)
        if span.kind in {"word", "unknown"} and is_place(self.spans, index):
            self.places.add(span.start)

    def _colours_the_subject(self, index: int) -> bool:
        """Whether the word only describes what every figure is about: this famous expo."""
        if "describes" not in self.spans[index].meanings:
            return False
        following = (span for span in self.spans[index + 1 :] if span.kind not in {"josa", "ending", "skip"})
        described = next(following, None)
        return described is not None and bool(described.meanings) and described.meanings <= self.catalogue.subject

    def _take_word(self, index: int, span: Span) -> None:
        if _is_relative(self.spans, index) or self._colours_the_subject(index):
            return
        if "op:editions" in span.meanings and not counts_the_editions(self.spans, index):
            return
        self._take_figure(index, span)
        mentions = edition_mentions(self.spans, index, self.catalogue)
        self.editions.extend(mentions)
        compares = leads_to_edition(self.spans, index)
        if compares and "under" in span.meanings:
            self.meanings |= {"op:less", "op:compare"}
            return
        if mentions or (compares and span.typed in LEADS):
            return
        self.meanings |= span.meanings
        if compares and "over" in span.meanings:  # more than in 2019 compares, more than 300 does not
            self.meanings |= {"op:more", "op:compare"}
            return
        readings = content(span.readings if is_counting(self.spans, index) else without_counters(span.readings))
        if "describes" in span.meanings and not is_attribute(self.spans, index):
            readings = (frozenset({"quality"}),)  # what something is like is asked then, or said: was it famous?
        if readings:
            self.items.append(Item(span, readings))


def _is_relative(spans: tuple[Span, ...], index: int) -> bool:
    """Whether *who* goes on about what stands before it: people who watched, how many buyers who came."""
    if spans[index].typed not in {"who", "whom", "whose"} or not index or spans[index - 1].kind != "word":
        return False
    before = spans[:index]
    asks = any("ask:many" in span.meanings or "ask:much" in span.meanings for span in before)
    return (asks and bool(content(spans[index - 1].readings))) or spans[index - 1].typed in PEOPLE


def _merged(unknown: list[Span]) -> tuple[Span, ...]:
    """Unknown syllables that stand side by side, as one span."""
    runs: list[list[Span]] = []
    for span in unknown:
        before = runs[-1][-1] if runs else None
        if before and before.end == span.start and before.clause == span.clause and span.text[0] >= "ㄱ":
            runs[-1].append(span)
        else:
            runs.append([span])
    return tuple(_joined(run) for run in runs)


def _joined(run: list[Span]) -> Span:
    if len(run) == 1:
        return run[0]
    text, typed = "".join(span.text for span in run), "".join(span.typed for span in run)
    return run[0]._replace(end=run[-1].end, text=text, typed=typed)


#: How exact a fraction in words is, in percent: by half is 45 to 55.
_ROUGHLY = 10.0
#: How far before and after a number the words that bound it may stand, in spans.
_BEFORE_NUMBER, _AFTER_NUMBER = 3, 4


def _number(spans: tuple[Span, ...], index: int, number: NumberSpan) -> tuple[Number, int]:
    """The number with its unit and degree, and the index of the last span that belongs to it."""
    unit: str | None = next(iter(spans[index].meanings), None)
    last = index
    for place in range(index + 1, min(index + 3, len(spans))):
        following = spans[place]
        units = sorted(each for each in following.meanings if each.startswith(_COUNTS) or each == "op:multiple")
        if units and unit is None:
            unit, last = units[0], place
            break
        if following.kind not in {"josa", "skip"} or following.clause != spans[index].clause:
            break
    after = spans[last + 1 : last + 1 + _AFTER_NUMBER]
    degree = _range_end(spans, index) or _degree((*reversed(spans[max(0, index - _BEFORE_NUMBER) : index]), *after))
    bound = next((place for place in range(index - 1, max(-1, index - 4), -1) if spans[place].meanings & _BOUNDS), None)
    if any("not" in span.meanings for span in after) or (bound is not None and is_denied(spans, bound)):
        degree = _DENIED.get(degree, degree)
    return Number(spans[index], number.value, number.step, unit, degree), last


def _range_end(spans: tuple[Span, ...], index: int) -> Degree | None:
    """Which bound of a range the number is: between 5,000 and 6,000 is over the one and under the other."""
    before = [span for span in spans[:index] if not _belongs_to_number(span)]
    if before and before[-1].typed == "between":
        return "over"
    if len(before) > 2 and "and" in before[-1].meanings and before[-2].kind == "number":
        return "under" if before[-3].typed == "between" else None
    return None


def _belongs_to_number(span: Span) -> bool:
    return "approx" in span.meanings or any(each.startswith(_COUNTS) for each in span.meanings)


def _degree(near: tuple[Span, ...]) -> Degree | None:
    """The first word of a bound among the spans, which are given from the nearest."""
    for span in near:
        for degree in _DEGREES:
            if degree in span.meanings:
                return degree
    return None
