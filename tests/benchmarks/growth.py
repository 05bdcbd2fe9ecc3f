"""What grows with the knowledge: a process for each size builds its own and answers, all of them asked in turn.

So memory is that of a fresh process, and what disturbs the machine disturbs every size alike. Every question is asked
once only, as nothing that was remembered from the first time may help.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from multiprocessing.connection import Connection
from pathlib import Path

from bot.dialogue import State, respond
from tests.benchmarks.asked import questions
from tests.benchmarks.made import made
from tests.benchmarks.phrasings import names_and_synonyms
from tests.benchmarks.timing import Times, scan, timed, times
from tests.questions.judging import faults

#: WRatio is slow on large knowledge and much the same for every question: one in so many is enough.
_SCANNED = 8


@dataclass(frozen=True, slots=True)
class Built:
    """A knowledge in a process of its own: its size, the seconds that it took to build, and its megabytes."""

    phrasings: int
    load: float
    compile: float
    first: float
    memory: float


@dataclass(frozen=True, slots=True)
class Grown:
    """A size of the knowledge, what building it took, and the milliseconds of a reply and of a scan by WRatio."""

    number: int
    built: Built
    asked: int
    right: int
    reply: Times
    scan: Times


@dataclass(frozen=True, slots=True)
class _Asked:
    """One question: the milliseconds of the reply, whether it was right, and the milliseconds of a scan, if any."""

    reply: float
    is_right: bool
    scan: float | None


def growth(numbers: Sequence[int]) -> list[Grown]:
    """The sizes, each measured in its own process, question by question in turn."""
    context = multiprocessing.get_context("spawn")
    pipes = [context.Pipe() for _ in numbers]
    workers = [
        context.Process(target=_work, args=(number, there), daemon=True)
        for number, (_, there) in zip(numbers, pipes, strict=True)
    ]
    built: list[Built] = []
    for worker, (here, there) in zip(workers, pipes, strict=True):
        worker.start()
        there.close()  # so that waiting for a worker that failed ends
        built.append(here.recv())
    replies: list[list[_Asked]] = [[] for _ in numbers]
    for places in zip_longest(*(range(len(questions(number))) for number in numbers)):
        for place, (here, _), asked in zip(places, pipes, replies, strict=True):
            if place is not None:
                here.send(place)
                asked.append(here.recv())
    for worker, (here, _) in zip(workers, pipes, strict=True):
        here.send(None)
        worker.join()
    return [_grown(*of_size) for of_size in zip(numbers, built, replies, strict=True)]


def _grown(number: int, built: Built, asked: Sequence[_Asked]) -> Grown:
    return Grown(
        number,
        built,
        len(asked),
        sum(each.is_right for each in asked),
        times([each.reply for each in asked]),
        times([each.scan for each in asked if each.scan is not None]),
    )


def _work(number: int, caller: Connection) -> None:
    """Builds the knowledge and answers the questions that are called for by their place, until there is none."""
    made(1)
    before = _megabytes()
    ready = made(number)
    memory = _megabytes() - before
    known = names_and_synonyms(ready.catalogue.knowledge)
    caller.send(Built(len(known), ready.load, ready.compile, ready.first, memory))
    asked = questions(number)
    while (place := caller.recv()) is not None:
        item = asked[place]
        text = item.turns[0]
        (answer, _), reply = timed(respond, text, State(), ready.catalogue)
        scanned = timed(scan, text, known)[1] if place % _SCANNED == 0 else None
        caller.send(_Asked(reply, not faults(item, answer), scanned))


def _megabytes() -> float:
    """The memory that this process holds now."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
