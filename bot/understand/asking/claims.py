"""What a message claims: a number or a direction of a figure; things, dates or years of a side of a topic."""

from __future__ import annotations

import itertools
from dataclasses import replace

from bot.understand.asking.affirmed import as_typed, is_contradicted, says_more
from bot.understand.asking.things import TOO, kind_of, kinds_named, things_claimed
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry, MetricEntry
from bot.understand.features import Features, Item, Number
from bot.understand.gathering.constructions import led_from_and_to
from bot.understand.gathering.negation import denies_at_end
from bot.understand.gathering.whether import asks_if_any, asks_whether, says_none
from bot.understand.question import Claim, Direction
from bot.understand.span import Span

#: What a number may count for a side of a topic; other numbers are figures.
TIMES = frozenset({None, "counter:day", "counter:time"})
#: What stands right before or after a number that a change leads from or to.
_ENDS_BEFORE = {"from": "before", "upfrom": "before", "to": "after"}
_ENDS_AFTER = {"에서": "before", "으로": "after", "로": "after", "까지": "after"}
#: How a Korean verb ends that describes the number after it.
_ADNOMINAL = ("난", "한", "든", "른", "진", "은", "된", "뛴", "던")
#: How a figure is told that something else is asked of.
_STATED = ("인데", "이었는데", "였는데", "이던", "이었던", "였던", "이었다가", "였다가", "이었지만", "였지만", "이지만")
_NO = frozenset({"no", "nothing", "none"})
_QUANTITIES = frozenset({"ask:many", "ask:much"})
_HOW_MANY_MORE = ("howmany", "howmuch")
#: A bare number below this is no amount of money.
_SMALLEST_AMOUNT = 1_000_000
#: A bare number that is so many times a count is no number of such things.
_MOST_TIMES = 10_000


def aspect_claim(entry: AspectEntry, found: Features, catalogue: Catalogue) -> Claim | None:
    """What is claimed of the aspect, and whether the answer says all of it; None when the message only asks."""
    claim = _aspect_claim(entry, found, catalogue)
    if claim is None:
        return None
    more = says_more(entry, found, catalogue)
    also = _said_also(entry, found)
    if claim.is_denied and also:
        return replace(claim, is_denied=False, says_more=True, beyond=also)
    contradicts = found.spans[0].typed in _NO  # no, I mean the deputy director; nothing is planned
    if claim.is_denied and not (entry.aspect.affirms or entry.denies or contradicts):
        claim = replace(claim, is_denied=False)  # what an answer would not affirm, it does not deny
    if more and is_contradicted(claim, entry, found):
        return replace(claim, is_denied=True)
    if more and found.has("first", "time:first"):
        return None  # the first at KINTEX need not be the first of all
    unheard = found.has("not") and not (claim.is_negated or claim.is_denied or claim.others or entry.denies)
    return replace(claim, says_more=bool(more) or unheard, beyond=as_typed(more, found))


def _said_also(entry: AspectEntry, found: Features) -> tuple[str, ...]:
    """What the release denies, as typed, where it is only said to be so besides: online too, 온라인으로도."""
    denied = frozenset().union(*entry.denies)
    said = [place for place, span in enumerate(found.spans) if span.meanings & denied]
    ends = (
        next((after for after in found.spans[place + 1 :] if after.kind in {"josa", "ending"}), found.spans[place])
        for place in said
    )
    if any(end.text.endswith("도") for end in ends) or any(span.typed in TOO for span in found.spans):
        return tuple(found.spans[place].typed for place in said)
    return ()


def _aspect_claim(entry: AspectEntry, found: Features, catalogue: Catalogue) -> Claim | None:
    if not found.is_claim or (not found.has("claim") and _says_little(entry, found, catalogue)):
        return None
    if found.has("per:day"):
        return None
    mine, others = things_claimed(entry, found, catalogue)
    years = _years(entry, found)
    dates = found.dates if entry.aspect.dates else ()
    numbers = tuple(number.value for number in found.numbers if number.unit in TIMES)
    denied, negated = any(name <= found.meanings for name in entry.denies), found.denial == "denied"
    names_things = bool(mine or others)
    says_what = bool(others) or (bool(mine) and len(found.items) > 1)  # 킨텍스는? says nothing of it
    if found.ends_in_topic and not (found.has("claim") or says_what or dates or years or numbers):
        return None  # 역대 관람객은? asks
    if (found.has("op:only") and found.has("not")) or (negated and mine and others):
        return None  # not only there: what else there was is not said
    several = bool(mine and others) or denied or len(dates) + len(years) > 1
    choice = several and (found.has("or") or found.is_alternative)
    return Claim(
        items=mine,
        others=others,
        dates=dates,
        years=years,
        numbers=numbers,
        is_plain=not (names_things or dates or years or numbers),
        is_denied=denied != (negated and not names_things),
        is_choice=choice,
        is_negated=negated and names_things,
    )


def _years(entry: AspectEntry, found: Features) -> tuple[int, ...]:
    """The years claimed of the aspect: those said in numbers, or 내년 of what tells the year; from its own year on,
    until when is told beside it."""
    if not entry.aspect.years:
        return ()
    said = tuple(mention.year for mention in found.editions if not mention.relative)
    tells_year = "year" in entry.aspect.asks and not entry.topic.subject
    if "since" in found.meanings and len(said) == 2 and said[0] in entry.aspect.years and said[0] < said[1]:
        return said[:1]
    return said or (tuple(mention.year for mention in found.editions) if tells_year else ())


def _says_little(entry: AspectEntry, found: Features, catalogue: Catalogue) -> bool:
    """Whether nothing is named that could be so or not: 결과?"""
    if (entry.named | entry.items) & found.meanings - catalogue.lexicon.soft:
        return False
    says = found.places or found.dates or found.numbers or found.editions or found.unknown or found.operations
    return not says and all(any(reading <= catalogue.little for reading in item.readings) for item in found.items)


#: What a thing of a kind answers when it is claimed.
_ANSWERS = {"place": "ask:where", "body": "ask:who", "person": "ask:who", "occasion": "ask:where"}


def implied_asks(found: Features, catalogue: Catalogue) -> tuple[frozenset[str], ...]:
    """What a claim may answer without asking it, the likeliest first: a place says where, a date when, a person or a
    body who, days how long."""
    asks: set[str] = set()
    if found.editions:
        asks.add("ask:year")
    if found.places:
        asks.add("ask:where")
    if found.dates:
        asks.add("ask:when")
    if any(number.unit == "counter:day" for number in found.numbers):
        asks.add("ask:duration")
    named = sorted(_ANSWERS[kind] for kind in kinds_named(found, catalogue) if kind in _ANSWERS)
    each = [frozenset({ask}) for ask in (*named, *sorted(asks))]
    return tuple(dict.fromkeys((frozenset(asks), *(frozenset(asks) | ask for ask in each), *each)))


def says_else(claim: Claim, entry: AspectEntry, catalogue: Catalogue) -> bool:
    """Whether the claim names something that can be right or wrong: other things, dates, years or numbers, or who it
    was and on what occasion."""
    names = claim.items and kind_of(entry, catalogue) in {"person", "body", "occasion"}
    return bool(names or claim.others or claim.dates or claim.years or claim.numbers)


def accounts_for(claim: Claim, leftover: tuple[Item, ...], unknown: tuple[Span, ...]) -> bool:
    """Whether the other things claimed are all that nothing else explains."""
    return {item.span.typed for item in leftover} | {span.typed for span in unknown} <= set(claim.others)


def figure_claim(metric: MetricEntry, features: Features, *, in_percent: bool = False) -> Claim | None:
    """The number that the message claims of the metric, and `also` further ones in their order; None when it asks for
    the number or claims none."""
    if features.has("ask:year", "ask:which"):
        return None
    numbers = _claimed_numbers(metric, features, in_percent=in_percent)
    if not numbers:
        return None
    negated = denies_at_end(features.spans)
    return replace(number_claim(numbers[0]), also=tuple(map(number_claim, numbers[1:])), is_negated=negated)


def claim_of_any(features: Features) -> Claim | None:
    """That there was any of what is counted, or that there was none; None where it is not asked if there was."""
    spans = features.spans
    if features.numbers or features.operations or not asks_if_any(spans):
        return None
    none = says_none(spans)
    is_asked = none or (asks_whether(spans) and not features.denial)
    return Claim(number=0, degree="over", is_negated=none) if is_asked else None


def change_claim(metric: MetricEntry, features: Features, direction: Direction | None) -> Claim | None:
    """What the message claims of a change: by how much, from what, to what, or only up or down."""
    if features.has("op:up") and features.has("op:down"):
        return None
    claimed = _change_claimed(metric, features, direction)
    if claimed is None or features.denial != "denied":
        return claimed
    if claimed.number is not None or claimed.also:
        return replace(claimed, is_negated=denies_at_end(features.spans))  # 300개 넘지 않았지 bounds the number
    return replace(claimed, is_negated=claimed.direction != "same")


def _change_claimed(metric: MetricEntry, features: Features, direction: Direction | None) -> Claim | None:
    ends = _ends(metric, features) if not features.has("ask:many", "ask:much") else {}
    number, *also = _by_how_much(metric, features, without=frozenset(ends.values())) or (None,)
    if number or also or ends:
        before, after = (number_claim(ends[end]) if end in ends else None for end in ("before", "after"))
        plain = number_claim(number) if number else Claim()
        others = tuple(number_claim(other) for other in also if other is not None)
        return replace(plain, direction=direction, before=before, after=after, also=others)
    if features.has("op:multiple") or _asks_how_far(features):
        return None
    if features.has("op:same") and features.is_claim and not features.has("not"):
        return Claim(direction="same")
    yes_or_no = features.is_question and not features.asks - {"ask:why"}
    if direction and (features.has("claim", "ask:why") or yes_or_no):
        return direction_claim(direction, features)
    stays = features.has("claim") and features.has("not") and not features.has("op:up", "op:down")
    return Claim(direction="same") if stays else None


def _asks_how_far(features: Features) -> bool:
    """Whether the size of the change is asked for, so that its direction is only taken for granted: how much did it
    rise, by what percentage did it fall."""
    named = any(number.unit == "unit:percent" for number in features.numbers)
    in_percent = features.has("unit:percent", "op:percent") and not named
    asks = [span for span in features.spans if span.meanings & _QUANTITIES and span.typed.startswith("how")]
    claimed = {span.clause for span in features.spans if "claim" in span.meanings}
    return in_percent or (bool(asks) and claimed <= {span.clause for span in asks})


def direction_claim(direction: Direction, features: Features) -> Claim | None:
    """That something went, or was more, in the direction, or that it did not; None when it may mean either."""
    if features.denial == "unclear" or features.ends_in_topic:
        return None
    return Claim(direction=direction, is_negated=features.denial == "denied")


def _ends(metric: MetricEntry, features: Features) -> dict[str, Number]:
    """The numbers that a change is said to lead from and to: 5,520명에서 30,327명으로, from 5,520 to 30,327."""
    fitting = [number for number in features.numbers if number_fits(metric, number, in_percent=False)]
    led = led_from_and_to(features.spans)
    if led and [number.span for number in fitting] == [*led]:
        return dict(zip(("before", "after"), fitting, strict=True))
    return {end: number for number in reversed(fitting) if (end := _end(number, features))}


def _end(number: Number, features: Features) -> str | None:
    """Which end of a change the words right around the number make it."""
    spans = features.spans
    place = spans.index(number.span)
    before = next((span for span in reversed(spans[:place]) if not _is_of_number(span)), None)
    if before is not None and before.typed in _ENDS_BEFORE:
        return _ENDS_BEFORE[before.typed]
    if before is not None and before.meanings & {"op:up", "op:down"} and before.typed.endswith(_ADNOMINAL):
        return "after"  # 9.4% 늘어난 1,178억원
    after = [span for span in spans[place + 1 :] if not _is_of_number(span)][:3]
    if not after or after[0].kind != "josa":
        return None
    said = after[0].text.removeprefix("대") or (after[1].text if after[1:] else "")  # 300억 원대로
    end = next((end for josa, end in _ENDS_AFTER.items() if said.startswith(josa)), None)
    moves = any({"op:up", "op:down", "op:change"} & span.meanings for span in after)
    return end if end == "before" or moves else None


def _is_stated(number: Number, features: Features) -> bool:
    """Whether the number is told as a figure beside the change: 5,520명이었는데 늘었나, 30,327명인데 늘었나."""
    spans = features.spans
    after = [span for span in spans[spans.index(number.span) + 1 :] if not _is_of_number(span)]
    told = "".join(span.text for span in itertools.takewhile(lambda each: each.kind in {"josa", "ending"}, after))
    return len(after) > 2 and told.startswith(_STATED)


def _is_of_number(span: Span) -> bool:
    return any(meaning.startswith(("counter:", "unit:")) or meaning == "approx" for meaning in span.meanings)


def number_claim(number: Number) -> Claim:
    """That something is the number."""
    return Claim(number.value, number.step, number.degree, number.unit)


def _by_how_much(metric: MetricEntry, features: Features, *, without: frozenset[Number]) -> tuple[Number | None, ...]:
    """How much it is said to have changed, then further numbers; None first where several may be meant by that."""
    claimed = _claimed_numbers(metric, features, in_percent=True)
    claimed = [number for number in claimed if number not in without]
    stated = [number for number in claimed if _is_stated(number, features)]
    fitting = [number for number in claimed if number not in stated]
    if stated:
        return (fitting[0] if len(fitting) == 1 else None, *stated, *(fitting if len(fitting) > 1 else ()))
    rates = [number for number in fitting if number.unit in {"unit:percent", "op:multiple"}]
    if len(fitting) < 2:
        return tuple(fitting)
    return (rates[0] if rates else None, *(number for number in fitting if number not in rates))


def _claimed_numbers(metric: MetricEntry, features: Features, *, in_percent: bool) -> list[Number]:
    """The numbers of the metric's kind; none when the number is what is asked for."""
    if features.has("ask:many", "ask:much") or any(span.typed.startswith(_HOW_MANY_MORE) for span in features.spans):
        return []
    return [number for number in features.numbers if number_fits(metric, number, in_percent=in_percent)]


def number_fits(metric: MetricEntry, number: Number, *, in_percent: bool) -> bool:
    """Whether the number may be one of the metric's, by its counting word or unit."""
    if number.unit is None and metric.unit.base == "count":
        return number.value <= _MOST_TIMES * max((each.number for each in metric.values.values()), default=number.value)
    if number.unit is None:
        return metric.unit.base != "money" or number.value >= _SMALLEST_AMOUNT
    if number.unit in {"unit:percent", "op:multiple"}:
        return in_percent
    if metric.unit.base == "count":
        prefix, _, counter = number.unit.partition(":")
        return prefix == "counter" and counter in {*metric.unit.counters, "thing"}
    return number.unit == f"unit:{metric.unit.id}"
