"""A place that is said to have held something: 고양시가 주최했나, did Busan organise it. Who did so is a body, and not
where it was."""

from __future__ import annotations

from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.span import Span

_DOES = frozenset({"이", "가"})
#: How Korean verbs begin that say where something was held, not who did so.
_PASSIVE = ("열리", "열려", "열렸", "열린", "개최되", "개최됐", "개최된", "진행되", "진행됐", "치러", "펼쳐")
_ARTICLES = frozenset({"the", "a", "an", "city", "cityof", "시"})
_LEADS = frozenset({"at", "in", "from", "near", "to", "of", "outside", "around", "on"})
#: In English the venue hosts too.
_HOSTS = ("host", "hold", "held")
_PLACES = frozenset({"kind:place", "kind:region"})


def with_hosts(spans: tuple[Span, ...], catalogue: Catalogue) -> tuple[Span, ...]:
    """The spans, each place that is said to have held something as a body."""
    return tuple(
        _as_body(span) if _names_place(span, catalogue) and _holds(spans, place, catalogue) else span
        for place, span in enumerate(spans)
    )


def _names_place(span: Span, catalogue: Catalogue) -> bool:
    is_place = any(catalogue.item_kinds.get(each) == "place" for each in span.meanings)
    return span.kind == "word" and (is_place or not _PLACES.isdisjoint(span.meanings))


def _holds(spans: tuple[Span, ...], place: int, catalogue: Catalogue) -> bool:
    after = [span for span in spans[place + 1 : place + 4] if span.typed not in _ARTICLES]
    if spans[place].typed[:1] >= "가":
        is_agent = len(after) > 1 and after[0].kind in {"josa", "ending"} and after[0].typed in _DOES
        return is_agent and _is_holding(after[1]) and not after[1].typed.startswith(_PASSIVE)
    before = [span.typed for span in spans[:place] if span.typed not in _ARTICLES]
    if not before or before[-1] in _LEADS or not after or not _is_holding(after[0]):
        return False
    return not (after[0].typed.startswith(_HOSTS) and _is_venue(spans[place], catalogue))


def _is_venue(span: Span, catalogue: Catalogue) -> bool:
    """Whether the release names just that place, or it among all, for where something is held."""
    sides = (side for sides in catalogue.topics.values() for side in sides if "where" in side.aspect.asks)
    return any(span.meanings & side.items and (side.aspect.complete or len(side.items) == 1) for side in sides)


def _is_holding(span: Span) -> bool:
    return span.kind == "verb" and "hold" in span.meanings


def _as_body(span: Span) -> Span:
    reading = frozenset({f"={span.typed}", "kind:body"})
    return span.read_as(reading)
