"""Buttons that carry all they mean, so that one pressed after a restart, or years later, still says it.

The data of a button is its manner, its language, the version of the knowledge, and the engine's reference.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from bot.answer.contents import Section
from bot.answer.figures import capital
from bot.answer.model import Answer, Choice
from bot.handlers.engine import Engine
from bot.handlers.replies import Labels
from bot.knowledge.model import Language
from bot.render.citation import citation

log = logging.getLogger(__name__)

#: The bytes that Telegram gives a button to remember.
LONGEST_DATA = 64

#: How many topics, or questions of a topic, are shown at a time.
PAGE = 8

#: What a press does: a choice takes the place of the message it is under, a suggestion is answered below it …
Manner = Literal[
    "choice", "suggestion", "translation", "chart", "source", "why", "right", "wrong", "contents", "language",
    "keeping", "none",
]  # fmt: skip
_CODES: dict[Manner, str] = {
    "choice": "c", "suggestion": "s", "translation": "t", "chart": "g", "source": "f", "why": "w", "right": "y",
    "wrong": "n", "contents": "b", "language": "l", "keeping": "k",
    "none": "x",
}  # fmt: skip
_MANNERS = {code: manner for manner, code in _CODES.items()}

_DATA = re.compile(
    rf"(?P<manner>[{''.join(_MANNERS)}])(?P<language>[ke])(?P<version>[\w-]{{4}}):(?P<reference>.+)",
    re.DOTALL | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Button:
    """What a pressed button asks for, and of which knowledge it was made."""

    manner: Manner
    language: Language
    version: str
    reference: str

    @property
    def data(self) -> str:
        """The button as Telegram keeps it."""
        return f"{_CODES[self.manner]}{self.language[0]}{self.version}:{self.reference}"


def read_button(data: str) -> Button | None:
    """The button that the data was made of; None when it was made by no version that we know."""
    found = _DATA.fullmatch(data)
    if found is None:
        return None
    language: Language = "ko" if found["language"] == "k" else "en"
    return Button(_MANNERS[found["manner"]], language, found["version"], found["reference"])


@dataclass(frozen=True)
class Keyboards:
    """Makes the buttons under the bot's messages."""

    engine: Engine
    labels: Labels

    def under(self, answer: Answer) -> InlineKeyboardMarkup | None:
        """The buttons of a reply: what it may be changed to, what can be asked next, and what can be done with it; None
        when there is nothing that fits."""
        rows: list[list[InlineKeyboardButton]] = [*self._alternatives(answer)]
        rows += [[button] for button in self._offered(answer)]
        rows += self._tools(answer)
        return InlineKeyboardMarkup([row for row in rows if row]) if any(rows) else None

    def offering(self, choices: tuple[Choice, ...], language: Language) -> InlineKeyboardMarkup | None:
        """The choices one below the other, each answered below; None without any that fits."""
        rows = [[button] for choice in choices for button in self._made("suggestion", language, choice)]
        return InlineKeyboardMarkup(rows) if rows else None

    def contents(self, sections: tuple[Section, ...], page: int, language: Language) -> InlineKeyboardMarkup:
        """A page of the topics."""
        shown = sections[page * PAGE : (page + 1) * PAGE]
        choices = [Choice(section.name, f"{section.id}:0") for section in shown]
        rows = [[button] for choice in choices for button in self._made("contents", language, choice)]
        return InlineKeyboardMarkup([*rows, self._turning("", page, len(sections), language)])

    def section(self, section: Section, page: int, language: Language) -> InlineKeyboardMarkup:
        """A page of the questions of a topic, with the way back to the topics."""
        shown = section.choices[page * PAGE : (page + 1) * PAGE]
        rows = [[button] for choice in shown for button in self._made("suggestion", language, choice)]
        back = self._made("contents", language, Choice(self.labels.topics.in_language(language), ":0"))
        return InlineKeyboardMarkup([*rows, self._turning(section.id, page, len(section.choices), language), [*back]])

    def languages(self, language: Language) -> InlineKeyboardMarkup:
        """The languages of a chat: Korean, English, and whatever each question is asked in."""
        automatic = self.labels.automatic.in_language(language)
        choices = (Choice("한국어", "ko"), Choice("English", "en"), Choice(automatic, "auto"))
        row = [button for choice in choices for button in self._made("language", language, choice)]
        return InlineKeyboardMarkup([row])

    def keeping(self, language: Language, *, keeps: bool) -> InlineKeyboardMarkup:
        """Whether unanswered questions may be kept, the other way round than it is."""
        label = self.labels.keep_no_more if keeps else self.labels.keep_again
        choice = Choice(label.in_language(language), "off" if keeps else "on")
        return InlineKeyboardMarkup([[*self._made("keeping", language, choice)]])

    def copying(self, answer: Answer) -> list[InlineKeyboardButton]:
        """The button that copies the reply as a citation; none for a reply that cannot be cited."""
        text = citation(answer)
        label = self.labels.copy_citation.in_language(answer.language)
        return [InlineKeyboardButton(label, copy_text=CopyTextButton(text))] if text else []

    def _alternatives(self, answer: Answer) -> Iterator[list[InlineKeyboardButton]]:
        """The figure's other editions in one row, its parts in another."""
        if answer.outcome != "answer" or len(answer.references) != 1 or answer.verdict is not None:
            return
        found = self.engine.alternatives(answer.references[0], answer.language)
        for choices in (found.editions, found.parts):
            yield [button for choice in choices for button in self._made("choice", answer.language, choice)]

    def _offered(self, answer: Answer) -> Iterator[InlineKeyboardButton]:
        for choice in answer.choices:
            yield from self._made("choice", answer.language, choice)
        if answer.outcome == "clarify":
            none = Choice(self.labels.none_of_these.in_language(answer.language), "none")
            yield from self._made("none", answer.language, none)
        for choice in answer.suggestions:
            yield from self._made("suggestion", answer.language, choice)

    def _tools(self, answer: Answer) -> Iterator[list[InlineKeyboardButton]]:
        """What can be done with an answer: drawn, translated, copied, read in full, explained, and judged; with one of
        several things at once only the copying."""
        if answer.outcome != "answer" or not answer.references:
            return
        if len(answer.references) > 1:
            yield self.copying(answer)
            return
        language, reference = answer.language, answer.references[0]
        other: Language = "en" if language == "ko" else "ko"

        def tool(manner: Manner, label: str) -> list[InlineKeyboardButton]:
            return [*self._made(manner, language, Choice(label, reference))]

        chart = tool("chart", self.labels.chart.in_language(language)) if self._has_chart(reference, language) else []
        translation = [*self._made("translation", other, Choice(self.labels.other.in_language(language), reference))]
        yield [*chart, *translation, *self.copying(answer)]
        yield [
            *tool("source", self.labels.source.in_language(language)),
            *tool("why", self.labels.why.in_language(language)),
            *tool("right", "👍"),
            *tool("wrong", "👎"),
        ]

    def _has_chart(self, reference: str, language: Language) -> bool:
        return self.engine.chart(reference, language) is not None

    def _turning(self, section: str, page: int, length: int, language: Language) -> list[InlineKeyboardButton]:
        """The ways to the page before and after."""
        turns = [Choice("◀", f"{section}:{page - 1}")] if page else []
        turns += [Choice("▶", f"{section}:{page + 1}")] if (page + 1) * PAGE < length else []
        return [button for choice in turns for button in self._made("contents", language, choice)]

    def _made(self, manner: Manner, language: Language, choice: Choice) -> Iterator[InlineKeyboardButton]:
        """The button, unless its reference is too long for Telegram to remember."""
        button = Button(manner, language, self.engine.version, choice.reference)
        if len(button.data.encode()) > LONGEST_DATA:
            log.warning("A reference is too long for a button: %s", choice.reference)
            return
        yield InlineKeyboardButton(capital(choice.label), callback_data=button.data)
