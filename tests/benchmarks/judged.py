"""What a reply is to the reader: right, false, or nothing that helps."""

from __future__ import annotations

from typing import Literal

from bot.answer.model import Answer
from tests.questions.judging import Item, faults

Outcome = Literal["ok", "wrong", "missed"]


def judged(item: Item, answer: Answer) -> Outcome:
    """`ok` has no fault; `wrong` answers with a fault or where no answer is due; the rest is `missed`.

    A good answer in the other language is missed, not wrong.
    """
    found = faults(item, answer)
    if not found:
        return "ok"
    is_false = answer.outcome == "answer" and any(not fault.startswith("replies in") for fault in found)
    return "wrong" if is_false else "missed"
