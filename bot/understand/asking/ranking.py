"""Which edition had the most or the least, and which figure grew the most."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.asking import changing, totals
from bot.understand.asking.asked import Asked
from bot.understand.asking.claims import direction_claim, figure_claim
from bot.understand.asking.pairs import JOINING_JOSA, as_compared
from bot.understand.catalogue.entries import MetricEntry
from bot.understand.question import Claim, Extreme, Measure, Question

_SUPERLATIVES = frozenset({"op:more", "op:less", "op:most", "op:least"})
_BY_JOSA = ("로", "으로")
_JOINING_JOSA, _JOINING = JOINING_JOSA | {"이나", "나"}, frozenset({"and", "or"})
_IN_MONEY = frozenset({"inabsoluteterms", "inmoneyterms", "incashterms", "inwonterms"})


def _extreme(asked: Asked) -> Extreme | None:
    if asked.has("op:least") or (asked.has("op:most") and asked.has("op:less") and not asked.has("op:more")):
        return "least"
    if asked.has("op:most", "op:rank"):
        return "most"
    asks_when = asked.asks_which_edition and not asked.has("claim", "op:editions")
    asks_of_two = len(asked.editions) >= 2 and asked.has("ask:which", "ask:when", "ask:year")
    asks_of_two = asks_of_two or _sets_side_by_side(asked) or asked.chooses_edition
    if asked.has("op:more", "op:less") and (asks_when or asks_of_two):
        return "least" if asked.has("op:less") else "most"
    return None


def _sets_side_by_side(asked: Asked) -> bool:
    """Whether two editions are named of which neither is compared with: 2019년과 2022년 중 많았던 해, 2019 or 2022."""
    says_one = asked.has("op:more") != asked.has("op:less")
    says_else = asked.has("op:change", "op:difference", "op:multiple", "op:same") or asked.asks_percent
    return len(asked.editions) == 2 and not asked.bases and says_one and not says_else and not asked.features.numbers


def rank(asked: Asked) -> Question | None:
    """Which edition had the most or the least, as it is asked or claimed; None when neither is."""
    extreme = _extreme(asked)
    if extreme is None and asked.has("record") and asked.features.is_claim and not asked.is_beyond_default:
        says_when = any(each.relative or each.span.kind == "year" for each in asked.features.editions)
        if asked.features.ends_in_topic and asked.is_single and not (asked.has("claim") or says_when):
            return Question("rank", asked.ids, asked.all_editions, extreme="most")  # 역대 최대 계약액은?
        return _claimed_rank(asked, "most")
    if extreme is None or not asked.is_single:
        return None
    if asked.has("op:share") and asked.metric.part is not None and len(asked.editions) != 1:
        return None  # in which year the share was higher
    if len(asked.editions) == 1 and asked.has("op:rank") and asked.features.is_claim:
        return Question("rank", asked.ids, asked.all_editions, extreme="most", measure="amount")
    if len(asked.editions) == 1:
        return _claimed_rank(asked, extreme)
    asks_edition, asks_all = asked.asks_which_edition, asked.has("op:rank")
    if _names_both_extremes(asked):
        return _between_extremes(asked)
    chooses = asked.has("op:more", "op:less") and asked.chooses_edition
    if chooses and asked.has("op:difference", "ask:many", "ask:much"):
        return None  # which was more and by how much: the change says both
    if asked.has("op:change") and not asks_edition and not asks_all:
        return None
    if not asked.editions and not asked.features.asks and asked.has("claim") and not asks_all:
        return _claimed_rank(asked, extreme)
    claim = figure_claim(asked.metric, asked.features) if not asked.features.asks else None
    measure: Measure | None = "amount" if asks_all else None
    return Question("rank", asked.ids, asked.every_edition, extreme=extreme, claim=claim, measure=measure)


def _names_both_extremes(asked: Asked) -> bool:
    """Whether the most and the least are both asked for: 가장 많은 해와 적은 해."""
    return asked.has("op:most") and (asked.has("op:least") or (asked.has("op:more") and asked.has("op:less")))


def _between_extremes(asked: Asked) -> Question | None:
    """The editions in order of size; or the difference between the most and the least, when that is asked."""
    every = asked.every_edition
    if not asked.has("op:difference"):
        return Question("rank", asked.ids, every, extreme="most", measure="amount")
    numbers = [number for edition in every if (number := number_of(asked.metric, edition)) is not None]
    if len(numbers) < len(every) or len(every) < 2:
        return None
    ends = tuple(edition for edition, number in zip(every, numbers, strict=True) if number in _ends_of(numbers))
    return Question("change", asked.ids, ends[1:], base=ends[0], measure="amount") if len(ends) == 2 else None


def _ends_of(numbers: list[int | float]) -> tuple[int | float, int | float]:
    return min(numbers), max(numbers)


def _claimed_rank(asked: Asked, extreme: Extreme) -> Question | None:
    """The edition that is claimed to have the most or the least, or set a record, held against all."""
    everything = asked.all_editions
    if not asked.features.is_claim or not asked.is_single or asked.has("op:change") or len(everything) < 2:
        return None
    claimed = next((edition for edition in asked.editions if edition not in asked.bases), asked.default)
    number = figure_claim(asked.metric, asked.features) if not totals.counts_editions(asked) else None
    year, denial = asked.catalogue.edition(claimed).year, asked.features.denial
    claim = replace(number or Claim(), years=(year,), is_negated=denial == "denied")
    return Question("rank", asked.ids, everything, extreme=extreme, claim=claim if denial != "unclear" else None)


def rank_changes(asked: Asked) -> Question | None:
    """Which of the figures grew the most or the least; None when that is not asked of two or more."""
    whole = _whole_beside(asked)
    if whole is not None:
        asked = replace(asked, metrics=(whole, asked.metric))
    if len(asked.metrics) < 2 or not (asked.has("op:change") or asked.asks_percent) or asked.direction == "down":
        return None
    if _shares_of_editions(asked):
        return None
    if asked.has("op:most") and asked.has("op:least") and not asked.has("op:down"):
        extreme: Extreme = "both"
    elif asked.has("op:least", "op:less"):
        extreme = "least"
    elif _sets_rates_apart(asked) or asked.has("op:most", "op:more", "ask:which") or _is_said_to_be_faster(asked):
        extreme = "most"
    else:
        return None
    falls = asked.has("op:down") and not asked.has("op:up")
    if falls and extreme != "both":
        extreme = "most" if extreme == "least" else "least"  # what fell the most grew the least
    if len(asked.editions) > 2:
        return None
    ids, claim = asked.ids, None
    if len(asked.metrics) == 2:
        subject, base, is_said = as_compared((asked.metrics[0], asked.metrics[1]), asked.features)
        ids = (subject.id, base.id)
        if is_said and asked.features.is_claim and not falls:
            claim = direction_claim("up" if extreme == "most" else "down", asked.features)
    since, later = changing.between(asked)
    measure: Measure | None = "percent" if _sets_rates_apart(asked) else "amount" if _by_amount(asked) else None
    return Question("rank-changes", ids, (later,), base=since, measure=measure, extreme=extreme, claim=claim)


def _whole_beside(asked: Asked) -> MetricEntry | None:
    """The whole that is named beside the part of it: 관람객과 외국인 관람객 중, foreign visitors or all visitors."""
    if not asked.is_single or asked.metric.part is None or asked.metric.rest is not None:
        return None
    whole = asked.catalogue.metric(asked.metric.metric.id)
    spans = asked.features.spans
    names, tells_part = whole.named - asked.catalogue.little, asked.metric.named - whole.named
    for index in range(1, len(spans) - 1):
        joins = spans[index].kind == "josa" and spans[index].text in _JOINING_JOSA
        if not joins and spans[index].meanings.isdisjoint(_JOINING):
            continue
        sides = [frozenset().union(*(span.meanings for span in side)) for side in (spans[:index], spans[index + 1 :])]
        named_part = [side for side in sides if side & tells_part]
        named_whole = [side for side in sides if not side & tells_part]
        if len(named_part) == len(named_whole) == 1:
            same_noun = named_part[0] & named_whole[0] & names
            if same_noun or ("total" in named_whole[0] and named_whole[0] & names):
                return whole
    return None


def _shares_of_editions(asked: Asked) -> bool:
    """Whether a share is asked of each of two editions, and no growth: 상담 대비 계약 비율, 어느 해가 높고 몇 %."""
    return asked.has("op:share") and len(asked.editions) > 1 and not asked.has("op:change")


def _sets_rates_apart(asked: Asked) -> bool:
    """Whether it is asked by how many percentage points the growth of two figures differs."""
    if len(asked.metrics) != 2 or not asked.has("op:change"):
        return False
    in_points = asked.has("unit:points") and asked.has("op:more", "op:less")
    return in_points or (asked.has("op:difference") and asked.asks_percent)


def _by_amount(asked: Asked) -> bool:
    """Whether it is asked which of two amounts grew by more of their unit, and not by the larger percentage: 늘어난
    액수로 따지면, by the larger amount."""
    if len({metric.unit.id for metric in asked.metrics}) > 1 or asked.asks_percent:
        return False
    if asked.has("unit:krw", "unit:usd") and not asked.features.numbers:
        return True  # which rose by more won?
    spans = asked.features.spans
    own = frozenset().union(*(metric.named for metric in asked.metrics)) - {"amount"}
    for place, span in enumerate(spans):
        if "amount" not in span.meanings or span.meanings & own:
            continue
        before, after = spans[max(0, place - 1) : place], spans[place + 1 : place + 2]
        if span.typed[-1:] < "ㄱ":
            named_so = any(each.meanings & _SUPERLATIVES for each in before)
        else:
            named_so = any(each.kind == "josa" and each.text.startswith(_BY_JOSA) for each in after)
            named_so = named_so or span.typed.endswith(_BY_JOSA)
            named_so = named_so or any("op:change" in each.meanings for each in before)
        if named_so or span.typed in _IN_MONEY:
            return True
    return False


def _is_said_to_be_faster(asked: Asked) -> bool:
    """Whether one of two figures is said to have grown more than the other: 계약액이 상담액보다 더 빨리 늘었나."""
    compares = len(asked.metrics) == 2 and asked.has("op:compare") and asked.has("op:change")
    return compares and as_compared((asked.metrics[0], asked.metrics[1]), asked.features)[2]


def number_of(metric: MetricEntry, edition: str) -> int | float | None:
    """The figure of the edition; None when the release has none."""
    value = metric.values.get(edition)
    return value.number if value is not None else None
