"""A reply as lines, so that a pipe, a terminal and the contract's `text` share one layout.

The figure comes first, then the working and what was assumed, then where it stands word for word, then what
can be chosen or asked next.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.answer.model import Answer, Choice, Source
from bot.answer.sources import written_date
from bot.knowledge.model import Language

Role = Literal["headline", "detail", "assumption", "source", "quote", "label", "choice", "suggestion"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a reply: what it is, how many columns it is set in, and the words in it that are marked."""

    role: Role
    text: str
    indent: int = 0
    marked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Labels:
    source: str
    choices: str
    suggestions: str


_LABELS: dict[Language, _Labels] = {
    "ko": _Labels(source="출처", choices="다른 뜻이었다면:", suggestions="이렇게도 물어볼 수 있습니다:"),
    "en": _Labels(source="Source", choices="If you meant something else:", suggestions="You can also ask:"),
}


def plain(answer: Answer, *, numbers_suggestions: bool = False) -> str:
    """The whole reply without colour or markup, its sections set apart by an empty line."""
    shown = sections(answer, numbers_suggestions=numbers_suggestions)
    return "\n\n".join("\n".join(" " * line.indent + line.text for line in section) for section in shown)


def sections(answer: Answer, *, numbers_suggestions: bool = False) -> list[list[Line]]:
    """The reply in its order of reading, no section empty.

    Choices are numbered from 1; `numbers_suggestions` numbers the suggestions on after them.
    """
    start = len(answer.choices) + 1 if numbers_suggestions else None
    found = (
        [Line("headline", text) for text in answer.headline.splitlines()],
        [*_lines("detail", answer.details), *_lines("assumption", answer.assumptions, "※ ")],
        list(_sources(answer.sources, answer.language)),
        list(_choices(answer)),
        list(_suggestions(answer.suggestions, answer.language, start)),
    )
    return [section for section in found if section]


def _lines(role: Role, texts: Sequence[str], sign: str = "") -> Iterator[Line]:
    return (Line(role, sign + text) for text in texts)


def _sources(sources: Sequence[Source], language: Language) -> Iterator[Line]:
    """One heading for each release, and under it every place that is quoted."""
    for heading, group in itertools.groupby(sources, lambda source: _heading(source, language)):
        quoted = list(group)
        yield Line("source", heading)
        for source in quoted:
            yield Line("quote", f"{source.locator}: “{source.quote}”", 2, source.marked)
        if quoted[0].url:
            yield Line("source", quoted[0].url, 2)


def _heading(source: Source, language: Language) -> str:
    published = written_date(source.published, language)
    title = f"「{source.title}」" if language == "ko" else f"“{source.title}”"
    return f"{_LABELS[language].source}: {source.publisher}, {title}, {published}"


def _choices(answer: Answer) -> Iterator[Line]:
    if answer.choices and answer.outcome == "answer":
        yield Line("label", _LABELS[answer.language].choices)
    for number, choice in enumerate(answer.choices, start=1):
        yield Line("choice", f"{number}. {choice.label}")


def _suggestions(suggestions: Sequence[Choice], language: Language, start: int | None) -> Iterator[Line]:
    if suggestions:
        yield Line("label", _LABELS[language].suggestions)
    for offset, suggestion in enumerate(suggestions):
        sign = "- " if start is None else f"{start + offset}. "
        yield Line("suggestion", sign + suggestion.label)
