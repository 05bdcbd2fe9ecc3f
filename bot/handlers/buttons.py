"""Buttons that carry all they mean, so that one pressed after a restart, or years later, still says it.

The data of a button is its manner, its language, the version of the knowledge, and the engine's reference.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import Literal

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.answer.model import Answer, Choice
from bot.knowledge.model import Language

log = logging.getLogger(__name__)

#: The bytes that Telegram gives a button to remember.
LONGEST_DATA = 64

#: A choice takes the place of the question it answers; a suggestion is a question of its own, below.
Manner = Literal["choice", "suggestion"]

_DATA = re.compile(r"(?P<manner>[cs])(?P<language>[ke])(?P<version>[\w-]{4}):(?P<reference>.+)", re.DOTALL | re.ASCII)


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
        return f"{self.manner[0]}{self.language[0]}{self.version}:{self.reference}"


def read_button(data: str) -> Button | None:
    """The button that the data was made of; None when it was made by no version that we know."""
    found = _DATA.fullmatch(data)
    if found is None:
        return None
    manner: Manner = "choice" if found["manner"] == "c" else "suggestion"
    return Button(manner, "ko" if found["language"] == "k" else "en", found["version"], found["reference"])


def keyboard(answer: Answer, version: str) -> InlineKeyboardMarkup | None:
    """The answer's choices and then its suggestions, one below the other; None when it has none that fit."""
    rows = [
        InlineKeyboardButton(choice.label, callback_data=button.data)
        for manner, choice in _offered(answer)
        if _fits(button := Button(manner, answer.language, version, choice.reference))
    ]
    return InlineKeyboardMarkup([[row] for row in rows]) if rows else None


def _offered(answer: Answer) -> list[tuple[Manner, Choice]]:
    choices: list[tuple[Manner, Choice]] = [("choice", choice) for choice in answer.choices]
    return choices + [("suggestion", choice) for choice in answer.suggestions]


def _fits(button: Button) -> bool:
    fits = len(button.data.encode()) <= LONGEST_DATA
    if not fits:
        log.warning("A reference is too long for a button: %s", button.reference)
    return fits
