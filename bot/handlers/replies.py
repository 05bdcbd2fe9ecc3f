"""What the bot says of its own accord, read from the YAML file in this folder."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml
from pydantic import BaseModel, ConfigDict

from bot.knowledge.model import Header, Language, Text
from bot.render.html import notice_pages
from bot.render.text import written_date


class Notice(BaseModel):
    """A message of our own: a headline and the lines below it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    headline: Text
    lines: dict[Language, tuple[str, ...]]

    def pages(self, language: Language, release: Header) -> tuple[str, ...]:
        """The notice as HTML, with the release's names filled in."""
        lines = [filled(line, language, release) for line in self.lines[language]]
        return notice_pages(filled(self.headline.in_language(language), language, release), lines)


class Notices(BaseModel):
    """What is shown for a moment when a button is pressed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    failed: Text
    updated: Text
    stale: Text


class Replies(BaseModel):
    """All texts of our own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    help: Notice
    about: Notice
    privacy: Notice
    hint: Notice
    failed: Notice
    pressed: Notices
    description: Text
    short_description: Text
    commands: dict[str, Text]


def filled(text: str, language: Language, release: Header) -> str:
    """The text with the release's publisher, title and date in the place of their names."""
    return text.format(
        publisher=release.publisher.in_language(language),
        title=release.title.in_language(language),
        published=written_date(release.published, language),
    )


@cache
def replies() -> Replies:
    """The texts, read once."""
    text = resources.files(__package__).joinpath("replies.yaml").read_text(encoding="utf-8")
    return Replies.model_validate(yaml.safe_load(text))
