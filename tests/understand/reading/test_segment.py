"""Words found without trusting the spaces: particles, endings, slips, numbers and clauses."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bot.language.normalise import utterance
from bot.understand.reading.quantities import find_quantities
from bot.understand.reading.segment import segment
from bot.understand.span import Span
from tests.releases.catalogues import expo


def spans(text: str) -> tuple[Span, ...]:
    """The spans of the text with the words of the shipped release."""
    return segment(utterance(text), expo().lexicon)


def content(text: str) -> tuple[frozenset[str], list[str]]:
    """What the words mean taken together, and those that nothing explains."""
    found = spans(text)
    return frozenset().union(*(span.meanings for span in found)), [
        span.typed for span in found if span.kind == "unknown"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "관람객 수 몇 명이야",
        "참가 기업은 몇 개예요",
        "2019년 계약액은 얼마였어",
        "해외 바이어는 몇 개국에서 왔나요",
        "스마트 챌린지 지자체 이름",
        "how many visitors were there",
    ],
)
def test_spaces_do_not_matter(text: str) -> None:
    """The text without its spaces means the same as with them, and leaves nothing unexplained."""
    assert content(text.replace(" ", "")) == content(text)
    assert content(text)[1] == []


def test_spans_cover_the_text() -> None:
    """Nothing is skipped: the spans stand one after another from the first character to the last."""
    found = spans("그래서 2021년 온라인 관람객은 24,000명이었다던데 맞나요")

    assert found[0].start == 0
    assert all(before.end == after.start for before, after in pairwise(found))
    assert found[-1].end == len(utterance("그래서 2021년 온라인 관람객은 24,000명이었다던데 맞나요").chars)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("게약액", "계약액"),
        ("삼담액", "상담액"),
        ("부쓰", "부스"),
        ("exibitor", "exhibitor"),
        ("vistors", "visitors"),
        ("contarct", "contract"),
    ],
)
def test_a_slip_is_mended(typed: str, meant: str) -> None:
    """One letter wrong, left out, added or swapped is the word that means the same."""
    assert [span.meanings for span in spans(typed)] == [span.meanings for span in spans(meant)]


@pytest.mark.parametrize("typed", ["30237명", "2018년", "9.5%", "1,187억원"])
def test_digits_are_never_mended(typed: str) -> None:
    """A number is what was typed, however near another one is."""
    assert all(span.slips == 0 and not span.mended for span in spans(typed))


@pytest.mark.parametrize("typed", ["중국", "입장료", "로봇", "parking", "Germany"])
def test_a_word_of_elsewhere_is_not_explained_away(typed: str) -> None:
    """What neither the release nor the language explains is unknown, or a word with a meaning of its own."""
    release = frozenset().union(*(reading for own in expo().lexicon.own.values() for reading in own))
    found = [span for span in spans(typed) if span.kind in {"word", "verb", "unknown"}]

    assert found
    assert any(span.kind == "unknown" or not span.meanings & release for span in found)


@pytest.mark.parametrize("typed", ["클로징식이", "오라인", "감한소"])
def test_affixes_stand_as_grammar_has_them(typed: str) -> None:
    """No ending follows a particle of case, no particle an ending that makes no noun."""
    kinds = [span.kind for span in spans(typed)]

    assert ("josa", "ending") not in pairwise(kinds)
    assert ("ending", "josa") not in pairwise(kinds)


@pytest.mark.parametrize("typed", ["외해", "presdent", "재작넌도"])
def test_years_and_words_of_elsewhere_are_not_guessed_at(typed: str) -> None:
    """A slip is not mended to a word of time, nor past a word that means something else."""
    assert not any(
        meaning.startswith(("time:", "edition:", "show")) for span in spans(typed) for meaning in span.meanings
    )


@pytest.mark.parametrize(
    ("text", "clauses"),
    [("관람객은? 부스는?", 2), ("관람객은 몇 명이고 부스는 몇 개", 1), ("Where was it? When? Who held it?", 3)],
)
def test_a_stop_begins_a_clause(text: str, clauses: int) -> None:
    """Sentences are counted by their stops."""
    assert spans(text)[-1].clause == clauses - 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2019년 관람객", [("year", "year:2019")]),
        ("'21년과 22년", [("year", "year:2021"), ("year", "year:2022")]),
        ("이천십구년", [("year", "year:2019")]),
        ("twenty nineteen", [("year", "year:2019")]),
        ("twenty nineteen visitors", [("year", "year:2019")]),
        ("twenty nineteen and twenty twenty two", [("year", "year:2019"), ("year", "year:2022")]),
        ("2019넌에", [("year", "year:2019")]),
        ("companies,2021", [("year", "year:2021")]),
        ("8월 31일부터", [("date", "date:08-31")]),
        ("2 September", [("date", "date:09-02")]),
        ("Sept 2nd", [("date", "date:09-02")]),
        ("3년 만에", [("number", "")]),
        ("12년의 역사", [("number", "")]),
        ("17년의 역사", [("year", "year:2017")]),
        ("2022명", [("number", "")]),
        ("30,327명 중 620명", [("number", ""), ("number", "")]),
    ],
)
def test_quantities_are_told_apart(text: str, found: list[tuple[str, str]]) -> None:
    """A year, a date and a number are known by what stands around the digits."""
    quantities = sorted(find_quantities(utterance(text)), key=lambda span: span.start)

    assert [(span.kind, next(iter(span.meanings), "")) for span in quantities] == found
