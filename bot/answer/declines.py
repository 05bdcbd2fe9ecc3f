"""Replies that give no answer: each names what is missing, in a sentence that offers no figure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer.draft import Draft
from bot.answer.figures import edition_name
from bot.answer.model import Reason
from bot.answer.suggest import nearest, suggestions
from bot.knowledge.model import Language
from bot.language.hangul import only_particle, particle
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry, MetricEntry
from bot.understand.question import ANYTHING, Question, Talk, Unanswerable

_MAX_WORDS = 3
_MOST_CONSIDERED = 20
_MAX_WORD = 40

_ASKS = {
    "ask:where": ("장소", "the place"),
    "ask:when": ("날짜", "the date"),
    "ask:who": ("이름", "who it was"),
    "ask:why": ("이유", "the reason"),
    "ask:purpose": ("목적", "the purpose"),
    "ask:role": ("직책", "the position"),
    "ask:contact": ("연락처", "contact details"),
    "ask:statement": ("발언", "what was said"),
    "ask:weekday": ("요일", "the day of the week"),
    "ask:duration": ("기간", "how long it took"),
    "ask:title": ("제목", "a title"),
    "ask:definition": ("설명", "an explanation"),
    "ask:year": ("연도", "the year"),
    "ask:day": ("날짜", "the date"),
    ANYTHING: ("물으신 내용", "that"),
}

_TALK: dict[str, tuple[str, str]] = {
    "greeting": ("안녕하세요! {subject}에 대해 물어보십시오.", "Hello! Ask me about the {subject}."),
    "thanks": (
        "도움이 되었다니 기쁩니다. 더 궁금한 점이 있으면 물어보십시오.",
        "You're welcome. Ask away if there is more.",
    ),
    "bye": (
        "안녕히 가십시오. 필요하면 언제든 다시 물어보십시오.",
        "Goodbye. Come back whenever you need a figure.",
    ),
    "about": (
        "보도봇은 {publisher} 보도자료 「{title}」에 나온 내용만 출처와 함께 답합니다. "
        "수치, 연도별 비교, 날짜, 장소, 담당자, 계획을 물어보십시오.",
        "Bodobot answers only from the press release “{title}” by the {publisher}, always with the source. "
        "Ask about figures, comparisons by year, dates, places, people and plans.",
    ),
    "laugh": (
        "저는 보도자료에 대해서만 답할 수 있습니다. {subject}에 대해 물어보십시오.",
        "I can only answer about the press release. Try a question about the {subject}.",
    ),
    "insult": (
        "답이 마음에 들지 않으셨다면 죄송합니다. {subject}에 대해 다르게 물어봐 주십시오.",
        "Sorry if that was no help. Try asking about the {subject} in other words.",
    ),
    "attack": (
        "저는 보도자료 내용만 답합니다. {subject}에 대해 물어보십시오.",
        "I only answer from the press release. Ask me about the {subject}.",
    ),
    "empty": ("궁금한 점을 글로 보내 주십시오.", "Please type a question."),
    "source": ("어떤 내용의 출처인지 먼저 물어봐 주십시오.", "Ask me something first, then for its source."),
    "repeat": ("먼저 궁금한 점을 물어봐 주십시오.", "Please ask me something first."),
}


def talk(said: Talk, language: Language, catalogue: Catalogue) -> Draft:
    """The reply to talk that is no question."""
    korean, english = _TALK[said.topic]
    release = catalogue.knowledge.release
    text = (korean if language == "ko" else english).format(
        subject=release.subject.in_language(language),
        title=release.title.in_language(language),
        publisher=release.publisher.in_language(language),
    )
    offers = suggestions(nearest((), catalogue), language, catalogue)
    return Draft("decline", text, "about-bot" if said.topic == "about" else "small-talk", suggestions=offers)


def decline(part: Unanswerable, language: Language, catalogue: Catalogue) -> Draft:
    """The reply that names the word, year or side that the release does not have."""
    headline = _headline(part, language, catalogue)
    offers = suggestions(nearest(part.near, catalogue), language, catalogue)
    return Draft("decline", headline, part.reason, suggestions=offers)  # type: ignore[arg-type]


def _headline(part: Unanswerable, language: Language, catalogue: Catalogue) -> str:
    if part.reason == "no-such-edition" and part.year is not None:
        return _no_year(part.year, part.entry, language, catalogue)
    if part.ask in _ASKS and part.entry is not None:
        return _no_side(part.ask, part.entry, language, catalogue)
    if part.reason == "no-such-breakdown" and part.words:
        return _no_breakdown(part.words, language)
    if part.reason == "not-in-release" and part.words:
        return _no_words(part.words, language, catalogue)
    if part.reason == "off-topic":
        subject = catalogue.knowledge.release.subject.in_language(language)
        if language == "ko":
            return (
                f"이 보도자료에 없는 내용입니다. {particle(subject, '이나/나')} 보도자료에 나온 내용을 물어봐 주십시오."
            )
        return f"That is not in the press release. I can answer about the {subject}."
    if part.reason == "no-such-choice":
        last = part.words[0]
        return (
            f"1번부터 {last}번까지 가운데에서 골라 주십시오."
            if language == "ko"
            else f"Please choose from 1 to {last}."
        )
    if part.reason == "not-understood":
        return (
            "질문을 이해하지 못했습니다. 다르게 물어봐 주십시오."
            if language == "ko"
            else "I did not understand that. Please put it another way."
        )
    return _not_said(language)


def _not_said(language: Language) -> str:
    return "그 내용은 이 보도자료에 없습니다." if language == "ko" else "The press release does not say."


def _no_year(year: int, entry_id: str | None, language: Language, catalogue: Catalogue) -> str:
    """That the release has nothing for the year, or, where it is that of an edition, nothing of this for it."""
    editions = catalogue.knowledge.editions.list
    years = [edition.name.in_language(language) for edition in editions]
    entry = catalogue.entries[entry_id] if entry_id is not None else None
    is_edition = year in {edition.year for edition in editions}
    is_of_subject = isinstance(entry, AspectEntry) and entry.topic.subject
    if entry is not None and is_edition and not is_of_subject:
        name = (entry.topic.name if isinstance(entry, AspectEntry) else entry.name).in_language(language)
        if language == "ko":
            return f"{year}년의 {particle(name, '은/는')} 이 보도자료에 따로 나와 있지 않습니다."
        return f"The press release does not give {name} for {year}."
    if is_edition or any(year in spoken for spoken in catalogue.index.years.values()):
        if language == "ko":
            return f"{year}년에 대해 물으신 내용은 이 보도자료에 없습니다."
        return f"The press release does not say that of {year}."
    if language == "ko":
        return f"{year}년 내용은 이 보도자료에 없습니다. {particle(', '.join(years), '만')} 나와 있습니다."
    return f"The press release has nothing for {year}, only for {', '.join(years[:-1])} and {years[-1]}."


def _no_side(ask: str, entry_id: str, language: Language, catalogue: Catalogue) -> str:
    """That the release does not tell that side of the topic or figure; a side without a name is not named."""
    korean, english = _ASKS[ask]
    entry = catalogue.entries[entry_id]
    if isinstance(entry, AspectEntry) and any(ask[4:] in aspect.asks for aspect in entry.topic.aspects):
        return _not_said(language)  # it is given, but not of what is asked
    name = entry.topic.name if isinstance(entry, AspectEntry) else entry.name
    if ask == ANYTHING:
        if language == "ko":
            return f"{name.ko}에 대해 물으신 내용은 이 보도자료에 나와 있지 않습니다."
        return f"What you asked about {name.en} is not in the press release."
    if language == "ko":
        return f"{name.ko}의 {particle(korean, '은/는')} 이 보도자료에 나와 있지 않습니다."
    return f"The press release does not give {english} for {name.en}."


def _shown(words: Sequence[str]) -> list[str]:
    """The first of the words, none of them too long to be read in a sentence."""
    return [word[:_MAX_WORD] for word in words[:_MAX_WORDS]]


def _no_words(words: Sequence[str], language: Language, catalogue: Catalogue) -> str:
    """That the release says nothing about the words; where it speaks of all of them, that it does not say this."""
    considered = tuple(dict.fromkeys(words))[:_MOST_CONSIDERED]
    unknown = [word for word in considered if not _is_spoken_of(word, catalogue)]
    if not unknown:
        return _no_breakdown(considered, language)
    shown = _shown(unknown)
    if language == "ko":
        return f"{', '.join(f'‘{word}’' for word in shown)}에 대한 내용은 이 보도자료에 없습니다."
    return f"The press release says nothing about {', '.join(f'“{word}”' for word in shown)}."


def _is_spoken_of(word: str, catalogue: Catalogue) -> bool:
    """Whether the release has the word, or a word of what can be asked of it."""
    joined = "".join(word.lower().split())
    if joined.removesuffix("년") in {str(edition.year) for edition in catalogue.knowledge.editions.list}:
        return True
    found = catalogue.lexicon.entry(joined) or catalogue.lexicon.entry(joined.replace("-", ""))
    if found is not None and any(
        meaning.startswith("op:") or (meaning in catalogue.postings and ":" not in meaning)
        for meaning in found.meanings
    ):
        return True
    return joined in "".join(catalogue.knowledge.text.lower().split())


def _no_breakdown(words: Sequence[str], language: Language) -> str:
    """The release may speak of the words, but not in the way that was asked."""
    shown = _shown(words)
    if language == "ko":
        quoted = ", ".join(f"‘{word}’" for word in shown)
        with_words = quoted + only_particle(shown[-1], "과/와")
        return f"{with_words} 관련해 물으신 내용은 이 보도자료에 없습니다."
    return f"The press release does not give that for {', '.join(f'“{word}”' for word in shown)}."


def no_figure(
    entry: MetricEntry,
    editions: Sequence[str],
    language: Language,
    catalogue: Catalogue,
    reason: Reason | None = None,
) -> Draft:
    """The reply when the release has the figure, but not for the edition asked."""
    knowledge = catalogue.knowledge
    name = entry.name.in_language(language)
    years = ", ".join(edition_name(edition, language, knowledge) for edition in editions)
    held = [edition.name.in_language(language) for edition in knowledge.editions.list if edition.id in entry.values]
    if language == "ko":
        asked = f"{years} {name}".strip()
        absent = f"{asked} 수치는" if entry.unit.base == "count" else particle(asked, "은/는")
        headline = f"{absent} 이 보도자료에 없습니다." + (f" {', '.join(held)}만 나와 있습니다." if held else "")
    else:
        figure = f"{years} figure" if years else "such figure"
        headline = f"The press release gives no {figure} for {name}"
        headline += f", only for {' and '.join(held)}." if held else "."
    if not editions and (entry.undated or len(entry.values) == 1):
        headline = _only_one(entry, language)
    missing = reason or ("no-such-breakdown" if entry.part else "no-such-edition")
    return _near(entry, headline, missing, language, catalogue)


def _only_one(entry: MetricEntry, language: Language) -> str:
    name = entry.name.in_language(language)
    if language == "ko":
        return f"{particle(name, '은/는')} 이 보도자료에 수치가 하나뿐이어서 비교할 수 없습니다."
    return f"The press release gives only one figure for {name}, so there is nothing to compare it with."


def not_daily(entry: MetricEntry, language: Language, catalogue: Catalogue) -> Draft:
    """The reply to an average of a day of what does not add up day by day."""
    name = entry.name.in_language(language)
    headline = (
        f"{particle(name, '은/는')} 날마다 쌓이는 수치가 아니어서 하루 평균을 말할 수 없습니다."
        if language == "ko"
        else f"There is no average a day of {name}: it is not a figure that adds up day by day."
    )
    return _near(entry, headline, "no-such-breakdown", language, catalogue)


def no_days(entry: MetricEntry, editions: Sequence[str], language: Language, catalogue: Catalogue) -> Draft:
    """The reply to an average of a day of an edition that the release does not give the length of."""
    years = ", ".join(edition_name(edition, language, catalogue.knowledge) for edition in editions)
    headline = (
        f"{years} 행사가 며칠이었는지 이 보도자료에 없어 하루 평균을 말할 수 없습니다."
        if language == "ko"
        else f"The press release does not say how many days the event took in {years}, so there is no average a day."
    )
    return _near(entry, headline, "not-in-release", language, catalogue)


def no_reason(question: Question, language: Language, catalogue: Catalogue) -> Draft:
    """The reply to "why" when the release states the fact but no reason."""
    entry = catalogue.metric(question.entries[0])
    name = entry.name.in_language(language)
    headline = (
        f"{name}에 대한 이유는 이 보도자료에 나와 있지 않습니다."
        if language == "ko"
        else f"The press release gives no reason for this ({name})."
    )
    return _near(entry, headline, "not-in-release", language, catalogue)


def _near(entry: MetricEntry, headline: str, reason: Reason, language: Language, catalogue: Catalogue) -> Draft:
    """The reply, with questions about what the release tells that is nearest to the entry."""
    offers = suggestions(nearest((entry.id,), catalogue), language, catalogue)
    return Draft("decline", headline, reason, suggestions=offers)
