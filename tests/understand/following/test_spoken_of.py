"""What the last answer spoke of stays the subject of a fragment, and is declined by its name where nothing is told."""

from __future__ import annotations

import pytest

from tests.talk import reply_to


@pytest.mark.parametrize(
    ("turns", "named"),
    [
        (("What is the World Congress?", "When does it start?"), "World Congress"),
        (("What is the World Congress?", "How many foreign visitors?"), "World Congress"),
        (("What is CES?", "And the floor space?"), "CES"),
        (("Tell me about the roadshows", "Were they held at KINTEX?"), "roadshows"),
        (("Tell me about the roadshows", "How much in contracts?"), "roadshows"),
        (("What is the Smart Challenge?", "Since which year?"), "Smart Challenge"),
        (("콩그레스 설명해줘", "3일간 열려?"), "콩그레스"),
        (("CES가 뭐야?", "그 행사 방문객은?"), "CES"),
        (("로드쇼 설명해줘", "2019년엔 몇 명이었어?"), "로드쇼"),
        (("대한민국 전시관이 뭐야?", "참가 기업은?"), "전시관"),
        (("스마트 챌린지가 뭐야?", "매년 열려?"), "챌린지"),
        (("K-city 네트워크가 뭐야?", "참가 기업 수는?"), "K-City"),
        (("UAM이 뭐야?", "어느 회사?"), "UAM"),
        (("가로등 솔루션은 어떻게 됐어?", "어느 나라로?"), "가로등"),
        (("특별대담은 누가 했어?", "몇 명이 들었어?"), "특별대담"),
        (("K-city 네트워크가 뭐야?", "계약액은?"), "K-City"),
    ],
)
def test_what_is_not_told_of_it_is_declined_by_its_name(turns: tuple[str, ...], named: str) -> None:
    """The expo's figures are no answer about another event, a programme or a product."""
    answer = reply_to(*turns)
    assert answer.outcome == "decline"
    assert named in answer.headline


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("What are the roadshows?", "When will they be?"), "2022"),
        (("What is the World Congress?", "How many visitors did the expo have?"), "30,327"),
        (("What is CES?", "Where was the World Smart City Expo held?"), "KINTEX"),
        (("What is the K-City Network?", "How many countries?"), "21"),
        (("What is UAM?", "How many exhibitors were there?"), "301"),
        (("Who is the minister?", "How many visitors came?"), "30,327"),
        (("콩그레스가 뭐야?", "이번 행사 부스는 몇 개야?"), "1,548"),
        (("스마트 챌린지가 뭐야?", "K-시티 지원국은 몇 개국이야?"), "21개국"),
        (("특별대담은 누가 했어?", "직함은?"), "제1차관"),
        (("수출계약 맺은 솔루션은?", "계약액은 얼마야?"), "1,178억"),
        (("언제 열렸어?", "개막식은?"), "8월 31일"),
        (("스마트 챌린지 지자체는?", "관람객은?"), "30,327"),
        (("What is the K-City Network?", "exhibition area?"), "32,157"),
        (("해외 바이어는 몇 개 기관?", "국내 대기업 쪽은요?"), "43"),
        (("Where are the roadshows?", "What are they for?"), "expansion"),
        (("What follow-up is planned in Thailand and Türkiye?", "Roughly when?"), "2022"),
    ],
)
def test_what_is_told_of_it_or_named_is_answered(turns: tuple[str, ...], said: str) -> None:
    """Naming the expo or another topic changes the subject; of a product only what names nothing is asked."""
    assert said in reply_to(*turns).headline


@pytest.mark.parametrize(
    "turns",
    [
        ("How many foreign visitors came?", "And their contracts?"),
        ("부스는 몇 개였어?", "크기가 어떻게 돼?"),
        ("how many booths?", "how big were they?"),
        ("계약액은 얼마야?", "상담의 두 배야?"),
        ("contract amount?", "the target?"),
        ("계약액은?", "그중 가로등은?"),
        ("exhibition area?", "in football fields?"),
        ("참가 기업은 몇 개?", "어디어디?"),
        ("how many exhibitors?", "where from?"),
        ("장관은 누구?", "개막식에 왔나요?"),
        ("개막식에서 누가 말했나요?", "CES에 대해서는 뭐라고 했나요?"),
    ],
)
def test_what_a_figure_or_a_person_has_none_of_is_declined(turns: tuple[str, ...]) -> None:
    """No neighbour's figure and no other person's words stand in for it."""
    assert reply_to(*turns).outcome == "decline"


@pytest.mark.parametrize(
    ("turns", "verdict"),
    [
        (("개막식에서 누가 말했나요?", "장관인가요?"), "no"),
        (("개막식에서 누가 말했나요?", "차관인가요?"), "yes"),
        (("Who gave the special talk?", "Was it Gil Byeong-u?"), "no"),
    ],
)
def test_it_was_somebody_or_somebody_else(turns: tuple[str, ...], verdict: str) -> None:
    """Whoever is named is held against the one who did it."""
    assert reply_to(*turns).verdict == verdict


@pytest.mark.parametrize(
    "text",
    [
        "월드 콩그레스는 국토부가 주최하나요?",
        "월드 콩그레스는 미국 행사인가요?",
        "Does Korea plan to host the Smart City Expo World Congress?",
        "30,327명이 특별대담에 참석했나요?",
        "특별대담은 9월 2일에 있었나요?",
        "개막식 참석 인원은?",
        "연사는 몇 명?",
        "CES는 킨텍스에서 열리나요?",
        "Are the roadshows at KINTEX?",
    ],
)
def test_what_is_claimed_of_another_event_is_not_denied_with_the_expo(text: str) -> None:
    """A name of another event is no wrong place, and its numbers and days are not told."""
    assert reply_to(text).outcome == "decline"


def test_what_only_an_event_has_is_said_to_be_of_the_expo() -> None:
    """After a programme, which has no visitors."""
    assert "2022 월드 스마트시티 엑스포 기준" in reply_to("스마트 챌린지 지자체는?", "관람객은?").assumptions[0]
