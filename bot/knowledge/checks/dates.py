"""Dates, years and telephone numbers as releases print them and as answers say them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.knowledge.checks.release_text import Span

PHONE = re.compile(r"(?<![\d-])\d+(?:-\d+){1,3}(?![\d-])", re.ASCII)

_WEEKDAYS = ("월", "화", "수", "목", "금", "토", "일")
_ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_KOREAN_DATE = re.compile(
    r"(?:(?<!\d)(?P<year>\d{4}|['’‘]\d{2})\s?(?:년|\.|-)\s?)?(?<![\d.,])(?P<month>1[0-2]|0?[1-9])(?:월\s?|\.\s?|-)(?P<day>3[01]|[12]\d|0?[1-9])"
    r"(?:일|\.|(?=\())\s?(?:\(?(?P<weekday>[월화수목금토일])(?:\)|요일))?",
    re.ASCII,
)
_LAST_DAY = re.compile(
    r"\s?(?:~|∼|-|–|부터)\s?(?P<day>3[01]|[12]\d|0?[1-9])일(?!간)\s?(?:\(?(?P<weekday>[월화수목금토일])(?:\)|요일))?",
    re.ASCII,
)
_MONTH = "|".join(f"{month}|{month[:3]}" for month in _MONTHS)
_ENGLISH_DATE = re.compile(
    rf"(?:(?P<weekday>{'|'.join(_ENGLISH_WEEKDAYS)}),?\s)?"
    rf"(?:(?:(?P<first>\d{{1,2}})\s?[–-]\s?)?(?P<day>\d{{1,2}})\s(?P<month>{_MONTH})|(?P<month2>{_MONTH})\s(?P<day2>\d{{1,2}}))"
    r"(?![a-z])(?:,?\s(?P<year>\d{4}))?"
)  # fmt: skip
_YEAR = re.compile(r"(?<![\d.,])(?:(?P<full>(?:19|20)\d{2})(?!,?\d)|['’‘](?P<short>\d{2})(?=년|\s))", re.ASCII)
_RELATIVE_YEARS = {"금년": 0, "올해": 0, "이번 해": 0, "작년": -1, "지난해": -1, "전년": -1, "내년": 1}


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date at a span of a text; `year` and `weekday` (0 is Monday) are None where they are not written."""

    span: Span
    year: int | None
    month: int
    day: int
    weekday: int | None

    def fits(self, date: datetime.date) -> bool:
        """Whether this may be that date."""
        return (self.month, self.day) == (date.month, date.day) and self.year in (None, date.year)


def korean_dates(text: str) -> Iterator[DateSpan]:
    """2022. 9. 7.(수) · 8월31일(수) · 2022년 8월 31일 · 5월 3일부터 5일까지."""
    for match in _KOREAN_DATE.finditer(text):
        year = _full_year(match["year"]) if match["year"] else None
        yield DateSpan(match.span(), year, int(match["month"]), int(match["day"]), _weekday(match["weekday"]))
        last = _LAST_DAY.match(text, match.end())
        if last:
            yield DateSpan(last.span(), year, int(match["month"]), int(last["day"]), _weekday(last["weekday"]))


def _weekday(printed: str | None) -> int | None:
    return _WEEKDAYS.index(printed) if printed else None


def english_dates(text: str) -> Iterator[DateSpan]:
    """Wednesday, 31 August 2022 · 7–9 September · September 7."""
    for match in _ENGLISH_DATE.finditer(text):
        month = next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(match["month"] or match["month2"]))
        weekday = _ENGLISH_WEEKDAYS.index(match["weekday"]) if match["weekday"] else None
        year = int(match["year"]) if match["year"] else None
        for day in (match["first"], match["day"] or match["day2"]):
            if day:
                yield DateSpan(match.span(), year, month, int(day), weekday)


def years(text: str) -> Iterator[tuple[Span, int]]:
    """Years in four digits or as '17."""
    for match in _YEAR.finditer(text):
        yield match.span(), _full_year(match.group())


def relative_years(text: str, published: int) -> set[int]:
    """The years that words such as 금년 mean in a release of that year."""
    return {published + offset for word, offset in _RELATIVE_YEARS.items() if word in text}


def _full_year(printed: str) -> int:
    digits = printed.strip("'’‘")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def weekday_name(date: datetime.date) -> str:
    """수 for a Wednesday."""
    return _WEEKDAYS[date.weekday()]
