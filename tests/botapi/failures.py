"""Failures on purpose: what a call gets instead of its proper answer."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus

from tests.botapi import errors
from tests.botapi.calls import Call
from tests.botapi.errors import ApiError


class Line(Enum):
    """What happens to the connection of a failing call."""

    ANSWERED = "answered"
    DROPPED = "dropped before the work is done"
    LOST = "dropped after the work is done"
    HELD = "held open without an answer"


@dataclass(frozen=True)
class Failure:
    """An answer that stands in for the proper one, or the absence of any answer."""

    status: int = 0
    body: bytes = b""
    content_type: str = "application/json"
    line: Line = Line.ANSWERED


def _refusal(error: ApiError) -> Failure:
    return Failure(error.code, json.dumps(error.json()).encode())


def retry_after(seconds: int) -> Failure:
    """Refuse with 429 and the number of seconds to wait."""
    reason = f"Too Many Requests: retry after {seconds}"
    return _refusal(ApiError(429, reason, {"retry_after": seconds}))


def bad_request(reason: str) -> Failure:
    """Refuse with 400 and the reason given."""
    return _refusal(ApiError(400, f"Bad Request: {reason}"))


def forbidden(reason: str = "bot was blocked by the user") -> Failure:
    """Refuse with 403 and the reason given."""
    return _refusal(ApiError(403, f"Forbidden: {reason}"))


def unauthorized() -> Failure:
    """Refuse with 401, as when the token was revoked."""
    return _refusal(errors.unauthorized())


def conflict() -> Failure:
    """Refuse with 409, as when another instance of the bot asks for updates."""
    reason = "terminated by other getUpdates request; make sure that only one bot instance is running"
    return _refusal(ApiError(409, f"Conflict: {reason}"))


def migrate_to(chat_id: int) -> Failure:
    """Refuse with 400 and the identifier of the supergroup that the group became."""
    reason = "Bad Request: group chat was upgraded to a supergroup chat"
    return _refusal(ApiError(400, reason, {"migrate_to_chat_id": chat_id}))


def server_error(status: int = 502) -> Failure:
    """Answer with an HTML page, as the front of Telegram's servers does when they are ill."""
    page = f"<html><head><title>{status} {HTTPStatus(status).phrase}</title></head></html>"
    return Failure(status, page.encode(), "text/html")


def drop_connection() -> Failure:
    """Close the socket without an answer and without doing the work."""
    return Failure(line=Line.DROPPED)


def lose_answer() -> Failure:
    """Do the work, then close the socket without an answer."""
    return Failure(line=Line.LOST)


def hang() -> Failure:
    """Hold the connection open without an answer until the caller gives up."""
    return Failure(line=Line.HELD)


@dataclass
class _Plan:
    method: str
    failure: Failure
    left: int
    when: Callable[[Call], bool] | None


class FailurePlans:
    """The failures still to come, used up in the order they were asked for."""

    def __init__(self) -> None:
        self._plans: list[_Plan] = []

    def add(self, method: str, failure: Failure, times: int, when: Callable[[Call], bool] | None) -> None:
        """Let the next calls of the method fail, or only those for which `when` holds."""
        self._plans.append(_Plan(method.lower(), failure, times, when))

    def take(self, call: Call) -> Failure | None:
        """Return the failure meant for this call and use it up."""
        for plan in self._plans:
            if plan.method == call.method.lower() and (plan.when is None or plan.when(call)):
                plan.left -= 1
                if not plan.left:
                    self._plans.remove(plan)
                return plan.failure
        return None
