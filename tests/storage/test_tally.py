"""Votes about facts, and wordings that got no answer."""

from __future__ import annotations

import datetime

import pytest

from bot.storage import tally
from bot.storage.store import Store
from bot.storage.tables import UNANSWERED_DAYS, VOTE_LIFE
from bot.storage.values import Unanswered, Votes
from tests.storage.conftest import Clock, Tell

DAY = 24 * 60 * 60
FIRST_DAY = datetime.date(2023, 11, 14)


def test_votes_are_counted_by_fact_and_version(tell: Tell) -> None:
    """Each person's last word counts, once."""

    async def story(store: Store) -> tuple[Votes, ...]:
        for user, fact, version, is_right in (
            (1, "v:visitors:2022", "v001", True),
            (2, "v:visitors:2022", "v001", True),
            (2, "v:visitors:2022", "v001", False),
            (2, "v:visitors:2022", "v002", True),
            (3, "v:booths:2022", "v001", True),
            (3, "v:booths:2022", "v001", True),
        ):
            await store.vote(user, fact, version, is_right)
        return await store.votes()

    assert tell(story) == (
        Votes("v:booths:2022", "v001", 1, 0),
        Votes("v:visitors:2022", "v001", 1, 1),
        Votes("v:visitors:2022", "v002", 1, 0),
    )


def test_votes_count_for_half_a_year(tell: Tell, clock: Clock) -> None:
    """And then no more."""

    async def story(store: Store) -> list[int]:
        await store.vote(1, "v:visitors:2022", "v001", True)
        counted = []
        for seconds in (VOTE_LIFE, 1):
            clock.now += seconds
            counted.append(len(await store.votes()))
        return counted

    assert tell(story) == [1, 0]


def test_wordings_are_counted_with_their_first_and_last_day(tell: Tell, clock: Clock) -> None:
    """One spelling for all; by language and reason; the most frequent first."""

    async def story(store: Store) -> tuple[Unanswered, ...]:
        await store.note_unanswered("parking?", "en", "not-in-release")
        await store.note_unanswered("주차장은?", "ko", "not-in-release")
        clock.now += 2 * DAY
        await store.note_unanswered("  주차장은?  ", "ko", "not-in-release")
        await store.note_unanswered("주차장은?", "ko", "off-topic")
        return await store.unanswered()

    last_day = FIRST_DAY + datetime.timedelta(days=2)
    assert tell(story) == (
        Unanswered("주차장은?", "ko", "not-in-release", 2, FIRST_DAY, last_day),
        Unanswered("주차장은?", "ko", "off-topic", 1, last_day, last_day),
        Unanswered("parking?", "en", "not-in-release", 1, FIRST_DAY, FIRST_DAY),
    )


def test_as_many_wordings_as_wanted_are_told(tell: Tell) -> None:
    """The most frequent."""

    async def story(store: Store) -> list[str]:
        for text in ("a?", "b?", "b?", "c?", "c?", "c?"):
            await store.note_unanswered(text, "en", "off-topic")
        return [wording.text for wording in await store.unanswered(most=2)]

    assert tell(story) == ["c?", "b?"]


def test_a_wording_of_nothing_is_not_counted(tell: Tell) -> None:
    """Spaces and signs that nobody sees."""

    async def story(store: Store) -> tuple[Unanswered, ...]:
        await store.note_unanswered(" \u200b\n", "ko", "not-understood")
        return await store.unanswered()

    assert tell(story) == ()


def test_wordings_are_kept_for_half_a_year_after_their_last_day(tell: Tell, clock: Clock) -> None:
    """And then no more."""

    async def story(store: Store) -> list[int]:
        await store.note_unanswered("parking?", "en", "not-in-release")
        counted = []
        for days in (UNANSWERED_DAYS, 1):
            clock.now += days * DAY
            counted.append(len(await store.unanswered()))
        return counted

    assert tell(story) == [1, 0]


def test_of_too_many_wordings_the_rarest_and_oldest_make_room(
    tell: Tell, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But never the newest: it could not become frequent."""
    monkeypatch.setattr(tally, "MOST_WORDINGS", 3)

    async def story(store: Store) -> list[str]:
        for text in ("twice?", "twice?", "old?", "young?", "new?"):
            await store.note_unanswered(text, "en", "off-topic")
            clock.now += DAY
        for _ in range(2):
            await store.note_unanswered("young?", "en", "off-topic")
            await store.note_unanswered("new?", "en", "off-topic")
        await store.note_unanswered("last?", "en", "off-topic")
        return sorted(wording.text for wording in await store.unanswered())

    assert tell(story) == ["last?", "new?", "young?"]
