"""Constructions that say what is asked, in questions whose words alone would not tell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.talk import reply_to

CASES = Path(__file__).with_name("constructions.yaml")
GROUPS: list[dict[str, Any]] = yaml.safe_load(CASES.read_text(encoding="utf-8"))
SAYS = [(group["title"], text, said) for group in GROUPS for text, said in group.get("says", ())]
DECLINES = [(group["title"], text) for group in GROUPS for text in group.get("declines", ())]


@pytest.mark.parametrize(("title", "text", "said"), SAYS)
def test_it_is_understood(title: str, text: str, said: str) -> None:
    """The answer is the one that the construction asks for."""
    found = reply_to(text)

    assert found.outcome == "answer"
    assert said in found.headline


@pytest.mark.parametrize(("title", "text"), DECLINES)
def test_the_same_words_do_not_answer_another_question(title: str, text: str) -> None:
    """What the release does not say is declined, however much of the question it knows."""
    assert reply_to(text).outcome == "decline"
