"""What became of a share or an average that was spoken of: it is told in each edition, and never the plain figure."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.asking.asked import Asked
from bot.understand.asking.operations import is_held
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.context import Context
from bot.understand.features import Features
from bot.understand.question import Question, Unanswerable

#: What sets the figures of editions against each other.
_COMPARES = ("op:change", "op:difference", "op:more", "op:less", "op:most", "op:least", "op:compare", "op:same")
_TWO = 2


def divided_in_each(found: Features, context: Context, catalogue: Catalogue) -> Question | Unanswerable | None:
    """The share, or the figure for each of another, in the editions that the message sets against each other: 외국인
    비율은? 2019년은? 더 높아졌어? None when it does not; declined where the release does not have them."""
    last, before = context.last, context.before_last
    is_divided = last.operation == "share" or (last.operation == "average" and last.per != "edition")
    if not is_divided or found.numbers or not found.has(*_COMPARES):
        return None
    if last.per == "day":
        return Unanswerable("not-understood", near=last.entries)  # how many days others took is not told
    asked = Asked((catalogue.metric(last.entries[0]),), found, catalogue)
    editions = {*last.editions, *asked.editions}
    if before is not None and (before.operation, before.entries, before.per) == (
        last.operation,
        last.entries,
        last.per,
    ):
        editions |= {*before.editions}
    if len(editions) < _TWO:
        editions.add(asked.compared_with if asked.default in editions else asked.default)
    if asked.has("op:most", "op:least"):
        editions = {*asked.all_editions}
    told = replace(last, editions=tuple(sorted(editions)), edition_assumed=False, claim=None, carried=last.entries)
    return told if is_held(told, catalogue) else Unanswerable("not-understood", near=last.entries)
