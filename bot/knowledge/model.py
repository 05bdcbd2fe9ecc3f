"""The knowledge of one release as frozen values: what the YAML file may say, and nothing that it computes.

The docstrings are also what an editor shows a press officer: they go into `knowledge/schema.json`.
"""

from __future__ import annotations

import datetime
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Language = Literal["ko", "en"]
LANGUAGES: tuple[Language, ...] = ("ko", "en")


class Record(BaseModel):
    """A frozen entry of the file; a field it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Text(Record):
    """A text in every language of the product."""

    ko: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def in_language(self, language: Language) -> str:
        """The text in that language."""
        return self.ko if language == "ko" else self.en


class Phrases(Record):
    """Ways of saying one thing, in each language."""

    ko: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def in_language(self, language: Language) -> tuple[str, ...]:
        """The phrases in that language."""
        return self.ko if language == "ko" else self.en


Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")]
EditionId = Annotated[str, Field(pattern=r"^\d{4}(-(0[1-9]|1[0-2]))?$")]

#: The questions that an aspect may answer; the word files say in which words they are asked.
Ask = Literal[
    "contact", "contents", "day", "definition", "duration",
    "explain", "how", "list", "name", "purpose", "role",
    "statement", "title", "weekday", "what", "when", "where", "which", "who", "why", "year",
]  # fmt: skip
#: What a counting word such as 개 or 곳 may count.
Counter = Literal[
    "booth", "company", "country", "day", "event", "government", "krw", "month", "organisation",
    "percent", "person", "place", "sqm", "thing", "time", "usd", "year",
]  # fmt: skip


class Correction(Record):
    """A misprint of the scanned release and how it is read here."""

    printed: str = Field(min_length=1)
    read: str = Field(min_length=1)
    passage: str
    note: Text


class Passage(Record):
    """A whole sentence, line or table row of the release, quoted word for word, and where it stands."""

    id: Identifier
    place: Text
    text: str = Field(min_length=1)
    columns: tuple[str | None, ...] = ()
    under: str | None = None


class Edition(Record):
    """A time that figures are given for: a year (`"2022"`) or a month (`"2022-09"`)."""

    id: EditionId
    name: Text
    names: Phrases = Phrases()

    @property
    def year(self) -> int:
        """The calendar year that the identifier opens with."""
        return int(self.id[:4])

    @property
    def month(self) -> int | None:
        """The month of an edition such as `2024-03`; None for a whole year."""
        return int(self.id[5:7]) if len(self.id) >= 7 else None


class Editions(Record):
    """The editions in order of time, the one a question means by default and the one it is compared with."""

    default: str
    compared_with: str
    list: tuple[Edition, ...] = Field(min_length=1)


class Unit(Record):
    """What a figure counts: `base` says how it is written, `counters` which counting words fit it."""

    id: Identifier
    base: Literal["count", "money", "area", "percent"]
    ko: str
    en: tuple[str, str]
    counters: tuple[Counter, ...] = ()


_built_in = Unit.model_construct  # unchecked, as making a check takes a while at every start
#: The units that every release may use without listing them.
BUILT_IN_UNITS = {
    unit.id: unit
    for unit in (
        _built_in(id="person", base="count", ko="명", en=("person", "people"), counters=("person",)),
        _built_in(id="krw", base="money", ko="원", en=("won", "won"), counters=("krw",)),
        _built_in(id="usd", base="money", ko="달러", en=("dollar", "dollars"), counters=("usd",)),
        _built_in(id="sqm", base="area", ko="m²", en=("m²", "m²"), counters=("sqm",)),
        _built_in(id="percent", base="percent", ko="%", en=("%", "%"), counters=("percent",)),
    )
}


class Place(Record):
    """Another place in the release where the same figure stands, as printed there."""

    passage: str
    figure: str


class Figure(Record):
    """A figure as the release prints it, and the passage that it stands in."""

    figure: str = Field(min_length=1)
    passage: str
    printed: str | None = None
    qualifier: Literal["about"] | None = None
    note: Text | None = None
    also: tuple[Place, ...] = ()


class Change(Record):
    """A change between two editions that the release itself states."""

    from_: str = Field(alias="from")
    to: str
    figure: str
    passage: str
    also: tuple[Place, ...] = ()


class Rest(Record):
    """What remains of a whole without one of its parts: the domestic companies without the overseas ones."""

    id: Identifier
    name: Text
    names: Phrases


class Part(Record):
    """A part of a metric; `separate` means that it is not contained in the whole."""

    id: Identifier
    name: Text
    names: Phrases
    context: Phrases = Phrases()
    separate: bool = False
    rest: Rest | None = None
    values: dict[str, Figure] = Field(default_factory=dict)
    changes: tuple[Change, ...] = ()


class Metric(Record):
    """Something that the release counts or measures, with a figure for each edition or one without a date; `daily` when
    it adds up day by day, so that an average of a day says something: visitors, but not booths."""

    id: Identifier
    name: Text
    names: Phrases
    context: Phrases = Phrases()
    unit: Identifier
    values: dict[str, Figure] = Field(default_factory=dict)
    undated: Figure | None = None
    changes: tuple[Change, ...] = ()
    parts: tuple[Part, ...] = ()
    daily: bool = False


class Aspect(Record):
    """One answerable side of a topic: who, when, where, what, why, a list, a statement."""

    id: Identifier
    asks: tuple[Ask, ...] = ()
    names: Phrases = Phrases()
    context: Phrases = Phrases()
    implicit: bool = False
    answer: Text
    noun: Text
    items: tuple[str, ...] = ()
    complete: bool = False
    dates: tuple[datetime.date, ...] = ()
    years: tuple[int, ...] = ()
    affirms: bool = False
    denies: Phrases = Phrases()
    passages: tuple[str, ...] = Field(min_length=1)


class Topic(Record):
    """What is not a number; the subject's aspects need no name in the question.

    `apart` is said of what is not the subject: an `event` may have dates, visitors and an organiser of its own, which
    are never the subject's; a `programme` has all of these but visitors, a hall and the like, which only an event has;
    of a `thing` only a question that names nothing else is asked.
    """

    id: Identifier
    subject: bool = False
    apart: Literal["event", "programme", "thing"] | None = None
    name: Text
    names: Phrases
    context: Phrases = Phrases()
    aspects: tuple[Aspect, ...] = Field(min_length=1)


class Confusable(Record):
    """Figures of different facts that are equal or easily mixed up, and the note that tells them apart."""

    figures: tuple[str, ...] = Field(min_length=1)
    note: Text


class Ambiguous(Record):
    """Words that stand in several lines of `terms` on purpose; the rest of the question decides."""

    words: tuple[str, ...] = Field(min_length=1)
    means: tuple[str, ...] = Field(min_length=2)


class NotFact(Record):
    """A number printed in the release that is deliberately no fact."""

    number: str = Field(min_length=1)
    passages: tuple[str, ...] = Field(min_length=1)
    reason: Text


class Successor(Record):
    """The later release that puts this one right or brings its figures up to date."""

    title: Text
    published: datetime.date
    url: str | None = None


class Header(Record):
    """The release itself: who published what and when, and what its figures are about.

    `field_names` are those of the subject's names that also name what it deals with: smart cities of a smart city fair.
    """

    id: Identifier
    title: Text
    publisher: Text
    published: datetime.date
    text: str
    url: str | None = None
    superseded_by: Successor | None = None
    subject: Text
    subject_names: Phrases
    field_names: Phrases = Phrases()


class Contents(Record):
    """What the file of one release says."""

    format: Literal[1]
    release: Header
    corrections: tuple[Correction, ...] = ()
    passages: tuple[Passage, ...]
    editions: Editions
    terms: dict[str, Phrases] = Field(default_factory=dict)
    ambiguous: tuple[Ambiguous, ...] = ()
    units: tuple[Unit, ...] = ()
    metrics: tuple[Metric, ...] = ()
    topics: tuple[Topic, ...] = ()
    confusable: tuple[Confusable, ...] = ()
    not_facts: tuple[NotFact, ...] = ()


class Knowledge(Contents):
    """All that is known about one release: what its file says, the release's text, where the file lies."""

    text: str = ""
    path: Path | None = None

    def passage(self, passage_id: str) -> Passage:
        """The passage with that identifier; KeyError when there is none."""
        return self.passages_by_id[passage_id]

    @cached_property
    def passages_by_id(self) -> dict[str, Passage]:
        """The passages by their identifiers."""
        return {passage.id: passage for passage in reversed(self.passages)}
