"""Where a message that asks several things may be cut: at stops, at *and*, between two asking words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bot.language.hangul import final_consonant
from bot.understand.span import Span

_AND_PARTICLES = frozenset({"과", "와", "랑", "이랑", "하고", "고", "며", "이고", "이며"})
_WITH = frozenset({"과", "와", "랑", "이랑", "하고"})
#: Heads that name nothing of their own.
_HOW_MUCH = frozenset({"amount", "count", "total"})
_QUOTING = ("라고", "다고", "냐고", "자고", "라며", "다며", "말고", "보고")
_CONTRASTING = frozenset({"but", "while", "whereas"})
#: So a clause ends to which the next one is set in contrast, once it tells which way something moved: 늘었는데.
_CONTRASTING_ENDINGS, _MOVED = frozenset({"는데", "은데", "지만", "으나"}), frozenset({"op:up", "op:down"})
_LEADS = frozenset({"since", "from", "in", "for"})
#: What may follow *how many* and names nothing that is counted.
_OF_NOTHING = frozenset({"total", "count", "and"})
_ASKS_APART = frozenset(f"ask:{ask}" for ask in ("where", "when", "who", "why", "many", "much", "contact", "year"))


def split(spans: tuple[Span, ...]) -> Iterator[tuple[tuple[Span, ...], ...]]:
    """The ways to cut the message, from the safest to the boldest; each piece says something."""
    stops = _cuts(spans, at_and=False, at_ask=False)
    ands = _cuts(spans, at_and=True, at_ask=False)
    asks = _cuts(spans, at_and=True, at_ask=True)
    seen: set[tuple[int, ...]] = set()
    for cuts in (stops, ands, asks):
        pieces = _pieces(spans, cuts)
        if 1 < len(pieces) <= 5 and cuts not in seen:
            seen.add(cuts)
            yield pieces


def asks_twice(spans: tuple[Span, ...]) -> bool:
    """Whether the same is asked twice, or a number and an amount: how many … and how many, 몇 차례 … 얼마."""
    asked = [ask for span in spans for ask in _asks_apart(span)]
    return len(asked) != len(set(asked)) or {"ask:many", "ask:much"} <= set(asked) or _asks_what_he_said(spans)


def counts_two_things(spans: tuple[Span, ...]) -> bool:
    """Whether it is asked how many there were of two things, each at words of its own: 몇 나라에서 몇 개 기관이."""
    said = [span for span in spans if span.kind not in {"skip", "josa"}]
    counted = {after.meanings for span, after in pairwise(said) if "ask:many" in _asks_apart(span)}
    return sum(not meanings <= _OF_NOTHING for meanings in counted) > 1


def _asks_what_he_said(spans: tuple[Span, ...]) -> bool:
    """Whether it is asked who it was, and then what he said: 누가 했고 뭐라고 했어?"""
    who = next((index for index, span in enumerate(spans) if "ask:who" in _asks_apart(span)), len(spans))
    joint = next((index for index in range(who + 1, len(spans)) if _joins(spans, index)), len(spans))
    after = frozenset().union(*(span.meanings for span in spans[joint:]))
    return "ask:statement" in after or {"ask:what", "say"} <= after


def _cuts(spans: tuple[Span, ...], *, at_and: bool, at_ask: bool) -> tuple[int, ...]:
    """The places to cut before: stops, and where wanted joints and further asking words."""
    cuts = []
    asked = _asks_apart(spans[0]) if spans else frozenset()
    for index in range(1, len(spans)):
        asks = _asks_apart(spans[index])
        stops = spans[index - 1].clause != spans[index].clause
        asks_more = at_ask and bool(asks) and bool(asked)
        if stops or asks_more or (at_and and _joins(spans, index)):
            cuts.append(index)
            asked = frozenset()
        asked |= asks
    return tuple(cuts)


def _asks_apart(span: Span) -> frozenset[str]:
    """What the span asks for certain: numbers may ask how many, but need not."""
    return _ASKS_APART & frozenset.intersection(*span.readings) if span.readings else frozenset()


def has_joint(spans: tuple[Span, ...]) -> bool:
    """Whether anything is joined in the message: visitors and booths, 관람객이랑 부스."""
    return any(_joins(spans, index) for index in range(1, len(spans)))


def _joins(spans: tuple[Span, ...], index: int) -> bool:
    """Whether the span before `index` joins what stands before it with what follows."""
    before = spans[index - 1]
    if before.kind in {"josa", "ending"} and (before.text in _AND_PARTICLES or _goes_on(before.text)):
        return spans[index].kind not in {"josa", "ending"} and not _is_done_with(spans, index)
    if before.kind == "ending" and before.text in _CONTRASTING_ENDINGS and index > 1:
        asks = any(meaning.startswith("ask:") for span in spans for meaning in span.meanings)
        return not asks and not spans[index - 2].meanings.isdisjoint(_MOVED)
    asks_on = before.typed.endswith(("고", "며")) and bool(_asks_apart(before))  # 어디고, 언제며
    return asks_on or "and" in before.meanings or (before.typed in _CONTRASTING and index > 1)


def _is_done_with(spans: tuple[Span, ...], index: int) -> bool:
    """Whether the words from `index` on tell what was done with whom stands before, and how much of it: 지자체와 상담한
    횟수; 관람객과 참가한 업체 are two things."""
    if spans[index - 1].text not in _WITH or final_consonant(spans[index].typed) != "ㄴ":
        return False
    head = spans[index + 1].meanings if index + 1 < len(spans) else frozenset()
    return bool(head) and all(meaning in _HOW_MUCH or meaning.startswith("counter:") for meaning in head)


def _goes_on(ending: str) -> bool:
    """Whether the ending says *and*: 몇 개였고; 이라고 and 다고 quote."""
    return ending.endswith(("고", "며")) and not ending.endswith(_QUOTING)


def _pieces(spans: tuple[Span, ...], cuts: tuple[int, ...]) -> tuple[tuple[Span, ...], ...]:
    """The pieces between the cuts; one that asks nothing belongs to the one before it, or to the next."""
    pieces: list[list[Span]] = []
    names = False
    for start, end in zip((0, *cuts), (*cuts, len(spans)), strict=True):
        piece = spans[start:end]
        asks_anew = pieces and not (_only_asks_again(piece, pieces[-1]) or _asks_of_each(piece))
        if not pieces or (names and asks_anew and any(map(_says_something, piece))):
            pieces.append([])
            names = False
        pieces[-1].extend(piece)
        names = names or any(map(_names_something, piece))
    return tuple(map(tuple, pieces))


def _only_asks_again(piece: tuple[Span, ...], before: list[Span]) -> bool:
    """Whether the piece says nothing but what the one before already asks: when is it, exact date?"""
    asked = frozenset().union(*(span.meanings for span in before))
    counted = {each for span in piece for each in span.meanings if each.startswith("counter:")}
    if not counted <= asked:
        return False  # 몇 개국 몇 개 기관
    said = [span for span in piece if _says_something(span)]
    return bool(said) and all(any(each.startswith("ask:") for each in span.meanings & asked) for span in said)


def _asks_of_each(piece: tuple[Span, ...]) -> bool:
    """Whether the piece asks of each thing before it, and names none: 각각 몇 명?, how many of each?"""
    said = frozenset().union(*(span.meanings for span in piece))
    if [span.typed for span in piece] == ["each"]:
        return True
    return "each" in said and not any(":" not in meaning for meaning in said - {"each"})


def _names_something(span: Span) -> bool:
    """Whether the span is more than a year or a word around it: since 2020 alone asks nothing."""
    return span.kind not in {"year", "date"} and _says_something(span) and span.typed not in _LEADS


def _says_something(span: Span) -> bool:
    return span.kind in {"year", "date", "number", "unknown"} or any(
        not meaning.startswith(("talk:", "counter:"))
        and meaning not in {"and", "both", "claim", "know", "become", "be", "come"}
        for meaning in span.meanings
    )
