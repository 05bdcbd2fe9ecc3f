"""Questions across turns: sums, differences and comparisons of the last two answers; guesses after a question."""

from __future__ import annotations

import pytest

from tests.talk import reply_to


@pytest.mark.parametrize(
    ("turns", "said", "verdict"),
    [
        (("How many projects did K-City support?", "They were in 33 countries, right?"), "21", "no"),
        (("이원재 차관이 뭐라고 했어?", "21개국 맞지?"), "21개국", "yes"),
        (("해외 바이어는 몇 개 기관에서 왔어?", "33개국에서 온 거 맞지?"), "21개국", "no"),
        (("how many visitors?", "23 countries took part, right?"), "23", "yes"),
        (("how many booths in 2022?", "301 companies, right?"), "301", "yes"),
    ],
)
def test_a_claimed_count_is_of_the_thing_spoken_of_or_its_own(turns: tuple[str, ...], said: str, verdict: str) -> None:
    """A count of the thing spoken of is meant where it has one; the last figure is no answer to another count."""
    found = reply_to(*turns)

    assert said in found.headline
    assert found.verdict == verdict


def test_what_nobody_known_said_of_a_kind_of_thing_is_declined() -> None:
    """Whom *he* means and what they are is not told: 23 countries need not be those that took part."""
    assert reply_to("He said they were spread over 23 countries, right?").outcome == "decline"


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("해외 바이어는 몇 개 기관?", "국내 구매담당자는 몇 개사?", "둘을 합하면?"), "104"),
        (("관람객 2019년?", "2022년은?", "합치면?"), "56,177"),
        (("visitors in 2022?", "plus 2019?"), "56,177"),
        (("visitors in 2022?", "together with 2019?"), "56,177"),
        (("2022년 관람객?", "2019년 포함하면?"), "56,177"),
        (("visitors in 2022?", "and in 2019?"), "25,850"),
        (("상담액은?", "계약액은?", "둘의 차이는?"), "2,010억"),
        (("Was 2021 the weakest of the three for contracts?", "By how much was it below 2019?"), "89.97%"),
        (("관람객이 가장 많았던 해는?", "2021년보다 몇 배야?"), "5.49배"),
        (("참가 업체가 몇 곳?", "2021년에는요?", "그새 얼마나 불어났어?"), "116"),
        (("부스가 몇 개였어?", "참가 기업은?", "한 곳당 몇 개꼴이야?"), "5.14"),
        (("관람객 2019년?", "2022년은?", "어느 쪽이 많았어?"), "2022년"),
        (("what was the contract figure in 2021?", "how much did it go up the year after?"), "990"),
        (("관람객 2021년?", "이듬해는?"), "30,327"),
        (("contract amount 2021?", "2022?", "times how many?"), "10.9"),
        (("K-시티 네트워크 사업 몇 건이야?", "몇 나라에?", "그럼 나라 하나당 몇 건꼴임?"), "1.57"),
        (("booths?", "exhibitors?", "average booths per company?"), "5.14"),
        (("상담 횟수?", "건당 금액은?"), "21억 2,533만"),
        (("consultation amount?", "contract amount?", "so what portion of the first is the second?"), "36.95%"),
        (("계약액?", "상담액?", "상담액 대비 몇 퍼센트예요?"), "36.95%"),
        (("계약액?", "상담액이랑 차이는?"), "2,010억"),
        (("2021년 온라인 관람객?", "현장 방문객이랑 합하면?"), "29,520"),
        (("2021년 계약액?", "2022년?", "10배 넘게 늘었지?"), "10.91배"),
        (("Visitors in 2022?", "so that is how many times the 2021 on-site turnout?"), "5.49 times"),
        (("Visitors in 2019?", "how many times the 2021 turnout is that?"), "4.68 times"),
        (("21년에 계약은 얼마어치 했어?", "이번엔 거기서 몇 배로 불어난 거고?"), "10.91배"),
        (("작년 계약은?", "올해는 몇 배야?"), "10.91배"),
        (("2019년 관람객은?", "올해는 2021년의 몇 배야?"), "5.49배"),
        (("올해 계약은?", "작년의 몇 배야?"), "10.91배"),
        (("2019년 관람객은?", "이번엔 몇 명 더 왔어?"), "4,477"),
        (("Contracts in 2021?", "How many times that is it this time?"), "10.91 times"),
        (("Visitors in 2021?", "How many times that came in 2022?"), "5.49 times"),
        (("Exhibitors in 2019?", "How many times as many this year?"), "1.2 times"),
        (("Contracts in 2022?", "How many times what it was in 2021?"), "10.91 times"),
        (("Overseas buyer organisations?", "And Korean buyers?", "So which group was bigger?"), "exceeded"),
        (("Which edition had the most contracts?", "and the least?", "how far apart are those two"), "107 billion"),
        (("계약액이 가장 많은 해는?", "가장 적은 해는?", "둘의 차이는?"), "1,070억"),
        (("How much was contracted at the 2022 expo?", "and at the edition right before it?"), "10.8 billion"),
        (("전시장이 2019년보다 절반쯤 넓어졌다던데?", "업체 수도 그만큼 불었나?"), "아니요"),
        (("The floor grew by half since 2019, right?", "did visitors grow by as much?"), "No."),
        (("was the hall bigger in 2022 than in 2019", "than in 21 too?"), "Yes."),
        (("차관이 몇 개 나라를 지원한다고 했죠?", "해외바이어가 온 나라 수도 그 숫자랑 똑같나요?"), "네, 맞습니다"),
    ],
)
def test_the_last_two_answers_are_set_against_each_other(turns: tuple[str, ...], said: str) -> None:
    """By what the message asks, with nothing named again."""
    assert said in reply_to(*turns).headline


def test_both_of_one_thing_is_no_question() -> None:
    """Where there are no two answers, *both* cannot be added up."""
    assert reply_to("부스는 몇 개야?", "둘을 합하면?").outcome != "answer"


@pytest.mark.parametrize(
    "turns",
    [
        ("booths?", "which was higher?"),
        ("관람객은?", "기업은?", "면적은?", "셋 다 2019년은?"),
        ("consultation amount?", "booths?", "what share of the first is the second?"),
        ("contracts?", "visitors?", "per SME?"),
        ("visitors in 2019?", "exhibitors in 2022?", "per exhibitor?"),
        ("계약액이 늘었나요?", "부스도요?"),
        ("계약액은?", "그중 해외 기업 몫은?"),
        ("contract amount?", "in dollars?"),
        ("관람객은?", "첫날은?"),
        ("참가 기업은?", "대기업은?"),
        ("로드쇼는 언제야?", "정확한 날짜는?"),
        ("킨텍스에서 한 거 맞아?", "작년에도?"),
    ],
)
def test_what_the_last_answers_do_not_hold_is_declined(turns: tuple[str, ...]) -> None:
    """No neighbour's figure stands in for a second one, for a part, or for another unit, day or year."""
    assert reply_to(*turns).outcome == "decline"


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("국내 구매담당자는 몇 개사?", "해외 쪽은 몇 기관?"), "61"),
        (("해외 바이어는 몇 개 기관?", "국내는?"), "43"),
        (("how many exhibitors?", "of which from abroad?"), "23"),
        (("2021년 온라인 관람객?", "현장은?"), "5,520"),
        (("2020년 관람객은?", "그럼 2021년은?"), "5,520"),
        (("계약액 왜 늘었어?", "그럼 얼마나 늘었어?"), "9.4%"),
        (("about 30 thousand visitors?", "exactly?"), "30,327"),
        (("when did it open?", "and close?"), "2 September"),
        (("roadshows?", "who is it for?"), "SME"),
    ],
)
def test_a_fragment_goes_on_from_what_was_spoken_of(turns: tuple[str, ...], said: str) -> None:
    """With its other side, its other edition, or just the figure itself; after a decline or a question back too."""
    assert said in reply_to(*turns).headline


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
    assert reply_to(text).verdict == verdict


@pytest.mark.parametrize(
    ("turns", "verdict"),
    [
        (("did visitor numbers rise?", "foreign ones too?"), "no"),
        (("계약액 역대 최고야?", "상담액도?"), "yes"),
        (("area in 2019?", "2021?", "so no change?"), "yes"),
    ],
)
def test_a_claim_is_carried_over(turns: tuple[str, ...], verdict: str) -> None:
    """To the figure named next, or to the two last said."""
    assert reply_to(*turns).verdict == verdict


def test_what_was_offered_is_picked_by_its_asking_word() -> None:
    """Where, after a choice between the sides of a topic, means that topic's place."""
    assert "태국" in reply_to("로드쇼도 한다면서요", "어디서요?").headline


def test_the_whole_of_a_share_is_no_share() -> None:
    """A share names the whole already, so nothing is left to take its place."""
    reply = reply_to("2022년 관람객 중 외국인 비율은?", "다 알려줘")

    assert reply.outcome in {"answer", "decline", "clarify"}
    assert reply.figures == ()


@pytest.mark.parametrize(
    ("turns", "verdict"),
    [
        (("what was attendance in 2019", "so did 2022 beat it?"), "yes"),
        (("what was attendance in 2019", "did 2021 top that?"), "no"),
        (("what was attendance in 2019", "did 2022 fall short of it?"), "no"),
        (("what was attendance in 2019", "was it beaten in 2022?"), "yes"),
        (("what was attendance in 2022", "did 2019 beat it?"), "no"),
        (("foreign visitors in 2022?", "was it more in 2019?"), "yes"),
        (("foreign visitors in 2022?", "did it beat 2019?"), "no"),
        (("how many visitors in 2022?", "did it fall in 2021?"), "yes"),
        (("2019년 관람객 수는?", "2022년엔 그보다 많았어?"), "yes"),
        (("2019년 외국인 관람객은?", "2022년은 그보다 적었어?"), "yes"),
        (("2022년 외국인 관람객 수는?", "2019년보다 많아?"), "no"),
    ],
)
def test_an_edition_is_held_against_the_one_spoken_of(turns: tuple[str, ...], verdict: str) -> None:
    """What is said to have more or less is the edition that is named, unless the message compares with it."""
    assert reply_to(*turns).verdict == verdict


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("연도별 관람객 수", "이 가운데 외국인은 몇 명이야?"), "2019년 895명, 2022년 620명"),
        (("exhibitors in 2019 and 2022", "of those, how many were foreign?"), "39 in 2019, 23 in 2022"),
        (("연도별 참가 기업", "그중 국내 기업은 몇 개?"), "2021년 180개"),
        (("2021년 참가 기업은?", "그중 해외는 몇 개?"), "2021년 해외 참가 기업은 5개"),
        (("연도별 관람객 수", "그중 올해 외국인은 몇 명?"), "2022년 외국인 관람객은 620명"),
        (("visitors each year?", "and foreigners?"), "895 in 2019, 620 in 2022"),
        (("연도별 외국인 관람객", "합계는?"), "1,515명"),
        (("visitors each year?", "total?"), "61,697"),
        (("visitors in 2019 and 2022?", "average?"), "28,088"),
    ],
)
def test_what_goes_on_from_several_editions_is_told_of_all_of_them(turns: tuple[str, ...], said: str) -> None:
    """Unless the message names one."""
    assert said in reply_to(*turns).headline


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("바이어들이 왔어?", "몇 군데?"), "61"),
        (("Did any buyers come?", "from how many countries?"), "21"),
        (("how many in 2021?", "how many people"), "5,520"),
        (("바이어들이 왔어?", "부스는 몇 개?"), "1,548"),
        (("What is the plan for the expo like CES?", "who said that"), "Gil Byeong-u"),
        (("how many projects does K-City support?", "who said that"), "Lee Won-jae"),
        (("부스 몇 개야?", "누가 말한 거야?"), "보도자료"),
    ],
)
def test_what_was_spoken_of_is_gone_on_about(turns: tuple[str, ...], said: str) -> None:
    """What is counted is one of what was asked back, and who said so is who said that."""
    assert said in reply_to(*turns).headline


@pytest.mark.parametrize(
    "turns",
    [
        ("바이어들이 왔어?", "몇 명?"),
        ("K-City", "몇 명?"),
        ("차관이 누구야?", "연락처 알려줘"),
        ("계약액은?", "관람객보다 얼마나 적어?"),
        ("로드쇼는 어디서 해?", "그건 누가 말했어?"),
        ("how many visitors", "who said there would be more next year?"),
    ],
)
def test_no_other_topic_answers_what_is_asked_of_the_one_spoken_of(turns: tuple[str, ...]) -> None:
    """A count or a speaker that the topic does not have is declined."""
    assert reply_to(*turns).outcome == "decline"


def test_how_many_in_a_year_is_asked_back() -> None:
    """What is counted in that year may be meant, and no amount of money."""
    reply = reply_to("how many were there in 2021")

    assert reply.outcome == "clarify"
    assert [choice.label for choice in reply.choices] == ["visitors in 2021", "exhibitors in 2021"]


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("Visitors 2019 vs 2021?", "How much did the area change?"), "2021"),
        (("상담액은 2021년이랑 2022년에 얼마였어?", "계약은 얼마나 늘었어?"), "990"),
        (("상담액은 2021년이랑 2022년에 얼마였어?", "계약은 2019년보다 얼마나 늘었어?"), "9.4%"),
    ],
)
def test_a_change_after_two_editions_is_one_between_them(turns: tuple[str, ...], said: str) -> None:
    """Unless it names its own."""
    assert said in reply_to(*turns).headline
