"""telegram-test-api, a Bot API emulator that is not our own, as a process, and people who write to its bot."""

from __future__ import annotations

import itertools
import json
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.request import Request, urlopen

from tests.botapi.watch import Watch
from tests.ports import free_port

FOLDER = Path(__file__).parent
PACKAGE = "telegram-test-api"
INSTALLATION = "npm ci --prefix tests/emulator"
PATIENCE = 20.0

Json = dict[str, Any]


def missing() -> str:
    """What is missing to run it, and how it gets there; empty when all is there."""
    if shutil.which("node") is None:
        return f"Node.js is not installed, so {PACKAGE} cannot run."
    wanted = json.loads((FOLDER / "package.json").read_text())["dependencies"][PACKAGE]
    installed = FOLDER / "node_modules" / PACKAGE / "package.json"
    if not installed.exists() or json.loads(installed.read_text())["version"] != wanted:
        return f"{PACKAGE} {wanted} is not installed: {INSTALLATION}"
    return ""


@dataclass(frozen=True)
class Message:
    """What the bot has written, as it stands now, in Telegram's HTML: the emulator does not read it."""

    id: int
    text: str
    keyboard: list[list[Json]]

    @property
    def first_line(self) -> str:
        """Where the figure belongs."""
        return self.text.splitlines()[0]

    @property
    def labels(self) -> list[str]:
        """What its buttons say."""
        return [button["text"] for row in self.keyboard for button in row]

    def data(self, label: str) -> str:
        """What a press of the button sends."""
        return next(str(button["callback_data"]) for row in self.keyboard for button in row if button["text"] == label)


class Emulator:
    """A context manager; leaving it ends the process."""

    token = "4242:a-token-that-nobody-issued-0000000000"

    def __init__(self) -> None:
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self._watch = Watch()
        self._lines: list[str] = []
        self._people = itertools.count(1001)
        self._process = subprocess.Popen(
            ["node", str(FOLDER / "serve.js"), str(port)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def __enter__(self) -> Self:
        self._watch.until(
            lambda: "listening\n" in self._lines or None, PATIENCE, lambda: f"{PACKAGE} does not start: {self._lines}"
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()

    def person(self) -> Person:
        """Somebody whom the bot has not met."""
        return Person(self, next(self._people))

    def post(self, path: str, body: Json) -> Any:
        """The result of a request to the emulator's side for people."""
        data = json.dumps(body).encode()
        with urlopen(Request(self.url + path, data, {"Content-Type": "application/json"}), timeout=PATIENCE) as answer:
            return json.load(answer)["result"]

    def messages(self, chat: int) -> list[Message]:
        """All that the bot has written into the chat, in order."""
        return list(self._messages(chat))

    def wait_for_message(self, chat: int, number: int, words: str = "") -> Message:
        """The bot's message of that number in the chat, counted from 1, as soon as it is there with these words."""

        def find() -> Message | None:
            there = self.messages(chat)
            return there[number - 1] if len(there) >= number and words in there[number - 1].text else None

        return self._watch.until(
            find, PATIENCE, lambda: f"no message {number} with {words!r} in {self.messages(chat)}, {self._lines}"
        )

    def _messages(self, chat: int) -> Iterator[Message]:
        for entry in self.post("/getUpdatesHistory", {"token": self.token}):
            written = entry.get("message", {})
            if str(written.get("chat_id")) == str(chat):
                keyboard = (written.get("reply_markup") or {}).get("inline_keyboard", [])
                yield Message(entry["messageId"], written["text"], keyboard)

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            with self._watch.change():
                self._lines.append(line)


class Person:
    """Somebody in a private chat with the bot."""

    def __init__(self, emulator: Emulator, number: int) -> None:
        self._emulator = emulator
        self._number = number
        self._replies = 0

    def say(self, text: str, **fields: Any) -> None:
        """Send the text; fields given stand in for those of a proper message."""
        self._emulator.post("/sendMessage", self._letter() | {"text": text} | fields)

    def command(self, text: str) -> None:
        """Send a command, marked as one as Telegram's apps do."""
        mark = {"type": "bot_command", "offset": 0, "length": len(text.split()[0])}
        self._emulator.post("/sendCommand", self._letter() | {"text": text, "entities": [mark]})

    def press(self, label: str, message: Message) -> None:
        """Press the button that says this under the message."""
        letter = self._letter()
        shown = {"message_id": message.id, "date": letter["date"], "chat": letter["chat"], "text": message.text}
        self._emulator.post("/sendCallback", letter | {"data": message.data(label), "message": shown})

    def wait_for_reply(self) -> Message:
        """The next message of the bot."""
        self._replies += 1
        return self._emulator.wait_for_message(self._number, self._replies)

    def wait_for_edit(self, message: Message, words: str) -> Message:
        """The message, once it was edited and has these words."""
        number = [written.id for written in self.replies].index(message.id) + 1
        return self._emulator.wait_for_message(self._number, number, words)

    @property
    def replies(self) -> list[Message]:
        """All that the bot has written to this person."""
        return self._emulator.messages(self._number)

    def _letter(self) -> Json:
        person = {"id": self._number, "first_name": "Alice"}
        return {
            "botToken": self._emulator.token,
            "date": int(time.time()),
            "from": person | {"is_bot": False, "language_code": "ko"},
            "chat": person | {"type": "private"},
        }
