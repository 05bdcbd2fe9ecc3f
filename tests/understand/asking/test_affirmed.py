"""Whether a claim is all that the release says: affirmed.yaml lists claims that it bears out, and near misses."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.dialogue import State, respond
from tests.releases.catalogues import expo

CASES = Path(__file__).with_name("affirmed.yaml")


def claims() -> list[object]:
    """Each claim with what it must be met with."""
    groups = yaml.safe_load(CASES.read_text("utf-8"))
    return [
        pytest.param(claim, wanted, id=f"{group['title']} {wanted} {claim}")
        for group in groups
        for wanted in ("affirmed", "denied", "open", "declined")
        for claim in group.get(wanted, ())
    ]


@pytest.mark.parametrize(("claim", "wanted"), claims())
def test_only_what_the_release_says_is_affirmed(claim: str, wanted: str) -> None:
    """A claim is affirmed when the answer says all of it, and denied when the answer rules it out."""
    answer, _ = respond(claim, State(), expo())

    assert answer.outcome == ("decline" if wanted == "declined" else "answer")
    assert answer.verdict == {"affirmed": "yes", "denied": "no"}.get(wanted)


def test_what_is_not_borne_out_is_named() -> None:
    """The words of a claim that the answer does not bear out stand beside it."""
    answer, _ = respond("Was the street light solution developed abroad?", State(), expo())

    assert "This does not confirm “abroad”." in answer.details
