"""A guess right after the question that it answers: where was it held? COEX? Then the guess is checked."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.asking.kinds import KINDS, SPECIFIC_ASKS
from bot.understand.asking.things import is_closed
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry
from bot.understand.gathering.gather import gather
from bot.understand.question import Claim, Question, Unanswerable
from bot.understand.span import Span

_ASKING = ("나", "나요", "니", "지", "까", "죠", "어요")


def guessed(spans: tuple[Span, ...], text: str, catalogue: Catalogue) -> tuple[tuple[Span, ...], Span] | None:
    """The spans of the question and the one thing guessed after it; None when no guess ends the message."""
    starts = [index for index in range(1, len(spans)) if _begins_guess(spans, index)]
    if not starts:
        return None
    asking, guess = spans[: starts[-1]], spans[starts[-1] :]
    found = gather(guess, catalogue, text)
    things = [*(item.span for item in found.items), *found.unknown]
    says_more = found.asks or found.operations or found.numbers or found.editions or found.dates
    does = any(span.kind == "verb" for span in things)
    if len(things) != 1 or says_more or does or not gather(asking, catalogue, text).asks & SPECIFIC_ASKS:
        return None
    return asking, things[0]


def without_kinds_guessed(spans: tuple[Span, ...], text: str, catalogue: Catalogue) -> tuple[Span, ...] | None:
    """The spans of the question who it was, without the kinds put to choose from after it: a city? a company? None when
    no such kinds end the message."""
    for start in (index for index in range(1, len(spans)) if _begins_guess(spans, index)):
        said = [span for span in spans[start:] if span.kind not in {"skip", "josa", "ending"}]
        kinds = [span for span in said if span.meanings & KINDS]
        only_kinds = len(kinds) > 1 and all(span in kinds or "or" in span.meanings for span in said)
        if only_kinds and gather(spans[:start], catalogue, text).asks == {"ask:who"}:
            return spans[:start]
    return None


def _begins_guess(spans: tuple[Span, ...], index: int) -> bool:
    """Whether a stop, or the end of a Korean question, stands before the span."""
    before, span = spans[index - 1], spans[index]
    ends_question = before.kind in {"ending", "josa"} and before.typed.endswith(_ASKING)
    return span.kind not in {"josa", "ending"} and (before.clause != span.clause or ends_question)


def with_guess(question: Question, guess: Span, catalogue: Catalogue) -> Question | Unanswerable | None:
    """The question about a side of a topic, with the guess as what is claimed; Unanswerable where the release names
    only some of the things, and not this one; None for other questions."""
    entry = catalogue.entries[question.entries[0]]
    if not isinstance(entry, AspectEntry) or question.claim is not None or not entry.items:
        return None
    right = entry.items & guess.meanings
    if not (right or is_closed(entry)):
        return Unanswerable("not-in-release", (guess.typed,), entry.id)
    claim = Claim(items=frozenset(right)) if right else Claim(others=(guess.typed,))
    return replace(question, claim=claim)
