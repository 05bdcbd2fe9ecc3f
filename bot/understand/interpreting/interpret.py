"""What a message asks: talk about the bot, one thing, several, or one thing behind what only frames it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.understand.asking.accounting import blocking_words, compares_with_sum
from bot.understand.asking.beside import with_edition_told
from bot.understand.asking.candidates import Candidate, find_candidates
from bot.understand.asking.pairs import sets_own_editions_apart
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import MetricEntry
from bot.understand.context import Context
from bot.understand.features import Features
from bot.understand.following.each import asked_of_each
from bot.understand.following.people import about_the_one_meant, said_by_one_known, with_people_named
from bot.understand.gathering.gather import gather
from bot.understand.gathering.senses.amounts import people_counted
from bot.understand.interpreting.asides import without_asides
from bot.understand.interpreting.framing import says_what_is_meant, without_errands, without_framing
from bot.understand.interpreting.guess import guessed, with_guess, without_kinds_guessed
from bot.understand.interpreting.number_and_amount import number_and_amount
from bot.understand.interpreting.pictured import as_figure, of_what_was_asked, picture_wish, pictured, says_nothing_else
from bot.understand.interpreting.premise import premise_apart
from bot.understand.interpreting.sentences import asking_sentence
from bot.understand.interpreting.several import several_things
from bot.understand.interpreting.single import one_thing
from bot.understand.interpreting.split import asks_twice, counts_two_things, has_joint
from bot.understand.interpreting.statement import MOST_NUMBERS, is_running_text, statements
from bot.understand.interpreting.talk import asks_everything, asks_exactly, small_talk
from bot.understand.interpreting.together import said_of_one_thing, said_together
from bot.understand.interpreting.trace import Step, Weighed
from bot.understand.question import Ambiguous, Part, Question, Talk, Unanswerable
from bot.understand.span import Span

#: A message of more spans is no question with something around it.
_LONGEST_QUESTION = 250
#: What is told of one figure by itself.
_OF_ONE_FIGURE = frozenset({"value", "editions", "change"})


@dataclass(frozen=True, slots=True)
class Interpretation:
    """The parts of a message, each a question, a question back or a decline, and why.

    `left_out` are the words of clauses that only frame the question, `taken_as` is how a message was read that was
    not clear as typed. Of running text, `stated` are the numbers that its parts check, as typed; `is_abridged` where
    there is more in the message than was read.
    """

    parts: tuple[Part, ...]
    trace: tuple[Step, ...] = ()
    left_out: str = ""
    taken_as: str = ""
    stated: tuple[str, ...] = ()
    is_abridged: bool = False


def interpret(spans: tuple[Span, ...], text: str, context: Context, catalogue: Catalogue) -> Interpretation:
    """The parts that the message asks; never empty."""
    context = _without_pictures(context)
    wish = picture_wish(spans)
    if wish is None:
        return _as_spoken(spans, text, context, catalogue)
    if not wish.is_asked:
        return _as_spoken(wish.rest, text, context, catalogue)
    whole = gather(wish.rest, catalogue, text)
    if says_nothing_else(whole, catalogue):
        found = Interpretation((of_what_was_asked(context, catalogue),))
    else:
        found = _as_spoken(wish.rest, text, context, catalogue)
        found = replace(found, parts=tuple(as_figure(part, whole, catalogue) for part in found.parts))
    parts = tuple(pictured(part, catalogue) for part in found.parts)
    return replace(found, parts=parts, trace=("as a chart", *found.trace))


def _without_pictures(context: Context) -> Context:
    """The context whose questions wish for no picture: it is drawn once, not with all that follows."""
    if not any(question.wants_chart for question in context.newest_first):
        return context
    questions, earlier = (
        tuple(replace(question, wants_chart=False) for question in turn)
        for turn in (context.questions, context.earlier)
    )
    return replace(context, questions=questions, earlier=earlier)


def _as_spoken(spans: tuple[Span, ...], text: str, context: Context, catalogue: Catalogue) -> Interpretation:
    """The parts that the message asks, each pronoun standing for whom it means."""
    before = context.newest_first
    named = with_people_named(spans, before, catalogue)
    found = _interpret(named, text, context, catalogue)
    if named is spans:
        return replace(found, parts=tuple(said_by_one_known(part, spans, catalogue) for part in found.parts))
    return replace(found, parts=tuple(about_the_one_meant(part, before, catalogue) for part in found.parts))


def _interpret(spans: tuple[Span, ...], text: str, context: Context, catalogue: Catalogue) -> Interpretation:
    """The parts that the message with its pronouns resolved asks."""
    spans = with_edition_told(spans, catalogue, text)
    whole = gather(spans, catalogue, text)
    apart = _without_asides(spans, text, context, catalogue) if not is_running_text(whole, text) else None
    if apart is not None:
        return apart
    if not context.questions and asks_everything(whole):
        return Interpretation((_summary(catalogue),), ("everything",))
    talk = small_talk(whole, catalogue.lexicon.soft)
    if talk == Talk("greeting") and context.questions and asks_exactly(spans):
        plain = tuple(replace(question, claim=None, is_rounded=False) for question in context.questions)
        return Interpretation(plain, ("the last answer, exactly",))
    if talk is not None:
        return Interpretation((talk,), (f"talk {talk.topic}",))
    if is_running_text(whole, text):
        checked_text = _checked(spans, text, catalogue)
        if checked_text is not None:
            return checked_text
    together = said_together(whole, catalogue) if not context.questions else None
    if together is not None:
        return Interpretation(together, ("numbers said together",))
    premise = premise_apart(whole, text, catalogue)
    if premise is not None:
        granted, is_so, asking = premise
        return interpret(asking, text, context, catalogue) if is_so else Interpretation((granted,), ("a premise",))
    of_one, told = asked_of_each(whole, context, catalogue)
    if told:
        parts = tuple(one_thing(of_one, Context((each,)), catalogue) for each in told)
        return Interpretation(parts, ("of each of what was told",))
    candidates = find_candidates(whole, catalogue)
    of_one_thing = said_of_one_thing(whole, candidates, catalogue)
    if of_one_thing is not None:
        return Interpretation(of_one_thing, _trace(whole, candidates))
    one = one_thing(whole, context, catalogue, candidates)
    names_another = isinstance(one, Question) and _names_another(one, candidates, catalogue)
    asks_on = isinstance(one, (Question, Ambiguous)) and asks_twice(whole.spans) and not _is_of_each_edition(one)
    if names_another or asks_on:
        several = several_things(whole, spans, text, context, catalogue)
        both = number_and_amount(several or (one,), whole, catalogue)
        if both is not None:
            return Interpretation(both, _trace(whole, candidates))
        if several is not None and _ranks_all_for_two(several, whole):
            return Interpretation((Unanswerable("not-understood"),), _trace(whole, candidates))
        if several is not None and len(several) > 1 and not _forgets(several, one, whole):
            return Interpretation(several, _trace(whole, candidates))
        if isinstance(one, Question) and _leaves_out(one, whole):
            one = Unanswerable("not-understood", near=one.entries)
    elif isinstance(one, Question) and one.operation == "change" and whole.has("op:up") and whole.has("op:down"):
        several = several_things(whole, spans, text, context, catalogue)
        if several is not None and _move_apart(several):
            return Interpretation(several, _trace(whole, candidates))
    elif isinstance(one, Question) and _may_stand_for_two(one, whole, catalogue):
        several = several_things(whole, spans, text, context, catalogue) if one.operation != "sum" else _apart(one)
        if several is not None and _give_whole_and_part(several, one, catalogue):
            return Interpretation(several, _trace(whole, candidates))
    if isinstance(one, Question) or len(spans) > _LONGEST_QUESTION:
        return Interpretation((one,), _trace(whole, candidates))
    checked = _with_guess_checked(spans, text, context, catalogue)
    if checked is not None:
        return checked
    if isinstance(one, Unanswerable):
        framed = _without_what_frames(spans, text, context, catalogue)
        if framed is not None:
            return framed
    whole_only = _asks_as_a_whole(whole, candidates, catalogue) or says_what_is_meant(spans, catalogue)
    whole_only = whole_only or bool(people_counted(spans))
    several = None if whole_only else several_things(whole, spans, text, context, catalogue)
    if several is None and len(whole.numbers) > 1 and not (whole.asks or whole.is_alternative):
        stated = _checked(spans, text, catalogue)
        if stated is not None and all(isinstance(part, Question) for part in stated.parts):
            return stated
    return Interpretation(several or (one,), _trace(whole, candidates))


def _ranks_all_for_two(parts: tuple[Part, ...], whole: Features) -> bool:
    """Whether all figures are ranked for who asks which of those grew more that are named: booths or area?"""
    ranks_all = any(isinstance(part, Question) and part.operation == "rank-changes" for part in parts)
    return ranks_all and len(parts) > 1 and whole.has("or", "both")


def _summary(catalogue: Catalogue) -> Part:
    """What the release is about, told in short."""
    sides = (side for topic in catalogue.topics.values() for side in topic)
    side = next((side for side in sides if "contents" in side.aspect.asks), None)
    return Question("aspect", (side.id,)) if side is not None else Talk("about")


def _checked(spans: tuple[Span, ...], text: str, catalogue: Catalogue) -> Interpretation | None:
    """The numbers of running text, each as a part; None when none of them is a figure of the release."""
    found = every_number(spans, text, catalogue)
    known = found is not None and any(isinstance(part, Question) for part in found.parts)
    return found if found is not None and known and len(found.parts) > 1 else None


def every_number(spans: tuple[Span, ...], text: str, catalogue: Catalogue) -> Interpretation | None:
    """The numbers of a text that is to be checked, each as a part, whatever they are of; None when it has none."""
    found = statements(spans, text, catalogue)
    if not found:
        return None
    parts, stated = tuple(each.part for each in found), tuple(each.typed for each in found)
    is_abridged = sum(span.kind == "number" for span in spans) > MOST_NUMBERS
    return Interpretation(parts, ("running text",), stated=stated, is_abridged=is_abridged)


def _with_guess_checked(
    spans: tuple[Span, ...], text: str, context: Context, catalogue: Catalogue
) -> Interpretation | None:
    """The question with the guess after it as its claim, or without mere kinds of things; None when there is none that
    can be checked."""
    plain = without_kinds_guessed(spans, text, catalogue)
    if plain is not None:
        return interpret(plain, text, context, catalogue)
    found = guessed(spans, text, catalogue)
    if found is None:
        return None
    asking, guess = found
    whole = gather(asking, catalogue, text)
    candidates = find_candidates(whole, catalogue)
    question = one_thing(whole, context, catalogue, candidates)
    checked = with_guess(question, guess, catalogue) if isinstance(question, Question) else None
    return Interpretation((checked,), _trace(whole, candidates)) if checked is not None else None


def _without_asides(
    spans: tuple[Span, ...], text: str, context: Context, catalogue: Catalogue
) -> Interpretation | None:
    """The message without the sentences that only stand beside its question, whatever becomes of that; None when they
    may be needed to understand it."""
    without = without_asides(spans, text, catalogue) if len(spans) <= _LONGEST_QUESTION else None
    if without is None:
        return None
    asking, left_out = without
    inner = interpret(asking, text, context, catalogue)
    if all(isinstance(part, Question) and not part.half_named for part in inner.parts):
        return replace(inner, left_out=", ".join(filter(None, (left_out, inner.left_out))))
    is_asked = bool(gather(asking, catalogue, "").asks)
    is_clear = all(not isinstance(part, Unanswerable) or part.reason != "not-understood" for part in inner.parts)
    return inner if is_asked and is_clear and not any(isinstance(part, Talk) for part in inner.parts) else None


def _without_what_frames(
    spans: tuple[Span, ...], text: str, context: Context, catalogue: Catalogue
) -> Interpretation | None:
    """The message without what it says of the asker and his errand; None when that makes no clear question."""
    for find in (without_errands, without_framing, asking_sentence):
        without = find(spans, text, catalogue)
        if without is None:
            continue
        asking, left_out = without
        inner = interpret(asking, text, context, catalogue)
        if all(isinstance(part, Question) and not part.half_named for part in inner.parts):
            return replace(inner, left_out=", ".join(filter(None, (left_out, inner.left_out))))
    return None


def _is_of_each_edition(one: Part) -> bool:
    """Whether the one question is about a share in each of several editions: 19년엔 몇 %였고 22년엔 몇 %?"""
    return isinstance(one, Question) and one.operation == "share" and len(one.editions) > 1


def _names_another(one: Question, candidates: list[Candidate], catalogue: Catalogue) -> bool:
    """Whether the message also names a figure that the question is not about: booths, and when the fair closed."""
    if len(one.entries) > 1 or one.claim is not None:
        return False
    entry = catalogue.entries[one.entries[0]]
    own = entry.named | catalogue.lexicon.soft
    if isinstance(entry, MetricEntry) and entry.rest is not None:
        own |= entry.excluded | catalogue.metric(entry.metric.id).named  # what is left out, and of what
    if one.per in catalogue.entries:
        own |= catalogue.entries[one.per].named
    named = (each for each in candidates if isinstance(each.entry, MetricEntry) and each.entry.whole_id != entry.id)
    return any(":" not in meaning for candidate in named for meaning in candidate.matched - own)


def _asks_as_a_whole(whole: Features, candidates: list[Candidate], catalogue: Catalogue) -> bool:
    """Whether no part of the message asks for anything by itself."""
    blocked = whole.asks_companion or bool(blocking_words(whole)) or _sets_against(whole)
    return blocked or compares_with_sum(whole) or sets_own_editions_apart(whole, candidates, catalogue)


def _sets_against(whole: Features) -> bool:
    """Whether nothing is asked but which of two things is more: neither is asked for by itself."""
    return bool(whole.asks) and whole.asks <= {"ask:which", "ask:what"} and whole.has("op:more", "op:less")


def _may_stand_for_two(one: Question, whole: Features, catalogue: Catalogue) -> bool:
    """Whether the question is about a part, or about a whole and its part put together because they are named
    together, and each of them may be asked for: 현장 관람객과 온라인 관람객은 각각 몇 명?"""
    entries = [catalogue.entries[each] for each in one.entries]
    names_part = any(isinstance(entry, MetricEntry) and entry.part is not None for entry in entries)
    is_plain = one.operation in _OF_ONE_FIGURE or (one.operation == "sum" and whole.has("each"))
    names_two = (whole.has("each") or has_joint(whole.spans)) and not whole.has("op:sum", "op:exclude", "op:include")
    return names_part and names_two and is_plain and one.claim is None


def _move_apart(parts: tuple[Part, ...]) -> bool:
    """Whether each part tells what became of another figure: visitors rose but foreigners fell."""
    moved = [part.entries for part in parts if isinstance(part, Question) and part.operation == "change"]
    return len(moved) == len(parts) == len(set(moved)) > 1


def _apart(one: Question) -> tuple[Part, ...]:
    """The figures of a sum, each by itself."""
    return tuple(replace(one, operation="value", entries=(entry,)) for entry in one.entries)


def _give_whole_and_part(parts: tuple[Part, ...], one: Question, catalogue: Catalogue) -> bool:
    """Whether the parts are the figures of a whole and of the part that the one question is about."""
    plain = [part for part in parts if isinstance(part, Question) and part.operation in _OF_ONE_FIGURE]
    entries = {entry for part in plain for entry in part.entries}
    wholes = {catalogue.metric(each).whole_id for each in one.entries} - {None}
    return len(plain) == len(parts) == len(entries) == 1 + len(wholes) and entries == {*one.entries, *wholes}


def _leaves_out(one: Question, whole: Features) -> bool:
    """Whether the question gives one figure where several things are counted."""
    return one.operation == "value" and len(one.entries) == 1 and counts_two_things(whole.spans)


def _forgets(parts: tuple[Part, ...], one: Part, whole: Features) -> bool:
    """Whether the parts give only the figures that the one question puts together: A와 B는 각각 얼마고 합치면 얼마?"""
    if not isinstance(one, Question) or one.operation != "sum" or not whole.has("op:sum", "total"):
        return False
    return all(isinstance(part, Question) and part.operation == "value" for part in parts)


def _trace(found: Features, candidates: list[Candidate]) -> tuple[Step, ...]:
    return (Weighed(found.spans, tuple(candidates)),)
