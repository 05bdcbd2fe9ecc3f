"""Conversations, the answers to their questions, and where which facts were told."""

from __future__ import annotations

import asyncio

import pytest

from bot.dialogue import State
from bot.storage.store import Store
from bot.storage.tables import ATTENTION, EXCHANGE_LIFE
from bot.storage.values import Exchange, Place
from bot.understand.question import Question
from tests.storage.conftest import Clock, Tell

ALICE = Place(-100, 5)
FIRST = State("ko", (Question("value", ("visitors",), ("2022",)),))
SECOND = State("ko", (Question("value", ("visitors",), ("2019",)),), FIRST.questions)
GIVEN = Exchange(FIRST, SECOND, (11, 12))


def test_a_conversation_goes_on_after_a_restart(tell: Tell) -> None:
    """What it left open is there when the store is opened again."""
    tell(lambda store: store.keep_state(ALICE, SECOND))

    assert tell(lambda store: store.state(ALICE)) == SECOND


@pytest.mark.parametrize("other", [Place(-100, 6), Place(-101, 5), Place(-100, 5, 3)], ids=["user", "chat", "topic"])
def test_a_conversation_is_one_persons_in_one_place(tell: Tell, other: Place) -> None:
    """Nobody else's, in no other chat, in no other topic."""

    async def story(store: Store) -> tuple[State, State]:
        await store.keep_state(ALICE, FIRST)
        await store.keep_state(other, SECOND)
        return await store.state(ALICE), await store.state(other)

    assert tell(story) == (FIRST, SECOND)


def test_half_an_hour_after_the_last_word_a_conversation_begins_anew(tell: Tell, clock: Clock) -> None:
    """Each word begins the time anew."""

    async def story(store: Store) -> list[State]:
        await store.keep_state(ALICE, FIRST)
        clock.now += ATTENTION
        heard = [await store.state(ALICE)]
        await store.keep_state(ALICE, SECOND)
        clock.now += ATTENTION
        heard.append(await store.state(ALICE))
        clock.now += 1
        return [*heard, await store.state(ALICE)]

    assert tell(story) == [FIRST, SECOND, State()]


def test_an_answer_is_found_by_its_question_and_by_each_of_its_messages(tell: Tell) -> None:
    """With the states around it and its messages in their order; the conversation goes on from it."""

    async def story(store: Store) -> list[object]:
        await store.keep_answer(ALICE, 10, Exchange(FIRST, SECOND, (12, 11)))
        found = [await store.exchange(-100, 10)]
        found += [await store.exchange_of_answer(-100, number) for number in (11, 12)]
        return [*found, await store.state(ALICE)]

    given = Exchange(FIRST, SECOND, (12, 11))
    assert tell(story) == [given, given, given, SECOND]


def test_an_answer_is_not_found_by_other_numbers(tell: Tell) -> None:
    """Another message, another chat, the question as an answer, an answer as the question."""

    async def story(store: Store) -> list[object]:
        await store.keep_answer(ALICE, 10, GIVEN)
        questions = [await store.exchange(chat, number) for chat, number in ((-100, 11), (-101, 10))]
        return questions + [await store.exchange_of_answer(chat, number) for chat, number in ((-100, 10), (-101, 11))]

    assert tell(story) == [None] * 4


def test_answers_are_tied_to_their_questions_for_two_days(tell: Tell, clock: Clock) -> None:
    """And no longer."""

    async def story(store: Store) -> list[bool]:
        await store.keep_answer(ALICE, 10, GIVEN, ("v:visitors:2019",))
        found = []
        for seconds in (EXCHANGE_LIFE, 1):
            clock.now += seconds
            found.append(await store.exchange(-100, 10) is not None)
            found.append(await store.exchange_of_answer(-100, 11) is not None)
            found.append(await store.answered(-100, None, ("v:visitors:2019",), 10 * EXCHANGE_LIFE) is not None)
        return found

    assert tell(story) == [True] * 3 + [False] * 3


def test_another_answer_to_a_question_takes_the_place_of_the_first(tell: Tell) -> None:
    """Messages of the first are no answers any more, and its facts are not told there any more."""

    async def story(store: Store) -> list[object]:
        await store.keep_answer(ALICE, 10, GIVEN, ("v:visitors:2022",))
        await store.keep_answer(ALICE, 10, Exchange(FIRST, FIRST, (12,)), ("v:visitors:2019",))
        return [
            await store.exchange(-100, 10),
            await store.exchange_of_answer(-100, 11),
            await store.answered(-100, None, ("v:visitors:2022",), 60),
            await store.answered(-100, None, ("v:visitors:2019",), 60),
        ]

    assert tell(story) == [Exchange(FIRST, FIRST, (12,)), None, None, 12]


def test_an_answer_without_messages_is_remembered(tell: Tell) -> None:
    """Nothing could be sent, but the question was read."""

    async def story(store: Store) -> Exchange | None:
        await store.keep_answer(ALICE, 10, Exchange(FIRST, SECOND, ()))
        return await store.exchange(-100, 10)

    assert tell(story) == Exchange(FIRST, SECOND, ())


def test_a_message_that_answers_anew_belongs_to_the_later_question(tell: Tell) -> None:
    """A message can stand for one question only."""

    async def story(store: Store) -> tuple[object, ...]:
        await store.keep_answer(ALICE, 10, Exchange(State(), FIRST, (11,)))
        await store.keep_answer(ALICE, 20, Exchange(FIRST, SECOND, (11,)))
        return await store.exchange_of_answer(-100, 11), await store.exchange(-100, 10)

    assert tell(story) == (Exchange(FIRST, SECOND, (11,)), Exchange(State(), FIRST, ()))


def test_an_edited_question_lets_the_conversation_go_on_from_its_new_answer(tell: Tell) -> None:
    """If nothing was said since."""

    async def story(store: Store) -> tuple[object, ...]:
        await store.keep_answer(ALICE, 10, Exchange(State(), FIRST, (11,)))
        given = await store.exchange(-100, 10)
        assert given is not None
        await store.replace_answer(ALICE, 10, given, Exchange(State(), SECOND, (11,)), ("v:visitors:2019",))
        told = await store.answered(-100, None, ("v:visitors:2019",), 60)
        return await store.state(ALICE), await store.exchange(-100, 10), told

    assert tell(story) == (SECOND, Exchange(State(), SECOND, (11,)), 11)


@pytest.mark.parametrize("later", ["said", "forgotten"])
def test_an_edit_of_an_earlier_question_does_not_turn_the_conversation_back(
    tell: Tell, clock: Clock, later: str
) -> None:
    """Neither when something else was said since, nor when the conversation is over."""
    third = State("en", SECOND.questions)

    async def story(store: Store) -> State:
        given = Exchange(State(), FIRST, (11,))
        await store.keep_answer(ALICE, 10, given)
        if later == "said":
            await store.keep_state(ALICE, third)
        else:
            clock.now += ATTENTION + 1
        await store.replace_answer(ALICE, 10, given, Exchange(State(), SECOND, (11,)))
        return await store.state(ALICE)

    assert tell(story) == (third if later == "said" else State())


def test_where_the_same_facts_were_told_is_known(tell: Tell, clock: Clock) -> None:
    """The first message of the latest answer, whoever asked and in whichever order the facts were told."""
    facts = ("v:visitors:2022", "v:booths:2022")

    async def story(store: Store) -> list[int | None]:
        await store.keep_answer(ALICE, 10, GIVEN, facts)
        clock.now += 100
        await store.keep_answer(Place(-100, 6), 20, Exchange(FIRST, SECOND, (21, 22)), facts[::-1])
        return [await store.answered(-100, None, order, 60) for order in (facts, facts[::-1])]

    assert tell(story) == [21, 21]


def test_other_facts_elsewhere_or_too_long_ago_were_not_told(tell: Tell, clock: Clock) -> None:
    """Fewer, more, none, in another chat or topic, before the time asked for."""
    facts = ("v:visitors:2022", "v:booths:2022")

    async def story(store: Store) -> list[int | None]:
        await store.keep_answer(ALICE, 10, GIVEN, facts)
        await store.keep_answer(ALICE, 20, Exchange(FIRST, FIRST, (21,)))
        clock.now += 61
        return [
            await store.answered(-100, None, facts[:1], 600),
            await store.answered(-100, None, (*facts, "v:buyers:2022"), 600),
            await store.answered(-100, None, (), 600),
            await store.answered(-101, None, facts, 600),
            await store.answered(-100, 7, facts, 600),
            await store.answered(-100, None, facts, 60),
        ]

    assert tell(story) == [None] * 6


def test_many_people_at_once_lose_nothing(tell: Tell) -> None:
    """Two hundred answers kept at the same time are all there."""

    async def story(store: Store) -> list[Exchange | None]:
        places = [Place(-100, user) for user in range(200)]
        given = [Exchange(State(), State(declines=place.user), (place.user + 1_000,)) for place in places]
        kept = (store.keep_answer(place, place.user, one) for place, one in zip(places, given, strict=True))
        await asyncio.gather(*kept)
        assert [await store.state(place) for place in places] == [one.after for one in given]
        return [await store.exchange(-100, user) for user in range(200)]

    assert [found and found.answers for found in tell(story)] == [(user + 1_000,) for user in range(200)]
