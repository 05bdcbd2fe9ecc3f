"""The release's text as the checks read it: white space is one space, and every place knows its line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.knowledge.model import Passage
from bot.knowledge.problems import Problem

Span = tuple[int, int]

#: A number as printed: 1,178 · 9.4 · 044.
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?", re.ASCII)

_SENTENCE_END = re.compile(r"(?<=[^\W\d][.!?]) |(?<=[.!?][\"'”’)\]]) ")
_BULLET = re.compile(r"\W+")
#: What may follow a figure's counting word; anything else means that the word goes on: 23개 is not in 23개국.
_PARTICLES = "|".join("에서 으로 로 부터 까지 보다 이나 처럼 마다 은 는 이 가 을 를 의 에 와 과 도 만 나".split())
_NUMBER_BEFORE = re.compile(r"[0-9A-Za-z]$|\d[.,]$", re.ASCII)
_NUMBER_AFTER = re.compile(r"[.,]?\d", re.ASCII)
_WORD_ENDS = re.compile(rf"(?!\w)|(?:{_PARTICLES})(?!\w)")


def spaced(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def spans_of(phrase: str, text: str) -> list[Span]:
    """Where a figure stands in a text as a figure of its own: not inside a longer number or counting word."""
    return [span for span in number_spans_of(phrase, text) if _WORD_ENDS.match(text, span[1])]


def number_spans_of(phrase: str, text: str) -> list[Span]:
    """Where a figure stands in a text, not inside a longer number; its counting word may go on there."""
    phrase, found, at = spaced(phrase), [], -1
    while (at := text.find(phrase, at + 1)) >= 0:
        end = at + len(phrase)
        if not _NUMBER_BEFORE.search(text[max(0, at - 2) : at]) and not _NUMBER_AFTER.match(text, end):
            found.append((at, end))
    return found


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage with single spaces, the spans of its table cells, and where it begins in the release."""

    text: str
    cells: tuple[Span, ...]
    offset: int | None


class ReleaseText:
    """The text of a release with single spaces; `whole` finds sentences in it, `problem` gives their line."""

    def __init__(self, path: Path, raw: str) -> None:
        self.path = path
        self._raw_starts: list[tuple[int, int]] = []
        self._starts: list[int] = []
        self._begins: set[int] = set()
        self._ends: set[int] = set()
        words: list[str] = []
        length = 0
        for number, line in enumerate(raw.split("\n"), 1):
            before_text = True
            for match in re.finditer(r"\S+", line):
                self._raw_starts.append((number, match.start() + 1))
                self._starts.append(length)
                if before_text:
                    self._begins.add(length)
                before_text = before_text and _BULLET.fullmatch(match.group()) is not None
                words.append(match.group())
                length += len(match.group()) + 1
            self._ends.add(length - 1)
        self.text = " ".join(words)
        for gap in _SENTENCE_END.finditer(self.text):
            self._ends.add(gap.start())
            self._begins.add(gap.end())

    def whole(self, quote: str) -> list[int]:
        """Where the quote stands as whole lines or sentences."""
        return [at for at in self._all(quote) if at in self._begins and at + len(quote) in self._ends]

    def known_beginning(self, quote: str) -> tuple[str, str]:
        """The longest beginning of the quote that stands in the text, and the word that comes next there."""
        words = quote.split(" ")
        low, high = 0, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if " ".join(words[:middle]) in self.text else (low, middle - 1)
        known = " ".join(words[:low])
        rest = self.text[self.text.index(known) + len(known) :].lstrip() if known else ""
        return known, rest.partition(" ")[0]

    def sentence_at(self, offset: int) -> Span:
        """The line or sentence around an offset."""
        begin = max((begin for begin in self._begins if begin <= offset), default=0)
        end = min((end for end in self._ends if end > offset), default=len(self.text))
        return begin, end

    def _all(self, quote: str) -> Iterator[int]:
        at = self.text.find(quote)
        while at >= 0:
            yield at
            at = self.text.find(quote, at + 1)

    def quotes(self, passages: tuple[Passage, ...]) -> dict[str, Quote]:
        """Each passage found in the text; one given twice is its next occurrence there."""
        found: dict[str, Quote] = {}
        used: dict[str, int] = {}
        for passage in passages:
            text = spaced(passage.text)
            places = self.whole(text)
            turn = used.setdefault(text, 0)
            used[text] += 1
            offset = places[turn] if turn < len(places) else None
            found.setdefault(passage.id, Quote(text, tuple(_cells(passage.text)), offset))
        return found

    def problem(self, offset: int, message: str) -> Problem:
        """A problem at an offset of `text`, told by its line and column in the file."""
        index = bisect_right(self._starts, offset) - 1
        line, column = self._raw_starts[index] if index >= 0 else (1, 1)
        return Problem(self.path, line, column + offset - self._starts[index] if index >= 0 else 1, message)


def _cells(row: str) -> Iterator[Span]:
    at = 0
    for cell in map(spaced, row.split("\t")):
        yield at, at + len(cell)
        at += len(cell) + (1 if cell else 0)
