"""The conversations of the README are what a run gives."""

from __future__ import annotations

from pathlib import Path

from tests.end_to_end.transcript import transcript

README = Path(__file__).parents[2] / "README.md"


def test_the_conversations_of_the_readme_are_what_people_get() -> None:
    """Written anew with: python -m tests.end_to_end.transcript"""
    section = README.read_text(encoding="utf-8").partition("\n## In groups, inline, and as a guest\n")[2]
    shown = section.partition("\n## ")[0]

    for conversation in transcript():
        assert conversation in shown
