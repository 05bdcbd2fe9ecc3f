"""Clauses that only frame a question: who asks, and why. What is said there is left out, and told.

A clause frames when it holds nothing that a question could be about: no edition, asking word, operation or claim.
Where people speak of themselves it may speak of anything else; where a clause only leads up to the question, of nothing
that the release knows and of no place, body or company; and everywhere of what no word list knows.
"""

from __future__ import annotations

from itertools import accumulate, pairwise

from bot.language.normalise import key, utterance
from bot.understand.catalogue import Catalogue
from bot.understand.constructions import AUXILIARIES
from bot.understand.features import Features
from bot.understand.gather import gather
from bot.understand.narrowing import is_deadline, is_of_the_hurry, picks_some, points_back, says, words_of
from bot.understand.span import Span

#: Endings of clauses that lead up to the question: 데스크가 재촉하는데, 마감이라서.
_LEADS_UP = (
    "는데",
    "은데",
    "인데",
    "던데",
    "런데",
    "건데",
    "는디",
    "런디",
    "다가",
    "어서",
    "아서",
    "라서",
    "니까",
    "려고",
    "지만",
    "거든",
    "길래",
    "해서",
    "오니",
    "이니",
    "으니",
)
_JOINS = frozenset({"and", "so", "but"})
_WANTS = frozenset(
    {"need", "want", "would", "id", "ineed", "iwant", "idlike", "wouldlike", "wouldneed", "could", "can"}
)
_WISHES = frozenset({"need", "want", "ineed", "iwant", "weneed", "wewant", "idlike", "i'dlike"})
#: What is said under a condition may narrow the question, whoever it speaks of.
_CONDITIONS = frozenset({"if", "when", "once"})
#: How a Korean sentence ends that is told.
_SAYS_SO = ("요", "다", "네", "죠", "지", "음", "함", "임")
_ASKED = ("나요", "까요", "습니까", "가요", "냐")
_SHORTEST_STATEMENT = 3
#: How many words an errand takes in: for my human geography homework.
_LONGEST_ERRAND = 3
#: A message of more clauses has no frame.
_MOST_CLAUSES = 30


class Typed:
    """The message as it was typed."""

    def __init__(self, text: str) -> None:
        self._utterance = utterance(text)

    def part(self, spans: tuple[Span, ...]) -> str:
        """The part of the message that the spans were read from."""
        offsets = self._utterance.offsets
        return self._utterance.text[offsets[spans[0].start] : offsets[spans[-1].end - 1] + 1]

    def after(self, spans: tuple[Span, ...]) -> str:
        """What stands between the spans and the next word, or the end of the message."""
        offsets, end = self._utterance.offsets, spans[-1].end
        following = offsets[end] if end < len(offsets) else len(self._utterance.text)
        return self._utterance.text[offsets[end - 1] + 1 : following]


def without_framing(spans: tuple[Span, ...], text: str, catalogue: Catalogue) -> tuple[tuple[Span, ...], str] | None:
    """The spans of the clauses that ask, and the words left out; None when no clause only frames the others."""
    clauses = clauses_of(spans)
    if not 2 <= len(clauses) <= _MOST_CLAUSES:
        return None
    typed = Typed(text)
    gathered = [gather(clause, catalogue, text) for clause in clauses]
    asks = "?" in text or any(found.asks for found in gathered)
    framing = [_only_frames(found, typed, catalogue, asks_beside=asks) for found in gathered]
    if not any(framing) or all(framing):
        return None
    asking = tuple(span for clause, frames in zip(clauses, framing, strict=True) if not frames for span in clause)
    left_out = [clause for clause, frames in zip(clauses, framing, strict=True) if frames]
    if points_back(asking, left_out):
        return None
    return asking, ", ".join(typed.part(clause) for clause in left_out if any(span.kind != "skip" for span in clause))


def clauses_of(spans: tuple[Span, ...]) -> list[tuple[Span, ...]]:
    clauses: list[list[Span]] = [[]]
    for index, span in enumerate(spans):
        before = spans[index - 1] if index else None
        stops = before is not None and before.clause != span.clause
        clings = span.kind in {"josa", "ending"}
        if stops or (index and not clings and end_leads_up(spans[:index])) or _asks_from_here(spans, index):
            clauses.append([])
        clauses[-1].append(span)
    return [tuple(clause) for clause in clauses]


def _asks_from_here(spans: tuple[Span, ...], index: int) -> bool:
    """Whether an English sentence goes on with what is wanted: I write a newsletter and would need the value."""
    return index > 0 and spans[index - 1].typed in _JOINS and spans[index].typed in _WANTS


def end_leads_up(spans: tuple[Span, ...]) -> bool:
    """Whether what ends with the spans leads up to what follows: 마감인데, 급해서 as it is cut into 급해 and 서."""
    *_, last = spans
    if leads_up(last):
        return True
    if last.kind not in {"josa", "ending"} or len(spans) == 1 or spans[-2].end != last.start:
        return False
    if last.typed == "서" and spans[-2].kind in {"verb", "unknown"}:
        return True
    return (spans[-2].typed + last.typed).endswith(_LEADS_UP)


def leads_up(span: Span) -> bool:
    """Whether a clause that ends with the span leads up to what follows: 마감인데."""
    return span.kind in {"ending", "josa", "skip", "verb"} and span.typed.endswith(_LEADS_UP)


def _only_frames(found: Features, typed: Typed, catalogue: Catalogue, *, asks_beside: bool) -> bool:
    clause = found.spans
    # 내년 일감을 가늠하려고요: a year that is none of the release's may be the asker's own.
    of_release = [mention for mention in found.editions if mention.edition or not mention.relative]
    dated = of_release or found.dates or (found.editions and not gives_reason(clause, catalogue))
    asks = found.asks - {"ask:title"} if gives_reason(clause, catalogue) else found.asks  # 제목에 쓰려고 합니다
    if dated or asks or found.has("claim", "not", "or", "over", "under", "almost"):
        return False
    narrows = says_what_is_meant(clause, catalogue) or _says_what_matters(clause, catalogue)
    if narrows and _names_something(found, catalogue):
        return False
    if speaks_of_asker(clause, typed, catalogue):
        if picks_some(found, words_of(typed.part(clause)), catalogue):
            return False
        may_narrow = found.operations or clause[0].typed in _CONDITIONS  # if I look at the foreigners only
        may_narrow = may_narrow or _wishes_for_something(clause)  # I need the first day, …
        return not may_narrow or _names_nothing(found, catalogue, may_know=True, may_name=True)
    has_deadline = any(is_deadline(span, catalogue) for span in clause)
    counts = any(not is_of_the_hurry(clause, number.span, catalogue) for number in found.numbers)
    if counts or found.operations or _names_place(found, catalogue):
        return False
    words = words_of(typed.part(clause))
    demands = says(words, catalogue.lexicon.words.demands) or picks_some(found, words, catalogue)
    if demands or clause[0].typed in AUXILIARIES or clause[-1].typed.endswith(_ASKED):
        return False
    tells = asks_beside and (has_deadline or _is_statement(clause))
    return _names_nothing(found, catalogue, may_know=tells or gives_reason(clause, catalogue))


def _wishes_for_something(clause: tuple[Span, ...]) -> bool:
    """Whether the asker says what he would have, and not what he would do: I need the venue, I'd like to be sure."""
    return any(span.typed in _WISHES and not after.typed.startswith("to") for span, after in pairwise(clause))


def says_what_is_meant(clause: tuple[Span, ...], catalogue: Catalogue) -> bool:
    """Whether it is said in the clause what the question is about: 부산 행사 말이에요, I mean the Busan fair."""
    return holds(clause, catalogue.lexicon.words.focuses)


def _says_what_matters(clause: tuple[Span, ...], catalogue: Catalogue) -> bool:
    """Whether it is said in the clause what the asker wants to know of: I'm interested in the young."""
    return holds(clause, catalogue.lexicon.words.interests)


def holds(clause: tuple[Span, ...], phrases: frozenset[str]) -> bool:
    """Whether one of the spaceless phrases stands in the clause; an English one from the start of a word on: "was for"
    holds no "as for"."""
    said = "".join(span.typed for span in clause)
    starts = tuple(accumulate((len(span.typed) for span in clause), initial=0))
    return any(
        phrase >= "ㄱ" or any(said.startswith(phrase, start) for start in starts)
        for phrase in phrases
        if phrase in said
    )


def _names_something(found: Features, catalogue: Catalogue) -> bool:
    """Whether anything is said that is more than the release's subject."""
    said = (item.readings for item in found.items)
    return bool(found.unknown) or any(not any(each <= catalogue.little for each in readings) for readings in said)


def _is_statement(clause: tuple[Span, ...]) -> bool:
    """Whether the clause is a sentence that tells something: 비가 많이 오네요, the printer ate half the page."""
    said = [span for span in clause if span.kind != "skip" or span.meanings]
    if len(clause) < _SHORTEST_STATEMENT or not said:
        return False
    if clause[-1].typed[-1:] >= "ㄱ":
        return clause[-1].kind in {"ending", "verb", "skip"} or clause[-1].typed.endswith(_SAYS_SO)
    return any(span.kind == "verb" or span.typed in AUXILIARIES or span.typed.endswith("ing") for span in clause)


def speaks_of_asker(clause: tuple[Span, ...], typed: Typed, catalogue: Catalogue) -> bool:
    """Whether the clause speaks of who asks, or of somebody who has asked him."""
    words = catalogue.lexicon.words
    said = "".join(span.typed for span in clause)
    if holds(clause, words.requests) or said.endswith(tuple(words.introductions)):
        return True
    return any(
        span.typed in words.askers
        or (span.text in words.spaced and key(typed.part((span,)).split()[0]) in words.askers)
        for span in clause
    )


def gives_reason(clause: tuple[Span, ...], catalogue: Catalogue) -> bool:
    """Whether the clause leads up to the question, or tells why it is asked: 수행평가 때문에요."""
    said = "".join(span.typed for span in clause)
    words = catalogue.lexicon.words
    return said.endswith((*_LEADS_UP, *words.purposes, *words.introductions))


def _names_nothing(found: Features, catalogue: Catalogue, *, may_know: bool, may_name: bool = False) -> bool:
    """Whether nothing that the release knows is named and, unless it may, nothing at all that a word list knows; nor,
    unless it may, a place, body or company."""
    if not (found.unknown or may_know):
        return False
    return all(
        any(reading <= catalogue.little for reading in item.readings)
        or (
            may_know
            and (is_passing(item.meanings) or (may_name and any(map(is_passing, item.readings))))
            and (may_name or item.span.text not in catalogue.lexicon.words.names)
        )
        for item in found.items
    )


def _names_place(found: Features, catalogue: Catalogue) -> bool:
    """Whether it is said where: a place that is named, or a word that no list knows."""
    there = [*(item.span for item in found.items if not is_passing(item.meanings)), *found.unknown]
    named = (item.span for item in found.items if item.span.text in catalogue.lexicon.words.names)
    return any(span.start in found.places for span in (*there, *named))


def is_passing(meanings: frozenset[str]) -> bool:
    """Whether the word is one that no meaning of the release or of the languages covers."""
    return all(meaning.startswith("=") for meaning in meanings)


def without_errands(spans: tuple[Span, ...], text: str, catalogue: Catalogue) -> tuple[tuple[Span, ...], str] | None:
    """The spans without the words that only tell what kind of errand the answer is for; None when there are none."""
    typed = Typed(text)
    dropped: set[int] = set()
    for index, span in enumerate(spans):
        if span.typed not in catalogue.lexicon.words.errands:
            continue
        place = index - 1
        while place >= 0 and index - place <= _LONGEST_ERRAND and _qualifies(spans[place], span):
            dropped.add(place)
            place -= 1
    if not dropped:
        return None
    left_out = " ".join(typed.part(spans[place : place + 1]) for place in sorted(dropped))
    return tuple(span for place, span in enumerate(spans) if place not in dropped), left_out


def _qualifies(before: Span, errand: Span) -> bool:
    """Whether the span is a word of its own kind right before the errand: geography homework."""
    return before.clause == errand.clause and (
        before.kind == "unknown" or (before.kind == "word" and is_passing(before.meanings))
    )
