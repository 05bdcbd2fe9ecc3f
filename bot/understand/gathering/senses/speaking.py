"""Words of asking and telling: what explained it, what about it, what somebody said, which number to call."""

from __future__ import annotations

from bot.language.hangul import final_consonant
from bot.understand.gathering.senses.near import COPULAS, HELD
from bot.understand.span import Span

_SAID, _WHAT = frozenset({"say"}), frozenset({"ask:what"})
_DID, _WORDS_SPOKEN = frozenset("하했한할"), frozenset({"말", "말씀", "얘기", "이야기", "소리"})
_TALKS, DISCUSSED = frozenset({"consultation"}), frozenset({"discussed", "underdiscussion"})
_CALLS = frozenset({"ask:contact"})
#: So the asker begins to say what he is doing.
_AT_WORK = frozenset({"im", "iam", "ivebeen", "weare", "were"})
QUOTED, _WORDS = frozenset({"quoted", "quote", "quotes", "cited"}), frozenset({"ask:statement"})


def with_words_spoken(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, 하다 read as saying after the words that somebody spoke: 누가 그런 말을 했어."""
    return tuple(
        span.read_as(_SAID)
        if span.meanings == HELD and span.typed[:1] in _DID and _follows_words(spans[:index])
        else span
        for index, span in enumerate(spans)
    )


def _follows_words(before: tuple[Span, ...]) -> bool:
    named = [span for span in before if span.kind != "josa"][-1:]
    return bool(named) and named[0].typed in _WORDS_SPOKEN


def with_what_explained(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *explain what* read as asking what somebody does, where that is said, and not what something is."""
    return tuple(
        span.read_as(_WHAT)
        if span.meanings == {"ask:definition"} and span.typed.endswith("what") and _says_who_does(spans[index + 1 :])
        else span
        for index, span in enumerate(spans)
    )


def _says_who_does(after: tuple[Span, ...]) -> bool:
    """Whether it is told what somebody does or plans: what the Korean side intends to do; not what the fair is."""
    said = [span for span in after if span.kind != "skip" or span.typed in COPULAS]
    defines = not said or said[0].typed in COPULAS or said[-1].typed in COPULAS
    return not defines and any(span.kind == "verb" or "plan" in span.meanings for span in said)


def with_hearsay_told(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans without the 거래 that ends a question as hearsay, 것이래, and is no deal: 언제부터 해온 거래?"""
    last = len(spans) - 1
    while last > 0 and spans[last].kind == "josa":
        last -= 1
    if last < 1 or spans[last].typed != "거래" or final_consonant(spans[last - 1].typed) not in {"ㄴ", "ㄹ"}:
        return spans
    asks = any(each.startswith("ask:") or each == "since" for span in spans[:last] for each in span.meanings)
    return spans[:last] if asks and spans[last - 1].kind in {"verb", "word", "ending"} else spans


def with_phone_numbers(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, 몇 번 after a telephone number read as asking for it, not for how often: 번호는 몇 번입니까?"""
    asked = next((place for place, span in enumerate(spans) if "ask:contact" in span.meanings), len(spans))
    return tuple(
        span
        for place, span in enumerate(spans)
        if place <= asked or not (span.meanings & {"ask:many", "counter:event"} and _is_which_number(spans, place))
    )


def _is_which_number(spans: tuple[Span, ...], place: int) -> bool:
    """Whether the span belongs to a 몇 번 that follows the number it asks for: 번호는 몇 번."""
    first = place if spans[place].typed.startswith("몇") else place - 1
    asked = "".join(span.typed for span in spans[first : first + 2] if span.kind != "josa")
    before = [span for span in spans[:first] if span.kind not in {"josa", "skip", "ending"}][-1:]
    is_certain = bool(before) and any(reading <= {"ask:contact"} for reading in before[0].readings)
    after = spans[first + 2 : first + 3]
    calls = bool(before) and len(before[0].readings) > 1 and bool(after) and after[0].kind not in {"josa", "ending"}
    return asked.startswith("몇번") and is_certain and not calls


def with_what_about(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans without an *about* that ends what something is asked to be about: the 21, what is that about?"""
    if not spans or spans[-1].typed != "about":
        return spans
    asked = any(each.meanings & {"ask:what"} and each.clause == spans[-1].clause for each in spans)
    return spans[:-1] if asked else spans


def with_work_on_figures(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, what the asker does with figures read as saying nothing of them: I'm auditing the 2019 figures; and so
    what is listed of things named: the companies listed that year, not listed companies."""
    return tuple(
        span.silenced()
        if span.typed[:1] < "ㄱ" and (_works_on_figures(spans, index) or _is_listed(spans, index))
        else span
        for index, span in enumerate(spans)
    )


def _works_on_figures(spans: tuple[Span, ...], index: int) -> bool:
    """Whether the word says what the asker does, and nothing follows but words like *the 2019 figures*."""
    span = spans[index]
    if not span.typed.endswith("ing") or not index or spans[index - 1].typed not in _AT_WORK:
        return False
    rest = _rest_of_clause(spans, index)
    return bool(rest) and all(map(_is_figure, rest)) and _only_names(span)


def _is_listed(spans: tuple[Span, ...], index: int) -> bool:
    """Whether the word is a *listed* behind what is listed, of which at most is told when that was."""
    span = spans[index]
    if span.typed != "listed" or not index or not spans[index - 1].typed.endswith("s"):
        return False
    rest = _rest_of_clause(spans, index)
    return (not rest or _tells_when(rest[0])) and _only_names(span)


def _rest_of_clause(spans: tuple[Span, ...], index: int) -> list[Span]:
    return [each for each in spans[index + 1 :] if each.clause == spans[index].clause]


def _only_names(span: Span) -> bool:
    return not any(":" in meaning for meaning in span.meanings)


def _is_figure(span: Span) -> bool:
    """Whether the span is one of words like *the 2019 figures*."""
    return span.kind in {"skip", "year"} or bool(span.meanings & {"count", "thing"})


def _tells_when(span: Span) -> bool:
    return span.kind == "year" or any(meaning.startswith("time:") for meaning in span.meanings)


def with_what_who_does(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, a word right after *who* that may be for people read as what they do: who heads the ministry."""
    return tuple(
        _without_people(span) if index and spans[index - 1].typed == "who" else span for index, span in enumerate(spans)
    )


def _without_people(span: Span) -> Span:
    """The span without its readings for people, where it has others."""
    readings = tuple(each for each in span.readings if "person" not in each) or span.readings
    return span.read_as(*readings)


def with_calls(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, 전번 read as a telephone number where it asks for one: 과장 전번, but not 전번엔."""
    return tuple(
        span.read_as(_CALLS) if span.meanings > _CALLS and index and not _is_time_before(spans, index) else span
        for index, span in enumerate(spans)
    )


def _is_time_before(spans: tuple[Span, ...], index: int) -> bool:
    """Whether the word at the place stands for a time: before a particle of time, or what was held then."""
    following = spans[index + 1] if index + 1 < len(spans) else None
    if following is None:
        return False
    if following.kind in {"josa", "ending"}:
        return following.text.startswith(("에", "엔", "보다", "의", "처럼"))
    return following.kind in {"word", "verb"}


def with_talks(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *discussed* read as said in talks of business where it is asked how much was discussed."""
    if not any("ask:much" in span.meanings for span in spans):
        return spans
    return tuple(span.read_as(_TALKS, kind="word") if span.typed in DISCUSSED else span for span in spans)


def with_who_is_quoted(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *quoted* read as saying nothing after whom it describes, where it is asked who that is: who's the vice
    minister quoted."""
    asks_who = any("ask:who" in span.meanings for span in spans)
    return tuple(
        span.silenced()
        if asks_who and span.typed in QUOTED and span.meanings >= _WORDS and _describes_somebody(spans[:index])
        else span
        for index, span in enumerate(spans)
    )


def _describes_somebody(before: tuple[Span, ...]) -> bool:
    named = [span for span in before if span.kind != "skip"][-1:]
    return bool(named) and not any(":" in meaning for meaning in named[0].meanings)
