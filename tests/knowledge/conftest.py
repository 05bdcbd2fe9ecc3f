"""A copy of the shipped release that a test may spoil, and the place where it did."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.knowledge.load import load, shipped
from bot.knowledge.problems import BrokenKnowledgeError, Problem

RELEASE = (shipped() / "release.yaml").read_text(encoding="utf-8")
TEXT = (shipped() / "release.txt").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Spoiled:
    """What loading said after a change that begins in `line` of the changed file."""

    line: int
    file: str
    files: dict[str, str]
    problems: tuple[Problem, ...]

    @property
    def here(self) -> list[str]:
        """The messages at the very line of the change."""
        return self._at_line(self.line, self.file)

    def at(self, words: str, file: str = "release.yaml") -> list[str]:
        """The messages at the line of a file that these words begin in."""
        text = self.files[file]
        assert text.count(words) == 1, f"{words!r} stands {text.count(words)} times in {file}"
        return self._at_line(text.count("\n", 0, text.index(words)) + 1, file)

    def _at_line(self, line: int, file: str) -> list[str]:
        return [problem.message for problem in self.problems if (problem.path.name, problem.line) == (file, line)]


def problems_of(path: Path) -> tuple[Problem, ...]:
    """What loading finds wrong; nothing when it loads."""
    try:
        load(path)
    except BrokenKnowledgeError as error:
        return error.problems
    return ()


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds a copy of the shipped release."""
    folder = tmp_path_factory.mktemp("release")
    shutil.copy(shipped() / "release.yaml", folder)
    shutil.copy(shipped() / "release.txt", folder)
    return folder


Spoil = Callable[..., Spoiled]


@pytest.fixture
def spoil(desk: Path) -> Spoil:
    """Replaces one text of release.yaml (or release.txt) and loads; the files stay as they were."""

    def change(old: str, new: str, *, file: str = "release.yaml") -> Spoiled:
        text = RELEASE if file == "release.yaml" else TEXT
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        changed = text.replace(old, new)
        begin = text.index(old) + _first_difference(old, new)
        files = {"release.yaml": RELEASE, "release.txt": TEXT} | {file: changed}
        (desk / file).write_text(changed, encoding="utf-8")
        try:
            return Spoiled(changed.count("\n", 0, begin) + 1, file, files, problems_of(desk))
        finally:
            (desk / file).write_text(text, encoding="utf-8")

    return change


def _first_difference(old: str, new: str) -> int:
    return next((index for index, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
