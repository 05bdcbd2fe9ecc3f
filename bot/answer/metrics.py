"""Replies about figures: the table from an operation to the reply that does it."""

from __future__ import annotations

from collections.abc import Callable

from bot.answer import changes, combinations, values
from bot.answer.desk import Desk
from bot.answer.draft import Draft
from bot.answer.wording import wording_of
from bot.knowledge.model import Language
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.question import Question

_REPLIES: dict[str, Callable[[Desk], Draft]] = {
    "value": values.value,
    "editions": values.values,
    "rank": values.rank,
    "change": changes.change,
    "rank-changes": changes.rank_changes,
    "compare": combinations.compare,
    "share": combinations.share,
    "ratio": combinations.ratio,
    "average": combinations.average,
    "sum": combinations.total,
}


def reply(question: Question, language: Language, catalogue: Catalogue) -> Draft:
    """The reply to a question about figures; a decline when one of them does not exist."""
    metrics = tuple(catalogue.metric(entry_id) for entry_id in question.entries)
    return _REPLIES[question.operation](
        Desk(question, metrics, language, catalogue, wording_of(language, catalogue.knowledge))
    )
