"""What a reply names of a message, as it was typed: this year, not thisyear, and CES, not ces."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.understand.question import Part, Question, Unanswerable

#: A longer word is told as it was read.
_LONGEST = 60


def as_written(part: Part, text: str) -> Part:
    """The part with the words that it repeats as they stand in the text; those that do not stand there as they are."""
    if isinstance(part, Unanswerable) and part.words:
        return replace(part, words=tuple(_written(word, text) for word in part.words))
    if isinstance(part, Question) and part.relative:
        return replace(part, relative=tuple((_written(word, text), edition) for word, edition in part.relative))
    return part


def _written(word: str, text: str) -> str:
    if len(word) > _LONGEST:
        return word
    typed = re.search(r"[\W_]*".join(map(re.escape, word)), text, re.IGNORECASE)
    return typed.group() if typed else word
