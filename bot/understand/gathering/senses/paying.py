"""What is paid or earned: verbs that say little elsewhere, beside *how much* or an amount of money."""

from __future__ import annotations

from bot.understand.span import Span

#: How the Korean verbs begin, those that only *how much* in money goes with, and the English ones.
_PAYS = tuple(
    "내야 내나 내면 내는 낸 낼 냈 벌 쓴 쓸 쓰 썼 받 줘 줬 주나 주는 준 남았 남겼 남긴 모았 모은 거뒀 거둔 치렀".split()
)
_COSTS = ("들었", "들어", "드나", "드는", "든")
_PAYS_OR_COSTS = (*_PAYS, *_COSTS)
_PAYS_IN_ENGLISH = frozenset(
    """earn earned earning make making get getting raise raised bring bringin broughtin brought receive received give
    gave given givelocal put putin contribute contributed provide provided gofor wentfor wentinto goesinto spend spent
    pay paid cost charge charged collect collected""".split()
)
_PAYMENT = frozenset({"pay"})
_IN_WON = ("억", "조", "billion", "bn", "만원", "million")
_HOW_MUCH_MONEY = frozenset({"ask:much"})
_HOW_MUCH, _HOW_MUCH_OF_ANYTHING = (
    frozenset({"얼마", "얼마쯤", "얼마정도"}),
    frozenset({"얼마나", "얼마큼", "얼마만큼"}),
)
#: What may cling to an amount that is the object, or in Korean the subject, of such a verb.
_OF_AMOUNT = frozenset({"이", "가", "을", "를", "은", "는", "도", "나", "이나", "씩"})


def with_payments(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, a verb that has *how much* or an amount as its object read as one of paying, so that no figure answers
    it that tells of no payment: 부스 얼마 냈어, how much did companies earn."""
    return tuple(
        span.read_as(_PAYMENT, kind="verb")
        if (_pays_in_korean(spans, index) if span.typed[:1] >= "ㄱ" else _pays_in_english(spans, index))
        else span
        for index, span in enumerate(spans)
    )


def _pays_in_korean(spans: tuple[Span, ...], index: int) -> bool:
    typed = spans[index].typed
    if spans[index].kind in {"josa", "ending"} or not (typed == "내" or typed.startswith(_PAYS_OR_COSTS)):
        return False
    before = spans[:index]
    while before and before[-1].kind == "josa" and before[-1].typed in _OF_AMOUNT:
        before = before[:-1]
    if not before:
        return False
    much = _HOW_MUCH if typed.startswith(_COSTS) else _HOW_MUCH | _HOW_MUCH_OF_ANYTHING
    return before[-1].typed in much or _is_money(spans, len(before) - 1)


def _pays_in_english(spans: tuple[Span, ...], index: int) -> bool:
    span = spans[index]
    if span.typed not in _PAYS_IN_ENGLISH:
        return False
    asks = any(each.meanings == _HOW_MUCH_MONEY and each.clause == span.clause for each in spans[:index])
    compares = any(_compares(each) for each in spans[:index])
    money = any(spans[place].clause == span.clause and _is_money(spans, place) for place in range(len(spans)))
    return (asks and not compares) or money


def _compares(span: Span) -> bool:
    """Whether the word tells what *how much* measures: how much bigger did it get."""
    return any(meaning.startswith("op:") for meaning in span.meanings)


def _is_money(spans: tuple[Span, ...], place: int) -> bool:
    """Whether an amount in won stands there, or the unit behind one."""
    span, following = spans[place], spans[place + 1 : place + 2]
    if span.kind != "number":
        return "unit:krw" in span.meanings or span.typed == "돈"
    return span.typed.endswith(_IN_WON) or any("unit:krw" in each.meanings for each in following)
