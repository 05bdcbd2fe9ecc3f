"""Questions across turns: sums, differences and comparisons of the last two answers; guesses after a question."""

from __future__ import annotations

import pytest

from bot.answer.model import Answer
from bot.dialogue import State, respond
from tests.releases.catalogues import expo


def last(*turns: str) -> Answer:
    """The reply to the last of the turns."""
    state = State()
    for turn in turns:
        answer, state = respond(turn, state, expo())
    return answer


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("해외 바이어는 몇 개 기관?", "국내 구매담당자는 몇 개사?", "둘을 합하면?"), "104"),
        (("관람객 2019년?", "2022년은?", "합치면?"), "56,177"),
        (("상담액은?", "계약액은?", "둘의 차이는?"), "2,010억"),
        (("참가 업체가 몇 곳?", "2021년에는요?", "그새 얼마나 불어났어?"), "116"),
        (("부스가 몇 개였어?", "참가 기업은?", "한 곳당 몇 개꼴이야?"), "5.14"),
        (("관람객 2019년?", "2022년은?", "어느 쪽이 많았어?"), "2022년"),
        (("what was the contract figure in 2021?", "how much did it go up the year after?"), "990"),
        (("관람객 2021년?", "이듬해는?"), "30,327"),
    ],
)
def test_the_last_two_answers_are_set_against_each_other(turns: tuple[str, ...], said: str) -> None:
    """By what the message asks, with nothing named again."""
    assert said in last(*turns).headline


def test_both_of_one_thing_is_no_question() -> None:
    """Where there are no two answers, *both* cannot be added up."""
    assert last("부스는 몇 개야?", "둘을 합하면?").outcome != "answer"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("어디서 했더라... 코엑스였나?", "no"),
        ("어디서 한거임?? 킨텍스??", "yes"),
        ("who's the minister? Kim?", "no"),
    ],
)
def test_a_guess_after_the_question_is_checked(text: str, verdict: str) -> None:
    """A name after the question is what the asker thinks it is."""
    assert last(text).verdict == verdict


def test_what_was_offered_is_picked_by_its_asking_word() -> None:
    """Where, after a choice between the sides of a topic, means that topic's place."""
    assert "태국" in last("로드쇼도 한다면서요", "어디서요?").headline
