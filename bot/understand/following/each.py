"""What a message asks of each of the figures that were told: visitors and companies? And in 2019? 둘 다 늘었어?"""

from __future__ import annotations

from dataclasses import replace

from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.context import Context
from bot.understand.features import Features
from bot.understand.following.turns import is_figure
from bot.understand.following.unnamed import names_nothing
from bot.understand.question import Question

#: What is asked of figures together.
_TOGETHER = (
    "op:difference", "op:sum", "op:share", "op:per", "op:average", "op:same", "op:rank", "op:multiple",
    "ask:which", "ask:what", "unit:percent", "op:percent",
)  # fmt: skip
_TWO = 2


def asked_of_each(found: Features, context: Context, catalogue: Catalogue) -> tuple[Features, tuple[Question, ...]]:
    """The message as it is asked of one figure, and the last questions that it is asked of one by one; none where it is
    asked of one of them alone, or of all together."""
    asks = found.editions or found.has("op:change")
    together = found.has(*_TOGETHER) or found.numbers or (found.has("op:compare") and not found.editions)
    if not context.questions or not asks or together or not names_nothing(found, catalogue):
        return found, ()
    told = context.questions
    if len(told) < _TWO and found.has("both"):
        told = context.newest_first[:_TWO][::-1]
    are_figures = all(is_figure(each, catalogue) for each in told)
    is_one_of_each = len(told) == len({each.entries for each in told}) and len({each.editions for each in told}) == 1
    if len(told) < _TWO or not (are_figures and is_one_of_each):
        return found, ()
    return replace(found, meanings=found.meanings - {"both"}), told
