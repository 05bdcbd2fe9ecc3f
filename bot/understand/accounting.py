"""What no reading may ignore: words that nothing explains, and numbers that belong to nothing."""

from __future__ import annotations

from bot.understand.catalogue import Catalogue
from bot.understand.claims import number_fits
from bot.understand.entries import AspectEntry, MetricEntry
from bot.understand.features import Features, Number
from bot.understand.span import Span


def blocking_words(found: Features) -> tuple[str, ...]:
    """The unknown words that stand against every reading, as typed."""
    return tuple(span.typed for span in found.unknown if _is_content(span, found))


def _is_content(span: Span, found: Features) -> bool:
    """A lone syllable right after a verb is an ending that the word files do not have, not content."""
    if len(span.typed) > 1 or not "가" <= span.typed <= "힣":
        return len(span.typed) > 1 or span.typed.isdigit()
    before = next((other for other in found.spans if other.end == span.start), None)
    return not (before is not None and before.kind == "ending" and before.clause == span.clause)


def leftover_numbers(found: Features, entry: MetricEntry, catalogue: Catalogue) -> tuple[Number, ...]:
    """The numbers of the message that neither the release nor the way of asking explains."""
    return tuple(number for number in found.numbers if not _is_explained(number, catalogue))


def misfitting_numbers(found: Features, entry: MetricEntry) -> tuple[Number, ...]:
    """The numbers of a claim, when none of them may be one of the metric's: 21명 of what counts companies."""
    if (
        not found.is_claim
        or found.operations
        or any(number_fits(entry, each, in_percent=True) for each in found.numbers)
    ):
        return ()
    return found.numbers


def numbers_beside(entry: AspectEntry, found: Features, *, claimed: bool) -> tuple[Number, ...]:
    """The numbers beside a side of a topic whose answer does not hold them; of a claim, where it holds no number."""
    held = entry.numbers | set(entry.aspect.years) | (frozenset() if claimed else entry.described)
    if claimed and held:
        return ()
    counted = held | {len(entry.aspect.items)}  # 이름 나온 세 나라 names what is listed by how many there are
    return tuple(number for number in found.numbers if number.value not in counted)


def _is_explained(number: Number, catalogue: Catalogue) -> bool:
    if number.value in (1, len(catalogue.knowledge.editions.list)):
        return True
    return number.value in catalogue.printed_numbers
