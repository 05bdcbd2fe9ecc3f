"""Wishes for a picture, in both languages and of both releases: the messages stand in pictured.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.answer.reference import decode, encode
from bot.dialogue import State, open_reference, respond
from bot.understand.question import Question
from tests.releases.catalogues import expo, trade

TABLE: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("pictured.yaml").read_text(encoding="utf-8"))
CASES = [pytest.param(case, id=str(case["ask"])) for entry in TABLE for case in entry["cases"]]


@pytest.mark.parametrize("case", CASES)
def test_a_wish_for_a_picture_is_understood(case: dict[str, Any]) -> None:
    """The answer says what the table says, and its chart is of the figure that is meant."""
    knowledge, state = trade() if case.get("release") == "trade" else expo(), State()
    for turn in (*case.get("turns", ()), case["ask"]):
        found, state = respond(turn, state, knowledge)

    if "declines" in case:
        assert found.outcome != "answer"
        assert found.chart is None
        return
    assert found.outcome == "answer"
    assert (found.chart.title if found.chart else None) == case["chart"]
    assert all(each in found.headline for each in case.get("says", ()))
    assert not any(each in found.headline for each in case.get("without", ()))
    assert case.get("detail", "") in (*found.details, "")


def test_a_wish_alone_is_asked_back_with_figures_that_can_be_drawn() -> None:
    """Every choice has a chart; that of one edition only is not among them."""
    found, state = respond("그래프로 보여줘", State(), expo())

    assert found.outcome == "clarify"
    opened = [open_reference(choice.reference, "ko", expo()) for choice in found.choices]
    assert all(each is not None and each[0].chart is not None for each in opened)
    assert state.asked_back


def test_a_reference_keeps_the_wish() -> None:
    """A button that asks for a picture gives one, whatever was forgotten since."""
    wished = Question("editions", ("visitors",), ("2019", "2021", "2022"), wants_chart=True)

    assert decode(encode(wished), expo()) == wished
    assert encode(wished) != encode(Question("editions", ("visitors",), ("2019", "2021", "2022")))
    opened = open_reference(encode(wished), "en", expo())
    assert opened is not None
    assert opened[0].chart is not None
    assert opened[0].chart.title == "Visitors"
