"""What the engine that is found on the path replies to question files, and how long it takes, as one JSON object.

`compiled` runs this in a process of its own for each of the two engines.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import bot.dialogue
from bot.dialogue import State, respond
from bot.render.text import plain
from tests.benchmarks.inputs import NAMES, longest
from tests.benchmarks.kept import read_items
from tests.benchmarks.made import made_shipped
from tests.benchmarks.timing import timed


def main() -> None:
    """Prints where the engine lies, every reply, and the milliseconds of each and of the longest messages."""
    catalogue = made_shipped().catalogue
    replies: list[str] = []
    milliseconds: list[float] = []
    for item in read_items(map(Path, sys.argv[1:])):
        state = State()
        for turn in item.turns:
            (answer, state), taken = timed(respond, turn, state, catalogue)
            replies.append(f"{answer.outcome} {answer.verdict} {answer.language}\n{plain(answer)}")
            milliseconds.append(taken)
    lengthy = [timed(respond, longest(name, catalogue), State(), catalogue)[1] for name in NAMES]
    found = {"engine": bot.dialogue.__file__, "replies": replies, "milliseconds": milliseconds, "longest": lengthy}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
