"""What a reply is, before any surface has dressed it: plain values that every renderer reads."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Literal

from bot.knowledge.model import Language
from bot.understand.interpreting.trace import Step, written

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
class Bar:
    """One edition: its name, its number in the unit's base, and the number as it is written beside the bar.

    Where the release gives no figure, `value` is None and `text` says so.
    """

    label: str
    value: int | float | None
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart: what is counted in which unit, a bar for each edition in the order of time, and where it stands.

    `notes` are what the release says of single figures and what was computed; `alt` is the whole chart in words.
    """

    title: str
    unit: str
    bars: tuple[Bar, ...]
    source: str
    alt: str
    language: Language
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole reply. `headline` states the answer and nothing else; `trace` tells why, for `--explain`; it is written
    out from the `steps` when it is read.

    `references` are the questions that were answered, as `dialogue.open_reference` opens them.
    `chart` is there when a picture was asked for and the release has the figures for one.
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
    steps: tuple[Step, ...] = field(default=(), compare=False, repr=False)
    chart: Chart | None = None

    @property
    def trace(self) -> tuple[str, ...]:
        """Why the reply is what it is, line by line."""
        return written(self.steps)
