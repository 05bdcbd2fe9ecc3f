"""Methods that answer questions."""

import re

from tests.botapi import results
from tests.botapi.errors import bad_request
from tests.botapi.parameters import Parameters
from tests.botapi.queries import CallbackAnswer, InlineAnswer
from tests.botapi.shapes import Json
from tests.botapi.world import World

LONGEST_NOTICE = 200
LONGEST_OFFSET = 64


def answer_callback_query(world: World, params: Parameters) -> bool:
    """Answer a button press, once."""
    query = world.callbacks.open(params.text("callback_query_id"))
    text = params.text("text")
    if len(text) > LONGEST_NOTICE:
        raise bad_request("MESSAGE_TOO_LONG")
    query.answer = CallbackAnswer(
        query.id, text, params.flag("show_alert"), params.text("url"), params.number("cache_time") or 0
    )
    world.callback_answers.append(query.answer)
    return True


def answer_inline_query(world: World, params: Parameters) -> bool:
    """Answer an inline query, once."""
    query = world.inlines.open(params.text("inline_query_id"))
    button = params.object("button")
    if button:
        _check_button(button)
    if len(params.text("next_offset").encode()) > LONGEST_OFFSET:
        raise bad_request("NEXT_OFFSET_INVALID")
    cache_time = params.number("cache_time")
    query.answer = InlineAnswer(
        query.id,
        results.checked(params.list("results")),
        300 if cache_time is None else cache_time,
        params.flag("is_personal"),
        params.text("next_offset"),
        button,
    )
    world.inline_answers.append(query.answer)
    return True


def answer_guest_query(world: World, params: Parameters) -> Json:
    """Answer a guest query, once, by posting a message into the chat that called."""
    query = world.guests.open(params.text("guest_query_id"))
    result = results.result(params.object("result"))
    called = query.message
    assert called is not None
    message = called.chat.add(
        world.bot.account,
        content=result.content,
        media=result.media,
        markup=result.markup,
        reply_to=called,
        thread_id=called.thread_id,
        details={"guest_bot_caller_user": query.sender.json()},
        inline_id=f"guest-{world.new_id()}",
    )
    world.inline_messages[message.inline_id] = message
    query.answer = message
    return {"inline_message_id": message.inline_id}


def _check_button(button: Json) -> None:
    if not button.get("text"):
        raise bad_request("can't parse inline query results button: Can't find field \"text\"")
    parameter = button.get("start_parameter")
    if parameter is None and "web_app" not in button:
        raise bad_request("can't parse inline query results button: exactly one optional field must be used")
    if parameter is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", parameter):
        raise bad_request("START_PARAM_INVALID")
