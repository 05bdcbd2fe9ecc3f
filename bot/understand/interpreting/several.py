"""Several things asked in one message: each read by itself, and where it is not clear by what the others ask."""

from __future__ import annotations

import itertools
from dataclasses import replace

from bot.understand.asking.asked import mentioned
from bot.understand.asking.claims import number_claim
from bot.understand.asking.kinds import QUANTITY_ASKS, SPECIFIC_ASKS
from bot.understand.asking.operations import is_held
from bot.understand.asking.partial import GENERAL
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry
from bot.understand.context import Context
from bot.understand.features import Features, Number
from bot.understand.gathering.clauses import leads_up
from bot.understand.gathering.gather import gather
from bot.understand.interpreting.single import one_thing
from bot.understand.interpreting.split import counts_two_things, split
from bot.understand.question import Ambiguous, Part, Question
from bot.understand.span import Span

#: So many things at most are announced: I need two things.
_MOST_THINGS = 5
#: How what something is picked from begins.
_OF_WHAT = frozenset({"of", "outof", "among", "amongst"})


def several_things(
    whole: Features, spans: tuple[Span, ...], text: str, context: Context, catalogue: Catalogue
) -> tuple[Part, ...] | None:
    """The parts of a message that asks more than one thing; None when it does not fall into answerable parts."""
    half: tuple[Question, ...] = ()
    for pieces in (_without_announcement(cut) for cut in split(spans)):
        if len(pieces) == 1:
            continue
        if any(map(counts_two_things, pieces)) or _only_says_of_what(pieces[0]):
            continue
        parts: list[Part] = []
        heard = context
        for piece in pieces:
            found = _as_claimed(gather(_without_counting(piece, len(pieces)), catalogue, text), whole)
            if parts and found.has("op:exclude"):
                break  # what is left out belongs to what it is left out of
            part = one_thing(found, heard, catalogue)
            if not isinstance(part, Question) and not found.asks and any(map(_is_not_done, piece)):
                break  # what somebody did not do is not asked: 현장 안 가고 온라인으로 본 사람은 몇 명?
            if not isinstance(part, Question) and not found.asks:
                part = one_thing(replace(found, meanings=found.meanings | whole.asks), heard, catalogue)
            if isinstance(part, Question) and part.half_named and leads_up(piece[-1]):
                break  # half a name may narrow what it leads up to: 부산 행사였는데, 몇 명?
            if isinstance(part, Question):
                heard = heard.after((part,))
                part = replace(part, carried=()) if parts else part  # the first alone goes on from the talk
            parts.append(part)
        if len(parts) < len(pieces):
            continue
        parts = _of_one_kind(_akin(_with_later_context(parts, pieces, text, context, catalogue), catalogue))
        said = [gather(piece, catalogue, text) for piece in pieces]
        parts = _by_day_as_the_first(_as_the_first(parts, said), said, text, catalogue)
        parts = _as_the_next(_as_the_last(parts, said, catalogue), pieces, text, context, catalogue)
        if all(isinstance(part, Question) for part in parts):
            questions = [part for part in parts if isinstance(part, Question)]
            found_all = tuple(dict.fromkeys(_of_edition_named(questions, whole, text, catalogue)))
            if not any(question.half_named for question in questions):
                return found_all
            half = max(half, found_all, key=_count_whole)
    figures = tuple(
        question for question in half if question.operation != "aspect" or _is_asked(question, whole, catalogue)
    )
    return (figures if len(figures) == _count_whole(half) > 1 else half) or None  # per the headline is no third thing


def _is_asked(question: Question, whole: Features, catalogue: Catalogue) -> bool:
    """Whether the message asks by its kind for what the side of a topic tells: since when, who."""
    side = catalogue.entries[question.entries[0]]
    return isinstance(side, AspectEntry) and bool(side.answers & whole.asks & SPECIFIC_ASKS)


def _only_says_of_what(piece: tuple[Span, ...]) -> bool:
    """Whether the piece only tells what the next one picks from: of the booths, how many …?"""
    asks = any(meaning.startswith("ask:") for span in piece for meaning in span.meanings)
    return piece[0].typed in _OF_WHAT and not asks


def _as_claimed(found: Features, whole: Features) -> Features:
    """The features of a piece; with the claim that the whole message makes, where the piece tells which way something
    moved: 상담액은 깎였고 계약만 올랐다는데 맞아?"""
    moves_one_way = found.has("op:up") != found.has("op:down")
    if not moves_one_way or not whole.has("claim") or whole.asks:
        return found
    return replace(found, meanings=found.meanings | {"claim"})


def _as_the_first(parts: list[Part], said: list[Features]) -> list[Part]:
    """The parts, those that only name a figure and by how much it moved as the first one did: contracts rose 9.4% and
    consultations 19.9%."""
    first, *others = parts
    if not isinstance(first, Question) or first.operation != "change" or first.claim is None:
        return parts
    told: list[Part] = [first]
    for part, found in zip(others, said[1:], strict=True):
        rate = _rate(found)
        if rate is not None and isinstance(part, Question) and part.operation == "value":
            claim = replace(number_claim(rate), direction=first.claim.direction)
            told.append(replace(first, entries=part.entries, claim=claim))
        else:
            told.append(part)
    return told


def _rate(found: Features) -> Number | None:
    """The one percentage that a piece tells of what it names, and says nothing more of."""
    says_more = found.asks or found.operations - {"op:percent"} or found.editions or len(found.numbers) != 1
    return found.numbers[0] if not says_more and found.numbers[0].unit == "unit:percent" else None


def _is_not_done(span: Span) -> bool:
    """Whether the span says in Korean that something is not done: 안 가고, 않고."""
    return "not" in span.meanings and span.typed[:1] >= "가"


def _without_announcement(pieces: tuple[tuple[Span, ...], ...]) -> tuple[tuple[Span, ...], ...]:
    """The pieces without a first one that only says how many things follow: I need two things."""
    said = [span for span in pieces[0] if span.kind not in {"skip", "josa", "ending"}]
    number = said[0].number if said else None
    counts = all("counter:thing" in span.meanings for span in said[1:])
    return pieces[1:] if number is not None and counts and number.value <= _MOST_THINGS else pieces


def _as_the_last(parts: list[Part], said: list[Features], catalogue: Catalogue) -> list[Part]:
    """The parts, those that only name a figure asked what the last one asks: 관람객과 참가 기업은 얼마나 늘었나? how
    much did visitors and exhibitors rise?"""
    last = parts[-1]
    if not isinstance(last, Question):
        return parts
    if last.operation != "change" and (last.operation != "editions" or len(last.editions) < 2):
        return parts
    asks_once = _asks_how_much(said[0]) and not any(each.asks or _asks_how_much(each) for each in said[1:])
    if asks_once:
        last = replace(last, claim=None)
    told: list[Part] = []
    for part, each in zip(parts[:-1], said, strict=False):
        alike = each.is_silent or (asks_once and not (each.operations or each.editions or each.numbers))
        is_value = isinstance(part, Question) and part.operation == "value"
        meant = replace(last, entries=part.entries) if isinstance(part, Question) and is_value else None
        rate = _rate(each) if last.operation == "change" else None
        if rate is not None and meant is not None and last.claim is not None:
            meant, alike = replace(meant, claim=replace(number_claim(rate), direction=last.claim.direction)), True
        told.append(meant if alike and meant is not None and is_held(meant, catalogue) else part)
    return [*told, last]


def _by_day_as_the_first(parts: list[Part], said: list[Features], text: str, catalogue: Catalogue) -> list[Part]:
    """The parts, those that only name a figure averaged by the day where the first one is: 하루 평균 상담액과
    계약액."""
    first, *others = parts
    is_by_day = isinstance(first, Question) and first.operation == "average" and first.per == "day"
    if not isinstance(first, Question) or not is_by_day or first.claim is not None or text.count("?") > 1:
        return parts
    averaged: list[Part] = []
    for part, found in zip(others, said[1:], strict=True):
        is_plain = isinstance(part, Question) and part.operation == "value" and part.claim is None
        says_no_more = not (found.operations or found.numbers or found.has("total"))
        if isinstance(part, Question) and is_plain and says_no_more and catalogue.metric(part.entries[0]).metric.daily:
            part = replace(part, operation="average", per="day")
        averaged.append(part)
    return [first, *averaged]


def _asks_how_much(found: Features) -> bool:
    """Whether a quantity or a percentage is asked for."""
    return bool(found.asks & QUANTITY_ASKS) or (found.has("unit:percent") and not found.numbers)


def _count_whole(questions: tuple[Question, ...]) -> int:
    """How many of the questions name what they ask for, and not only half of it."""
    return sum(not question.half_named for question in questions)


def _with_later_context(
    parts: list[Part], pieces: tuple[tuple[Span, ...], ...], text: str, context: Context, catalogue: Catalogue
) -> list[Part]:
    """The parts, where one that is not clear by itself is read with what the others ask: how many projects in how
    many countries has the K-City Network backed?"""
    known = tuple(part for part in parts if isinstance(part, Question))
    if not known:
        return parts
    heard = context.after(known)
    read = [
        part if isinstance(part, Question) else one_thing(gather(piece, catalogue, text), heard, catalogue)
        for part, piece in zip(parts, pieces, strict=True)
    ]
    return _with_what_follows(read, pieces, text, context, catalogue)


def _with_what_follows(
    parts: list[Part], pieces: tuple[tuple[Span, ...], ...], text: str, context: Context, catalogue: Catalogue
) -> list[Part]:
    """The parts, where one that only counts a kind of thing speaks of what the next one names: how many countries and
    how many organisations did the buyers come from?"""
    told = list(parts)
    for place, (piece, following) in enumerate(zip(pieces, parts[1:], strict=False)):
        if isinstance(following, Question) and _only_counts_a_kind(piece):
            part = one_thing(gather(piece, catalogue, text), context.after((following,)), catalogue)
            told[place] = part if isinstance(part, Question) else told[place]
    return told


def _only_counts_a_kind(piece: tuple[Span, ...]) -> bool:
    """Whether the piece says nothing but how many, and a kind of thing that many figures count: how many countries."""
    said = [span for span in piece if span.kind not in {"skip", "josa", "ending"} and "and" not in span.meanings]
    named = {meaning for span in said for meaning in span.meanings if not meaning.startswith(("ask:", "counter:"))}
    is_plain = not any(span.kind in {"number", "unknown", "year", "date"} for span in said)
    return bool(said) and is_plain and named <= GENERAL


def _akin(parts: list[Part], catalogue: Catalogue) -> list[Part]:
    """The parts with a choice made by what the other parts speak of: 상담이 몇 차례고 금액은 얼마?"""
    known = [catalogue.entries[each].named for part in parts if isinstance(part, Question) for each in part.entries]
    spoken_of = frozenset().union(*known) - catalogue.little
    chosen: list[Part] = []
    for part in parts:
        offered = part.questions if isinstance(part, Ambiguous) else ()
        akin = [question for question in offered if catalogue.entries[question.entries[0]].named & spoken_of]
        chosen.append(akin[0] if len(akin) == 1 else part)
    return chosen


def _of_one_kind(parts: list[Part]) -> list[Part]:
    """The parts with a choice between a figure and a side of a topic made as the other parts have it."""
    kinds = {part.operation == "aspect" for part in parts if isinstance(part, Question)}
    if len(kinds) != 1:
        return parts
    is_aspect = kinds.pop()
    chosen: list[Part] = []
    for part in parts:
        fitting = part.questions if isinstance(part, Ambiguous) else ()
        fitting = tuple(question for question in fitting if (question.operation == "aspect") == is_aspect)
        chosen.append(fitting[0] if len(fitting) == 1 else part)
    return chosen


def _as_the_next(
    parts: list[Part], pieces: tuple[tuple[Span, ...], ...], text: str, context: Context, catalogue: Catalogue
) -> list[Part]:
    """The parts with a choice made by what the next one goes on to ask: 몇 나라에서 몇 개 기관이 나왔나?"""
    chosen = list(parts)
    for place, (part, following) in enumerate(itertools.pairwise(parts)):
        if isinstance(part, Ambiguous) and isinstance(following, Question):
            joined = gather((*pieces[place], *pieces[place + 1]), catalogue, text)
            together = one_thing(joined, context, catalogue)
            chosen[place] = together if together in part.questions else part
    return chosen


def _of_edition_named(questions: list[Question], whole: Features, text: str, catalogue: Catalogue) -> list[Question]:
    """The questions, each of the one edition that a single sentence names: visitors and booths in 2019."""
    named = mentioned(whole, catalogue)
    if len(named) != 1 or len(whole.editions) != 1 or whole.editions[0].is_base or text.count("?") > 1:
        return questions
    default = (catalogue.knowledge.editions.default,)
    return [
        replace(question, editions=named, edition_assumed=False) if question.editions == default else question
        for question in questions
    ]


def _without_counting(piece: tuple[Span, ...], count: int) -> tuple[Span, ...]:
    """The piece without what only speaks of the things asked: *each* of them, 두 개만, two things."""
    kept: list[Span] = []
    counted = False
    for span, following in zip(piece, [*piece[1:], None], strict=False):
        counts_things = following is not None and (following.kind == "skip" or "counter:thing" in following.meanings)
        if span.number is not None and span.number.value == count and counts_things:
            counted = True
        elif not counted and "each" not in span.meanings:
            kept.append(span)
        else:
            counted = False
    return tuple(kept)
