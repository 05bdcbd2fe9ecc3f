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
    korean: dict[str, object] = {}
    for language in ("ko", "en"):
        data = _read(f"{language}.yaml")
        korean = korean or data
        skip |= {key(str(word)) for word in _list(data["skip"])}
        for section, target, is_verb in (("words", nouns, False), ("verbs", verbs, True)):
            groups = data[section]
            assert isinstance(groups, dict)
            for meanings, phrases in groups.items():
                reading = frozenset(str(meanings).split())
                for phrase in _list(phrases):
                    for surface in surfaces(str(phrase), language, verb=is_verb):
                        target.setdefault(surface, set()).add(reading)
    soft = _list(_read("meanings.yaml")["soft"])
    return Words(
        nouns={surface: frozenset(readings) for surface, readings in nouns.items()},
        verbs={surface: frozenset(readings) for surface, readings in verbs.items()},
        skip=frozenset(filter(None, skip)),
        josa=frozenset(map(str, _list(korean["josa"]))),
        endings=frozenset(map(str, _list(korean["endings"]))),
        soft=frozenset(map(str, soft)),
    )


def _list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value
