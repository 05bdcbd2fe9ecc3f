"""Equal figures of different facts are declared, so that answers hold them apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.knowledge.checks.book import Book, Finding, Stated, number_in
from bot.knowledge.model import LANGUAGES, Figure, Language

_TOKEN = re.compile(r"\d[\d,.]*", re.ASCII)


def are_declared_when_equal(book: Book) -> Iterator[Finding]:
    """Equal figures of different facts share a line of `confusable`."""
    declared = [frozenset(confusable.figures) for confusable in book.knowledge.confusable]
    seen: dict[int | float, dict[str, Stated]] = {}
    for stated in book.figures:
        if stated.number is None or not isinstance(stated.source, Figure):
            continue
        equals = seen.setdefault(stated.number.value, {})
        for fact in equals:
            if fact != stated.fact and not any({fact, stated.fact} <= group for group in declared):
                message = (
                    f"«{stated.figure}» is also the number of «{fact}»; list both under "
                    "«confusable», with a note that tells them apart"
                )
                yield Finding(message, (*stated.at, "figure"))
        equals.setdefault(stated.fact, stated)


def tell_look_alikes_apart(book: Book) -> Iterator[Finding]:
    """A line with one figure is about equal editions, and a note tells only those figures' numbers."""
    values: dict[str, list[int | float]] = {}
    for stated in book.figures:
        if stated.main is None and stated.number is not None and isinstance(stated.source, Figure):
            values.setdefault(stated.fact, []).append(stated.number.value)
    years = {edition.year for edition in book.knowledge.editions.list}
    for index, confusable in enumerate(book.knowledge.confusable):
        figures = [value for fact in confusable.figures for value in values.get(fact, [])]
        only = confusable.figures[0] if len(set(confusable.figures)) == 1 else None
        if only and len(set(figures)) == len(figures):
            yield Finding(
                f"nothing is equal to «{only}» here; name the figure that it is mixed up with",
                ("confusable", index, "figures"),
            )
        for language in LANGUAGES:
            yield from _note_numbers(index, language, confusable.note.in_language(language), {*figures, *years})


def _note_numbers(index: int, language: Language, note: str, known: set[int | float]) -> Iterator[Finding]:
    for token in _TOKEN.findall(note):
        number = number_in(token.rstrip(".,"))
        if number is None or number.value not in known:
            yield Finding(
                f"«{token}» is none of these figures' numbers; correct the note",
                ("confusable", index, "note", language),
            )
