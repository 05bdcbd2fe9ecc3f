"""Finding quotes and figures in the release's text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.checks.release_text import ReleaseText, spans_of
from tests.knowledge.conftest import TEXT

RELEASE_TEXT = ReleaseText(Path("release.txt"), TEXT)


@pytest.mark.parametrize(
    ("figure", "text", "stands"),
    [
        ("301개", "301개 기관", True),
        ("301개", "301개(해외 23개)", True),
        ("30,327명", "30,327명의 방문객", True),
        ("1,077억원", "1,077억원보다 많은", True),
        ("23개", "23개국", False),
        ("01개", "301개", False),
        ("327명", "30,327명", False),
        ("4%", "9.4%", False),
        ("9.4", "9.45", False),
        ("3일", "3일간", False),
    ],
)
def test_a_figure_stands_alone_or_not_at_all(figure: str, text: str, stands: bool) -> None:
    """Particles may follow it; more digits or more of the counting word may not."""
    assert bool(spans_of(figure, text)) == stands


@given(st.integers(1, 9_999_999), st.integers(0, 9_999_999))
def test_a_number_is_found_in_itself_only(number: int, other: int) -> None:
    """No digits of another number pass for it."""
    assert bool(spans_of(f"{number:,}명", f"모두 {other:,}명이 왔다")) == (number == other)


@given(st.data())
def test_a_sentence_is_whole_and_any_piece_by_words_is_not(data: st.DataObject) -> None:
    """Cutting words at either end leaves no sentence."""
    line = data.draw(st.sampled_from([line.lstrip("□- ") for line in TEXT.splitlines() if line.endswith("다.")]))
    words = line.split()
    begin = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(begin + 1, len(words)))

    assert bool(RELEASE_TEXT.whole(" ".join(words[begin:end]))) == (end - begin == len(words))


@given(st.integers(0, len(RELEASE_TEXT.text) - 1))
def test_every_offset_knows_its_line_and_column(offset: int) -> None:
    """The sign at the place told is the sign at the offset."""
    char = RELEASE_TEXT.text[offset]
    problem = RELEASE_TEXT.problem(offset, "")

    if char != " ":
        assert TEXT.split("\n")[problem.line - 1][problem.column - 1] == char
