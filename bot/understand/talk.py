"""Talk that is no question about the release, kept apart so that it never swallows a question."""

from __future__ import annotations

from bot.understand.features import Features
from bot.understand.question import Talk

_TOPICS = ("insult", "attack", "about", "greeting", "thanks", "bye", "laugh")


def small_talk(found: Features, soft: frozenset[str]) -> Talk | None:
    """The talk that the whole message is; None when it also says something that may be about the release."""
    if not found.spans:
        return Talk("empty")
    said = {meaning.removeprefix("talk:") for meaning in found.meanings if meaning.startswith("talk:")}
    if said & {"insult", "attack"}:
        return Talk("insult" if "insult" in said else "attack")
    content = any(not item.meanings <= soft for item in found.items)
    if content or found.numbers or found.editions or found.dates:
        return None
    if said:
        return Talk(next(topic for topic in _TOPICS if topic in said))  # type: ignore[arg-type]
    if found.unknown or found.asks or found.operations:
        return None
    return Talk("greeting") if _is_greeting(found) else None


def _is_greeting(found: Features) -> bool:
    return not found.meanings and all(span.kind == "skip" for span in found.spans)
