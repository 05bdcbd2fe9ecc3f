"""Dates, years and telephone numbers as releases print them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.checks import dates

WEEKDAYS = "월화수목금토일"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022. 9. 7.(수)", [(2022, 9, 7, 2)]),
        ("8월31일(수)~9월2일(금)까지", [(None, 8, 31, 2), (None, 9, 2, 4)]),
        ("5월 3일(금)부터 5일(일)까지", [(None, 5, 3, 4), (None, 5, 5, 6)]),
        ("2022년 8월 31일(수요일)에", [(2022, 8, 31, 2)]),
        ("'22년 8월 31일", [(2022, 8, 31, None)]),
        ("8.31.(수)", [(None, 8, 31, 2)]),
        ("9.4% 증가", []),
        ("1,178억원. [최다 참여] 23개국", []),
        ("3일간 30,327명", []),
    ],
)
def test_korean_dates_are_read(text: str, expected: list[tuple[int | None, int, int, int | None]]) -> None:
    """Year and weekday only where they are written; percentages and figures are no dates."""
    assert [(d.year, d.month, d.day, d.weekday) for d in dates.korean_dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wednesday, 7 September 2022", [(2022, 9, 7, 2)]),
        ("from 31 August to 2 September 2022", [(None, 8, 31, None), (2022, 9, 2, None)]),
        ("7–9 September", [(None, 9, 7, None), (None, 9, 9, None)]),
        ("September 7, 2022", [(2022, 9, 7, None)]),
        ("33 smart city projects", []),
    ],
)
def test_english_dates_are_read(text: str, expected: list[tuple[int | None, int, int, int | None]]) -> None:
    """Both orders, ranges of days, weekdays."""
    assert [(d.year, d.month, d.day, d.weekday) for d in dates.english_dates(text)] == expected


@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2099, 12, 31)))
def test_every_day_is_read_as_it_is_written(day: datetime.date) -> None:
    """The usual spellings of a day say the same day."""
    weekday = WEEKDAYS[day.weekday()]
    for text in (
        f"{day.year}. {day.month}. {day.day}.({weekday})",
        f"{day.year}년 {day.month}월 {day.day}일({weekday})",
        f"{day.month}월{day.day}일({weekday})",
    ):
        (found,) = dates.korean_dates(text)
        assert found.fits(day)
        assert found.weekday == day.weekday()
    (found,) = dates.english_dates(f"It was {day:%A}, {day.day} {day:%B} {day.year}.")
    assert (found.year, found.month, found.day, found.weekday) == (
        day.year,
        day.month,
        day.day,
        day.weekday(),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'17년부터", [2017]),
        ("WSCE 2019", [2019]),
        ("'19년 대비", [2019]),
        ("2,019명", []),
        ("20192", []),
        ("1.2019", []),
    ],
)
def test_years_are_read(text: str, expected: list[int]) -> None:
    """Four digits or two after an apostrophe; a figure is no year."""
    assert [year for _, year in dates.years(text)] == expected
