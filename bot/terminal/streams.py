"""Standard input and output made safe: people pass bytes that are no text, and readers leave early."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def readable(text: str) -> str:
    """The text with a replacement sign for every byte or half character that is not text."""
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def prepare_streams() -> None:
    """Pipes speak UTF-8 and a terminal its own encoding; neither ever fails on a character."""
    for stream, errors in (
        (sys.stdin, "replace"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors=errors)


@contextmanager
def reader_may_leave() -> Iterator[None]:
    """A reader that closes the pipe early, as `head` does, ends the block quietly."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still in the buffer goes nowhere, or Python would complain about it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
