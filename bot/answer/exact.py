"""The first rung of the ladder: a message that is word for word what a button or a suggestion says.

There are very many labels, so none are kept: a label holds the name of its entry, and the message is searched for
names where labels have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.answer.figures import operand
from bot.answer.suggest import ALL_EDITIONS, as_question, choice, related, value_of
from bot.knowledge.model import LANGUAGES
from bot.language.normalise import key
from bot.language.words.expand import lengths
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry, Entry, MetricEntry
from bot.understand.question import Question

#: A name that stands in the key of a label just as it stands in its own key, whatever is around it.
_PLAIN = re.compile(r"(?:([A-Za-z0-9가-힣])(?!\1\1)|[ .,()&%/-])+")


def exact_question(asked: str, catalogue: Catalogue) -> Question | None:
    """The question that a choice or suggestion with a label of just this key asks; None when there is none, or more
    than one."""
    labels = (_labels(entry, catalogue) for entry in _named_in(asked, catalogue))
    found = {each[asked] for each in labels if asked in each}
    return found.pop() if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class _Names:
    """Entries by the keys of their names, those keys' lengths, what labels have before a name, and the entries whose
    names may look otherwise in a label."""

    entries: dict[str, list[str]]
    lengths: dict[str, tuple[int, ...]]
    openings: tuple[str, ...]
    others: tuple[str, ...]


@lru_cache(maxsize=4)
def _names(catalogue: Catalogue) -> _Names:
    entries: dict[str, list[str]] = {}
    others: dict[str, None] = {}
    for entry in catalogue.entries.values():
        name = entry.topic.name if isinstance(entry, AspectEntry) else entry.name
        for written in {name.ko, name.en}:
            if _PLAIN.fullmatch(written):
                entries.setdefault(key(written), []).append(entry.id)
            else:
                others[entry.id] = None
    editions = (edition.name for edition in catalogue.knowledge.editions.list)
    openings = {
        "",
        key(ALL_EDITIONS),
        *(key(name.in_language(language)) for name in editions for language in LANGUAGES),
    }
    return _Names(entries, lengths(entries), tuple(openings), tuple(others))


def _named_in(asked: str, catalogue: Catalogue) -> set[str]:
    """The entries whose label the text may be."""
    names = _names(catalogue)
    found = set(names.others)
    for opening in names.openings:
        if asked.startswith(opening):
            start = len(opening)
            for length in names.lengths.get(asked[start : start + 2], ()):
                found.update(names.entries.get(asked[start : start + length], ()))
    return found


@lru_cache(maxsize=4096)
def _labels(entry_id: str, catalogue: Catalogue) -> dict[str, Question | None]:
    """The labels of the entry's questions, in both languages; None for one that two of them share."""
    found: dict[str, Question | None] = {}
    for question in dict.fromkeys(_own(catalogue.entries[entry_id], catalogue)):
        for language in LANGUAGES:
            item = choice(question, language, catalogue)
            for label in {key(item.label), key(as_question(item, language).label)}:
                found[label] = question if found.get(label, question) == question else None
    return found


def _own(entry: Entry, catalogue: Catalogue) -> Iterator[Question]:
    return (question for question in _offered(entry, catalogue) if question.entries == (entry.id,))


def offered(catalogue: Catalogue) -> Iterator[Question]:
    """Every question that a choice or a suggestion can ask of the knowledge; some more than once."""
    for entry in catalogue.entries.values():
        yield from _offered(entry, catalogue)


def _offered(entry: Entry, catalogue: Catalogue) -> Iterator[Question]:
    if isinstance(entry, MetricEntry):
        editions = [edition.id for edition in catalogue.knowledge.editions.list]
        held = [edition for edition in editions if operand(entry, edition, catalogue)]
        questions = [value_of(entry, edition) for edition in held] or [value_of(entry, None)]
    else:
        questions = [Question("aspect", (entry.id,))]
    for question in questions:
        yield question
        yield from related(question, catalogue)
