"""How fast a question is answered; run with `python -m pytest tests/benchmarks --benchmark-only`.

Nothing here asserts a time: machines differ. What is asserted is that the replies are right, since a fast wrong answer
is worth nothing. Each round is one question, so that the columns of the report are about single questions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from bot.answer.model import Answer
from bot.dialogue import State, respond
from bot.understand.catalogue.catalogue import Catalogue
from tests.benchmarks.asked import questions
from tests.benchmarks.inputs import NAMES, longest
from tests.benchmarks.kept import ROUNDS, read_items
from tests.benchmarks.made import made, made_shipped
from tests.benchmarks.phrasings import examples, names_and_synonyms
from tests.benchmarks.timing import scan
from tests.questions.judging import Item, faults

SIZES = (1, 10, 100, 1_000)


@cache
def shipped() -> Catalogue:
    """The shipped release with its indexes built."""
    return made_shipped().catalogue


@cache
def generated(number: int) -> Catalogue:
    """The made-up release of so many fairs with its indexes built."""
    return made(number).catalogue


def fresh_questions() -> list[Item]:
    """The questions of all rounds that stand by themselves."""
    return [item for item in read_items(ROUNDS) if len(item.turns) == 1]


def one_by_one(benchmark: BenchmarkFixture, ask: Callable[[str], object], texts: Iterable[str]) -> None:
    """Times one text a round, every text once."""
    texts = list(texts)
    waiting = iter(texts)
    benchmark.pedantic(ask, setup=lambda: ((next(waiting),), {}), rounds=len(texts), iterations=1)


@pytest.mark.benchmark(group="one question on the shipped release")
def test_a_question_is_answered(benchmark: BenchmarkFixture) -> None:
    """Real questions, one after another, from the text to the reply."""
    catalogue = shipped()
    texts = [item.turns[0] for item in fresh_questions()]
    one_by_one(benchmark, lambda text: respond(text, State(), catalogue), texts)


@pytest.mark.benchmark(group="one question on the shipped release")
def test_the_nearest_phrasing_by_wratio(benchmark: BenchmarkFixture) -> None:
    """The same questions against every name, synonym and example of the same knowledge, by rapidfuzz alone."""
    known = [*names_and_synonyms(shipped().knowledge), *examples(shipped())]
    texts = [item.turns[0] for item in fresh_questions()]
    one_by_one(benchmark, lambda text: scan(text, known), texts)


@pytest.mark.benchmark(group="a message of 4,096 characters")
@pytest.mark.parametrize("name", NAMES)
def test_the_longest_message_is_answered(benchmark: BenchmarkFixture, name: str) -> None:
    """Whatever fills it, there is a reply."""
    catalogue = shipped()
    answer, _ = benchmark.pedantic(respond, (longest(name, catalogue), State(), catalogue), rounds=3)

    assert answer.headline


@pytest.mark.benchmark(group="growth: one question")
@pytest.mark.parametrize("number", SIZES)
def test_a_question_is_answered_from_many_releases(benchmark: BenchmarkFixture, number: int) -> None:
    """However many fairs are known, those that are asked about get the right figures."""
    catalogue = generated(number)
    asked = questions(number)
    answers: list[Answer] = []
    texts = [item.turns[0] for item in asked]
    one_by_one(benchmark, lambda text: answers.append(respond(text, State(), catalogue)[0]), texts)

    assert [faults(item, answer) for item, answer in zip(asked, answers, strict=True)] == [[]] * len(asked)


@pytest.mark.benchmark(group="growth: the nearest phrasing by WRatio")
@pytest.mark.parametrize("number", SIZES)
def test_the_nearest_phrasing_by_wratio_of_many_releases(benchmark: BenchmarkFixture, number: int) -> None:
    """A linear scan of the same names, for comparison."""
    known = names_and_synonyms(generated(number).knowledge)
    texts = [item.turns[0] for item in questions(number)]
    one_by_one(benchmark, lambda text: scan(text, known), texts)
