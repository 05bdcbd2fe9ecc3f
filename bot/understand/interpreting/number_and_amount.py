"""How many of a thing and how much, asked in one breath: 상담 몇 건에 얼마, how many contracts and how much."""

from __future__ import annotations

from bot.understand.asking.candidates import find_candidates
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.context import Context
from bot.understand.features import Features
from bot.understand.gathering.gather import gather
from bot.understand.interpreting.single import one_thing
from bot.understand.question import Part, Question, Unanswerable
from bot.understand.span import Span

_NUMBER, _AMOUNT = "ask:many", "ask:much"


def number_and_amount(found: tuple[Part, ...], whole: Features, catalogue: Catalogue) -> tuple[Part, ...] | None:
    """The number and the amount of one thing, what the release does not have declined; None where not both are asked
    for, or the parts `found` tell of more than one figure."""
    asks = {_asked(span) for span in whole.spans}
    if not {_NUMBER, _AMOUNT} <= asks or whole.numbers or not all(map(_is_plain, found)):
        return None
    entries = {part.entries[0] for part in found if isinstance(part, Question)}
    if len(entries) != 1:
        return None
    parts = tuple(_asked_alone(asked, whole, next(iter(entries)), catalogue) for asked in (_NUMBER, _AMOUNT))
    return parts if any(isinstance(part, Question) for part in parts) else None


def _is_plain(part: Part) -> bool:
    return isinstance(part, Question) and part.operation == "value" and part.claim is None


def _asked(span: Span) -> str | None:
    """Whether the span asks for a number or for an amount, and not for either."""
    asks = span.meanings & {_NUMBER, _AMOUNT}
    return next(iter(asks)) if len(asks) == 1 else None


def _asked_alone(asked: str, whole: Features, entry: str, catalogue: Catalogue) -> Question | Unanswerable:
    """What is asked where the words that ask for the other are left out; a decline names what is asked of the entry."""
    other = _AMOUNT if asked == _NUMBER else _NUMBER
    spans = tuple(span for span in whole.spans if _asked(span) != other and not _only_counts(span, asked))
    found = gather(spans, catalogue, "?")
    part = one_thing(found, Context(), catalogue, find_candidates(found, catalogue))
    if isinstance(part, Question):
        return part
    return Unanswerable("not-in-release", tuple(span.typed for span in spans if _asked(span) == asked), entry)


def _only_counts(span: Span, asked: str) -> bool:
    """Whether the span counts things of any kind, or joins the two questions."""
    joins = "and" in span.meanings or (span.kind == "josa" and span.text == "에")
    counts = bool(span.meanings) and all(meaning.startswith("counter:") for meaning in span.meanings)
    return joins or (counts and asked == _AMOUNT)
