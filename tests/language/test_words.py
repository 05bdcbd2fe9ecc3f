"""The word files as they are expanded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parent.parent.parent
_EXPANDED = """
from dataclasses import astuple
from hashlib import blake2b
from bot.language.slips import Mendable
from bot.language.words import _mendable, expand
filed = Mendable.of(_mendable())
print(blake2b(repr((astuple(expand.expand()), filed)).encode()).hexdigest())
"""


def test_two_processes_expand_the_words_to_the_same_tables_in_the_same_order():
    """Which of two words a slip is mended to hangs on the order: 넓어졋나여 must not be now one and now the other."""
    expanded = {
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", _EXPANDED],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            cwd=_ROOT,
        ).stdout
        for seed in ("1", "17")
    }

    assert len(expanded) == 1
