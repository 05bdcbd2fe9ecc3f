"""Wishes for a picture: 관람객 그래프로 보여줘, a chart of visitors.

The rest of the message says what is asked. The words of the wish are taken out before anything else is understood, so
that they neither block an answer nor change one. A chart that is spoken of otherwise (how many chart companies,
그래프를 발표한 사람) stays a thing like any other, which the release must explain.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.understand.asking.candidates import find_candidates
from bot.understand.asking.operations import metric_question
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry, MetricEntry
from bot.understand.context import Context
from bot.understand.features import Features
from bot.understand.question import Ambiguous, Part, Question, Unanswerable
from bot.understand.span import Span

_CHART = frozenset({"chart"})
#: Particles with which a picture is the form in which something is shown: 그래프로.
_AS_KOREAN = ("로", "으로")
#: How endings begin that tell what the asker is about to do with a chart of his own: 그래프 그리려고 하는데.
_ERRANDS = ("려", "으려", "는", "고", "던", "기", "다가", "면서", "느라")
#: How endings begin with which something is asked for, whatever follows them: 그래프 보여줘 관람객.
_REQUESTS = ("줘", "주", "달라", "봐", "라", "세요", "십시오")
#: How a picture comes about: such a verb may stand away from the word for it.
_DRAWING = frozenset({"=그리다", "=뽑다", "=나타내다", "=표현하다"})
#: With these no picture is wanted: 그래프 말고 숫자로, without a chart.
_NOT_KOREAN = ("말고", "말구", "없이", "빼고", "대신")
_NOT_ENGLISH = frozenset({"no", "not", "without", "don't", "dont", "never"})
_AS_ENGLISH = frozenset({"as", "in", "into", "on", "with", "by", "using", "via", "through"})
#: What stands before the word for a picture and says no more.
_LEADING = frozenset({*_AS_ENGLISH, *_NOT_ENGLISH, "a", "an", "the", "one", "some", "me", "us", "this", "that", "it"})
_OF = frozenset({"of", "for", "on", "about", "with", "showing", "comparing", "from", "across", "over"})
#: What may be asked in one breath with a picture: what about a chart?
_LITTLE_ASKED = frozenset({"ask:explain", "ask:list"})
_MOST_CHOICES = 4


@dataclass(frozen=True, slots=True)
class Wish:
    """A message without its words of a picture; `is_asked` is false where it wants none, or speaks of the asker's."""

    rest: tuple[Span, ...]
    is_asked: bool


def picture_wish(spans: tuple[Span, ...]) -> Wish | None:
    """The message without its wish for a picture, or with the asker's own unsaid; None when it speaks of neither."""
    wished: set[int] = set()
    told: set[int] = set()
    for place, span in enumerate(spans):
        if place in wished | told or not _is_chart(span):
            continue
        found = _korean(spans, place) if _is_korean(spans, place) else _english(spans, place)
        if found is not None:
            (wished if found[1] else told).update(found[0])
    if not wished | told:
        return None
    rest = (_unsaid(span) if place in told else span for place, span in enumerate(spans) if place not in wished)
    return Wish(tuple(rest), bool(wished))


def _unsaid(span: Span) -> Span:
    """The span as one that says nothing, still in its place: an errand tells where the question begins."""
    if span.kind in {"josa", "ending"}:
        return span
    return span.silenced()


def _is_chart(span: Span) -> bool:
    """Whether the word means a picture of figures and nothing else that the release speaks of."""
    return bool(span.readings) and all(reading == _CHART for reading in span.readings)


def _is_korean(spans: tuple[Span, ...], place: int) -> bool:
    """Whether the word is built into its sentence as in Korean: 그래프, chart로, chart 보여줘."""
    return any("가" <= letter <= "힣" for span in spans[place : place + 2] for letter in span.typed)


def _korean(spans: tuple[Span, ...], place: int) -> tuple[set[int], bool] | None:
    """The spans of a Korean wish, from the word on, and whether it asks for the picture; None when it is no wish."""
    end = _clause(spans, place).stop
    after = place + 1
    following = "".join(span.typed for span in spans[after : min(after + 2, end)])
    refused = next((word for word in _NOT_KOREAN if following.startswith(word)), None)
    if refused is not None:
        return set(range(place, after + (1 if spans[after].typed.startswith(refused) else 2))), False
    is_form = spans[place].text.endswith(_AS_KOREAN)
    is_form = is_form or (after < end and spans[after].kind == "josa" and spans[after].text.startswith(_AS_KOREAN))
    while after < end and spans[after].kind in {"josa", "skip", "ending", "verb"}:
        after += 1
    done = [span for span in spans[place + 1 : after] if span.kind in {"ending", "verb"}]
    endings = [span.typed for span in done if span.kind == "ending"]
    is_errand = bool(endings) and endings[0].startswith(_ERRANDS)
    requests = any(span.typed.startswith(_REQUESTS) or span.typed.endswith(_REQUESTS) for span in done)
    if not (is_form or is_errand or after == end or requests) or (not is_form and _is_asked_about(spans, place, after)):
        return None
    taken = set(range(place, after))
    drawing = next((each for each in range(after, end) if spans[each].meanings & _DRAWING), end)
    while drawing < end and (spans[drawing].meanings & _DRAWING or spans[drawing].kind in {"ending", "skip"}):
        taken.add(drawing)  # 막대그래프로 관람객을 그려 주세요
        drawing += 1
    return taken, not is_errand


def _english(spans: tuple[Span, ...], place: int) -> tuple[set[int], bool] | None:
    """The spans of an English wish: what leads to the word, and the *of* after it; None when it is no wish."""
    clause = _clause(spans, place)
    begin = place
    while begin > clause.start and (spans[begin - 1].typed in _LEADING or "describes" in spans[begin - 1].meanings):
        begin -= 1
    led = {span.typed for span in spans[begin:place]}
    following = spans[place + 1] if place + 1 < clause.stop else None
    is_form = bool(led & _AS_ENGLISH) and "the" not in led
    if not is_form:
        begins = not led and all(span.kind == "skip" for span in spans[clause.start : begin])
        narrowed = following is not None and _is_thing(following) and not begins
        if narrowed or _is_asked_about(spans, place, clause.stop):
            return None
    while begin > clause.start and "the" not in led and spans[begin - 1].kind == "verb":
        begin -= 1  # make it a chart
    has_of = following is not None and following.typed in _OF
    is_wanted = all(span.typed not in _NOT_ENGLISH for span in spans[clause.start : place])
    return set(range(begin, place + (2 if has_of else 1))), is_wanted


def _clause(spans: tuple[Span, ...], place: int) -> range:
    """The places of the spans of the clause."""
    inside = [each for each, span in enumerate(spans) if span.clause == spans[place].clause]
    return range(inside[0], inside[-1] + 1)


def _is_thing(span: Span) -> bool:
    """Whether the word is something that a picture may be one of: not *by year*, 2022, please."""
    return span.kind in {"word", "verb", "unknown"} and "op:editions" not in span.meanings


def _is_asked_about(spans: tuple[Span, ...], place: int, end: int) -> bool:
    """Whether something else than a picture is asked in the clause, up to that place: how many charts, 어떤 그래프."""
    asked = (span.meanings for span in spans[_clause(spans, place).start : end])
    return any(each.startswith("ask:") and each not in _LITTLE_ASKED for meanings in asked for each in meanings)


def says_nothing_else(found: Features, catalogue: Catalogue) -> bool:
    """Whether nothing is left of the message that could say of what a picture is wished for."""
    says_more = found.operations or found.editions or found.numbers or found.dates or found.unknown
    return not says_more and not found.asks - _LITTLE_ASKED and found.named <= catalogue.little


def of_what_was_asked(context: Context, catalogue: Catalogue) -> Part:
    """The first thing asked in the last turn, for all editions; a choice of figures when nothing was asked."""
    if context.questions:
        last = context.questions[0]
        every = _all_editions(last, catalogue)
        if every:
            return Question("editions", last.entries[:1], every, carried=last.entries)
        return replace(last, carried=last.entries)
    wholes = (Question("value", (metric.id,), edition_assumed=True) for metric in catalogue.index.wholes)
    charted = (pictured(each, catalogue) for each in wholes if _all_editions(each, catalogue))
    choices = tuple(each for each in charted if isinstance(each, Question))[:_MOST_CHOICES]
    return Ambiguous(choices) if len(choices) > 1 else Unanswerable("not-understood")


def as_figure(part: Part, found: Features, catalogue: Catalogue) -> Part:
    """The part; the figure, where a side of a topic was taken that the message may as well mean a figure by: only a
    figure can be drawn."""
    entry = catalogue.entries[part.entries[0]] if isinstance(part, Question) else None
    if not isinstance(entry, AspectEntry) or found.asks - _LITTLE_ASKED:
        return part
    for candidate in find_candidates(found, catalogue):
        if candidate.is_complete and isinstance(candidate.entry, MetricEntry):
            question = metric_question((candidate.entry,), found, catalogue)
            return question if isinstance(question, Question) else part
    return part


def pictured(part: Part, catalogue: Catalogue) -> Part:
    """The part with the wish for a picture; a plain figure is then asked for all editions that have one."""
    if isinstance(part, Ambiguous):
        return Ambiguous(tuple(_pictured(question, catalogue) for question in part.questions))
    return _pictured(part, catalogue) if isinstance(part, Question) else part


def _pictured(question: Question, catalogue: Catalogue) -> Question:
    every = _all_editions(question, catalogue)
    is_plain = question.operation == "value" and question.edition_assumed and len(question.entries) == 1
    if is_plain and every and question.claim is None and not question.asks_reason:
        question = replace(question, operation="editions", editions=every, edition_assumed=False, is_rounded=False)
    return replace(question, wants_chart=True)


def _all_editions(question: Question, catalogue: Catalogue) -> tuple[str, ...]:
    """The editions that the question's first figure is given for; none when they are fewer than two."""
    entry = catalogue.entries[question.entries[0]]
    if not isinstance(entry, MetricEntry):
        return ()
    values = entry.values if entry.rest is None else catalogue.metric(entry.metric.id).values
    editions = tuple(edition.id for edition in catalogue.knowledge.editions.list if edition.id in values)
    return editions if len(editions) > 1 else ()
