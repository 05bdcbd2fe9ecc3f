"""The edition spoken of stays that of what goes on from it."""

from __future__ import annotations

import pytest

from tests.talk import reply_to


@pytest.mark.parametrize(
    ("turns", "year"),
    [
        (("2019년 관람객은?", "그때 부스는?"), "2019"),
        (("2021년 참여기업은?", "그때도 킨텍스였어?"), "2021"),
        (("2021년 계약액 얼마야?", "며칠 동안 했어?"), "2021"),
        (("visitors in 2021?", "who was minister then?"), "2021"),
        (("contracts in 2019?", "was it also at KINTEX?"), "2019"),
        (("contracts in 2019?", "and the number of meetings?"), "2019"),
        (("What about 2019?", "booths"), "2019"),
        (("Which year had the fewest visitors?", "how many booths that year?"), "2021"),
        (("2020년 방문객 수는?", "계약액은?"), "2020"),
        (("2020년 방문객 수는?", "계약액은?", "면적은?"), "2020"),
        (("How many visitors in 2023?", "and foreign ones?"), "2023"),
    ],
)
def test_what_is_not_known_of_it_is_declined(turns: tuple[str, ...], year: str) -> None:
    """The latest edition, and another year than the one asked for in vain, are no answer."""
    answer = reply_to(*turns)
    assert answer.outcome == "decline"
    assert year in answer.headline


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("2019년 관람객은?", "그때 면적은?"), "21,384"),
        (("외국인 관람객이 가장 많은 해는?", "그 해 계약액은?"), "1,077억"),
        (("Which year had the most foreign visitors?", "and how many companies were there then?"), "250"),
        (("관람객이 가장 많은 해는?", "참여기업은?"), "301"),
        (("2019년 관람객 몇 명?", "이번 행사 부스는 몇 개?"), "1,548"),
        (("2019년 계약액은?", "엑스포는 어디서 열렸어?"), "킨텍스"),
        (("2019년 계약액은?", "K-시티 네트워크는 몇 개국?"), "21개국"),
        (("2020년 방문객 수는?", "그럼 2021년은?"), "5,520"),
        (("2020년 방문객 수는?", "부스는?", "올해 부스는?"), "1,548"),
        (("How many visitors in 2020?", "OK, and how many visitors came to the expo?"), "30,327"),
        (("2019년 관람객은?", "2022년은?", "부스는?"), "1,548"),
    ],
)
def test_what_it_has_or_what_is_asked_anew_is_told(turns: tuple[str, ...], said: str) -> None:
    """A figure of that edition, of one that is named, or of the expo by its name."""
    assert said in reply_to(*turns).headline
