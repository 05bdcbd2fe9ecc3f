"""Many conversations at once: one JSON line in, one reply line out, for judges, comparisons and scripts."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NoReturn

from bot.answer.model import Answer
from bot.dialogue import State, respond
from bot.knowledge.model import Language
from bot.render.record import record
from bot.terminal.streams import readable
from bot.understand.catalogue.catalogue import Catalogue

Identifier = str | int | None
Reply = dict[str, object]
#: Turns of one conversation → the reply to the last.
Answering = Callable[[Sequence[str]], Answer]

_logger = logging.getLogger(__name__)


class _BadLineError(ValueError):
    """What is wrong with a line and what it should be."""


def last_answer(turns: Sequence[str], catalogue: Catalogue, language: Language | None) -> Answer:
    """The reply to the last of the turns of one conversation; there is at least one."""
    state = State()
    for turn in turns[:-1]:
        _, state = respond(readable(turn), state, catalogue, language)
    return respond(readable(turns[-1]), state, catalogue, language)[0]


def replies(lines: Iterable[bytes], answer: Answering, explain: bool = False) -> Iterator[Reply]:
    """A reply for each line that is not empty, in order: the contract's record, or `{"id", "error"}`."""
    for line in lines:
        if line.strip():
            yield _reply(line, answer, explain)


def _reply(line: bytes, answer: Answering, explain: bool) -> Reply:
    identifier: Identifier = None
    try:
        request = _request(line)
        identifier = _identifier(request)
        found = answer(_turns(request))
    except _BadLineError as error:
        return {"id": identifier, "error": str(error)}
    except Exception as error:  # one conversation that breaks must not take the others with it
        _logger.exception("No reply to %r", identifier)
        return {"id": identifier, "error": f"internal error: {type(error).__name__}"}
    return {"id": identifier, **record(found, explain=explain)}


def _request(line: bytes) -> dict[str, object]:
    try:
        request = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise _BadLineError(f"not a line of JSON in UTF-8: {error}") from error
    if not isinstance(request, dict):
        raise _BadLineError('not a JSON object: expected {"id": …, "turns": [...]}')
    return request


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _identifier(request: dict[str, object]) -> Identifier:
    identifier = request.get("id")
    if identifier is None or (isinstance(identifier, str | int) and not isinstance(identifier, bool)):
        return identifier
    raise _BadLineError('"id" must be a string or a whole number')


def _turns(request: dict[str, object]) -> list[str]:
    turns = request.get("turns")
    if not isinstance(turns, list) or not turns:
        raise _BadLineError('"turns" must be a list of at least one message')
    if not all(isinstance(turn, str) for turn in turns):
        raise _BadLineError('"turns" must hold nothing but strings')
    return turns
