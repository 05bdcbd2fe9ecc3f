"""The items of an answer are named in it and in its passages, and a complete list is the release's list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.knowledge.checks.answers import aspects
from bot.knowledge.checks.book import Book, Finding
from bot.knowledge.checks.release_text import Span, spaced
from bot.knowledge.model import Aspect, Language, Phrases
from bot.knowledge.source import Address
from bot.language.conjugation import english_forms

_SEPARATOR = re.compile(r"\s*(?:,|·|ㆍ|/|\s및\s|\s그리고\s|(?<=[가-힣])[와과]\s)\s*")
_SEPARATOR_BEFORE = re.compile(r"(?:,|·|ㆍ|/|\s및|[와과])\s*$")
_STATED_COUNT = re.compile(r"\s*(?:등\s*)?(?:총\s*)?(\d[\d,]*)(?!월|일\b|년)", re.ASCII)


def items_are_named(book: Book) -> Iterator[Finding]:
    """Each item stands in a passage of its answer, and the answer names it in both languages."""
    for aspect, at in aspects(book):
        if not set(aspect.passages) <= set(book.quotes):
            continue
        passages = " ".join(book.quotes[passage].text for passage in aspect.passages)
        for index, item in enumerate(aspect.items):
            term = _term(book, item)
            if term is None:
                continue
            if not _first_name(term.ko, passages):
                yield Finding(
                    f"no Korean name of «{item}» stands in the passages of this answer", (*at, "items", index)
                )
            languages: tuple[Language, ...] = ("ko", "en")
            for language in languages:
                if not _first_name(_names(term, language), aspect.answer.in_language(language)):
                    yield Finding(
                        f"the answer does not name «{item}»; name it, or delete it from «items»",
                        (*at, "answer", language),
                    )


def _term(book: Book, item: str) -> Phrases | None:
    return next((phrases for meanings, phrases in book.knowledge.terms.items() if item in meanings.split()), None)


def _names(term: Phrases, language: Language) -> tuple[str, ...]:
    """The names of an item with their English plurals."""
    return term.ko if language == "ko" else tuple(form for name in term.en for form in english_forms(name, verb=False))


def _first_name(names: tuple[str, ...], text: str) -> Span | None:
    """Where the longest of the names that stand in a text stands."""
    folded = text.casefold()
    found = [(folded.index(name.casefold()), len(name)) for name in names if name.casefold() in folded]
    at, length = max(found, key=lambda place: place[1], default=(0, 0))
    return (at, at + length) if length else None


def complete_lists_are_whole(book: Book) -> Iterator[Finding]:
    """With `complete: true` the release lists exactly these items, and a count it states is their number."""
    for aspect, at in aspects(book):
        if not aspect.complete:
            continue
        if not aspect.items:
            yield Finding("«complete: true» needs the whole list under «items»", (*at, "complete"))
        elif set(aspect.passages) <= set(book.quotes):
            yield from _is_whole(book, aspect, at)


def _is_whole(book: Book, aspect: Aspect, at: Address) -> Iterator[Finding]:
    place = (*at, "items")
    for passage in aspect.passages:
        text = spaced(book.quotes[passage].text)
        spans = [_first_name(term.ko, text) for term in (_term(book, item) for item in aspect.items) if term]
        places = sorted(span for span in spans if span)
        if len(places) < len(aspect.items):
            continue
        begin, end = places[0][0], places[-1][1]
        after = text[end:]
        length = len(_SEPARATOR.split(text[begin:end]))
        stated = _STATED_COUNT.match(after)
        more = _SEPARATOR.match(after) is not None or _SEPARATOR_BEFORE.search(text[:begin]) is not None
        if stated and int(stated[1].replace(",", "")) != len(aspect.items):
            message = (
                f"{len(aspect.items)} items here, but the release counts {stated[1]}; add the "
                "others or delete «complete»"
            )
            yield Finding(message, place)
        elif more or length != len(aspect.items):
            yield Finding("the list in the release goes on; add the others or delete «complete»", place)
        elif after.lstrip().startswith("등") and not stated:
            yield Finding("the release closes this list with «등» (and others); delete «complete»", place)
        return
    yield Finding("no passage of this answer lists all these items; correct them or delete «complete»", place)
