"""Questions that once caught the program out: no mistake is made again, and their sound neighbours keep working."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.talk import reply_to

GROUPS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("hunted.yaml").read_text(encoding="utf-8"))
WRONG = [
    pytest.param(
        case["ask"], case["reply"], id=case["ask"], marks=[pytest.mark.xfail(reason="still given")] * ("still" in case)
    )
    for group in GROUPS
    for case in group["wrong"]
]
RIGHT = [pytest.param(case, id=case["ask"]) for group in GROUPS for case in group.get("right", ())]


def _reply(turns: str) -> tuple[str, str]:
    """The outcome of the last turn's reply and the first line of its headline."""
    found = reply_to(*turns.split(" | "))
    return found.outcome, found.headline.partition("\n")[0]


@pytest.mark.parametrize(("ask", "reply"), WRONG)
def test_a_mistake_is_not_made_again(ask: str, reply: str) -> None:
    """What was given is no answer to the question."""
    assert _reply(ask) != ("answer", reply)


@pytest.mark.parametrize("case", RIGHT)
def test_a_sound_neighbour_keeps_its_reply(case: dict[str, Any]) -> None:
    """The rule against the mistake takes nothing from questions of the same shape that have an answer."""
    outcome, headline = _reply(case["ask"])

    assert outcome == case.get("outcome", "answer")
    assert headline == case.get("reply", headline)
