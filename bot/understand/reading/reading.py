"""How a message was read: its spans, the text they stand in, and how likely and how clear that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.knowledge.model import Language
from bot.language.normalise import Utterance, laid_out
from bot.understand.reading.lexicon import Lexicon
from bot.understand.reading.segment import segment
from bot.understand.reading.spoken import is_function, language_of
from bot.understand.span import Span

Way = Literal["typed", "respelled", "keyboard", "romanised"]
#: Beyond this share of unexplained letters a message may have been meant otherwise than typed.
SENSELESS = 0.34


@dataclass(frozen=True, slots=True)
class Reading:
    """The spans of a message, the text they were read from, and the way it had to be taken.

    `is_language_sure` is False for a Latin name alone, which people of both languages type; `is_abridged` is True for
    a message so long that only some of it was read.
    """

    utterance: Utterance
    spans: tuple[Span, ...]
    way: Way
    language: Language | None
    is_language_sure: bool = True
    is_abridged: bool = False

    @property
    def text(self) -> str:
        """The text that the spans were read from."""
        return self.utterance.text

    @property
    def key(self) -> str:
        """The text without spaces and punctuation."""
        return self.utterance.chars


def reading_of(text: str, way: Way, lexicon: Lexicon, names: frozenset[str] = frozenset()) -> Reading:
    """The text, which is clean, as it stands."""
    read_as = laid_out(text)
    return from_spans(read_as, segment(read_as, lexicon, names=names), way)


def from_spans(read_as: Utterance, spans: tuple[Span, ...], way: Way) -> Reading:
    """The reading that the spans of the text are, with the language that they tell."""
    language = language_of(read_as, spans)
    sure = language == "ko" or any(is_function(span) for span in spans)
    return Reading(read_as, spans, way, language, sure)


def cost_of(reading: Reading) -> float:
    """What the reading costs: the less, the likelier it is."""
    return sum(span.cost for span in reading.spans)


def unclear(reading: Reading) -> int:
    """How many words were not known as they stand."""
    return sum(span.kind == "unknown" or span.mended for span in reading.spans)


def share_unexplained(spans: tuple[Span, ...]) -> float:
    """The share of letters that nothing explains, mended ones counting less."""
    total = sum(span.end - span.start for span in spans if span.kind not in {"number", "year", "date"})
    unknown = sum((span.end - span.start) * (1.0 if span.kind == "unknown" else 0.4 * span.mended) for span in spans)
    return unknown / total if total else 0.0


def has_content(spans: tuple[Span, ...]) -> bool:
    """Whether any word says more than how the sentence is built."""
    return any(span.kind in {"word", "verb"} for span in spans)
