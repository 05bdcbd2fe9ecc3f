"""The edition spoken of stays that of what goes on from it: what the release knows of another one only, or of a year
that it knows nothing of, is declined and never told of the latest edition instead."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.asking.kinds import QUANTITY_ASKS
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry, MetricEntry
from bot.understand.context import Context
from bot.understand.features import Features
from bot.understand.following.carried import of_extreme_edition
from bot.understand.following.spoken_of import names_expo
from bot.understand.question import Ambiguous, Part, Question, Unanswerable

#: A message of more things, or longer with an asking word for a number, is a new question.
_MOST_ITEMS, _LONGEST_COUNTING = 3, 6
#: With these the English word then tells when something was, and does not only go on: how many were there then?
_WAS = ("was", "were", "did", "had")


def kept_to_edition(part: Part, found: Features, context: Context, catalogue: Catalogue) -> Part:
    """The part; of the edition spoken of, or declined, where it would be of the latest one only because the message
    leaves open which: 2019년 관람객은? 그때 부스는? contracts in 2019? And where was it?"""
    year = year_spoken_of(context, catalogue)
    if year in {None, catalogue.edition(catalogue.knowledge.editions.default).year} or found.editions:
        return part
    questions = part.questions if isinstance(part, Ambiguous) else (part,) if isinstance(part, Question) else ()
    if year is None or not questions or not (says_then(found) or _goes_on(found, catalogue)):
        return part
    kept = [_kept(question, year, found, catalogue) for question in questions]
    held = tuple(each for each in kept if isinstance(each, Question))
    if isinstance(part, Ambiguous) and len(held) > 1:
        return Ambiguous(held)
    return held[0] if held else kept[0]


def year_spoken_of(context: Context, catalogue: Catalogue) -> int | None:
    """The year of the one edition that was spoken of last, also of one that the release knows nothing of."""
    if context.year is not None or not context.questions:
        return context.year
    editions = of_extreme_edition(context.last, catalogue).editions
    return catalogue.edition(editions[0]).year if len(editions) == 1 else None


def says_then(found: Features) -> bool:
    """Whether the message means the edition spoken of by a word of its own: 그때, that year, were there then."""
    typed = [span.typed for span in found.spans]
    return found.has("time:same") or (typed[-1:] == ["then"] and any(word.startswith(_WAS) for word in typed))


def _kept(question: Question, year: int, found: Features, catalogue: Catalogue) -> Question | Unanswerable:
    """The question, of the edition of the year; the decline of what is told of no such year."""
    entry = catalogue.entries[question.entries[0]]
    if isinstance(entry, AspectEntry):
        is_of_latest = entry.topic.subject or says_then(found)
        if not is_of_latest or entry.aspect.years:
            return question
        return Unanswerable("no-such-edition", (str(year),), entry.id, year, near=(entry.id,))
    if not question.edition_assumed or not _is_figure(question):
        return question
    edition = next((each.id for each in catalogue.knowledge.editions.list if each.year == year), None)
    if edition is None:
        return Unanswerable("no-such-edition", entry=entry.id, year=year, near=(entry.id,))
    if says_then(found) or edition not in _values(entry, catalogue):
        return replace(question, editions=(edition,), edition_assumed=False)
    return question


def _values(entry: MetricEntry, catalogue: Catalogue) -> frozenset[str]:
    """The editions of which the release has the figure, or the whole that it is a part of."""
    return frozenset(entry.values) | frozenset(catalogue.metric(entry.metric.id).values)


def _is_figure(question: Question) -> bool:
    return question.operation == "value" and len(question.editions) == 1


def _goes_on(found: Features, catalogue: Catalogue) -> bool:
    """Whether the message is no question of its own: it is short, and does not name what the release is about."""
    if names_expo(found, catalogue) or len(found.items) > _MOST_ITEMS:
        return False
    return not found.asks & QUANTITY_ASKS or len(found.spans) <= _LONGEST_COUNTING
