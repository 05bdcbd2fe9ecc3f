"""One part of a reply while it is being composed; `compose` joins the parts into the Answer."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answer.figures import Operand
from bot.answer.model import Choice, FigureSaid, Outcome, Reason, Source, Verdict


@dataclass(frozen=True, slots=True)
class Draft:
    """What one part says, with the figures it stands on and the places they stand in."""

    outcome: Outcome
    headline: str
    reason: Reason | None = None
    verdict: Verdict | None = None
    details: tuple[str, ...] = ()
    operands: tuple[Operand, ...] = ()
    computed: tuple[FigureSaid, ...] = ()
    sources: tuple[Source, ...] = ()
    choices: tuple[Choice, ...] = ()
    suggestions: tuple[Choice, ...] = ()
