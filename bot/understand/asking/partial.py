"""Messages that name their entry only by half: what fits is asked about, or taken when nothing else does."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.language.numbers import number_of
from bot.understand.asking import operations
from bot.understand.asking.accounting import leftover_numbers, numbers_beside
from bot.understand.asking.beside import PENDING
from bot.understand.asking.candidates import Candidate
from bot.understand.asking.claims import aspect_claim, number_fits
from bot.understand.asking.kinds import (
    QUANTITY_ASKS,
    SPECIFIC_ASKS,
    UNITS,
    VAGUE_ASKS,
    asked_kind,
    asks_size,
    counts,
    counts_people,
    what_came_of_it,
)
from bot.understand.asking.persons import is_untold_deed
from bot.understand.asking.predicates import names_only_deed
from bot.understand.asking.singling import singles_one_out
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import COUNTED, AspectEntry, Entry, MetricEntry
from bot.understand.features import Features
from bot.understand.gathering.constructions import takes_part
from bot.understand.question import Ambiguous, Claim, Part, Question
from bot.understand.span import Span

_MAX_CHOICES = 4
#: Where a number was seen.
_MEANING_ASKS = frozenset({"ask:definition", "ask:statement", "ask:purpose"})
#: How it is asked what a number is about.
_ABOUT_WHAT = ("뭐에", "무엇에", "뭣에", "what")
_CHANGES = frozenset({"op:change", "op:up", "op:down"})
_DOCUMENT = frozenset({"press-release"})
#: A kind of thing, or home and abroad, is no half of a name.
GENERAL = frozenset({*COUNTED.values(), "domestic", "foreign", "ministry", "organisation", "product"})


def half_named(found: Features, candidates: list[Candidate], catalogue: Catalogue) -> Part | None:
    """The question, or the choice between several, that the named half fits; None when nothing or too much does."""
    if found.has(*PENDING) or names_only_deed(found, catalogue):
        return None
    if any(_is_untold(candidate, found, catalogue) for candidate in candidates):
        return None
    named = found.named - catalogue.little
    if not named and _says_who_came(found):
        people = [metric for metric in catalogue.metrics() if metric.part is None and metric.unit.id == "person"]
        return _choose(people, found, catalogue, half=False, one_is_enough=True)
    if named:
        refused = {candidate.entry.id for candidate in candidates if candidate.asks_left}
        holding = (entry for entry in _holding(named, found, catalogue) if refused.isdisjoint(_family(entry)))
        meant = _choose(holding, found, catalogue, half=True)
        if _asks_presence(meant, found, catalogue) or _counts_what_is_measured(meant, found, catalogue):
            return None
        counts_kind = found.counters and "product" not in named  # 제품을 들고 나온 나라는 몇 개국?
        says_little = named <= GENERAL and not counts_kind and not _is_choice_of_figures(meant, catalogue)
        return None if says_little or _is_of_another_topic(meant, candidates, catalogue) else meant
    if found.asks & SPECIFIC_ASKS:
        return None
    return _choose(_unnamed(found, catalogue), found, catalogue, half=False)


def _is_choice_of_figures(meant: Part | None, catalogue: Catalogue) -> bool:
    """Whether several figures may be meant: how many from abroad; not sides of topics that speak of such a kind."""
    questions = meant.questions if isinstance(meant, Ambiguous) else ()
    entries = (catalogue.entries[entry] for question in questions for entry in question.entries)
    return bool(questions) and all(isinstance(entry, MetricEntry) for entry in entries)


def _is_untold(candidate: Candidate, found: Features, catalogue: Catalogue) -> bool:
    """Whether all that stands against the candidate is that it does not tell what somebody did."""
    entry = candidate.entry
    return isinstance(entry, AspectEntry) and not candidate.leftover and is_untold_deed(entry, found, catalogue)


def _is_of_another_topic(meant: Part | None, candidates: list[Candidate], catalogue: Catalogue) -> bool:
    """Whether a topic that is named in full explains all that is said, and does not answer what is asked of it: who the
    small companies are, those for whom another thing is meant do not tell."""
    if not isinstance(meant, Question):
        return False
    entry = catalogue.entries[meant.entries[0]]
    topics = {
        each.entry.topic.id
        for each in candidates
        if isinstance(each.entry, AspectEntry) and each.entry.topic_names and each.asks_left and not each.leftover
    }
    return bool(topics) and isinstance(entry, AspectEntry) and entry.topic.id not in topics


def _asks_presence(meant: Part | None, found: Features, catalogue: Catalogue) -> bool:
    """Whether the message asks if or where a person came, which neither who that is nor what he said answers."""
    if not isinstance(meant, Question) or not found.has("come", "go", "participate"):
        return False
    entry = catalogue.entries[meant.entries[0]]
    is_person = isinstance(entry, AspectEntry) and bool(catalogue.people.intersection(entry.aspect.items))
    return (is_person and found.is_claim) or (not is_person and found.has(*catalogue.people))


def _counts_what_is_measured(meant: Part | None, found: Features, catalogue: Catalogue) -> bool:
    """Whether it is asked how many there are of what the release only gives a measure of: how many halls; or how many
    people of what is no number of people: 스마트 챌린지 인원은."""
    entry = catalogue.entries[meant.entries[0]] if isinstance(meant, Question) else None
    if isinstance(entry, MetricEntry) and counts_people(found):
        return "person" not in entry.unit.counters
    if "ask:many" not in found.asks or found.has(*UNITS):
        return False
    return isinstance(entry, MetricEntry) and entry.unit.base == "area"


def _says_who_came(found: Features) -> bool:
    """Whether the message says or asks how many came, without a word for them: over 50,000 attended."""
    counted = all(number.unit in (None, "counter:person") for number in found.numbers)
    says_number = bool(found.numbers) or "ask:many" in found.asks
    return found.has("come") and says_number and counted and not found.asks & SPECIFIC_ASKS and not found.counters


def which_of_a_kind(found: Features, catalogue: Catalogue) -> Part | None:
    """The choice between the figures that count a kind of thing, when a message says nothing else: 몇 개국?"""
    said = {meaning for meaning in found.meanings if ":" not in meaning} - {"count"}
    kinds = {COUNTED[meaning] for meaning in found.meanings.intersection(COUNTED)} - {"person", "day"}
    if "ask:many" not in found.asks or not said or not said <= kinds or found.editions or found.operations:
        return None
    if any(item.span not in _counted_words(found) for item in found.items):
        return None
    counted = (metric for metric in catalogue.index.wholes if counts(metric, found))
    return _choose(counted, found, catalogue, half=False)


def _counted_words(found: Features) -> set[Span]:
    """The words right after *how many*."""
    spans = found.spans
    return {span for before, span in itertools.pairwise(spans) if "ask:many" in before.meanings}


def _family(entry: Entry) -> set[str]:
    """The entry, and the whole that it is a part of: what the whole may not answer, its part may not."""
    return {entry.id, entry.metric.id} if isinstance(entry, MetricEntry) else {entry.id}


def what_number_means(found: Features, catalogue: Catalogue) -> Part | None:
    """What a number that the message names stands for: 21개국이 뭐예요?, 21개?"""
    if not found.numbers:
        return None
    percentage = _what_percentage_means(found, catalogue)
    if percentage is not None:
        return percentage
    unit_words = {COUNTED[meaning] for meaning in found.meanings.intersection(COUNTED)}
    bare = not (found.named - unit_words - _DOCUMENT - catalogue.little)
    asks = found.asks & (SPECIFIC_ASKS | QUANTITY_ASKS | {"ask:list"}) - _MEANING_ASKS - {"ask:contents"}
    claims = found.has("claim") and "ask:what" not in found.asks
    says_more = found.has("show", "make", "support", "raise") or any(map(_asks_contents, found.spans))
    if (
        len({number.value for number in found.numbers}) != 1
        or not bare
        or found.certain_operations
        or asks
        or claims
        or says_more
        or any(number.degree or takes_part(found.spans, number.span) for number in found.numbers)
    ):
        return None
    held = catalogue.index.holding(number.value for number in found.numbers)
    entries = (metric for metric in held if _has_value(metric, found) and _counts_as_said(metric, found))
    meant = _of_its_edition(_choose(entries, found, catalogue, half=False, one_is_enough=True), found, catalogue)
    if isinstance(meant, Question) and found.asks & (VAGUE_ASKS | _MEANING_ASKS | {"ask:contents"}):
        return replace(meant, claim=None)  # what is 33 asks, and claims nothing
    return meant


def _what_percentage_means(found: Features, catalogue: Catalogue) -> Part | None:
    """The change that the release states as the one percentage that the message names: 9.4%는 뭐야?"""
    says_more = found.named or found.editions or found.operations - _CHANGES or found.asks - VAGUE_ASKS
    if len(found.numbers) != 1 or found.numbers[0].unit != "unit:percent" or says_more or found.has("claim"):
        return None
    rate = found.numbers[0].value
    changes = tuple(
        Question("change", (metric.id,), (change.to,), base=change.from_)
        for metric in catalogue.metrics()
        for change in metric.metric.changes
        if metric.part is None and number_of(change.figure) == rate
    )
    return changes[0] if len(changes) == 1 else Ambiguous(changes[:_MAX_CHOICES]) if changes else None


def _counts_as_said(metric: MetricEntry, found: Features) -> bool:
    """Whether the metric counts what the number is said to be the number of: the number of countries."""
    said = {meaning for meaning in found.meanings.intersection(COUNTED) if COUNTED[meaning] in found.named}
    return not said or not said.isdisjoint(metric.counters)


def _asks_contents(span: Span) -> bool:
    """Whether the span asks for contents, and not what a number is about: 내용, not 뭐에 대한."""
    return "ask:contents" in span.meanings and not span.typed.startswith(_ABOUT_WHAT)


def _of_its_edition(meant: Part | None, found: Features, catalogue: Catalogue) -> Part | None:
    """The question, of the one edition whose figure the number is, where none is named: the 5,520, what is that?"""
    if not isinstance(meant, Question) or found.editions or meant.operation != "value":
        return meant
    metric, number = catalogue.metric(meant.entries[0]), found.numbers[0].value
    having = [edition for edition, value in metric.values.items() if value.number == number]
    if len(having) != 1 or having == list(meant.editions):
        return meant
    return replace(meant, editions=tuple(having), edition_assumed=False)


def _holding(named: frozenset[str], found: Features, catalogue: Catalogue) -> Iterator[Entry]:
    """The entries of which every named thing is a part of the name."""
    wanted = found.asks & (SPECIFIC_ASKS | {"ask:list"})
    kind = asked_kind(found)
    for entry in catalogue.index.naming(named - GENERAL or named, explaining=_explained(found, catalogue.little)):
        explained = all(
            any(reading - entry.explains <= catalogue.little for reading in item.readings) for item in found.items
        )
        asked = not wanted or (isinstance(entry, AspectEntry) and wanted <= entry.answers)
        of_kind = not kind or (isinstance(entry, AspectEntry) and bool(kind & entry.kinds))
        if explained and asked and of_kind and _fits(entry, found) and not _is_denied(entry, found):
            yield entry


def _is_denied(entry: Entry, found: Features) -> bool:
    """Whether nothing but what the release says is not so speaks for the entry: large companies for what small ones
    made."""
    if not isinstance(entry, AspectEntry) or any(name <= found.meanings for name in entry.topic_names):
        return False
    return any(name <= found.meanings for name in entry.denies)


def _explained(found: Features, little: frozenset[str]) -> Iterator[frozenset[str]]:
    """For each thing that is said, the meanings one of which its entry must explain."""
    for item in found.items:
        needed = [reading - little for reading in item.readings]
        if all(needed):
            yield frozenset().union(*needed)


def _fits(entry: Entry, found: Features) -> bool:
    if isinstance(entry, AspectEntry) and (singles_one_out(entry, found) or _claims_when(entry, found)):
        return False
    is_measure = isinstance(entry, MetricEntry) and entry.unit.base != "count"
    of_subject = isinstance(entry, AspectEntry) and entry.topic.subject
    if what_came_of_it(found) - entry.explains and not (is_measure or of_subject):
        return False
    if isinstance(entry, AspectEntry) and found.has("say") and "ask:what" in found.asks:
        return "statement" in entry.aspect.asks
    if isinstance(entry, MetricEntry):
        if entry.unit.id == "days" and found.is_claim and not found.numbers:
            return False  # on the day it closed
        return entry.rest is None and counts(entry, found) and "ask:how" not in found.asks
    quantity = found.has("ask:many", "ask:much", *UNITS) or bool(found.operations) or counts_people(found)
    quantity = quantity or found.certainly("amount")
    return not quantity


def _claims_when(entry: AspectEntry, found: Features) -> bool:
    """Whether a day is claimed of what has none, or that it was the first time, which its other sides do not tell."""
    return found.is_claim and (bool(found.dates and not entry.aspect.dates) or found.has("time:first", "since"))


def _unnamed(found: Features, catalogue: Catalogue) -> list[MetricEntry]:
    """What a message without any name may mean: money for "how much", what changed for "how much more", what is counted
    for "how many in 2021"."""
    metrics = catalogue.index.wholes
    if found.numbers and not found.operations:
        held = catalogue.index.holding(number.value for number in found.numbers)
        return [
            metric for metric in held if metric.part is None and _has_value(metric, found) and counts(metric, found)
        ]
    if found.has("op:change"):
        return [metric for metric in metrics if metric.metric.changes]
    if asks_size(found.spans) and not found.operations:
        return [metric for metric in metrics if metric.unit.base != "money" and len(metric.values) > 1]
    if found.has("amount", "ask:much") and not found.operations:
        return [metric for metric in metrics if metric.unit.base == "money"]
    asks_quantity = any(found.certainly(ask) for ask in QUANTITY_ASKS)
    says_no_more = not (found.items or found.operations or found.has("counter:time", "unit:percent"))
    if found.editions and (says_no_more or not asks_quantity) and not found.has("amount"):
        named = {mention.edition for mention in found.editions}
        having = [metric for metric in metrics if named <= set(metric.values)]
        counted = [metric for metric in having if metric.unit.base == "count" and counts(metric, found)]
        return counted if asks_quantity else having
    if found.has(
        "counter:country",
        "counter:government",
        "counter:event",
        "counter:booth",
        "counter:company",
        "counter:organisation",
        "counter:person",
    ):
        return [metric for metric in metrics if counts(metric, found)]
    return []


def _has_value(metric: MetricEntry, found: Features) -> bool:
    return any(
        number.value in metric.numbers and number_fits(metric, number, in_percent=False) for number in found.numbers
    )


def _is_counted(only: Question, found: Features, catalogue: Catalogue) -> bool:
    """Whether the only one that a half name fits is a side of a topic, or counts what the message counts."""
    entry = catalogue.entries[only.entries[0]]
    if isinstance(entry, AspectEntry):
        return True
    if not (found.asks & QUANTITY_ASKS or found.numbers or found.has("count", "amount") or found.operations):
        return not found.asks and not found.has("support", "make", "raise")
    if entry.unit.base == "count" and "ask:much" in found.asks and not found.certainly("count"):
        return False  # how much the Smart Challenge cost is not how many take part in it
    if entry.unit.base != "count" or "ask:many" not in found.asks:
        return True
    return bool(found.counters & {f"counter:{name}" for name in entry.unit.counters})


def _is_of_year(entry: AspectEntry, found: Features, catalogue: Catalogue) -> bool:
    """Whether the side speaks of the years that the message names."""
    default = catalogue.edition(catalogue.knowledge.editions.default).year
    return all(mention.year == default or mention.year in entry.aspect.years for mention in found.editions)


def _says_what_somebody_did(entry: Entry, found: Features) -> bool:
    """Whether the message claims that somebody did something, not who he is: did the minister open it?"""
    is_who = isinstance(entry, AspectEntry) and "role" in entry.aspect.asks
    return is_who and found.is_claim and any(span.kind == "verb" and span.meanings for span in found.spans)


def _claim(entry: AspectEntry, found: Features, catalogue: Catalogue) -> Claim | None:
    """What the message claims of an entry that it names by half, where it is something in particular."""
    claim = aspect_claim(entry, found, catalogue)
    return claim if claim is not None and (claim.items or claim.others or claim.is_denied) else None


def _choose(
    entries: Iterable[Entry],
    found: Features,
    catalogue: Catalogue,
    *,
    half: bool,
    one_is_enough: bool = False,
) -> Part | None:
    questions: dict[Question, None] = {}
    for entry in entries:
        if len(questions) == _MAX_CHOICES:
            break  # more are not offered, and may be very many
        if isinstance(entry, AspectEntry):
            if not _is_of_year(entry, found, catalogue) or numbers_beside(entry, found, claimed=True):
                continue
            questions[Question("aspect", (entry.id,), claim=_claim(entry, found, catalogue), half_named=half)] = None
            continue
        question = operations.metric_question((entry,), found, catalogue)
        if isinstance(question, Question) and (one_is_enough or not leftover_numbers(found, catalogue)):
            questions[question if not half else replace(question, half_named=True)] = None
    only = next(iter(questions)) if len(questions) == 1 else None
    if (
        only is not None
        and half
        and only.claim is None
        and _says_what_somebody_did(catalogue.entries[only.entries[0]], found)
    ):
        return None
    if only is not None and (one_is_enough or (half and _is_counted(only, found, catalogue))):
        return only
    if len(questions) > 1:
        return Ambiguous(tuple(questions)[:_MAX_CHOICES])
    return None
