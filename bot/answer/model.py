"""What a reply is, before any surface has dressed it: plain values that every renderer reads."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Literal

from bot.knowledge.model import Language

Outcome = Literal["answer", "clarify", "decline"]
Reason = Literal[
    "not-in-release",
    "no-such-edition",
    "no-such-breakdown",
    "off-topic",
    "not-understood",
    "no-such-choice",
    "small-talk",
    "about-bot",
]
Verdict = Literal["yes", "no"]
Stage = Literal["exact", "structure", "fuzzy"]
Processing = Literal["quoted", "computed", "converted"]


@dataclass(frozen=True, slots=True)
class FigureSaid:
    """A figure in the reply: the fact's id, its number in the unit's base, and how it came about."""

    fact: str
    value: int | float
    unit: str
    processing: Processing


@dataclass(frozen=True, slots=True)
class Source:
    """Where the reply's facts stand: `quote` is the whole sentence or row, `marked` the printed figures in it."""

    publisher: str
    title: str
    published: datetime.date
    locator: str
    quote: str
    url: str | None
    marked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to press or to name: what it is called, and the reference that `dialogue.open_reference` answers."""

    label: str
    reference: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole reply. `headline` states the answer and nothing else; `trace` tells why, for `--explain`.

    `references` are the questions that were answered, as `dialogue.open_reference` opens them.
    """

    outcome: Outcome
    language: Language
    headline: str
    reason: Reason | None = None
    verdict: Verdict | None = None
    details: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    figures: tuple[FigureSaid, ...] = ()
    sources: tuple[Source, ...] = ()
    choices: tuple[Choice, ...] = ()
    suggestions: tuple[Choice, ...] = ()
    references: tuple[str, ...] = ()
    stage: Stage = "structure"
    trace: tuple[str, ...] = field(default=(), compare=False)
