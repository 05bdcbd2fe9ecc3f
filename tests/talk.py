"""Talks with the bot about the shipped release, from their first message on."""

from __future__ import annotations

from bot.answer.model import Answer
from bot.dialogue import State, respond
from tests.releases.catalogues import expo


def reply_to(*turns: str) -> Answer:
    """The reply to the last of the turns."""
    return conversation(*turns)[0]


def conversation(*turns: str) -> tuple[Answer, State]:
    """The reply to the last of the turns, and the state after it."""
    assert turns
    state = State()
    for turn in turns:
        answer, state = respond(turn, state, expo())
    return answer, state
