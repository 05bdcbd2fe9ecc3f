"""What a message claims: a number or a direction of a figure; things, dates or years of a side of a topic."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.catalogue import Catalogue
from bot.understand.entries import AspectEntry, MetricEntry
from bot.understand.features import Features, Item, Number
from bot.understand.question import Claim, Direction
from bot.understand.span import Span

_COPULAS = ("이라", "라", "이야", "야", "인", "이었", "였", "이죠", "죠", "이지", "지", "입니", "이다", "이냐", "냐")
_BE = frozenset({"is", "was", "are", "were", "be", "been"})
_JOINING_JOSA = frozenset(
    {"이랑", "랑", "하고", "과", "와", "이나", "나", "였나", "이었나", "인가", "인지", "이고", "말고"}
)
#: What a number may count for a side of a topic; other numbers are figures.
TIMES = frozenset({None, "counter:day", "counter:time"})
#: What stands right before or after a number that a change leads from or to.
_ENDS_BEFORE = {"from": "before", "upfrom": "before", "to": "after"}
_ENDS_AFTER = {"에서": "before", "으로": "after", "로": "after", "까지": "after"}
#: How a Korean verb ends that describes the number after it.
_ADNOMINAL = ("난", "한", "든", "른", "진", "은", "된", "뛴", "던")
_QUANTITIES = frozenset({"ask:many", "ask:much"})
#: A bare number below this is no amount of money.
_SMALLEST_AMOUNT = 1_000_000


def aspect_claim(entry: AspectEntry, found: Features, catalogue: Catalogue) -> Claim | None:
    """What is claimed of the aspect; None when the message only asks."""
    if not found.is_claim or (not found.has("claim") and _says_little(found, catalogue)):
        return None
    mine, others = _things(entry, found, catalogue)
    years = tuple(mention.year for mention in found.editions if not mention.relative) if entry.aspect.years else ()
    dates = found.dates if entry.aspect.dates else ()
    numbers = tuple(number.value for number in found.numbers if number.unit in TIMES)
    choice = bool(mine and others) and (found.has("or") or found.is_alternative)
    return Claim(
        items=mine,
        others=others,
        dates=dates,
        years=years,
        numbers=numbers,
        is_plain=not (mine or others or dates or years or numbers),
        is_denied=any(name <= found.meanings for name in entry.denies),
        is_choice=choice,
    )


def _says_little(found: Features, catalogue: Catalogue) -> bool:
    """Whether nothing is named that could be so or not: 결과?"""
    little = catalogue.lexicon.soft | catalogue.subject
    says = found.places or found.dates or found.numbers or found.editions or found.unknown
    return not says and all(any(reading <= little for reading in item.readings) for item in found.items)


def implied_asks(found: Features, catalogue: Catalogue) -> frozenset[str]:
    """What a claim answers without asking it: a place says where, a date when, a person who, days how long."""
    asks: set[str] = set()
    if found.places:
        asks.add("ask:where")
    if found.dates:
        asks.add("ask:when")
    if any(number.unit == "counter:day" for number in found.numbers):
        asks.add("ask:duration")
    held = [catalogue.item_asks.get(meaning, frozenset()) for meaning in found.meanings]
    if any("who" in kinds and "where" not in kinds for kinds in held):
        asks.add("ask:who")
    return frozenset(asks)


def says_else(claim: Claim) -> bool:
    """Whether the claim names something that can be right or wrong: other things, dates, years or numbers."""
    return bool(claim.others or claim.dates or claim.years or claim.numbers)


def accounts_for(claim: Claim, leftover: tuple[Item, ...], unknown: tuple[Span, ...]) -> bool:
    """Whether the other things claimed are all that nothing else explains."""
    return {item.span.typed for item in leftover} | {span.typed for span in unknown} <= set(claim.others)


def _things(entry: AspectEntry, found: Features, catalogue: Catalogue) -> tuple[frozenset[str], tuple[str, ...]]:
    own = frozenset(entry.aspect.items)
    mine: set[str] = set()
    others: list[str] = []
    kinds = frozenset(entry.aspect.asks)
    for item in found.items:
        if own & item.meanings:
            mine |= own & item.meanings
        elif (
            all(meaning.startswith("=") for meaning in item.meanings)
            and not item.meanings & entry.explains
            and _may_be_thing(item.span, found, own, kinds)
        ) or (
            item.meanings & catalogue.items
            and not item.meanings & entry.explains
            and _same_kind(item, kinds, catalogue)
        ):
            others.append(item.span.typed)
    others += [span.typed for span in found.unknown if _may_be_thing(span, found, own, kinds)]
    return frozenset(mine), tuple(others)


def _may_be_thing(span: Span, found: Features, own: frozenset[str], asks: frozenset[str]) -> bool:
    """Whether a word without a known kind stands where one of the aspect's things could stand."""
    if "where" in asks and (span.start in found.places or (found.has("ask:where") and _is_predicate(span, found))):
        return True
    if "who" in asks and _is_agent(span, found):
        return True
    return bool(asks & {"where", "list", "who"}) and _is_joined(span, found, own)


def _is_agent(span: Span, found: Features) -> bool:
    """Whether something is said to be done by the span: published by the city of Seoul."""
    before = [other for other in found.spans if other.end <= span.start and other.typed not in {"the", "a", "an"}]
    return bool(before) and before[-1].typed == "by"


def _is_predicate(span: Span, found: Features) -> bool:
    """Whether something is said to be the span: 장소가 베트남이라던데, the venue was COEX."""
    after = next((other for other in found.spans if other.start == span.end), None)
    before = next((other for other in found.spans if other.end == span.start), None)
    is_copula = after is not None and after.kind == "josa" and after.text.startswith(_COPULAS)
    return is_copula or (before is not None and before.typed in _BE)


def _same_kind(item: Item, asks: frozenset[str], catalogue: Catalogue) -> bool:
    """Whether the item could stand in the aspect's place: a place for a place, a person for a person."""
    kind = "where" if "where" in asks else "who"
    held = [catalogue.item_asks.get(meaning, frozenset()) for meaning in item.meanings]
    return any(kind in other and ("where" in other) == (kind == "where") for other in held)


def _is_joined(span: Span, found: Features, own: frozenset[str]) -> bool:
    """Whether the span stands in a list with one of the right things: 베트남이랑 태국, COEX or KINTEX."""
    spans = found.spans
    place = next((index for index, other in enumerate(spans) if other.start <= span.start < other.end), None)
    if place is None:
        return False
    near = spans[max(0, place - 3) : place + 5]
    joined = any(other.text in _JOINING_JOSA or {"and", "or"} & other.meanings for other in near)
    return joined and any(own & other.meanings for other in near)


def figure_claim(metric: MetricEntry, features: Features, *, in_percent: bool = False) -> Claim | None:
    """The number that the message claims of the metric, and `also` further ones in their order; None when it asks for
    the number or claims none."""
    if features.has("ask:year", "ask:which"):
        return None
    numbers = _claimed_numbers(metric, features, in_percent=in_percent)
    return replace(_of_number(numbers[0]), also=tuple(map(_of_number, numbers[1:]))) if numbers else None


def change_claim(metric: MetricEntry, features: Features, direction: Direction | None) -> Claim | None:
    """What the message claims of a change: by how much, from what, to what, or only up or down."""
    if features.has("op:up") and features.has("op:down"):
        return None
    ends = _ends(metric, features) if direction and not features.has("ask:many", "ask:much") else {}
    number, *also = _by_how_much(metric, features, without=frozenset(ends.values())) or (None,)
    if number or also or ends:
        before, after = (_of_number(ends[end]) if end in ends else None for end in ("before", "after"))
        plain = _of_number(number) if number else Claim()
        others = tuple(_of_number(other) for other in also if other is not None)
        return replace(plain, direction=direction, before=before, after=after, also=others)
    if features.has("op:multiple") or _asks_how_far(features):
        return None
    if features.has("op:same") and features.is_claim and not features.has("not"):
        return Claim(direction="same")
    yes_or_no = features.is_question and not features.asks - {"ask:why"}
    if direction and (features.has("claim", "ask:why") or yes_or_no):
        return Claim(direction=direction)
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


def _ends(metric: MetricEntry, features: Features) -> dict[str, Number]:
    """The numbers that a change is said to lead from and to: 5,520명에서 30,327명으로, from 5,520 to 30,327."""
    fitting = [number for number in features.numbers if number_fits(metric, number, in_percent=False)]
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
    end = next((end for josa, end in _ENDS_AFTER.items() if after[0].text.startswith(josa)), None)
    moves = any({"op:up", "op:down"} & span.meanings for span in after)
    return end if end == "before" or moves else None


def _is_of_number(span: Span) -> bool:
    return any(meaning.startswith(("counter:", "unit:")) or meaning == "approx" for meaning in span.meanings)


def _of_number(number: Number) -> Claim:
    return Claim(number.value, number.step, number.degree, number.unit)


def _by_how_much(metric: MetricEntry, features: Features, *, without: frozenset[Number]) -> tuple[Number | None, ...]:
    """How much it is said to have changed, then further numbers; None first where several may be meant by that."""
    claimed = _claimed_numbers(metric, features, in_percent=True)
    fitting = [number for number in claimed if number not in without]
    rates = [number for number in fitting if number.unit in {"unit:percent", "op:multiple"}]
    if len(fitting) < 2:
        return tuple(fitting)
    return (rates[0] if rates else None, *(number for number in fitting if number not in rates))


def _claimed_numbers(metric: MetricEntry, features: Features, *, in_percent: bool) -> list[Number]:
    """The numbers of the metric's kind; none when the number is what is asked for."""
    if features.has("ask:many", "ask:much"):
        return []
    return [number for number in features.numbers if number_fits(metric, number, in_percent=in_percent)]


def number_fits(metric: MetricEntry, number: Number, *, in_percent: bool) -> bool:
    """Whether the number may be one of the metric's, by its counting word or unit."""
    if number.unit is None:
        return metric.unit.base != "money" or number.value >= _SMALLEST_AMOUNT
    if number.unit in {"unit:percent", "op:multiple"}:
        return in_percent
    if metric.unit.base == "count":
        prefix, _, counter = number.unit.partition(":")
        return prefix == "counter" and counter in {*metric.unit.counters, "thing"}
    return number.unit == f"unit:{metric.unit.id}"
