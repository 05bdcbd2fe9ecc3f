"""The judge itself: it passes what a reader would pass, and each kind of fault fails."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.answer.model import Answer
from tests.questions.judging import Item, faults, items, numbers_in, same

ITEM = Item("kind-01", "en", ("how many?",), ("answer",), ((620.0,),), (("2022",),), (30327.0,), "yes", None)
REPLY = Answer("answer", "en", "Yes. Foreign visitors in 2022: 620.", verdict="yes")


def test_a_good_reply_passes() -> None:
    """Right outcome, number, text, verdict and language."""
    assert faults(ITEM, REPLY) == []


@pytest.mark.parametrize(
    "reply",
    [
        replace(REPLY, headline="Yes. Foreign visitors in 2022: 621."),
        replace(REPLY, headline="Yes. Foreign visitors in 2019: 620."),
        replace(REPLY, headline="Yes. Foreign visitors in 2022: 620 of 30,327."),
        replace(REPLY, verdict=None),
        replace(REPLY, verdict="no"),
        replace(REPLY, language="ko"),
        replace(REPLY, outcome="decline"),
        replace(REPLY, outcome="clarify"),
    ],
)
def test_each_fault_fails(reply: Answer) -> None:
    """One thing wrong is enough."""
    assert faults(ITEM, reply)


def test_an_answer_where_none_is_due_fails() -> None:
    """What the release does not say is not to be answered, even with the right words."""
    assert faults(replace(ITEM, outcome=("decline",)), REPLY)
    assert faults(replace(ITEM, outcome=("decline",)), replace(REPLY, outcome="decline")) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1,178억 원", [117_800_000_000]),
        ("1조 2,000억 원", [1_200_000_000_000]),
        ("2만 5,850명", [25_850]),
        ("KRW 117.8 billion", [117_800_000_000]),
        ("USD -1.3 billion", [-1_300_000_000]),
        ("-13억 달러", [-1_300_000_000]),
        ("21,384m²", [21_384]),
        ("2019–2022", [2019, 2022]),
        ("약 5.49배", [5.49]),
        ("3천 명", [3000]),
    ],
)
def test_numbers_are_read_as_a_reader_reads_them(text: str, numbers: list[float]) -> None:
    """In both languages, with their sign and scale."""
    assert numbers_in(text) == [pytest.approx(number) for number in numbers]


@pytest.mark.parametrize(
    ("wanted", "said", "is_same"),
    [
        (21, 21, True),
        (21, 22, False),
        (30_327, 30_327, True),
        (30_327, 30_328, False),
        (9.4, 9.38, True),
        (9.4, 9.5, False),
        (117_800_000_000, 118_000_000_000, True),
        (117_800_000_000, 107_700_000_000, False),
        (-1_300_000_000, 1_300_000_000, False),
    ],
)
def test_numbers_are_the_same_to_a_reader(wanted: float, said: float, is_same: bool) -> None:
    """Whole numbers to the last digit, others within 0.6 %, and never with the wrong sign."""
    assert same(wanted, said) is is_same


@pytest.mark.parametrize(("name", "least"), [("wsce.yaml", 150), ("trade.yaml", 80)])
def test_the_files_hold_many_questions_of_their_own(name: str, least: int) -> None:
    """No conversation stands in a file twice, and most of them are expected to pass."""
    found = items(Path(__file__).parent / name)

    assert len(found) >= least
    assert len({item.turns for item in found}) == len(found)
    assert {item.lang for item in found} == {"ko", "en"}
