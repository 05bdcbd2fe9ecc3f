"""The catalogue of a knowledge file, kept for the next start: checking and compiling a release takes a while.

What is kept carries a digest of all that it was made from: the file, its release's text, the word files and the
code. Another digest or a damaged file only means that the knowledge is loaded again, so a changed file is seen at
once and a broken one is refused with all its problems.
"""

from __future__ import annotations

import hashlib
import io
import pickle
import stat
import sys
from functools import cache
from pathlib import Path

from pydantic import VERSION

from bot.knowledge.place import file_at
from bot.language import kept
from bot.language.words import words
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.compile import compile_catalogue

_PACKAGE = Path(__file__).parent.parent.parent
_MADE_BY = ("knowledge", "language", "understand")
#: So many catalogues are kept at most; another file's takes the place of one of them.
_MOST_KEPT = 8
_DIGEST = 32
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def catalogue_of(path: Path) -> Catalogue:
    """The catalogue of the checked knowledge at the path; BrokenKnowledgeError when it cannot be used."""
    file = file_at(path)
    name = hashlib.blake2b(str(file.absolute()).encode("utf-8", "surrogateescape")).digest()[0] % _MOST_KEPT
    place = kept.place(Path(__file__), f"catalogue{name}")
    content = _content(file)
    if content is not None:
        found = _kept(place, file, content)
        if found is not None:
            return found
    return _made(place, file, path, content)


def _made(place: Path, file: Path, path: Path, content: bytes | None) -> Catalogue:
    from bot.knowledge.load import load  # reading and checking are not needed for what is kept

    knowledge = load(path)
    catalogue = compile_catalogue(knowledge)
    if content is not None and content == _content(file):  # what was loaded is what the digest is of
        text = knowledge.text.encode()
        name = knowledge.release.text.encode()
        catalogue.lexicon.mending()  # its index is kept too
        kept.write(place, _digest(file, content, text) + len(name).to_bytes(2, "big") + name + _dumped(catalogue))
    return catalogue


def _kept(place: Path, file: Path, content: bytes) -> Catalogue | None:
    found = kept.read(place)
    start = _DIGEST + 2 + int.from_bytes(found[_DIGEST : _DIGEST + 2], "big")
    text = _content(file.with_name(found[_DIGEST + 2 : start].decode())) if len(found) > start else None
    if text is None or found[:_DIGEST] != _digest(file, content, text):
        return None
    try:
        catalogue = _Unpickler(io.BytesIO(memoryview(found)[start:])).load()
    except Exception:  # a damaged file may raise anything, and then is made anew
        return None
    return catalogue if isinstance(catalogue, Catalogue) else None


def _content(file: Path) -> bytes | None:
    """What is in the file; None when it cannot be read, which `load` has the words for."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            return None
        return file.read_bytes().removeprefix(_BYTE_ORDER_MARK)
    except (OSError, ValueError):
        return None


def _digest(file: Path, content: bytes, text: bytes) -> bytes:
    found = hashlib.blake2b(digest_size=_DIGEST)
    for part in (_code(), str(file).encode("utf-8", "surrogateescape"), content, text):
        found.update(len(part).to_bytes(8, "big") + part)
    return found.digest()


@cache
def _code() -> bytes:
    """A digest of the code that makes catalogues, of the word files, and of what both are run by."""
    found = hashlib.blake2b(f"{sys.version} pydantic {VERSION}".encode())
    for folder in _MADE_BY:
        for file in sorted((_PACKAGE / folder).rglob("*")):
            if file.suffix in {".py", ".yaml"}:
                found.update(f"{file.relative_to(_PACKAGE)}\0".encode() + file.read_bytes())
    return found.digest()


class _Pickler(pickle.Pickler):
    """Leaves out the words of the languages, which are kept by themselves."""

    def persistent_id(self, obj: object) -> str | None:
        return "words" if obj is words() else None


class _Unpickler(pickle.Unpickler):
    def persistent_load(self, pid: str) -> object:
        return words()


def _dumped(catalogue: Catalogue) -> bytes:
    stream = io.BytesIO()
    _Pickler(stream, protocol=pickle.HIGHEST_PROTOCOL).dump(catalogue)
    return stream.getvalue()
