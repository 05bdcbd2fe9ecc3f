"""Pressed buttons: each does what it says to the message it is under, below it, or for the presser's eyes alone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from bot.dialogue import State
from bot.handlers import browsing
from bot.handlers.buttons import Button, Manner, read_button
from bot.handlers.desk import Desk
from bot.handlers.errors import settle
from bot.handlers.flood import Verdict
from bot.handlers.incoming import Press
from bot.handlers.privacy import disclose
from bot.knowledge.model import Language
from bot.render.html import source_pages
from bot.storage.values import Place


@dataclass(frozen=True, slots=True)
class Said:
    """What only the presser is shown: for a moment, or until it is closed."""

    text: str = ""
    is_alert: bool = False


class StaleButtonError(Exception):
    """The button names what the knowledge no longer has."""


async def open_pressed(desk: Desk, press: Press) -> None:
    """Do what the button says, whichever process made it; the press itself is answered in any case.

    A button of older knowledge is answered from the present one and says so; one that names nothing any more
    gets fresh buttons.
    """
    button = read_button(press.data)
    language = button.language if button else press.language
    try:
        said = await _done(desk, press, button, language)
    except Exception as error:
        await settle(desk, error, press.place)
        said = Said(desk.replies.pressed.failed.in_language(language))
    await desk.courier.answer_press(press.id, said.text, is_alert=said.is_alert)


async def _done(desk: Desk, press: Press, button: Button | None, language: Language) -> Said:
    texts = desk.replies.pressed
    chat = press.place.chat if press.place else press.user
    if desk.flood.rule_on_message(press.user, chat).verdict is not Verdict.ANSWER:
        desk.metrics.skipped("flood")
        return Said(texts.too_fast.in_language(language))
    try:
        if press.place is None or press.message is None or button is None:
            raise StaleButtonError
        if button.manner in _SENDING and desk.flood.is_bounce((press.user, chat, press.message, press.data)):
            return Said()
        said = await _ACTIONS[button.manner](desk, press, press.place, press.message, button)
    except StaleButtonError:
        if press.place is not None:
            await desk.greet(press.place, language)
        return Said(texts.stale.in_language(language))
    is_updated = button.version != desk.engine.version and not said.text
    return Said(texts.updated.in_language(language)) if is_updated else said


async def _choose(desk: Desk, press: Press, place: Place, message: int, button: Button) -> Said:
    """The message says what was chosen, in the language of the button."""
    opened = desk.engine.open_reference(button.reference, button.language)
    if opened is None:
        raise StaleButtonError
    await desk.answer_instead(place, message, opened[0], State(button.language), opened[1])
    return Said()


async def _suggest(desk: Desk, press: Press, place: Place, message: int, button: Button) -> Said:
    """The suggestion is answered below the message."""
    opened = desk.engine.open_reference(button.reference, button.language)
    if opened is None:
        raise StaleButtonError
    await desk.answer_below(place, opened[0], State(button.language), opened[1])
    return Said()


async def _draw(desk: Desk, press: Press, place: Place, message: int, button: Button) -> Said:
    """The chart is sent below the message."""
    opened = desk.engine.open_reference(button.reference, button.language)
    if opened is None:
        raise StaleButtonError
    chart = desk.engine.chart(button.reference, button.language)
    if chart is None:
        return Said(desk.replies.pressed.no_chart.in_language(button.language))
    await desk.draw(place, chart, button.reference, chart.title, reply_to=message)
    return Said()


async def _read(desk: Desk, press: Press, place: Place, message: int, button: Button) -> Said:
    """The source in full is sent below the message."""
    found = desk.engine.paragraphs(button.reference, button.language)
    if found is None:
        raise StaleButtonError
    await desk.courier.send(place, source_pages(*found, button.language), None, message)
    return Said()


async def _explain(desk: Desk, press: Press, place: Place, message: int, button: Button) -> Said:
    """The presser is told why, and nobody else."""
    text = desk.engine.why(button.reference, button.language)
    if text is None:
        raise StaleButtonError
    return Said(text, is_alert=True)


async def _judge(desk: Desk, press: Press, place: Place, message: int, button: Button) -> Said:
    """The presser's opinion of the fact is counted, in the place of an earlier one; of facts only, as the data of a
    press may be anything."""
    if desk.engine.open_reference(button.reference, button.language) is None:
        raise StaleButtonError
    await desk.store.vote(place.user, button.reference, button.version, button.manner == "right")
    return Said(desk.replies.pressed.thanks.in_language(button.language))


async def _refuse(desk: Desk, press: Press, place: Place, message: int, button: Button) -> Said:
    """None of the choices is meant, as if that had been typed: the message asks for other words instead."""
    before = await desk.store.state(place)
    words = desk.replies.labels.none_of_these.in_language(button.language)
    answer, after = desk.engine.respond(words, before, button.language)
    answer = replace(answer, headline=desk.replies.other_words.in_language(answer.language))
    await desk.answer_instead(place, message, answer, before, after)
    return Said()


async def _turn(desk: Desk, press: Press, place: Place, message: int, button: Button) -> Said:
    """The message shows another page of what can be asked."""
    section, _, number = button.reference.rpartition(":")
    pages, markup = browsing.page(desk, section, int(number) if number.isdecimal() else 0, button.language)
    await desk.courier.rewrite(place, (message,), pages, markup)
    return Said()


async def _set_language(desk: Desk, press: Press, place: Place, message: int, button: Button) -> Said:
    """The chat is answered in the language of the button."""
    if not await desk.may_change_settings(place, is_private=press.is_private):
        return Said(desk.replies.pressed.for_administrators.in_language(button.language), is_alert=True)
    languages: dict[str, Language | None] = {"ko": "ko", "en": "en"}
    chosen = languages.get(button.reference)
    await desk.store.set_language(place.chat, chosen)
    language = chosen or button.language
    name = desk.replies.pressed.language[chosen or "auto"].in_language(language)
    pages = desk.replies.language_set.pages(language, desk.engine.release, chosen=name)
    await desk.courier.rewrite(place, (message,), pages, desk.keyboards.languages(language))
    return Said()


async def _set_keeping(desk: Desk, press: Press, place: Place, message: int, button: Button) -> Said:
    """Unanswered questions of the chat are collected, or no more."""
    if not await desk.may_change_settings(place, is_private=press.is_private):
        return Said(desk.replies.pressed.for_administrators.in_language(button.language), is_alert=True)
    await desk.store.set_keeps_unanswered(place.chat, button.reference == "on")
    pages, markup = await disclose(desk, place, button.language)
    await desk.courier.rewrite(place, (message,), pages, markup)
    return Said()


#: What each press sends a message for, so that one that comes twice would send it twice.
_SENDING: frozenset[Manner] = frozenset({"suggestion", "chart", "source"})

_Action = Callable[[Desk, Press, Place, int, Button], Awaitable[Said]]
_ACTIONS: dict[Manner, _Action] = {
    "choice": _choose,
    "suggestion": _suggest,
    "translation": _choose,
    "chart": _draw,
    "source": _read,
    "why": _explain,
    "right": _judge,
    "wrong": _judge,
    "contents": _turn,
    "language": _set_language,
    "keeping": _set_keeping,
    "none": _refuse,
}
