"""A question back answered in words: by its number, by its place in the list, or by what tells it from the others."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.understand.asking.candidates import find_candidates
from bot.understand.asking.kinds import QUANTITY_ASKS, SPECIFIC_ASKS
from bot.understand.asking.partial import GENERAL
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import COUNTED, AspectEntry, MetricEntry
from bot.understand.features import Features
from bot.understand.gathering.gather import gather
from bot.understand.question import Question
from bot.understand.span import Span

#: What names the first, the second … of what is offered.
_ORDINALS = (
    (
        "1", "1번", "첫 번째", "첫번째", "첫째", "하나", "일번", "the first",
        "first", "first one", "the first one", "one",
    ),
    (
        "2", "2번", "두 번째", "두번째", "둘째", "둘", "이번", "the second",
        "second", "second one", "the second one", "two",
    ),
    (
        "3", "3번", "세 번째", "세번째", "셋째", "셋", "삼번", "the third",
        "third", "third one", "the third one", "three",
    ),
    (
        "4", "4번", "네 번째", "네번째", "넷째", "넷", "사번", "the fourth",
        "fourth", "fourth one", "the fourth one", "four",
    ),
)  # fmt: skip
_LAST = (
    "마지막", "마지막 거", "맨 뒤", "the last", "last", "last one", "the last one", "the latter", "latter", "후자",
    "뒤엣것",
)  # fmt: skip
_FIRST = ("전자", "앞엣것", "the former", "former")
_NUMBER = re.compile(r"^(?:(?:number|option|choice)\s*(?=\w)|(?:no\.?|#)\s*(?=\d))")
_DRESSING = re.compile(r"(?:이요|요|거요|거|것|걸로|으로|로|입니다|이에요|예요|please|pls|[.!?,~\s])+$")
_NONE = (
    "없음", "없어", "없어요", "이 중에 없음", "이 중에 없어", "해당 없음",
    "다 아니", "다 아니야", "다 아니에요", "아무것도 아니야", "둘 다 아니",
    "둘 다 아니야", "none", "none of these", "none of them", "none of those", "neither", "neither of them", "no",
)  # fmt: skip
_TWO = 2
_BOTH = ("둘 다", "둘다", "둘 모두", "양쪽 다", "both", "both of them", "both of these", "the both")
_ALL = (
    "다", "모두", "전부", "전부 다", "셋 다", "셋다", "넷 다",
    "all", "all of them", "all of these", "all three", "all four",
)  # fmt: skip


def wants_all(text: str, offered: tuple[Question, ...]) -> bool:
    """Whether the message says that all of the offered questions are meant."""
    bare = _DRESSING.sub("", text.strip())
    return bool(offered) and (bare in _ALL or (bare in _BOTH and len(offered) == 2))


def is_no_choice(text: str, offered: tuple[Question, ...]) -> bool:
    """Whether the message is a number beyond those that were offered."""
    bare = _NUMBER.sub("", _DRESSING.sub("", text.strip()))
    return bool(offered) and bare.isdecimal() and len(bare) == 1 and not 1 <= int(bare) <= len(offered)


def refuses_all(text: str, offered: tuple[Question, ...]) -> bool:
    """Whether the message says that none of the offered questions is meant."""
    return bool(offered) and _DRESSING.sub("", text.strip()) in _NONE


def of_one_thing(offered: tuple[Question, ...], catalogue: Catalogue) -> Question | None:
    """The first of the offered questions, a figure if there is one, when all are about one thing; else None."""
    if not offered:
        return None
    entries = [catalogue.entries[question.entries[0]] for question in offered]
    little = catalogue.little | GENERAL
    shared = frozenset.intersection(*(entry.about - little for entry in entries))
    figures = [each for each, entry in zip(offered, entries, strict=True) if isinstance(entry, MetricEntry)]
    if shared and figures:
        return figures[0]
    topics = {entry.topic.id for entry in entries if isinstance(entry, AspectEntry)}
    is_one_topic = not figures and len(topics) == 1
    return offered[0] if is_one_topic else None


def chosen(spans: tuple[Span, ...], text: str, offered: tuple[Question, ...], catalogue: Catalogue) -> Question | None:
    """The offered question that the message picks; None when it picks none or asks something else."""
    place = _place(text, len(offered))
    if place is not None:
        return offered[place]
    return _named(spans, text, offered, catalogue)


def counted(
    spans: tuple[Span, ...], text: str, offered: tuple[Question, ...], catalogue: Catalogue
) -> tuple[Question, ...] | None:
    """The offered figures that count what the message counts, where it asks nothing but how many of that; None when it
    asks something else, or names what none of them counts: buyers? and from how many places?"""
    found = gather(spans, catalogue, text)
    if found.unknown or not found.counters or "ask:many" not in found.asks:
        return None
    things = {COUNTED[counter] for counter in found.counters.intersection(COUNTED)}
    says_more = found.named - catalogue.little - things or found.operations or found.numbers or found.editions
    if says_more or found.has("claim") or found.asks - QUANTITY_ASKS:
        return None
    metrics = [catalogue.entries[question.entries[0]] for question in offered]
    counting = tuple(
        question
        for question, entry in zip(offered, metrics, strict=True)
        if isinstance(entry, MetricEntry) and not found.counters.isdisjoint(entry.counters)
    )
    return None if not counting and things - {"person"} else counting


def _place(text: str, count: int) -> int | None:
    bare = _NUMBER.sub("", _DRESSING.sub("", text.strip()))
    for place, words in enumerate(_ORDINALS[:count]):
        if bare in words:
            return place
    if bare in _LAST:
        return count - 1
    return 0 if bare in _FIRST else None


def _answering(found: Features, offered: tuple[Question, ...], catalogue: Catalogue) -> Question | None:
    """The one offered side of a topic that answers the asking word that the message consists of: 어디서요?"""
    if found.operations or found.numbers or found.editions or not found.asks & SPECIFIC_ASKS:
        return None
    entries = ((question, catalogue.entries[question.entries[0]]) for question in offered)
    fits = [
        question
        for question, entry in entries
        if isinstance(entry, AspectEntry) and found.asks & SPECIFIC_ASKS <= entry.answers
    ]
    return fits[0] if len(fits) == 1 else None


def _named(spans: tuple[Span, ...], text: str, offered: tuple[Question, ...], catalogue: Catalogue) -> Question | None:
    """The one offered question that the message's words fit best, when they fit just one."""
    found = gather(spans, catalogue, text)
    if found.unknown:
        return None
    if not found.items:
        return _answering(found, offered, catalogue)
    if found.operations or found.numbers or found.editions or found.has("claim"):
        return None  # a question of its own is no choice
    fits: list[tuple[int, Question]] = []
    for question in offered:
        entry = catalogue.entries[question.entries[0]]
        if all(item.meanings & (entry.explains | catalogue.little) for item in found.items):
            fits.append((len(found.meanings & entry.named), question))
    fits.sort(key=lambda fit: -fit[0])
    complete = [candidate for candidate in find_candidates(found, catalogue) if candidate.is_complete]
    asks_anew = bool(found.asks) and complete
    if asks_anew and complete[0].entry.id not in {question.entries[0] for question in offered}:
        return None
    best = complete[0].entry if complete else None
    if best is not None and fits and fits[0][0] < len(found.meanings & best.named) and isinstance(best, MetricEntry):
        return None  # it names a figure that was not offered
    if fits and fits[0][0] and (len(fits) == 1 or fits[0][0] > fits[1][0]):
        return fits[0][1]
    return _with_what_all_are(found, fits, catalogue)


def _with_what_all_are(found: Features, fits: list[tuple[int, Question]], catalogue: Catalogue) -> Question | None:
    """The one of the equally fitting questions that the message names together with what all of them are of: of what
    is from abroad, companies."""
    tied = {question.entries[0]: question for fit, question in fits if fit and fit == fits[0][0]}
    if len(tied) < _TWO:
        return None
    shared = frozenset.intersection(*(catalogue.entries[entry].named for entry in tied)) - catalogue.little
    naming = replace(found, meanings=found.meanings | shared)
    named = [each.entry.id for each in find_candidates(naming, catalogue) if each.is_complete and shared & each.matched]
    return tied.get(named[0]) if named else None
