"""A stretch of a message."""

from __future__ import annotations

from bot.language.numbers import find_numbers
from bot.understand.span import Span, joined

VISITORS, OVER = frozenset({"visitors"}), frozenset({"over", "op:more"})
WORD = Span(2, 5, "관람객", "word", (VISITORS, OVER), typed="괌람객", slips=1, cost=2.5, clause=1)


def test_the_meanings_are_those_of_all_readings():
    """What a word may mean is known without looking at each of its readings."""
    assert WORD.meanings == {"visitors", "over", "op:more"}


def test_a_word_read_otherwise_keeps_its_place_and_what_was_typed():
    """Only its readings change, and its kind where one is given."""
    read = WORD.read_as(VISITORS, kind="verb")

    assert (read.readings, read.meanings, read.kind) == ((VISITORS,), VISITORS, "verb")
    assert (read.start, read.end, read.typed, read.slips, read.cost, read.clause) == (2, 5, "괌람객", 1, 2.5, 1)
    assert WORD.readings == (VISITORS, OVER)


def test_a_number_that_is_read_as_something_else_is_none():
    """The 31 of 30일이야 31일이야 is a date, and no number is left to check."""
    number = Span(0, 2, "31", "number", number=find_numbers("31")[0], typed="31")

    assert number.read_as(frozenset({"date:08-31"}), kind="date").number is None
    assert number.read_as(frozenset({"counter:day"})).number == number.number


def test_a_silenced_word_says_nothing_and_an_unexplained_one_is_unknown():
    """Neither has a meaning left; the second stands against an answer."""
    assert (WORD.silenced().kind, WORD.silenced().meanings) == ("skip", frozenset())
    assert (WORD.unexplained().kind, WORD.unexplained().readings) == ("unknown", ())


def test_spans_that_say_the_same_are_equal():
    """One that was made anew is found among the others."""
    again = Span(2, 5, "관람객", "word", (VISITORS, OVER), typed="괌람객", slips=1, cost=2.5, clause=1)

    assert again == WORD
    assert again in {WORD}
    assert again != WORD.in_clause(2)
    assert WORD != (2, 5)


def test_joined_spans_are_one_from_the_first_to_the_last():
    """What was typed in them stands together."""
    following = Span(5, 7, "은요", "josa", typed="은욤")

    assert (joined((WORD, following)).start, joined((WORD, following)).end) == (2, 7)
    assert (joined((WORD, following)).typed, joined((WORD, following)).kind) == ("괌람객은욤", "word")
