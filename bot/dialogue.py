"""The one entrance for every surface: a text, what was said before, and the knowledge give a reply.

Pure: the same three always give the same bytes. There is no clock, network, database or randomness below.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.answer.compose import compose, with_contact, with_source_first
from bot.answer.exact import exact_question
from bot.answer.model import Answer
from bot.answer.reference import decode, encode
from bot.knowledge.model import Language
from bot.language.normalise import MAX_LENGTH
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.context import Context
from bot.understand.following.choosing import chosen, counted, is_no_choice, of_one_thing, refuses_all, wants_all
from bot.understand.gathering.languages import asked_language
from bot.understand.interpreting.interpret import Interpretation, every_number, interpret
from bot.understand.interpreting.written import as_written
from bot.understand.question import Ambiguous, Part, Question, Talk, Unanswerable
from bot.understand.reading.read import read
from bot.understand.reading.reading import Reading

#: Why a question that the ministry may answer was declined: then its contact is worth giving.
_ABOUT_THE_RELEASE = frozenset({"not-in-release", "no-such-edition", "no-such-breakdown"})
#: So much is told of how a message was read.
_LONGEST_TOLD = 120
#: So many questions before those of the last turn are kept in mind.
_REMEMBERED = 3


@dataclass(frozen=True, slots=True)
class State:
    """What the conversation so far leaves open for the next message; `State()` is its beginning.

    `year` is the one that was asked for last, of which the release does not tell that.
    """

    language: Language | None = None
    questions: tuple[Question, ...] = ()
    earlier: tuple[Question, ...] = ()
    choices: tuple[str, ...] = ()
    declines: int = 0
    asked_back: bool = False
    year: int | None = None


def respond(text: str, state: State, knowledge: Catalogue, language: Language | None = None) -> tuple[Answer, State]:
    """The reply to the message and the state after it; `language` overrides the question's own."""
    reading = read(text, knowledge.lexicon)
    spoken = language or asked_language(reading.spans) or _language(reading, state)
    try:
        found, state = _understood(reading, state, knowledge)
    finally:
        knowledge.forget()
    found = replace(
        found,
        parts=tuple(as_written(part, text[:MAX_LENGTH]) for part in found.parts),
        trace=(f"read as {reading.way}", *found.trace),
        taken_as=_taken_as(reading),
        is_abridged=found.is_abridged or reading.is_abridged,
    )
    return _reply(found, state, spoken, knowledge)


def _understood(reading: Reading, state: State, knowledge: Catalogue) -> tuple[Interpretation, State]:
    """What the message asks, and the state with what it may have gone on from."""
    found = _chosen(reading, state, knowledge)
    if found is not None:
        return found, state
    offered = _with_what_was_offered(state, knowledge)
    context = Context(offered.questions, offered.earlier, offered.year)
    found = interpret(reading.spans, reading.text, context, knowledge)
    return found, state if all(isinstance(part, Talk) for part in found.parts) else offered


def _with_what_was_offered(state: State, knowledge: Catalogue) -> State:
    """The state with the one thing that all choices asked back are about as what was spoken of last."""
    spoken_of = of_one_thing(_offered(state, knowledge), knowledge)
    return replace(state, questions=(spoken_of,), earlier=_spoken_of(state)) if spoken_of else state


def _offered(state: State, knowledge: Catalogue) -> tuple[Question, ...]:
    """The questions that were asked back with, as far as the knowledge still has them."""
    return tuple(question for reference in state.choices if (question := decode(reference, knowledge)))


def _chosen(reading: Reading, state: State, knowledge: Catalogue) -> Interpretation | None:
    """The message as a choice or suggestion, in its own words or in others; None when it asks something else."""
    exact = exact_question(reading.key, knowledge)
    if exact is not None:
        return Interpretation((exact,), ("the label of a suggestion",))
    offered = _offered(state, knowledge)
    if not offered:
        return None
    if refuses_all(reading.text, offered):
        return Interpretation((Unanswerable("not-understood"),), ("refused all that was asked back",))
    if wants_all(reading.text, offered):
        return Interpretation(offered, ("all that was asked back",))
    if is_no_choice(reading.text, offered):
        return Interpretation((Unanswerable("no-such-choice", (str(len(offered)),)),), ("no such choice",))
    told = counted(reading.spans, reading.text, offered, knowledge)
    if told is not None:
        none = (Unanswerable("not-in-release", near=offered[0].entries),)
        return Interpretation(told or none, ("counted of what was asked back",))
    picked = chosen(reading.spans, reading.text, offered, knowledge)
    return Interpretation((picked,), ("chosen from what was asked back",)) if picked else None


def _language(reading: Reading, state: State) -> Language:
    """The message's own language; the conversation's where the message does not tell."""
    if reading.language is None or not reading.is_language_sure:
        return state.language or reading.language or "ko"
    return reading.language


def names_release(text: str, knowledge: Catalogue) -> bool:
    """Whether the text names, free of slips, something that the release speaks of: booths, and not only how many."""
    lexicon = knowledge.lexicon
    reading = read(text, lexicon)
    own = (span for span in reading.spans if span.kind == "word" and span.text in lexicon.own and not span.slips)
    return reading.way == "typed" and any(span.meanings - knowledge.little - lexicon.soft for span in own)


def check(text: str, knowledge: Catalogue, language: Language | None = None) -> Answer:
    """A text that somebody else wrote: what it asks is answered, else each of its numbers is checked."""
    reading = read(text, knowledge.lexicon)
    try:
        found = every_number(reading.spans, reading.text, knowledge)
    finally:
        knowledge.forget()
    asks = text.rstrip().endswith("?")
    if found is None or len(found.parts) == 1 or asks:
        answer, _ = respond(text, State(), knowledge, language)
        is_judged = answer.verdict is not None and (found is None or len(found.parts) == 1)
        if found is None or is_judged or (asks and answer.outcome == "answer"):
            return answer
    spoken = language or asked_language(reading.spans) or _language(reading, State())
    return compose(replace(found, is_abridged=found.is_abridged or reading.is_abridged), spoken, knowledge)


def open_reference(reference: str, language: Language, knowledge: Catalogue) -> tuple[Answer, State] | None:
    """The reply to a pressed choice or suggestion; None when the knowledge no longer has what it names."""
    question = decode(reference, knowledge)
    if question is None:
        return None
    return _reply(Interpretation((question,)), State(language), language, knowledge)


def greet(language: Language, knowledge: Catalogue) -> Answer:
    """What the bot is and what it can be asked, for /start, /help and an empty chat."""
    return compose(Interpretation((Talk("about"),)), language, knowledge)


def _asks_back_again(part: Part, state: State, knowledge: Catalogue) -> bool:
    """Whether the part would ask back what was asked back before, of some of the same entries."""
    offered = (question for reference in state.choices if (question := decode(reference, knowledge)))
    before = {entry for question in offered for entry in question.entries}
    if not isinstance(part, Ambiguous):
        return False
    return not before or not before.isdisjoint(entry for question in part.questions for entry in question.entries)


def _reply(found: Interpretation, state: State, language: Language, knowledge: Catalogue) -> tuple[Answer, State]:
    if state.questions and found.parts in ((Talk("repeat"),), (Talk("source"),)):
        return _again(found.parts == (Talk("source"),), state, language, knowledge)
    if state.asked_back and all(_asks_back_again(part, state, knowledge) for part in found.parts):
        found = replace(found, parts=_all_of_number(found.parts) or (Unanswerable("not-understood"),))
    answer = compose(found, language, knowledge)
    if answer.outcome == "answer":
        asked = tuple(part for part in found.parts if isinstance(part, Question))
        return answer, State(language, asked, _spoken_of(state) if asked != state.questions else state.earlier)
    declined = tuple(question for part in found.parts if (question := _open(part)))
    if declined and answer.outcome == "decline":  # what was asked without an answer may be asked otherwise
        state = replace(state, questions=declined, earlier=_spoken_of(state))
    years = [part.year for part in found.parts if isinstance(part, Unanswerable) and part.year is not None]
    state = replace(state, year=years[-1]) if years and answer.outcome == "decline" else state
    if answer.reason == "no-such-choice":
        return answer, replace(state, language=language)
    if answer.outcome == "clarify":
        unclear = (part for part in found.parts if isinstance(part, Ambiguous))
        questions = tuple(question for part in unclear for question in part.questions)
        offered, year = tuple(map(encode, questions)), _year_of_all(questions, knowledge) or state.year
        return answer, replace(state, language=language, choices=offered, asked_back=True, year=year)
    if state.declines and answer.reason in _ABOUT_THE_RELEASE:
        answer = with_contact(answer, knowledge)
    return answer, replace(state, language=language, choices=(), declines=state.declines + 1, asked_back=False)


def _year_of_all(questions: tuple[Question, ...], knowledge: Catalogue) -> int | None:
    """The year of the one edition that was named for all of the questions; None when there is no such year."""
    editions = {None if question.edition_assumed else question.editions for question in questions}
    only = editions.pop() if len(editions) == 1 else None
    return knowledge.edition(only[0]).year if only is not None and len(only) == 1 else None


def _spoken_of(state: State) -> tuple[Question, ...]:
    """The last few questions of the conversation, in their order."""
    return (*state.earlier, *state.questions)[-_REMEMBERED:]


def _open(part: Part) -> Question | None:
    """What a part without an answer was about; None when that is not known for certain."""
    if isinstance(part, Unanswerable) and part.reason == "no-such-edition" and part.entry and not part.words:
        return Question("value", (part.entry,))
    return replace(part, claim=None, asks_reason=False) if isinstance(part, Question) else None


def _all_of_number(parts: tuple[Part, ...]) -> tuple[Question, ...]:
    """All that a number stands for, for who is asked back and wants to know just that; none for any other choice."""
    offered = tuple(question for part in parts if isinstance(part, Ambiguous) for question in part.questions)
    numbers = {question.claim.number if question.claim else None for question in offered}
    if len(parts) != 1 or len(numbers) != 1 or None in numbers:
        return ()
    return tuple(replace(question, claim=None) for question in offered)


def _taken_as(reading: Reading) -> str:
    if reading.way == "typed" and not any(span.slips for span in reading.spans):
        return ""
    return reading.text if len(reading.text) <= _LONGEST_TOLD else f"{reading.text[:_LONGEST_TOLD]}…"


def _again(wants_source: bool, state: State, language: Language, knowledge: Catalogue) -> tuple[Answer, State]:
    """The last answer once more: in the other language, or with its source as the answer."""
    answer = compose(Interpretation(state.questions), language, knowledge)
    if wants_source and answer.sources:
        answer = with_source_first(answer)
    return answer, replace(state, language=language)
