"""Judges a reply by the rules of the development set: outcome, numbers, texts, look-alikes, verdict, language.

Numbers are read as a reader reads them, not with the program's own reader, so that a slip there cannot hide here.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.answer.model import Answer
from bot.dialogue import State, respond
from bot.understand.catalogue.catalogue import Catalogue

_SCALES = {
    "백": 1e2, "천": 1e3, "만": 1e4, "억": 1e8, "조": 1e12,
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
}  # fmt: skip
_PIECE = re.compile(
    r"(?P<minus>(?<![\d\w~–-])[-−△▲]\s?)?(?P<digits>\d[\d,]*(?:\.\d+)?)\s?"
    r"(?P<scale>천?억|천?만|조|천(?![가-힣])|백(?![가-힣])|thousand|million|billion|trillion)?"
)
_CLOSE = 0.006


@dataclass(frozen=True, slots=True)
class Item:
    """A question, or the turns up to it, and what a good reply to the last turn holds."""

    name: str
    lang: str
    turns: tuple[str, ...]
    outcome: tuple[str, ...]
    numbers: tuple[tuple[float, ...], ...]
    texts: tuple[tuple[str, ...], ...]
    not_numbers: tuple[float, ...]
    verdict: str | None
    flaw: str | None


def items(path: Path) -> list[Item]:
    """The items of a question file; a group of one alternative may stand without its brackets there."""
    flaws: dict[str, str]
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    flaws = content.get("flaws", {})
    found = []
    for kind, lines in content["questions"].items():
        for place, line in enumerate(lines, 1):
            found.append(_item(f"{kind}-{place:02}", line, flaws))
    return found


def _item(name: str, line: dict[str, Any], flaws: dict[str, str]) -> Item:
    turns = line["ask"].split(" | ")
    lang = line.get("lang") or ("ko" if re.search("[가-힣]", turns[-1]) else "en")
    return Item(
        name=name,
        lang=lang,
        turns=tuple(turns),
        outcome=tuple(line.get("outcome", "answer").split("/")),
        numbers=tuple(tuple(map(float, _several(group))) for group in line.get("numbers", ())),
        texts=tuple(tuple(map(str, _several(group))) for group in line.get("texts", ())),
        not_numbers=tuple(map(float, line.get("not_numbers", ()))),
        verdict=line.get("verdict"),
        flaw=flaws[line["flaw"]] if "flaw" in line else None,
    )


def line_item(line: str) -> Item:
    """The item of a JSON line, as the rounds are kept and the development set is written."""
    asked = json.loads(line)
    return Item(
        name=asked["id"],
        lang=asked["lang"],
        turns=tuple(asked["turns"]),
        outcome=tuple(asked["outcome"]),
        numbers=tuple(map(tuple, asked["numbers"])),
        texts=tuple(map(tuple, asked["texts"])),
        not_numbers=tuple(asked["not_numbers"]),
        verdict=asked["verdict"],
        flaw=None,
    )


def _several(group: object) -> Iterable[Any]:
    return group if isinstance(group, list) else [group]


def cases(path: Path) -> list[Any]:
    """The items as pytest cases; one whose cause is known and not yet mended must fail."""
    return [
        pytest.param(
            item,
            id=f"{item.name} {item.turns[-1]}",
            marks=[pytest.mark.xfail(strict=True, reason=item.flaw)] if item.flaw else [],
        )
        for item in items(path)
    ]


def ask(turns: Iterable[str], catalogue: Catalogue) -> Answer:
    """The reply to the last of the turns, said one after another in one conversation."""
    answer, state = None, State()
    for turn in turns:
        answer, state = respond(turn, state, catalogue)
    assert answer is not None
    return answer


def faults(item: Item, answer: Answer) -> list[str]:
    """What is wrong with the reply; nothing when it passes."""
    found = numbers_in(answer.headline)
    if answer.outcome != "answer":
        return [] if answer.outcome in item.outcome else [f"{answer.outcome}: {answer.headline}"]
    wrong = [f"says {number:,g}" for number in item.not_numbers if any(same(number, other) for other in found)]
    if "answer" not in item.outcome:
        wrong.append("answers what is not to be answered")
    wrong += [
        f"lacks {group}"
        for group in item.numbers
        if not any(same(number, other) for number in group for other in found)
    ]
    flat = squashed(answer.headline)
    wrong += [f"lacks {group}" for group in item.texts if not any(squashed(text) in flat for text in group)]
    if item.verdict and answer.verdict != item.verdict:
        wrong.append(f"verdict {answer.verdict}, not {item.verdict}")
    if answer.language != item.lang:
        wrong.append(f"replies in {answer.language}, not {item.lang}")
    return [f"{fault}: {answer.headline}" for fault in wrong]


def numbers_in(text: str) -> list[float]:
    """The numbers that a reader reads in a text; 1조 2,000억 is one number, a year is a number too."""
    text = unicodedata.normalize("NFC", text).replace("m²", "")
    found: list[float] = []
    open_scale = 1.0
    end = -1
    for match in _PIECE.finditer(text):
        scale = 1.0
        for word in re.findall(r"[가-힣]|[a-z]+", match["scale"] or ""):
            scale *= _SCALES[word]
        value = float(match["digits"].replace(",", "")) * scale
        if found and open_scale >= 1e4 > 0 and scale < open_scale and not text[end : match.start()].strip():
            found[-1] += value if found[-1] >= 0 else -value
        else:
            found.append(-value if match["minus"] else value)
        open_scale, end = scale, match.end()
    return found


def same(wanted: float, said: float) -> bool:
    """Whether two numbers are the same to a reader: whole small ones exactly, others within 0.6 %."""
    if wanted == int(wanted) and abs(wanted) < 1e6:
        return abs(said - wanted) < 0.5 if abs(wanted) >= 1000 else abs(said - wanted) < 0.005
    return abs(said - wanted) <= _CLOSE * abs(wanted)


def squashed(text: str) -> str:
    """The letters and digits of a text, in small letters."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in text if char.isalnum())
