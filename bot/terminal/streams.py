"""Standard input and output made safe: people pass bytes that are no text, and readers leave early."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, TextIO

from bot.errors import OutputError

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def readable(text: str) -> str:
    """The text with a replacement sign for every byte or half character that is not text."""
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def prepare_streams() -> None:
    """Pipes speak UTF-8 and a terminal its own encoding; neither ever fails on a character, nor for being closed."""
    _open_closed_streams()
    for stream, errors in (
        (sys.stdin, "replace"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors=errors)


def _open_closed_streams() -> None:
    """Python has None for a stream that the shell closed (`>&-`)."""
    sys.stdin = sys.stdin or _nowhere("r")
    sys.stdout = sys.stdout or _nowhere("w")
    sys.stderr = sys.stderr or _nowhere("w")


def _nowhere(mode: Literal["r", "w"]) -> TextIO:
    return open(os.devnull, mode, encoding="utf-8")


@contextmanager
def reader_may_leave() -> Iterator[None]:
    """A reader that closes the pipe early, as `head` does, ends the block quietly.

    OutputError when what was said could not be written for another reason, such as a full disk.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_what_is_unwritten()
    except OSError as error:
        _forget_what_is_unwritten()
        raise OutputError(f"the output could not be written ({error.strerror}); what was printed may be cut") from error


def _forget_what_is_unwritten() -> None:
    # What is still in the buffer goes nowhere, or Python would complain about it at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
