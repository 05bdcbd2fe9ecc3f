"""Every passage stands in the release, word for word and whole, and table rows fit their heading."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.checks.book import CHANGE, Book, Finding
from bot.knowledge.checks.release_text import NUMBER, Quote
from bot.knowledge.model import Passage
from bot.knowledge.problems import did_you_mean


def stand_in_the_release(book: Book) -> Iterator[Finding]:
    """A passage is a whole line or sentence of the release; a word more or less is a problem."""
    seen: set[str] = set()
    for index, passage in enumerate(book.knowledge.passages):
        quote = book.quotes[passage.id]
        places = book.release.whole(quote.text)
        at = ("passages", index, "text")
        if not places:
            yield Finding(_departure(book, quote), at)
        elif quote.offset is None or (quote.text in seen and len(places) == 1):
            yield Finding("this passage is given twice; keep one and name it in both facts", at)
        seen.add(quote.text)


def _departure(book: Book, quote: Quote) -> str:
    name = book.release.path.name
    known, following = book.release.known_beginning(quote.text)
    if known == quote.text:
        begin, end = book.release.sentence_at(book.release.text.index(known))
        whole = book.release.text[begin : max(end, begin + len(known))]
        return f"only a piece of the sentence in {name}; quote it whole: «{_short(whole)}»"
    if not known:
        return f"no such text stands in {name}; copy the sentence from there"
    wrong = quote.text[len(known) :].split()[0]
    there = f"after «{_tail(known)}» it has «{following}», not «{wrong}»"
    return f"does not stand in {name}: {there}; copy it from there"


def _short(text: str) -> str:
    return text if len(text) <= 70 else f"{text[:40]} … {text[-25:]}"


def _tail(text: str) -> str:
    return text if len(text) <= 30 else "… " + text[-30:].partition(" ")[2]


def rows_fit_their_heading(book: Book) -> Iterator[Finding]:
    """A row has as many cells as its heading has columns; a column's heading prints the edition it is for."""
    editions = {edition.id: edition for edition in book.knowledge.editions.list}
    by_id = {passage.id: passage for passage in book.knowledge.passages}
    for index, passage in enumerate(book.knowledge.passages):
        cells = len(book.quotes[passage.id].cells)
        columns = book.columns(passage.id) if passage.under else passage.columns
        if passage.under and passage.under not in by_id:
            yield Finding(book.unknown_passage(passage.under), ("passages", index, "under"))
        elif passage.under and not columns:
            yield Finding(
                f"the passage «{passage.under}» has no «columns»; add them there",
                ("passages", index, "under"),
            )
        elif columns and cells != len(columns):
            message = (
                f"{cells} cells here, {len(columns)} columns in the heading; separate the cells "
                "with \\t as in the release"
            )
            yield Finding(message, ("passages", index, "text"))
        for number, column in enumerate(passage.columns):
            if column is not None and column != CHANGE and column not in editions:
                message = f"there is no edition «{column}»{did_you_mean(column, [*editions, CHANGE])}"
                yield Finding(message, ("passages", index, "columns", number))
            elif column in editions and number < cells and not _prints(book, passage, number, editions[column].year):
                yield Finding(
                    f"the heading of this column does not print {column}",
                    ("passages", index, "columns", number),
                )


def _prints(book: Book, passage: Passage, number: int, year: int) -> bool:
    quote = book.quotes[passage.id]
    begin, end = quote.cells[number]
    return {str(year), f"{year % 100:02}"} & set(NUMBER.findall(quote.text[begin:end])) != set()


def are_used(book: Book) -> Iterator[Finding]:
    """Each passage stands behind a figure, an answer, a correction or a table row."""
    knowledge = book.knowledge
    used = {stated.passage for stated in book.figures}
    used |= {passage.under for passage in knowledge.passages if passage.under}
    used |= {correction.passage for correction in knowledge.corrections}
    used |= {used_id for topic in knowledge.topics for aspect in topic.aspects for used_id in aspect.passages}
    for index, passage in enumerate(knowledge.passages):
        if passage.id not in used:
            message = f"nothing is told from the passage «{passage.id}»; add a fact or an answer, or delete it"
            yield Finding(message, ("passages", index, "id"))
