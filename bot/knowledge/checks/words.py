"""No fact lacks a language, and no word points two ways unless that is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.knowledge.checks.answers import aspects
from bot.knowledge.checks.book import Book, Finding, owners
from bot.knowledge.model import LANGUAGES, Language, Phrases, Text
from bot.knowledge.problems import did_you_mean
from bot.knowledge.source import Address
from bot.language.normalise import key

_HANGUL = re.compile(r"[가-힣]")
#: 《…》 is not searched: only what English writers use around a Korean original.
_QUOTED = re.compile(r"\([^()]*\)|“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’|(?<!\w)'[^']*'(?!\w)")
#: A code or a proper name: UAM, K-City, m², 2019.
_NAME = re.compile(r"(?:[A-Z0-9%²$€£&+/.,\-–]\S*|m²)(?:\s(?:[A-Z0-9%²$€£&+/.,\-–]\S*|m²|of|the|and))*")


def have_both_languages(book: Book) -> Iterator[Finding]:
    """A Korean text is Korean and an English text English, and names are given in both."""
    for at, entry in book.entries:
        if isinstance(entry, Text):
            yield from _text(entry, at)
        elif isinstance(entry, Phrases):
            yield from _phrases(entry, at)
    for at in _named(book):
        phrases = _phrases_at(book, at)
        for language in LANGUAGES:
            if not getattr(phrases, language):
                message = f"there is no {_word(language)} name here; add at least one under «{language}»"
                yield Finding(message, at)


def _text(text: Text, at: Address) -> Iterator[Finding]:
    if not _HANGUL.search(text.ko) and not _NAME.fullmatch(text.ko.strip()):
        yield Finding("this is the Korean text, but no Korean stands in it; write it in Korean", (*at, "ko"))
    if _HANGUL.search(_QUOTED.sub("", text.en)):
        yield Finding(
            "Korean stands in the English text; translate it, or put the Korean original in brackets",
            (*at, "en"),
        )
    for language in LANGUAGES:
        if not text.in_language(language).strip():
            yield Finding(f"the {_word(language)} text is empty; write it", (*at, language))


def _phrases(phrases: Phrases, at: Address) -> Iterator[Finding]:
    for language in LANGUAGES:
        words = getattr(phrases, language)
        seen: set[str] = set()
        for index, phrase in enumerate(words):
            if language == "en" and _HANGUL.search(phrase):
                yield Finding(f"«{phrase}» is Korean; move it to «ko»", (*at, language, index))
            if not key(phrase):
                yield Finding(f"«{phrase}» holds no letter; delete it or write a word", (*at, language, index))
            if phrase.casefold() in seen:
                yield Finding(f"«{phrase}» is given twice in this list; delete one", (*at, language, index))
            seen.add(phrase.casefold())
    if bool(phrases.ko) != bool(phrases.en):
        missing: Language = "en" if phrases.ko else "ko"
        yield Finding(f"there are no {_word(missing)} words here; add them under «{missing}»", at)


def _word(language: Language) -> str:
    return "Korean" if language == "ko" else "English"


def _named(book: Book) -> Iterator[Address]:
    """The places whose `names` a question must be able to use in either language."""
    for _, owner, at in owners(book.knowledge):
        yield (*at, "names")
        if getattr(owner, "rest", None):
            yield (*at, "rest", "names")
    for index, _ in enumerate(book.knowledge.topics):
        yield ("topics", index, "names")
    for meanings in book.knowledge.terms:
        yield ("terms", meanings)


def _phrases_at(book: Book, at: Address) -> Phrases:
    value: object = book.knowledge
    for step in at:
        value = value[step] if isinstance(value, dict | tuple) else getattr(value, str(step))  # type: ignore[index]
    assert isinstance(value, Phrases)
    return value


Entry = tuple[str, Phrases, Address]


def point_one_way(book: Book) -> Iterator[Finding]:
    """A word stands in one line of `terms` and editions, a name with one figure, topic or aspect."""
    knowledge = book.knowledge
    terms: list[Entry] = [(meanings, phrases, ("terms", meanings)) for meanings, phrases in knowledge.terms.items()]
    for index, edition in enumerate(knowledge.editions.list):
        terms.append((f"edition {edition.id}", edition.names, ("editions", "list", index, "names")))
    yield from _twofold(
        terms, _declared(book), "list the word under «ambiguous» if both are meant, or delete it in one"
    )
    facts: list[Entry] = [(fact, owner.names, (*at, "names")) for fact, owner, at in owners(knowledge)]
    yield from _twofold(facts, {}, "make each name fit one figure only")
    topics: list[Entry] = [
        (topic.id, topic.names, ("topics", index, "names")) for index, topic in enumerate(knowledge.topics)
    ]
    yield from _twofold(topics, {}, "make each name fit one topic only")
    yield from _twofold_aspects(book)


def _twofold_aspects(book: Book) -> Iterator[Finding]:
    seen: dict[tuple[object, str, str], str] = {}
    for aspect, at in aspects(book):
        for index, language, phrase in _words_of(aspect.names):
            owner = next(
                (seen[at[1], ask, key(phrase)] for ask in aspect.asks if (at[1], ask, key(phrase)) in seen),
                aspect.id,
            )
            if owner != aspect.id:
                message = (
                    f"«{phrase}» is also a name of «{owner}», which answers the same kind of question; keep it in one"
                )
                yield Finding(message, (*at, "names", language, index))
        for _, _, phrase in _words_of(aspect.names):
            for ask in aspect.asks:
                seen.setdefault((at[1], ask, key(phrase)), aspect.id)


def _words_of(phrases: Phrases) -> Iterator[tuple[int, Language, str]]:
    for language in LANGUAGES:
        for index, phrase in enumerate(getattr(phrases, language)):
            yield index, language, phrase


def _twofold(entries: Iterable[Entry], declared: dict[str, frozenset[str]], advice: str) -> Iterator[Finding]:
    seen: dict[str, list[str]] = {}
    for owner, phrases, at in entries:
        for index, language, phrase in _words_of(phrases):
            owners_before = seen.setdefault(key(phrase), [])
            for before in owners_before:
                if before != owner and not {before, owner} <= declared.get(key(phrase), frozenset()):
                    yield Finding(f"«{phrase}» also means «{before}»; {advice}", (*at, language, index))
            if owner not in owners_before:
                owners_before.append(owner)


def _declared(book: Book) -> dict[str, frozenset[str]]:
    return {
        key(phrase): frozenset(ambiguous.means) for ambiguous in book.knowledge.ambiguous for phrase in ambiguous.words
    }


def ambiguous_words_are(book: Book) -> Iterator[Finding]:
    """Each word under `ambiguous` stands in every line of `terms` that it is said to mean."""
    terms = {
        meanings: {key(phrase) for _, _, phrase in _words_of(phrases)}
        for meanings, phrases in book.knowledge.terms.items()
    }
    for edition in book.knowledge.editions.list:
        terms[f"edition {edition.id}"] = {key(phrase) for _, _, phrase in _words_of(edition.names)}
    for index, ambiguous in enumerate(book.knowledge.ambiguous):
        for number, meaning in enumerate(ambiguous.means):
            if meaning not in terms:
                message = f"there is no line «{meaning}» in «terms»{did_you_mean(meaning, terms)}"
                yield Finding(message, ("ambiguous", index, "means", number))
                continue
            for place, phrase in enumerate(ambiguous.words):
                if key(phrase) not in terms[meaning]:
                    message = (
                        f"«{phrase}» does not stand in the line «{meaning}» of «terms»; delete it here or add it there"
                    )
                    yield Finding(message, ("ambiguous", index, "words", place))
