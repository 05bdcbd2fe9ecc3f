"""The edition beside the one spoken of: the year after, three years later, the one before."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.catalogue import Catalogue
from bot.understand.features import EditionMention, Features
from bot.understand.question import Question
from bot.understand.span import Span

#: How many years, or how many editions, the words lead away from what was spoken of.
_YEARS = {
    "time:year-after": 1,
    "time:two-years-after": 2,
    "time:three-years-after": 3,
    "time:year-before": -1,
    "time:two-years-before": -2,
    "time:three-years-before": -3,
}
_EDITIONS = {"time:edition-after": 1, "time:next": 1, "time:edition-before": -1}
_BESIDE = frozenset({*_YEARS, *_EDITIONS})
#: What names no edition by itself: no figure answers it where nothing was spoken of before.
PENDING = frozenset(meaning for meaning in _BESIDE if not meaning.endswith("-before")) | {"time:year-before"}


def with_edition_beside(found: Features, last: Question, catalogue: Catalogue) -> Features:
    """The message with the edition beside the last question's as an edition that it names; it may ask what changed."""
    span = next((span for span in found.spans if span.meanings & _BESIDE), None)
    if span is None or len(last.editions) != 1 or any(mention.span != span for mention in found.editions):
        return found
    spoken_of = catalogue.edition(last.editions[0])
    year = _year_beside(span, spoken_of.year, catalogue)
    if year is None or ("time:next" in span.meanings and found.asks):
        return found
    known = next((each.id for each in catalogue.knowledge.editions.list if each.year == year), None)
    beside = EditionMention(span, known, year, is_base=False, relative=True)
    base = EditionMention(span, spoken_of.id, spoken_of.year, is_base=True, relative=False)
    return replace(
        found,
        items=tuple(item for item in found.items if item.span != span),
        meanings=found.meanings - span.meanings,
        editions=(beside, base) if found.has("op:change") else (beside,),
    )


def _year_beside(span: Span, year: int, catalogue: Catalogue) -> int | None:
    """The year that the span leads to; None for an edition that the release knows nothing of."""
    for meaning, step in _YEARS.items():
        if meaning in span.meanings:
            return year + step
    years = sorted(each.year for each in catalogue.knowledge.editions.list)
    step = next(step for meaning, step in _EDITIONS.items() if meaning in span.meanings)
    place = years.index(year) + step
    return years[place] if 0 <= place < len(years) else None
