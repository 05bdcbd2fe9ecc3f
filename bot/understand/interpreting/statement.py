"""Running text, such as a paragraph or a forwarded message: each number in it is a claim of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.language.normalise import key
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import COUNTED
from bot.understand.context import Context
from bot.understand.features import Features
from bot.understand.gathering.clauses import Typed
from bot.understand.gathering.gather import gather
from bot.understand.interpreting.single import one_thing
from bot.understand.question import Claim, Part, Question, Quoted, Unanswerable
from bot.understand.span import Span

#: So many numbers of a text are checked.
MOST_NUMBERS = 24
#: A number is quoted when the release has it between so many of the same spans, and so many characters in all.
_WORDS_AROUND, _SHORTEST_QUOTED = 4, 12
#: A text with numbers in so many sentences reports.
_REPORT, _SEVERAL = 4, 2
_SENTENCE = re.compile(r"[.!?](?:\s|$)|\n")
#: A longer counting word is one with its noun: 301개 기관.
_LONGEST_UNIT = 2
_JOINTS = ("고", "며", "해", "여", "는데")


@dataclass(frozen=True, slots=True)
class Statement:
    """A number as it is typed with its unit, and what the text says that it is."""

    typed: str
    part: Part


def is_running_text(whole: Features, text: str) -> bool:
    """Whether the message states numbers in more than one of its sentences, and asks nothing but whether it is so; a
    report may have words that ask elsewhere."""
    if len(whole.numbers) < _SEVERAL:
        return False
    stating = sum(any(map(str.isdecimal, each)) for each in _SENTENCE.split(text))
    if stating >= _REPORT and not text.endswith("?"):
        return True
    return stating > 1 and not whole.asks - {"ask:list"}


def statements(spans: tuple[Span, ...], text: str, catalogue: Catalogue) -> tuple[Statement, ...]:
    """What the text says of each of its numbers, of MOST_NUMBERS at most, in order."""
    places = [place for place, span in enumerate(spans) if span.kind == "number"]
    if not places:
        return ()
    if len(places) > MOST_NUMBERS:
        spans, places = spans[: places[MOST_NUMBERS]], places[:MOST_NUMBERS]
    reader = _Reader(spans, text, catalogue)
    found: list[Statement] = []
    heard = Context()
    for start, place, end in reader.pieces(places):
        part = reader.claimed(start, end, heard)
        if isinstance(part, Question):
            heard = heard.after((_as_value(part),))
        else:
            part = _quoted(spans, place, catalogue) or part
        found.append(Statement(_typed(spans, place), part))
    return tuple(found)


class _Reader:
    """Reads stretches of a text as claims, what is said alike only once."""

    def __init__(self, spans: tuple[Span, ...], text: str, catalogue: Catalogue) -> None:
        self.spans, self.text, self.catalogue = spans, text, catalogue
        self._typed = Typed(text)
        self._alone: dict[tuple[tuple[tuple[str, int], ...], frozenset[str]], Part] = {}

    def claimed(self, start: int, end: int, heard: Context) -> Part:
        """What the stretch claims of a figure; Unanswerable when it claims a number of nothing in the release."""
        part = self._by_itself(start, end)
        if isinstance(part, Unanswerable) and heard.questions:
            part = self._read(start, end, heard)
        return part

    def pieces(self, places: list[int]) -> list[tuple[int, int, int]]:
        """The stretches around the numbers, cut so that as many of them as can be are figures of the release: where
        each starts, where its number stands, where it ends."""
        best: dict[int, tuple[int, tuple[tuple[int, int, int], ...]]] = {0: (0, ())}
        for place, following in zip(places, [*places[1:], None], strict=True):
            ends = list(self._cuts(place, following)) if following is not None else [(len(self.spans), 0)]
            reached: dict[int, tuple[int, tuple[tuple[int, int, int], ...]]] = {}
            for cut, (score, pieces) in best.items():
                for end, cost in ends:
                    for start in dict.fromkeys((cut, self._clause_start(cut, place))):
                        total = score + self._worth(start, end) - cost
                        if end not in reached or total >= reached[end][0]:
                            reached[end] = (total, (*pieces, (start, place, end)))
            best = reached
        return list(max(best.values(), key=lambda each: each[0])[1])

    def _worth(self, start: int, end: int) -> int:
        """More for a claim of a figure, most for one that has the figure's number: 30,327명(외국인 620명) does not say
        that 30,327 were foreigners."""
        part = self._by_itself(start, end)
        if not isinstance(part, Question):
            return 0
        return 3 if _is_printed(part, self.catalogue) else 2

    def _cuts(self, place: int, following: int) -> Iterator[tuple[int, int]]:
        """Where the stretch of one number may end and the next begin, and what that costs: at a stop, at a joint, after
        the number with what clings to it, or, dearest, right before the next number."""
        group = place + 1 + (place + 1 < following and _is_counter(self.spans[place + 1]))
        while group < following and self.spans[group].kind in {"josa", "ending"}:
            group += 1
        of_place = self.spans[place].clause
        goes_on = self.spans[following].clause != of_place
        for index in range(place + 1, following + 1):
            before, span = self.spans[index - 1], self.spans[index]
            if goes_on:
                if span.clause == of_place:
                    continue  # what ends the clause of a number says nothing of the next one
                yield index, 0
                return  # nor what begins the next clause of this one
            if index == group or before.clause != span.clause or _joins(before, span):
                yield index, 0
            elif index == following:
                yield index, 3  # what stands before a number may say of what it is

    def _clause_start(self, cut: int, place: int) -> int:
        """Where the clause of the number begins, or the label before it: foreigners: 620."""
        start = self._first_of_clause(cut, place)
        if start > cut and ":" in self._typed.after(self.spans[:start]):
            label = self._first_of_clause(cut, start - 1)
            named = frozenset().union(*(span.meanings for span in self.spans[label:start]))
            start = label if any(meaning in self.catalogue.postings for meaning in named) else start
        return start

    def _first_of_clause(self, cut: int, place: int) -> int:
        clause = self.spans[place].clause
        return next(index for index in range(cut, place + 1) if self.spans[index].clause == clause)

    def _by_itself(self, start: int, end: int) -> Part:
        piece = self.spans[start:end]
        said = tuple((span.typed, span.clause - piece[0].clause) for span in piece), self._said_around(start, end)
        if said not in self._alone:
            self._alone[said] = self._read(start, end, Context())
        return self._alone[said]

    def _said_around(self, start: int, end: int) -> frozenset[str]:
        """What is said before and after the stretch's number up to a stop or a joint; of who took part only what is
        said before it: 301 organisations that took part met buyers."""
        first = last = next(index for index in range(start, end) if self.spans[index].kind == "number")
        while first and not self._parts_before(first):
            first -= 1
        took_part = any("participate" in span.meanings for span in self.spans[start:end])
        last = end if took_part else last + 1
        while not took_part and last < len(self.spans) and not self._parts_before(last):
            last += 1
        return frozenset().union(*(span.meanings for span in self.spans[first:last]))

    def _parts_before(self, index: int) -> bool:
        """Whether what is said ends before the span: at a stop, or at a joint that does not only join two numbers."""
        before, span = self.spans[index - 1], self.spans[index]
        joins_numbers = "and" in before.meanings and span.kind == "number"
        return before.clause != span.clause or (_joins(before, span) and not joins_numbers)

    def _read(self, start: int, end: int, heard: Context) -> Part:
        piece = self.spans[start:end]
        found = gather(piece, self.catalogue, self.text)
        part = one_thing(replace(found, meanings=found.meanings | {"claim"}), heard, self.catalogue)
        claims = isinstance(part, Question) and part.claim is not None and _claims_number(part.claim)
        if claims and isinstance(part, Question):
            another = self._named_around(part, found, start, end)
            if another is not None and not found.has("participate"):
                return _about_number(replace(part, entries=(another,)))
            if another is None and not self._may_be_of_another(part, found):
                return _about_number(part)
        typed = tuple(number.span.typed for number in found.numbers)
        return Unanswerable("not-in-release", typed, near=self._with_that_number(found))

    def _with_that_number(self, found: Features) -> tuple[str, ...]:
        """The figures that have the number and are counted with its unit, though the text does not say that it means
        them."""
        return tuple(
            metric.id
            for number in found.numbers[:1]
            for metric in self.catalogue.index.holding((number.value,))
            if number.unit in metric.counters
        )

    def _named_around(self, question: Question, found: Features, start: int, end: int) -> str | None:
        """The other figure that the words around the number name, where those of its stretch only name a kind of thing:
        buyers from 61 organisations in 23 countries are not said to be from the 23 that took part."""
        if question.operation != "value" or not self._names_only_a_kind(question, found):
            return None
        own, said = self.catalogue.metric(question.entries[0]), self._said_around(start, end)
        units = {number.unit for number in found.numbers if number.unit is not None}
        kinds = units | {COUNTED[unit] for unit in units.intersection(COUNTED)}
        others = [
            metric.id
            for metric in self.catalogue.metrics()
            if metric.metric is not own.metric
            and units & metric.counters
            and any(name <= said and name & kinds and name - kinds for name in metric.names)
        ]
        return others[0] if len(others) == 1 else None

    def _names_only_a_kind(self, question: Question, found: Features) -> bool:
        named = self.catalogue.metric(question.entries[0]).named & found.meanings - self.catalogue.lexicon.soft
        return {meaning for meaning in named if ":" not in meaning} <= set(COUNTED.values())

    def _may_be_of_another(self, question: Question, found: Features) -> bool:
        """Whether the number is printed for another figure, and this one is only named by a kind of thing: the 61
        organisations need not be the exhibitors."""
        claim = question.claim
        if claim is None or claim.number not in self.catalogue.printed_numbers or question.operation != "value":
            return False
        return self._names_only_a_kind(question, found) and not _is_printed(question, self.catalogue)


def _joins(before: Span, span: Span) -> bool:
    """Whether what ends with the first span is joined to something else that begins with the second."""
    return (before.typed.endswith(_JOINTS) or "and" in before.meanings) and span.kind not in {"josa", "ending"}


def _quoted(spans: tuple[Span, ...], place: int, catalogue: Catalogue) -> Quoted | None:
    """The passage that has the number with the same words around it; None when there is none, or nothing is around."""
    around = "".join(span.typed for span in spans[max(0, place - _WORDS_AROUND) : place + _WORDS_AROUND + 1])
    words = key(around)
    if len(words) < _SHORTEST_QUOTED:
        return None
    passages = (passage.id for passage in catalogue.knowledge.passages if words in _passage_key(passage.text))
    found = next(passages, None)
    return Quoted(found) if found is not None else None


@lru_cache(maxsize=4096)
def _passage_key(text: str) -> str:
    """The key of a passage of the release; nothing that a person wrote is kept here."""
    return key(text)


def _about_number(question: Question) -> Question:
    """The question about the number alone: of what else a text says of it only the number is checked."""
    claim = question.claim
    return replace(question, claim=replace(claim, says_more=False, beyond=())) if claim is not None else question


def _as_value(question: Question) -> Question:
    """The question about the figure itself, for what goes on about it."""
    if question.operation == "aspect":
        return question
    return Question("value", question.entries[:1], question.editions[-1:])


def _is_printed(question: Question, catalogue: Catalogue) -> bool:
    """Whether the claimed number is that of the figure and edition."""
    if question.operation != "value" or question.claim is None:
        return False
    metric = catalogue.metric(question.entries[0])
    values = [metric.values.get(edition) for edition in question.editions] or [metric.undated]
    return any(value is not None and value.number == question.claim.number for value in values)


def _claims_number(claim: Claim) -> bool:
    return claim.number is not None or bool(claim.numbers or claim.before or claim.after or claim.also)


def _typed(spans: tuple[Span, ...], place: int) -> str:
    """The number with the unit that clings to it: 30,327명, 117.8 billion won."""
    number = spans[place].typed
    following = spans[place + 1] if place + 1 < len(spans) else None
    if following is None or not _is_counter(following) or following.clause != spans[place].clause:
        return number
    if following.typed[:1].isalpha() and following.typed.isascii():
        return f"{number} {following.typed}"
    return number + (following.typed if len(following.typed) <= _LONGEST_UNIT else following.typed[:1])


def _is_counter(span: Span) -> bool:
    return any(each.startswith(("counter:", "unit:")) for each in span.meanings)
