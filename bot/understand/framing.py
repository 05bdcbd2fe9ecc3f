"""Clauses that only frame a question: who asks, and why. What is said there is left out, and told.

A clause frames when it holds nothing that a question could be about: no edition, asking word, operation or claim.
Where people speak of themselves it may speak of anything else; where a clause only leads up to the question, of nothing
that the release knows and of no place, body or company; and everywhere of what no word list knows.
"""

from __future__ import annotations

from bot.understand.catalogue import Catalogue
from bot.understand.features import Features
from bot.understand.gather import gather
from bot.understand.span import Span

#: Endings of clauses that lead up to the question: 데스크가 재촉하는데, 마감이라서.
_LEADS_UP = (
    "는데",
    "은데",
    "인데",
    "던데",
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
)
#: How many words an errand takes in: for my human geography homework.
_LONGEST_ERRAND = 3
#: A message of more clauses has no frame.
_MOST_CLAUSES = 30


def without_framing(spans: tuple[Span, ...], text: str, catalogue: Catalogue) -> tuple[tuple[Span, ...], str] | None:
    """The spans of the clauses that ask, and the words left out; None when no clause only frames the others."""
    clauses = _clauses(spans)
    if not 2 <= len(clauses) <= _MOST_CLAUSES:
        return None
    framing = [_only_frames(clause, text, catalogue) for clause in clauses]
    if not any(framing) or all(framing):
        return None
    asking = tuple(span for clause, frames in zip(clauses, framing, strict=True) if not frames for span in clause)
    left_out = [" ".join(_typed(clause)) for clause, frames in zip(clauses, framing, strict=True) if frames]
    return asking, ", ".join(left_out)


def _clauses(spans: tuple[Span, ...]) -> list[tuple[Span, ...]]:
    clauses: list[list[Span]] = [[]]
    for index, span in enumerate(spans):
        before = spans[index - 1] if index else None
        stops = before is not None and before.clause != span.clause
        clings = span.kind in {"josa", "ending"}
        if stops or (before is not None and leads_up(before) and not clings):
            clauses.append([])
        clauses[-1].append(span)
    return [tuple(clause) for clause in clauses]


def leads_up(span: Span) -> bool:
    """Whether a clause that ends with the span leads up to what follows: 마감인데."""
    return span.kind in {"ending", "josa", "skip", "verb"} and span.typed.endswith(_LEADS_UP)


def _only_frames(clause: tuple[Span, ...], text: str, catalogue: Catalogue) -> bool:
    found = gather(clause, catalogue, text)
    if found.editions or found.dates or found.asks or found.has("claim", "not", "or", "over", "under", "almost"):
        return False
    if _speaks_of_asker(clause, catalogue):
        return not found.operations or _names_nothing(found, catalogue, gives_reason=True)
    if found.numbers or found.operations or _names_place(found, catalogue):
        return False
    return _names_nothing(found, catalogue, _gives_reason(clause, catalogue))


def _speaks_of_asker(clause: tuple[Span, ...], catalogue: Catalogue) -> bool:
    words = catalogue.lexicon.words
    long = tuple(asker for asker in words.askers if len(asker) > 1 or asker < "ㄱ")
    return any(
        span.typed in words.askers or (span.text in words.spaced and span.text.startswith(long)) for span in clause
    )


def _gives_reason(clause: tuple[Span, ...], catalogue: Catalogue) -> bool:
    """Whether the clause leads up to the question, or tells why it is asked: 수행평가 때문에요."""
    said = "".join(span.typed for span in clause)
    return said.endswith(_LEADS_UP) or said.endswith(tuple(catalogue.lexicon.words.purposes))


def _names_nothing(found: Features, catalogue: Catalogue, gives_reason: bool) -> bool:
    """Whether nothing that the release knows is named and, but for a reason, nothing at all that a word list knows."""
    if not (found.unknown or gives_reason):
        return False
    return all(
        any(reading <= catalogue.little for reading in item.readings)
        or (gives_reason and _is_passing(item.meanings) and item.span.text not in catalogue.lexicon.words.names)
        for item in found.items
    )


def _names_place(found: Features, catalogue: Catalogue) -> bool:
    """Whether it is said where: a place that is named, or a word that no list knows."""
    there = [*(item.span for item in found.items if not _is_passing(item.meanings)), *found.unknown]
    named = (item.span for item in found.items if item.span.text in catalogue.lexicon.words.names)
    return any(span.start in found.places for span in (*there, *named))


def _is_passing(meanings: frozenset[str]) -> bool:
    """Whether the word is one that no meaning of the release or of the languages covers."""
    return all(meaning.startswith("=") for meaning in meanings)


def without_errands(spans: tuple[Span, ...], catalogue: Catalogue) -> tuple[tuple[Span, ...], str] | None:
    """The spans without the words that only tell what kind of errand the answer is for; None when there are none."""
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
    left_out = " ".join(spans[place].typed for place in sorted(dropped))
    return tuple(span for place, span in enumerate(spans) if place not in dropped), left_out


def _qualifies(before: Span, errand: Span) -> bool:
    """Whether the span is a word of its own kind right before the errand: geography homework."""
    return before.clause == errand.clause and (
        before.kind == "unknown" or (before.kind == "word" and _is_passing(before.meanings))
    )


def _typed(clause: tuple[Span, ...]) -> list[str]:
    """The words of the clause, particles and endings with what they cling to."""
    words: list[str] = []
    for span in clause:
        if words and span.kind in {"josa", "ending"}:
            words[-1] += span.typed
        else:
            words.append(span.typed)
    return words
