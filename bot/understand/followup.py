"""What a message takes over from the ones before: only what it leaves open itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.understand import operations
from bot.understand.asked import mentioned
from bot.understand.candidates import Candidate, find_candidates
from bot.understand.catalogue import Catalogue
from bot.understand.claims import aspect_claim
from bot.understand.constructions import is_part_of_that
from bot.understand.entries import AspectEntry, Entry, MetricEntry
from bot.understand.features import EditionMention, Features
from bot.understand.kinds import QUANTITY_ASKS, SPECIFIC_ASKS, UNITS, VAGUE_ASKS, counts
from bot.understand.members import claimed_member
from bot.understand.mentions import is_told_of
from bot.understand.partial import GENERAL
from bot.understand.question import Ambiguous, Claim, Part, Question, Talk, Unanswerable
from bot.understand.turns import across_turns, against_last, amount_for_each, between_editions, named_across

_MAX_FRAGMENT = 1
#: What asks for the things that were counted one by one, and what stands for them.
_LISTS = frozenset({"ask:list", "ask:name", "ask:which"})
_WHEN_OR_WHERE = frozenset({"ask:when", "ask:where", "ask:day", "ask:weekday", "ask:duration", "ask:year"})
_THEM = frozenset({"them", "they", "those", "these"})
#: What names a day of the event.
_DAYS = frozenset(
    {"first-day", "last-day", "moment", "other-weekday", "monday", "tuesday", "wednesday", "thursday", "friday"}
)


@dataclass(frozen=True, slots=True)
class Context:
    """The questions of the last turn that was answered, and those of the turn before it."""

    questions: tuple[Question, ...] = ()
    earlier: tuple[Question, ...] = ()

    def after(self, questions: tuple[Question, ...]) -> Context:
        """The context once these have been asked too."""
        return Context(questions, self.questions)


def follow_up(found: Features, complete: list[Candidate], context: Context, catalogue: Catalogue) -> Part | None:
    """The message read as going on from the context; None when it stands by itself."""
    if not context.questions:
        return None
    last = context.questions[-1]
    asked = catalogue.entries.get(last.entries[0])
    member = claimed_member(found, asked, catalogue) if asked is not None else None
    if member is not None:
        return replace(member, carried=last.entries)
    part = _going_on(found, complete, context, catalogue)
    if isinstance(asked, AspectEntry) and part is None and _asks_when_or_where(found) and not asked.topic.subject:
        return Unanswerable("not-in-release", entry=asked.id, ask=min(found.asks))
    if not isinstance(asked, MetricEntry):
        return part
    if part is not None and asked.undated is not None and _moves_to_edition(part, asked, found):
        words = tuple(mention.span.typed for mention in found.editions)
        return Unanswerable("no-such-breakdown", words, asked.id)
    stands_alone = part is None and bool(complete) and _counts_the_same(complete[0].entry, asked, catalogue)
    if is_part_of_that(found.spans) and not (stands_alone or _is_part_of(part, asked, catalogue)):
        return Unanswerable("no-such-breakdown", tuple(item.span.typed for item in found.items), asked.id)
    if _asks_of_them(found, catalogue) and not (stands_alone or _is_list_of(part, asked, catalogue)):
        return Unanswerable("not-in-release", entry=asked.id, ask=min(found.asks))
    return part


def _moves_to_edition(part: Part, asked: MetricEntry, found: Features) -> bool:
    """Whether the figure spoken of is asked for one edition: 올해는?"""
    is_same = isinstance(part, Question) and part.operation == "value" and part.entries == (asked.id,)
    return is_same and bool(found.editions)


def _asks_when_or_where(found: Features) -> bool:
    """Whether the message asks for a time or a place and says nothing else: after a roadshow, not that of the expo."""
    says_more = found.items or found.operations or found.editions or found.numbers or found.dates
    return bool(found.asks) and found.asks <= _WHEN_OR_WHERE and not says_more


def _asks_of_them(found: Features, catalogue: Catalogue) -> bool:
    """Whether it is asked who or which those are that were counted, or where they came from; and nothing is named."""
    if found.operations or found.editions or found.numbers or not _content(found, catalogue) <= GENERAL:
        return False
    comes_from = found.asks == {"ask:where"} and found.has("come")
    names_them = any(span.typed in _THEM for span in found.spans) and bool(found.asks & {"ask:who", "ask:where"})
    return comes_from or names_them or (bool(found.asks & _LISTS) and found.asks <= _LISTS | {"ask:what"})


def _is_list_of(part: Part | None, asked: MetricEntry, catalogue: Catalogue) -> bool:
    """Whether the part is a side that lists, or tells of, what the figure counts, or the figure itself."""
    if not isinstance(part, Question) or not _is_part_of(part, asked, catalogue):
        return False
    entry = catalogue.entries[part.entries[0]]
    return isinstance(entry, MetricEntry) or bool({"list", "which", "what", "where"} & set(entry.aspect.asks))


def _is_part_of(part: Part | None, asked: MetricEntry, catalogue: Catalogue) -> bool:
    """Whether the part asks for the figure itself, a part of it, or what counts the same things otherwise."""
    return isinstance(part, Question) and all(
        _counts_the_same(catalogue.entries[entry_id], asked, catalogue) for entry_id in part.entries
    )


def _counts_the_same(entry: Entry, asked: MetricEntry, catalogue: Catalogue) -> bool:
    little = catalogue.lexicon.soft | catalogue.subject | GENERAL
    is_same = isinstance(entry, MetricEntry) and entry.metric.id == asked.metric.id
    return is_same or bool((_names_of(entry) & _names_of(asked)) - little)


def _going_on(found: Features, complete: list[Candidate], context: Context, catalogue: Catalogue) -> Part | None:
    if found.has("ask:source") and not _content(found, catalogue) and not found.has("record"):
        return Talk("source")
    if any(meaning.startswith("language:") for meaning in found.meanings) and not (
        _content(found, catalogue) or found.asks or found.operations or found.editions
    ):
        return Talk("repeat")
    last = context.questions[-1]
    across = named_across(found, context.questions, context.earlier, catalogue)
    if across is not None:
        return across
    whole = _whole_of_last(found, last, catalogue)
    if whole is not None:
        return whole
    if _is_bare(found, catalogue):
        same_entry = _same_entry(found, last, context, catalogue)
        if same_entry is not None or not any(meaning.startswith("counter:") for meaning in found.meanings):
            return same_entry
    alone = complete[0] if complete else None
    claims_record = found.has("record") and found.is_claim
    if alone is not None and isinstance(alone.entry, MetricEntry) and not claims_record:
        same = _same_operation(found, alone.entry, last, catalogue) or against_last(found, alone.entry, last, catalogue)
        if same is not None:
            return same
    if _breaks_down(found, last, catalogue):
        words = tuple(item.span.typed for item in found.items)
        return Unanswerable("no-such-breakdown", words, last.entries[0])
    if alone is not None and not _leans(found, alone, catalogue):
        return _with_edition(found, alone, last, catalogue)
    asked_alike = _same_asking(found, last, catalogue)
    if asked_alike is not None:
        return asked_alike
    for question in reversed(context.questions):
        carried = _related(found, question, alone, catalogue)
        if carried is not None:
            return carried
    return _with_edition(found, alone, last, catalogue) if alone is not None else None


def _whole_of_last(found: Features, last: Question, catalogue: Catalogue) -> Question | None:
    """The whole figure, where a part of it was asked for and the message says nothing but total: no, the total."""
    entry = catalogue.entries.get(last.entries[0])
    says_more = found.asks or found.operations or found.editions or found.numbers or _content(found, catalogue)
    if not found.has("total") or says_more or not isinstance(entry, MetricEntry) or entry.whole_id is None:
        return None
    return replace(last, entries=(entry.whole_id,), claim=None, carried=last.entries)


def of_one_thing(offered: tuple[Question, ...], catalogue: Catalogue) -> Question | None:
    """The first of the offered questions, a figure if there is one, when all are about one thing; else None."""
    if not offered:
        return None
    entries = [catalogue.entries[question.entries[0]] for question in offered]
    little = catalogue.lexicon.soft | catalogue.subject | GENERAL
    shared = frozenset.intersection(*(_names_of(entry) - little for entry in entries))
    figures = [each for each, entry in zip(offered, entries, strict=True) if isinstance(entry, MetricEntry)]
    if shared and figures:
        return figures[0]
    topics = {entry.topic.id for entry in entries if isinstance(entry, AspectEntry)}
    is_one_topic = not figures and len(topics) == 1
    return offered[0] if is_one_topic else None


def _content(found: Features, catalogue: Catalogue) -> frozenset[str]:
    """What the message names that is not the subject or a word that says little."""
    named = frozenset().union(*(item.meanings for item in found.items)) if found.items else frozenset()
    return named - catalogue.lexicon.soft - catalogue.subject


def _is_bare(found: Features, catalogue: Catalogue) -> bool:
    """Whether the message names nothing: 2021년은?, 퍼센트로는?, and in 2019?"""
    if (
        _content(found, catalogue) - {"record"}
        or found.asks & (SPECIFIC_ASKS - {"ask:year"})
        or _names_subject(found, catalogue)
    ):
        return False
    return bool(
        found.has("count", "amount")
        or found.editions
        or found.operations
        or found.asks & QUANTITY_ASKS
        or found.has("unit:percent")
        or (found.has("record") and found.is_claim)
        or any(number.unit or number.degree or found.has("claim") for number in found.numbers)
    )


def _names_subject(found: Features, catalogue: Catalogue) -> bool:
    return any(item.meanings & catalogue.subject and not item.meanings & catalogue.lexicon.soft for item in found.items)


def _leans(found: Features, alone: Candidate, catalogue: Catalogue) -> bool:
    """Whether a message that could stand alone is too short to be sure that it does."""
    if _names_subject(found, catalogue):
        return False
    content = _content(found, catalogue)
    return (
        content <= GENERAL
        or (len(content) <= _MAX_FRAGMENT and len(found.items) <= 2)
        or not (alone.matched - catalogue.lexicon.soft)
    )


def _same_entry(found: Features, last: Question, context: Context, catalogue: Catalogue) -> Part | None:
    entry = catalogue.entries.get(last.entries[0])
    if isinstance(entry, AspectEntry) and not entry.topic.subject and found.asks & QUANTITY_ASKS:
        return _counted_of(entry, found, last, catalogue)
    if isinstance(entry, AspectEntry) and _asks_other_year(found, entry, catalogue):
        return Unanswerable("not-in-release", tuple(each.span.typed for each in found.editions), entry.id)
    if not isinstance(entry, MetricEntry):
        return None
    together = across_turns(found, context.questions, context.earlier, catalogue)
    if together is not None or (found.has("both") and found.operations):
        return together
    for_each = amount_for_each(found, last, catalogue)
    if for_each is not None:
        return for_each
    found = between_editions(found, context.questions, context.earlier, catalogue)
    if last.operation == "value" and _sets_against_another(found):
        return Unanswerable("not-understood")  # there is no other figure
    if last.operation == "change" and not (found.editions or found.operations) and found.has("amount", "count"):
        return replace(last, measure="amount", claim=None, carried=last.entries)
    if last.operation == "rank" and found.has("op:most", "op:least") and not found.editions:
        return replace(last, extreme="least" if found.has("op:least") else "most", claim=None, carried=last.entries)
    if last.operation == "change" and not found.editions and found.has("unit:percent", "op:percent", "op:multiple"):
        return replace(
            last,
            measure="multiple" if found.has("op:multiple") else "percent",
            claim=None,
            carried=last.entries,
        )
    metrics = (
        tuple(catalogue.metric(entry_id) for entry_id in last.entries)
        if last.operation in {"value", "editions"}
        else (entry,)
    )
    if not counts(entry, found) and not found.operations:
        return None
    other_unit = next((each for each in UNITS if found.has(each) and each != f"unit:{entry.unit.id}"), None)
    if other_unit is not None and not found.numbers:
        return Unanswerable("not-in-release", entry=entry.id, ask=other_unit)
    if (
        found.editions
        and not found.operations
        and last.operation in {"share", "average"}
        and not found.asks & QUANTITY_ASKS
    ):
        editions = mentioned(found, catalogue)
        return (
            replace(last, editions=editions[-1:], edition_assumed=False, claim=None, carried=last.entries)
            if editions
            else None
        )
    question = operations.metric_question(metrics, _filled(found, last, catalogue), catalogue)
    if isinstance(question, Question) and question.operation == last.operation == "value" and _says_too(found):
        question = replace(question, claim=question.claim or last.claim)
    return _carried(question, last)


def _says_too(found: Features) -> bool:
    """Whether what was said is asked of something else as well: 2019년에도?, in 2019 too?"""
    return found.is_claim and any(
        span.typed in {"too", "also", "aswell"} or (span.kind == "josa" and span.text in {"도", "에도"})
        for span in found.spans
    )


def _asks_other_year(found: Features, entry: AspectEntry, catalogue: Catalogue) -> bool:
    """Whether nothing but another year is named, of which the release does not tell that side: 작년에도?"""
    default = catalogue.knowledge.editions.default
    names_other = bool(found.editions) and all(each.edition != default for each in found.editions)
    says_more = found.asks or found.operations or found.numbers or found.items
    return names_other and not says_more and not any(each.year in entry.aspect.years for each in found.editions)


def _sets_against_another(found: Features) -> bool:
    """Whether it is asked which of two was more, and not in which edition."""
    asks_edition = found.editions or found.has("edition", "ask:year", "ask:when", "op:editions")
    return found.has("ask:which", "ask:what") and found.has("op:more", "op:less") and not asks_edition


def _counted_of(entry: AspectEntry, found: Features, last: Question, catalogue: Catalogue) -> Part:
    """What is counted of the topic spoken of: K-City가 뭐야? 몇 개국?"""
    topic = frozenset().union(*entry.topic_names)
    fitting = [
        metric
        for metric in catalogue.index.naming(topic)
        if isinstance(metric, MetricEntry) and metric.part is None and counts(metric, found)
    ]
    questions = [operations.metric_question((metric,), found, catalogue) for metric in fitting]
    answerable = tuple(replace(each, carried=last.entries) for each in questions if isinstance(each, Question))
    if len(answerable) > 1:
        return Ambiguous(answerable)
    return answerable[0] if answerable else Unanswerable("not-in-release", entry=entry.id)


def _breaks_down(found: Features, last: Question, catalogue: Catalogue) -> bool:
    """Whether a fragment asks for a part of the figure spoken of that the release does not give: 첫날은?, 대기업은?"""
    entry = catalogue.entries.get(last.entries[0])
    content = _content(found, catalogue)
    says_more = found.asks or found.operations or found.editions or found.numbers or found.has("claim")
    if not isinstance(entry, MetricEntry) or last.operation != "value" or not content or says_more:
        return False
    kinds = {meaning.rpartition("-")[2] for meaning in content if "-" in meaning} & entry.named
    is_day = {meaning.removeprefix("=") for meaning in content} <= _DAYS and _is_on_a_day(found)
    return is_day or (bool(kinds) and not content & entry.explains)


def _is_on_a_day(found: Features) -> bool:
    """Whether something is asked of a day, and not which day it was: 첫날은?, on the first day?, but 개막일은?"""
    said = [item.span.typed for item in found.items]
    is_date = any(typed.endswith("일") and not typed.endswith("요일") for typed in said)
    is_english = any(typed[:1] < "ㄱ" for typed in said)
    return not is_date and (not is_english or any(span.typed in {"on", "for"} for span in found.spans))


def _same_operation(found: Features, entry: MetricEntry, last: Question, catalogue: Catalogue) -> Question | None:
    """A figure named alone after a calculation is calculated in the same way: 상담액 증가율은? 계약은?"""
    silent = not (found.asks - {"ask:how"} or found.operations or found.editions or found.numbers or found.has("claim"))
    if not silent or len(last.entries) != 1 or last.operation not in {"change", "rank", "editions", "average"}:
        return None
    question = replace(last, entries=(entry.id,), claim=_without_figures(last.claim), carried=last.entries)
    return question if question.claim is not None or operations.is_held(question, catalogue) else None


def _without_figures(claim: Claim | None) -> Claim | None:
    """The claim, where it may be made of another figure too: that it rose, that it is the most ever."""
    return claim if claim is not None and claim == Claim(direction=claim.direction, years=claim.years) else None


def _same_asking(found: Features, last: Question, catalogue: Catalogue) -> Question | None:
    """A topic named alone is asked what the last one was: 장관은 누구? 제1차관은?"""
    entry = catalogue.entries.get(last.entries[0])
    silent = not (found.asks or found.operations or found.editions or found.numbers or found.has("claim"))
    if not isinstance(entry, AspectEntry) or not silent or not found.items:
        return None
    if not _content(found, catalogue):
        return _other_end(found, entry, last, catalogue)
    if found.is_claim and _names_side(found, entry, catalogue):
        return None
    for ask in entry.aspect.asks:
        asking = replace(found, meanings=found.meanings | {f"ask:{ask}"})
        answering = [
            candidate
            for candidate in find_candidates(asking, catalogue)
            if candidate.is_complete and isinstance(candidate.entry, AspectEntry) and ask in candidate.entry.aspect.asks
        ]
        if answering and not _same_topic(answering[0].entry, entry):
            return Question("aspect", (answering[0].entry.id,), carried=last.entries)
    return None


def _other_end(found: Features, entry: AspectEntry, last: Question, catalogue: Catalogue) -> Question | None:
    """Another side of the subject that the message names and that answers as the last did: opened when? and close?"""
    asks = frozenset(f"ask:{ask}" for ask in entry.aspect.asks) & SPECIFIC_ASKS
    said = frozenset().union(*(item.meanings for item in found.items)) - catalogue.subject
    sides = [
        side
        for side in catalogue.topics[entry.topic.id]
        if side.id != entry.id and asks and asks <= side.answers and any(name <= said for name in side.names)
    ]
    is_one = entry.topic.subject and len(sides) == 1
    return Question("aspect", (sides[0].id,), carried=last.entries) if is_one else None


def _names_side(found: Features, entry: AspectEntry, catalogue: Catalogue) -> bool:
    """Whether the message names another side of the topic spoken of: 수출도 됐어?"""
    return any(
        candidate.is_complete and _same_topic(candidate.entry, entry) and _adds(candidate, found, entry, catalogue)
        for candidate in find_candidates(found, catalogue, _names_of(entry))
    )


def _filled(found: Features, last: Question, catalogue: Catalogue) -> Features:
    """The features with the last question's edition, where the message names none or only what to compare with."""
    if not last.editions or len(last.editions) > 1 or found.has("op:editions") or _asks_extreme_edition(found):
        return found
    compares = found.has("op:change", "op:compare", "op:difference", "op:multiple", "op:more", "op:less")
    named = {mention.edition for mention in found.editions}
    open_edition = not found.editions or (compares and len(found.editions) == 1 and last.editions[0] not in named)
    if not open_edition:
        return found
    span = found.spans[0]
    edition = catalogue.edition(last.editions[0])
    told = [is_told_of(found.spans, found.spans.index(other.span)) and not other.is_base for other in found.editions]
    goes_back = bool(told) and all(told)  # 2022년은 그 몇 배야 compares with what was said before
    goes_back = goes_back or any(_is_measured(found, other) for other in found.editions)
    mention = EditionMention(span, edition.id, edition.year, is_base=goes_back, relative=False)
    others = tuple(replace(other, is_base=not goes_back) for other in found.editions)
    return replace(found, editions=(mention, *others))


def _asks_extreme_edition(found: Features) -> bool:
    """Whether it is asked which of all editions had the most or the least: which year was the weakest?"""
    asks = found.has("ask:year", "ask:when", "edition") and not found.has("time:same")
    return asks and found.has("op:most", "op:least") and not found.editions


def _is_measured(found: Features, mention: EditionMention) -> bool:
    """Whether the English message measures the edition by the one spoken of: 2022 was how many times bigger?, how many
    times that was 2019?"""
    place = found.spans.index(mention.span)
    before, after = found.spans[:place], [span for span in found.spans[place + 1 :] if span.kind != "skip"]
    follows = bool(before) and before[-1].typed in {"was", "is", "were"}
    leads = bool(after) and (bool(after[0].meanings & {"op:multiple", "op:difference"}) or after[0].typed[:3] == "how")
    return follows or (leads and not mention.is_base and after[0].typed[:1] < "ㄱ")


def _with_edition(found: Features, alone: Candidate, last: Question, catalogue: Catalogue) -> Part | None:
    """A figure named in a fragment for the edition spoken of before, when it exists for it; None otherwise."""
    entry = alone.entry
    if not isinstance(entry, MetricEntry) or found.editions or not last.editions or len(last.editions) > 1:
        return None
    if found.is_claim and found.numbers:
        return None  # a claim that names its figure stands by itself
    edition = last.editions[0]
    refers_back = found.has("time:same")
    if edition == catalogue.knowledge.editions.default or not (refers_back or _is_fragment(found)):
        return None
    if edition not in entry.values and not (entry.part and edition in entry.metric.values and entry.part.values):
        return None
    return _carried(operations.metric_question((entry,), _filled(found, last, catalogue), catalogue), last)


def _is_fragment(found: Features) -> bool:
    """Whether the message is no full sentence: 상담 쪽은?, only the overseas ones."""
    return len(found.items) <= 2 and not (found.asks & QUANTITY_ASKS and len(found.spans) > 5)


def _related(found: Features, last: Question, alone: Candidate | None, catalogue: Catalogue) -> Part | None:
    """The entry that the message and the last question name together: 그중 해외는?, 기관 수로는?"""
    asked = catalogue.entries.get(last.entries[0])
    if asked is None:
        return None
    if alone is not None and (_same_topic(alone.entry, asked) or _is_whole_of(alone.entry, asked)):
        return None
    names = _names_of(asked)
    is_figure = alone is not None and isinstance(alone.entry, MetricEntry)
    candidates = [
        candidate
        for candidate in find_candidates(found, catalogue, names)
        if candidate.is_complete and _is_related(candidate.entry, asked) and _adds(candidate, found, asked, catalogue)
        if not (is_figure and candidate.entry.id == asked.id)  # another figure named is not the same one again
    ]
    if not candidates:
        return None
    best = max(candidates, key=lambda candidate: _closeness(candidate, asked, found))
    if alone is not None and alone.entry.id == best.entry.id and alone.score == best.score:
        return _with_edition(found, alone, last, catalogue)
    if isinstance(best.entry, AspectEntry):
        return Question(
            "aspect", (best.entry.id,), claim=aspect_claim(best.entry, found, catalogue), carried=last.entries
        )
    alike = _same_operation(found, best.entry, last, catalogue)
    return alike or _carried(
        operations.metric_question((best.entry,), _filled(found, last, catalogue), catalogue), last
    )


def _names_of(entry: Entry) -> frozenset[str]:
    if isinstance(entry, MetricEntry):
        return frozenset().union(*entry.names)
    return frozenset().union(*entry.topic_names) | frozenset(entry.aspect.items)


def _is_whole_of(entry: Entry, asked: Entry) -> bool:
    """Whether the entry is the whole that the asked one is a part of: who names the whole means it."""
    return isinstance(asked, MetricEntry) and asked.part is not None and entry.id == asked.metric.id


def _same_topic(entry: Entry, asked: Entry) -> bool:
    return isinstance(entry, AspectEntry) and isinstance(asked, AspectEntry) and entry.topic.id == asked.topic.id


def _is_related(entry: Entry, asked: Entry) -> bool:
    if _same_topic(entry, asked):
        return True
    if isinstance(entry, MetricEntry) and isinstance(asked, MetricEntry) and entry.metric.id == asked.metric.id:
        return True
    return bool(_names_of(entry) & _names_of(asked))


def _adds(candidate: Candidate, found: Features, asked: Entry, catalogue: Catalogue) -> bool:
    """Whether the message itself says something of the candidate: a word of its name, or what it answers."""
    soft = catalogue.lexicon.soft
    said = frozenset().union(*(name for name in candidate.entry.names if name <= found.meanings))
    if (candidate.matched & found.meanings | said) - soft - catalogue.subject:
        return True
    if isinstance(candidate.entry, AspectEntry):
        asks = {f"ask:{ask}" for ask in candidate.entry.aspect.asks}
        return bool(asks & found.asks & (SPECIFIC_ASKS | VAGUE_ASKS))
    if _is_whole_beside(candidate.entry, asked, found, catalogue):
        return True
    return candidate.entry.id == asked.id and bool(found.asks & QUANTITY_ASKS or found.operations)


def _is_whole_beside(entry: MetricEntry, asked: Entry, found: Features, catalogue: Catalogue) -> bool:
    """Whether the message describes the figure that the one spoken of is no part of: 현장은? after those online."""
    if not isinstance(asked, MetricEntry) or entry.id != asked.metric.id or found.has("not"):
        return False
    described = _content(found, catalogue) - asked.named
    return asked.part is not None and asked.part.separate and bool(described) and described <= entry.explains


def _closeness(candidate: Candidate, asked: Entry, found: Features) -> tuple[int, int, int, float]:
    """How near the candidate is to what was asked; a kind of thing that both speak of is no nearness."""
    shared = (_names_of(candidate.entry) & _names_of(asked)) - GENERAL
    return (
        int(_same_topic(candidate.entry, asked)),
        int(bool(shared)),
        len(candidate.matched & found.meanings),
        candidate.score,
    )


def _carried(question: Question | Unanswerable, last: Question) -> Part:
    if isinstance(question, Question):
        return replace(question, carried=last.entries, edition_assumed=question.edition_assumed and not last.editions)
    return question
