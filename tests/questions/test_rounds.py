"""The fresh questions of past rounds, kept: what was mended stays mended. Their first scores are in ROUNDS.md."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.questions.judging import Item, ask, faults, line_item
from tests.releases.catalogues import expo

ROUNDS = Path(__file__).parent / "rounds"
#: Questions that are still missed; one that is answered must leave the list.
MISSED = frozenset((ROUNDS / "missed.txt").read_text(encoding="utf-8").split())


def _cases() -> list[Any]:
    lines = (line for path in sorted(ROUNDS.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines())
    items = [line_item(line) for line in lines if line.strip()]
    mark = pytest.mark.xfail(strict=True, reason="still missed")
    return [pytest.param(item, id=item.name, marks=[mark] if item.name in MISSED else []) for item in items]


@pytest.mark.parametrize("item", _cases())
def test_a_fresh_question_is_answered(item: Item) -> None:
    """Each gets the reply that the release gives, as the round that it comes from was judged."""
    assert faults(item, ask(item.turns, expo())) == []
