"""A reply as a citation to paste."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.render.citation import LONGEST, citation
from tests.fakes import NOTHING, VISITORS
from tests.talk import reply_to


def test_a_citation_is_the_answer_and_where_it_stands() -> None:
    """Publisher, title, date and place in brackets."""
    assert citation(reply_to("2022년 외국인 관람객은 몇 명?")) == (
        "2022년 외국인 관람객은 620명입니다. "
        "(국토교통부, 「역대 최고 비즈니스 성과·관람객 유치 성과」, 2022년 9월 7일, 참고 표 2(전시 및 관람객 수) 3행)"
    )


def test_a_decline_cannot_be_cited() -> None:
    """It says nothing of the release."""
    assert citation(NOTHING) is None


@given(st.text(min_size=1, max_size=600))
def test_a_citation_is_never_longer_than_a_button_copies(headline: str) -> None:
    """The headline gives way, the source never."""
    text = citation(replace(VISITORS, headline=headline))

    assert text is not None
    assert len(text) <= LONGEST
    assert text.endswith("(국토부, 「박람회 <결과>」, 2022년 9월 7일, 본문 1문단)")


def test_what_leaves_no_room_is_not_cited() -> None:
    """A button with a longer text would keep the whole answer from being sent."""
    source = replace(VISITORS.sources[0], title="제목 " * 100)

    assert citation(replace(VISITORS, sources=(source,))) is None
