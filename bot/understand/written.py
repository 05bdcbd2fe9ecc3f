"""What a reply names of a message, with the spaces that it was typed with: this year, not thisyear."""

from __future__ import annotations

from dataclasses import replace

from bot.language.normalise import utterance
from bot.understand.question import Part, Question, Unanswerable


def as_written(part: Part, text: str) -> Part:
    """The part with the words that it repeats as they stand in the text; those that do not stand there as they are."""
    if isinstance(part, Unanswerable) and part.words:
        return replace(part, words=tuple(_written(word, text) for word in part.words))
    if isinstance(part, Question) and part.relative:
        return replace(part, relative=tuple((_written(word, text), edition) for word, edition in part.relative))
    return part


def _written(word: str, text: str) -> str:
    read_as = utterance(text)
    start = read_as.chars.find(word)
    if start < 0:
        return word
    return read_as.text[read_as.offsets[start] : read_as.offsets[start + len(word) - 1] + 1]
