"""Every number printed in the release belongs to a fact, or is listed as deliberately none."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.checks import dates
from bot.knowledge.checks.answers import aspects, said, token_spans
from bot.knowledge.checks.book import Book, Finding
from bot.knowledge.checks.release_text import NUMBER, Quote, Span, spaced, spans_of
from bot.knowledge.model import Aspect
from bot.knowledge.problems import did_you_mean


def numbers_belong_to_facts(book: Book) -> Iterator[Finding]:
    """Reports each number of the release that nothing accounts for, at its place in the release's text.

    Where a passage or a figure is itself wrong, its numbers are not reported a second time.
    """
    covered = [*_facts(book), *_edition_years(book), *_not_facts(book)]
    broken = _broken_spans(book)
    for match in NUMBER.finditer(book.release.text):
        begin, end = match.span()
        if any(a <= begin and end <= b for a, b in (*covered, *broken)):
            continue
        around = book.release.text[max(0, begin - 15) : end + 15]
        message = (
            f"no fact accounts for the number {match.group()} in «…{around}…»; add its fact, or "
            "list it under «not_facts» with the reason"
        )
        yield Finding(message, offset=begin)


def _broken_spans(book: Book) -> Iterator[Span]:
    if any(quote.offset is None for quote in book.quotes.values()):
        located = [
            (quote.offset, quote.offset + len(quote.text)) for quote in book.quotes.values() if quote.offset is not None
        ]
        edge = 0
        for begin, end in sorted(located):
            yield edge, begin
            edge = max(edge, end)
        yield edge, len(book.release.text)
    for stated in book.figures:
        quote = book.quotes.get(stated.passage)
        if quote and quote.offset is not None and not book.spans(stated):
            yield quote.offset, quote.offset + len(quote.text)


def _facts(book: Book) -> Iterator[Span]:
    for stated in book.figures:
        yield from _shifted(book.quotes.get(stated.passage), book.spans(stated))
    for correction in book.knowledge.corrections:
        quote = book.quotes.get(correction.passage)
        yield from _shifted(quote, spans_of(correction.read, quote.text) if quote else [])
    for aspect, _ in aspects(book):
        for passage in aspect.passages:
            quote = book.quotes.get(passage)
            yield from _shifted(quote, list(_told(aspect, quote)) if quote else [])


def _shifted(quote: Quote | None, spans: list[Span]) -> Iterator[Span]:
    if quote and quote.offset is not None:
        yield from ((quote.offset + begin, quote.offset + end) for begin, end in spans)


def _told(aspect: Aspect, quote: Quote) -> Iterator[Span]:
    """The spans of a passage that an answer tells: its dates, years, telephone numbers and numbers."""
    for found in dates.korean_dates(quote.text):
        if any(found.fits(date) for date in aspect.dates):
            yield found.span
    for span, year in dates.years(quote.text):
        if year in aspect.years:
            yield span
    answer = said(aspect.answer.ko, "ko")
    for match in dates.PHONE.finditer(quote.text):
        if match.group() in answer.phones:
            yield match.span()
    for token in answer.tokens:
        yield from token_spans(token, quote.text)


def _edition_years(book: Book) -> Iterator[Span]:
    """The year of an edition names it wherever it stands: WSCE 2019, '19년 대비, 2022 월드 스마트시티."""
    known = {edition.year for edition in book.knowledge.editions.list}
    for span, year in dates.years(book.release.text):
        if year in known:
            yield span


def _not_facts(book: Book) -> Iterator[Span]:
    for not_fact in book.knowledge.not_facts:
        for passage in not_fact.passages:
            quote = book.quotes.get(passage)
            yield from _shifted(quote, _numbers(not_fact.number, quote) if quote else [])


def _numbers(number: str, quote: Quote) -> list[Span]:
    return [match.span() for match in NUMBER.finditer(quote.text) if match.group() == spaced(number)]


def not_facts_match(book: Book) -> Iterator[Finding]:
    """Each entry of `not_facts` is a number of each passage that it names."""
    for index, not_fact in enumerate(book.knowledge.not_facts):
        for number, passage in enumerate(not_fact.passages):
            quote = book.quotes.get(passage)
            if quote and not _numbers(not_fact.number, quote):
                there = did_you_mean(not_fact.number, NUMBER.findall(quote.text))
                message = f"the number «{not_fact.number}» does not stand in the passage «{passage}»{there}"
                yield Finding(message, ("not_facts", index, "passages", number))
