"""A group that is told by its number, and of which something is asked: are the 61 organisations buyers?

The number picks the group and is not what is asked. Only a figure that the release gives for this very group, under a
name that says what is asked of it, makes a yes; a part of the group makes a no.
"""

from __future__ import annotations

from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import COUNTED, MetricEntry
from bot.understand.features import Features
from bot.understand.gathering.whether import OPENS, QUANTITIES, asks_whether
from bot.understand.question import Claim
from bot.understand.span import Span

_POINTING = frozenset({"the", "these", "those", "all", "allthe", "allof"})
_TOPIC_JOSA = frozenset({"은", "는"})
_KINDS = frozenset(COUNTED.values())
#: With these it is asked of what the number is.
_NUMBERS = frozenset({"count", "amount"})
#: What all who are counted did, and how they are counted.
_OF_ALL = frozenset({"come", "participate", "set-up", "support", "record", "since", "in-headline"})


def group_of(entry: MetricEntry, number: int | float, found: Features, catalogue: Catalogue) -> MetricEntry | None:
    """The figure that tells whether what is asked of the group of so many is so: the entry, or another one that counts
    the group; None when none does."""
    told = told_by_number(found, number)
    if told is None:
        return entry
    kind, predicate = told
    meanings = frozenset().union(*(_said(span, kind) for span in predicate))
    if not meanings:
        return entry
    for each in (entry, *catalogue.index.holding([number])):
        if number in each.numbers and meanings <= each.named - _KINDS | _OF_ALL:
            return each
    is_part = entry.part is not None and number in catalogue.metric(entry.metric.id).numbers
    return entry if is_part else None


def told_by_number(found: Features, number: int | float) -> tuple[str, tuple[Span, ...]] | None:
    """What a group is counted as which the number picks, and the words that ask something of it; None when the number
    itself is what is asked."""
    spans = found.spans
    for each in found.numbers:
        place = spans.index(each.span)
        end = place + 2  # the number and its counting word
        kind = COUNTED.get(each.unit or "", each.unit or "").removeprefix("counter:")
        if each.value != number or not (each.unit or "").startswith("counter:") or each.degree or end >= len(spans):
            continue
        is_english = place > 1 and spans[place - 1].typed in _POINTING and spans[place - 2].typed in OPENS
        is_topic = spans[end].kind == "josa" and spans[end].text in _TOPIC_JOSA
        if (is_english or is_topic) and not any(span.meanings & _NUMBERS for span in spans[end:]):
            return kind, spans[end:]
    return None


def _said(span: Span, kind: str) -> frozenset[str]:
    """What the span says of a group of the kind; a word for things of another kind says that they are such."""
    if span.kind not in {"word", "verb"} or "claim" in span.meanings:
        return frozenset()
    meanings = frozenset(each for each in span.meanings if ":" not in each or each in QUANTITIES) - {kind}
    names_kind = any(meaning.startswith("counter:") or meaning in _KINDS for meaning in span.meanings)
    return frozenset({span.typed}) if meanings and names_kind and len(span.readings) > 1 else meanings


def claim_of_all(entry: MetricEntry, found: Features, catalogue: Catalogue, editions: tuple[str, ...]) -> Claim | None:
    """That a part is all of its whole, in the one edition: were all the exhibitors Korean, 참가 기업은 모두 국내
    기업인가요; None where nothing of the kind is claimed."""
    if entry.part is None or entry.part.separate or len(editions) != 1 or found.numbers:
        return None
    if not asks_whether(found.spans) or not any(span.meanings & QUANTITIES for span in found.spans):
        return None
    whole = catalogue.metric(entry.metric.id)
    own, value = entry.named - whole.named, whole.values.get(editions[0])
    place = next((place for place, span in enumerate(found.spans) if span.meanings & own), 0)
    names_whole = any(span.kind == "word" and span.meanings & whole.named for span in found.spans[:place])
    return Claim(number=value.number) if names_whole and value is not None else None
