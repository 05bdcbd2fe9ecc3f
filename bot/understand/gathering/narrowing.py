"""What is said beside a question that picks what it is about: only some, what is wanted, another event."""

from __future__ import annotations

from itertools import pairwise

from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.features import Features
from bot.understand.gathering.clauses import says
from bot.understand.span import Span

#: What leaves things out, puts things to choose from, or picks some.
PICKING = ("op:exclude", "op:include", "op:share", "or", "latter")
_ORDINAL = ("time:first", "time:next", "first")
_WHICH_IN_ORDER = frozenset({"first", "second", "third", "last", "final", "opening", "closing", "첫", "마지막"})
_ORDERED = frozenset({"day", "hall", "edition", "session", "날"})
_HALLS = frozenset({"hall", "zone", "room", "gate", "홀", "관", "구역"})
_COUNTED_IN_ORDER = frozenset({"day", "edition", "part"})
#: After these a noun tells where somebody is or what he does it with, and not what he wants.
OBLIQUE = frozenset(
    {"에", "에서", "에도", "로", "으로", "랑", "이랑", "하고", "한테", "에게", "께", "때문에", "부터", "까지"}
)
#: What joins clauses, read as a particle after a verb that no list knows.
_JOINING = frozenset({"서", "니까", "라서", "는데", "고", "다가", "면서", "니", "더니", "려고", "이라", "라", "인데"})
_ASKING = ("묻", "물어", "여쭤", "여쭙", "궁금해하")
_OF_WHO_ASKS = frozenset({"이", "가", "께서", "도"})
_NO_NAMES = frozenset({"kind:other", "kind:occasion"})
_LAST_HOUR = 24
_AT_THE_HOUR = frozenset({"at", "by", "before", "until", "till", "after", "around"})


def wishes_for(spans: tuple[Span, ...], named: list[Span], catalogue: Catalogue) -> bool:
    """Whether it is one of the things named that the asker would have or know: I need the price, 가격이 궁금해요."""
    wishes = catalogue.lexicon.words.wishes
    for place, span in enumerate(spans):
        if not span.typed.startswith(tuple(wishes)) or span.kind == "unknown":
            continue
        if span.typed < "ㄱ":
            if not span.typed.endswith("to") and _is_wished(spans[place + 1 :], named):
                return True
        elif _is_object(spans[:place], named, asks=span.typed.startswith(_ASKING)):
            return True
    return False


def _is_wished(after: tuple[Span, ...], named: list[Span]) -> bool:
    if after and after[0].typed.startswith("to"):
        return False
    for span in after:
        if span.typed in {"for", "to", "by", "before", "because", "in", "at", "on", "so", "from"}:
            return False
        if span in named:
            return True
    return False


def _is_object(before: tuple[Span, ...], named: list[Span], *, asks: bool) -> bool:
    """Whether one of the things named is what the verb after the spans is about; who asks is none."""
    after = ""
    for span in reversed(before):
        if span.kind in {"ending", "verb"} or (span.kind == "josa" and span.typed in _JOINING):
            return False
        if span in named and after not in OBLIQUE and not (asks and after in _OF_WHO_ASKS):
            return True
        after = span.typed if span.kind == "josa" else after
    return False


def is_of_the_hurry(spans: tuple[Span, ...], number: Span, catalogue: Catalogue) -> bool:
    """Whether the number tells how long the asker has, or is otherwise his own: by five, 5분 뒤, 3학년."""
    place = spans.index(number)
    beside = spans[max(0, place - 1) : place] + spans[place + 1 : place + 2]
    if any(is_deadline(span, catalogue) for span in beside):
        return True
    is_hour = number.number is not None and number.number.value <= _LAST_HOUR
    return is_hour and any(span.typed in _AT_THE_HOUR or "time-of-day" in span.meanings for span in beside)


def is_deadline(span: Span, catalogue: Catalogue) -> bool:
    """Whether the word counts the time that somebody has, or his years and pages: minutes, 분 뒤, 학년."""
    deadlines = catalogue.lexicon.words.deadlines
    return span.typed in deadlines or span.typed.removesuffix("에") in deadlines


def names_event(found: Features, catalogue: Catalogue) -> bool:
    """Whether an event is spoken of, which another word may tell from the release's: the game fair."""
    return any(item.span.typed in catalogue.lexicon.words.events for item in found.items)


def picks_in_order(found: Features) -> bool:
    """Whether one of several days or parts is told by its number: the second day, hall 3."""
    if found.has(*_ORDINAL) and found.has(*_COUNTED_IN_ORDER):
        return True
    for before, after in pairwise(found.spans):
        if before.typed in _WHICH_IN_ORDER and after.typed in _ORDERED:
            return True
        if before.typed.endswith("째") and after.typed.startswith("날"):
            return True
        if (before.kind == "number" and after.typed in _HALLS) or (before.typed in _HALLS and after.kind == "number"):
            return True
    return False


def is_name(span: Span) -> bool:
    """Whether a place, body, company or occasion is named."""
    return any(meaning.startswith("kind:") and meaning not in _NO_NAMES for meaning in span.meanings)


#: What stands for something said before, and who is then spoken of.
_OF_A_PLACE = frozenset({"거기", "거긴", "거기서", "그곳", "그쪽", "we", "us", "our", "ours", "저희", "우리", "my"})
OF_A_BODY = frozenset({*_OF_A_PLACE, "it", "its", "they", "them", "their", "those"})


def points_back(rest: tuple[Span, ...], apart: list[tuple[Span, ...]]) -> bool:
    """Whether the question may be about a place or body that is named beside it: I work for X, how many had we?"""
    names = [span for clause in apart for span in clause if is_name(span)]
    pointing = _OF_A_PLACE if all("kind:place" in span.meanings for span in names) else OF_A_BODY
    return bool(names) and any(span.typed in pointing for span in rest)


def picks_some(found: Features, words: tuple[str, ...], catalogue: Catalogue) -> bool:
    """Whether what is said of the asker picks something among what may be asked: he wants it, or only it, or was at
    another event."""
    spared = (item for item in found.items if not any(each <= catalogue.little for each in item.readings))
    named = [*(item.span for item in spared), *found.unknown]
    if picks_in_order(found) or (named and says(words, catalogue.lexicon.words.narrowing)):
        return True
    kinds = {catalogue.item_kinds.get(meaning) for span in named for meaning in span.meanings}
    is_elsewhere = "place" in kinds or any(map(is_name, named))
    tells_of = names_event(found, catalogue) or says(words, catalogue.lexicon.words.topics)
    return wishes_for(found.spans, named, catalogue) or (is_elsewhere and tells_of)
