"""What happened, counted for Prometheus and for whoever looks after the bot; nothing of anybody's words or numbers.

Every label takes its values from a closed set, or from names in our own code, of which there are few. Anything else
counts as `other`, so that no series is ever named after what a person wrote.
"""

from __future__ import annotations

import re
import time
from collections import Counter as Tally
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, ProcessCollector, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

#: The type of what `Metrics.text` returns.
CONTENT_TYPE = CONTENT_TYPE_PLAIN_0_0_4

OTHER = "other"

#: Where people meet the bot.
SURFACES = ("private", "group", "inline", "guest", "button", "edited", "channel", "announcement")

#: What came of a question; `failed` when an error stood in the way.
OUTCOMES = ("answer", "clarify", "decline", "failed")

#: Why an update was not answered.
WHY_SKIPPED = ("duplicate", "flood", "bot", "not-allowed")

#: What came of a call to Telegram.
RESULTS = ("ok", "429", "4xx", "5xx", "network")

#: All kinds of update that Telegram has.
KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "guest_message",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "managed_bot",
)

#: How many names of methods, errors or reasons are told apart.
MOST_NAMES = 64

_NAME = re.compile(r"[A-Za-z][A-Za-z_.-]{0,63}", re.ASCII)

_ANSWER_SECONDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
_SEND_SECONDS = (0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20)


@dataclass(frozen=True)
class Failure:
    """An error as it may be told: where it was met, its class, and when, in seconds since 1970."""

    where: str
    error: str
    at: float


@dataclass(frozen=True)
class Status:
    """What a maintainer asks first; times are in seconds since 1970."""

    since: float
    release: str
    version: str
    answers: Mapping[str, int]
    waiting: int
    errors: int
    last_failure: Failure | None


class Metrics:
    """Told what happens, it counts; `clock` gives the seconds since 1970."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._since = clock()
        self._outcomes: Tally[str] = Tally()
        self._errors = 0
        self._last_failure: Failure | None = None
        self._release = self._version = ""
        self._waiting: Callable[[], int] = lambda: 0
        self._method_names, self._error_names, self._reason_names = _Names(), _Names(), _Names()
        self._registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        self._answers = Counter("bodobot_answers", "Answers given.", ("surface", "outcome"), registry=registry)
        self._reasons = Counter("bodobot_declines", "Questions declined, by reason.", ("reason",), registry=registry)
        self._answer_seconds = Histogram(
            "bodobot_answer_seconds", "From a question to its answer.", buckets=_ANSWER_SECONDS, registry=registry
        )
        self._sends = Counter("bodobot_sends", "Calls to Telegram.", ("method", "result"), registry=registry)
        self._send_seconds = Histogram(
            "bodobot_send_seconds", "From a call to Telegram to its answer.", buckets=_SEND_SECONDS, registry=registry
        )
        self._updates = Counter("bodobot_updates", "Updates received.", ("kind",), registry=registry)
        self._skipped = Counter("bodobot_updates_skipped", "Updates not answered.", ("why",), registry=registry)
        self._failures = Counter("bodobot_errors", "Errors, by class.", ("error",), registry=registry)
        self._knowledge = Info("bodobot_knowledge", "The release in service.", registry=registry)
        waiting = Gauge("bodobot_updates_waiting", "Updates received and not finished.", registry=registry)
        waiting.set_function(lambda: self._waiting())
        started = Gauge("bodobot_started_timestamp_seconds", "When the process started.", registry=registry)
        started.set(self._since)

    def answered(self, surface: str, outcome: str, reason: str | None, seconds: float) -> None:
        """Count a question that was dealt with: where, with what outcome, why it was declined, and how fast."""
        outcome = _of(OUTCOMES, outcome)
        self._outcomes[outcome] += 1
        self._answers.labels(_of(SURFACES, surface), outcome).inc()
        self._answer_seconds.observe(seconds)
        if reason is not None:
            self._reasons.labels(self._reason_names.name(reason)).inc()

    def sent(self, method: str, seconds: float, error: str | None) -> None:
        """Count a call to Telegram; its error is `429`, `4xx`, `5xx` or `network`, None when all went well."""
        result = "ok" if error is None else _of(RESULTS, error)
        self._sends.labels(self._method_names.name(method), result).inc()
        self._send_seconds.observe(seconds)

    def received(self, kind: str) -> None:
        """Count an update that came."""
        self._updates.labels(_of(KINDS, kind)).inc()

    def skipped(self, why: str) -> None:
        """Count an update that was not answered on purpose."""
        self._skipped.labels(_of(WHY_SKIPPED, why)).inc()

    def failed(self, where: str, error: str) -> None:
        """Count an error by the name of its class, and remember it as the last one."""
        name = self._error_names.name(error)
        self._errors += 1
        self._last_failure = Failure(where, name, self._clock())
        self._failures.labels(name).inc()

    def knows(self, release: str, version: str) -> None:
        """Say which knowledge is in service, in the place of what was said before."""
        self._release, self._version = release, version
        self._knowledge.info({"release": release, "version": version})

    def watch_waiting(self, waiting: Callable[[], int]) -> None:
        """Ask this from now on how many updates wait."""
        self._waiting = waiting

    def status(self) -> Status:
        """How things are."""
        answers = MappingProxyType({outcome: self._outcomes[outcome] for outcome in OUTCOMES})
        return Status(
            self._since, self._release, self._version, answers, self._waiting(), self._errors, self._last_failure
        )

    def text(self) -> bytes:
        """All of it in the text format of Prometheus."""
        return generate_latest(self._registry)


class _Names:
    """Names that our own code gives, the first of them only, so that there are never many."""

    def __init__(self) -> None:
        self._known: set[str] = set()

    def name(self, text: str) -> str:
        """The text when it is a name, else `other`."""
        if text not in self._known:
            if len(self._known) >= MOST_NAMES or not _NAME.fullmatch(text):
                return OTHER
            self._known.add(text)
        return text


def _of(known: Collection[str], text: str) -> str:
    return text if text in known else OTHER
