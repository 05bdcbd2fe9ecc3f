"""What a message asks across turns: which of the last two answers was more, their difference, their sum."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.asking.asked import Asked
from bot.understand.asking.counted_in import whole_of_both
from bot.understand.asking.pairs import Pair, are_alike, as_quotient
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import COUNTED, AspectEntry, MetricEntry
from bot.understand.context import Context
from bot.understand.gathering.constructions import names_change
from bot.understand.gathering.features import EditionMention, Features, Item
from bot.understand.question import Claim, Extreme, Measure, Question

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
)

_APART = ("op:difference", "op:multiple")
_WITH = frozenset({"이랑", "랑", "이랑은", "와", "과", "와의", "과의", "하고", "보다"})
_BELOW = ("below", "above", "than", "from", "against", "versus", "vs", "with")


def across_turns(found: Features, context: Context, catalogue: Catalogue) -> Question | None:
    """The question that sets the last two answers against each other; None when the message does not ask for that."""
    if found.editions or found.numbers or not found.has(*_ACROSS):
        return None
    last, *others = context.newest_first
    ends = _between_ends(found, others[0], last, catalogue) if others else None
    if ends is not None:
        return ends
    for before in others:
        if not (_is_figure(before, catalogue) and _is_figure(last, catalogue)):
            continue
        is_other_edition = before.editions != last.editions and bool(before.editions and last.editions)
        if before.entries == last.entries and is_other_edition and not found.has("op:per"):
            return _of_editions(found, before, last, catalogue)
        if before.entries != last.entries and before.editions[-1:] == last.editions[-1:]:
            return _of_figures(found, before, last, catalogue)
    return None


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
    if before.entries != last.entries or not is_other_edition or not _is_figure(last, catalogue):
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
    is_share = (by_order or by_name) and _asks_share(found) and not found.has("op:change", "op:up", "op:down")
    return _share_of(pair, context.last) if is_share else None


def _general(item: Item) -> frozenset[str]:
    """What the item means besides just itself, where it means something."""
    return frozenset(meaning for meaning in item.meanings if meaning[0] != "=") or item.meanings


def _last_pair(context: Context, catalogue: Catalogue) -> Pair | None:
    """The figures of the last two answers, when they are two figures of one edition."""
    before, last = context.before_last, context.last
    if before is None or not (_is_figure(before, catalogue) and _is_figure(last, catalogue)):
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


def _asks_share(found: Features) -> bool:
    return found.has("op:share", "unit:percent", "op:percent")


def _share_of(pair: Pair, last: Question) -> Question | None:
    """The smaller of two amounts of money as a share of the larger."""
    edition = last.editions[-1:]
    values = [metric.values.get(edition[0]) for metric in pair] if edition else []
    first, second = values if len(values) == 2 else (None, None)
    if first is None or second is None or not pair[0].unit.base == pair[1].unit.base == "money":
        return None
    small, large = pair if first.number <= second.number else pair[::-1]
    return Question("share", (small.id, large.id), edition, carried=last.entries)


def amount_for_each(found: Features, last: Question, catalogue: Catalogue) -> Question | None:
    """The amount of money for each of what was counted last: 상담은 몇 번? 건당 금액은?"""
    if not _is_figure(last, catalogue) or not found.has("op:per") or not found.has("amount", "ask:much"):
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


def against_last(found: Features, metric: MetricEntry, last: Question, catalogue: Catalogue) -> Question | None:
    """What was asked for before, set against the figure that a message names: 온라인이랑 어느 쪽이 많았어?"""
    if not _is_figure(last, catalogue) or found.editions or found.numbers or metric.id == last.entries[0]:
        return None
    other = catalogue.metric(last.entries[0])
    if found.has("op:per") and other.unit.id != metric.unit.id and metric.unit.base == "count":
        return Question("average", (other.id,), last.editions[-1:], per=metric.id, carried=last.entries)
    if _asks_share(found) and not found.has("op:change"):
        is_part = other.whole_id == metric.id and other.part is not None and not other.part.separate
        share = Question("share", (other.id, metric.id), last.editions[-1:], carried=last.entries)
        return share if is_part else _share_of((other, metric), last)
    by_how_much = found.has("op:difference") or (found.has("op:more", "op:less") and found.has("ask:much", "ask:many"))
    if by_how_much and _is_set_against(found) and are_alike(other, metric):
        pair = (other.id, metric.id)
        return Question("ratio", pair, last.editions[-1:], measure="amount", carried=last.entries)
    whole = whole_of_both(other, metric)
    if whole is not None and found.has("op:sum", "op:include") and not found.has("op:exclude"):
        return Question("value", (whole.id,), last.editions[-1:], carried=last.entries)
    if found.has("op:sum") and are_alike(other, metric) and metric.id != other.id:
        return Question("sum", (other.id, metric.id), last.editions[-1:], carried=last.entries)
    compares = found.has("op:more", "op:less", "op:compare", "op:difference") and found.has("ask:which", "op:compare")
    if not compares or found.has("op:change", "op:most", "op:least") or not are_alike(other, metric):
        return None
    is_same = found.has("op:same") and found.is_claim and not found.has("not", "op:more", "op:less")
    claim = Claim(direction="same") if is_same else None
    return Question("compare", (other.id, metric.id), last.editions[-1:], claim=claim, carried=last.entries)


def _is_set_against(found: Features) -> bool:
    """Whether what is named is held against the last figure: 상담액이랑 차이는?, how far below consultations?"""
    return any((span.kind == "josa" and span.text in _WITH) or span.typed.endswith(_BELOW) for span in found.spans)


def _is_figure(question: Question, catalogue: Catalogue) -> bool:
    """Whether the question asked for one figure."""
    entry = catalogue.entries.get(question.entries[0])
    return question.operation == "value" and len(question.entries) == 1 and not isinstance(entry, AspectEntry)


def _of_editions(found: Features, before: Question, last: Question, catalogue: Catalogue) -> Question | None:
    """The same figure of two editions."""
    editions = tuple(sorted({before.editions[-1], last.editions[-1]}))
    if found.has("op:editions"):
        editions = Asked((catalogue.metric(last.entries[0]),), found, catalogue).all_editions  # 셋 다 더하면?
    if found.has("op:sum"):
        return Question("sum", last.entries, editions, carried=last.entries)
    up, down = found.has("op:up"), found.has("op:down")
    asks_how_far = found.has("op:multiple", "unit:percent", "op:percent", "op:share", "ask:much", "ask:many")
    if up != down and found.is_claim and not asks_how_far and not names_change(found.spans):
        claim = Claim(direction="up" if up else "down")
        return Question("change", last.entries, editions[1:], base=editions[0], claim=claim, carried=last.entries)
    if found.has("op:same") and found.is_claim and not found.has("not"):
        claim = Claim(direction="same")
        return Question("change", last.entries, editions[1:], base=editions[0], claim=claim, carried=last.entries)
    if found.has("op:difference", "op:multiple", "op:change"):
        measure: Measure = "multiple" if found.has("op:multiple") else "amount"
        return Question("change", last.entries, editions[1:], base=editions[0], measure=measure, carried=last.entries)
    if found.is_claim:
        return None
    if (
        found.has("op:most", "op:least")
        and found.has("ask:year", "ask:when", "edition")
        and not found.has("both", "or")
    ):
        editions = Asked((catalogue.metric(last.entries[0]),), found, catalogue).all_editions  # of all, not of two
    return Question("rank", last.entries, editions, extreme=_extreme(found), carried=last.entries)


def _of_figures(found: Features, before: Question, last: Question, catalogue: Catalogue) -> Question | None:
    """Two figures of the same edition."""
    first, second = catalogue.metric(before.entries[0]), catalogue.metric(last.entries[0])
    if found.has("op:change", "op:same"):
        return None
    if found.has("op:per"):
        return _divided(first, second, last) if first.unit.id != second.unit.id else None
    if not are_alike(first, second):
        return None
    pair = Question("compare", (first.id, second.id), last.editions[-1:], carried=last.entries)
    if found.has("op:sum"):
        whole = whole_of_both(first, second)
        return replace(pair, operation="value", entries=(whole.id,)) if whole else replace(pair, operation="sum")
    if found.has("op:difference", "op:multiple"):
        return replace(pair, operation="ratio", measure="multiple" if found.has("op:multiple") else "amount")
    return pair if not found.is_claim else None


def _divided(first: MetricEntry, second: MetricEntry, last: Question) -> Question:
    """What was asked for first for each of what was asked for last."""
    return Question("average", (first.id,), last.editions[-1:], per=second.id, carried=last.entries)


def _extreme(found: Features) -> Extreme:
    return "least" if found.has("op:less", "op:least") else "most"
