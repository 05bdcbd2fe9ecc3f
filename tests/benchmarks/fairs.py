"""Made-up fairs: the names, days and figures that a generated release tells, one fair for each release's worth.

Everything follows from the fair's number, so that the first fairs of a large knowledge are those of a small one.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from tests.benchmarks.names import MOST, Name, names

#: The editions that figures are given for; the last is meant by default and compared with the first.
YEARS = ("2021", "2022", "2023")
#: So many fairs can be made: each has names of its own.
MOST_FAIRS = MOST // 4

#: From where to where the figures of a kind lie, in its unit as it is printed. No two kinds overlap, since equal
#: figures would have to be declared as look-alikes.
_RANGES = {
    "foreign": (3_000, 7_999),
    "booths": (8_000, 12_999),
    "exhibitors": (13_000, 17_999),
    "area": (18_000, 24_999),
    "visitors": (25_000, 99_999),
    "sold": (100_000, 999_999),
    "budget": (100, 4_999),
}


@dataclass(frozen=True, slots=True)
class Fair:
    """A fair, who hosts it, the town it is held in, the product that it shows, its day and its figures.

    `figures` holds for each kind the numbers of the years, as printed: the budget is in 억원, hundreds of millions.
    """

    name: Name
    host: Name
    town: Name
    product: Name
    day: datetime.date
    figures: dict[str, tuple[int, ...]]

    def figure(self, kind: str, year: str) -> int:
        """The number of that kind for that year."""
        return self.figures[kind][YEARS.index(year)]

    def owner(self, kind: str) -> Name:
        """Whose figures of that kind are: units of the product are sold, all else is of the fair."""
        return self.product if kind == "sold" else self.name


def fairs(number: int) -> tuple[Fair, ...]:
    """The first fairs; ValueError when there are not so many."""
    if not 0 < number <= MOST_FAIRS:
        raise ValueError(number)
    return tuple(islice(_all_fairs(), number))


def _all_fairs() -> Iterator[Fair]:
    first = datetime.date(int(YEARS[-1]), 1, 1)
    every = names()
    for place, (name, host, town, product) in enumerate(zip(every, every, every, every, strict=False)):
        figures = {kind: row[place] for kind, row in _figures().items()}
        yield Fair(name, host, town, product, first + datetime.timedelta(days=place * 37 % 365), figures)


@cache
def _figures() -> dict[str, tuple[tuple[int, ...], ...]]:
    """For each kind, the figures of every fair; no number comes twice."""
    found = {}
    for kind, (low, high) in _RANGES.items():
        drawn = iter(random.Random(kind).sample(range(low, high + 1), MOST_FAIRS * len(YEARS)))
        found[kind] = tuple(zip(*[drawn] * len(YEARS), strict=True))
    return found
