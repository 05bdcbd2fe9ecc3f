"""Arithmetic on figures, and whether a claim holds at the precision it was made with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answer.compute import Change, holds
from bot.answer.figures import Operand, operand
from bot.understand.question import Claim
from tests.releases.catalogues import expo


def figure(number: float) -> Operand:
    """A number of visitors."""
    found = operand(expo().metric("visitors"), "2022", expo())
    assert found is not None
    return replace(found, number=number)


@pytest.mark.parametrize(
    ("before", "after", "difference", "percent", "multiple", "direction"),
    [
        (100, 150, 50, 50.0, 1.5, "up"),
        (200, 150, -50, -25.0, 0.75, "down"),
        (70, 70, 0, 0.0, 1.0, "same"),
        (0, 5, 5, None, None, "up"),
        (-13, 15, 28, None, None, "up"),
        (15, -13, -28, pytest.approx(-186.67, abs=0.01), pytest.approx(-0.8667, abs=0.001), "down"),
    ],
)
def test_a_change_is_difference_percent_and_multiple(
    before: float, after: float, difference: float, percent: float | None, multiple: float | None, direction: str
) -> None:
    """A percentage of nothing, or of less than nothing, is none."""
    change = Change(figure(before), figure(after))

    assert (change.difference, change.percent, change.multiple) == (difference, percent, multiple)
    assert change.direction == direction


@pytest.mark.parametrize(
    ("number", "step", "degree", "actual", "is_so"),
    [
        (30327, 1, None, 30327, True),
        (30237, 1, None, 30327, False),
        (30000, 10000, None, 30327, True),
        (117_800_000_000, 1e8, None, 117_800_000_000, True),
        (118_000_000_000, 1e9, None, 117_800_000_000, True),
        (300_000_000_000, 1e11, None, 117_800_000_000, False),
        (60000, 10000, "approx", 61697, True),
        (40000, 10000, "approx", 30327, False),
        (30000, 10000, "over", 30327, True),
        (31000, 1000, "over", 30327, False),
        (30327, 1, "over", 30327, False),
        (30327, 1, "at-least", 30327, True),
        (30327, 1, "at-most", 30327, True),
        (31000, 1000, "under", 30327, True),
        (30327, 1, "under", 30327, False),
        (31000, 1000, "almost", 30327, True),
        (30000, 10000, "almost", 30327, False),
        (1_200_000_000_000, 1e11, "almost", 117_800_000_000, False),
    ],
)
def test_a_claim_is_judged_as_precisely_as_it_was_said(
    number: float, step: float, degree: str | None, actual: float, is_so: bool
) -> None:
    """3만 is right for 30,327 and 30,237 is not; over, under and almost say which side."""
    assert holds(Claim(number=number, step=step, degree=degree), actual) is is_so
