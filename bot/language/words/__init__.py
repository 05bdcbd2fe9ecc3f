"""The words of both languages, read from the YAML files in this folder."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from bot.language.conjugation import english_forms, korean_forms
from bot.language.normalise import key

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

#: A reading of a surface: the meanings that hold together.
Reading = frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """What both languages say: surface → readings, and the little words that carry no meaning."""

    nouns: dict[str, frozenset[Reading]]
    verbs: dict[str, frozenset[Reading]]
    skip: frozenset[str]
    josa: frozenset[str]
    endings: frozenset[str]
    soft: frozenset[str]
    spaced: frozenset[str]


def _read(name: str) -> dict[str, object]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    data = yaml.load(text, Loader=_Loader)
    assert isinstance(data, dict)
    return data


def surfaces(phrase: str, language: str, *, verb: bool = False) -> frozenset[str]:
    """Every form in which a phrase of the knowledge or of the word files may stand in a text."""
    phrase = str(phrase)
    if language == "en":
        return frozenset(filter(None, map(key, english_forms(phrase.lower(), verb=verb))))
    if verb:
        forms = set(korean_forms(phrase))
        bare = phrase.removesuffix("하다").removesuffix("되다")
        if bare != phrase and len(bare) > 1:
            forms.add(bare.replace(" ", ""))
        return frozenset(forms)
    return frozenset(filter(None, [key(phrase)]))


@cache
def words() -> Words:
    """The word files, read once."""
    nouns: dict[str, set[Reading]] = {}
    verbs: dict[str, set[Reading]] = {}
    skip: set[str] = set()
    spaced: set[str] = set()
    korean: dict[str, object] = {}
    for language in ("ko", "en"):
        data = _read(f"{language}.yaml")
        korean = korean or data
        skip |= {key(str(word)) for word in _list(data["skip"])}
        spaced |= {key(str(word)) for word in _list(data["skip"]) if " " in str(word)}
        for word in _list(data.get("others", [])):
            found = surfaces(str(word), language)
            if " " in str(word):
                spaced |= found
            for surface in found - skip:
                nouns.setdefault(surface, set()).add(frozenset({f"={key(str(word))}"}))
        for section, target, is_verb in (("words", nouns, False), ("verbs", verbs, True)):
            groups = data[section]
            assert isinstance(groups, dict)
            for meanings, phrases in groups.items():
                reading = frozenset(str(meanings).split())
                for phrase in map(str, _list(phrases)):
                    found = surfaces(phrase, language, verb=is_verb)
                    if " " in phrase:
                        spaced |= found
                    for surface in found:
                        target.setdefault(surface, set()).add(reading)
    # 건 is the counter before it is a form of 걸다; a verb's one-syllable forms give way to words that are listed.
    for surface in [form for form in verbs if len(form) == 1 and (form in skip or _is_counter(nouns.get(form)))]:
        del verbs[surface]
    soft = _list(_read("meanings.yaml")["soft"])
    return Words(
        nouns={surface: frozenset(readings) for surface, readings in nouns.items()},
        verbs={surface: frozenset(readings) for surface, readings in verbs.items()},
        skip=frozenset(filter(None, skip)),
        josa=frozenset(map(str, _list(korean["josa"]))),
        endings=frozenset(map(str, _list(korean["endings"]))),
        soft=frozenset(map(str, soft)),
        spaced=frozenset(spaced),
    )


def _is_counter(readings: set[Reading] | None) -> bool:
    return any(meaning.startswith("counter:") for reading in readings or () for meaning in reading)


def _list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value
