"""One figure over another: averages, shares and ratios."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.asking import changing
from bot.understand.asking.asked import Asked
from bot.understand.asking.claims import direction_claim, figure_claim, number_claim
from bot.understand.asking.pairs import (
    are_alike,
    as_fraction,
    as_multiple,
    as_quotient,
)
from bot.understand.catalogue.entries import MetricEntry
from bot.understand.gathering.constructions import AUXILIARIES
from bot.understand.gathering.left_out import says_what_remains
from bot.understand.question import Claim, Measure, Question

#: What makes a whole of what stands before it: 상담액 가운데 몇 퍼센트.
_AMONG = frozenset({"가운데", "가운데서", "중", "중에", "중에서"})
#: How exact a fraction in words is at most, in percent.
_ROUGHLY = 5.0
#: A small fraction is exact to so many parts of it.
_NEAR = 0.3
_TWO = 2
#: Units of lengths of time: they are not shared out.
_PERIODS = frozenset({"days", "years"})


def average(asked: Asked) -> Question | None:
    """The figure by the day, by another figure or over the editions; None when no average is asked for."""
    edition, assumed = _editions_asked(asked), not asked.editions
    if asked.has("per:day") and asked.is_single:
        claim = figure_claim(asked.metric, asked.features)
        claim = replace(claim, is_of_each=asked.has("per:each-day")) if claim is not None else None
        return Question("average", asked.ids, edition, per="day", edition_assumed=assumed, claim=claim)
    if not asked.has("op:per", "op:average"):
        return None
    if len(asked.metrics) == 2 and not asked.has("op:per") and asked.has("per:day", "and"):
        return None  # the daily average of one, and the other
    if len(asked.metrics) == 2:
        divided, divisor = as_quotient((asked.metrics[0], asked.metrics[1]), asked.features)
        if divided.unit.id == divisor.unit.id or divided.unit.id in _PERIODS or divisor.unit.base != "count":
            return None  # neither countries per country nor days per won say anything
        if divisor.part is not None and divided.part is None:
            return None  # all the contracts are not those of the exhibitors from abroad
        claim = _claimed(divided, asked, edition)
        return Question("average", (divided.id,), edition, per=divisor.id, edition_assumed=assumed, claim=claim)
    if not asked.is_single:
        return None
    counter = _counter_of(asked) if not _divides_by_another(asked) else None
    if counter is not None:
        claim = _claimed(asked.metric, asked, edition)
        return Question("average", asked.ids, edition, per=counter.id, edition_assumed=assumed, claim=claim)
    divides = asked.has("op:per") and not asked.has("edition", "op:editions")
    if not asked.has("op:average") or divides:
        return None
    if _is_over_editions(asked) and len(asked.every_edition) >= 2:
        return Question("average", asked.ids, asked.every_edition, per="edition")
    return None


def _claimed(metric: MetricEntry, asked: Asked, editions: tuple[str, ...]) -> Claim | None:
    """What is claimed of an average: how much it is, or what became of it between two editions."""
    if len(editions) > 1:
        return _moved(asked, editions)
    return figure_claim(metric, asked.features) if asked.features.is_claim else None


def _moved(asked: Asked, editions: tuple[str, ...]) -> Claim | None:
    """That what is calculated went up or down from the first of two editions to the last, where it is asked if it did:
    was the share higher in 2022 than in 2019?"""
    direction = asked.direction
    if len(editions) != _TWO or direction is None or asked.features.numbers or not asked.features.is_claim:
        return None
    if not (asked.bases or asked.has("op:change")) or asked.has("op:most", "op:least"):
        return None
    if asked.asks_which_edition or asked.chooses_edition:
        return None
    if changing.between(asked)[0] == editions[-1]:
        direction = "down" if direction == "up" else "up"
    return direction_claim(direction, asked.features)


def _is_over_editions(asked: Asked) -> bool:
    """Whether the average is over the editions: where they are spoken of, or nothing else can be meant. An average of
    one edition is none of three, and the average amount is that of one contract, which no figure counts."""
    several = len(asked.editions) >= 2 or asked.since is not None or asked.bases
    if asked.has("edition", "op:editions") or several:
        return True
    return not asked.features.numbers and not asked.features.editions and asked.metric.unit.base != "money"


def _editions_asked(asked: Asked) -> tuple[str, ...]:
    """The editions for which a share or an average is told: all, where it is asked in which it was the most or the
    least; two, where it is asked what became of it."""
    if _asks_extreme_edition(asked):
        return asked.all_editions
    if asked.has("op:change") and not (asked.editions or asked.features.numbers):
        return tuple(sorted((asked.compared_with, asked.default)))
    return asked.each_edition


def _asks_extreme_edition(asked: Asked) -> bool:
    """Whether it is asked when something was the most or the least, or how it was then, and no edition is named."""
    extreme = asked.has("op:most", "op:least") or (asked.has("op:more", "op:less") and asked.asks_which_edition)
    return extreme and not (asked.editions or asked.features.numbers)


def _divides_by_another(asked: Asked) -> bool:
    """Whether it is said of each of something that the figure is not made of, or only asked if all of them did
    something: per buyer, 바이어 1인당, did each buyer have one?"""
    spans = asked.features.spans
    own = asked.metric.named | asked.catalogue.lexicon.soft
    for index, span in enumerate(spans):
        if "op:per" not in span.meanings:
            continue
        if {meaning for meaning in span.meanings if ":" not in meaning} - asked.metric.named:
            return True  # 1인당 상담액
        near = spans[:index][::-1] if span.typed[-1:] >= "ㄱ" else spans[index + 1 :]
        divisor = next((each for each in near if each.kind not in {"josa", "skip"} and each.readings), None)
        said = {meaning for meaning in divisor.meanings if ":" not in meaning} if divisor is not None else set()
        if said and not said & own:
            return True
    return bool(spans) and spans[0].typed in AUXILIARIES and not asked.features.numbers and not asked.features.asks


def _counter_of(asked: Asked) -> MetricEntry | None:
    """The metric that counts what an amount of money is made of: the consultations for their amount."""
    if asked.metric.unit.base != "money" or asked.has("op:editions") or len(asked.editions) > 1:
        return None
    core = asked.metric.named - {"amount"}
    for other in asked.catalogue.index.naming(core & asked.features.meanings - asked.catalogue.lexicon.soft):
        if isinstance(other, MetricEntry) and other.id != asked.metric.id and other.unit.base == "count":
            return other
    return None


def share(asked: Asked) -> Question | None:
    """One figure as a share of another; None when no share is asked for or claimed."""
    percent_alone = asked.asks_percent and not asked.has("op:change", "op:compare", "op:difference")
    percent_alone = percent_alone and not changing.is_percent_more(asked)
    says_no_more = not asked.has("op:change", "op:difference", "op:more", "op:less", "op:up", "op:down")
    is_set_against = len(asked.metrics) == 2 and asked.has("op:compare") and says_no_more  # 상담액에 비해 몇 %
    percent_alone = percent_alone or (asked.asks_percent and is_set_against)
    fraction = _fraction_of_whole(asked)
    if fraction is not None:
        ids = (asked.metric.id, asked.metric.metric.id)
        return Question("share", ids, asked.last_edition, edition_assumed=not asked.editions, claim=fraction)
    if not (asked.has("op:share") or percent_alone) or _moves_by_fraction(asked):
        return None
    assumed = not asked.editions
    if asked.is_single and asked.metric.part and not asked.metric.part.separate:
        ids = (asked.metric.id, asked.metric.metric.id)
        if asked.has("op:share") and _asks_extreme_edition(asked):
            return Question("share", ids, asked.all_editions)
        compares = asked.has("op:change", "op:more", "op:less") and not asked.features.numbers
        if asked.bases or (asked.has("op:share") and compares and len(asked.editions) < _TWO):
            editions = tuple(sorted(changing.between(asked)))
            return Question("share", ids, editions, claim=_moved(asked, editions))
        claim = figure_claim(asked.metric, asked.features, in_percent=True) or _moved(asked, asked.editions)
        return Question("share", ids, asked.editions or (asked.default,), edition_assumed=assumed, claim=claim)
    if len(asked.metrics) == 2 and are_alike(*asked.metrics):
        above, below = as_fraction((asked.metrics[0], asked.metrics[1]), asked.features)
        is_share = asked.has("op:share") or any(span.typed in _AMONG for span in asked.features.spans)
        if is_share and _exceeds(above, below, asked.last_edition[0]):
            above, below = below, above  # a share is of the larger
        editions = _editions_asked(asked)
        if len(editions) > 1 and not asked.features.numbers:
            return Question("share", (above.id, below.id), editions, claim=_moved(asked, editions))
        rates = [number for number in asked.features.numbers if number.unit == "unit:percent"]
        claim = number_claim(rates[0]) if len(rates) == 1 and asked.features.is_claim else None
        return Question("share", (above.id, below.id), asked.last_edition, edition_assumed=assumed, claim=claim)
    return None


def _moves_by_fraction(asked: Asked) -> bool:
    """Whether the only share is a fraction by which the figure is said to have moved: fall by more than half."""
    shares = [span.meanings for span in asked.features.spans if "op:share" in span.meanings]
    return asked.has("op:change") and bool(shares) and all(map(_is_fraction, shares))


def _is_fraction(meanings: frozenset[str]) -> bool:
    return any(meaning.startswith("figure:") for meaning in meanings)


def _fraction_of_whole(asked: Asked) -> Claim | None:
    """The fraction of its whole that a part is said to be, in percent: 관람객의 절반이 외국인인가."""
    numbers = asked.features.numbers
    moves = asked.has("op:change", "op:more", "op:less") or asked.bases or len(asked.editions) > 1
    if len(numbers) != 1 or moves or not asked.is_single or not asked.features.is_claim:
        return None
    number, part = numbers[0], asked.metric.part
    if number.unit != "op:multiple" or number.value >= 1 or part is None or part.separate:
        return None
    percent = 100 * number.value
    return replace(number_claim(number), number=percent, step=min(_ROUGHLY, _NEAR * percent), unit="unit:percent")


def _exceeds(above: MetricEntry, below: MetricEntry, edition: str) -> bool:
    """Whether the first figure of the edition is larger than the second, in the same unit."""
    first, second = above.values.get(edition), below.values.get(edition)
    return above.unit.id == below.unit.id and first is not None and second is not None and first.number > second.number


def ratio(asked: Asked) -> Question | None:
    """How many times one figure the other is; None when that is not asked of two."""
    relates = asked.has("op:multiple", "op:difference") or says_what_remains(asked.features.spans)
    if len(asked.metrics) != 2 or not relates or not are_alike(*asked.metrics):
        return None
    measure: Measure = "multiple" if asked.has("op:multiple") else "amount"
    pair = (asked.metrics[0], asked.metrics[1])
    times = [number for number in asked.features.numbers if number.unit == "op:multiple"]
    said = as_multiple(pair, asked.features) if len(times) == 1 and asked.features.is_claim else None
    claim = number_claim(times[0]) if said and len(asked.editions) < 2 else None
    ids = tuple(metric.id for metric in said or pair)
    return Question("ratio", ids, asked.each_edition, measure=measure, edition_assumed=not asked.editions, claim=claim)
