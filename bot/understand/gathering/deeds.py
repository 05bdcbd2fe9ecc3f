"""What those that are counted did: companies that won, 기록을 세운 기업.

Verbs that say little elsewhere (win, make, work, know) narrow a count when what is counted is their subject: of the
companies, only some won. So such a verb must be one of those that the figure is told with.
"""

from __future__ import annotations

from bot.language.hangul import final_consonant
from bot.understand.span import Span

_NOBODY = frozenset({"thing", "counter:thing", "edition"})
#: What all do that are counted.
_OF_ALL = frozenset({"be", "become", "come", "count", "total", "amount", "edition", "participate", "hold"})
#: What may stand between those that are counted and what they did.
_BETWEEN = frozenset(
    """that which who were was are is have had has been being actually really ever also even already
    thatwere thathave thathad whohave whohad whowere werethat have havebeen hadbeen""".split()
)
_PASSIVE_VOICE = frozenset({"was", "were", "been", "are", "is", "werethat"})
_OF_A_VERB, _HAD_BEEN = frozenset({"ㄴ", "ㄹ"}), ("는", "던")
#: How Korean verbs begin to end that say what was done with something, not what it did: 발표된, 알려진.
_PASSIVE = ("된", "되는", "되던", "진", "지는", "힌")
_IF = ("면", "라면")
#: Who has done what stands before it: 발표를 한.
_DID = frozenset({"한", "했던", "하는"})
_OBJECT, _SUBJECT = frozenset({"을", "를"}), ("이", "가", "께서")
#: Words of telling, which say who told the figure where they have no object: 발표한 관람객 수.
_TELLING = frozenset({"say", "release", "know", "record"})


def deeds(spans: tuple[Span, ...], counted: Span | None) -> tuple[Span, ...]:
    """The verbs whose subject is counted, with their objects; `counted` is the English noun after *how many*."""
    if counted is not None:
        return _english(spans, counted)
    if not any("ask:many" in span.meanings for span in spans):
        return ()
    return tuple(each for place, span in enumerate(spans) if _may_do(span) for each in _korean(spans, place))


def narrowing(told: tuple[Span, ...], explains: frozenset[str]) -> tuple[Span, ...]:
    """The deeds told that the meanings do not explain; what all do that are counted narrows nothing."""
    known = explains | _OF_ALL
    return tuple(deed for deed in told if deed.readings and not any(reading <= known for reading in deed.readings))


def _does_nothing(verb: Span) -> bool:
    """Whether the verb compares or describes: companies rose, famous companies."""
    return "describes" in verb.meanings or any(":" in meaning for meaning in verb.meanings)


def _english(spans: tuple[Span, ...], counted: Span) -> tuple[Span, ...]:
    after = [span for span in spans if span.start > counted.start and span.clause == counted.clause]
    verb = next((span for span in after if span.typed not in _BETWEEN), None)
    if verb is None or verb.kind != "verb" or _does_nothing(verb):
        return ()
    is_told = verb.meanings & _TELLING and any(
        span.typed in _PASSIVE_VOICE and span.start < verb.start for span in after
    )
    return () if is_told else (verb,)


def _may_do(span: Span) -> bool:
    """Whether the Korean word names those that may have done something: 기업, and not 게."""
    asks = any(meaning.startswith("ask:") for meaning in span.meanings)
    return span.kind == "word" and not asks and not span.meanings <= _NOBODY


def _korean(spans: tuple[Span, ...], place: int) -> tuple[Span, ...]:
    """What is told of the noun at the place right before it, where it is the noun that does so."""
    verb = place - 1
    while verb > 0 and spans[verb].kind == "ending":
        verb -= 1
    marker = spans[verb - 1] if verb > 0 else None
    is_done = marker is not None and marker.typed in _OBJECT and spans[verb].typed in _DID
    if verb < 0 or not (spans[verb].kind == "verb" or is_done) or spans[verb].clause != spans[place].clause:
        return ()
    said = "".join(span.typed for span in spans[verb:place])
    describes = final_consonant(said) in _OF_A_VERB or said.endswith(_HAD_BEEN)
    if not describes or said.endswith((*_PASSIVE, *_IF)) or _does_nothing(spans[verb]):
        return ()
    if marker is not None and marker.kind in {"josa", "skip"} and marker.typed.endswith(_SUBJECT):
        return ()
    if marker is not None and marker.typed in _OBJECT:
        object_of_deed = spans[max(0, verb - 2)]
        return (object_of_deed, spans[verb]) if object_of_deed.kind == "verb" else (spans[verb],)
    return () if spans[verb].meanings & _TELLING else (spans[verb],)
