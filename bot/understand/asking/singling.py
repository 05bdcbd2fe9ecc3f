"""What singles one out of several: the best solution, the first local government, the only one exported, which won.

A list tells which there are, and of none that it is before the others.
"""

from __future__ import annotations

import itertools

from bot.understand.asking.kinds import KINDS
from bot.understand.catalogue.entries import AspectEntry
from bot.understand.features import Features
from bot.understand.span import Span

_WHICH = frozenset({"ask:what", "ask:which", "ask:list"})
_EXTREMES = frozenset({"op:most", "op:least"})
_FIRSTS = frozenset({"first", "time:first", "since"})
_NEWEST = frozenset({"newest", "latest", "oldest"})
#: What may be won that the release tells of.
_GAINS = ("contract", "export", "business")


def singles_one_out(entry: AspectEntry, features: Features) -> frozenset[str]:
    """What the message asks which one of the things of a list is, and the side does not tell."""
    asks = not features.asks.isdisjoint(_WHICH) and not features.is_claim
    if not asks or entry.topic.subject or features.numbers:
        return frozenset()
    if any(span.typed in _NEWEST for span in features.spans):
        return frozenset({"op:most"})
    if features.editions:
        return frozenset()
    told = entry.explains
    if features.operations & _EXTREMES - told and features.has(*_EXTREMES):
        return frozenset({"op:most"})
    if "time:first" in features.meanings and told.isdisjoint(_FIRSTS):
        return frozenset({"time:first"})
    wins = any(span.typed == "won" for span in features.spans) and not features.has(*_GAINS)
    is_only = any(map(_is_the_only, itertools.pairwise(features.spans)))
    return frozenset({"op:most"}) if wins or is_only else frozenset()


def _is_the_only(pair: tuple[Span, Span]) -> bool:
    """Whether the second span names a thing of which there is said to be only one: the only solution."""
    only, thing = pair
    return only.typed in {"only", "유일한"} and not thing.meanings.isdisjoint(KINDS)
