"""What a noun phrase ends in, which is what it asks for: the layout of booths, 계약 분야, and no number of either.

A figure is named by the noun that it counts. Where that noun only says of what something is asked, the something must
be one that a figure gives: its number, its amount, its record. Words that say little elsewhere say all of it there.
"""

from __future__ import annotations

from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import MetricEntry
from bot.understand.span import FREE, Span

#: What a figure gives of what it counts, or says of it by being given.
_GIVEN = frozenset({"count", "amount", "total", "result", "record", "come", "go", "participate", "part", "release"})
#: Nouns that say little around a question, and at its end ask for a side of what they stand behind.
_SIDES = frozenset(
    """type types kind kinds category categories detail details assignment allocation quality condition conditions
    rights rates margin margins 내용 기준 종류 유형 방식 방법 조건 품질 순서 형태 성격 특징
    안내 갱신""".split()
)
#: What may stand between the end of a noun phrase and the time it speaks of.
_OF_TIME = frozenset({"in", "for", "at", "of", "during", "from", "입니다", "요"})
_NUMBERS, _MANY = frozenset({"수", "숫자", "개수", "갯수"}), frozenset({"몇", "몇개", "몇곳"})
_OF_ANYTHING = frozenset({"counter:thing", "counter:place"})
_TOPIC, _OF = frozenset({"은", "는", "이", "가", "도", "은요", "는요"}), "의"
#: How English words and phrases begin or end that are no noun: booth installed, the crowd in person, what it comes to.
_DONE, _HOW = ("ed", "ing", "to", "for"), ("inperson", "onsite", "onlocation", "ontheground")
_COUNT = frozenset({"count"})


def with_other_heads(spans: tuple[Span, ...], catalogue: Catalogue) -> tuple[Span, ...]:
    """The spans, what a phrase asks for of the things counted unknown where no figure gives it: booth layout."""
    place = _head(spans)
    if place is None or not _is_counted(_before(spans, place), catalogue):
        return spans
    head = spans[place]
    if head.typed == "count":
        head = head.read_as(_COUNT, kind="word")
        return (*spans[:place], head, *spans[place + 1 :])
    before = _before(spans, place)
    if head.typed not in _SIDES and (not _says_little(head, catalogue) or _is_told(before, head, catalogue)):
        return spans
    return (*spans[:place], head.unexplained(), *spans[place + 1 :])


def counted_in_korean(spans: tuple[Span, ...]) -> Span | None:
    """The noun right before the number that is asked for, where no counter tells what is counted: 상담한 기업 수."""
    asked = next((place for place, span in enumerate(spans) if span.typed in _NUMBERS or span.typed in _MANY), 0)
    counters = {each for span in spans[asked + 1 : asked + 2] for each in span.meanings if each.startswith("counter:")}
    if counters - _OF_ANYTHING:
        return None  # 바이어를 몇 번 만났나
    before = [span for span in spans[:asked] if span.kind != "josa" or span.typed not in _TOPIC | {_OF}]
    if not before or before[-1].kind != "word" or before[-1].clause != spans[asked].clause:
        return None
    return before[-1]


def _head(spans: tuple[Span, ...]) -> int | None:
    """Where the noun stands that the message ends in, but for a time; None where it ends in anything else."""
    end = len(spans)
    while end and (spans[end - 1].kind == "year" or spans[end - 1].typed in _OF_TIME):
        end -= 1
    is_topic = False
    while end and spans[end - 1].kind in {"josa", "ending"} and spans[end - 1].typed in _TOPIC:
        end, is_topic = end - 1, True
    if end < 2:
        return None
    head = spans[end - 1]
    if head.typed[:1] < "ㄱ":
        is_done = head.typed.endswith(_DONE) and head.kind == "verb"
        return None if is_done or head.typed.startswith(_HOW) else end - 1
    is_noun = head.kind != "verb" or is_topic
    return end - 1 if is_noun and len(head.typed) > 1 else None


def _before(spans: tuple[Span, ...], head: int) -> Span | None:
    """The noun right before the one at the place, in its clause, that says of what it is: booth layout, 계약의 내용."""
    place = head - 1
    if spans[place].kind == "josa" and spans[place].typed == _OF:
        place -= 1
    before = spans[place] if place >= 0 else None
    return before if before is not None and before.clause == spans[head].clause else None


def _is_counted(span: Span | None, catalogue: Catalogue) -> bool:
    """Whether the span alone names what a figure counts; in English as one of them, as in a compound."""
    if span is None or span.kind not in {"word", "verb"}:
        return False
    is_plural = span.typed[:1] < "ㄱ" and span.typed.endswith("s")
    return not is_plural and any(reading - catalogue.lexicon.soft in catalogue.counted for reading in span.readings)


def _is_told(before: Span | None, head: Span, catalogue: Catalogue) -> bool:
    """Whether a figure that the noun before names is told with what the head says of its own: procurement staff."""
    own = head.meanings - catalogue.little
    named = catalogue.index.naming(before.meanings - catalogue.lexicon.soft) if before is not None and own else ()
    return any(isinstance(entry, MetricEntry) and own <= entry.explains for entry in named)


def _says_little(head: Span, catalogue: Catalogue) -> bool:
    """Whether nothing that the head means would have to be explained, and no figure gives it."""
    if not head.readings or any(":" in meaning for meaning in head.meanings):
        return False
    given = _GIVEN | FREE | {"know"}
    return head.meanings.isdisjoint(given) and any(reading <= catalogue.little for reading in head.readings)
