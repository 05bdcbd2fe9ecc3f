"""What a message asks across turns: which of the last two answers was more, their difference, their sum."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.asking.asked import Asked, mentioned
from bot.understand.asking.claims import direction_claim
from bot.understand.asking.counted_in import whole_of_both
from bot.understand.asking.operations import is_held
from bot.understand.asking.pairs import Pair, are_alike, are_comparable, as_quotient
from bot.understand.asking.ranking import rank_changes
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import COUNTED, AspectEntry, MetricEntry
from bot.understand.context import Context
from bot.understand.features import EditionMention, Features, Item
from bot.understand.following.added_up import editions_told
from bot.understand.gathering.constructions import names_change
from bot.understand.question import Claim, Extreme, Measure, Question, Unanswerable

_ACROSS = (
    "op:difference",
    "op:sum",
    "op:more",
    "op:less",
    "op:most",
    "op:least",
    "op:multiple",
    "op:per",
    "op:change",
    "op:same",
    "op:compare",
    "op:average",
    "op:share",
    "op:percent",
    "unit:percent",
)

_APART = ("op:difference", "op:multiple")


def across_turns(found: Features, context: Context, catalogue: Catalogue) -> Question | Unanswerable | None:
    """The question that sets the last two answers against each other; None when the message does not ask for that.

    Two figures that cannot be told apart, or added up, as it is asked are declined.
    """
    found = with_difference(found)
    if found.numbers or not found.has(*_ACROSS):
        return None
    faster = _grown_more(found, context, catalogue) if all(each.is_base for each in found.editions) else None
    if faster is not None:
        return faster
    if found.editions:
        return _gap_in_edition(found, context, catalogue)
    last, *others = context.newest_first
    ends = _between_ends(found, others[0], last, catalogue) if others else None
    if ends is not None:
        return ends
    for before in others:
        if not (is_figure(before, catalogue) and is_figure(last, catalogue)):
            continue
        is_other_edition = before.editions != last.editions and bool(before.editions and last.editions)
        if before.entries == last.entries and is_other_edition and not found.has("op:per"):
            return _of_editions(found, before, last, context, catalogue)
        if before.entries != last.entries and before.editions[-1:] == last.editions[-1:]:
            return _of_figures(found, before, last, catalogue)
    return None


def with_difference(found: Features) -> Features:
    """The features, *by how much* alone read as asking for the difference."""
    typed = [span.typed for span in found.spans if "and" not in span.meanings]
    by_how_much = typed[:1] == ["by"] and found.asks == {"ask:much"} and not (found.items or found.operations)
    return replace(found, meanings=found.meanings | {"op:difference"}) if by_how_much else found


def asks_how_much_more(found: Features) -> bool:
    """Whether it is asked by how many there were more or fewer: how many fewer, 얼마나 적어."""
    return found.has("op:more", "op:less") and found.has("ask:much", "ask:many")


def _gap_in_edition(found: Features, context: Context, catalogue: Catalogue) -> Question | Unanswerable | None:
    """The difference of the last two figures in the edition that is named: the gap in 2019?"""
    pair = _last_pair(context, catalogue)
    names_when = len(found.editions) == 1 and not found.editions[0].is_base
    if pair is None or not (names_when and found.has("op:difference")):
        return None
    edition = mentioned(found, catalogue)
    gap = Question("ratio", (pair[0].id, pair[1].id), edition, measure="amount", carried=context.last.entries)
    is_told = are_alike(*pair) and edition != () and is_held(gap, catalogue)
    return gap if is_told else Unanswerable("not-understood", near=context.last.entries)


def _between_ends(found: Features, before: Question, last: Question, catalogue: Catalogue) -> Question | None:
    """The difference between the most and the least, after both were asked for: how far apart are those two?"""
    ranks = before.operation == last.operation == "rank" and before.entries == last.entries
    if not ranks or {before.extreme, last.extreme} != {"most", "least"} or not found.has(*_APART):
        return None
    metric = catalogue.metric(last.entries[0])
    by_size = sorted(last.editions, key=lambda each: metric.values[each].number if each in metric.values else 0)
    if not metric.values.keys() >= set(by_size) or len(by_size) < 2:
        return None
    first, second = sorted((by_size[0], by_size[-1]))
    measure: Measure = "multiple" if found.has("op:multiple") else "amount"
    return Question("change", last.entries, (second,), base=first, measure=measure, carried=last.entries)


def between_editions(found: Features, context: Context, catalogue: Catalogue) -> Features:
    """A claim of how much one figure changed, with the two editions that the last two answers gave it for."""
    before, last = context.before_last, context.last
    if before is None or not found.numbers or found.editions or not found.has(*_ACROSS):
        return found
    is_other_edition = len(before.editions) == len(last.editions) == 1 and before.editions != last.editions
    if before.entries != last.entries or not is_other_edition or not is_figure(last, catalogue):
        return found
    first, second = sorted((before.editions[0], last.editions[0]))
    span = found.spans[0]
    base = EditionMention(span, first, catalogue.edition(first).year, is_base=True, relative=False)
    later = EditionMention(span, second, catalogue.edition(second).year, is_base=False, relative=False)
    return replace(found, editions=(later, base))


def named_across(found: Features, context: Context, catalogue: Catalogue) -> Question | None:
    """The last two figures set against each other where the message names one of them, or both by their order.

    One is divided by the other that stands at the word for each (so how many per country?); the smaller is a share of
    the larger (what portion of the first is the second?).
    """
    pair = _last_pair(context, catalogue)
    named = frozenset().union(*map(_general, found.items)) - catalogue.lexicon.soft
    if pair is None or not named or found.editions or found.numbers:
        return None
    if found.has("op:per") and not found.has("per:day"):
        return _divided_by_named(found, named, pair, context.last)
    by_order = named <= {"latter", "former"} and ("former" in named or found.has("time:first")) and "latter" in named
    by_name = named <= frozenset().union(*map(_counted_by, pair))
    is_share = (by_order or by_name) and asks_share(found) and not found.has("op:change", "op:up", "op:down")
    return share_of(pair, context.last) if is_share else None


def _general(item: Item) -> frozenset[str]:
    """What the item means besides just itself, where it means something."""
    return frozenset(meaning for meaning in item.meanings if meaning[0] != "=") or item.meanings


def _last_pair(context: Context, catalogue: Catalogue) -> Pair | None:
    """The figures of the last two answers, when they are two figures of one edition."""
    before, last = context.before_last, context.last
    if before is None or not (is_figure(before, catalogue) and is_figure(last, catalogue)):
        return None
    if before.entries == last.entries or before.editions[-1:] != last.editions[-1:]:
        return None
    return catalogue.metric(before.entries[0]), catalogue.metric(last.entries[0])


def _divided_by_named(found: Features, named: frozenset[str], pair: Pair, last: Question) -> Question | None:
    """The one figure for each of what the other counts: for each of what is named alone, or stands at the word."""
    each = frozenset(meaning.removeprefix("each-") for meaning in named if meaning.startswith("each-"))
    others = frozenset(meaning for meaning in named if not meaning.startswith("each-"))
    divisors = [metric for metric in pair if (each or others) <= _counted_by(metric) and metric.unit.base == "count"]
    if len(divisors) == 1:
        divisor = divisors[0]
        divided = pair[1] if divisor is pair[0] else pair[0]
    elif not each:
        divided, divisor = as_quotient(pair, found)
    else:
        return None
    fits = others <= _counted_by(divided) | _counted_by(divisor) and divisor.unit.base == "count"
    counted = found.counters - set(divisor.counters)
    if not fits or divided.unit.id == divisor.unit.id or not counted <= set(divided.counters):
        return None
    return _divided(divided, divisor, last)


def _counted_by(metric: MetricEntry) -> frozenset[str]:
    """What the figure is named by, and what its counting words count."""
    return metric.named | {COUNTED.get(counter, "") for counter in metric.counters}


def asks_share(found: Features) -> bool:
    return found.has("op:share", "unit:percent", "op:percent")


def share_of(pair: Pair, last: Question) -> Question | None:
    """The smaller of two amounts of money as a share of the larger, a part as one of its whole."""
    edition = last.editions[-1:]
    values = [metric.values.get(edition[0]) for metric in pair] if edition else []
    first, second = values if len(values) == 2 else (None, None)
    if first is None or second is None:
        return None
    small, large = pair if first.number <= second.number else pair[::-1]
    is_part = small.whole_id == large.id and small.part is not None and not small.part.separate
    is_money = small.unit.base == large.unit.base == "money"
    return Question("share", (small.id, large.id), edition, carried=last.entries) if is_part or is_money else None


def amount_for_each(found: Features, last: Question, catalogue: Catalogue) -> Question | None:
    """The amount of money for each of what was counted last: 상담은 몇 번? 건당 금액은?"""
    if not is_figure(last, catalogue) or not found.has("op:per") or not found.has("amount", "ask:much"):
        return None
    each = catalogue.metric(last.entries[0])
    core = each.named - catalogue.lexicon.soft
    amounts = [
        metric
        for metric in catalogue.index.wholes
        if metric.unit.base == "money" and each.unit.base == "count" and metric.named - {"amount"} <= core
    ]
    is_one = len(amounts) == 1 and not (found.editions or found.numbers)
    return (
        Question("average", (amounts[0].id,), last.editions[-1:], per=each.id, carried=last.entries) if is_one else None
    )


def is_figure(question: Question, catalogue: Catalogue) -> bool:
    """Whether the question asked for one figure."""
    entry = catalogue.entries.get(question.entries[0])
    return question.operation == "value" and len(question.entries) == 1 and not isinstance(entry, AspectEntry)


def _grown_more(found: Features, context: Context, catalogue: Catalogue) -> Question | Unanswerable | None:
    """Which of the last two figures grew more; declined where it cannot be told."""
    before, last = context.before_last, context.last
    asks = (
        found.has("op:change") and found.has("ask:which", "ask:what") and found.has("op:more", "op:less", "op:compare")
    )
    if before is None or not asks or before.entries == last.entries:
        return None
    both = (before, last)
    are_figures = all(each.operation in {"value", "change"} and len(each.entries) == 1 for each in both)
    metrics = tuple(catalogue.metric(each.entries[0]) for each in both) if are_figures else ()
    ranked = rank_changes(Asked(metrics, found, catalogue)) if metrics else None
    if ranked is None:
        return Unanswerable("not-understood", near=last.entries)
    if before.operation == last.operation == "change" and (before.base, before.editions) == (last.base, last.editions):
        ranked = replace(ranked, base=last.base, editions=last.editions)
    ranked = replace(ranked, carried=last.entries)
    return ranked if is_held(ranked, catalogue) else Unanswerable("not-understood", near=last.entries)


def _of_editions(
    found: Features, before: Question, last: Question, context: Context, catalogue: Catalogue
) -> Question | None:
    """The same figure of two editions."""
    editions = tuple(sorted({before.editions[-1], last.editions[-1]}))
    metric = catalogue.metric(last.entries[0])
    all_editions = Asked((metric,), found, catalogue).all_editions
    if found.has("op:sum"):  # 셋 다 더하면?
        told = all_editions if found.has("op:editions") else editions_told(context)
        return Question("sum", last.entries, told, carried=last.entries)
    if found.has("op:average") and not found.has("op:editions", "op:per", "per:day"):
        return Question("average", last.entries, editions_told(context), per="edition", carried=last.entries)
    editions = all_editions if found.has("op:editions") else editions
    change = Question("change", last.entries, editions[1:], base=editions[0], carried=last.entries)
    up, down = found.has("op:up"), found.has("op:down")
    asks_how_far = found.has("op:multiple", "unit:percent", "op:percent", "op:share", "ask:much", "ask:many")
    if up != down and found.is_claim and not asks_how_far and not names_change(found.spans):
        return replace(change, claim=Claim(direction="up" if up else "down"))
    if found.has("op:same") and found.is_claim and not found.has("not"):
        return replace(change, claim=Claim(direction="same"))
    if found.has("op:difference", "op:multiple", "op:change") or asks_how_much_more(found):
        return replace(change, measure="multiple" if found.has("op:multiple") else "amount")
    if found.has("op:percent", "unit:percent"):
        is_of_whole = found.has("total") or (metric.part is not None and not metric.part.separate)
        return replace(change, measure="percent") if not is_of_whole else None
    if not found.has("op:more", "op:less", "op:most", "op:least", "ask:which"):
        return change if found.has("op:compare") else None
    if found.is_claim:
        if before.operation != "value" or found.has("op:most", "op:least"):
            return None
        claim = direction_claim("down" if found.has("op:less") else "up", found)
        return replace(change, editions=last.editions, base=before.editions[-1], claim=claim)
    if (
        found.has("op:most", "op:least")
        and found.has("ask:year", "ask:when", "edition")
        and not found.has("both", "or")
    ):
        editions = all_editions  # of all, not of two
    return Question("rank", last.entries, editions, extreme=_extreme(found), carried=last.entries)


def _of_figures(
    found: Features, before: Question, last: Question, catalogue: Catalogue
) -> Question | Unanswerable | None:
    """Two figures of the same edition."""
    first, second = catalogue.metric(before.entries[0]), catalogue.metric(last.entries[0])
    if found.has("op:change", "op:same"):
        return None
    if found.has("op:per"):
        return _divided(first, second, last) if first.unit.id != second.unit.id else None
    if asks_share(found):
        is_part = second.part is not None and not second.part.separate  # which may be a share of its own whole
        untold = None if is_part else Unanswerable("not-understood", near=last.entries)
        return share_of((first, second), last) or untold
    pair = Question("compare", (first.id, second.id), last.editions[-1:], carried=last.entries)
    if found.has("op:average"):
        return None if found.has("per:day") else Unanswerable("not-understood", near=last.entries)
    calculates = found.has("op:sum", "op:difference", "op:multiple")
    if not (are_alike if calculates else are_comparable)(first, second):
        return Unanswerable("not-understood", near=last.entries)
    if found.has("op:sum"):
        whole = whole_of_both(first, second)
        return replace(pair, operation="value", entries=(whole.id,)) if whole else replace(pair, operation="sum")
    if found.has("op:difference", "op:multiple"):
        return replace(pair, operation="ratio", measure="multiple" if found.has("op:multiple") else "amount")
    if not found.is_claim or not found.has("op:more", "op:less"):
        return pair
    claim = direction_claim("down" if found.has("op:less") else "up", found)
    return replace(pair, entries=pair.entries[::-1], claim=claim)


def _divided(first: MetricEntry, second: MetricEntry, last: Question) -> Question:
    """What was asked for first for each of what was asked for last."""
    return Question("average", (first.id,), last.editions[-1:], per=second.id, carried=last.entries)


def _extreme(found: Features) -> Extreme:
    return "least" if found.has("op:less", "op:least") else "most"
