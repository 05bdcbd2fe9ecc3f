"""The cheapest way to read a text as words that are known: spacing, particles, endings and slips are all edges.

The text without its spaces is a lattice. Every known word, number, particle and ending is an edge; what
nothing explains is an edge too, a dear one. The cheapest path is the reading, so that 방문객수몇명이야 and
the spaced form end in the same spans.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from bot.language.normalise import Utterance
from bot.language.numbers import NumberSpan, find_numbers
from bot.language.words import Reading
from bot.understand.lexicon import Lexicon

SpanKind = Literal["word", "verb", "skip", "josa", "ending", "number", "year", "date", "unknown"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text and what it means; `slips` counts the letters that had to be mended (0 also for sounds alike)."""

    start: int
    end: int
    text: str
    kind: SpanKind
    readings: tuple[Reading, ...] = ()
    number: NumberSpan | None = None
    slips: int = 0
    mended: bool = False
    cost: float = 0.0
    clause: int = 0
    typed: str = ""

    @property
    def meanings(self) -> frozenset[str]:
        """All meanings of all readings."""
        return frozenset().union(*self.readings) if self.readings else frozenset()


_WORD, _VERB, _SKIP, _JOSA, _ENDING, _NUMBER, _UNKNOWN = 1.0, 1.0, 1.1, 0.2, 0.2, 0.5, 2.0
_STRAY_SPACE, _PUNCTUATION = 0.3, 3.0
#: How much more a space costs inside a word that is written without any.
_SOLID_KOREAN, _SOLID_LATIN = 1.2, 5.0
_MAX_WORD = 24
_MAX_EOJEOL = 16
_FUZZY_EOJEOLS = 24

_YEAR = re.compile(
    r"(?<![\d.,])(?P<full>(?:19|20)\d\d)(?!\d|,\d|\.\d)(?:\s?(?:년도|년))?(?!\s?(?:명|개|건|원|억|만|곳|m2|제곱|won|people|companies|visitors?\b(?<!x)))"
    r"|(?P<quoted>')(?P<short>\d\d)(?!\d)(?:\s?(?:년도|년))?"
    r"|(?<![\d.,])(?P<two>\d\d)\s?(?:년도|년)(?!\s?(?:만|전|간|동안|째|마다|뒤|후|이상|넘|사이))"
)
_SHORT_LIST = re.compile(r"(?<![\d.,])(\d\d)(?=(?:\s?[,·/~와과랑]\s?|\s?하고\s?|\s)\d\d(?:\s?[,·/]\s?\d\d)*\s?년)")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH_NAMES = r"(?:(jan)uary|(feb)ruary|(mar)ch|(apr)il|(may)|(june?)|(july?)|(aug)ust|(sep)tember|(oct)ober|(nov)ember|(dec)ember|(jan|feb|mar|apr|aug|sept?|oct|nov|dec)\b\.?)"
_DATE = re.compile(
    r"(?P<month>\d{1,2})\s?월\s?(?P<day>\d{1,2})\s?일(?:\s?자)?"
    r"|(?P<month_only>\d{1,2})\s?월(?!\s?드)"
    r"|\b(?P<day_en>\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?(?P<name1>" + _MONTH_NAMES.replace("(jan)", "(?:jan)") + r")"
    r"|\b(?P<name2>" + _MONTH_NAMES + r")\s(?P<day_en2>\d{1,2})(?:st|nd|rd|th)?\b(?!,?\d)"
)


def segment(utterance: Utterance, lexicon: Lexicon) -> tuple[Span, ...]:
    """The spans of the cheapest reading, in order; slips are mended only in words that nothing explains."""
    fixed = _fixed_spans(utterance)
    path = _cheapest(utterance, lexicon, fixed, {})
    doubtful = _doubtful(utterance, path)
    if doubtful:
        mended = _mended_edges(utterance, lexicon, doubtful)
        if mended:
            path = _cheapest(utterance, lexicon, fixed, mended)
    return _with_clauses(utterance, path)


def _with_clauses(utterance: Utterance, path: list[Span]) -> tuple[Span, ...]:
    clause = 0
    spans = []
    for span in path:
        if span.start and utterance.gaps[span.start] == 2:
            clause += 1
        spans.append(replace(span, clause=clause))
    return tuple(spans)


def _fixed_spans(utterance: Utterance) -> dict[int, list[Span]]:
    """Years, dates and numbers: read from the spaced text, placed in the spaceless one."""
    text = utterance.text
    places = {offset: index for index, offset in enumerate(utterance.offsets)}
    taken: set[int] = set()
    fixed: dict[int, list[Span]] = {}

    def add(start: int, end: int, kind: SpanKind, meaning: str, number: NumberSpan | None = None) -> None:
        inside = [places[offset] for offset in range(start, end) if offset in places]
        if not inside or taken & set(inside):
            return
        taken.update(inside)
        first, last = inside[0], inside[-1] + 1
        readings = (frozenset({meaning}),) if meaning else ()
        span = Span(first, last, text[start:end], kind, readings, number, typed=text[start:end])
        fixed.setdefault(first, []).append(span)

    if not any(char.isdigit() for char in text):
        spelled = find_numbers(text)
    else:
        for match in _DATE.finditer(text):
            meaning = _date_meaning(match)
            if meaning:
                add(match.start(), match.end(), "date", meaning)
        for match in _YEAR.finditer(text):
            year = int(match["full"]) if match["full"] else 2000 + int(match["short"] or match["two"])
            if match["two"] and int(match["two"]) < 10 + 5:
                continue
            add(match.start(), match.end(), "year", f"year:{year}")
        for match in _SHORT_LIST.finditer(text):
            add(match.start(), match.end(), "year", f"year:{2000 + int(match[1])}")
        spelled = find_numbers(text)
    for number in spelled:
        follows = text[number.end : number.end + 2].lstrip()
        if number.spelled and 1990 <= number.value <= 2099 and (follows.startswith("년") or not _has_scale(text, number)):
            end = number.end + text[number.end :].find("년") + 1 if follows.startswith("년") else number.end
            add(number.start, end, "year", f"year:{int(number.value)}")
        else:
            add(number.start, number.end, "number", "", number)
    return fixed


def _has_scale(text: str, number: NumberSpan) -> bool:
    written = text[number.start : number.end]
    return "thousand" in written or "hundred" in written or "천" in written or "만" in written


def _date_meaning(match: re.Match[str]) -> str:
    if match["month"]:
        return f"date:{int(match['month']):02}-{int(match['day']):02}"
    if match["month_only"]:
        return f"month:{int(match['month_only']):02}"
    name, day = (match["name1"], match["day_en"]) if match["name1"] else (match["name2"], match["day_en2"])
    return f"date:{_MONTHS.index(name[:3]) + 1:02}-{int(day):02}"


def _cheapest(utterance: Utterance, lexicon: Lexicon, fixed: dict[int, list[Span]], mended: dict[int, list[Span]]) -> list[Span]:
    chars, gaps = utterance.chars, utterance.gaps
    length = len(chars)
    # best[i][kind of the last span] = (cost, span, kind before it)
    best: list[dict[str, tuple[float, Span | None, str]]] = [{} for _ in range(length + 1)]
    best[0]["start"] = (0.0, None, "")
    inside = {i for spans in fixed.values() for span in spans for i in range(span.start + 1, span.end)}
    for start in range(length):
        if not best[start]:
            continue
        for span in _edges(utterance, lexicon, fixed, mended, inside, start):
            for kind, (cost, _, _) in best[start].items():
                total = cost + span.cost + _join_cost(span, kind, gaps[start], chars)
                if total == float("inf"):
                    continue
                known = best[span.end].get(span.kind)
                if known is None or total < known[0]:
                    best[span.end][span.kind] = (total, span, kind)
    path: list[Span] = []
    position = length
    if not best[length]:
        return path
    kind = min(best[length], key=lambda name: best[length][name][0])
    while position:
        _, reached, before = best[position][kind]
        assert reached is not None
        path.append(reached)
        position, kind = reached.start, before
    return path[::-1]


def _join_cost(span: Span, before: str, gap: int, chars: str) -> float:
    """What it costs to put a span right after one of kind `before`: particles cling, words like a space."""
    if span.kind == "josa":
        if gap:
            return 1.2 if gap == 1 and before in {"word", "number", "year", "date", "unknown"} else float("inf")
        return {"word": 0.0, "number": 0.0, "year": 0.0, "date": 0.0, "josa": 0.9, "skip": 0.0, "unknown": 0.0,
                "verb": 0.5, "ending": 0.3}.get(before, float("inf"))
    if span.kind == "ending":
        if gap:
            return float("inf")
        return {"verb": 0.0, "ending": 0.05, "skip": 0.1, "word": 0.5, "josa": 1.0}.get(before, float("inf"))
    if gap or before == "start":
        return 0.0
    latin = chars[span.start] < "ㄱ"
    if latin and chars[span.start].isalpha() and chars[span.start - 1].isalpha() and chars[span.start - 1] < "ㄱ":
        return 0.8
    if span.kind == "unknown":
        return 0.0 if before == "unknown" else 0.6
    if before in {"number", "year", "date"} or span.kind in {"number", "year", "date"}:
        return 0.1
    cost = {"word": 0.3, "verb": 0.6, "skip": 0.5, "josa": 0.5, "ending": 0.5, "unknown": 1.2}.get(before, 0.3)
    return cost + (0.5 if span.end - span.start == 1 and span.kind != "word" else 0.0)


def _edges(utterance: Utterance, lexicon: Lexicon, fixed: dict[int, list[Span]], mended: dict[int, list[Span]],
           inside: set[int], start: int) -> list[Span]:  # fmt: skip
    chars, gaps = utterance.chars, utterance.gaps
    edges: list[Span] = []
    for span in fixed.get(start, ()):
        edges.append(replace(span, cost=_NUMBER))
    if edges or start in inside:
        return edges
    edges.extend(mended.get(start, ()))
    char = chars[start]
    latin_inside = start and not gaps[start] and char < "ㄱ" and chars[start - 1].isalpha() and chars[start - 1] < "ㄱ"
    eojeol_end = _eojeol_end(gaps, start)
    reach = lexicon.longest.get(chars[start : start + 2], 0) or lexicon.longest.get(char, 0)
    reach = max(reach, lexicon.longest.get(char, 0))
    if not latin_inside or _eojeol_length(gaps, start) >= 10:
        penalty = 0.0
        for end in range(start + 1, min(len(chars), start + min(reach, _MAX_WORD)) + 1):
            if end - 1 > start and gaps[end - 1]:
                penalty += _STRAY_SPACE if gaps[end - 1] == 1 else _PUNCTUATION
            if end - 1 in inside or end - 1 in fixed:
                break
            entry = lexicon.entries.get(chars[start:end])
            if entry is None:
                continue
            cuts_latin = end < len(chars) and not gaps[end] and chars[end - 1] < "ㄱ" and chars[end - 1].isalpha() and chars[end] < "ㄱ" and chars[end].isalpha()
            if cuts_latin and (eojeol_end - start < 10 and _eojeol_length(gaps, start) < 10):
                continue
            base = {"word": _WORD, "verb": _VERB, "skip": _SKIP}[entry.kind]
            stray = penalty * (0.5 if entry.spaced else _SOLID_LATIN if char < "ㄱ" else _SOLID_KOREAN)
            cost = base + stray + (0.8 if cuts_latin else 0.0)
            edges.append(Span(start, end, entry.surface, entry.kind, entry.readings, cost=cost, typed=chars[start:end]))
    if start and not gaps[start] and char >= "ㄱ":
        for end in range(start + 1, min(eojeol_end, start + 6) + 1):
            piece = chars[start:end]
            if piece in lexicon.josa:
                edges.append(Span(start, end, piece, "josa", cost=_JOSA, typed=piece))
            if piece in lexicon.endings:
                edges.append(Span(start, end, piece, "ending", cost=_ENDING, typed=piece))
    edges.append(_unknown(chars, gaps, start))
    return edges


def _unknown(chars: str, gaps: tuple[int, ...], start: int) -> Span:
    end = start + 1
    if chars[start] < "ㄱ":
        while end < len(chars) and not gaps[end] and chars[end] < "ㄱ" and chars[end].isalpha() == chars[start].isalpha():
            end += 1
    text = chars[start:end]
    cost = _UNKNOWN if chars[start] >= "ㄱ" else _UNKNOWN + 0.3 * (end - start)
    return Span(start, end, text, "unknown", cost=cost, typed=text)


def _eojeol_end(gaps: tuple[int, ...], start: int) -> int:
    end = start + 1
    while end < len(gaps) and not gaps[end]:
        end += 1
    return end


def _eojeol_start(gaps: tuple[int, ...], index: int) -> int:
    while index and not gaps[index]:
        index -= 1
    return index


def _eojeol_length(gaps: tuple[int, ...], index: int) -> int:
    return _eojeol_end(gaps, index) - _eojeol_start(gaps, index)


def _doubtful(utterance: Utterance, path: list[Span]) -> list[tuple[int, int]]:
    """The eojeols whose reading is poor: something unknown, or a heap of single syllables."""
    found: dict[int, int] = {}
    short: dict[int, int] = {}
    for span in path:
        first = _eojeol_start(utterance.gaps, span.start)
        if span.kind == "unknown":
            found[first] = _eojeol_end(utterance.gaps, span.start)
        elif span.end - span.start == 1 and span.kind in {"word", "skip", "verb"} and utterance.chars[span.start] >= "가":
            short[first] = short.get(first, 0) + 1
            if short[first] >= 2:
                found[first] = _eojeol_end(utterance.gaps, span.start)
    return sorted(found.items())[:_FUZZY_EOJEOLS]


def _mended_edges(utterance: Utterance, lexicon: Lexicon, doubtful: list[tuple[int, int]]) -> dict[int, list[Span]]:
    chars = utterance.chars
    edges: dict[int, list[Span]] = {}
    for first, last in doubtful:
        korean = chars[first] >= "ㄱ"
        if not korean:
            stretches = [(first, last)]
        else:
            # Slips join eojeols rarely, so each is mended by itself, with its neighbour only when it is short.
            stop = min(last, first + _MAX_EOJEOL)
            following = _eojeol_end(utterance.gaps, last) if last < len(chars) else last
            stretches = [(a, b) for a in range(first, stop) for b in range(a + 1, min(stop, a + 9) + 1)]
            if following - first <= 8:
                stretches.append((first, following))
        for start, end in stretches:
            typed = chars[start:end]
            if typed in lexicon.entries or any(char.isdigit() for char in typed):
                continue
            near = lexicon.near(typed)
            if near is None:
                continue
            entry, slips = near
            cost = 1.25 + 0.75 * slips
            edges.setdefault(start, []).append(
                Span(start, end, entry.surface, entry.kind, entry.readings, slips=slips, mended=True, cost=cost, typed=typed)
            )
    return edges
