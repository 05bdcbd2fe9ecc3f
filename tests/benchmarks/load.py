"""How much Bodobot answers in a while, against a bot that only echoes: `python -m tests.benchmarks.load`.

1,000 private questions of 200 people are put to the double as fast as it takes them; then one more person has Bodobot
draw ten charts. Each bot is a fresh process, and they take turns, so that what disturbs the machine disturbs all alike.
The double runs in this process.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from statistics import median

from tests import crowd
from tests.botapi import BotApi
from tests.crowd import Outcome
from tests.end_to_end.conftest import webhook_settings
from tests.end_to_end.process import Process

PEOPLE, QUESTIONS, CHARTS, ROUNDS = 200, 5, 10, 3

#: Seconds without a message after which no more are waited for, and between two looks.
SILENCE, LOOK = 5.0, 0.02

#: As fast as may be set.
FAST = {"sends_per_second": "1000", "log_level": "warning"}


@dataclass(frozen=True, slots=True)
class Run:
    """What a process did under load: the seconds from the first question to the last answer, those of them that it kept
    a core busy, what came of the questions, and the most megabytes it held, then and once it had drawn charts."""

    seconds: float
    work: float
    outcome: Outcome
    memory: float
    memory_with_charts: float | None


def echoing(api: BotApi) -> Process:
    """The bot that echoes."""
    return Process(("tests.benchmarks.echo", api.base_url, api.token))


def polling(api: BotApi) -> Process:
    """Bodobot as it runs by default."""
    return Process(api_url=api.url, telegram_token=api.token, **FAST)


def webhook(api: BotApi) -> Process:
    """Bodobot behind a webhook."""
    return Process(api_url=api.url, telegram_token=api.token, **FAST, **webhook_settings())


BOTS: dict[str, Callable[[BotApi], Process]] = {
    "echo, polling": echoing,
    "Bodobot, polling": polling,
    "Bodobot, webhook": webhook,
}


def run(start: Callable[[BotApi], Process], people: int = PEOPLE, questions: int = QUESTIONS) -> Run:
    """A fresh process on a fresh double, asked by all people at once after one of them has asked before."""
    with BotApi() as api:
        parts = crowd.parts(api, people, questions)
        first, *_ = crowd.parts(api, 1, questions)
        if start is echoing:
            parts = crowd.echoed(parts)
        with start(api) as process:
            api.wait_for_bot(timeout=20)
            crowd.ask([first])
            _wait_until_silent(api, questions)
            begun, worked = time.monotonic(), process.work
            crowd.ask(parts)
            ended = _wait_until_silent(api, (people + 1) * questions)
            work, outcome, memory = process.work - worked, crowd.outcome(api, parts), process.peak_memory
            if start is echoing:
                return Run(ended - begun, work, outcome, memory, None)
            _draw(api)
            return Run(ended - begun, work, outcome, memory, process.peak_memory)


def _draw(api: BotApi) -> None:
    person = api.user("Painter", language="ko")
    for wish in crowd.wishes(CHARTS):
        picture = person.say(wish)
        assert person.chat.wait_for_reply(timeout=60, after=picture).media


def _wait_until_silent(api: BotApi, messages: int) -> float:
    """When the last message came; so many are expected, and none after a silence."""
    seen, last = 0, time.monotonic()
    while time.monotonic() < last + SILENCE:
        time.sleep(LOOK)
        now = len(api.calls)
        if now > seen:
            seen, last = now, time.monotonic()
            if seen > messages and crowd.answered(api) >= messages:
                break
    return last


def table(runs: dict[str, Sequence[Run]]) -> str:
    """The medians of the runs, each bot's throughput also against that of the first; counts are of all runs."""
    base, *_ = runs.values()
    lines = [
        "| bot | questions a second | of echo % | a core busy, ms a question "
        "| lost | answered twice | people out of order | peak memory MB | after ten charts MB |",
        "|" + "--|" * 9,
        *(_row(name, done, base) for name, done in runs.items()),
    ]
    return "\n".join(lines)


def _row(name: str, done: Sequence[Run], base: Sequence[Run]) -> str:
    asked = PEOPLE * QUESTIONS
    speed = asked / median(run.seconds for run in done)
    share = 100 * median(first.seconds / run.seconds for first, run in zip(base, done, strict=True))
    work = 1000 * median(run.work for run in done) / asked
    counts = (sum(column) for column in zip(*(astuple(run.outcome) for run in done), strict=True))
    memory = max(run.memory for run in done)
    drawn = max((run.memory_with_charts for run in done if run.memory_with_charts), default=None)
    cells = (f"{speed:,.0f}", f"{share:.0f}", f"{work:.1f}", *map(str, counts), f"{memory:.0f}")
    return f"| {name} | {' | '.join(cells)} | {f'{drawn:.0f}' if drawn else ''} |"


def main() -> None:
    """Prints the table."""
    runs: dict[str, list[Run]] = {name: [] for name in BOTS}
    for _ in range(ROUNDS):
        for name, start in BOTS.items():
            runs[name].append(run(start))
    print(table(runs))


if __name__ == "__main__":
    main()
