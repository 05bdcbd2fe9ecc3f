"""What a message asks that a side of a topic does not tell, or not this one."""

from __future__ import annotations

from bot.understand.asking.about import asks_what_was_there
from bot.understand.asking.beside import PENDING
from bot.understand.asking.editions import of_other_editions
from bot.understand.asking.kinds import (
    AREA_UNITS,
    SPECIFIC_ASKS,
    asked_head,
    asks_what_somebody_does,
    counts_people,
    what_came_of_it,
)
from bot.understand.asking.left_by_figures import other_duration
from bot.understand.asking.persons import asks_left_of_people, says_nothing_else
from bot.understand.asking.predicates import asks_untold_deed
from bot.understand.asking.singling import singles_one_out
from bot.understand.asking.things import ASKS_OTHERS
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry
from bot.understand.features import Features
from bot.understand.gathering.mentions import BASE_JOSA

#: What an asking word is worth.
ASK_WEIGHT = 0.8
#: Operations that only figures answer.
_COUNTING = frozenset(
    f"op:{name}"
    for name in (
        "most",
        "least",
        "rank",
        "change",
        "share",
        "sum",
        "average",
        "multiple",
        "difference",
        "more",
        "less",
    )
)
#: Those of them that may tell of anything.
_TELLING = frozenset({"op:more", "op:less", "op:change", "op:sum"})


def asks_left_by_side(
    entry: AspectEntry,
    features: Features,
    catalogue: Catalogue,
    asks: frozenset[str],
    kind: frozenset[str],
    best: tuple[float, frozenset[str]] | None,
    named: tuple[float, frozenset[str]],
) -> frozenset[str]:
    """What the message asks and the side does not tell, besides the `asks` that it answers; `kind` is the kind of thing
    asked for, `best` the best of the side's own names, `named` what all of its names are worth and what they match."""
    score, matched = named
    left = _besides(entry, features, asks, kind, catalogue, named=best is not None)
    if _asks_how_many_people(features, matched):
        left |= {"ask:many"}
    left |= _asks_of_another(entry, features, only_asked=best is None or all(map(_is_ask, best[1])))
    left |= _first_of_something(entry, features, catalogue)
    if len(entry.items & features.meanings) > 1 and _holds_against(features):
        left |= {"op:more"}
    if features.is_claim and not entry.explains & {"first", "time:first", "since"}:
        left |= features.meanings & {"time:first"}
    left |= features.certain_operations & _COUNTING - entry.explains - _named_operations(entry) - _telling(asks, score)
    left |= asks_untold_deed(entry, features, catalogue) | of_other_editions(entry, features, catalogue)
    return left | ({"ask:what"} if asks_what_was_there(entry, features) else frozenset())


def _holds_against(features: Features) -> bool:
    """Whether one thing is held against another: more from the Netherlands than from Mongolia, 몽골보다."""
    return any(
        span.typed.endswith("than") or (span.kind == "josa" and span.text in BASE_JOSA) for span in features.spans
    )


def _besides(
    entry: AspectEntry,
    features: Features,
    asks: frozenset[str],
    kind: frozenset[str],
    catalogue: Catalogue,
    *,
    named: bool,
) -> frozenset[str]:
    """What the message asks, besides the `asks` that the side answers, and no side of a topic does, or not this one."""
    left = (features.asks & SPECIFIC_ASKS) - asks - _explained_asks(entry, features, named)
    if "ask:name" in features.asks and _asks_for_company(features) and not _names_company(entry, catalogue):
        left |= {"ask:name"}
    if "ask:role" in features.asks and entry.items.isdisjoint(catalogue.people):
        left |= {"ask:role"}  # a body that held something holds no office
    left |= {meaning for meaning in AREA_UNITS if features.certainly(meaning)}
    left |= features.meanings & PENDING if "next" not in entry.explains else frozenset()
    left |= {"unit:krw"} if _asks_in_won(features) else set()
    left |= features.meanings & {"unit:usd"}
    if features.certainly("amount") and "amount" not in entry.explains:
        left |= {"ask:much"}
    if kind and not kind & entry.kinds:
        left |= {"ask:which"}
    if not features.is_claim and _names_answer(entry, features):
        left |= features.asks & {"ask:who", "ask:where"}
    if "ask:list" in features.asks and entry.items and any(span.typed in ASKS_OTHERS for span in features.spans):
        left |= {"ask:list"}
    left |= what_came_of_it(features) - entry.explains if not entry.topic.subject else frozenset()
    if "who" in entry.aspect.asks and asks_what_somebody_does(features.spans):
        left |= {"ask:what"}
    return left | asks_left_of_people(entry, features, catalogue) | singles_one_out(entry, features)


def asks_for_place(features: Features) -> bool:
    """Whether it is a place that is asked for: where; 어디 may be a body too."""
    return any("ask:where" in span.meanings and span.typed[:1] < "ㄱ" for span in features.spans)


def _asks_how_many_people(features: Features, matched: frozenset[str]) -> bool:
    """Whether it is asked how many people did something, which no side tells: 참석 인원은?, 연사는 몇 명?"""
    if counts_people(features):
        return matched.isdisjoint({"count", "person"})
    return "counter:person" in features.counters and "ask:who" in features.asks


def _is_ask(meaning: str) -> bool:
    return meaning.startswith("ask:")


def _asks_of_another(entry: AspectEntry, features: Features, *, only_asked: bool) -> frozenset[str]:
    """What the message asks of something else than the side tells of: how many there were, on what day it was; and
    where nothing but an asking word speaks for the side, who said or published it and how long that took."""
    left = frozenset[str]()
    if (features.asks_count and "count" not in entry.explains) or features.counters:
        left |= {"ask:many"}
    if features.is_claim and features.dates and not entry.aspect.dates:
        left |= {"ask:when"}
    picks_edition = features.has("op:most", "op:least") and features.has("edition") and features.ends_in_topic
    if picks_edition and "ask:year" not in entry.answers:
        left |= {"ask:year"}  # 제일 많이 온 해는 asks which of them
    if only_asked and "ask:duration" in features.asks:
        left |= other_duration(features)
    says = features.certainly("say") and "say" not in entry.named and not entry.topic_names
    releases = features.certainly("release") and "release" not in entry.explains
    if only_asked and (says or releases):
        left |= features.asks & entry.answers & {"ask:who"}
    if only_asked and says and says_nothing_else(features):
        left |= features.asks & {"ask:where", "ask:when"}
    return left


def _first_of_something(entry: AspectEntry, features: Features, catalogue: Catalogue) -> frozenset[str]:
    """The year that is asked for, where it is claimed that something else than the event was for the first time: that
    so many came, that it was at this place, since the pandemic."""
    if not features.is_claim or "year" not in entry.aspect.asks or not features.has("time:first", "since"):
        return frozenset()
    names_edition = any(each.startswith("edition:") for span in features.spans for each in span.meanings)
    others = features.meanings & catalogue.items - entry.items - catalogue.subject
    others |= {item for item in features.meanings & catalogue.items if catalogue.item_kinds.get(item) == "place"}
    return frozenset({"ask:year"}) if features.numbers or names_edition or others else frozenset()


def _telling(asks: frozenset[str], score: float) -> frozenset[str]:
    """Operations that only tell of what is asked for, where a named side is asked for in so many words: who said that
    they should cooperate more?"""
    return _TELLING if asks & SPECIFIC_ASKS and score >= 1.0 + ASK_WEIGHT else frozenset()


def _asks_in_won(features: Features) -> bool:
    """Whether an amount is asked for in 원; the English won is a verb too."""
    asks = "ask:many" in features.asks or "ask:much" in features.asks
    return asks and any("unit:krw" in span.meanings and span.typed[:1] >= "ㄱ" for span in features.spans)


def _names_answer(entry: AspectEntry, features: Features) -> bool:
    """Whether the question names the answer itself: who else, where exactly is asked then, and that is not said."""
    if features.asks_companion:
        return True
    own = entry.items.difference(*entry.topic_names)
    named = own & features.meanings
    topics = [name for name in entry.topic_names if name <= features.meanings]
    if "ask:where" in features.asks and topics and all(name <= entry.items for name in topics):
        return True  # where was the opening ceremony
    return bool(named) and not (named < own and any(span.typed in ASKS_OTHERS for span in features.spans))


def _named_operations(entry: AspectEntry) -> frozenset[str]:
    return frozenset(meaning for meaning in entry.named if meaning.startswith("op:"))


def _asks_who_made(entry: AspectEntry, features: Features) -> bool:
    """Whether the names of the side that ask where ask for a body, and who as well: 어디 만들, 누가 만들."""
    asking = [name - asks for name, asks in entry.asking_names if asks == {"ask:where"} and name <= features.meanings]
    return bool(asking) and all(name | {"ask:who"} in entry.names for name in asking)


def _asks_for_company(features: Features) -> bool:
    """Whether it is the name of a company that is asked for: 수출한 중소기업 이름."""
    return any(meaning.rpartition("-")[2] == "company" for meaning in asked_head(features))


def _names_company(entry: AspectEntry, catalogue: Catalogue) -> bool:
    return any(catalogue.item_kinds.get(item) == "body" for item in entry.aspect.items)


def _explained_asks(entry: AspectEntry, features: Features, named: bool) -> frozenset[str]:
    """Asking words that come to the same for this aspect when it is named."""
    asks = {"ask:when"} if "year" in entry.aspect.asks else set()
    if named and "day" in entry.aspect.asks:
        asks |= {"ask:duration"}  # 며칠 asks for a day of the month too
    if entry.aspect.items:
        asks |= {"ask:name"}
    if named and "who" in entry.aspect.asks:
        tells_where = not entry.topic.subject and any("where" in side.asks for side in entry.topic.aspects)
        asks |= {"ask:which"} if tells_where or asks_for_place(features) else {"ask:where", "ask:which"}
    if named:
        asks = asks.union(*(asking for name, asking in entry.asking_names if name <= features.meanings))
        if asks_for_place(features) and _asks_who_made(entry, features):
            asks -= {"ask:where"}
    return frozenset(asks)
