"""Replies about what became of a figure between two editions."""

from __future__ import annotations

from dataclasses import replace

from bot.answer import declines
from bot.answer.compute import Change, holds, holds_as_rate, yes_or_no
from bot.answer.desk import Desk, computed
from bot.answer.draft import Draft
from bot.answer.figures import Operand, amount
from bot.answer.model import FigureSaid, Verdict
from bot.language.numbers import grouped, number_of
from bot.understand.catalogue.entries import MetricEntry
from bot.understand.question import Claim, Question


def change(desk: Desk) -> Draft:
    """The change of one figure; a decline when its reason is asked and the change is as assumed."""
    question, entry = desk.question, desk.metrics[0]
    before, after = desk.figure(entry, question.base), desk.figure(entry, question.editions[-1])
    if before is None or after is None or before.edition == after.edition:
        absent = [
            edition
            for edition, figure in ((question.base, before), (question.editions[-1], after))
            if figure is None and edition
        ]
        return desk.missing(entry, absent or question.editions)
    found = Change(before, after, _stated(entry, before, after))
    claim = question.claim
    headline = desk.wording.change(found, question.measure)
    verdict = _verdict(claim, found) if claim and not question.asks_reason else None
    if question.asks_reason:
        if claim is None or claim.direction in (None, found.direction):
            return declines.no_reason(question, desk.language, desk.catalogue)
        return _contradicted(found, headline, desk)
    if question.presumed not in (None, found.direction) and not question.carried:
        return replace(_contradicted(found, headline, desk), verdict="no")
    if verdict == "no":
        headline += _elsewhere(found, desk)
    working = _working(found, desk)
    return desk.answer(headline, (after, before), working=working, verdict=verdict, computed=_computed(found))


def _contradicted(found: Change, told: str, desk: Desk) -> Draft:
    """What became of the figure, told to who takes it for granted that it was otherwise."""
    headline = desk.say(f"실제와 다릅니다. {told}", f"That is not the case. {told}")
    return desk.answer(headline, (found.after, found.before), working=_working(found, desk), computed=_computed(found))


def _stated(entry: MetricEntry, before: Operand, after: Operand) -> float | None:
    """The percentage that the release itself gives for the change, with its sign."""
    owner = entry.part or entry.metric
    for change in owner.changes if entry.rest is None else ():
        if (change.from_, change.to) == (before.edition, after.edition):
            stated = float(number_of(change.figure))
            return stated if after.number >= before.number else -stated
    return None


def _computed(found: Change) -> tuple[FigureSaid, ...]:
    entry = found.after.entry
    figures = [computed(entry, abs(found.difference))]
    if found.percent is not None:
        figures.append(computed(entry, round(abs(found.percent), 2), "percent"))
    if found.multiple is not None:
        figures.append(computed(entry, round(found.multiple, 2), "times"))
    return tuple(figures)


def _verdict(claim: Claim, change: Change) -> Verdict | None:
    if claim.direction and claim.direction != change.direction:
        return "no"
    for end, figure in ((claim.before, change.before), (claim.after, change.after)):
        if end is not None and not holds(end, figure.number):
            return "no"
    figures = (change.before.number, change.after.number, abs(change.difference))
    if not all(any(holds(other, figure) for figure in figures) for other in claim.also):
        return "no"
    if claim.number is None:
        return "yes" if claim.direction or claim.before or claim.after or claim.also else None
    if claim.unit == "op:multiple":
        actual = change.multiple
    elif claim.unit == "unit:percent":
        actual = abs(change.percent) if change.percent is not None else None
    else:
        actual = abs(change.difference)
    if actual is None:
        return "no"
    return yes_or_no(holds_as_rate(claim, actual))


def _elsewhere(refuted: Change, desk: Desk) -> str:
    """Which other edition the claimed percentage counts from, as a sentence; nothing when it is no such figure."""
    claim, entry, after = desk.question.claim, desk.metrics[0], refuted.after
    if claim is None or claim.number is None or claim.unit != "unit:percent" or claim.degree:
        return ""
    for edition in desk.catalogue.knowledge.editions.list:
        before = desk.figure(entry, edition.id)
        if before is None or before.edition in {after.edition, refuted.before.edition}:
            continue
        found = Change(before, after, _stated(entry, before, after))
        if found.percent is not None and _verdict(claim, found) == "yes":
            percent = f"{grouped(abs(found.percent), 2)}%"
            year, until = desk.year(before), desk.year(after)
            return desk.say(
                f" {percent}는 {year} 대비 {until}의 증감률입니다.", f" {percent} is the change from {year} to {until}."
            )
    return ""


def _working(change: Change, desk: Desk) -> str:
    if change.direction == "same" or change.percent is None:
        return ""
    before, after = change.before, change.after
    difference = amount(change.difference, after.entry.unit, desk.language)
    subtraction = f"{desk.plain(after)} − {desk.plain(before)} = {difference}"
    return f"{subtraction}; ÷ {desk.plain(before)} = {grouped(change.percent, 2)}%"


def rank_changes(desk: Desk) -> Draft:
    """Which of several figures changed the most or the least."""
    question = desk.question
    changes: list[tuple[Change, float]] = []
    for metric in desk.metrics:
        before, after = desk.figure(metric, question.base), desk.figure(metric, question.editions[-1])
        if before is None or after is None:
            if len(desk.metrics) == 2:
                return desk.missing(metric, question.editions)
            continue
        change = Change(before, after, _stated(metric, before, after))
        if change.percent is not None:
            changes.append((change, change.percent))
    if not changes:
        return desk.missing(desk.metrics[0], question.editions)
    if question.measure == "percent" and len(changes) == 2:
        return _rates_apart(changes, desk)
    if question.measure == "amount":
        changes.sort(key=lambda pair: pair[0].difference, reverse=question.extreme != "least")
    else:
        changes.sort(key=lambda pair: pair[1], reverse=question.extreme != "least")
    listed = ", ".join(
        f"{change.after.entry.name.in_language(desk.language)} {grouped(percent, 2)}%" for change, percent in changes
    )
    shown = changes if len(changes) == 2 else changes[:1]
    if question.extreme == "both":
        shown = [changes[0], changes[-1]]
    operands = tuple(figure for change, _ in shown for figure in (change.after, change.before))
    headline = desk.wording.faster(changes, "least" if question.extreme == "least" else "most", question.measure)
    if question.extreme == "both" and len(changes) > 2:
        headline += f" {desk.wording.faster(changes[::-1], 'least', question.measure)}"
    verdict = _faster_verdict(question, changes) if question.claim and len(changes) == 2 else None
    rates = tuple(computed(change.after.entry, round(percent, 2), "percent") for change, percent in shown)
    return desk.answer(headline, operands, working=listed, verdict=verdict, computed=rates)


def _rates_apart(changes: list[tuple[Change, float]], desk: Desk) -> Draft:
    """By how many percentage points the growth of two figures differs."""
    (first, rate), (second, other) = sorted(changes, key=lambda pair: -pair[1])
    points = round(rate - other, 2)
    working = f"{grouped(rate, 2)}% − {grouped(other, 2)}% = {grouped(points, 2)}%p"
    operands = (first.after, first.before, second.after, second.before)
    said = computed(first.after.entry, points, "percent")
    headline = desk.wording.rates_apart((first, rate), (second, other))
    return desk.answer(headline, operands, working=working, computed=(said,))


def _faster_verdict(question: Question, changes: list[tuple[Change, float]]) -> Verdict:
    """Whether the first figure of the question grew by the larger percentage or amount, or by the smaller, as it is
    claimed."""
    assert question.claim is not None
    first, second = (
        next(
            change.difference if question.measure == "amount" else percent
            for change, percent in changes
            if change.after.entry.id == each
        )
        for each in question.entries
    )
    return yes_or_no(first > second if question.claim.direction == "up" else first < second)
