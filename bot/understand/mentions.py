"""The editions that a message names: by their year, by words such as 작년, and whether one is compared with."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.catalogue import Catalogue
from bot.understand.features import EditionMention, Features
from bot.understand.span import Span

_BASE_JOSA = {"보다", "보다는", "보단", "보담", "보다도", "브다"}
_BEFORE_BASE = {
    "than",
    "above",
    "below",
    "since",
    "after",
    "from",
    "versus",
    "vs",
    "against",
    "compared",
    "over",
    "relative",
    "v",
    "upfrom",
    "upover",
    "upsince",
    "upversus",
    "upvs",
    "upagainst",
    "upcompared",
    "morethan",
    "fewerthan",
    "lessthan",
}
_BOUNDS = frozenset({"over", "under"})
#: How far before an edition the *than* may stand that it is compared by: than they had in 2019.
_REACH = 8
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


def multiplied(found: Features) -> str | None:
    """The edition right after the words for a multiple: 2022 was how many times that of 2019, as a multiple of 2019."""
    for index, span in enumerate(found.spans):
        if "op:multiple" in span.meanings and span.typed[:1] < "ㄱ":
            following = next((each for each in found.spans[index + 1 :] if each.kind != "skip"), None)
            return next((each.edition for each in found.editions if each.span == following), None)
    return None


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
    """Whether something is compared with the edition at the place: 2019년보다, than in 2019."""
    return _is_compared_after(spans, index) or _is_compared_before(spans, index)


def _is_compared_after(spans: tuple[Span, ...], index: int) -> bool:
    """Whether a Korean word right after the edition compares with it: 2019년보다, 2019년 대비."""
    for following in spans[index + 1 : index + 5]:
        if following.kind == "josa" and following.text in _BASE_JOSA:
            return True
        is_weak = following.text in {"더", "비교"} or "op:same" in following.meanings
        compares = ("op:compare" in following.meanings and not is_weak) or bool(following.meanings & _BOUNDS)
        if compares and following.typed[:1] >= "ㄱ":
            return True
        goes_on = following.kind in {"josa", "skip", "ending"} or following.meanings & {"edition", "hold", "result"}
        if not goes_on:
            break
    return False


def _is_compared_before(spans: tuple[Span, ...], index: int) -> bool:
    """Whether an English word before the edition compares with it: against 2019, than they had in 2019."""
    before = [span for span in spans[max(0, index - _REACH) : index] if span.clause == spans[index].clause]
    for place in range(len(before) - 1, max(-1, len(before) - 4), -1):
        span = before[place]
        if span.typed == "on" and _is_measured(spans, span):
            return True
        is_cause = "ask:why" in span.meanings  # what was behind the slump of 2021
        if span.typed in _BEFORE_BASE or not is_cause and span.meanings & {"op:same", "op:outdo", *_BOUNDS}:
            return True
        if span.typed == "as" and any(each.kind == "year" for each in before[:place]):
            return True  # as many in 2022 as in 2019
        if span.typed in {"to", "with", "by"} and _is_led_to(before[:place], span):
            return True
        if span.kind != "skip":
            break
    return _follows_than(before)


def _is_led_to(before: list[Span], span: Span) -> bool:
    """Whether the word before *to*, *with* or *by* compares: in comparison to, was beaten by."""
    led = [each for each in before if each.kind != "skip"][-1:]
    meaning = "op:outdo" if span.typed == "by" else "op:compare"
    return bool(led) and meaning in led[0].meanings and before[-1] is led[0]


def _follows_than(before: list[Span]) -> bool:
    """Whether the edition is the first one named after a *than* that bounds no number: than in 2019, not more than twice
    as many in 2019."""
    for place, span in reversed(list(enumerate(before))):
        if span.kind == "year":
            return False
        if span.typed.endswith("than"):
            return not any(_is_figure(each) for each in before[place + 1 :])
    return False


def _is_figure(span: Span) -> bool:
    return span.kind == "number" or any(each.startswith("figure:") for each in span.meanings)


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
