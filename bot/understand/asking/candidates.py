"""Which entries a message may mean, and what each of them leaves unexplained.

Understanding is accounting: an entry is a candidate when one of its names is in the message; every other
content word must be explained by it, or it stands against the reading.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.language.words import Reading
from bot.understand.asking.about import about_background, asks_what_was_there, is_of_another
from bot.understand.asking.beside import PENDING
from bot.understand.asking.editions import of_other_editions
from bot.understand.asking.kinds import (
    AREA_UNITS,
    QUANTITY_ASKS,
    SPECIFIC_ASKS,
    UNITS,
    VAGUE_ASKS,
    asked_head,
    asked_kind,
    asks_for_one,
    asks_no_count,
    asks_what_somebody_does,
    asks_what_was_done,
    counts,
    counts_people,
    what_came_of_it,
)
from bot.understand.asking.persons import asks_left_of_people, says_nothing_else
from bot.understand.asking.predicates import asks_untold_deed
from bot.understand.asking.singling import singles_one_out
from bot.understand.asking.things import ASKS_OTHERS
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import COUNTED, OMITTED, AspectEntry, Entry, MetricEntry
from bot.understand.gathering.deeds import narrowing
from bot.understand.gathering.features import Features, Item
from bot.understand.gathering.mentions import BASE_JOSA
from bot.understand.span import Span

#: How much a soft meaning (number, amount, come …) weighs in a name, and what its absence costs.
_SOFT_WEIGHT = 0.35
_MISSING_SOFT = 0.4
#: What an asking word is worth, and a vague one (what, which, how), which fits less.
_ASK_WEIGHT, _VAGUE_ASK_WEIGHT = 0.8, 0.2
#: What the subject alone is worth as a name: it is in most messages.
_SUBJECT_WEIGHT = 0.3
#: What each further name is worth.
_ALSO_NAMED = 0.05
#: What it costs to answer where or which venue with an organisation; 어디 asks for either.
_UNLIKELY = 0.7
#: Operations that only figures answer.
_COUNTING = frozenset(
    f"op:{name}"
    for name in (
        "most",
        "least",
        "rank",
        "change",
        "share",
        "sum",
        "average",
        "multiple",
        "difference",
        "more",
        "less",
    )
)
#: Those of them that may tell of anything.
_TELLING = frozenset({"op:more", "op:less", "op:change", "op:sum"})
#: Words like *famous* narrow a count of things, but no side of a topic; and what is told is of the release's own
#: country unless it is of another: which Korean cities showed projects?
_COLOUR = frozenset({"describes"})
_TOLD = frozenset({"domestic", *_COLOUR})


#: What only a figure comes to, and no thing that is counted: its high point, at its lowest.
_POINTS = frozenset({"highpoint", "lowpoint", "peak", "peaked", "bottomout", "bottomedout"})
#: Among all there is, of which the release gives no figures.
_EVERYWHERE = frozenset({"world", "worldwide", "theworld", "globally", "세계"})
#: How words for people end that are counted as such.
_PERSONS = ("managers", "officers", "employees", "representatives", "agents", "personnel", "staff")
#: How what asks for a day ends, and what a day is called.
_DAY_ENDS = ("day", "date", "날", "날짜", "일자", "요일")
_DAY_NOUNS = frozenset({"날", "날짜", "일자", "요일"})
_AT_ITS = (["at", "its"], ["at", "their"])


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry, how well it is named, and the content it cannot explain.

    `is_described` when some of the content is explained only by what the other sides of the topic speak of.
    """

    entry: Entry
    score: float
    matched: frozenset[str]
    leftover: tuple[Item, ...]
    asks_left: frozenset[str]
    is_described: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether nothing of the message is left over."""
        return not self.leftover and not self.asks_left


def find_candidates(
    features: Features, catalogue: Catalogue, inherited: frozenset[str] = frozenset()
) -> list[Candidate]:
    """The candidates, best first; `inherited` are meanings carried over from the question before."""
    meanings = features.meanings | inherited
    ids: set[str] = set()
    for meaning in meanings:
        ids.update(catalogue.postings.get(meaning, ()))
    kind, wants_one = asked_kind(features), asks_for_one(features) and "ask:year" not in features.asks
    found = (
        _candidate(catalogue.entries[entry_id], features, catalogue, meanings, kind, wants_one) for entry_id in ids
    )
    about = about_background(features, catalogue)
    return sorted(
        (_unless_of_another(candidate, about, features) for candidate in found if candidate),
        key=lambda candidate: (-candidate.score, candidate.entry.id),
    )


def _unless_of_another(candidate: Candidate, about: frozenset[str], features: Features) -> Candidate:
    """The candidate, leaving over what the message is about where the entry tells nothing of that."""
    if not is_of_another(candidate.entry, candidate.matched, about, features):
        return candidate
    unexplained = tuple(item for item in features.items if item.meanings & about)
    return replace(candidate, leftover=candidate.leftover + unexplained)


def _candidate(
    entry: Entry,
    features: Features,
    catalogue: Catalogue,
    meanings: frozenset[str],
    kind: frozenset[str],
    wants_one: bool,
) -> Candidate | None:
    """The entry as a candidate, or None when the message does not name it; `kind` is the kind of thing asked for, and
    `wants_one` tells that it is asked which thing."""
    best = _best_name(entry.names, meanings, catalogue.lexicon.soft)
    if isinstance(entry, AspectEntry):
        return _aspect_candidate(entry, features, catalogue, meanings, best, kind)
    if best is None or not counts(entry, features):
        return None
    left = _asks_left_by_metric(entry, features, catalogue)
    if (kind or wants_one) and not features.asks & QUANTITY_ASKS:
        left |= {"ask:list"}
    return Candidate(entry, *best, _leftover(entry, features, catalogue), left)


def _asks_left_by_metric(entry: MetricEntry, features: Features, catalogue: Catalogue) -> frozenset[str]:
    """What the message asks that a figure does not answer, or not this one."""
    left = features.asks & SPECIFIC_ASKS - {"ask:why"}
    if entry.undated is None:
        left -= {"ask:year"}
    if features.asks & QUANTITY_ASKS or features.has("amount", "count"):
        left -= {"ask:title"}  # the headline is where the figure was seen
    of_editions = features.has("op:editions") or (features.has("op:rank") and features.has("edition"))
    of_editions = of_editions or features.certainly("count") or features.certainly("amount")
    if "ask:list" in features.asks and not of_editions and len(features.editions) < 2:
        left |= {"ask:list"}
    asks_day = features.has("day", "ask:day") or asks_for_day(features)
    if features.has("op:most", "op:least", "op:more", "op:less") and not asks_day:
        left -= {"ask:when"}
    if features.has("op:more", "op:less") and len(features.editions) == 2:
        left -= {"ask:where"}  # 둘 중 더 많은 해가 어디야
    other_units = {meaning for meaning in UNITS if features.certainly(meaning)} - {f"unit:{entry.unit.id}"}
    if other_units and not features.numbers:
        left |= other_units
    left |= {"ask:much"} if asks_no_count(entry, features) else frozenset()
    left |= {"ask:what"} if asks_what_was_done(features) else frozenset()
    left |= _what_is_counted(entry, features, catalogue) | _superlative(entry, features)
    left |= features.meanings & PENDING
    if features.negates_quantity:
        left |= {"not"}
    if features.has("op:most", "op:least", "op:more", "op:less") and asks_for_day(features):
        left |= {"ask:day"}
    return (left - {"ask:duration"}) | _other_duration(features) if entry.unit.id == "days" else left


def _what_is_counted(entry: MetricEntry, features: Features, catalogue: Catalogue) -> frozenset[str]:
    """What *how many* counts, where the entry does not count it: how many records is not how many visitors."""
    if counts_people(features) and "person" not in entry.unit.counters:
        return frozenset({"ask:many"})  # 상담 인원은
    counted = features.counted
    if counted is None:
        return frozenset()
    if _is_counted_elsewhere(counted, entry, features, catalogue):
        return frozenset({"ask:many"})
    if counted.typed >= "ㄱ":
        return frozenset()
    if counted.typed.endswith(_PERSONS) and "person" not in entry.unit.counters:
        return frozenset({"ask:many"})  # how many purchasing managers is not from how many companies they came
    named = entry.named | {COUNTED.get(counter, "") for counter in entry.counters}
    if entry.part is not None:
        named |= entry.explains
    is_named = any(_with_kinds(reading) & named for reading in counted.readings)
    return frozenset() if is_named else frozenset({"ask:many"})


def _is_counted_elsewhere(counted: Span, entry: MetricEntry, features: Features, catalogue: Catalogue) -> bool:
    """Whether the noun that is counted is what other figures count, and only says of what the entry is one: how many
    buyers had consultations, 상담한 기업 수."""
    names = (*entry.names, *catalogue.metric(entry.metric.id).names)
    said = [name for name in names if name - features.meanings <= OMITTED]
    own = frozenset().union(*said) | {COUNTED.get(counter, "") for counter in entry.counters}
    readings = [reading - catalogue.lexicon.soft for reading in counted.readings]
    return bool(readings) and all(
        reading and reading <= catalogue.counting and own.isdisjoint(_with_kinds(reading)) for reading in readings
    )


def _with_kinds(reading: Reading) -> Reading:
    """The reading with the kinds of its meanings: a large-company is a company."""
    return reading | {meaning.rpartition("-")[2] for meaning in reading}


def asks_for_day(features: Features) -> bool:
    """Whether it is asked on what day or date: on which date, 어느 날, or at the end, 가장 많았던 날은."""
    if any("ask:when" in span.meanings and span.typed.endswith(_DAY_ENDS) for span in features.spans):
        return True
    said = [
        span for span in features.spans if span.kind not in {"josa", "ending", "skip"} and "claim" not in span.meanings
    ]
    while said and said[-1].meanings and all(meaning.startswith("ask:") for meaning in said[-1].meanings):
        said.pop()
    return bool(said) and said[-1].typed in _DAY_NOUNS


def _other_duration(features: Features) -> frozenset[str]:
    """The duration that is asked, where it is not that of the event: how many days until the release was published, how
    long has KINTEX hosted it."""
    until_now = any(
        "ask:duration" in span.meanings and after.typed in {"has", "have"}
        for span, after in itertools.pairwise(features.spans)
    )
    return frozenset({"ask:duration"}) if until_now or features.certainly("release") else frozenset()


def _superlative(entry: MetricEntry, features: Features) -> frozenset[str]:
    """A superlative that asks for one of the things counted, not for an edition: the largest booth."""
    if features.has("op:most", "op:least", "op:rank") and any(span.typed in _EVERYWHERE for span in features.spans):
        return frozenset({"op:most"})
    if not features.has("op:most", "op:least") or features.has("record", "op:rank", "op:change", "op:percent"):
        return frozenset()
    asks_edition = features.has("ask:year", "ask:when", "edition", "op:editions") or len(features.editions) > 1
    if _is_said_to_be_extreme(entry, features):
        return frozenset()
    is_whole = entry.unit.base == "area" or entry.unit.id == "person" or features.certainly("amount")
    is_whole = is_whole or features.certainly("count") or has_the_most(features.spans)
    return frozenset() if asks_edition or is_whole or features.numbers else frozenset({"op:most"})


def _is_said_to_be_extreme(entry: MetricEntry, features: Features) -> bool:
    """Whether an edition is said to have the most of what is counted, in Korean: 2021년에 참가 기업이 제일 많았나."""
    if len(features.editions) != 1 or not features.is_claim or len(entry.values or entry.metric.values) < 2:
        return False
    spans = features.spans
    named = [index for index, span in enumerate(spans) if span.kind == "word" and span.meanings & entry.named]
    said = [index for index, span in enumerate(spans) if span.meanings & {"op:most", "op:least"}]
    return bool(named) and max(named) < min(said) and spans[said[0]].typed[-1:] >= "ㄱ"


def has_the_most(spans: tuple[Span, ...]) -> bool:
    """Whether an edition is said to have the most or the fewest of something, or a figure to be at its highest: 2019
    drew the most exhibitors, contracts at their lowest."""
    return any(
        span.typed in _POINTS
        or (span.typed in {"most", "fewest", "least"} and _has(spans[:index]))
        or (
            span.meanings & {"op:most", "op:least"}
            and [each.typed for each in spans[max(0, index - 2) : index]] in _AT_ITS
        )
        for index, span in enumerate(spans)
    )


def _has(before: tuple[Span, ...]) -> bool:
    """Whether the spans end in an edition that has, saw or drew something, and does not only say when."""
    said = [index for index, span in enumerate(before) if span.kind == "year"]
    if not said or (said[-1] and before[said[-1] - 1].typed in {"in", "at", "of", "for", "from", "during"}):
        return False
    return all(span.kind in {"skip", "verb"} for span in before[said[-1] + 1 :])


def _aspect_candidate(
    entry: AspectEntry,
    features: Features,
    catalogue: Catalogue,
    meanings: frozenset[str],
    best: tuple[float, frozenset[str]] | None,
    kind: frozenset[str],
) -> Candidate | None:
    """The side as a candidate; `best` is the best of its own names, with what it is worth."""
    score, matched = 0.0, frozenset[str]()
    if entry.topic_names:
        named = _best_name(entry.topic_names, meanings, catalogue.lexicon.soft)
        if named is None:
            return None
        score, matched = named
    asks = (entry.leads if best is None else entry.answers) & features.asks
    claimed = _claimed(entry, features)
    stands_alone = entry.topic.subject or not entry.aspect.implicit
    if best is None and not (asks and stands_alone) and not claimed:
        return None
    tells_how_much = best is not None and best[0] >= 1.0 and bool(entry.numbers) and features.asks == {"ask:much"}
    if features.asks & QUANTITY_ASKS and not asks & SPECIFIC_ASKS and not tells_how_much:
        return None
    if best is not None:
        said_twice = _SOFT_WEIGHT * len(best[1] & asks)
        worth = _SUBJECT_WEIGHT if best[1] <= catalogue.subject - entry.items else best[0] - said_twice
        score, matched = score + worth, matched | best[1]
    is_told = entry.topic_names or claimed or asks - VAGUE_ASKS or matched - catalogue.little
    if not is_told and not _is_vaguely_meant(entry, features, catalogue, asks, named=best is not None):
        return None
    if asks - VAGUE_ASKS:
        score += _ASK_WEIGHT
    elif asks:
        score += _VAGUE_ASK_WEIGHT
    answers_who = "who" in entry.aspect.asks and "ask:where" not in asks
    score -= _UNLIKELY if answers_who and _asks_for_place(features) else 0.0
    left = _asks_left_by_aspect(entry, features, asks, kind, catalogue, named=best is not None)
    if _asks_how_many_people(features, matched):
        left |= {"ask:many"}
    left |= _asks_of_another(entry, features, only_asked=best is None or all(map(_is_ask, best[1])))
    left |= _first_of_something(entry, features, catalogue)
    if len(entry.items & features.meanings) > 1 and _holds_against(features):
        left |= {"op:more"}
    if features.is_claim and not entry.explains & {"first", "time:first", "since"}:
        left |= features.meanings & {"time:first"}
    left |= features.certain_operations & _COUNTING - entry.explains - _named_operations(entry) - _telling(asks, score)
    score += _also_named(entry, meanings, matched, catalogue)
    left |= asks_untold_deed(entry, features, catalogue) | of_other_editions(entry, features, catalogue)
    left |= {"ask:what"} if asks_what_was_there(entry, features) else set()
    unexplained = _leftover(entry, features, catalogue)
    if unexplained and _only_describes(entry, features):
        described = _without_explained(unexplained, entry.background, catalogue)
        if not described:
            return Candidate(entry, score, matched, (), left, is_described=True)
    return Candidate(entry, score, matched, unexplained, left)


def _holds_against(features: Features) -> bool:
    """Whether one thing is held against another: more from the Netherlands than from Mongolia, 몽골보다."""
    return any(
        span.typed.endswith("than") or (span.kind == "josa" and span.text in BASE_JOSA) for span in features.spans
    )


def _is_vaguely_meant(
    entry: AspectEntry, features: Features, catalogue: Catalogue, asks: frozenset[str], *, named: bool
) -> bool:
    """Whether a side that nothing in particular speaks for is meant all the same: what was the expo, how was it."""
    defines = bool(asks) and "definition" in entry.aspect.asks and _names_subject(features, catalogue)
    return defines or (named and _says_no_more(features, catalogue))


def _asks_left_by_aspect(
    entry: AspectEntry,
    features: Features,
    asks: frozenset[str],
    kind: frozenset[str],
    catalogue: Catalogue,
    *,
    named: bool,
) -> frozenset[str]:
    """What the message asks, besides the `asks` that the side answers, and no side of a topic does, or not this one."""
    left = (features.asks & SPECIFIC_ASKS) - asks - _explained_asks(entry, features, named)
    if "ask:name" in features.asks and _asks_for_company(features) and not _names_company(entry, catalogue):
        left |= {"ask:name"}
    left |= {meaning for meaning in AREA_UNITS if features.certainly(meaning)}
    left |= features.meanings & PENDING if "next" not in entry.explains else frozenset()
    left |= {"unit:krw"} if _asks_in_won(features) else set()
    left |= features.meanings & {"unit:usd"}
    if features.certainly("amount") and "amount" not in entry.explains:
        left |= {"ask:much"}
    if kind and not kind & entry.kinds:
        left |= {"ask:which"}
    if not features.is_claim and _names_answer(entry, features):
        left |= features.asks & {"ask:who", "ask:where"}
    if "ask:list" in features.asks and entry.items and any(span.typed in ASKS_OTHERS for span in features.spans):
        left |= {"ask:list"}
    left |= what_came_of_it(features) - entry.explains if not entry.topic.subject else frozenset()
    if "who" in entry.aspect.asks and asks_what_somebody_does(features.spans):
        left |= {"ask:what"}
    return left | asks_left_of_people(entry, features, catalogue) | singles_one_out(entry, features)


def _asks_for_place(features: Features) -> bool:
    """Whether it is a place that is asked for: where; 어디 may be a body too."""
    return any("ask:where" in span.meanings and span.typed[:1] < "ㄱ" for span in features.spans)


def _asks_how_many_people(features: Features, matched: frozenset[str]) -> bool:
    """Whether it is asked how many people did something, which no side tells: 참석 인원은?, 연사는 몇 명?"""
    if counts_people(features):
        return matched.isdisjoint({"count", "person"})
    return "counter:person" in features.counters and "ask:who" in features.asks


def _is_ask(meaning: str) -> bool:
    return meaning.startswith("ask:")


def _asks_of_another(entry: AspectEntry, features: Features, *, only_asked: bool) -> frozenset[str]:
    """What the message asks of something else than the side tells of: how many there were, on what day it was; and
    where nothing but an asking word speaks for the side, who said or published it and how long that took."""
    left = frozenset[str]()
    if (features.asks_count and "count" not in entry.explains) or features.counters:
        left |= {"ask:many"}
    if features.is_claim and features.dates and not entry.aspect.dates:
        left |= {"ask:when"}
    picks_edition = features.has("op:most", "op:least") and features.has("edition") and features.ends_in_topic
    if picks_edition and "ask:year" not in entry.answers:
        left |= {"ask:year"}  # 제일 많이 온 해는 asks which of them
    if only_asked and "ask:duration" in features.asks:
        left |= _other_duration(features)
    says = features.certainly("say") and "say" not in entry.named and not entry.topic_names
    releases = features.certainly("release") and "release" not in entry.explains
    if only_asked and (says or releases):
        left |= features.asks & entry.answers & {"ask:who"}
    if only_asked and says and says_nothing_else(features):
        left |= features.asks & {"ask:where", "ask:when"}
    return left


def _first_of_something(entry: AspectEntry, features: Features, catalogue: Catalogue) -> frozenset[str]:
    """The year that is asked for, where it is claimed that something else than the event was for the first time: that
    so many came, that it was at this place, since the pandemic."""
    if not features.is_claim or "year" not in entry.aspect.asks or not features.has("time:first", "since"):
        return frozenset()
    names_edition = any(each.startswith("edition:") for span in features.spans for each in span.meanings)
    others = features.meanings & catalogue.items - entry.items - catalogue.subject
    others |= {item for item in features.meanings & catalogue.items if catalogue.item_kinds.get(item) == "place"}
    return frozenset({"ask:year"}) if features.numbers or names_edition or others else frozenset()


def _claimed(entry: AspectEntry, features: Features) -> frozenset[str]:
    """The aspect's own things that the message names; one that names the topic too only beside another of its names,
    in a claim: so Won Hee-ryong was the minister?"""
    own = features.meanings & entry.items
    if not own:
        return own
    otherwise = any(name <= features.meanings and not name & own for name in entry.topic_names)
    names = own.union(*entry.topic_names)
    says_no_more = all(item.meanings & names for item in features.items)
    return own if otherwise and says_no_more and features.is_claim else own.difference(*entry.topic_names)


def _telling(asks: frozenset[str], score: float) -> frozenset[str]:
    """Operations that only tell of what is asked for, where a named side is asked for in so many words: who said that
    they should cooperate more?"""
    return _TELLING if asks & SPECIFIC_ASKS and score >= 1.0 + _ASK_WEIGHT else frozenset()


def _asks_in_won(features: Features) -> bool:
    """Whether an amount is asked for in 원; the English won is a verb too."""
    asks = "ask:many" in features.asks or "ask:much" in features.asks
    return asks and any("unit:krw" in span.meanings and span.typed[:1] >= "ㄱ" for span in features.spans)


def _also_named(entry: AspectEntry, meanings: frozenset[str], matched: frozenset[str], catalogue: Catalogue) -> float:
    """A little for every further name of the entry in the message, to tell equals apart."""
    return _ALSO_NAMED * len((entry.named & meanings) - matched - catalogue.lexicon.soft)


def _names_subject(features: Features, catalogue: Catalogue) -> bool:
    return any(item.meanings & catalogue.subject - catalogue.lexicon.soft for item in features.items)


def _says_no_more(features: Features, catalogue: Catalogue) -> bool:
    """Whether a vague question holds nothing but words that say little: how was the expo, 성과가 뭐야."""
    little = catalogue.lexicon.soft | (catalogue.subject - catalogue.items)
    says_little = all(any(reading <= little for reading in item.readings) for item in features.items)
    default = catalogue.knowledge.editions.default
    of_default = all(mention.edition == default for mention in features.editions)
    return says_little and of_default and features.asks <= VAGUE_ASKS and not (features.numbers or features.operations)


def _names_answer(entry: AspectEntry, features: Features) -> bool:
    """Whether the question names the answer itself: who else, where exactly is asked then, and that is not said."""
    if features.asks_companion:
        return True
    own = entry.items.difference(*entry.topic_names)
    named = own & features.meanings
    topics = [name for name in entry.topic_names if name <= features.meanings]
    if "ask:where" in features.asks and topics and all(name <= entry.items for name in topics):
        return True  # where was the opening ceremony
    return bool(named) and not (named < own and any(span.typed in ASKS_OTHERS for span in features.spans))


def _named_operations(entry: AspectEntry) -> frozenset[str]:
    return frozenset(meaning for meaning in entry.named if meaning.startswith("op:"))


def _asks_who_made(entry: AspectEntry, features: Features) -> bool:
    """Whether the names of the side that ask where ask for a body, and who as well: 어디 만들, 누가 만들."""
    asking = [name - asks for name, asks in entry.asking_names if asks == {"ask:where"} and name <= features.meanings]
    return bool(asking) and all(name | {"ask:who"} in entry.names for name in asking)


def _asks_for_company(features: Features) -> bool:
    """Whether it is the name of a company that is asked for: 수출한 중소기업 이름."""
    return any(meaning.rpartition("-")[2] == "company" for meaning in asked_head(features))


def _names_company(entry: AspectEntry, catalogue: Catalogue) -> bool:
    return any(catalogue.item_kinds.get(item) == "body" for item in entry.aspect.items)


def _explained_asks(entry: AspectEntry, features: Features, named: bool) -> frozenset[str]:
    """Asking words that come to the same for this aspect when it is named."""
    asks = {"ask:when"} if "year" in entry.aspect.asks else set()
    if named and "day" in entry.aspect.asks:
        asks |= {"ask:duration"}  # 며칠 asks for a day of the month too
    if entry.aspect.items:
        asks |= {"ask:name"}
    if named and "who" in entry.aspect.asks:
        tells_where = not entry.topic.subject and any("where" in side.asks for side in entry.topic.aspects)
        asks |= {"ask:which"} if tells_where or _asks_for_place(features) else {"ask:where", "ask:which"}
    if named:
        asks = asks.union(*(asking for name, asking in entry.asking_names if name <= features.meanings))
        if _asks_for_place(features) and _asks_who_made(entry, features):
            asks -= {"ask:where"}
    return frozenset(asks)


def _best_name(
    names: Iterable[frozenset[str]], meanings: frozenset[str], soft: frozenset[str]
) -> tuple[float, frozenset[str]] | None:
    """The name that the message says the most of, with what it is worth; of equal ones the first."""
    best: tuple[float, frozenset[str]] | None = None
    for name in names:
        missing = name - meanings
        if missing and not missing <= OMITTED:
            continue
        present = name - missing if missing else name
        # counted before it is weighed: a sum of fractions would hang on the order of the set
        light = sum([meaning in soft or ":" in meaning for meaning in present])
        if light == len(present) and (missing or not present):
            continue
        worth = len(present) - (1 - _SOFT_WEIGHT) * light - _MISSING_SOFT * len(missing)
        if best is None or worth > best[0]:
            best = (worth, present)
    return best


def _leftover(entry: Entry, features: Features, catalogue: Catalogue) -> tuple[Item, ...]:
    """The content items of the message that the entry does not explain."""
    explains = entry.explains
    if isinstance(entry, AspectEntry):
        explains |= _TOLD if "foreign" not in entry.named else _COLOUR
    if isinstance(entry, MetricEntry) and entry.rest is not None and features.has("op:exclude"):
        explains |= entry.excluded
    if isinstance(entry, MetricEntry) and features.has("such-as"):
        explains |= entry.examples  # 인천, 대전, 부산 등 몇 개 지자체
    if isinstance(entry, MetricEntry) and features.has("op:per"):
        explains |= _each_counted(entry, features, catalogue)
    unexplained = _without_explained(features.items, explains, catalogue)
    if isinstance(entry, MetricEntry) and features.deeds:
        unexplained += tuple(Item(deed, deed.readings) for deed in narrowing(features.deeds, explains))
    return unexplained


def _each_counted(entry: MetricEntry, features: Features, catalogue: Catalogue) -> frozenset[str]:
    """What stands for each of the things that the entry counts, where the message also names what they are things of:
    projects per country of the K-City Network."""
    counted = {COUNTED[counter] for counter in entry.counters.intersection(COUNTED)} & entry.named
    each = frozenset(f"each-{thing}" for thing in counted) & features.meanings
    names_more = entry.named & features.meanings - counted - catalogue.little
    return each if each and names_more else frozenset()


def _without_explained(items: Iterable[Item], explains: frozenset[str], catalogue: Catalogue) -> tuple[Item, ...]:
    """The items of which no reading is explained."""
    known = explains | catalogue.little
    return tuple(item for item in items if not any(reading <= known for reading in item.readings))


def _only_describes(entry: AspectEntry, features: Features) -> bool:
    """Whether the message names the topic, asks something, and may say more of the topic to describe it: for which
    countries are the roadshows that help SMEs?"""
    if features.is_claim or not features.asks:
        return False
    return any(name <= features.meanings and any(":" not in each for each in name) for name in entry.topic_names)
