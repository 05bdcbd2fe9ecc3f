"""How the bot speaks Korean when it has nothing to tell: politely, and in one tone."""

from __future__ import annotations

import re

import pytest

from tests.talk import reply_to


@pytest.mark.parametrize(
    "said", ["안녕", "고마워", "잘 가", "너 누구야?", "ㅋㅋㅋ", "출처는?", "다시 말해줘", "오늘 날씨는?"]
)
def test_talk_and_declines_keep_one_tone(said: str) -> None:
    """물어보십시오 as in the notices, not 물어보세요; 안녕하세요 alone is a greeting of its own."""
    assert not re.search(r"(?<!안녕하)세요", reply_to(said).headline)
