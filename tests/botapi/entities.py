"""Message entities: their UTF-16 measure, their order, and those that Telegram finds by itself."""

import itertools
import re
from collections.abc import Iterable

from tests.botapi.errors import bad_request
from tests.botapi.shapes import Entity

SPLITTABLE = ("bold", "italic", "underline", "strikethrough", "spoiler")
MOST_ENTITIES = 100
"""Telegram keeps this many entities of a message and forgets the rest."""

_CODE = frozenset({"code", "pre"})
_CLOSED = _CODE | {"text_link", "text_mention", "url"}
_ORDER = ("blockquote", "expandable_blockquote", "pre", "code", "text_link", "text_mention", *SPLITTABLE)
_FOUND = (
    ("url", re.compile(r"https?://[^\s<>\"']*[^\s<>\"'.,:;!?)\]]")),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}(?!\w)")),
    ("url", re.compile(r"(?<![\w@.])(?:[\w-]+\.)+(?:com|org|net|kr|io|me|ai|info)(?!\w)(?:/[^\s<>\"']*)?")),
    ("mention", re.compile(r"(?<!\w)@[A-Za-z0-9_]{5,32}(?!\w)")),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])")),
    ("hashtag", re.compile(r"(?<!\w)#(?=\w*[^\W\d_])\w{1,256}")),
)


def units(text: str) -> int:
    """Return the length of the text in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def covered(text: str, entity: Entity) -> str:
    """Return the part of the text that the entity covers."""
    start, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
    return text.encode("utf-16-le")[start:end].decode("utf-16-le")


def checked(text: str, given: Iterable[Entity]) -> list[Entity]:
    """Return the entities that a caller spelled out, refusing those that do not lie on the text."""
    size = units(text)
    borders = {0, *itertools.accumulate(map(units, text))}
    kept = []
    for entity in given:
        start, length = entity.get("offset"), entity.get("length")
        if "type" not in entity or not isinstance(start, int) or not isinstance(length, int):
            raise bad_request("can't parse MessageEntity: field is missing or of a wrong type")
        if start < 0 or length <= 0:
            continue
        if start + length > size:
            raise bad_request(
                f"entity beginning at UTF-16 offset {start} ends after the end of the text at UTF-16 offset {size}"
            )
        if not {start, start + length} <= borders:
            raise bad_request(f"entity begins in a middle of a UTF-16 symbol at offset {start}")
        kept.append(dict(entity))
    return kept


def settled(text: str, given: Iterable[Entity]) -> tuple[str, list[Entity]]:
    """Return the text trimmed, with its entities as Telegram keeps them and those it finds by itself."""
    trimmed, entities = _trimmed(text, list(given))
    entities = _styles_joined(entities)
    entities += _found(trimmed, entities)
    entities.sort(key=_place)
    return trimmed, entities[:MOST_ENTITIES]


def _place(entity: Entity) -> tuple[int, int, int]:
    kind = entity["type"]
    rank = _ORDER.index(kind) if kind in _ORDER else len(_ORDER)
    return entity["offset"], -entity["length"], rank


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    text = text.replace("\r", "")
    lead = units(text) - units(text.lstrip())
    trimmed = text.strip()
    size = units(trimmed)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] - lead + entity["length"], size)
        if start < end:
            kept.append({**entity, "offset": start, "length": end - start})
    return trimmed, kept


def _styles_joined(entities: list[Entity]) -> list[Entity]:
    """Return the entities with each style in as few pieces as can be, and none on code."""
    code = {place for entity in entities if entity["type"] in _CODE for place in _span(entity)}
    joined = [entity for entity in entities if entity["type"] not in SPLITTABLE]
    for style in SPLITTABLE:
        places = {place for entity in entities if entity["type"] == style for place in _span(entity)} - code
        for place in sorted(places):
            if joined and joined[-1]["type"] == style and sum(_edge(joined[-1])) == place:
                joined[-1]["length"] += 1
            else:
                joined.append({"type": style, "offset": place, "length": 1})
    return joined


def _edge(entity: Entity) -> tuple[int, int]:
    return entity["offset"], entity["length"]


def _span(entity: Entity) -> range:
    return range(entity["offset"], entity["offset"] + entity["length"])


def _found(text: str, entities: list[Entity]) -> list[Entity]:
    taken = {place for entity in entities if entity["type"] in _CLOSED for place in _span(entity)}
    found = []
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            entity = {"type": kind, "offset": units(text[: match.start()]), "length": units(match.group())}
            if taken.isdisjoint(_span(entity)):
                taken.update(_span(entity))
                found.append(entity)
    return found
