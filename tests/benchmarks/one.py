"""One question on the shipped release: real questions and the longest messages, beside a scan by WRatio."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.dialogue import State, respond
from bot.understand.catalogue.compile import compile_catalogue
from tests.benchmarks.inputs import NAMES, longest
from tests.benchmarks.made import made_shipped, warm
from tests.benchmarks.phrasings import examples, names_and_synonyms
from tests.benchmarks.timing import Times, best_of, scan, timed, times


@dataclass(frozen=True, slots=True)
class One:
    """The milliseconds of a reply and of a scan for the same texts, and how many of the replies were slower."""

    asked: int
    phrasings: int
    reply: Times
    scan: Times
    slower: int


def one_question(texts: Sequence[str], rounds: int) -> One:
    """Every text answered and scanned for, in turn; each round begins with a catalogue that has seen none of them."""
    knowledge = made_shipped().catalogue.knowledge
    catalogue = compile_catalogue(knowledge)
    known = [*names_and_synonyms(knowledge), *examples(catalogue)]
    replies: list[list[float]] = []
    scans: list[list[float]] = []
    for _ in range(rounds):
        catalogue = warm(compile_catalogue(knowledge))
        pairs = [(timed(respond, text, State(), catalogue)[1], timed(scan, text, known)[1]) for text in texts]
        replies.append([reply for reply, _ in pairs])
        scans.append([scanned for _, scanned in pairs])
    ours, theirs = best_of(replies), best_of(scans)
    slower = sum(reply > scanned for reply, scanned in zip(ours, theirs, strict=True))
    return One(len(texts), len(known), times(ours), times(theirs), slower)


def longest_messages(rounds: int) -> dict[str, float]:
    """The milliseconds that a message of 4,096 characters takes, by what fills it, slowest first."""
    knowledge = made_shipped().catalogue.knowledge
    found: list[list[float]] = []
    for _ in range(rounds):
        catalogue = warm(compile_catalogue(knowledge))
        messages = [longest(name, catalogue) for name in NAMES]
        found.append([timed(respond, message, State(), catalogue)[1] for message in messages])
    taken = dict(zip(NAMES, best_of(found), strict=True))
    return dict(sorted(taken.items(), key=lambda pair: -pair[1]))
