"""Numbers that are said together and name nothing but what they count: 21개국에 33건, 33 countries and 21 projects.

They are held against the figures that stand together in one passage of the release, where just one has such figures.
"""

from __future__ import annotations

from bot.understand.asking.affirmed import says_more_of_figure
from bot.understand.asking.candidates import Candidate
from bot.understand.asking.claims import number_claim, number_fits
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import COUNTED, MetricEntry, Value
from bot.understand.features import Features, Number
from bot.understand.question import Question
from bot.understand.span import Span

#: So many numbers are said together.
_MOST = 4
#: What those do who take part: 21개국 61개 기관이 참가해 is not said of those who came to buy.
_TAKING_PART = ("participate", "show", "set-up", "make")
#: What is done to the things that are counted says no more than their numbers, where a figure is told with it.
_DONE = frozenset({"support"})
#: A figure, its value, and the passages that it stands in.
_Figure = tuple[MetricEntry, Value, frozenset[str]]


def said_together(found: Features, catalogue: Catalogue) -> tuple[Question, ...] | None:
    """The numbers as claims about the figures of one passage; None when the message says more, or no passage or more
    than one has figures of these kinds."""
    numbers = found.numbers
    units = {_unit(number, found) for number in numbers}
    if not 2 <= len(numbers) <= _MOST or len(units) < len(numbers) or None in units or _says_more(found, catalogue):
        return None
    figures = _figures(catalogue)
    fitting = {number: [each for each in figures if _counts(each[0], number, found)] for number in numbers}
    passages = [{passage for _, _, places in fits for passage in places} for fits in fitting.values()]
    shared = sorted(set.intersection(*passages))
    by_name = {number: [each for each in fits if _is_named(each[0], number, found)] for number, fits in fitting.items()}
    plain = [passage for passage in shared if all(_stand_in(by_name[number], passage) for number in numbers)]
    exact = [passage for passage in shared if _tells_of_one_thing(passage, fitting, by_name)]
    turned = [passage for passage in shared if _are_turned_round(numbers, fitting, passage)]
    if found.has(*_TAKING_PART) or (len(plain) == 1 and len(exact) != 1):
        return _claims([(number, by_name[number]) for number in numbers])
    chosen = exact or turned or [passage for passage in shared if not _is_exact(numbers, fitting, passage)]
    if len(chosen) != 1:
        return None
    (passage,) = chosen
    return _claims([(number, _meant(number, fitting[number], passage)) for number in numbers])


def said_of_one_thing(
    found: Features, candidates: list[Candidate], catalogue: Catalogue
) -> tuple[Question, ...] | None:
    """The numbers as claims about the figures of one thing that is named, each of another kind: K-City supports 33
    countries and 21 projects; None when the message says more, or it is not clear which figure each of them is."""
    numbers, units = found.numbers, {_unit(number, found) for number in found.numbers}
    if not found.has("claim") or not 2 <= len(numbers) <= _MOST or len(units) < len(numbers) or None in units:
        return None
    if found.asks or found.operations or found.editions or found.dates or found.denial or found.has("not"):
        return None
    nouns = {_noun(number, found) for number in numbers}
    own = [candidate.entry for candidate in candidates if not candidate.leftover]
    questions: list[Question] = []
    for number in numbers:
        counting = [each for each in own if isinstance(each, MetricEntry) and _counts(each, number, found)]
        if len(counting) != 1 or set(says_more_of_figure(counting[0], found)) - nouns:
            return None
        (metric,) = counting
        editions = (catalogue.knowledge.editions.default,) if metric.values else ()
        questions.append(Question("value", (metric.id,), editions, claim=number_claim(number)))
    return tuple(questions) if len({question.entries for question in questions}) == len(questions) else None


def _figures(catalogue: Catalogue) -> list[_Figure]:
    """The default edition's figures and the undated ones, with the passages that they stand in."""
    default = catalogue.knowledge.editions.default
    found: list[_Figure] = []
    for metric in catalogue.metrics():
        value = metric.values.get(default) or metric.undated
        if value is not None:
            places = {value.figure.passage, *(place.passage for place in value.figure.also)}
            found.append((metric, value, frozenset(places)))
    return found


def _unit(number: Number, found: Features) -> str | None:
    """The counting word of the number."""
    if number.unit is not None and number.unit.startswith("counter:"):
        return number.unit
    noun = _noun(number, found)
    return noun.typed if noun is not None else None


def _noun(number: Number, found: Features) -> Span | None:
    place = found.spans.index(number.span) + 1
    after = found.spans[place] if place < len(found.spans) else None
    return after if after is not None and after.kind == "word" else None


def _counts(metric: MetricEntry, number: Number, found: Features) -> bool:
    """Whether the metric counts what the number does, by its counting word and its noun."""
    if metric.unit.base != "count" or not number_fits(metric, number, in_percent=False):
        return False
    noun = _noun(number, found)
    named = noun is not None and (noun.typed in metric.unit.en or noun.meanings & metric.counters)
    return bool(named) or (number.unit in metric.counters and number.unit != "counter:thing")


def _says_more(found: Features, catalogue: Catalogue) -> bool:
    """Whether the message asks or names anything besides the numbers and what they count."""
    nouns = {noun for number in found.numbers if (noun := _noun(number, found)) is not None}
    little = catalogue.little | set(COUNTED.values())
    held = catalogue.index.holding([number.value for number in found.numbers])
    little |= frozenset().union(*(metric.explains for metric in held)) & _DONE
    more = any(item.span not in nouns and not item.meanings <= little for item in found.items)
    return bool(more or found.unknown or found.asks or found.operations or found.editions or found.dates)


def _is_named(metric: MetricEntry, number: Number, found: Features) -> bool:
    """Whether what the number counts names the figure all by itself: 301 organisations, 23 countries."""
    noun = _noun(number, found)
    named = (noun.meanings if noun is not None else frozenset()) | {COUNTED.get(number.unit or "", "")}
    if number.unit == "counter:thing":  # 부스 1,548개
        named |= frozenset().union(*(each.meanings for each in found.spans[: found.spans.index(number.span)][-1:]))
    return any(name <= named for name in metric.names)


def _stand_in(figures: list[_Figure], passage: str) -> bool:
    return any(passage in places for _, _, places in figures)


def _right(number: Number, figures: list[_Figure], passage: str) -> bool:
    return any(passage in places and value.number == number.value for _, value, places in figures)


def _is_exact(numbers: tuple[Number, ...], fitting: dict[Number, list[_Figure]], passage: str) -> bool:
    """Whether each of the numbers is right for a figure of the passage."""
    return all(_right(number, fitting[number], passage) for number in numbers)


def _tells_of_one_thing(
    passage: str, fitting: dict[Number, list[_Figure]], by_name: dict[Number, list[_Figure]]
) -> bool:
    """Whether the passage has each of the numbers, and all or none of them for what its own noun names: 61
    organisations and 1,548 booths are the buyers' and the fair's."""
    named = {_right(number, by_name[number], passage) for number in fitting}
    return len(named) == 1 and _is_exact(tuple(fitting), fitting, passage)


def _are_turned_round(numbers: tuple[Number, ...], fitting: dict[Number, list[_Figure]], passage: str) -> bool:
    """Whether the numbers are those of the passage, but each said of another thing: 33 countries and 21 projects."""
    there = {value.number for figures in fitting.values() for _, value, places in figures if passage in places}
    return {number.value for number in numbers} <= there


def _meant(number: Number, figures: list[_Figure], passage: str) -> list[_Figure]:
    """The figures of the passage that the number may be: those that it is right for, if there are any."""
    there = [each for each in figures if passage in each[2]]
    return [each for each in there if each[1].number == number.value] or there


def _claims(meant: list[tuple[Number, list[_Figure]]]) -> tuple[Question, ...] | None:
    """Each number as a claim about its figure; None when one of them may be none or several."""
    if any(len(figures) != 1 for _, figures in meant):
        return None
    return tuple(
        Question("value", (metric.id,), (value.edition,) if value.edition else (), claim=number_claim(number))
        for number, ((metric, value, _),) in meant
    )
