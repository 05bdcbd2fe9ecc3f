"""What a claim says beyond its answer: a word that an answer only puts up with does not make the claim so.

Is the roadshow in Thailand over? names the roadshow and Thailand, and the answer knows both; that it is over, the
answer does not say. Such a claim gets the answer without a yes or a no. What somebody is said to have said is then told
in full.
"""

from __future__ import annotations

from dataclasses import replace

from bot.language.hangul import final_consonant
from bot.language.words import Reading
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry, MetricEntry
from bot.understand.features import Features
from bot.understand.question import Claim, Question
from bot.understand.span import FREE, Span

#: So many words are told at most.
_MOST = 6
#: What may be said of anything that there was.
_SAYS_LITTLE = frozenset(
    {"be", "become", "know", "go", "thing", "say", "hold", "result", "work", "count", "amount", "person", "part", "day",
     "edition", "describes", "set-up", "make", "support", "send"}
)  # fmt: skip
#: Meanings that say how something is asked or counted.
_STRUCTURE = ("ask:", "per:", "edition:", "counter:", "unit:", "figure:", "kind:", "talk:", "language:")
#: How a question opens that asks for something: a yes does not answer it.
_ASKING = ("how", "what", "which", "who", "when", "where", "몇", "얼마", "무슨", "어느", "어떤")
#: How it is said that something is to be, and that it has been.
_PLANNED = frozenset({"plan", "=계획하다"})
_PAST = frozenset({"did", "was", "were", "has", "have", "had", "been"})
#: How it is said that something is over and done, or goes on: no answer says so.
_STATES = frozenset(
    {"already", "still", "yet", "over", "fully", "ended", "now", "currently", "nowadays", "지금", "현재", "요즘",
     "이미", "벌써", "아직", "여태", "아직도", "진작"}
)  # fmt: skip
#: What else may be said of a figure.
_OF_FIGURES = _SAYS_LITTLE - {"support", "make"} | frozenset(
    {"participate", "win", "send", "business", "come", "over", "under", "show", "total", "each"}
)
_ALL_EDITIONS = frozenset({"op:editions"})
_FIRST = frozenset({"first", "time:first"})
#: How a figure is said to be the last word on it.
_SETTLED = (
    "final", "confirmed", "definit", "guarante", "binding", "fully", "entirely", "signed", "paid", "invest", "확정",
    "최종", "완료", "체결", "투자", "지불",
)  # fmt: skip
#: How an amount is said to be gone.
_SPENT = ("spent", "spend", "썼", "지출")
#: What is said of a show, and not of what a country does.
_OF_EVENT = frozenset({"come", "hold", "participate", "show"})
_LIKE_JOSA = ("처럼", "같이", "만큼")
_HELPS = frozenset({"domestic", "support"})
_OBJECT_JOSA = ("을", "를", "에", "한테")
_SUBJECT_JOSA = ("이", "가", "은", "는", "도")
_RECEIVES = ("receive", "got", "get", "gain", "받", "얻")
#: How a cause is given, and the particles of one.
_CAUSING = (
    "because", "due", "owing", "thanksto", "causedby", "resultof", "탓", "덕", "영향", "인해", "인하",
)  # fmt: skip
_CAUSES = ("때문", "탓에", "덕분", "덕에", "여파")
_BY_JOSA = ("로", "으로")
#: How it is told who does something, and whose it is.
_DOES, _OWNS = ("이", "가", "들이"), ("의", "들의")
_HAS = frozenset({"have", "has"})
_MODALS = frozenset({"should", "must", "will", "would", "needto", "need", "haveto", "can", "shall"})
_PERIODS = ("year", "years", "while", "longtime", "만에", "오랜만")
_ASKS_WHO = frozenset({"ask:who", "ask:name", "ask:role", "ask:title"})
_ONLY = ("만", "뿐", "밖에")
#: 네 to 열리지 않았나요 may mean either.
_NOT_SO = ("않", "안했", "안하", "안열", "아니")
_NEGATES = frozenset({"안", "못"})
_MERELY = frozenset({"just", "merely", "only"})


def says_more(entry: AspectEntry, found: Features, catalogue: Catalogue) -> tuple[Span, ...]:
    """The words of a claim that neither the answer nor the names of the side and its topic say."""
    said = frozenset().union(*(name for name in (*entry.names, *entry.topic_names) if name <= found.meanings))
    denied = frozenset().union(*entry.denies) if found.denial != "denied" else frozenset()
    says = (entry.says | said) - denied | _SAYS_LITTLE
    if entry.aspect.dates:
        says |= {"start", "end"}
    if not found.has(*_FIRST):
        says |= entry.told_beside
    years = {mention.span for mention in found.editions}
    words = [
        span
        for index, span in enumerate(found.spans)
        if span not in years and _is_beyond(index, found, says, catalogue)
    ]
    words += [
        *named_only(entry, found),
        *_dated(entry, found),
        *_turned_round(found, entry.named),
        *_in_another_role(entry, found),
        *_likened_to(entry, found),
    ]
    if not entry.doers and _PLANNED & entry.says and not found.has(*_PLANNED):
        words += [span for span in found.spans if _is_past(span)]
    if entry.aspect.implicit and not entry.topic.subject:
        words += [item.span for item in found.items if item.meanings & entry.always - catalogue.lexicon.soft]
    if entry.aspect.years and not entry.topic.subject:
        at = _places(found)
        words += [span for place, span in enumerate(found.spans) if span.meanings & entry.always and place in at]
    if found.has(*_FIRST) and not _is_first_of_what(entry, found, says - entry.always):
        words += [span for span in found.spans if span.meanings & _FIRST]
    if not entry.aspect.dates:
        words += [span for span in found.spans if span.kind == "date"]
    words += [number.span for number in found.numbers if number.value not in entry.numbers | set(entry.aspect.years)]
    return tuple(words[:_MOST])


def as_typed(words: tuple[Span, ...], found: Features) -> tuple[str, ...]:
    """The words as typed that an answer does not say; none of those that only tell how something is asked."""
    said = sorted(
        (span for span in words if not span.typed.startswith((*_ASKING, *_NOT_SO))), key=lambda each: each.start
    )
    typed = []
    for span in said:
        place = found.spans.index(span)
        typed.append(found.spans[place - 1].typed + span.typed if span.kind == "josa" and place else span.typed)
    return tuple(dict.fromkeys(typed)) if not any("domestic" in span.meanings for span in said) else ()


def named_only(entry: AspectEntry, found: Features) -> list[Span]:
    """The thing of the answer by which alone the topic is called, where nothing is said of it that the answer says: is
    the expo part of CES?"""
    if not any(name <= entry.items & found.meanings for name in entry.topic_names):
        return []
    told = (entry.named | entry.says) - entry.items - entry.always - _SAYS_LITTLE | {"make"} & entry.says
    if told & found.meanings:
        return []
    return [span for span in found.spans if span.meanings & entry.items]


def _dated(entry: AspectEntry, found: Features) -> list[Span]:
    """The years in which something is said to have happened, where neither the answer nor the event tells when."""
    if entry.aspect.years or entry.aspect.dates or entry.topic.subject:
        return []
    dated = []
    for mention in found.editions:
        before, after = found.around(mention.span)
        is_time = before is not None and before.typed == "in"
        if is_time or mention.relative or (after is not None and after.text in {"에", "에는", "은", "에도"}):
            dated.append(mention.span)
    return dated


def _is_past(span: Span) -> bool:
    """Whether the span tells that something has happened: were they held, 열렸나요."""
    return span.typed in _PAST or (span.kind == "verb" and final_consonant(span.typed) == "ㅆ")


def _places(found: Features) -> set[int]:
    """Which of the spans tell where something is said to have happened: at the 2020 expo, 엑스포에서."""
    at = {place for place, span in enumerate(found.spans) if span.start in found.places}
    for place, span in enumerate(found.spans):
        if span.typed in {"at", "during"}:
            at.update(range(place + 1, place + 4))
    return at


def _is_first_of_what(entry: AspectEntry, found: Features, says: frozenset[str]) -> bool:
    """Whether it is told what something was the first of, where the answer tells it: the first in three years."""
    if entry.aspect.years:
        return True  # the first of all
    if entry.numbers:
        tells_period = any(span.typed.endswith(_PERIODS) for span in found.spans)
        return tells_period or any(number.value in entry.numbers for number in found.numbers)
    named = (span for span in found.spans if span.kind in {"word", "verb"} and not span.meanings & _FIRST)
    return any(span.meanings & says - _SAYS_LITTLE for span in named)


def _is_beyond_figure(span: Span, entry: MetricEntry, says: frozenset[str]) -> bool:
    """Whether the span says something of a figure that its names do not; what compares it says what it is held to."""
    settled = _SETTLED if entry.unit.base == "area" else _SETTLED + _SPENT  # a hall is not spent
    if span.kind in {"word", "skip", "verb"} and span.typed.startswith(settled):
        return True
    content = [frozenset(part for part in each if not part.startswith("op:")) for each in map(_content, span.readings)]
    if span.kind not in {"word", "verb"} or not content:
        return False
    return not any(each <= says for each in content)


def _is_first_in_year(index: int, found: Features) -> bool:
    """Whether *first … in* leads to a year, not to a number of years: the first time in 2022."""
    span = found.spans[index]
    following = found.spans[index + 1] if index + 1 < len(found.spans) else None
    return (
        span.typed.startswith("first")
        and span.typed.endswith("in")
        and following is not None
        and following.kind == "year"
    )


def _is_beyond(index: int, found: Features, says: frozenset[str], catalogue: Catalogue) -> bool:
    """Whether the span at the place says something, or narrows what is claimed, that the answer does not say."""
    span = found.spans[index]
    if span.kind == "josa":
        return span.text.endswith(_ONLY)
    if span.typed.startswith(_NOT_SO) or span.typed in _NEGATES or _is_first_in_year(index, found):
        return True
    after = found.spans[index + 1] if index + 1 < len(found.spans) else None
    until = after is not None and after.kind == "josa" and after.text.startswith("까지")
    if (
        (span.typed in _STATES and not until)
        or _counts_one(span, after)
        or (span.kind in {"word", "skip"} and span.typed.startswith(_ASKING))
    ):
        return True
    if span.typed in _MERELY and index + 1 < len(found.spans):
        return "op:only" in span.meanings or bool(found.spans[index + 1].meanings & catalogue.items)
    if span.kind not in {"word", "verb"} or not span.readings:
        return False
    content = [each for reading in span.readings if (each := _content(reading)) and each != _ALL_EDITIONS]
    return bool(content) and not any(each <= says for each in content)


def _counts_one(span: Span, after: Span | None) -> bool:
    """Whether the span says that it was a single one: by one company."""
    return span.typed == "one" and after is not None and after.kind == "word"


def _content(reading: Reading) -> Reading:
    """What the reading says, besides asking and counting."""
    return frozenset(each for each in reading if each not in FREE and not each.startswith(_STRUCTURE))


def says_more_of_figure(entry: MetricEntry, found: Features) -> tuple[Span, ...]:
    """The words of a claim about a figure that the figure's own names do not say: received, final."""
    says = entry.says | entry.named | _OF_FIGURES
    says |= {"in-headline"} & entry.explains
    says |= {"record"} | ({"since"} if found.editions else set())
    says |= {"make"} if "set-up" in entry.explains else set()
    if entry.undated is not None:
        says -= (entry.always | _OF_EVENT) - entry.named
    beside = {number.span for number in found.numbers} | {mention.span for mention in found.editions}
    if entry.named >= _HELPS:
        beside |= {span for span in found.spans if span.typed.startswith(_RECEIVES)}
    words = [span for span in found.spans if span not in beside and _is_beyond_figure(span, entry, says)]
    if len(entry.values) < 2 and entry.rest is None:
        words += [span for span in found.spans if "record" in span.meanings]
    return tuple([*words, *_turned_round(found, entry.named)][:_MOST])


def names_cause(span: Span) -> bool:
    """Whether the span says that something is the cause of something else."""
    is_cause = span.typed.startswith(_CAUSING) or any(each in span.typed for each in _CAUSES)
    return is_cause and span.kind in {"skip", "word", "unknown"}


def gives_cause(words: tuple[Span, ...], found: Features) -> bool:
    """Whether one of the words is said to be why: because of Corona, 코로나로, did Corona reduce them."""
    if any(map(names_cause, found.spans)):
        return True
    for word in words:
        place = found.spans.index(word)
        after = found.spans[place + 1] if place + 1 < len(found.spans) else None
        if after is None or after.clause != word.clause:
            continue
        opens = place == 0 or all(span.kind == "skip" for span in found.spans[:place])
        if (after.kind == "josa" and after.text in _BY_JOSA) or (opens and after.meanings & {"op:up", "op:down"}):
            return True
    return False


def _in_another_role(entry: AspectEntry, found: Features) -> list[Span]:
    """Who is said to do something, or to have it, in what is quoted, and does not by the release: 개도국이 공유한다."""
    if not entry.doers:
        return []
    wrong = []
    for place, span in enumerate(found.spans):
        if not span.meanings & (entry.doers | entry.owners) or span.meanings & (entry.items | entry.always):
            continue
        before, after = found.spans[max(0, place - 1) : place], found.spans[place + 1 : place + 2]
        does = any(each.text in _DOES or each.typed in _MODALS for each in after)
        does = does or any(each.typed == "from" for each in before)  # learn from them
        owns = any(each.text in _OWNS or each.typed in _HAS for each in after) or (
            span.typed.isascii() and any(e.typed == "of" for e in before)
        )
        if (does and not span.meanings & entry.doers) or (owns and not span.meanings & entry.owners):
            wrong.append(span)
    return wrong


def _likened_to(entry: AspectEntry, found: Features) -> list[Span]:
    """The subject of the release, where something else is said to be like it: CES is to be like the expo."""
    likened = []
    for place, span in enumerate(found.spans):
        if entry.topic.subject or not span.meanings & entry.always:
            continue
        near = found.spans[max(0, place - 2) : place]
        following = found.spans[place + 1 : place + 2]
        if _PLANNED & entry.says and any(
            each.typed.startswith("as") and each.typed.endswith("as") for each in following
        ):
            likened.append(span)  # what is planned is not so yet
        after = next((each.text for each in found.spans[place + 1 : place + 2] if each.kind in {"josa", "word"}), "")
        if any(each.typed == "like" for each in near) or after.startswith(_LIKE_JOSA):
            likened.append(span)
    return likened


def _turned_round(found: Features, names: frozenset[str]) -> list[Span]:
    """Who helps by what the release says, where he is said to be helped: do 21 countries support Korea?"""
    if not names >= _HELPS:
        return []
    receives = [span.start for span in found.spans if span.typed.startswith(_RECEIVES)]
    receives += [span.start for span in found.spans if span.typed == "by"]
    turned, last = [], max(receives, default=0)
    for place, span in enumerate(found.spans):
        if "domestic" not in span.meanings:
            continue
        before, after = found.spans[max(0, place - 1) : place], found.spans[place + 1 : place + 2]
        josa = next((each.text for each in after if each.kind == "josa"), "")
        is_korean = span.typed[:1] >= "가"
        helped = any("support" in each.meanings for each in before) and not is_korean
        receiving = span.start < last and (not is_korean or josa.startswith(_SUBJECT_JOSA))
        if helped or receiving or (is_korean and josa.startswith(_OBJECT_JOSA)):
            turned.append(span)
    return turned


def is_contradicted(claim: Claim, entry: AspectEntry, found: Features) -> bool:
    """Whether only some of the things are claimed that the side names: only in Thailand, of Thailand and Türkiye."""
    narrows = found.has("op:only") or any(span.kind == "josa" and span.text.endswith(_ONLY) for span in found.spans)
    return narrows and bool(claim.items) and claim.items < entry.items and not (claim.is_choice or claim.is_negated)


def in_full(question: Question, found: Features, catalogue: Catalogue) -> Question:
    """The question; what somebody said in full, in the place of that he said so, where he is claimed to have said
    something else, or nobody asks who it was."""
    entry = catalogue.entries[question.entries[0]]
    asks_who = found.asks - found.implied & _ASKS_WHO
    if question.operation != "aspect" or not isinstance(entry, AspectEntry) or asks_who:
        return question
    speakers, claim = entry.items & catalogue.people, question.claim
    if len(speakers) != 1 or len(entry.items) > 1 or "role" in entry.aspect.asks:
        return question
    named = _people_named(found, catalogue) & catalogue.people
    denies = claim is not None and (claim.is_negated or (claim.says_more and bool(claim.others)))
    goes_beyond = claim is None or claim.says_more or claim.is_negated or claim.is_denied or claim.is_plain
    if not goes_beyond or not (speakers & named or (denies and not named)):
        return question
    statement = _statement_of(next(iter(speakers)), catalogue)
    return replace(question, entries=(statement.id,), claim=None) if statement is not None else question


def _people_named(found: Features, catalogue: Catalogue) -> frozenset[str]:
    """Who the message names, by name or by office."""
    return found.meanings | {catalogue.bearers[each] for each in found.meanings if each in catalogue.bearers}


def _statement_of(person: str, catalogue: Catalogue) -> AspectEntry | None:
    """What the release quotes the person with."""
    for sides in catalogue.topics.values():
        if any("role" in side.aspect.asks and side.items == {person} for side in sides):
            return next((side for side in sides if "statement" in side.aspect.asks), None)
    return None
