"""What is counted, under which names, and that no name is ever what somebody wrote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prometheus_client.parser import text_string_to_metric_families
from telegram import Update

from bot.metrics import KINDS, MOST_NAMES, OTHER, Failure, Metrics


def samples(metrics: Metrics) -> dict[tuple[str, tuple[str, ...]], float]:
    """Every sample as Prometheus reads it, by its name and its labels' values in the order of the labels' names."""
    families = text_string_to_metric_families(metrics.text().decode())
    return {
        (one.name, tuple(value for _, value in sorted(one.labels.items()))): one.value
        for family in families
        for one in family.samples
    }


def labels(metrics: Metrics) -> set[str]:
    """The values of all labels, apart from the bounds of histograms."""
    families = text_string_to_metric_families(metrics.text().decode())
    found = (one.labels.items() for family in families for one in family.samples)
    return {value for items in found for name, value in items if name != "le"}


@pytest.fixture
def metrics() -> Metrics:
    """Metrics of a process that started at second 1000."""
    return Metrics(lambda: 1000.0)


def test_every_event_is_counted_under_its_name(metrics: Metrics) -> None:
    """With the labels that are promised."""
    metrics.answered("private", "answer", None, 0.02)
    metrics.answered("private", "answer", None, 0.03)
    metrics.answered("group", "decline", "not-in-release", 0.01)
    metrics.sent("sendMessage", 0.2, None)
    metrics.sent("sendMessage", 0.1, "429")
    metrics.received("callback_query")
    metrics.skipped("duplicate")
    metrics.failed("private", "ValueError")
    metrics.knows("wsce-2022", "abcd")
    metrics.watch_waiting(lambda: 7)
    found = samples(metrics)

    assert found["bodobot_answers_total", ("answer", "private")] == 2
    assert found["bodobot_answers_total", ("decline", "group")] == 1
    assert found["bodobot_declines_total", ("not-in-release",)] == 1
    assert found["bodobot_answer_seconds_count", ()] == 3
    assert found["bodobot_answer_seconds_sum", ()] == pytest.approx(0.06)
    assert found["bodobot_sends_total", ("sendMessage", "ok")] == 1
    assert found["bodobot_sends_total", ("sendMessage", "429")] == 1
    assert found["bodobot_send_seconds_count", ()] == 2
    assert found["bodobot_updates_total", ("callback_query",)] == 1
    assert found["bodobot_updates_skipped_total", ("duplicate",)] == 1
    assert found["bodobot_errors_total", ("ValueError",)] == 1
    assert found["bodobot_knowledge_info", ("wsce-2022", "abcd")] == 1
    assert found["bodobot_updates_waiting", ()] == 7
    assert found["bodobot_started_timestamp_seconds", ()] == 1000


def test_new_knowledge_takes_the_place_of_the_old(metrics: Metrics) -> None:
    """There is one release in service."""
    metrics.knows("wsce-2022", "old1")
    metrics.knows("wsce-2022", "new1")

    assert [key for key in samples(metrics) if key[0] == "bodobot_knowledge_info"] == [
        ("bodobot_knowledge_info", ("wsce-2022", "new1"))
    ]


def test_status_tells_what_a_maintainer_asks_first() -> None:
    """Since when, answers by outcome, what waits, the last error with its time."""
    now = [1000.0]
    metrics = Metrics(lambda: now[0])
    assert metrics.status().last_failure is None
    metrics.answered("private", "clarify", None, 0.1)
    metrics.failed("polling", "Conflict")
    now[0] = 1500.0
    metrics.failed("private", "ValueError")
    metrics.knows("wsce-2022", "abcd")
    status = metrics.status()

    assert (status.since, status.release, status.version, status.errors) == (1000.0, "wsce-2022", "abcd", 2)
    assert status.answers == {"answer": 0, "clarify": 1, "decline": 0, "failed": 0}
    assert status.last_failure == Failure("private", "ValueError", 1500.0)


@given(st.text() | st.integers().map(str))
def test_a_text_never_becomes_a_label(text: str) -> None:
    """Whatever is handed in by mistake, what is not a word of ours counts as other."""
    metrics = Metrics()
    metrics.answered(f"{text} ", f"{text} ", f"{text} ", 0.1)
    metrics.sent(f"{text} ", 0.1, f"{text} ")
    metrics.received(f"{text} ")
    metrics.skipped(f"{text} ")
    metrics.failed(f"{text} ", f"{text} ")

    assert labels(metrics) == {OTHER}


def test_names_are_few(metrics: Metrics) -> None:
    """However many different ones come, the series are bounded."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = [one + two for one in letters for two in letters]
    for name in names:
        metrics.sent(name, 0.1, None)
        metrics.failed("private", name)
        metrics.answered("private", "decline", name, 0.1)
    found = [key for key in samples(metrics) if key[0] == "bodobot_sends_total"]

    assert len(found) == MOST_NAMES + 1
    assert samples(metrics)["bodobot_errors_total", (OTHER,)] == len(names) - MOST_NAMES


def test_every_kind_of_update_is_known() -> None:
    """The list is that of python-telegram-bot, which this module does not import."""
    assert set(KINDS) == set(Update.ALL_TYPES)
