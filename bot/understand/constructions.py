"""Constructions that change what is asked: X 말고 Y, who was there with somebody, how many did not, what is counted."""

from __future__ import annotations

import itertools

from bot.language.hangul import final_consonant
from bot.language.words import Reading
from bot.understand.span import Span

#: How many words may say what is not meant: consultations, not the signed contracts.
_SHORT = 3
_PLURAL = ("s", "people", "staff")
_MOVES = {"up": "op:up", "down": "op:down"}
#: Endings of 놀랍게도, as they are cut and in one.
_COMMENTING, _ADVERBIAL = ("게", "도"), "게도"
_SHORTEST_ADVERB = 4
#: How words that describe a verb end, and the final consonants of those that describe a noun: 유명한, 찍힐.
_ADVERB_ENDINGS = ("게", "히", "이")
_ADNOMINAL_FINALS = ("ㄴ", "ㄹ")
_MOST_EDITIONS = 10
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
_QUANTITIES = frozenset({"ask:many", "ask:much"})
_TIMES = frozenset({"op:multiple", "ask:many", "counter:event"})
_COMPARES = frozenset({"op:change", "op:up", "op:down", "op:more", "op:less", "op:compare", "over"})
#: *Who* after these goes on about them, and asks nothing.
PEOPLE = {
    "people",
    "those",
    "persons",
    "folks",
    "folk",
    "everyone",
    "visitors",
    "attendees",
    "buyers",
    "viewers",
    "guests",
}
_ONES = {"ones", "those", "people"}
_OBLIQUE_JOSA = frozenset({"에서", "에", "의", "으로", "로", "을", "를"})
#: Said of what is not wanted: 계약은 됐고요, 계약은 필요 없어요.
_DECLINES = frozenset({"됐고", "됐구", "됐어", "됐습니다", "필요없", "관심없", "안궁금"})
#: X가 아니라 Y says Y, and of X only that it is not.
_IS_NOT_BUT = ("아니라", "아니고", "아니구", "아닌")
#: So it is told that it is not X, and no Y follows.
_TOLD_NOT_TO_BE = ("아니라는", "아니라고", "아니라던", "아니라며", "아니라면")
_CONTRASTED = frozenset({"이", "가", "도", "은", "는"})
_NOT_MEANT = frozenset({"말고", "말구", "말고는"})
_CLOSING = frozenset({"요", "은요", "는요"})
#: What stands for something told by a verb: 상담한 거.
_THINGS = frozenset({"거", "것", "건", "것들", "거는"})
#: After a negated verb these tell that it is not what is asked: 거의 안 왔다던데, 시간이 없어서.
_REPORTED = (
    "다던",
    "다는",
    "다며",
    "다고",
    "다면",
    "단다",
    "답니",
    "대",
    "서",
    "어서",
    "아서",
    "는데",
    "은데",
    "지만",
    "니까",
    "으니",
)
#: Nouns that ask when they end a message that describes them: 발언한 사람은?
_HEADS = {"사람": "ask:who", "분": "ask:who", "인물": "ask:who", "이": "ask:who", "날": "ask:when", "시점": "ask:when"}
_WHICH = frozenset({"which", "어느", "어떤"})
_PERSONS = frozenset({"사람", "분", "인물", "이"})
_SAID = frozenset({"한", "하신", "했", "했던", "하던", "했다", "했죠", "했지"})
_NUMBER_OF = ("numberof", "thenumber", "countof", "totalnumber", "number")
#: What somebody said, and how a message goes on that says whose it is.
_WORDS_SAID = frozenset({"한말", "한얘기", "한이야기", "한발언", "한소리", "하신말씀", "한말씀", "말", "발언", "얘기"})
_WHOSE = frozenset({"이", "가", "님이", "께서", "에서"})
_IS_SO = (
    "이죠",
    "이지",
    "이에요",
    "이야",
    "입니",
    "인가",
    "이었",
    "이냐",
    "이라",
    "죠",
    "지",
    "예요",
    "야",
    "였",
    "가",
    "이",
)
_TOPIC_JOSA = {"은", "는", "이", "가", "은요", "는요", "요", "이요", "을", "를"}
_WITH_JOSA = {"이랑", "랑", "하고", "과", "와"}
_TOGETHER = {"같이", "함께", "나란히", "더불어"}
_ONLY_TOPIC = frozenset({"은", "는", "은요", "는요"})
_THINGS_ASKED = frozenset({"건", "건요", "거", "것"})
#: Meanings that have their own part in a question and need no entry to explain them.
FREE = {"claim", "not", "and", "both", "or", "approx", "over", "under", "at-least", "at-most", "almost", "such-as"}
_PLACE_JOSA = {"에서", "에서는", "에선", "에서도", "에", "에서만"}
_PLACE_WORDS = {"in", "at"}
_QUESTION_ENDINGS = (
    "나",
    "나요",
    "니",
    "냐",
    "까",
    "까요",
    "니까",
    "습니까",
    "가요",
    "지",
    "죠",
    "지요",
    "던가",
    "노",
    "는지",
    "어",
    "어요",
    "대",
    "야",
)
_AUXILIARIES = {
    "is",
    "are",
    "was",
    "were",
    "did",
    "do",
    "does",
    "has",
    "have",
    "had",
    "can",
    "could",
    "will",
    "would",
}


def without_what_is_not_meant(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans without what stands before 말고 where something else follows: 관람객 말고 외국 기업."""
    spans = _without_contrasted(_without_denied(_without_declined(spans)))
    place = next((index for index, span in enumerate(spans) if span.typed in _NOT_MEANT), None)
    if not place or not any(_is_content(span) for span in (*spans[place + 1 :], *_clauses_before(spans, place))):
        return spans
    start = _start_of_name(spans, place - 1 if spans[place - 1].typed in _THINGS else place)
    while start > 1 and spans[start - 1].text in _OBLIQUE_JOSA and spans[start - 2].kind == "word":
        start = _start_of_name(spans, start - 1)  # 미팅에서 오간 돈 말고
    return spans[:start] + spans[place + 1 :]


def _start_of_name(spans: tuple[Span, ...], end: int) -> int:
    """Where the nouns begin that stand right before the place, in its clause."""
    start = end
    while start and spans[start - 1].clause == spans[end].clause:
        is_noun = spans[start - 1].kind == "verb" and spans[start].kind != "ending"  # 상담 is 상담하다 too
        if not is_noun and not _is_content(spans[start - 1]):
            break
        start -= 1
    return start


def _without_contrasted(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans without what something is not, where it is said what it is: 코엑스가 아니라 킨텍스, COEX도 아니고."""
    for index, span in enumerate(spans[:-2]):
        said = span.typed + spans[index + 1].typed
        joins = said.startswith(_IS_NOT_BUT) and not said.startswith(_TOLD_NOT_TO_BE)
        joins = joins and index + 2 < len(spans) and spans[index + 2].kind != "josa"
        if not joins or index < 2 or spans[index - 1].text not in _CONTRASTED:
            continue
        start = index - 1
        while start and _is_content(spans[start - 1]) and spans[start - 1].clause == span.clause:
            start -= 1
        if any(map(_is_content, spans[index + 2 :])):
            return _without_contrasted(spans[:start] + spans[index + 2 :])
    return spans


def _clauses_before(spans: tuple[Span, ...], place: int) -> tuple[Span, ...]:
    """The spans of the clauses before that of the span at the place; none where that speaks of a unit, in which the
    answer is wanted or not."""
    own = [span for span in spans if span.clause == spans[place].clause]
    if any(meaning.startswith("unit:") for span in own for meaning in span.meanings):
        return ()
    before = tuple(span for span in spans[:place] if span.clause != spans[place].clause)
    start = _start_of_name(spans, place)
    return before or (spans[:start] if spans[start - 1].text in _CLOSING else ())  # 계약액은요 상담 말고


def _without_denied(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans without a clause's end that says what is not meant: not the ones at home; contracts, not talks."""
    for index, span in enumerate(spans[:-1]):
        if "not" not in span.meanings or span.typed[:1] >= "ㄱ" or span.typed.endswith("nt"):
            continue  # what isn't so is said of something, and denies nothing else
        denied = [each for each in spans[index + 1 :] if each.clause == span.clause]
        opens = not any(_is_content(each) for each in spans[:index] if each.clause == span.clause)
        after_name = index > 0 and spans[index - 1].kind == "word" and _names_only(list(spans[index - 1 : index]))
        says_which = index > 0 and any(each.typed in _ONES for each in denied[:3])
        says_which = says_which or (after_name and len(denied) <= _SHORT and _names_only(denied))
        asks_on = any(_is_content(each) and each.meanings != {"claim"} for each in spans if each.clause != span.clause)
        if says_which or (opens and asks_on and _names_only(denied) and len(denied) < len(spans) - 1):
            return tuple(each for each in spans if each.clause != span.clause or each.start < span.start)
    return spans


def _without_declined(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans without a clause that says what is not wanted, where another asks something: 계약 쪽은 됐고요."""
    kept = spans
    for clause in {span.clause for span in spans if span.typed in _DECLINES}:
        own = [span for span in spans if span.clause == clause]
        others = [span for span in kept if span.clause != clause]
        declines = any(span.typed in _DECLINES for span in own[-4:])
        if (
            declines
            and not any("ask:" in each for span in own for each in span.meanings)
            and any(map(_is_content, others))
        ):
            kept = tuple(others)
    return kept


def _names_only(spans: list[Span]) -> bool:
    """Whether the spans name a thing and neither ask nor say anything of it."""
    names = any(span.kind == "word" for span in spans)
    return names and not any(
        span.kind in {"verb", "number", "year"}
        or any(each.startswith(("ask:", "op:", "claim")) for each in span.meanings)
        for span in spans
    )


def _is_content(span: Span) -> bool:
    return span.kind in {"word", "year", "number", "date", "unknown"}


def without_comments(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans without adverbs that only comment on the sentence after them: 놀랍게도, surprisingly and a comma."""
    kept: list[Span] = []
    place = 0
    while place < len(spans):
        length = _comment_at(spans, place)
        kept += spans[place : place + 1] if not length else ()
        place += length or 1
    return tuple(kept) if any(span.kind not in {"josa", "ending"} for span in kept) else spans


def _comment_at(spans: tuple[Span, ...], place: int) -> int:
    """How many spans at the beginning of a clause are such an adverb; 0 when none are."""
    if place and spans[place - 1].clause == spans[place].clause:
        return 0
    span, after = spans[place], spans[place + 1 : place + 3]
    if tuple(each.text for each in after) == _COMMENTING or span.typed.endswith(_ADVERBIAL):
        clings = 3 if not span.typed.endswith(_ADVERBIAL) else 1
        return clings if span.kind in {"word", "verb", "unknown"} else 0
    is_alone = not after or after[0].clause != span.clause
    return int(span.kind == "unknown" and is_alone and span.typed.endswith("ly") and len(span.typed) > _SHORTEST_ADVERB)


def with_times_told_apart(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *how many times* read as occasions where nothing is compared, and else as a multiple: how many times
    did they meet, how many times did it grow."""
    compares = any(meaning in _COMPARES for span in spans for meaning in span.meanings)
    told_apart = []
    for index, span in enumerate(spans):
        if span.meanings >= _TIMES:
            following = spans[index + 1 : index + 2]
            happens = any(each.typed in _AUXILIARIES or "claim" in each.meanings for each in following)
            readings = tuple(each for each in span.readings if ("op:multiple" in each) is (compares or not happens))
            span = span._replace(readings=readings, meanings=frozenset().union(*readings))
        told_apart.append(span)
    return tuple(told_apart)


def with_outdoing_told_apart(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, words like *top*, *behind* and *ahead* read as setting apart what stands right after them, where that
    is an edition, or as a bound of a number: 2022 topped 2019, visitors topped 20,000."""
    return tuple(
        _as_outdoing(spans, index) if "op:outdo" in span.meanings or span.typed in _LEADS else span
        for index, span in enumerate(spans)
    )


def _as_outdoing(spans: tuple[Span, ...], index: int) -> Span:
    span = spans[index]
    following = _next_said(spans, index)
    asks_cause = "ask:why" in span.meanings and any(each.meanings & _ASKS_CAUSE for each in spans[:index])
    if following is None or asks_cause:
        return span
    if span.typed in _LEADS and index and spans[index - 1].kind == following.kind == "year":
        return span._replace(readings=_MORE, meanings=_MORE[0])
    if "op:outdo" in span.meanings and following.kind == "year":
        readings = tuple(each for each in span.readings if "op:outdo" in each and "over" not in each)
        readings = readings or tuple(each - {"over"} for each in span.readings if "op:outdo" in each)
        return span._replace(readings=readings, meanings=frozenset().union(*readings))
    if span.meanings >= {"op:outdo", "over"} and following.kind == "number":
        return span._replace(readings=_OVER, meanings=_OVER[0])
    return span


def _next_said(spans: tuple[Span, ...], index: int) -> Span | None:
    """The next span that says something."""
    return next((each for each in spans[index + 1 :] if each.kind != "skip"), None)


def totals_editions(spans: tuple[Span, ...]) -> bool:
    """Whether an English total runs over the editions: total visitors over all three editions."""
    totals = any("total" in span.meanings or span.typed.startswith("total") for span in spans)
    return totals and any(
        before.typed in {"over", "across"} and "op:editions" in span.meanings
        for before, span in itertools.pairwise(spans)
    )


def is_outdone(spans: tuple[Span, ...]) -> bool:
    """Whether the first thing named is said to be outdone by the second: was 2019 beaten by 2022?"""
    return any("op:outdo" in span.meanings and after.typed == "by" for span, after in itertools.pairwise(spans))


def with_bounds_told_apart(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, *larger than* and its like read as comparing where a thing follows and no number: larger than the
    area, larger than 300."""
    return tuple(
        span._replace(readings=(compared,), meanings=compared)
        if span.typed.endswith("than") and (compared := _compared_by(spans, index))
        else span
        for index, span in enumerate(spans)
    )


def _compared_by(spans: tuple[Span, ...], index: int) -> frozenset[str]:
    """How the bound at the place compares with the thing after it; nothing where it bounds a number."""
    bound, following = spans[index].meanings & {"over", "under"}, _next_said(spans, index)
    if not bound or following is None:
        return frozenset()
    measured = index > 0 and (spans[index - 1].kind == "number" or _is_unit(spans[index - 1]))
    is_thing = _names_only([following]) or (measured and following.kind == "year")
    if not is_thing or any(each.startswith(("figure:", "=")) for each in following.meanings):
        return frozenset()
    return frozenset({"op:more" if "over" in bound else "op:less", "op:compare"})


def _is_unit(span: Span) -> bool:
    return "op:multiple" in span.meanings or any(each.startswith(("unit:", "counter:")) for each in span.meanings)


def with_majorities(spans: tuple[Span, ...]) -> tuple[Span, ...]:
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


def names_language(spans: tuple[Span, ...], index: int) -> bool:
    """Whether *in Korean* and its like ask for a language, and do not describe what follows: in Korean visitors."""
    following = spans[index + 1] if index + 1 < len(spans) else None
    return following is None or following.clause != spans[index].clause or not _names_only([following])


def with_languages_told_apart(spans: tuple[Span, ...]) -> tuple[Span, ...]:
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


def with_counts_told_apart(spans: tuple[Span, ...]) -> tuple[Span, ...]:
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
    if any(span.typed in _AUXILIARIES for span in opening):
        return True
    return any(
        span.typed.endswith("than")
        or span.meanings & _SAID_OF_COUNT
        or (span.meanings & _QUANTITIES and span.typed.startswith("how"))
        for span in spans
    )


def counts_the_editions(spans: tuple[Span, ...], index: int) -> bool:
    """Whether words like *all three* stand for the editions here: not so in all three days."""
    following = spans[index + 1] if index + 1 < len(spans) else None
    if following is None or following.clause != spans[index].clause:
        return True
    if following.number is not None and following.number.value > _MOST_EDITIONS:
        return False  # each of the 150 consultations
    return not any(meaning.startswith("counter:") for meaning in following.meanings)


def is_attribute(spans: tuple[Span, ...], index: int) -> bool:
    """Whether a describing word stands with what it describes: the famous show, 유명한 행사; not in *was it famous*."""
    span = spans[index]
    after = [each for each in spans[index + 1 : index + 4] if each.clause == span.clause]
    endings = list(itertools.takewhile(lambda each: each.kind in {"josa", "ending"}, after))
    following = after[len(endings) :]
    if span.typed[:1] < "ㄱ":
        return bool(following) and not endings and following[0].kind in {"word", "verb", "unknown"}
    said = span.typed + "".join(each.typed for each in endings)
    if said.endswith(_ADVERB_ENDINGS):
        return bool(following) and following[0].kind == "verb"
    return final_consonant(said) in _ADNOMINAL_FINALS


def counted_noun(spans: tuple[Span, ...]) -> Span | None:
    """The English noun that *how many* counts: the last of the words after it that looks like several things."""
    for index, span in enumerate(spans):
        if "ask:many" in span.meanings and span.typed[:1] < "ㄱ":
            clause = [each for each in spans[index + 1 :] if each.clause == span.clause]
            run = list(itertools.takewhile(_is_noun, clause))
            several = [each for each in run if each.typed.endswith(_PLURAL)]
            return (several or run)[-1] if run else None
    return None


def _is_noun(span: Span) -> bool:
    return span.kind == "word" and any(content((reading,)) for reading in span.readings)


def counters_asked(spans: tuple[Span, ...]) -> frozenset[str]:
    """The counting meanings of the words at *how many*, *number*: 나라를 도운 게 몇 건 counts cases, not countries."""
    found: set[str] = set()
    said = [span for span in spans if span.kind != "josa"]
    for before, span in itertools.zip_longest(said, said[1:]):
        following = span.meanings if span is not None else frozenset()
        if "ask:many" in before.meanings:
            found |= before.meanings | following
        elif "count" in before.meanings or ("count" in following and "ask:many" not in following):
            found |= before.meanings
    return frozenset(each for each in found if each.startswith("counter:"))


def quotes_somebody(spans: tuple[Span, ...]) -> bool:
    """Whether somebody is said to have said something: 키우겠다고 한 사람."""
    return any(
        before.kind in {"ending", "josa"} and before.typed.endswith(("다고", "라고")) and span.typed in _SAID
        for before, span in itertools.pairwise(spans)
    )


def labels_number(spans: tuple[Span, ...]) -> bool:
    """Whether a number is claimed to be the number of something: I've got 33 down as the number of countries."""
    asking = [span for span in spans if "ask:many" in span.meanings]
    claims = any("claim" in span.meanings and span.typed < "가" for span in spans)
    return claims and bool(asking) and all(span.typed.endswith(_NUMBER_OF) for span in asking)


def says_whose_words(spans: tuple[Span, ...]) -> bool:
    """Whether the message says by whom something was said, and asks nothing: 장관이 한 말이죠?, 차관이 한 얘기 맞지."""
    said = [span for span in spans if span.kind != "skip" or span.meanings]
    place = next((place for place, span in enumerate(said) if span.typed in _WORDS_SAID), None)
    if not place or said[place - 1].typed not in _WHOSE:
        return False
    after = said[place + 1 :]
    closes = after[0].text.startswith(_IS_SO) if after and after[0].kind == "josa" else False
    return (closes or not after) and all(each.kind == "josa" or each.meanings <= {"claim", "know"} for each in after)


def asks_name_of_person(spans: tuple[Span, ...]) -> bool:
    """Whether the name is asked of a person told by what he did: 축사한 사람 이름, 그 말을 한 분의 성함."""
    said = [span for span in spans if span.kind != "josa"]
    return any(
        "ask:name" in span.meanings and person.typed in _PERSONS and before.kind in {"verb", "ending"}
        for before, person, span in zip(said, said[1:], said[2:], strict=False)
    )


def asks_which_edition(spans: tuple[Span, ...], subject: frozenset[str]) -> bool:
    """Whether *which* stands right before a name of what was held several times: which show, 어느 대회."""
    said = [span for span in spans if span.kind != "josa"]
    return any(
        which.typed in _WHICH and bool(span.readings) and any(reading <= subject for reading in span.readings)
        for which, span in itertools.pairwise(said)
    )


def asked_by_head(spans: tuple[Span, ...]) -> frozenset[str]:
    """What a message asks that ends in a noun described before it: 그렇게 말한 사람은? asks who."""
    end = len(spans)
    while end and (spans[end - 1].kind in {"josa", "skip"} or spans[end - 1].meanings == {"know"}):
        end -= 1
    if end < 2 or spans[end - 1].typed not in _HEADS or spans[end - 2].kind not in {"verb", "ending"}:
        return frozenset()
    after = spans[end : end + 1]
    is_topic = not after or after[0].kind != "josa" or after[0].text in _TOPIC_JOSA
    return frozenset({_HEADS[spans[end - 1].typed]}) if is_topic else frozenset()


def moved_by_number(spans: tuple[Span, ...]) -> frozenset[str]:
    """The change that *up* or *down* right before a number tells: up 9.4% on 2019."""
    for before, span in itertools.pairwise(spans):
        if before.typed in _MOVES and span.kind == "number":
            return frozenset({"op:change", _MOVES[before.typed]})
    return frozenset()


def negates_quantity(spans: tuple[Span, ...], meanings: set[str]) -> bool:
    """Whether it is asked how many did *not*: the release counts only those that did."""
    if "not" not in meanings or not meanings & {"ask:many", "ask:much"}:
        return False
    for index, span in enumerate(spans):
        if "not" in span.meanings:
            after = spans[index + 1 : index + 4]
            return not any(each.kind == "ending" and each.text.startswith(_REPORTED) for each in after)
    return False


def ends_in_topic(spans: tuple[Span, ...]) -> bool:
    """Whether the message ends in what it asks about, and says nothing of it: 줄어든 폭은? 더 많이 늘어난 건?"""
    said = [span for span in spans if span.kind != "skip"]
    if len(said) < 2:
        return False
    return (said[-1].kind == "josa" and said[-1].text in _ONLY_TOPIC) or said[-1].typed in _THINGS_ASKED


def asks_companion(spans: tuple[Span, ...], meanings: set[str]) -> bool:
    """Whether it is asked who was there with somebody: 차관이랑 대담을 같이 한 사람은?"""
    if "ask:who" not in meanings:
        return False
    first = next((index for index, span in enumerate(spans) if span.kind == "josa" and span.text in _WITH_JOSA), None)
    return first is not None and any(span.typed in _TOGETHER for span in spans[first:])


def is_counting(spans: tuple[Span, ...], index: int) -> bool:
    """Whether a word may be a counting word here: right after a number or *how many*."""
    for place in range(index - 1, -1, -1):
        if spans[place].kind not in {"skip", "josa"}:
            return spans[place].kind == "number" or "ask:many" in spans[place].meanings
    return False


def without_counters(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings that are more than a counting word, where there are any: meetings are meetings, not times."""
    return (
        tuple(reading for reading in readings if not all(each.startswith("counter:") for each in reading)) or readings
    )


#: In one word, and in two, what takes a part of the thing spoken of.
_OF_THAT = frozenset(
    {"그중", "그중에", "그중에서", "이중에", "이중에서", "ofwhich", "ofwhom", "outofwhich", "outofthose", "outofthese"}
    | {"amongthose", "amongthese"}
)
_OF = ("of", "among")
_THAT = frozenset({"that", "those", "them", "these", "whom"})
_AMONG = frozenset({"중", "중에", "중에서", "가운데", "가운데서"})


def is_part_of_that(spans: tuple[Span, ...]) -> bool:
    """Whether the message asks for a part of what was spoken of: 그중 해외는?, of those, foreign?"""
    if any(span.typed in _OF_THAT for span in spans):
        return True
    return any(
        (before.typed.endswith(_OF) and span.typed in _THAT) or (before.typed in {"그", "이"} and span.typed in _AMONG)
        for before, span in itertools.pairwise(spans)
    )


def content(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings without their structural meanings; none when one reading has nothing else."""
    content = []
    for reading in readings:
        concepts = frozenset(meaning for meaning in reading if ":" not in meaning and meaning not in FREE)
        if not concepts:
            return ()
        content.append(concepts)
    return tuple(content)


def is_place(spans: tuple[Span, ...], index: int) -> bool:
    following = spans[index + 1] if index + 1 < len(spans) else None
    if following and following.kind == "josa" and following.text in _PLACE_JOSA:
        return True
    return any(span.typed in _PLACE_WORDS for span in spans[max(0, index - 1) : index])


def ends_as_question(spans: tuple[Span, ...]) -> bool:
    if not spans:
        return False
    return spans[-1].typed.endswith(_QUESTION_ENDINGS) or spans[0].typed in _AUXILIARIES
