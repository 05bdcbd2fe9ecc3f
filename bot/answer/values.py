"""Replies that give figures as they stand: one, several editions, or the editions in order of size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answer import declines
from bot.answer.compute import Change, holds, is_open, places_of, yes_or_no
from bot.answer.desk import Desk
from bot.answer.draft import Draft
from bot.answer.figures import Operand, amount
from bot.answer.model import Verdict
from bot.understand.question import Claim


def value(desk: Desk) -> Draft:
    """One figure; several when more than one figure or edition is asked for."""
    if len(desk.metrics) > 1 or len(desk.question.editions) > 1:
        return values(desk)
    edition = desk.question.editions[0] if desk.question.editions else None
    entry = desk.metrics[0]
    figure = desk.figure(entry, edition)
    if figure is None:
        return desk.missing(entry, desk.question.editions)
    if desk.question.asks_reason:
        return declines.no_reason(desk.question, desk.language, desk.catalogue)
    claim = desk.question.claim
    verdict = _verdict(claim, figure) if claim and claim.number is not None else None
    headline = _rounded(figure, desk) if desk.question.is_rounded and not verdict else desk.wording.value(figure)
    return desk.answer(headline, (figure,), working=_rest_working(figure, desk), verdict=verdict)


def _verdict(claim: Claim, figure: Operand) -> Verdict | None:
    """Whether the figure is what the claim says; None when it is too roughly given to tell."""
    if figure.qualifier == "about" and claim.number is not None:
        if any(is_open(each, figure.number) for each in (claim, *claim.also)):
            return None
        claim = replace(claim, degree=claim.degree or "approx")
    bounds = [other for other in claim.also if _are_ends(claim, other)]
    return yes_or_no(all(holds(each, figure.number) for each in (claim, *bounds)))


def _are_ends(one: Claim, other: Claim) -> bool:
    """Whether the two bound the figure from both sides: between 5,000 and 6,000."""
    return any(
        first.degree in {"over", "at-least"} and second.degree in {"under", "at-most"}
        for first, second in ((one, other), (other, one))
    )


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
    return f"{desk.plain(whole)} − {desk.plain(part)} = {desk.plain(figure)}"


def values(desk: Desk) -> Draft:
    """Several figures of one edition, or one figure for several editions."""
    if len(desk.metrics) > 1:
        figures = [desk.figure(metric, desk.edition) for metric in desk.metrics]
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
    if claim is not None and claim.number is not None:
        numbers = (claim, *claim.also) if len(claim.also) + 1 == len(found) else (claim,) * len(found)
        verdict = yes_or_no(
            all(holds(*pair) for pair in zip(numbers, [figure.number for figure in found], strict=True))
        )
    return desk.answer(desk.wording.values(found), found, verdict=verdict)


def _rank_verdict(claim: Claim, best: Sequence[Operand], desk: Desk) -> Verdict | None:
    """Whether the edition and the number that are claimed are both those of the best."""
    said: list[bool] = []
    if claim.number is not None:
        said.append(holds(claim, best[0].number))
    if claim.years:
        said.append({desk.catalogue.edition(figure.edition or "").year for figure in best} == set(claim.years))
    return yes_or_no(all(said)) if said else None


def rank(desk: Desk) -> Draft:
    """The edition with the most or the least, or all of them in order."""
    question, entry = desk.question, desk.metrics[0]
    found = [figure for edition in question.editions if (figure := desk.figure(entry, edition))]
    if len(found) < 2 or len(found) < len(question.editions):
        absent = [edition for edition in question.editions if desk.figure(entry, edition) is None]
        return desk.missing(entry, absent)
    falling = sorted(found, key=lambda figure: (-figure.number, figure.edition or ""))
    if question.measure == "amount":
        return desk.answer(desk.wording.ranking(places_of(falling)), falling)
    wanted = falling[0].number if question.extreme != "least" else falling[-1].number
    best = [figure for figure in found if figure.number == wanted]
    others = [figure for figure in found if figure.number != wanted]
    if not others and len(best) == 2:
        return desk.answer(desk.wording.change(Change(best[0], best[1]), None), best)
    verdict = _rank_verdict(question.claim, best, desk) if question.claim else None
    listed = ", ".join(f"{desk.year(figure)} {desk.plain(figure)}" for figure in falling)
    extreme = question.extreme or "most"
    if len(best) == len(others) == 1:
        headline = desk.wording.greater(best[0], others[0], extreme)
    else:
        headline = desk.wording.extreme(best, extreme)
    return desk.answer(
        headline,
        (*best, *others),
        working=listed,
        verdict=verdict,
    )
