"""The one entrance for every surface: a text, what was said before, and the knowledge give a reply.

Pure: the same three always give the same bytes. There is no clock, network, database or randomness below.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.answer.model import Answer, Choice
from bot.knowledge.model import Language
from bot.understand.catalogue import Catalogue
from bot.understand.question import Question


@dataclass(frozen=True, slots=True)
class State:
    """What the conversation so far leaves open for the next message; `State()` is its beginning."""

    language: Language | None = None
    questions: tuple[Question, ...] = ()
    choices: tuple[Choice, ...] = ()
    declines: int = 0


def respond(text: str, state: State, knowledge: Catalogue, language: Language | None = None) -> tuple[Answer, State]:
    """The reply to the message and the state after it; `language` overrides the question's own."""
    raise NotImplementedError


def open_reference(reference: str, language: Language, knowledge: Catalogue) -> tuple[Answer, State] | None:
    """The reply to a pressed choice or suggestion; None when the knowledge no longer has what it names."""
    raise NotImplementedError


def greet(language: Language, knowledge: Catalogue) -> Answer:
    """What the bot is and what it can be asked, for /start, /help and an empty chat."""
    raise NotImplementedError
