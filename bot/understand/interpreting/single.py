"""The one thing that a message, or a piece of it, asks.

The steps, in order: a number that stands for something; what the conversation left open; a kind of thing that is
counted; something else claimed in the place of what is so; one entry that explains everything; two figures set
against each other; names that are only half there. What no step explains is declined by name.
"""

from __future__ import annotations

from dataclasses import replace

from bot.language.hangul import to_jamo
from bot.understand.asking import operations
from bot.understand.asking.accounting import (
    asks_beyond_record,
    blocking_words,
    claims_date,
    leftover_numbers,
    misfitting_numbers,
    numbers_beside,
    numbers_of_another_kind,
    wrong_days,
)
from bot.understand.asking.affirmed import in_full
from bot.understand.asking.beside import with_edition_beside, with_year_beside
from bot.understand.asking.candidates import Candidate, find_candidates
from bot.understand.asking.claims import TIMES, accounts_for, aspect_claim, implied_asks, number_fits, says_else
from bot.understand.asking.counted_in import whole_with
from bot.understand.asking.kinds import QUANTITY_ASKS, SPECIFIC_ASKS, asked_head
from bot.understand.asking.licence import affirms, licensed
from bot.understand.asking.pairs import says_of_one
from bot.understand.asking.partial import half_named, what_number_means, which_of_a_kind
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import COUNTED, AspectEntry, MetricEntry
from bot.understand.context import Context
from bot.understand.features import Features, Number
from bot.understand.following.carried import between_those_told, of_each_edition
from bot.understand.following.followup import follow_up
from bot.understand.following.likewise import counted_of_last, settled_by_last, to_the_same_extent
from bot.understand.following.of_figure import untold_of_figure
from bot.understand.following.people import told_of_person
from bot.understand.following.same_edition import kept_to_edition, year_spoken_of
from bot.understand.following.spoken_of import kept_to_subject, of_another
from bot.understand.following.unheeded import heeded
from bot.understand.gathering.constructions import asks_thing_itself
from bot.understand.gathering.deeds import narrowing
from bot.understand.question import ANYTHING, Ambiguous, Part, Question, Unanswerable

#: Two complete readings whose scores are closer than this are asked about.
_MARGIN = 0.15
#: What people do who are there.
_PRESENCE = frozenset({"come", "go", "participate", "person"})
_COUNT_ANYTHING = frozenset({"counter:thing", "counter:place", "counter:event"})
#: Meanings that many things have.
_KINDS_OF_THINGS = frozenset({*COUNTED.values(), "domestic", "foreign", "come", "participate", "hold"})
#: A word of so many letters is known despite a slip, even when nothing else is said.
_LONG = 8


def one_thing(
    found: Features, context: Context, catalogue: Catalogue, candidates: list[Candidate] | None = None
) -> Part:
    """The one thing that is asked, of what is spoken of; Unanswerable says what stands against every reading."""
    part = of_another(_one_thing(found, context, catalogue, candidates), found, catalogue)
    if context.questions:
        last = context.questions[-1]
        if _repeats_last(part, found, last, catalogue):
            part = _one_thing(found, Context(), catalogue, None)
        part = counted_of_last(to_the_same_extent(part, found, last), found, last, catalogue)
        part = settled_by_last(part, last, catalogue) if not found.numbers else part
        part = told_of_person(kept_to_subject(part, found, last, catalogue), found, last, catalogue)
        part = of_each_edition(untold_of_figure(part, found, last, catalogue), found, last, catalogue)
        part = heeded(between_those_told(part, found, last, catalogue), found)
    part = kept_to_edition(part, found, context, catalogue)
    if not isinstance(part, Question):
        return part
    told = licensed(in_full(part, found, catalogue), found, catalogue)
    return told if isinstance(told, Question) else _that_tells(found, candidates, catalogue) or told


def _that_tells(found: Features, candidates: list[Candidate] | None, catalogue: Catalogue) -> Question | None:
    """Another side that all words of the question fit, and that tells whether it is so; None when there is none."""
    for candidate in candidates or ():
        question = _question(candidate, found, catalogue) if candidate.is_complete else None
        if isinstance(question, Question) and question.operation == "aspect" and affirms(question, catalogue):
            return question
    return None


def _repeats_last(part: Part, found: Features, last: Question, catalogue: Catalogue) -> bool:
    """Whether the last figure would be told again to who claims a number of something else: how many visitors? 23
    countries took part, right?"""
    if not isinstance(part, Question) or part.operation != "value" or part.entries != last.entries or part.claim:
        return False
    entry = catalogue.entries[part.entries[0]]
    counted = [number for number in found.numbers if (number.unit or "").startswith("counter:")]
    is_other = isinstance(entry, MetricEntry) and not any(
        number_fits(entry, number, in_percent=False) for number in counted
    )
    return bool(part.carried and counted and is_other and found.has("claim") and not found.asks)


def _one_thing(found: Features, context: Context, catalogue: Catalogue, candidates: list[Candidate] | None) -> Part:
    """The one thing that the words ask."""
    blocking = blocking_words(found)
    beside = with_year_beside(found, catalogue)
    if beside is found and context.questions:
        beside = with_edition_beside(found, context.last, year_spoken_of(context, catalogue), catalogue)
    if beside is not found:
        found, candidates = beside, None
    if candidates is None:
        candidates = find_candidates(found, catalogue)
    complete = _complete(candidates, found) if not blocking else []
    meant = what_number_means(found, catalogue) if not blocking else None
    if meant is not None:
        return meant
    followed = follow_up(found, complete, context, catalogue) if not blocking else None
    if followed is not None:
        return followed
    if found.asks_companion and not complete:
        return _unanswerable(found, candidates, blocking)
    which = which_of_a_kind(found, catalogue) if not blocking else None
    if which is not None:
        return which
    claimed = _claimed_aspect(found, candidates, catalogue)
    if claimed is not None:
        return claimed
    relates = found.has("op:per") or operations.sets_against_thing(found) or operations.sets_two_apart(found)
    relates = relates or (found.has("op:average") and says_of_one(found.spans))
    if relates and not blocking:
        related = operations.of_two(found, candidates, catalogue)
        if related is not None:
            return related
    shared = operations.of_two(found, candidates, catalogue) if found.has("op:share") and not blocking else None
    if isinstance(shared, Question) and _is_of_two_figures(shared, catalogue):
        return shared
    itself = _thing_itself(found, catalogue) if not blocking else None
    if itself is not None:
        return itself
    if complete:
        return _decide(found, complete, catalogue)
    if not blocking:
        together: Part | None = operations.of_two(found, candidates, catalogue)
        explained = frozenset().union(*(candidate.entry.explains for candidate in candidates))
        if together is None and not narrowing(found.deeds, explained):
            together = half_named(found, candidates, catalogue)
        if together is not None:
            return together
    return _unanswerable(found, candidates, blocking)


def _thing_itself(found: Features, catalogue: Catalogue) -> Question | None:
    """The name of a thing of which it is asked what it is, and that is told by what is said of it; None when the
    release has none: the fair that Korea will join, what is that?"""
    if found.asks != {"ask:what"} or found.operations or not asks_thing_itself(found.spans):
        return None
    naming = replace(found, meanings=found.meanings - {"ask:what"} | {"ask:name"})
    complete = [each for each in find_candidates(naming, catalogue) if each.is_complete]
    part = _decide(naming, complete, catalogue) if complete else None
    entry = catalogue.entries[part.entries[0]] if isinstance(part, Question) else None
    return part if isinstance(part, Question) and isinstance(entry, AspectEntry) else None


def _is_of_two_figures(question: Question, catalogue: Catalogue) -> bool:
    """Whether one figure is asked for as a share of another, and not as a part of its own whole."""
    metrics = {catalogue.metric(entry).metric.id for entry in question.entries}
    return question.operation == "share" and len(metrics) > 1


def _complete(candidates: list[Candidate], found: Features) -> list[Candidate]:
    """The candidates that leave nothing over; those that need another side's words only when it is their name that is
    asked for, or when there are no others and no name is asked for."""
    head = asked_head(found)
    complete = [candidate for candidate in candidates if candidate.is_complete]
    plain = [candidate for candidate in complete if not candidate.is_described or candidate.matched & head]
    return plain or ([] if head else complete)


def _decide(found: Features, complete: list[Candidate], catalogue: Catalogue) -> Part:
    fitting = _of_the_kind_asked(found, complete)
    fitting = [candidate for candidate in fitting if not _is_guessed(candidate, found)]
    if not fitting:
        return Unanswerable("not-understood")
    head = asked_head(found)
    if "ask:which" in head:
        fitting = [candidate for candidate in fitting if candidate.matched & head - found.asks] or fitting
    best = max(
        fitting, key=lambda candidate: (round(candidate.score, 3), bool(candidate.matched & head), _is_named(candidate))
    )
    rivals = [candidate for candidate in fitting if candidate is best or _rivals(candidate, best)]
    if found.has("say") and "ask:what" in found.asks:  # what is said about CES is not what CES is
        rivals = [each for each in rivals if _tells_what_was_said(each)] or rivals
        best = best if best in rivals else rivals[0]
    if len(rivals) > 1:
        questions = tuple(dict.fromkeys(_question(rival, found, catalogue) for rival in rivals))
        answerable = tuple(question for question in questions if isinstance(question, Question))
        held = tuple(question for question in answerable if operations.is_held(question, catalogue))
        if len(held) > 1:
            return Ambiguous(held[:4])
        if held:
            return held[0]
    return _with_other_holder(_question(best, found, catalogue), found, catalogue)


def _with_other_holder(part: Question | Unanswerable, found: Features, catalogue: Catalogue) -> Part:
    """The question; or the choice between it and other figures of which the claimed number is true, and which words of
    the message name: 21 countries that got support are not those that took part."""
    if not isinstance(part, Question) or part.operation != "value" or part.claim is None or part.claim.degree:
        return part
    entry = catalogue.entries[part.entries[0]]
    claimed = {part.claim.number, *(each.number for each in part.claim.also)} - {None}
    if not isinstance(entry, MetricEntry) or claimed & entry.numbers:
        return part
    said = found.meanings - entry.named - catalogue.subject - _KINDS_OF_THINGS
    holders = catalogue.index.holding(number for number in claimed if number is not None)
    others = tuple(
        replace(part, entries=(other.id,), editions=part.editions if other.values else (), edition_assumed=False)
        for other in holders
        if (other.counters & entry.counters) - _COUNT_ANYTHING and said & other.named
    )
    return Ambiguous((*others, part)[:4]) if others else part


def _of_the_kind_asked(found: Features, complete: list[Candidate]) -> list[Candidate]:
    """Figures when a number is asked or claimed, or a record of an edition; sides of topics when who, when, where … is
    asked."""
    if found.has("record") and found.editions and found.is_claim and not found.asks:
        return [candidate for candidate in complete if isinstance(candidate.entry, MetricEntry)] or complete
    asks_side = found.asks & SPECIFIC_ASKS or "ask:what" in found.asks
    states = bool(found.numbers) and not asks_side
    if found.asks & QUANTITY_ASKS or states or (not found.asks and found.certainly("count")):
        figures = [candidate for candidate in complete if isinstance(candidate.entry, MetricEntry)]
        if "ask:much" in found.asks and not found.certainly("count"):
            figures = [candidate for candidate in figures if not _counts_things(candidate)] or figures
        return figures or complete
    if found.asks & SPECIFIC_ASKS - {"ask:year", "ask:why"} or (found.numbers and asks_side):
        return [candidate for candidate in complete if isinstance(candidate.entry, AspectEntry)] or complete
    return complete


def _is_guessed(candidate: Candidate, found: Features) -> bool:
    """Whether nothing is asked, and what names the entry are mended short words: 욕할 줄 알아 is not 역할."""
    if found.asks or found.numbers or found.editions or found.operations or found.certainly("count"):
        return False
    naming = [span for span in found.spans if span.meanings & candidate.matched]
    return bool(naming) and all(span.slips and len(to_jamo(span.typed)) < _LONG for span in naming)


def _tells_what_was_said(candidate: Candidate) -> bool:
    return isinstance(candidate.entry, AspectEntry) and "statement" in candidate.entry.aspect.asks


def _counts_things(candidate: Candidate) -> bool:
    return isinstance(candidate.entry, MetricEntry) and candidate.entry.unit.base == "count"


def _rivals(candidate: Candidate, best: Candidate) -> bool:
    """Whether the message may as well mean the candidate: figures close in score, sides of topics only when equal."""
    if best.score - candidate.score >= _MARGIN:
        return False
    one, other = candidate.entry, best.entry
    if isinstance(one, AspectEntry) and isinstance(other, AspectEntry):
        return (
            not (one.items and one.items == other.items)
            and one.topic.id != other.topic.id
            and best.score - candidate.score <= 0.01
            and _is_named(best) == _is_named(candidate)
        )
    return True


def _is_named(candidate: Candidate) -> bool:
    return isinstance(candidate.entry, MetricEntry) or bool(candidate.entry.topic_names)


def _question(candidate: Candidate, found: Features, catalogue: Catalogue) -> Question | Unanswerable:
    entry = candidate.entry
    if isinstance(entry, AspectEntry):
        return _aspect_question(entry, found, catalogue)
    entry = whole_with(entry, found, catalogue)
    entry = _holding_what_is_told(found, entry, candidate, catalogue)
    unexplained = leftover_numbers(found, catalogue) or misfitting_numbers(found, entry)
    days = wrong_days(found, entry, catalogue)
    if days:
        return Unanswerable("not-in-release", tuple(number.span.typed for number in days), entry.id)
    question = operations.metric_question((entry,), found, catalogue)
    if isinstance(question, Question) and _claims_more(question, entry):
        return Unanswerable("not-in-release", tuple(number.span.typed for number in found.numbers), entry.id)
    bounds = isinstance(question, Question) and question.operation == "editions" and any(map(_bounds, unexplained))
    if unexplained and isinstance(question, Question) and question.claim is None and not bounds:
        return Unanswerable("not-in-release", tuple(number.span.typed for number in unexplained), entry.id)
    return question


def _bounds(number: Number) -> bool:
    """Whether the number only sets a bound: which of the editions had over 1,000."""
    return number.degree is not None


def _holding_what_is_told(
    found: Features, entry: MetricEntry, candidate: Candidate, catalogue: Catalogue
) -> MetricEntry:
    """The part whose figures are told, where only what it counts is named: 895명에서 620명으로 줄었나."""
    told = [each.value for each in found.numbers if each.unit in entry.counters]
    if candidate.matched - {"person", "count", "come", *entry.counters} or len(told) < 2 or entry.numbers & {*told}:
        return entry
    parts = [each for each in catalogue.metrics() if each.whole_id == entry.id and each.numbers >= {*told}]
    return parts[0] if len(parts) == 1 else entry


def _claims_more(question: Question, entry: MetricEntry) -> bool:
    """Whether a plain figure is claimed to be several numbers, of which one is far from it: 30,327 on 5 somethings."""
    if question.operation != "value" or question.claim is None or not question.claim.also:
        return False
    value = entry.values.get(question.editions[0]) if question.editions else entry.undated
    if value is None:
        return False
    claimed = (replace(question.claim, also=()), *question.claim.also)
    far = [each.number is not None and abs(each.number - value.number) > abs(value.number) / 2 for each in claimed]
    return any(far) and not all(far)


def _aspect_question(entry: AspectEntry, found: Features, catalogue: Catalogue) -> Question | Unanswerable:
    """The question about one side of a topic, with what the message claims of it."""
    claim = aspect_claim(entry, found, catalogue)
    if asks_beyond_record(entry, found):
        return Unanswerable("not-understood", near=(entry.id,))
    if claims_date(entry, found):
        return Unanswerable("not-in-release", entry=entry.id, near=(entry.id,), ask="ask:when")
    if numbers_of_another_kind(entry, found, catalogue):
        return Unanswerable("not-in-release", entry=entry.id, near=(entry.id,), ask=ANYTHING)
    beside = numbers_beside(entry, found, claimed=claim is not None)
    if beside:
        return Unanswerable("not-in-release", tuple(number.span.typed for number in beside), entry.id)
    default = catalogue.edition(catalogue.knowledge.editions.default)
    for mention in found.editions:
        explained = mention.year == default.year or mention.year in entry.aspect.years or bool(claim and claim.years)
        if not explained:
            known = mention.edition is not None
            return Unanswerable(
                "not-in-release" if known else "no-such-edition",
                (mention.span.typed,),
                entry.id,
                mention.year,
            )
    return Question("aspect", (entry.id,), claim=claim)


def _claimed_aspect(found: Features, candidates: list[Candidate], catalogue: Catalogue) -> Question | None:
    """An aspect of which the message claims something else: another place, another country, another name."""
    is_figure = (
        found.asks & QUANTITY_ASKS or found.asks_count or any(number.unit not in TIMES for number in found.numbers)
    )
    if not found.is_claim or is_figure or (found.ends_in_topic and not found.has("claim")):
        return None
    for asks in implied_asks(found, catalogue):
        implied = asks - found.asks
        if implied:
            answering = replace(found, meanings=found.meanings | implied, implied=implied)
            question = _claiming(answering, find_candidates(answering, catalogue), catalogue)
        else:
            question = _claiming(found, candidates, catalogue)
        if question is not None:
            return question
    return None


def _claiming(found: Features, candidates: list[Candidate], catalogue: Catalogue) -> Question | None:
    """The best candidate in whose place the message claims something that can be right or wrong; a year beside a figure
    tells which one is asked for."""
    names_figure = any(not each.leftover and isinstance(each.entry, MetricEntry) for each in candidates)
    for candidate in candidates:
        entry = candidate.entry
        if isinstance(entry, AspectEntry) and not candidate.asks_left and not _says_only_who(candidate, found):
            claim = aspect_claim(entry, found, catalogue)
            if claim is not None and claim.years and (names_figure or not _says_what_was(entry, found)):
                continue
            if (
                claim is not None
                and says_else(claim, entry, catalogue)
                and accounts_for(claim, candidate.leftover, found.unknown)
            ):
                question = _aspect_question(entry, found, catalogue)
                if isinstance(question, Question):
                    return question
    return None


def _says_what_was(entry: AspectEntry, found: Features) -> bool:
    """Whether the message says what was in a year: names the topic, or the side of the subject."""
    said = found.meanings - found.implied
    return bool(entry.topic_names) or any(name <= said for name in entry.names)


def _says_only_who(candidate: Candidate, found: Features) -> bool:
    """Whether nothing but a person's name speaks for the candidate: whether the minister came, no list of those who
    held it or took part tells."""
    return found.implied == {"ask:who"} and candidate.matched <= found.asks | _PRESENCE


def _unanswerable(found: Features, candidates: list[Candidate], blocking: tuple[str, ...]) -> Unanswerable:
    """The decline that names what stands against the nearest entry."""
    years = [mention for mention in found.editions if mention.edition is None]
    nearest = candidates[0].entry if candidates else None
    near = tuple(candidate.entry.id for candidate in candidates[:3])
    if years and nearest is not None:
        return Unanswerable("no-such-edition", (years[0].span.typed,), nearest.id, years[0].year, near)
    if nearest is None:
        return Unanswerable("off-topic" if found.items or blocking else "not-understood", blocking, near=near)
    words = blocking or tuple(dict.fromkeys(item.span.typed for item in candidates[0].leftover))
    if not words and isinstance(nearest, AspectEntry):
        words = _named_things(nearest, candidates[0].asks_left, found)
    aspect = next(iter(sorted(candidates[0].asks_left)), None) if not words else None
    breakdown = isinstance(nearest, MetricEntry) and bool(candidates[0].leftover) and not blocking
    return Unanswerable(
        "no-such-breakdown" if breakdown else "not-in-release", words, nearest.id, near=near, ask=aspect
    )


def _named_things(entry: AspectEntry, asks_left: frozenset[str], found: Features) -> tuple[str, ...]:
    """The things of the side's answer that the message names itself, where more is asked of them than the side says:
    in which city is KINTEX?"""
    if not asks_left & {"ask:where", "ask:who"}:
        return ()
    own = entry.items.difference(*entry.topic_names)
    return tuple(span.typed for span in found.spans if span.meanings & own)
