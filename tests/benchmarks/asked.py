"""Questions about the made-up fairs whose right replies are known, in the form that all questions are judged in."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.fairs import YEARS, Fair, fairs
from tests.questions.judging import Item

#: How many fairs are asked about, spread over all: as many questions whatever the size of the knowledge.
ASKED = 6

_FIRST, _MIDDLE, _LAST = YEARS
#: A kind of figure, the year it is asked for, and the questions; 억 is said by the budget only.
_FIGURES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("visitors", _LAST, ("{fair} 박람회 관람객은 몇 명이야?", "How many people visited the {fair_en} fair?")),
    ("visitors", _MIDDLE, ("작년 {fair} 방문객 수는?", "{fair_en} attendees in 2022")),
    ("foreign", _FIRST, ("2021년 {fair} 외국인 관람객은?", "How many foreign visitors came to {fair_en} in 2021?")),
    ("exhibitors", _LAST, ("{fair} 행사에 참가기업이 몇 개였어?", "number of exhibitors at the {fair_en} event")),
    ("booths", _MIDDLE, ("2022년{fair}부스는몇개", "how many booths were there at {fair_en} in 2022?")),
    ("area", _LAST, ("{fair} 전시 면적은 얼마나 되나요?", "What was the floor space of the {fair_en} show?")),
    ("budget", _FIRST, ("2021년 {fair} 예산은 얼마였습니까?", "{fair_en} budget in 2021?")),
    ("sold", _LAST, ("{product} 판매량 알려줘", "What were the unit sales of {product_en}?")),
)
#: What the sides of a fair's topics are asked with, and whose name the answer has.
_SIDES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("town", ("{fair} 박람회는 어디에서 열렸어?", "Where was the {fair_en} fair held?")),
    ("host", ("{fair} 주최 기관은 누구야?", "Who is the host of the {fair_en} fair?")),
    ("product", ("{fair} 공개 제품은?", "Which product was shown at the {fair_en} fair?")),
    ("host", ("{product} 제품은 누가 만들었어?", "Who developed {product_en}?")),
)
_CHANGES = ("{fair} 관람객은 2021년보다 얼마나 늘었어?", "How did {fair_en} visitors change from 2021 to 2023?")
_DAYS = ("{fair} 박람회는 언제 열렸어?", "When was the {fair_en} fair held?")
#: What the release does not say: another year, another figure, a fair that is not in it.
_UNANSWERED = (
    "2018년 {fair} 관람객은 몇 명?",
    "{fair} 입장료는 얼마야?",
    "{stranger} 관람객은 몇 명이야?",
    "How many visitors did {fair_en} have in 2019?",
    "How much was a ticket for {fair_en}?",
    "How many visitors came to {stranger_en}?",
)


def questions(number: int) -> tuple[Item, ...]:
    """The questions about a knowledge of so many fairs."""
    shown = fairs(number + 1)
    asked = sorted({place * number // ASKED for place in range(ASKED)})
    return tuple(item for place in asked for item in _about(shown[place], shown[-1]))


def _about(fair: Fair, stranger: Fair) -> Iterator[Item]:
    words = {
        "fair": fair.name.ko,
        "fair_en": fair.name.en,
        "product": fair.product.ko,
        "product_en": fair.product.en,
        "stranger": stranger.name.ko,
        "stranger_en": stranger.name.en,
    }
    for kind, year, texts in _FIGURES:
        others = tuple(_number(fair, kind, other) for other in YEARS if other != year)
        for text in texts:
            yield _item(text.format(**words), numbers=((_number(fair, kind, year),),), not_numbers=others)
    for owner, texts in _SIDES:
        name = getattr(fair, owner)
        for text in texts:
            yield _item(text.format(**words), texts=((name.ko, name.en),))
    before, after = (fair.figure("visitors", year) for year in (_FIRST, _LAST))
    change = (abs(after - before) / before * 100, float(abs(after - before)))
    for text in _CHANGES:
        yield _item(text.format(**words), numbers=(change,))
    day = fair.day
    for text in _DAYS:
        yield _item(text.format(**words), texts=((f"{day.month}월 {day.day}일", f"{day.day} {day:%B}"),))
    for text in _UNANSWERED:
        yield _item(text.format(**words), outcome=("decline", "clarify"))


def _number(fair: Fair, kind: str, year: str) -> float:
    return fair.figure(kind, year) * (1e8 if kind == "budget" else 1.0)


def _item(
    text: str,
    *,
    outcome: tuple[str, ...] = ("answer",),
    numbers: tuple[tuple[float, ...], ...] = (),
    texts: tuple[tuple[str, ...], ...] = (),
    not_numbers: tuple[float, ...] = (),
) -> Item:
    language = "ko" if any("가" <= char <= "힣" for char in text) else "en"
    return Item(text, language, (text,), outcome, numbers, texts, not_numbers, None, None)
