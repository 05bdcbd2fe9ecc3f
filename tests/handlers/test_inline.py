"""Inline mode: cards while somebody types the bot's name in any chat."""

from __future__ import annotations

import pytest

from bot.handlers.engine import ReleaseEngine
from bot.handlers.flood import MOST_TYPED
from tests.botapi import BotApi, User
from tests.handlers.real import engine

__all__ = ["engine"]


def test_a_question_gets_one_card_with_the_figure_in_its_title(alice: User) -> None:
    """The source below it; what is posted is the whole answer."""
    answer = alice.inline("외국인 관람객 몇 명?").wait_for_answer()
    (card,) = answer.results

    assert card.title == "2022년 외국인 관람객은 620명입니다."
    assert card.description.startswith("국토교통부, 「역대 최고")
    assert "620명" in card.content.text
    assert "출처: 국토교통부" in card.content.text


def test_an_ambiguous_question_gets_several_cards(alice: User) -> None:
    """One for each thing that it may mean, each with its own figure."""
    titles = alice.inline("K-City 네트워크?").wait_for_answer().titles

    assert len(titles) > 1
    assert any("21개국" in title for title in titles)
    assert any("33건" in title for title in titles)


def test_a_decline_is_a_card_that_says_so(alice: User) -> None:
    """What can be answered instead is offered under the name of its question, never as the answer."""
    first, *others = alice.inline("입장료는 얼마야?").wait_for_answer().results

    assert first.title == "이 보도자료에 없는 내용입니다."
    assert others
    assert all(other.title.endswith("?") for other in others)


def test_nothing_typed_offers_key_figures(alice: User, api: BotApi) -> None:
    """In the language of the person, and so for this person only."""
    korean = alice.inline("").wait_for_answer()
    english = api.user("Eve", language="en").inline("").wait_for_answer()

    assert korean.titles[0] == "2022년 관람객은 30,327명입니다."
    assert english.titles[0] == "Visitors in 2022: 30,327."
    assert korean.is_personal
    assert korean.button["start_parameter"] == "inline"


@pytest.mark.parametrize(
    ("text", "is_personal"), [("관람객 몇 명?", False), ("how many visitors were there?", False), ("K-City", True)]
)
def test_cards_are_shared_where_the_words_tell_their_language(alice: User, text: str, is_personal: bool) -> None:
    """A name alone is typed in both languages."""
    assert alice.inline(text).wait_for_answer().is_personal is is_personal


def test_answers_are_kept_longer_than_what_is_half_typed(alice: User) -> None:
    """By Telegram, for all who type the same."""
    assert alice.inline("관람객 몇 명?").wait_for_answer().cache_time == 300
    assert alice.inline("입장").wait_for_answer().cache_time == 10


def test_a_chosen_card_is_posted_with_its_buttons(alice: User, api: BotApi) -> None:
    """The citation to copy, and the way to the fact in a chat with the bot."""
    group = api.group("Elsewhere", alice, bot=None)
    card = alice.inline("부스 몇 개?").wait_for_answer().results[0]
    posted = alice.choose(card, group)

    assert posted.text.startswith("2022년 부스는 1,548개입니다.")
    assert posted.button("인용 복사")["copy_text"]["text"].startswith("2022년 부스는 1,548개입니다. (국토교통부")
    assert posted.button("보도봇과 대화하기")["url"].startswith("https://t.me/bodo_test_bot?start=q-")


def test_a_query_is_answered_even_when_the_engine_fails(
    alice: User, engine: ReleaseEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With no cards, which are not kept, and the next one is answered."""

    def fail(*_: object) -> None:
        raise ValueError("no")

    with monkeypatch.context() as broken:
        broken.setattr(ReleaseEngine, "respond", fail)
        answer = alice.inline("관람객 몇 명?").wait_for_answer()

    assert (answer.results, answer.cache_time) == ((), 0)
    assert alice.inline("관람객 몇 명?").wait_for_answer().results


def test_a_query_too_old_is_no_error(api: BotApi, alice: User) -> None:
    """The next is answered."""
    alice.inline("관람객 몇 명?").expire()

    assert alice.inline("부스 몇 개?").wait_for_answer().results


def test_typing_without_end_is_answered_with_nothing(alice: User) -> None:
    """But it is answered."""
    for _ in range(MOST_TYPED):
        alice.inline("부").wait_for_answer()
    answer = alice.inline("부스 몇 개?").wait_for_answer()

    assert (answer.results, answer.cache_time) == ((), 0)


def test_a_greeting_is_no_question_that_the_release_lacks(alice: User) -> None:
    """Key figures are offered as where nothing is typed."""
    assert alice.inline("안녕").wait_for_answer().titles == alice.inline("").wait_for_answer().titles


def test_what_is_not_understood_is_not_called_missing(alice: User) -> None:
    """Half a question says nothing of the release."""
    assert alice.inline("what can you tell me").wait_for_answer().titles[0].startswith("I did not understand")


def test_all_figures_of_an_answer_stand_in_its_title(alice: User) -> None:
    """Two questions at once have one card."""
    (card,) = alice.inline("2022년 외국인 관람객과 부스 수는?").wait_for_answer().results

    assert card.title == "2022년 외국인 관람객은 620명입니다. 2022년 부스는 1,548개입니다."


def test_what_is_typed_counts_as_an_answer(alice: User, keeper: User) -> None:
    """For who looks after the bot."""
    alice.inline("부스 몇 개?").wait_for_answer()
    keeper.say("/status")

    assert "answer 1" in keeper.chat.wait_for_reply().text
