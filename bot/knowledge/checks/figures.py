"""Every figure stands in its passage, in the right column, with one number; other places agree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.knowledge.checks.book import CHANGE, Book, Finding, Stated, number_in, owners
from bot.knowledge.checks.release_text import number_spans_of, spaced, spans_of
from bot.knowledge.model import BUILT_IN_UNITS, Figure

_ROUNDED = re.compile(r"여|남짓|가량|안팎|이상|넘|약|가까이|육박|정도")
_ABOUT = re.compile(r"\d[만억천백조]*여|남짓|가량|안팎|약\s?\d|정도")


def stand_in_their_passage(book: Book) -> Iterator[Finding]:
    """A figure is printed in its passage as it is written, and under the heading of its edition."""
    for stated in book.figures:
        if stated.passage in book.quotes and not book.spans(stated):
            yield Finding(_absence(book, stated), _figure_key(stated))


def _figure_key(stated: Stated) -> tuple[str | int, ...]:
    wrong_printed = stated.printed != stated.figure and number_spans_of(stated.figure, spaced(stated.printed))
    return (*stated.at, "printed" if wrong_printed else "figure")


def _absence(book: Book, stated: Stated) -> str:
    quote = book.quotes[stated.passage]
    if stated.printed != stated.figure and not number_spans_of(stated.figure, spaced(stated.printed)):
        return f"«{stated.figure}» does not stand in «printed: {stated.printed}»; write it as it is there"
    if not spans_of(stated.printed, quote.text):
        return (
            f"«{stated.printed}» does not stand as a figure of its own in the passage «{stated.passage}»; "
            "write it as the release prints it, or give the words around it as «printed»"
        )
    column = "of the change" if stated.column == CHANGE else f"for {stated.column}"
    wrong = f"«{stated.printed}» does not stand in the column {column} of «{stated.passage}»"
    return f"{wrong}; take the figure from that column"


def hold_one_number(book: Book) -> Iterator[Finding]:
    """The number of a figure can be read, and the figure ends with its unit."""
    units = BUILT_IN_UNITS | {unit.id: unit for unit in book.knowledge.units}
    by_metric = {metric.id: units.get(metric.unit) for metric in book.knowledge.metrics}
    for stated in book.figures:
        unit = by_metric[stated.fact.partition(".")[0]]
        if stated.number is None:
            message = (
                f"no single number can be read in «{stated.figure}»; write one figure such as 1,548개 or 3,188억원"
            )
            yield Finding(message, (*stated.at, "figure"))
        elif isinstance(stated.source, Figure) and unit and not stated.figure.endswith(unit.ko):
            message = (
                f"«{stated.figure}» does not end with «{unit.ko}», the unit «{unit.id}»; write the figure with its unit"
            )
            yield Finding(message, (*stated.at, "figure"))


def repeat_each_other(book: Book) -> Iterator[Finding]:
    """A place under `also` has the same number, or says that it is rounded and rounds to it."""
    for stated in book.figures:
        main = number_in(stated.main) if stated.main else None
        here = stated.number
        if main is None or here is None or here.value == main.value:
            continue
        close = _ROUNDED.search(stated.figure) and abs(here.value - main.value) < here.step
        if not close:
            message = (
                f"«{stated.figure}» is not the same as «{stated.main}», nor that number rounded; "
                "this place tells another figure"
            )
            yield Finding(message, (*stated.at, "figure"))


def say_how_exact_they_are(book: Book) -> Iterator[Finding]:
    """A figure printed as rounded (150여차례) has `qualifier: about`, and no other has."""
    for stated in book.figures:
        if not isinstance(stated.source, Figure):
            continue
        quote = book.quotes.get(stated.passage)
        spans = book.spans(stated)
        before = quote.text[: spans[0][0]].rstrip()[-1:] if quote and spans else ""
        rounded = _ABOUT.search(stated.printed) is not None or before == "약"
        if rounded and stated.source.qualifier is None:
            message = f"«{stated.printed}» is a rounded figure; add «qualifier: about»"
            yield Finding(message, (*stated.at, "figure"))
        elif stated.source.qualifier and not rounded and spans:
            yield Finding(f"«{stated.printed}» is printed as exact; delete «qualifier»", (*stated.at, "qualifier"))


def of_parts_fit_the_whole(book: Book) -> Iterator[Finding]:
    """A part that belongs to the whole is not larger than it."""
    for metric_index, metric in enumerate(book.knowledge.metrics):
        for part_index, part in enumerate(metric.parts):
            for edition, figure in part.values.items():
                whole = metric.values.get(edition)
                large, small = number_in(whole.figure) if whole else None, number_in(figure.figure)
                if large and small and not part.separate and small.value > large.value:
                    message = (
                        f"this part is larger than the whole («{figure.figure}» of "
                        f"«{large.value:,}»); exchange them, or add «separate: true»"
                    )
                    yield Finding(message, ("metrics", metric_index, "parts", part_index, "values", edition, "figure"))


def exist(book: Book) -> Iterator[Finding]:
    """A metric or part has at least one figure."""
    for fact, owner, at in owners(book.knowledge):
        if not owner.values and getattr(owner, "undated", None) is None:
            yield Finding(f"«{fact}» has no figure; add one under «values» or as «undated»", (*at, "id"))
