"""What a follow-up asks of two figures is no plain figure: by how much? is that more? in percent? plus 2019?

Where the figures that it sets against each other are not found, it is declined, and no single one of them told again.
"""

from __future__ import annotations

from bot.understand.features import Features
from bot.understand.following.turns import with_difference
from bot.understand.question import Part, Question, Unanswerable

#: Words of comparing and calculating that take two figures.
_TAKE_TWO = frozenset(
    {
        "op:more", "op:less", "op:compare", "op:difference", "op:sum", "op:share", "op:average", "op:multiple",
        "op:same", "op:percent", "unit:percent", "op:outdo",
    }
)  # fmt: skip


def heeded(part: Part, found: Features) -> Part:
    """The part, or a decline where it gives a figure and nothing of the comparison, share or sum that is asked for."""
    if not isinstance(part, Question) or part.operation != "value" or part.claim is not None or not part.carried:
        return part
    if found.numbers or found.has("or") or found.is_alternative or _is_whole_of_sum(part, found):
        return part
    takes_two = with_difference(found) is not found or any(
        span.readings and all(reading & _TAKE_TWO for reading in span.readings) for span in found.spans
    )
    return Unanswerable("not-understood", near=part.entries) if takes_two else part


def _is_whole_of_sum(part: Question, found: Features) -> bool:
    """Whether the figure is what comes of adding a part to the whole that it is in: 외국인이랑 합치면?"""
    adds = found.operations <= {"op:sum", "op:include"} and found.has("op:sum")
    return adds and (part.entries != part.carried or bool(found.items))
