"""Two figures of one message: which they are, and which of them is divided by the other."""

from __future__ import annotations

import itertools

from bot.understand.asking.candidates import Candidate
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import COUNTED, MetricEntry
from bot.understand.features import Features
from bot.understand.span import Span

Pair = tuple[MetricEntry, MetricEntry]

#: Particles that put two things side by side.
JOINING_JOSA = frozenset({"과", "와", "랑", "이랑", "하고"})

_MAX_CANDIDATES = 12
_COUNT_ANYTHING = {"thing", "place", "event"}
_SAYS_LITTLE = frozenset({"amount", "count", "total"})
#: Between two figures these put the whole first: 상담액 대비 계약액, 관람객 중 외국인.
_WHOLE_FIRST = frozenset({"비해", "비해서", "비하면", "대비", "중", "중에", "중에서", "가운데", "에서"})
_HOW_MUCH = frozenset({"op:multiple", "unit:percent", "ask:many"})
#: What sets one figure against another, or adds it.
SETTING_APART = (
    "op:share", "op:per", "op:multiple", "op:difference", "op:compare", "op:sum", "op:average", "op:more", "op:less",
    "op:same", "unit:percent", "over", "under",
)  # fmt: skip
#: The divisor stands before these; it follows the English words.
_AFTER_DIVISOR = frozenset({"당", "마다"})


def find_pair(features: Features, candidates: list[Candidate], catalogue: Catalogue) -> Pair | None:
    """The two figures that together explain the whole message, in the order in which they are named."""
    named = [candidate for candidate in candidates if isinstance(candidate.entry, MetricEntry)][:_MAX_CANDIDATES]
    best: tuple[float, Candidate, Candidate] | None = None
    for first, second in itertools.combinations(named, 2):
        if set(first.leftover) & set(second.leftover) or not _are_named_apart(first, second, features, catalogue):
            continue
        score = first.score + second.score
        if best is None or score > best[0]:
            best = (score, first, second)
    if best is None:
        return None
    first, second = sorted(best[1:], key=lambda candidate: _place(candidate, features))
    return catalogue.metric(first.entry.id), catalogue.metric(second.entry.id)


def find_separate(features: Features, candidates: list[Candidate], catalogue: Catalogue) -> Pair | None:
    """The part that explains the whole message and is not contained in its whole, and that whole, where a word of its
    own names it as well: more people online or at the hall."""
    for candidate in candidates:
        entry = candidate.entry
        if candidate.leftover or not isinstance(entry, MetricEntry) or entry.part is None or not entry.part.separate:
            continue
        whole = catalogue.metric(entry.metric.id)
        own = (whole.explains if features.has("or") else whole.named) - entry.named - {"person"}
        if any(item.meanings & own - catalogue.little - catalogue.subject for item in features.items):
            return entry, whole
    return None


def find_all(features: Features, candidates: list[Candidate], catalogue: Catalogue) -> tuple[MetricEntry, ...]:
    """The figures that together explain the whole message, each named by a word of its own; none when they do not."""
    kept: list[Candidate] = []
    for candidate in candidates[: 2 * _MAX_CANDIDATES]:
        is_figure = isinstance(candidate.entry, MetricEntry)
        if is_figure and all(_are_named_apart(candidate, other, features, catalogue) for other in kept):
            kept.append(candidate)
    if not kept or set.intersection(*(set(candidate.leftover) for candidate in kept)):
        return ()
    kept.sort(key=lambda candidate: _place(candidate, features))
    return tuple(catalogue.metric(candidate.entry.id) for candidate in kept)


def sets_own_editions_apart(features: Features, candidates: list[Candidate], catalogue: Catalogue) -> bool:
    """Whether a figure of one edition is set against another figure of another, which no question does: the sum of the
    contracts of 2019 and the consultations of 2022."""
    asking = (
        span.typed.startswith("how") or any(each.startswith("ask:") for each in span.meanings)
        for span in features.spans
    )
    if sum(asking) > 1 or features.has("op:change") or not features.has(*SETTING_APART):
        return False
    pair = find_pair(features, candidates, catalogue)
    return pair is not None and _of_own_editions(pair, features, catalogue)


def _of_own_editions(pair: Pair, features: Features, catalogue: Catalogue) -> bool:
    """Whether each of the two is named with an edition of its own: 2019년 상담액과 2022년 계약액, contracts in 2019 and
    consultations in 2022."""
    years = sorted(mention.span.start for mention in features.editions)
    if len(years) != len(pair) or len({mention.year for mention in features.editions}) != len(pair):
        return False
    first, second = pair
    both = (first.named & second.named) | catalogue.lexicon.soft
    of_first, of_second = (_starts(features, metric.named - both) for metric in pair)
    return len(of_first) == len(of_second) == 1 and len([*_within(years, of_first), *_within(years, of_second)]) == 1


def _starts(features: Features, names: frozenset[str]) -> list[int]:
    """Where the words stand that have one of the meanings."""
    return [item.span.start for item in features.items if item.meanings & names]


def _within(ends: list[int], starts: list[int]) -> list[int]:
    return [start for start in starts if ends[0] < start < ends[-1]]


def _are_named_apart(first: Candidate, second: Candidate, features: Features, catalogue: Catalogue) -> bool:
    """Whether each of the two is named, or counted, by a word that does not name the other."""
    little = catalogue.lexicon.soft | _SAYS_LITTLE
    one = _things(first.matched) - little | _counters(first, features)
    other = _things(second.matched) - little | _counters(second, features)
    return bool(one - other) and bool(other - one)


def _things(meanings: frozenset[str]) -> frozenset[str]:
    """The meanings without what is done and asked: a hall that grew is named by the hall alone."""
    return frozenset(meaning for meaning in meanings if not meaning.startswith(("op:", "ask:", "time:")))


def are_alike(first: MetricEntry, second: MetricEntry) -> bool:
    """Whether the two count or measure the same, so that one can be more than the other, or be added to it."""
    if first.unit.base != second.unit.base:
        return False
    shared = set(first.unit.counters) & set(second.unit.counters) - _COUNT_ANYTHING
    return first.unit.id == second.unit.id or first.unit.base != "count" or bool(shared)


def are_comparable(first: MetricEntry, second: MetricEntry) -> bool:
    """Whether one can be said to be more than the other: any two counts of things, or two amounts."""
    counts = first.unit.base == second.unit.base == "count"
    return are_alike(first, second) or (counts and bool(set(first.unit.counters) & set(second.unit.counters)))


def _counters(candidate: Candidate, features: Features) -> frozenset[str]:
    """The counting words of the message that count what the candidate counts: 나라당 몇 건."""
    if not isinstance(candidate.entry, MetricEntry) or candidate.entry.unit.base != "count":
        return frozenset()
    return features.meanings & {f"counter:{name}" for name in candidate.entry.unit.counters}


def _place(candidate: Candidate, features: Features) -> int:
    """Where the candidate is first named by a word that it explains."""
    left = {item.span.start for item in candidate.leftover}
    own = [span.start for span in features.spans if span.meanings & candidate.matched and span.start not in left]
    return min(own, default=0)


def as_fraction(pair: Pair, features: Features) -> Pair:
    """Numerator and denominator: A 대비 B and A 중 B are B/A, a part is over its whole, else first over second."""
    first, second = pair
    if first.whole_id == second.id:
        return first, second
    if second.whole_id == first.id:
        return second, first
    said = as_multiple(pair, features)
    if said is not None:
        return said
    start, end = (_first_named(metric, features) for metric in pair)
    whole_first = any(span.typed in _WHOLE_FIRST for span in features.spans[start:end])
    return (second, first) if whole_first else (first, second)


def _first_named(metric: MetricEntry, features: Features) -> int:
    own = metric.named - _SAYS_LITTLE
    return next((index for index, span in enumerate(features.spans) if span.meanings & own), 0)


def as_compared(pair: Pair, features: Features) -> tuple[MetricEntry, MetricEntry, bool]:
    """What is compared and with what: A보다 B and B than A compare B; False when neither is said."""
    first, second = pair
    spans = features.spans
    for index, span in enumerate(spans):
        if span.kind == "josa" and span.text.startswith("보다"):
            base = _phrase_before(pair, spans, index)
        elif span.meanings & {"over", "op:more"} and index > 1 and spans[index - 1].text in {"을", "를"}:
            base = _phrase_before(pair, spans, index - 1)  # 상담액을 앞질렀나
        elif span.typed.endswith("than") or _sets_apart(pair, features, index):
            base = _nearest(pair, features, index, forward=True)
        else:
            continue
        if base is not None:
            return (second, first, True) if base is first else (first, second, True)
    return first, second, False


def _sets_apart(pair: Pair, features: Features, index: int) -> bool:
    """Whether the word says that one of the two has more or less than the one after it: contracts top consultations."""
    span = features.spans[index]
    if "op:outdo" not in span.meanings and span.typed not in {"above", "below"}:
        return False
    before, after = (_nearest(pair, features, index, forward=forward) for forward in (False, True))
    return before is not None and after is not None and before is not after


_SUBJECT_JOSA = frozenset({"이", "가", "은", "는"})


def as_quotient(pair: Pair, features: Features) -> Pair:
    """What is divided and by what: the divisor stands at the word that says per; else things divide an amount."""
    first, second = pair
    for index, span in enumerate(features.spans):
        if span.typed in {"divide", "divided", "dividing"}:
            index = next((place for place, each in enumerate(features.spans) if each.typed == "by"), index)
        each = _counts_what_each_names(pair, span)
        if each is not None:
            return (second, first) if each is first else (first, second)
        says_per = span.meanings & {"op:per", "per:day"} or span.text in _AFTER_DIVISOR
        if _counts_one(features.spans, index):
            after = _named_by(pair, features.spans[index + 1])
            divisor = after or _nearest(pair, features, index, forward=False)
            if divisor is not None:
                return (second, first) if divisor is first else (first, second)
        if says_per or (span.typed in {"a", "an"} and features.has("op:average")):
            divisor = _nearest(pair, features, index, forward=span.typed[-1:] < "ㄱ")
            if divisor is not None:
                return (second, first) if divisor is first else (first, second)
    counts_first = first.unit.base == "count" and second.unit.base != "count"
    return (second, first) if counts_first else (first, second)


def _counts_what_each_names(pair: Pair, span: Span) -> MetricEntry | None:
    """The one of the two that counts what the word for each of them names: per country."""
    each = {meaning.removeprefix("each-") for meaning in span.meanings if meaning.startswith("each-")}
    counting = [metric for metric in pair if each & {COUNTED.get(counter) for counter in metric.counters}]
    return counting[0] if len(counting) == 1 else None


def says_of_one(spans: tuple[Span, ...]) -> bool:
    """Whether it is said of one thing what it does: 한 업체가 평균 얼마, 업체 하나가."""
    return any(_counts_one(spans, index) for index in range(len(spans)))


def _counts_one(spans: tuple[Span, ...], index: int) -> bool:
    """Whether one of the things does what is asked: 업체 한 곳이, 한 업체가."""
    number = spans[index].number
    one = spans[index].typed in {"한", "하나"} or (number is not None and number.value == 1)
    following = spans[index + 1] if index + 1 < len(spans) else None
    if one and index and following is not None and following.kind == "josa" and following.text in _SUBJECT_JOSA:
        return spans[index - 1].kind == "word"  # 업체 하나가
    does = index + 2 < len(spans) and spans[index + 2].kind == "josa" and spans[index + 2].text in _SUBJECT_JOSA
    return one and does and spans[index + 1].kind == "word"


def _nearest(pair: Pair, features: Features, index: int, *, forward: bool) -> MetricEntry | None:
    """The one of the two that the nearest naming word on that side names."""
    spans = features.spans[index + 1 :] if forward else features.spans[:index][::-1]
    for span in spans:
        named = _named_by(pair, span)
        if named is not None:
            return named
    return None


def _named_by(pair: Pair, span: Span) -> MetricEntry | None:
    """The one of the two that the span names, and the other is not named by."""
    said = frozenset(meaning for meaning in span.meanings if ":" not in meaning) - _SAYS_LITTLE
    first, second = (metric.named for metric in pair)
    hits = [metric for metric, own in zip(pair, (first - second, second - first), strict=True) if said & own]
    return hits[0] if len(hits) == 1 else None


def _phrase_before(pair: Pair, spans: tuple[Span, ...], index: int) -> MetricEntry | None:
    """The one of the two that the words right before the index name; the whole, where they name no part of it."""
    names_both = False
    for span in reversed(spans[:index]):
        if span.kind not in {"word", "skip"}:
            break
        named = _named_by(pair, span)
        if named is not None:
            return named
        names_both = names_both or span.kind == "word"
    wholes = [metric for metric in pair if metric.part is None]
    is_family = pair[0].metric.id == pair[1].metric.id
    return wholes[0] if names_both and is_family and len(wholes) == 1 else None


def as_multiple(pair: Pair, features: Features) -> Pair | None:
    """What is so many times the other, or part of it, and that other: 상담액은 계약액의 두 배; None when unsaid."""
    spans = features.spans
    first, second = pair
    for index, span in enumerate(spans[:-1]):
        if span.text == "의" and (spans[index + 1].meanings & _HOW_MUCH or spans[index + 1].kind == "number"):
            base = _phrase_before(pair, spans, index)
            if base is not None:
                return (second, first) if base is first else (first, second)
    return _as_english_multiple(pair, features)


def _as_english_multiple(pair: Pair, features: Features) -> Pair | None:
    """The one of the two that stands before so many times, and the one after it: is X more than three times Y?"""
    times = [number.span for number in features.numbers if number.unit == "op:multiple"]
    if len(times) != 1 or times[0].typed[-1:] >= "ㄱ":
        return None
    place = features.spans.index(times[0])
    if any(span.typed.endswith("than") for span in features.spans[place:]):
        return None  # three times more visitors than exhibitors
    subject, base = (_nearest(pair, features, place, forward=forward) for forward in (False, True))
    return (subject, base) if subject is not None and base is not None and subject is not base else None
