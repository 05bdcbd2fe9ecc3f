"""What a message says without asking about it: X 말고 Y, contracts and not talks, a comment before the question."""

from __future__ import annotations

import itertools

from bot.understand.span import Span

#: How many words may say what is not meant: consultations, not the signed contracts.
_SHORT = 3
#: Endings of 놀랍게도, as they are cut and in one.
_COMMENTING, _ADVERBIAL = ("게", "도"), "게도"
_SHORTEST_ADVERB = 4
_ONES = {"ones", "those", "people"}
_OBLIQUE_JOSA = frozenset({"에서", "에", "의", "으로", "로", "을", "를"})
#: How *I don't mean* ends: the rest of its clause is not meant, whatever it says.
_DISCLAIMING = ("mean", "askingabout", "after")
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
_THINGS, _LIKE = frozenset({"거", "것", "건", "것들", "거는"}), frozenset({"같은", "그런", "따위"})

#: So things are picked out, and not left out: 국내 업체만 따로 빼면.
_PICKED_OUT = frozenset({"따로", "따로만"})


def says_what_remains(spans: tuple[Span, ...]) -> bool:
    """Whether it is asked what is left of one thing without another: what was left of it, 빼고 남는 돈."""
    taken = [place for place, span in enumerate(spans) if span.meanings & {"op:exclude", "op:difference"}]
    return any("left" in spans[place].typed or "remain" in spans[place].typed for place in taken) or (
        bool(taken) and any(span.typed.startswith("남") for span in spans[taken[0] :])
    )


def without_what_is_not_meant(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans without what stands before 말고 where something else follows: 관람객 말고 외국 기업."""
    spans = _without_contrasted(_without_denied(_without_declined(_without_examples(spans))))
    place = next((index for index, span in enumerate(spans) if span.typed in _NOT_MEANT), None)
    if not place or not any(is_content(span) for span in (*spans[place + 1 :], *_clauses_before(spans, place))):
        return spans
    start = _start_of_name(spans, _end_of_name(spans, place))
    while start > 1 and spans[start - 1].text in _OBLIQUE_JOSA and spans[start - 2].kind == "word":
        start = _start_of_name(spans, start - 1)  # 미팅에서 오간 돈 말고
    return spans[:start] + spans[place + 1 :]


def _end_of_name(spans: tuple[Span, ...], place: int) -> int:
    """Where the nouns end that are left out at the place, before what stands for their like: 상담 같은 거 말고."""
    if spans[place - 1].typed not in _THINGS:
        return place
    return place - 2 if place > 2 and spans[place - 2].typed in _LIKE else place - 1


def _start_of_name(spans: tuple[Span, ...], end: int) -> int:
    """Where the nouns begin that stand right before the place, in its clause."""
    start = end
    while start and spans[start - 1].clause == spans[end].clause:
        is_noun = spans[start - 1].kind == "verb" and spans[start].kind != "ending"  # 상담 is 상담하다 too
        if not is_noun and not is_content(spans[start - 1]):
            break
        start -= 1
    return start


def _without_contrasted(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans without what something is not, where it is said what it is: 코엑스가 아니라 킨텍스, COEX도 아니고."""
    for index, span in enumerate(spans[:-2]):
        said = span.typed + spans[index + 1].typed
        joins = said.startswith(_IS_NOT_BUT) and not said.startswith(_TOLD_NOT_TO_BE)
        joins = joins and index + 2 < len(spans) and spans[index + 2].kind != "josa"
        is_bare = index > 0 and spans[index - 1].kind == "word"  # 코엑스 아니고
        if not joins or not (is_bare or (index > 1 and spans[index - 1].text in _CONTRASTED)):
            continue
        start = index if is_bare else index - 1
        while start and is_content(spans[start - 1]) and spans[start - 1].clause == span.clause:
            start -= 1
        if any(map(is_content, spans[index + 2 :])):
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
        opens = not any(is_content(each) for each in spans[:index] if each.clause == span.clause)
        after_name = index > 0 and spans[index - 1].kind == "word" and names_only(list(spans[index - 1 : index]))
        says_which = index > 0 and any(each.typed in _ONES for each in denied[:3])
        says_which = says_which or (after_name and len(denied) <= _SHORT and names_only(denied))
        asks_on = any(is_content(each) and each.meanings != {"claim"} for each in spans if each.clause != span.clause)
        disclaims = span.typed.endswith(_DISCLAIMING) and not any(_asks(each) for each in denied)
        names = names_only(denied) or disclaims
        if says_which or (opens and asks_on and names and len(denied) < len(spans) - 1):
            return tuple(each for each in spans if each.clause != span.clause or each.start < span.start)
    return spans


def _asks(span: Span) -> bool:
    return any(meaning.startswith("ask:") for meaning in span.meanings)


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
            and any(map(is_content, others))
        ):
            kept = tuple(others)
    return kept


def _without_examples(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans without the clauses at the end that give examples of what is asked: homes, water and so on."""
    if not spans or "such-as" not in spans[-1].meanings or spans[-1].typed[:1] >= "ㄱ":
        return spans
    asking = [span.clause for span in spans if any(each.startswith("ask:") for each in span.meanings)]
    return tuple(span for span in spans if span.clause <= asking[-1]) if asking else spans


def names_only(spans: list[Span]) -> bool:
    """Whether the spans name a thing and neither ask nor say anything of it."""
    names = any(span.kind == "word" for span in spans)
    return names and not any(
        span.kind in {"verb", "number", "year"}
        or any(each.startswith(("ask:", "op:", "claim")) for each in span.meanings)
        for span in spans
    )


def told_to_be_left_out(spans: tuple[Span, ...]) -> frozenset[str]:
    """The meanings of what is named right beside the words that leave it out: 내국인은 빼고, without the Koreans."""
    return _named_beside_exclusion(spans, is_picked=False)


def told_to_be_picked_out(spans: tuple[Span, ...]) -> frozenset[str]:
    """The meanings of what such words pick out instead: 국내 업체만 따로 빼면."""
    return _named_beside_exclusion(spans, is_picked=True)


def _named_beside_exclusion(spans: tuple[Span, ...], *, is_picked: bool) -> frozenset[str]:
    meanings: frozenset[str] = frozenset()
    for place, span in enumerate(spans):
        if "op:exclude" not in span.meanings or is_picked != _is_picked_out(spans, place):
            continue
        before = [each for each in spans[:place] if each.clause == span.clause][::-1]
        after = [each for each in spans[place + 1 :] if each.clause == span.clause]
        described = frozenset().union(*(each.meanings for each in itertools.takewhile(_describes, after)))
        meanings |= _names_first(before) if span.typed[:1] >= "ㄱ" or not described else described
    return meanings


def _is_picked_out(spans: tuple[Span, ...], place: int) -> bool:
    return place > 1 and spans[place - 2].text == "만" and spans[place - 1].typed in _PICKED_OUT


def _describes(span: Span) -> bool:
    """Whether the span neither asks nor calculates: the people who came on site."""
    return not any(each.startswith(("ask:", "op:")) and each != "ask:who" for each in span.meanings)


def _names_first(spans: list[Span]) -> frozenset[str]:
    """The meanings of the names that the spans begin with, behind a particle."""
    meanings: frozenset[str] = frozenset()
    for span in spans:
        if span.kind == "word" and _describes(span):
            meanings |= span.meanings
        elif meanings or span.kind not in {"josa", "skip"}:
            break
    return meanings


def is_content(span: Span) -> bool:
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
