"""What the bot says of its own accord, read from the YAML file in this folder."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from bot.answer.sources import written_date
from bot.knowledge.model import Header, Language, Text
from bot.render.html import notice_pages

#: Who is shown a command in the menu: people in private, everybody in groups, the administrators of groups.
Audience = Literal["private", "groups", "admins"]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Notice(_Record):
    """A message of our own: a headline and the lines below it, in which {names} are filled in."""

    headline: Text
    lines: dict[Language, tuple[str, ...]]

    def pages(self, language: Language, release: Header, **values: object) -> tuple[str, ...]:
        """The notice as HTML, with the release's names and the values filled in."""
        lines = [filled(line, language, release, **values) for line in self.lines[language]]
        return notice_pages(filled(self.headline.in_language(language), language, release, **values), lines)


class Pressed(_Record):
    """What is shown for a moment when a button is pressed."""

    failed: Text
    updated: Text
    stale: Text
    thanks: Text
    for_administrators: Text
    too_fast: Text
    no_chart: Text
    language: dict[Literal["ko", "en", "auto"], Text]


class Labels(_Record):
    """What stands on the buttons."""

    chart: Text
    other: Text
    source: Text
    why: Text
    copy_citation: Text
    topics: Text
    automatic: Text
    keep_no_more: Text
    keep_again: Text
    none_of_these: Text
    add_to_group: Text
    ask_here: Text


class Cards(_Record):
    """What is shown while somebody types the bot's name in a chat."""

    nothing: Text
    offered: Text


class Command(_Record):
    """What the menu says of a command, in each language, and to whom."""

    ko: str
    en: str
    audience: tuple[Audience, ...]

    def in_language(self, language: Language) -> str:
        """What the menu says in that language."""
        return self.ko if language == "ko" else self.en


class Replies(_Record):
    """All texts of our own."""

    help: Notice
    about: Notice
    privacy: Notice
    nothing_held: Notice
    forgotten: Notice
    hint: Notice
    failed: Notice
    too_fast: Notice
    how_to_ask: Notice
    which_fact: Notice
    facts: Notice
    no_source: Notice
    language: Notice
    language_set: Notice
    for_groups: Notice
    for_administrators: Notice
    in_private: Notice
    hearing: Notice
    not_hearing: Notice
    status: Notice
    status_for_keepers: Notice
    pressed: Pressed
    other_words: Text
    edited: Text
    labels: Labels
    cards: Cards
    description: Text
    short_description: Text
    commands: dict[str, Command]


def filled(text: str, language: Language, release: Header, **values: object) -> str:
    """The text with the release's publisher, title and date, and the values, in the place of their names."""
    return text.format(
        publisher=release.publisher.in_language(language),
        title=release.title.in_language(language),
        published=written_date(release.published, language),
        **values,
    )


@cache
def replies() -> Replies:
    """The texts, read once."""
    text = resources.files(__package__).joinpath("replies.yaml").read_text(encoding="utf-8")
    return Replies.model_validate(yaml.safe_load(text))
