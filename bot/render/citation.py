"""A reply as a citation to paste: the answer, then whose release says it, when and where."""

from __future__ import annotations

from bot.answer.model import Answer
from bot.answer.sources import written_date

#: The characters that a button copies.
LONGEST = 256
#: A headline cut shorter than this would say nothing.
_SHORTEST_HEADLINE = 20


def citation(answer: Answer) -> str | None:
    """The headline with its source in at most LONGEST characters; None for a reply without a source, or with one that
    leaves the headline no room.

    Where both are too long the headline is shortened, never the source.
    """
    if answer.outcome != "answer" or not answer.sources:
        return None
    source = origin(answer)
    room = LONGEST - len(source) - 1
    if room < _SHORTEST_HEADLINE:
        return None
    headline = " ".join(answer.headline.split())
    if len(headline) > room:
        headline = headline[: room - 1].rstrip() + "…"
    return f"{headline} {source}"


def origin(answer: Answer) -> str:
    """Publisher, title, date and place of the first source, in brackets; it must have one."""
    source = answer.sources[0]
    title = f"「{source.title}」" if answer.language == "ko" else f"“{source.title}”"
    return f"({source.publisher}, {title}, {written_date(source.published, answer.language)}, {source.locator})"
