"""What the message and the last question name only together: 그중 해외는?, 기관 수로는?"""

from __future__ import annotations

from bot.understand.asking.candidates import Candidate
from bot.understand.asking.claims import aspect_claim
from bot.understand.asking.partial import GENERAL
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry, Entry, MetricEntry
from bot.understand.features import Features
from bot.understand.following.against import against_last
from bot.understand.following.carried import figure_going_on, figure_of_last_edition
from bot.understand.following.likewise import calculated_likewise
from bot.understand.following.related import (
    is_of_same_metric,
    is_of_same_topic,
    is_whole_of,
    names_topic,
    related_candidates,
)
from bot.understand.question import Part, Question, Unanswerable

_TIMES = frozenset({"ask:when", "ask:year", "ask:day"})


def named_jointly(found: Features, last: Question, alone: Candidate | None, catalogue: Catalogue) -> Part | None:
    """The question about what the message and the last question name together; None when there is no such entry.

    `alone` is what the message names by itself; it is meant when it is of the same topic, or the whole of what was
    asked.
    """
    asked = catalogue.entries.get(last.entries[0])
    if asked is None:
        return None
    asked = _named_side(asked, catalogue) if found.asks and found.asks <= _TIMES else asked
    if alone is not None and (is_of_same_topic(alone.entry, asked) or is_whole_of(alone.entry, asked)):
        return None
    candidates = related_candidates(found, asked, catalogue)
    if alone is not None and isinstance(alone.entry, MetricEntry):  # another figure named is not the same one again
        candidates = [candidate for candidate in candidates if candidate.entry.id != asked.id]
        if isinstance(
            asked, MetricEntry
        ):  # nor does its own part follow from where the other figure's things come from
            candidates = [each for each in candidates if each.entry.id == alone.entry.id or _is_near(each.entry, asked)]
    if not candidates:
        return None
    best = max(candidates, key=lambda candidate: _closeness(candidate, asked, found))
    if alone is not None and best.entry.id == asked.id and _names_own_topic(alone, asked, found):
        return None
    if alone is not None and alone.entry.id == best.entry.id and alone.score == best.score:
        return figure_of_last_edition(alone, found, last, catalogue)
    if isinstance(best.entry, AspectEntry):
        claim = aspect_claim(best.entry, found, catalogue)
        return Question("aspect", (best.entry.id,), claim=claim, carried=last.entries)
    likewise = calculated_likewise(found, best.entry, last, catalogue)
    against = against_last(found, best.entry, last, catalogue)
    part = likewise or against or figure_going_on((best.entry,), found, last, catalogue)
    content = found.named - catalogue.little
    return None if isinstance(part, Unanswerable) and names_topic(content, catalogue) else part


def _named_side(asked: Entry, catalogue: Catalogue) -> Entry:
    """The side, or one that its topic names where the side itself is told without that name: when will that be, of
    what is planned in Thailand?"""
    if not isinstance(asked, AspectEntry) or asked.topic.apart is None or asked.about:
        return asked
    return next((side for side in catalogue.topics[asked.topic.id] if side.about), asked)


def _names_own_topic(alone: Candidate, asked: Entry, found: Features) -> bool:
    """Whether the message names another topic by its own name: not the director, the deputy director's number."""
    if not isinstance(alone.entry, AspectEntry) or is_of_same_topic(alone.entry, asked):
        return False
    return any(name and name <= found.meanings and not name & GENERAL for name in alone.entry.topic_names)


def _is_near(entry: Entry, asked: Entry) -> bool:
    """Whether both are of one figure, or about something more than a kind of thing."""
    return is_of_same_metric(entry, asked) or bool((entry.about & asked.about) - GENERAL)


def _closeness(candidate: Candidate, asked: Entry, found: Features) -> tuple[int, int, int, float]:
    """How near the candidate is to what was asked; a kind of thing that both speak of is no nearness."""
    shared = (candidate.entry.about & asked.about) - GENERAL
    return (
        int(is_of_same_topic(candidate.entry, asked)),
        int(bool(shared)),
        len(candidate.matched & found.meanings),
        candidate.score,
    )
