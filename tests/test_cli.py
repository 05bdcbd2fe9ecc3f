"""The command line as people and programs use it: what is printed where, and with which exit code."""

import json
import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import main
from bot.errors import KnowledgeError
from bot.knowledge import load as loading
from bot.knowledge.load import shipped
from bot.render.text import plain
from bot.terminal import batch, chat
from tests.sample import a_reply

#: What the prompt tells the terminal when it waits for a line.
READY = b"\x1b[?2004h"
#: How the prompt asks the terminal where the cursor is.
CURSOR_QUESTION = b"\x1b[6n"
#: Seconds after which a process that says nothing is taken to hang.
PATIENCE = 30


@pytest.fixture
def says(monkeypatch):
    """Makes the engine give a certain reply to everything; what it was asked is noted."""

    def give(answer):
        asked = []

        def respond(text, state, knowledge, language=None):
            asked.append((text, language))
            return answer, state

        for module in (batch, chat):
            monkeypatch.setattr(module, "respond", respond)
        return asked

    return give


@pytest.fixture
def bodobot(capfd, monkeypatch):
    """Runs a command in this process; its exit code, standard output and standard error are returned."""
    monkeypatch.delenv("BODOBOT_KNOWLEDGE", raising=False)

    def run(*arguments):
        with pytest.raises(SystemExit) as exit_:
            main(arguments)
        return exit_.value.code or 0, *capfd.readouterr()

    return run


def _process(*arguments, **options):
    options = {"capture_output": True, "check": False} | options
    return subprocess.run([sys.executable, "-m", "bot", *arguments], **options)


# One question


@pytest.mark.parametrize(("outcome", "code"), [("answer", 0), ("clarify", 0), ("decline", 1)])
def test_the_exit_code_tells_the_outcome(bodobot, says, outcome, code):
    """0 when it was answered or asked back, 1 when it was declined."""
    says(a_reply(outcome=outcome))

    assert bodobot("ask", "Visitors?")[0] == code


def test_ask_prints_the_plain_reply_in_a_pipe(bodobot, says):
    """No colour, no markup, nothing on standard error."""
    says(a_reply())

    assert bodobot("ask", "Visitors?") == (0, plain(a_reply()) + "\n", "")


def test_ask_prints_the_contract_as_one_line(bodobot, says):
    """Hangul stays Hangul."""
    says(a_reply(headline="620명입니다."))
    _, printed, _ = bodobot("ask", "--json", "Visitors?")

    assert printed.count("\n") == 1
    assert "620명입니다." in printed
    assert json.loads(printed)["outcome"] == "answer"


def test_ask_explains_after_the_reply(bodobot, says):
    """The trace stands under an empty line, or as a field of the record."""
    says(a_reply())

    assert bodobot("ask", "--explain", "Visitors?")[1].endswith("\n\nvisitors.foreign: 2.35\nnothing left over\n")
    assert json.loads(bodobot("ask", "--explain", "--json", "Visitors?")[1])["trace"] == list(a_reply().trace)


def test_words_without_quotes_are_one_question(bodobot, says):
    """People forget the quotes."""
    asked = says(a_reply())
    bodobot("ask", "How", "many", "booths?")

    assert asked == [("How many booths?", None)]


def test_the_language_can_be_set(bodobot, says):
    """It goes to the engine; a language that it has not is refused."""
    asked = says(a_reply())

    assert bodobot("ask", "--lang", "ko", "Booths?")[0] == 0
    assert asked == [("Booths?", "ko")]
    assert bodobot("ask", "--lang", "fr", "Booths?")[0] == 2


@pytest.mark.parametrize(
    "arguments",
    [["ask"], ["ask", "--batch", "Booths?"], ["ask", "--nonsense", "Booths?"], ["dance"], []],
    ids=["no question", "question and batch", "unknown option", "unknown command", "no command"],
)
def test_wrong_usage_is_told_and_ends_with_2(bodobot, arguments):
    """The usage and what is wrong go to standard error, without a traceback."""
    code, _, complaint = bodobot(*arguments)

    assert code == 2
    assert "Usage: bodobot" in complaint
    assert "Traceback" not in complaint


# Knowledge


@pytest.mark.parametrize("command", [["ask", "Booths?"], ["ask", "--batch"], ["chat"]])
def test_broken_knowledge_is_one_sentence_and_ends_with_2(bodobot, monkeypatch, tmp_path, command):
    """The first problem is told, and how to see the others."""

    def load(path):
        raise KnowledgeError("a.yaml:1:2: first\na.yaml:3:4: second\na.yaml:5:6: third")

    monkeypatch.setattr(loading, "load", load)

    found = bodobot(*command, "--knowledge", str(tmp_path))
    assert found == (2, "", "bodobot: a.yaml:1:2: first (and 2 more; bodobot check lists them)\n")


@pytest.mark.parametrize("place", ["missing", "empty", "missing/release.yaml"])
def test_knowledge_that_is_not_there_is_one_sentence(bodobot, tmp_path, place):
    """A path with a slip in it gives no traceback."""
    (tmp_path / "empty").mkdir()
    code, printed, complaint = bodobot("ask", "--knowledge", str(tmp_path / place), "Booths?")

    assert (code, printed) == (2, "")
    assert complaint.startswith("bodobot: ")
    assert complaint.count("\n") == 1
    assert str(tmp_path) in complaint


def test_check_lists_every_problem(bodobot, monkeypatch):
    """They are what was asked for, so they go to standard output."""
    problems = "a.yaml:1:2: first\na.yaml:3:4: second"

    def load(path):
        raise KnowledgeError(problems)

    monkeypatch.setattr(loading, "load", load)

    assert bodobot("check") == (2, problems + "\n", "")


def test_check_tells_what_sound_knowledge_holds(bodobot):
    """One line, with counts."""
    code, printed, _ = bodobot("check")
    words = printed.split()

    assert code == 0, printed
    assert words[:2] == ["OK:", "wsce-2022:"]
    assert words[3::2] == ["facts,", "topics,", "passages"]
    assert all(int(count) > 10 for count in words[2::2])


@pytest.mark.parametrize("way", ["argument", "option", "environment"])
def test_a_deleted_digit_is_found_wherever_the_path_comes_from(bodobot, tmp_path, monkeypatch, way):
    """An argument, --knowledge and BODOBOT_KNOWLEDGE name a folder alike."""
    folder = tmp_path / "copy"
    folder.mkdir()
    for path in shipped().iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    text = (folder / "release.yaml").read_text(encoding="utf-8")
    line = next(
        number
        for number, line in enumerate(text.splitlines(), 1)
        if 'figure: "1,548' in line or "figure: 1,548" in line
    )
    broken = "\n".join(
        row.replace("1,548", "1,54") if number == line else row for number, row in enumerate(text.splitlines(), 1)
    )
    (folder / "release.yaml").write_text(broken + "\n", encoding="utf-8")
    if way == "environment":
        monkeypatch.setenv("BODOBOT_KNOWLEDGE", str(folder))
    arguments = {"argument": [str(folder)], "option": ["--knowledge", str(folder)], "environment": []}[way]
    code, printed, _ = bodobot("check", *arguments)

    assert code == 2
    assert f"{folder / 'release.yaml'}:{line}:" in printed


# Batch


def test_batch_answers_each_line_in_order_and_ends_with_0():
    """A bad line gives an error line; a declined one is for its line to say."""
    lines = [
        {"id": "a", "turns": ["부스는 몇 개였어?"]},
        "nonsense",
        {"id": "b", "turns": ["How many foreign visitors came in 2022?", "and in 2019?"]},
        {"id": "c", "turns": ["오늘 날씨 어때?"]},
    ]
    given = "".join(line if isinstance(line, str) else json.dumps(line) + "\n" for line in lines[:1])
    given += "nonsense\n" + "".join(json.dumps(line) + "\n" for line in lines[2:])
    done = _process("ask", "--batch", input=given.encode())
    found = [json.loads(line) for line in done.stdout.decode().splitlines()]

    assert done.returncode == 0, done.stderr.decode()
    assert [reply["id"] for reply in found] == ["a", None, "b", "c"]
    assert "1,548" in found[0]["headline"]
    assert "error" in found[1]
    assert "895" in found[2]["headline"]
    assert found[3]["outcome"] == "decline"


def test_batch_answers_a_line_before_it_needs_the_next():
    """A program can talk to it line by line."""
    command = [sys.executable, "-m", "bot", "ask", "--batch"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        for number in range(2):
            process.stdin.write(json.dumps({"id": number, "turns": ["부스?"]}).encode() + b"\n")
            process.stdin.flush()

            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()

        assert process.wait() == 0


def test_a_reader_that_leaves_early_is_no_error():
    """As with `head`: no traceback, exit code 0."""
    command = [sys.executable, "-m", "bot", "ask", "--batch"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        process.stdin.write(json.dumps({"id": 1, "turns": ["부스?"]}).encode() + b"\n")
        process.stdin.close()

        assert process.wait() == 0
        assert process.stderr.read() == b""


# Chat


def test_chat_works_in_a_pipe():
    """It greets, echoes what it is asked, answers, and ends with its input."""
    environment = os.environ | {"LC_ALL": "ko_KR.UTF-8"}
    done = _process("chat", input="부스는 몇 개였어?\n/help\n".encode(), env=environment)
    printed = done.stdout.decode()

    assert done.returncode == 0, done.stderr.decode()
    assert printed.index("> 부스는 몇 개였어?") < printed.index("1,548") < printed.index("> /help")


@pytest.mark.parametrize(
    ("locale", "greeting"),
    [({"LANG": "ko_KR.UTF-8"}, "ko"), ({"LANG": "ko_KR", "LC_ALL": "en_US"}, "en"), ({}, "en")],
)
def test_chat_greets_in_the_language_of_the_environment(bodobot, monkeypatch, locale, greeting):
    """Korean where it says Korean, else English; replies follow the questions."""
    greeted = []
    monkeypatch.setattr(chat, "converse", lambda read, show, talk, catalogue: greeted.append(talk.language))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    bodobot("chat")

    assert greeted == [greeting]


def test_chat_on_a_terminal_has_colour_and_ends_with_ctrl_d():
    """A person at a terminal gets a prompt, a reply and a clean end."""
    with _Terminal("chat", "--lang", "en") as terminal:
        terminal.read_until(READY)
        terminal.type(b"How many booths were there?\r")
        reply = terminal.read_until(READY)
        terminal.type(b"\x04")

        assert terminal.code_at_end() == 0
    assert b"1,548" in reply
    assert b"\x1b[1m" in reply


class _Terminal:
    """A command with a terminal of its own."""

    def __init__(self, *arguments):
        self._controller, inside = pty.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot", *arguments],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            env=os.environ | {"TERM": "xterm-256color"},
        )
        os.close(inside)
        self._unread = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.kill()
        self._process.wait()
        os.close(self._controller)

    def type(self, keys):
        os.write(self._controller, keys)

    def read_until(self, sign):
        """What is shown before the sign."""
        while sign not in self._unread:
            piece = self._read()
            assert piece, self._unread.decode(errors="replace")
            self._unread += piece
        shown, _, self._unread = self._unread.partition(sign)
        return shown

    def code_at_end(self):
        while self._read():
            pass
        return self._process.wait()

    def _read(self):
        assert select.select([self._controller], [], [], PATIENCE)[0], self._unread.decode(errors="replace")
        try:
            piece = os.read(self._controller, 4096)
        except OSError:  # how Linux tells that the other side has closed
            return b""
        if CURSOR_QUESTION in piece:
            self.type(b"\x1b[1;1R")
        return piece


# As a process


def test_arguments_that_are_no_text_do_no_harm():
    """Undecodable bytes are read as replacement signs."""
    done = _process("ask", b"\xed\xa0\x80 visitors \xff\xfe")

    assert done.returncode in {0, 1}, done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "euc-kr"])
def test_pipes_speak_utf_8_whatever_the_environment_says(encoding):
    """A program that reads the reply need not know the locale."""
    done = _process("ask", "--json", "부스는 몇 개였어?", env=os.environ | {"PYTHONIOENCODING": encoding})

    assert "1,548" in json.loads(done.stdout.decode())["headline"]


def test_the_same_question_gives_the_same_bytes():
    """In every process, whatever the hash seed."""
    seeds = [
        _process("ask", "--json", "관람객은 얼마나 늘었어?", env=os.environ | {"PYTHONHASHSEED": seed})
        for seed in "123"
    ]

    assert len({done.stdout for done in seeds}) == 1
    assert seeds[0].stdout


def test_run_without_a_token_is_one_sentence_and_ends_with_2():
    """It says which variable is missing."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BODOBOT_")}
    done = _process("run", env=environment)

    assert done.returncode == 2
    assert b"BODOBOT_TELEGRAM_TOKEN" in done.stderr
    assert b"Traceback" not in done.stderr


def test_the_version_is_printed(bodobot):
    """It is the installed distribution's."""
    assert bodobot("--version")[:2] == (0, "bodobot 0.1.0\n")


def test_every_command_has_help(bodobot):
    """One line in the list, and its own page."""
    listed = bodobot("--help")[1]
    for command in ("ask", "chat", "check", "run"):
        assert f"\n  {command} " in listed
        assert bodobot(command, "--help")[0] == 0


def test_it_runs_as_a_module_and_as_a_script():
    """Both are the same command line."""
    script = Path(sys.executable).with_name("bodobot")

    assert subprocess.run([script, "--version"], capture_output=True, check=True).stdout == _process("--version").stdout
