"""What is said of the things that are counted, where the words say little elsewhere: how many are left, are needed.

A count tells how many there were, came or took part. A verb that picks some of them, or speaks of others than those,
asks for another number, which nothing explains.
"""

from __future__ import annotations

from bot.understand.span import Span

#: How the Korean verbs begin that are not true of all that were counted.
_OF_SOME = ("남았", "남은", "남아", "떠났", "떠난", "벌었", "일했", "일하")
_SUBJECT = frozenset({"이", "가", "은", "는", "나", "이나", "정도", "쯤", "도"})
#: The English words, and those that say what could be, after the noun that is counted.
_OF_SOME_IN_ENGLISH = frozenset(
    "remained remain remains remaining needed need needs required require left unused vacant empty leave".split()
)
_AUXILIARY = frozenset({"are", "were", "was", "is", "have", "has", "had", "been", "still"})
_COULD_BE, _ASKER = frozenset({"can", "could", "may", "might", "should", "must"}), ("you", "i", "we", "u", "tell")
#: What there is of a kind in all the country is not what came.
_THERE_IN = ("there", "in")


def with_other_predicates(spans: tuple[Span, ...], counted: Span | None) -> tuple[Span, ...]:
    """The spans, a predicate unknown that is not said of all that are counted, as `counted` after *how many*."""
    place = _in_english(spans, spans.index(counted)) if counted is not None else _in_korean(spans)
    if place is None:
        return spans
    unknown = spans[place].unexplained()
    return (*spans[:place], unknown, *spans[place + 1 :])


def _in_korean(spans: tuple[Span, ...]) -> int | None:
    """Where the verb stands right after how many, with its counter and particle: 부스 몇 개가 남았어; not what remains
    where something is taken off: 외국 회사 빼면 몇 개 남아."""
    if any("op:exclude" in span.meanings for span in spans):
        return None
    place = next((index for index, span in enumerate(spans) if "ask:many" in span.meanings), len(spans)) + 1
    while place < len(spans) and _counts(spans[place]):
        place += 1
    is_there = place < len(spans) and spans[place].typed.startswith(_OF_SOME)
    return place if is_there else None


def _counts(span: Span) -> bool:
    is_counter = any(meaning.startswith("counter:") for meaning in span.meanings)
    return is_counter or (span.kind == "josa" and span.typed in _SUBJECT)


def _in_english(spans: tuple[Span, ...], counted: int) -> int | None:
    """Where the word stands after the noun counted that is said of some of them or of what could be."""
    after = [place for place in range(counted + 1, len(spans)) if spans[place].clause == spans[counted].clause]
    said = next((place for place in after if spans[place].typed not in _AUXILIARY), None)
    if said is None:
        return None
    if spans[said].typed in _OF_SOME_IN_ENGLISH:
        return said
    if spans[said].typed in _COULD_BE and said + 1 < len(spans):
        return said if not spans[said + 1].typed.startswith(_ASKER) else None
    typed = tuple(spans[place].typed for place in after[:4])
    is_in_country = typed[1:3] == _THERE_IN and len(after) > 3 and "domestic" in spans[after[3]].meanings
    return after[3] if is_in_country else None
