"""A conversation in the terminal: every reply keeps what it offers, so that a number is an answer too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from bot.answer.model import Answer, Choice
from bot.dialogue import State, greet, open_reference, respond
from bot.knowledge.model import Language
from bot.terminal.streams import readable
from bot.understand.catalogue.catalogue import Catalogue

HELP = "/help"
LEAVE = frozenset({"/quit", "/exit"})

#: The next message, or None when there are no more.
Reader = Callable[[], str | None]

_NUMBER = re.compile(r"\s*(\d{1,2})\s*[.)]?\s*")


@dataclass(frozen=True, slots=True)
class Talk:
    """Where a conversation stands: `forced` is the language of all replies, `offers` what a number picks."""

    language: Language
    forced: Language | None = None
    state: State = field(default_factory=State)
    offers: tuple[Choice, ...] = ()


def greeting(talk: Talk, catalogue: Catalogue) -> tuple[Answer, Talk]:
    """What the bot is and can be asked; a number then picks one of its suggestions."""
    return _after(greet(talk.language, catalogue), talk.state, talk)


def reply(text: str, talk: Talk, catalogue: Catalogue) -> tuple[Answer, Talk]:
    """The reply to a message, which may be the number of an offer, and where the conversation then stands."""
    if text.strip() == HELP:
        return greeting(talk, catalogue)
    offer = _picked(text, talk.offers)
    opened = open_reference(offer.reference, talk.language, catalogue) if offer else None
    answer, state = opened or respond(readable(text), talk.state, catalogue, talk.forced)
    return _after(answer, state, talk)


def _picked(text: str, offers: tuple[Choice, ...]) -> Choice | None:
    match = _NUMBER.fullmatch(text)
    number = int(match[1]) if match else 0
    return offers[number - 1] if 0 < number <= len(offers) else None


def _after(answer: Answer, state: State, talk: Talk) -> tuple[Answer, Talk]:
    offers = (*answer.choices, *answer.suggestions)
    return answer, replace(talk, language=answer.language, state=state, offers=offers)


def converse(read: Reader, show: Callable[[Answer], None], talk: Talk, catalogue: Catalogue) -> None:
    """Greets, then shows the reply to every message until there are no more or the person leaves."""
    answer, talk = greeting(talk, catalogue)
    show(answer)
    while (text := read()) is not None and text.strip() not in LEAVE:
        if text.strip():
            answer, talk = reply(text, talk, catalogue)
            show(answer)


def prompt() -> Reader:
    """Messages typed at a prompt with line editing and a history, of which nothing is kept on disk."""
    from prompt_toolkit import PromptSession  # slow to import, and of use on a terminal only

    session: PromptSession[str] = PromptSession(reserve_space_for_menu=0)

    def read() -> str | None:
        while True:
            try:
                return session.prompt("> ")
            except KeyboardInterrupt:  # gives up the line, not the conversation
                continue
            except EOFError:
                return None

    return read


def script(lines: Iterable[str], echo: Callable[[str], None]) -> Reader:
    """Messages read from a pipe, each echoed so that the transcript reads as a conversation."""
    remaining = iter(lines)

    def read() -> str | None:
        line = next(remaining, None)
        if line is not None and line.strip():
            echo(f"> {line.strip()}\n")
        return line

    return read
