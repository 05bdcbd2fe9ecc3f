"""Telegram's HTML: the few tags it knows, and the words it refuses the others with."""

import re
from dataclasses import dataclass

from tests.botapi import links
from tests.botapi.entities import units
from tests.botapi.errors import ApiError, bad_request
from tests.botapi.shapes import Entity

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z]+));?")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.-]*)(?=[\s>])))?""")
_USER_LINK = re.compile(r"tg://user\?id=(\d+)$", re.IGNORECASE)


@dataclass(frozen=True)
class _Open:
    tag: str
    argument: str
    start: int
    position: int


def parse(source: str) -> tuple[str, list[Entity]]:
    """Return the plain text and the entities of a piece of HTML, or refuse it as Telegram does."""
    return _Reader(source).read()


class _Reader:
    """Walks over the source once, keeping the tags that are still open."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._text = ""
        self._open: list[_Open] = []
        self._entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        while self._at < len(self._source):
            if self._source.startswith("</", self._at):
                self._end_tag()
            elif self._source[self._at] == "<":
                self._start_tag()
            else:
                self._plain()
        if self._open:
            raise _refused(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        for entity in self._entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        return self._text, self._entities

    def _plain(self) -> None:
        end = self._source.find("<", self._at)
        end = len(self._source) if end < 0 else end
        self._text += decoded(self._source[self._at : end])
        self._at = end

    def _start_tag(self) -> None:
        begin = self._at
        match = re.compile(r"<([^\s>]*)").match(self._source, begin)
        assert match is not None
        if match.end() == len(self._source):
            raise _refused(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        tag = match.group(1).lower()
        if tag not in _KINDS:
            raise _refused(f'Unsupported start tag "{tag}" at byte offset {self._bytes(begin)}')
        self._at = match.end()
        argument = self._argument(tag, begin)
        if tag == "span" and argument != "spoiler":
            raise _refused(f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(begin)}')
        self._open.append(_Open(tag, argument, units(self._text), len(self._text)))

    def _argument(self, tag: str, begin: int) -> str:
        """Return the one attribute value that matters to the tag, and move past the tag."""
        argument = ""
        while True:
            self._at += len(self._source[self._at :]) - len(self._source[self._at :].lstrip())
            if self._at >= len(self._source):
                raise _refused(f"Unclosed start tag at byte offset {self._bytes(begin)}")
            if self._source[self._at] == ">":
                self._at += 1
                return argument
            match = _ATTRIBUTE.match(self._source, self._at)
            if match is None:
                place = self._bytes(begin)
                raise _refused(f'Empty attribute name in the tag "{tag}" at byte offset {place}')
            name = match.group(1)
            value = next((part for part in match.groups()[1:] if part is not None), None)
            if value is None and self._source[match.end() :].lstrip().startswith("="):
                raise _refused(f"Unclosed start tag at byte offset {self._bytes(begin)}")
            if value is None and (tag, name) != ("blockquote", "expandable"):
                place = self._bytes(begin)
                raise _refused(
                    f'Expected equal sign in declaration of an attribute of the tag "{tag}" at byte offset {place}'
                )
            self._at = match.end()
            argument = _meant(tag, name, decoded(value or "")) or argument

    def _end_tag(self) -> None:
        begin = self._at
        match = re.compile(r"</([^\s>]*)\s*>").match(self._source, begin)
        if not self._open:
            raise _refused(f"Unexpected end tag at byte offset {self._bytes(begin)}")
        if match is None:
            raise _refused(f"Unclosed end tag at byte offset {self._bytes(begin)}")
        opened, tag = self._open.pop(), match.group(1).lower()
        if tag not in ("", opened.tag):
            raise _refused(
                f'Unmatched end tag at byte offset {self._bytes(begin)}, expected "</{opened.tag}>", found "</{tag}>"'
            )
        self._at = match.end()
        self._close(opened)

    def _close(self, opened: _Open) -> None:
        length = units(self._text) - opened.start
        if not length:
            return
        entity: Entity = {"type": _KINDS[opened.tag], "offset": opened.start, "length": length}
        if opened.tag == "a":
            target = _link(opened.argument or self._text[opened.position :])
            if target is None:
                return
            entity.update(target)
        elif opened.tag == "blockquote" and opened.argument:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "pre" and self._became_language_block(entity):
            return
        if opened.tag == "code" and opened.argument:
            entity["language"] = opened.argument
        self._entities.append(entity)

    def _became_language_block(self, entity: Entity) -> bool:
        """Turn code with a language into pre when pre closes over the very same text."""
        inner = self._entities[-1] if self._entities else {}
        if {**inner, "type": "pre", "language": None} == {**entity, "language": None} and "language" in inner:
            inner["type"] = "pre"
            return True
        return False

    def _bytes(self, position: int) -> int:
        return len(self._source[:position].encode())


def decoded(source: str) -> str:
    """Return the text with the named and numeric references that Telegram knows replaced."""
    return _REFERENCE.sub(_character, source)


def _character(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return _NAMED.get(name, match.group())
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if not 0 < code < 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return match.group()
    return chr(code)


def _meant(tag: str, name: str, value: str) -> str:
    if (tag, name) == ("a", "href"):
        return value
    if (tag, name) == ("code", "class") and value.startswith("language-"):
        return value.removeprefix("language-")
    if (tag, name) == ("span", "class") and value.startswith("tg-"):
        return value.removeprefix("tg-")
    return "yes" if (tag, name) == ("blockquote", "expandable") else ""


def _link(address: str) -> Entity | None:
    """Return what a link turns into: a mention, a link, or nothing when the address is no address."""
    if user := _USER_LINK.match(address):
        person = {"id": int(user.group(1)), "is_bot": False, "first_name": ""}
        return {"type": "text_mention", "user": person}
    url = links.normalised(address)
    return {"url": url} if url else None


def _refused(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")
