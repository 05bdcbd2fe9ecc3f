"""Words that mean one thing or another, told apart by the words around them: twice, larger than, in Korean."""

from __future__ import annotations

import itertools

from bot.language.hangul import final_consonant
from bot.understand.constructions import AUXILIARIES
from bot.understand.left_out import names_only
from bot.understand.lexicon import Lexicon
from bot.understand.mentions import BASE_JOSA, YEAR_ON_YEAR
from bot.understand.span import Span

#: After these *behind* asks for a cause: what was behind the slump?
_ASKS_CAUSE = frozenset({"ask:what", "ask:who", "ask:which"})
_OVER = (frozenset({"over"}),)
_LEADS = frozenset({"lead", "leads", "led"})
_MORE = (frozenset({"op:more", "op:outdo"}),)
_TWO_OCCASIONS = frozenset({"=twice"})
_MAJORITY = frozenset({"op:share", "figure:50%", "over"})
#: How a figure is called by its count, and what may be said of it.
_COUNT_NOUNS = ("number", "totalnumber", "overallnumber")
_NAMED_COUNT = (frozenset({"count"}),)
_SAID_OF_COUNT = frozenset(
    {"claim", "not", "op:change", "op:more", "op:less", "op:same", "op:most", "op:least", "op:average", "op:multiple"}
)
_TIME_OF = frozenset({"this", "it", "that", "they", "these", "thisrelease", "therelease"})
_ADDING = frozenset({"add", "added", "adding"})
_SINCE = frozenset({"since", "from", "over", "comparedto", "comparedwith", "on"})
_SAME = frozenset({"op:compare", "op:same"})
_ROUGH = frozenset({"approx"})
_GREW = frozenset({"op:change", "op:up"})
_BOUNDS = {"op:more": "over", "op:less": "under"}
_OCCASIONS = frozenset({"counter:event"})
_HAPPENED = frozenset({"made", "held", "happened", "happen", "done", "met", "tookplace", "conducted", "organised"})
_QUANTITIES = frozenset({"ask:many", "ask:much"})
_EACH_DAY = frozenset({"per:day", "per:each-day"})
#: After a number of days: on each of them; and on each of them or on all together.
_ALL_ALONG = frozenset({"내내", "연속", "연속으로", "줄곧", "계속", "매번", "연달아", "하루도빠짐없이"})
_ALL = frozenset({"모두", "전부", "다"})
_DAYS = frozenset({"일", "일간", "동안", "간", "일동안"})
_LONGEST_ALL_DAYS = 3
_SHARE_AFTER = frozenset({"what", "which", "the", "a", "whatis", "whats"})
_LAST_YEAR = frozenset({"time:last-year"})
#: How many spans *over the past year* has.
_LONGEST_ON_THE_YEAR = 4
#: What is left out has so many words at most, before the *out* that says so.
_EXCLUDES, _LONGEST_LEFT_OUT = frozenset({"op:exclude"}), 5
_AND, _EACH = (frozenset({"and"}),), (frozenset({"each"}),)
_HELD, _SAID = (frozenset({"hold"}),), (frozenset({"say"}),)
_DID, _WORDS_SPOKEN = frozenset("하했한할"), frozenset({"말", "말씀", "얘기", "이야기", "소리"})
#: Who may be behind an event.
_BODIES = frozenset({"ministry", "organisation", "company", "government", "department", "person"})
_EACH_EDITION, _THIS_YEAR = (frozenset({"op:editions"}),), (frozenset({"time:this-year"}),)
_THIS_TIME = frozenset({"이번", "이번에", "이번엔", "요번", "요번에", "금번", "thistime"})
_JOINING = frozenset({"하고", "와", "과", "랑", "이랑", "이나", "하고는", "vs", "대"})
_JOINS = frozenset({"and", "or"})
_WHENCE, _ARE_NOT = frozenset({"domestic", "foreign"}), frozenset({"werent", "wasnt", "arent", "isnt"})
_TALKS, _DISCUSSED = frozenset({"consultation"}), frozenset({"discussed", "underdiscussion"})
_CALLS = frozenset({"ask:contact"})
_POINTING = frozenset({"that", "the", "this", "your", "its"})
_WHAT, _WHY = (frozenset({"ask:what"}),), (frozenset({"ask:why"}),)
_COPULAS = frozenset({"is", "are", "was", "were", "means", "mean"})
_DIVIDES, _SHARING = (frozenset({"op:per"}),), frozenset({"나누", "나눠", "나눈", "나눌", "나눔", "나눴", "나뉘"})
_BY_JOSA = ("로", "로는")
_IT = frozenset({"it", "that", "this", "those", "them", "thatone", "thatnumber", "thatfigure", "thattotal"})
#: What became of a figure is no figure that another could be added to.
_BECAME = frozenset({"op:change", "op:percent", "op:difference"})
_TIMES = frozenset({"op:multiple", "ask:many", "counter:event"})
#: After a verb of going up or down these lead to a place and not to a figure; after *in* the next word tells.
_INTO_PLACE = frozenset({"by", "into", "round", "around", "past", "through", "up", "aboard", "inside", "in"})
_BESIDE_PLACE, _DROPPED = frozenset({"by", "round", "around"}), ("drop", "swing", "swung", "mov")
_THROUGH = ("into", "through", "inside", "past", "round", "around", "up")
_TO_PLACE = frozenset({"to", "for", "here"})
_AFTER_DROPPING_IN = frozenset({"in", "on", "at", "to", "during", "for", "onthe", "inon"})
_CAME_DOWN = ("come", "came", "go", "went", "gone")
_HOW_MUCH_ASKED = frozenset({"ask:much", "unit:percent", "op:percent", "op:difference", "op:multiple"})
_DEGREES = frozenset({"approx", "almost", "over", "under", "at-least", "at-most"})
_CAME = (frozenset({"come"}),)
#: Korean verbs that say both that a figure moved and that somebody came: 올라오다, 내려오다.
_UP_OR_DOWN, _CAME_HERE = ("올라", "내려"), ("오", "온", "왔", "와")
_WHICH = frozenset({"which", "what", "어느", "어떤"})
_ONE_OF_THEM = frozenset({"group", "side", "bunch", "camp", "lot", "set", "그룹", "집단", "무리", "진영"})
_RANKED = frozenset({"op:rank"})
_ORDINALS = frozenset(
    f"{number}{ending}"
    for number in ("두번째", "세번째", "둘째", "셋째", "2번째", "3번째")
    for ending in ("", "로", "로는")
)
_ENGLISH_ORDINALS, _COMES = frozenset({"second", "third"}), frozenset({"comes", "came", "come", "ranks", "finished"})
#: So the asker begins to say what he is doing.
_AT_WORK = frozenset({"im", "iam", "ivebeen", "weare", "were"})
_COMPARES = frozenset({"op:change", "op:up", "op:down", "op:more", "op:less", "op:compare", "over"})


def told_apart(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, each word read as the words around it tell."""
    for tell in (
        _with_languages,
        _with_times,
        _with_majorities,
        _with_bounds,
        _with_mended_bounds,
        _with_outdoing,
        _with_counts,
        _with_additions,
        _with_joints,
        _with_each,
        _with_divisions,
        _with_this_time,
        _with_levels,
        _with_years_listed,
        _with_what_explained,
        _with_times_told,
        _with_shares,
        _with_amounts,
        _with_least,
        _with_people_counted,
        _with_rates_on_the_year,
        _with_single_days,
        _with_sameness,
        _with_rough_numbers,
        _with_what_about,
        _with_places_in_order,
        _with_which_of_them,
        _with_hearsay_told,
        _with_phone_numbers,
        _with_moves_to_a_place,
        _with_words_spoken,
        _with_things_taken_off,
        _with_work_on_figures,
        _with_what_who_does,
        _with_those_who_are_not,
        _with_calls,
        _with_talks,
    ):
        spans = tell(spans)
    return spans


def with_verbs_joined(spans: tuple[Span, ...], lexicon: Lexicon) -> tuple[Span, ...]:
    """The spans, a verb of leaving something out read in one with its *out* or *away*, which stands after what is left
    out: leave the foreigners out, take those away."""
    for index, span in enumerate(spans):
        is_verb = span.typed[:1] < "ㄱ" and not any(meaning.startswith("ask:") for meaning in span.meanings)
        for place in range(index + 2, min(index + 2 + _LONGEST_LEFT_OUT, len(spans))):
            entry = lexicon.entry(span.typed + _particle(spans[place])) if is_verb else None
            if entry is None or not entry.meanings >= _EXCLUDES or not _is_object(spans[index + 1 : place + 1]):
                continue
            verb = span._replace(kind="word", readings=entry.readings, meanings=entry.meanings)
            return (*spans[:index], verb, *with_verbs_joined((*spans[index + 1 : place], *spans[place + 1 :]), lexicon))
    return spans


def _particle(span: Span) -> str:
    """What the span adds to the verb before it: out of those is *out*."""
    return "out" if span.typed.startswith("outof") else span.typed


def _is_object(spans: tuple[Span, ...]) -> bool:
    """Whether the spans but the last name a thing or point at it, and all stand in one clause: the foreigners."""
    *said, last = spans
    points = all(span.kind == "skip" for span in said)
    return all(span.clause == last.clause for span in said) and (points or names_only(said))


def _with_times(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *how many times* read as occasions where nothing is compared, and else as a multiple: how many times
    did they meet, how many times did it grow."""
    compares = any(meaning in _COMPARES for span in spans for meaning in span.meanings)
    told_apart = []
    for index, span in enumerate(spans):
        if span.meanings >= _TIMES:
            following = spans[index + 1 : index + 2]
            happens = any(each.typed in AUXILIARIES or "claim" in each.meanings for each in following)
            happens = happens or any(each.typed in _HAPPENED for each in spans[index + 1 :])
            readings = tuple(each for each in span.readings if ("op:multiple" in each) is (compares or not happens))
            span = span._replace(readings=readings, meanings=frozenset().union(*readings))
        elif span.typed == "timesthe" and index and spans[index - 1].typed == "howmany" and not compares:
            happens = any(each.typed in _HAPPENED for each in spans[index + 1 :])
            span = span._replace(readings=(_OCCASIONS,), meanings=_OCCASIONS) if happens else span
        told_apart.append(span)
    return tuple(told_apart)


def _with_divisions(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, 나누다 read as dividing by what its particle makes the divisor: 부스 수로 나누면, not 대담을 나눈."""
    return tuple(
        span._replace(readings=_DIVIDES, meanings=_DIVIDES[0])
        if span.typed[:2] in _SHARING and index and spans[index - 1].typed.endswith(_BY_JOSA)
        else span
        for index, span in enumerate(spans)
    )


def _with_this_time(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, 이번 read as this year's edition where something is compared with it, or it is joined with a year:
    2019년이 이번보다 넓었나, 2019년하고 이번하고."""
    return tuple(
        span._replace(kind="word", readings=_THIS_YEAR, meanings=_THIS_YEAR[0])
        if span.typed in _THIS_TIME and (_is_compared_with(spans, index) or _is_joined_with_year(spans, index))
        else span
        for index, span in enumerate(spans)
    )


def _is_compared_with(spans: tuple[Span, ...], index: int) -> bool:
    return index + 1 < len(spans) and spans[index + 1].text in BASE_JOSA


def _is_joined_with_year(spans: tuple[Span, ...], index: int) -> bool:
    """Whether the span stands in one breath with a year: 2019년하고 이번, 이번이랑 2021년, 2019 or this time."""
    nearest_first = (spans[max(0, index - 2) : index][::-1], spans[index + 1 : index + 3])
    pairs = (pair for pair in nearest_first if len(pair) > 1)
    return any(
        year.kind == "year" and (joining.text in _JOINING or bool(joining.meanings & _JOINS)) for joining, year in pairs
    )


def _with_levels(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, 수준 saying nothing after the year or the number that it is the level of: 2019년 수준엔 못 미쳤나."""
    return tuple(
        span._replace(kind="skip", readings=(), meanings=frozenset())
        if span.typed == "수준" and index and _is_level(spans[index - 1])
        else span
        for index, span in enumerate(spans)
    )


def _is_level(span: Span) -> bool:
    tells = any(each.startswith(("edition:", "unit:", "time:")) for each in span.meanings)
    return tells or span.kind in {"year", "number"}


def _with_things_taken_off(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *take off* read as leaving out what stands after it, not as growth: if you take off the contracts."""
    return tuple(
        span._replace(readings=(_EXCLUDES,), meanings=_EXCLUDES)
        if span.typed == "takeoff" and index + 1 < len(spans) and spans[index + 1].typed in _POINTING
        else span
        for index, span in enumerate(spans)
    )


def _with_words_spoken(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, 하다 read as saying after the words that somebody spoke: 누가 그런 말을 했어."""
    return tuple(
        span._replace(readings=_SAID, meanings=_SAID[0])
        if span.meanings == _HELD[0] and span.typed[:1] in _DID and _follows_words(spans[:index])
        else span
        for index, span in enumerate(spans)
    )


def _follows_words(before: tuple[Span, ...]) -> bool:
    named = [span for span in before if span.kind != "josa"][-1:]
    return bool(named) and named[0].typed in _WORDS_SPOKEN


def _with_years_listed(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *the three years on that table* read as the editions that stand there, not as a time after them."""
    return tuple(
        span._replace(readings=_EACH_EDITION, meanings=_EACH_EDITION[0])
        if "time:three-years-after" in span.meanings
        and index + 1 < len(spans)
        and spans[index + 1].typed in _POINTING
        and span.typed.endswith("on")
        else span
        for index, span in enumerate(spans)
    )


def _with_what_explained(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *explain what* read as asking what somebody does, where that is said, and not what something is."""
    return tuple(
        span._replace(readings=_WHAT, meanings=_WHAT[0])
        if span.meanings == {"ask:definition"} and span.typed.endswith("what") and _says_who_does(spans[index + 1 :])
        else span
        for index, span in enumerate(spans)
    )


def _says_who_does(after: tuple[Span, ...]) -> bool:
    """Whether it is told what somebody does or plans: what the Korean side intends to do; not what the fair is."""
    said = [span for span in after if span.kind != "skip" or span.typed in _COPULAS]
    defines = not said or said[0].typed in _COPULAS or said[-1].typed in _COPULAS
    return not defines and any(span.kind == "verb" or "plan" in span.meanings for span in said)


def _with_each(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *each* read as asking of each thing before it, where it ends the message after a comma, or what both
    did follows: in person and online, each; exhibitors and visitors each rose."""
    ends = len(spans) > 1 and spans[-1].typed == "each" and spans[-2].clause != spans[-1].clause
    if ends:
        return (*spans[:-1], spans[-1]._replace(readings=_EACH, meanings=_EACH[0]))
    return tuple(
        span._replace(readings=_EACH, meanings=_EACH[0]) if span.typed == "each" and _is_of_both(spans, index) else span
        for index, span in enumerate(spans)
    )


def _is_of_both(spans: tuple[Span, ...], index: int) -> bool:
    """Whether *each* stands between two joined things and what both did: exhibitors and visitors each rose."""
    joined = any("and" in span.meanings and span.clause == spans[index].clause for span in spans[1:index])
    after = _next_said(spans, index)
    if after is None or spans[index - 1].kind not in {"word", "verb"}:
        return False
    if after.meanings & {"op:up", "op:down"}:
        return joined or spans[index - 1].typed.endswith("s")
    return joined and ("count" in after.meanings or after.typed in AUXILIARIES)


def _with_joints(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *plus* read as a joint and not as a sum where a clause begins with it, and where an asking word or
    what became of a figure follows: the amounts, plus the booths; plus how many; plus the growth rate."""
    return tuple(
        span._replace(readings=_AND, meanings=_AND[0])
        if span.meanings >= {"and", "op:sum"} and _joins_another(spans, index)
        else span
        for index, span in enumerate(spans)
    )


def _joins_another(spans: tuple[Span, ...], index: int) -> bool:
    """Whether what follows the word at the place is asked for itself, and can be added to nothing before it."""
    before, following = spans[:index][-1:], _next_said(spans, index)
    begins = bool(before) and before[0].clause != spans[index].clause
    asks = following is not None and any(each.startswith("ask:") for each in following.meanings)
    asks = asks and following is not None and not following.typed.startswith(_COUNT_NOUNS)
    joined = itertools.takewhile(lambda each: "and" not in each.meanings, spans[index + 1 :])
    became = (each for each in joined if each.clause == spans[index].clause and each.meanings & _BECAME)
    return begins or asks or any(became)


def _with_times_told(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *when* after what is asked read as telling the time of it: who was minister when this came out?"""
    asked = False
    for before, span, following in zip(spans, spans[1:], spans[2:], strict=False):
        asked = asked or any(each.startswith("ask:") for each in before.meanings)
        if asked and span.typed == "when" and following.typed in _TIME_OF and before.clause == span.clause:
            return spans[: spans.index(span)]
    return spans


def _with_rough_numbers(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *something* after a number read as making it a rough one: two hundred something."""
    return tuple(
        span._replace(kind="word", readings=(_ROUGH,), meanings=_ROUGH)
        if span.typed == "something" and index and spans[index - 1].kind == "number"
        else span
        for index, span in enumerate(spans)
    )


def _with_sameness(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, 그대로 after an edition read as being the same as then: 2019년 그대로야?"""
    return tuple(
        span._replace(kind="word", readings=(_SAME,), meanings=_SAME)
        if span.typed == "그대로" and index and spans[index - 1].kind == "year"
        else span
        for index, span in enumerate(spans)
    )


def _with_additions(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, what was added since an edition read as growth, not as a sum: how many were added since 2021?"""
    adding = next((place for place, span in enumerate(spans) if span.typed in _ADDING), len(spans))
    if not any(span.typed in _SINCE for span in spans[adding:]):
        return spans
    grew = spans[adding]._replace(readings=(_GREW,), meanings=_GREW)
    return (*spans[:adding], grew, *spans[adding + 1 :])


def _with_single_days(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *all three days* and 사흘 내내 beside a number read as each of the days; 사흘 모두 may be the sum,
    where the number is no bound."""
    numbers = [place for place, span in enumerate(spans) if span.kind == "number" and not _counts_days(spans, place)]
    if not numbers or any("op:sum" in span.meanings for span in spans):
        return spans
    is_bound = any(span.meanings & {"over", "at-least", "under", "at-most"} or span.typed == "씩" for span in spans)
    for first, span in enumerate(spans):
        last = _all_days_end(spans, first, _ALL_ALONG | _ALL if is_bound else _ALL_ALONG)
        if last is not None:
            typed = "".join(each.typed for each in spans[first : last + 1])
            read = span._replace(
                end=spans[last].end, typed=typed, kind="word", number=None, readings=(_EACH_DAY,), meanings=_EACH_DAY
            )
            return (*spans[:first], read, *spans[last + 1 :])
    return spans


def _counts_days(spans: tuple[Span, ...], place: int) -> bool:
    """Whether the number at the place is one of days."""
    following = spans[place + 1 : place + 2]
    return "counter:day" in spans[place].meanings or any(
        "counter:day" in each.meanings or each.typed in {"일", "일간"} for each in following
    )


def _all_days_end(spans: tuple[Span, ...], first: int, every: frozenset[str]) -> int | None:
    """Where the words end that name all the days and begin at the place; None when none do."""
    after = spans[first + 1 : first + 2]
    if spans[first].typed.startswith("all") and after and after[0].typed == "days":
        before = spans[first - 1].typed if first else ""
        drew = any(each.meanings & {"show", "come"} for each in spans[first + 2 : first + 3])
        return first + 1 if before == "on" or drew else None
    if spans[first].kind != "number" or not _counts_days(spans, first):
        return None
    for place in range(first + 1, min(first + 1 + _LONGEST_ALL_DAYS, len(spans))):
        if spans[place].typed.removeprefix("일") in every:
            return place
        if spans[place].typed not in _DAYS and spans[place].kind not in {"josa", "skip"}:
            return None
    return None


def _with_shares(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *what share of* read as a part of a whole, not as something that is shared."""
    asked = {
        place
        for place, (before, span, after) in enumerate(zip(spans, spans[1:], spans[2:], strict=False), 1)
        if span.typed == "share" and after.typed.startswith("of") and before.typed in _SHARE_AFTER
    }
    shared = (frozenset({"op:share"}),)
    return tuple(
        span._replace(readings=shared, meanings=shared[0]) if place in asked else span
        for place, span in enumerate(spans)
    )


def _with_amounts(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *amount* read as a noun where no *to* follows."""
    told_apart = list(spans)
    for index, span in enumerate(spans):
        following = spans[index + 1].typed if index + 1 < len(spans) else ""
        nouns = tuple(each for each in span.readings if "amount" in each)
        if span.typed == "amount" and len(span.readings) > 1 and nouns and not following.startswith("to"):
            told_apart[index] = span._replace(readings=nouns, meanings=frozenset().union(*nouns))
    return tuple(told_apart)


def _with_least(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, 최소 right before a number read as at least so many."""
    bound = (frozenset({"at-least"}),)
    return tuple(
        span._replace(readings=bound, meanings=bound[0])
        if span.typed in {"최소", "최소한"} and index + 1 < len(spans) and spans[index + 1].kind == "number"
        else span
        for index, span in enumerate(spans)
    )


def _with_people_counted(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, a noun that asks who somebody was read as what is counted: 연사는 몇 명."""
    counted = frozenset(people_counted(spans))
    if not counted:
        return spans
    return tuple(
        span._replace(readings=(frozenset({f"={span.typed}"}),), meanings=frozenset({f"={span.typed}"}))
        if span in counted
        else span
        for span in spans
    )


def people_counted(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The Korean nouns that ask who somebody was, of whom it is asked how many there were."""
    counts = [place for place, span in enumerate(spans) if "ask:many" in span.meanings and span.typed[:1] >= "ㄱ"]
    if not counts or not any("counter:person" in span.meanings for span in spans[counts[0] : counts[0] + 2]):
        return ()
    return tuple(
        span
        for span in spans[: counts[0]]
        if span.kind == "word" and span.meanings == {"ask:who"} and span.typed[:1] not in "누뉘"
    )


def _with_rates_on_the_year(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *on the year* and its like after a percentage read as comparing with the year before: up 20% on the
    year, up 20% over the past year, 20% year on year."""
    rate = next((place for place, span in enumerate(spans) if "unit:percent" in span.meanings), len(spans))
    for first, span in enumerate(spans[rate + 1 :], rate + 1):
        for last in range(first, min(first + _LONGEST_ON_THE_YEAR, len(spans))):
            joined = "".join(each.typed for each in spans[first : last + 1])
            if joined in YEAR_ON_YEAR:
                read = span._replace(
                    end=spans[last].end, typed=joined, kind="word", readings=(_LAST_YEAR,), meanings=_LAST_YEAR
                )
                return (*spans[:first], read, *spans[last + 1 :])
    return spans


def _with_outdoing(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, words like *top*, *behind* and *ahead* read as setting apart what stands right after them, where that
    is an edition, or as a bound of a number: 2022 topped 2019, visitors topped 20,000."""
    return tuple(
        _as_outdoing(spans, index) if "op:outdo" in span.meanings or span.typed in _LEADS else span
        for index, span in enumerate(spans)
    )


def _as_outdoing(spans: tuple[Span, ...], index: int) -> Span:
    span = spans[index]
    following = _next_said(spans, index)
    if "op:outdo" in span.meanings and _points_back(spans[index + 1 :]):
        return _as_compared(span)
    if "ask:why" in span.meanings and _asks_who_did(spans[:index]) and not _moves(spans[index + 1 :]):
        return span._replace(readings=_HELD, meanings=_HELD[0])
    asks_cause = "ask:why" in span.meanings and any(each.meanings & _ASKS_CAUSE for each in spans[:index])
    if following is None or asks_cause:
        return span if not asks_cause else span._replace(readings=_WHY, meanings=_WHY[0])
    if span.typed in _LEADS and index and spans[index - 1].kind == following.kind == "year":
        return span._replace(readings=_MORE, meanings=_MORE[0])
    if "op:outdo" in span.meanings and following.kind == "year":
        return _as_compared(span)
    if span.meanings >= {"op:outdo", "over"} and following.kind == "number":
        return span._replace(readings=_OVER, meanings=_OVER[0])
    return span


def _asks_who_did(before: tuple[Span, ...]) -> bool:
    """Whether a body or person is asked for before the word: which ministry was behind it?"""
    asks = any("ask:who" in span.meanings for span in before)
    return asks or any(
        span.meanings & _ASKS_CAUSE and following.meanings & _BODIES for span, following in itertools.pairwise(before)
    )


def _moves(after: tuple[Span, ...]) -> bool:
    """Whether what became of something is named: who was behind the slump?"""
    return any(span.meanings & _COMPARES or "record" in span.meanings for span in after)


def _as_compared(span: Span) -> Span:
    """The span with the readings alone that set something apart, and bound no number."""
    readings = tuple(each for each in span.readings if "op:outdo" in each and "over" not in each)
    readings = readings or tuple(each - {"over"} for each in span.readings if "op:outdo" in each)
    return span._replace(readings=readings, meanings=frozenset().union(*readings))


def _points_back(after: tuple[Span, ...]) -> bool:
    """Whether nothing but a pronoun for what was spoken of follows in the clause: did 2022 top that?"""
    return bool(after) and after[0].typed in _IT and all(span.clause != after[0].clause for span in after[1:])


def _next_said(spans: tuple[Span, ...], index: int) -> Span | None:
    """The next span that says something."""
    return next((each for each in spans[index + 1 :] if each.kind != "skip"), None)


def _with_bounds(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *larger than* and its like read as comparing where a thing follows and no number: larger than the
    area, larger than 300."""
    return tuple(
        span._replace(readings=(compared,), meanings=compared)
        if span.typed.endswith("than") and (compared := _compared_by(spans, index))
        else span
        for index, span in enumerate(spans)
    )


def _with_mended_bounds(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *mor than* and a number read as the bound that *more than* is."""
    for index, (span, than, following) in enumerate(zip(spans, spans[1:], spans[2:], strict=False)):
        if than.typed == "than" and following.kind == "number" and span.meanings.intersection(_BOUNDS):
            bound = frozenset(_BOUNDS[each] for each in span.meanings.intersection(_BOUNDS))
            return (*spans[:index], span._replace(readings=(bound,), meanings=bound), *spans[index + 2 :])
    return spans


def _compared_by(spans: tuple[Span, ...], index: int) -> frozenset[str]:
    """How the bound at the place compares with the thing after it; nothing where it bounds a number."""
    bound, following = spans[index].meanings & {"over", "under"}, _next_said(spans, index)
    if not bound or following is None:
        return frozenset()
    measured = index > 0 and (spans[index - 1].kind == "number" or _is_unit(spans[index - 1]))
    is_thing = names_only([following]) or (measured and following.kind == "year")
    if not is_thing or any(each.startswith(("figure:", "=")) for each in following.meanings):
        return frozenset()
    return frozenset({"op:more" if "over" in bound else "op:less", "op:compare"})


def _is_unit(span: Span) -> bool:
    return "op:multiple" in span.meanings or any(each.startswith(("unit:", "counter:")) for each in span.meanings)


def _with_majorities(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *most of* read as more than half: most of the visitors, but not the most of the three; and *more than
    half of* an edition as a multiple of it."""
    told_apart = list(spans)
    for index, (span, after) in enumerate(itertools.pairwise(spans)):
        is_superlative = index > 0 and spans[index - 1].typed == "the"
        if span.typed == "most" and after.typed in {"of", "ofthe"} and not is_superlative:
            told_apart[index] = span._replace(readings=(_MAJORITY,), meanings=_MAJORITY)
        if "figure:50%" in span.meanings and "op:share" in span.meanings and _is_year_next(spans, index):
            half = frozenset({"op:multiple", "figure:0.5x"}) | span.meanings & {"over", "under"}
            told_apart[index] = span._replace(readings=(half,), meanings=half)
    for index, span in enumerate(spans):
        if span.typed == "twice" and not _multiplies(spans, index):
            told_apart[index] = span._replace(readings=(_TWO_OCCASIONS,), meanings=_TWO_OCCASIONS)
    return tuple(told_apart)


def _multiplies(spans: tuple[Span, ...], index: int) -> bool:
    """Whether *twice* at the place is said of an edition or an amount: twice that of 2021, twice as many; and not of
    what happened: they came twice in 2021."""
    after = spans[index + 1 : index + 2]
    return bool(after) and (after[0].typed.startswith("as") or (after[0].typed != "in" and _is_year_next(spans, index)))


def _is_year_next(spans: tuple[Span, ...], index: int) -> bool:
    """Whether an edition follows the span, with nothing but words that say nothing between them."""
    following = _next_said(spans, index)
    return following is not None and following.kind == "year"


#: 영문판, 영어로 된 자료: what is in the language is spoken of.
_MADE_IN_IT = frozenset({"판", "본", "된", "되어"})


def names_language(spans: tuple[Span, ...], index: int) -> bool:
    """Whether *in Korean* and its like ask for a language, and do not describe what follows: in Korean visitors."""
    following = spans[index + 1] if index + 1 < len(spans) else None
    if following is None or following.clause != spans[index].clause:
        return True
    return following.typed not in _MADE_IN_IT and not names_only([following])


def _with_languages(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *in Korean* read as a language or as what describes the noun after it."""
    return tuple(_as_language(spans, index) if len(span.readings) > 1 else span for index, span in enumerate(spans))


def _as_language(spans: tuple[Span, ...], index: int) -> Span:
    """The span without the readings that name a language, or without those that do not."""
    span = spans[index]
    speaks = [any(each.startswith("language:") for each in reading) for reading in span.readings]
    if len(set(speaks)) == 1:
        return span
    names = names_language(spans, index)
    readings = tuple(reading for reading, speaks_it in zip(span.readings, speaks, strict=True) if speaks_it is names)
    return span._replace(readings=readings, meanings=frozenset().union(*readings))


def _with_counts(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *the number of visitors* read as the name of a figure where something else is asked or said of it: did
    the number of visitors fall?"""
    if not _says_of_count(spans):
        return spans
    return tuple(
        span._replace(readings=_NAMED_COUNT, meanings=_NAMED_COUNT[0])
        if "ask:many" in span.meanings and span.typed.startswith(_COUNT_NOUNS)
        else span
        for span in spans
    )


def _says_of_count(spans: tuple[Span, ...]) -> bool:
    """Whether the message asks how much, asks if something is so, or says what became of a figure."""
    opening = [span for index, span in enumerate(spans) if not index or spans[index - 1].clause != span.clause]
    if any(span.typed in AUXILIARIES for span in opening):
        return True
    return any(
        span.typed.endswith("than")
        or span.meanings & _SAID_OF_COUNT
        or (span.meanings & _QUANTITIES and span.typed.startswith("how"))
        for span in spans
    )


def _with_places_in_order(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, 두 번째로 before what was more, and *second* after who comes so, read as asking for the order: 두
    번째로 관람객이 많았던 해, which year comes second."""
    return tuple(
        span._replace(kind="word", readings=(_RANKED,), meanings=_RANKED) if _is_place_in_order(spans, index) else span
        for index, span in enumerate(spans)
    )


def _is_place_in_order(spans: tuple[Span, ...], index: int) -> bool:
    """Whether the span at the place says which place in the order is asked for."""
    if spans[index].typed in _ORDINALS:
        clause = (span for span in spans[index + 1 :] if span.clause == spans[index].clause)
        return any(span.meanings & {"op:more", "op:less", "op:most", "op:least"} for span in clause)
    return index > 0 and spans[index].typed in _ENGLISH_ORDINALS and spans[index - 1].typed in _COMES


def _with_which_of_them(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *group* and its like right after *which* read as standing for one of the things spoken of."""
    return tuple(
        span._replace(kind="skip", readings=(), meanings=frozenset())
        if span.typed in _ONE_OF_THEM and index and spans[index - 1].typed in _WHICH
        else span
        for index, span in enumerate(spans)
    )


def _with_hearsay_told(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans without the 거래 that ends a question as hearsay, 것이래, and is no deal: 언제부터 해온 거래?"""
    last = len(spans) - 1
    while last > 0 and spans[last].kind == "josa":
        last -= 1
    if last < 1 or spans[last].typed != "거래" or final_consonant(spans[last - 1].typed) not in {"ㄴ", "ㄹ"}:
        return spans
    asks = any(each.startswith("ask:") or each == "since" for span in spans[:last] for each in span.meanings)
    return spans[:last] if asks and spans[last - 1].kind in {"verb", "word", "ending"} else spans


def _with_phone_numbers(spans: tuple[Span, ...]) -> tuple[Span, ...]:
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


def _with_what_about(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans without an *about* that ends what something is asked to be about: the 21, what is that about?"""
    if not spans or spans[-1].typed != "about":
        return spans
    asked = any(each.meanings & {"ask:what"} and each.clause == spans[-1].clause for each in spans)
    return spans[:-1] if asked else spans


def _with_moves_to_a_place(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, verbs of rising and falling read as coming where people do so: how many dropped by, slipped in at the
    back, came down to see it, 몇 명이나 올라왔나; not dropped by 275, came down to 5,520."""
    if any(span.meanings & _HOW_MUCH_ASKED for span in spans):
        return spans
    return tuple(
        span._replace(readings=_CAME, meanings=_CAME[0])
        if "op:change" in span.meanings and _leads_to_a_place(spans, index)
        else span
        for index, span in enumerate(spans)
    )


def _leads_to_a_place(spans: tuple[Span, ...], index: int) -> bool:
    """Whether the verb at the place is one of somebody who goes somewhere."""
    span, after = spans[index], spans[index + 1 :]
    if span.typed.startswith(_UP_OR_DOWN):
        here = span.typed[2:] or "".join(each.typed for each in after[:1])
        if not here.startswith(_CAME_HERE):
            return False
        counts = [each for each in spans[:index] if "ask:many" in each.meanings]
        return bool(counts) and not any(each.text in BASE_JOSA for each in spans if each.kind == "josa")
    if span.typed[:1] >= "ㄱ" or not after or after[0].clause != span.clause or _says_figure(after[1:]):
        return False
    if span.typed.startswith(_CAME_DOWN):
        return after[0].typed in _TO_PLACE and len(after) > 1
    if after[0].typed == "in":
        return len(after) > 1 and after[1].typed in _AFTER_DROPPING_IN
    if "location" in after[0].meanings and after[0].typed.startswith(_THROUGH):
        return True
    asked_of = [place for place, each in enumerate(spans[:index]) if "ask:many" in each.meanings]
    turned = bool(asked_of) and any(
        each.typed in AUXILIARIES or "claim" in each.meanings for each in spans[asked_of[0] : index]
    )
    if after[0].typed in _BESIDE_PLACE and not span.typed.startswith(_DROPPED):
        return False  # rose by as much
    return after[0].typed in _INTO_PLACE and not (turned and len(after) == 1)  # how many did it drop by?


def _says_figure(after: tuple[Span, ...]) -> bool:
    """Whether the next word that says something tells a figure: by 275, by almost a third."""
    following = next((each for each in after if each.kind != "skip" and not each.meanings & _DEGREES), None)
    told = ("figure:", "unit:", "ask:")
    is_figure = following is not None and any(each.startswith(told) for each in following.meanings)
    return is_figure or (following is not None and following.kind == "number")


def _with_work_on_figures(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, what the asker does with figures read as saying nothing of them: I'm auditing the 2019 figures; and so
    what is listed of things named: the companies listed that year, not listed companies."""
    told = list(spans)
    for index, (before, span) in enumerate(itertools.pairwise(spans), 1):
        rest = [each for each in spans[index + 1 :] if each.clause == span.clause]
        works = before.typed in _AT_WORK and span.typed.endswith("ing") and bool(rest) and all(map(_is_figure, rest))
        listed = span.typed == "listed" and before.typed.endswith("s") and (not rest or _tells_when(rest[0]))
        if (works or listed) and not any(":" in meaning for meaning in span.meanings):
            told[index] = span._replace(kind="skip", readings=(), meanings=frozenset())
    return tuple(told)


def _is_figure(span: Span) -> bool:
    """Whether the span is one of words like *the 2019 figures*."""
    return span.kind in {"skip", "year"} or bool(span.meanings & {"count", "thing"})


def _tells_when(span: Span) -> bool:
    return span.kind == "year" or any(meaning.startswith("time:") for meaning in span.meanings)


def _with_what_who_does(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, a word right after *who* that may be for people read as what they do: who heads the ministry."""
    return tuple(
        _without_people(span) if index and spans[index - 1].typed == "who" else span for index, span in enumerate(spans)
    )


def _without_people(span: Span) -> Span:
    """The span without its readings for people, where it has others."""
    readings = tuple(each for each in span.readings if "person" not in each) or span.readings
    return span._replace(readings=readings, meanings=frozenset().union(*readings))


def _with_those_who_are_not(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *not* read as leaving out those whom somebody counted is not one of: how many weren't Koreans,
    한국인이 아닌 사람은 몇 명."""
    if not any("ask:many" in span.meanings for span in spans):
        return spans
    return tuple(
        span._replace(kind="word", readings=(_EXCLUDES,), meanings=_EXCLUDES)
        if "not" in span.meanings and _says_whose_not(spans, index)
        else span
        for index, span in enumerate(spans)
    )


def _says_whose_not(spans: tuple[Span, ...], index: int) -> bool:
    """Whether the *not* at the place says that somebody is not from the country, or not from abroad."""
    typed, before = spans[index].typed, spans[max(0, index - 3) : index]
    if typed == "아닌":
        return any(each.meanings & _WHENCE for each in before) and before[-1].text in {"이", "가"}
    is_copula = typed in _ARE_NOT or (typed == "not" and bool(before) and before[-1].typed in _COPULAS)
    return is_copula and any(each.meanings & _WHENCE for each in spans[index + 1 : index + 2])


def _with_calls(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, 전번 read as a telephone number where it asks for one: 과장 전번, but not 전번엔."""
    return tuple(
        span._replace(readings=(_CALLS,), meanings=_CALLS)
        if span.meanings > _CALLS and index and not _is_time_before(spans, index)
        else span
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


def _with_talks(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *discussed* read as said in talks of business where it is asked how much was discussed."""
    if not any("ask:much" in span.meanings for span in spans):
        return spans
    return tuple(
        span._replace(kind="word", readings=(_TALKS,), meanings=_TALKS) if span.typed in _DISCUSSED else span
        for span in spans
    )
