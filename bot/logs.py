"""Logs that give nobody away: no token, no words of a person, no text of an exception (it may hold both).

They are written as text or as a line of JSON for each record, with the same discretion.
"""

from __future__ import annotations

import datetime
import json
import logging
import re
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
HIDDEN = "[hidden]"

_OURS = "bot"

#: Libraries that write addresses, and so the token, or whole messages, when they are let.
_TALKATIVE = ("httpx", "httpcore", "telegram", "asyncio", "aiohttp")

_MOST_FRAMES = 8
#: What could end a line, or write over it on a terminal: a text that came from elsewhere must not look like a record.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")

ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class DiscreetFormatter(logging.Formatter):
    """Writes an exception as its class and the places it went through, and hides the secrets it was given."""

    def __init__(self, *secrets: str) -> None:
        super().__init__(LINE)
        self._secrets = tuple(secret for secret in secrets if secret)

    def format(self, record: logging.LogRecord) -> str:
        """The record as one text without secrets, and without what a library was given: it may be a whole message."""
        told = _discreet(record)
        told.msg = _CONTROL.sub(" ", str(told.msg))
        return self._hide(super().format(told))

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802 (the name is logging's)
        """The exception and those that led to it, a line each."""
        return "\n".join(f"  {_name(error)} at {' > '.join(_places(error)) or 'no place'}" for error in _chain(ei[1]))

    def _hide(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        return text


class JsonFormatter(DiscreetFormatter):
    """Writes the same as a line of JSON: time (UTC), level, logger, message, and the errors with their places."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line of JSON."""
        told = _discreet(record)
        line: dict[str, object] = {
            "time": datetime.datetime.fromtimestamp(told.created, datetime.UTC).isoformat(timespec="milliseconds"),
            "level": told.levelname.lower(),
            "logger": told.name,
            "message": self._hide(told.getMessage()),
        }
        if told.exc_info:
            line["errors"] = [
                {"class": self._hide(_name(error)), "places": list(map(self._hide, _places(error)))}
                for error in _chain(told.exc_info[1])
            ]
        return json.dumps(line, ensure_ascii=False)


FORMATTERS = {"text": DiscreetFormatter, "json": JsonFormatter}


def configure(level: str, *secrets: str, form: str = "text") -> None:
    """Log to standard error from this level on, as `text` or `json`; of the libraries, only what they warn of.

    The secrets are hidden, also a token that stands without its number in front.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(FORMATTERS[form](*secrets, *(secret.partition(":")[2] for secret in secrets)))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger(_OURS).setLevel(level.upper())
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)


def _is_ours(record: logging.LogRecord) -> bool:
    return record.name.partition(".")[0] == _OURS


def _discreet(record: logging.LogRecord) -> logging.LogRecord:
    """A copy that holds its message as it may be told, and no argument.

    The text of an exception that another formatter has left in the record goes as well.
    """
    found = logging.makeLogRecord(record.__dict__)
    if not _is_ours(record):
        found.args = _told_arguments(record)
    try:
        found.msg = found.getMessage()
    except Exception:
        # A hidden argument may not fit its place; logging itself would complain with the argument in clear.
        found.msg = str(record.msg)
    found.args, found.exc_text = (), None
    return found


def _told_arguments(record: logging.LogRecord) -> tuple[object, ...] | dict[str, object] | None:
    """The numbers and the classes of the errors among its arguments; any other is hidden."""
    if isinstance(record.args, tuple):
        return tuple(map(_told_argument, record.args))
    return {name: _told_argument(value) for name, value in record.args.items()} if record.args else None


def _told_argument(value: object) -> object:
    if isinstance(value, BaseException):
        return _name(value)
    return value if isinstance(value, int | float) else HIDDEN


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _name(error: BaseException) -> str:
    return type(error).__qualname__


def _places(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__)[-_MOST_FRAMES:]
    return [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def _short(path: str) -> str:
    return "/".join(Path(path).parts[-2:])
