"""What is stored of people: told to them, deleted for them, taken along with their chat, and over in time."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from bot.dialogue import State
from bot.storage.store import Store
from bot.storage.tables import VOTE_LIFE, metadata
from bot.storage.values import ChatSettings, Exchange, Held, Place
from tests.storage.conftest import Clock, Tell

ALICE, BOB, GROUP, SUPERGROUP = 0x1A2B3C4D5E6F, 6, -100, -1_000_000_000_100
LEFT = State("ko", declines=1)
GIVEN = Exchange(State(), LEFT, (11, 12))


async def fill(store: Store, user: int, chat: int) -> None:
    """Let the person leave a trace wherever one can be left."""
    await store.keep_answer(Place(user, user), 10, GIVEN, ("v:visitors:2022",))
    await store.keep_answer(Place(chat, user, 3), user % 1_000, GIVEN)
    await store.vote(user, "v:visitors:2022", "v001", True)
    await store.claim_hint(user)
    await store.set_language(user, "en")


async def traces(store: Store, chat: int) -> tuple[object, ...]:
    """What is left of the chat."""
    exchange = await store.exchange(chat, 10), await store.exchange_of_answer(chat, 11)
    settings = await store.settings(chat)
    return await store.state(Place(chat, ALICE)), *exchange, settings, await store.claim_hint(chat)


NOTHING_LEFT = (State(), None, None, ChatSettings(), True)


def test_a_chat_that_chose_nothing_has_the_usual_settings(tell: Tell) -> None:
    """Its language is the question's own, and what it could not be told may be counted."""
    assert tell(lambda store: store.settings(GROUP)) == ChatSettings(language=None, keeps_unanswered=True)


def test_each_setting_is_chosen_by_itself(tell: Tell) -> None:
    """One leaves the other as it was; the language can be left open again."""

    async def story(store: Store) -> list[ChatSettings]:
        seen = []
        await store.set_keeps_unanswered(GROUP, False)
        await store.set_language(GROUP, "en")
        seen.append(await store.settings(GROUP))
        await store.set_language(GROUP, None)
        await store.set_keeps_unanswered(GROUP, True)
        return [*seen, await store.settings(GROUP), await store.settings(SUPERGROUP)]

    assert tell(story) == [ChatSettings("en", False), ChatSettings(), ChatSettings()]


def test_all_that_is_held_about_a_person_is_told(tell: Tell, clock: Clock) -> None:
    """Counts, settings and the time of the oldest of it; a stranger has nothing."""
    began = datetime.datetime.fromtimestamp(clock.now, datetime.UTC)

    async def story(store: Store) -> tuple[Held, Held]:
        await fill(store, ALICE, GROUP)
        clock.now += 60
        await fill(store, ALICE, GROUP)
        await store.vote(ALICE, "v:booths:2022", "v001", False)
        await fill(store, BOB, GROUP)
        return await store.held_about(ALICE), await store.held_about(7)

    held, nothing = tell(story)
    settings = ChatSettings("en")
    began += datetime.timedelta(seconds=60)
    assert held == Held(conversations=2, exchanges=2, votes=2, hints=1, settings=settings, oldest=held.oldest)
    assert held.oldest == began - datetime.timedelta(seconds=60)  # a hint is not given again, so it is the oldest
    assert nothing.is_nothing()
    assert not held.is_nothing()


def test_a_person_is_forgotten_everywhere(tell: Tell) -> None:
    """In the private chat, in groups, in votes; others are not."""

    async def story(store: Store) -> list[object]:
        await fill(store, ALICE, GROUP)
        await fill(store, BOB, GROUP)
        before = await store.held_about(BOB)
        await store.forget_user(ALICE)
        return [(await store.held_about(ALICE)), await traces(store, ALICE), before == await store.held_about(BOB)]

    assert tell(story) == [Held(), NOTHING_LEFT, True]


def test_no_table_keeps_a_row_of_a_forgotten_person(tell: Tell, url: str) -> None:
    """Whatever tables there are: none has the person's number in any column."""
    from sqlalchemy import create_engine

    async def story(store: Store) -> None:
        await fill(store, ALICE, GROUP)
        await store.forget_user(ALICE)

    tell(story)
    engine = create_engine(url)
    with engine.connect() as connection:
        rows = [tuple(row) for table in metadata.sorted_tables for row in connection.execute(table.select())]
    engine.dispose()
    assert not any(ALICE in row for row in rows)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_forgotten_person_is_gone_from_the_files(tell: Tell, file: Path) -> None:
    """The number stands in no byte of the database and its journal, while the store is still open."""
    number = ALICE.to_bytes(6, "big")

    def stands() -> bool:
        return any(number in path.read_bytes() for path in file.parent.iterdir())

    async def story(store: Store) -> tuple[bool, bool]:
        await fill(store, ALICE, GROUP)
        before = stands()
        await store.forget_user(ALICE)
        return before, stands()

    assert tell(story) == (True, False)


def test_a_chat_is_forgotten_whole(tell: Tell) -> None:
    """Its conversations, answers, settings and hint; another chat's stay."""

    async def story(store: Store) -> tuple[object, ...]:
        for chat in (GROUP, -101):
            await store.keep_answer(Place(chat, ALICE), 10, GIVEN)
            await store.set_language(chat, "en")
            await store.claim_hint(chat)
        await store.forget_chat(GROUP)
        return await traces(store, GROUP), await traces(store, -101)

    assert tell(story) == (NOTHING_LEFT, (LEFT, GIVEN, GIVEN, ChatSettings("en"), False))


def test_a_group_that_becomes_a_supergroup_goes_on_there(tell: Tell) -> None:
    """Conversations, settings and the hint are the new chat's; nothing is left of the old one, and again is idle."""

    async def story(store: Store) -> list[object]:
        await store.keep_state(Place(GROUP, ALICE), LEFT)
        await store.set_language(GROUP, "en")
        await store.claim_hint(GROUP)
        for _ in range(2):
            await store.move_chat(GROUP, SUPERGROUP)
        return [await traces(store, SUPERGROUP), await traces(store, GROUP)]

    assert tell(story) == [(LEFT, None, None, ChatSettings("en"), False), NOTHING_LEFT]


def test_what_the_supergroup_has_of_its_own_stays(tell: Tell) -> None:
    """Even when the old group is moved late, or twice."""

    async def story(store: Store) -> list[object]:
        await store.keep_state(Place(GROUP, ALICE), LEFT)
        await store.keep_state(Place(GROUP, BOB), LEFT)
        await store.set_language(GROUP, "en")
        await store.keep_state(Place(SUPERGROUP, ALICE), State("en"))
        await store.set_language(SUPERGROUP, "ko")
        await store.move_chat(GROUP, SUPERGROUP)
        states = [await store.state(Place(SUPERGROUP, user)) for user in (ALICE, BOB)]
        return [*states, await store.settings(SUPERGROUP), await store.settings(GROUP)]

    assert tell(story) == [State("en"), LEFT, ChatSettings("ko"), ChatSettings()]


def test_message_numbers_of_the_group_mean_nothing_in_the_supergroup(tell: Tell) -> None:
    """There they are other messages: an edit of one must not change the answer to another."""

    async def story(store: Store) -> list[object]:
        await store.keep_answer(Place(GROUP, ALICE), 10, GIVEN, ("v:visitors:2022",))
        await store.move_chat(GROUP, SUPERGROUP)
        found = [await store.exchange(chat, 10) for chat in (GROUP, SUPERGROUP)]
        return [*found, await store.answered(SUPERGROUP, None, ("v:visitors:2022",), 60)]

    assert tell(story) == [None, None, None]


def test_what_is_past_its_time_is_deleted(tell: Tell, clock: Clock) -> None:
    """All but settings; what is not past its time stays. The number of rows is told."""

    async def story(store: Store) -> list[object]:
        await fill(store, ALICE, GROUP)
        await store.claim_update(7)
        await store.note_unanswered("parking?", "en", "not-in-release")
        early = await store.purge()
        clock.now += VOTE_LIFE + 24 * 60 * 60
        late = await store.purge(), await store.purge()
        return [early, *late, await store.held_about(ALICE)]

    *rows, held = tell(story)
    assert rows == [0, 2 + 2 + 1 + 1 + 1 + 1, 0]
    assert held == Held(settings=ChatSettings("en"), oldest=held.oldest)


def test_a_purge_takes_nothing_that_is_still_read(tell: Tell, clock: Clock) -> None:
    """Conversations go after half an hour, answers stay."""

    async def story(store: Store) -> tuple[object, ...]:
        await store.keep_answer(Place(GROUP, ALICE), 10, GIVEN)
        clock.now += 31 * 60
        return await store.purge(), await store.exchange(GROUP, 10), await store.held_about(ALICE)

    rows, exchange, held = tell(story)
    assert (rows, exchange, held.conversations, held.exchanges) == (1, GIVEN, 0, 1)
