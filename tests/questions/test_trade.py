"""A second release that the program knows nothing of: months for years, dollars, a negative balance."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.questions.judging import Item, ask, cases, faults
from tests.releases.catalogues import trade


@pytest.mark.parametrize("item", cases(Path(__file__).parent / "trade.yaml"))
def test_the_made_up_release_is_answered(item: Item) -> None:
    """Each question gets the reply that the release gives, with no code for it."""
    assert faults(item, ask(item.turns, trade())) == []
