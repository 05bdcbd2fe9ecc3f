"""Misprints are recorded and corrected in the release's text; the heading is the release's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.knowledge.checks import dates
from bot.knowledge.checks.book import Book, Finding
from bot.knowledge.checks.release_text import number_spans_of, spaced, spans_of
from bot.knowledge.model import LANGUAGES, Correction
from bot.knowledge.source import Address


def are_made(book: Book) -> Iterator[Finding]:
    """The misprint is gone from the text, what is read stands in its passage, a note tells both figures."""
    for index, correction in enumerate(book.knowledge.corrections):
        at: Address = ("corrections", index)
        if spaced(correction.printed) in book.release.text:
            name = book.release.path.name
            message = f"the misprint «{correction.printed}» still stands in {name}; put «{correction.read}» there"
            yield Finding(message, (*at, "printed"))
        quote = book.quotes.get(correction.passage)
        if quote and not spans_of(correction.read, quote.text):
            message = (
                f"«{correction.read}» does not stand in the passage «{correction.passage}»; write it as it stands there"
            )
            yield Finding(message, (*at, "read"))
        if correction.printed == correction.read:
            yield Finding("nothing is corrected here; «printed» and «read» are the same", (*at, "read"))
        if any(char.isdigit() for char in correction.printed):
            yield from _note_tells_both(correction, at)


def _note_tells_both(correction: Correction, at: Address) -> Iterator[Finding]:
    for key, figure in (("printed", correction.printed), ("read", correction.read)):
        silent = [
            language
            for language in LANGUAGES
            if not number_spans_of(figure, spaced(correction.note.in_language(language)))
        ]
        if len(silent) == len(LANGUAGES):
            yield Finding(f"the note does not tell «{figure}»; make the two say the same", (*at, key))
        else:
            for language in silent:
                yield Finding(f"the note does not tell «{figure}», which is {key}; add it", (*at, "note", language))


def heading_is_the_release_s(book: Book) -> Iterator[Finding]:
    """The title, the publisher, the subject and the date of the heading are printed in the release."""
    header = book.knowledge.release
    name = book.release.path.name
    for key in ("title", "publisher", "subject"):
        text = getattr(header, key).ko
        if spaced(text) not in book.release.text:
            yield Finding(f"«{text}» does not stand in {name}; write it as it is printed", ("release", key, "ko"))
    printed = [found for found in dates.korean_dates(book.release.text) if found.year and found.fits(header.published)]
    if not printed:
        yield Finding(
            f"{header.published} is not printed in {name}; write the date of the release",
            ("release", "published"),
        )
    elif all(found.weekday not in (None, header.published.weekday()) for found in printed):
        message = f"{header.published} is a {dates.weekday_name(header.published)}요일, which is not what {name} prints"
        yield Finding(message, ("release", "published"))
    if header.url is not None and not re.match(r"https?://\S+$", header.url):
        yield Finding("an address must begin with https://; or write null", ("release", "url"))
