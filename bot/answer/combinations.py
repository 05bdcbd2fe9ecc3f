"""Replies that set two figures against each other or put several together: more, share, ratio, average, sum."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.answer import declines
from bot.answer.compute import holds, holds_as_rate, yes_or_no
from bot.answer.desk import Desk, computed
from bot.answer.draft import Draft
from bot.answer.figures import Operand, amount
from bot.answer.model import Verdict
from bot.language.numbers import grouped
from bot.understand.question import Claim


def compare(desk: Desk) -> Draft:
    """Which of two figures is larger; both as they stand when their units differ."""
    pair = _two(desk)
    if isinstance(pair, Draft):
        return pair
    first, second = pair
    if first.entry.unit.base != second.entry.unit.base:
        return _as_they_stand(desk, pair)
    larger, smaller = (first, second) if first.number >= second.number else (second, first)
    verdict = None
    claim = desk.question.claim
    if claim is not None and claim.direction == "same":
        verdict = yes_or_no(first.number == second.number)
    elif claim is not None and claim.direction:
        first_is_more = claim.direction == "up"
        is_so = first.number != second.number and (first.number > second.number) == first_is_more
        if claim.number is not None:
            is_so = is_so and holds(claim, larger.number - smaller.number)
        verdict = yes_or_no(is_so)
    difference = computed(larger.entry, larger.number - smaller.number)
    return desk.answer(desk.wording.more(larger, smaller), (larger, smaller), verdict=verdict, computed=(difference,))


def _two(desk: Desk) -> tuple[Operand, Operand] | Draft:
    first, second = (desk.figure(metric, desk.edition) for metric in desk.metrics)
    if first is None:
        return desk.missing(desk.metrics[0], desk.question.editions)
    if second is None:
        return desk.missing(desk.metrics[1], desk.question.editions)
    return first, second


def _as_they_stand(desk: Desk, figures: Sequence[Operand]) -> Draft:
    """The figures side by side: their units differ, or one is zero and nothing can be divided by it."""
    return desk.answer(" ".join(desk.wording.value(figure) for figure in figures), figures)


def share(desk: Desk) -> Draft:
    """What percentage the first figure is of the second."""
    if len(desk.question.editions) > 1:
        return _of_each_edition(desk, share)
    pair = _two(desk)
    if isinstance(pair, Draft):
        return pair
    part, whole = pair
    if not whole.number:
        return _as_they_stand(desk, pair)
    percent = 100 * part.number / whole.number
    working = f"{desk.plain(part)} ÷ {desk.plain(whole)} = {grouped(percent, 2)}%"
    claim = desk.question.claim
    verdict = None
    if claim is not None and claim.number is not None and claim.unit == "unit:percent":
        verdict = yes_or_no(holds_as_rate(claim, percent))
    headline = desk.wording.share(part, whole, percent)
    said = computed(part.entry, round(percent, 2), "percent")
    return desk.answer(headline, pair, working=working, verdict=verdict, computed=(said,))


def _of_each_edition(desk: Desk, reply: Callable[[Desk], Draft]) -> Draft:
    """What is calculated, told of each edition; a number that is claimed is held against each of them, a direction
    against all together."""
    question, claim = desk.question, desk.question.claim
    moves = claim is not None and claim.direction is not None
    of_each = replace(question, claim=None) if moves else question
    drafts = [reply(replace(desk, question=replace(of_each, editions=(edition,)))) for edition in question.editions]
    refused = next((draft for draft in drafts if draft.outcome != "answer"), None)
    if refused:
        return refused
    headline, verdict = " ".join(draft.headline for draft in drafts), _verdict_on_each(drafts)
    beyond: tuple[str, ...] = ()
    if moves:
        headline, verdict, beyond = desk.judged(headline, _moved_so(claim, drafts))
    return replace(
        drafts[0],
        headline=headline,
        verdict=verdict,
        details=beyond + tuple(dict.fromkeys(detail for draft in drafts for detail in draft.details)),
        operands=tuple(figure for draft in drafts for figure in draft.operands),
        computed=tuple(figure for draft in drafts for figure in draft.computed),
        sources=tuple(dict.fromkeys(source for draft in drafts for source in draft.sources)),
    )


def _verdict_on_each(drafts: Sequence[Draft]) -> Verdict | None:
    """Yes only where what is claimed is so in each edition."""
    verdicts = {draft.verdict for draft in drafts}
    return "no" if "no" in verdicts else drafts[0].verdict


def _moved_so(claim: Claim | None, drafts: Sequence[Draft]) -> Verdict | None:
    """Whether what was calculated went the way that is claimed; None where it is not claimed, or too near to tell."""
    found = [draft.computed[0].value for draft in drafts if draft.computed]
    if claim is None or claim.direction is None or len(found) < len(drafts) or found[0] == found[-1]:
        return None
    return yes_or_no((found[-1] > found[0]) == (claim.direction == "up"))


def ratio(desk: Desk) -> Draft:
    """How many times one figure is another, or their difference."""
    if len(desk.question.editions) > 1:
        return _of_each_edition(desk, ratio)
    pair = _two(desk)
    if isinstance(pair, Draft):
        return pair
    first, second = pair
    if desk.question.measure == "amount":
        if first.entry.unit.base != second.entry.unit.base:
            return _as_they_stand(desk, pair)
        working = f"{desk.plain(first)} − {desk.plain(second)}"
        gap = computed(first.entry, abs(first.number - second.number))
        return desk.answer(desk.wording.gap(first, second), pair, working=working, computed=(gap,))
    larger, smaller = (first, second) if first.number >= second.number else (second, first)
    if not smaller.number:
        return _as_they_stand(desk, pair)
    multiple = larger.number / smaller.number
    working = f"{desk.plain(larger)} ÷ {desk.plain(smaller)} = {grouped(multiple, 2)}"
    times = computed(larger.entry, round(multiple, 2), "times")
    claim = desk.question.claim
    verdict = yes_or_no(holds_as_rate(claim, first.number / second.number)) if claim and second.number else None
    headline = desk.wording.ratio(larger, smaller, multiple)
    return desk.answer(headline, pair, working=working, verdict=verdict, computed=(times,))


def average(desk: Desk) -> Draft:
    """A figure for each day, edition, or unit of another figure."""
    question, entry = desk.question, desk.metrics[0]
    if question.per == "edition":
        return _average_of_editions(desk)
    if len(question.editions) > 1:
        return _of_each_edition(desk, average)
    whole = desk.figure(entry, desk.edition)
    if whole is None:
        return desk.missing(entry, question.editions)
    if question.per == "day":
        if not entry.metric.daily:
            return declines.not_daily(entry, desk.language, desk.catalogue)
        divisor = _days(desk, question.editions[-1])
        if divisor is None:
            return declines.no_days(entry, question.editions, desk.language, desk.catalogue)
        per = desk.say("하루", "a day")
    else:
        counted = desk.catalogue.metric(question.per or "")
        divisor = desk.figure(counted, desk.edition)
        if divisor is None:
            return desk.missing(counted, question.editions)
        per = desk.say(f"{counted.name.ko} 1{counted.unit.ko}당", f"per {counted.unit.en[0]}")
    if not divisor.number:
        return _as_they_stand(desk, (whole, divisor))
    number = whole.number / divisor.number
    working = f"{desk.plain(whole)} ÷ {desk.plain(divisor)}"
    headline = desk.wording.per(whole, number, per)
    claim = question.claim
    verdict = yes_or_no(holds(claim, number)) if claim and claim.number is not None else None
    if claim and claim.is_of_each and _may_be_so_each_day(claim, number):
        verdict = None
        headline += desk.say(
            " 날짜별 수치는 이 보도자료에 없습니다.", " The press release gives no figures for the single days."
        )
    said = computed(entry, round(number, 2))
    return desk.answer(headline, (whole, divisor), working=working, verdict=verdict, computed=(said,))


def _may_be_so_each_day(claim: Claim, average: float) -> bool:
    """Whether what is claimed of every day fits the average, which does not show that it is so."""
    fits_in = claim.degree is None and claim.number is not None and claim.number <= average
    return fits_in or holds(claim, average)


def _days(desk: Desk, edition: str) -> Operand | None:
    """How many days the event of that edition took, if the release says."""
    days = desk.catalogue.index.days
    return desk.figure(days, edition) if days else None


def _average_of_editions(desk: Desk) -> Draft:
    found = [figure for edition in desk.question.editions if (figure := desk.figure(desk.metrics[0], edition))]
    if len(found) < len(desk.question.editions) or not found:
        return desk.missing(desk.metrics[0], desk.question.editions)
    number = sum(figure.number for figure in found) / len(found)
    working = f"({' + '.join(desk.plain(figure) for figure in found)}) ÷ {len(found)}"
    undated = replace(found[-1], edition=None)
    headline = desk.wording.per(undated, number, desk.say(f"{len(found)}개 회차", "per edition"))
    said = computed(found[0].entry, round(number, 2))
    return desk.answer(headline, found, working=working, computed=(said,))


def total(desk: Desk) -> Draft:
    """The sum of one figure over editions, or of several figures of one edition."""
    question = desk.question
    if len(desk.metrics) > 1:
        pairs = [(metric, desk.edition) for metric in desk.metrics]
    else:
        pairs = [(desk.metrics[0], edition) for edition in question.editions]
    found = [figure for metric, edition in pairs if (figure := desk.figure(metric, edition))]
    if len(found) < len(pairs):
        absent = next((metric, edition) for metric, edition in pairs if desk.figure(metric, edition) is None)
        return desk.missing(absent[0], (absent[1],) if absent[1] else ())
    if len({figure.entry.unit.base for figure in found}) > 1:
        return _as_they_stand(desk, found)
    number = sum(figure.number for figure in found)
    addends = " + ".join(desk.plain(figure) for figure in found)
    working = f"{addends} = {amount(number, found[0].entry.unit, desk.language)}"
    said = computed(found[0].entry, number)
    verdict = yes_or_no(holds(question.claim, number)) if question.claim and question.claim.number is not None else None
    return desk.answer(desk.wording.total(found, number), found, working=working, verdict=verdict, computed=(said,))
