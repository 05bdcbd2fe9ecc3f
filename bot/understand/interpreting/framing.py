"""Clauses that only frame a question: who asks, and why. What is said there is left out, and told.

A clause frames when it holds nothing that a question could be about: no edition, asking word, operation or claim.
Where people speak of themselves it may speak of anything else; where a clause only leads up to the question, of nothing
that the release knows and of no place, body or company; and everywhere of what no word list knows.
"""

from __future__ import annotations

from itertools import pairwise

from bot.language.normalise import key
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.features import Features
from bot.understand.gathering.clauses import LEADING_UP, Typed, clauses_of, holds, names_something, says, words_of
from bot.understand.gathering.constructions import AUXILIARIES
from bot.understand.gathering.gather import gather
from bot.understand.gathering.narrowing import is_deadline, is_of_the_hurry, picks_some, points_back
from bot.understand.span import Span

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


def _only_frames(found: Features, typed: Typed, catalogue: Catalogue, *, asks_beside: bool) -> bool:
    clause = found.spans
    # 내년 일감을 가늠하려고요: a year that is none of the release's may be the asker's own.
    of_release = [mention for mention in found.editions if mention.edition or not mention.relative]
    dated = of_release or found.dates or (found.editions and not gives_reason(clause, catalogue))
    asks = found.asks - {"ask:title"} if gives_reason(clause, catalogue) else found.asks  # 제목에 쓰려고 합니다
    if dated or asks or found.has("claim", "not", "or", "over", "under", "almost"):
        return False
    narrows = says_what_is_meant(clause, catalogue) or _says_what_matters(clause, catalogue)
    if narrows and names_something(found, catalogue):
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
    """Whether it is said in the clause what the question is about: 부산 행사 말이에요, I mean the Busan fair; not
    싸우다 나온 얘기예요."""
    focuses = catalogue.lexicon.words.focuses
    if not holds(clause, focuses):
        return False
    return not any(
        after.typed.startswith(tuple(focuses)) and before.kind in {"verb", "ending"}
        for before, after in pairwise(clause)
    )


def _says_what_matters(clause: tuple[Span, ...], catalogue: Catalogue) -> bool:
    """Whether it is said in the clause what the asker wants to know of: I'm interested in the young."""
    return holds(clause, catalogue.lexicon.words.interests)


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
    return said.endswith((*LEADING_UP, *words.purposes, *words.introductions))


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
    """The spans without the words that only tell what errand the answer is for, and of what kind; None when there are
    none."""
    typed = Typed(text)
    dropped: set[int] = set()
    for index, span in enumerate(spans):
        if span.typed not in catalogue.lexicon.words.errands:
            continue
        if span.kind == "unknown":
            dropped.add(index)
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
