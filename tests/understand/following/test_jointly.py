"""A figure named in full after another one is the whole figure: no part of it follows from where the other's things
come from."""

from __future__ import annotations

import pytest

from tests.talk import reply_to


@pytest.mark.parametrize(
    ("before", "question", "headline"),
    [
        ("K-City 네트워크 지원국은?", "관람객은?", "2022년 관람객은 30,327명입니다."),
        ("K-City 네트워크 지원국은?", "참가 기업은?", "2022년 참가 기업·기관은 301개입니다."),
        ("해외 바이어는 몇 개국에서 왔어?", "관람객은?", "2022년 관람객은 30,327명입니다."),
        ("How many countries does the K-City Network support?", "visitors?", "Visitors in 2022: 30,327."),
    ],
)
def test_a_figure_of_its_own_is_meant_as_a_whole(before: str, question: str, headline: str) -> None:
    """Whether it was Korea that helped, or buyers from abroad, says nothing of the visitors."""
    assert reply_to(before, question).headline == headline


def test_a_part_is_still_named_together_with_its_figure() -> None:
    """That is what was spoken of."""
    assert reply_to("관람객은?", "외국인은?").headline == "2022년 외국인 관람객은 620명입니다."
