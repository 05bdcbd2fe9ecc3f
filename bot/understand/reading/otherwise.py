"""What a message may be that makes no sense as typed: struck on the other keyboard layout, or romanised Korean."""

from __future__ import annotations

import re
import unicodedata

from bot.language import keyboard
from bot.language.normalise import laid_out
from bot.language.romanised import hangulise
from bot.understand.reading.lexicon import Lexicon
from bot.understand.reading.reading import Reading, Way
from bot.understand.reading.retyped import is_covered
from bot.understand.reading.segment import segment
from bot.understand.reading.spelled_out import spelled_out
from bot.understand.reading.spoken import is_function
from bot.understand.span import Span

_LATIN_RUN = re.compile(r"[A-Za-z]+")
_DIGITS_BEFORE = re.compile(r"\d+$")
_LATIN_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_MAX_ROMANISED_WORDS = 12
#: How many Hangul spellings of a romanised word are looked at.
_MOST_SPELLINGS = 32
#: Capitals that give no other Hangul than small letters do are typed for their own sake: CESrk is CES가.
_NAME_IN_CAPITALS = re.compile(r"(?<![A-Za-z])(?=[A-Z]*[ASDFGHJKLZXCVBNMUIY])[A-Z]+")


def alternatives(text: str, typed: str, best: Reading, lexicon: Lexicon) -> list[tuple[Way, str]]:
    """The ways in which the message may have been meant, each with the text that it then is, the likelier first."""
    found: list[tuple[Way, str]] = []
    raw = unicodedata.normalize("NFC", text)
    has_hangul = any("ㄱ" <= char <= "힣" for char in raw)
    if has_hangul:
        found.append(("keyboard", keyboard.to_latin(raw)))
        found.append(("keyboard", _LATIN_RUN.sub(lambda match: _unswitched(match.group(), lexicon), raw)))
    elif any(char.isalpha() for char in raw):
        found.append(("keyboard", keyboard.to_hangul(raw)))
        if _NAME_IN_CAPITALS.search(raw):
            found.append(("keyboard", _LATIN_RUN.sub(lambda match: _but_for_name(match.group(), lexicon), raw)))
    if not has_hangul and not _is_english(best.spans):
        found.append(("romanised", spelled_out(_hangulised(typed, best.spans, lexicon), lexicon)))
    return found


def _unswitched(word: str, lexicon: Lexicon) -> str:
    """The Latin word as the Hangul its keys give, when it is no word as it stands."""
    return word if lexicon.entry(word.lower()) else keyboard.to_hangul(word)


def _but_for_name(word: str, lexicon: Lexicon) -> str:
    """The Latin word as the Hangul its keys give, but for the name in capitals that it begins with, or that it is."""
    name = _NAME_IN_CAPITALS.match(word)
    if name is None:
        return word if len(word) > 3 and lexicon.entry(word) else keyboard.to_hangul(word)
    return name.group() + keyboard.to_hangul(word[name.end() :])


def _is_english(spans: tuple[Span, ...]) -> bool:
    """Whether two or more words are plainly English: the rest is then no romanised Korean."""
    return sum(is_function(span) and not span.mended and span.end - span.start > 1 for span in spans) > 1


def _hangulised(typed: str, spans: tuple[Span, ...], lexicon: Lexicon) -> str:
    known = {span.typed for span in spans if span.kind != "unknown" and not span.mended}
    likeliest: dict[str, str] = {}
    words = 0

    def spelled(match: re.Match[str]) -> str:
        nonlocal words
        word = match.group()
        words += 1
        if word in known or words > _MAX_ROMANISED_WORDS:
            return word
        digits = _DIGITS_BEFORE.search(typed[: match.start()])
        before = digits.group() if digits else ""
        if before + word not in likeliest:
            spellings = hangulise(word, _MOST_SPELLINGS)
            if spellings and len(spellings[0]) > 1 and spellings[0] in lexicon.words.josa:
                likeliest[before + word] = spellings[0]
            else:
                likely = [spelling for spelling in spellings if is_covered(before + spelling, lexicon)] or spellings
                likeliest[before + word] = min(likely, key=lambda each: _cost(before + each, lexicon), default=word)
        return likeliest[before + word]

    return _LATIN_WORD.sub(spelled, typed)


def _cost(word: str, lexicon: Lexicon) -> tuple[float, int]:
    """What the reading of the word costs; of those that cost the same, one with more nouns is the likelier."""
    spans = segment(laid_out(word), lexicon, mends=False)
    return sum(span.cost for span in spans), sum(span.kind == "verb" for span in spans)
