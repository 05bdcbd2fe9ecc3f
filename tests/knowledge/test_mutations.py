"""No digit of a figure and no word of a passage can go missing unnoticed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.knowledge.problems import Problem
from tests.knowledge.conftest import RELEASE, problems_of

LINES = RELEASE.split("\n")
STARTS = [0]
for _line in LINES:
    STARTS.append(STARTS[-1] + len(_line) + 1)

Cut = tuple[int, int]


def _figures() -> Iterator[tuple[int, str, int]]:
    """Every figure and printed form of the file: its line, its text, where it begins."""
    for number, line in enumerate(LINES, 1):
        for match in re.finditer(r"\b(?:figure|printed): (\"[^\"]*\"|[^,}]*)", line):
            yield number, match[1], STARTS[number - 1] + match.start(1)


def _passage_words() -> Iterator[Cut]:
    for number, line in enumerate(LINES, 1):
        match = re.search(r"(?<=[ {])text: (?!release)(.*?)\}?$", line)
        if match and not line.startswith("#"):
            text = match[1].replace("\\t", "  ")
            for word in re.finditer(r"[^\s\"]+", text):
                yield (
                    STARTS[number - 1] + match.start(1) + word.start(),
                    STARTS[number - 1] + match.start(1) + word.end(),
                )


def _other_digits() -> Iterator[Cut]:
    """Digits of dates, years, telephone numbers, answers, columns and numbers that are no facts."""
    for number, line in enumerate(LINES, 1):
        for match in re.finditer(
            r"\b(?:answer|dates|years|columns|number|published|note|compared_with|default): (.*)", line
        ):
            rest = re.sub(r"제\d|\bid: [\w-]+|COVID-19|코로나-19", lambda found: "x" * len(found.group()), match[1])
            for digit in re.finditer(r"\d", rest):
                begin = STARTS[number - 1] + match.start(1) + digit.start()
                yield begin, begin + 1


FIGURES = list(_figures())
WORDS = list(_passage_words())
DIGITS = list(_other_digits())


def _problems_without(desk: Path, cuts: list[Cut]) -> tuple[Problem, ...]:
    changed = RELEASE
    for begin, end in sorted(cuts, reverse=True):
        changed = changed[:begin] + changed[end:]
    (desk / "release.yaml").write_text(changed, encoding="utf-8")
    try:
        return problems_of(desk)
    finally:
        (desk / "release.yaml").write_text(RELEASE, encoding="utf-8")


def _is_told(desk: Path, cut: Cut) -> bool:
    """Whether a problem is told at the line of the cut."""
    line = RELEASE.count("\n", 0, cut[0]) + 1
    return any(
        (problem.path.name, problem.line) == ("release.yaml", line) for problem in _problems_without(desk, [cut])
    )


def test_the_file_is_as_rich_as_the_tests_believe() -> None:
    """The searches above find what they are for."""
    assert len(FIGURES) >= 50
    assert len(WORDS) > 350
    assert len(DIGITS) > 200


@pytest.mark.parametrize("place", range(2), ids=["first figure of a line", "second figure of a line"])
@pytest.mark.parametrize("digit", range(6), ids=lambda digit: f"digit {digit + 1}")
def test_a_figure_without_one_of_its_digits_is_told_by_name_at_its_line(desk: Path, place: int, digit: int) -> None:
    """Figures are looked at one by one, so that of every line may lose its digit at the same time."""
    lost: dict[int, tuple[Cut, str]] = {}
    for line, figures in _figures_by_line().items():
        figure, begin = figures[place] if place < len(figures) else ("", 0)
        digits = [match.start() for match in re.finditer(r"\d", figure)]
        if digit < len(digits):
            at = digits[digit]
            left = (figure[:at] + figure[at + 1 :]).strip('"')
            lost[line] = ((begin + at, begin + at + 1), left)

    problems = _problems_without(desk, [cut for cut, _ in lost.values()])

    for line, (_, left) in lost.items():
        assert any(f"{left}»" in problem.message for problem in problems if problem.line == line), (
            line,
            left,
        )


def _figures_by_line() -> dict[int, list[tuple[str, int]]]:
    by_line: dict[int, list[tuple[str, int]]] = {}
    for line, figure, begin in FIGURES:
        by_line.setdefault(line, []).append((figure, begin))
    return by_line


_LIMITS = settings(
    deadline=None,
    max_examples=20,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@_LIMITS
@given(cut=st.sampled_from(WORDS))
def test_a_passage_without_one_of_its_words_is_told_at_its_line(desk: Path, cut: Cut) -> None:
    """First, last or in between."""
    assert _is_told(desk, cut)


@_LIMITS
@given(cut=st.sampled_from(DIGITS))
def test_any_other_number_without_one_of_its_digits_is_told_at_its_line(desk: Path, cut: Cut) -> None:
    """Answers, dates, years, columns, notes."""
    assert _is_told(desk, cut), RELEASE[cut[0] - 30 : cut[1] + 10]


def test_every_passage_without_a_word_is_told(desk: Path) -> None:
    """Passages are looked at one by one, so a word of each may go at the same time."""
    by_line: dict[int, list[Cut]] = {}
    for cut in WORDS:
        by_line.setdefault(RELEASE.count("\n", 0, cut[0]) + 1, []).append(cut)
    for turn in range(0, max(map(len, by_line.values())), 3):
        cuts = {line: cuts[turn] for line, cuts in by_line.items() if turn < len(cuts)}
        assert set(cuts) <= {problem.line for problem in _problems_without(desk, list(cuts.values()))}
