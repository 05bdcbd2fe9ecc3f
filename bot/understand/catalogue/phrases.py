"""The words that a release brings along: its own surfaces, and its names and contexts read as sets of meanings."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from bot.knowledge.model import LANGUAGES, Knowledge, Phrases, Text
from bot.language.normalise import utterance
from bot.language.words import Reading, surfaces, words
from bot.understand.reading.lexicon import Lexicon
from bot.understand.reading.segment import segment
from bot.understand.span import Span

#: How the verbs of phrases end in a dictionary: 가로등을 관리하다.
_DICTIONARY_FORM = re.compile(r"\s\S*다$|.(?:하|되)다$")
#: A name of nothing but these would be in every question.
_NAMES_NOTHING = frozenset({"be", "become", "know", "count", "amount", "total", "thing"})
#: Function words of a phrase say nothing about which entry is meant.
_IGNORED = frozenset({"ask:what", "ask:which", "ask:how"})


def terms(knowledge: Knowledge) -> Iterator[tuple[str, Reading]]:
    """The release's own surfaces; a word of its names that nothing else knows means itself."""
    known: set[str] = set()
    for meanings, phrases in knowledge.terms.items():
        reading = frozenset(meanings.split())
        for surface in _surfaces_of(phrases):
            known.add(surface)
            yield surface, reading
    for edition in knowledge.editions.list:
        for surface in _surfaces_of(edition.names):
            yield surface, frozenset({f"edition:{edition.id}"})
    for phrase, language in _all_names(knowledge):
        if any(surface in known or words().knows(surface) for surface in surfaces(phrase, language)):
            continue
        for token in phrase.split():
            is_verb = language == "ko" and token.endswith("다") and len(token) > 1
            forms = surfaces(token, language, verb=is_verb)
            if is_verb and any(words().knows(form) for form in forms):
                continue
            for surface in forms:
                is_known = surface in known or words().knows(surface) or surface in words().josa
                if not is_known and not surface.isdigit():
                    yield surface, frozenset({f"={min(forms)}"})


def spaced(knowledge: Knowledge) -> frozenset[str]:
    """The surfaces that come from phrases of more than one word."""
    groups = [*knowledge.terms.values(), *(edition.names for edition in knowledge.editions.list)]
    return frozenset(
        surface
        for phrases in groups
        for language in LANGUAGES
        for phrase in phrases.in_language(language)
        if " " in phrase
        for surface in surfaces(phrase, language)
    )


def _surfaces_of(phrases: Phrases) -> Iterator[str]:
    """The phrases as they are typed; a Korean one in the dictionary form of a verb also in the verb's other forms."""
    for language in LANGUAGES:
        for phrase in phrases.in_language(language):
            yield from surfaces(phrase, language)
            if language == "ko" and _DICTIONARY_FORM.search(phrase):
                yield from surfaces(phrase, language, verb=True)


def _all_names(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    groups: list[Phrases] = [knowledge.release.subject_names, knowledge.release.field_names]
    for metric in knowledge.metrics:
        groups += [metric.names, metric.context]
        for part in metric.parts:
            groups += [part.names, part.context]
            groups += [part.rest.names] if part.rest else []
    for topic in knowledge.topics:
        groups += [topic.names, topic.context]
        for aspect in topic.aspects:
            groups += [aspect.names, aspect.context]
    for group in groups:
        yield from ((phrase, "ko") for phrase in group.ko)
        yield from ((phrase, "en") for phrase in group.en)


class PhraseReader:
    """Reads names and context phrases with the same eyes as questions."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._read: dict[str, tuple[Span, ...]] = {}

    def _spans(self, phrase: str) -> tuple[Span, ...]:
        if phrase not in self._read:
            self._read[phrase] = segment(utterance(phrase), self._lexicon, mends=False)
        return self._read[phrase]

    def names(self, phrases: Phrases) -> tuple[frozenset[str], ...]:
        """Each phrase as the set of meanings that must be in a question; one set for every combination of readings."""
        found: dict[frozenset[str], None] = {}
        for phrase in (*phrases.ko, *phrases.en):
            for name in self._combinations(self._spans(phrase)):
                if not name <= _NAMES_NOTHING:
                    found[name] = None
        return tuple(found)

    def meanings(self, phrases: Phrases) -> frozenset[str]:
        """All meanings that stand in the phrases."""
        return frozenset().union(*self.names(phrases)) if (phrases.ko or phrases.en) else frozenset()

    def _readings(self, span: Span) -> tuple[Reading, ...]:
        """What the release itself means by the word, or else what the word means in general."""
        return self._lexicon.own.get(span.text, span.readings)

    def all_meanings(self, phrases: Phrases) -> frozenset[str]:
        """All meanings that the words of the phrases have, the release's own and general ones."""
        spans = (span for phrase in (*phrases.ko, *phrases.en) for span in self._spans(phrase))
        return frozenset().union(*(span.meanings for span in spans))

    def said(self, text: Text) -> frozenset[str]:
        """All that a text says, by its phrases and by each of its words alone."""
        parts = Phrases(ko=(text.ko, *text.ko.split()), en=(text.en, *text.en.split()))
        return self.all_meanings(parts)

    def before_particles(self, text: str, particles: tuple[str, ...]) -> frozenset[str]:
        """What the words mean that one of the particles follows."""
        pairs = itertools.pairwise(self._spans(text))
        return frozenset().union(*(span.meanings for span, after in pairs if after.text in particles))

    def _combinations(self, spans: Iterable[Span]) -> Iterator[frozenset[str]]:
        choices = [
            [
                frozenset("count" if meaning == "ask:many" else meaning for meaning in reading) - _IGNORED
                for reading in self._readings(span)
            ]
            for span in spans
            if span.kind in {"word", "verb"} and span.readings
        ]
        for combination in itertools.islice(itertools.product(*choices), 12):
            yield frozenset().union(*combination)
