"""Sentences of replies: the right particle after any number or name, and nothing but the figures asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer.compose import compose
from bot.answer.figures import operand
from bot.answer.model import Answer
from bot.knowledge.model import Language
from bot.language.hangul import final_consonant, particle
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.interpreting.interpret import Interpretation
from bot.understand.question import Question
from tests.questions.judging import numbers_in, same
from tests.releases.catalogues import expo, trade

YEARS = ("2019", "2021", "2022")
FIGURE = (
    r"\d[\d,.]*(?:조|억|만)?(?:\s\d[\d,]*(?:억|만))?\s?(?:원|달러|명|개사|개국|개|건|일|차례|m²|%|배)?(?:\([^()]*\))?"
)
PAIRS = {"으로": "으로/로", "로": "으로/로", "은": "은/는", "는": "은/는", "과": "과/와", "와": "과/와"}


def told(question: Question, language: Language = "ko", release: Catalogue | None = None) -> Answer:
    """The reply to one question."""
    return compose(Interpretation((question,)), language, release or expo())


def every_question(release: Catalogue) -> Iterator[Question]:
    """One of each kind for every figure of a release."""
    times = tuple(edition.id for edition in release.knowledge.editions.list)
    metrics = list(release.metrics())
    for entry in metrics:
        held = tuple(edition for edition in times if operand(entry, edition, release))
        for edition in held:
            yield Question("value", (entry.id,), (edition,))
        if entry.undated is not None or len(held) < 2:
            continue
        yield Question("editions", (entry.id,), held)
        yield Question("sum", (entry.id,), held)
        for extreme in ("most", "least"):
            yield Question("rank", (entry.id,), held, extreme=extreme)
        for measure in (None, "percent", "amount", "multiple"):
            yield Question("change", (entry.id,), held[-1:], base=held[0], measure=measure)
        for other in metrics:
            if other.unit.id == entry.unit.id and other.id != entry.id and held[-1] in other.values:
                yield Question("compare", (entry.id, other.id), held[-1:])
                yield Question("ratio", (entry.id, other.id), held[-1:], measure="multiple")
                yield Question("ratio", (entry.id, other.id), held[-1:], measure="amount")
                yield Question("share", (entry.id, other.id), held[-1:])


def _wrong_particles(text: str) -> list[str]:
    """The particles after figures that the last sound does not ask for."""
    found = []
    for match in re.finditer(rf"({FIGURE})(으로|로|은|는|과|와)(?=[\s,.])", text):
        word, clung = match[1], match[2]
        if particle(word, PAIRS[clung]) != word + clung:
            found.append(match.group())
    return found


def test_a_particle_follows_the_sound_of_any_figure() -> None:
    """으로 after 명 and 원, 로 after 개 and 달러, 은 and 는, 과 and 와, in every kind of sentence."""
    sentences = [
        told(question, release=release).headline
        for release in (expo(), trade())
        for question in every_question(release)
    ]

    assert len(sentences) > 200
    assert [one for sentence in sentences for one in _wrong_particles(sentence)] == []


@given(st.integers(0, 10**16), st.sampled_from(("", "명", "원", "개", "%", "m²", "달러", "억")))
def test_a_particle_is_chosen_by_the_last_sound(number: int, unit: str) -> None:
    """Of a pair the form after a consonant is taken just when the word ends in one, and ㄹ takes 로."""
    word = f"{number:,}{unit}"
    final = final_consonant(word)

    assert particle(word, "은/는") == word + ("은" if final else "는")
    assert particle(word, "으로/로") == word + ("으로" if final not in {"", "ㄹ"} else "로")


@pytest.mark.parametrize(
    ("word", "carried"),
    [
        ("3", "3으로"),
        ("1", "1로"),
        ("2019", "2019로"),
        ("30,000", "30,000으로"),
        ("620명", "620명으로"),
        ("9.4%", "9.4%로"),
        ("1,178억 원", "1,178억 원으로"),
        ("564억 달러", "564억 달러로"),
        ("계약(추진)액", "계약(추진)액으로"),
        ("킨텍스(KINTEX)", "킨텍스(KINTEX)로"),
        ("UAM", "UAM으로"),
    ],
)
def test_a_number_is_heard(word: str, carried: str) -> None:
    """Digits, signs, brackets and Latin letters have a last sound, too."""
    assert particle(word, "으로/로") == carried


def test_each_value_is_one_figure() -> None:
    """A plain value says its own number, in both languages, and no neighbour's."""
    for release in (expo(), trade()):
        for question in every_question(release):
            if question.operation != "value":
                continue
            wanted = operand(release.metric(question.entries[0]), question.editions[0], release)
            assert wanted is not None
            for language in ("ko", "en"):
                headline = told(question, language, release).headline
                stated = re.sub(r"20\d\d년?|\d월|month \d", "", headline)
                assert [number for number in numbers_in(stated) if not same(abs(wanted.number), abs(number))] == []


def test_both_languages_say_the_same() -> None:
    """The Korean and the English reply list the same figures and the same verdict."""
    for release in (expo(), trade()):
        for question in every_question(release):
            korean, english = told(question, "ko", release), told(question, "en", release)
            assert korean.figures == english.figures
            assert (korean.outcome, korean.verdict) == (english.outcome, english.verdict)
            assert not re.search("[가-힣]", english.headline)


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        (Question("change", ("visitors",), ("2022",), base="2019"), (25850, 30327, 4477, 17.3)),
        (Question("share", ("exhibitors.overseas", "exhibitors"), ("2022",)), (23, 301, 7.64)),
        (Question("sum", ("visitors",), YEARS), (25850, 5520, 30327, 61697)),
        (Question("average", ("visitors",), ("2022",), per="day"), (30327, 3, 10109)),
        (Question("ratio", ("consultation_amount", "contract_amount"), ("2022",), measure="multiple"), (2.71,)),
        *(
            pytest.param(
                question,
                numbers,
                marks=pytest.mark.xfail(strict=True, reason="a remainder is told without the figures it comes from"),
            )
            for question, numbers in (
                (Question("value", ("exhibitors.domestic",), ("2022",)), (301, 23, 278)),
                (Question("editions", ("exhibitors.domestic",), YEARS), (250, 39, 211)),
            )
        ),
    ],
)
def test_arithmetic_is_shown(question: Question, numbers: tuple[float, ...]) -> None:
    """A computed figure comes with its operands, in the headline or in the working, each with its source."""
    answer = told(question, "en")
    shown = numbers_in(" ".join((answer.headline, *answer.details)))

    assert all(any(same(number, other) for other in shown) for number in numbers)
    assert any(figure.processing == "computed" for figure in answer.figures)
    assert answer.sources


def test_equal_editions_share_a_place() -> None:
    """The area of 2019 was that of 2021: both are named as the smallest."""
    answer = told(Question("rank", ("area",), YEARS, extreme="least"), "en")

    assert "2019 and 2021" in answer.headline
