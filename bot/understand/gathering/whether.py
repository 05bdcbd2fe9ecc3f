"""Whether a message asks for a yes or a no: is it so, 그런가요. A figure or a name is no answer to that by itself."""

from __future__ import annotations

import itertools

from bot.understand.span import Span

#: How an English question opens that asks whether.
OPENS = frozenset(
    {
        "is", "are", "was", "were", "am", "did", "does", "do", "has", "have", "had", "will", "would", "can", "could",
        "should", "must", "isnt", "arent", "wasnt", "werent", "didnt", "doesnt", "dont", "hasnt", "havent", "wont",
    }
)  # fmt: skip
_SHORTEST = 2
_IS_IT_TRUE = ("isittrue", "isitcorrect", "isitright")
#: What may stand before that.
_BEFORE_OPENING = frozenset({"and", "so", "but", "then", "well", "ok", "okay", "hi", "hello", "hey", "also", "now"})
#: Who is asked for something, or asks leave, right after it.
_ASKED = frozenset({"you", "i", "we", "u", "anyone", "anybody", "someone", "somebody"})
#: How a Korean message ends that asks whether.
_ENDS = (
    "나요", "가요", "까", "죠", "지요", "지", "니", "냐", "나", "가", "어", "아", "어요", "아요", "야", "여", "예요",
    "에요", "대", "대요", "래", "래요",
)  # fmt: skip
#: With these it is something else that is asked.
_ASKING = ("몇", "얼마", "어느", "어떤", "무슨", "무엇", "뭐", "뭘", "누", "언제", "어디", "왜", "어떻", "어째")
#: Whoever it is: these ask nothing.
_WHOEVER = ("누구나", "누구든", "어디나", "어디든", "언제나", "언제든")
#: How something is asked for.
_REQUESTS = (
    "주실", "주시", "주세", "줄수", "줄래", "줘", "주라", "주겠", "알수", "부탁", "바랍", "달라", "말이", "말인",
)  # fmt: skip
#: How it is said that there is something, and that somebody was there.
_THERE_IS = ("있었", "있나", "있어", "있습", "있죠", "있지", "있는", "있던", "있을", "있니", "있대", "있다")
_THERE_IS_NOT = tuple("없" + each[1:] for each in _THERE_IS)
_THERE, _NO = frozenset({"there", "any", "have", "has", "had"}), frozenset({"no"})
_ABLE = frozenset({"can", "could", "able", "allowed"})
_PRESENCE = frozenset({"come", "participate"})
#: All of them, and only they: that some were there does not say so.
QUANTITIES = frozenset({"total", "op:only", "each"})


def asks_whether(spans: tuple[Span, ...]) -> bool:
    """Whether the message only asks if something is so; not where it asks which, who or how many, or for something to
    be told."""
    text = "".join(span.typed for span in spans)
    if not spans or any(map(_asks_else, spans)) or any(each in text for each in _REQUESTS):
        return False
    if any("or" in span.meanings for span in spans) or sum("op:more" in span.meanings for span in spans) > 1:
        return False
    return _opens_english(spans) or _ends_korean(spans)


def _asks_else(span: Span) -> bool:
    asks = any(meaning.startswith("ask:") for meaning in span.meanings)
    return asks or (span.typed.startswith(_ASKING) and not span.typed.startswith(_WHOEVER))


def _opens_english(spans: tuple[Span, ...]) -> bool:
    words = [span.typed for span in spans]
    while words and words[0] in _BEFORE_OPENING:
        words.pop(0)
    if len(words) < _SHORTEST:
        return False
    if words[0].startswith(_IS_IT_TRUE):
        return True
    return words[0].removesuffix("there") in OPENS and words[1] not in _ASKED


def _ends_korean(spans: tuple[Span, ...]) -> bool:
    """Whether a verb, or a noun that something is said to be, ends the message as a question."""
    last = spans[-1]
    if not "가" <= last.typed[-1:] <= "힣" or len(spans) == 1:
        return False
    if last.kind == "ending":
        return last.text.endswith(_ENDS)
    if last.kind == "josa":
        return last.text.endswith(("가요", "까", "죠", "지요", "지", "야", "냐", "니", "가", "나요", "나"))
    return last.kind == "skip" and last.typed.endswith(("나요", "가요", "까", "죠"))


def asks_if_any(spans: tuple[Span, ...]) -> bool:
    """Whether it is asked if there was any of what is named, or none, and nothing of all of them: 온라인 관람객도
    있었나요, were there foreign visitors, did buyers come."""
    if any(span.meanings & QUANTITIES for span in spans):
        return False
    if any(span.typed in _ABLE for span in spans) or any(
        before.typed == "수" and span.typed.startswith(_THERE_IS + _THERE_IS_NOT)  # 갈 수 있나요
        for before, span in itertools.pairwise(spans)
    ):
        return False
    return any(
        span.typed in _THERE | _NO
        or (span.typed.endswith("there") and span.typed.removesuffix("there") in OPENS)
        or span.typed.startswith(_THERE_IS + _THERE_IS_NOT)
        or (span.kind == "verb" and bool(span.meanings & _PRESENCE))
        for span in spans
    )


def says_none(spans: tuple[Span, ...]) -> bool:
    """Whether it is said that there was none: no contracts were signed, 계약은 없었죠."""
    return any(span.typed in _NO or span.typed.startswith(_THERE_IS_NOT) for span in spans)
