"""The menu and the descriptions: in both languages, and written only when they differ."""

from __future__ import annotations

import asyncio

import pytest
from telegram import Bot

from bot.handlers.profile import LONGEST_DESCRIPTION, LONGEST_SHORT, publish
from bot.handlers.replies import filled, replies
from bot.handlers.table import COMMANDS
from bot.knowledge.model import LANGUAGES, Language
from tests.botapi import BotApi
from tests.fakes import RELEASE


@pytest.fixture(autouse=True)
def bot() -> None:
    """No running bot is needed here."""


def published(api: BotApi) -> int:
    """Publish once and tell how many things were set."""

    async def once() -> int:
        async with Bot(api.token, base_url=api.base_url) as caller:
            return await publish(caller, replies(), RELEASE)

    return asyncio.run(once())


def test_commands_and_descriptions_are_set_once(api: BotApi) -> None:
    """A second start finds nothing to change; a changed text is set again, and nothing else."""
    assert published(api) == 6
    assert published(api) == 0
    api.bot.words["description", "ko"] = "딴말"
    assert published(api) == 1


def test_each_language_has_its_menu(api: BotApi) -> None:
    """Korean for Korean, English for everybody else."""
    published(api)
    english, korean = api.bot.commands["default", 0, 0, ""], api.bot.commands["default", 0, 0, "ko"]

    assert [entry["command"] for entry in english] == list(COMMANDS)
    assert english[1]["description"] == "How to use this bot"
    assert korean[1]["description"] == "사용 방법"
    assert "국토부" in api.bot.words["description", "ko"]


def test_the_menu_and_the_table_have_the_same_commands() -> None:
    """In the same order."""
    assert list(replies().commands) == list(COMMANDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_are_complete_and_short_enough(language: Language) -> None:
    """Every placeholder is filled, and Telegram's limits hold."""
    texts = replies()
    for notice in (texts.help, texts.about, texts.privacy, texts.hint, texts.failed):
        assert all("{" not in page for page in notice.pages(language, RELEASE))
    for pressed in (texts.pressed.failed, texts.pressed.updated, texts.pressed.stale):
        assert len(pressed.in_language(language)) <= 200
    assert len(filled(texts.description.in_language(language), language, RELEASE)) <= LONGEST_DESCRIPTION
    assert len(filled(texts.short_description.in_language(language), language, RELEASE)) <= LONGEST_SHORT
