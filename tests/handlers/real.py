"""The engine over the release that ships, for tests of what people see."""

from __future__ import annotations

import pytest

from bot.handlers.engine import ReleaseEngine
from tests.releases.catalogues import expo


@pytest.fixture
def engine() -> ReleaseEngine:
    """The engine over the real release, in the place of the one that answers by rote."""
    return ReleaseEngine(expo())
