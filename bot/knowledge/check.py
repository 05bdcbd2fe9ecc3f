"""Every promise that a knowledge file keeps, in the order of reading: quotes, figures, answers.

A check is a function from the Book (the knowledge beside its release) to what it finds wrong; to add one,
write it in `checks/` and name it here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.knowledge.checks import (
    answers,
    changes,
    confusable,
    corrections,
    coverage,
    figures,
    lists,
    passages,
    references,
    words,
)
from bot.knowledge.checks.book import Book, Finding
from bot.knowledge.problems import Problem
from bot.knowledge.source import Source

Check = Callable[[Book], Iterator[Finding]]

#: Checks of single entries: they hold for the rest of a file when some of its entries have the wrong shape.
OF_ENTRIES: tuple[Check, ...] = (
    passages.stand_in_the_release,
    figures.stand_in_their_passage,
    figures.repeat_each_other,
    figures.say_how_exact_they_are,
    figures.of_parts_fit_the_whole,
    corrections.are_made,
    corrections.heading_is_the_release_s,
    answers.follow_from_their_passages,
    answers.tell_their_dates,
    answers.are_the_same_in_both_languages,
    words.have_both_languages,
)

#: Checks that look across the whole file.
OF_THE_WHOLE: tuple[Check, ...] = (
    references.ids_are_unique,
    references.exist,
    references.lists_have_no_duplicates,
    passages.rows_fit_their_heading,
    passages.are_used,
    figures.exist,
    figures.hold_one_number,
    changes.follow_from_the_figures,
    confusable.are_declared_when_equal,
    confusable.tell_look_alikes_apart,
    coverage.numbers_belong_to_facts,
    coverage.not_facts_match,
    lists.items_are_named,
    lists.complete_lists_are_whole,
    words.point_one_way,
    words.ambiguous_words_are,
)


def check(book: Book, source: Source, *, is_whole: bool = True) -> Iterator[Problem]:
    """What is wrong with the knowledge; without `is_whole`, entries are missing and single ones count."""
    for run in (*OF_ENTRIES, *OF_THE_WHOLE) if is_whole else OF_ENTRIES:
        for finding in run(book):
            if finding.at is None:
                yield book.release.problem(finding.offset, finding.message)
            elif finding.key:
                yield source.problem_at_key(finding.at, finding.message)
            else:
                yield source.problem(finding.at, finding.message)
