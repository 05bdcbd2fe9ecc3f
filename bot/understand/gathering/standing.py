"""How far along a thing is: contracts that are signed, final or settled, which no figure of all of them tells."""

from __future__ import annotations

from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.gathering.constructions import AUXILIARIES
from bot.understand.span import Span

#: What is said to be so of things that come to be so one after the other, in English at the end of a question.
_STANDING = frozenset("final signed settled definite binding done closed finalised finalized concluded".split())
#: The same in Korean right before the thing.
_SETTLED, _OF_A_VERB = ("확정",), frozenset({"된", "한", "의"})


def with_standing(spans: tuple[Span, ...], catalogue: Catalogue) -> tuple[Span, ...]:
    """The spans, what tells how far along a thing is unknown where it is asked, or picks out some of them: are the
    contracts final, 확정 계약액."""
    place = _asked_in_english(spans, catalogue)
    if place is None:
        place = _before_noun(spans)
    if place is None:
        return spans
    unknown = spans[place].unexplained()
    return (*spans[:place], unknown, *spans[place + 1 :])


def _asked_in_english(spans: tuple[Span, ...], catalogue: Catalogue) -> int | None:
    """Where the predicate stands of a question whether the things are so: were the contracts all signed."""
    if not spans or spans[0].typed not in AUXILIARIES or spans[-1].typed not in _STANDING:
        return None
    if any(span.number is not None for span in spans):
        return None
    return len(spans) - 1 if any(_is_counted(span, catalogue) for span in spans[1:-1]) else None


def _is_counted(span: Span, catalogue: Catalogue) -> bool:
    return any(reading - catalogue.lexicon.soft in catalogue.counted for reading in span.readings)


def _before_noun(spans: tuple[Span, ...]) -> int | None:
    """Where the Korean word stands that says so of the noun after it."""
    for place, span in enumerate(spans[:-1]):
        if span.typed.startswith(_SETTLED) and span.kind in {"word", "verb", "skip"}:
            after = place + 1 + (spans[place + 1].typed in _OF_A_VERB)
            return place if after < len(spans) and "amount" in spans[after].meanings else None
    return None
