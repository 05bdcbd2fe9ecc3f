"""A YAML file as plain values that remember their line and column: people are told where, not only what.

Only what a press officer needs is read: texts, lists, `key: value`, true/false, whole numbers and dates.
Words such as `no` or `12:30`, which YAML would turn into something else, stay the text that was typed.
"""

from __future__ import annotations

import datetime
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.knowledge.problems import BrokenKnowledgeError, Problem

#: A release and its knowledge are a few hundred kilobytes; more is a mistake or an attack.
MAX_BYTES = 2_000_000

#: The way from the root of the file to an entry: keys and positions in lists.
Address = tuple[str | int, ...]

_TAG = "tag:yaml.org,2002:"
_KINDS = {yaml.ScalarNode: _TAG + "str", yaml.SequenceNode: _TAG + "seq", yaml.MappingNode: _TAG + "map"}
_INTEGER = re.compile(r"-?(?:0|[1-9]\d*)", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LITERALS: dict[str, object] = {"true": True, "false": False, "null": None, "~": None, "": None}

_INDENT = (
    "this line does not belong to the block above; indent it like its neighbours, "
    "or close the quotes that are open above"
)

#: The first signs of numbers, dates, true, false and null ("" begins the empty value).
_NO_TEXT_BEGINS = frozenset({"", *"0123456789-tfn~"})

#: What libyaml says, and how a colleague would say it.
_SYNTAX = (
    ("mapping values are not", "a text with «: » must stand in quotes, lines of a block start alike"),
    ("cannot start any token", "no tab may stand here, and no text may begin with @, ` or %; use quotes"),
    ("did not find expected ',' or", "the [ … ] or { … } is not closed, or a text in it needs quotes"),
    ("could not find expected ':'", "a key stands here without its «: », or a quoted text is not closed"),
    ("unexpected end of stream", "the quotes opened here are never closed"),
    ("did not find expected key", _INDENT),
    ("did not find expected '-' indicator", _INDENT),
    ("did not find expected <document start>", _INDENT),
    ("alphabetic or numeric character", "a text that begins with & or * must stand in quotes"),
    ("undefined alias", "a text that begins with * must stand in quotes"),
    ("unknown escape character", "a backslash in double quotes must be doubled: \\\\"),
    ("did not find expected node content", "a value is missing here, or a sign before it needs quotes"),
    ("expected a single document", "a second document begins with «---»; keep one release in one file"),
)  # fmt: skip


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Leaves plain words as they are: what is a number or a date is decided here and not by YAML."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        return _KINDS[kind]


@dataclass(slots=True)
class Source:
    """A parsed file: its plain value (lists as tuples) and where everything in it stands."""

    path: Path
    root: yaml.Node
    value: object = None
    problems: list[Problem] = field(default_factory=list)

    def problem(self, at: Address, message: str) -> Problem:
        """A problem at that entry, or at the nearest one around it when it does not exist."""
        return self._at(self._walk(at)[0], message)

    def problem_at_key(self, at: Address, message: str) -> Problem:
        """A problem at the key itself rather than at its value."""
        node, key = self._walk(at)
        return self._at(key or node, message)

    def _at(self, node: yaml.Node, message: str) -> Problem:
        return _problem(self.path, node.start_mark, message)

    def _walk(self, at: Address) -> tuple[yaml.Node, yaml.Node | None]:
        node, key = self.root, None
        for step in at:
            if isinstance(node, yaml.MappingNode):
                found = next(((k, v) for k, v in node.value if k.value == str(step)), None)
                if found is None:
                    break
                key, node = found
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                key, node = None, node.value[step]
            else:
                break
        return node, key


def read_text(path: Path) -> str:
    """The text of a file; BrokenKnowledgeError when it is missing, too large or not UTF-8."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would never end, or never begin
            raise _broken(path, "this is no file; give the path of a release.yaml or of the folder that holds it")
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _broken(
            path, "there is no such file; give the path of a release.yaml or of the folder that holds it"
        ) from None
    except OSError as error:
        raise _broken(path, f"the file cannot be read ({error.strerror}); give the path of a release.yaml") from error
    if len(raw) > MAX_BYTES:
        raise _broken(path, f"the file is larger than {MAX_BYTES // 1_000_000} MB; keep one release in one file")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _broken(path, "the file is not UTF-8 text; save it again with the encoding UTF-8", line) from error


def _broken(path: Path, message: str, line: int = 1) -> BrokenKnowledgeError:
    return BrokenKnowledgeError([Problem(path, line, 1, message)])


def _too_deep(path: Path) -> BrokenKnowledgeError:
    return _broken(path, "brackets are nested far too deep; a release needs a handful of levels")


def _problem(path: Path, mark: Any, message: str) -> Problem:
    """A problem at a mark of the parser, which counts from 0; at the top of the file when it gives none."""
    return Problem(path, mark.line + 1, mark.column + 1, message) if mark else Problem(path, 1, 1, message)


def parse(path: Path, text: str) -> Source:
    """The file's plain values, and in `problems` what YAML allows and we do not.

    BrokenKnowledgeError when it is not YAML.
    """
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise _syntax(path, error) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise _broken(path, "an invisible control character stands here; delete it", line) from error
    except RecursionError as error:
        raise _too_deep(path) from error
    if root is None:
        raise _broken(path, "the file is empty; copy the knowledge of another release and change it")
    source = Source(path, root)
    builder = _Builder(source)
    try:
        source.value = builder.build(root)
    except RecursionError as error:
        raise _too_deep(path) from error
    source.problems += _aliases(path, text) if builder.has_aliases else []
    return source


def _syntax(path: Path, error: yaml.MarkedYAMLError) -> BrokenKnowledgeError:
    said = f"{error.context or ''} {error.problem or ''}"
    advice = next(
        (advice for part, advice in _SYNTAX if part in said),
        f"the YAML cannot be read here ({error.problem})",
    )
    unclosed = error.context_mark and ("unexpected end" in said or "expected ','" in said)
    mark = error.context_mark if unclosed else error.problem_mark or error.context_mark
    return BrokenKnowledgeError([_problem(path, mark, advice)])


def _aliases(path: Path, text: str) -> Iterator[Problem]:
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            yield _problem(path, event.start_mark, f"«*{event.anchor}» repeats another entry; write the text out")


class _Builder:
    """Turns nodes into plain values; a node met twice is an alias and left out, so nothing can multiply."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._seen: set[int] = set()
        self.has_aliases = False

    def build(self, node: yaml.Node) -> object:
        if id(node) in self._seen:
            self.has_aliases = True
            return None
        self._seen.add(id(node))
        if node.tag not in _KINDS.values():
            self._report(node, f"the tag «{node.tag}» is not used here; delete it")
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node)
        if isinstance(node, yaml.SequenceNode):
            return tuple([self.build(item) for item in node.value])
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode) -> dict[str, object]:
        built: dict[str, object] = {}
        lines: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._report(key, "a key must be one word; a list or block stands here")
                continue
            if key.value in built:
                self._report(key, f"«{key.value}» is given twice (first in line {lines[key.value]}); keep one")
            lines.setdefault(key.value, key.start_mark.line + 1)
            built[key.value] = self.build(value)
        return built

    def _scalar(self, node: yaml.Node) -> object:
        text: str = node.value
        if getattr(node, "style", None) or text[:1] not in _NO_TEXT_BEGINS:
            return text
        if text in _LITERALS:
            return _LITERALS[text]
        if _INTEGER.fullmatch(text) and len(text) < 30:
            return int(text)
        if _DATE.fullmatch(text):
            try:
                return datetime.date.fromisoformat(text)
            except ValueError:
                self._report(node, f"{text} is no day of the calendar; write it as 2022-09-07")
        return text

    def _report(self, node: yaml.Node, message: str) -> None:
        self._source.problems.append(_problem(self._source.path, node.start_mark, message))
