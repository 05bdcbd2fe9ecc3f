"""Hangul below the syllable, because people mistype letters, abbreviate to initials and attach particles by sound."""

from __future__ import annotations

import re

LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS: tuple[str, ...] = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
#: The letters that take two strokes on the keyboard, with their strokes.
COMPOUNDS = {
    "ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ", "ㅢ": "ㅡㅣ",
    "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ",
    "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ",
}  # fmt: skip
_JOINED = {strokes: letter for letter, strokes in COMPOUNDS.items()}

_FIRST, _LAST = "가", "힣"
_BLOCK = len(VOWELS) * len(FINALS)

_PIECE = re.compile(r"[ㄱ-ㅎ]{2,}(?![ㅏ-ㅣ])|[ㄱ-ㅣ]+|[^ㄱ-ㅣ]")
_CONSONANTS = re.compile(r"[ㄱ-ㅎ]{2,}")

_SIGH = re.compile(r"(?<=[가-힣])[ㅠㅜ](?![ㄱ-ㅣ가-힣])")
_MISSED_IEUNG = re.compile(r"(?:(?<=[가-힣])|(?<![ㄱ-ㅣ가-힣])(?=[ㅏ-ㅣ][가-힣]))([ㅏ-ㅣ])([ㄱ-ㅎ]?)(?![ㄱ-ㅣ])")
_SLIP = re.compile(r"(?<=[가-힣])[ㄱ-ㅎ](?![ㄱ-ㅣ])|(?<![ㄱ-ㅣ])[ㄱ-ㅎ](?=[가-힣])")

_LONE_LETTER = re.compile("[ㄱ-ㅣ]")
_TRAILING_GROUP = re.compile(r"(?<=\S)\s*(?:\([^()]*\)|（[^（）]*）|\[[^\[\]]*\])\s*$")
_SPOKEN_END = re.compile(r"(?:[0-9][0-9.,]*|[A-Za-z]+|[가-힣ㄱ-ㅣ%％‰²³㎡㎥㎞㎝㎜㎏℃°])(?=[^\w%％‰²³㎡㎥㎞㎝㎜㎏℃°]*$)")
_DIGIT_FINALS = dict(zip("0123456789", "ㅇㄹ ㅁ  ㄱㄹㄹ ", strict=True))
_POWER_FINALS = ("", "ㅂ", "ㄱ", "ㄴ")  # 십 백 천
_SCALE_FINALS = ("", "ㄴ", "ㄱ", "", "ㅇ")  # 만 억 조 경
_UNIT_FINALS = {
    "kg": "ㅁ",
    "g": "ㅁ",
    "mg": "ㅁ",
    "t": "ㄴ",
    "m": "",
    "km": "",
    "cm": "",
    "mm": "",
    "l": "",
    "ml": "",
}
_LETTER_FINALS = {"l": "ㄹ", "m": "ㅁ", "n": "ㄴ", "r": "ㄹ"}
#: Word endings by sound, the first that matches: a stop after another consonant gets ㅡ (test 테스트), ck does not.
_WORD_FINALS = (
    (re.compile(r"(?:l|[^aeiou]le)$"), "ㄹ"),
    (re.compile(r"ng$"), "ㅇ"),
    (re.compile(r"m$"), "ㅁ"),
    (re.compile(r"n$"), "ㄴ"),
    (re.compile(r"(?:^|[aeiouyw])[pb]$"), "ㅂ"),
    (re.compile(r"(?:^|[aeiouyw])(?:c|c?k)$"), "ㄱ"),
    (re.compile(r"(?:^|[aeiouyw])t$"), "ㅅ"),
)


def assemble(lead: str, vowel: str, final: str = "") -> str:
    """The letters stand in one syllable."""
    index = (LEADS.index(lead) * len(VOWELS) + VOWELS.index(vowel)) * len(FINALS) + FINALS.index(final)
    return chr(ord(_FIRST) + index)


def disassemble(syllable: str) -> tuple[str, str, str]:
    """The syllable is split into its initial, vowel and final ("" if it has none)."""
    index = ord(syllable) - ord(_FIRST)
    return (
        LEADS[index // _BLOCK],
        VOWELS[index % _BLOCK // len(FINALS)],
        FINALS[index % len(FINALS)],
    )


def is_syllable(char: str) -> bool:
    """True for one composed Hangul syllable."""
    return len(char) == 1 and _FIRST <= char <= _LAST


class _Spelled(dict[int, str]):
    """The keyboard letters of every syllable, a silent ㅇ left out; each is spelled when it is first met."""

    def __missing__(self, code: int) -> str:
        if not is_syllable(chr(code)):
            return chr(code)
        lead, vowel, final = disassemble(chr(code))
        letters = ("" if lead == "ㅇ" else lead, COMPOUNDS.get(vowel, vowel), COMPOUNDS.get(final, final))
        self[code] = "".join(letters)
        return self[code]


_spelled = _Spelled()


def to_jamo(text: str) -> str:
    """Every syllable is spelled in keyboard letters, its silent ㅇ left out except at the start of the text."""
    opens_silent = is_syllable(text[:1]) and disassemble(text[0])[0] == "ㅇ"
    return ("ㅇ" if opens_silent else "") + text.translate(_spelled)


class _InputMethod:
    """The syllable being typed, and the text before it."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.lead = self.vowel = self.final = ""

    def flush(self) -> None:
        if self.lead and self.vowel:
            self.written.append(assemble(self.lead, self.vowel, self.final))
        else:
            self.written.append(self.lead + self.vowel)
        self.lead = self.vowel = self.final = ""

    def take(self, piece: str) -> None:
        if is_syllable(piece):
            self.flush()
            self.lead, self.vowel, self.final = disassemble(piece)
        elif piece in VOWELS:
            self._vowel(piece)
        elif "ㄱ" <= piece <= "ㅎ":
            self._consonant(piece)
        else:
            self.flush()
            self.written.append(piece)

    def _consonant(self, letter: str) -> None:
        final = _JOINED.get(self.final + letter, "") if self.final else letter
        if self.lead and self.vowel and final in FINALS[1:]:
            self.final = final
            return
        self.flush()
        if letter in LEADS:
            self.lead = letter
        else:
            self.written.append(letter)

    def _vowel(self, letter: str) -> None:
        if self.final:  # the last final becomes the next initial: 간ㅏ → 가나
            strokes = COMPOUNDS.get(self.final, self.final)
            self.final = strokes[:-1]
            self.flush()
            self.lead, self.vowel = strokes[-1], letter
        elif not self.vowel:
            self.vowel = letter
        elif self.vowel + letter in _JOINED:
            self.vowel = _JOINED[self.vowel + letter]
        else:
            self.flush()
            self.vowel = letter


def compose(jamo_text: str) -> str:
    """Letters typed one after another stand in syllables as an input method would put them; ㅋㅋ and ㄱㄹㄱ stay."""
    method = _InputMethod()
    for match in _PIECE.finditer(jamo_text):
        piece = match.group()
        if _CONSONANTS.fullmatch(piece):
            method.flush()
            method.written.append(piece)
            continue
        for char in piece:
            method.take(char)
    method.flush()
    return "".join(method.written)


def has_lone_letters(text: str) -> bool:
    """Whether a letter stands in the text that is no part of a syllable."""
    return not text.isascii() and _LONE_LETTER.search(text) is not None


def drop_stray_jamo(text: str) -> str:
    """Single letters that slipped in beside syllables are gone, and a lone vowel there has its missed ㅇ back."""
    text = _SIGH.sub("", text)
    text = _MISSED_IEUNG.sub(lambda match: assemble("ㅇ", match[1], _as_final(match[2])) + _rest(match[2]), text)
    return _SLIP.sub("", text)


def _as_final(letter: str) -> str:
    return letter if letter in FINALS else ""


def _rest(letter: str) -> str:
    return "" if letter in FINALS else letter


def choseong(text: str) -> str:
    """The initial consonants of the syllables stand alone, everything else is dropped."""
    return "".join(disassemble(char)[0] for char in text if is_syllable(char))


def is_choseong(text: str) -> bool:
    """True for two or more letters that all can begin a syllable, such as ㄱㄹㄱ."""
    return len(text) >= 2 and all(char in LEADS for char in text)


def final_consonant(text: str) -> str:
    """The letter that ends the text read aloud in Korean, "" when it ends in a vowel or nothing can be read."""
    if is_syllable(text[-1:]):
        return disassemble(text[-1])[2]
    core = text
    while (shorter := _TRAILING_GROUP.sub("", core)) != core:
        core = shorter
    match = _SPOKEN_END.search(core)
    if match is None:
        return ""
    end = match.group()
    if is_syllable(end):
        return disassemble(end)[2]
    if end[0].isascii() and end[0].isdigit():
        return _number_final(end.strip(".,"))
    if end.isascii() and end.isalpha():
        after_digit = core[: match.start()].rstrip()[-1:].isdigit()
        return _latin_final(end, after_digit)
    if "ㄱ" <= end <= "ㅎ":
        return end  # 기역, 니은 … end in themselves
    return "ㅁ" if end == "㎏" else ""


def _number_final(number: str) -> str:
    whole, point, decimals = number.replace(",", "").partition(".")
    if "." in decimals:  # a date
        whole, point = decimals.rpartition(".")[2], ""
    digit_by_digit = bool(point) or (whole.startswith("0") and len(whole) > 1)
    last = (decimals if point else whole)[-1]
    if digit_by_digit or last != "0" or whole == "0":
        return _DIGIT_FINALS[last].strip()
    zeros = len(whole) - len(whole.rstrip("0"))
    if zeros < 4:
        return _POWER_FINALS[zeros]
    return _SCALE_FINALS[min(zeros // 4, len(_SCALE_FINALS) - 1)]


def _latin_final(word: str, after_digit: bool) -> str:
    lower = word.lower()
    if after_digit and lower in _UNIT_FINALS:
        return _UNIT_FINALS[lower]
    if len(word) == 1 or (word.isupper() and len(word) <= 4):
        return _LETTER_FINALS.get(lower[-1], "")
    return next((final for ending, final in _WORD_FINALS if ending.search(lower)), "")


def particle(word: str, pair: str) -> str:
    """The word carries the particle of the pair that its last sound asks for; one without a choice is just added."""
    return word + only_particle(word, pair)


def only_particle(word: str, pair: str) -> str:
    """The particle of the pair that the word's last sound asks for, for a word that stands in quotation marks."""
    closed, slash, opened = pair.partition("/")
    if not slash:
        return pair
    final = final_consonant(word)
    takes_open = not final or (final == "ㄹ" and opened == "로")
    return opened if takes_open else closed
