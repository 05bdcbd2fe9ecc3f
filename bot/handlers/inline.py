"""Inline mode: answers as cards while somebody types the bot's name and a question in any chat."""

from __future__ import annotations

import re

from telegram import InlineQueryResultArticle, InlineQueryResultsButton

from bot.dialogue import State
from bot.handlers.cards import cards
from bot.handlers.desk import Desk
from bot.handlers.errors import settle
from bot.handlers.flood import Verdict
from bot.handlers.incoming import Typed
from bot.knowledge.model import Language

#: Seconds for which Telegram may show the same cards for the same words: longer for an answer than for what may only be
#: half typed, and none for a failure.
ANSWER_LIFE, OTHER_LIFE = 300, 10

_HANGUL = re.compile("[가-힣]")


async def offer_cards(desk: Desk, typed: Typed) -> None:
    """Offer what answers the words so far, key figures where there are none; the query is answered in any case."""
    try:
        found, life, is_personal = _found(desk, typed)
    except Exception as error:
        await settle(desk, error, None)
        found, life, is_personal = [], 0, True
    label = desk.replies.labels.ask_here.in_language(typed.language)
    button = InlineQueryResultsButton(label, start_parameter="inline")
    await desk.courier.answer_typed(typed.id, found, life, button, is_personal=is_personal)


def _found(desk: Desk, typed: Typed) -> tuple[list[InlineQueryResultArticle], int, bool]:
    """The cards, for how long they may be shown again, and whether to this person only."""
    if desk.flood.rule_on_typing(typed.user).verdict is not Verdict.ANSWER:
        desk.metrics.skipped("flood")
        return [], 0, True
    if not typed.text:
        return cards(desk, desk.engine.greet(typed.language)), ANSWER_LIFE, True
    started = desk.clock()
    answer, _ = desk.engine.respond(typed.text, State(typed.language))
    desk.metrics.answered("inline", answer.outcome, answer.reason, desk.clock() - started)
    life = ANSWER_LIFE if answer.outcome == "answer" else OTHER_LIFE
    return cards(desk, answer), life, _depends_on_person(desk, typed, answer.language)


def _depends_on_person(desk: Desk, typed: Typed, language: Language) -> bool:
    """Whether the words do not tell their own language, so that others would get another answer to them."""
    if _HANGUL.search(typed.text):
        return False
    other: Language = "en" if typed.language == "ko" else "ko"
    return desk.engine.respond(typed.text, State(other))[0].language != language
