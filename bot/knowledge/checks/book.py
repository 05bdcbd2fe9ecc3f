"""What the checks look at: the knowledge, its passages found in the release, and its figures one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pydantic import BaseModel

from bot.knowledge.checks.release_text import Quote, ReleaseText, Span, number_spans_of, spaced, spans_of
from bot.knowledge.model import Change, Figure, Knowledge, Metric, Part, Place
from bot.knowledge.problems import did_you_mean
from bot.knowledge.source import Address
from bot.language.normalise import clean
from bot.language.numbers import NumberSpan, find_numbers

#: The column of a table that gives the change between two editions.
CHANGE = "change"


#: A digit that belongs to no unit: m² is cleaned to m2.
_LEFT_DIGIT = re.compile(r"(?<![a-z])\d")


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found wrong, at an entry of the knowledge file or at an offset of the release's text."""

    message: str
    at: Address | None = None
    offset: int = 0
    key: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure at one place of the release; `main` is the figure it repeats, `column` its table column."""

    fact: str
    edition: str | None
    column: str | None
    figure: str
    printed: str
    passage: str
    at: Address
    source: Figure | Change | Place
    main: str | None = None

    @property
    def number(self) -> NumberSpan | None:
        """The one number that the figure holds; None when there is none or more than one."""
        return number_in(self.figure)


@lru_cache(maxsize=4096)
def number_in(figure: str) -> NumberSpan | None:
    """The one number in a printed figure; None when there is none or more than one."""
    text = clean(figure)
    found = find_numbers(text)
    if len(found) != 1 or _LEFT_DIGIT.search(text[: found[0].start] + " " + text[found[0].end :]):
        return None
    return found[0]


@dataclass
class Book:
    """A knowledge file beside its release."""

    knowledge: Knowledge
    release: ReleaseText

    @cached_property
    def quotes(self) -> dict[str, Quote]:
        """The passages by id, with single spaces."""
        return self.release.quotes(self.knowledge.passages)

    @cached_property
    def figures(self) -> tuple[Stated, ...]:
        """Every figure and stated change, and every other place where one stands."""
        return tuple(_stated(self.knowledge))

    @cached_property
    def fact_ids(self) -> tuple[str, ...]:
        """The ids of all figures: metrics and their parts."""
        return tuple(fact for fact, _, _ in owners(self.knowledge))

    @cached_property
    def entries(self) -> tuple[tuple[Address, BaseModel], ...]:
        """Every entry of the file with its place."""
        return tuple(_entries(self.knowledge, ()))

    def spans(self, stated: Stated) -> list[Span]:
        """Where the figure stands in its passage, in the right column; empty when it does not."""
        quote = self.quotes.get(stated.passage)
        if quote is None:
            return []
        spans = spans_of(stated.printed, quote.text)
        if not number_spans_of(stated.figure, spaced(stated.printed)):
            return []
        cells = self.column_cells(stated)
        return [span for span in spans if cells is None or any(a <= span[0] and span[1] <= b for a, b in cells)]

    def column_cells(self, stated: Stated) -> list[Span] | None:
        """The cells of the figure's column; None when its passage is no row under a heading with columns."""
        columns = self.columns(stated.passage)
        if columns is None or stated.column is None:
            return None
        cells = self.quotes[stated.passage].cells
        return [cell for cell, column in zip(cells, columns, strict=False) if column == stated.column]

    def columns(self, passage_id: str) -> tuple[str | None, ...] | None:
        """The columns of the heading that a table row stands under."""
        by_id = {passage.id: passage for passage in self.knowledge.passages}
        passage = by_id.get(passage_id)
        head = by_id.get(passage.under) if passage and passage.under else None
        return head.columns if head and head.columns else None

    def unknown_passage(self, passage_id: str) -> str:
        """The sentence about a passage that does not exist."""
        return f"there is no passage «{passage_id}»{did_you_mean(passage_id, self.quotes)}"


def owners(knowledge: Knowledge) -> Iterator[tuple[str, Metric | Part, Address]]:
    """The metrics and their parts, each with its id as answers use it and its place in the file."""
    for index, metric in enumerate(knowledge.metrics):
        yield metric.id, metric, ("metrics", index)
        for number, part in enumerate(metric.parts):
            yield f"{metric.id}.{part.id}", part, ("metrics", index, "parts", number)


def _stated(knowledge: Knowledge) -> Iterator[Stated]:
    for fact, owner, at in owners(knowledge):
        for edition, figure in owner.values.items():
            yield from _figure(fact, edition, figure, (*at, "values", edition))
        undated = getattr(owner, "undated", None)
        if undated:
            yield from _figure(fact, None, undated, (*at, "undated"))
        for index, change in enumerate(owner.changes):
            place = (*at, "changes", index)
            yield Stated(fact, change.to, CHANGE, change.figure, change.figure, change.passage, place, change)
            yield from _also(fact, change.to, CHANGE, change, place)


def _figure(fact: str, edition: str | None, figure: Figure, at: Address) -> Iterator[Stated]:
    printed = figure.printed or figure.figure
    yield Stated(fact, edition, edition, figure.figure, printed, figure.passage, at, figure)
    yield from _also(fact, edition, edition, figure, at)


def _also(fact: str, edition: str | None, column: str | None, main: Figure | Change, at: Address) -> Iterator[Stated]:
    for index, place in enumerate(main.also):
        where = (*at, "also", index)
        yield Stated(fact, edition, column, place.figure, place.figure, place.passage, where, place, main.figure)


def _entries(value: object, at: Address) -> Iterator[tuple[Address, BaseModel]]:
    if isinstance(value, BaseModel):
        yield at, value
        for name, item in value.__dict__.items():
            if isinstance(item, BaseModel | tuple | dict):
                yield from _entries(item, (*at, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            if isinstance(item, BaseModel):
                yield from _entries(item, (*at, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _entries(item, (*at, key))
