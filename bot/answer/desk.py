"""What every reply about figures is written with: the question, its language, and how a reply is put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answer import declines, sources
from bot.answer.draft import Draft
from bot.answer.figures import Operand, amount, edition_name, operand
from bot.answer.model import FigureSaid, Verdict
from bot.answer.suggest import related, suggestions
from bot.answer.wording import Wording
from bot.knowledge.model import Language
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import MetricEntry
from bot.understand.question import Claim, Question

YES = {"ko": "네, 맞습니다. ", "en": "Yes. "}
NO = {"ko": "아니요, ", "en": "No. "}


@dataclass(frozen=True, slots=True)
class Desk:
    """The question about figures that is being answered."""

    question: Question
    metrics: tuple[MetricEntry, ...]
    language: Language
    catalogue: Catalogue
    wording: Wording

    @property
    def edition(self) -> str:
        """The last edition asked for, or the default one."""
        editions = self.question.editions
        return editions[-1] if editions else self.catalogue.knowledge.editions.default

    def figure(self, entry: MetricEntry, edition: str | None) -> Operand | None:
        """The entry's figure for the edition."""
        return operand(entry, edition, self.catalogue)

    def say(self, korean: str, english: str) -> str:
        """The text of the reply's language."""
        return korean if self.language == "ko" else english

    def plain(self, figure: Operand) -> str:
        """The figure with its unit."""
        return amount(figure.number, figure.entry.unit, self.language, qualifier=figure.qualifier)

    def year(self, figure: Operand) -> str:
        """What the figure's edition is called."""
        return edition_name(figure.edition, self.language, self.catalogue.knowledge)

    def answer(
        self,
        headline: str,
        operands: Sequence[Operand],
        *,
        working: str = "",
        verdict: Verdict | None = None,
        computed: Sequence[FigureSaid] = (),
    ) -> Draft:
        """The reply with its sources, notes and suggestions; `computed` are the figures that the working gave."""
        headline, verdict, beyond = self.judged(headline, verdict)
        details = beyond + ((working,) if working else ()) + tuple(dict.fromkeys(self._notes(operands)))
        return Draft(
            "answer",
            headline,
            verdict=verdict,
            details=details,
            operands=tuple(operands),
            computed=tuple(computed),
            sources=sources.of_figures(operands, self.language, self.catalogue.knowledge),
            suggestions=suggestions(related(self.question, self.catalogue), self.language, self.catalogue),
        )

    def judged(self, headline: str, verdict: Verdict | None) -> tuple[str, Verdict | None, tuple[str, ...]]:
        """The headline with the verdict before it, the verdict on the claim as it was put, and the line for what of it
        cannot be judged."""
        claim = self.question.claim
        if claim is not None and claim.says_more:
            return headline, None, not_said(claim, self.language)
        if verdict and claim is not None and claim.is_negated:
            verdict = "no" if verdict == "yes" else "yes"
        return (YES if verdict == "yes" else NO)[self.language] + headline if verdict else headline, verdict, ()

    def missing(self, entry: MetricEntry, editions: Sequence[str]) -> Draft:
        """The decline for an edition that the entry has no figure for."""
        return declines.no_figure(entry, editions, self.language, self.catalogue)

    def _notes(self, operands: Sequence[Operand]) -> Iterator[str]:
        """Notes of the figures, misprints in their sources, and what they must not be confused with."""
        knowledge = self.catalogue.knowledge
        for found in operands:
            for figure in found.printed:
                if figure.note:
                    yield f"{self.year(found)}: {figure.note.in_language(self.language)}"
                passages = {figure.passage, *(place.passage for place in figure.also)}
                for correction in knowledge.corrections:
                    if correction.passage in passages and correction.read == figure.figure:
                        yield correction.note.in_language(self.language)
        shown = {found.entry.id for found in operands}
        for confusable in knowledge.confusable:
            if len(shown) == 1 and shown & set(confusable.figures):
                yield confusable.note.in_language(self.language)


def not_said(claim: Claim, language: Language) -> tuple[str, ...]:
    """The line that names the words of a claim which the answer does not bear out; none without any."""
    if not claim.beyond:
        return ()
    if language == "ko":
        words = ", ".join(f"‘{word}’" for word in claim.beyond)
        return (f"이 답이 {words}까지 확인해 주지는 않습니다.",)
    words = ", ".join(f"“{word}”" for word in claim.beyond)
    return (f"This does not confirm {words}.",)


def computed(entry: MetricEntry, value: float, unit: str | None = None) -> FigureSaid:
    """A figure that arithmetic gave: in the entry's unit, or in percent, times or another named unit."""
    return FigureSaid(entry.id, value, unit or entry.unit.id, "computed")
