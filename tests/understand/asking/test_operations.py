"""What is to be done with figures, in the constructions of the language: the questions stand in operations.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.talk import reply_to

TABLE: list[dict[str, Any]] = yaml.load(
    Path(__file__).with_name("operations.yaml").read_text(encoding="utf-8"), yaml.BaseLoader
)
CASES = [pytest.param(case, id=case["ask"]) for entry in TABLE for case in entry["cases"]]


@pytest.mark.parametrize("case", CASES)
def test_a_construction_is_read_as_it_is_meant(case: dict[str, Any]) -> None:
    """The figures and the verdict are those of the table; a near miss gets no answer."""
    found = reply_to(case["ask"])

    if "declines" in case:
        assert found.outcome != "answer"
        return
    said = found.headline.replace(" ", "")
    assert all(each.replace(" ", "") in said for each in case.get("says", ()))
    assert not any(each in said for each in case.get("without", ()))
    if "verdict" in case:
        assert str(found.verdict or "null") == case["verdict"]
