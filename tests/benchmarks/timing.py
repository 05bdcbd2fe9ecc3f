"""How long one reply takes: each question timed by itself, the contenders in turn, the best of several rounds.

Time is that of one core at work, so that what else runs on the machine counts little.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import TypeVar

from rapidfuzz import fuzz, process

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Times:
    """The milliseconds that single questions took."""

    median: float
    p95: float
    worst: float


def times(milliseconds: Sequence[float]) -> Times:
    """The summary of at least two times."""
    return Times(median(milliseconds), quantiles(milliseconds, n=20)[-1], max(milliseconds))


def timed(function: Callable[..., Result], *arguments: object, **options: object) -> tuple[Result, float]:
    """What the call gave, and the milliseconds that it took."""
    started = time.thread_time()
    given = function(*arguments, **options)
    return given, (time.thread_time() - started) * 1000


def scan(text: str, known: Sequence[str]) -> object:
    """The phrasing that is nearest to the text by rapidfuzz's WRatio, looked for one by one."""
    return process.extractOne(text, known, scorer=fuzz.WRatio)


def best_of(rounds: Iterable[Sequence[float]]) -> list[float]:
    """For each question the best of its times: what disturbs the machine only ever adds to them."""
    return [min(row) for row in zip(*rounds, strict=True)]
