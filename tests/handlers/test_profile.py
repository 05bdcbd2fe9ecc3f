"""The menu and the descriptions: in both languages, and written only when they differ."""

from __future__ import annotations

import asyncio
import string

import pytest
from telegram import Bot

from bot.handlers.profile import LONGEST_DESCRIPTION, LONGEST_SHORT, publish
from bot.handlers.replies import Notice, filled, replies
from bot.handlers.table import COMMANDS
from bot.knowledge.model import LANGUAGES, Language, Text
from tests.botapi import BotApi
from tests.fakes import RELEASE

#: What Telegram calls each audience.
SCOPES = {"private": "all_private_chats", "groups": "all_group_chats", "admins": "all_chat_administrators"}


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
    assert published(api) == len(LANGUAGES) * (len(SCOPES) + 2)
    assert published(api) == 0
    api.bot.words["description", "ko"] = "딴말"
    assert published(api) == 1


@pytest.mark.parametrize(("audience", "scope"), SCOPES.items())
def test_each_audience_has_its_menu_in_each_language(api: BotApi, audience: str, scope: str) -> None:
    """Korean for Korean, English for everybody else; in groups what is of use there, more for those who run them."""
    published(api)
    english, korean = api.bot.commands[scope, 0, 0, ""], api.bot.commands[scope, 0, 0, "ko"]

    expected = [name for name, command in replies().commands.items() if audience in command.audience]
    assert [entry["command"] for entry in english] == [entry["command"] for entry in korean] == expected
    assert {"command": "help", "description": "How to use this bot"} in english
    assert {"command": "help", "description": "사용 방법"} in korean
    assert "국토부" in api.bot.words["description", "ko"]


def test_only_administrators_are_shown_the_language_in_groups() -> None:
    """They alone may change it there."""
    assert replies().commands["lang"].audience == ("private", "admins")


def test_every_command_of_the_menu_is_in_the_table() -> None:
    """The table has two more, which need no menu: one for the start button, one for who looks after the bot."""
    assert set(COMMANDS) - set(replies().commands) == {"start", "status"}
    assert set(replies().commands) <= set(COMMANDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_are_complete_and_short_enough(language: Language) -> None:
    """Every placeholder is filled, and Telegram's limits hold."""
    texts = replies()
    notices = [notice for _, notice in texts if isinstance(notice, Notice)]
    for notice in notices:
        for text in (notice.headline.in_language(language), *notice.lines[language]):
            shown = filled(text, language, RELEASE, **dict.fromkeys(_names_in(text), "1"))
            assert "{" not in shown
    for _, pressed in texts.pressed:
        if isinstance(pressed, Text):
            assert len(pressed.in_language(language)) <= 200
    assert len(filled(texts.description.in_language(language), language, RELEASE)) <= LONGEST_DESCRIPTION
    assert len(filled(texts.short_description.in_language(language), language, RELEASE)) <= LONGEST_SHORT


def _names_in(text: str) -> set[str]:
    """What is filled in besides the release's own names."""
    names = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    return names - {"publisher", "title", "published"}
