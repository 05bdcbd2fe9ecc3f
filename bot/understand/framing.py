"""Clauses that only frame a question: who asks and why. What is said there in unknown words is left out, and told.

A clause frames when it holds nothing that the release or a question could be about: no thing that any word list
knows, no edition, number, asking word, operation or claim. One known word in it, and it counts.
"""

from __future__ import annotations

from bot.understand.catalogue import Catalogue
from bot.understand.gather import gather
from bot.understand.span import Span

#: Endings of clauses that lead up to the question: 데스크가 재촉하는데, 마감이라서.
_LEADING = ("는데", "은데", "인데", "던데", "어서", "아서", "라서", "니까", "려고", "지만", "거든", "길래", "해서")


def without_framing(spans: tuple[Span, ...], text: str, catalogue: Catalogue) -> tuple[tuple[Span, ...], str] | None:
    """The spans of the clauses that ask, and the words left out; None when no clause only frames the others."""
    clauses = _clauses(spans)
    framing = [_only_frames(clause, text, catalogue) for clause in clauses]
    if len(clauses) < 2 or not any(framing) or all(framing):
        return None
    asking = tuple(span for clause, frames in zip(clauses, framing, strict=True) if not frames for span in clause)
    left_out = [" ".join(_typed(clause)) for clause, frames in zip(clauses, framing, strict=True) if frames]
    return asking, ", ".join(left_out)


def _clauses(spans: tuple[Span, ...]) -> list[tuple[Span, ...]]:
    clauses: list[list[Span]] = [[]]
    for index, span in enumerate(spans):
        before = spans[index - 1] if index else None
        stops = before is not None and before.clause != span.clause
        if stops or (before is not None and _leads_up(before, span)):
            clauses.append([])
        clauses[-1].append(span)
    return [tuple(clause) for clause in clauses]


def _leads_up(before: Span, span: Span) -> bool:
    clings = span.kind in {"josa", "ending"}
    return before.kind in {"ending", "josa", "skip"} and before.typed.endswith(_LEADING) and not clings


def _only_frames(clause: tuple[Span, ...], text: str, catalogue: Catalogue) -> bool:
    found = gather(clause, catalogue, text)
    if not found.unknown or found.editions or found.numbers or found.dates or found.asks or found.operations:
        return False
    if found.has("claim", "not", "or", "over", "under", "almost") or found.places:
        return False
    said_little = catalogue.lexicon.soft | catalogue.subject
    return all(any(reading <= said_little for reading in item.readings) for item in found.items)


def _typed(clause: tuple[Span, ...]) -> list[str]:
    """The words of the clause, particles and endings with what they cling to."""
    words: list[str] = []
    for span in clause:
        if words and span.kind in {"josa", "ending"}:
            words[-1] += span.typed
        else:
            words.append(span.typed)
    return words
