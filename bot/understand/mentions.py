"""The editions that a message names: by their year, by words such as 작년, and whether one is compared with."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.catalogue import Catalogue
from bot.understand.features import EditionMention
from bot.understand.span import Span

_BASE_JOSA = {"보다", "보다는", "보단", "보담", "보다도", "브다"}
_BEFORE_BASE = {
    "than",
    "above",
    "below",
    "since",
    "from",
    "versus",
    "vs",
    "against",
    "compared",
    "over",
    "to",
    "relative",
    "v",
    "upfrom",
    "upover",
    "upsince",
    "upversus",
    "upvs",
    "upagainst",
    "upcompared",
    "comparewith",
    "compareto",
    "compareagainst",
    "morethan",
    "fewerthan",
    "lessthan",
}
_BOUNDS = frozenset({"over", "under"})
#: Of these, the ones that say nothing else in front of a year.
LEADS = {"since", "from", "against", "to"}


def edition_mentions(spans: tuple[Span, ...], index: int, catalogue: Catalogue) -> list[EditionMention]:
    span = spans[index]
    published = catalogue.knowledge.release.published
    editions = catalogue.knowledge.editions
    found: list[EditionMention] = []
    for meaning in sorted(span.meanings):
        prefix, _, rest = meaning.partition(":")
        if prefix == "year":
            found.append(_mention(spans, index, int(rest), catalogue, relative=False))
        elif prefix == "edition" and rest:
            edition = next(edition for edition in editions.list if edition.id == rest)
            found.append(EditionMention(span, rest, edition.year, _is_base(spans, index), relative=True))
        elif prefix == "time":
            year = _relative_year(rest, published.year, catalogue)
            if year is not None:
                mention = _mention(spans, index, year, catalogue, relative=True)
                found.append(replace(mention, is_vague=rest == "previous"))
    return found[:1]


def leads_to_edition(spans: tuple[Span, ...], index: int) -> bool:
    """Whether the span only says what the next edition is compared with: since 2019."""
    following = next((span for span in spans[index + 1 : index + 6] if not _says_little(span)), None)
    leads = spans[index].typed in _BEFORE_BASE or bool(spans[index].meanings & _BOUNDS)
    return leads and following is not None and following.kind == "year"


def _says_little(span: Span) -> bool:
    """Whether the span may stand before the edition that is compared with: than what was achieved in 2019."""
    return span.kind == "skip" or bool(span.meanings & {"ask:what", "win", "become", "record"})


def _relative_year(word: str, year: int, catalogue: Catalogue) -> int | None:
    ago = {
        "this-year": 0,
        "last-year": -1,
        "two-years-ago": -2,
        "three-years-ago": -3,
        "next-year": 1,
        "after-next-year": 2,
    }
    if word in ago:
        return year + ago[word]
    if word == "previous":
        order = [edition.id for edition in catalogue.knowledge.editions.list]
        place = order.index(catalogue.knowledge.editions.default)
        return catalogue.knowledge.editions.list[max(0, place - 1)].year
    return None


def _mention(spans: tuple[Span, ...], index: int, year: int, catalogue: Catalogue, *, relative: bool) -> EditionMention:
    known = next((edition.id for edition in catalogue.knowledge.editions.list if edition.year == year), None)
    return EditionMention(spans[index], known, year, _is_base(spans, index), relative)


def _is_base(spans: tuple[Span, ...], index: int) -> bool:
    for following in spans[index + 1 : index + 5]:
        if following.kind == "josa" and following.text in _BASE_JOSA:
            return True
        is_weak = following.text in {"더", "compare", "비교"} or "op:same" in following.meanings
        if ("op:compare" in following.meanings and not is_weak) or following.meanings & _BOUNDS:
            return True
        goes_on = following.kind in {"josa", "skip", "ending"} or following.meanings & {"edition", "hold", "result"}
        if not goes_on:
            break
    before = [span for span in spans[max(0, index - 3) : index] if span.clause == spans[index].clause]
    for preceding in reversed(before):
        if preceding.typed == "on" and _is_measured(spans, preceding):
            return True
        if preceding.typed in _BEFORE_BASE or preceding.meanings & {"op:same", *_BOUNDS}:
            return True
        if preceding.kind != "skip":
            break
    return False


def _is_measured(spans: tuple[Span, ...], before: Span) -> bool:
    """Whether a percentage stands right before the span: 9.4% on 2019."""
    return any("unit:percent" in span.meanings and span.end == before.start for span in spans)


def distinct(mentions: list[EditionMention], spans: tuple[Span, ...]) -> tuple[EditionMention, ...]:
    """One mention for each year; a relative word right beside a year only says the same in other words."""
    years = [mention for mention in mentions if not mention.relative]
    kept: dict[int, EditionMention] = {}
    for mention in mentions:
        others = years if mention.relative else []
        if mention.is_vague:
            others = [other for other in mentions if not other.is_vague]
        if any(_beside(mention.span, other.span, spans) for other in others):
            continue
        known = kept.get(mention.year)
        if known is None or (mention.is_base and not known.is_base):
            kept[mention.year] = mention
    return tuple(kept.values())


def _beside(one: Span, other: Span, spans: tuple[Span, ...]) -> bool:
    """Whether nothing but words that say nothing stands between the two: last time, in 2019."""
    first, second = sorted((one, other), key=lambda span: span.start)
    return all(span.kind == "skip" for span in spans if first.end <= span.start < second.start)
