"""The numbers, dates, years and telephones in an answer follow from its passages, in both languages."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.knowledge.checks import dates
from bot.knowledge.checks.book import Book, Finding
from bot.knowledge.checks.release_text import NUMBER, Span, spaced
from bot.knowledge.model import LANGUAGES, Aspect, Language, Text
from bot.knowledge.source import Address
from bot.language.normalise import clean
from bot.language.numbers import find_numbers

#: 제1차관, 제3회: an ordinal is part of a name.
_ORDINAL = re.compile(r"제\s?\d+(?=\s?[가-힣])", re.ASCII)
_DIGIT_OR_NUMBER_WORD = re.compile(
    r"\d|[일이삼사오육칠팔구십백천만]|(?:한|두|세|네|열|스무|다섯|여섯|일곱|여덟|아홉)\s?\w"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|million|billion)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """What texts say in numbers; `tokens` are digits with the sign after them, as they must be printed."""

    dates: tuple[dates.DateSpan, ...] = ()
    years: frozenset[int] = frozenset()
    phones: frozenset[str] = frozenset()
    numbers: frozenset[int | float] = frozenset()
    tokens: frozenset[str] = frozenset()

    @property
    def days(self) -> frozenset[tuple[int, int]]:
        """The dates as (month, day)."""
        return frozenset((found.month, found.day) for found in self.dates)

    def shown(self) -> set[str]:
        """Everything said, as words for a message."""
        days = {f"{month}/{day}" for month, day in self.days}
        return days | set(map(str, self.years)) | self.phones | {f"{number:,}" for number in self.numbers}


@lru_cache(maxsize=4096)
def said(text: str, language: Language) -> Said:
    """The numbers of a text in that language, each counted once: a date's day is not a number as well."""
    if not _DIGIT_OR_NUMBER_WORD.search(text):
        return Said()
    text = _ORDINAL.sub(_blank, text)
    phones = frozenset(dates.PHONE.findall(text))
    text = dates.PHONE.sub(_blank, text)
    found = tuple(dates.korean_dates(text) if language == "ko" else dates.english_dates(text))
    text = _without(text, (date.span for date in found))
    years = list(dates.years(text))
    text = _without(text, (span for span, _ in years))
    tokens = (match.group() + text[match.end() :].lstrip()[:1] for match in NUMBER.finditer(text))
    return Said(
        dates=found,
        years=frozenset(year for _, year in years) | {date.year for date in found if date.year},
        phones=phones,
        numbers=frozenset(span.value for span in find_numbers(clean(text))),
        tokens=frozenset(tokens if language == "ko" else ()),
    )


def _without(text: str, spans: Iterable[Span]) -> str:
    for begin, end in spans:
        text = text[:begin] + " " * (end - begin) + text[end:]
    return text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def follow_from_their_passages(book: Book) -> Iterator[Finding]:
    """Whatever an answer says in numbers is printed in one of its passages."""
    for aspect, at in aspects(book):
        if not set(aspect.passages) <= set(book.quotes):
            continue
        evidence = _evidence(book, aspect)
        texts = [spaced(book.quotes[passage].text) for passage in aspect.passages]
        for language in LANGUAGES:
            answer = said(aspect.answer.in_language(language), language)
            for words in sorted(_unfounded(answer, evidence, texts)):
                message = (
                    f"«{words}» does not stand in the passages of this answer; correct it, or add "
                    "the passage that has it"
                )
                yield Finding(message, (*at, "answer", language))


def aspects(book: Book) -> Iterator[tuple[Aspect, Address]]:
    """The aspects of all topics, with their places in the file."""
    for index, topic in enumerate(book.knowledge.topics):
        for number, aspect in enumerate(topic.aspects):
            yield aspect, ("topics", index, "aspects", number)


def _evidence(book: Book, aspect: Aspect) -> Said:
    """All that the passages of an aspect print; a date without a year is of the year of the release."""
    published = book.knowledge.release.published.year
    printed = [_printed(book.quotes[passage].text, published) for passage in aspect.passages]
    return Said(
        dates=tuple(date for passage in printed for date in passage.dates),
        years=frozenset().union(*(passage.years for passage in printed)),
        phones=frozenset().union(*(passage.phones for passage in printed)),
        numbers=frozenset().union(*(passage.numbers for passage in printed)),
    )


@lru_cache(maxsize=4096)
def _printed(text: str, published: int) -> Said:
    days = tuple(dates.korean_dates(text))
    years = {year for _, year in dates.years(text)} | dates.relative_years(text, published)
    return Said(
        dates=days,
        years=frozenset(years | ({published} if days else set())),
        phones=frozenset(dates.PHONE.findall(text)),
        numbers=frozenset(span.value for span in find_numbers(clean(text))),
    )


def _unfounded(answer: Said, evidence: Said, texts: list[str]) -> Iterator[str]:
    yield from (f"{month}/{day}" for month, day in answer.days - evidence.days)
    yield from map(str, answer.years - evidence.years)
    yield from answer.phones - evidence.phones
    yield from (f"{number:,}" for number in answer.numbers - evidence.numbers)
    for token in answer.tokens:
        if token[-1].isalpha() and not any(token_spans(token, text) for text in texts):
            yield token


def token_spans(token: str, text: str) -> list[Span]:
    """Where a number and the sign after it stand in a text, with or without a space between them."""
    pattern = r"(?<!\d)(?<!\d[.,])" + re.escape(token[:-1]) + r"\s?" + re.escape(token[-1])
    return [match.span() for match in re.finditer(pattern, text)]


def tell_their_dates(book: Book) -> Iterator[Finding]:
    """`dates` and `years` are printed in the passages and told in both languages, with the right weekday."""
    for aspect, at in aspects(book):
        if set(aspect.passages) <= set(book.quotes):
            yield from _tells_dates(book, aspect, at)


def _tells_dates(book: Book, aspect: Aspect, at: Address) -> Iterator[Finding]:
    evidence = _evidence(book, aspect)
    answers = {language: said(aspect.answer.in_language(language), language) for language in LANGUAGES}
    for index, date in enumerate(aspect.dates):
        printed = [found for found in evidence.dates if found.fits(date)]
        if not printed or date.year not in evidence.years:
            yield Finding(f"{date} is not printed in the passages of this answer; correct it", (*at, "dates", index))
        elif any(found.weekday not in (None, date.weekday()) for found in printed):
            message = f"the passage prints another weekday; {date} is a {dates.weekday_name(date)}요일"
            yield Finding(message, (*at, "dates", index))
        for language, answer in answers.items():
            if (date.month, date.day) not in answer.days:
                yield Finding(
                    f"the answer does not tell the date {date} that «dates» gives; add it",
                    (*at, "answer", language),
                )
    for index, year in enumerate(aspect.years):
        if year not in evidence.years:
            yield Finding(f"{year} is not printed in the passages of this answer; correct it", (*at, "years", index))
        for language, answer in answers.items():
            if year not in answer.years:
                yield Finding(
                    f"the answer does not tell the year {year} that «years» gives; add it",
                    (*at, "answer", language),
                )
    for language, answer in answers.items():
        yield from _weekdays(book, answer, (*at, "answer", language))


def _weekdays(book: Book, answer: Said, at: Address) -> Iterator[Finding]:
    for found in answer.dates:
        year = found.year or book.knowledge.release.published.year
        try:
            date = datetime.date(year, found.month, found.day)
        except ValueError:
            yield Finding(f"{year}-{found.month:02}-{found.day:02} is no day of the calendar; correct it", at)
            continue
        if found.weekday not in (None, date.weekday()):
            yield Finding(f"{date} is a {date:%A} ({dates.weekday_name(date)}); correct the weekday", at)


def are_the_same_in_both_languages(book: Book) -> Iterator[Finding]:
    """A text says the same numbers in Korean and in English."""
    for at, entry in book.entries:
        if isinstance(entry, Text) and at[-1] != "title":
            korean, english = said(entry.ko, "ko").shown(), said(entry.en, "en").shown()
            for language, only, other in (
                ("ko", korean - english, "English"),
                ("en", english - korean, "Korean"),
            ):
                if only:
                    message = (
                        f"«{', '.join(sorted(only))}» stands here but not in the {other} text; make both say the same"
                    )
                    yield Finding(message, (*at, language))
