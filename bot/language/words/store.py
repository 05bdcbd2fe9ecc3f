"""The expanded words, kept for the next start: expanding them takes a while.

What is kept carries a digest of all that it was made from; another digest or a damaged file only means that the
words are expanded again.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
from array import array
from collections.abc import Callable, Iterable
from dataclasses import astuple
from functools import cache
from pathlib import Path

from bot.language import kept
from bot.language.slips import Mendable
from bot.language.words.expand import FILES, Tables, expand

_HERE = Path(__file__)
_MADE_BY = ("expand.py", "../conjugation.py", "../normalise.py", "../hangul.py", "../slips.py", "__init__.py")


def load() -> Tables:
    """The tables of the word files as they are now, from what is kept where it is current."""
    path = kept.place(_HERE, "words")
    with contextlib.suppress(ValueError, EOFError, TypeError):
        made_from, *tables = marshal.loads(kept.read(path))
        if made_from == digest():
            return Tables(*tables)
    tables = expand()
    kept.write(path, marshal.dumps((digest(), *astuple(tables))))
    return tables


def load_mendable(words: Callable[[], Iterable[str]]) -> Mendable:
    """The words, some of those of `load`, filed by their slips; from what is kept where it is current."""
    path = kept.place(_HERE, "slips")
    with contextlib.suppress(ValueError, EOFError, TypeError):
        made_from, sounds, filed, beginnings, places = marshal.loads(kept.read(path))
        if made_from == digest():
            return Mendable(sounds, filed, array("Q", beginnings), array("I", places))
    found = Mendable.of(words())
    content = (digest(), found.sounds, found.words, found.beginnings.tobytes(), found.places.tobytes())
    kept.write(path, marshal.dumps(content))
    return found


@cache
def digest() -> bytes:
    """A digest of the word files and of the code that expands them."""
    found = hashlib.blake2b(digest_size=16)
    for name in (*FILES, *_MADE_BY):
        found.update((_HERE.parent / name).read_bytes())
    return found.digest()
