"""One process of `bodobot run`, or of another bot, and what it wrote."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.botapi.watch import Watch

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
BODOBOT = ("bot", "run")


class Process:
    """A context manager; leaving it ends the process, whatever became of it.

    It has a folder of its own for what it keeps by default.
    """

    def __init__(self, module: Sequence[str] = BODOBOT, **settings: str) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("BODOBOT_")}
        self._folder = tempfile.TemporaryDirectory()
        environment = kept | {"PYTHONWARNINGS": "error", "XDG_STATE_HOME": self._folder.name}
        environment |= {f"BODOBOT_{name.upper()}": value for name, value in settings.items()}
        self._watch = Watch()
        self._lines: list[str] = []
        self._process = subprocess.Popen(
            [sys.executable, "-m", *module],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    @property
    def output(self) -> str:
        """All that it wrote so far, to either stream."""
        with self._watch.hold():
            return "".join(self._lines)

    @property
    def peak_memory(self) -> float:
        """The most megabytes that it held at any time until now."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="utf-8")
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:")) / 1024

    @property
    def work(self) -> float:
        """The seconds that it has kept a core busy, in all of its threads."""
        numbers = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(numbers[11]) + int(numbers[12])) / os.sysconf("SC_CLK_TCK")

    def wait_for_line(self, words: str) -> str:
        """The first line with these words, as soon as it is written."""
        return self._watch.until(
            lambda: next((line for line in self._lines if words in line), None),
            PATIENCE,
            lambda: f"no line with {words!r} in {self._lines}",
        )

    def wait(self) -> int:
        """The exit code, when it has ended of itself."""
        code = self._process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        return code

    def send(self, number: signal.Signals) -> None:
        """Send it a signal."""
        self._process.send_signal(number)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to stop, and return its exit code."""
        self.send(number)
        return self.wait()

    def kill(self) -> None:
        """End it at once, in the middle of whatever it does."""
        self._process.kill()
        self.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()
        self._folder.cleanup()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            with self._watch.change():
                self._lines.append(line)
