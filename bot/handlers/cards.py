"""Replies as cards: what Telegram lists while somebody types, and what it posts in a chat that the bot is not in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode

from bot.answer.model import Answer
from bot.handlers import deeplinks
from bot.handlers.desk import Desk
from bot.knowledge.model import Language
from bot.render.citation import origin
from bot.render.html import card_page

#: The cards of one list.
MOST = 10
_TALK = frozenset({"small-talk", "about-bot"})
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


def cards(desk: Desk, answer: Answer) -> list[InlineQueryResultArticle]:
    """The reply as cards, the figure in the title: one for an answer, one for each choice of a question back; for a
    decline that it is one, and what can be answered instead, under the name of its question; for mere talk what can be
    asked."""
    if answer.outcome == "answer":
        return [card(desk, answer)]
    if answer.outcome == "clarify":
        return [*_opened(desk, (choice.reference for choice in answer.choices[:MOST]), answer.language)]
    if answer.reason in _TALK:
        return [*_opened(desk, (each.reference for each in answer.suggestions), answer.language)]
    return [_declined(desk, answer), *_offered(desk, answer)]


def card(desk: Desk, answer: Answer) -> InlineQueryResultArticle:
    """The reply as one card: its figures as the title, its source as the description."""
    description = origin(answer).strip("()") if answer.sources else ""
    return _card(desk, answer, " ".join(answer.headline.splitlines()), description)


def _declined(desk: Desk, answer: Answer) -> InlineQueryResultArticle:
    """The decline, in whose title stands that the release lacks something where that is why."""
    if answer.reason == "not-understood":
        return _card(desk, answer, answer.headline, "")
    return _card(desk, answer, desk.replies.cards.nothing.in_language(answer.language), answer.headline)


def _opened(desk: Desk, references: Iterator[str], language: Language) -> Iterator[InlineQueryResultArticle]:
    for reference in references:
        opened = desk.engine.open_reference(reference, language)
        if opened is not None:
            yield card(desk, opened[0])


def _offered(desk: Desk, answer: Answer) -> Iterator[InlineQueryResultArticle]:
    """What can be answered instead of a decline; never under the title of an answer."""
    can = desk.replies.cards.offered.in_language(answer.language)
    for choice in answer.suggestions:
        opened = desk.engine.open_reference(choice.reference, answer.language)
        if opened is not None:
            yield _card(desk, opened[0], choice.label, f"{can}: {opened[0].headline}")


def _card(desk: Desk, answer: Answer, title: str, description: str) -> InlineQueryResultArticle:
    page = card_page(answer)
    return InlineQueryResultArticle(
        id=hashlib.blake2b(f"{title}\n{page}".encode(), digest_size=16).hexdigest(),
        title=title,
        description=description,
        input_message_content=InputTextMessageContent(
            page, parse_mode=ParseMode.HTML, link_preview_options=_NO_PREVIEW
        ),
        reply_markup=_buttons(desk, answer),
    )


def _buttons(desk: Desk, answer: Answer) -> InlineKeyboardMarkup | None:
    """The citation to copy and the way to the fact in a chat with the bot."""
    labels, row = desk.replies.labels, desk.keyboards.copying(answer)
    address = deeplinks.address(desk.courier.username, answer.references[0]) if answer.references else None
    if address:
        row.append(InlineKeyboardButton(labels.ask_here.in_language(answer.language), url=address))
    return InlineKeyboardMarkup([row]) if row else None
