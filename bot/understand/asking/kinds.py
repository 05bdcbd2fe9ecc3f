"""What kind of thing a message asks for (who, where, how many, which company), and whether a figure is of that kind."""

from __future__ import annotations

import itertools

from bot.understand.catalogue.entries import MetricEntry
from bot.understand.features import Features
from bot.understand.span import Span

SPECIFIC_ASKS = frozenset(
    f"ask:{ask}"
    for ask in (
        "where",
        "when",
        "who",
        "name",
        "why",
        "purpose",
        "role",
        "contact",
        "statement",
        "weekday",
        "duration",
        "title",
        "definition",
        "year",
        "day",
    )
)
VAGUE_ASKS = frozenset(f"ask:{ask}" for ask in ("what", "which", "how", "list", "explain"))
QUANTITY_ASKS = frozenset({"ask:many", "ask:much"})
_SPECIFIC_COUNTERS = frozenset(
    f"counter:{name}"
    for name in ("person", "company", "organisation", "country", "government", "event", "day", "booth")
)
#: Units that say what is asked for.
AREA_UNITS = ("unit:sqm", "unit:pyeong")
UNITS = (*AREA_UNITS, "unit:krw", "unit:usd")
#: What "which …" or "what …" may ask for: the answer has to be of that kind.
KINDS = frozenset(
    {
        "company",
        "organisation",
        "country",
        "city",
        "government",
        "ministry",
        "department",
        "product",
        "person",
    }
)
#: What is asked of a thing that is named beside it: the name of the show.
_OF_SOMETHING = frozenset({"ask:name", "ask:contact", "ask:role", "ask:statement"})
_RESULT = frozenset({"result"})
_LISTED = frozenset({"ask:name", "ask:list"})
_WHICH = frozenset({"which", "어느", "어떤", "무슨"})
#: After *which* these are no thing to be named.
_OF_WHICH_KIND = frozenset({"edition", "thing", "amount", "count", "day", "time"})
#: Operations on one figure: they bring no other one in.
_OF_ONE = frozenset(f"op:{name}" for name in ("editions", "most", "least", "more", "less", "change", "up", "down"))


#: What as an object, and what is said of figures.
_WHAT_OBJECT = frozenset({"뭘", "뭐를", "무얼", "무엇을"})
_OF_FIGURE = frozenset({"amount", "count", "total", "come", "be", "become", "win"})
#: Who is counted has no price.
_ACTORS = frozenset({"company", "organisation", "country", "government", "person"})
_ANY_QUANTITY = ("얼마나", "얼마만", "얼마큼", "얼만큼", "얼만치")
_SIZE = tuple("howbig howlarge howwide howhuge whatsize whatdimensions thesizeof sizeof size scale".split())
_LARGE = ("커", "크", "큰", "컸", "넓", "작")
_IS, _ONE = frozenset({"is", "was", "for", "would"}), frozenset({"a", "an", "one"})


def asked_kind(features: Features) -> frozenset[str]:
    """The kind of thing that is asked for soon after *which* or *what*, or whose names or list are, if it is a kind."""
    if not features.has("ask:what", "ask:which", "ask:name", "ask:list"):
        return frozenset()
    spans = [span for span in features.spans if span.kind != "josa"]
    for index, span in enumerate(spans):
        if not span.meanings & {"ask:what", "ask:which"} or span.meanings & {"ask:where", "ask:who"}:
            continue
        for place, following in enumerate(spans[index + 1 : index + 3], index + 1):
            if _kinds_of(following) and following.clause == span.clause:
                return _kinds_of(_head(spans, place))
            if following.kind in {"verb", "skip"} or following.meanings & {"op:more", "op:less"}:
                break  # which drew more foreigners
    for span, after in zip(spans, [*spans[1:], None], strict=False):
        names = (span, after) if after is not None else (span,)
        if _kinds_of(span) and any(each.meanings & _LISTED for each in names):  # 업체 이름, 상호, 업체 명단
            return _kinds_of(span)
    return frozenset()


def _head(spans: list[Span], place: int) -> Span:
    """The last of the kinds of things that stand side by side from the place on, but for people, who are of one: which
    small-company products, 어느 나라 사람."""
    after = itertools.takewhile(lambda each: _kinds_of(each) - {"person"}, spans[place + 1 :])
    return [spans[place], *after][-1]


def _kinds_of(span: Span) -> frozenset[str]:
    """The kinds of thing that the span names; a small-company is a company."""
    return frozenset(meaning.rpartition("-")[2] for meaning in span.meanings) & KINDS


def asked_head(features: Features) -> frozenset[str]:
    """What the thing means whose name, phone or place is asked for: the noun right before 이름, or after *name of*;
    or what is asked for by *which* in one word with it."""
    spans = [span for span in features.spans if span.kind not in {"josa", "skip"}]
    for span in spans:
        if "ask:which" in span.meanings and any(":" not in each for each in span.meanings):
            return span.meanings  # 어느 부서
    for before, span in itertools.pairwise(spans):
        if span.meanings & _OF_SOMETHING and span.typed[:1] >= "ㄱ":
            return before.meanings
        if before.meanings & _OF_SOMETHING and before.typed.endswith("of"):
            return span.meanings
    return frozenset()


def asks_no_count(entry: MetricEntry, features: Features) -> bool:
    """Whether *how much* asks for a price, a size or a sum, and not how many there are of what the entry counts: how
    much is a booth, how big are the exhibitors, 부스는 얼마예요. Right before the noun it counts: how much booths."""
    if features.operations - _OF_ONE or features.has("op:change"):
        return False
    if _asks_price_of_one(features.spans):
        return True
    if entry.unit.base != "count":
        return False
    if entry.unit.id != "person" and asks_size(features.spans):
        return True
    says_number = features.has("count") or any(span.typed == "수" for span in features.spans)
    if says_number or features.operations:
        return False
    for span, after in zip(features.spans, (*features.spans[1:], None), strict=False):
        goes_on = after is not None and after.kind in {"word", "verb"}
        if "ask:much" in span.meanings and span.typed.startswith("howmuch"):
            return not goes_on or (after is not None and "amount" in after.meanings)
        if "ask:much" in span.meanings and span.typed.startswith("얼") and not span.typed.startswith(_ANY_QUANTITY):
            return not goes_on and _ACTORS.isdisjoint(entry.unit.counters)
    return False


def _asks_price_of_one(spans: tuple[Span, ...]) -> bool:
    """Whether it is asked what a single thing costs: how much is a consultation, how much for one booth."""
    words = [span.typed for span in spans]
    threes = zip(words, words[1:], words[2:], strict=False)
    return any(first == "howmuch" and second in _IS and third in _ONE for first, second, third in threes)


def asks_size(spans: tuple[Span, ...]) -> bool:
    """Whether it is asked how large something is: the size of, how big, 얼마나 커."""
    is_large = any(
        span.typed == "얼마나" and after.typed.startswith(_LARGE) for span, after in itertools.pairwise(spans)
    )
    return is_large or any(span.typed.startswith(_SIZE) for span in spans)


def asks_for_one(features: Features) -> bool:
    """Whether *which* stands right before a thing: which conglomerates asks for their names, not for their number."""
    for span, following in itertools.pairwise(span for span in features.spans if span.kind != "josa"):
        if span.typed in _WHICH and following.kind == "word" and not following.meanings & _OF_WHICH_KIND:
            return not any(meaning.startswith(("op:", "time:", "unit:")) for meaning in following.meanings)
    return False


def what_came_of_it(features: Features) -> frozenset[str]:
    """What is asked of something by a message that ends in naming its results, or names the results of it: 로드쇼
    결과는?, the outcome of the roadshow."""
    said = [span for span in features.spans if span.kind not in {"josa", "ending"} and span.typed != "the"]
    ends = len(said) > 1 and said[-1].meanings == _RESULT
    of_something = any(span.meanings == _RESULT and after.typed == "of" for span, after in itertools.pairwise(said))
    return _RESULT if ends or of_something else frozenset()


def counts_people(features: Features) -> bool:
    """Whether a noun for a number of people is what is asked for: 참석 인원은?"""
    return bool(features.items) and features.items[-1].meanings >= {"count", "person"}


def _is_share_of_money(features: Features) -> bool:
    """Whether a share of money is asked for: what share of the money went to foreign firms; not of the amount of
    visitors."""
    named = any(span.meanings == {"amount"} and not span.typed.endswith("of") for span in features.spans)
    return named and features.has("op:share", "unit:percent")


def counts(entry: MetricEntry, features: Features) -> bool:
    """Whether the counting words of the question fit what the entry counts."""
    names_amount = features.certainly("amount") and not features.operations - _OF_ONE
    names_amount = names_amount or _is_share_of_money(features)
    if names_amount and entry.unit.base == "count" and "amount" not in entry.explains:
        return False
    if features.certainly("count") and entry.unit.base == "money" and not features.has("amount", "ask:much"):
        return False
    says_money = features.has("amount", "ask:much", "op:average", "op:per") or features.operations
    if (
        features.has("ask:many")
        and entry.unit.base == "money"
        and not says_money
        and not features.has(*UNITS, "unit:percent")
    ):
        return False
    divides = features.has("op:per", "op:average")
    asked = features.counters & _SPECIFIC_COUNTERS if not divides else frozenset()
    if not asked:
        return not (
            features.has("counter:thing", "counter:place") and "ask:many" in features.asks and entry.unit.id == "person"
        )
    if entry.unit.base == "count":
        return not asked.isdisjoint(entry.counters)
    return features.has("ask:much", "op:average", "op:per")


def asks_what_somebody_does(spans: tuple[Span, ...]) -> bool:
    """Whether an English question asks what somebody does, did or will do, and not who: what does the ministry hope."""
    pairs = itertools.pairwise(spans)
    return any(span.typed == "what" and after.typed in {"did", "does", "do", "will", "would"} for span, after in pairs)


def asks_what_was_done(features: Features) -> bool:
    """Whether *what* is the object of a verb, as no figure is: what did visitors think, 뭘 전시했어; not what they came
    to."""
    for place, span in enumerate(features.spans):
        if "ask:what" not in span.meanings:
            continue
        after = features.spans[place + 1 :]
        if span.typed in _WHAT_OBJECT or (after and after[0].kind == "josa" and after[0].text in {"을", "를"}):
            return True
        if after and span.typed == "what" and after[0].typed in {"did", "does", "do"}:
            verbs = [each for each in after if each.kind == "verb"]
            return bool(verbs) and not any(_is_of_figure(each) for each in after)
    return False


def _is_of_figure(span: Span) -> bool:
    return any(meaning in _OF_FIGURE or meaning.startswith(("op:", "unit:")) for meaning in span.meanings)
