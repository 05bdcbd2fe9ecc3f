"""What people tell beside a clear question is left out and told; what may pick among the answers never is."""

from __future__ import annotations

import pytest

from tests.talk import reply_to

BESIDE = [
    ("2019년 상담액은 얼마였어? 해외 지사 보고서에 인용할 예정입니다.", "2,659억"),
    ("저희 협회가 2022년 바이어 통계를 정리하고 있습니다. 해외 바이어 기관이 모두 몇 곳이었습니까?", "61개"),
    ("당사 해외영업팀 출장 계획에 참고하고자 합니다. 후속 로드쇼는 어느 나라들에서 열립니까?", "태국"),
    ("I run a small booth-building firm in Leeds. How many exhibitors took part?", "301"),
    ("My visitors from abroad keep asking me. Where was the expo held?", "KINTEX"),
]
PICKING = [
    "저는 중국 업체만 궁금합니다. 참가 기업이 몇 개였나요?",
    "2020년 얘기예요. 관람객은 몇 명이었나요?",
    "부산 행사에 다녀왔습니다. 거기 관람객은 몇 명이었나요?",
    "I only care about students. How many visitors came?",
    "The Busan fair was great. How many visitors did it have?",
    "How many people came? It should be the online audience.",
    "How many exhibitors came? Startups would be nice.",
    "How many exhibitors were there? The Chinese ones have a table of their own.",
    "How many visitors came? My article will cover children.",
    "How many visitors came? Thursday matters most to us.",
    "I work for a firm called Daesan. How many booths did we have?",
]


@pytest.mark.parametrize(("text", "said"), BESIDE)
def test_what_is_told_beside_a_question_changes_nothing(text: str, said: str) -> None:
    """The question is answered as if it stood alone."""
    assert said in reply_to(text).headline


@pytest.mark.parametrize("text", PICKING)
def test_what_picks_among_the_answers_is_not_left_out(text: str) -> None:
    """What the release does not tell apart gets no figure."""
    assert reply_to(text).outcome != "answer"


def test_what_was_left_out_is_told() -> None:
    """The asker sees which words did not count."""
    reply = reply_to("I run a small booth-building firm in Leeds. How many exhibitors took part?")

    assert any("booth-building" in line for line in reply.assumptions)


def test_a_fragment_that_asks_for_more_is_not_left_out() -> None:
    """Two things are asked: the projects, and the countries too."""
    assert "21개국" in reply_to("K-시티 네트워크로 지금까지 몇 건 도와줬대요? 나라 수도 같이요").headline
