"""How much of a long message is read: no question is so long, and running text is worth its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.language.normalise import MAX_LENGTH

#: A message of no more characters is read whole, and of a longer one as many.
LONGEST_READ = 1_200
#: How much of the beginning and of the end is read before anything between them.
_OPENING = _CLOSING = 300
_LONGEST_PIECE = 150
#: A sentence with the space after it; a longer one is cut where a word ends, or where it must be.
_UP_TO = f".{{1,{_LONGEST_PIECE}}}"
_PIECE = re.compile(rf"{_UP_TO}?(?:[.!?]\s+|\n+|\Z)|{_UP_TO}(?=\s|\Z)|{_UP_TO}", re.DOTALL)


def abridged(text: str) -> str:
    """The text, or of a longer one its beginning, its end and the sentences with digits, in order, as far as they go
    into LONGEST_READ characters."""
    text = text[:MAX_LENGTH]
    if len(text) <= LONGEST_READ:
        return text
    pieces = [match.group() for match in _PIECE.finditer(text)]
    kept: set[int] = set()
    room = LONGEST_READ
    for place in _by_worth(pieces):
        room -= len(pieces[place]) + 1  # a line ends where something is left out
        if room < 0:
            break
        kept.add(place)
    return "".join(piece if place in kept else "\n" * (place - 1 in kept) for place, piece in enumerate(pieces))


def _by_worth(pieces: list[str]) -> Iterator[int]:
    """The places of the pieces, those first that are read first."""
    places = range(len(pieces))
    first, last = _within(pieces, places, _OPENING), _within(pieces, reversed(places), _CLOSING)
    with_digits = [place for place in places if any(map(str.isdigit, pieces[place]))]
    yield from dict.fromkeys((*first, *last, *with_digits, *places))


def _within(pieces: list[str], places: Iterable[int], length: int) -> Iterator[int]:
    """The places up to the first piece that ends beyond the length."""
    for place in places:
        length -= len(pieces[place])
        if length < 0:
            return
        yield place
