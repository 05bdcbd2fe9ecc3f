"""The README is held to what it says: its commands run, its map is the tree, its two lines can be pasted."""

import io
import re
import shlex
from pathlib import Path

import pytest

from bot.cli import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SET_UP = "python3 -m venv .venv && .venv/bin/pip install -q -c constraints.txt -e "


def _blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


SHELL_LINES = [line for block in _blocks("sh") for line in block.splitlines()]
COMMANDS = [line for line in SHELL_LINES if not line.startswith("python3")]


def _arguments(line):
    """What follows `bodobot` in a line, up to a redirection."""
    words = shlex.split(line)
    start = next(number for number, word in enumerate(words) if word.rpartition("/")[2] == "bodobot")
    end = words.index("<") if "<" in words else len(words)
    return words[start + 1 : end]


def _run(arguments, capsys):
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    return exit_.value.code, capsys.readouterr()


def test_its_first_two_commands_set_everything_up():
    """One starts a chat, the other passes the tests; both install the exact versions and need only Python."""
    chat, tests = SHELL_LINES[:2]

    assert chat == SET_UP + ". && .venv/bin/bodobot chat"
    assert tests == SET_UP + "'.[test]' && .venv/bin/python -m pytest -n auto"


def test_the_test_line_is_the_second_such_line():
    """The check before a change lands takes it from there."""
    lines = [line for line in README.splitlines() if line.startswith("python3 -m venv .venv")]

    assert lines == SHELL_LINES[:2]


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_exists_with_its_options(line, capsys):
    """Its help runs and names every option that the line uses."""
    arguments = _arguments(line)
    command = [] if arguments[0].startswith("-") else arguments[:1]
    code, printed = _run([*command, "--help"], capsys)

    assert code == 0
    for option in (word for word in arguments if word.startswith("--")):
        assert option in printed.out


@pytest.mark.parametrize("line", [line for line in COMMANDS if " ask " in line and "--batch" not in line])
def test_every_question_is_answered(line, capsys, monkeypatch):
    """What the README shows is something that the bot knows."""
    monkeypatch.chdir(ROOT)
    code, printed = _run(_arguments(line), capsys)

    assert code == 0, printed.out


@pytest.mark.parametrize("line", [line for line in COMMANDS if " check" in line])
def test_every_check_passes(line, capsys, monkeypatch):
    """The knowledge that ships is in order."""
    monkeypatch.chdir(ROOT)
    code, printed = _run(_arguments(line), capsys)

    assert code == 0, printed.out


def _map_of_readme():
    """The paths of the map, folders with a slash at the end."""
    text = next(block for block in _blocks("text") if block.startswith("bot/"))
    paths, folders = [], []
    for line in text.splitlines():
        indent, name, words = re.fullmatch(r"( *)(\S+)(?:\s{2,}(\S.*))?", line).groups()
        assert words, f"the map says nothing about {name}"
        folders = folders[: len(indent) // 2]
        paths.append("".join(folders) + name)
        folders += [name] if name.endswith("/") else []
    return paths


def _tree():
    """Everything in bot/ that has a purpose of its own: an __init__ speaks for its folder."""
    for path in (ROOT / "bot").rglob("*"):
        relative = path.relative_to(ROOT).as_posix()
        if "__pycache__" in relative or path.name == "__init__.py":
            continue
        yield relative + ("/" if path.is_dir() else "")


def test_the_map_is_the_tree():
    """Every file is on the map, and everything on the map exists, once."""
    shown = _map_of_readme()

    assert sorted(shown) == sorted({"bot/", *_tree()})


def test_every_link_leads_somewhere():
    """Files that it refers to exist."""
    links = re.findall(r"\]\(([^)]+)\)", README)

    assert [link for link in links if "://" not in link and not (ROOT / link).exists()] == []


def test_every_setting_is_told():
    """The table of variables is the settings' own list."""
    from bot.settings import PREFIX, Settings

    told = set(re.findall(rf"^\| `({PREFIX}\w+)` \|", README, re.MULTILINE))

    assert told == {PREFIX + name.upper() for name in Settings.model_fields}


def test_every_dependency_is_explained():
    """The table of dependencies is the project's own list."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.match(r"[\w-]+", line)[0].lower() for line in project["dependencies"]}
    section = README.partition("## What it is built on")[2].partition("\n## ")[0]

    assert set(re.findall(r"^\| ([\w-]+) \|", section, re.MULTILINE)) - {"dependency"} == {
        name if name != "pyyaml" else "PyYAML" for name in needed
    }


def test_the_conversation_is_what_the_chat_says(capsys, monkeypatch):
    """The messages shown, piped into a chat, give the replies shown."""
    shown = next(block for block in _blocks("text") if block.startswith("> "))
    messages = "".join(line[2:] + "\n" for line in shown.splitlines() if line.startswith("> "))
    monkeypatch.setattr("sys.stdin", io.StringIO(messages))
    code, printed = _run(["chat"], capsys)

    assert not code
    assert shown.rstrip() == "> " + printed.out.partition("\n> ")[2].rstrip()
