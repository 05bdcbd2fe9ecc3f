"""The made-up release is another domain, and neither it nor the shipped one is known to the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.knowledge.load import load
from bot.understand.catalogue.catalogue import Catalogue
from tests.releases.catalogues import expo, trade

BOT = Path(__file__).parent.parent.parent / "bot"


def test_the_made_up_release_loads() -> None:
    """It passes every check that the shipped release passes."""
    knowledge = load(Path(__file__).parent / "haedong-trade")

    assert knowledge.release.id == "haedong-trade"
    assert {metric.unit for metric in knowledge.metrics} >= {"usd", "firms", "days"}


def test_the_made_up_release_is_of_months() -> None:
    """Its editions are three months of one year, in the order of time."""
    editions = trade().knowledge.editions.list

    assert [(edition.year, edition.month) for edition in editions] == [(2024, 1), (2024, 2), (2024, 3)]


def test_the_releases_share_no_figure() -> None:
    """Whatever is answered about one cannot come from the other."""
    assert not {entry.id for entry in expo().metrics()} & {entry.id for entry in trade().metrics()}


@pytest.mark.parametrize("release", [expo(), trade()], ids=["expo", "trade"])
def test_the_code_knows_no_release(release: Catalogue) -> None:
    """No figure, item or identifier of a release stands in the program's source."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted(BOT.rglob("*.py")))
    code = "\n".join(line for line in source.splitlines() if not line.lstrip().startswith(("#", '"""')))
    identifiers = {f'"{entry.id}"' for entry in release.metrics() if "_" in entry.id or "." in entry.id}
    items = {f'"{item}"' for item in release.items if "-" in item}
    figures = {
        str(value.number) for entry in release.metrics() for value in entry.values.values() if value.number > 10_000
    }

    assert [word for word in sorted(identifiers | items) if word in code] == []
    assert [number for number in sorted(figures) if re.search(rf"(?<!\d){number}(?!\d)", code)] == []
