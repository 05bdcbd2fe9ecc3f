"""What may be done once: an update worked on, a hint given; whichever process, whatever happens at the same time."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

from bot.settings import database_url
from bot.storage.store import Store
from bot.storage.tables import HINT_PAUSE, UPDATE_LIFE
from tests.storage.conftest import Clock, Tell

ROOT = Path(__file__).parents[2]

CLAIM_THEM_ALL = """
import asyncio, sys
from bot.storage.store import Store

async def claim():
    store = await Store.open(sys.argv[1])
    print(*[number for number in range(300) if await store.claim_update(number)])
    await store.close()

asyncio.run(claim())
"""


def test_an_update_is_taken_once(tell: Tell) -> None:
    """Of two hundred who claim it at the same time, one gets it."""

    async def story(store: Store) -> list[bool]:
        return await asyncio.gather(*(store.claim_update(7) for _ in range(200)))

    assert tell(story).count(True) == 1


def test_an_update_stays_taken_after_a_restart(tell: Tell) -> None:
    """Another one is free."""
    assert tell(lambda store: store.claim_update(7))
    assert not tell(lambda store: store.claim_update(7))
    assert tell(lambda store: store.claim_update(8))


def test_after_two_days_a_number_may_come_again(tell: Tell, clock: Clock) -> None:
    """Telegram begins anew when it had nothing to send for long; each number is then taken again."""

    async def story(store: Store) -> list[bool]:
        claimed = [await store.claim_update(7)]
        for seconds in (UPDATE_LIFE, 1, 1):
            clock.now += seconds
            claimed.append(await store.claim_update(7))
        return claimed

    assert tell(story) == [True, False, True, False]


def test_a_hint_is_given_once_a_day(tell: Tell, clock: Clock) -> None:
    """In each chat."""

    async def story(store: Store) -> list[bool]:
        claimed = [await store.claim_hint(1), await store.claim_hint(1), await store.claim_hint(2)]
        clock.now += HINT_PAUSE + 1
        return [*claimed, await store.claim_hint(1), await store.claim_hint(1)]

    assert tell(story) == [True, False, True, True, False]


def test_two_processes_share_one_new_file(file: Path) -> None:
    """Both make the tables and claim at the same time; each update goes to one of them."""
    command = [sys.executable, "-W", "error", "-c", CLAIM_THEM_ALL, database_url(file)]
    processes = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)
    ]
    printed = [process.communicate(timeout=60) for process in processes]

    assert [process.returncode for process in processes] == [0, 0], printed
    taken = [int(number) for output, _ in printed for number in output.split()]
    assert sorted(taken) == list(range(300))
