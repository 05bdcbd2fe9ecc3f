"""The shipped release, asked in many ways; each line of wsce.yaml is a case."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.questions.judging import Item, ask, cases, faults
from tests.releases.catalogues import expo


@pytest.mark.parametrize("item", cases(Path(__file__).parent / "wsce.yaml"))
def test_the_shipped_release_is_answered(item: Item) -> None:
    """Each question gets the reply that the release gives."""
    assert faults(item, ask(item.turns, expo())) == []
