"""Words that mean one thing or another, told apart by the words around them: twice, larger than, in Korean."""

from __future__ import annotations

import itertools

from bot.understand.constructions import AUXILIARIES
from bot.understand.left_out import names_only
from bot.understand.span import Span

#: After these *behind* asks for a cause: what was behind the slump?
_ASKS_CAUSE = frozenset({"ask:what", "ask:who", "ask:which"})
_OVER = (frozenset({"over"}),)
_LEADS = frozenset({"lead", "leads", "led"})
_MORE = (frozenset({"op:more", "op:outdo"}),)
_TWO_OCCASIONS = frozenset({"=twice"})
_MAJORITY = frozenset({"op:share", "figure:50%", "over"})
#: How a figure is called by its count, and what may be said of it.
_COUNT_NOUNS = ("number", "totalnumber", "overallnumber")
_NAMED_COUNT = (frozenset({"count"}),)
_SAID_OF_COUNT = frozenset(
    {"claim", "not", "op:change", "op:more", "op:less", "op:same", "op:most", "op:least", "op:average", "op:multiple"}
)
_TIME_OF = frozenset({"this", "it", "that", "they", "these", "thisrelease", "therelease"})
_SINCE = frozenset({"since", "from", "over", "comparedto", "comparedwith", "on"})
_SAME = frozenset({"op:compare", "op:same"})
_GREW = frozenset({"op:change", "op:up"})
_BOUNDS = {"op:more": "over", "op:less": "under"}
_QUANTITIES = frozenset({"ask:many", "ask:much"})
_TIMES = frozenset({"op:multiple", "ask:many", "counter:event"})
_COMPARES = frozenset({"op:change", "op:up", "op:down", "op:more", "op:less", "op:compare", "over"})


def told_apart(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, each word read as the words around it tell."""
    for tell in (
        _with_languages,
        _with_times,
        _with_majorities,
        _with_bounds,
        _with_mended_bounds,
        _with_outdoing,
        _with_counts,
        _with_additions,
        _with_times_told,
        _with_sameness,
    ):
        spans = tell(spans)
    return spans


def _with_times(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *how many times* read as occasions where nothing is compared, and else as a multiple: how many times
    did they meet, how many times did it grow."""
    compares = any(meaning in _COMPARES for span in spans for meaning in span.meanings)
    told_apart = []
    for index, span in enumerate(spans):
        if span.meanings >= _TIMES:
            following = spans[index + 1 : index + 2]
            happens = any(each.typed in AUXILIARIES or "claim" in each.meanings for each in following)
            readings = tuple(each for each in span.readings if ("op:multiple" in each) is (compares or not happens))
            span = span._replace(readings=readings, meanings=frozenset().union(*readings))
        told_apart.append(span)
    return tuple(told_apart)


def _with_times_told(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *when* after what is asked read as telling the time of it: who was minister when this came out?"""
    asked = False
    for before, span, following in zip(spans, spans[1:], spans[2:], strict=False):
        asked = asked or any(each.startswith("ask:") for each in before.meanings)
        if asked and span.typed == "when" and following.typed in _TIME_OF and before.clause == span.clause:
            return spans[: spans.index(span)]
    return spans


def _with_sameness(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, 그대로 after an edition read as being the same as then: 2019년 그대로야?"""
    return tuple(
        span._replace(kind="word", readings=(_SAME,), meanings=_SAME)
        if span.typed == "그대로" and index and spans[index - 1].kind == "year"
        else span
        for index, span in enumerate(spans)
    )


def _with_additions(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, what was added since an edition read as growth, not as a sum: how many were added since 2021?"""
    typed = [span.typed for span in spans]
    if "added" not in typed or not _SINCE & set(typed[typed.index("added") :]):
        return spans
    return tuple(span._replace(readings=(_GREW,), meanings=_GREW) if span.typed == "added" else span for span in spans)


def _with_outdoing(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, words like *top*, *behind* and *ahead* read as setting apart what stands right after them, where that
    is an edition, or as a bound of a number: 2022 topped 2019, visitors topped 20,000."""
    return tuple(
        _as_outdoing(spans, index) if "op:outdo" in span.meanings or span.typed in _LEADS else span
        for index, span in enumerate(spans)
    )


def _as_outdoing(spans: tuple[Span, ...], index: int) -> Span:
    span = spans[index]
    following = _next_said(spans, index)
    asks_cause = "ask:why" in span.meanings and any(each.meanings & _ASKS_CAUSE for each in spans[:index])
    if following is None or asks_cause:
        return span
    if span.typed in _LEADS and index and spans[index - 1].kind == following.kind == "year":
        return span._replace(readings=_MORE, meanings=_MORE[0])
    if "op:outdo" in span.meanings and following.kind == "year":
        readings = tuple(each for each in span.readings if "op:outdo" in each and "over" not in each)
        readings = readings or tuple(each - {"over"} for each in span.readings if "op:outdo" in each)
        return span._replace(readings=readings, meanings=frozenset().union(*readings))
    if span.meanings >= {"op:outdo", "over"} and following.kind == "number":
        return span._replace(readings=_OVER, meanings=_OVER[0])
    return span


def _next_said(spans: tuple[Span, ...], index: int) -> Span | None:
    """The next span that says something."""
    return next((each for each in spans[index + 1 :] if each.kind != "skip"), None)


def _with_bounds(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *larger than* and its like read as comparing where a thing follows and no number: larger than the
    area, larger than 300."""
    return tuple(
        span._replace(readings=(compared,), meanings=compared)
        if span.typed.endswith("than") and (compared := _compared_by(spans, index))
        else span
        for index, span in enumerate(spans)
    )


def _with_mended_bounds(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *mor than* and a number read as the bound that *more than* is."""
    for index, (span, than, following) in enumerate(zip(spans, spans[1:], spans[2:], strict=False)):
        if than.typed == "than" and following.kind == "number" and span.meanings & _BOUNDS.keys():
            bound = frozenset(_BOUNDS[each] for each in span.meanings & _BOUNDS.keys())
            return (*spans[:index], span._replace(readings=(bound,), meanings=bound), *spans[index + 2 :])
    return spans


def _compared_by(spans: tuple[Span, ...], index: int) -> frozenset[str]:
    """How the bound at the place compares with the thing after it; nothing where it bounds a number."""
    bound, following = spans[index].meanings & {"over", "under"}, _next_said(spans, index)
    if not bound or following is None:
        return frozenset()
    measured = index > 0 and (spans[index - 1].kind == "number" or _is_unit(spans[index - 1]))
    is_thing = names_only([following]) or (measured and following.kind == "year")
    if not is_thing or any(each.startswith(("figure:", "=")) for each in following.meanings):
        return frozenset()
    return frozenset({"op:more" if "over" in bound else "op:less", "op:compare"})


def _is_unit(span: Span) -> bool:
    return "op:multiple" in span.meanings or any(each.startswith(("unit:", "counter:")) for each in span.meanings)


def _with_majorities(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *most of* read as more than half: most of the visitors, but not the most of the three; and *more than
    half of* an edition as a multiple of it."""
    told_apart = list(spans)
    for index, (span, after) in enumerate(itertools.pairwise(spans)):
        is_superlative = index > 0 and spans[index - 1].typed == "the"
        if span.typed == "most" and after.typed in {"of", "ofthe"} and not is_superlative:
            told_apart[index] = span._replace(readings=(_MAJORITY,), meanings=_MAJORITY)
        if "figure:50%" in span.meanings and "op:share" in span.meanings and _is_year_next(spans, index):
            half = frozenset({"op:multiple", "figure:0.5x"}) | span.meanings & {"over", "under"}
            told_apart[index] = span._replace(readings=(half,), meanings=half)
    for index, span in enumerate(spans):
        if span.typed == "twice" and not _multiplies(spans, index):
            told_apart[index] = span._replace(readings=(_TWO_OCCASIONS,), meanings=_TWO_OCCASIONS)
    return tuple(told_apart)


def _multiplies(spans: tuple[Span, ...], index: int) -> bool:
    """Whether *twice* at the place is said of an edition or an amount: twice that of 2021, twice as many; and not of
    what happened: they came twice in 2021."""
    after = spans[index + 1 : index + 2]
    return bool(after) and (after[0].typed.startswith("as") or (after[0].typed != "in" and _is_year_next(spans, index)))


def _is_year_next(spans: tuple[Span, ...], index: int) -> bool:
    """Whether an edition follows the span, with nothing but words that say nothing between them."""
    following = _next_said(spans, index)
    return following is not None and following.kind == "year"


def names_language(spans: tuple[Span, ...], index: int) -> bool:
    """Whether *in Korean* and its like ask for a language, and do not describe what follows: in Korean visitors."""
    following = spans[index + 1] if index + 1 < len(spans) else None
    return following is None or following.clause != spans[index].clause or not names_only([following])


def _with_languages(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *in Korean* read as a language or as what describes the noun after it."""
    return tuple(_as_language(spans, index) if len(span.readings) > 1 else span for index, span in enumerate(spans))


def _as_language(spans: tuple[Span, ...], index: int) -> Span:
    """The span without the readings that name a language, or without those that do not."""
    span = spans[index]
    speaks = [any(each.startswith("language:") for each in reading) for reading in span.readings]
    if len(set(speaks)) == 1:
        return span
    names = names_language(spans, index)
    readings = tuple(reading for reading, speaks_it in zip(span.readings, speaks, strict=True) if speaks_it is names)
    return span._replace(readings=readings, meanings=frozenset().union(*readings))


def _with_counts(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *the number of visitors* read as the name of a figure where something else is asked or said of it: did
    the number of visitors fall?"""
    if not _says_of_count(spans):
        return spans
    return tuple(
        span._replace(readings=_NAMED_COUNT, meanings=_NAMED_COUNT[0])
        if "ask:many" in span.meanings and span.typed.startswith(_COUNT_NOUNS)
        else span
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
