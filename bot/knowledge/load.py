"""From a file to the knowledge that answers speak from: checked against its release, or refused."""

from __future__ import annotations

from pathlib import Path

from bot.knowledge.check import check
from bot.knowledge.checks.book import Book
from bot.knowledge.checks.release_text import ReleaseText
from bot.knowledge.model import Contents, Knowledge
from bot.knowledge.place import FILE_NAME, file_at, shipped
from bot.knowledge.problems import BrokenKnowledgeError, Problem
from bot.knowledge.shape import contents
from bot.knowledge.source import Source, parse, read_text

__all__ = ["FILE_NAME", "load", "shipped"]


def load(path: Path) -> Knowledge:
    """The checked knowledge of a release.yaml, or of the folder that holds one.

    Raises BrokenKnowledgeError (a KnowledgeError) with every problem found; nothing is half-loaded.
    """
    file = file_at(path)
    source = parse(file, read_text(file))
    found, problems = contents(source)
    problems = [*source.problems, *problems]
    if found is None:
        raise BrokenKnowledgeError(problems)
    release = _release_text(source, found)
    if isinstance(release, Problem):
        raise BrokenKnowledgeError([*problems, release])
    raw, text = release
    knowledge = Knowledge.model_construct(found.model_fields_set, **dict(found), text=raw, path=file)
    problems += check(Book(knowledge, text), source, is_whole=not problems)
    if problems:
        raise BrokenKnowledgeError(problems)
    return knowledge


def _release_text(source: Source, found: Contents) -> tuple[str, ReleaseText] | Problem:
    """The text beside the knowledge file, as it is and as the checks read it, or why it cannot be read."""
    name = found.release.text
    place = ("release", "text")
    if name in {"", ".", ".."} or Path(name).name != name or "\\" in name:
        return source.problem(place, f"«{name}» must be the name of a text file beside this one: release.txt")
    path = source.path.parent / name
    try:
        raw = read_text(path)
    except BrokenKnowledgeError as error:
        first = error.problems[0]
        missing = f"there is no file «{name}» beside this one; put the release's text there"
        return first if path.exists() else source.problem(place, missing)
    return raw, ReleaseText(path, raw)
