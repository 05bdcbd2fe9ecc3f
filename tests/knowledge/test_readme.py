"""The guide for press officers holds: its example loads, and it explains what `check` says."""

from __future__ import annotations

import re
from pathlib import Path

import bot
from bot.knowledge.load import load, shipped

README = (shipped().parent / "README.md").read_text(encoding="utf-8")
SOURCES = "\n".join(
    path.read_text(encoding="utf-8") for path in (Path(bot.__file__).parent / "knowledge").rglob("*.py")
)


def _block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", README, re.DOTALL)
    assert found
    return found[1]


def test_the_example_is_a_whole_release(tmp_path: Path) -> None:
    """What a press officer copies from the guide passes the check."""
    (tmp_path / "release.txt").write_text(_block("text"), encoding="utf-8")
    (tmp_path / "release.yaml").write_text(_block("yaml"), encoding="utf-8")

    knowledge = load(tmp_path)

    assert knowledge.metrics[0].values["2024"].figure == "1,250명"


def test_each_explained_message_is_one_that_is_said() -> None:
    """The first column of both tables quotes the program, and both languages explain the same messages."""
    korean, english = README.split("# Keeping a knowledge file")
    explained = [re.findall(r"^\| ([a-zA-Z].*?) \|", part, re.MULTILINE) for part in (korean, english)]
    explained[1].remove("It says")

    assert explained[0] == explained[1]
    for message in explained[0]:
        for piece in re.split(r"; | … |\(Korean\)|English ", message):
            assert piece.strip() in SOURCES.replace("{name}", "release.txt"), piece
