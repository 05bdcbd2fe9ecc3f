"""Text with entities, as a call hands it over: limits, parse mode, explicit entities."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.botapi import entities, html
from tests.botapi.errors import bad_request
from tests.botapi.shapes import Entity

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


@dataclass(frozen=True)
class Formatted:
    """Plain text and its entities, after Telegram has tidied both."""

    text: str = ""
    entities: tuple[Entity, ...] = ()


def text(source: str, parse_mode: str = "", given: Sequence[Entity] = ()) -> Formatted:
    """Return the text of a message, of 1 to 4096 code units once its entities are parsed."""
    formatted = _formatted(source, parse_mode, given)
    if not formatted.text:
        raise bad_request("message text is empty")
    if entities.units(formatted.text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return formatted


def caption(source: str, parse_mode: str = "", given: Sequence[Entity] = ()) -> Formatted:
    """Return a caption, of 0 to 1024 code units once its entities are parsed."""
    formatted = _formatted(source, parse_mode, given)
    if entities.units(formatted.text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return formatted


def as_typed(source: str, given: Sequence[Entity] = ()) -> Formatted:
    """Return text that a person typed, with the entities that Telegram finds in it."""
    plain, found = entities.settled(source, entities.checked(source, given))
    return Formatted(plain, tuple(found))


def _formatted(source: str, parse_mode: str, given: Sequence[Entity]) -> Formatted:
    mode = parse_mode.lower()
    if mode == "html":
        plain, found = html.parse(source)
    elif not mode:
        plain, found = source, entities.checked(source, given)
    else:
        raise bad_request("unsupported parse_mode")
    plain, found = entities.settled(plain, found)
    return Formatted(plain, tuple(found))
