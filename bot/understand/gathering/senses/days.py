"""Words of time: this time as an edition, the three years on a table, on each of the days."""

from __future__ import annotations

import itertools

from bot.understand.gathering.mentions import BASE_JOSA
from bot.understand.gathering.senses.near import POINTING
from bot.understand.span import Span, joined

_EACH_DAY = frozenset({"per:day", "per:each-day"})
#: After a number of days: on each of them; and on each of them or on all together.
_ALL_ALONG = frozenset({"내내", "연속", "연속으로", "줄곧", "계속", "매번", "연달아", "하루도빠짐없이"})
_ALL = frozenset({"모두", "전부", "다"})
_DAYS = frozenset({"일", "일간", "동안", "간", "일동안"})
_LONGEST_ALL_DAYS = 3
_EACH_EDITION, _THIS_YEAR = frozenset({"op:editions"}), frozenset({"time:this-year"})
THIS_TIME = frozenset({"이번", "이번에", "이번엔", "요번", "요번에", "금번", "thistime"})
CUMULATED, _TOTAL = ("누적", "누계"), frozenset({"total"})
_JOINING = frozenset({"하고", "와", "과", "랑", "이랑", "이나", "하고는", "vs", "대"})
_JOINS = frozenset({"and", "or"})
_BEFORE_DATE = 2
_LAST_DAY = 31

_END, _CAME_DOWN = frozenset({"end"}), ("내렸", "내린", "내려", "내릴", "내리")


def with_all_days(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, 누적 read as all of one edition where its days are told: 사흘간 누적 관람객."""
    if not any("counter:day" in span.meanings or span.typed in _DAYS for span in spans):
        return spans
    return tuple(span.read_as(_TOTAL, kind="word") if span.typed.startswith(CUMULATED) else span for span in spans)


def with_this_time(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, 이번 read as this year's edition where something is compared with it, or it is joined with a year:
    2019년이 이번보다 넓었나, 2019년하고 이번하고; or where nothing else is said: 그럼 이번엔?"""
    return tuple(
        span.read_as(_THIS_YEAR, kind="word")
        if span.typed in THIS_TIME
        and (_is_compared_with(spans, index) or _is_joined_with_year(spans, index) or _stands_alone(spans, index))
        else span
        for index, span in enumerate(spans)
    )


def _stands_alone(spans: tuple[Span, ...], index: int) -> bool:
    """Whether the message says nothing but the word at the index."""
    return all(span.kind in {"skip", "josa", "ending"} for place, span in enumerate(spans) if place != index)


def _is_compared_with(spans: tuple[Span, ...], index: int) -> bool:
    return index + 1 < len(spans) and spans[index + 1].text in BASE_JOSA


def _is_joined_with_year(spans: tuple[Span, ...], index: int) -> bool:
    """Whether the span stands in one breath with a year: 2019년하고 이번, 이번이랑 2021년, 2019 or this time."""
    nearest_first = (spans[max(0, index - 2) : index][::-1], spans[index + 1 : index + 3])
    pairs = (pair for pair in nearest_first if len(pair) > 1)
    return any(
        year.kind == "year" and (joining.text in _JOINING or bool(joining.meanings & _JOINS)) for joining, year in pairs
    )


def with_years_listed(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *the three years on that table* read as the editions that stand there, not as a time after them."""
    return tuple(
        span.read_as(_EACH_EDITION)
        if "time:three-years-after" in span.meanings
        and index + 1 < len(spans)
        and spans[index + 1].typed in POINTING
        and span.typed.endswith("on")
        else span
        for index, span in enumerate(spans)
    )


def with_months_shared(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, a day to choose that leaves its month to the other one read as a date: 6 or 7 September, 8월 30일이야
    31일이야."""
    dates = [place for place, span in enumerate(spans) if span.kind == "date" and _day_of(span)]
    if len(dates) != 1:
        return spans
    place, date = dates[0], spans[dates[0]]
    before, after = spans[max(0, place - 2) : place], spans[place + 1 : place + 4]
    if len(before) == _BEFORE_DATE and _is_day(before[0]) and before[1].meanings & _JOINS and date.typed[:1].isdigit():
        return (*spans[: place - 2], _in_month(before[0], date), *spans[place - 1 :])
    days = [index for index, span in enumerate(after) if _is_day(span)]
    if days and days[0] + 1 < len(after) and after[days[0] + 1].typed == "일" and after[0].kind == "josa":
        day = place + 1 + days[0]
        return (*spans[:day], _in_month(spans[day], date), *_as_particle(spans[day + 2 :]))
    return spans


def _as_particle(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, the endings that they begin with read as the one particle that they are after a date: 이야."""
    ends = tuple(itertools.takewhile(lambda each: each.kind == "ending", spans))
    if not ends:
        return spans
    return (joined(ends).read_as(kind="josa"), *spans[len(ends) :])


def _day_of(date: Span) -> bool:
    return any(meaning.startswith("date:") for meaning in date.meanings)


def _is_day(span: Span) -> bool:
    return span.kind == "number" and span.number is not None and span.number.value in range(1, _LAST_DAY + 1)


def _in_month(day: Span, date: Span) -> Span:
    """The day as a date of the other one's month."""
    number = day.number
    month = next(iter(date.meanings)).rpartition("-")[0]
    meaning = frozenset({f"{month}-{int(number.value if number else 0):02}"})
    return day.read_as(meaning, kind="date")


def with_single_days(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *all three days* and 사흘 내내 beside a number read as each of the days; 사흘 모두 may be the sum,
    where the number is no bound."""
    numbers = [place for place, span in enumerate(spans) if span.kind == "number" and not _counts_days(spans, place)]
    if not numbers or any("op:sum" in span.meanings for span in spans):
        return spans
    is_bound = any(span.meanings & {"over", "at-least", "under", "at-most"} or span.typed == "씩" for span in spans)
    for first in range(len(spans)):
        last = _all_days_end(spans, first, _ALL_ALONG | _ALL if is_bound else _ALL_ALONG)
        if last is not None:
            read = joined(spans[first : last + 1]).read_as(_EACH_DAY, kind="word")
            return (*spans[:first], read, *spans[last + 1 :])
    return spans


def _counts_days(spans: tuple[Span, ...], place: int) -> bool:
    """Whether the number at the place is one of days."""
    following = spans[place + 1 : place + 2]
    return "counter:day" in spans[place].meanings or any(
        "counter:day" in each.meanings or each.typed in {"일", "일간"} for each in following
    )


def _all_days_end(spans: tuple[Span, ...], first: int, every: frozenset[str]) -> int | None:
    """Where the words end that name all the days and begin at the place; None when none do."""
    after = spans[first + 1 : first + 2]
    if spans[first].typed.startswith("all") and after and after[0].typed == "days":
        before = spans[first - 1].typed if first else ""
        drew = any(each.meanings & {"show", "come"} for each in spans[first + 2 : first + 3])
        return first + 1 if before == "on" or drew else None
    if spans[first].kind != "number" or not _counts_days(spans, first):
        return None
    for place in range(first + 1, min(first + 1 + _LONGEST_ALL_DAYS, len(spans))):
        if spans[place].typed.removeprefix("일") in every:
            return place
        if spans[place].typed not in _DAYS and spans[place].kind not in {"josa", "skip"}:
            return None
    return None


def with_curtain_down(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, what came down read as the end after the curtain went up: 며칠에 막을 올려서 며칠에 내렸어요?"""
    up = next(
        (place for place, span in enumerate(spans) if span.typed.startswith("막") and "start" in span.meanings), None
    )
    if up is None:
        return spans
    return tuple(
        span.read_as(_END) if place > up and span.typed.startswith(_CAME_DOWN) else span
        for place, span in enumerate(spans)
    )
