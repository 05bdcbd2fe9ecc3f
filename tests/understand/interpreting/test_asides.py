"""Sentences that stand beside a question and ask nothing."""

from __future__ import annotations

import pytest

from tests.talk import reply_to


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("K-시티 네트워크 사업은 몇 건인가요? 국회 답변서 쓰는 중입니다.", "33"),
        ("부스는 몇 개였나요? 엑셀 합계가 안 맞아서요.", "1,548"),
        ("내일자 경제면에 들어갈 기사 마무리 중인데요, 관람객은 몇 명이었나요?", "30,327"),
        ("마감 십 분 전인데 데스크가 수화기를 안 놓습니다. 관람객은 몇 명이었나요?", "30,327"),
        ("해외 지사에서 연락이 왔어요. 부스는 몇 개였나요?", "1,548"),
        ("도쿄 지사장님이 재촉하셔서 그런데, 부스는 몇 개였나요?", "1,548"),
        ("부스는 몇 개였나요? 회의가 5분 뒤에 시작돼요.", "1,548"),
        ("부스는 몇 개였나요? 외국인 친구한테 설명해 주려고요.", "1,548"),
        ("부스는 몇 개였나요? 밥 먹다 말고 달려왔어요.", "1,548"),
        ("How many booths were there? My boss in Ulaanbaatar needs the number for a report.", "1,548"),
        ("How many booths were there, it's for a school poster.", "1,548"),
        ("How many booths were there? I need one line for the evening bulletin.", "1,548"),
        ("How many visitors came? It will go into the annual report.", "30,327"),
        ("PowerPoint crashed and took an hour of my life with it. How many visitors came?", "30,327"),
        ("my boss in Toronto is on hold, so how many visitors came?", "30,327"),
        ("How many visitors came? We go on air at six.", "30,327"),
        ("Hello, trade desk of the Danish embassy here. How many foreign companies exhibited?", "23"),
        ("부산 상공회의소인데 해외 기업이 몇 곳 나왔습니까?", "23"),
        ("How many booths, in no more than ten words?", "1,548"),
        ("We're organising a similar fair in Daegu. How many booths were there?", "1,548"),
        ("저희가 대구에서 비슷한 전시회를 준비하는데, 국내 참가사는 몇 곳이었나요?", "278"),
    ],
)
def test_what_stands_beside_a_question_changes_nothing(text: str, number: str) -> None:
    """It tells who asks and why; none of its words is asked about."""
    found = reply_to(text)

    assert found.headline.count("\n") == 0
    assert number in found.headline


@pytest.mark.parametrize(
    "text",
    [
        "I only care about China. How many companies?",
        "부산 행사 얘긴데요, 몇 명 왔어요?",
        "저는 중국 쪽이 궁금한데, 기업 몇 곳?",
        "CES 자료가 필요해서요. 관람객 몇 명이었나요?",
        "I need figures for CES. How many visitors came?",
        "I need the price for children. How many visitors came?",
        "My article covers only the students. How many visitors came?",
        "My boss asked about the students. How many visitors came?",
        "I was at the Busan fair last week. How many visitors came?",
        "I went on the second day. How many visitors came?",
        "저는 둘째 날에 갔는데, 관람객이 몇 명이었어요?",
        "우리 회사는 3홀에 있었는데, 관람객이 몇 명이었나요?",
        "I work for Samsung. How many booths did we have?",
        "삼성 직원인데요, 우리 부스가 몇 개였나요?",
        "팀장님이 학생 관람객을 물어보셔서요. 몇 명이었나요?",
        "입장료 알려 주세요. 관람객은 몇 명이었나요?",
        "Tell me the ticket price. How many visitors came?",
        "Danish pavilion here. How many visitors?",
        "저희가 대구에서 비슷한 전시회를 준비하는데 부스는 몇 개가 필요할까요?",
        "우리 회사가 두바이 엑스포를 준비하는데 참가국이 몇 개였나요?",
    ],
)
def test_what_says_what_is_asked_about_is_no_aside(text: str) -> None:
    """Somebody who wants something else, or some of them only, gets no figure of all."""
    assert reply_to(text).outcome == "decline"


@pytest.mark.parametrize(
    "text",
    [
        "부스는 몇 개였나요? 영문판 카드뉴스에 한 줄 넣으려고 합니다.",
        "부스는 몇 개였나요? 영어로 된 말은 잘 모릅니다.",
    ],
)
def test_what_is_in_a_language_asks_for_no_language(text: str) -> None:
    assert reply_to(text).language == "ko"


@pytest.mark.parametrize("text", ["부스는 몇 개였나요? 영어로 답해 주세요.", "부스는 몇 개였나요? 영어로요"])
def test_a_language_is_asked_for(text: str) -> None:
    assert reply_to(text).language == "en"
