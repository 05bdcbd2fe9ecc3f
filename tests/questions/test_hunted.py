"""Questions that once caught the program out: no mistake is made again, and their sound neighbours keep working.

A case is a group of questions, of which all that fail are named.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.talk import reply_to

GROUPS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("hunted.yaml").read_text(encoding="utf-8"))
CASES = [pytest.param(group, id=group["mistake"]) for group in GROUPS]


def _reply(turns: str) -> tuple[str, str]:
    """The outcome of the last turn's reply and the first line of its headline."""
    found = reply_to(*turns.split(" | "))
    return found.outcome, found.headline.partition("\n")[0]


@pytest.mark.parametrize("group", CASES)
def test_a_mistake_is_not_made_again(group: dict[str, Any]) -> None:
    """Only those questions still get what is no answer to them that are marked so."""
    still = {case["ask"] for case in group["wrong"] if "still" in case}

    assert {case["ask"] for case in group["wrong"] if _reply(case["ask"]) == ("answer", case["reply"])} == still


@pytest.mark.parametrize("group", CASES)
def test_sound_neighbours_keep_their_replies(group: dict[str, Any]) -> None:
    """The rule against the mistake takes nothing from questions of the same shape that have an answer."""
    changed = []
    for case in group.get("right", ()):
        outcome, headline = _reply(case["ask"])
        if outcome != case.get("outcome", "answer") or headline != case.get("reply", headline):
            changed.append((case["ask"], outcome, headline))

    assert changed == []
