"""Words that set figures against each other, put them in order, or join them: ahead of, as many as, each, third."""

from __future__ import annotations

import itertools

from bot.understand.gathering.constructions import AUXILIARIES
from bot.understand.gathering.senses.near import COMPARES, COUNT_NOUNS, HELD, next_said
from bot.understand.span import Span

_WHY = frozenset({"ask:why"})
#: After these *behind* asks for a cause: what was behind the slump?
_ASKS_CAUSE = frozenset({"ask:what", "ask:who", "ask:which"})
_OVER = frozenset({"over"})
_LEADS = frozenset({"lead", "leads", "led"})
_MORE = frozenset({"op:more", "op:outdo"})
_SAME = frozenset({"op:compare", "op:same"})
#: What is said to be the same stands before these.
_BESIDE_SAME = frozenset({"은", "는", "이", "가", "와", "과", "랑", "이랑", "하고"})
_AND, _EACH = frozenset({"and"}), frozenset({"each"})
#: Who may be behind an event.
_BODIES = frozenset({"ministry", "organisation", "company", "government", "department", "person"})
_DIVIDES, _SHARING = frozenset({"op:per"}), frozenset({"나누", "나눠", "나눈", "나눌", "나눔", "나눴", "나뉘"})
_BY_JOSA = ("로", "로는")
_IT = frozenset({"it", "that", "this", "those", "them", "thatone", "thatnumber", "thatfigure", "thattotal"})
#: What became of a figure is no figure that another could be added to.
_BECAME = frozenset({"op:change", "op:percent", "op:difference"})
_WHICH = frozenset({"which", "what", "어느", "어떤"})
ONE_OF_THEM = frozenset({"group", "side", "bunch", "camp", "lot", "set", "그룹", "집단", "무리", "진영"})
_RANKED = frozenset({"op:rank"})
_ORDINALS = frozenset(
    f"{number}{ending}"
    for number in ("두번째", "세번째", "둘째", "셋째", "2번째", "3번째")
    for ending in ("", "로", "로는")
)
_ENGLISH_ORDINALS, _COMES = frozenset({"second", "third"}), frozenset({"comes", "came", "come", "ranks", "finished"})
_WHICH_ONE = frozenset({"ask:which"})


def with_divisions(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, 나누다 read as dividing by what its particle makes the divisor: 부스 수로 나누면, not 대담을 나눈."""
    return tuple(
        span.read_as(_DIVIDES)
        if span.typed[:2] in _SHARING and index and spans[index - 1].typed.endswith(_BY_JOSA)
        else span
        for index, span in enumerate(spans)
    )


def with_each(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *each* read as asking of each thing before it, where it ends the message after a comma, or what both
    did follows: in person and online, each; exhibitors and visitors each rose."""
    ends = len(spans) > 1 and spans[-1].typed == "each" and spans[-2].clause != spans[-1].clause
    if ends:
        return (*spans[:-1], spans[-1].read_as(_EACH))
    return tuple(
        span.read_as(_EACH) if span.typed == "each" and _is_of_both(spans, index) else span
        for index, span in enumerate(spans)
    )


def _is_of_both(spans: tuple[Span, ...], index: int) -> bool:
    """Whether *each* stands between two joined things and what both did: exhibitors and visitors each rose."""
    joined = any("and" in span.meanings and span.clause == spans[index].clause for span in spans[1:index])
    after = next_said(spans, index)
    if after is None or spans[index - 1].kind not in {"word", "verb"}:
        return False
    if after.meanings & {"op:up", "op:down"}:
        return joined or spans[index - 1].typed.endswith("s")
    return joined and ("count" in after.meanings or after.typed in AUXILIARIES)


def with_joints(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *plus* read as a joint and not as a sum where a clause begins with it, and where an asking word or
    what became of a figure follows: the amounts, plus the booths; plus how many; plus the growth rate."""
    return tuple(
        span.read_as(_AND) if span.meanings >= {"and", "op:sum"} and _joins_another(spans, index) else span
        for index, span in enumerate(spans)
    )


def _joins_another(spans: tuple[Span, ...], index: int) -> bool:
    """Whether what follows the word at the place is asked for itself, and can be added to nothing before it."""
    before, following = spans[:index][-1:], next_said(spans, index)
    begins = bool(before) and before[0].clause != spans[index].clause
    asks = following is not None and any(each.startswith("ask:") for each in following.meanings)
    asks = asks and following is not None and not following.typed.startswith(COUNT_NOUNS)
    joined = itertools.takewhile(lambda each: "and" not in each.meanings, spans[index + 1 :])
    became = (each for each in joined if each.clause == spans[index].clause and each.meanings & _BECAME)
    return begins or asks or any(became)


def with_sameness(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, 그대로 after an edition, and 같아 after what is held against something, read as being the same: 2019년
    그대로야? 상담액이랑 같아? not 최대인 것 같아."""
    return tuple(
        span.read_as(_SAME, kind="word") if index and _says_same(spans[index - 1], span.typed) else span
        for index, span in enumerate(spans)
    )


def _says_same(before: Span, typed: str) -> bool:
    is_held_against = before.kind == "josa" and before.text in _BESIDE_SAME
    return (typed == "그대로" and before.kind == "year") or (typed == "같아" and is_held_against)


def with_outdoing(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, words like *top*, *behind* and *ahead* read as setting apart what stands right after them, where that
    is an edition, or as a bound of a number: 2022 topped 2019, visitors topped 20,000."""
    return tuple(
        _as_outdoing(spans, index) if "op:outdo" in span.meanings or span.typed in _LEADS else span
        for index, span in enumerate(spans)
    )


def _as_outdoing(spans: tuple[Span, ...], index: int) -> Span:
    span = spans[index]
    following = next_said(spans, index)
    if "op:outdo" in span.meanings and _points_back(spans[index + 1 :]):
        return _as_compared(span)
    if "ask:why" in span.meanings and _asks_who_did(spans[:index]) and not _moves(spans[index + 1 :]):
        return span.read_as(HELD)
    asks_cause = "ask:why" in span.meanings and any(each.meanings & _ASKS_CAUSE for each in spans[:index])
    if following is None or asks_cause:
        return span if not asks_cause else span.read_as(_WHY)
    if span.typed in _LEADS and index and spans[index - 1].kind == following.kind == "year":
        return span.read_as(_MORE)
    if "op:outdo" in span.meanings and following.kind == "year":
        return _as_compared(span)
    if span.meanings >= {"op:outdo", "over"} and following.kind == "number":
        return span.read_as(_OVER)
    return span


def _asks_who_did(before: tuple[Span, ...]) -> bool:
    """Whether a body or person is asked for before the word: which ministry was behind it?"""
    asks = any("ask:who" in span.meanings for span in before)
    return asks or any(
        span.meanings & _ASKS_CAUSE and following.meanings & _BODIES for span, following in itertools.pairwise(before)
    )


def _moves(after: tuple[Span, ...]) -> bool:
    """Whether what became of something is named: who was behind the slump?"""
    return any(span.meanings & COMPARES or "record" in span.meanings for span in after)


def _as_compared(span: Span) -> Span:
    """The span with the readings alone that set something apart, and bound no number."""
    readings = tuple(each for each in span.readings if "op:outdo" in each and "over" not in each)
    readings = readings or tuple(each - {"over"} for each in span.readings if "op:outdo" in each)
    return span.read_as(*readings)


def _points_back(after: tuple[Span, ...]) -> bool:
    """Whether nothing but a pronoun for what was spoken of follows in the clause: did 2022 top that?"""
    return bool(after) and after[0].typed in _IT and all(span.clause != after[0].clause for span in after[1:])


def with_places_in_order(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, 두 번째로 before what was more, and *second* after who comes so, read as asking for the order: 두
    번째로 관람객이 많았던 해, which year comes second."""
    return tuple(
        span.read_as(_RANKED, kind="word") if _is_place_in_order(spans, index) else span
        for index, span in enumerate(spans)
    )


def _is_place_in_order(spans: tuple[Span, ...], index: int) -> bool:
    """Whether the span at the place says which place in the order is asked for."""
    if spans[index].typed in _ORDINALS:
        clause = (span for span in spans[index + 1 :] if span.clause == spans[index].clause)
        return any(span.meanings & {"op:more", "op:less", "op:most", "op:least"} for span in clause)
    return index > 0 and spans[index].typed in _ENGLISH_ORDINALS and spans[index - 1].typed in _COMES


def with_which_of_them(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *group* and its like right after *which* read as standing for one of the things spoken of."""
    return tuple(
        span.silenced() if span.typed in ONE_OF_THEM and index and spans[index - 1].typed in _WHICH else span
        for index, span in enumerate(spans)
    )


def with_which_is_more(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, 어디 read as asking which of two, where it is asked which is more: 둘 중 어디가 더 넓어."""
    return tuple(
        span.read_as(_WHICH_ONE) if span.typed == "어디" and _asks_which_is_more(spans, index) else span
        for index, span in enumerate(spans)
    )


def _asks_which_is_more(spans: tuple[Span, ...], index: int) -> bool:
    following = [span for span in spans[index + 1 : index + 4] if span.clause == spans[index].clause]
    of_two = any("ask:which" in span.meanings for span in spans[:index])
    return (
        of_two and following[:1] != [] and following[0].typed == "가" and any(span.typed == "더" for span in following)
    )
