"""How much a word says: about, over and under, shares, sums, and counts told from amounts."""

from __future__ import annotations

import itertools

from bot.understand.gathering.constructions import AUXILIARIES
from bot.understand.gathering.left_out import names_only
from bot.understand.gathering.senses.near import COMPARES, COUNT_NOUNS, next_said
from bot.understand.span import Span

_TWO_OCCASIONS = frozenset({"=twice"})
_MAJORITY = frozenset({"op:share", "figure:50%", "over"})
_NAMED_COUNT = frozenset({"count"})
_SAID_OF_COUNT = frozenset(
    {"claim", "not", "op:change", "op:more", "op:less", "op:same", "op:most", "op:least", "op:average", "op:multiple"}
)
_TIME_OF = frozenset({"this", "it", "that", "they", "these", "thisrelease", "therelease"})
_ADDING = frozenset({"add", "added", "adding"})
_SINCE = frozenset({"since", "from", "over", "comparedto", "comparedwith", "on"})
_ROUGH = frozenset({"approx"})
_GREW = frozenset({"op:change", "op:up"})
_BOUNDS = {"op:more": "over", "op:less": "under"}
_OCCASIONS = frozenset({"counter:event"})
_HAPPENED = frozenset({"made", "held", "happened", "happen", "done", "met", "tookplace", "conducted", "organised"})
_QUANTITIES = frozenset({"ask:many", "ask:much"})
_SHARE_AFTER = frozenset({"what", "which", "the", "a", "whatis", "whats"})
_TIMES = frozenset({"op:multiple", "ask:many", "counter:event"})
_PER, _AT_A_TIME = frozenset({"op:per"}), frozenset({"한번에", "한번"})
#: How near 밖에 stands to what denies the rest.
_NEAR_DENIAL = 2


def with_times(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *how many times* read as occasions where nothing is compared, and else as a multiple: how many times
    did they meet, how many times did it grow."""
    compares = any(meaning in COMPARES for span in spans for meaning in span.meanings)
    told_apart = []
    for index, span in enumerate(spans):
        if span.meanings >= _TIMES:
            following = spans[index + 1 : index + 2]
            happens = any(each.typed in AUXILIARIES or "claim" in each.meanings for each in following)
            happens = happens or any(each.typed in _HAPPENED for each in spans[index + 1 :])
            readings = tuple(each for each in span.readings if ("op:multiple" in each) is (compares or not happens))
            span = span.read_as(*readings)
        elif span.typed == "timesthe" and index and spans[index - 1].typed == "howmany" and not compares:
            happens = any(each.typed in _HAPPENED for each in spans[index + 1 :])
            span = span.read_as(_OCCASIONS) if happens else span
        told_apart.append(span)
    return tuple(told_apart)


def with_levels(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, 수준 saying nothing after the year or the number that it is the level of: 2019년 수준엔 못 미쳤나."""
    return tuple(
        span.silenced() if span.typed == "수준" and index and _is_level(spans[index - 1]) else span
        for index, span in enumerate(spans)
    )


def _is_level(span: Span) -> bool:
    tells = any(each.startswith(("edition:", "unit:", "time:")) for each in span.meanings)
    return tells or span.kind in {"year", "number"}


def with_times_told(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *when* after what is asked read as telling the time of it: who was minister when this came out?"""
    asked = False
    for before, span, following in zip(spans, spans[1:], spans[2:], strict=False):
        asked = asked or any(each.startswith("ask:") for each in before.meanings)
        if asked and span.typed == "when" and following.typed in _TIME_OF and before.clause == span.clause:
            return spans[: spans.index(span)]
    return spans


def with_rough_numbers(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *something* after a number read as making it a rough one: two hundred something."""
    return tuple(
        span.read_as(_ROUGH, kind="word")
        if span.typed == "something" and index and spans[index - 1].kind == "number"
        else span
        for index, span in enumerate(spans)
    )


def with_additions(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, what was added since an edition read as growth, not as a sum: how many were added since 2021?"""
    adding = next((place for place, span in enumerate(spans) if span.typed in _ADDING), len(spans))
    if not any(span.typed in _SINCE for span in spans[adding:]):
        return spans
    grew = spans[adding].read_as(_GREW)
    return (*spans[:adding], grew, *spans[adding + 1 :])


def with_shares(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *what share of* read as a part of a whole, not as something that is shared."""
    asked = {
        place
        for place, (before, span, after) in enumerate(zip(spans, spans[1:], spans[2:], strict=False), 1)
        if span.typed == "share" and after.typed.startswith("of") and before.typed in _SHARE_AFTER
    }
    shared = frozenset({"op:share"})
    return tuple(span.read_as(shared) if place in asked else span for place, span in enumerate(spans))


def with_amounts(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *amount* read as a noun where no *to* follows."""
    told_apart = list(spans)
    for index, span in enumerate(spans):
        following = spans[index + 1].typed if index + 1 < len(spans) else ""
        nouns = tuple(each for each in span.readings if "amount" in each)
        if span.typed == "amount" and len(span.readings) > 1 and nouns and not following.startswith("to"):
            told_apart[index] = span.read_as(*nouns)
    return tuple(told_apart)


def with_least(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, 최소 right before a number read as at least so many."""
    bound = frozenset({"at-least"})
    return tuple(
        span.read_as(bound)
        if span.typed in {"최소", "최소한"} and index + 1 < len(spans) and spans[index + 1].kind == "number"
        else span
        for index, span in enumerate(spans)
    )


def with_people_counted(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, a noun that asks who somebody was read as what is counted: 연사는 몇 명."""
    counted = frozenset(people_counted(spans))
    if not counted:
        return spans
    return tuple(span.read_as(frozenset({f"={span.typed}"})) if span in counted else span for span in spans)


def people_counted(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The Korean nouns that ask who somebody was, of whom it is asked how many there were."""
    counts = [place for place, span in enumerate(spans) if "ask:many" in span.meanings and span.typed[:1] >= "ㄱ"]
    if not counts or not any("counter:person" in span.meanings for span in spans[counts[0] : counts[0] + 2]):
        return ()
    return tuple(
        span
        for span in spans[: counts[0]]
        if span.kind == "word" and span.meanings == {"ask:who"} and span.typed[:1] not in "누뉘"
    )


def with_bounds(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *larger than* and its like read as comparing where a thing follows and no number: larger than the
    area, larger than 300."""
    return tuple(
        span.read_as(compared) if span.typed.endswith("than") and (compared := _compared_by(spans, index)) else span
        for index, span in enumerate(spans)
    )


def with_mended_bounds(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *mor than* and a number read as the bound that *more than* is."""
    for index, (span, than, following) in enumerate(zip(spans, spans[1:], spans[2:], strict=False)):
        if than.typed == "than" and following.kind == "number" and span.meanings.intersection(_BOUNDS):
            bound = frozenset(_BOUNDS[each] for each in span.meanings.intersection(_BOUNDS))
            return (*spans[:index], span.read_as(bound), *spans[index + 2 :])
    return spans


def _compared_by(spans: tuple[Span, ...], index: int) -> frozenset[str]:
    """How the bound at the place compares with the thing after it; nothing where it bounds a number."""
    bound, following = spans[index].meanings & {"over", "under"}, next_said(spans, index)
    if not bound or following is None:
        return frozenset()
    measured = index > 0 and (spans[index - 1].kind == "number" or _is_unit(spans[index - 1]))
    is_thing = names_only([following]) or (measured and following.kind == "year")
    if not is_thing or any(each.startswith(("figure:", "=")) for each in following.meanings):
        return frozenset()
    return frozenset({"op:more" if "over" in bound else "op:less", "op:compare"})


def _is_unit(span: Span) -> bool:
    return "op:multiple" in span.meanings or any(each.startswith(("unit:", "counter:")) for each in span.meanings)


def with_majorities(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *most of* read as more than half: most of the visitors, but not the most of the three; and *more than
    half of* an edition as a multiple of it."""
    told_apart = list(spans)
    for index, (span, after) in enumerate(itertools.pairwise(spans)):
        is_superlative = index > 0 and spans[index - 1].typed == "the"
        if span.typed == "most" and after.typed in {"of", "ofthe"} and not is_superlative:
            told_apart[index] = span.read_as(_MAJORITY)
        if "figure:50%" in span.meanings and "op:share" in span.meanings and _is_year_next(spans, index):
            half = frozenset({"op:multiple", "figure:0.5x"}) | span.meanings & {"over", "under"}
            told_apart[index] = span.read_as(half)
    for index, span in enumerate(spans):
        if span.typed == "twice" and not _multiplies(spans, index):
            told_apart[index] = span.read_as(_TWO_OCCASIONS)
    return tuple(told_apart)


def _multiplies(spans: tuple[Span, ...], index: int) -> bool:
    """Whether *twice* at the place is said of an edition or an amount: twice that of 2021, twice as many; and not of
    what happened: they came twice in 2021."""
    after = spans[index + 1 : index + 2]
    return bool(after) and (after[0].typed.startswith("as") or (after[0].typed != "in" and _is_year_next(spans, index)))


def _is_year_next(spans: tuple[Span, ...], index: int) -> bool:
    """Whether an edition follows the span, with nothing but words that say nothing between them."""
    following = next_said(spans, index)
    return following is not None and following.kind == "year"


#: 영문판, 영어로 된 자료: what is in the language is spoken of.
def with_counts(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *the number of visitors* read as the name of a figure where something else is asked or said of it: did
    the number of visitors fall?"""
    if not _says_of_count(spans):
        return spans
    return tuple(
        span.read_as(_NAMED_COUNT) if "ask:many" in span.meanings and span.typed.startswith(COUNT_NOUNS) else span
        for span in spans
    )


def _says_of_count(spans: tuple[Span, ...]) -> bool:
    """Whether the message asks how much, asks if something is so, or says what became of a figure."""
    opening = [span for index, span in enumerate(spans) if not index or spans[index - 1].clause != span.clause]
    if any(span.typed in AUXILIARIES for span in opening):
        return True
    return any(
        span.typed.endswith("than")
        or span.meanings & _SAID_OF_COUNT
        or (span.meanings & _QUANTITIES and span.typed.startswith("how"))
        for span in spans
    )


def with_no_more_than(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, a denial after 밖에 read as saying nothing: 185곳밖에 안 됐어 is 185, and no more."""
    return tuple(
        span.silenced() if "not" in span.meanings and _is_no_more(spans[:index]) else span
        for index, span in enumerate(spans)
    )


def _is_no_more(before: tuple[Span, ...]) -> bool:
    said = [span for span in before if span.kind != "skip"][-_NEAR_DENIAL:]
    return any(span.kind == "josa" and span.text.endswith("밖에") for span in said)


def with_each_time(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, 한 번에 read as each time where it is asked how much that is of what stands right before it: 상담 한
    번에 얼마, not 한 번에 알려줘."""
    asks = any(span.meanings & _QUANTITIES for span in spans)
    return tuple(
        span.read_as(_PER, kind="word")
        if asks and span.typed in _AT_A_TIME and index and spans[index - 1].kind in {"word", "verb"}
        else span
        for index, span in enumerate(spans)
    )
