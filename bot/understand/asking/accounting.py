"""What no reading may ignore: words that nothing explains, numbers that belong to nothing, and words of calculating or
editions that the question does nothing with."""

from __future__ import annotations

from bot.understand.asking.claims import TIMES, number_fits
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import COUNTED, AspectEntry, MetricEntry
from bot.understand.features import EditionMention, Features, Number
from bot.understand.gathering.mentions import SINCE
from bot.understand.question import Question
from bot.understand.span import Span

#: A number of days is claimed of a side of a topic that tells when, or how long.
_TELLS_DAYS = frozenset({"duration", "when", "day"})
#: Words with which a date only tells which event is meant, or until when it was counted.
_DATING = ("start", "end", "hold", "release", "press-release", "until", "dates-range")
#: Words that set figures against each other.
_COMPARING = frozenset({"op:more", "op:less", "op:most", "op:least", "op:outdo", "op:change", "op:up", "op:down"})
#: Beside a year, that all from then on or until then is meant.
_SPANNING = SINCE | frozenset(
    """부터 부터의 부터는 이래 이래로 까지 까지의 현재 기준 기준으로 현재까지 since from by until till to asof upto
    upuntil onward onwards""".split()
)
_TWO = 2
#: Words that set a sum against something else.
_SETS_APART = frozenset({"op:compare", "op:more", "op:less", "op:difference", "op:multiple", "op:outdo", "over"})
#: What counts years, and no editions.
_YEARS = frozenset({"년", "해", "개년", "year", "years", "yr", "yrs"})
#: Beside a record these mean every figure there is.
_EVERYTHING = frozenset({"everything", "전부", "all", "overall", "모두", "everyfigure", "eachfigure", "every"})


def blocking_words(found: Features) -> tuple[str, ...]:
    """The unknown words that stand against every reading, as typed."""
    return tuple(span.typed for span in found.unknown if _is_content(span, found))


def _is_content(span: Span, found: Features) -> bool:
    """A lone syllable right after a verb is an ending that the word files do not have, not content."""
    if len(span.typed) > 1 or not "가" <= span.typed <= "힣":
        return len(span.typed) > 1 or span.typed.isdigit()
    before, _ = found.around(span)
    if span.typed == "새" and any(each.unit == "counter:day" for each in found.numbers):
        return False  # 사흘 새
    if span.typed == "전" and before is not None and before.typed == "기":
        return True  # 개막하기 전에
    return not (before is not None and before.kind == "ending" and before.clause == span.clause)


def is_half_heeded(question: Question, found: Features) -> bool:
    """Whether the message names an edition that the question does not look at, or asks for a comparison that it does
    not make: a sum or an average of editions does not tell which of its figures was more."""
    named = {mention.edition for mention in found.editions if mention.edition and not mention.relative}
    if not named <= {*question.editions, question.base} and not found.has("op:exclude"):
        return True
    if compares_with_sum(found):
        return True
    compares = not (found.certain_operations & found.meanings).isdisjoint(_COMPARING)
    return compares and (question.operation == "sum" or question.per == "edition")


def is_year_of_total(mention: EditionMention, metric: MetricEntry, found: Features) -> bool:
    """Whether a single year is asked of what is only known since then, or until now: 2020년에 몇 건; not 2020년부터."""
    if metric.undated is None or mention.span.kind != "year":
        return False
    place = found.spans.index(mention.span)
    beside = (*found.spans[max(0, place - 2) : place], *found.spans[place + 1 : place + 3])
    return _SPANNING.isdisjoint(span.typed for span in beside) and not found.has("since")


def compares_with_sum(found: Features) -> bool:
    """Whether editions are added up to be set against another one: did 2022 beat 2019 and 2021 combined?"""
    named = {mention.edition for mention in found.editions}
    compares = any(span.meanings & _SETS_APART and span.typed != "over" for span in found.spans)  # the total over 2019
    return len(named) >= _TWO and found.has("op:sum") and compares


def other_span(question: Question, found: Features, catalogue: Catalogue) -> tuple[str, ...]:
    """The number of years that a change is said to have taken and that does not lie between the editions of it, as
    typed: over ten years, 5년 전보다; none where it does, or only counts the editions."""
    if question.operation != "change" or question.base is None:
        return ()
    years = [catalogue.edition(edition).year for edition in (*question.editions, question.base)]
    fits = {max(years) - min(years), len(years), len(catalogue.knowledge.editions.list)}
    told = (number for number in found.numbers if _counts_years(number, found) and number.value not in fits)
    return tuple(number.span.typed for number in told)


def _counts_years(number: Number, found: Features) -> bool:
    """Whether the number is one of years: ten years, 5년."""
    after = found.spans[found.spans.index(number.span) + 1 :]
    return bool(after) and after[0].typed in _YEARS


def leftover_numbers(found: Features, catalogue: Catalogue) -> tuple[Number, ...]:
    """The numbers of the message that neither the release nor the way of asking explains."""
    return tuple(number for number in found.numbers if not _is_explained(number, catalogue))


def misfitting_numbers(found: Features, entry: MetricEntry) -> tuple[Number, ...]:
    """The numbers of a claim, when none of them may be one of the metric's: 21명 of what counts companies."""
    if (
        not found.is_claim
        or (found.ends_in_topic and not found.has("claim"))  # 21개국에서 온 바이어 기관 수는?
        or found.operations
        or any(number_fits(entry, each, in_percent=True) for each in found.numbers)
    ):
        return ()
    return found.numbers


def wrong_days(found: Features, entry: MetricEntry, catalogue: Catalogue) -> tuple[Number, ...]:
    """The numbers of days beside another figure, where it did not take so many: 30,327명이 닷새 동안."""
    days = catalogue.index.days
    if days is None or entry.unit.id == "days" or found.operations or found.asks:
        return ()
    return tuple(each for each in found.numbers if each.unit == "counter:day" and each.value not in days.numbers)


def numbers_beside(entry: AspectEntry, found: Features, *, claimed: bool) -> tuple[Number, ...]:
    """The numbers beside a side of a topic whose answer does not hold them; of a claim, where it holds no number."""
    held = entry.numbers | set(entry.aspect.years) | (frozenset() if claimed else entry.described)
    if claimed and held:
        lasts = not _TELLS_DAYS.isdisjoint(entry.aspect.asks)
        other = tuple(each for each in found.numbers if each.unit not in TIMES and each.value not in held)
        return other if lasts else tuple(each for each in found.numbers if each.unit == "counter:day" or each in other)
    counted = held | _listed(entry)  # 이름 나온 세 나라 names what is listed by how many there are
    return tuple(
        number for number in found.numbers if number.value not in (held if number.unit == "counter:day" else counted)
    )


def _listed(entry: AspectEntry) -> frozenset[int]:
    """How many things the answer lists, by what is named and, where one name covers several, as they are told."""
    items = len(entry.aspect.items)
    return frozenset({items, entry.aspect.answer.ko.count(", ") + 1} if items > 1 else {items})


def numbers_of_another_kind(entry: AspectEntry, found: Features, catalogue: Catalogue) -> tuple[Number, ...]:
    """The numbers beside a side of a topic other than the subject that count what the topic has no figure of: 30,327
    people at the talk."""
    if entry.topic.subject:
        return ()
    held = frozenset().union(*(side.numbers | side.described for side in catalogue.topics[entry.topic.id]))
    topic = frozenset().union(*entry.topic_names) - catalogue.little
    holding = [metric for metric in catalogue.index.holding(held) if topic & metric.named or not topic]
    counted = frozenset().union(*(metric.counters for metric in holding))
    own = frozenset().union(*(metric.numbers for metric in holding))
    lists = len(entry.aspect.items)
    return tuple(
        number
        for number in found.numbers
        if number.unit in COUNTED
        and number.unit not in counted | {"counter:day"}
        and number.value not in (held - own) | {1, lists}
    )


def claims_date(entry: AspectEntry, found: Features) -> bool:
    """Whether it is claimed that something other than the subject was on a day that the release does not tell of it."""
    return entry.topic.apart is not None and found.is_claim and bool(found.dates) and not entry.aspect.dates


def _is_explained(number: Number, catalogue: Catalogue) -> bool:
    if number.value in (1, len(catalogue.knowledge.editions.list)):
        return True
    return number.value in catalogue.printed_numbers


def dates_beside(found: Features, catalogue: Catalogue) -> tuple[str, ...]:
    """The dates of a question about a figure that do not just say when all of it happened, as typed: no figure is given
    by the day. Two days are the whole time, a month is one the release dates something by."""
    if not found.dates:
        return ()
    dated = [span for span in found.spans if span.kind == "date"]
    known = all(date in catalogue.dates for date in found.dates)
    is_month = all(date.startswith("month:") for date in found.dates)
    if known and (is_month or len(found.dates) > 1 or found.has(*_DATING)):
        return ()
    return tuple(span.typed for span in dated)


def asks_beyond_record(entry: AspectEntry, found: Features) -> bool:
    """Whether the entry tells of a record of some figures, and the message asks for one of all of them, or for the most
    of something that it does not name: is everything a record? the biggest one? which sent the most?"""
    if not any("record" in name for name in entry.names):
        return False
    if any(span.typed in _EVERYTHING for span in found.spans):
        return True
    names_record = any(span.typed.startswith("record") for span in found.spans)  # a record year
    return found.has("op:most", "op:least") and not names_record and not found.named & entry.named
