"""*In Korean*: the language to answer in, what describes a noun, or how something was done."""

from __future__ import annotations

from bot.knowledge.model import Language
from bot.language.hangul import final_consonant
from bot.understand.gathering.left_out import names_only
from bot.understand.span import Span

#: How a question about the past opens, after which the language closes what it asks: was it held in English?
_DID = frozenset({"did", "was", "were", "had", "has", "have"})
#: A Korean verb ends so in the past: 영어로 했나요.
_PAST = "ㅆ"
_WISHING = ("으면", "면")
#: What was done in a language; it is no language to answer in.
_SPOKEN = frozenset({"spoken-language"})
_MADE_IN_IT = frozenset({"판", "본", "된", "되어"})


def names_language(spans: tuple[Span, ...], index: int) -> bool:
    """Whether *in Korean* and its like ask for a language, and do not describe what follows: in Korean visitors."""
    following = spans[index + 1] if index + 1 < len(spans) else None
    if _was_done_in_it(spans, index):
        return False
    if following is None or following.clause != spans[index].clause:
        return True
    return following.typed not in _MADE_IN_IT and not names_only([following])


def with_languages(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *in Korean* read as a language or as what describes the noun after it."""
    return tuple(
        span.read_as(_SPOKEN)
        if _was_done_in_it(spans, index)
        else _as_language(spans, index)
        if len(span.readings) > 1
        else span
        for index, span in enumerate(spans)
    )


def _was_done_in_it(spans: tuple[Span, ...], index: int) -> bool:
    """Whether it is asked if something was done in the language: was the talk held in Korean, 영어로 말했나요."""
    span = spans[index]
    if not any(each.startswith("language:") for each in span.meanings):
        return False
    if span.typed[:1] < "ㄱ":
        opens = next((each for each in spans if each.clause == span.clause), span)
        return opens.typed in _DID and span.typed.startswith("in") and index + 1 == len(spans)
    after = [each for each in spans[index + 1 :] if each.kind != "josa" and each.clause == span.clause]
    wishes = any(each.typed.startswith(_WISHING) for each in after[1:])
    return bool(after) and not wishes and any(final_consonant(each) == _PAST for each in after[0].typed)


def _as_language(spans: tuple[Span, ...], index: int) -> Span:
    """The span without the readings that name a language, or without those that do not."""
    span = spans[index]
    speaks = [any(each.startswith("language:") for each in reading) for reading in span.readings]
    if len(set(speaks)) == 1:
        return span
    names = names_language(spans, index)
    readings = tuple(reading for reading, speaks_it in zip(span.readings, speaks, strict=True) if speaks_it is names)
    return span.read_as(*readings)


def asked_language(spans: tuple[Span, ...]) -> Language | None:
    """The language that the message asks to be answered in: in English please."""
    for index, span in enumerate(spans):
        language: Language | None = (
            "en" if "language:en" in span.meanings else "ko" if "language:ko" in span.meanings else None
        )
        if language is not None and names_language(spans, index):
            return language
    return None
