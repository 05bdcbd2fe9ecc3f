"""The compiled engine beside its sources: whether it says the same, and how much sooner.

`python -m tests.benchmarks.compiled [QUESTIONS.jsonl …]` installs the program with its engine compiled into a temporary
folder, which takes some minutes, and asks both all turns of the questions, by default the rounds that are kept. Each of
the two answers in a fresh process, in turn.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks.kept import ROUNDS
from tests.benchmarks.timing import best_of, times

_ROOT = Path(__file__).parent.parent.parent
_REPEATED = 3


#: What the program is built of.
_SOURCES = ("pyproject.toml", "README.md", "LICENSE", "bot", "knowledge")


def build(folder: Path) -> None:
    """The program as pip installs it with its engine compiled, in the folder."""
    with TemporaryDirectory() as copied:  # the build writes beside the sources, and hides the project file meanwhile
        for name in _SOURCES:
            copy = shutil.copytree if (_ROOT / name).is_dir() else shutil.copy
            copy(_ROOT / name, Path(copied) / name)
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder), copied]
        subprocess.run(command, check=True, env={**os.environ, "HATCH_BUILD_HOOKS_ENABLE": "1"})


def replies(package: Path, questions: Sequence[Path]) -> dict[str, Any]:
    """What the engine in the folder replies, and how long it takes, as `tests.benchmarks.replies` says it."""
    command = [sys.executable, "-m", "tests.benchmarks.replies", *(str(path.resolve()) for path in questions)]
    found_first = {**os.environ, "PYTHONPATH": os.pathsep.join([str(package), str(_ROOT)])}
    done = subprocess.run(command, check=True, cwd=package, env=found_first, stdout=subprocess.PIPE)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def table(source: Sequence[dict[str, Any]], compiled: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The times of both, the best of their rounds, and how many of the replies differ."""
    yield "| engine | median ms | 95th percentile ms | worst ms | 4,096 characters, worst ms |"
    yield "|--|--|--|--|--|"
    for name, rounds in (("from its sources", source), ("compiled", compiled)):
        taken = times(best_of(each["milliseconds"] for each in rounds))
        lengthy = max(best_of(each["longest"] for each in rounds))
        yield f"| {name} | {taken.median:.2f} | {taken.p95:.2f} | {taken.worst:.2f} | {lengthy:.1f} |"
    pairs = list(zip(source[0]["replies"], compiled[0]["replies"], strict=True))
    yield ""
    yield f"{sum(one != other for one, other in pairs)} of {len(pairs):,} replies differ."


def main() -> None:
    """Prints the table."""
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks.compiled")
    asked.add_argument("questions", nargs="*", type=Path, default=ROUNDS)
    questions = asked.parse_args().questions
    with TemporaryDirectory() as folder:
        package = Path(folder)
        build(package)
        rounds = [(replies(_ROOT, questions), replies(package, questions)) for _ in range(_REPEATED)]
    for source, compiled in rounds:
        assert source["engine"].endswith(".py"), source["engine"]
        assert not compiled["engine"].endswith(".py"), compiled["engine"]
    print("\n".join(table(*zip(*rounds, strict=True))))


if __name__ == "__main__":
    main()
