"""What a message asks: its spans against the entries of the release, one part for each thing asked.

The steps, in order: talk about the bot; one entry that explains everything; two figures set against each
other; several things asked at once; what the conversation left open; names that are only half there. What no
step explains is declined by name.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

from bot.understand import operations
from bot.understand.accounting import blocking_words, leftover_numbers, misfitting_numbers, numbers_beside
from bot.understand.asked import mentioned
from bot.understand.candidates import QUANTITY_ASKS, SPECIFIC_ASKS, Candidate, find_candidates
from bot.understand.catalogue import AspectEntry, Catalogue, MetricEntry
from bot.understand.claims import accounts_for, aspect_claim, implied_asks, says_else
from bot.understand.features import Features
from bot.understand.followup import Context, follow_up
from bot.understand.framing import without_errands, without_framing
from bot.understand.gather import gather
from bot.understand.partial import half_named, what_number_means, which_of_a_kind
from bot.understand.question import Ambiguous, Part, Question, Unanswerable
from bot.understand.span import Span
from bot.understand.split import asks_twice, split
from bot.understand.talk import small_talk

#: Two complete readings whose scores are closer than this are asked about.
MARGIN = 0.15


@dataclass(frozen=True, slots=True)
class Interpretation:
    """The parts of a message, each a question, a question back or a decline, and why.

    `left_out` are the words of clauses that only frame the question, `taken_as` is how a message was read that was
    not clear as typed.
    """

    parts: tuple[Part, ...]
    trace: tuple[str, ...] = ()
    left_out: str = ""
    taken_as: str = ""


def interpret(spans: tuple[Span, ...], text: str, context: Context, catalogue: Catalogue) -> Interpretation:
    """The parts that the message asks; never empty."""
    whole = gather(spans, catalogue, text)
    talk = small_talk(whole, catalogue.lexicon.soft)
    if talk is not None:
        return Interpretation((talk,), (f"talk {talk.topic}",))
    candidates = find_candidates(whole, catalogue)
    one = _one(whole, context, catalogue, candidates)
    if isinstance(one, Question) and (asks_twice(spans) or _names_another(one, candidates, catalogue)):
        several = _several(whole, spans, text, context, catalogue)
        if several is not None and len(several) > 1:
            return Interpretation(several, _trace(whole, candidates))
    if isinstance(one, Question):
        return Interpretation((one,), _trace(whole, candidates))
    if isinstance(one, Unanswerable):
        framed = _without_what_frames(spans, text, context, catalogue)
        if framed is not None:
            return framed
    whole_only = whole.asks_companion or bool(blocking_words(whole))
    several = None if whole_only else _several(whole, spans, text, context, catalogue)
    return Interpretation(several or (one,), _trace(whole, candidates))


def _without_what_frames(
    spans: tuple[Span, ...], text: str, context: Context, catalogue: Catalogue
) -> Interpretation | None:
    """The message without what it says of the asker and his errand; None when that makes no clear question."""
    for without in (without_errands(spans, catalogue), without_framing(spans, text, catalogue)):
        if without is None:
            continue
        asking, left_out = without
        inner = interpret(asking, text, context, catalogue)
        if all(isinstance(part, Question) and not part.half_named for part in inner.parts):
            return replace(inner, left_out=", ".join(filter(None, (left_out, inner.left_out))))
    return None


def _names_another(one: Question, candidates: list[Candidate], catalogue: Catalogue) -> bool:
    """Whether the message also names a figure that the question is not about: booths, and when the fair closed."""
    if len(one.entries) > 1 or one.claim is not None:
        return False
    own = catalogue.entries[one.entries[0]].named | catalogue.lexicon.soft
    named = (candidate for candidate in candidates if isinstance(candidate.entry, MetricEntry))
    return any(":" not in meaning for candidate in named for meaning in candidate.matched - own)


def _with_later_context(
    parts: list[Part], pieces: tuple[tuple[Span, ...], ...], text: str, context: Context, catalogue: Catalogue
) -> list[Part]:
    """The parts, where one that is not clear by itself is read with what the others ask: how many projects in how
    many countries has the K-City Network backed?"""
    known = tuple(part for part in parts if isinstance(part, Question))
    if not known:
        return parts
    heard = context.after(known)
    return [
        part if isinstance(part, Question) else _one(gather(piece, catalogue, text), heard, catalogue)
        for part, piece in zip(parts, pieces, strict=True)
    ]


def _akin(parts: list[Part], catalogue: Catalogue) -> list[Part]:
    """The parts with a choice made by what the other parts speak of: 상담이 몇 차례고 금액은 얼마?"""
    little = catalogue.lexicon.soft | catalogue.subject
    known = [catalogue.entries[each].named for part in parts if isinstance(part, Question) for each in part.entries]
    spoken_of = frozenset().union(*known) - little
    chosen: list[Part] = []
    for part in parts:
        offered = part.questions if isinstance(part, Ambiguous) else ()
        akin = [question for question in offered if catalogue.entries[question.entries[0]].named & spoken_of]
        chosen.append(akin[0] if len(akin) == 1 else part)
    return chosen


def _of_one_kind(parts: list[Part]) -> list[Part]:
    """The parts with a choice between a figure and a side of a topic made as the other parts have it."""
    kinds = {part.operation == "aspect" for part in parts if isinstance(part, Question)}
    if len(kinds) != 1:
        return parts
    is_aspect = kinds.pop()
    chosen: list[Part] = []
    for part in parts:
        fitting = part.questions if isinstance(part, Ambiguous) else ()
        fitting = tuple(question for question in fitting if (question.operation == "aspect") == is_aspect)
        chosen.append(fitting[0] if len(fitting) == 1 else part)
    return chosen


def _several(
    whole: Features, spans: tuple[Span, ...], text: str, context: Context, catalogue: Catalogue
) -> tuple[Part, ...] | None:
    """The parts of a message that asks more than one thing; None when it does not fall into answerable parts."""
    half: tuple[Part, ...] | None = None
    for pieces in split(spans):
        if any("op:exclude" in span.meanings for piece in pieces[1:] for span in piece):
            continue  # what is left out belongs to what it is left out of
        parts: list[Part] = []
        heard = context
        for piece in pieces:
            found = gather(_without_counting(piece, len(pieces)), catalogue, text)
            part = _one(found, heard, catalogue)
            if not isinstance(part, Question) and not found.asks:
                part = _one(replace(found, meanings=found.meanings | whole.asks), heard, catalogue)
            if isinstance(part, Question):
                heard = heard.after((part,))
            parts.append(part)
        parts = _of_one_kind(_akin(_with_later_context(parts, pieces, text, context, catalogue), catalogue))
        if all(isinstance(part, Question) for part in parts):
            questions = [part for part in parts if isinstance(part, Question)]
            found_all = tuple(dict.fromkeys(_of_edition_named(questions, whole, text, catalogue)))
            if not any(question.half_named for question in questions):
                return found_all
            half = half or found_all
    return half


def _of_edition_named(questions: list[Question], whole: Features, text: str, catalogue: Catalogue) -> list[Question]:
    """The questions, each of the one edition that a single sentence names: visitors and booths in 2019."""
    named = mentioned(whole, catalogue)
    if len(named) != 1 or len(whole.editions) != 1 or whole.editions[0].is_base or text.count("?") > 1:
        return questions
    default = (catalogue.knowledge.editions.default,)
    return [
        replace(question, editions=named, edition_assumed=False) if question.editions == default else question
        for question in questions
    ]


def _without_counting(piece: tuple[Span, ...], count: int) -> tuple[Span, ...]:
    """The piece without what only speaks of the things asked: *each* of them, 두 개만, two things."""
    kept: list[Span] = []
    counted = False
    for span, following in itertools.zip_longest(piece, piece[1:]):
        counts_things = following is not None and (following.kind == "skip" or "counter:thing" in following.meanings)
        if span.number is not None and span.number.value == count and counts_things:
            counted = True
        elif not counted and "each" not in span.meanings:
            kept.append(span)
        else:
            counted = False
    return tuple(kept)


def _one(found: Features, context: Context, catalogue: Catalogue, candidates: list[Candidate] | None = None) -> Part:
    """The one thing that is asked; Unanswerable says what stands against every reading."""
    blocking = blocking_words(found)
    if candidates is None:
        candidates = find_candidates(found, catalogue)
    complete = _complete(candidates) if not blocking else []
    meant = what_number_means(found, catalogue) if not blocking else None
    if meant is not None:
        return meant
    followed = follow_up(found, complete, context, catalogue) if not blocking else None
    if followed is not None:
        return followed
    which = which_of_a_kind(found, catalogue) if not blocking else None
    if which is not None:
        return which
    claimed = _claimed_aspect(found, candidates, catalogue)
    if claimed is not None:
        return claimed
    if found.has("op:per") and not blocking:
        divided = operations.of_two(found, candidates, catalogue)
        if divided is not None:
            return divided
    if complete:
        return _decide(found, complete, catalogue)
    if not blocking:
        together = operations.of_two(found, candidates, catalogue) or half_named(found, candidates, catalogue)
        if together is not None:
            return together
    return _unanswerable(found, candidates, blocking, catalogue)


def _complete(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates that leave nothing over; those that need another side's words only when there are no others."""
    complete = [candidate for candidate in candidates if candidate.is_complete]
    return [candidate for candidate in complete if not candidate.is_described] or complete


def _decide(found: Features, complete: list[Candidate], catalogue: Catalogue) -> Part:
    fitting = _of_the_kind_asked(found, complete)
    fitting = [candidate for candidate in fitting if not _is_guessed(candidate, found)]
    if not fitting:
        return Unanswerable("not-understood")
    best = max(fitting, key=lambda candidate: (round(candidate.score, 3), _is_named(candidate)))
    rivals = [candidate for candidate in fitting if candidate is best or _rivals(candidate, best)]
    if len(rivals) > 1:
        questions = tuple(dict.fromkeys(_question(rival, found, catalogue) for rival in rivals))
        answerable = tuple(question for question in questions if isinstance(question, Question))
        held = tuple(question for question in answerable if operations.is_held(question, catalogue))
        if len(held) > 1:
            return Ambiguous(held[:4])
        if held:
            return held[0]
    return _question(best, found, catalogue)


def _of_the_kind_asked(found: Features, complete: list[Candidate]) -> list[Candidate]:
    """Figures when a number is asked or claimed, sides of topics when who, when, where … is asked."""
    if found.asks & QUANTITY_ASKS or found.numbers or (not found.asks and found.certainly("count")):
        figures = [candidate for candidate in complete if isinstance(candidate.entry, MetricEntry)]
        if "ask:much" in found.asks and not found.certainly("count"):
            figures = [candidate for candidate in figures if not _counts_things(candidate)] or figures
        return figures or complete
    if found.asks & SPECIFIC_ASKS - {"ask:year", "ask:why"}:
        return [candidate for candidate in complete if isinstance(candidate.entry, AspectEntry)] or complete
    return complete


def _is_guessed(candidate: Candidate, found: Features) -> bool:
    """Whether nothing is asked, and all that names the entry had to be mended: 욕할 줄 알아 is not 역할."""
    naming = [span for span in found.spans if span.meanings & candidate.matched]
    return not found.asks and bool(naming) and all(span.slips for span in naming) and not found.numbers


def _counts_things(candidate: Candidate) -> bool:
    return isinstance(candidate.entry, MetricEntry) and candidate.entry.unit.base == "count"


def _rivals(candidate: Candidate, best: Candidate) -> bool:
    """Whether the message may as well mean the candidate: figures close in score, sides of topics only when equal."""
    if best.score - candidate.score >= MARGIN:
        return False
    one, other = candidate.entry, best.entry
    if isinstance(one, AspectEntry) and isinstance(other, AspectEntry):
        return (
            one.topic.id != other.topic.id
            and best.score - candidate.score <= 0.01
            and _is_named(best) == _is_named(candidate)
        )
    return True


def _is_named(candidate: Candidate) -> bool:
    return isinstance(candidate.entry, MetricEntry) or bool(candidate.entry.topic_names)


def _question(candidate: Candidate, found: Features, catalogue: Catalogue) -> Question | Unanswerable:
    entry = candidate.entry
    if isinstance(entry, AspectEntry):
        return aspect_question(entry, found, catalogue)
    if found.has("op:exclude") and len(found.editions) < 2:
        excluded = without_part(entry, catalogue)
        if excluded is None:
            words = tuple(span.typed for span in found.spans if "op:exclude" in span.meanings)
            return Unanswerable("no-such-breakdown", words, entry.id)
        entry = excluded
    unexplained = leftover_numbers(found, entry, catalogue) or misfitting_numbers(found, entry)
    question = operations.metric_question((entry,), found, catalogue)
    if unexplained and isinstance(question, Question) and question.claim is None:
        return Unanswerable("not-in-release", tuple(number.span.typed for number in unexplained), entry.id)
    return question


def without_part(entry: MetricEntry, catalogue: Catalogue) -> MetricEntry | None:
    """What remains when the part is left out: the whole, where it never was in it; None when that is not known."""
    if entry.rest is not None:
        return entry
    if entry.part is None:
        return None
    if entry.part.separate:
        return catalogue.metric(entry.metric.id)
    return catalogue.metric(f"{entry.metric.id}.{entry.part.rest.id}") if entry.part.rest else None


def aspect_question(entry: AspectEntry, found: Features, catalogue: Catalogue) -> Question | Unanswerable:
    """The question about one side of a topic, with what the message claims of it."""
    claim = aspect_claim(entry, found, catalogue)
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


def _claimed_aspect(
    found: Features, candidates: list[Candidate], catalogue: Catalogue
) -> Question | Unanswerable | None:
    """An aspect of which the message claims something else: another place, another country, another name."""
    if not found.is_claim:
        return None
    implied = implied_asks(found, catalogue) - found.asks
    if implied:
        found = replace(found, meanings=found.meanings | implied, implied=implied)
        candidates = find_candidates(found, catalogue)
    for candidate in candidates:
        entry = candidate.entry
        if isinstance(entry, AspectEntry) and not candidate.asks_left:
            claim = aspect_claim(entry, found, catalogue)
            if claim is not None and says_else(claim) and accounts_for(claim, candidate.leftover, found.unknown):
                return aspect_question(entry, found, catalogue)
    return None


def _unanswerable(
    found: Features, candidates: list[Candidate], blocking: tuple[str, ...], catalogue: Catalogue
) -> Unanswerable:
    years = [mention for mention in found.editions if mention.edition is None]
    nearest = candidates[0].entry if candidates else None
    near = tuple(candidate.entry.id for candidate in candidates[:3])
    if years and nearest is not None:
        return Unanswerable("no-such-edition", (years[0].span.typed,), nearest.id, years[0].year, near)
    if nearest is None:
        return Unanswerable("off-topic" if found.items or blocking else "not-understood", blocking, near=near)
    words = blocking or tuple(dict.fromkeys(item.span.typed for item in candidates[0].leftover))
    aspect = next(iter(sorted(candidates[0].asks_left)), None) if not words else None
    breakdown = isinstance(nearest, MetricEntry) and bool(candidates[0].leftover) and not blocking
    return Unanswerable(
        "no-such-breakdown" if breakdown else "not-in-release", words, nearest.id, near=near, ask=aspect
    )


def _trace(found: Features, candidates: list[Candidate]) -> tuple[str, ...]:
    spans = (
        f"{span.typed} → {' | '.join('+'.join(sorted(each)) for each in span.readings) or span.kind} ({span.cost:.2f})"
        for span in found.spans
    )
    considered = (
        f"{candidate.entry.id} {candidate.score:.2f}"
        + (f" leaves {', '.join(item.span.typed for item in candidate.leftover)}" if candidate.leftover else "")
        + (f" does not answer {', '.join(sorted(candidate.asks_left))}" if candidate.asks_left else "")
        for candidate in candidates[:6]
    )
    return (*spans, *considered)
