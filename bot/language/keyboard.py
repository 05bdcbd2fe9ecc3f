"""Text typed under the wrong layout, because people forget to switch between Hangul and Latin letters."""

from __future__ import annotations

from bot.language.hangul import COMPOUNDS, compose, disassemble, is_syllable

_PLAIN = dict(zip("qwertyuiopasdfghjklzxcvbnm", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", strict=True))
_SHIFTED = dict(zip("QWERTOP", "ㅃㅉㄸㄲㅆㅒㅖ", strict=True))
_LETTERS = {**{key.upper(): letter for key, letter in _PLAIN.items()}, **_PLAIN, **_SHIFTED}
_KEYS = {letter: key for key, letter in (_PLAIN | _SHIFTED).items()}


def to_hangul(latin: str) -> str:
    """The keys stand as the Hangul they give in 2-beolsik; what is not a letter key is kept."""
    return compose("".join(_LETTERS.get(char, char) for char in latin))


def to_latin(hangul: str) -> str:
    """The Hangul stands as the keys that type it in 2-beolsik; what is not Hangul is kept."""
    return "".join(_KEYS.get(stroke, stroke) for stroke in strokes(hangul))


def strokes(hangul: str) -> str:
    """The letters of the text in the order of their keys, a silent ㅇ among them."""
    found: list[str] = []
    for char in hangul:
        letters = disassemble(char) if is_syllable(char) else (char,)
        found += [COMPOUNDS.get(letter, letter) for letter in letters]
    return "".join(found)
