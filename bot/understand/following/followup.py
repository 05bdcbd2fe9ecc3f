"""What a message takes over from the ones before: only what it leaves open itself.

The ways to go on, in order: to ask whether a thing is among those just told of; for the source, or the answer again; to
set the last answers against each other; to name nothing; to name only what is asked as the last thing was; to name
something together with the last question. A message that is clear by itself takes over the edition at most.
"""

from __future__ import annotations

from dataclasses import replace

from bot.understand.asking.candidates import Candidate
from bot.understand.asking.kinds import QUANTITY_ASKS
from bot.understand.asking.members import claimed_member
from bot.understand.asking.partial import GENERAL
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import MetricEntry
from bot.understand.context import Context
from bot.understand.features import Features
from bot.understand.following.against import against_last
from bot.understand.following.breakdown import missing_part, not_told
from bot.understand.following.carried import figure_of_last_edition
from bot.understand.following.jointly import named_jointly
from bot.understand.following.likewise import asked_likewise, calculated_likewise
from bot.understand.following.turns import named_across
from bot.understand.following.unnamed import about_the_same, names_nothing, names_subject
from bot.understand.question import Part, Question, Talk

#: A message of so few things is too short to be sure that it stands alone.
_MOST_MEANINGS, _MOST_ITEMS = 1, 2


def follow_up(found: Features, complete: list[Candidate], context: Context, catalogue: Catalogue) -> Part | None:
    """The message read as going on from the context; None when it stands by itself."""
    if not context.questions:
        return None
    last = context.last
    asked = catalogue.entries.get(last.entries[0])
    member = claimed_member(found, asked, catalogue) if asked is not None else None
    if member is not None:
        return replace(member, carried=last.entries)
    part = _going_on(found, complete, context, catalogue)
    return not_told(found, part, complete, asked, catalogue) or part


def _going_on(found: Features, complete: list[Candidate], context: Context, catalogue: Catalogue) -> Part | None:
    """What the first of the ways to go on gives that the message takes."""
    last = context.last
    part: Part | None = (
        _about_the_reply(found, catalogue)
        or named_across(found, context, catalogue)
        or _whole_of_last(found, context, catalogue)
    )
    if part is not None:
        return part
    if names_nothing(found, catalogue):
        same = about_the_same(found, context, catalogue)
        if same is not None or not any(meaning.startswith("counter:") for meaning in found.meanings):
            return same
    alone = complete[0] if complete else None
    claims_record = found.has("record") and found.is_claim
    if alone is not None and isinstance(alone.entry, MetricEntry) and not claims_record:
        figure = alone.entry
        part = calculated_likewise(found, figure, last, catalogue) or against_last(found, figure, last, catalogue)
        if part is not None:
            return part
    missing = missing_part(found, last, catalogue)
    if missing is not None:
        return missing
    if alone is None or _leans(found, alone, catalogue):
        part = asked_likewise(found, last, catalogue) or _named_with_any(found, alone, context, catalogue)
        if part is not None:
            return part
    if alone is not None:
        return figure_of_last_edition(alone, found, last, catalogue)
    return Talk("source") if _asks_who_says_so(found, last, catalogue) else None


def _asks_who_says_so(found: Features, last: Question, catalogue: Catalogue) -> bool:
    """Whether nothing is asked but who said what a figure was: the release does."""
    is_figure = isinstance(catalogue.entries.get(last.entries[0]), MetricEntry)
    asks = found.asks == {"ask:who"} and found.has("say") and found.named <= catalogue.little
    return is_figure and asks and not (found.operations or found.editions or found.numbers or found.unknown)


def _about_the_reply(found: Features, catalogue: Catalogue) -> Talk | None:
    """The last answer's source, or the answer again in the other language, when nothing else is asked for."""
    says_nothing = found.named <= catalogue.little
    if found.has("ask:source") and says_nothing and not found.has("record"):
        return Talk("source")
    names_language = any(meaning.startswith("language:") for meaning in found.meanings)
    if names_language and says_nothing and not (found.asks or found.operations or found.editions):
        return Talk("repeat")
    return None


def _whole_of_last(found: Features, context: Context, catalogue: Catalogue) -> Question | None:
    """The whole figure, where a part of it was asked for and the message says nothing but total: no, the total; or the
    sum of the editions that were told, or of the whole and of the part that is not in it, which were told both."""
    last, before = context.last, context.before_last
    entry = catalogue.entries.get(last.entries[0])
    in_unit = any(meaning.startswith("unit:") for meaning in found.meanings)
    asks_more = in_unit or found.certain_operations or found.asks - QUANTITY_ASKS
    says_more = asks_more or found.editions or found.numbers or found.named - catalogue.little - {"place"}
    if not found.has("total") or says_more or not isinstance(entry, MetricEntry):
        return None
    if last.operation == "editions" and len(last.entries) == 1:
        return Question("sum", last.entries, last.editions, carried=last.entries)
    if len(last.entries) > 1 or entry.whole_id is None:
        return None  # a share of the whole has the whole in it
    told = before is not None and (before.entries, before.editions) == ((entry.whole_id,), last.editions)
    if told and entry.part is not None and entry.part.separate and last.operation == "value":
        return Question("sum", (entry.whole_id, entry.id), last.editions, carried=last.entries)
    return replace(last, entries=(entry.whole_id,), claim=None, carried=last.entries)


def _named_with_any(found: Features, alone: Candidate | None, context: Context, catalogue: Catalogue) -> Part | None:
    """What the message names together with one of the questions of the last turn, the last one first."""
    for question in reversed(context.questions):
        part = named_jointly(found, question, alone, catalogue)
        if part is not None:
            return part
    return None


def _leans(found: Features, alone: Candidate, catalogue: Catalogue) -> bool:
    """Whether a message that could stand alone is too short to be sure that it does."""
    if names_subject(found, catalogue):
        return False
    content = found.named - catalogue.little
    return (
        content <= GENERAL
        or (len(content) <= _MOST_MEANINGS and len(found.items) <= _MOST_ITEMS)
        or not (alone.matched - catalogue.lexicon.soft)
    )
