"""The made-up knowledge that growth is measured on: in order, the same every time, and answered rightly."""

from __future__ import annotations

from functools import cache
from itertools import combinations, islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from rapidfuzz.distance import OSA

from bot.knowledge.load import load
from bot.language.hangul import to_jamo
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.compile import compile_catalogue
from tests.benchmarks.asked import questions
from tests.benchmarks.fairs import MOST_FAIRS, fairs
from tests.benchmarks.generated import write
from tests.benchmarks.made import made
from tests.benchmarks.names import names
from tests.benchmarks.printed import release_text
from tests.questions.judging import Item, ask, faults

SIZE = 3


@cache
def small() -> Catalogue:
    """A knowledge of a few fairs, loaded with every check of the product."""
    with TemporaryDirectory() as folder:
        return compile_catalogue(load(write(Path(folder), SIZE)))


@pytest.mark.parametrize("item", questions(SIZE), ids=lambda item: item.turns[-1])
def test_a_made_up_fair_is_answered(item: Item) -> None:
    """Each question about it gets the reply that its release gives."""
    assert faults(item, ask(item.turns, small())) == []


def test_the_questions_are_of_both_languages_and_all_outcomes() -> None:
    """Figures, sides of topics, changes and what is not there are asked about, each in Korean and in English."""
    asked = questions(SIZE)

    assert {(item.lang, item.outcome[0]) for item in asked} == {
        (language, outcome) for language in ("ko", "en") for outcome in ("answer", "decline")
    }
    assert len(asked) == len(questions(1)) * SIZE


def test_a_knowledge_too_large_to_be_checked_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the limit on its size and without the checks, just the same is loaded."""
    monkeypatch.setattr("tests.benchmarks.made.MOST_CHECKED", 0)
    monkeypatch.setattr("bot.knowledge.source.MAX_BYTES", 1_000)

    assert made(SIZE).catalogue.knowledge.metrics == small().knowledge.metrics


def test_a_larger_knowledge_begins_with_the_smaller_one() -> None:
    """A fair is the same whatever the size, so that growth is the only thing that differs."""
    assert fairs(2) == fairs(5)[:2]
    assert release_text(fairs(2)) == release_text(fairs(5)[:2])


def test_no_figure_and_no_name_comes_twice() -> None:
    """Up to the largest knowledge, every name and every figure is of one fair only."""
    every = fairs(MOST_FAIRS)
    invented = [name for fair in every for name in (fair.name, fair.host, fair.town, fair.product)]
    counted = [n for fair in every for kind, row in fair.figures.items() if kind != "budget" for n in row]

    assert len({name.ko for name in invented}) == len({name.id for name in invented}) == len(invented)
    assert len(set(counted)) == len(counted)
    assert MOST_FAIRS > 1_000


def test_no_name_is_a_slip_of_another() -> None:
    """Whoever mistypes a name by two letters still means that one."""
    letters = [to_jamo(name.ko) for name in islice(names(), 200)]

    assert all(OSA.distance(one, other) > 2 for one, other in combinations(letters, 2))
