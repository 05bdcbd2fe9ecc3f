"""What a claim says beyond its answer: a word that an answer only puts up with does not make the claim so.

Is the roadshow in Thailand over? names the roadshow and Thailand, and the answer knows both; that it is over, the answer
does not say. Such a claim gets the answer without a yes or a no. What somebody is said to have said is then told in
full.
"""

from __future__ import annotations

import os
from dataclasses import replace

from bot.understand.catalogue import Catalogue
from bot.understand.entries import AspectEntry
from bot.understand.features import Features
from bot.understand.question import Claim, Question
from bot.understand.span import Span

#: What may be said of anything that there was.
_SAYS_LITTLE = frozenset(
    {"be", "become", "know", "go", "thing", "say", "show", "come", "hold", "release", "result", "work", "total",
     "location", "count", "amount", "person", "participate", "part", "day", "edition", "describes", "set-up", "make",
     "support", "each"}
)  # fmt: skip
#: What bounds a claim: only there, except there, less than that.
_BOUNDING = frozenset(
    {"op:only", "op:exclude", "op:less", "op:more", "op:most", "op:least", "op:down", "op:up", "op:same", "time:first"}
)
#: How it is said that something is over and done, or goes on: no answer says so.
_STATES = frozenset(
    {"already", "still", "yet", "over", "fully", "ended", "이미", "벌써", "아직", "여태", "아직도", "진작"}
)  # fmt: skip
_ONLY = ("만", "뿐", "밖에")
_MERELY = frozenset({"just", "merely", "only"})


def says_more(entry: AspectEntry, found: Features, catalogue: Catalogue) -> tuple[str, ...]:
    """The words of a claim, as typed, that neither the answer nor the names of the side and its topic say."""
    little = entry.says | _SAYS_LITTLE
    words = [item.span for item in found.items if not any(reading <= little for reading in item.readings)]
    words += [span for index, span in enumerate(found.spans) if _bounds(index, found, entry)]
    if not entry.aspect.dates:
        words += [span for span in found.spans if span.kind == "date"]
    words += [number.span for number in found.numbers if number.value not in entry.numbers | set(entry.aspect.years)]
    if words and os.environ.get("DBGM"):
        print("   MORE", entry.id, [(w.typed, *sorted(w.meanings)) for w in words])
    return tuple(dict.fromkeys(span.typed for span in words))


def _bounds(index: int, found: Features, entry: AspectEntry) -> bool:
    """Whether the span at the place narrows what is claimed, and the answer does not say so."""
    span = found.spans[index]
    if span.kind == "josa":
        return span.text.endswith(_ONLY)
    if span.typed in _MERELY and index + 1 < len(found.spans):
        return bool(found.spans[index + 1].meanings & entry.items) or "op:only" in span.meanings
    return span.typed in _STATES or bool(span.meanings & _BOUNDING - entry.says)


def is_contradicted(claim: Claim, entry: AspectEntry, found: Features) -> bool:
    """Whether only some of the things are claimed that the side names: only in Thailand, of Thailand and Türkiye."""
    narrows = found.has("op:only") or any(span.kind == "josa" and span.text.endswith(_ONLY) for span in found.spans)
    return narrows and bool(claim.items) and claim.items < entry.items and not (claim.is_choice or claim.is_negated)


def in_full(question: Question, found: Features, catalogue: Catalogue) -> Question:
    """The question; what somebody said in full, in the place of that he said so, where he is claimed to have said
    something else, or nobody asks who it was."""
    entry = catalogue.entries[question.entries[0]]
    if question.operation != "aspect" or not isinstance(entry, AspectEntry) or "ask:who" in found.asks - found.implied:
        return question
    speakers = entry.items & catalogue.people
    if len(speakers) != 1 or len(entry.items) > 1 or "role" in entry.aspect.asks or not speakers & found.meanings:
        return question
    claim = question.claim
    if claim is not None and not (claim.says_more or claim.is_negated or claim.is_denied):
        return question
    statement = _statement_of(next(iter(speakers)), catalogue)
    return replace(question, entries=(statement.id,), claim=None) if statement is not None else question


def _statement_of(person: str, catalogue: Catalogue) -> AspectEntry | None:
    """What the release quotes the person with."""
    for sides in catalogue.topics.values():
        if any("role" in side.aspect.asks and side.items == {person} for side in sides):
            return next((side for side in sides if "statement" in side.aspect.asks), None)
    return None
