"""Constructions that change what is asked: who was there with somebody, how many did not, what is counted."""

from __future__ import annotations

import itertools

from bot.language.hangul import final_consonant
from bot.language.words import Reading
from bot.understand.span import FREE, Span

_PLURAL = ("s", "people", "staff")
_HOW_FAR = frozenset({"howfar", "howmuch"})
_IN_PERCENT = frozenset({"unit:percent", "op:percent"})
#: After the second of two numbers that something goes from and to.
_BECOMES = frozenset({"으로", "로", "이", "가"})
_MOVES = {"up": "op:up", "down": "op:down"}
_FROM_THERE = frozenset({"on", "from", "since", "against", "over", "versus", "vs", "comparedwith", "comparedto"})
#: How words that describe a verb end, and the final consonants of those that describe a noun: 유명한, 찍힐.
_ADVERB_ENDINGS = ("게", "히", "이")
_ADNOMINAL_FINALS = ("ㄴ", "ㄹ")
_MOST_EDITIONS = 10
#: *Who* after these goes on about them, and asks nothing.
PEOPLE = {
    "people",
    "those",
    "persons",
    "folks",
    "folk",
    "everyone",
    "everybody",
    "anyone",
    "anybody",
    "visitors",
    "attendees",
    "buyers",
    "viewers",
    "guests",
}
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
#: What goes on about a thing after its name: the fair that Korea joins.
_RELATIVES = frozenset({"that", "where", "which", "inwhich", "atwhich", "they", "whose"})
_PERSONS = frozenset({"사람", "분", "인물", "이", "양반", "자", "공무원", "관료", "인사", "관계자", "책임자"})
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
#: How many words there are in *who works with her*.
_WORKS_WITH = 4
_WHOM = frozenset({"누구", "누"})
_TOGETHER = {"같이", "함께", "나란히", "더불어"}
_ONLY_TOPIC = frozenset({"은", "는", "은요", "는요"})
_THINGS_ASKED = frozenset({"건", "건요", "거", "것"})
#: What is done to something that is counted as well, after 까지.
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
AUXILIARIES = {
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
#: In one word, and in two, what takes a part of the thing spoken of.
_OF_THAT = frozenset(
    {"그중", "그중에", "그중에서", "이중에", "이중에서", "ofwhich", "ofwhom", "outofwhich", "outofthose", "outofthese"}
    | {"amongthose", "amongthese"}
)
_OF = ("of", "among")
_THAT = frozenset({"that", "those", "them", "these", "whom"})
#: How many spans what a number counts has, before 중: 21개 지자체 중.
_LONGEST_COUNTED = 4
_AMONG = frozenset({"중", "중에", "중에서", "가운데", "가운데서"})


def takes_part(spans: tuple[Span, ...], number: Span) -> bool:
    """Whether it is spoken of a part of so many: 43개사 중, of the 43 companies, 33건 가운데."""
    place = spans.index(number)
    before = [span.typed for span in spans[max(0, place - 2) : place] if span.typed not in {"the", "those", "these"}]
    if before and before[-1] in {*_OF, "ofthe", "ofthose", "outof", "outofthe"}:
        return True
    return any(span.typed in _AMONG for span in spans[place + 1 : place + 1 + _LONGEST_COUNTED])


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


def counts_the_editions(spans: tuple[Span, ...], index: int) -> bool:
    """Whether words like *all three* stand for the editions here: not so in all three days."""
    following = spans[index + 1] if index + 1 < len(spans) else None
    if following is None or following.clause != spans[index].clause:
        return True
    if following.number is not None and following.number.value > _MOST_EDITIONS:
        return False  # each of the 150 consultations
    return not any(meaning.startswith("counter:") for meaning in following.meanings)


def counted_editions(spans: tuple[Span, ...], index: int, subject: frozenset[str]) -> int | None:
    """Where the noun stands that makes a number of editions of the number before the index: 3개 대회, 세 번의 행사, 3
    editions; None when it is a number of anything else."""
    if index < len(spans) and spans[index].text == "의":
        index += 1
    if index >= len(spans) or spans[index].clause != spans[index - 1].clause:
        return None
    readings, held = spans[index].readings, {"edition"} | subject
    return index if readings and all(reading <= held for reading in readings) else None


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
    for before, span in zip(said, [*said[1:], None], strict=False):
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


def asks_thing_itself(spans: tuple[Span, ...]) -> bool:
    """Whether it is asked what a thing is that is told by what is said of it: 국토부가 나간다는 그 전시회가 뭐야, what
    is the fair that Korea will join."""
    said = [span for span in spans if span.kind != "skip" or span.typed in _RELATIVES]
    asking = next((place for place, span in enumerate(said) if "ask:what" in span.meanings), None)
    if asking is None:
        return False
    if said[asking].typed[:1] < "ㄱ":
        after = said[asking + 1 :]
        relative = next((place for place, span in enumerate(after) if span.typed in _RELATIVES), 0)
        return relative > 0 and all(span.kind == "word" for span in after[:relative])
    head = list(itertools.takewhile(lambda each: each.kind in {"word", "josa"}, reversed(said[:asking])))
    before = said[: asking - len(head)]
    closes = all(span.kind in {"josa", "ending"} for span in said[asking + 1 :])
    is_subject = bool(head) and head[0].kind == "josa" and head[0].text in _TOPIC_JOSA
    is_told = bool(before) and final_consonant(before[-1].typed) == "ㄴ"
    return closes and is_subject and is_told and [each.kind for each in head[1:]] == ["word"]


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
    """The change that *up* or *down* right before a number or the year that it leads from tells, or two numbers that it
    leads from and to: up 9.4% on 2019, up on 2019, went from 21,384 to 32,157."""
    for before, span, after in zip(spans, spans[1:], (*spans[2:], None), strict=False):
        is_since = span.typed in _FROM_THERE and after is not None and after.kind == "year"
        if before.typed in _MOVES and (span.kind == "number" or is_since):
            return frozenset({"op:change", _MOVES[before.typed]})
    return frozenset({"op:change"}) if led_from_and_to(spans) else frozenset()


def led_from_and_to(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The two numbers that something is said to go from and to: from 185 to 301, 185개에서 301개로; none where there
    are no such two, or they count two things: 21개국에서 61개 기관이."""
    places = [place for place, span in enumerate(spans) if span.kind == "number"]
    if len(places) != len(("from", "to")):
        return ()
    first, second = places
    if [spans[place - 1].typed for place in places if place] == ["from", "to"]:
        return spans[first], spans[second]
    counted = [list(itertools.takewhile(_counts_number, spans[place + 1 :])) for place in places]
    between = spans[first + 1 + len(counted[0]) : second]
    after = spans[second + 1 + len(counted[1]) :][:1]
    leads = bool(between) and between[0].text == "에서" and all(each.kind == "year" for each in between[1:])
    of_one_kind = [span.meanings for span in counted[0]] == [span.meanings for span in counted[1]]
    ends = leads and of_one_kind and bool(after) and after[0].kind == "josa" and after[0].text in _BECOMES
    return (spans[first], spans[second]) if ends else ()


def _counts_number(span: Span) -> bool:
    return any(meaning.startswith(("counter:", "unit:")) for meaning in span.meanings)


def moved_how_far(spans: tuple[Span, ...]) -> frozenset[str]:
    """The change that *up* or *down* tells of which it is asked how far it went: how far up was it on 2019, by how much
    is the turnout up since 2019?"""
    asks = (span.typed in _HOW_FAR or bool(span.meanings & _IN_PERCENT) for span in spans)
    opens = next((place for place, is_asked in enumerate(asks) if is_asked), len(spans))
    for before, span, after in zip(spans[opens:], spans[opens + 1 :], (*spans[opens + 2 :], None), strict=False):
        leads = after is None or after.typed in _FROM_THERE or after.clause != span.clause
        if span.typed in _MOVES and (before.typed in _HOW_FAR or leads):
            return frozenset({"op:change", _MOVES[span.typed]})
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
    if "ask:who" not in meanings or "ask:contact" in meanings:
        return False
    if _asks_with_whom(spans):
        return True
    first = next((index for index, span in enumerate(spans) if span.kind == "josa" and span.text in _WITH_JOSA), None)
    if first is None or any(each.startswith("ask:") for each in spans[first - 1].meanings):
        return False  # 성함이랑 번호 같이 부탁드려요 asks for both
    return any(span.typed in _TOGETHER for span in spans[first:])


def _asks_with_whom(spans: tuple[Span, ...]) -> bool:
    """Whether it is asked with whom somebody did something: 누구와 대담했나, who works with her."""
    for span, after in itertools.pairwise(spans):
        if span.typed in _WHOM and after.kind == "josa" and after.text in _WITH_JOSA:
            return True
    said = [span.typed for span in spans]
    works_with = len(said) <= _WORKS_WITH and said[-2:-1] == ["with"]
    return said[:1] == ["who"] and (said[-1] in {"with", "to"} or works_with)


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


#: What is said after a statement that is to be confirmed.
_CONFIRMING = frozenset({"yes", "yeah", "yep", "no"})


def asks_to_confirm(spans: tuple[Span, ...]) -> bool:
    """Whether the message ends with a word of its own that only asks to confirm it: 33 countries, yes? at COEX, no?"""
    return len(spans) > 1 and spans[-1].typed in _CONFIRMING and spans[-1].clause != spans[-2].clause


def ends_as_question(spans: tuple[Span, ...]) -> bool:
    if not spans:
        return False
    return spans[-1].typed.endswith(_QUESTION_ENDINGS) or spans[0].typed in AUXILIARIES


#: What a change is called.
_MAKING_A_CLAIM = frozenset({*AUXILIARIES, "any", "some", "there", "no"})
CHANGES = frozenset({"growth", "increase", "rise", "gain", "jump", "drop", "fall", "decline", "decrease", "dip"})


def names_change(spans: tuple[Span, ...]) -> bool:
    """Whether the message names a change and says nothing of it: growth of visitors since 2019, visitor growth."""
    place = next((index for index, span in enumerate(spans) if span.typed in CHANGES), None)
    others = (span for index, span in enumerate(spans) if index != place)
    if place is None or any(each.kind == "verb" or each.typed in _MAKING_A_CLAIM for each in others):
        return False
    return spans[place].typed == "growth" or all(span.kind == "skip" for span in spans[:place])
