"""What is to be done with the figures that a message names: a value, a change, a rank, a share, a claim to check.

Each rule reads the frame and gives a question or passes; the first that gives one decides.
"""

from __future__ import annotations

import itertools
from dataclasses import replace

from bot.understand.asking import changing, counted_in, dividing, ranking, totals
from bot.understand.asking.accounting import dates_beside, is_half_heeded, is_year_of_total, other_span
from bot.understand.asking.affirmed import as_typed, gives_cause, names_cause, says_more_of_figure
from bot.understand.asking.asked import Asked
from bot.understand.asking.candidates import Candidate
from bot.understand.asking.claims import TIMES, claim_of_any, direction_claim, figure_claim, number_fits
from bot.understand.asking.groups import claim_of_all
from bot.understand.asking.pairs import (
    JOINING_JOSA,
    SETTING_APART,
    are_comparable,
    as_compared,
    find_all,
    find_pair,
    find_separate,
    sets_own_editions_apart,
)
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import COUNTED, MetricEntry
from bot.understand.features import Features, Number
from bot.understand.gathering.constructions import takes_part
from bot.understand.gathering.left_out import says_what_remains, told_to_be_left_out, told_to_be_picked_out
from bot.understand.gathering.mentions import BASE_JOSA
from bot.understand.question import Claim, Direction, Question, Unanswerable
from bot.understand.span import Span

#: Words that may set two figures against each other.
_RELATING = (*SETTING_APART, "op:change")
#: Beside a figure these tell how long, or how often.
_DAYS_AND_TIMES = TIMES - {None}


def metric_question(
    metrics: tuple[MetricEntry, ...], features: Features, catalogue: Catalogue
) -> Question | Unanswerable:
    """The question about one metric, or about two or more that the message sets against each other."""
    leaves_out = features.has("op:exclude") and not (features.has("op:sum") and totals.editions_left_out(features))
    if leaves_out and len(features.editions) < 2 and len(metrics) == 1:
        excluded = without_part(metrics[0], features, catalogue)
        if excluded is None or (features.has("op:difference") and excluded.id == metrics[0].whole_id):
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
        if (is_other and mention.year not in known_years) or is_year_of_total(mention, asked.metric, features):
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
    unused = _unused(question, asked) or other_span(question, features, catalogue)
    if unused:
        return Unanswerable("not-in-release", unused, entry=asked.metric.id)
    takes_in = not totals.editions_left_out(features).isdisjoint({*question.editions, question.base})
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
    if not more and not _claims_a_range(question, claim):
        return question
    return replace(question, claim=replace(claim, says_more=True, beyond=as_typed(more, asked.features)))


def _claims_a_range(question: Question, claim: Claim) -> bool:
    """Whether two numbers are claimed of a single figure without saying how they bound it: 300~310개."""
    numbers = (claim, *claim.also)
    bounds_none = len({each.number for each in numbers}) > 1 and all(each.degree is None for each in numbers)
    return question.operation == "value" and len(question.editions) < 2 and bounds_none


def _counted_beside(question: Question, asked: Asked) -> tuple[Span, ...]:
    """The numbers of other things beside a figure that is claimed: the 43 companies that signed for so much, 150
    sessions worth what the contracts were."""
    if question.operation != "value" or question.claim is None or question.claim.number is None:
        return ()
    counted = (each for each in asked.features.numbers if each.unit not in _DAYS_AND_TIMES)
    beside = [each for each in counted if not number_fits(asked.metric, each, in_percent=True)]
    return tuple(each.span for each in beside if not _stands_with(each, asked))


def _stands_with(number: Number, asked: Asked) -> bool:
    """Whether a figure with the number that the message names stands in a passage of the metric: 21 countries and 33
    projects of the network; not 21 countries that took part, with 1,548 booths."""
    own = _passages(asked.metric)
    held = asked.catalogue.index.holding([number.value])
    named = (other for other in held if any(name <= asked.features.meanings for name in other.names))
    return any(own & _passages(other) for other in named if number_fits(other, number, in_percent=False))


def _passages(metric: MetricEntry) -> set[str]:
    figures = [value.figure for value in metric.all_values]
    return {figure.passage for figure in figures}.union(place.passage for figure in figures for place in figure.also)


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
    for rule in (
        _editions_beyond,
        ranking.rank_changes,
        ranking.rank,
        dividing.average,
        dividing.share,
        totals.total,
        dividing.ratio,
        changing.change,
        _compare,
        counted_in.beside_whole,
        _several,
    ):
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


_BOUNDS = frozenset({"over", "just-over", "under", "at-least", "at-most", "almost"})
_YEAR_NOUNS = frozenset({"해", "연도", "년도", "회차"})
_TWO, _TWO_OF_THEM = 2, frozenset({"두", "둘", "two", "both", "thetwo"})
#: How words begin, and in Korean end, that ask for each edition by itself.
_BY = ("per", "by", "each", "every", "foreach", "forevery", "ineach", "inevery", "yearly", "annual", "broken", "split")
_BY_KOREAN = ("별", "별로", "마다", "매년", "매해", "해당")
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
    asks = asked.features.asks or not asked.features.is_claim
    parted = (
        each
        for each in asked.features.numbers
        if each.value in asked.metric.numbers and takes_part(asked.features.spans, each.span)
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
        return ranking.rank_changes(Asked(every, features, catalogue))
    if sets_own_editions_apart(features, candidates, catalogue):
        return Unanswerable("not-understood")
    relates = features.has(*_RELATING) or says_what_remains(features.spans)
    pair = find_pair(features, candidates, catalogue) if relates else None
    pair = pair or (find_separate(features, candidates, catalogue) if sets_two_apart(features) else None)
    question = metric_question(pair, features, catalogue) if pair else None
    if question is None:
        question = _of_several(features, candidates, catalogue)
    return None if isinstance(question, Question) and question.operation in {"value", "editions"} else question


def _of_several(features: Features, candidates: list[Candidate], catalogue: Catalogue) -> Question | None:
    """Which of three or more figures that are named grew the most or the least."""
    named = find_all(features, candidates, catalogue) if features.has("op:change", "op:percent") else ()
    changing = all(metric.part is None and metric.metric.changes for metric in named)
    return ranking.rank_changes(Asked(named, features, catalogue)) if len(named) > 2 and changing else None


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
    stated = [edition for edition in asked.all_editions if ranking.number_of(asked.metric, edition) in numbers]
    if {ranking.number_of(asked.metric, edition) for edition in stated} != set(numbers):
        return None
    first, *others = (each for edition in stated for each in (numbers[asked.metric.values[edition].number],))
    return Question("editions", asked.ids, tuple(stated), claim=replace(first, also=tuple(others)))


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
        span.kind == "josa" and span.text in JOINING_JOSA for span in asked.features.spans
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
    lists = asked.has("op:editions") or (asked.has("ask:list") and asked.is_single)
    if lists and (not asked.editions or asked.has("op:compare")):
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


def _claimed(asked: Asked) -> Claim | None:
    """What is claimed of a plain figure: a number, that it is all of its whole, or that there was any."""
    if not asked.is_single or _is_exclusive(asked):
        return None
    of_part = claim_of_all(asked.metric, asked.features, asked.catalogue, asked.editions or asked.last_edition)
    return of_part or claim_of_any(asked.features) or figure_claim(asked.metric, asked.features)


def _value(asked: Asked) -> Question:
    is_dated = bool(asked.metric.values or asked.metric.rest)
    mentions = asked.features.editions
    return Question(
        "value",
        asked.ids,
        asked.editions or ((asked.default,) if is_dated else ()),
        claim=_claimed(asked),
        edition_assumed=is_dated and not asked.editions,
        is_rounded=asked.has("op:round"),
        relative=tuple((each.span.typed, each.edition) for each in mentions if each.relative and each.edition),
    )
