"""The words of a message that a reply repeats."""

from __future__ import annotations

from bot.dialogue import State, respond
from tests.releases.catalogues import expo


def test_words_are_repeated_with_their_spaces() -> None:
    """They are read without them, and told as they were typed."""
    answer, _ = respond("which hall of KINTEX was it in", State(), expo())

    assert "which hall of" in answer.headline


def test_capitals_are_repeated() -> None:
    """A name is told as it was typed."""
    answer, _ = respond("CES 관람객은 몇 명이야?", State(), expo())

    assert "CES" in answer.headline


def test_an_assumed_edition_is_told_in_the_words_of_the_message() -> None:
    """The reply quotes what it took for a year."""
    answer, _ = respond("how many booths at this year's show?", State(), expo())

    assert any("“this year” as 2022" in line for line in answer.assumptions)
