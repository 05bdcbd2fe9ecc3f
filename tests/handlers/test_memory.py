"""What is remembered is bounded in number and in time."""

from __future__ import annotations

import asyncio

import pytest

from bot.dialogue import State
from bot.handlers.memory import Exchange, Place, Shelf, ShortMemory
from tests.handlers.conftest import Clock


@pytest.fixture(autouse=True)
def bot() -> None:
    """No bot is needed here."""


def test_a_value_is_held_for_its_time(clock: Clock) -> None:
    """And is gone after it."""
    shelf: Shelf[str, int] = Shelf(10, 60, clock)
    shelf.put("a", 1)
    clock.now = 60
    assert shelf.get("a") == 1
    clock.now = 61
    assert shelf.get("a") is None
    assert len(shelf) == 0


def test_putting_again_begins_the_time_anew(clock: Clock) -> None:
    """The last word counts."""
    shelf: Shelf[str, int] = Shelf(10, 60, clock)
    shelf.put("a", 1)
    clock.now = 50
    shelf.put("a", 2)
    clock.now = 100

    assert shelf.get("a") == 2


def test_the_oldest_makes_room(clock: Clock) -> None:
    """No more than the bound is ever held."""
    shelf: Shelf[int, int] = Shelf(3, 60, clock)
    for number in range(10):
        shelf.put(number, number)

    assert [shelf.get(number) for number in range(10)] == [None] * 7 + [7, 8, 9]
    assert len(shelf) == 3


def test_what_is_past_its_time_is_not_kept_until_asked_for(clock: Clock) -> None:
    """A new value clears out the expired ones."""
    shelf: Shelf[int, int] = Shelf(100, 60, clock)
    for number in range(5):
        shelf.put(number, number)
    clock.now = 61
    shelf.put(9, 9)

    assert len(shelf) == 1


def test_a_chat_is_forgotten_whole(clock: Clock) -> None:
    """Its conversations, answers and hint; another chat's stay."""

    async def left(memory: ShortMemory, chat: int) -> tuple[object, ...]:
        place = Place(chat, 5)
        return await memory.state(place), await memory.exchange(chat, 7), await memory.claim_hint(chat)

    async def told() -> list[tuple[object, ...]]:
        memory = ShortMemory(clock)
        for chat in (1, 2):
            await memory.keep_state(Place(chat, 5), State(declines=1))
            await memory.keep_exchange(chat, 7, Exchange(State(), State(), (8,)))
            await memory.claim_hint(chat)
        await memory.forget_chat(1)
        return [await left(memory, chat) for chat in (1, 2)]

    forgotten, kept = asyncio.run(told())
    assert forgotten == (State(), None, True)
    assert kept == (State(declines=1), Exchange(State(), State(), (8,)), False)
