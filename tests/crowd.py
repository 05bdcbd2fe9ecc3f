"""Many people who ask at the same time: what each of them asks, what the bot must answer, and what it did answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from bot.dialogue import State
from bot.handlers.engine import ReleaseEngine
from bot.knowledge.place import shipped
from bot.render.html import answer_pages
from bot.storage.states import wordless
from bot.understand.catalogue.store import catalogue_of
from tests.benchmarks.kept import ROUNDS, read_items
from tests.botapi import BotApi, User


@dataclass(frozen=True, slots=True)
class Part:
    """What one person asks, and the one message that must follow each question, both in order."""

    person: User
    questions: tuple[str, ...]
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many questions got no answer, how many messages answer none, and how many people got theirs out of order."""

    lost: int
    doubled: int
    disordered: int


def parts(api: BotApi, people: int, questions: int) -> tuple[Part, ...]:
    """New people, each with so many real questions whose answers are one message each and differ from one another."""
    engine = ReleaseEngine(catalogue_of(shipped()))
    asked = (item.turns[0] for item in read_items(ROUNDS) if len(item.turns) == 1)
    persons = [api.user(f"Person {number}", language="ko", started=True) for number in range(people)]
    return tuple(_part(person, asked, questions, engine) for person in persons)


def wishes(number: int) -> tuple[str, ...]:
    """So many questions whose answer is a picture, each another one."""
    engine = ReleaseEngine(catalogue_of(shipped()))
    names = (metric.name for metric in engine.catalogue.knowledge.metrics)
    asked = (text for name in names for text in (f"{name.ko} 그래프", f"chart of {name.en}"))
    drawn = (text for text in asked if engine.respond(text, State(language="ko"))[0].chart)
    return tuple(islice(drawn, number))


def echoed(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The same parts for a bot that says what it hears."""
    return tuple(replace(part, answers=part.questions) for part in parts)


def ask(parts: Sequence[Part]) -> None:
    """Everybody asks the first question, then everybody the second, and so on; nobody waits for an answer."""
    for questions in zip(*(part.questions for part in parts), strict=True):
        for part, question in zip(parts, questions, strict=True):
            part.person.say(question)


def outcome(api: BotApi, parts: Sequence[Part]) -> Outcome:
    """What became of the questions, by every message that the double took from the bot for these people."""
    sent = _sent(api)
    pairs = [(part.answers, tuple(sent.get(part.person.id, ()))) for part in parts]
    return Outcome(
        lost=sum((Counter(wanted) - Counter(given)).total() for wanted, given in pairs),
        doubled=sum((Counter(given) - Counter(wanted)).total() for wanted, given in pairs),
        disordered=sum(not _is_in_order(given, wanted) for wanted, given in pairs),
    )


def answered(api: BotApi) -> int:
    """How many messages the bot has sent."""
    return sum(len(texts) for texts in _sent(api).values())


def _part(person: User, asked: Iterator[str], questions: int, engine: ReleaseEngine) -> Part:
    state, chosen, answers = State(language="ko"), list[str](), list[str]()
    while len(chosen) < questions:
        question = next(asked)
        answer, after = engine.respond(question, state)
        pages = answer_pages(answer)
        if answer.chart is None and len(pages) == 1 and pages[0] not in answers:
            state = wordless(after)
            chosen.append(question)
            answers.append(pages[0])
    return Part(person, tuple(chosen), tuple(answers))


def _sent(api: BotApi) -> dict[int, list[str]]:
    """The text of every message, by chat, in order."""
    texts: dict[int, list[str]] = {}
    for call in api.calls:
        if call.ok and call.method.lower() in {"sendmessage", "sendphoto"}:
            texts.setdefault(call.parameters["chat_id"], []).append(call.parameters.text("text"))
    return texts


def _is_in_order(given: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether those wanted that were given came in their order."""
    known = [text for text in given if text in wanted]
    return known == sorted(known, key=wanted.index)
