"""Logs hold no token and no words of anybody."""

from __future__ import annotations

import json
import logging
import sys
from typing import Any

import pytest

from bot.logs import FORMATTERS, HIDDEN, DiscreetFormatter, JsonFormatter, configure

TOKEN = "123456:AA-secret"


def written(message: str, *arguments: object, error: BaseException | None = None) -> str:
    """The line that a record becomes."""
    info = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord("bot", logging.ERROR, __file__, 1, message, arguments, info)
    return DiscreetFormatter(TOKEN, TOKEN.partition(":")[2]).format(record)


def line_of_json(message: str, *arguments: object, error: BaseException | None = None, name: str = "bot") -> Any:
    """What a reader of JSON gets from a record."""
    info = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord(name, logging.ERROR, __file__, 1, message, arguments, info)
    record.created = 1_662_516_000.25
    line = JsonFormatter(TOKEN, 'a"key').format(record)
    assert "\n" not in line
    return json.loads(line)


def fail(words: str) -> None:
    """Fail with somebody's words in the exception."""
    try:
        raise KeyError(words)
    except KeyError as error:
        raise ValueError(f"cannot read {words}") from error


def test_the_token_is_hidden_wherever_it_comes_from() -> None:
    """In the message, in its arguments, and without the bot's number."""
    line = written(f"POST https://api.telegram.org/bot{TOKEN}/getMe %s", "AA-secret")

    assert f"bot{HIDDEN}/getMe {HIDDEN}" in line
    assert "secret" not in line


def test_an_exception_is_told_by_class_and_place() -> None:
    """With the one that led to it, and without what either says."""
    with pytest.raises(ValueError, match="cannot read") as failed:
        fail("비밀")
    line = written("failed", error=failed.value)

    assert "ValueError at" in line
    assert "KeyError at tests/test_logs.py" in line
    assert " fail" in line
    assert "비밀" not in line


def test_an_exception_that_was_never_raised_has_no_place() -> None:
    """It is told all the same."""
    assert "ValueError at no place" in written("failed", error=ValueError("비밀"))


@pytest.mark.parametrize("arguments", [("비밀", 3, ValueError("비밀")), ({"words": "비밀"},)])
def test_what_a_library_was_given_is_hidden(arguments: tuple[object, ...]) -> None:
    """It writes a message that it cannot read as it came; numbers and the classes of errors may be told."""
    message = "%s %d %s" if len(arguments) > 1 else "%(words)s"
    line = DiscreetFormatter().format(logging.LogRecord("telegram.ext", 50, __file__, 1, message, arguments, None))

    assert "비밀" not in line
    assert line.endswith(f"{HIDDEN} 3 ValueError" if len(arguments) > 1 else HIDDEN)


def test_a_record_is_a_line_of_json() -> None:
    """With its time in UTC; lines in a message do not make lines in the log."""
    assert line_of_json("%d answered\n관람객", 3) == {
        "time": "2022-09-07T02:00:00.250+00:00",
        "level": "error",
        "logger": "bot",
        "message": "3 answered\n관람객",
    }


def test_json_tells_errors_by_class_and_place() -> None:
    """One after the other, without what they say."""
    with pytest.raises(ValueError, match="cannot read") as failed:
        fail("비밀")
    told = line_of_json("failed", error=failed.value)

    assert [error["class"] for error in told["errors"]] == ["ValueError", "KeyError"]
    assert told["errors"][1]["places"][-1].startswith("tests/test_logs.py:")
    assert "비밀" not in json.dumps(told, ensure_ascii=False)


def test_json_hides_secrets_and_what_a_library_was_given() -> None:
    """Also a secret that JSON would write in another way."""
    assert line_of_json("%s %s", TOKEN, 'a"key')["message"] == f"{HIDDEN} {HIDDEN}"
    assert line_of_json("%s %d", "비밀", 3, name="telegram.ext")["message"] == f"{HIDDEN} 3"


@pytest.mark.parametrize("form", FORMATTERS)
def test_a_library_that_logs_wrongly_gives_nothing_away(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Python would write the arguments of such a record to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(FORMATTERS[form]())
    handler.handle(logging.LogRecord("telegram.ext", 50, __file__, 1, "%d of %s", ("비밀", "비밀"), None))
    told = capsys.readouterr().err

    assert "%d of %s" in told
    assert "비밀" not in told
    assert "Traceback" not in told


@pytest.mark.parametrize("form", FORMATTERS)
def test_what_another_formatter_left_in_a_record_is_not_told(form: str) -> None:
    """It leaves the whole text of the exception there."""
    with pytest.raises(ValueError, match="cannot read") as failed:
        fail("비밀")
    info = (ValueError, failed.value, failed.value.__traceback__)
    record = logging.LogRecord("bot", 50, __file__, 1, "failed", (), info)
    assert "비밀" in logging.Formatter().format(record)

    assert "비밀" not in FORMATTERS[form]().format(record)


def test_libraries_are_heard_only_when_they_warn(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """httpx writes addresses, python-telegram-bot whole messages, when they are let."""
    root = logging.getLogger()
    before = root.handlers[:], root.level
    try:
        monkeypatch.setattr(root, "handlers", [])
        configure("debug", TOKEN)
        logging.getLogger("httpx").info("HTTP Request: %s", TOKEN)
        logging.getLogger("telegram.ext.Application").debug("Processing update 비밀")
        logging.getLogger("bot.run").debug("heard")
        print("end", file=sys.stderr)
    finally:
        root.handlers[:], root.level = before
        logging.getLogger("bot").setLevel(logging.NOTSET)
    told = capsys.readouterr().err

    assert told.splitlines()[0].endswith("DEBUG bot.run: heard")
    assert told.splitlines()[1:] == ["end"]


def test_a_message_is_one_line() -> None:
    """What Telegram or the system said within it cannot pass for another record."""
    line = written("Telegram says: %s", "no\r\n2026-01-01 00:00:00,000 ERROR bot: forged\u2028\x1b[2K")

    assert len(line.splitlines()) == 1
    assert "\x1b" not in line
