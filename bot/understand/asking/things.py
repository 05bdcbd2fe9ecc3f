"""The things that a message names where a side of a topic has its own: another place, body, person or occasion.

A thing may only be called wrong where the release leaves no room for it: a list that goes on holds others too, what a
body did another may have done with it, and a region may be around the right place.
"""

from __future__ import annotations

from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry
from bot.understand.features import Features, Item
from bot.understand.span import Span

_COPULAS = ("이라", "라", "이야", "야", "인", "이었", "였", "이죠", "죠", "이지", "지", "입니", "이다", "이냐", "냐")
#: With these a message that names one of several things speaks of the others.
ASKS_OTHERS = frozenset({"또", "다른", "나머지", "else", "other", "others", "besides", "apart"})
_BE = frozenset({"is", "was", "are", "were", "be", "been"})
_JOINING_JOSA = frozenset(
    {"이랑", "랑", "하고", "과", "와", "이나", "나", "였나", "이었나", "인가", "인지", "이고", "말고"}
)
#: With these something else did it too.
TOO = frozenset({"also", "too", "aswell", "co"})
_TOGETHER = frozenset({"같이", "함께", "나란히", "공동", "공동으로", "together", "jointly", "alongside"})
#: With these something is near a place, or done with those who are from there.
_BESIDE = frozenset(
    {
        "near",
        "nearby",
        "with",
        "around",
        "outside",
        "outsideof",
        "closeto",
        "nextto",
        "근처",
        "부근",
        "인근",
        "주변",
        "근교",
    }
)
#: What may be said of somebody beside who he is.
_SAYS_LITTLE = frozenset({"be", "become", "know", "claim", "not"})
#: Who comes from a place or lives there does not say what was held in it.
_MOVES = frozenset({"come", "send", "talk", "work", "participate"})
#: The full names of Koreans have so many syllables.
_FULL_NAME = range(3, 5)
_LONGEST_GIVEN_NAME = 9
#: How many words a name of a person has at most.
_MOST_NAMES = 5


def kind_of(entry: AspectEntry, catalogue: Catalogue) -> str | None:
    """What kind of thing the side of a topic has; None when it has none or several."""
    kinds = {catalogue.item_kinds.get(item) for item in entry.items}
    return kinds.pop() if len(kinds) == 1 else None


def is_closed(entry: AspectEntry) -> bool:
    """Whether there is no other thing than those that the side of a topic has."""
    return entry.aspect.complete or (len(entry.items) == 1 and "list" not in entry.aspect.asks)


def kinds_named(found: Features, catalogue: Catalogue) -> frozenset[str]:
    """The kinds of things that the message names."""
    named = {kind for span in found.spans for kind in _kinds(span, catalogue)}
    return frozenset(named | ({"person"} if _full_names(found, catalogue) else set()))


def things_claimed(entry: AspectEntry, found: Features, catalogue: Catalogue) -> tuple[frozenset[str], tuple[str, ...]]:
    """The right things that the message names, and as typed those that it names in their place."""
    own, kind = entry.items, kind_of(entry, catalogue)
    mine: set[str] = set()
    others: list[Span] = []
    names = _full_names(found, catalogue) if kind == "person" else ()
    for item in found.items:
        right = own & _meant(item.meanings, kind, catalogue)
        if right and not (kind == "occasion" and _only_opens(item.span, found)):
            mine |= right
        elif item.span in names or _is_other(item, entry, found, kind, catalogue):
            others.append(item.span)
    others += [span for span in found.unknown if span in names or _may_be_thing(span, entry, found, kind)]
    speaks_of_occasion = kind == "place" and entry.topic.subject and "occasion" in kinds_named(found, catalogue)
    if others and (speaks_of_occasion or not is_closed(entry) or found.has("op:exclude", "op:down")):
        return frozenset(), ()
    if kind in {"body", "person"} and not _says_who(entry, found, others, catalogue):
        return frozenset(), ()
    if others and not entry.aspect.complete and _leaves_room(found, kind, mine=bool(mine), others=others):
        return frozenset(), ()
    if kind == "place" and others and not _is_anchored(entry, found, others):
        return frozenset(), ()
    return frozenset(mine), tuple(span.typed for span in others)


def _only_opens(span: Span, found: Features) -> bool:
    """Whether the span says that something began, and names no occasion: opened by him, 개막을 선언했나요."""
    return "start" in span.meanings and "kind:occasion" not in span.meanings and span.start not in found.places


def _meant(meanings: frozenset[str], kind: str | None, catalogue: Catalogue) -> frozenset[str]:
    """The meanings, with who bears an office that they name."""
    if kind != "person":
        return meanings
    return meanings | {catalogue.bearers[each] for each in meanings if each in catalogue.bearers}


def _kinds(span: Span, catalogue: Catalogue) -> frozenset[str]:
    """The kinds of thing that the span may name."""
    said = {each.removeprefix("kind:") for each in span.meanings if each.startswith("kind:")}
    own = {catalogue.item_kinds.get(each) or _office(each, catalogue) for each in span.meanings}
    return frozenset(said | {kind for kind in own if kind})


def _office(meaning: str, catalogue: Catalogue) -> str | None:
    return "person" if meaning in catalogue.bearers else None


def _is_other(item: Item, entry: AspectEntry, found: Features, kind: str | None, catalogue: Catalogue) -> bool:
    """Whether the item could stand in the place of the side's own, and the side does not speak of it."""
    kinds = _kinds(item.span, catalogue)
    if kind == "person" and "person" in kinds:
        return True  # an office in the context of a remark is somebody else's
    if item.meanings & entry.explains:
        return False
    if kinds:
        is_around = "region" in kinds and item.span.start in found.places
        is_within = "city" in kinds and "country" in entry.named  # Bangkok is no other place than Thailand
        return kind in kinds and not (is_around or is_within or _is_beside(item.span, found))
    if kind == "place" and "ask:where" not in found.asks - found.implied:
        return False  # in summer, outdoors
    return all(each.startswith("=") for each in item.meanings) and _may_be_thing(item.span, entry, found, kind)


def _is_beside(span: Span, found: Features) -> bool:
    """Whether something is said to be beside the span, and not there: near Seoul, with Japan, 서울 근처에서."""
    before, after = found.around(span)
    return (before is not None and before.typed in _BESIDE) or (after is not None and after.typed in _BESIDE)


def _is_anchored(entry: AspectEntry, found: Features, others: list[Span]) -> bool:
    """Whether the message says what was there, or that it was there: 서울이 언급됐나 says neither."""
    said = {each for span in found.spans if span.kind in {"verb", "word"} for each in span.meanings}
    if not entry.topic_names and not said.isdisjoint(_MOVES):
        return False
    if entry.topic_names or found.has("hold", "host", "or") or found.is_alternative or found.asks - found.implied:
        return True
    if any(span.start in found.places or _is_predicate(span, found) for span in others):
        return True
    return any(name <= found.meanings - found.implied for name in entry.names)


def _leaves_room(found: Features, kind: str | None, *, mine: bool, others: list[Span]) -> bool:
    """Whether the others may be so beside what the release says: the trade ministry too or with the right one, another
    show at COEX, KINTEX near Seoul."""
    if (found.has("almost") and not found.numbers) or found.has("op:exclude", "op:down"):
        return True
    if any(span.typed in ASKS_OTHERS for span in found.spans) or any(_is_too(span, found) for span in others):
        return True
    if not mine or found.is_alternative or found.has("or"):
        return False
    joins = any(span.text in _JOINING_JOSA or {"and", "both"} & span.meanings for span in found.spans)
    return kind == "body" or joins == (kind == "person")


def _says_who(entry: AspectEntry, found: Features, others: list[Span], catalogue: Catalogue) -> bool:
    """Whether the message says who it was: names what was done, or puts a name and an office side by side."""
    if "role" in entry.aspect.asks:
        said = {each for span in found.spans if span.kind == "verb" for each in span.meanings}
        by_name = any(not span.meanings.isdisjoint(catalogue.bearers.values()) for span in found.spans)
        by_name = by_name or bool(set(others) & set(_full_names(found, catalogue)))
        return by_name and not said - _SAYS_LITTLE and len(_people(entry, found, others)) > 1
    done = [name for name in entry.names if any(":" not in each for each in name)]
    return any(name <= found.meanings for name in done)


def _people(entry: AspectEntry, found: Features, others: list[Span]) -> set[int]:
    """Where the message names somebody: by the topic's own names, or as one of the others."""
    named = {span.start for span in found.spans if span.meanings & entry.about}
    return named | {span.start for span in others}


def _is_too(span: Span, found: Features) -> bool:
    """Whether it is said that the span did so too: 산업부도, also the trade ministry."""
    after = next((other for other in found.spans if other.start == span.end), None)
    if after is not None and after.kind == "josa" and after.text.endswith("도"):
        return True
    return any(other.typed in TOO or other.typed in _TOGETHER for other in found.spans)


def _full_names(found: Features, catalogue: Catalogue) -> tuple[Span, ...]:
    """The spans that make up names of people that nothing else explains: 김현미, Kim Hyun-mee."""
    surnames = catalogue.lexicon.words.surnames
    unknown = {place for span in found.unknown for place in range(span.start, span.end)}
    content = sorted((*(item.span for item in found.items), *found.unknown), key=lambda span: span.start)
    names: list[Span] = []
    for index, span in enumerate(content):
        if span in names:
            continue
        run = _run(content, index)
        for length in range(len(run), 0, -1):
            part = run[:length]
            is_new = unknown & set(_places(part)) or (len(part) > 1 and len(part[0].typed) == 1)
            if is_new and _is_name("".join(each.typed for each in part), part, surnames):
                names += part
                break
    return tuple(names)


def _run(content: list[Span], index: int) -> list[Span]:
    """The spans from there on that nothing stands between, no more than a name has."""
    run = [content[index]]
    for span in content[index + 1 : index + _MOST_NAMES]:
        if span.start != run[-1].end or span.clause != run[-1].clause:
            break
        run.append(span)
    return run


def _places(spans: list[Span]) -> list[int]:
    return [place for span in spans for place in range(span.start, span.end)]


def _is_name(typed: str, spans: list[Span], surnames: frozenset[str]) -> bool:
    if "가" <= typed[:1] <= "힣":
        return len(typed) in _FULL_NAME and typed[0] in surnames
    given = spans[1:]
    return spans[0].typed in surnames and bool(given) and all(len(each.typed) <= _LONGEST_GIVEN_NAME for each in given)


def _may_be_thing(span: Span, entry: AspectEntry, found: Features, kind: str | None) -> bool:
    """Whether a word without a known kind stands where one of the side's things could stand."""
    asks = frozenset(entry.aspect.asks)
    stands_there = span.start in found.places or (found.has("ask:where") and _is_predicate(span, found))
    if kind == "place" and "where" in asks and stands_there:
        return True
    if kind == "body" and "who" in asks and _is_agent(span, found):
        return True
    return kind != "person" and bool(asks & {"where", "list", "who"}) and _is_joined(span, found, entry.items)


def _is_agent(span: Span, found: Features) -> bool:
    """Whether something is said to be done by the span: published by the city of Seoul."""
    before = [other for other in found.spans if other.end <= span.start and other.typed not in {"the", "a", "an"}]
    return bool(before) and before[-1].typed == "by"


def _is_predicate(span: Span, found: Features) -> bool:
    """Whether something is said to be the span: 장소가 베트남이라던데, the venue was COEX."""
    before, after = found.around(span)
    is_copula = after is not None and after.kind == "josa" and after.text.startswith(_COPULAS)
    if is_copula or before is None or before.typed not in _BE:
        return is_copula
    said_after = any(other.meanings - {"and"} for other in found.spans if other.start >= span.end)
    return before is not found.spans[0] or said_after  # are Thailand and … among them?


def _is_joined(span: Span, found: Features, own: frozenset[str]) -> bool:
    """Whether the span stands in a list with one of the right things: 베트남이랑 태국, COEX or KINTEX."""
    spans = found.spans
    place = found.place(span)
    if place is None:
        return False
    near = spans[max(0, place - 3) : place + 5]
    joined = any(other.text in _JOINING_JOSA or {"and", "or"} & other.meanings for other in near)
    return joined and any(own & other.meanings for other in near)
