"""From the word files to every form in which their words may stand in a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

from bot.language.conjugation import english_forms, korean_forms
from bot.language.normalise import key

#: The files that all words come from.
FILES = ("ko.yaml", "en.yaml", "meanings.yaml", "framing.yaml", "ordinary.yaml")

#: The meaning of words that no general meaning covers: each means itself.
ITSELF = "itself"
#: How many letters a word has that is known as a part of phrases.
_LONG_PART = 4


@lru_cache(maxsize=8192)
def surfaces(phrase: str, language: str, *, verb: bool = False) -> tuple[str, ...]:
    """Every form in which a phrase of the knowledge or of the word files may stand in a text, always in one order.

    Of two forms that sound alike the first is what a slip is mended to: 넓어졌 stands before 넓어졋.
    """
    if language == "en":
        return _ordered(map(key, english_forms(phrase.lower(), verb=verb)))
    if verb:
        bare = phrase.removesuffix("하다").removesuffix("되다")
        is_word = bare != phrase and len(bare) > 1
        return _ordered((*korean_forms(phrase), *([bare.replace(" ", "")] if is_word else ())))
    return _ordered([key(phrase)])


def _ordered(forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({form for form in forms if form}, reverse=True))


@dataclass(slots=True)
class Tables:
    """The expanded words as plain values: a surface has readings, and a reading is its meanings in one string."""

    nouns: dict[str, list[str]] = field(default_factory=dict)
    verbs: dict[str, list[str]] = field(default_factory=dict)
    skip: list[str] = field(default_factory=list)
    josa: list[str] = field(default_factory=list)
    endings: list[str] = field(default_factory=list)
    cases: list[str] = field(default_factory=list)
    nominal: list[str] = field(default_factory=list)
    stems: list[str] = field(default_factory=list)
    suffixes: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    soft: list[str] = field(default_factory=list)
    spaced: list[str] = field(default_factory=list)
    lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    surnames: list[str] = field(default_factory=list)
    askers: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    errands: list[str] = field(default_factory=list)
    purposes: list[str] = field(default_factory=list)
    introductions: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    focuses: list[str] = field(default_factory=list)
    interests: list[str] = field(default_factory=list)
    deadlines: list[str] = field(default_factory=list)
    tellers: list[str] = field(default_factory=list)
    demands: list[str] = field(default_factory=list)
    engagements: list[str] = field(default_factory=list)
    narrowing: list[str] = field(default_factory=list)
    wishes: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    preparing: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    keeping: list[str] = field(default_factory=list)
    bringing: list[str] = field(default_factory=list)
    incidental: list[str] = field(default_factory=list)
    short: list[str] = field(default_factory=list)
    spellings: dict[str, str] = field(default_factory=dict)
    syllables: dict[str, str] = field(default_factory=dict)
    ordinary: list[str] = field(default_factory=list)
    ordinary_verbs: list[str] = field(default_factory=list)


def expand() -> Tables:
    """The tables of the word files as they are now."""
    tables = Tables()
    skip: set[str] = set()
    spaced: set[str] = set()
    files = {language: _read(f"{language}.yaml") for language in ("ko", "en")}
    for language, data in files.items():
        skip |= {key(word) for word in data["skip"]}
        spaced |= {key(word) for word in data["skip"] if " " in word}
        for word in data["others"]:
            _add(tables.nouns, word, language, ITSELF, spaced)
        for kind, names in data["names"].items():
            for word in names:
                _add(tables.nouns, word, language, f"{ITSELF} kind:{kind}", spaced)
            tables.names += sorted({surface for word in names for surface in surfaces(word, language)})
        tables.surnames += data["surnames"]
        for meanings, phrases in data["words"].items():
            for phrase in phrases:
                _add(tables.nouns, phrase, language, meanings, spaced)
        for meanings, phrases in data["verbs"].items():
            for phrase in phrases:
                _add(tables.verbs, phrase, language, meanings, spaced, verb=True)
    skip.discard("")
    _drop_others_that_say_nothing(tables, skip)
    _drop_short_verbs(tables, skip)
    for role in ("josa", "cases", "endings", "nominal", "stems", "suffixes"):
        setattr(tables, role, files["ko"][role])
    tables.short = files["en"]["short"]
    tables.spellings, tables.syllables = (
        {odd: meant for meant, each in files[language]["spellings"].items() for odd in each}
        for language in ("en", "ko")
    )
    tables.parts = sorted(_parts(files["en"]).difference(tables.nouns, tables.verbs, skip))
    meanings = _read("meanings.yaml")
    tables.soft, tables.incidental = meanings["soft"], meanings["incidental"]
    framing = _read("framing.yaml")
    for role in (
        "askers",
        "sources",
        "errands",
        "purposes",
        "introductions",
        "requests",
        "focuses",
        "interests",
        "deadlines",
        "tellers",
        "demands",
        "engagements",
        "narrowing",
        "wishes",
        "events",
        "topics",
        "preparing",
        "offices",
        "keeping",
        "bringing",
    ):
        setattr(tables, role, [key(word) for word in framing[role]])
    _add_sources(tables, skip, spaced)
    _add_ordinary(tables, _read("ordinary.yaml"))
    tables.skip, tables.spaced = sorted(skip), sorted(spaced)
    tables.lengths = lengths((*tables.nouns, *tables.verbs, *tables.skip))
    return tables


def _add_ordinary(tables: Tables, data: dict[str, list[str]]) -> None:
    """Every form of the words that are right as typed although nothing is known of them."""
    forms = set(data["korean nouns"])
    for kind in ("english words", "english verbs"):
        forms |= set().union(*(english_forms(word, verb=kind == "english verbs") for word in data[kind]))
    tables.ordinary = sorted(filter(None, map(key, forms)))
    tables.ordinary_verbs = sorted(set().union(*map(korean_forms, data["korean verbs"])))


def _parts(data: dict[str, Any]) -> set[str]:
    """The words that the phrases consist of."""
    phrases = chain(data["skip"], *data["words"].values(), *data["verbs"].values())
    return {
        word for phrase in phrases for word in phrase.casefold().split() if len(word) >= _LONG_PART and word.isalpha()
    }


def lengths(surfaces: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """For the first two characters of the surfaces, how long those are that begin with them, from the shortest; each
    may also be one character long."""
    found: dict[str, set[int]] = {}
    for surface in surfaces:
        found.setdefault(surface[:2], {1}).add(len(surface))
    return {head: tuple(sorted(each)) for head, each in found.items()}


def _read(name: str) -> dict[str, Any]:
    import yaml  # slow to import, and not needed for words that are kept

    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    # Everything in the word files is text: no, on and yes are words here.
    data: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return data


def _add(
    table: dict[str, list[str]], phrase: str, language: str, meanings: str, spaced: set[str], *, verb: bool = False
) -> None:
    forms = surfaces(phrase, language, verb=verb)
    meanings = f"={key(phrase)}{meanings.removeprefix(ITSELF)}" if meanings.startswith(ITSELF) else meanings
    if " " in phrase:
        spaced.update(forms)
    for form in forms:
        readings = table.setdefault(form, [])
        if meanings not in readings:
            readings.append(meanings)


def _add_sources(tables: Tables, skip: set[str], spaced: set[str]) -> None:
    """Whom people have something from is known, but for a lone syllable, which may begin anything."""
    for word in tables.sources:
        if len(word) > 1 and not any(word in known for known in (tables.nouns, tables.verbs, skip)):
            _add(tables.nouns, word, "en" if word.isascii() else "ko", ITSELF, spaced)


def _drop_others_that_say_nothing(tables: Tables, skip: set[str]) -> None:
    """A word said around questions is no thing that is asked about, even when it is listed as one."""
    for surface in [surface for surface, readings in tables.nouns.items() if surface in skip]:
        readings = [meanings for meanings in tables.nouns[surface] if not meanings.startswith("=")]
        if readings:
            tables.nouns[surface] = readings
        else:
            del tables.nouns[surface]


def _drop_short_verbs(tables: Tables, skip: set[str]) -> None:
    """건 is the counter before it is a form of 걸다: one-syllable forms give way to words that are listed; so does the
    form of 그러다 that mostly means *then*."""
    tables.verbs.pop("그럼", None)
    for form in [form for form in tables.verbs if len(form) == 1]:
        counts = any("counter:" in meanings for meanings in tables.nouns.get(form, ()))
        if form in skip or counts:
            del tables.verbs[form]
