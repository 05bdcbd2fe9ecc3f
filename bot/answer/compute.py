"""Arithmetic on figures of the release, always with the operands it was done on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer.figures import Operand
from bot.answer.model import Verdict
from bot.understand.question import Claim


@dataclass(frozen=True, slots=True)
class Change:
    """From one figure to another of the same kind: the difference, the percentage and the multiple."""

    before: Operand
    after: Operand
    stated_percent: float | None = None

    @property
    def difference(self) -> int | float:
        """After less before, in the unit."""
        return self.after.number - self.before.number

    @property
    def percent(self) -> float | None:
        """The difference in percent of before, as the release states it if it does; None from zero or below."""
        if self.stated_percent is not None:
            return self.stated_percent
        return 100 * self.difference / self.before.number if self.before.number > 0 else None

    @property
    def multiple(self) -> float | None:
        """After divided by before; None when before is zero or below."""
        return self.after.number / self.before.number if self.before.number > 0 else None

    @property
    def direction(self) -> str:
        """Up, down or same."""
        return "up" if self.difference > 0 else "down" if self.difference < 0 else "same"


#: A whole rate that is said to be exact is so to two decimals; one with decimals, to those.
_EXACT_RATE = 0.005
#: How far above a number that is only given as about it the true one may be, in parts of it.
_ABOUT = 0.1
#: How far above a number the true one may be that is said to be just over it, in parts of it.
_JUST = 0.2


def is_open(claim: Claim, about: int | float) -> bool:
    """Whether it cannot be told from a number that is given as a little over so many if the claim holds: exactly 150,
    more than 150."""
    if claim.number is None or not about <= claim.number < (1 + _ABOUT) * about:
        return False
    above = claim.number > about
    return claim.degree in {"over", "just-over", "at-most", "exactly"} or (
        above and claim.degree in {"at-least", "under", "almost"}
    )


def yes_or_no(is_so: bool) -> Verdict:
    """The verdict on something claimed."""
    return "yes" if is_so else "no"


def holds(claim: Claim, actual: int | float) -> bool:
    """Whether the actual figure is what the claim says, at the precision the claim was stated with."""
    assert claim.number is not None
    stated = claim.number
    if claim.degree == "over":
        return actual > stated
    if claim.degree == "just-over":
        return stated <= actual <= (1 + _JUST) * stated
    if claim.degree == "at-least":
        return actual >= stated
    if claim.degree == "at-most":
        return actual <= stated
    if claim.degree == "under":
        return actual < stated
    if claim.degree == "of-that-order":
        return stated <= actual < stated + claim.step
    if claim.degree == "almost":
        return 0.9 * stated <= actual < stated
    if actual == stated or claim.degree == "exactly":
        return actual == stated
    slack = max(claim.step / 2, 0.05 * abs(stated)) if claim.degree == "approx" else claim.step / 2
    return (claim.step != 1 and abs(actual - stated) <= min(slack, 0.05 * abs(stated))) or (
        claim.degree == "approx" and abs(actual - stated) <= slack
    )


def holds_as_rate(claim: Claim, actual: int | float) -> bool:
    """Whether the actual figure is what the claim says; a percentage or multiple is as exact as it was stated."""
    assert claim.number is not None
    is_rate = claim.unit in {"unit:percent", "op:multiple"}
    if is_rate and claim.degree == "exactly":
        return abs(actual - claim.number) <= (claim.step / 2 if claim.step < 1 else _EXACT_RATE) + 1e-9
    if claim.degree is not None or not is_rate:
        return holds(claim, actual)
    slack = claim.step / 2 if claim.unit == "unit:percent" else min(claim.step / 2, 0.05 * claim.number)
    return abs(actual - claim.number) <= slack + 1e-9


def places_of(falling: Sequence[Operand]) -> list[tuple[int, Operand]]:
    """The figures, given from the most to the least, with their places; equal ones share a place."""
    places: list[tuple[int, Operand]] = []
    for index, figure in enumerate(falling, start=1):
        tied = places and places[-1][1].number == figure.number
        places.append((places[-1][0] if tied else index, figure))
    return places
