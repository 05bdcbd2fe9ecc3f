"""A knowledge of a given size made ready to be asked, and how long each step of that took."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from bot.dialogue import State, respond
from bot.knowledge.load import FILE_NAME, load, shipped
from bot.knowledge.model import Knowledge
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.compile import compile_catalogue
from tests.benchmarks.generated import write
from tests.benchmarks.timing import timed

#: Up to so many fairs the knowledge is loaded with every check: checking is once for a file, and slower than linear.
MOST_CHECKED = 100
#: Asked before anything is measured: the program builds some of its indexes when they are first needed.
WARM_UP = ("안녕하세요, 몇 명이 왔나욤?", "helo, how mnay came?", "ㅎㄹㅇ", "hello world? annyeonghaseyo")


@dataclass(frozen=True, slots=True)
class Made:
    """A catalogue whose indexes are built, and the seconds that reading, compiling and the first questions took."""

    catalogue: Catalogue
    load: float
    compile: float
    first: float


def made(number: int) -> Made:
    """The made-up knowledge of so many fairs, ready to be asked."""
    with TemporaryDirectory() as folder:
        path = write(Path(folder), number)
        return _ready(lambda: load(path) if number <= MOST_CHECKED else _unchecked(path))


def made_shipped() -> Made:
    """The shipped release, ready to be asked."""
    return _ready(lambda: load(shipped()))


def _unchecked(path: Path) -> Knowledge:
    """The knowledge without the limit on its size and without the checks; its shape is still looked at."""
    size = (path / FILE_NAME).stat().st_size
    with patch("bot.knowledge.source.MAX_BYTES", size), patch("bot.knowledge.load.check", lambda *_, **__: []):
        return load(path)


def _ready(loads: Callable[[], Knowledge]) -> Made:
    knowledge, loading = timed(loads)
    catalogue, compiling = timed(compile_catalogue, knowledge)
    _, warming = timed(warm, catalogue)
    return Made(catalogue, loading / 1000, compiling / 1000, warming / 1000)


def warm(catalogue: Catalogue) -> Catalogue:
    """The catalogue with every index built that is built on first use, left alone by the collector of garbage, as the
    command line leaves it."""
    for text in WARM_UP:
        respond(text, State(), catalogue)
    gc.collect()
    gc.freeze()
    return catalogue
