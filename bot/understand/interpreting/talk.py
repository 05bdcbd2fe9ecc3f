"""Talk that is no question about the release, kept apart so that it never swallows a question."""

from __future__ import annotations

from bot.understand.features import Features
from bot.understand.question import Talk, TalkTopic
from bot.understand.span import Span

#: What is answered first when a message says several things.
_TOPICS: tuple[TalkTopic, ...] = ("about", "greeting", "thanks", "bye", "laugh")
_HOSTILE: tuple[TalkTopic, ...] = ("insult", "attack")
_EXACTLY = frozenset(
    {"정확히는", "정확하게는", "정확히", "정확하게", "exactly", "precisely", "tobeexact", "tobeprecise"}
)

_EVERYTHING = frozenset(
    {
        "everything",
        "all",
        "allofit",
        "전부",
        "전부다",
        "다",
        "모두",
        "모두다",
        "싹다",
        "죄다",
        "몽땅",
        "몽땅다",
        "모조리",
        "모든걸",
        "모든것",
    }
)


def asks_exactly(spans: tuple[Span, ...]) -> bool:
    """Whether what was just said is asked for exactly, of a message that says nothing else."""
    return any(span.typed in _EXACTLY for span in spans)


def asks_everything(found: Features) -> bool:
    """Whether the message wants to be told all there is, and says nothing else: tell me everything, 전부 다 알려줘."""
    says_all = [span for span in found.spans if span.typed in _EVERYTHING]
    says_more = found.asks or found.operations or found.editions or found.numbers or found.unknown
    others = [span for span in found.spans if span not in says_all]
    is_all = all(each.kind in {"skip", "josa", "ending"} or each.meanings <= {"know"} for each in others)
    return bool(says_all) and bool(others) and is_all and not says_more


def small_talk(found: Features, soft: frozenset[str]) -> Talk | None:
    """The talk that the whole message is; None when it also says something that may be about the release."""
    if not found.spans:
        return Talk("empty")
    said = {meaning.removeprefix("talk:") for meaning in found.meanings if meaning.startswith("talk:")}
    for topic in _HOSTILE:
        if topic in said:
            return Talk(topic)
    content = any(not item.meanings <= soft for item in found.items)
    if content or found.numbers or found.editions or found.dates:
        return None
    about_bot = "about" in said and not found.asks & {"ask:many", "ask:much"}
    if not about_bot and any(_says_more(span) for span in found.spans):
        return None
    for topic in _TOPICS:
        if topic in said:
            return Talk(topic)
    return Talk("greeting") if all(span.kind == "skip" for span in found.spans) else None


def _says_more(span: Span) -> bool:
    """Whether a span that is not itself talk asks, calculates, or is not understood."""
    if any(meaning.startswith("talk:") for meaning in span.meanings):
        return False
    return span.kind == "unknown" or any(meaning.startswith(("ask:", "op:", "per:")) for meaning in span.meanings)
