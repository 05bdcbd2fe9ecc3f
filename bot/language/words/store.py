"""The expanded words, kept beside the compiled modules as Python keeps bytecode: expanding them takes a while.

The file carries a digest of all that it was made from; another digest, a damaged file or a folder that cannot
be written only means that the words are expanded again.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import marshal
import os
from dataclasses import astuple
from pathlib import Path

from bot.language.words.expand import FILES, Tables, expand

_HERE = Path(__file__).parent
_MADE_BY = ("expand.py", "../conjugation.py", "../normalise.py", "../hangul.py")


def load() -> Tables:
    """The tables of the word files as they are now, from the kept file where it is current."""
    digest = _digest()
    path = Path(importlib.util.cache_from_source(str(_HERE / "words.py"))).with_suffix(".tables")
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
        kept, *tables = marshal.loads(path.read_bytes())
        if kept == digest:
            return Tables(*tables)
    tables = expand()
    with contextlib.suppress(OSError):
        _write(path, marshal.dumps((digest, *astuple(tables))))
    return tables


def _digest() -> bytes:
    found = hashlib.blake2b(digest_size=16)
    for name in (*FILES, *_MADE_BY):
        found.update((_HERE / name).read_bytes())
    return found.digest()


def _write(path: Path, content: bytes) -> None:
    """The file stands there whole or not at all."""
    path.parent.mkdir(exist_ok=True)
    partial = path.with_suffix(f".{os.getpid()}")
    partial.write_bytes(content)
    partial.replace(path)
