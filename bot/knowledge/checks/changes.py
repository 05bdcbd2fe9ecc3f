"""The release's own percentages follow from its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from bot.knowledge.checks.book import Book, Finding, number_in, owners
from bot.knowledge.checks.release_text import spans_of
from bot.knowledge.model import Change
from bot.language.numbers import grouped

_FALLS = re.compile(r"\s*(?:↓|▼|감소|줄|하락)")
_RISES = re.compile(r"\s*(?:↑|증가|늘|상승|성장)")


def follow_from_the_figures(book: Book) -> Iterator[Finding]:
    """The stated change is the computed one, rounded to the printed decimals, and points the same way."""
    for _, owner, at in owners(book.knowledge):
        for index, change in enumerate(owner.changes):
            place = (*at, "changes", index)
            known = {edition: number_in(figure.figure) for edition, figure in owner.values.items()}
            missing = [edition for edition in (change.from_, change.to) if known.get(edition) is None]
            for edition in missing:
                key = "from" if edition == change.from_ else "to"
                yield Finding(
                    f"there is no figure for {edition} that this change could follow from; add it to «values»",
                    (*place, key),
                )
            before, after = known.get(change.from_), known.get(change.to)
            if before and after:
                yield from _follows(book, change, Decimal(str(before.value)), Decimal(str(after.value)), place)


def _follows(
    book: Book, change: Change, before: Decimal, after: Decimal, at: tuple[str | int, ...]
) -> Iterator[Finding]:
    stated = number_in(change.figure)
    if stated is None or not before:
        return
    decimals = len(re.sub(r"[^\d.]", "", change.figure).partition(".")[2])
    computed = _change(change.figure, before, after)
    rounded = computed.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    if abs(rounded) != abs(Decimal(str(stated.value))):
        sign = "%" if "%" in change.figure else ""
        message = (
            f"«{change.figure}» does not follow from {grouped(float(before))} → {grouped(float(after))}: "
            f"that is {rounded}{sign}; correct the figures or the change"
        )
        yield Finding(message, (*at, "figure"))
    text = book.quotes[change.passage].text if change.passage in book.quotes else ""
    for _, end in spans_of(change.figure, text):
        if (_FALLS if computed > 0 else _RISES).match(text, end):
            direction = text[end:].split()[0]
            yield Finding(f"the release says «{direction}», but the figures go the other way", (*at, "figure"))


def _change(figure: str, before: Decimal, after: Decimal) -> Decimal:
    if "%p" in figure:
        return after - before
    if "%" in figure:
        return (after - before) / before * 100
    return after / before if "배" in figure else after - before
