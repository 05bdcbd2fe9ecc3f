"""A chat of the double as plain text that looks like a chat: who speaks, quotations folded, buttons in their rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unicodedata import east_asian_width

from tests.botapi import Chat, InlineAnswer, Message
from tests.botapi.entities import units
from tests.botapi.shapes import Entity

#: The columns of a line, where a Hangul letter takes two, and the lines of a quotation that Telegram shows unfolded.
WIDTH, FOLDED = 100, 3
_INDENT = "  "
_QUOTED = "│ "


def chat(shown: Chat) -> str:
    """All that stands in the chat, from the first message to the last."""
    said = (message for message in shown.history.values() if not message.deleted and not message.service)
    return "\n\n".join(map(message, said))


def message(shown: Message) -> str:
    """The message with its writer and what it replies to above it, and its buttons below."""
    return "\n".join([_heading(shown), *_indented(_body(shown)), *_indented(_rows(shown))])


def cards(typed: str, answer: InlineAnswer) -> str:
    """What is typed, and the list that Telegram shows above it."""
    found = (
        line
        for card in answer.results
        for line in (f"┌ {card.title}", *(f"│ {line}" for line in _wrapped(card.description, WIDTH - 4)))
    )
    return "\n".join([f"⌨ {typed}", *_indented(found)])


def _heading(shown: Message) -> str:
    assert shown.sender is not None
    parts = [shown.sender.first_name]
    if "via_bot" in shown.details:
        parts.append(f"via @{shown.details['via_bot']['username']}")
    if shown.reply_to is not None and shown.reply_to.sender is not None:
        parts.append(f"↩ {shown.reply_to.sender.first_name}: “{_shortened(shown.reply_to.text)}”")
    return " ".join(parts)


def _body(shown: Message) -> Iterator[str]:
    """The lines of the message; Telegram folds the quotations."""
    for text, is_quoted in _stretches(shown):
        if is_quoted:
            yield from _quotation(text)
        else:
            for line in text.split("\n"):
                yield from _wrapped(line, WIDTH - len(_INDENT))


def _stretches(shown: Message) -> Iterator[tuple[str, bool]]:
    """The text in pieces, and whether each is a quotation."""
    coded = shown.text.encode("utf-16-le")
    at = 0
    for start, end in map(_span, filter(_is_quotation, shown.entities)):
        yield coded[2 * at : 2 * start].decode("utf-16-le").removesuffix("\n"), False
        yield coded[2 * start : 2 * end].decode("utf-16-le"), True
        at = end
    if at < units(shown.text):
        yield coded[2 * at :].decode("utf-16-le").removeprefix("\n" if at else ""), False


def _quotation(text: str) -> Iterator[str]:
    room = WIDTH - len(_INDENT + _QUOTED) - 2
    lines = [line for part in text.split("\n") for line in _wrapped(part, room)]
    for line in lines[: FOLDED - 1]:
        yield _QUOTED + line
    if len(lines) >= FOLDED:
        yield f"{_QUOTED}{lines[FOLDED - 1]}" + (" ⌄" if len(lines) > FOLDED else "")


def _rows(shown: Message) -> Iterator[str]:
    for row in (shown.markup or {}).get("inline_keyboard", ()):
        yield " ".join(f"[ {button['text']} ]" for button in row)


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return ((_INDENT + line).rstrip() for line in lines)


def _wrapped(line: str, room: int) -> list[str]:
    """The line in pieces of so many columns, parted between words."""
    pieces = [""]
    for word in line.split(" "):
        longer = f"{pieces[-1]} {word}" if pieces[-1] else word
        if pieces[-1] and _columns(longer) > room:
            pieces.append(word)
        else:
            pieces[-1] = longer
    return pieces


def _columns(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _shortened(text: str) -> str:
    first = text.partition("\n")[0]
    return first if _columns(first) <= 40 else first[:24].rstrip() + "…"


def _is_quotation(entity: Entity) -> bool:
    return str(entity["type"]).endswith("blockquote")


def _span(entity: Entity) -> tuple[int, int]:
    return entity["offset"], entity["offset"] + entity["length"]
