"""The language that a message is written in, told by its function words."""

from __future__ import annotations

from bot.knowledge.model import Language
from bot.language.normalise import Utterance
from bot.understand.span import FREE, Span

_FUNCTION_KINDS = frozenset({"josa", "ending", "skip", "verb"})


def is_function(span: Span) -> bool:
    """Whether the span is a word of the language itself, and names nothing."""
    if span.meanings and span.meanings <= FREE:
        return True
    return span.kind in _FUNCTION_KINDS or any(meaning.startswith("ask:") for meaning in span.meanings)


def language_of(read_as: Utterance, spans: tuple[Span, ...]) -> Language | None:
    """The language of most function words; when there are none, of most letters; None without letters."""
    korean = english = 0
    for span in spans:
        if is_function(span):
            if span.typed[:1] >= "ㄱ":
                korean += 1
            elif span.typed[:1].isalpha():
                english += 1
    if korean == english:
        korean = 2 * sum(char >= "ㄱ" for char in read_as.chars)
        english = sum(char.isascii() and char.isalpha() for char in read_as.chars)
    if not korean and not english:
        return None
    return "ko" if korean >= english else "en"
