"""What takes a while to make, kept beside the compiled modules for the next start, as Python keeps bytecode.

Who may write there may change the program itself, so what is read from there is as trustworthy as the program. A
folder that cannot be written only means that things are made again.
"""

from __future__ import annotations

import contextlib
import os
from importlib.util import cache_from_source
from pathlib import Path


def place(module: Path, name: str) -> Path:
    """Where what belongs to the module is kept under that name, for this version of Python."""
    return Path(cache_from_source(str(module.with_name(f"{name}.py")))).with_suffix(".kept")


def read(path: Path) -> bytes:
    """What is kept there; empty when nothing is."""
    with contextlib.suppress(OSError):
        return path.read_bytes()
    return b""


def write(path: Path, content: bytes) -> None:
    """The content is kept there whole, or what was there before is."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        partial = path.with_suffix(f".{os.getpid()}")
        partial.write_bytes(content)
        partial.replace(path)
