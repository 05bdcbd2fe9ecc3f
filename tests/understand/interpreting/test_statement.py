"""Running text: each number in it is checked by itself, and none is held against the wrong figure."""

from __future__ import annotations

import pytest

from bot.dialogue import check
from tests.releases.catalogues import expo
from tests.talk import reply_to


def marks(text: str) -> dict[str, str]:
    """The numbers of the text as the reply names them, with the mark that each has got."""
    lines = reply_to(text).headline.splitlines()[1:]
    return {line[2:].partition(":")[0]: line[0] for line in lines}


ARTICLE = (
    "국토교통부는 이번 엑스포에 관람객 30,327명이 다녀갔다고 밝혔다. 301개 기관이 참가해 1,548개 부스를 꾸렸고, "
    "상담액은 3,288억원, 계약액은 1,178억원을 기록했다. 2019년 관람객은 25,850명이었다. 예산은 50억원이 들었다."
)


def test_every_number_of_an_article_is_checked() -> None:
    """Right, wrong with the right figure, or not in the release; one line each, in order."""
    assert marks(ARTICLE) == {
        "30,327명": "✔",
        "301개": "✔",
        "1,548개": "✔",
        "3,288억원": "✘",
        "1,178억원": "✔",
        "25,850명": "✔",
        "50억원": "?",
    }
    assert "✘ 3,288억원: 2022년 비즈니스 상담액은 3,188억 원입니다." in reply_to(ARTICLE).headline
    assert reply_to(ARTICLE).verdict == "no"


def test_the_same_in_english() -> None:
    """With a change that goes on about the figure before it."""
    text = (
        "The 2022 expo drew 30,327 visitors, with 620 foreigners. 310 companies took part. "
        "Contracts came to 117.8 billion won, up 9.4% on 2019."
    )

    assert marks(text) == {
        "30,327": "✔",
        "620": "✔",
        "310 companies": "✘",
        "117.8 billion won": "✔",
        "9.4%": "✔",
    }
    assert reply_to(text).headline.startswith("Of 5 numbers: 4 right, 1 wrong.")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("30,327명이 왔다. 중국 기업 301개가 참가했다.", "301개"),
        ("30,327 people came. 23 Chinese companies took part.", "23"),
        ("관람객은 30,327명이었다. 다음 행사에는 50개국이 참가한다.", "50개국"),
    ],
)
def test_a_number_of_something_else_is_not_confirmed(text: str, number: str) -> None:
    """Words that nothing explains stand against a number of a text as they do against an answer."""
    assert "?" in [mark for shown, mark in marks(text).items() if shown.startswith(number)]


def test_a_number_in_brackets_is_of_its_own_words() -> None:
    """30,327 (620 foreigners) does not say that 30,327 were foreigners."""
    assert marks("이번 엑스포에는 30,327명(외국인 620명)이 찾았다. 부스는 1,548개였다.")["620명"] == "✔"


@pytest.mark.parametrize("passage", expo().knowledge.passages, ids=lambda passage: passage.id)
def test_the_release_itself_is_never_refuted(passage: object) -> None:
    """No sentence or row of the release is told to be wrong."""
    text = passage.text  # type: ignore[attr-defined]

    assert reply_to(text).verdict != "no"
    assert "✘" not in reply_to(text).headline


def test_a_question_with_two_numbers_is_no_running_text() -> None:
    """What asks is answered, not checked."""
    assert not marks("2019년 25,850명에서 2022년 30,327명으로 몇 퍼센트 늘었나요? 궁금합니다.")


def test_a_long_text_is_checked_up_to_a_bound() -> None:
    """Of a text of many numbers the first ones are checked."""
    assert len(reply_to("관람객은 30,327명이다. " * 60).headline.splitlines()) <= 26


def test_a_report_is_checked_whatever_words_ask_in_it() -> None:
    """A text with numbers in four sentences is checked, though one of its words asks elsewhere."""
    text = (
        "어디까지 왔나, 스마트시티. 관람객은 30,327명이었다. 외국인은 620명이었다. 부스는 1,548개였다. "
        "전시 면적은 30,000m²였다."
    )

    assert reply_to(text).headline.startswith("수치 4개 가운데 3개는 맞고 1개는 다릅니다.")


def test_a_text_with_too_many_numbers_says_how_many_are_checked() -> None:
    """Of thirty numbers 24 are checked, which is said."""
    reply = reply_to("관람객은 30,327명이었다. " * 30)

    assert reply.headline.startswith("수치 24개가 모두 맞습니다.")
    assert any("24개까지" in line for line in reply.assumptions)


def test_a_number_that_is_quoted_with_its_words_is_right() -> None:
    """The release's own sentence is borne out by itself, another with the same number is not."""
    release = marks("'20년부터 현재까지 21개국에 33건의 스마트도시 개발을 지원하고 있다. 부스는 1,548개였다.")
    other = marks("우리 회사는 작년에 33건의 도로 공사를 지원하고 있다. 부스는 1,548개였다.")

    assert release["33건"] == "✔"
    assert other["33건"] == "?"


def test_the_day_of_a_release_is_no_number_to_check() -> None:
    """2022. 9. 7. is a date."""
    assert marks("배포일 2022. 9. 7.(수). 관람객은 30,327명이었다. 부스는 1,548개였다.") == {
        "30,327명": "✔",
        "1,548개": "✔",
    }


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("동창회에 300명이 왔음", "수치 1개가 확인되지 않습니다."),
        ("우리 회사 매출 50억, 직원 20명", "수치 2개가 모두 확인되지 않습니다."),
        ("There were 12,000 cats and 61 dogs.", "None of the 2 numbers could be confirmed."),
        ("관람객이 35,000명이래", "아니요, 2022년 관람객은 30,327명입니다."),
        ("관람객은 30,327명이었고 부스는 2,000개였다고 합니다.", "수치 2개 가운데 1개는 맞고 1개는 다릅니다."),
    ],
)
def test_what_others_wrote_is_checked_number_by_number(text: str, headline: str) -> None:
    """Also where none of the numbers is a figure of the release."""
    assert check(text, expo()).headline.splitlines()[0] == headline


def test_what_others_ask_is_answered() -> None:
    """A forwarded question has no number to check."""
    assert check("How many people came in 2022?", expo()).headline == "Visitors in 2022: 30,327."


def test_what_ends_a_clause_is_not_said_of_the_next_number() -> None:
    """In "people came, 1,200 of them from abroad" it is those from abroad who are counted."""
    assert check("They say 30,327 people came, 1,200 of them from abroad.", expo()).headline.splitlines()[1:] == [
        "✔ 30,327 people: Visitors in 2022: 30,327.",
        "✘ 1,200: Foreign visitors in 2022: 620.",
    ]


def test_a_number_that_stands_for_several_things_is_not_called_missing() -> None:
    """It is in the release, and the text does not say for what."""
    lines = check("관람객은 30,327명이었고, 모두 21개국이 함께했다.", expo()).headline.splitlines()

    assert lines[2].startswith("? 21개국: 무엇의 수치인지 분명하지 않습니다.")
    assert "해외 바이어의 나라, K-City 네트워크 지원국" in lines[2]


@pytest.mark.parametrize(
    ("text", "number", "mark"),
    [
        ("The expo had 1,548 booths. Buyers came from 61 organisations in 23 countries.", "23 countries", "✘"),
        ("The expo had 1,548 booths. Buyers came from 61 organisations in 21 countries.", "21 countries", "✔"),
        ("The expo had 1,548 booths. Buyers from 61 organisations in 23 countries took part.", "23 countries", "?"),
        ("23개국 61개 기관의 바이어가 다녀갔다. 관람객은 30,327명이다.", "23개국", "✘"),
        ("23개국 301개 기관이 참가했고 바이어는 21개국에서 왔다. 부스는 1,548개다.", "23개국", "✔"),
        ("Participating countries: 21. Buyer countries: 23. Booths: 1,548.", "21", "?"),
        ("Participating countries: 23. Buyer countries: 21. Booths: 1,548.", "23", "✔"),
        ("부스: 1,548개. 관람객: 620명. 외국인: 30,327명.", "30,327명", "✘"),
        ("부스: 1,548개. 관람객: 30,327명. 외국인: 620명.", "620명", "✔"),
    ],
)
def test_a_number_is_of_what_its_clause_names(text: str, number: str, mark: str) -> None:
    """It is no other figure's that happens to have it: the buyers' countries are not those that took part."""
    assert marks(text)[number] == mark
