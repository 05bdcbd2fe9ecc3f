"""How a message is parted: into sentences, and these into clauses; and what words stand in one.

A clause ends at a stop, after words that lead up to what follows (마감인데) and before what is wanted (and would need).
"""

from __future__ import annotations

from itertools import accumulate

from bot.language.normalise import key, laid_out
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.features import Features
from bot.understand.span import Span

#: Marks at which a sentence ends.
STOPS = frozenset(".?!…~\n")
#: Endings of clauses that lead up to the question: 데스크가 재촉하는데, 마감이라서.
LEADING_UP = (
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


class Typed:
    """The message as it was typed and cleaned."""

    def __init__(self, text: str) -> None:
        self._utterance = laid_out(text)

    def part(self, spans: tuple[Span, ...]) -> str:
        """The part of the message that the spans were read from."""
        offsets = self._utterance.offsets
        return self._utterance.text[offsets[spans[0].start] : offsets[spans[-1].end - 1] + 1]

    def after(self, spans: tuple[Span, ...]) -> str:
        """What stands between the spans and the next word, or the end of the message."""
        offsets, end = self._utterance.offsets, spans[-1].end
        following = offsets[end] if end < len(offsets) else len(self._utterance.text)
        return self._utterance.text[offsets[end - 1] + 1 : following]


def sentences_of(spans: tuple[Span, ...], typed: Typed) -> list[tuple[Span, ...]]:
    """The sentences, in order."""
    sentences: list[list[Span]] = [[]]
    for span in spans:
        before = sentences[-1]
        if before and before[-1].clause != span.clause and not STOPS.isdisjoint(typed.after(tuple(before))):
            sentences.append([])
        sentences[-1].append(span)
    return [tuple(sentence) for sentence in sentences]


def clauses_of(spans: tuple[Span, ...]) -> list[tuple[Span, ...]]:
    """The clauses, in order."""
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
    return (spans[-2].typed + last.typed).endswith(LEADING_UP)


def leads_up(span: Span) -> bool:
    """Whether a clause that ends with the span leads up to what follows: 마감인데."""
    return span.kind in {"ending", "josa", "skip", "verb"} and span.typed.endswith(LEADING_UP)


def words_of(part: str) -> tuple[str, ...]:
    """The words of a part of a message, as the lexicon files them."""
    return tuple(filter(None, map(key, part.replace("'re ", " are ").split())))


def says(words: tuple[str, ...], phrases: frozenset[str]) -> bool:
    """Whether one of the phrases is said: an English one of more words from the start of a word to the end of one."""
    said = "".join(words)
    ends = tuple(accumulate(map(len, words)))
    starts = (0, *ends)
    for phrase in phrases:
        if phrase not in said:
            continue
        if phrase >= "ㄱ":
            return True
        if any(said.startswith(phrase, start) and start + len(phrase) in ends for start in starts):
            return True
    return False


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


def names_something(found: Features, catalogue: Catalogue) -> bool:
    """Whether anything is said that is more than the release's subject."""
    said = (item.readings for item in found.items)
    return bool(found.unknown) or any(not any(each <= catalogue.little for each in readings) for readings in said)
