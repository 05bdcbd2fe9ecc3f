"""What stands in a message, sorted: what is asked, which editions, operations, claims, and the content to be accounted for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.language.numbers import NumberSpan
from bot.language.words import Reading
from bot.understand.catalogue import COUNTED, Catalogue
from bot.understand.span import Span

#: Meanings that have their own part in a question and need no entry to explain them.
_FREE = {"claim", "not", "and", "or", "approx", "over", "under", "almost"}
_BASE_JOSA = {"보다", "보다는", "보단", "보담", "보다도", "브다"}
_BEFORE_BASE = {
    "than",
    "since",
    "from",
    "versus",
    "vs",
    "against",
    "compared",
    "over",
    "to",
    "relative",
    "v",
    "morethan",
    "fewerthan",
    "lessthan",
}
#: Of these, the ones that say nothing else in front of a year.
_LEADS = {"since", "from", "against", "to"}
_PLACE_JOSA = {"에서", "에서는", "에선", "에서도", "에", "에서만"}
_PLACE_WORDS = {"in", "at"}


_CHOOSING = {"였나", "이었나", "인가", "인지", "였지", "야", "이야", "냐", "이냐", "였는지", "이었는지"}


@dataclass(frozen=True, slots=True)
class Item:
    """A content span: each reading is what its entry must explain if the span is read that way."""

    span: Span
    readings: tuple[Reading, ...]

    @property
    def meanings(self) -> Reading:
        """All meanings of all readings."""
        return frozenset().union(*self.readings)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the message, with the counting word or unit right after it and the words of degree around it."""

    span: Span
    value: int | float
    step: float
    unit: str | None
    degree: str | None


@dataclass(frozen=True, slots=True)
class EditionMention:
    """An edition or another year that the message names; `is_base` when something is compared with it.

    `relative` is a word whose year depends on the release, `is_vague` one that any closer word overrules: last time.
    """

    span: Span
    edition: str | None
    year: int
    is_base: bool
    relative: bool
    is_vague: bool = False


@dataclass(frozen=True, slots=True)
class Features:
    """The sorted content of one message."""

    spans: tuple[Span, ...]
    items: tuple[Item, ...]
    unknown: tuple[Span, ...]
    meanings: frozenset[str]
    editions: tuple[EditionMention, ...]
    numbers: tuple[Number, ...]
    dates: tuple[str, ...]
    is_question: bool
    places: frozenset[int]
    asks_companion: bool = False
    counted: Span | None = None
    negates_quantity: bool = False
    implied: frozenset[str] = frozenset()

    def has(self, *meanings: str) -> bool:
        """Whether any of the meanings is in the message."""
        return not self.meanings.isdisjoint(meanings)

    def certainly(self, meaning: str) -> bool:
        """Whether a word of the message means this and cannot mean anything else."""
        return any(span.readings and all(meaning in reading for reading in span.readings) for span in self.spans)

    @property
    def asks(self) -> frozenset[str]:
        """The asking words, as `ask:…` meanings."""
        return frozenset(meaning for meaning in self.meanings if meaning.startswith("ask:"))

    @property
    def operations(self) -> frozenset[str]:
        """The words of comparing and calculating, as `op:…` and `per:…` meanings."""
        return frozenset(meaning for meaning in self.meanings if meaning.startswith(("op:", "per:")))

    @property
    def certain_operations(self) -> frozenset[str]:
        """The operations of words that have no other reading."""
        certain: set[str] = set()
        for span in self.spans:
            if span.readings:
                certain |= frozenset.intersection(*span.readings)
        return self.operations & certain

    @property
    def is_claim(self) -> bool:
        """Whether the message says something and asks if it is so."""
        asks = self.asks - {"ask:list"} - self.implied
        return self.has("claim") or self.is_alternative or (self.is_question and not asks)

    @property
    def is_alternative(self) -> bool:
        """Whether the message puts two things to choose from: 코엑스였나 킨텍스였나."""
        return sum(span.kind == "josa" and span.text in _CHOOSING for span in self.spans) > 1

    @property
    def slips(self) -> int:
        """How many letters had to be mended."""
        return sum(span.slips for span in self.spans)


def features(spans: tuple[Span, ...], catalogue: Catalogue, text: str) -> Features:
    """The features of a segmented message."""
    spans = _without_what_is_not_meant(spans)
    items: list[Item] = []
    unknown: list[Span] = []
    meanings: set[str] = set()
    numbers: list[Number] = []
    editions: list[EditionMention] = []
    dates: list[str] = []
    places: set[int] = set()
    used: set[int] = set()
    for index, span in enumerate(spans):
        if span.kind == "number" and span.number:
            number, last = _number(spans, index, span.number)
            numbers.append(number)
            used.update(range(index + 1, last + 1))
    for index, span in enumerate(spans):
        if span.kind == "josa":
            meanings |= frozenset().union(*catalogue.lexicon.own.get(span.text, ()))
        if span.kind == "unknown":
            unknown.append(span)
        elif span.kind == "date":
            dates.extend(span.meanings)
        elif span.kind in {"word", "verb", "year"} and index not in used:
            mentions = _edition_mentions(spans, index, catalogue)
            editions.extend(mentions)
            if mentions or (span.typed in _LEADS and _leads_to_edition(spans, index)):
                continue
            meanings |= span.meanings
            if "over" in span.meanings and _leads_to_edition(spans, index):
                meanings |= {"op:more", "op:compare"}
                continue
            readings = _content(span.readings if _is_counting(spans, index) else _without_counters(span.readings))
            if readings:
                items.append(Item(span, readings))
        elif index in used:
            meanings |= {
                meaning
                for meaning in span.meanings
                if meaning.startswith(("counter:", "unit:", "op:")) or meaning in _FREE
            }
        if span.kind in {"word", "unknown"} and _is_place(spans, index):
            places.add(span.start)
    meanings |= {COUNTED[meaning] for meaning in meanings & COUNTED.keys()}
    if "ask:why" in meanings:
        meanings.discard("ask:statement")  # 원인이 뭐라고 나와 있어 asks why, not what was said
    if {"ask:much", "unit:krw", "unit:usd"} & meanings:
        meanings.add("amount")
    if "ask:many" in meanings and not any(
        meaning.startswith("unit:") or meaning == "op:multiple" for meaning in meanings
    ):
        meanings.add("count")
    question = "?" in text or "ask:" in " ".join(meanings) or _ends_as_question(spans)
    return Features(
        spans,
        tuple(items),
        _merged(unknown),
        frozenset(meanings),
        _distinct(editions, spans),
        tuple(numbers),
        tuple(dates),
        question,
        frozenset(places),
        asks_companion=_asks_companion(spans, meanings),
        counted=_counted(spans),
        negates_quantity=_negates_quantity(spans, meanings),
    )


#: After a negated verb these tell that it is not what is asked: 거의 안 왔다던데, 시간이 없어서.
_REPORTED = (
    "다던",
    "다는",
    "다며",
    "다고",
    "다면",
    "단다",
    "답니",
    "대",
    "서",
    "어서",
    "아서",
    "는데",
    "은데",
    "지만",
    "니까",
    "으니",
)


_NOT_MEANT = frozenset({"말고", "말구", "말고는"})


def _without_what_is_not_meant(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans without what stands before 말고 where something else follows: 관람객 말고 외국 기업 asks of companies."""
    place = next((index for index, span in enumerate(spans) if span.typed in _NOT_MEANT), None)
    if not place or not any(_is_content(span) for span in spans[place + 1 :]):
        return spans
    start = place
    while start and spans[start - 1].clause == spans[place].clause and _is_content(spans[start - 1]):
        start -= 1
    return spans[:start] + spans[place + 1 :]


def _is_content(span: Span) -> bool:
    return span.kind in {"word", "year", "number", "date", "unknown"}


def _counted(spans: tuple[Span, ...]) -> Span | None:
    """The English noun that *how many* counts: the last word of the run of words after it."""
    for index, span in enumerate(spans):
        if "ask:many" in span.meanings and span.typed[:1] < "ㄱ":
            noun: Span | None = None
            for following in spans[index + 1 :]:
                if (
                    following.kind != "word"
                    or following.clause != span.clause
                    or not any(_content((reading,)) for reading in following.readings)
                ):
                    break
                noun = following
            return noun
    return None


def _negates_quantity(spans: tuple[Span, ...], meanings: set[str]) -> bool:
    """Whether it is asked how many did *not*: the release counts only those that did."""
    if "not" not in meanings or not meanings & {"ask:many", "ask:much"}:
        return False
    for index, span in enumerate(spans):
        if "not" in span.meanings:
            after = spans[index + 1 : index + 4]
            return not any(each.kind == "ending" and each.text.startswith(_REPORTED) for each in after)
    return False


_WITH_JOSA = {"이랑", "랑", "하고", "과", "와"}
_TOGETHER = {"같이", "함께", "나란히", "더불어"}


def _asks_companion(spans: tuple[Span, ...], meanings: set[str]) -> bool:
    """Whether it is asked who was there with somebody: 차관이랑 대담을 같이 한 사람은?"""
    if "ask:who" not in meanings:
        return False
    first = next((index for index, span in enumerate(spans) if span.kind == "josa" and span.text in _WITH_JOSA), None)
    return first is not None and any(span.typed in _TOGETHER for span in spans[first:])


def _is_counting(spans: tuple[Span, ...], index: int) -> bool:
    """Whether a word may be a counting word here: right after a number or *how many*."""
    before = next((span for span in reversed(spans[:index]) if span.kind not in {"skip", "josa"}), None)
    return before is not None and (before.kind == "number" or "ask:many" in before.meanings)


def _without_counters(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings that are more than a counting word, where there are any: meetings are meetings, not times."""
    return tuple(reading for reading in readings if any(":" not in meaning for meaning in reading)) or readings


def _content(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings without their structural meanings; none when one reading has nothing else."""
    content = []
    for reading in readings:
        concepts = frozenset(meaning for meaning in reading if ":" not in meaning and meaning not in _FREE)
        if not concepts:
            return ()
        content.append(concepts)
    return tuple(content)


def _merged(unknown: list[Span]) -> tuple[Span, ...]:
    """Unknown syllables that stand side by side, as one span."""
    merged: list[Span] = []
    for span in unknown:
        if merged and merged[-1].end == span.start and merged[-1].clause == span.clause and span.text[0] >= "ㄱ":
            before = merged.pop()
            span = Span(
                before.start,
                span.end,
                before.text + span.text,
                "unknown",
                clause=span.clause,
                typed=before.typed + span.typed,
            )
        merged.append(span)
    return tuple(merged)


_DEGREES = ("over", "under", "almost", "approx")


def _number(spans: tuple[Span, ...], index: int, number: NumberSpan) -> tuple[Number, int]:
    """The number with its unit and degree, and the index of the last span that belongs to it."""
    unit: str | None = next(iter(spans[index].meanings), None)
    last = index
    degree = None
    for offset in (1, 2):
        if index + offset >= len(spans):
            break
        following = spans[index + offset]
        units = sorted(m for m in following.meanings if m.startswith(("counter:", "unit:")) or m == "op:multiple")
        if units and unit is None:
            unit, last = units[0], index + offset
            break
        if following.kind not in {"josa", "skip"} or following.clause != spans[index].clause:
            break
    for near in (*spans[max(0, index - 3) : index], *spans[last + 1 : last + 5]):
        for word in _DEGREES:
            if word in near.meanings and degree is None:
                degree = word
    return Number(spans[index], number.value, number.step, unit, degree), last


def _edition_mentions(spans: tuple[Span, ...], index: int, catalogue: Catalogue) -> list[EditionMention]:
    span = spans[index]
    published = catalogue.knowledge.release.published
    editions = catalogue.knowledge.editions
    found: list[EditionMention] = []
    for meaning in sorted(span.meanings):
        prefix, _, rest = meaning.partition(":")
        if prefix == "year":
            found.append(_mention(spans, index, int(rest), catalogue, relative=False))
        elif prefix == "edition" and rest:
            edition = next(edition for edition in editions.list if edition.id == rest)
            found.append(EditionMention(span, rest, edition.year, _is_base(spans, index), relative=True))
        elif prefix == "time":
            year = _relative_year(rest, published.year, catalogue)
            if year is not None:
                mention = _mention(spans, index, year, catalogue, relative=True)
                found.append(replace(mention, is_vague=rest == "previous"))
    return found[:1]


def _leads_to_edition(spans: tuple[Span, ...], index: int) -> bool:
    """Whether the span only says what the next edition is compared with: since 2019."""
    following = next((span for span in spans[index + 1 : index + 4] if span.kind != "skip"), None)
    return spans[index].typed in _BEFORE_BASE and following is not None and following.kind == "year"


def _relative_year(word: str, year: int, catalogue: Catalogue) -> int | None:
    ago = {
        "this-year": 0,
        "last-year": -1,
        "two-years-ago": -2,
        "three-years-ago": -3,
        "next-year": 1,
        "after-next-year": 2,
    }
    if word in ago:
        return year + ago[word]
    if word == "previous":
        order = [edition.id for edition in catalogue.knowledge.editions.list]
        place = order.index(catalogue.knowledge.editions.default)
        return catalogue.knowledge.editions.list[max(0, place - 1)].year
    return None


def _mention(spans: tuple[Span, ...], index: int, year: int, catalogue: Catalogue, *, relative: bool) -> EditionMention:
    known = next((edition.id for edition in catalogue.knowledge.editions.list if edition.year == year), None)
    return EditionMention(spans[index], known, year, _is_base(spans, index), relative)


def _is_base(spans: tuple[Span, ...], index: int) -> bool:
    for following in spans[index + 1 : index + 5]:
        if following.kind == "josa" and following.text in _BASE_JOSA:
            return True
        if "op:compare" in following.meanings and following.text not in {"더", "compare", "비교"}:
            return True
        if following.kind not in {"josa", "skip"} and not following.meanings & {"edition", "hold", "result"}:
            if "hold" not in following.meanings and following.kind != "ending":
                break
    before = [span for span in spans[max(0, index - 3) : index] if span.clause == spans[index].clause]
    for preceding in reversed(before):
        if preceding.typed in _BEFORE_BASE or ("op:compare" in preceding.meanings and preceding.typed in _BEFORE_BASE):
            return True
        if preceding.kind != "skip":
            break
    return False


def _distinct(mentions: list[EditionMention], spans: tuple[Span, ...]) -> tuple[EditionMention, ...]:
    """One mention for each year; a relative word right beside a year only says the same in other words."""
    years = [mention for mention in mentions if not mention.relative]
    kept: dict[int, EditionMention] = {}
    for mention in mentions:
        others = years if mention.relative else []
        if mention.is_vague:
            others = [other for other in mentions if not other.is_vague]
        if any(_beside(mention.span, other.span, spans) for other in others):
            continue
        known = kept.get(mention.year)
        if known is None or (mention.is_base and not known.is_base):
            kept[mention.year] = mention
    return tuple(kept.values())


def _beside(one: Span, other: Span, spans: tuple[Span, ...]) -> bool:
    """Whether nothing but words that say nothing stands between the two: last time, in 2019."""
    first, second = sorted((one, other), key=lambda span: span.start)
    return all(span.kind == "skip" for span in spans if first.end <= span.start < second.start)


def _is_place(spans: tuple[Span, ...], index: int) -> bool:
    following = spans[index + 1] if index + 1 < len(spans) else None
    if following and following.kind == "josa" and following.text in _PLACE_JOSA:
        return True
    return any(span.typed in _PLACE_WORDS for span in spans[max(0, index - 1) : index])


_QUESTION_ENDINGS = (
    "나",
    "나요",
    "니",
    "냐",
    "까",
    "까요",
    "니까",
    "습니까",
    "가요",
    "지",
    "죠",
    "지요",
    "던가",
    "노",
    "는지",
    "어",
    "어요",
    "대",
    "야",
)
_AUXILIARIES = {
    "is",
    "are",
    "was",
    "were",
    "did",
    "do",
    "does",
    "has",
    "have",
    "had",
    "can",
    "could",
    "will",
    "would",
}


def _ends_as_question(spans: tuple[Span, ...]) -> bool:
    if not spans:
        return False
    return spans[-1].typed.endswith(_QUESTION_ENDINGS) or spans[0].typed in _AUXILIARIES
