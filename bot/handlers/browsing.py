"""All that can be asked, page by page: first the topics, then what is known of one."""

from __future__ import annotations

from telegram import InlineKeyboardMarkup

from bot.handlers.buttons import PAGE
from bot.handlers.desk import Desk
from bot.knowledge.model import Language


def page(desk: Desk, section: str, number: int, language: Language) -> tuple[tuple[str, ...], InlineKeyboardMarkup]:
    """The page with that number of the section, or of the topics for no section or one that is no more; the last page
    for a number beyond it."""
    sections = desk.engine.contents(language)
    found = next((each for each in sections if each.id == section), None)
    length = len(found.choices) if found else len(sections)
    pages = -(-length // PAGE)
    number = max(0, min(number, pages - 1))
    name = found.name if found else desk.replies.labels.topics.in_language(language).lstrip("↩ ")
    text = desk.replies.facts.pages(language, desk.engine.release, name=name, page=number + 1, pages=pages)
    markup = (
        desk.keyboards.section(found, number, language)
        if found
        else desk.keyboards.contents(sections, number, language)
    )
    return text, markup
