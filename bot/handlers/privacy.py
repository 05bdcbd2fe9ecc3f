"""What is stored about a person, told from the store as it is now."""

from __future__ import annotations

from telegram import InlineKeyboardMarkup

from bot.handlers.desk import Desk
from bot.handlers.replies import Notice
from bot.knowledge.model import Language
from bot.storage.values import Held, Place

_KEEPING: dict[bool, dict[Language, str]] = {
    True: {"ko": "모으고 있습니다", "en": "they are collected"},
    False: {"ko": "모으지 않습니다", "en": "they are not collected"},
}


async def disclose(desk: Desk, place: Place, language: Language) -> tuple[tuple[str, ...], InlineKeyboardMarkup]:
    """The pages that say what is stored, and the button that changes whether unanswered questions are collected."""
    held = await desk.store.held_about(place.user)
    notice = desk.replies.nothing_held if held.is_nothing() else desk.replies.privacy
    return await _told(desk, place, language, notice, held)


async def disclose_left(desk: Desk, place: Place, language: Language) -> tuple[tuple[str, ...], InlineKeyboardMarkup]:
    """The pages that say what is left once all was deleted, and the same button: the choice that was made with it was
    deleted, too."""
    held = await desk.store.held_about(place.user)
    return await _told(desk, place, language, desk.replies.forgotten, held)


async def _told(
    desk: Desk, place: Place, language: Language, notice: Notice, held: Held
) -> tuple[tuple[str, ...], InlineKeyboardMarkup]:
    """The notice with what is held filled in."""
    settings = await desk.store.settings(place.chat)
    chosen = held.settings.language if held.settings else None
    pages = notice.pages(
        language,
        desk.engine.release,
        conversations=held.conversations,
        exchanges=held.exchanges,
        votes=held.votes,
        settings=int(held.settings is not None),
        chosen=desk.replies.pressed.language[chosen or "auto"].in_language(language),
        keeping=_KEEPING[settings.keeps_unanswered][language],
    )
    return pages, desk.keyboards.keeping(language, keeps=settings.keeps_unanswered)
