"""The forms of Korean verbs and English words, made by rule from their dictionary forms."""

from __future__ import annotations

_BASE, _VOWELS, _FINALS = 0xAC00, 21, 28
_N, _L, _LM, _M, _B, _S, _SS = 4, 8, 10, 16, 17, 19, 20
_BRIGHT = {0, 2, 8}  # ㅏ ㅑ ㅗ take 아
#: vowel + 어/아 → the vowel they melt into (indices of the Unicode table).
_MELTED = {0: 0, 4: 4, 1: 1, 5: 5, 6: 6, 8: 9, 13: 14, 20: 6, 11: 10}
_EO, _A, _EU = 4, 0, 18
#: ㅎ falls out of these and the vowel turns: 그렇다, 그런, 그래.
_TURNED = {0: 1, 4: 1, 2: 3, 6: 7}

#: Stems whose last consonant changes before a vowel, by how they end; in most others it stays (받아, 웃어).
_CHANGING_D = ("듣", "묻", "걷", "싣", "긷", "일컫", "깨닫")
_CHANGING_S = frozenset("짓잇낫붓긋젓")
_CHANGING_H = frozenset("렇떻맣갛얗랗멓옇")
#: ㅂ is the other way round: these few keep it.
_STEADY_B = frozenset("잡뽑좁입집씹접꼽업")
#: 르 that only loses its vowel (들러), and 르 that takes 러 (이르러).
_PLAIN_REU = ("들르", "치르", "따르", "다다르", "우러르")
_DOUBLED_REU = ("이르", "푸르", "누르")

#: What somebody says of himself with `기자-이다`, after a closed syllable and after an open one.
_COPULA = ("인데", "인데요", "입니다", "입니다만", "임", "이고")
_CLOSED = ("이에요", "이라서", "이거든요")
_OPEN = ("예요", "에요", "라서", "거든요")


def _split(syllable: str) -> tuple[int, int, int]:
    code = ord(syllable) - _BASE
    return code // (_VOWELS * _FINALS), code // _FINALS % _VOWELS, code % _FINALS


def _join(initial: int, vowel: int, final: int) -> str:
    return chr(_BASE + (initial * _VOWELS + vowel) * _FINALS + final)


def _is_syllable(char: str) -> bool:
    return 0xAC00 <= ord(char) <= 0xD7A3


def _infinitive(stem: str) -> tuple[str, ...]:
    """The stem with 아/어, to which the past and many other endings attach."""
    head, last = stem[:-1], stem[-1]
    initial, vowel, final = _split(last)
    if last == "하":
        return (head + "해", head + "하여")
    if final == 0 and vowel == _EU:
        return _infinitive_of_eu(stem)
    if final == 0 and vowel in _MELTED:
        return (head + _join(initial, _MELTED[vowel], 0), stem + ("아" if vowel in _BRIGHT else "어"))
    if final == 0:
        return (stem + "어",)
    changed = _changed(stem)
    if changed is None:
        return (stem + ("아" if vowel in _BRIGHT else "어"),)
    if final == _B:  # 돕다: 도와; 가깝다: 가까워
        return (changed + ("와" if last in "돕곱" else "워"),)
    if last in _CHANGING_H:
        return (head + _join(initial, _TURNED.get(vowel, vowel), 0),)
    return (changed + ("아" if vowel in _BRIGHT else "어"),)


def _infinitive_of_eu(stem: str) -> tuple[str, ...]:
    head, last = stem[:-1], stem[-1]
    before = _split(head[-1]) if head and _is_syllable(head[-1]) else None
    bright = before is not None and before[1] in _BRIGHT
    if last == "르" and before is not None and not stem.endswith(_PLAIN_REU):
        doubled = head[:-1] + _join(before[0], before[1], _L) + ("라" if bright else "러")
        return (doubled, stem + "러") if stem.endswith(_DOUBLED_REU) else (doubled,)
    return (head + _join(_split(last)[0], _A if bright else _EO, 0),)


def _changed(stem: str) -> str | None:
    """The stem as it stands before a vowel, where its last consonant changes: 돕 → 도, 듣 → 들, 짓 → 지."""
    head, last = stem[:-1], stem[-1]
    initial, vowel, final = _split(last)
    if stem.endswith(_CHANGING_D):
        return head + _join(initial, vowel, _L)
    drops = (final == _B and last not in _STEADY_B) or (final == _S and last in _CHANGING_S) or last in _CHANGING_H
    return head + _join(initial, vowel, 0) if drops else None


def _modifiers(stem: str) -> set[str]:
    """What the stem becomes before 은, 을, 음 and 으: 연 열 염 여, 찾은 찾을 찾음, 도운 도울 도움 도우."""
    head, last = stem[:-1], stem[-1]
    initial, vowel, final = _split(last)
    if final in (0, _L):
        fused = {head + _join(initial, vowel, mark) for mark in (_N, _L, _B, _M)}
        return fused | {head + _join(initial, vowel, 0), head + _join(initial, vowel, _LM)} if final else fused
    changed = _changed(stem)
    if changed is None:
        return {stem + "은", stem + "을", stem + "는"}
    if final == _B:
        return {changed + vowelled for vowelled in ("우", "운", "울", "움")}
    if last in _CHANGING_H:
        return {changed} | {head + _join(initial, vowel, mark) for mark in (_N, _L, _M)}
    return {changed + vowelled for vowelled in ("으", "은", "을", "음")}


def korean_forms(verb: str) -> frozenset[str]:
    """The stems of a verb given in its dictionary form, to which endings attach: 오다 gives 오, 온, 올, 옵, 와, 왔 …

    `기자-이다` gives what people say of themselves in whole: 기자인데요, 기자입니다, 기자라서 …
    """
    if verb.endswith("-이다"):
        return _copula_forms(verb.removesuffix("-이다").replace(" ", ""))
    stem = verb.removesuffix("다").replace(" ", "")
    forms = {stem}
    if not _is_syllable(stem[-1]):
        return frozenset(forms)
    forms |= _modifiers(stem)
    for infinitive in _infinitive(stem):
        forms.add(infinitive)
        i, v, f = _split(infinitive[-1])
        if f == 0:
            # People type 왓어 for 왔어 so often that both are forms.
            forms |= {infinitive[:-1] + _join(i, v, _SS), infinitive[:-1] + _join(i, v, _S)}
    return frozenset(forms)


def _copula_forms(noun: str) -> frozenset[str]:
    endings = _CLOSED if _is_syllable(noun[-1]) and _split(noun[-1])[2] else _OPEN
    return frozenset(noun + ending for ending in (*_COPULA, *endings))


def english_forms(phrase: str, *, verb: bool) -> frozenset[str]:
    """The regular forms of an English phrase: of its first word for a verb, of its last for a noun.

    `be a reporter` gives what people say of themselves: I'm a reporter, as a reporter, reporter here.
    """
    words = phrase.split(" ")
    if verb and words[0] == "be" and words[1:2] in (["a"], ["an"]):
        rest = " ".join(words[1:])
        return frozenset((f"im {rest}", f"i am {rest}", f"as {rest}", f"{' '.join(words[2:])} here"))
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
