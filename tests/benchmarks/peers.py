"""The product beside peers that say the nearest known thing: `python -m tests.benchmarks.peers QUESTIONS.jsonl`.

A peer knows every phrasing that the knowledge leads to an answer with (names, synonyms, the labels of all answerable
questions) and gives the product's own answer to the nearest one. It sees the last turn only. Under a threshold it
declines; the threshold is the one with the most ok minus wrong on these very questions, which favours the peers.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bot.answer.compose import compose
from bot.answer.model import Answer
from bot.dialogue import State, respond
from bot.knowledge.model import Language
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.interpreting.interpret import Interpretation
from bot.understand.question import Question
from tests.benchmarks.judged import Outcome, judged
from tests.benchmarks.kept import read_items
from tests.benchmarks.made import made_shipped
from tests.benchmarks.nearest import PEERS, Nearest
from tests.benchmarks.phrasings import phrasings
from tests.benchmarks.timing import timed
from tests.questions.judging import Item

#: Gives the answer to a text, and how near the phrasing is that it was found by.
Answering = Callable[[str], tuple[Answer, float]]


@dataclass(frozen=True, slots=True)
class Score:
    """What became of the questions, in percent, and the median milliseconds of a reply."""

    name: str
    ok: float
    wrong: float
    missed: float
    median: float


@dataclass(frozen=True, slots=True)
class _Reply:
    """A reply to one question: how near its phrasing is, what it is judged, and the milliseconds that it took."""

    nearness: float
    outcome: Outcome
    milliseconds: float


def compared(items: Sequence[Item], catalogue: Catalogue) -> list[Score]:
    """The product's score and the peers', their replies timed in turn, question by question."""
    known = phrasings(catalogue)
    peers = {name: _peer(build(list(known)), list(known.values()), catalogue) for name, build in PEERS.items()}
    own: list[_Reply] = []
    others: dict[str, list[_Reply]] = {name: [] for name in peers}
    for item in items:
        own.append(_reply(item, _product(item, catalogue)))
        for name, peer in peers.items():
            others[name].append(_reply(item, peer))
    return [_score("Bodobot", own), *(_with_best_threshold(name, replies, items) for name, replies in others.items())]


def _peer(nearest: Nearest, targets: Sequence[Question], catalogue: Catalogue) -> Answering:
    """Answers with what the nearest phrasing leads to, and says how near it is."""

    def answered(text: str) -> tuple[Answer, float]:
        place, nearness = nearest(text)
        return compose(Interpretation((targets[place],)), _language(text), catalogue), nearness

    return answered


def _product(item: Item, catalogue: Catalogue) -> Answering:
    """Answers as the product does after the turns before the last."""
    state = State()
    for turn in item.turns[:-1]:
        _, state = respond(turn, state, catalogue)
    return lambda text: (respond(text, state, catalogue)[0], 0.0)


def _reply(item: Item, answering: Answering) -> _Reply:
    (answer, nearness), taken = timed(answering, item.turns[-1])
    return _Reply(nearness, judged(item, answer), taken)


def _with_best_threshold(name: str, replies: Sequence[_Reply], items: Sequence[Item]) -> Score:
    """The score with the threshold that gives the most ok minus wrong."""
    levels = sorted({0.0, *(reply.nearness for reply in replies)})
    tried = (
        _score(name, [_unless_below(level, *pair) for pair in zip(replies, items, strict=True)]) for level in levels
    )
    return max(tried, key=lambda score: (score.ok - score.wrong, score.ok))


def _unless_below(level: float, reply: _Reply, item: Item) -> _Reply:
    """The reply, or a decline where its phrasing is not near enough."""
    if reply.nearness >= level:
        return reply
    return _Reply(reply.nearness, "ok" if "decline" in item.outcome else "missed", reply.milliseconds)


def _score(name: str, replies: Sequence[_Reply]) -> Score:
    counted = Counter(reply.outcome for reply in replies)
    share = {outcome: 100 * counted[outcome] / len(replies) for outcome in ("ok", "wrong", "missed")}
    return Score(name, share["ok"], share["wrong"], share["missed"], median(reply.milliseconds for reply in replies))


def _language(text: str) -> Language:
    return "ko" if any("ㄱ" <= char <= "힣" for char in text) else "en"


def table(scores: Iterable[Score]) -> str:
    """The scores as Markdown."""
    rows = [
        f"| {score.name} | {score.ok:.1f} | {score.wrong:.1f} | {score.missed:.1f} | {score.median:.2f} |"
        for score in scores
    ]
    return "\n".join(["| answers by | ok % | wrong % | missed % | median ms |", "|--|--|--|--|--|", *rows])


def main() -> None:
    """Prints the table for the question files that are named."""
    if len(sys.argv) < 2:
        sys.exit("usage: python -m tests.benchmarks.peers QUESTIONS.jsonl …")
    items = read_items(map(Path, sys.argv[1:]))
    print(f"{len(items)} questions\n")
    print(table(compared(items, made_shipped().catalogue)))


if __name__ == "__main__":
    main()
