"""From the parts of a message to the reply: each part answered on its own line, then joined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.answer import aspects, declines, metrics, sources
from bot.answer.charts import chart_of, no_chart
from bot.answer.checked import checked
from bot.answer.draft import Draft
from bot.answer.figures import edition_name, name_of
from bot.answer.model import Answer, Chart, Stage, Verdict
from bot.answer.reference import encode
from bot.answer.sources import written_date
from bot.answer.suggest import MAX_SUGGESTIONS, choice
from bot.knowledge.model import Language
from bot.language.hangul import only_particle, particle
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry, Entry
from bot.understand.interpreting.interpret import Interpretation
from bot.understand.interpreting.statement import MOST_NUMBERS
from bot.understand.question import Ambiguous, Part, Question, Quoted, Talk

_MAX_SOURCES = 6


def compose(found: Interpretation, language: Language, catalogue: Catalogue) -> Answer:
    """The reply to what a message asks."""
    drafts = [_draft(part, language, catalogue) for part in found.parts]
    answered = [draft for draft in drafts if draft.outcome == "answer"]
    main = answered[0] if answered else drafts[0]
    chart, undrawn = _chart(found, drafts, language, catalogue)
    later = _successor(language, catalogue) if answered else ()
    said = (figure for draft in drafts for figure in (*(each.said() for each in draft.operands), *draft.computed))
    return Answer(
        outcome=main.outcome,
        language=language,
        headline="\n".join(
            checked(found.stated, drafts, found.parts, language, catalogue)
            or dict.fromkeys(each.headline for each in drafts)
        ),
        reason=None if answered else main.reason,
        verdict=_verdict(drafts),
        details=tuple(dict.fromkeys((*(line for draft in drafts for line in draft.details), *undrawn, *later))),
        assumptions=tuple(dict.fromkeys(_assumptions(found, language, catalogue, is_answer=bool(answered)))),
        figures=tuple(dict.fromkeys(said)),
        sources=tuple(dict.fromkeys(source for draft in drafts for source in draft.sources))[:_MAX_SOURCES],
        choices=tuple(item for draft in drafts for item in draft.choices),
        suggestions=tuple(dict.fromkeys(item for draft in drafts for item in draft.suggestions))[:MAX_SUGGESTIONS],
        references=tuple(dict.fromkeys(encode(part) for part in found.parts if isinstance(part, Question))),
        stage=_stage(found),
        steps=found.trace,
        chart=chart,
    )


def _successor(language: Language, catalogue: Catalogue) -> tuple[str, ...]:
    """The line that says that a later release has taken the place of this one; none where none has."""
    later = catalogue.knowledge.release.superseded_by
    if later is None:
        return ()
    date, title = written_date(later.published, language), later.title.in_language(language)
    if language == "ko":
        return (f"이 자료는 {date}에 나온 「{title}」{only_particle(title, '으로/로')} 갱신되었습니다.",)
    return (f"Updated on {date} by “{title}”.",)


def _chart(
    found: Interpretation, drafts: list[Draft], language: Language, catalogue: Catalogue
) -> tuple[Chart | None, tuple[str, ...]]:
    """The chart of the first answered part that wishes for one and has one; else why there is none, if it is wished
    for."""
    wishing = [
        part
        for part, draft in zip(found.parts, drafts, strict=True)
        if isinstance(part, Question) and part.wants_chart and draft.outcome == "answer"
    ]
    charts = (chart_of(part, language, catalogue) for part in wishing)
    chart = next((each for each in charts if each is not None), None)
    if chart is not None or not wishing:
        return chart, ()
    return None, (no_chart(wishing[0], language, catalogue),)


def _assumptions(found: Interpretation, language: Language, catalogue: Catalogue, *, is_answer: bool) -> Iterator[str]:
    """How the message was read, where that was not plain, and what was filled in."""
    if found.taken_as:
        yield _taken_as(found.taken_as, language)
    if found.is_abridged:
        yield _only_some_was_read(language)
    if not is_answer:
        return
    if found.left_out:
        yield (f"‘{found.left_out}’ 부분은 빼고 답했습니다." if language == "ko" else f"I left out “{found.left_out}”.")
    for part in found.parts:
        yield from _filled_in(_of_text(part) if found.stated else part, language, catalogue)


def _of_text(part: Part) -> Part:
    """The part of a running text, which goes on from the words before it and not from a question; its line says what it
    was taken for."""
    return replace(part, carried=(), half_named=False) if isinstance(part, Question) and part.carried else part


def _draft(part: Part, language: Language, catalogue: Catalogue) -> Draft:
    if isinstance(part, Question):
        reply = aspects.reply if part.operation == "aspect" else metrics.reply
        return reply(part, language, catalogue)
    if isinstance(part, Ambiguous):
        return _ask_back(part, language, catalogue)
    if isinstance(part, Quoted):
        return _quoted(part, language, catalogue)
    if isinstance(part, Talk):
        return declines.talk(part, language, catalogue)
    return declines.decline(part, language, catalogue)


def _quoted(part: Quoted, language: Language, catalogue: Catalogue) -> Draft:
    place = catalogue.knowledge.passage(part.passage).place.in_language(language)
    headline = (
        f"보도자료에 그대로 있습니다({place})." if language == "ko" else f"The release has just these words ({place})."
    )
    return Draft(
        "answer", headline, verdict="yes", sources=sources.of_passages((part.passage,), language, catalogue.knowledge)
    )


def _ask_back(part: Ambiguous, language: Language, catalogue: Catalogue) -> Draft:
    choices = tuple(choice(question, language, catalogue) for question in part.questions)
    headline = "어느 것을 말씀하십니까?" if language == "ko" else "Which of these do you mean?"
    return Draft("clarify", headline, choices=choices)


def _verdict(drafts: list[Draft]) -> Verdict | None:
    verdicts = [draft.verdict for draft in drafts if draft.verdict]
    if "no" in verdicts:
        return "no"
    return "yes" if verdicts else None


def _filled_in(part: Part, language: Language, catalogue: Catalogue) -> list[str]:
    if not isinstance(part, Question):
        return []
    lines = []
    knowledge = catalogue.knowledge
    for word, edition in part.relative:
        name = edition_name(edition, language, knowledge)
        lines.append(
            f"‘{word}’{only_particle(word, '은/는')} {particle(name, '으로/로')} 보았습니다."
            if language == "ko"
            else f"I took “{word}” as {name}."
        )
    if part.of_subject:
        subject = knowledge.release.subject.in_language(language)
        lines.append(f"{subject} 기준으로 답했습니다." if language == "ko" else f"This is of the {subject}.")
    if part.half_named or part.carried:
        entry = catalogue.entries[part.entries[0]]
        name = _name(entry, part, language, catalogue)
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


def _name(entry: Entry, part: Question, language: Language, catalogue: Catalogue) -> str:
    if isinstance(entry, AspectEntry):
        return entry.topic.name.in_language(language)
    edition = part.editions[0] if len(part.editions) == 1 and part.operation == "value" else None
    return name_of(entry, language, edition, catalogue.knowledge)


def _has_editions(part: Question, catalogue: Catalogue) -> bool:
    entry = catalogue.entries[part.entries[0]]
    return not isinstance(entry, AspectEntry) and (len(entry.values) > 1 or entry.rest is not None)


def _taken_as(text: str, language: Language) -> str:
    return (
        f"‘{text}’{only_particle(text, '으로/로')} 이해했습니다." if language == "ko" else f"I read this as “{text}”."
    )


def _only_some_was_read(language: Language) -> str:
    if language == "ko":
        return f"글이 길어 처음과 끝, 그리고 숫자가 있는 문장만 읽었습니다. 수치는 {MOST_NUMBERS}개까지 확인합니다."
    return (
        "The text is long, so I read only its beginning, its end and sentences with numbers, "
        f"and check up to {MOST_NUMBERS} of them."
    )


def _stage(found: Interpretation) -> Stage:
    if found.taken_as or any(isinstance(part, Question) and part.half_named for part in found.parts):
        return "fuzzy"
    return "exact" if all(map(_is_exact, found.parts)) else "structure"


def _is_exact(part: Part) -> bool:
    """Whether the part was asked outright, with nothing filled in."""
    if not isinstance(part, Question) or part.operation not in {"value", "aspect"}:
        return False
    return not part.carried and not part.edition_assumed


def with_source_first(answer: Answer) -> Answer:
    """The answer whose headline says where the figures come from, for "source?" after an answer."""
    source = answer.sources[0]
    date = written_date(source.published, answer.language)
    places = ", ".join(dict.fromkeys(each.locator for each in answer.sources))
    if answer.language == "ko":
        publisher = particle(source.publisher, "이/가")
        headline = f"{publisher} {date}에 낸 보도자료 ‘{source.title}’에 나온 내용입니다({places})."
    else:
        headline = f"It comes from the press release “{source.title}” of {date} by the {source.publisher}: {places}."
    return replace(answer, headline=headline, verdict=None)


def with_contact(answer: Answer, catalogue: Catalogue) -> Answer:
    """The decline with the contact that the release gives; unchanged when it gives none."""
    contact = catalogue.index.contact
    if contact is None:
        return answer
    return replace(answer, details=(*answer.details, contact.aspect.answer.in_language(answer.language)))
