"""Follow-ups that compare, add up or divide: they take the last two figures, and never tell one of them again."""

from __future__ import annotations

import pytest

from tests.talk import reply_to


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("How many companies took part?", "and in 2019?", "by how much?"), "rose by 51"),
        (("How much were the contracts worth?", "and consultations?", "by how much?"), "KRW 201 billion"),
        (("How many companies took part?", "and in 2019?", "in percent?"), "20.4%"),
        (("참여기업 몇 개야?", "2019년은?", "몇 프로?"), "20.4%"),
        (("contracts?", "and the consultations?", "what percentage?"), "36.95%"),
        (("overseas companies in 2019?", "in 2022?", "compare them"), "41.03%"),
        (("참여기업 몇 개야?", "2019년은?", "둘 중 뭐가 더?"), "2022년"),
        (("참여기업 몇 개야?", "2019년은?", "얼마나 적어?"), "51개"),
        (("visitors in 2022?", "foreign?", "in percent?"), "2.04%"),
        (("외국인 관람객은?", "2019년은?", "그게 전체의 몇 퍼센트야?"), "3.46%"),
        (("계약액은?", "상담액은?", "둘 중 뭐가 더 늘었어?"), "+19.9%"),
        (("How much did visitors grow since 2019?", "and companies?", "which grew more?"), "+20.4%"),
        (("contracts?", "consultations?", "gap in 2019?"), "KRW 158.2 billion"),
        (("contracts in 2022?", "2019 and 2021 combined?"), "KRW 118.5 billion"),
        (("2022년 관람객은?", "2019년이랑 합치면?"), "56,177"),
        (("2022년 관람객은?", "2019년이랑 평균 내면?"), "28,088"),
        (("2019년이랑 2022년 관람객 알려줘", "2021년까지 합치면?"), "61,697"),
        (("참여기업 몇 개야?", "2021년은?", "2019년은?", "다 합치면?"), "736"),
    ],
)
def test_the_last_two_figures_are_the_operands(turns: tuple[str, ...], said: str) -> None:
    """Of two editions, or of two metrics; or the last one and that of the edition that is named."""
    assert said in reply_to(*turns).headline


@pytest.mark.parametrize(
    ("turns", "verdict"),
    [
        (("How many companies took part?", "and in 2019?", "is that more?"), "no"),
        (("How many companies took part?", "and in 2019?", "fewer?"), "yes"),
        (("overseas companies in 2019?", "in 2022?", "that's lower, right?"), "yes"),
        (("참여기업 몇 개야?", "2019년은?", "그때가 더 많아?"), "no"),
        (("계약액은?", "상담액은?", "더 커?"), "yes"),
        (("부스는?", "참여기업보다 많아?"), "yes"),
        (("2019년 계약액은?", "상담액보다 많아?"), "no"),
        (("overseas companies?", "fewer than domestic ones?"), "yes"),
        (("계약액은?", "상담액보다 더 늘었어?"), "no"),
        (("계약액은?", "상담액이랑 같아?"), "no"),
        (("계약액 얼마?", "상담액이 더 크지?"), "yes"),
        (("21년 현장 관람객은?", "온라인은 그보다 많았다는 게 사실이야?"), "yes"),
        (("해외기업은?", "2019년보다 늘었어?"), "no"),
    ],
)
def test_what_is_said_to_be_more_is_the_last_figure(turns: tuple[str, ...], verdict: str) -> None:
    """Held against the one before it, or the one that is named; or the named one, where it is that."""
    assert reply_to(*turns).verdict == verdict


@pytest.mark.parametrize(
    "turns",
    [
        ("Which year had the lowest contracts?", "by how much?"),
        ("contracts?", "how does it compare?"),
        ("What grew the most since 2019?", "by how much?"),
        ("2021 visitors?", "online?", "share?"),
        ("계약액은?", "관람객은?", "차이는?"),
        ("contracts?", "visitors?", "sum?"),
        ("바이어는 몇 개국?", "기관은?", "합치면?"),
        ("2021년 온라인 관람객은?", "전체 중 몇 프로?"),
        ("visitors?", "more than contracts?"),
        ("2022년 관람객은?", "계약액이랑 비교하면?"),
        ("2022년 관람객은?", "참여기업이랑 합치면?"),
        ("부스는?", "면적보다 더 늘었어?"),
    ],
)
def test_no_figure_is_told_again_to_who_asks_for_a_comparison(turns: tuple[str, ...]) -> None:
    """Where there is no second figure, or one of another kind."""
    assert reply_to(*turns).outcome == "decline"


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("계약액은?", "상담액은?", "둘 다 늘었어?"), ("9.4%", "19.9%")),
        (("관람객이랑 참여기업 알려줘", "2019년은?"), ("25,850", "250")),
        (("contracts and consultations in 2022?", "and in 2021?"), ("KRW 10.8 billion", "KRW 31.3 billion")),
        (("visitors?", "exhibitors?", "both in 2019?"), ("25,850", "250")),
        (("계약액이랑 상담액 알려줘", "2019년 대비로는?"), ("9.4%", "19.9%")),
        (("visitors and booths?", "and in 2019?"), ("25,850", "no 2019 figure for booths")),
    ],
)
def test_what_is_asked_of_two_figures_is_told_of_each(turns: tuple[str, ...], said: tuple[str, str]) -> None:
    """Where both were told at once, or both are asked for."""
    headline = reply_to(*turns).headline

    assert all(each in headline for each in said)


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("상담액 대비 계약액 비율은?", "2019년은?", "더 높아졌어?"), ("40.5%", "36.95%")),
        (("외국인 비율은?", "2019년은?", "어느 해가 더 높아?"), ("3.46%", "2.04%")),
        (("Contracts per exhibitor?", "and in 2019?", "did it rise?"), ("430.8 million", "391.36 million")),
        (("Share of overseas companies?", "which year was highest?"), ("15.6%", "2.7%", "7.64%")),
        (("Share of foreign visitors?", "and overseas companies?"), ("7.64%",)),
        (("해외기업 비율은?", "국내는?"), ("92.36%",)),
        (("외국인 비율은?", "외국인은 몇 명이야?"), ("620명",)),
        (("세 해 계약액 합은?", "상담액은?"), ("6,160억",)),
        (("What grew the most since 2019?", "and the least?"), ("9.4%",)),
        (("제일 많이 늘어난 지표는?", "2021년 대비로는?"), ("+990.74%",)),
        (("관람객이 가장 많은 해는?", "두 번째는?"), ("2위 2019년",)),
    ],
)
def test_what_was_divided_added_up_or_ranked_stays_so(turns: tuple[str, ...], said: tuple[str, ...]) -> None:
    """In another edition, and of another figure that is named alone; unless its number is asked for."""
    headline = reply_to(*turns).headline

    assert all(each in headline for each in said)


@pytest.mark.parametrize(
    "turns",
    [
        ("3년 평균 관람객은?", "외국인은?"),
        ("What grew the most since 2019?", "and what fell?"),
        ("제일 많이 늘어난 지표는?", "두 번째는?"),
        ("Which of the two grew more, booths or area?",),
        ("하루 평균 관람객은?", "늘었어?"),
        ("2022년 관람객은?", "2021년이랑 비교하면?", "외국인은?"),
        ("외국인 비율은?", "2021년보다 높아?"),
    ],
)
def test_what_cannot_be_calculated_likewise_is_declined(turns: tuple[str, ...]) -> None:
    """And the plain figure of one edition is not told instead."""
    assert reply_to(*turns).outcome == "decline"
