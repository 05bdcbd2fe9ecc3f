"""The fresh questions of past rounds, kept: what was mended stays mended. Their first scores are in ROUNDS.md."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.questions.judging import Item, ask, faults
from tests.releases.catalogues import expo

ROUNDS = Path(__file__).parent / "rounds"
#: Questions that are still missed; one that is answered must leave the list.
MISSED = frozenset((ROUNDS / "missed.txt").read_text(encoding="utf-8").split())


def _item(line: str) -> Item:
    asked = json.loads(line)
    return Item(
        name=asked["id"],
        lang=asked["lang"],
        turns=tuple(asked["turns"]),
        outcome=tuple(asked["outcome"]),
        numbers=tuple(map(tuple, asked["numbers"])),
        texts=tuple(map(tuple, asked["texts"])),
        not_numbers=tuple(asked["not_numbers"]),
        verdict=asked["verdict"],
        flaw="still missed" if asked["id"] in MISSED else None,
    )


def _cases() -> list[Any]:
    lines = (line for path in sorted(ROUNDS.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines())
    items = [_item(line) for line in lines if line.strip()]
    mark = pytest.mark.xfail(strict=True, reason="still missed")
    return [pytest.param(item, id=item.name, marks=[mark] if item.flaw else []) for item in items]


@pytest.mark.parametrize("item", _cases())
def test_a_fresh_question_is_answered(item: Item) -> None:
    """Each gets the reply that the release gives, as the round that it comes from was judged."""
    assert faults(item, ask(item.turns, expo())) == []
