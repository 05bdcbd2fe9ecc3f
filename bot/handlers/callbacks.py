"""Pressed buttons: a choice takes the place of the message it is under, a suggestion is answered below it."""

from __future__ import annotations

from bot.handlers.buttons import Button, keyboard, read_button
from bot.handlers.desk import Desk
from bot.handlers.errors import settle
from bot.handlers.incoming import Press
from bot.handlers.memory import Place
from bot.knowledge.model import Language, Text
from bot.render.html import answer_pages


async def open_pressed(desk: Desk, press: Press) -> None:
    """Answer what the button names, whichever process made it; the press itself is answered in any case.

    A button of older knowledge is answered from the present one and says so; one that names nothing any more
    gets fresh buttons.
    """
    button = read_button(press.data)
    language = button.language if button else press.language
    try:
        notice = await _open(desk, press, button, language)
    except Exception as error:
        await settle(desk, error, press.place)
        notice = desk.replies.pressed.failed
    await desk.courier.answer_press(press.id, notice.in_language(language) if notice else "")


async def _open(desk: Desk, press: Press, button: Button | None, language: Language) -> Text | None:
    """Show what the button names; what there is to say about the button itself is returned."""
    if press.place is None or button is None or not await _show(desk, press, press.place, button):
        if press.place is not None:
            await desk.greet(press.place, language)
        return desk.replies.pressed.stale
    return None if button.version == desk.engine.version else desk.replies.pressed.updated


async def _show(desk: Desk, press: Press, place: Place, button: Button) -> bool:
    """Whether the knowledge still has what the button names, and so it is shown."""
    opened = desk.engine.open_reference(button.reference, button.language)
    if opened is None:
        return False
    answer, after = opened
    if button.manner == "choice" and press.message is not None:
        markup = keyboard(answer, desk.engine.version)
        await desk.courier.rewrite(place, (press.message,), answer_pages(answer), markup)
    else:
        await desk.show(place, answer)
    await desk.memory.keep_state(place, after)
    return True
