"""Replies about what is not a number: who, when, where, what, lists, and whether it is so."""

from __future__ import annotations

from bot.answer import sources
from bot.answer.desk import not_said
from bot.answer.draft import Draft
from bot.answer.model import Verdict
from bot.answer.suggest import related, suggestions
from bot.knowledge.model import Language
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry
from bot.understand.question import Claim, Question

_SAID = {("yes", "ko"): "네, ", ("yes", "en"): "Yes. ", ("no", "ko"): "아니요, ", ("no", "en"): "No. "}


def reply(question: Question, language: Language, catalogue: Catalogue) -> Draft:
    """The curated answer, with a verdict in front when something was claimed."""
    entry = catalogue.entries[question.entries[0]]
    assert isinstance(entry, AspectEntry)
    verdict = _verdict(question.claim, entry) if question.claim else None
    details: tuple[str, ...] = ()
    if verdict != "no" and question.claim and question.claim.says_more:
        verdict, details = None, not_said(question.claim, language)
    headline = (_SAID[verdict, language] if verdict else "") + entry.aspect.answer.in_language(language)
    return Draft(
        "answer",
        headline,
        verdict=verdict,
        details=details,
        sources=sources.of_passages(entry.aspect.passages, language, catalogue.knowledge),
        suggestions=suggestions(related(question, catalogue), language, catalogue),
    )


def _verdict(claim: Claim, entry: AspectEntry) -> Verdict | None:
    """Whether all that is claimed is so; None when the message leaves the choice open or claims nothing."""
    aspect = entry.aspect
    if claim.is_choice:
        return None
    if claim.is_denied:
        return "no"
    if claim.is_plain:
        return "yes" if aspect.affirms else None
    if claim.is_negated:
        return "yes" if claim.others else "no"
    if claim.others:
        return "no"
    days = {f"date:{date.month:02}-{date.day:02}" for date in aspect.dates}
    days |= {f"month:{date.month:02}" for date in aspect.dates}
    right = set(claim.dates) <= days and set(claim.years) <= set(aspect.years)
    right = right and (set(claim.numbers) <= entry.numbers or not entry.numbers)
    return "yes" if right else "no"
