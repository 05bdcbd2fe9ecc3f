"""One part of a reply while it is being composed; `compose` joins the parts into the Answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from bot.answer.figures import Operand
from bot.answer.model import Choice, Outcome, Reason, Source


@dataclass(frozen=True, slots=True)
class Draft:
    """What one part says, with the figures it stands on and the places they stand in."""

    outcome: Outcome
    headline: str
    reason: Reason | None = None
    verdict: Literal["yes", "no"] | None = None
    details: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    operands: tuple[Operand, ...] = ()
    sources: tuple[Source, ...] = ()
    choices: tuple[Choice, ...] = ()
    suggestions: tuple[Choice, ...] = field(default=())
