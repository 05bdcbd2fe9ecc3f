"""Button presses and inline queries are answered once, within their limits."""

import json

import httpx
from telegram import (
    InlineQueryResultArticle,
    InputTextMessageContent,
)

from tests.botapi import BotApi
from tests.botapi_tests.support import Caller, keyboard, refused


def test_a_button_press_is_answered_once(api: BotApi, do: Caller) -> None:
    """A second, an unknown and a late answer are refused, and so is one that is too long."""
    alice = api.user("Alice", started=True)
    do(do.bot.send_message(alice.id, "hi", reply_markup=keyboard(callback_data="x")))
    query, late = alice.press("Go", alice.chat.messages[0]), alice.press("Go", alice.chat.messages[0])
    late.expire()
    with refused("MESSAGE_TOO_LONG"):
        do(do.bot.answer_callback_query(query.id, "x" * 201))
    do(do.bot.answer_callback_query(query.id, "x" * 200, show_alert=True))

    assert query.wait_for_answer().show_alert
    for identifier in (query.id, late.id, "none"):
        with refused("Query is too old and response timeout expired"):
            do(do.bot.answer_callback_query(identifier))


def test_inline_answers_have_limits(api: BotApi, do: Caller) -> None:
    """At most 50 cards with unique identifiers of 1 to 64 bytes, answered once."""
    alice = api.user("Alice")

    def cards(*names: str) -> list[InlineQueryResultArticle]:
        return [InlineQueryResultArticle(name, "T", InputTextMessageContent("x")) for name in names]

    async def send(query: str, *names: str) -> None:
        await do.bot.answer_inline_query(query, cards(*names))

    query = alice.inline("x")
    url = f"{api.base_url}{api.token}/answerInlineQuery"
    many = [card.to_dict() for card in cards(*map(str, range(51)))]
    too_many = httpx.post(url, data={"inline_query_id": query.id, "results": json.dumps(many)})
    assert too_many.json()["description"] == "Bad Request: RESULTS_TOO_MUCH"
    for names in (["a", "a"], ["가" * 22], [""]):
        with refused("RESULT_ID"):
            do(send(query.id, *names))
    do(send(query.id, *map(str, range(50))))
    with refused("Query is too old"):
        do(send(query.id, "a"))

    assert len(api.inline_answers[0].results) == 50


def test_a_posted_card_can_be_edited(api: BotApi, do: Caller) -> None:
    """A chosen card with buttons sends presses with an inline identifier, by which it is edited."""
    alice, bob = api.user("Alice"), api.user("Bob")
    api.bot.inline_feedback = True
    query = alice.inline("x")
    card = InlineQueryResultArticle("1", "T", InputTextMessageContent("x"), reply_markup=keyboard(callback_data="x"))
    do(do.bot.answer_inline_query(query.id, [card]))
    chat = api.conversation(alice, bob)
    posted = alice.choose(query.wait_for_answer().result("T"), chat, query="x")
    bob.press("Go", posted)
    press = do(do.bot.get_updates())[-1].callback_query
    assert press is not None
    do(press.edit_message_text("y"))

    assert posted.text == "y"
    assert "chosen_inline_result" in [update.kind for update in api.updates]
