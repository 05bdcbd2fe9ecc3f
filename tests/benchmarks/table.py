"""The README's tables, all measured in one run: `python -m tests.benchmarks.table [QUESTIONS.jsonl …]`.

The peers are compared on the question files that are named, else on the rounds that are kept. With `--sizes 1 10 100`
growth is measured on other sizes than 1, 10, 100 and 1,000 releases.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks import peers
from tests.benchmarks.growth import Grown, growth
from tests.benchmarks.kept import ROUNDS, read_items
from tests.benchmarks.made import made_shipped
from tests.benchmarks.one import One, longest_messages, one_question
from tests.benchmarks.timing import Times

SIZES = (1, 10, 100, 1_000)
REPEATED = 3


def of_one_question(one: One, longest: dict[str, float]) -> Iterator[str]:
    """One question on the shipped release, and the slowest of the longest messages."""
    name, worst = next(iter(longest.items()))
    times_longer = one.scan.median / one.reply.median
    yield "| on the shipped release | median ms | 95th percentile ms | worst ms |"
    yield "|--|--|--|--|"
    yield f"| one question, {one.asked:,} real ones | {_three(one.reply)} |"
    yield f"| rapidfuzz WRatio over its {one.phrasings:,} phrasings | {_three(one.scan)} |"
    yield f"| 4,096 characters, the slowest of {len(longest)} kinds: {name} | | | {worst:,.1f} |"
    yield ""
    yield f"By the median WRatio takes {times_longer:.1f} times as long; {one.slower} of the questions took longer."


def of_growth(sizes: Sequence[Grown]) -> Iterator[str]:
    """How time, memory and loading grow with the number of releases."""
    yield (
        "| releases | names and synonyms | median ms | × | 95th percentile ms | WRatio median ms | × "
        "| memory MB | load s | compile s | first questions s | right |"
    )
    yield "|" + "--|" * 12
    first = sizes[0]
    for size in sizes:
        built = size.built
        yield (
            f"| {size.number:,} | {built.phrasings:,} | {size.reply.median:.2f} "
            f"| {size.reply.median / first.reply.median:.1f} | {size.reply.p95:.2f} | {size.scan.median:.2f} "
            f"| {size.scan.median / first.scan.median:.0f} | {built.memory:,.0f} | {built.load:.2f} "
            f"| {built.compile:.2f} | {built.first:.2f} | {size.right} of {size.asked} |"
        )


def _three(taken: Times) -> str:
    return f"{taken.median:.2f} | {taken.p95:.2f} | {taken.worst:.2f}"


def main() -> None:
    """Prints the tables."""
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks.table")
    asked.add_argument("questions", nargs="*", type=Path, default=ROUNDS)
    asked.add_argument("--sizes", nargs="+", type=int, default=SIZES)
    options = asked.parse_args()
    alone = [item.turns[0] for item in read_items(ROUNDS) if len(item.turns) == 1]
    print("\n".join(of_one_question(one_question(alone, REPEATED), longest_messages(REPEATED))), end="\n\n", flush=True)
    items = read_items(options.questions)
    print(f"{len(items)} questions:\n")
    print(peers.table(peers.compared(items, made_shipped().catalogue)), end="\n\n", flush=True)
    print("\n".join(of_growth(growth(options.sizes))))


if __name__ == "__main__":
    main()
