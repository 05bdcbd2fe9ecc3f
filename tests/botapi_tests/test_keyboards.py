"""Buttons do one thing each, within their limits."""

from typing import Any

import pytest
from telegram import (
    CopyTextButton,
)

from tests.botapi import BotApi
from tests.botapi_tests.support import Caller, keyboard, refused


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"callback_data": "가" * 22}, "BUTTON_DATA_INVALID"),
        ({"callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({}, "Text buttons are unallowed"),
        ({"callback_data": "x", "url": "https://a.kr"}, "exactly one"),
        ({"url": "no address"}, "Wrong HTTP URL"),
        ({"url": "ftp://a.kr"}, "Wrong HTTP URL"),
        ({"copy_text": CopyTextButton("x" * 257)}, "BUTTON_COPY_TEXT_INVALID"),
        ({"copy_text": CopyTextButton("")}, "BUTTON_COPY_TEXT_INVALID"),
    ],
)
def test_a_bad_button_is_refused(api: BotApi, do: Caller, button: dict[str, Any], reason: str) -> None:
    """A button does exactly one thing, and within its limits."""
    alice = api.user("Alice", started=True)
    with refused(reason):
        do(do.bot.send_message(alice.id, "hi", reply_markup=keyboard(**button)))


def test_good_buttons_are_kept(api: BotApi, do: Caller) -> None:
    """64 bytes of data, 256 characters to copy and a real address are fine; a missing label is named."""
    alice = api.user("Alice", started=True)
    for button in ({"callback_data": "x" * 64}, {"copy_text": CopyTextButton("x" * 256)}, {"url": "a.kr"}):
        do(do.bot.send_message(alice.id, "hi", reply_markup=keyboard(**button)))
    data, _, link = alice.chat.messages

    assert data.buttons == ["Go"]
    assert link.button("Go")["url"] == "http://a.kr/"
    with pytest.raises(LookupError, match="no single button 'Stop'"):
        alice.press("Stop", data)
    with pytest.raises(ValueError, match="tells the bot nothing"):
        alice.press("Go", link)
