"""Addresses, tokens, the forms of parameters, and the log of calls."""

import asyncio

import httpx
import pytest
from telegram import (
    Bot,
)
from telegram.error import (
    BadRequest,
    InvalidToken,
)

from tests.botapi import BotApi
from tests.botapi_tests.support import Caller, keyboard


def test_a_wrong_token_is_unauthorized(api: BotApi) -> None:
    """Another token belongs to nobody."""
    answered = httpx.get(f"{api.base_url}1:wrong/getMe")

    async def introduced() -> None:
        async with Bot("1:wrong", base_url=api.base_url):
            pass

    assert answered.status_code == 401
    assert answered.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    with asyncio.Runner() as runner, pytest.raises(InvalidToken):
        runner.run(introduced())


def test_an_unknown_method_is_not_found(api: BotApi) -> None:
    """A method that Telegram does not have is a 404, and so is what cannot be a token."""
    assert httpx.get(f"{api.base_url}nonsense/getMe").status_code == 404
    assert httpx.get(f"{api.base_url}{api.token}/getRich").status_code == 404


def test_parameters_come_in_every_form(api: BotApi) -> None:
    """Query, form, multipart and JSON bodies say the same; method names may be in any case."""
    alice = api.user("Alice", started=True)
    url = f"{api.base_url}{api.token}/SENDmessage"
    fields = {"chat_id": str(alice.id), "text": "same"}

    httpx.get(url, params=fields)
    httpx.post(url, data=fields)
    httpx.post(url, data=fields, files={"unused": b"x"})
    httpx.post(url, json={"chat_id": alice.id, "text": "same"})

    assert [message.text for message in alice.chat.messages] == ["same"] * 4
    assert [alice.id] * 4 == [call.parameters["chat_id"] for call in api.calls_of("sendMessage")]


def test_calls_are_noted_in_order(api: BotApi, do: Caller) -> None:
    """Every call stands in the log with decoded parameters and its answer."""
    alice = api.user("Alice", started=True)
    do(do.bot.send_message(alice.id, "hi", reply_markup=keyboard(callback_data="x")))
    with pytest.raises(BadRequest):
        do(do.bot.send_message(1, "hi"))
    call = api.wait_for_call("sendMessage", lambda call: call.parameters["chat_id"] == alice.id)

    assert [call.method for call in api.calls] == ["getMe", "sendMessage", "sendMessage"]
    assert call.parameters["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "x"
    assert [call.ok for call in api.calls] == [True, True, False]
