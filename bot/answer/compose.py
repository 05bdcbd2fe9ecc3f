"""From the parts of a message to the reply: each part answered on its own line, then joined."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Literal

from bot.answer import aspects, declines, metrics
from bot.answer.draft import Draft
from bot.answer.figures import edition_name
from bot.answer.model import Answer, Stage
from bot.answer.suggest import choice
from bot.knowledge.model import Language
from bot.language.hangul import particle
from bot.understand.catalogue import AspectEntry, Catalogue
from bot.understand.question import Ambiguous, Part, Question, Talk

_MAX_SOURCES = 6


def compose(
    parts: tuple[Part, ...],
    language: Language,
    catalogue: Catalogue,
    *,
    taken_as: str = "",
    trace: tuple[str, ...] = (),
) -> Answer:
    """The reply to the parts; `taken_as` is how a message was read that was not clear as typed."""
    drafts = [_draft(part, language, catalogue) for part in parts]
    assumptions = dict.fromkeys(line for part in parts for line in _assumptions(part, language, catalogue))
    if taken_as:
        assumptions = {_taken_as(taken_as, language): None} | assumptions
    answered = [draft for draft in drafts if draft.outcome == "answer"]
    main = answered[0] if answered else drafts[0]
    figures = dict.fromkeys(
        figure for draft in drafts for figure in (*(found.said() for found in draft.operands), *draft.computed)
    )
    return Answer(
        outcome=main.outcome,
        language=language,
        headline="\n".join(dict.fromkeys(draft.headline for draft in drafts)),
        reason=None if answered else main.reason,
        verdict=_verdict(drafts),
        details=tuple(dict.fromkeys(line for draft in drafts for line in draft.details)),
        assumptions=tuple(assumptions) if main.outcome == "answer" else tuple(assumptions)[:1] if taken_as else (),
        figures=tuple(figures),
        sources=tuple(dict.fromkeys(source for draft in drafts for source in draft.sources))[:_MAX_SOURCES],
        choices=tuple(item for draft in drafts for item in draft.choices),
        suggestions=main.suggestions
        if len(drafts) == 1
        else tuple(dict.fromkeys(item for draft in drafts for item in draft.suggestions))[:3],
        stage=_stage(parts, taken_as),
        trace=trace,
    )


def _draft(part: Part, language: Language, catalogue: Catalogue) -> Draft:
    if isinstance(part, Question):
        reply = aspects.reply if part.operation == "aspect" else metrics.reply
        return reply(part, language, catalogue)
    if isinstance(part, Ambiguous):
        return _ask_back(part, language, catalogue)
    if isinstance(part, Talk):
        return declines.talk(part, language, catalogue)
    return declines.decline(part, language, catalogue)


def _ask_back(part: Ambiguous, language: Language, catalogue: Catalogue) -> Draft:
    choices = tuple(choice(question, language, catalogue) for question in part.questions)
    headline = "어느 것을 말씀하시나요?" if language == "ko" else "Which of these do you mean?"
    return Draft("clarify", headline, choices=choices)


def _verdict(drafts: list[Draft]) -> Literal["yes", "no"] | None:
    verdicts = [draft.verdict for draft in drafts if draft.verdict]
    if "no" in verdicts:
        return "no"
    return "yes" if verdicts else None


def _assumptions(part: Part, language: Language, catalogue: Catalogue) -> list[str]:
    if not isinstance(part, Question):
        return []
    lines = []
    knowledge = catalogue.knowledge
    for word, edition in part.relative:
        name = edition_name(edition, language, knowledge)
        lines.append(
            f"‘{word}’{_to(word)} {particle(name, '으로/로')} 보았습니다."
            if language == "ko"
            else f"I took “{word}” as {name}."
        )
    if part.half_named or part.carried:
        entry = catalogue.entries[part.entries[0]]
        name = (entry.topic.name if isinstance(entry, AspectEntry) else entry.name).in_language(language)
        if part.carried:
            lines.append(
                f"앞 질문에 이어 {name} 기준으로 답했습니다."
                if language == "ko"
                else f"Going on from your last question: {name}."
            )
        else:
            lines.append(
                f"{particle(f'‘{name}’', '을/를')} 물으신 것으로 이해했습니다."
                if language == "ko"
                else f"I took this as a question about {name}."
            )
    if part.edition_assumed and _has_editions(part, catalogue):
        year = edition_name(part.editions[-1], language, knowledge)
        lines.append(
            f"연도를 따로 말씀하지 않아 {year} 기준으로 답했습니다."
            if language == "ko"
            else f"No year was given, so this is for {year}."
        )
    if part.base_assumed and part.base:
        base = edition_name(part.base, language, knowledge)
        lines.append(
            f"비교 시점은 보도자료와 같이 {base}입니다."
            if language == "ko"
            else f"Compared with {base}, as the release does."
        )
    return lines


def _to(word: str) -> str:
    return particle(word, "은/는").removeprefix(word)


def _has_editions(part: Question, catalogue: Catalogue) -> bool:
    entry = catalogue.entries[part.entries[0]]
    return not isinstance(entry, AspectEntry) and (len(entry.values) > 1 or entry.rest is not None)


def _taken_as(text: str, language: Language) -> str:
    return (
        f"‘{text}’{particle(text, '으로/로').removeprefix(text)} 이해했습니다."
        if language == "ko"
        else f"I read this as “{text}”."
    )


def _stage(parts: tuple[Part, ...], taken_as: str) -> Stage:
    if taken_as or any(isinstance(part, Question) and part.half_named for part in parts):
        return "fuzzy"
    exact = all(
        isinstance(part, Question)
        and not part.carried
        and not part.edition_assumed
        and part.operation in {"value", "aspect"}
        for part in parts
    )
    return "exact" if exact else "structure"


def with_source_first(answer: Answer) -> Answer:
    """The answer whose headline says where the figures come from, for "source?" after an answer."""
    source = answer.sources[0]
    date = _date(source.published, answer.language)
    places = ", ".join(dict.fromkeys(each.locator for each in answer.sources))
    if answer.language == "ko":
        publisher = particle(source.publisher, "이/가")
        headline = f"{publisher} {date}에 낸 보도자료 ‘{source.title}’에 나온 내용입니다({places})."
    else:
        headline = f"It comes from the press release “{source.title}” of {date} by the {source.publisher}: {places}."
    return replace(answer, headline=headline, verdict=None)


def _date(day: datetime.date, language: Language) -> str:
    if language == "ko":
        return f"{day.year}년 {day.month}월 {day.day}일"
    return f"{day.day} {day:%B} {day.year}"


def with_contact(answer: Answer, catalogue: Catalogue) -> Answer:
    """The decline with the contact that the release gives; unchanged when it gives none."""
    for entry in catalogue.entries.values():
        if isinstance(entry, AspectEntry) and "contact" in entry.aspect.asks:
            return replace(answer, details=(*answer.details, entry.aspect.answer.in_language(answer.language)))
    return answer
