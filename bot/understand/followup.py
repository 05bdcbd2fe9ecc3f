"""What a message takes over from the ones before: only what it leaves open itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.understand import operations
from bot.understand.asked import mentioned
from bot.understand.candidates import Candidate, find_candidates
from bot.understand.catalogue import Catalogue
from bot.understand.claims import aspect_claim
from bot.understand.entries import AspectEntry, Entry, MetricEntry
from bot.understand.features import EditionMention, Features
from bot.understand.kinds import QUANTITY_ASKS, SPECIFIC_ASKS, VAGUE_ASKS, counts
from bot.understand.question import Ambiguous, Part, Question, Talk, Unanswerable
from bot.understand.turns import across_turns, against_last

_MAX_FRAGMENT = 1


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
    if found.has("ask:source") and not _content(found, catalogue) and not found.has("record"):
        return Talk("source")
    if any(meaning.startswith("language:") for meaning in found.meanings) and not (
        _content(found, catalogue) or found.asks or found.operations or found.editions
    ):
        return Talk("repeat")
    last = context.questions[-1]
    found = _with_year_beside(found, last, catalogue)
    whole = _whole_of_last(found, last, catalogue)
    if whole is not None:
        return whole
    if _is_bare(found, catalogue):
        same_entry = _same_entry(found, last, context, catalogue)
        if same_entry is not None or not any(meaning.startswith("counter:") for meaning in found.meanings):
            return same_entry
    alone = complete[0] if complete else None
    if alone is not None and isinstance(alone.entry, MetricEntry):
        same = _same_operation(found, alone.entry, last, catalogue) or against_last(found, alone.entry, last, catalogue)
        if same is not None:
            return same
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


def _with_year_beside(found: Features, last: Question, catalogue: Catalogue) -> Features:
    """The message with the year after, or before, as the one beside the edition spoken of; it may ask what changed."""
    step = 1 if found.has("time:year-after") else -1 if found.has("time:year-before") else 0
    if not step or found.editions or len(last.editions) != 1:
        return found
    spoken_of = catalogue.edition(last.editions[0])
    span = next(span for span in found.spans if span.meanings & {"time:year-after", "time:year-before"})
    known = next((each for each in catalogue.knowledge.editions.list if each.year == spoken_of.year + step), None)
    beside = EditionMention(span, known.id if known else None, spoken_of.year + step, is_base=False, relative=True)
    base = EditionMention(span, spoken_of.id, spoken_of.year, is_base=True, relative=False)
    return replace(found, editions=(beside, base) if found.has("op:change") else (beside,))


def _whole_of_last(found: Features, last: Question, catalogue: Catalogue) -> Question | None:
    """The whole figure, where a part of it was asked for and the message says nothing but total: no, the total."""
    entry = catalogue.entries.get(last.entries[0])
    says_more = found.asks or found.operations or found.editions or found.numbers or _content(found, catalogue)
    if not found.has("total") or says_more or not isinstance(entry, MetricEntry) or entry.whole_id is None:
        return None
    return replace(last, entries=(entry.whole_id,), claim=None, carried=last.entries)


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
        not content
        or (len(content) <= _MAX_FRAGMENT and len(found.items) <= 2)
        or not (alone.matched - catalogue.lexicon.soft)
    )


def _same_entry(found: Features, last: Question, context: Context, catalogue: Catalogue) -> Part | None:
    entry = catalogue.entries.get(last.entries[0])
    if isinstance(entry, AspectEntry) and not entry.topic.subject and found.asks & QUANTITY_ASKS:
        return _counted_of(entry, found, last, catalogue)
    if not isinstance(entry, MetricEntry):
        return None
    together = across_turns(found, context.questions, context.earlier, catalogue)
    if together is not None or (found.has("both") and found.operations):
        return together
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
    return _carried(question, last)


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


def _same_operation(found: Features, entry: MetricEntry, last: Question, catalogue: Catalogue) -> Question | None:
    """A figure named alone after a calculation is calculated in the same way: 상담액 증가율은? 계약은?"""
    silent = not (found.asks - {"ask:how"} or found.operations or found.editions or found.numbers or found.has("claim"))
    if not silent or len(last.entries) != 1 or last.operation not in {"change", "rank", "editions", "average"}:
        return None
    question = replace(last, entries=(entry.id,), claim=None, carried=last.entries)
    return question if operations.is_held(question, catalogue) else None


def _same_asking(found: Features, last: Question, catalogue: Catalogue) -> Question | None:
    """A topic named alone is asked what the last one was: 장관은 누구? 제1차관은?"""
    entry = catalogue.entries.get(last.entries[0])
    silent = not (found.asks or found.operations or found.editions or found.numbers or found.has("claim"))
    if not isinstance(entry, AspectEntry) or not silent or not _content(found, catalogue):
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
    of_other = any(_is_measured(found, other) for other in found.editions)
    mention = EditionMention(span, edition.id, edition.year, is_base=of_other, relative=False)
    others = tuple(replace(other, is_base=not of_other) for other in found.editions)
    return replace(found, editions=(mention, *others))


def _asks_extreme_edition(found: Features) -> bool:
    """Whether it is asked which of all editions had the most or the least: which year was the weakest?"""
    asks = found.has("ask:year", "ask:when") or (found.has("ask:which", "ask:what") and found.has("edition"))
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
    candidates = [
        candidate
        for candidate in find_candidates(found, catalogue, names)
        if candidate.is_complete and _is_related(candidate.entry, asked) and _adds(candidate, found, asked, catalogue)
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
    return _carried(operations.metric_question((best.entry,), _filled(found, last, catalogue), catalogue), last)


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
    if (candidate.matched & found.meanings) - soft - catalogue.subject:
        return True
    if isinstance(candidate.entry, AspectEntry):
        asks = {f"ask:{ask}" for ask in candidate.entry.aspect.asks}
        return bool(asks & found.asks & (SPECIFIC_ASKS | VAGUE_ASKS))
    return candidate.entry.id == asked.id and bool(found.asks & QUANTITY_ASKS or found.operations)


def _closeness(candidate: Candidate, asked: Entry, found: Features) -> tuple[int, int, float]:
    return (
        int(_same_topic(candidate.entry, asked)),
        len(candidate.matched & found.meanings),
        candidate.score,
    )


def _carried(question: Question | Unanswerable, last: Question) -> Part:
    if isinstance(question, Question):
        return replace(question, carried=last.entries, edition_assumed=question.edition_assumed and not last.editions)
    return question
