"""What goes on to hold from the last question: its edition, where the message leaves it open."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.asking.candidates import Candidate
from bot.understand.asking.counted_in import includes, whole_with
from bot.understand.asking.kinds import QUANTITY_ASKS, asks_no_count
from bot.understand.asking.operations import is_held, metric_question
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import Entry, MetricEntry
from bot.understand.features import EditionMention, Features
from bot.understand.gathering.constructions import is_part_of_that
from bot.understand.gathering.mentions import is_told_of
from bot.understand.question import Part, Question, Unanswerable
from bot.understand.span import Span

_TWO = 2


def figure_going_on(
    metrics: tuple[MetricEntry, ...], found: Features, last: Question, catalogue: Catalogue
) -> Question | Unanswerable:
    """What the message asks of the figures, for the last question's edition where it names none itself."""
    if any(asks_no_count(metric, found) for metric in metrics):
        return Unanswerable("not-in-release", entry=metrics[0].id)
    together = _put_together(metrics, found, last, catalogue)
    if together is not None:
        return together
    metrics = tuple(whole_with(metric, found, catalogue) for metric in metrics) if len(metrics) == 1 else metrics
    question = metric_question(metrics, _with_last_edition(found, last, catalogue), catalogue)
    if isinstance(question, Unanswerable):
        return question
    return replace(question, carried=last.entries, edition_assumed=question.edition_assumed and not last.editions)


def _put_together(
    metrics: tuple[MetricEntry, ...], found: Features, last: Question, catalogue: Catalogue
) -> Question | None:
    """The sum of the figure and of the last one, where one is a part that the other does not contain and the message
    puts them together: online visitors in 2021? Plus on-site?"""
    asked = catalogue.entries.get(last.entries[0])
    is_plain = last.operation == "value" and len(metrics) == len(last.entries) == len(last.editions) == 1
    if (
        not is_plain
        or not isinstance(asked, MetricEntry)
        or found.editions
        or not (found.has("op:sum") or includes(found))
    ):
        return None
    for whole, part in ((asked, metrics[0]), (metrics[0], asked)):
        if part.whole_id == whole.id and part.part is not None and part.part.separate:
            return Question("sum", (whole.id, part.id), last.editions, carried=last.entries)
    return None


#: What stands before the edition that something is measured by: how many times as many as in 2019.
_MEASURING = frozenset({"as", "asin", "asmanyas", "asmuchas", "than", "of", "thatof", "the", "that", "to", "over"})


def figure_of_last_edition(alone: Candidate, found: Features, last: Question, catalogue: Catalogue) -> Part | None:
    """A figure named in a fragment for the edition spoken of before, when it exists for it; None otherwise."""
    entry = alone.entry
    measured = _is_measured_again(entry, found, last)
    if not isinstance(entry, MetricEntry) or not last.editions or len(last.editions) > 1:
        return None
    if found.editions and not measured:
        return None
    if found.is_claim and found.numbers:
        return None  # a claim that names its figure stands by itself
    edition = last.editions[0]
    refers_back = measured or found.has("time:same")
    if edition == catalogue.knowledge.editions.default or not (refers_back or _is_fragment(found)):
        return None
    if edition not in entry.values and not (entry.part and edition in entry.metric.values and entry.part.values):
        return None
    return figure_going_on((entry,), found, last, catalogue)


def of_each_edition(part: Part, found: Features, last: Question, catalogue: Catalogue) -> Part:
    """The part; where it picks some out of what was told of several editions, their figures of all of those: 연도별
    관람객은? 그중 외국인은 몇 명? of those, how many were from abroad?"""
    if not isinstance(part, Question) or part.operation != "value" or found.editions or part.claim:
        return part
    picked, told = catalogue.entries[part.entries[0]], catalogue.entries.get(last.entries[0])
    if not isinstance(picked, MetricEntry) or not isinstance(told, MetricEntry) or picked.metric.id != told.id:
        return part
    goes_on = is_part_of_that(found.spans) or found.is_silent
    if picked.id == told.id or last.operation != "editions" or not goes_on:
        return part
    of_each = Question("editions", part.entries, _having(part.entries[0], last, catalogue), carried=last.entries)
    return of_each if is_held(of_each, catalogue) else part


def between_those_told(part: Part, found: Features, last: Question, catalogue: Catalogue) -> Part:
    """The part; a change of which no edition is named, after two editions were told, is one between these: 2021년과
    2022년 상담액은? 계약은 얼마나 늘었어?"""
    is_open = isinstance(part, Question) and part.operation == "change" and part.base_assumed and not found.editions
    if not is_open or not isinstance(part, Question) or last.operation != "editions" or len(last.editions) != _TWO:
        return part
    earlier, later = last.editions
    between = replace(part, editions=(later,), base=earlier, base_assumed=False, carried=last.entries)
    return between if is_held(between, catalogue) else part


def _having(entry: str, last: Question, catalogue: Catalogue) -> tuple[str, ...]:
    """The editions told of last that the release has the figure for."""
    metric = catalogue.metric(entry)
    left_out = (part for part in metric.metric.parts if part.rest is not None and part.rest == metric.rest)
    counted = next((catalogue.metric(f"{metric.metric.id}.{part.id}") for part in left_out), metric)
    return tuple(edition for edition in last.editions if edition in counted.values)


def _is_measured_again(entry: Entry, found: Features, last: Question) -> bool:
    """Whether the figure spoken of is named again, for another edition that it is to be a multiple of: how many times
    the 2021 turnout is that?"""
    is_same = last.entries == (entry.id,) and len(found.editions) == 1
    return is_same and found.has("op:multiple") and found.editions[0].is_base


def _with_last_edition(found: Features, last: Question, catalogue: Catalogue) -> Features:
    """The features with the last question's edition, where the message names none or only what to compare with."""
    last = of_extreme_edition(last, catalogue)
    if not found.spans or len(last.editions) != 1 or found.has("op:editions") or _asks_extreme_edition(found):
        return found
    compares = found.has("op:change", "op:compare", "op:difference", "op:multiple", "op:more", "op:less")
    named = {mention.edition for mention in found.editions}
    if _has_own_change(found, last.editions[0], catalogue):
        return found
    open_edition = not found.editions or (compares and len(found.editions) == 1 and last.editions[0] not in named)
    if not open_edition:
        return found
    span = found.spans[0]
    edition = catalogue.edition(last.editions[0])
    told = [is_told_of(found.spans, found.spans.index(other.span)) and not other.is_base for other in found.editions]
    goes_back = bool(told) and all(told)  # 2022년은 그 몇 배야 compares with what was said before
    goes_back = goes_back or any(_is_measured(found, other) for other in found.editions)
    goes_back = goes_back or _is_held_against_last(found, last.editions[0])
    mention = EditionMention(span, edition.id, edition.year, is_base=goes_back, relative=False)
    others = tuple(replace(other, is_base=not goes_back) for other in found.editions)
    return replace(found, editions=(mention, *others))


def of_extreme_edition(last: Question, catalogue: Catalogue) -> Question:
    """The last question, where it asked for the edition with the most or the least as one about that edition."""
    if last.operation != "rank" or last.extreme is None or last.measure is not None or len(last.entries) != 1:
        return last
    if last.claim is not None and len(last.claim.years) == 1:
        spoken_of = [each.id for each in catalogue.knowledge.editions.list if each.year in last.claim.years]
        return replace(last, editions=tuple(spoken_of))
    values = catalogue.metric(last.entries[0]).values
    numbers = {edition: values[edition].number for edition in last.editions if edition in values}
    ends = (min if last.extreme == "least" else max)(numbers.values(), default=None)
    return replace(last, editions=tuple(edition for edition, number in numbers.items() if number == ends))


def _asks_extreme_edition(found: Features) -> bool:
    """Whether it is asked which of all editions had the most or the least: which year was the weakest?"""
    asks = found.has("ask:year", "ask:when", "edition") and not found.has("time:same")
    return asks and found.has("op:most", "op:least") and not found.editions


def _is_measured(found: Features, mention: EditionMention) -> bool:
    """Whether the English message measures the edition by the one spoken of: 2022 was how many times bigger?, how many
    times that was 2019?, how many times as many this year?"""
    place = found.spans.index(mention.span)
    before, after = found.spans[:place], [span for span in found.spans[place + 1 :] if span.kind != "skip"]
    follows = bool(before) and before[-1].typed in {"was", "is", "were"}
    leads = bool(after) and (bool(after[0].meanings & {"op:multiple", "op:difference"}) or after[0].typed[:3] == "how")
    leads = leads and after[0].typed[:1] < "ㄱ"
    return follows or (not mention.is_base and (leads or _is_when(before, mention)))


def _is_when(before: tuple[Span, ...], mention: EditionMention) -> bool:
    """Whether the edition at the end of a question for a multiple only says when: how many times that came in 2022?"""
    place = next((index for index, span in enumerate(before) if "op:multiple" in span.meanings), None)
    says_in = bool(before) and before[-1].typed.endswith("in")
    if place is None or mention.span.typed[-1:] >= "ㄱ" or not (mention.relative or says_in):
        return False
    between = [span.typed for span in before[place:] if span.typed != "in"]
    return between[-1] not in _MEASURING and "what" not in between


def _has_own_change(found: Features, last: str, catalogue: Catalogue) -> bool:
    """Whether a rise or fall is claimed of an edition before the one spoken of: 2022? did it fall in 2021?"""
    if not found.is_claim or not found.has("op:up", "op:down") or len(found.editions) != 1:
        return False
    mention, (first, *_) = found.editions[0], catalogue.knowledge.editions.list
    place = found.spans.index(mention.span)
    is_when = place > 0 and found.spans[place - 1].typed == "in"
    return is_when and not mention.is_base and mention.edition is not None and first.id < mention.edition < last


def _is_held_against_last(found: Features, last: str) -> bool:
    """Whether the edition that is named is claimed to have more or less than the one spoken of: did 2022 beat it?, was
    it more in 2019?; a rise leads up to the later one: did it go higher in 2022?"""
    if not found.is_claim or not found.editions or any(mention.is_base for mention in found.editions):
        return False
    if found.has("op:change", "op:up", "op:down"):
        return all(mention.edition is not None and mention.edition > last for mention in found.editions)
    return found.has("op:more", "op:less")


def _is_fragment(found: Features) -> bool:
    """Whether the message is no full sentence: 상담 쪽은?, only the overseas ones."""
    return len(found.items) <= 2 and not (found.asks & QUANTITY_ASKS and len(found.spans) > 5)
