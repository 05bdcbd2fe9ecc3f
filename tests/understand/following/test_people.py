"""Pronouns: the one person that was spoken of before."""

from __future__ import annotations

import pytest

from tests.talk import reply_to


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("이원재가 누구예요?", "그 사람이 몇 개국을 지원하고 있다 했나요?"), "21개국"),
        (("who is the vice minister?", "how many projects did he mention?"), "33"),
        (("Who gave the special talk?", "and his exact post?"), "First Vice Minister"),
        (("길병우가 누구야?", "그분은 뭐라고 했어?"), "CES"),
        (("담당자 이름은?", "그분 전화번호는?"), "3720"),
    ],
)
def test_a_pronoun_is_the_person_spoken_of(turns: tuple[str, ...], said: str) -> None:
    """What is asked of him is answered as if he were named."""
    assert said in reply_to(*turns).headline


@pytest.mark.parametrize(
    ("turns", "verdict"),
    [
        (("who is Won Hee-ryong?", "so he was the minister, right?"), "yes"),
        (("who is Lee Won-jae?", "so he was the minister, right?"), "no"),
        (("who is the first vice minister?", "so is he Won Hee-ryong?"), "no"),
        (("원희룡은 누구야?", "그럼 그 사람이 차관이야?"), "no"),
    ],
)
def test_what_is_claimed_of_him_is_checked(turns: tuple[str, ...], verdict: str) -> None:
    """An office, or a name."""
    assert reply_to(*turns).verdict == verdict


@pytest.mark.parametrize(
    "turns",
    [
        ("who is the minister?", "did he come?"),
        ("who is the minister?", "how old is he?"),
        ("who is the vice minister?", "how many countries did he visit?"),
        ("원희룡이 누구야?", "그 사람이 몇 개국 지원한다고 했어?"),
        ("장관이 누구야?", "그분 연봉은?"),
        ("how many visitors?", "what did he say?"),
    ],
)
def test_what_is_not_told_of_him_is_declined(turns: tuple[str, ...]) -> None:
    """Where he was, his age, another's words; and nobody where nobody was spoken of."""
    assert reply_to(*turns).outcome == "decline"
