"""The compiled engine beside its sources: whether it says the same, and how much sooner.

`python -m tests.benchmarks.compiled [QUESTIONS.jsonl …]` installs the program with its engine compiled into a temporary
folder, which takes some minutes, and asks both all turns of the questions, by default the rounds that are kept. Each of
the two answers in a fresh process, in turn. Then rapidfuzz's WRatio looks for the nearest phrasing of each.
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

from tests.benchmarks.kept import ROUNDS, read_items
from tests.benchmarks.made import made_shipped
from tests.benchmarks.phrasings import examples, names_and_synonyms
from tests.benchmarks.timing import best_of, scan, timed, times

_ROOT = Path(__file__).parent.parent.parent
_REPEATED, _SCANNED = 3, 2
#: What the program is built of.
_SOURCES = ("pyproject.toml", "README.md", "LICENSE", "bot", "knowledge")


def build(folder: Path) -> None:
    """The program as pip installs it with its engine compiled, in the folder."""
    with TemporaryDirectory() as copied:  # the build writes beside the sources, and hides the project file meanwhile
        for name in _SOURCES:
            copy = shutil.copytree if (_ROOT / name).is_dir() else shutil.copy
            copy(_ROOT / name, Path(copied) / name)
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder), copied]
        pinned = {"PIP_CONSTRAINT": str(_ROOT / "constraints.txt"), "HATCH_BUILD_HOOKS_ENABLE": "1"}
        subprocess.run(command, check=True, env={**os.environ, **pinned})


def asked_in(package: Path, questions: Sequence[Path]) -> dict[str, Any]:
    """What the engine in the folder replies, and how long it takes, as `tests.benchmarks.replies` says it."""
    command = [sys.executable, "-m", "tests.benchmarks.replies", *(str(path.resolve()) for path in questions)]
    found_first = {**os.environ, "PYTHONPATH": os.pathsep.join([str(package), str(_ROOT)])}
    done = subprocess.run(command, check=True, cwd=package, env=found_first, stdout=subprocess.PIPE)
    found: dict[str, Any] = json.loads(done.stdout)
    assert found["engine"].endswith(".py") == (package == _ROOT), found["engine"]
    return found


def table(
    source: Sequence[dict[str, Any]], compiled: Sequence[dict[str, Any]], scans: Sequence[float]
) -> Iterator[str]:
    """The times of both, the best of their rounds, beside those of the scans for the same turns, and how many of the
    replies differ."""
    yield "| engine | median ms | 95th percentile ms | worst ms | 4,096 characters, worst ms | slower than WRatio |"
    yield "|--|--|--|--|--|--|"
    for name, rounds in (("from its sources", source), ("compiled", compiled)):
        each_turn = best_of(each["milliseconds"] for each in rounds)
        taken, lengthy = times(each_turn), max(best_of(each["longest"] for each in rounds))
        slower = sum(reply > scanned for reply, scanned in zip(each_turn, scans, strict=True))
        yield (
            f"| {name} | {taken.median:.2f} | {taken.p95:.2f} | {taken.worst:.2f} | {lengthy:.1f} "
            f"| {slower} of {len(scans):,} |"
        )
    taken = times(scans)
    yield f"| rapidfuzz WRatio, nearest phrasing | {taken.median:.2f} | {taken.p95:.2f} | {taken.worst:.2f} | | |"
    yield ""
    yield f"{differing(source, compiled)} of {len(source[0]['replies']):,} replies differ."


def differing(source: Sequence[dict[str, Any]], compiled: Sequence[dict[str, Any]]) -> int:
    """How many of the replies are not the same in every round of both engines."""
    return sum(len(set(each)) > 1 for each in zip(*(found["replies"] for found in (*source, *compiled)), strict=True))


def scanned(questions: Sequence[Path]) -> list[float]:
    """The milliseconds that WRatio takes over the shipped release's phrasings for every turn of the questions."""
    catalogue = made_shipped().catalogue
    known = [*names_and_synonyms(catalogue.knowledge), *examples(catalogue)]
    turns = [turn for item in read_items(questions) for turn in item.turns]
    return best_of([timed(scan, turn, known)[1] for turn in turns] for _ in range(_SCANNED))


def main() -> None:
    """Prints the table; ends with 1 when any reply differs."""
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks.compiled")
    asked.add_argument("questions", nargs="*", type=Path, default=ROUNDS)
    questions = asked.parse_args().questions
    with TemporaryDirectory() as folder:
        package = Path(folder)
        build(package)
        rounds = [(asked_in(_ROOT, questions), asked_in(package, questions)) for _ in range(_REPEATED)]
    source, compiled = zip(*rounds, strict=True)
    print("\n".join(table(source, compiled, scanned(questions))))
    if differing(source, compiled):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
