"""What is added to the last figures, or averaged with them: plus 2019? 합치면? 평균은?"""

from __future__ import annotations

import itertools

from bot.understand.asking.asked import mentioned
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.context import Context
from bot.understand.features import Features
from bot.understand.question import Question

_TWO = 2
#: Words that take an edition together with the one spoken of, where nothing else is asked.
_ADDED = frozenset({"plus", "togetherwith", "combinedwith", "alongwith", "addedto"})


def editions_told(context: Context) -> tuple[str, ...]:
    """The editions of which the figure spoken of last was told one after another, in the order of time."""
    last = context.last
    told = itertools.takewhile(lambda each: _is_value_of(each, last), context.newest_first)
    return tuple(sorted({each.editions[0] for each in told}))


def _is_added(found: Features) -> bool:
    """Whether the edition is to be taken together with what was told, and nothing else is asked: plus 2019?, 2019년
    포함하면?"""
    adds = any(span.typed in _ADDED for span in found.spans) or found.has("op:include", "such-as")
    return adds and not found.asks


def _is_value_of(question: Question, last: Question) -> bool:
    """Whether the question gave the figure that was spoken of last, for one edition."""
    return question.operation == "value" and question.entries == last.entries and len(question.editions) == 1


def over_editions(found: Features, last: Question, catalogue: Catalogue) -> Question | None:
    """The sum or the average of the figure over the editions that were told and those that the message names, where
    nothing else is asked: 연도별 관람객은? 합계는?; 2022년 관람객은? 2019년이랑 합치면?"""
    told = last.editions if last.operation in {"editions", "sum", "value"} and len(last.entries) == 1 else ()
    if found.has("per:day") or found.numbers or any(mention.edition is None for mention in found.editions):
        return None
    editions = tuple(sorted({*told, *mentioned(found, catalogue)}))
    names_more = len(found.editions) == 1 and len(editions) > len(told) > 0
    if len(editions) < _TWO or not (names_more or (last.operation == "editions" and not found.editions)):
        return None
    calculates = found.operations - {"op:editions", "op:include"}
    if calculates == {"op:sum"} or (names_more and not calculates and _is_added(found)):
        return Question("sum", last.entries, editions, carried=last.entries)
    is_average = calculates == {"op:average"}
    return Question("average", last.entries, editions, per="edition", carried=last.entries) if is_average else None
