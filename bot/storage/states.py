"""States of conversations as JSON, without anyone's words."""

from __future__ import annotations

from dataclasses import replace

from pydantic import TypeAdapter, ValidationError

from bot.dialogue import State
from bot.understand.question import Claim, Question

_STATES = TypeAdapter(State)


def write_state(state: State) -> str:
    """The state as it is stored: as JSON and wordless."""
    return _STATES.dump_json(wordless(state), exclude_defaults=True).decode()


def read_state(text: str) -> State:
    """The state that was stored; `State()` for what other code has written or something has spoilt."""
    try:
        return _STATES.validate_json(text)
    except ValidationError:
        return State()


def wordless(state: State) -> State:
    """The state without any word as somebody typed it.

    A claim that such words are part of is left out whole: without them it would be another claim.
    """
    return replace(
        state,
        questions=tuple(map(_wordless, state.questions)),
        earlier=tuple(map(_wordless, state.earlier)),
    )


def _wordless(question: Question) -> Question:
    claim = None if question.claim is not None and _has_words(question.claim) else question.claim
    return replace(question, claim=claim, relative=())


def _has_words(claim: Claim) -> bool:
    parts = (claim.before, claim.after, *claim.also)
    return bool(claim.others or claim.beyond) or any(_has_words(part) for part in parts if part is not None)
