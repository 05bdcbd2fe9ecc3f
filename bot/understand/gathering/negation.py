"""Where a message says that something is not so: 늘지 않았다던데, 줄어든 건 아니죠, 코엑스에서 안 했지."""

from __future__ import annotations

import itertools

from bot.language.hangul import final_consonant
from bot.understand.gathering.mentions import is_not_as_good
from bot.understand.question import Denial
from bot.understand.span import Span

_NOT = frozenset({"안", "못"})
#: 줄지 않았나요 asks whether it fell, 줄지 않았죠 says that it did not.
_ASKING = ("나", "나요", "니", "습니까", "을까", "을까요", "는가", "는지", "어", "아", "어요", "아요")
_ONLY = frozenset({"only", "just"})
_IS_NOT_SO = ("아니지", "아니죠", "아닌거지", "아닌거죠", "아닌거맞", "아닌게맞")
#: What is denied of a figure.
_SAID = frozenset({"op:up", "op:down", "op:more", "op:less", "op:most", "op:least"})
_IS_NOT = frozenset({"아니", "아닌"})
_THINGS = frozenset({"게", "거", "것", "것이", "건", "것은"})
_TOLD_ENDINGS = ("다는", "다고", "다던", "다며", "다면서", "다지", "다죠", "단", "대")
_TOLD_NOT_TO_BE = (*_TOLD_ENDINGS[:5], "라는", "라던", "라며", "라면서", "란")


def denial(spans: tuple[Span, ...]) -> Denial | None:
    """Whether it is denied that something is so, or asked with a negation that may as well affirm it: 늘지 않았다는 게
    맞아 denies, 늘지 않았어 may mean either; None when what is said is not negated."""
    if denies_at_end(spans):
        twice = any("not" in span.meanings and "claim" not in span.meanings for span in spans)
        return "unclear" if twice else "denied"
    return _denial_of_figure(spans) or ("denied" if _is_negated(spans) else None)


def denies_at_end(spans: tuple[Span, ...]) -> bool:
    """Whether the message ends in that it is not so: 줄어든 건 아니죠; 아니야 and 아닌가요 may ask."""
    claims = [span for span in spans if "claim" in span.meanings]
    return bool(claims) and claims[-1].typed.startswith(_IS_NOT_SO)


def is_denied(spans: tuple[Span, ...], index: int) -> bool:
    """Whether an English *not* inside its clause stands right before the span: visitors did not exceed 31,000."""
    before = [each for each in spans[:index] if each.clause == spans[index].clause]
    negated = [each for each in before if each.kind != "skip"][-1:]
    return (
        bool(negated) and "not" in negated[0].meanings and negated[0].typed[:1] < "ㄱ" and before[0] is not negated[0]
    )


def _denial_of_figure(spans: tuple[Span, ...]) -> Denial | None:
    """Whether it is denied in Korean that a figure moved or was more, where that is what is negated."""
    said_of = _SAID if any(span.kind == "number" for span in spans) else _SAID | {"over", "under"}
    for index, span in enumerate(spans):
        if span.typed[:2] in _IS_NOT and index and _is_said(spans[:index]):
            return "denied" if _is_told(span.typed, spans[index + 1 :]) else "unclear"
        if "not" not in span.meanings or span.typed[:1] < "ㄱ":
            continue
        says_both = bool(span.meanings & _SAID)
        after_verb = (
            index > 1 and spans[index - 1].text.startswith(("지", "진")) and spans[index - 2].meanings & said_of
        )
        before_verb = index + 1 < len(spans) and bool(spans[index + 1].meanings & said_of)
        if says_both or after_verb or before_verb:
            after = spans[index + 2 if before_verb else index + 1 :]
            said = span.typed if not before_verb else spans[index + 1].typed
            return "denied" if span.typed.startswith("못") or _is_embedded(said, after) else "unclear"
    return None


def _is_told(said: str, after: tuple[Span, ...]) -> bool:
    """Whether what is not so is what is told: 아니라는 게 맞아, 아니라던데."""
    endings = itertools.takewhile(lambda each: each.kind in {"ending", "josa"}, after)
    told = said + "".join(span.text for span in endings)
    return any(ending in told for ending in _TOLD_NOT_TO_BE)


def _is_said(before: tuple[Span, ...]) -> bool:
    """Whether what moved, or was more, stands right before the end: 늘어난 건, 가장 많았던 해는."""
    return any(span.meanings & {*_SAID, "record"} for span in before[-4:])


def _is_embedded(said: str, after: tuple[Span, ...]) -> bool:
    """Whether the negated verb is what is told or asked about: 않았다는 게 맞아, 않은 게 사실이야, 않았다던데."""
    if not after:
        return False
    endings = "".join(span.text for span in itertools.takewhile(lambda each: each.kind == "ending", after))
    if endings:
        return any(told in endings for told in _TOLD_ENDINGS)
    return final_consonant(said) == "ㄴ" and after[0].typed in _THINGS


def _is_negated(spans: tuple[Span, ...]) -> bool:
    """Whether anything is said not to be so: 코엑스에서 안 했지; wasn't it there? only asks."""
    for index, span in enumerate(spans):
        if span.typed == "no" and index == len(spans) - 1:
            continue  # every other year, no?
        if "not" not in span.meanings or (spans[index + 1 :][:1] and spans[index + 1].typed in _ONLY):
            continue
        if span.typed >= "가":
            after = spans[index + 1] if index + 1 < len(spans) else None
            only_asks = span.typed.startswith("않") and after is not None and after.typed.endswith(_ASKING)
            if is_not_as_good(spans, index):
                continue
            if span.typed in _NOT or (all("not" in each for each in span.readings) and not only_asks):
                return True
        elif not (span.typed.endswith("nt") and (index == 0 or spans[index - 1].clause != span.clause)):
            return True
    return False
