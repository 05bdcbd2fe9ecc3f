"""Verbs whose particle says what they do: came down to the hall, leave out, take off; and who is not from here."""

from __future__ import annotations

from bot.understand.gathering.constructions import AUXILIARIES
from bot.understand.gathering.left_out import names_only
from bot.understand.gathering.mentions import BASE_JOSA
from bot.understand.gathering.senses.near import COPULAS, POINTING
from bot.understand.reading.lexicon import Lexicon
from bot.understand.span import Span

#: What is left out has so many words at most, before the *out* that says so.
_EXCLUDES, _LONGEST_LEFT_OUT = frozenset({"op:exclude"}), 5
_WHENCE, _ARE_NOT = frozenset({"domestic", "foreign"}), frozenset({"werent", "wasnt", "arent", "isnt"})
#: After a verb of going up or down these lead to a place and not to a figure; after *in* the next word tells.
_INTO_PLACE = frozenset({"by", "into", "round", "around", "past", "through", "up", "aboard", "inside", "in"})
_BESIDE_PLACE, _DROPPED = frozenset({"by", "round", "around"}), ("drop", "swing", "swung", "mov")
_THROUGH = ("into", "through", "inside", "past", "round", "around", "up")
_TO_PLACE = frozenset({"to", "for", "here"})
_AFTER_DROPPING_IN = frozenset({"in", "on", "at", "to", "during", "for", "onthe", "inon"})
_CAME_DOWN = ("come", "came", "go", "went", "gone")
_HOW_MUCH_ASKED = frozenset({"ask:much", "unit:percent", "op:percent", "op:difference", "op:multiple"})
_SHARES = frozenset({"op:share", "op:percent", "unit:percent"})
_DEGREES = frozenset({"approx", "almost", "over", "under", "at-least", "at-most"})
_CAME = frozenset({"come"})
#: Korean verbs that say both that a figure moved and that somebody came: 올라오다, 내려오다.
_UP_OR_DOWN, _CAME_HERE = ("올라", "내려"), ("오", "온", "왔", "와")


def with_verbs_joined(spans: tuple[Span, ...], lexicon: Lexicon) -> tuple[Span, ...]:
    """The spans, a verb of leaving something out read in one with its *out* or *away*, which stands after what is left
    out: leave the foreigners out, take those away."""
    for index, span in enumerate(spans):
        is_verb = span.typed[:1] < "ㄱ" and not any(meaning.startswith("ask:") for meaning in span.meanings)
        for place in range(index + 2, min(index + 2 + _LONGEST_LEFT_OUT, len(spans))):
            entry = lexicon.entry(span.typed + _particle(spans[place])) if is_verb else None
            if entry is None or not entry.meanings >= _EXCLUDES or not _is_object(spans[index + 1 : place + 1]):
                continue
            verb = span.read_as(*entry.readings, kind="word")
            return (*spans[:index], verb, *with_verbs_joined((*spans[index + 1 : place], *spans[place + 1 :]), lexicon))
    return spans


def _particle(span: Span) -> str:
    """What the span adds to the verb before it: out of those is *out*."""
    return "out" if span.typed.startswith("outof") else span.typed


def _is_object(spans: tuple[Span, ...]) -> bool:
    """Whether the spans but the last name a thing or point at it, and all stand in one clause: the foreigners."""
    *said, last = spans
    points = all(span.kind == "skip" for span in said)
    return all(span.clause == last.clause for span in said) and (points or names_only(said))


def with_things_taken_off(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *take off* read as leaving out what stands after it, not as growth: if you take off the contracts."""
    return tuple(
        span.read_as(_EXCLUDES)
        if span.typed == "takeoff" and index + 1 < len(spans) and spans[index + 1].typed in POINTING
        else span
        for index, span in enumerate(spans)
    )


def with_moves_to_a_place(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, verbs of rising and falling read as coming where people do so: how many dropped by, slipped in at the
    back, came down to see it, 몇 명이나 올라왔나; not dropped by 275, came down to 5,520."""
    if any(span.meanings & _HOW_MUCH_ASKED for span in spans):
        return spans
    return tuple(
        span.read_as(_CAME) if "op:change" in span.meanings and _leads_to_a_place(spans, index) else span
        for index, span in enumerate(spans)
    )


def _leads_to_a_place(spans: tuple[Span, ...], index: int) -> bool:
    """Whether the verb at the place is one of somebody who goes somewhere."""
    span, after = spans[index], spans[index + 1 :]
    if span.typed.startswith(_UP_OR_DOWN):
        here = span.typed[2:] or "".join(each.typed for each in after[:1])
        if not here.startswith(_CAME_HERE):
            return False
        counts = [each for each in spans[:index] if "ask:many" in each.meanings]
        return bool(counts) and not any(each.text in BASE_JOSA for each in spans if each.kind == "josa")
    if span.typed[:1] >= "ㄱ" or not after or after[0].clause != span.clause or _says_figure(after[1:]):
        return False
    if span.typed.startswith(_CAME_DOWN):
        return after[0].typed in _TO_PLACE and len(after) > 1
    if after[0].typed == "in":
        return len(after) > 1 and after[1].typed in _AFTER_DROPPING_IN
    if "location" in after[0].meanings and after[0].typed.startswith(_THROUGH):
        return True
    asked_of = [place for place, each in enumerate(spans[:index]) if "ask:many" in each.meanings]
    turned = bool(asked_of) and any(
        each.typed in AUXILIARIES or "claim" in each.meanings for each in spans[asked_of[0] : index]
    )
    if after[0].typed in _BESIDE_PLACE and not span.typed.startswith(_DROPPED):
        return False  # rose by as much
    return after[0].typed in _INTO_PLACE and not (turned and len(after) == 1)  # how many did it drop by?


def _says_figure(after: tuple[Span, ...]) -> bool:
    """Whether the next word that says something tells a figure: by 275, by almost a third."""
    following = next((each for each in after if each.kind != "skip" and not each.meanings & _DEGREES), None)
    told = ("figure:", "unit:", "ask:")
    is_figure = following is not None and any(each.startswith(told) for each in following.meanings)
    return is_figure or (following is not None and following.kind == "number")


def with_those_who_are_not(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *not* read as leaving out those whom somebody counted is not one of: how many weren't Koreans,
    한국인이 아닌 사람은 몇 명, what share wasn't foreign."""
    if not any("ask:many" in span.meanings for span in spans) and not _asks_share(spans):
        return spans
    return tuple(
        span.read_as(_EXCLUDES, kind="word") if "not" in span.meanings and _says_whose_not(spans, index) else span
        for index, span in enumerate(spans)
    )


def _asks_share(spans: tuple[Span, ...]) -> bool:
    """Whether it is asked what share some are, and neither a number nor a movement is told: what share wasn't foreign;
    weren't foreigners 5%? claims."""
    tells = any(span.kind == "number" or "op:change" in span.meanings for span in spans)
    place = next((place for place, span in enumerate(spans) if not span.meanings.isdisjoint(_SHARES)), None)
    if tells or place is None:
        return False
    asks = spans if spans[place].typed[:1] >= "ㄱ" else spans[: place + 1]
    return any(meaning.startswith("ask:") for span in asks for meaning in span.meanings)


def _says_whose_not(spans: tuple[Span, ...], index: int) -> bool:
    """Whether the *not* at the place says that somebody is not from the country, or not from abroad."""
    typed, before = spans[index].typed, spans[max(0, index - 3) : index]
    if typed == "아닌":
        return any(each.meanings & _WHENCE for each in before) and before[-1].text in {"이", "가"}
    is_copula = typed in _ARE_NOT or (typed == "not" and bool(before) and before[-1].typed in COPULAS)
    return is_copula and any(each.meanings & _WHENCE for each in spans[index + 1 : index + 2])
