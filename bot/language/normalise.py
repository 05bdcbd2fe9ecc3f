"""One text form for everything that is compared: questions, names and synonyms pass through here alike."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from bot.language import hangul

#: Longer messages are read up to here (Telegram's own limit).
MAX_LENGTH = 4096

_LAUGHTER = re.compile(r"\bk{2,}\b|([ㅋㅎㅠㅜㄷㅇㅗㅡ^])\1+|\b[ㅋㅎㅠㅜㄷㅇ]\b|(?<=[a-z0-9])[ㅋㅎㅠㅜ]+(?![ㄱ-힣])")
_REPEATED = re.compile(r"([^\W\d])\1{3,}")
_SUPERSCRIPT = str.maketrans(
    {"²": "2", "㎡": "m2", "’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "～": "~"}
)
#: The possessive 's after a run of letters, in which a word must begin that is none of those whose 's is an is.
_POSSESSIVE = re.compile(r"(?<![\w-])([\w-]*+)'s\b")
_POSSESSOR = re.compile(r"(?<![a-z])(?!(?:what|who|where|when|how|why|it|that|this|let|there|here|he|she)\Z)[a-z0-9]")
#: Text of nothing that folding changes, but for capitals and spaces.
_ORDINARY = re.compile(r"[A-Za-z0-9가-힣 !\"#$%&'()*+,./:;<=>?@\[\\\]_{|}~-]*")
#: A lone ㅡ is a dash drawn out, not a vowel.
_DASH = re.compile(r"(?<![ㄱ-ㅣ])ㅡ(?![ㄱ-ㅣ])")
#: Between words a plus joins: countries + organisations.
_PLUS = re.compile(r"(?<=[^\W\d_])\+(?=[^\W\d_])|(?<=[^\W\d_] )\+(?= [^\W\d_])")
#: What is to be worked out, and the signs that are said aloud in it, in Korean and in English.
_FORMULA = re.compile(r"(.*\w\s*(?:[+−]| - )\s*\w.*?)\s*=[\s?]*")
_SIGNS = {"+": (" 더하기 ", " plus "), "-": (" 빼기 ", " minus "), "−": (" 빼기 ", " minus ")}
_SIGN = re.compile(r"\s*([+−]|(?<= )-(?= ))\s*")
#: Text that cleaning leaves as it is: nearly all of the word files, so start-up need not fold it.
_PLAIN = re.compile(r"(?:([a-z가-힣])(?!\1{3})|[0-9 ]){0,4096}")
#: Signs that part words as a space does; other signs stop.
_JOINING = '-_/~·|"([{}<>*:#@+=^'
_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
#: NFKC turns the letters of a keyboard (ㄱ, U+3131) into conjoining ones (U+1100); those left alone are turned back.
_LONE_JAMO = str.maketrans(
    {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0x3131, 0x3164)}
    | {chr(0x11A7 + index): final for index, final in enumerate(hangul.FINALS) if index}
)


@dataclass(frozen=True, slots=True)
class Utterance:
    """A message without its spaces: `gaps[i]` is what stands before character i (0 nothing, 1 space, 2 punctuation)."""

    text: str
    chars: str
    gaps: tuple[int, ...]
    offsets: tuple[int, ...]


def clean(text: str) -> str:
    """The text folded to one spelling: NFKC, lower case, one kind of space and quote, no controls, no laughter."""
    text = text[:MAX_LENGTH]
    text = text.casefold() if _ORDINARY.fullmatch(text) else _folded(text)
    if "'s" in text:
        text = _POSSESSIVE.sub(_without_possessive, text)
    if "ㅡ" in text:
        text = _DASH.sub("", text)
    formula = _FORMULA.fullmatch(text) if "=" in text else None
    if formula is not None:
        text = _said_aloud(formula[1])
    if "+" in text:
        text = _PLUS.sub("&", text)
    has_lone_letters = hangul.has_lone_letters(text)
    if has_lone_letters or "kk" in text or "^^" in text:
        text = _LAUGHTER.sub(" ", text)
    text = _REPEATED.sub(r"\1\1", text)
    if has_lone_letters:
        text = " ".join(map(_mend_jamo, text.split()))
    return " ".join(text.split())


def _said_aloud(terms: str) -> str:
    """The question for what the terms come to, with their signs as words: 2021 상담액 더하기 2022 상담액?"""
    is_english = terms.isascii()
    return _SIGN.sub(lambda sign: _SIGNS[sign[1]][is_english], terms) + "?"


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFKC", text.translate(_SUPERSCRIPT))[:MAX_LENGTH]
    text = text.translate(_visible).casefold()
    return unicodedata.normalize("NFC", text).translate(_LONE_JAMO)


def _without_possessive(match: re.Match[str]) -> str:
    return match[1] + " " if _POSSESSOR.search(match[1]) else match[0]


class _Visible(dict[int, str]):
    """What is left of every character; those of the basic plane are looked up when they are first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        category = unicodedata.category(char)
        if char in _ZERO_WIDTH or category == "Cf":
            left = ""
        elif category in {"So", "Sk", "Cs", "Co", "Cn"} or category[0] in "CZ" or char == "\u20e3":
            left = " "
        else:
            left = "" if category == "Mn" and not "\u1100" <= char <= "\u11ff" else char
        if code < 0x10000:
            self[code] = left
        return left


_visible = _Visible()


def _mend_jamo(token: str) -> str:
    if hangul.is_choseong(token):
        return token
    return hangul.drop_stray_jamo(hangul.compose(token))


def utterance(text: str) -> Utterance:
    """The text, once it is cleaned, as an Utterance."""
    return laid_out(clean(text))


def laid_out(text: str) -> Utterance:
    """Text that is clean already as an Utterance."""
    chars: list[str] = []
    gaps: list[int] = []
    offsets: list[int] = []
    gap = 2
    for offset, char in enumerate(text):
        if char.isalnum() or char in "%$₩&":
            chars.append(char)
            gaps.append(gap)
            offsets.append(offset)
            gap = 0
        elif char in "-/:" and _parts_clauses(text, offset):
            gap = 2
        elif char == " " or char in _JOINING:
            gap = gap or 1
        elif char not in "')]":  # a particle after a closing bracket clings to what is in it: (2021)보다
            gap = 2
    return Utterance(text, "".join(chars), tuple(gaps), tuple(offsets))


def _parts_clauses(text: str, offset: int) -> bool:
    """Whether the dash or slash there stands between spaces, and not between numbers: 2019 - 2022 is one thing; or the
    colon before one."""
    if text[offset + 1 : offset + 2] != " " or (text[offset - 1 : offset] != " " and text[offset] != ":"):
        return False
    return not (text[offset - 2 : offset - 1].isdigit() and text[offset + 2 : offset + 3].isdigit())


def key(phrase: str) -> str:
    """The phrase as the lexicon files it: cleaned, without spaces and punctuation."""
    if _PLAIN.fullmatch(phrase):
        return phrase.replace(" ", "")
    return utterance(phrase).chars
