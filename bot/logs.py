"""Logs that give nobody away: no token, no words of a person, no text of an exception (it may hold both)."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
HIDDEN = "[hidden]"

_OURS = "bot"

#: Libraries that write addresses, and so the token, or whole messages, when they are let.
_TALKATIVE = ("httpx", "httpcore", "telegram", "asyncio")

_MOST_FRAMES = 8

ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class DiscreetFormatter(logging.Formatter):
    """Writes an exception as its class and the places it went through, and hides the secrets it was given."""

    def __init__(self, *secrets: str) -> None:
        super().__init__(LINE)
        self._secrets = tuple(secret for secret in secrets if secret)

    def format(self, record: logging.LogRecord) -> str:
        """The record as one text without secrets, and without what a library was given: it may be a whole message."""
        text = super().format(record if _is_ours(record) else _without_words(record))
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        return text

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802 (the name is logging's)
        """The exception and those that led to it, a line each."""
        return "\n".join(map(_told, _chain(ei[1])))


def configure(level: str, token: str) -> None:
    """Log to standard error from this level on; of the libraries, only what they warn of.

    Also a token that stands without its number in front is hidden.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(DiscreetFormatter(token, token.partition(":")[2]))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger(_OURS).setLevel(level.upper())
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)


def _is_ours(record: logging.LogRecord) -> bool:
    return record.name.partition(".")[0] == _OURS


def _without_words(record: logging.LogRecord) -> logging.LogRecord:
    """The record with its numbers and the classes of its errors; any other argument is hidden."""
    found = logging.makeLogRecord(record.__dict__)
    if isinstance(found.args, tuple):
        found.args = tuple(map(_told_argument, found.args))
    elif found.args:
        found.args = {name: _told_argument(value) for name, value in found.args.items()}
    return found


def _told_argument(value: object) -> object:
    if isinstance(value, BaseException):
        return type(value).__qualname__
    return value if isinstance(value, int | float) else HIDDEN


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _told(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)[-_MOST_FRAMES:]
    places = [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    return f"  {type(error).__qualname__} at " + (" > ".join(places) or "no place")


def _short(path: str) -> str:
    return "/".join(Path(path).parts[-2:])
