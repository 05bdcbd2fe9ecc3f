"""Updates of one person in one chat take turns; nobody else waits for them."""

from __future__ import annotations

import asyncio

import pytest
from telegram import Chat, Message, Update, User

from bot.handlers.order import OneByOne


@pytest.fixture(autouse=True)
def bot() -> None:
    """No bot is needed here."""


def update(number: int, user: int, chat: int = 1) -> Update:
    """A message of somebody in a chat."""
    sender = User(user, "Person", is_bot=False)
    message = Message(number, date=None, chat=Chat(chat, "group"), from_user=sender)  # type: ignore[arg-type]
    return Update(number, message=message)


def test_a_person_waits_only_for_their_own_earlier_update() -> None:
    """Alice's second waits for her first; Bob's, and hers in another chat, do not."""

    async def worked() -> list[str]:
        order, done, go_on = OneByOne(), list[str](), asyncio.Event()

        async def work(name: str, after: asyncio.Event | None = None) -> None:
            if after:
                await after.wait()
            done.append(name)

        async with asyncio.TaskGroup() as group:
            for one, job in (
                (update(1, user=5), work("Alice first", go_on)),
                (update(2, user=5), work("Alice second")),
                (update(3, user=6), work("Bob")),
                (update(4, user=5, chat=2), work("Alice elsewhere")),
            ):
                group.create_task(order.process_update(one, job))
            while len(done) < 2:
                await asyncio.sleep(0)
            go_on.set()
        return done

    assert asyncio.run(worked()) == ["Bob", "Alice elsewhere", "Alice first", "Alice second"]


def test_what_is_no_update_of_telegrams_is_worked_on_too() -> None:
    """It has nobody to wait for."""

    async def worked() -> list[str]:
        done: list[str] = []

        async def work() -> None:
            done.append("done")

        await OneByOne().process_update(object(), work())
        return done

    assert asyncio.run(worked()) == ["done"]
