"""The words of both languages: what each surface may mean, from the YAML files in this folder."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bot.language.words import store
from bot.language.words.expand import surfaces

__all__ = ["Reading", "Words", "surfaces", "words"]

#: A reading of a surface: the meanings that hold together.
Reading = frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """What both languages say: surface → readings, and the little words that carry no meaning.

    A reading is written as in the word files, its meanings with a space between them. `longest` tells how long the
    surfaces get that begin with two given characters.
    """

    nouns: dict[str, list[str]]
    verbs: dict[str, list[str]]
    skip: frozenset[str]
    josa: frozenset[str]
    endings: frozenset[str]
    soft: frozenset[str]
    spaced: frozenset[str]
    longest: dict[str, int]

    def knows(self, surface: str) -> bool:
        """Whether the surface is a word of either language, particles and endings apart."""
        return surface in self.nouns or surface in self.verbs or surface in self.skip


@cache
def words() -> Words:
    """The word files, read once."""
    tables = store.load()
    return Words(
        tables.nouns,
        tables.verbs,
        frozenset(tables.skip),
        frozenset(tables.josa),
        frozenset(tables.endings),
        frozenset(tables.soft),
        frozenset(tables.spaced),
        tables.longest,
    )
