"""Where a reply's facts stand: the quoted sentence or row, its place, and what in it is the figure."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from bot.answer.figures import Operand
from bot.answer.model import Source
from bot.knowledge.model import Knowledge, Language

_MONTHS = "January February March April May June July August September October November December".split()


def written_date(date: datetime.date, language: Language) -> str:
    """The date as the language writes it: 2022년 9월 7일, 7 September 2022."""
    if language == "ko":
        return f"{date.year}년 {date.month}월 {date.day}일"
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def of_figures(operands: Sequence[Operand], language: Language, knowledge: Knowledge) -> tuple[Source, ...]:
    """One source for each passage that the figures stand in, the printed figures marked."""
    marked: dict[str, dict[str, None]] = {}
    for figure in (figure for operand in operands for figure in operand.printed):
        marked.setdefault(figure.passage, {})[figure.printed or figure.figure] = None
    return tuple(source(passage, language, knowledge, tuple(figures)) for passage, figures in marked.items())


def of_passages(passages: Iterable[str], language: Language, knowledge: Knowledge) -> tuple[Source, ...]:
    """One source for each passage, in order, none twice."""
    return tuple(source(passage, language, knowledge) for passage in dict.fromkeys(passages))


def source(passage_id: str, language: Language, knowledge: Knowledge, marked: tuple[str, ...] = ()) -> Source:
    """The passage as a source."""
    release = knowledge.release
    passage = knowledge.passage(passage_id)
    return Source(
        publisher=release.publisher.in_language(language),
        title=release.title.in_language(language),
        published=release.published,
        locator=passage.place.in_language(language),
        quote=passage.text,
        url=release.url,
        marked=marked,
    )
