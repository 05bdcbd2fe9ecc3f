"""The cheapest way to read a text as known words: spacing, particles, endings and slips are all edges.

The text without its spaces is a lattice. Every known word, number, particle and ending is an edge; what
nothing explains is an edge too, a dear one. The cheapest path is the reading, so that 방문객수몇명이야 and
the spaced form end in the same spans.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.language.normalise import Utterance
from bot.understand.reading.lexicon import Entry, Lexicon
from bot.understand.reading.quantities import find_quantities
from bot.understand.span import Span, SpanKind

_COSTS: dict[SpanKind, float] = {"word": 1.0, "verb": 1.0, "skip": 1.1, "josa": 0.2, "ending": 0.2}
_UNKNOWN, _UNKNOWN_LETTER = 2.0, 0.3
#: Few words have so many Latin letters: they are rather several without spaces, so leaving them unknown is dearer.
_LONG_LATIN, _LONG_LETTER = 10, 0.45
_LONGEST_LATIN, _RUN_LETTER = 16, 0.7
#: Dearer than one word, cheaper than unknown letters: a slip is not seen where two known words stand.
_MENDED, _SLIP = 1.8, 0.75
#: A space or a stop inside a word; what a space costs more in a word that is written without any.
_SPACE, _STOP = 0.3, 3.0
_SPACED, _SOLID_KOREAN, _SOLID_LATIN = 0.5, 2.5, 5.0
_CUT_LATIN, _CUT_RUN_TOGETHER = 0.8, 0.3
_NEVER = float("inf")

_LONGEST_WORD = 40
_LONGEST_AFFIX = 6
#: How many syllables a particle or an ending has that a space may part from its word.
_SHORTEST_LOOSE = 2
#: No question has so much without a space: such a run is not read.
_LONGEST_EOJEOL = 200
#: A run of Latin letters this long may be words without spaces.
_RUN_TOGETHER = 10
#: How much of a message is looked at for slips.
_MAX_DOUBTFUL, _MAX_DOUBTFUL_LENGTH, _LONGEST_MENDED, _MAX_JOINED = 24, 16, 9, 8

#: What it costs that a particle or an ending follows a span of that kind without a space.
_BEFORE_JOSA: dict[str, float] = {
    "word": 0.0, "number": 0.0, "year": 0.0, "date": 0.0, "skip": 0.0, "little": 0.0, "unknown": 0.0,
    "nominal": 0.3, "verb": 0.5, "josa": 0.9, "case": 0.9,
}  # fmt: skip
_BEFORE_ENDING: dict[str, float] = {
    "verb": 0.0,
    "stem": 0.0,
    "ending": 0.05,
    "nominal": 0.05,
    "skip": 0.1,
    "word": 0.9,
    "josa": 1.0,
}
_BEFORE_WORD: dict[str, float] = {
    "word": 0.3,
    "skip": 0.5,
    "little": 0.5,
    "josa": 0.5,
    "case": 0.5,
    "ending": 0.5,
    "nominal": 0.5,
    "verb": 0.6,
    "stem": 0.6,
    "unknown": 1.2,
}
_AFTER_SPACE_JOSA, _AFTER_SPACE_ENDING = 1.2, 0.8
#: What it costs that a space tears a particle or an ending: 2019년보 다.
_TORN = 1.2
_AFTER_SINGLE = 0.5
_QUANTITIES: tuple[SpanKind, ...] = ("number", "year", "date")
#: A skipped word of one syllable that is no stem: no ending clings to it.
_LITTLE = "little"
#: A form of a verb of one syllable: endings cling to it, no particle does.
_STEM = "stem"
#: A particle of case, which no ending follows.
_CASE = "case"
#: An ending that makes a noun of the verb, so that particles may follow it.
_NOMINAL = "nominal"
_BEFORE: tuple[str, ...] = (
    "start", "word", "verb", _STEM, "skip", _LITTLE, "josa", _CASE, "ending", _NOMINAL, *_QUANTITIES, "unknown",
)  # fmt: skip

#: The words of one or two letters that people run together with others.
_SMALL_WORDS = frozenset("a i am an as at be by do go he if in is it me my no of on or so to up us vs we".split())

#: What stands before a name, and the words that never follow it: did aws exhibit is not did was exhibit.
_LEADS_TO_NAME = frozenset(
    {"did", "does", "do", "was", "is", "were", "are", "by", "from", "with", "of", "at", "the", "a", "for", "to", "on"}
)
_AFTER_NO_LEAD = frozenset({"was", "were", "has", "have", "had", "did", "does", "are", "can", "will", "and", "not"})

#: What it costs to put a span of one kind after one of another; what is missing cannot be.
_Joints = dict[SpanKind, dict[str, float]]


def _clinging(*, single: bool) -> _Joints:
    """The joints without a gap: particles cling, words like a space; `single` spans are one character long."""
    joints: _Joints = {"josa": _BEFORE_JOSA, "ending": _BEFORE_ENDING}
    joints["unknown"] = {before: 0.0 if before == "unknown" else 0.6 for before in _BEFORE}
    for kind in _QUANTITIES:
        joints[kind] = dict.fromkeys(_BEFORE, 0.1)
    kinds: tuple[SpanKind, ...] = ("word", "verb", "skip")
    for kind in kinds:
        more = _AFTER_SINGLE if single and kind != "word" else 0.0
        joints[kind] = {
            before: 0.1 if before in _QUANTITIES else _BEFORE_WORD.get(before, 0.3) + more for before in _BEFORE
        }
    return joints


def _apart(cost: float, after_space: dict[str, float], loose_ending: dict[str, float]) -> _Joints:
    """The joints of equal cost, with those of a particle that does not cling."""
    kinds: tuple[SpanKind, ...] = ("word", "verb", "skip", *_QUANTITIES, "unknown")
    joints: _Joints = {kind: dict.fromkeys(_BEFORE, cost) for kind in kinds}
    return joints | {"josa": after_space, "ending": loose_ending}


_CLINGING, _CLINGING_SINGLE = _clinging(single=False), _clinging(single=True)
_AFTER_SPACE = _apart(
    0.0,
    dict.fromkeys((*_QUANTITIES, "word", "unknown"), _AFTER_SPACE_JOSA),
    dict.fromkeys(("verb", _STEM, "ending"), _AFTER_SPACE_ENDING),
)
_AFTER_STOP = _apart(0.0, {}, {})
_CUTTING_LATIN = _apart(_CUT_LATIN, {}, {})


class _Edge:
    """A way to read the next `length` characters: as a word, a quantity, a particle, an ending, or as unknown.

    `state` is what the next edge sees it as, which mostly is its kind.
    """

    # No dataclass, for the same reason as `Span`.
    def __init__(
        self,
        length: int,
        kind: SpanKind,
        cost: float,
        entry: Entry | None = None,
        quantity: Span | None = None,
        slips: int = 0,
        mended: bool = False,
        state: str = "",
    ) -> None:
        self.length = length
        self.kind: SpanKind = kind
        self.cost = cost
        self.entry = entry
        self.quantity = quantity
        self.slips = slips
        self.mended = mended
        self.state = state or kind

    def torn(self, cost: float) -> _Edge:
        """The affix over a space, at the cost."""
        return _Edge(self.length, self.kind, self.cost + cost, state=self.state) if cost else self


def _affixes_of(kind: SpanKind, state: str = "") -> tuple[_Edge, ...]:
    """The affixes of the kind by their lengths."""
    return tuple(_Edge(length, kind, _COSTS[kind], state=state) for length in range(_LONGEST_AFFIX + 1))


_JOSA, _CASES = _affixes_of("josa"), _affixes_of("josa", _CASE)
_ENDINGS, _NOMINALS = _affixes_of("ending"), _affixes_of("ending", _NOMINAL)
_UNKNOWN_SYLLABLE = _Edge(1, "unknown", _UNKNOWN)
_ONLY_UNKNOWN = (_UNKNOWN_SYLLABLE,)

#: What starts at a place: words and numbers, then affixes and what nothing explains; mended words come in between.
_Edges = tuple[Sequence[_Edge], Sequence[_Edge]]


class _Path:
    """The cheapest path to a place that ends with the edge, where that starts, and what stands before it."""

    def __init__(self, cost: float, edge: _Edge | None, start: int, before: str) -> None:
        self.cost, self.edge, self.start, self.before = cost, edge, start, before


#: By what the last edge is to the next one.
_Paths = dict[str, _Path]


def segment(
    utterance: Utterance, lexicon: Lexicon, *, mends: bool = True, names: frozenset[str] = frozenset()
) -> tuple[Span, ...]:
    """The spans of the cheapest reading, in order; slips are mended only in words that nothing explains, short ones
    not in `names`."""
    lattice = _Lattice(utterance, lexicon)
    path = lattice.cheapest({})
    doubtful = lattice.doubtful(path) if mends else []
    mended = lattice.mended(doubtful, names) if doubtful else {}
    if mended:
        path = lattice.cheapest(mended)
        kept = lattice.without_scraps(mended, path)
        if len(kept) < len(mended):
            path = lattice.cheapest(kept)
    return lattice.spans(path)


def segment_for(utterance: Utterance, lexicon: Lexicon) -> tuple[tuple[Span, ...], float]:
    """The spans of the cheapest reading, nothing in it mended, and what it costs with the joints between them."""
    lattice = _Lattice(utterance, lexicon)
    paths = lattice.paths({})
    cost = min((path.cost for path in paths[-1].values()), default=_NEVER)
    return lattice.spans(_trace_back(paths)), cost


def follows_no_lead(before: str, word: str) -> bool:
    """Whether the word never stands behind the other, which leads to a name: did aws exhibit."""
    return word in _AFTER_NO_LEAD and before in _LEADS_TO_NAME


class _Lattice:
    """The spaceless text with its eojeols, its runs of Latin letters and its numbers."""

    def __init__(self, utterance: Utterance, lexicon: Lexicon) -> None:
        self.chars, self.gaps = utterance.chars, utterance.gaps
        self.lexicon = lexicon
        self.length = len(self.chars)
        self.starts, self.ends = self._eojeols()
        self.runs, self.cuts = self._latin_runs()
        found = find_quantities(utterance)
        self.quantities = {span.start: span for span in found if not self._names_edition(span)}
        self.inside = {place for span in self.quantities.values() for place in range(span.start + 1, span.end)}
        self.after_quantity = {span.end for span in self.quantities.values()}
        self._edges: list[_Edges | None] = [None] * self.length

    def _names_edition(self, span: Span) -> bool:
        """Whether the month is a name of the release's own: one of its editions."""
        return span.kind == "date" and span.typed.split()[-1].strip(".") in self.lexicon.own

    def _eojeols(self) -> tuple[list[int], list[int]]:
        """For every place, where the word between spaces that it is in starts and ends."""
        starts: list[int] = []
        ends: list[int] = []
        first = 0
        for place in [place for place, gap in enumerate(self.gaps) if gap and place] + [self.length]:
            starts += [first] * (place - first)
            ends += [place] * (place - first)
            first = place
        return starts, ends

    def _latin_runs(self) -> tuple[list[int], set[int]]:
        """For every place, where the run of characters of its kind (letters or not) ends, and the places within runs
        of Latin letters."""
        runs = list(range(1, self.length + 1))
        within: set[int] = set()
        for place in range(self.length - 2, -1, -1):
            following = self.chars[place + 1]
            if following < "ㄱ" and not self.gaps[place + 1]:
                is_letter = following.isalpha()
                if is_letter == self.chars[place].isalpha():
                    runs[place] = runs[place + 1]
                    if is_letter and self.chars[place] < "ㄱ":
                        within.add(place + 1)
        return runs, within

    def cheapest(self, mended: dict[int, list[_Edge]]) -> list[tuple[int, _Edge]]:
        """The cheapest path through the text, as its edges and where they start."""
        return _trace_back(self.paths(mended))

    def paths(self, mended: dict[int, list[_Edge]]) -> list[_Paths]:
        """The cheapest paths to every place."""
        best: list[_Paths] = [{} for _ in range(self.length + 1)]
        best[0]["start"] = _Path(0.0, None, 0, "")
        for start in range(self.length):
            paths = best[start]
            if not paths:
                continue
            words, others = self._edges[start] or self._edges_from(start)
            longer, single = self._joints(start)
            edges: list[_Edge] = [*words, *mended.get(start, ()), *others]
            for edge in edges:
                joints = (single if edge.length == 1 else longer)[edge.kind]
                cheapest, last = _NEVER, ""
                for before, path in paths.items():
                    joint = joints.get(before)
                    if joint is not None and (total := path.cost + edge.cost + joint) < cheapest:
                        cheapest, last = total, before
                reached = best[start + edge.length]
                known = reached.get(edge.state)
                if cheapest < (known.cost if known else _NEVER):
                    reached[edge.state] = _Path(cheapest, edge, start, last)
        return best

    def _joints(self, start: int) -> tuple[_Joints, _Joints]:
        """What it costs to put spans here, the longer ones and those of one character."""
        gap = self.gaps[start]
        if gap:
            joints = _AFTER_SPACE if gap == 1 else _AFTER_STOP
            return joints, joints
        if start in self.cuts:
            return _CUTTING_LATIN, _CUTTING_LATIN
        return _CLINGING, _CLINGING_SINGLE

    def _edges_from(self, start: int) -> _Edges:
        """The known words and numbers that start here, and what else may: affixes, and what nothing explains."""
        edges = self._edges[start] = self._made_edges(start)
        return edges

    def _made_edges(self, start: int) -> _Edges:
        if start in self.inside:
            return (), ()
        run = self.ends[start] - self.starts[start]
        if run > _LONGEST_EOJEOL:
            return (), (self._unread(start),)
        quantity = self.quantities.get(start) if self.quantities else None
        if quantity is not None:
            length = quantity.end - start
            number = _Edge(length, quantity.kind, quantity.cost, quantity=quantity)
            return (number, *self._words(start, least=length + 1)), ()
        words = self._words(start, least=1)
        if self.chars[start] < "ㄱ":
            return words, (self._unknown(start),)
        affixes = self._affixes(start) if start and not self.gaps[start] else self._loose_affix(start)
        return words, (*affixes, _UNKNOWN_SYLLABLE) if affixes else _ONLY_UNKNOWN

    def _unread(self, start: int) -> _Edge:
        """All that is left of a run of letters that is too long to be read, with a number that goes on after it."""
        end = self.ends[start]
        while end in self.inside:
            end += 1
        return _Edge(end - start, "unknown", _UNKNOWN + _UNKNOWN_LETTER * (end - start))

    def _words(self, start: int, least: int) -> Sequence[_Edge]:
        """The known words that start here and are no shorter than `least`, nor end inside a number."""
        chars, lexicon = self.chars, self.lexicon
        own, surfaces = lexicon.own, lexicon.words.surfaces
        found: list[_Edge] = []
        run_together = self.ends[start] - self.starts[start] >= _RUN_TOGETHER
        if start in self.cuts and not run_together:
            return ()
        cut = _CUT_RUN_TOGETHER if run_together else _CUT_LATIN
        for length in lexicon.lengths(chars[start : start + 2]):
            end = start + length
            if length > _LONGEST_WORD or end > self.length:
                break
            surface = chars[start:end]
            if (surface not in surfaces and surface not in own) or length < least or end in self.inside:
                continue
            entry = lexicon.known(surface)
            cuts = end in self.cuts
            if (cuts and not run_together) or (length < 3 and self._is_scrap(start, surface)):
                continue
            spaces = self._spaces(start, end) if end > self.ends[start] else 0.0
            if spaces and start not in self.after_quantity and not self._begins_anew(start):
                continue  # a word that goes on after a space does not begin inside another: 올해 남은 is not 해남
            if spaces and not entry.spaced and (self._tears(end) or self._takes_particle(start)):
                continue
            solid = _SOLID_LATIN if chars[start] < "ㄱ" else _SOLID_KOREAN
            cost = _COSTS[entry.kind] + spaces * (_SPACED if entry.spaced else solid) + (cut if cuts else 0.0)
            is_little = length == 1 and entry.kind == "skip" and chars[start] not in lexicon.words.stems
            state = _LITTLE if is_little else _STEM if length == 1 and entry.kind == "verb" else ""
            found.append(_Edge(length, entry.kind, cost, entry, state=state))
        return tuple(found)

    def _is_scrap(self, start: int, surface: str) -> bool:
        """Whether one or two Latin letters within a run are no word that people run together."""
        return (start in self.cuts or start + len(surface) in self.cuts) and surface not in _SMALL_WORDS

    def _begins_anew(self, start: int) -> bool:
        """Whether a word may begin there: after a space, or after a noun and its particle where a space is missing."""
        first = self.starts[start]
        if start == first:
            return True
        words, chars = self.lexicon.words, self.chars
        ends = range(max(first + 2, start - _LONGEST_AFFIX), start)
        return any(chars[end:start] in words.cases and self.lexicon.entry(chars[first:end]) for end in ends)

    def _tears(self, end: int) -> bool:
        """Whether a word that ends there would take the first syllables of a longer one: 본 사람 is not 본사."""
        first = self.starts[end - 1]
        return any(self.lexicon.entry(self.chars[first:last]) for last in range(end + 1, self.ends[first] + 1))

    def _takes_particle(self, start: int) -> bool:
        """Whether a word that starts there would take the particle of a number: 2021년엔 화면 is not 엔화."""
        return start in self.after_quantity and self.chars[start : self.ends[start]] in self.lexicon.words.josa

    def _spaces(self, start: int, end: int) -> float:
        """What the spaces and stops between the characters cost."""
        return sum(_SPACE if gap == 1 else _STOP for gap in self.gaps[start + 1 : end] if gap)

    def _affixes(self, start: int) -> Sequence[_Edge]:
        words = self.lexicon.words
        found: list[_Edge] = []
        stop = self._end_over_space(start)
        for length in words.affix_lengths.get(self.chars[start], ()):
            if length > _LONGEST_AFFIX or start + length > stop:
                break
            piece = self.chars[start : start + length]
            torn = _TORN if start + length > self.ends[start] else 0.0
            if torn and start + length < stop:
                continue
            if piece in words.josa:
                found.append((_CASES if piece in words.cases else _JOSA)[length].torn(torn))
            if piece in words.endings:
                found.append((_NOMINALS if piece in words.nominal else _ENDINGS)[length].torn(torn))
        return found

    def _loose_affix(self, start: int) -> Sequence[_Edge]:
        """The particle or ending that is a whole word there, parted from its own by a space: 2021년 였나, 왔 는지."""
        length = self.ends[start] - start
        if not start or self.gaps[start] != 1 or not _SHORTEST_LOOSE <= length <= _LONGEST_AFFIX:
            return ()
        piece, words = self.chars[start : start + length], self.lexicon.words
        if self.lexicon.is_word(piece):
            return ()
        josa = (_JOSA[length],) if piece in words.josa else ()
        return (*josa, _ENDINGS[length]) if piece in words.endings else josa

    def _end_over_space(self, start: int) -> int:
        """How far a particle or an ending from there goes at most: to the end of the word, or of the next where a space
        tore it."""
        end = self.ends[start]
        return self.ends[end] if end < self.length and self.gaps[end] == 1 else end

    def _unknown(self, start: int) -> _Edge:
        """A whole run of Latin letters or digits."""
        end = self.runs[start]
        while end in self.inside:  # never into the middle of a number
            end -= 1
        run = self.ends[start] - self.starts[start] if self.chars[start].isalpha() else 0
        letter = _RUN_LETTER if run >= _LONGEST_LATIN else _LONG_LETTER if run >= _LONG_LATIN else _UNKNOWN_LETTER
        return _Edge(end - start, "unknown", _UNKNOWN + letter * (end - start))

    def doubtful(self, path: list[tuple[int, _Edge]]) -> list[tuple[int, int]]:
        """The eojeols whose reading is poor: something unknown, or a heap of single syllables."""
        found: dict[int, int] = {}
        single: dict[int, int] = {}
        for start, edge in path:
            first = self.starts[start]
            if edge.length > _LONGEST_EOJEOL:
                continue
            if edge.kind == "unknown":
                found[first] = self.ends[start]
            elif edge.length == 1 and edge.kind in {"word", "skip", "verb"} and self.chars[start] >= "가":
                single[first] = single.get(first, 0) + 1
                if single[first] >= 2:
                    found[first] = self.ends[start]
            elif edge.kind == "word" and start - first > 1 and single.get(first) and self.chars[first] >= "가":
                found[first] = self.ends[start]  # a word after a syllable and its particle: 차+며+기업
        return sorted(found.items())[:_MAX_DOUBTFUL]

    def mended(self, doubtful: list[tuple[int, int]], names: frozenset[str]) -> dict[int, list[_Edge]]:
        """Edges for the doubtful stretches that are one or two letters away from a known word."""
        edges: dict[int, list[_Edge]] = {}
        mending = self.lexicon.mending(names)
        slipped = [(first, last) for first, last in doubtful if not self._is_ordinary(first)]
        for start, end in (stretch for first, last in slipped for stretch in self._stretches(first, last)):
            if start in self.after_quantity and not self.gaps[start]:
                continue  # what clings to a number counts it: 명 안 is not 명단
            typed = self.chars[start:end]
            if self.lexicon.entry(typed) or any(char.isdigit() for char in typed):
                continue
            near = mending.near(typed)
            if near is not None:
                entry, slips = near
                if follows_no_lead(self.chars[self.starts[start - 1] : start], entry.surface):
                    continue
                if self._loses_particle(start, end, entry.surface):
                    continue
                edge = _Edge(end - start, entry.kind, _MENDED + _SLIP * slips, entry, slips=slips, mended=True)
                edges.setdefault(start, []).append(edge)
        return edges

    def without_scraps(self, mended: dict[int, list[_Edge]], path: list[tuple[int, _Edge]]) -> dict[int, list[_Edge]]:
        """The mended words but for those that leave some of a Korean word unexplained: 건망증 is not 방증 in it."""
        odd = {self.starts[start] for start, edge in path if edge.kind == "unknown" and self.chars[start] >= "ㄱ"}
        odd = {first for first in odd if self.ends[first] - first <= _MAX_JOINED}
        torn = {self.starts[start] for start, edge in path if edge.mended and not self._is_own(edge)} & odd
        return {start: edges for start, edges in mended.items() if self.starts[start] not in torn} if torn else mended

    def _is_own(self, edge: _Edge) -> bool:
        """Whether the release speaks of the word."""
        return edge.entry is not None and edge.entry.surface in self.lexicon.own

    def _is_ordinary(self, place: int) -> bool:
        """Whether the word between spaces there is right as typed although nothing is known of it."""
        return self.lexicon.is_ordinary(self.chars[self.starts[place] : self.ends[place]])

    def _loses_particle(self, start: int, end: int, meant: str) -> bool:
        """Whether the word between spaces ends in a long particle that it has no more once it is what was meant: 층까지
        is not 증가 with 지."""
        last = self.ends[start]
        whole = meant + self.chars[end:last]
        longest = range(_SHORTEST_LOOSE, min(last - start, _LONGEST_AFFIX + 1))
        endings = (self.chars[last - length : last] for length in longest if last - length < end)
        return any(ending in self.lexicon.words.cases and not whole.endswith(ending) for ending in endings)

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

    def spans(self, path: list[tuple[int, _Edge]]) -> tuple[Span, ...]:
        """The path's edges as spans, with the clauses that they are in."""
        clause = 0
        spans = []
        for start, edge in path:
            clause += bool(start) and self.gaps[start] == 2
            spans.append(self._span(start, edge, clause))
        return tuple(spans)

    def _span(self, start: int, edge: _Edge, clause: int) -> Span:
        if edge.quantity is not None:
            return edge.quantity.in_clause(clause) if clause else edge.quantity
        end = start + edge.length
        typed, entry = self.chars[start:end], edge.entry
        if entry is None:
            return Span(start, end, typed, edge.kind, cost=edge.cost, clause=clause, typed=typed)
        return Span(
            start,
            end,
            entry.surface,
            edge.kind,
            entry.readings,
            None,
            edge.slips,
            edge.mended,
            edge.cost,
            clause,
            typed,
            entry.meanings,
        )


def _trace_back(best: list[_Paths]) -> list[tuple[int, _Edge]]:
    path: list[tuple[int, _Edge]] = []
    place = len(best) - 1
    kind = min(best[place], key=lambda name: best[place][name].cost, default="start")
    while place:
        last = best[place][kind]
        assert last.edge is not None
        path.append((last.start, last.edge))
        place, kind = last.start, last.before
    return path[::-1]
