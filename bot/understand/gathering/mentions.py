"""The editions that a message names: by their year, by words such as 작년, and whether one is compared with."""

from __future__ import annotations

import itertools
from dataclasses import replace

from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.features import EditionMention, Features
from bot.understand.gathering.constructions import moved_how_far
from bot.understand.span import Span

_EARLIER = frozenset({"last", "previous", "earlier"})
_VERSUS = frozenset({"vs", "versus", "v"})
BASE_JOSA = {"보다", "보다는", "보단", "보담", "보다도", "브다"}
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
    "comparewith",
    "compareto",
    "compareagainst",
    "morethan",
    "fewerthan",
    "lessthan",
}
#: What a rate is called that compares with the year before, and how long it took what has moved since then.
YEAR_ON_YEAR = frozenset({"yearonyear", "yearoveryear", "year-on-year", "year-over-year", "yoy", "y-o-y"})
ON_THE_YEAR = frozenset(
    {"ontheyear", "overtheyear", "overthepastyear", "inthepastyear", "inayear", "inoneyear", "withinayear"}
    | {"overayear", "overoneyear", "withinoneyear", "injustayear", "injustoneyear", "inasingleyear"}
)
_ARTICLES = frozenset({"the", "its", "our", "previous", "old"})
#: What may stand between a multiple and the edition that it multiplies.
_OF_THE = frozenset({"the", "that", "those", "of", "thatof", "thoseof", "in"})
#: How a multiple ends that needs no edition after it: how many times as many this year.
_AS_MANY = ("asmany", "asmuch", "asbig", "aslarge", "ashigh")
_BOUNDS = frozenset({"over", "under"})
#: How many spans before or after an edition may make it the one that is compared with.
_REACH = 8
_SUBJECT_JOSA = frozenset({"은", "는", "이", "가"})
_LINKING = frozenset({"대비"})
_REACHED_JOSA = frozenset({"으로", "로"})
_TOLD_JOSA = _SUBJECT_JOSA | {"에", "에는", "엔", "에선", "에서는"}
#: How a word for an edition ends with such a particle in it: 올해는, 이번엔.
_TOLD_ENDINGS = ("는", "은", "엔", "핸", "에선", "에서는")
_OBJECT_JOSA = frozenset({"을", "를"})
#: What is done to the edition that is compared with: 2019년을 앞질렀나.
_SURPASSES = frozenset({"op:more", *_BOUNDS})
#: What points back to something that was spoken of.
_IT = frozenset({"그", "그거", "그것", "이", "이거", "이것", "그때", "그수치", "그숫자", "그해"})
_THAT = frozenset({"that", "then", "it"})
#: How words begin that make a standard of the edition before them: 2019년 수준을 회복했나, 2019년을 기준으로.
_STANDARD, _BASIS = ("수준을", "수준으로", "만못", "그대로"), ("기준으로", "기준")
#: What makes a beginning of the year before it.
SINCE = frozenset({"이후", "이후로", "이후에", "이후엔", "이후로는"})
#: Of these, the ones that say nothing else in front of a year.
LEADS = {"since", "from", "to"}


def tells_before_what(spans: tuple[Span, ...], index: int) -> bool:
    """Whether the span tells when something else had not happened yet, and so names no edition: 끝나기 직전."""
    return bool(index) and spans[index - 1].kind == "ending" and spans[index - 1].text == "기"


def is_since(spans: tuple[Span, ...], index: int) -> bool:
    """Whether the word says no more than that the year before it is where something begins: 2020년 이후."""
    return index > 0 and spans[index].typed in SINCE and spans[index - 1].kind == "year"


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


def surpasses_edition(spans: tuple[Span, ...], index: int) -> bool:
    """Whether the Korean span sets the edition before it as a bound: 2019년을 넘어섰나, 2019년 수준에 못 미쳤나."""
    if spans[index].typed[:1] < "ㄱ" or not (spans[index].meanings & _BOUNDS or is_not_as_good(spans, index)):
        return False
    is_named = False
    for before in reversed(spans[:index]):
        if names_time(before):
            return True
        owns = before.kind == "josa" and (not is_named or before.text == "의")
        is_named = is_named or _is_korean_name(before)
        if not (owns or before.kind == "skip" or _is_korean_name(before)):
            return False
    return False


def is_not_as_good(spans: tuple[Span, ...], index: int) -> bool:
    """Whether the span says that something fell short of what stands before it: 코로나 전만 못했나."""
    return index > 0 and spans[index].typed[:1] == "못" and spans[index - 1].text == "만"


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
    return leads and following is not None and _is_edition(following)


def goes_beyond_edition(spans: tuple[Span, ...], index: int) -> bool:
    """Whether the Korean verb says that something went beyond the edition right before it: 2019년을 넘어선."""
    if spans[index].kind != "verb" or spans[index].typed < "가" or index < 2:
        return False
    josa, edition = spans[index - 1], spans[index - 2]
    return edition.kind == "year" and josa.text in {"을", "를", "도", "은", "는"}


def _is_edition(span: Span) -> bool:
    """Whether the span names an edition: 2021, last year, the preceding edition."""
    return span.kind == "year" or bool(span.meanings & {"time:last-year", "time:previous", "time:edition-before"})


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


def _is_beaten(spans: tuple[Span, ...], index: int) -> bool:
    """Whether it is said that something went beyond the edition: 2019년 걸 깨고, breaking the 2019 record."""
    after = [span for span in spans[index + 1 : index + 6] if span.kind not in {"josa", "skip", "ending"}]
    if spans[index].typed[-1:] >= "ㄱ" or (after and after[0].typed >= "ㄱ"):
        return any("beat" in span.meanings for span in after[:2])
    before = [span for span in spans[max(0, index - 3) : index] if span.typed not in _ARTICLES]
    return bool(before) and "beat" in before[-1].meanings


def _is_pointed_back_to(spans: tuple[Span, ...], index: int) -> bool:
    """Whether something is compared with the edition by a word that points back at it, from beside the edition that is
    told of: 2019년에 250개였다던데 올해는 그거보다 몇 개 더, in 2019 it was 250, how many more than that this year."""
    place = next((place for place in range(index + 1, len(spans) - 1) if _points_at_base(spans, place)), None)
    if place is None:
        return False
    before = [each for each in range(place) if names_time(spans[each])]
    told_after = any(map(names_time, spans[place + 1 :]))
    return before[-1:] == [index] if told_after else len(before) > 1 and before[-2] == index


def _points_at_base(spans: tuple[Span, ...], place: int) -> bool:
    """Whether a word that points back stands there as what something is compared with: 그거보다, than that."""
    span, following = spans[place], spans[place + 1]
    if span.typed in _IT:
        return following.kind == "josa" and following.text in BASE_JOSA
    return span.typed.endswith("than") and following.typed in _THAT


def names_time(span: Span) -> bool:
    """Whether the span names a year or an edition: 2021, 작년, the pandemic year."""
    names = any(each.startswith(("time:", "edition:")) for each in span.meanings)
    return span.kind == "year" or (names and span.typed not in _IT)


def _is_base(spans: tuple[Span, ...], index: int) -> bool:
    """Whether something is compared with the edition at the index: 2019년보다, 2019년 관람객에 비해, than in 2019."""
    if (
        spans[index].typed in YEAR_ON_YEAR | ON_THE_YEAR
        or _is_beaten(spans, index)
        or _is_pointed_back_to(spans, index)
    ):
        return True
    return _is_base_by_what_follows(spans, index) or _is_base_by_what_precedes(spans, index)


def _is_base_by_what_follows(spans: tuple[Span, ...], index: int) -> bool:
    """Whether a Korean word after the edition compares with it: 2019년보다, 2019년 대비, 2019년을 앞질렀나."""
    names, is_owner, is_object = True, False, False
    is_bare = True
    near = spans[index : index + _REACH]
    for before, following, then in zip(near, near[1:], (*near[2:], None), strict=False):
        if following.kind == "josa" and following.text in BASE_JOSA:
            return before.typed not in _IT  # 2022년엔 그보다 많았나
        is_weak = following.text in {"더", "비교"} or "op:same" in following.meanings
        links = before.kind == "josa" or is_bare or following.typed in _LINKING
        compares = ("op:compare" in following.meanings and not is_weak and links) or following.meanings & _BOUNDS
        if compares and following.typed[:1] >= "ㄱ":
            return True
        if following.typed.startswith("못") and before.text == "만":
            return True  # 코로나 전만 못했나
        if (is_object and following.meanings & _SURPASSES) or "op:beaten" in following.meanings:
            return True
        if is_owner and ("op:multiple" in following.meanings or _is_multiple(spans, following)):
            return True  # 2019년의 몇 배, 2019년의 절반
        is_basis = following.typed.startswith(_BASIS) and _names_another(spans, index)
        if is_basis or following.typed.startswith(_STANDARD):
            return True
        if following.kind == "josa":
            is_owner, is_object = following.text == "의", following.text in _OBJECT_JOSA
            names = names and (is_owner or is_object)
        goes_on = following.kind in {"josa", "skip", "ending"} or following.meanings & {"edition", "hold", "result"}
        is_named = names and _is_korean_name(following)
        ends = following.kind == "josa" and following.text in _SUBJECT_JOSA
        if ends and then is not None and then.meanings & _BOUNDS and then.typed[:1] >= "ㄱ":
            return True  # 작년 수준은 넘었나
        if ends or not (goes_on or is_named):
            break
        is_bare = is_bare and not is_named
    return _is_left(spans, index)


def _is_left(spans: tuple[Span, ...], index: int) -> bool:
    """Whether another edition is reached from the one at the index: 2022년에서 2021년으로."""
    after = spans[index + 1 : index + _REACH]
    if not after or after[0].text != "에서":
        return False
    return any(
        span.kind == "year" and (josa.text in _REACHED_JOSA or josa.typed.startswith("사이"))
        for span, josa in itertools.pairwise(after)
    )


def _is_korean_name(span: Span) -> bool:
    """Whether the span is a Korean word that names a thing, and does nothing else in a question."""
    return (
        span.kind in {"word", "verb"}
        and span.typed[:1] >= "ㄱ"
        and not any(":" in meaning for meaning in span.meanings)
    )


def _is_multiple(spans: tuple[Span, ...], number: Span) -> bool:
    """Whether the number says how many times or which part of something: 두 배, 5분의 1."""
    place = spans.index(number)
    after = spans[place + 1 : place + 2]
    return number.kind == "number" and any("op:multiple" in each.meanings or each.text == "분" for each in after)


def _names_another(spans: tuple[Span, ...], index: int) -> bool:
    """Whether the message names another year too."""
    return any(span.kind == "year" for span in (*spans[:index], *spans[index + 1 :]))


def is_told_of(spans: tuple[Span, ...], index: int) -> bool:
    """Whether what follows is told of the edition: 2019년은, 올해는, 2019년 관람객이."""
    if spans[index].typed.endswith(_TOLD_ENDINGS):
        return True
    for following in spans[index + 1 : index + _REACH]:
        if following.kind == "josa":
            return following.text in _TOLD_JOSA
        if following.kind not in {"word", "skip"}:
            break
    return False


def _is_base_by_what_precedes(spans: tuple[Span, ...], index: int) -> bool:
    """Whether an English word before the edition compares with it: against 2019, than they had in 2019."""
    before = [span for span in spans[max(0, index - _REACH) : index] if span.clause == spans[index].clause]
    for place in range(len(before) - 1, max(-1, len(before) - 4), -1):
        span = before[place]
        if span.typed == "on" and _is_measured(spans, span):
            return True
        if span.typed in _VERSUS and place and before[place - 1].kind == "year":
            return False  # 2021 vs 2022 are told in the order of time
        is_cause = "ask:why" in span.meanings  # what was behind the slump of 2021
        tells_when = place == len(before) - 2 and before[-1].typed == "in"  # was it beaten in 2022
        compares = span.meanings & {"op:same", "op:outdo", *_BOUNDS} and not (is_cause or tells_when)
        if span.typed in _BEFORE_BASE or compares:
            return True
        if span.typed == "as" and any(each.kind == "year" for each in before[:place]):
            return True  # as many in 2022 as in 2019
        is_multiple = "op:multiple" in span.meanings and not span.typed.endswith(_AS_MANY)
        if is_multiple and all(each.typed in _OF_THE for each in before[place + 1 :]):
            return True  # how many times the 2021 turnout, but not how many times was 2022
        if span.typed in {"to", "with", "by"} and _is_led_to(before[:place], span):
            return True
        if span.kind != "skip" and span.typed not in _EARLIER:
            break
    return _follows_than(before)


def _is_led_to(before: list[Span], span: Span) -> bool:
    """Whether the word before *to*, *with* or *by* compares: in comparison to, was beaten by."""
    led = [each for each in before if each.kind != "skip"][-1:]
    meaning = "op:outdo" if span.typed == "by" else "op:compare"
    return bool(led) and meaning in led[0].meanings and before[-1] is led[0]


def _follows_than(before: list[Span]) -> bool:
    """Whether the edition is the first one named after a *than* that bounds no number: than in 2019, but not more than
    twice as many in 2019."""
    for place, span in reversed(list(enumerate(before))):
        if span.kind == "year":
            return False
        if span.typed.endswith("than"):
            return not any(_is_figure(each) for each in before[place + 1 :])
    return False


def _is_figure(span: Span) -> bool:
    return span.kind == "number" or any(each.startswith("figure:") for each in span.meanings)


def _is_measured(spans: tuple[Span, ...], before: Span) -> bool:
    """Whether a percentage or a rise stands right before the span, or it is asked how far something is up: 9.4% on
    2019, up how much on 2021."""
    if moved_how_far(spans):
        return True
    measures = {"unit:percent", "op:change"}
    return any(span.meanings & measures and span.end == before.start for span in spans)


def distinct(mentions: list[EditionMention], spans: tuple[Span, ...]) -> tuple[EditionMention, ...]:
    """One mention for each year; a relative word right beside a year only says the same in other words."""
    years = [mention for mention in mentions if not mention.relative]
    kept: dict[int, EditionMention] = {}
    for mention in mentions:
        others = years if mention.relative else []
        if mention.is_vague:
            others = [other for other in mentions if not other.is_vague]
        is_told = mention.span.typed.endswith(_TOLD_ENDINGS) and not mention.is_vague  # 올해는 2021년의 몇 배야?
        if is_told or _is_named_edition(mention):  # WSCE 2021 → 2022 are two
            others = [other for other in others if other.year == mention.year]
        if any(_beside(mention.span, other.span, spans) for other in others):
            continue
        known = kept.get(mention.year)
        if known is None or (mention.is_base and not known.is_base):
            kept[mention.year] = mention
    return tuple(kept.values())


def _is_named_edition(mention: EditionMention) -> bool:
    return any(meaning.startswith("edition:") for meaning in mention.span.meanings)


def _beside(one: Span, other: Span, spans: tuple[Span, ...]) -> bool:
    """Whether nothing but words that say nothing stands between the two: last time, in 2019."""
    first, second = sorted((one, other), key=lambda span: span.start)
    between = [span for span in spans if first.end <= span.start < second.start]
    return all(span.kind == "skip" or span.typed == "all" for span in between)  # the one before all that, in 2019
