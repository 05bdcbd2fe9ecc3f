"""What is asked of the last answer and the release does not tell: its parts, who they were, when or where it was."""

from __future__ import annotations

from bot.understand.asking.candidates import Candidate
from bot.understand.asking.partial import GENERAL
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry, Entry, MetricEntry
from bot.understand.features import Features
from bot.understand.following.related import counts_the_same, names_topic, related_candidates
from bot.understand.gathering.constructions import is_part_of_that
from bot.understand.question import Part, Question, Unanswerable

#: What asks for the things that were counted one by one, and what stands for them.
_LISTS = frozenset({"ask:list", "ask:name", "ask:which"})
_ALSO_LIST = frozenset({"ask:what", "ask:where"})
_THEM = frozenset({"them", "they", "those", "these"})
_WHEN_OR_WHERE = frozenset({"ask:when", "ask:where", "ask:day", "ask:weekday", "ask:duration", "ask:year"})
#: What names a day of the event.
_DAYS = frozenset(
    {"first-day", "last-day", "moment", "other-weekday", "monday", "tuesday", "wednesday", "thursday", "friday"}
)


def not_told(
    found: Features, part: Part | None, complete: list[Candidate], asked: Entry | None, catalogue: Catalogue
) -> Unanswerable | None:
    """The decline of what the message asks of the asked entry and the release does not tell; None otherwise.

    `part` is how the message goes on from there, `complete` what explains it by itself.
    """
    if isinstance(asked, AspectEntry):
        goes_on = part is None and _asks_when_or_where(found) and not asked.topic.subject
        return Unanswerable("not-in-release", entry=asked.id, ask=min(found.asks)) if goes_on else None
    if asked is not None and asked.undated is not None and _moves_to_edition(part, asked, found):
        return Unanswerable("no-such-breakdown", tuple(mention.span.typed for mention in found.editions), asked.id)
    if asked is None or (part is None and complete and counts_the_same(complete[0].entry, asked, catalogue)):
        return None
    if is_part_of_that(found.spans) and not _is_of_same_things(part, asked, catalogue):
        return Unanswerable("no-such-breakdown", tuple(item.span.typed for item in found.items), asked.id)
    if _asks_of_them(found, catalogue) and not _lists_them(part, asked, catalogue):
        return Unanswerable("not-in-release", entry=asked.id, ask=min(found.asks))
    return None


def _moves_to_edition(part: Part | None, asked: MetricEntry, found: Features) -> bool:
    """Whether what is only given in all is asked for one edition: 올해는?"""
    is_same = isinstance(part, Question) and part.operation == "value" and part.entries == (asked.id,)
    return is_same and bool(found.editions)


def missing_part(found: Features, last: Question, catalogue: Catalogue) -> Unanswerable | None:
    """The decline of a fragment that asks for a part of the figure spoken of that the release does not give: 첫날은?,
    대기업은?"""
    entry = catalogue.entries.get(last.entries[0])
    content = found.named - catalogue.little
    if not isinstance(entry, MetricEntry) or last.operation != "value" or not content or not found.is_silent:
        return None
    kinds = {meaning.rpartition("-")[2] for meaning in content if "-" in meaning} & entry.named
    if any(isinstance(each.entry, MetricEntry) for each in related_candidates(found, entry, catalogue)):
        return None  # 국내 대기업은? after the buyers from abroad
    is_day = {meaning.removeprefix("=") for meaning in content} <= _DAYS and _is_on_a_day(found)
    if not is_day and (not kinds or content & entry.explains or names_topic(content, catalogue)):
        return None
    return Unanswerable("no-such-breakdown", tuple(item.span.typed for item in found.items), entry.id)


def _is_on_a_day(found: Features) -> bool:
    """Whether something is asked of a day, and not which day it was: 첫날은?, on the first day?, but 개막일은?"""
    said = [item.span.typed for item in found.items]
    is_date = any(typed.endswith("일") and not typed.endswith("요일") for typed in said)
    is_english = any(typed[:1] < "ㄱ" for typed in said)
    return not is_date and (not is_english or any(span.typed in {"on", "for"} for span in found.spans))


def _asks_when_or_where(found: Features) -> bool:
    """Whether the message asks for a time or a place and says nothing else: after a roadshow, not that of the expo."""
    says_more = found.items or found.operations or found.editions or found.numbers or found.dates
    return bool(found.asks) and found.asks <= _WHEN_OR_WHERE and not says_more


def _asks_of_them(found: Features, catalogue: Catalogue) -> bool:
    """Whether it is asked who or which those are that were counted, or where they came from; and nothing is named."""
    if found.operations or found.editions or found.numbers or not found.named - catalogue.little <= GENERAL:
        return False
    is_from = any(span.typed == "from" for span in found.spans)
    comes_from = found.asks == {"ask:where"} and (found.has("come") or is_from)
    names_them = any(span.typed in _THEM for span in found.spans) and bool(found.asks & {"ask:who", "ask:where"})
    return comes_from or names_them or (bool(found.asks & _LISTS) and found.asks <= _LISTS | _ALSO_LIST)


def _lists_them(part: Part | None, asked: MetricEntry, catalogue: Catalogue) -> bool:
    """Whether the part is a side that lists, or tells of, what the figure counts, or the figure itself."""
    if not isinstance(part, Question) or not _is_of_same_things(part, asked, catalogue):
        return False
    entry = catalogue.entries[part.entries[0]]
    return isinstance(entry, MetricEntry) or bool({"list", "which", "what", "where"} & set(entry.aspect.asks))


def _is_of_same_things(part: Part | None, asked: MetricEntry, catalogue: Catalogue) -> bool:
    """Whether the part asks for the figure itself, a part of it, or what counts the same things otherwise."""
    return isinstance(part, Question) and all(
        counts_the_same(catalogue.entries[entry_id], asked, catalogue) for entry_id in part.entries
    )
