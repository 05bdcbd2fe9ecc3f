"""What an exhibitor does, told by a verb and what it takes: to man a booth, to pitch products, 부스를 차린 업체.

Who keeps a booth or shows what he makes takes part. Where companies are counted that do so, the verb and its object say
that and nothing more; where the booths are counted, so do the companies and what they do with them.
"""

from __future__ import annotations

from bot.language.hangul import final_consonant
from bot.understand.reading.lexicon import Lexicon
from bot.understand.span import Span

_COMPANIES = frozenset({"company", "organisation"})
#: What a company has at a fair, and what it shows there.
_PLACES, _THINGS = frozenset({"booth", "counter:booth", "area"}), frozenset({"product", "thing"})
#: To have a place, to show things, and only to look at them.
_SETTING_UP, _SHOWING = frozenset({"set-up", "hold", "participate", "show"}), frozenset({"show", "participate"})
_LOOKING, _COMING = frozenset({"see", "come"}), frozenset({"come", "participate"})
_QUANTITIES = frozenset({"ask:many", "count"})
_TAKES_PART = frozenset({"participate"})
#: Words that say whose they are and pick none of them; *the* booths may be everybody's.
_OWN = frozenset({"a", "an", "their", "own", "its"})
_OF_A_VERB = frozenset({"ㄴ", "ㄹ"})
#: What describes companies without saying what they do: 외국, 국내; and what else may be counted as one.
_WHENCE, _HEADS = frozenset({"foreign", "domestic"}), frozenset({"counter:company", "counter:place", *_COMPANIES})
_SUBJECT, _OBJECT = (
    frozenset({"이", "가", "들이", "은", "는", "들은", "에서", "이나", "나"}),
    frozenset({"을", "를", "도", "까지"}),
)
_PRONOUNS = frozenset({"they", "didthey"})
_ALL_OF_THEM, _SAYING = frozenset({"들이", "들은"}), frozenset({"word", "verb", "unknown", "number"})
#: How many spans an object and its verb, or a company and its verb, may stand apart.
_NEAR, _LONGEST_SUBJECT = 3, 5
#: A company and its verb, and nothing else.
_WHO_AND_WHAT = 2


def with_exhibiting(spans: tuple[Span, ...], lexicon: Lexicon) -> tuple[Span, ...]:
    """The spans, the verb and the object of what an exhibitor does read as taking part, where companies are counted."""
    if not any(span.meanings & _QUANTITIES or span.kind == "number" for span in spans):
        return spans
    said: set[int] = set()
    for place, span in enumerate(spans):
        if span.meanings & (_PLACES | _THINGS):
            find = _english_verb if span.typed < "ㄱ" else _korean_verb
            verb = find(spans, place, lexicon)
            said |= {place, verb} if verb is not None else _said_of_places(spans, place, lexicon)
    return tuple(each.read_as(_TAKES_PART, kind="verb") if index in said else each for index, each in enumerate(spans))


def _is_exhibiting(verb: Span, taken: Span, lexicon: Lexicon) -> bool:
    """Whether who does so with what is taken exhibits: to man a booth, to bring a product."""
    words = lexicon.words
    if verb.meanings & _LOOKING:
        return False
    if taken.meanings & _PLACES:
        return bool(verb.meanings & _SETTING_UP) or verb.typed in words.keeping
    return bool(verb.meanings & _SHOWING) or verb.typed in words.bringing


def _english_verb(spans: tuple[Span, ...], place: int, lexicon: Lexicon) -> int | None:
    """Where the verb stands that takes the object at the place, and whose subject is the companies counted."""
    verb = place - 1
    while verb >= 0 and spans[verb].typed in _OWN:
        verb -= 1
    comes_with = verb > 1 and spans[verb].typed == "with" and bool(spans[verb - 1].meanings & _COMING)
    if comes_with:
        verb -= 1
    if verb < 1 or spans[verb].clause != spans[place].clause:
        return None
    if not comes_with and not _is_exhibiting(spans[verb], spans[place], lexicon):
        return None
    for subject in range(verb - 1, max(-1, verb - 1 - _NEAR), -1):
        span = spans[subject]
        if span.meanings & _COMPANIES:
            return verb if _is_counted(spans, subject) else None
        if span.kind != "skip" and not span.meanings & {*_WHENCE, "ask:who"}:
            return None
    return None


def _is_counted(spans: tuple[Span, ...], place: int) -> bool:
    """Whether it is asked or said how many there are of the English noun at the place."""
    before = spans[max(0, place - _NEAR) : place]
    return any(span.meanings & _QUANTITIES or span.kind == "number" for span in before)


def _korean_verb(spans: tuple[Span, ...], place: int, lexicon: Lexicon) -> int | None:
    """Where the verb stands that takes the object at the place, and whose subject is the companies counted."""
    verb = place + 1
    while verb < len(spans) and (spans[verb].typed in _OBJECT or spans[verb].kind == "skip"):
        verb += 1
    if verb == len(spans) or not _is_exhibiting(spans[verb], spans[place], lexicon):
        return None
    after = verb + 1
    while after < len(spans) and spans[after].kind == "ending":
        after += 1
    said = "".join(span.typed for span in spans[verb:after])
    if final_consonant(said) in _OF_A_VERB:
        heads = (span for span in spans[after:] if span.kind != "skip" and not span.meanings & _WHENCE)
        head = next(heads, None)
        named = any(span.meanings & _COMPANIES for span in spans)
        return verb if named and head is not None and head.meanings & _HEADS else None
    before = [span for span in spans[:place] if span.kind != "skip"]
    is_subject = bool(before) and before[-1].typed in _SUBJECT
    return verb if is_subject and _names_companies(tuple(before)) else None


def _names_companies(spans: tuple[Span, ...]) -> bool:
    """Whether the subject that the spans end with is how many companies: 몇 개 업체가, 업체 몇 곳이."""
    near = spans[-_LONGEST_SUBJECT:]
    return any(span.meanings & {*_COMPANIES, "counter:company"} for span in near) and any(
        span.meanings & _QUANTITIES or span.kind == "number" for span in near
    )


def _said_of_places(spans: tuple[Span, ...], place: int, lexicon: Lexicon) -> set[int]:
    """Where it is said of the booths counted at the place that the companies had them, all of them: how many booths did
    they man, 업체들이 차린 부스는 몇 개."""
    taken = spans[place]
    if not taken.meanings & _PLACES:
        return set()
    if taken.typed >= "ㄱ":
        said = [index for index in range(place) if spans[index].kind in _SAYING]
        is_of_all = len(said) == _WHO_AND_WHAT and spans[said[1] - 1].typed in _ALL_OF_THEM
    elif _is_counted(spans, place):
        after = range(place + 1, len(spans))
        said = [index for index in after if spans[index].kind in _SAYING and "claim" not in spans[index].meanings]
        if len(said) == 1 and any(spans[index].typed in _PRONOUNS for index in range(place + 1, said[0])):
            return set(said) if _is_exhibiting(spans[said[0]], taken, lexicon) else set()
        whose = "".join(span.typed for span in spans[said[0] - 1 : said[0] + 1]) if said else ""
        is_of_all = len(said) == _WHO_AND_WHAT and whose.startswith("the") and whose.endswith("s")
    else:
        return set()
    if not is_of_all or not spans[said[0]].meanings & _COMPANIES:
        return set()
    return set(said) if _is_exhibiting(spans[said[1]], taken, lexicon) else set()
