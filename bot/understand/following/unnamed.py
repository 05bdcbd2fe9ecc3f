"""A message that names nothing and so goes on about what was spoken of: 2021년은?, 퍼센트로는?, 몇 개국?"""

from __future__ import annotations

from dataclasses import replace

from bot.understand.asking.asked import mentioned
from bot.understand.asking.beside import PENDING
from bot.understand.asking.kinds import QUANTITY_ASKS, SPECIFIC_ASKS, UNITS, counts
from bot.understand.asking.operations import metric_question
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry, MetricEntry
from bot.understand.context import Context
from bot.understand.features import Features
from bot.understand.following.added_up import over_editions
from bot.understand.following.carried import figure_going_on
from bot.understand.following.divided import divided_in_each
from bot.understand.following.ranked import ranked_on
from bot.understand.following.turns import across_turns, amount_for_each, between_editions
from bot.understand.question import Ambiguous, Claim, Part, Question, Unanswerable

#: A message of so many spans says nothing else: 셋 다 2019년은?
_FEW = 4
_ALL_OF_THEM = frozenset({"allthree", "allthreeofthem", "셋다", "세개다", "allofthem", "셋모두"})


def names_nothing(found: Features, catalogue: Catalogue) -> bool:
    """Whether the message names nothing, but asks or says something: 2021년은?, 퍼센트로는?, and in 2019?"""
    content = found.named - catalogue.little - {"record"}
    if content or found.asks & (SPECIFIC_ASKS - {"ask:year"}) or names_subject(found, catalogue):
        return False
    return bool(
        found.has("count", "amount")
        or found.editions
        or found.operations
        or found.asks & QUANTITY_ASKS
        or found.has("unit:percent")
        or (found.has("record") and found.is_claim)
        or any(number.unit or number.degree or found.has("claim") for number in found.numbers)
    )


def names_subject(found: Features, catalogue: Catalogue) -> bool:
    """Whether the message names what the whole release is about."""
    return any(item.meanings & catalogue.subject and not item.meanings & catalogue.lexicon.soft for item in found.items)


def about_the_same(found: Features, context: Context, catalogue: Catalogue) -> Part | None:
    """What a message that names nothing asks of what was spoken of last; None when it asks nothing of that."""
    last = context.last
    entry = catalogue.entries.get(last.entries[0])
    if isinstance(entry, AspectEntry):
        return _about_side(entry, found, last, catalogue)
    return _about_figure(entry, found, context, catalogue) if entry is not None else None


def _about_side(entry: AspectEntry, found: Features, last: Question, catalogue: Catalogue) -> Part | None:
    if not entry.topic.subject and found.asks & QUANTITY_ASKS:
        return _counted_of(entry, found, last, catalogue)
    if _asks_other_year(found, entry, catalogue):
        return Unanswerable("not-in-release", tuple(each.span.typed for each in found.editions), entry.id)
    return None


def _counted_of(entry: AspectEntry, found: Features, last: Question, catalogue: Catalogue) -> Part:
    """What is counted of the topic spoken of: K-City가 뭐야? 몇 개국?"""
    topic = frozenset().union(*entry.topic_names)
    asks_amount = "ask:much" in found.asks and "ask:many" not in found.asks
    fitting = [
        metric
        for metric in catalogue.index.naming(topic)
        if isinstance(metric, MetricEntry) and metric.part is None and counts(metric, found)
        if metric.unit.base != "count" or not asks_amount
    ]
    questions = [metric_question((metric,), found, catalogue) for metric in fitting]
    answerable = tuple(replace(each, carried=last.entries) for each in questions if isinstance(each, Question))
    if len(answerable) > 1:
        return Ambiguous(answerable)
    return answerable[0] if answerable else Unanswerable("not-in-release", entry=entry.id)


def _asks_other_year(found: Features, entry: AspectEntry, catalogue: Catalogue) -> bool:
    """Whether nothing but another year is named, of which the release does not tell that side: 작년에도?"""
    default = catalogue.knowledge.editions.default
    names_other = bool(found.editions) and all(each.edition != default for each in found.editions)
    says_more = found.asks or found.operations or found.numbers or found.items
    return names_other and not says_more and not any(each.year in entry.aspect.years for each in found.editions)


def _about_figure(entry: MetricEntry, found: Features, context: Context, catalogue: Catalogue) -> Part | None:
    """Another edition, unit, measure or operation of the figure, or what sets it against the one before."""
    last = context.last
    if found.has(*PENDING):
        return Unanswerable("not-understood")  # the year after what was told of several years is none of them
    anew = ranked_on(found, last, catalogue) or divided_in_each(found, context, catalogue)
    if anew is not None:
        return anew
    together = across_turns(found, context, catalogue)
    if together is not None or (found.has("both") and found.operations):
        return together
    if _means_figures_of_before(found, context):
        return Unanswerable("not-understood")  # one figure would be half of what is asked
    over_all = over_editions(found, last, catalogue)
    if over_all is not None:
        return over_all
    for_each = amount_for_each(found, last, catalogue)
    if for_each is not None:
        return for_each
    found = between_editions(found, context, catalogue)
    if last.operation == "value" and _sets_against_another(found):
        return Unanswerable("not-understood")  # there is no other figure
    measured = _measured_otherwise(found, last)
    if measured is not None:
        return replace(measured, claim=None, carried=last.entries)
    if not counts(entry, found) and not found.operations:
        return None
    other_unit = next((each for each in UNITS if found.has(each) and each != f"unit:{entry.unit.id}"), None)
    if other_unit is not None and not found.numbers:
        return Unanswerable("not-in-release", entry=entry.id, ask=other_unit)
    adds_figures = last.operation == "sum" and len(last.entries) > 1
    if _only_names_edition(found) and (adds_figures or last.operation in {"share", "average"}):
        editions = mentioned(found, catalogue)[-1:]
        of_edition = replace(last, editions=editions, edition_assumed=False, claim=None, carried=last.entries)
        return of_edition if editions else None
    if adds_figures:
        return Unanswerable("not-understood")  # one of the figures would be half of what is spoken of
    keeps_all = last.operation in {"value", "editions"}
    metrics = tuple(map(catalogue.metric, last.entries)) if keeps_all else (entry,)
    question = figure_going_on(metrics, found, last, catalogue)
    goes_on = isinstance(question, Question) and question.operation == last.operation and _says_too(found)
    if isinstance(question, Question) and goes_on and last.operation in {"value", "change"}:
        same = last.claim if last.operation == "value" else _only_direction(last.claim)
        return replace(question, claim=question.claim or same)
    return question


def _means_figures_of_before(found: Features, context: Context) -> bool:
    """Whether an edition is asked for of several figures that were spoken of one after another: both in 2019?"""
    before, last = context.before_last, context.last
    if before is None or not found.editions or found.operations - {"op:editions"} or len(found.spans) > _FEW:
        return False
    says_all = found.has("both") or any(span.typed in _ALL_OF_THEM for span in found.spans)
    return says_all and last.operation == "value" and before.entries != last.entries


def _only_direction(claim: Claim | None) -> Claim | None:
    """The claim, where it says no more than that something rose or fell: than in 2021 too?"""
    return claim if claim is not None and claim == Claim(direction=claim.direction) else None


def _sets_against_another(found: Features) -> bool:
    """Whether it is asked which of two was more, and not in which edition."""
    asks_edition = found.editions or found.has("edition", "ask:year", "ask:when", "op:editions")
    return found.has("ask:which", "ask:what") and found.has("op:more", "op:less") and not asks_edition


def _measured_otherwise(found: Features, last: Question) -> Question | None:
    """The last change in another measure, or the other end of the last rank; None when the message asks for neither."""
    if found.editions:
        return None
    if last.operation == "rank" and found.has("op:most", "op:least"):
        return replace(last, extreme="least" if found.has("op:least") else "most")
    if last.operation != "change":
        return None
    if not found.operations and found.has("amount", "count"):
        return replace(last, measure="amount")
    if found.has("unit:percent", "op:percent", "op:multiple"):
        return replace(last, measure="multiple" if found.has("op:multiple") else "percent")
    return None


def _only_names_edition(found: Features) -> bool:
    return bool(found.editions) and not found.operations and not found.asks & QUANTITY_ASKS


def _says_too(found: Features) -> bool:
    """Whether what was said is asked of something else as well: 2019년에도?, in 2019 too?"""
    return found.is_claim and any(
        span.typed in {"too", "also", "aswell"} or (span.kind == "josa" and span.text in {"도", "에도"})
        for span in found.spans
    )
