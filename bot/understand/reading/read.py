"""How a message is read: as typed, or, when that makes no sense, as typed on the wrong keyboard layout or romanised.

The reading that leaves the least unexplained wins; as typed wins a tie.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.language.abridge import abridged
from bot.language.hangul import has_lone_letters
from bot.language.normalise import clean
from bot.understand.reading.lexicon import Lexicon
from bot.understand.reading.mended import broken_words, latin_retyped, made_whole, retyped, retyped_whole
from bot.understand.reading.otherwise import alternatives
from bot.understand.reading.reading import (
    SENSELESS,
    Reading,
    cost_of,
    has_content,
    reading_of,
    share_unexplained,
    unclear,
)
from bot.understand.reading.respelled import calmed_down, respelled, spaced_out
from bot.understand.reading.spelled_out import spelled_out

#: Initials that may stand for a word, alone or with what clings to it: ㄱㄹㄱ, ㄱㄹㄱ은.
_INITIALS = re.compile(r"(?<!\S)(?:[ㄱ-ㅎ]{2,}(?!\S)|[ㄱ-ㅎ]{3,}(?=[가-힣]))")
#: A syllable that is typed three times or more.
_DRAWN_OUT = re.compile(r"([가-힣])\1{2,}")
#: A longer message is not taken for a slip of the keyboard.
_LONGEST_SLIP = 200
_LATIN_WORD = re.compile(r"[A-Za-z]+")
_CAPITALISED = re.compile(r"(?<![.!?\s])\s+([A-Z][A-Za-z]+)\b|\b([A-Z]{2,})\b")


def read(text: str, lexicon: Lexicon) -> Reading:
    """The best reading; `language` is None when the message has no words that tell it."""
    short = abridged(text)
    try:
        best = _best_reading(_DRAWN_OUT.sub(r"\1", short), lexicon)
    finally:
        lexicon.forget()
    return best if len(short) == len(text) else replace(best, is_abridged=True)


def _best_reading(text: str, lexicon: Lexicon) -> Reading:
    cleaned = clean(text)
    written_out = _with_initials(cleaned, lexicon) if has_lone_letters(cleaned) else cleaned
    if written_out != cleaned:
        text = cleaned = written_out
    has_slips = len(text) <= _LONGEST_SLIP and has_lone_letters(text) and bool(broken_words(text, lexicon))
    whole = _likelier_whole(text, cleaned, lexicon) if has_slips else text
    reading = _likeliest_reading(whole, cleaned if whole == text else clean(whole), lexicon)
    return replace(reading, way="respelled") if has_slips and reading.way == "typed" else reading


def _likelier_whole(text: str, cleaned: str, lexicon: Lexicon) -> str:
    """The text with the words that have a lone letter in them as they were meant; as it is where cleaning, which puts
    letters together, makes words of them that are as likely."""
    whole = made_whole(text, lexicon)
    put_together = reading_of(cleaned, "respelled", lexicon)
    if has_lone_letters(cleaned) or unclear(put_together):
        return whole
    return text if cost_of(put_together) <= cost_of(reading_of(clean(whole), "respelled", lexicon)) else whole


def _likeliest_reading(text: str, cleaned: str, lexicon: Lexicon) -> Reading:
    typed = spelled_out(cleaned, lexicon)
    names = _names(text)
    best = reading_of(typed, "typed", lexicon, names)
    if len(typed) <= _LONGEST_SLIP:
        if share_unexplained(best.spans) <= SENSELESS:
            best = latin_retyped(best, lexicon, names)
        best = respelled(spaced_out(best, lexicon, names), lexicon, names)
        best = retyped(calmed_down(text, cleaned, best, lexicon, names), lexicon, names)
    unexplained = share_unexplained(best.spans)
    if unexplained <= SENSELESS or len(typed) > _LONGEST_SLIP:
        return best
    for way, other in alternatives(text, typed, best, lexicon):
        reading = reading_of(clean(retyped_whole(other, lexicon)) if way == "keyboard" else other, way, lexicon)
        share = share_unexplained(reading.spans)
        if share < unexplained / 2 and has_content(reading.spans):
            best, unexplained = reading, share
    return best if best.way in {"typed", "respelled"} else replace(retyped(best, lexicon, names), way=best.way)


def _names(text: str) -> frozenset[str]:
    """The words that begin with a capital inside a sentence, in a message that is not all capitals."""
    if text == text.lower():
        return frozenset()
    found = [match[1] or match[2] for match in _CAPITALISED.finditer(text)]
    words = _LATIN_WORD.findall(text)
    return frozenset(map(str.casefold, found)) if 3 * len(found) < 2 * len(words) else frozenset()


def _with_initials(text: str, lexicon: Lexicon) -> str:
    """Initials that stand for just one thing the release speaks of (ㄱㄹㄱ, ㄱㄹㄱ은) are written out."""
    return _INITIALS.sub(lambda found: _written_out(found[0], lexicon), text)


def _written_out(initials: str, lexicon: Lexicon) -> str:
    """The word that the initials stand for; themselves where they are a word of their own, as ㅇㅋ is."""
    return (lexicon.by_initials(initials) if lexicon.entry(initials) is None else None) or initials
