"""Words that mean one thing or another, told apart by the words around them: twice, larger than, in Korean."""

from __future__ import annotations

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
    with_divisions,
    with_each,
    with_joints,
    with_outdoing,
    with_places_in_order,
    with_rates_on_the_year,
    with_sameness,
    with_which_is_more,
    with_which_of_them,
)
from bot.understand.gathering.senses.days import (
    with_single_days,
    with_this_time,
    with_years_listed,
)
from bot.understand.gathering.senses.moving import (
    with_moves_to_a_place,
    with_things_taken_off,
    with_those_who_are_not,
)
from bot.understand.gathering.senses.speaking import (
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
from bot.understand.span import Span


def told_apart(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, each word read as the words around it tell."""
    for tell in (
        with_languages,
        with_times,
        with_majorities,
        with_bounds,
        with_mended_bounds,
        with_no_more_than,
        with_each_time,
        with_outdoing,
        with_counts,
        with_additions,
        with_joints,
        with_each,
        with_divisions,
        with_this_time,
        with_levels,
        with_years_listed,
        with_what_explained,
        with_times_told,
        with_shares,
        with_amounts,
        with_least,
        with_people_counted,
        with_rates_on_the_year,
        with_single_days,
        with_sameness,
        with_rough_numbers,
        with_what_about,
        with_places_in_order,
        with_which_of_them,
        with_hearsay_told,
        with_phone_numbers,
        with_moves_to_a_place,
        with_words_spoken,
        with_things_taken_off,
        with_work_on_figures,
        with_what_who_does,
        with_those_who_are_not,
        with_calls,
        with_talks,
        with_which_is_more,
        with_who_is_quoted,
    ):
        spans = tell(spans)
    return spans
