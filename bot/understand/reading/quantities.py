"""Numbers, years and dates: read from the text as it is spaced, because spaces part them, and never mended."""

from __future__ import annotations

import re

from bot.language.normalise import Utterance
from bot.language.numbers import NumberSpan, find_numbers, sino_value
from bot.understand.span import Span, SpanKind

_COST = 0.5
_LAST_DAY = 31
_FIRST_SHORT_YEAR = 15  # 15년 and later is a year, 3년 a duration

_YEAR = re.compile(
    r"""
    (?=['\d]) (?:  # what follows looks back, which takes longer
      (?<!\d) (?:(?<!\d[.,])|(?<=(?<!\d)20\d\d,))  # years may be listed with no spaces, unlike what else has commas
      (?P<full>(?:19|20)\d\d) (?!\d|\.\d|,(?!20\d\d(?!\d))\d)
      (?:\s?년도?|녀네|녀내|년애|녀도|[녀넌냔뇬녇녙녕뎐]도?)?
      (?!\s?(?:명|개|건|원|억|만|곳|m2|제곱|won\b))
    | '(?P<quoted>\d\d) (?!\d|[^']{1,30}\w'(?!\d)) (?:\s?년도?)?
    | (?<!\d) (?:(?<!\d[.,])|(?<=(?<!\d)\d\d,)) (?P<short>\d\d) (?:\s?년|[넌냔뇬녇녙녕뎐])도?
      (?!\s?(?:만|전(?!시|체|부|국)|간|동안|째|마다|뒤|후|이상|넘(?!어[오가])))
    | (?<!\d) (?:(?<!\d[.,])|(?<=(?<!\d)\d\d,)) (?P<listed>\d\d)
      (?=(?:\s?[,·/~와과랑]\s?|\s?하고\s?|\s) \d\d (?:(?:\s?[,·/]\s?|\s)\d\d)* \s?(?:년|세\s?(?:번|해|회|차례|개년)|셋))
    | (?:(?<=\d\d,)|(?<=\d\d\s)|(?<=\d\d,\s)) (?P<last>\d\d) (?=\s?(?:세\s?(?:번|해|회|차례|개년)|셋))
    | (?:(?<=\bin\s)(?<!\bone\sin\s)(?<!\b1\sin\s)|(?<=\bsince\s)) (?P<told>\d\d)
      (?=\s?(?:[?!,;]|\.?$|\.\s)|\s(?:too|also|as\swell|or\sin|and\sin|than)\b)
    | (?<!\d)(?<!\d[.,])(?:(?<!\bfrom\s)|(?=[12]\d\sto\s[12]\d\b)) (?P<earlier>\d\d)
      (?=\s(?:to|vs\.?|versus)\s\d\d\s?(?:[?!,;]|\.?$|\.\s))
    | (?<!\bfrom\s[03-9]\d\sto\s)
      (?:(?<=\s\d\d\sto\s)|(?<=\s\d\d\svs\s)|(?<=\s\d\d\svs\.\s)|(?<=\s\d\d\sversus\s)) (?P<later>\d\d)
      (?=\s?(?:[?!,;]|\.?$|\.\s))
    )
    """,
    re.VERBOSE,
)
_SHORT_YEARS = ("quoted", "short", "listed", "last", "told", "earlier", "later")
_DIGIT = re.compile(r"\d")
_SPOKEN_YEAR = re.compile(r"\s?년도?")
_ROUND = re.compile(r"hundred|천|만")
_COUNTED = re.compile(r"\s(?:people|visitors|won|companies|m2)")
_MONTHS = {name: place for place, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_NAMED_MONTH = re.compile(rf"\b(?:in|of) (?:the month of )?{_MONTH}")
_DATE = re.compile(
    rf"""
      (?<!\d) (?:19|20)\d\d \.\s? (?P<written_month>\d{{1,2}}) \.\s? (?P<written_day>\d{{1,2}}) (?!\d|\.\d) \.?
    | (?P<month>\d{{1,2}}) \s?월\s? (?P<day>\d{{1,2}}) \s?일 (?:\s?자)?
    | (?P<month_alone>\d{{1,2}}) \s?월 (?!\s?드)
    | \b (?:in|of) \s (?:the\s month\s of\s)? (?P<name_alone>{_MONTH}) (?!\s?\d)
    | \b (?P<day_first>\d{{1,2}}) (?:st|nd|rd|th)? \s (?:of\s)? (?P<name_last>{_MONTH})
    | \b (?P<name_first>{_MONTH}) \s (?P<day_last>\d{{1,2}}) (?:st|nd|rd|th)? \b (?!,?\d)
    """,
    re.VERBOSE,
)
#: No date is without one of these.
_DATE_HINT = re.compile(rf"월|\d\.|{'|'.join(_MONTHS)}")
_SPOKEN_DATE = re.compile(
    r"(?<![가-힣])(?P<month>십[일이]?|[일이삼사오유육칠팔구시])\s?월\s?(?P<day>[이삼]?십?[일이삼사오육칠팔구]?)\s?일(?=[에은이날인까부\s.,?!]|$)"
)
#: Two months are said otherwise than their numbers.
_SPOKEN_MONTHS = {"유": 6, "시": 10}


def find_quantities(utterance: Utterance) -> list[Span]:
    """The dates, years and numbers of the message as spans of its spaceless form, none overlapping another."""
    text = utterance.text
    places: dict[int, int] = {}
    taken: set[int] = set()
    found: list[Span] = []

    def add(start: int, end: int, kind: SpanKind, meaning: str = "", number: NumberSpan | None = None) -> None:
        if not places:
            places.update((offset, index) for index, offset in enumerate(utterance.offsets))
        inside = [places[offset] for offset in range(start, end) if offset in places]
        if inside and taken.isdisjoint(inside):
            taken.update(inside)
            reading = frozenset({meaning} if meaning else ())
            readings = (reading,) if meaning else ()
            written = text[start:end]
            first, last = inside[0], inside[-1]
            found.append(
                Span(first, last + 1, written, kind, readings, number, cost=_COST, typed=written, meanings=reading)
            )

    for match in _SPOKEN_DATE.finditer(text) if "월" in text else ():
        month = _SPOKEN_MONTHS.get(match["month"]) or sino_value(match["month"])
        day = sino_value(match["day"])
        if month and day and day <= _LAST_DAY:
            add(match.start(), match.end(), "date", f"date:{month:02}-{day:02}")
    has_digits = _DIGIT.search(text) is not None
    if _DATE_HINT.search(text) and (has_digits or _NAMED_MONTH.search(text)):
        for match in _DATE.finditer(text):
            add(match.start(), match.end(), "date", _date_meaning(match))
    if has_digits:
        for match in _YEAR.finditer(text):
            year = _year_of(match)
            if year is not None:
                add(match.start(), match.end(), "year", f"year:{year}")
    for number in find_numbers(text):
        year_end = _spoken_year_end(text, number)
        if year_end is not None:
            add(number.start, year_end, "year", f"year:{int(number.value) + (2000 if number.value < 100 else 0)}")
        else:
            add(number.start, number.end, "number", "counter:day" if number.counts_days else "", number)
    return found


def _year_of(match: re.Match[str]) -> int | None:
    if match["full"]:
        return int(match["full"])
    if (
        match["quoted"] is None
        and match["listed"] is None
        and match["last"] is None
        and _short(match) < _FIRST_SHORT_YEAR
    ):
        return None
    return 2000 + _short(match)


def _short(match: re.Match[str]) -> int:
    """The year's last two digits."""
    return next(int(match[name]) for name in _SHORT_YEARS if match[name])


def _date_meaning(match: re.Match[str]) -> str:
    if match["month_alone"]:
        return f"month:{int(match['month_alone']):02}"
    if match["written_month"]:
        return f"date:{int(match['written_month']):02}-{int(match['written_day']):02}"
    if match["month"]:
        return f"date:{int(match['month']):02}-{int(match['day']):02}"
    if match["name_alone"]:
        return f"month:{_MONTHS[match['name_alone'][:3]]:02}"
    name = match["name_last"] or match["name_first"]
    day = match["day_first"] or match["day_last"]
    return f"date:{_MONTHS[name[:3]]:02}-{int(day):02}"


def _spoken_year_end(text: str, number: NumberSpan) -> int | None:
    """Where a year said in words ends (이천십구년, twenty nineteen); None when the number is no year."""
    if not number.spelled or not (1990 <= number.value <= 2099 or _FIRST_SHORT_YEAR <= number.value < 100):
        return None
    following = _SPOKEN_YEAR.match(text, number.end)
    if number.value < 100:
        return following.end() if following and following.group().endswith(("년", "년도")) else None
    if following:
        return following.end()
    written = text[number.start : number.end]
    if written.startswith("twenty ") and number.value > 2000:
        return number.end  # nobody counts so: twenty nineteen visitors are those of 2019
    counts = _ROUND.search(written) or _COUNTED.match(text, number.end)
    return None if counts else number.end
