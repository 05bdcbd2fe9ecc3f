"""A reply on a screen: the lines of `text` in colour, wrapped in their indent, figures marked in quotes."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from bot.render.text import Line, Role

_STYLES: dict[Role, str] = {
    "headline": "bold",
    "detail": "",
    "assumption": "yellow",
    "source": "dim",
    "quote": "dim",
    "label": "dim",
    "choice": "cyan",
    "suggestion": "cyan",
}


def styled(sections: list[list[Line]]) -> RenderableType:
    """The sections as Rich shows them, set apart by an empty line."""
    shown: list[RenderableType] = []
    for section in sections:
        shown += [Text()] if shown else []
        shown += map(_line, section)
    return Group(*shown)


def _line(line: Line) -> RenderableType:
    text = Text(line.text, style=_STYLES[line.role])
    for words in line.marked:
        start = line.text.find(words)
        if words and start >= 0:
            text.stylize("not dim bold", start, start + len(words))
    return Padding(text, (0, 0, 0, line.indent))
