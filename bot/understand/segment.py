"""The cheapest way to read a text as known words: spacing, particles, endings and slips are all edges.

The text without its spaces is a lattice. Every known word, number, particle and ending is an edge; what
nothing explains is an edge too, a dear one. The cheapest path is the reading, so that 방문객수몇명이야 and
the spaced form end in the same spans.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.language.normalise import Utterance
from bot.understand.lexicon import Lexicon
from bot.understand.quantities import find_quantities
from bot.understand.span import Span, SpanKind

_COSTS: dict[SpanKind, float] = {"word": 1.0, "verb": 1.05, "skip": 1.1, "josa": 0.2, "ending": 0.2}
_UNKNOWN, _UNKNOWN_LETTER = 2.0, 0.3
#: Dearer than one word, cheaper than unknown letters: a slip is not seen where two known words stand.
_MENDED, _SLIP = 1.8, 0.75
#: A space or a stop inside a word; what a space costs more in a word that is written without any.
_SPACE, _STOP = 0.3, 3.0
_SPACED, _SOLID_KOREAN, _SOLID_LATIN = 0.5, 2.5, 5.0
_CUT_LATIN, _CUT_RUN_TOGETHER = 0.8, 0.3
_NEVER = float("inf")

_LONGEST_WORD = 40
_LONGEST_AFFIX = 6
#: A run of Latin letters this long may be words without spaces.
_RUN_TOGETHER = 10
#: How much of a message is looked at for slips.
_MAX_DOUBTFUL, _MAX_DOUBTFUL_LENGTH, _LONGEST_MENDED, _MAX_JOINED = 24, 16, 9, 8

#: What it costs that a particle or an ending follows a span of that kind without a space.
_BEFORE_JOSA: dict[str, float] = {
    "word": 0.0, "number": 0.0, "year": 0.0, "date": 0.0, "skip": 0.0, "unknown": 0.0,
    "ending": 0.3, "verb": 0.5, "josa": 0.9,
}  # fmt: skip
_BEFORE_ENDING: dict[str, float] = {"verb": 0.0, "ending": 0.05, "skip": 0.1, "word": 0.9, "josa": 1.0}
_BEFORE_WORD: dict[str, float] = {
    "word": 0.3,
    "skip": 0.5,
    "josa": 0.5,
    "ending": 0.5,
    "verb": 0.6,
    "unknown": 1.2,
}
_AFTER_SPACE_JOSA = 1.2
_QUANTITIES = frozenset({"number", "year", "date"})


def segment(utterance: Utterance, lexicon: Lexicon, *, mends: bool = True) -> tuple[Span, ...]:
    """The spans of the cheapest reading, in order; slips are mended only in words that nothing explains."""
    lattice = _Lattice(utterance, lexicon)
    path = lattice.cheapest({})
    doubtful = lattice.doubtful(path) if mends else []
    mended = lattice.mended(doubtful) if doubtful else {}
    if mended:
        path = lattice.cheapest(mended)
    return _with_clauses(utterance, path)


def _with_clauses(utterance: Utterance, path: list[Span]) -> tuple[Span, ...]:
    clause = 0
    spans = []
    for span in path:
        clause += bool(span.start) and utterance.gaps[span.start] == 2
        spans.append(replace(span, clause=clause) if clause else span)
    return tuple(spans)


class _Lattice:
    """The spaceless text with its eojeols, its runs of Latin letters and its numbers."""

    def __init__(self, utterance: Utterance, lexicon: Lexicon) -> None:
        self.chars, self.gaps = utterance.chars, utterance.gaps
        self.lexicon = lexicon
        self.length = len(self.chars)
        self.starts, self.ends = self._eojeols()
        self.runs = self._latin_runs()
        self.quantities = {span.start: span for span in find_quantities(utterance)}
        self.inside = {place for span in self.quantities.values() for place in range(span.start + 1, span.end)}
        self.after_quantity = {span.end for span in self.quantities.values()}

    def _eojeols(self) -> tuple[list[int], list[int]]:
        """For every place, where the word between spaces that it is in starts and ends."""
        starts = [0] * self.length
        for place in range(1, self.length):
            starts[place] = place if self.gaps[place] else starts[place - 1]
        ends = [self.length] * self.length
        for place in range(self.length - 2, -1, -1):
            ends[place] = place + 1 if self.gaps[place + 1] else ends[place + 1]
        return starts, ends

    def _latin_runs(self) -> list[int]:
        """For every place, where the run of characters of its kind (letters or not) ends."""
        runs = [self.length] * self.length
        for place in range(self.length - 2, -1, -1):
            following = self.chars[place + 1]
            goes_on = (
                not self.gaps[place + 1] and following < "ㄱ" and following.isalpha() == self.chars[place].isalpha()
            )
            runs[place] = runs[place + 1] if goes_on else place + 1
        return runs

    def cheapest(self, mended: dict[int, list[Span]]) -> list[Span]:
        """The cheapest path through the text."""
        # best[i][kind of the last span] = (cost, span, kind before it)
        best: list[dict[str, tuple[float, Span | None, str]]] = [{} for _ in range(self.length + 1)]
        best[0]["start"] = (0.0, None, "")
        for start in range(self.length):
            if not best[start]:
                continue
            for span in self._edges(start, mended):
                for kind, (cost, _, _) in best[start].items():
                    total = cost + span.cost + self._joint(span, kind)
                    known = best[span.end].get(span.kind)
                    if total < (known[0] if known else _NEVER):
                        best[span.end][span.kind] = (total, span, kind)
        return _trace_back(best)

    def _joint(self, span: Span, before: str) -> float:
        """What it costs to put a span right after one of kind `before`: particles cling, words like a space."""
        gap = self.gaps[span.start]
        if span.kind == "josa":
            if gap:
                return _AFTER_SPACE_JOSA if gap == 1 and before in {*_QUANTITIES, "word", "unknown"} else _NEVER
            return _BEFORE_JOSA.get(before, _NEVER)
        if span.kind == "ending":
            return _NEVER if gap else _BEFORE_ENDING.get(before, _NEVER)
        if gap or before == "start":
            return 0.0
        if self._cuts_latin(span.start):
            return _CUT_LATIN
        if span.kind == "unknown":
            return 0.0 if before == "unknown" else 0.6
        if before in _QUANTITIES or span.kind in _QUANTITIES:
            return 0.1
        return _BEFORE_WORD.get(before, 0.3) + (0.5 if span.end - span.start == 1 and span.kind != "word" else 0.0)

    def _cuts_latin(self, place: int) -> bool:
        """Whether a boundary at the place cuts a run of Latin letters."""
        if not 0 < place < self.length or self.gaps[place]:
            return False
        before, after = self.chars[place - 1], self.chars[place]
        return before < "ㄱ" and after < "ㄱ" and before.isalpha() and after.isalpha()

    def _edges(self, start: int, mended: dict[int, list[Span]]) -> Iterator[Span]:
        if start in self.inside:
            return
        quantity = self.quantities.get(start)
        if quantity is not None:
            yield quantity
        yield from self._words(start, least=quantity.end + 1 if quantity else start + 1)
        if quantity is not None:
            return
        yield from mended.get(start, ())
        if start and not self.gaps[start] and self.chars[start] >= "ㄱ":
            yield from self._affixes(start)
        yield self._unknown(start)

    def _words(self, start: int, least: int) -> Iterator[Span]:
        """The known words that start here and end no earlier than `least`, nor inside a number."""
        run_together = self.ends[start] - self.starts[start] >= _RUN_TOGETHER
        if self._cuts_latin(start) and not run_together:
            return
        cut = _CUT_RUN_TOGETHER if run_together else _CUT_LATIN
        reach = max(self.lexicon.reach(self.chars[start : start + 2]), 1)
        spaces = 0.0
        for end in range(start + 1, min(self.length, start + min(reach, _LONGEST_WORD)) + 1):
            if end - 1 > start and self.gaps[end - 1]:
                spaces += _SPACE if self.gaps[end - 1] == 1 else _STOP
            if end < least or end in self.inside:
                continue
            entry = self.lexicon.entry(self.chars[start:end])
            if entry is None:
                continue
            cuts = self._cuts_latin(end)
            if cuts and not run_together:
                continue
            if spaces and start != self.starts[start] and start not in self.after_quantity:
                continue  # a word that goes on after a space does not begin inside another: 올해 남은 is not 해남
            if spaces and not entry.spaced and (self._tears(end) or self._takes_particle(start)):
                continue
            solid = _SOLID_LATIN if self.chars[start] < "ㄱ" else _SOLID_KOREAN
            cost = _COSTS[entry.kind] + spaces * (_SPACED if entry.spaced else solid) + (cut if cuts else 0.0)
            yield Span(
                start,
                end,
                entry.surface,
                entry.kind,
                entry.readings,
                cost=cost,
                typed=self.chars[start:end],
                meanings=entry.meanings,
            )

    def _tears(self, end: int) -> bool:
        """Whether a word that ends there would take the first syllables of a longer one: 본 사람 is not 본사."""
        first = self.starts[end - 1]
        return any(self.lexicon.entry(self.chars[first:last]) for last in range(end + 1, self.ends[first] + 1))

    def _takes_particle(self, start: int) -> bool:
        """Whether a word that starts there would take the particle of a number: 2021년엔 화면 is not 엔화."""
        return start in self.after_quantity and self.chars[start : self.ends[start]] in self.lexicon.words.josa

    def _affixes(self, start: int) -> Iterator[Span]:
        for end in range(start + 1, min(self.ends[start], start + _LONGEST_AFFIX) + 1):
            piece = self.chars[start:end]
            if piece in self.lexicon.words.josa:
                yield Span(start, end, piece, "josa", cost=_COSTS["josa"], typed=piece)
            if piece in self.lexicon.words.endings:
                yield Span(start, end, piece, "ending", cost=_COSTS["ending"], typed=piece)

    def _unknown(self, start: int) -> Span:
        """One syllable, or a whole run of Latin letters or digits."""
        is_latin = self.chars[start] < "ㄱ"
        end = self.runs[start] if is_latin else start + 1
        while end in self.inside:  # never into the middle of a number
            end -= 1
        cost = _UNKNOWN + (_UNKNOWN_LETTER * (end - start) if is_latin else 0.0)
        text = self.chars[start:end]
        return Span(start, end, text, "unknown", cost=cost, typed=text)

    def doubtful(self, path: list[Span]) -> list[tuple[int, int]]:
        """The eojeols whose reading is poor: something unknown, or a heap of single syllables."""
        found: dict[int, int] = {}
        single: dict[int, int] = {}
        for span in path:
            first = self.starts[span.start]
            if span.kind == "unknown":
                found[first] = self.ends[span.start]
            elif (
                span.end - span.start == 1 and span.kind in {"word", "skip", "verb"} and self.chars[span.start] >= "가"
            ):
                single[first] = single.get(first, 0) + 1
                if single[first] >= 2:
                    found[first] = self.ends[span.start]
        return sorted(found.items())[:_MAX_DOUBTFUL]

    def mended(self, doubtful: list[tuple[int, int]]) -> dict[int, list[Span]]:
        """Edges for the doubtful stretches that are one or two letters away from a known word."""
        edges: dict[int, list[Span]] = {}
        for start, end in (stretch for first, last in doubtful for stretch in self._stretches(first, last)):
            typed = self.chars[start:end]
            if self.lexicon.entry(typed) or any(char.isdigit() for char in typed):
                continue
            if start in self.after_quantity and not self.gaps[start]:
                continue  # what clings to a number counts it: 명 안 is not 명단
            near = self.lexicon.near(typed)
            if near is None:
                continue
            entry, slips = near
            cost = _MENDED + _SLIP * slips
            edges.setdefault(start, []).append(
                Span(
                    start,
                    end,
                    entry.surface,
                    entry.kind,
                    entry.readings,
                    slips=slips,
                    mended=True,
                    cost=cost,
                    typed=typed,
                    meanings=entry.meanings,
                )
            )
        return edges

    def _stretches(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """What may be one mistyped word: a Latin eojeol, any part of a Korean one, or a short one with the next."""
        if self.chars[first] < "ㄱ":
            yield first, last
            return
        stop = min(last, first + _MAX_DOUBTFUL_LENGTH)
        for start in range(first, stop):
            for end in range(start + 1, min(stop, start + _LONGEST_MENDED) + 1):
                yield start, end
        following = self.ends[last] if last < self.length else last
        if last < following <= first + _MAX_JOINED:
            yield first, following


def _trace_back(best: list[dict[str, tuple[float, Span | None, str]]]) -> list[Span]:
    path: list[Span] = []
    place = len(best) - 1
    kind = min(best[place], key=lambda name: best[place][name][0], default="start")
    while place:
        _, span, before = best[place][kind]
        assert span is not None
        path.append(span)
        place, kind = span.start, before
    return path[::-1]
