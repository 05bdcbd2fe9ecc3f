"""Senses are told in order, and only where one of their words stands."""

from __future__ import annotations

import json
from pathlib import Path

from bot.understand.gathering.told_apart import SENSES, told_apart
from bot.understand.reading.read import read
from tests.releases.catalogues import expo

ROUNDS = Path(__file__).parents[2] / "questions" / "rounds"


def test_where_none_of_its_words_stand_a_sense_tells_nothing() -> None:
    """Told apart with every sense tried, each message of the rounds is what it is when the unheard are left out."""
    lines = (line for path in sorted(ROUNDS.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines())
    for text in sorted({turn for line in lines for turn in json.loads(line)["turns"]})[::4]:
        spans = tried = read(text, expo().lexicon).spans
        for sense in SENSES:
            tried = sense.tell(tried)

        assert told_apart(spans) == tried, text
