"""Pressed buttons: a choice takes the place of the message it is under, a suggestion is answered below it."""

from __future__ import annotations

from bot.answer.model import Answer
from bot.dialogue import State
from bot.handlers.buttons import Button, keyboard, read_button
from bot.handlers.desk import Desk
from bot.handlers.errors import log_failure
from bot.handlers.incoming import Press
from bot.render.html import answer_pages


async def open_pressed(desk: Desk, press: Press) -> None:
    """Answer what the button names, whichever process made it; the press itself is answered in any case.

    A button of older knowledge is answered from the present one and says so; one that names nothing any more
    gets fresh buttons.
    """
    button = read_button(press.data)
    language = button.language if button else await desk.language(press)
    try:
        opened = desk.engine.open_reference(button.reference, language) if button else None
        greeting = None if opened else desk.engine.greet(language)
    except Exception as error:
        log_failure(error, press.place)
        await desk.courier.answer_press(press.id, desk.replies.pressed.failed.in_language(language))
        return
    if button is not None and opened is not None:
        is_current = button.version == desk.engine.version
        notice = "" if is_current else desk.replies.pressed.updated.in_language(language)
        await desk.courier.answer_press(press.id, notice)
        await _show(desk, press, button, *opened)
    else:
        await desk.courier.answer_press(press.id, desk.replies.pressed.stale.in_language(language))
        if press.place and greeting:
            await desk.show(press.place, greeting)


async def _show(desk: Desk, press: Press, button: Button, answer: Answer, after: State) -> None:
    if press.place is None:
        return
    if button.manner == "choice" and press.message is not None:
        markup = keyboard(answer, desk.engine.version)
        await desk.courier.rewrite(press.place, (press.message,), answer_pages(answer), markup)
    else:
        await desk.show(press.place, answer)
    await desk.memory.keep_state(press.place, after)
