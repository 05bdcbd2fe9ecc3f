"""Whether the file has the shape of the model, told in the words of the file and not of the validator."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.knowledge.model import Contents
from bot.knowledge.problems import Problem, did_you_mean
from bot.knowledge.source import Address, Source

#: A file in which everything is wrong is told about its first problems only.
MOST_ROUNDS = 5


def contents(source: Source) -> tuple[Contents | None, list[Problem]]:
    """The file as the model, and what is wrong with its shape.

    With problems the contents are what is left without the entries they are in, so that the rest can be
    looked at in the same run; None when nothing usable is left.
    """
    problems: list[Problem] = []
    value = source.value
    for _ in range(MOST_ROUNDS):
        try:
            return Contents.model_validate(value), problems
        except ValidationError as error:
            errors = _without_consequences(error.errors(include_url=False))
        if not problems:
            problems = [_problem(source, detail) for detail in errors]
        value = _without(value, errors)
        if value is None:
            break
    return None, problems


def _without_consequences(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """The errors without lists that are called too short only because their entries are wrong."""
    inner = {detail["loc"][:depth] for detail in errors for depth in range(len(detail["loc"]))}
    return [detail for detail in errors if detail["type"] != "too_short" or detail["loc"] not in inner]


def _without(value: object, errors: list[ErrorDetails]) -> object:
    """The value without its unknown keys and the list entries with another error; None outside of lists."""
    rest = _mutable(value)
    cuts: set[Address] = set()
    for detail in errors:
        place = detail["loc"][:-1] if detail["type"] == "missing" else detail["loc"]
        if detail["type"] == "extra_forbidden":
            cuts.add(place)
            continue
        depth = max((index for index, step in enumerate(place) if isinstance(step, int)), default=None)
        if depth is None:
            return None
        cuts.add(place[: depth + 1])
    # The deepest and last first, so that no cut moves what another one points to.
    for *way, last in sorted(
        cuts, key=lambda cut: [(0, step, "") if isinstance(step, int) else (1, 0, step) for step in cut]
    )[::-1]:
        del _value_at(rest, tuple(way))[last]
    return _frozen(rest)


def _mutable(value: object) -> Any:
    if isinstance(value, dict):
        return {key: _mutable(item) for key, item in value.items()}
    return [_mutable(item) for item in value] if isinstance(value, tuple) else value


def _frozen(value: object) -> object:
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


@cache
def _schema() -> dict[str, Any]:
    return Contents.model_json_schema()


def json_schema() -> str:
    """The JSON schema of a knowledge file, for editors; `knowledge/schema.json` is this text."""
    schema = copy.deepcopy(_schema())
    for definition in (schema, *schema["$defs"].values()):
        for entry in (definition, *definition.get("properties", {}).values()):
            entry.pop("title", None)
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Bodobot knowledge of one release",
    } | schema
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _problem(source: Source, detail: ErrorDetails) -> Problem:
    place = tuple(step for step in detail["loc"] if step != "[key]")
    word = _SENTENCES.get(detail["type"])
    message = word(place, detail, source) if word else f"this cannot stand here ({detail['msg'].lower()})"
    at_key = detail["type"] == "extra_forbidden"
    return source.problem_at_key(place, message) if at_key else source.problem(place, message)


def _unknown(place: Address, detail: ErrorDetails, source: Source) -> str:
    key = str(place[-1])
    block = _value_at(source.value, place[:-1])
    known = _keys_at(place[:-1])
    given = block if isinstance(block, dict) else {}
    keys = list(given)
    if detail["input"] is None and key in given and keys[0] != key:
        before = keys[keys.index(key) - 1]
        if isinstance(given[before], str | int):
            return f"«{key}» was read as a key of its own; {_quoted_whole(before, given[before], key)}"
    return f"«{key}» is not known here" + did_you_mean(key, known - (set(given) & known - {key}) or known)


def _quoted_whole(key: str, value: object, rest: str) -> str:
    """What to write where a comma cut a text in two: 1,548 has no space behind it."""
    comma = "," if isinstance(value, int) else ", "
    return f'put the text with the comma in quotes: {key}: "{value}{comma}{rest}"'


def _missing(place: Address, _: ErrorDetails, __: Source) -> str:
    if isinstance(place[-1], int):
        return "both forms are needed, for one and for many: [company, companies]"
    return f"«{place[-1]}» is missing{_named(place)}; add it"


def _named(place: Address) -> str:
    return f" in this entry of «{place[-3]}»" if len(place) > 2 and isinstance(place[-2], int) else ""


def _not_text(place: Address, detail: ErrorDetails, source: Source) -> str:
    given = detail["input"]
    block = _value_at(source.value, place[:-1])
    following = list(block)[list(block).index(place[-1]) + 1 :] if isinstance(block, dict) else []
    if isinstance(given, int) and following and isinstance(block, dict) and block[following[0]] is None:
        return f"{given} is cut off at a comma; {_quoted_whole(str(place[-1]), given, following[0])}"
    if given is None:
        return f"«{place[-1]}» is empty; write its text"
    if isinstance(given, dict | tuple):
        return f"«{place[-1]}» must be one text, but a list or block stands here; put the text in quotes"
    shown = str(given).lower() if isinstance(given, bool) else str(given)
    return f'{shown} is read as a {_kind(given)}, but a text is wanted; put it in quotes: "{shown}"'


def _kind(value: object) -> str:
    return "yes or no" if isinstance(value, bool) else "number" if isinstance(value, int) else "date"


def _not_list(place: Address, _: ErrorDetails, __: Source) -> str:
    return f"«{place[-1]}» must be a list: [first, second]"


def _not_block(place: Address, _: ErrorDetails, __: Source) -> str:
    keys = ", ".join(sorted(_keys_at(place)))
    name = f"«{place[-1]}»" if place else "the file"
    return f"{name} must be a block of «key: value»" + (f" with the keys {keys}" if keys else "")


def _not_choice(place: Address, detail: ErrorDetails, _: Source) -> str:
    expected = str(detail["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
    return f"«{detail['input']}» is not known here" + did_you_mean(str(detail["input"]), expected.split(", "))


def _says(sentence: str) -> Callable[[Address, ErrorDetails, Source], str]:
    return lambda place, detail, source: sentence.format(key=place[-1] if place else "", given=detail["input"])


_SENTENCES: dict[str, Callable[[Address, ErrorDetails, Source], str]] = {
    "extra_forbidden": _unknown,
    "missing": _missing,
    "string_type": _not_text,
    "tuple_type": _not_list,
    "model_type": _not_block,
    "dict_type": _not_block,
    "literal_error": _not_choice,
    "string_too_short": _says("«{key}» is empty; write its text"),
    "too_short": _says("«{key}» is an empty list; at least one entry is needed"),
    "too_long": _says("«{key}» has too many entries; two are needed, for one and for many: [company, companies]"),
    "string_pattern_mismatch": _says(
        "«{given}» cannot be an id; use small Latin letters, digits, - and _ "
        '(an edition\'s id is a year, "2022", or a month, "2022-09")'
    ),
    "bool_type": _says("«{given}» must be true or false"),
    "int_type": _says("«{given}» must be a whole number without quotes: 2017"),
    "date_type": _says("«{given}» is no date; write it without quotes as 2022-09-07"),
}


def _value_at(value: Any, place: Address) -> Any:
    for step in place:
        value = value[step]
    return value


def _keys_at(place: Address) -> set[str]:
    """The keys that the model allows in the block at that place."""
    schema = _schema()
    here: dict[str, Any] | None = schema
    for step in place:
        here = next(_steps(here, step, schema), None)
        if here is None:
            return set()
    return set(next((form["properties"] for form in _forms(here, schema) if "properties" in form), {}))


def _steps(here: dict[str, Any] | None, step: str | int, schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for form in _forms(here, schema):
        if isinstance(step, int) and isinstance(form.get("items"), dict):
            yield form["items"]
        elif step in form.get("properties", {}):
            yield form["properties"][step]
        elif isinstance(form.get("additionalProperties"), dict):
            yield form["additionalProperties"]


def _forms(here: dict[str, Any] | None, schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The schema itself with its reference followed, or each of its alternatives."""
    for form in (here or {}).get("anyOf", [here]):
        reference = str((form or {}).get("$ref", ""))
        yield schema["$defs"][reference.rpartition("/")[2]] if reference else form


if __name__ == "__main__":
    print(json_schema(), end="")
