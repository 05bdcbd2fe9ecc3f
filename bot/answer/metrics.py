"""Replies about figures: one function for each operation, each with its working and the sources of its operands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.answer import declines, sources
from bot.answer.compute import Change, holds
from bot.answer.draft import Draft
from bot.answer.figures import Operand, amount, edition_name, operand
from bot.answer.suggest import related, suggestions
from bot.answer.wording import Wording, korean_or_english
from bot.knowledge.model import Language
from bot.language.numbers import grouped
from bot.understand.catalogue import Catalogue, MetricEntry
from bot.understand.question import Claim, Question

_YES = {"ko": "네, 맞습니다. ", "en": "Yes. "}
_NO = {"ko": "아니요, ", "en": "No. "}


@dataclass(frozen=True, slots=True)
class Desk:
    """What every reply about figures is written with."""

    question: Question
    metrics: tuple[MetricEntry, ...]
    language: Language
    catalogue: Catalogue
    wording: Wording

    def figure(self, entry: MetricEntry, edition: str | None) -> Operand | None:
        """The entry's figure for the edition."""
        return operand(entry, edition, self.catalogue)

    def say(self, korean: str, english: str) -> str:
        """The text of the reply's language."""
        return korean if self.language == "ko" else english

    def answer(
        self,
        headline: str,
        operands: Sequence[Operand],
        *,
        working: str = "",
        verdict: Literal["yes", "no"] | None = None,
    ) -> Draft:
        """The reply with its sources, notes and suggestions."""
        if verdict:
            headline = (_YES if verdict == "yes" else _NO)[self.language] + headline
        details = ((working,) if working else ()) + _notes(operands, self)
        return Draft(
            "answer", headline, verdict=verdict, details=details, operands=tuple(operands),
            sources=sources.of_figures(operands, self.language, self.catalogue.knowledge),
            suggestions=suggestions(related(self.question, self.catalogue), self.language, self.catalogue),
        )  # fmt: skip

    def missing(self, entry: MetricEntry, editions: Sequence[str]) -> Draft:
        """The decline for an edition that the entry has no figure for."""
        return declines.no_figure(entry, editions, self.language, self.catalogue)


def reply(question: Question, language: Language, catalogue: Catalogue) -> Draft:
    """The reply to a question about figures; a decline when one of them does not exist."""
    metrics = tuple(catalogue.metric(entry_id) for entry_id in question.entries)
    desk = Desk(question, metrics, language, catalogue, korean_or_english(language, catalogue.knowledge))
    return _REPLIES[question.operation](desk)


def _notes(operands: Sequence[Operand], desk: Desk) -> tuple[str, ...]:
    """Notes of the figures, and what they must not be confused with."""
    notes: dict[str, None] = {}
    for found in operands:
        for figure in found.printed:
            if figure.note:
                notes[
                    f"{edition_name(found.edition, desk.language, desk.catalogue.knowledge)}: {figure.note.in_language(desk.language)}"
                ] = None
    shown = {found.entry.id for found in operands}
    for confusable in desk.catalogue.knowledge.confusable:
        if shown & set(confusable.figures) and len(shown) == 1:
            notes[confusable.note.in_language(desk.language)] = None
    return tuple(notes)


def _value(desk: Desk) -> Draft:
    if len(desk.metrics) > 1 or len(desk.question.editions) > 1:
        return _values(desk)
    edition = desk.question.editions[0] if desk.question.editions else None
    entry = desk.metrics[0]
    figure = desk.figure(entry, edition)
    if figure is None:
        return desk.missing(entry, desk.question.editions)
    if desk.question.asks_reason:
        return declines.no_reason(desk.question, desk.language, desk.catalogue)
    claim = desk.question.claim
    verdict = _verdict(claim, figure) if claim and claim.number is not None else None
    headline = (
        _rounded(figure, desk) if desk.question.is_rounded and not verdict else desk.wording.value(figure)
    )
    return desk.answer(headline, (figure,), working=_rest_working(figure, desk), verdict=verdict)


def _verdict(claim: Claim, figure: Operand) -> Literal["yes", "no"]:
    if figure.qualifier == "about" and claim.number is not None:
        claim = replace(claim, degree=claim.degree or "approx")
    return "yes" if holds(claim, figure.number) else "no"


def _rounded(figure: Operand, desk: Desk) -> str:
    digits = len(str(int(abs(figure.number))))
    near = round(figure.number, -(digits - 1)) if digits > 1 else figure.number
    exact = amount(figure.number, figure.entry.unit, desk.language)
    about = amount(near, figure.entry.unit, desk.language)
    return desk.say(f"약 {about}입니다(정확히는 {exact}).", f"About {about} ({exact} to be exact).")


def _rest_working(figure: Operand, desk: Desk) -> str:
    if figure.entry.rest is None:
        return ""
    entry = figure.entry
    assert entry.part is not None
    whole = desk.figure(desk.catalogue.metric(entry.metric.id), figure.edition)
    part = desk.figure(desk.catalogue.metric(f"{entry.metric.id}.{entry.part.id}"), figure.edition)
    assert whole is not None
    assert part is not None
    return f"{_plain(whole, desk)} − {_plain(part, desk)} = {_plain(figure, desk)}"


def _plain(figure: Operand, desk: Desk) -> str:
    return amount(figure.number, figure.entry.unit, desk.language, qualifier=figure.qualifier)


def _values(desk: Desk) -> Draft:
    if len(desk.metrics) > 1:
        figures = [desk.figure(metric, _edition_of(desk)) for metric in desk.metrics]
        for metric, figure in zip(desk.metrics, figures, strict=True):
            if figure is None:
                return desk.missing(metric, desk.question.editions)
        known = [figure for figure in figures if figure is not None]
        return desk.answer(" ".join(desk.wording.value(figure) for figure in known), known)
    entry = desk.metrics[0]
    pairs = [(edition, desk.figure(entry, edition)) for edition in desk.question.editions]
    missing = [edition for edition, figure in pairs if figure is None]
    if missing or not pairs:
        return desk.missing(entry, missing)
    found = [figure for _, figure in pairs if figure is not None]
    verdict = None
    claim = desk.question.claim
    if claim is not None and claim.direction == "same":
        verdict = _yes_no(len({figure.number for figure in found}) == 1)
    return desk.answer(desk.wording.values(found), found, verdict=verdict)


def _edition_of(desk: Desk) -> str | None:
    return desk.question.editions[-1] if desk.question.editions else desk.catalogue.knowledge.editions.default


def _yes_no(is_so: bool) -> Literal["yes", "no"]:
    return "yes" if is_so else "no"


def _change(desk: Desk) -> Draft:
    question, entry = desk.question, desk.metrics[0]
    before, after = desk.figure(entry, question.base), desk.figure(entry, question.editions[-1])
    if before is None or after is None or before.edition == after.edition:
        absent = [
            edition
            for edition, figure in ((question.base, before), (question.editions[-1], after))
            if figure is None and edition
        ]
        return desk.missing(entry, absent or question.editions)
    change = Change(before, after)
    claim = question.claim
    headline = desk.wording.change(change, question.measure)
    if question.asks_reason:
        if claim is None or claim.direction in (None, change.direction):
            return declines.no_reason(question, desk.language, desk.catalogue)
        opposite = desk.say("실제와 다릅니다. ", "That is not the case. ")
        return desk.answer(opposite + headline, (after, before), working=_change_working(change, desk))
    verdict = _change_verdict(claim, change) if claim else None
    return desk.answer(headline, (after, before), working=_change_working(change, desk), verdict=verdict)


def _change_verdict(claim: Claim, change: Change) -> Literal["yes", "no"] | None:
    if claim.direction and claim.direction != change.direction:
        return "no"
    if claim.number is None:
        return "yes" if claim.direction else None
    if claim.unit == "op:multiple":
        actual = change.multiple
    elif claim.unit == "unit:percent":
        actual = abs(change.percent) if change.percent is not None else None
    else:
        actual = abs(change.difference)
    if actual is None:
        return "no"
    if claim.degree is None and claim.unit in {"unit:percent", "op:multiple"}:
        return _yes_no(abs(actual - claim.number) <= claim.step / 2 + 1e-9)
    return _yes_no(holds(claim, actual))


def _change_working(change: Change, desk: Desk) -> str:
    if change.direction == "same" or change.percent is None:
        return ""
    before, after = change.before, change.after
    difference = f"{_plain(after, desk)} − {_plain(before, desk)} = {amount(change.difference, after.entry.unit, desk.language)}"
    return f"{difference}; ÷ {_plain(before, desk)} = {grouped(change.percent, 2)}%"


def _compare(desk: Desk) -> Draft:
    first, second = (desk.figure(metric, _edition_of(desk)) for metric in desk.metrics)
    if first is None or second is None:
        return desk.missing(desk.metrics[0] if first is None else desk.metrics[1], desk.question.editions)
    if first.entry.unit.base != second.entry.unit.base:
        return desk.answer(
            " ".join(desk.wording.value(figure) for figure in (first, second)), (first, second)
        )
    larger, smaller = (first, second) if first.number >= second.number else (second, first)
    verdict = None
    claim = desk.question.claim
    if claim is not None and claim.direction:
        verdict = _yes_no(
            (first.number > second.number) == (claim.direction == "up") and first.number != second.number
        )
    return desk.answer(desk.wording.more(larger, smaller), (larger, smaller), verdict=verdict)


def _rank(desk: Desk) -> Draft:
    question, entry = desk.question, desk.metrics[0]
    found = [figure for edition in question.editions if (figure := desk.figure(entry, edition))]
    if len(found) < 2 or len(found) < len(question.editions):
        return desk.missing(
            entry, [edition for edition in question.editions if desk.figure(entry, edition) is None]
        )
    falling = sorted(found, key=lambda figure: (-figure.number, figure.edition or ""))
    if question.measure == "amount":
        return desk.answer(desk.wording.ranking(falling), falling)
    wanted = falling[0].number if question.extreme != "least" else falling[-1].number
    best = [figure for figure in found if figure.number == wanted]
    others = [figure for figure in found if figure.number != wanted]
    verdict = None
    if question.claim is not None and question.claim.years:
        verdict = _yes_no(
            {desk.catalogue.edition(figure.edition or "").year for figure in best}
            == set(question.claim.years)
        )
    listed = ", ".join(
        f"{edition_name(figure.edition, desk.language, desk.catalogue.knowledge)} {_plain(figure, desk)}"
        for figure in falling
    )
    return desk.answer(
        desk.wording.extreme(best, others, question.extreme or "most"),
        (*best, *others),
        working=listed,
        verdict=verdict,
    )


def _rank_changes(desk: Desk) -> Draft:
    question = desk.question
    changes: list[tuple[Change, float]] = []
    for metric in desk.metrics:
        before, after = desk.figure(metric, question.base), desk.figure(metric, question.editions[-1])
        if before is None or after is None:
            if len(desk.metrics) == 2:
                return desk.missing(metric, question.editions)
            continue
        change = Change(before, after)
        if change.percent is not None:
            changes.append((change, change.percent))
    if not changes:
        return desk.missing(desk.metrics[0], question.editions)
    changes.sort(key=lambda pair: -pair[1] if question.extreme != "least" else pair[1])
    listed = ", ".join(
        f"{change.after.entry.name.in_language(desk.language)} {grouped(percent, 2)}%"
        for change, percent in changes
    )
    shown = changes if len(changes) == 2 else changes[:1]
    operands = tuple(figure for change, _ in shown for figure in (change.after, change.before))
    return desk.answer(desk.wording.faster(changes, question.extreme or "most"), operands, working=listed)


def _two(desk: Desk) -> tuple[Operand, Operand] | Draft:
    first, second = (desk.figure(metric, _edition_of(desk)) for metric in desk.metrics)
    if first is None:
        return desk.missing(desk.metrics[0], desk.question.editions)
    if second is None:
        return desk.missing(desk.metrics[1], desk.question.editions)
    return first, second


def _share(desk: Desk) -> Draft:
    if len(desk.question.editions) > 1:
        return _shares(desk)
    pair = _two(desk)
    if isinstance(pair, Draft):
        return pair
    part, whole = pair
    percent = 100 * part.number / whole.number
    working = f"{_plain(part, desk)} ÷ {_plain(whole, desk)} = {grouped(percent, 2)}%"
    claim = desk.question.claim
    verdict = None
    if claim is not None and claim.number is not None and claim.unit == "unit:percent":
        verdict = _yes_no(
            holds(claim, percent) if claim.degree else abs(percent - claim.number) <= claim.step / 2
        )
    return desk.answer(
        desk.wording.share(part, whole, percent), (part, whole), working=working, verdict=verdict
    )


def _shares(desk: Desk) -> Draft:
    drafts = [
        _share(replace(desk, question=replace(desk.question, editions=(edition,))))
        for edition in desk.question.editions
    ]
    refused = next((draft for draft in drafts if draft.outcome != "answer"), None)
    if refused:
        return refused
    return replace(
        drafts[0],
        headline=" ".join(draft.headline for draft in drafts),
        details=tuple(dict.fromkeys(detail for draft in drafts for detail in draft.details)),
        operands=tuple(figure for draft in drafts for figure in draft.operands),
        sources=tuple(dict.fromkeys(source for draft in drafts for source in draft.sources)),
    )


def _ratio(desk: Desk) -> Draft:
    pair = _two(desk)
    if isinstance(pair, Draft):
        return pair
    first, second = pair
    if desk.question.measure == "amount":
        if first.entry.unit.base != second.entry.unit.base:
            return desk.answer(" ".join(desk.wording.value(figure) for figure in pair), pair)
        working = f"{_plain(first, desk)} − {_plain(second, desk)}"
        return desk.answer(desk.wording.gap(first, second), pair, working=working)
    larger, smaller = (first, second) if first.number >= second.number else (second, first)
    multiple = larger.number / smaller.number
    working = f"{_plain(larger, desk)} ÷ {_plain(smaller, desk)} = {grouped(multiple, 2)}"
    return desk.answer(desk.wording.ratio(larger, smaller, multiple), pair, working=working)


def _average(desk: Desk) -> Draft:
    question, entry = desk.question, desk.metrics[0]
    if question.per == "edition":
        return _average_of_editions(desk)
    total = desk.figure(entry, question.editions[-1])
    if total is None:
        return desk.missing(entry, question.editions)
    if question.per == "day":
        divisor = _days(desk, question.editions[-1])
        per = desk.say("하루", "a day")
    else:
        divisor = desk.figure(desk.catalogue.metric(question.per or ""), question.editions[-1])
        if divisor is None:
            return desk.missing(desk.catalogue.metric(question.per or ""), question.editions)
        per = desk.say(
            f"{divisor.entry.unit.ko if divisor.entry.unit.ko != '개' else divisor.entry.name.ko} 하나당",
            f"per {divisor.entry.unit.en[0]}",
        )
        if divisor.entry.unit.id == "person":
            per = desk.say("한 명당", "per person")
        elif divisor.entry.unit.ko in {"건", "차례", "회"}:
            per = desk.say(
                f"한 {divisor.entry.unit.ko}당" if divisor.entry.unit.ko != "차례" else "한 차례당",
                f"per {divisor.entry.unit.en[0]}",
            )
    if divisor is None:
        return declines.no_figure(entry, question.editions, desk.language, desk.catalogue, "not-in-release")
    number = total.number / divisor.number
    working = f"{_plain(total, desk)} ÷ {_plain(divisor, desk)}"
    return desk.answer(desk.wording.per(total, number, per), (total, divisor), working=working)


def _days(desk: Desk, edition: str) -> Operand | None:
    """How many days the event of that edition took, if the release says."""
    days = next((metric for metric in desk.catalogue.metrics() if metric.unit.id == "days"), None)
    return desk.figure(days, edition) if days else None


def _average_of_editions(desk: Desk) -> Draft:
    found = [
        figure for edition in desk.question.editions if (figure := desk.figure(desk.metrics[0], edition))
    ]
    if len(found) < len(desk.question.editions) or not found:
        return desk.missing(desk.metrics[0], desk.question.editions)
    number = sum(figure.number for figure in found) / len(found)
    working = f"({' + '.join(_plain(figure, desk) for figure in found)}) ÷ {len(found)}"
    total = replace(found[-1], edition=None)
    return desk.answer(
        desk.wording.per(total, number, desk.say(f"{len(found)}개 회차", "per edition")),
        found,
        working=working,
    )


def _sum(desk: Desk) -> Draft:
    question = desk.question
    if len(desk.metrics) > 1:
        pairs = [(metric, _edition_of(desk)) for metric in desk.metrics]
    else:
        pairs = [(desk.metrics[0], edition) for edition in question.editions]
    found = [figure for metric, edition in pairs if (figure := desk.figure(metric, edition))]
    if len(found) < len(pairs):
        absent = next((metric, edition) for metric, edition in pairs if desk.figure(metric, edition) is None)
        return desk.missing(absent[0], (absent[1],) if absent[1] else ())
    if len({figure.entry.unit.base for figure in found}) > 1:
        return desk.answer(" ".join(desk.wording.value(figure) for figure in found), found)
    number = sum(figure.number for figure in found)
    working = (
        " + ".join(_plain(figure, desk) for figure in found)
        + f" = {amount(number, found[0].entry.unit, desk.language)}"
    )
    return desk.answer(desk.wording.total(found, number), found, working=working)


_REPLIES: dict[str, Callable[[Desk], Draft]] = {
    "value": _value,
    "editions": _values,
    "change": _change,
    "compare": _compare,
    "rank": _rank,
    "rank-changes": _rank_changes,
    "share": _share,
    "ratio": _ratio,
    "average": _average,
    "sum": _sum,
}
