"""The one entrance for every surface: a text, what was said before, and the knowledge give a reply.

Pure: the same three always give the same bytes. There is no clock, network, database or randomness below.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.answer.compose import compose, with_contact, with_source_first
from bot.answer.model import Answer
from bot.answer.reference import decode, encode
from bot.knowledge.model import Language
from bot.understand.catalogue import Catalogue
from bot.understand.choosing import chosen, refuses_all
from bot.understand.followup import Context
from bot.understand.interpret import interpret
from bot.understand.question import Ambiguous, Part, Question, Talk, Unanswerable
from bot.understand.reading import Reading, asked_language, read


@dataclass(frozen=True, slots=True)
class State:
    """What the conversation so far leaves open for the next message; `State()` is its beginning."""

    language: Language | None = None
    questions: tuple[Question, ...] = ()
    earlier: tuple[Question, ...] = ()
    choices: tuple[str, ...] = ()
    declines: int = 0
    asked_back: bool = False


def respond(text: str, state: State, knowledge: Catalogue, language: Language | None = None) -> tuple[Answer, State]:
    """The reply to the message and the state after it; `language` overrides the question's own."""
    reading = read(text, knowledge.lexicon)
    spoken = language or asked_language(reading.spans) or _language(reading, state)
    context = Context(state.questions, state.earlier)
    offered = tuple(question for reference in state.choices if (question := decode(reference, knowledge)))
    picked: Part | None = Unanswerable("not-understood") if refuses_all(reading.text, offered) else None
    picked = picked or chosen(reading.spans, reading.text, offered, knowledge)
    if picked is not None:
        parts: tuple[Part, ...] = (picked,)
        trace: tuple[str, ...] = ("chosen from what was asked back",)
    else:
        found = interpret(reading.spans, reading.text, context, knowledge)
        parts, trace = found.parts, found.trace
    return _reply(
        parts, state, spoken, knowledge, taken_as=_taken_as(reading), trace=(f"read as {reading.way}", *trace)
    )


def _language(reading: Reading, state: State) -> Language:
    """The message's own language; the conversation's where the message does not tell."""
    if reading.language is None or not reading.is_language_sure:
        return state.language or reading.language or "ko"
    return reading.language


def open_reference(reference: str, language: Language, knowledge: Catalogue) -> tuple[Answer, State] | None:
    """The reply to a pressed choice or suggestion; None when the knowledge no longer has what it names."""
    question = decode(reference, knowledge)
    if question is None:
        return None
    return _reply((question,), State(language), language, knowledge)


def greet(language: Language, knowledge: Catalogue) -> Answer:
    """What the bot is and what it can be asked, for /start, /help and an empty chat."""
    return compose((Talk("about"),), language, knowledge)


def _reply(
    parts: tuple[Part, ...],
    state: State,
    language: Language,
    knowledge: Catalogue,
    *,
    taken_as: str = "",
    trace: tuple[str, ...] = (),
) -> tuple[Answer, State]:
    asked = tuple(part for part in parts if isinstance(part, Question))
    if state.asked_back and all(isinstance(part, Ambiguous) for part in parts):
        parts = (Unanswerable("not-understood"),)
    if parts in ((Talk("repeat"),), (Talk("source"),)):
        return _again(parts == (Talk("source"),), state, language, knowledge)
    answer = compose(parts, language, knowledge, taken_as=taken_as, trace=trace)
    offered = tuple(encode(question) for part in parts if isinstance(part, Ambiguous) for question in part.questions)
    if answer.outcome == "answer":
        return answer, State(language, asked, state.questions if asked != state.questions else state.earlier)
    if answer.outcome == "clarify":
        return answer, replace(state, language=language, choices=offered, asked_back=True)
    if state.declines and answer.reason != "small-talk":
        answer = with_contact(answer, knowledge)
    return answer, replace(state, language=language, choices=(), declines=state.declines + 1, asked_back=False)


def _taken_as(reading: Reading) -> str:
    return reading.text if reading.way != "typed" or any(span.slips for span in reading.spans) else ""


def _again(wants_source: bool, state: State, language: Language, knowledge: Catalogue) -> tuple[Answer, State]:
    """The last answer once more: in the other language, or with its source as the answer."""
    answer = compose(state.questions, language, knowledge)
    if wants_source:
        answer = with_source_first(answer)
    return answer, replace(state, language=language)
