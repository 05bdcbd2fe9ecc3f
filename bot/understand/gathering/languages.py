"""*In Korean*: the language to answer in, or what describes a noun."""

from __future__ import annotations

from bot.knowledge.model import Language
from bot.understand.gathering.left_out import names_only
from bot.understand.span import Span

_MADE_IN_IT = frozenset({"판", "본", "된", "되어"})


def names_language(spans: tuple[Span, ...], index: int) -> bool:
    """Whether *in Korean* and its like ask for a language, and do not describe what follows: in Korean visitors."""
    following = spans[index + 1] if index + 1 < len(spans) else None
    if following is None or following.clause != spans[index].clause:
        return True
    return following.typed not in _MADE_IN_IT and not names_only([following])


def with_languages(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *in Korean* read as a language or as what describes the noun after it."""
    return tuple(_as_language(spans, index) if len(span.readings) > 1 else span for index, span in enumerate(spans))


def _as_language(spans: tuple[Span, ...], index: int) -> Span:
    """The span without the readings that name a language, or without those that do not."""
    span = spans[index]
    speaks = [any(each.startswith("language:") for each in reading) for reading in span.readings]
    if len(set(speaks)) == 1:
        return span
    names = names_language(spans, index)
    readings = tuple(reading for reading, speaks_it in zip(span.readings, speaks, strict=True) if speaks_it is names)
    return span._replace(readings=readings, meanings=frozenset().union(*readings))


def asked_language(spans: tuple[Span, ...]) -> Language | None:
    """The language that the message asks to be answered in: in English please."""
    for index, span in enumerate(spans):
        if not names_language(spans, index):
            continue
        if "language:en" in span.meanings:
            return "en"
        if "language:ko" in span.meanings:
            return "ko"
    return None
