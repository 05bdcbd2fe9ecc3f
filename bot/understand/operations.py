"""What is to be done with the figures that a message names: a value, a change, a rank, a share, a claim to check.

Each rule reads the frame and gives a question or passes; the first that gives one decides.
"""

from __future__ import annotations

import itertools
from dataclasses import replace

from bot.understand.accounting import dates_beside, is_half_heeded
from bot.understand.affirmed import as_typed, gives_cause, names_cause, says_more_of_figure
from bot.understand.asked import Asked
from bot.understand.candidates import Candidate
from bot.understand.catalogue import Catalogue
from bot.understand.claims import TIMES, change_claim, direction_claim, figure_claim, number_claim, number_fits
from bot.understand.constructions import AUXILIARIES, names_change, takes_part, totals_editions
from bot.understand.entries import COUNTED, MetricEntry
from bot.understand.features import Features, Number
from bot.understand.left_out import told_to_be_left_out, told_to_be_picked_out
from bot.understand.mentions import BASE_JOSA, multiplied
from bot.understand.pairs import (
    are_alike,
    are_comparable,
    as_compared,
    as_fraction,
    as_multiple,
    as_quotient,
    find_all,
    find_pair,
    find_separate,
)
from bot.understand.question import Claim, Direction, Extreme, Measure, Question, Unanswerable
from bot.understand.span import Span

#: Words that may set two figures against each other.
_RELATING = (
    "op:share", "op:per", "op:multiple", "op:difference", "op:compare", "op:sum", "op:average", "op:more", "op:less",
    "op:change", "op:same", "unit:percent", "over", "under",
)  # fmt: skip


def metric_question(
    metrics: tuple[MetricEntry, ...], features: Features, catalogue: Catalogue
) -> Question | Unanswerable:
    """The question about one metric, or about two or more that the message sets against each other."""
    leaves_out = features.has("op:exclude") and not (features.has("op:sum") and _editions_left_out(features))
    if leaves_out and len(features.editions) < 2 and len(metrics) == 1:
        excluded = without_part(metrics[0], features, catalogue)
        if excluded is None:
            words = tuple(span.typed for span in features.spans if "op:exclude" in span.meanings)
            return Unanswerable("no-such-breakdown", words, metrics[0].id)
        metrics = (excluded,)
    asked = Asked(metrics, features, catalogue)
    days = dates_beside(features, catalogue)
    if days:
        return Unanswerable("no-such-breakdown", days, asked.metric.id)
    known_years = catalogue.years_beside(asked.metric)
    for mention in features.editions:
        is_other = mention.edition is None or (asked.metric.undated is not None and mention.edition != asked.default)
        if is_other and mention.year not in known_years:
            return Unanswerable("no-such-edition", year=mention.year, entry=asked.metric.id)
    question = _by_rule(asked)
    if question.operation == "sum" and len(question.editions) > _TWO and _counts_two_editions(features.spans):
        return Unanswerable("not-understood", near=(asked.metric.id,))  # which two of the three is not said
    if asked.has("ask:why"):  # a reason is given for a figure or its change, or for nothing
        question = replace(question if question.operation == "change" else _value(asked), asks_reason=True)
    part = _of_part(question, asked)
    if part:
        return Unanswerable("no-such-breakdown", part, entry=asked.metric.id)
    causes = tuple(span.typed for span in features.spans if names_cause(span))
    if causes and not asked.is_single and features.is_claim:
        return Unanswerable("not-in-release", causes, entry=asked.metric.id)
    if question.claim is not None and asked.is_single:
        question = _without_overclaiming(question, question.claim, asked)
    unused = _unused(question, asked)
    if unused:
        return Unanswerable("not-in-release", unused, entry=asked.metric.id)
    takes_in = not _editions_left_out(features).isdisjoint({*question.editions, question.base})
    return (
        Unanswerable("not-understood", near=asked.ids) if takes_in or is_half_heeded(question, features) else question
    )


def _counts_two_editions(spans: tuple[Span, ...]) -> bool:
    """Whether two years or editions are spoken of without saying which: 두 해, the two editions."""
    return any(
        (before.typed in _TWO_OF_THEM or (before.number is not None and before.number.value == _TWO))
        and "edition" in span.meanings
        for before, span in itertools.pairwise(spans)
    )


def _without_overclaiming(question: Question, claim: Claim, asked: Asked) -> Question:
    """The question; where more is claimed than the figure says, that is marked, and a cause is taken as asked for."""
    more = says_more_of_figure(asked.metric, asked.features) + _counted_beside(question, asked)
    if question.operation == "average":
        more = tuple(span for span in more if "make" not in span.meanings)  # that makes 12,000 a day
    if question.operation == "change" and claim.direction and gives_cause(more, asked.features):
        return replace(question, asks_reason=True)
    if not more:
        return question
    return replace(question, claim=replace(claim, says_more=True, beyond=as_typed(more, asked.features)))


def _counted_beside(question: Question, asked: Asked) -> tuple[Span, ...]:
    """The numbers of other things beside a figure that is claimed: the 43 companies that signed for so much."""
    if question.operation != "value" or question.claim is None or question.claim.number is None:
        return ()
    counted = (each for each in asked.features.numbers if each.unit not in TIMES and "counter:" in (each.unit or ""))
    beside = [each for each in counted if not number_fits(asked.metric, each, in_percent=True)]
    return tuple(each.span for each in beside if not _stands_with(each, asked))


def _stands_with(number: Number, asked: Asked) -> bool:
    """Whether a figure with the number, of what it counts, stands in a passage of the metric: 21 countries and 33
    projects; not 21 countries and 61 people."""
    own = _passages(asked.metric)
    held = asked.catalogue.index.holding([number.value])
    return any(own & _passages(other) for other in held if number_fits(other, number, in_percent=False))


def _passages(metric: MetricEntry) -> set[str]:
    values = (*metric.values.values(), *((metric.undated,) if metric.undated else ()))
    return {place.passage for value in values for place in (value.figure, *value.figure.also)}


def without_part(entry: MetricEntry, features: Features, catalogue: Catalogue) -> MetricEntry | None:
    """What remains when the part is left out, or the part itself, where it is the others that are left out, or it is
    picked out: the whole, where the part never was in it; None when what remains is not known."""
    if entry.part is None:
        return None
    whole, part = catalogue.metric(entry.metric.id), catalogue.metric(f"{entry.metric.id}.{entry.part.id}")
    rest = catalogue.metric(f"{entry.metric.id}.{entry.part.rest.id}") if entry.part.rest else None
    remains = whole if entry.part.separate else rest
    others = remains.named - part.named - catalogue.little if remains is not None else frozenset()
    others = frozenset(meaning for meaning in others if ":" not in meaning)
    own, left_out = part.named - whole.named, told_to_be_left_out(features.spans)
    leaves_out_others = bool(left_out & others) and not left_out & own
    return part if leaves_out_others or own & told_to_be_picked_out(features.spans) else remains


def _by_rule(asked: Asked) -> Question:
    for rule in (_editions_beyond, _rank_changes, _rank, _average, _share, _sum, _ratio, _change, _compare, _several):
        question = rule(asked)
        if question is not None:
            return question
    return _value(asked)


def _editions_beyond(asked: Asked) -> Question | None:
    """The figure of every edition, where it is asked which of them were beyond a number, or if any was: 1,000억을 넘은
    해는? was there any year with fewer than 10,000 visitors?"""
    bounds = [number for number in asked.features.numbers if number.degree in _BOUNDS]
    if not asked.is_single or asked.editions or len(bounds) != 1 or len(asked.all_editions) < 2:
        return None
    spans = asked.features.spans
    named = any("edition" in span.meanings or "ask:year" in span.meanings for span in spans)
    any_of = any(span.typed.startswith(("있", "any")) for span in spans) or asked.asks_which_edition
    ends = asked.features.ends_in_topic and any(span.typed in _YEAR_NOUNS for span in spans[-3:])
    if not (named and (any_of or ends)) or asked.has("op:change", "op:sum", "op:average", "op:share"):
        return None
    return Question("editions", asked.ids, asked.all_editions)


_SUPERLATIVES = frozenset({"op:more", "op:less", "op:most", "op:least"})
_BY_JOSA = ("로", "으로")
_IN_MONEY = frozenset({"inabsoluteterms", "inmoneyterms", "incashterms", "inwonterms"})
_BOUNDS = frozenset({"over", "just-over", "under", "at-least", "at-most", "almost"})
_YEAR_NOUNS = frozenset({"해", "연도", "년도", "회차"})
_TWO, _TWO_OF_THEM = 2, frozenset({"두", "둘", "two", "both", "thetwo"})
_JOINING_JOSA = frozenset({"과", "와", "랑", "이랑", "하고"})
#: How words begin, and in Korean end, that ask for each edition by itself.
_BY = ("per", "by", "each", "every", "foreach", "forevery", "ineach", "inevery", "yearly", "annual", "broken", "split")
_BY_KOREAN = ("별", "별로", "마다", "매년", "매해", "해당")
#: What makes a whole of what stands before it: 상담액 가운데 몇 퍼센트.
_AMONG = frozenset({"가운데", "가운데서", "중", "중에", "중에서"})
#: How exact a fraction in words is at most, in percent.
_ROUGHLY = 5.0
#: A small fraction is exact to so many parts of it.
_NEAR = 0.3
#: Units of lengths of time: they are not shared out.
_PERIODS = frozenset({"days", "years"})
#: Operations that a plain figure does not answer; a sum or a record of one figure is that figure.
_NOT_A_VALUE = frozenset(
    {"op:per", "op:share", "op:average", "op:multiple", "op:change", "op:difference", "op:rank", "time:first"}
)


def _unused(question: Question, asked: Asked) -> tuple[str, ...]:
    """The words of operations that a plain figure would ignore, as typed."""
    if question.operation != "value":
        return ()
    if asked.has("op:more", "op:less") and not asked.features.numbers:
        compared = _compared_with(asked.features)
        if asked.has("ask:which") and not compared:
            compared = tuple(span.typed for span in asked.features.spans if "ask:which" in span.meanings)
        if compared:
            return compared
    ignored = asked.features.certain & asked.features.meanings & _NOT_A_VALUE
    return tuple(span.typed for span in asked.features.spans if span.meanings & ignored)


def _of_part(question: Question, asked: Asked) -> tuple[str, ...]:
    """The words with which only some of what the figure counts are asked for, which the figure does not tell: how many
    of the 43 companies, 21개 지자체 중 몇 개, how many in each year of what is only given in all."""
    if question.operation != "value" or not asked.is_single:
        return ()
    if asked.metric.undated is not None:
        by_edition = tuple(span.typed for span in asked.features.spans if _is_by_edition(span))
        if _is_in_one_year(asked.features.spans):
            by_edition = tuple(span.typed for span in asked.features.spans if "edition" in span.meanings)
        if by_edition or _is_within_edition(asked):
            return by_edition or tuple(mention.span.typed for mention in asked.features.editions)
    values = (*asked.metric.values.values(), *((asked.metric.undated,) if asked.metric.undated else ()))
    own = {value.number for value in values}
    asks = asked.features.asks or not asked.features.is_claim
    parted = (
        each for each in asked.features.numbers if each.value in own and takes_part(asked.features.spans, each.span)
    )
    return tuple(number.span.typed for number in parted) if asks else ()


def _is_by_edition(span: Span) -> bool:
    """Whether the word asks for each year or edition by itself: per year, 연도별; not for all so far."""
    return "op:editions" in span.meanings and (span.typed.startswith(_BY) or span.typed.endswith(_BY_KOREAN))


def _is_in_one_year(spans: tuple[Span, ...]) -> bool:
    """Whether it is asked how many there are in one year: 1년에 몇 건씩."""
    return any(
        first.kind == "number"
        and first.text in {"1", "한", "일"}
        and second.text in {"년", "해"}
        and third.text == "에"
        for first, second, third in zip(spans, spans[1:], spans[2:], strict=False)
    )


def _is_within_edition(asked: Asked) -> bool:
    """Whether what the undated figure counts is asked for one year alone: in 2022, 올해는; not as of 2022."""
    spans = asked.features.spans
    for mention in asked.features.editions:
        if mention.year not in {edition.year for edition in asked.catalogue.knowledge.editions.list}:
            continue
        place = spans.index(mention.span)
        before, after = spans[place - 1].typed if place else "", spans[place + 1 : place + 2]
        if mention.relative and not any(each.typed.startswith(("까지", "현재", "기준")) for each in after):
            return before not in {"by", "until", "till", "of", "to"}
        if before == "in" or any(each.typed in {"에", "에는", "에만", "한해", "은", "는"} for each in after):
            return True
    return False


def sets_against_thing(features: Features) -> bool:
    """Whether something is said to be more or less than a thing that is named: 외국인 관람객보다 많았나."""
    return features.has("op:more", "op:less") and not features.numbers and bool(_compared_with(features))


def sets_two_apart(features: Features) -> bool:
    """Whether it is asked which of two things was more, put to choose from: more people online or at the hall, 현장이
    많아 온라인이 많아."""
    if features.numbers or features.has("op:change") or not features.has("op:more", "op:less"):
        return False
    says_more = sum(bool(span.meanings & {"op:more", "op:less"}) for span in features.spans)
    return features.has("or") or says_more > 1 or features.has("ask:which", "ask:where", "ask:what", "ask:who")


def _compared_with(features: Features) -> tuple[str, ...]:
    """The thing that something is compared with, as typed: 현장 관람객보다."""
    for before, span in itertools.pairwise(features.spans):
        if span.kind == "josa" and span.text in BASE_JOSA and before.kind == "word":
            return (before.typed,)
    return ()


def of_two(features: Features, candidates: list[Candidate], catalogue: Catalogue) -> Question | Unanswerable | None:
    """The question that sets two figures, or all of them, against each other; None when the message does not."""
    if _asks_for_figure(features, catalogue):
        every = tuple(metric for metric in catalogue.index.wholes if metric.metric.changes)
        return _rank_changes(Asked(every, features, catalogue))
    pair = find_pair(features, candidates, catalogue) if features.has(*_RELATING) else None
    pair = pair or (find_separate(features, candidates, catalogue) if sets_two_apart(features) else None)
    question = metric_question(pair, features, catalogue) if pair else None
    if question is None:
        question = _of_several(features, candidates, catalogue)
    return None if isinstance(question, Question) and question.operation in {"value", "editions"} else question


def _of_several(features: Features, candidates: list[Candidate], catalogue: Catalogue) -> Question | None:
    """Which of three or more figures that are named grew the most or the least."""
    named = find_all(features, candidates, catalogue) if features.has("op:change", "op:percent") else ()
    changing = all(metric.part is None and metric.metric.changes for metric in named)
    return _rank_changes(Asked(named, features, catalogue)) if len(named) > 2 and changing else None


def _asks_for_figure(features: Features, catalogue: Catalogue) -> bool:
    """Whether it is asked which figure did something, without naming one: the fastest growing item."""
    asks_which = features.has("thing") or (features.has("ask:what", "ask:which") and features.has("op:change"))
    superlative = features.has("op:most", "op:least", "op:more", "op:less")
    return asks_which and superlative and not features.named - catalogue.little


def is_held(question: Question, catalogue: Catalogue) -> bool:
    """Whether the release has the figures that the question needs."""
    if question.operation == "aspect":
        return True
    if question.operation in {"rank", "sum", "editions"} and len(question.editions) < 2:
        return False
    editions = {edition for edition in (*question.editions, question.base) if edition}
    metrics = [catalogue.metric(entry_id) for entry_id in question.entries]
    return all(metric.undated or metric.rest or editions <= metric.values.keys() for metric in metrics)


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


def _rank(asked: Asked) -> Question | None:
    extreme = _extreme(asked)
    if extreme is None and asked.has("record") and asked.features.is_claim and not asked.is_beyond_default:
        return _claimed_rank(asked, "most")
    if extreme is None or not asked.is_single:
        return None
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
    numbers = [number for edition in every if (number := _number_of(asked.metric, edition)) is not None]
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
    number = figure_claim(asked.metric, asked.features) if not _counts_editions(asked) else None
    year, denial = asked.catalogue.edition(claimed).year, asked.features.denial
    claim = replace(number or Claim(), years=(year,), is_negated=denial == "denied")
    return Question("rank", asked.ids, everything, extreme=extreme, claim=claim if denial != "unclear" else None)


def _rank_changes(asked: Asked) -> Question | None:
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
    since, later = _between(asked)
    measure: Measure | None = "percent" if _sets_rates_apart(asked) else "amount" if _by_amount(asked) else None
    return Question("rank-changes", ids, (later,), base=since, measure=measure, extreme=extreme, claim=claim)


def _shares_of_editions(asked: Asked) -> bool:
    """Whether a share is asked of each of two editions, and no growth: 상담 대비 계약 비율, 어느 해가 높고 몇 %."""
    return asked.has("op:share") and len(asked.editions) > 1 and not asked.has("op:change")


def _sets_rates_apart(asked: Asked) -> bool:
    """Whether it is asked by how many percentage points the growth of two figures differs."""
    if len(asked.metrics) != _TWO or not asked.has("op:change"):
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


def _average(asked: Asked) -> Question | None:
    edition, assumed = asked.each_edition, not asked.editions
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
        claim = figure_claim(divided, asked.features) if asked.features.is_claim and len(edition) == 1 else None
        return Question("average", (divided.id,), edition, per=divisor.id, edition_assumed=assumed, claim=claim)
    if not asked.is_single:
        return None
    counter = _counter_of(asked) if not _divides_by_another(asked) else None
    if counter is not None:
        claim = figure_claim(asked.metric, asked.features) if asked.features.is_claim and len(edition) == 1 else None
        return Question("average", asked.ids, edition, per=counter.id, edition_assumed=assumed, claim=claim)
    divides = asked.has("op:per") and not asked.has("edition", "op:editions")
    if not asked.has("op:average") or divides:
        return None
    over_editions = asked.has("op:editions") or len(asked.editions) >= 2 or not asked.features.numbers
    if over_editions and len(asked.every_edition) >= 2:
        return Question("average", asked.ids, asked.every_edition, per="edition")
    return None


def _divides_by_another(asked: Asked) -> bool:
    """Whether it is said of each of something that the figure is not made of, or only asked if all of them did
    something: per buyer, 바이어 1인당, did each buyer have one?"""
    spans = asked.features.spans
    own = asked.metric.named | asked.catalogue.lexicon.soft
    for index, span in enumerate(spans):
        if "op:per" not in span.meanings:
            continue
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


def _share(asked: Asked) -> Question | None:
    percent_alone = asked.asks_percent and not asked.has("op:change", "op:compare", "op:difference")
    says_no_more = not asked.has("op:change", "op:difference", "op:more", "op:less", "op:up", "op:down")
    is_set_against = len(asked.metrics) == 2 and asked.has("op:compare") and says_no_more  # 상담액에 비해 몇 %
    percent_alone = percent_alone or (asked.asks_percent and is_set_against)
    fraction = _fraction_of_whole(asked)
    if fraction is not None:
        ids = (asked.metric.id, asked.metric.metric.id)
        return Question("share", ids, asked.last_edition, edition_assumed=not asked.editions, claim=fraction)
    if not (asked.has("op:share") or percent_alone):
        return None
    assumed = not asked.editions
    if asked.is_single and asked.metric.part and not asked.metric.part.separate:
        compares = asked.has("op:change", "op:more", "op:less") and not asked.features.numbers
        if asked.bases or (asked.has("op:share") and compares and len(asked.editions) < 2):
            return Question("share", (asked.metric.id, asked.metric.metric.id), tuple(sorted(_between(asked))))
        claim = figure_claim(asked.metric, asked.features, in_percent=True)
        ids = (asked.metric.id, asked.metric.metric.id)
        return Question("share", ids, asked.editions or (asked.default,), edition_assumed=assumed, claim=claim)
    if len(asked.metrics) == 2 and are_alike(*asked.metrics):
        above, below = as_fraction((asked.metrics[0], asked.metrics[1]), asked.features)
        is_share = asked.has("op:share") or any(span.typed in _AMONG for span in asked.features.spans)
        if is_share and _exceeds(above, below, asked.last_edition[0]):
            above, below = below, above  # a share is of the larger
        if len(asked.each_edition) > 1 and not asked.features.numbers:
            return Question("share", (above.id, below.id), asked.each_edition)
        rates = [number for number in asked.features.numbers if number.unit == "unit:percent"]
        claim = number_claim(rates[0]) if len(rates) == 1 and asked.features.is_claim else None
        return Question("share", (above.id, below.id), asked.last_edition, edition_assumed=assumed, claim=claim)
    return None


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


def _sum(asked: Asked) -> Question | None:
    question = _added_up(asked)
    numbers = [each for each in asked.features.numbers if number_fits(asked.metric, each, in_percent=False)]
    numbers = [each for each in numbers if not _counts_editions_or_days(each, asked)]
    if question is None or len(numbers) != 1 or not asked.features.is_claim or asked.has("ask:many", "ask:much"):
        return question
    return replace(question, claim=number_claim(numbers[0]))


def _counts_editions_or_days(number: Number, asked: Asked) -> bool:
    """Whether the number only says how many editions or days are added up: 세 해, 2 years."""
    return (
        number.value <= len(asked.catalogue.knowledge.editions.list) and number.unit != f"unit:{asked.metric.unit.id}"
    )


def _added_up(asked: Asked) -> Question | None:
    adds = asked.has("op:sum") or totals_editions(asked.features.spans) or _joins_separate(asked)
    if not (adds or asked.has("op:include")):
        return None
    if not asked.is_single and any(number.unit == "op:multiple" for number in asked.features.numbers):
        return None  # are the sums discussed three times the sums signed?
    if asked.has("op:more", "op:less") and asked.has("ask:what", "ask:which"):
        return None  # which is the larger sum sets two apart
    part, assumed = asked.metric.part, not asked.editions
    if asked.is_single and part is not None and part.separate and len(asked.editions) <= 1:
        ids = (asked.metric.metric.id, asked.metric.id)
        return Question("sum", ids, asked.last_edition, edition_assumed=assumed)
    if not adds:
        return None
    if not asked.is_single:
        return Question("sum", asked.ids, asked.last_edition, edition_assumed=assumed)
    is_one = len(asked.editions) == 1 and asked.editions[0] in asked.all_editions and not asked.since
    if is_one and not _editions_left_out(asked.features):
        return None
    if not asked.editions and not asked.has("op:editions", "edition") and not _counts_editions(asked):
        return None
    return Question("sum", asked.ids, _without_left_out(asked))


#: What is taken off is no edition left out: 2022년에서 2019년을 빼면.
_SUBTRACTING = ("빼면", "뺀", "minus", "less", "subtract")


def _without_left_out(asked: Asked) -> tuple[str, ...]:
    """The editions that are added up, without those that are left out: 2019 plus 2022 without 2021, 2021년 빼고."""
    left_out = _editions_left_out(asked.features)
    if not left_out:
        return asked.every_edition
    named = asked.editions if set(asked.editions) - left_out else asked.all_editions
    kept = tuple(edition for edition in named if edition not in left_out)
    return kept if len(kept) > 1 else tuple(edition for edition in asked.all_editions if edition not in left_out)


def _editions_left_out(features: Features) -> frozenset[str]:
    """The editions that are left out by a word right beside them: without 2019 and 2021, 2021년 빼고."""
    spans = features.spans
    place = next((index for index, span in enumerate(spans) if "op:exclude" in span.meanings), None)
    if place is None or spans[place].typed.startswith(_SUBTRACTING):
        return frozenset()
    editions = {mention.span: mention.edition for mention in features.editions if _says_when(mention.span)}
    beside = spans[place + 1 :] if spans[place].typed < "ㄱ" else spans[:place][::-1]
    left_out = set()
    for span in beside:
        if span in editions:
            left_out.add(editions[span])
        elif span.kind not in {"josa", "skip"} and not span.meanings & {"and", "edition"}:
            break
    return frozenset(edition for edition in left_out if edition)


def _says_when(span: Span) -> bool:
    """Whether the edition is named there, and not taken over from the question before."""
    return any(meaning.startswith(("year:", "time:", "edition:")) for meaning in span.meanings)


def _joins_separate(asked: Asked) -> bool:
    """Whether a part that is not contained in its whole is named together with that: online and offline visitors."""
    part = asked.metric.part
    joined = any("and" in span.meanings for span in asked.features.spans[1:])
    return asked.is_single and part is not None and part.separate and joined


def _counts_editions(asked: Asked) -> bool:
    """Whether the message counts the editions: all three expos together."""
    count = len(asked.catalogue.knowledge.editions.list)
    return any(number.value == count and number.unit != "counter:day" for number in asked.features.numbers)


def _ratio(asked: Asked) -> Question | None:
    if len(asked.metrics) != 2 or not asked.has("op:multiple", "op:difference") or not are_alike(*asked.metrics):
        return None
    measure: Measure = "multiple" if asked.has("op:multiple") else "amount"
    pair = (asked.metrics[0], asked.metrics[1])
    times = [number for number in asked.features.numbers if number.unit == "op:multiple"]
    said = as_multiple(pair, asked.features) if len(times) == 1 and asked.features.is_claim else None
    claim = number_claim(times[0]) if said and len(asked.editions) < 2 else None
    ids = tuple(metric.id for metric in said or pair)
    return Question("ratio", ids, asked.each_edition, measure=measure, edition_assumed=not asked.editions, claim=claim)


def _change(asked: Asked) -> Question | None:
    if not asked.is_single or len(asked.editions) > 2 or asked.is_beyond_default or not _speaks_of_change(asked):
        return None
    if (
        asked.has("op:most", "op:least")
        and asked.has("edition")
        and asked.has("op:up", "op:down")
        and not asked.editions
    ):
        return Question("editions", asked.ids, asked.every_edition)  # 가장 많이 늘어난 해: between which is not said
    claimed = asked.direction if _is_direction_sure(asked) and not names_change(asked.features.spans) else None
    claim = change_claim(asked.metric, asked.features, claimed)
    base, later = _leading_from(claim, asked, *_between(asked))
    return Question(
        "change",
        asked.ids,
        (later,),
        base=base,
        measure=asked.measure,
        claim=claim,
        base_assumed=not asked.editions,
    )


def _is_direction_sure(asked: Asked) -> bool:
    """Whether it is said which of two editions is claimed to have more, if that is claimed."""
    return asked.has("op:up", "op:down") or len(asked.editions) < 2 or len(asked.bases) == 1


def _speaks_of_change(asked: Asked) -> bool:
    """Whether a change is named, or one edition is compared with another."""
    if asked.has("op:editions") and not asked.editions:
        return False
    leaves_out = asked.metric.rest is not None and asked.has("op:exclude") and len(asked.editions) < 2
    if asked.has("op:change", "op:multiple") or (asked.has("op:difference") and not leaves_out):
        return True
    if asked.has("op:exclude") and len(asked.editions) == 2:
        return True  # 2022년에서 2019년을 빼면
    two, compares = len(asked.editions) == 2, asked.has("op:more", "op:less", "op:same")
    if compares and not asked.editions and asked.features.is_claim and not asked.features.numbers:
        return True
    if asked.bases:
        return compares or asked.has("op:compare") or asked.asks_percent
    return compares and (two or (len(asked.editions) == 1 and asked.asks_percent))


def _between(asked: Asked) -> tuple[str, str]:
    """From which edition to which: the one compared with, or the earlier, and the other."""
    editions, bases = asked.editions, asked.bases
    if len(editions) == 2:
        base = _base_of_two(asked)
        return base, editions[1] if base == editions[0] else editions[0]
    if not editions:
        return asked.compared_with, asked.default
    if bases or editions[0] == asked.compared_with:
        base, later = editions[0], asked.default
    else:
        base, later = asked.compared_with, editions[0]
    if base == later:
        earlier = [edition.id for edition in asked.catalogue.knowledge.editions.list if edition.id < later]
        base = earlier[-1] if earlier else base
    return base, later


def _base_of_two(asked: Asked) -> str:
    """Which of two editions is compared with; the earlier where nothing is said of either: 2019 versus 2022."""
    earlier = asked.editions[0]
    if asked.has("op:multiple") and not asked.bases:
        return multiplied(asked.features) or earlier
    moves = asked.has("op:up", "op:down") and asked.features.is_claim
    is_korean = any(span.kind == "josa" for span in asked.features.spans)  # 에 비하면 always tells
    tells = is_korean or moves or asked.has("op:more", "op:less", "op:multiple")
    return asked.bases[0] if len(asked.bases) == 1 and tells else earlier


def _leading_from(claim: Claim | None, asked: Asked, base: str, later: str) -> tuple[str, str]:
    """The editions with those whose figures the change is said to lead from and to: 5,520명에서 is from 2021."""
    if claim is None or claim.before is None or len(asked.editions) == 2:
        return base, later
    ends = [_edition_with(end.number, asked) for end in (claim.before, claim.after) if end is not None]
    if not asked.editions and len(ends) == len({end for end in ends if end}) == len(("before", "after")):
        return ends[0] or base, ends[1] or later
    values = asked.metric.values.items()
    named = [edition for edition, value in values if value.number == claim.before.number and edition < asked.default]
    if len(named) != 1:
        return base, later
    return named[0], asked.default if later == named[0] else later


def _edition_with(number: int | float | None, asked: Asked) -> str | None:
    """The one edition with that figure; None when none or several have it."""
    having = [edition for edition, value in asked.metric.values.items() if value.number == number]
    return having[0] if len(having) == 1 else None


def _claim_by_edition(asked: Asked) -> Claim | None:
    """The claimed numbers in the order of time, where there is one for every edition that the message names."""
    claim = figure_claim(asked.metric, asked.features) if not _is_exclusive(asked) else None
    mentions = asked.features.editions
    if claim is None or len(mentions) != 1 + len(claim.also):
        return claim
    by_time = sorted(zip(mentions, (replace(claim, also=()), *claim.also), strict=True), key=lambda pair: pair[0].year)
    first, *others = (number for _, number in by_time)
    return replace(first, also=tuple(others))


def _stated_editions(asked: Asked) -> Question | None:
    """The editions whose figures a message states one after the other without naming them; None for other numbers."""
    claim = figure_claim(asked.metric, asked.features)
    if claim is None or not claim.also:
        return None
    numbers = {each.number: each for each in (replace(claim, also=()), *claim.also)}
    stated = [edition for edition in asked.all_editions if _number_of(asked.metric, edition) in numbers]
    if {_number_of(asked.metric, edition) for edition in stated} != set(numbers):
        return None
    first, *others = (each for edition in stated for each in (numbers[asked.metric.values[edition].number],))
    return Question("editions", asked.ids, tuple(stated), claim=replace(first, also=tuple(others)))


def _number_of(metric: MetricEntry, edition: str) -> int | float | None:
    value = metric.values.get(edition)
    return value.number if value is not None else None


def _compare(asked: Asked) -> Question | None:
    if len(asked.metrics) != 2 or asked.has("op:change") or not are_comparable(*asked.metrics):
        return None
    if not asked.has("op:more", "op:less", "op:compare", "op:difference", "op:same", "over", "under"):
        return None
    subject, base, is_said = as_compared((asked.metrics[0], asked.metrics[1]), asked.features)
    if not is_said and not _asks_which_figure(asked):
        return None
    if is_said and _is_of_source(subject, base, asked.features):
        return None
    is_same = asked.has("op:same") and not asked.direction
    claim = _claimed_comparison(asked) if is_said or is_same else None
    if claim is not None and asked.features.numbers:
        by = figure_claim(subject, asked.features)
        claim = replace(by, direction=claim.direction) if by and not claim.is_negated else None
    ids = (subject.id, base.id)
    return Question("compare", ids, asked.last_edition, claim=claim, edition_assumed=not asked.editions)


def _is_of_source(subject: MetricEntry, base: MetricEntry, features: Features) -> bool:
    """Whether two things are compared by how many others they came from, which one of the figures does not count: from
    more countries than the exhibitors."""
    is_from = any(
        before.typed in {"from", "in"} and span.meanings & {"op:more", "op:less"}
        for before, span in itertools.pairwise(features.spans)
    )
    return is_from and subject.counters.intersection(COUNTED) != base.counters.intersection(COUNTED)


def _claimed_comparison(asked: Asked) -> Claim | None:
    """That the first figure is more than the second, or less, or the same; None when nothing is claimed."""
    surpasses: Direction | None = "up" if asked.has("over") else None
    direction = asked.direction or ("same" if asked.has("op:same") else surpasses)
    return direction_claim(direction, asked.features) if direction and asked.features.is_claim else None


def _asks_which_figure(asked: Asked) -> bool:
    """Whether two figures are set side by side, and none only described: which is larger, A가 많아 B가 많아."""
    says_more = sum(bool(span.meanings & {"op:more", "op:less"}) for span in asked.features.spans)
    if asked.has("op:most", "op:least") and not _are_joined(asked):
        return False  # the largest booth is no booth set against something
    which = asked.has("ask:which", "ask:what", "ask:who", "ask:where", "op:compare", "op:difference", "op:same", "or")
    return which or says_more > 1 or asked.features.is_alternative


def _are_joined(asked: Asked) -> bool:
    """Whether things are listed to choose from: 상담액과 계약액 중, exhibitors or visitors."""
    return asked.has("and", "or") or any(
        span.kind == "josa" and span.text in _JOINING_JOSA for span in asked.features.spans
    )


def _several(asked: Asked) -> Question | None:
    """The figures of several editions; of all of them when that is asked."""
    if (len(asked.editions) == 2 and asked.is_range) or (asked.since and len(asked.every_edition) > 1):
        return Question("editions", asked.ids, asked.every_edition)
    if len(asked.editions) >= 2:
        return Question("editions", asked.ids, asked.editions, claim=_claim_by_edition(asked))
    if not asked.editions and asked.is_single:
        stated = _stated_editions(asked)
        if stated is not None:
            return stated
    if asked.has("op:editions") and (not asked.editions or asked.has("op:compare")):
        every = asked.every_edition
        return Question("editions", asked.ids, every) if len(every) >= 2 else None
    if asked.has("op:compare") and asked.is_single and not asked.editions:
        return Question("change", asked.ids, (asked.default,), base=asked.compared_with, base_assumed=True)
    return None


def _is_exclusive(asked: Asked) -> bool:
    """Whether it is said of one edition only, which the figure of that edition alone does not tell: 2022년뿐인가."""
    years = {mention.span for mention in asked.features.editions}
    return any(
        before in years and ("op:only" in span.meanings or span.text in {"만", "뿐", "밖에"})
        for before, span in itertools.pairwise(asked.features.spans)
    )


def _value(asked: Asked) -> Question:
    is_dated = bool(asked.metric.values or asked.metric.rest)
    mentions = asked.features.editions
    return Question(
        "value",
        asked.ids,
        asked.editions or ((asked.default,) if is_dated else ()),
        claim=figure_claim(asked.metric, asked.features) if asked.is_single and not _is_exclusive(asked) else None,
        edition_assumed=is_dated and not asked.editions,
        is_rounded=asked.has("op:round"),
        relative=tuple((each.span.typed, each.edition) for each in mentions if each.relative and each.edition),
    )
