"""A message as it would be typed at leisure: no fillers and stutters, its particles clinging, its words spelled out."""

from __future__ import annotations

import re

from bot.language.numbers import find_numbers
from bot.language.spelling import undrawn
from bot.understand.reading.lexicon import Lexicon

_LATIN_TOKEN = re.compile(r"(?<![a-z0-9'-])[a-z][a-z0-9']*(?![a-z0-9'-])")
#: What people say while they think.
_FILLER = re.compile(
    r"(?=[ueh음어흠으])(?<![^\s,.…])(?:u+m+|u+h+m*|e+r+m*|h+m{2,}|음+|어+|흠+|으음)(?:[,.…~]+|(?!\S))(?=\s|$)"
)
#: A particle that stands alone in front of an asking word, or of what compares, or a polite one at the end.
_LOOSE_PARTICLE = re.compile(
    r" (?<=[가-힣] )(?:(?:은|는|이|가|을|를|의|에|에서|으로|로|랑|이랑)"
    r"(?= (?:몇|얼마|어디|언제|누구|누가|뭐|무엇|무슨|총 |왜|어떻))"
    r"|(?<![은는이가을를에의서로도] )보다"
    r"(?=(?:는|도)? (?:몇|얼마|더|덜|많|적|늘|줄|넓|좁|높|낮|크|큰|컸|작|훨씬)|[?!.]*$)"
    r"|요(?=[?!.]*$))"
)
#: A word that is said again at once.
_STUTTER = re.compile(r"(?<!\S)((?=\S*[^\W\d_])[^\s,.…]+)(?:[\s,.…]+\1)+(?!\S)")
_DOUBLED = re.compile(r"(.)\1")
_PAUSE = re.compile(r"[,.…]")
_SAID_AGAIN = re.compile(r"\b(\w+)[,.…]+\s?\1\b")
#: Before something broke out is before it.
_BEFORE_IT_CAME = re.compile(
    r"(?P<what>[가-힣]{2,6})(?<![이가])[이가]?\s?(?:터지|퍼지|번지|생기|나타나|발생하|창궐하|유행하|확산되|들이닥치|덮치|시작되)기\s?(?P<before>직전|이전|전)"
)
_BEFORE_IT_STRUCK = re.compile(
    r"before (?P<what>(?:the )?[a-z-]+) "
    r"(?:broke out|hit|struck|began|started|came along|arrived|happened|erupted|took hold|spread)\b"
)


def spelled_out(text: str, lexicon: Lexicon) -> str:
    """The text without fillers and repeated words, its Korean particles clinging, its words spelled as at leisure.

    Numbers may be said twice: twenty twenty.
    """
    if _FILLER.search(text):
        text = " ".join(_FILLER.sub("", text).split()) or text
    if "before " in text:
        text = _BEFORE_IT_STRUCK.sub(r"before \g<what>", text)
    if not text.isascii():
        text = _BEFORE_IT_CAME.sub(r"\g<what> \g<before>", text) if "기" in text else text
        text = _LOOSE_PARTICLE.sub(lambda match: match.group()[1:], text.translate(lexicon.words.syllables))
    words = text.split()
    if len(set(words)) < len(words) or (_PAUSE.search(text) and _SAID_AGAIN.search(text)):
        text = _STUTTER.sub(lambda match: match.group() if _is_number(match[1]) else match[1], text)
    spellings = lexicon.words.spellings
    tokens = frozenset(_LATIN_TOKEN.findall(text))
    meant = {token: spellings.get(token) or _undrawn(token, lexicon) for token in tokens}
    if all(token == spelled for token, spelled in meant.items()):
        return text
    return _LATIN_TOKEN.sub(lambda match: meant[match.group()], text)


def _undrawn(word: str, lexicon: Lexicon) -> str:
    """The short common word whose letters are repeated in the word: whaat is what."""
    if not _DOUBLED.search(word):
        return word
    short, known = lexicon.words.short, lexicon.entry(word)
    for spelled in undrawn(word) if word not in short else ():
        entry = lexicon.entry(spelled) if spelled in short else None
        if entry is not None and (known is None or known.readings == entry.readings):
            return spelled
    return word


def _is_number(word: str) -> bool:
    return any(number.end - number.start == len(word) for number in find_numbers(word))
