"""How a message is read: as typed, or, when that makes no sense, as typed on the wrong keyboard layout or romanised.

The reading that leaves the least unexplained wins; as typed wins a tie.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from bot.knowledge.model import Language
from bot.language import keyboard
from bot.language.hangul import is_choseong
from bot.language.normalise import MAX_LENGTH, Utterance, clean, utterance
from bot.language.romanised import hangulise
from bot.understand.constructions import names_language
from bot.understand.lexicon import Lexicon
from bot.understand.segment import segment
from bot.understand.span import Span

Way = Literal["typed", "keyboard", "romanised"]

#: Beyond this share of unexplained letters a message may have been meant otherwise than typed.
_SENSELESS = 0.34
_LATIN_RUN = re.compile(r"[A-Za-z]+")
_LATIN_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
#: A longer message is not taken for a slip of the keyboard.
_LONGEST_SLIP = 400
_MAX_ROMANISED_WORDS = 12
_FUNCTION_KINDS = frozenset({"josa", "ending", "skip", "verb"})


@dataclass(frozen=True, slots=True)
class Reading:
    """The spans of a message, the text they were read from, and the way it had to be taken.

    `is_language_sure` is False for a Latin name alone, which people of both languages type.
    """

    text: str
    spans: tuple[Span, ...]
    way: Way
    language: Language | None
    is_language_sure: bool = True


def read(text: str, lexicon: Lexicon) -> Reading:
    """The best reading; `language` is None when the message has no words that tell it."""
    typed = _with_initials(clean(text), lexicon)
    best = _reading(typed, "typed", lexicon)
    unexplained = _unexplained(best.spans)
    if unexplained <= _SENSELESS or len(typed) > _LONGEST_SLIP:
        return best
    for way, other in _alternatives(text, typed, best, lexicon):
        reading = _reading(other, way, lexicon)
        share = _unexplained(reading.spans)
        if share < unexplained / 2 and _has_content(reading.spans):
            best, unexplained = reading, share
    return best


def _reading(text: str, way: Way, lexicon: Lexicon) -> Reading:
    read_as = utterance(text)
    spans = segment(read_as, lexicon)
    language = language_of(read_as, spans)
    sure = language == "ko" or any(_is_function(span) for span in spans)
    return Reading(read_as.text, spans, way, language, sure)


def _alternatives(text: str, typed: str, best: Reading, lexicon: Lexicon) -> list[tuple[Way, str]]:
    found: list[tuple[Way, str]] = []
    raw = unicodedata.normalize("NFC", text[:MAX_LENGTH])
    has_hangul = any("ㄱ" <= char <= "힣" for char in raw)
    if has_hangul:
        found.append(("keyboard", keyboard.to_latin(raw)))
        found.append(("keyboard", _LATIN_RUN.sub(lambda match: _unswitched(match.group(), lexicon), raw)))
    elif any(char.isalpha() for char in raw):
        found.append(("keyboard", keyboard.to_hangul(raw)))
    if not has_hangul and not _is_english(best.spans):
        found.append(("romanised", _hangulised(typed, best.spans, lexicon)))
    return found


def _unswitched(word: str, lexicon: Lexicon) -> str:
    """The Latin word as the Hangul its keys give, when it is no word as it stands."""
    return word if lexicon.entry(word.lower()) else keyboard.to_hangul(word)


def _is_english(spans: tuple[Span, ...]) -> bool:
    """Whether two or more words are plainly English: the rest is then no romanised Korean."""
    return sum(_is_function(span) and not span.mended and span.end - span.start > 1 for span in spans) > 1


def _hangulised(typed: str, spans: tuple[Span, ...], lexicon: Lexicon) -> str:
    known = {span.typed for span in spans if span.kind != "unknown" and not span.mended}
    words = 0

    def spelled(match: re.Match[str]) -> str:
        nonlocal words
        word = match.group()
        words += 1
        if word in known or words > _MAX_ROMANISED_WORDS:
            return word
        candidates = hangulise(word)
        return min(candidates, key=lambda candidate: _cost(candidate, lexicon), default=word)

    return _LATIN_WORD.sub(spelled, typed)


def _cost(word: str, lexicon: Lexicon) -> float:
    return sum(span.cost for span in segment(utterance(word), lexicon))


def _unexplained(spans: tuple[Span, ...]) -> float:
    """The share of letters that nothing explains, mended ones counting half."""
    total = sum(span.end - span.start for span in spans if span.kind not in {"number", "year", "date"})
    unknown = sum((span.end - span.start) * (1.0 if span.kind == "unknown" else 0.4 * span.mended) for span in spans)
    return unknown / total if total else 0.0


def _has_content(spans: tuple[Span, ...]) -> bool:
    return any(span.kind in {"word", "verb"} for span in spans)


def _with_initials(text: str, lexicon: Lexicon) -> str:
    """Initials that stand for just one thing the release speaks of (ㄱㄹㄱ) are written out."""
    if not any("ㄱ" <= char <= "ㅎ" for char in text):
        return text
    return " ".join(lexicon.by_initials(word) or word if is_choseong(word) else word for word in text.split(" "))


def _is_function(span: Span) -> bool:
    return span.kind in _FUNCTION_KINDS or any(meaning.startswith("ask:") for meaning in span.meanings)


def language_of(read_as: Utterance, spans: tuple[Span, ...]) -> Language | None:
    """The language of most function words; when there are none, of most letters; None without letters."""
    korean = english = 0
    for span in spans:
        if _is_function(span):
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
