"""Words that mean one thing or another, told apart by the words around them: twice, larger than, in Korean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.understand.gathering.languages import with_languages
from bot.understand.gathering.senses.amounts import (
    with_additions,
    with_amounts,
    with_bounds,
    with_counts,
    with_each_time,
    with_least,
    with_levels,
    with_majorities,
    with_mended_bounds,
    with_no_more_than,
    with_people_counted,
    with_rough_numbers,
    with_shares,
    with_times,
    with_times_told,
)
from bot.understand.gathering.senses.comparing import (
    ONE_OF_THEM,
    with_divisions,
    with_each,
    with_joints,
    with_outdoing,
    with_places_in_order,
    with_sameness,
    with_which_is_more,
    with_which_of_them,
)
from bot.understand.gathering.senses.days import (
    CUMULATED,
    THIS_TIME,
    with_all_days,
    with_curtain_down,
    with_months_shared,
    with_single_days,
    with_this_time,
    with_years_listed,
)
from bot.understand.gathering.senses.moving import (
    with_moves_to_a_place,
    with_things_taken_off,
    with_those_who_are_not,
)
from bot.understand.gathering.senses.paying import with_payments
from bot.understand.gathering.senses.speaking import (
    DISCUSSED,
    QUOTED,
    with_calls,
    with_hearsay_told,
    with_phone_numbers,
    with_talks,
    with_what_about,
    with_what_explained,
    with_what_who_does,
    with_who_is_quoted,
    with_words_spoken,
    with_work_on_figures,
)
from bot.understand.gathering.senses.years import with_rates_on_the_year
from bot.understand.span import Span


class Sense(NamedTuple):
    """How a sense is told, and the words or meanings of which one must be there to tell it; none for any message."""

    tell: Callable[[tuple[Span, ...]], tuple[Span, ...]]
    heard: frozenset[str] = frozenset()


#: In order: what one tells, the next may look at.
SENSES = (
    Sense(with_languages, frozenset({"language:ko", "language:en"})),
    Sense(with_times, frozenset({"op:multiple", "timesthe"})),
    Sense(with_majorities, frozenset({"most", "twice", "figure:50%"})),
    Sense(with_bounds),
    Sense(with_mended_bounds, frozenset({"than"})),
    Sense(with_no_more_than, frozenset({"not"})),
    Sense(with_each_time, frozenset({"한번에", "한번"})),
    Sense(with_outdoing, frozenset({"op:outdo", "lead", "leads", "led"})),
    Sense(with_counts, frozenset({"ask:many"})),
    Sense(with_additions, frozenset({"add", "added", "adding"})),
    Sense(with_joints, frozenset({"op:sum"})),
    Sense(with_each, frozenset({"each"})),
    Sense(with_divisions),
    Sense(with_this_time, THIS_TIME),
    Sense(with_all_days, frozenset(CUMULATED)),
    Sense(with_levels, frozenset({"수준"})),
    Sense(with_years_listed, frozenset({"time:three-years-after"})),
    Sense(with_what_explained, frozenset({"ask:definition"})),
    Sense(with_times_told, frozenset({"when"})),
    Sense(with_shares, frozenset({"share"})),
    Sense(with_amounts, frozenset({"amount"})),
    Sense(with_least, frozenset({"최소", "최소한"})),
    Sense(with_people_counted),
    Sense(with_rates_on_the_year, frozenset({"year", "yoy", "y-o-y"})),
    Sense(with_single_days),
    Sense(with_curtain_down, frozenset({"start"})),
    Sense(with_months_shared),
    Sense(with_sameness, frozenset({"그대로", "같아"})),
    Sense(with_rough_numbers, frozenset({"something"})),
    Sense(with_what_about, frozenset({"about"})),
    Sense(with_places_in_order),
    Sense(with_which_of_them, ONE_OF_THEM),
    Sense(with_hearsay_told, frozenset({"거래"})),
    Sense(with_phone_numbers, frozenset({"ask:contact"})),
    Sense(with_moves_to_a_place, frozenset({"op:change"})),
    Sense(with_words_spoken, frozenset({"hold"})),
    Sense(with_things_taken_off, frozenset({"takeoff"})),
    Sense(with_work_on_figures),
    Sense(with_what_who_does, frozenset({"who"})),
    Sense(with_those_who_are_not, frozenset({"not"})),
    Sense(with_calls, frozenset({"ask:contact"})),
    Sense(with_talks, DISCUSSED),
    Sense(with_which_is_more, frozenset({"어디"})),
    Sense(with_who_is_quoted, QUOTED),
    Sense(with_payments),
)


def _places_by_word(senses: Sequence[Sense]) -> dict[str, list[int]]:
    """By a word or a meaning, the places of the senses that it may tell."""
    found: dict[str, list[int]] = {}
    for place, sense in enumerate(senses):
        for word in sense.heard:
            found.setdefault(word, []).append(place)
    return found


_TOLD_BY = _places_by_word(SENSES)
_TELLING = frozenset(_TOLD_BY)
#: The places of the senses that any message may tell.
_ALWAYS = frozenset(place for place, sense in enumerate(SENSES) if not sense.heard)


def told_apart(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, each word read as the words around it tell."""
    waiting = _waiting(spans)
    for place, sense in enumerate(SENSES):
        if place not in waiting:
            continue
        told = sense.tell(spans)
        if told != spans:
            spans, waiting = told, _waiting(told)
    return spans


def _waiting(spans: tuple[Span, ...]) -> set[int]:
    """The places in SENSES of those that the spans may tell, by their words and all that these may mean."""
    said = frozenset({span.typed for span in spans}.union(*(span.meanings for span in spans)))
    places = set(_ALWAYS)
    for word in said & _TELLING:
        places.update(_TOLD_BY[word])
    return places
