"""People and an unmodified python-telegram-bot talk over the double."""

import httpx
import pytest

from tests.botapi import BotApi
from tests.botapi_tests.support import answer, running


def test_a_conversation_by_polling(api: BotApi) -> None:
    """A person writes, is answered with a reply, presses its button and sees the message change."""
    alice = api.user("Alice", username="alice")
    with running(api, answer):
        asked = alice.say("안녕 😀")
        reply = alice.chat.wait_for_reply()
        query = alice.press("Go", reply)
        shown = query.wait_for_answer()
        reply.wait_for_edit()

    assert reply.reply_to is asked
    assert shown.text == "pressed"
    assert reply.text == "edited"
    assert reply.buttons == []
    assert [shown] == api.callback_answers


def test_a_conversation_by_webhook(api: BotApi) -> None:
    """Updates are posted to the webhook with its secret, and getUpdates is refused meanwhile."""
    alice = api.user("Alice")
    with running(api, answer, webhook=True):
        asked = alice.say("hello")
        assert alice.chat.wait_for_reply().text == "hello"
        api.wait_until_read(asked.update)
        refused = httpx.post(f"{api.base_url}{api.token}/getUpdates")
        info = httpx.get(f"{api.base_url}{api.token}/getWebhookInfo").json()["result"]

    assert refused.status_code == 409
    assert "webhook is active" in refused.json()["description"]
    assert info["url"].endswith("/hook")
    assert info["pending_update_count"] == 0


def test_inline_and_guest_conversations(api: BotApi) -> None:
    """Inline queries get cards, a chosen card is posted, and a guest call is answered once in its chat."""
    alice, bob = api.user("Alice"), api.user("Bob")
    between = api.conversation(alice, bob)
    with running(api, answer):
        cards = alice.inline("K-City").wait_for_answer()
        posted = alice.choose(cards.result("Card"))
        claim = bob.say("0.1% only", between)
        alice.say("@bodo_test_bot is it so?", between, reply_to=claim)
        guest = between.wait_for_reply()

    assert (cards.titles, cards.is_personal, cards.cache_time) == (["Card"], True, 0)
    assert posted.text == "K-City"
    assert guest.text == "as your guest"
    told = next(update for update in api.updates if update.kind == "guest_message")
    assert told.payload["reply_to_message"]["text"] == "0.1% only"
    assert claim.update is None


def test_a_redelivered_update_is_seen_twice(api: BotApi) -> None:
    """The same update identifier reaches a polling bot a second time."""
    alice = api.user("Alice")
    with running(api, answer):
        asked = alice.say("once")
        first = alice.chat.wait_for_reply()
        api.wait_until_read(asked.update)
        api.redeliver(asked.update)
        second = alice.chat.wait_for_reply(after=first)

    assert first.text == second.text


def test_waiting_in_vain_says_what_was_missing(api: BotApi) -> None:
    """A wait that runs out names what it waited for."""
    alice = api.user("Alice")

    with pytest.raises(TimeoutError, match="no 1 replies in <private"):
        alice.chat.wait_for_reply(timeout=0)
    with pytest.raises(TimeoutError, match="no fitting sendMessage"):
        api.wait_for_call("sendMessage", timeout=0)
