"""The forms of Korean verbs and English words, made by rule from their dictionary forms."""

from __future__ import annotations

_BASE, _VOWELS, _FINALS = 0xAC00, 21, 28
_N, _L, _B, _SS, _S = 4, 8, 17, 20, 19
_BRIGHT = {0, 2, 8}  # ㅏ ㅑ ㅗ take 아
#: vowel + 어/아 → the vowel they melt into (indices of the Unicode table).
_MELTED = {0: 0, 4: 4, 1: 1, 5: 5, 6: 6, 8: 9, 13: 14, 20: 6, 11: 10}
_EO, _A, _EU = 4, 0, 18


def _split(syllable: str) -> tuple[int, int, int]:
    code = ord(syllable) - _BASE
    return code // (_VOWELS * _FINALS), code // _FINALS % _VOWELS, code % _FINALS


def _join(initial: int, vowel: int, final: int) -> str:
    return chr(_BASE + (initial * _VOWELS + vowel) * _FINALS + final)


def _is_syllable(char: str) -> bool:
    return 0xAC00 <= ord(char) <= 0xD7A3


def _infinitive(stem: str) -> tuple[str, ...]:
    head, last = stem[:-1], stem[-1]
    initial, vowel, final = _split(last)
    if last == "하":
        return (head + "해", head + "하여")
    if final == 0 and vowel == _EU:
        if last == "르" and head and _is_syllable(head[-1]):
            before = _split(head[-1])
            ending = "라" if before[1] in _BRIGHT else "러"
            return (head[:-1] + _join(before[0], before[1], _L) + ending,)
        bright = bool(head) and _is_syllable(head[-1]) and _split(head[-1])[1] in _BRIGHT
        return (head + _join(initial, _A if bright else _EO, 0),)
    if final == 0 and vowel in _MELTED:
        return (head + _join(initial, _MELTED[vowel], 0), stem + ("아" if vowel in _BRIGHT else "어"))
    if final == 0:
        return (stem + "어",)
    forms = [stem + ("아" if vowel in _BRIGHT else "어")]
    if final == _B:  # 돕다: 도와
        forms.append(head + _join(initial, vowel, 0) + ("와" if vowel in _BRIGHT else "워"))
    if final == 7:  # 듣다: 들어
        forms.append(head + _join(initial, vowel, _L) + ("아" if vowel in _BRIGHT else "어"))
    if final == _S:  # 짓다: 지어
        forms.append(head + _join(initial, vowel, 0) + ("아" if vowel in _BRIGHT else "어"))
    return tuple(forms)


def korean_forms(verb: str) -> frozenset[str]:
    """The stems of a verb given in its dictionary form, to which endings attach: 오다 gives 오, 온, 올, 옵, 와, 왔 …"""
    stem = verb.removesuffix("다").replace(" ", "")
    forms = {stem}
    last = stem[-1]
    if not _is_syllable(last):
        return frozenset(forms)
    initial, vowel, final = _split(last)
    if final in (0, _L):
        open_stem = stem[:-1] + _join(initial, vowel, 0)
        forms |= {stem[:-1] + _join(initial, vowel, fused) for fused in (_N, _L, _B, 16)}
        forms |= {open_stem} if final else set()
    else:
        forms |= {stem + "은", stem + "을", stem + "는"}
    for infinitive in _infinitive(stem):
        forms.add(infinitive)
        i, v, f = _split(infinitive[-1])
        if f == 0:
            # People type 왓어 for 왔어 so often that both are forms.
            forms |= {infinitive[:-1] + _join(i, v, _SS), infinitive[:-1] + _join(i, v, _S)}
    return frozenset(forms)


def english_forms(phrase: str, *, verb: bool) -> frozenset[str]:
    """The regular forms of an English phrase: of its first word for a verb, of its last for a noun."""
    words = phrase.split(" ")
    place = 0 if verb else len(words) - 1
    word = words[place]
    if not word.isalpha() or len(word) < 3:
        return frozenset({phrase})
    forms = {word, _plural(word)}
    if verb:
        forms |= _verb_forms(word)
    return frozenset(" ".join([*words[:place], form, *words[place + 1 :]]) for form in forms)


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _verb_forms(word: str) -> set[str]:
    if word.endswith("e"):
        return {word + "d", word[:-1] + "ing"}
    if word.endswith("y") and word[-2] not in "aeiou":
        return {word[:-1] + "ied", word + "ing"}
    forms = {word + "ed", word + "ing"}
    if word[-1] not in "aeiouwxy" and word[-2] in "aeiou" and word[-3] not in "aeiou":
        forms |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    return forms
