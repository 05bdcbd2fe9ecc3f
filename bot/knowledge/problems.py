"""What is wrong with a knowledge file, as values: the check collects them all before it says anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, process

from bot.errors import KnowledgeError

#: More than anybody mends before looking again; a file of another kind has one in every line.
MOST_TOLD = 200


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to put right: the file, line and column from 1, what is wrong and what would be right."""

    path: Path
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


class BrokenKnowledgeError(KnowledgeError):
    """The knowledge does not load; `problems` holds all that was found, by place, and the text one a line.

    The text stops after MOST_TOLD of them and says how many there are more.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        lines = [*map(str, self.problems[:MOST_TOLD])]
        if len(self.problems) > MOST_TOLD:
            lines.append(f"… and {len(self.problems) - MOST_TOLD:,} more")
        super().__init__("\n".join(lines))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean «visitors»?` for a slip of the pen, otherwise a short list of what is known."""
    choices = sorted(set(known))
    close = process.extractOne(word, choices, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=65)
    if close:
        return f"; did you mean «{close[0]}»?"
    shown = ", ".join(choices[:20]) + (", …" if len(choices) > 20 else "")
    return f"; known here: {shown}" if choices else ""
