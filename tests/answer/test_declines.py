"""Replies without an answer: each names what is missing and offers what there is."""

from __future__ import annotations

import pytest

from bot.answer.compose import compose
from bot.answer.model import Answer
from bot.dialogue import State, respond
from bot.understand.interpreting.interpret import Interpretation
from bot.understand.question import Question, Talk, Unanswerable
from tests.questions.judging import numbers_in
from tests.releases.catalogues import expo, trade


def said(text: str) -> Answer:
    """The reply to a first message."""
    return respond(text, State(), expo())[0]


@pytest.mark.parametrize(
    ("text", "reason", "named"),
    [
        ("중국 기업은 몇 개야?", "no-such-breakdown", "중국"),
        ("How many Chinese companies came?", "no-such-breakdown", "chinese"),
        ("2020년 관람객은?", "no-such-edition", "2020"),
        ("visitors in 2023?", "no-such-edition", "2023"),
        ("2021년 외국인 관람객은?", "no-such-breakdown", "외국인"),
        ("2019년 부스는 몇 개?", "no-such-edition", "부스"),
        ("2022년 온라인 관람객 수는?", "no-such-breakdown", "온라인"),
        ("20대 관람객은 몇 명?", "not-in-release", "20"),
        ("관람객 만족도는 몇 점이야?", "no-such-breakdown", "만족도"),
        pytest.param(
            "입장권 가격은?",
            "not-in-release",
            "입장권",
            marks=pytest.mark.xfail(strict=True, reason="a message of words from elsewhere alone names none of them"),
        ),
    ],
)
def test_a_decline_names_what_is_missing(text: str, reason: str, named: str) -> None:
    """The word, the year or the breakdown stands in the reply, and its kind in the reason."""
    answer = said(text)

    assert (answer.outcome, answer.reason) == ("decline", reason)
    assert named in answer.headline.casefold()


@pytest.mark.parametrize("text", ["2020년 관람객은?", "2021년 부스는?", "중국 기업은 몇 개야?", "ticket price?"])
def test_a_decline_gives_no_figure(text: str) -> None:
    """Only years may stand in a decline; what could be asked instead is offered below."""
    answer = said(text)

    assert all(1990 <= number <= 2100 for number in numbers_in(answer.headline))
    assert answer.suggestions


@pytest.mark.parametrize("topic", ["greeting", "thanks", "bye", "about", "laugh", "insult", "attack", "empty"])
def test_talk_is_answered_as_talk(topic: str) -> None:
    """Talk has its own reasons, no figure, and something to ask in either language."""
    for release in (expo(), trade()):
        for language in ("ko", "en"):
            answer = compose(Interpretation((Talk(topic),)), language, release)  # type: ignore[arg-type]
            assert answer.reason in {"small-talk", "about-bot"}
            assert answer.figures == ()
            assert answer.suggestions
            assert "{" not in answer.headline


def test_a_long_word_is_cut() -> None:
    """A decline quotes the asker in a few words, however long the message was."""
    words = tuple(f"{letter * 300}" for letter in "가나다라마")
    headline = compose(Interpretation((Unanswerable("not-in-release", words),)), "ko", expo()).headline

    assert len(headline) < 200
    assert "가" * 40 in headline
    assert "라" not in headline.replace("자료", "")


def test_a_reason_that_is_not_given_is_declined() -> None:
    """Why something rose is not in the release, although that it rose is."""
    answer = compose(
        Interpretation((Question("change", ("contract_amount",), ("2022",), base="2019", asks_reason=True),)),
        "en",
        expo(),
    )

    assert answer.outcome == "decline"
    assert "reason" in answer.headline


def test_an_edition_that_is_held_is_named() -> None:
    """Who asks for a year without a figure learns the years that have one."""
    headline = said("2021년 외국인 관람객은?").headline

    assert "2019" in headline
    assert "2022" in headline
