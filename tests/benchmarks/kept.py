"""Question files as the rounds are kept: a JSON object a line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.questions.judging import Item, line_item

#: The fresh questions of past rounds.
ROUNDS = tuple(sorted((Path(__file__).parent.parent / "questions" / "rounds").glob("*.jsonl")))


def read_items(paths: Iterable[Path]) -> list[Item]:
    """The items of the files, in order."""
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    return [line_item(line) for line in lines if line.strip()]
