"""Of what an office is said to be: the minister of trade, the director of KINTEX, 킨텍스 과장."""

from __future__ import annotations

from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.span import Span

_ARTICLES = frozenset({"the", "a", "an", "this"})


def held_elsewhere(spans: tuple[Span, ...], catalogue: Catalogue) -> frozenset[int]:
    """Where the words stand that say of what an office is, and that any entry would explain, as they only name the
    subject or its place: the minister of smart cities, 킨텍스 과장. A body has offices."""
    offices = [place for place, span in enumerate(spans) if _is_office(span, catalogue)]
    beside = (_of_what(spans, place, catalogue) for place in offices)
    return frozenset(place for place in beside if place is not None)


def _is_office(span: Span, catalogue: Catalogue) -> bool:
    """Whether the span names an office, and not by who bears it."""
    bears = [meaning for meaning in span.meanings if meaning in catalogue.bearers]
    return bool(bears) and catalogue.people.isdisjoint(bears)


def _of_what(spans: tuple[Span, ...], office: int, catalogue: Catalogue) -> int | None:
    """The place of what the office is said to be of, where that says nothing else."""
    if spans[office].typed[:1] >= "ㄱ":
        before = next((place for place in range(office - 1, -1, -1) if spans[place].text != "의"), None)
        is_place = before is not None and "place" in _kinds(spans[before], catalogue)
        return before if is_place else None
    if office + 1 >= len(spans) or spans[office + 1].typed != "of":
        return None
    after = next((place for place in range(office + 2, len(spans)) if spans[place].typed not in _ARTICLES), None)
    if after is None or not spans[after].meanings or "body" in _kinds(spans[after], catalogue):
        return None
    return after if spans[after].meanings <= catalogue.subject else None


def _kinds(span: Span, catalogue: Catalogue) -> set[str]:
    return {catalogue.item_kinds[each] for each in span.meanings if each in catalogue.item_kinds}
