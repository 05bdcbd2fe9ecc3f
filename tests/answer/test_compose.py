"""From parts to one reply: lines joined, sources once, assumptions said."""

from __future__ import annotations

import datetime

import pytest

from bot.answer.compose import compose, with_source_first
from bot.dialogue import State, respond
from bot.knowledge.model import Successor, Text
from bot.understand.catalogue.compile import compile_catalogue
from bot.understand.interpreting.interpret import Interpretation
from bot.understand.question import Ambiguous, Question, Unanswerable
from tests.releases.catalogues import expo

VISITORS = Question("value", ("visitors",), ("2022",))
BOOTHS = Question("value", ("booths",), ("2022",))
VENUE = Question("aspect", ("event.venue",))


def test_each_part_has_its_line() -> None:
    """Two questions are two lines, and the figures and sources of both are there."""
    answer = compose(Interpretation((VISITORS, BOOTHS)), "ko", expo())

    assert answer.headline.count("\n") == 1
    assert [figure.fact for figure in answer.figures] == ["visitors@2022", "booths@2022"]
    assert len(answer.sources) == 2


def test_a_part_that_is_declined_has_its_line_as_well() -> None:
    """What can be answered is answered, and what cannot is said beside it."""
    answer = compose(Interpretation((VISITORS, Unanswerable("not-in-release", ("로봇",)))), "ko", expo())

    assert answer.outcome == "answer"
    assert "30,327" in answer.headline
    assert "로봇" in answer.headline


def test_the_same_source_is_given_once() -> None:
    """Two figures of one sentence share their source, with both figures marked or listed."""
    answer = compose(Interpretation((BOOTHS, Question("value", ("buyer_countries",), ("2022",)))), "en", expo())

    assert len({source.quote for source in answer.sources}) == 1


def test_a_source_marks_its_figure() -> None:
    """What is marked stands in the quote, and is the figure as printed."""
    (source,) = compose(Interpretation((BOOTHS,)), "en", expo()).sources

    assert source.marked == ("1,548개",)
    assert source.marked[0] in source.quote


@pytest.mark.parametrize(
    ("question", "stage"),
    [
        (VISITORS, "exact"),
        (VENUE, "exact"),
        (Question("value", ("visitors",), ("2022",), edition_assumed=True), "structure"),
        (Question("change", ("visitors",), ("2022",), base="2019"), "structure"),
        (Question("value", ("visitors",), ("2022",), half_named=True), "fuzzy"),
    ],
)
def test_a_reply_tells_how_sure_it_is(question: Question, stage: str) -> None:
    """Exact when nothing was filled in, fuzzy when something was guessed."""
    assert compose(Interpretation((question,)), "en", expo()).stage == stage


def test_a_mended_message_is_told() -> None:
    """Taken as something else than typed, the reply says as what, and is fuzzy."""
    answer = compose(Interpretation((VISITORS,), taken_as="관람객 몇 명"), "ko", expo())

    assert answer.stage == "fuzzy"
    assert any("관람객 몇 명" in line for line in answer.assumptions)


def test_what_was_left_out_is_told() -> None:
    """Words that only frame the question are named, so that nothing is dropped in silence."""
    answer = compose(Interpretation((VISITORS,), left_out="친구가 물어봐서"), "ko", expo())

    assert any("친구가 물어봐서" in line for line in answer.assumptions)


def test_what_was_filled_in_is_one_line() -> None:
    """A year that nobody said is said in the reply; a year that was asked for is not."""
    filled = compose(
        Interpretation((Question("value", ("visitors",), ("2022",), edition_assumed=True),)),
        "en",
        expo(),
    )

    assert [("2022" in line) for line in filled.assumptions] == [True]
    assert compose(Interpretation((VISITORS,)), "en", expo()).assumptions == ()


def test_a_question_back_names_how_its_choices_differ() -> None:
    """Each choice has a name of its own."""
    twenty_one = tuple(
        Question("value", (entry,), edition)
        for entry, edition in (("buyer_countries", ("2022",)), ("kcity_countries", ()))
    )
    answer = compose(Interpretation((Ambiguous(twenty_one),)), "en", expo())

    assert answer.outcome == "clarify"
    assert len({choice.label for choice in answer.choices}) == 2
    assert answer.figures == ()


def test_look_alikes_are_told_apart() -> None:
    """A figure that is easily mixed up comes with the line that tells it from the others."""
    answer = compose(Interpretation((Question("value", ("buyer_countries",), ("2022",)),)), "en", expo())

    assert any("21s" in line for line in answer.details)


def test_a_misprint_is_told() -> None:
    """The headline's 1.178억원 is mentioned with the contract amount."""
    answer = compose(Interpretation((Question("value", ("contract_amount",), ("2022",)),)), "en", expo())

    assert any("1.178억원" in line for line in answer.details)


def test_the_source_may_stand_first() -> None:
    """Asked for the source, the same reply opens with it."""
    answer = compose(Interpretation((VISITORS,)), "en", expo())
    first = with_source_first(answer)

    assert first.sources == answer.sources
    assert answer.sources[0].title in first.headline
    assert "7 September 2022" in first.headline


def test_a_later_release_is_told() -> None:
    """Under every answer, in its language; a decline has nothing that could be out of date."""
    knowledge = expo().knowledge
    later = Successor(title=Text(ko="정정 보도자료", en="Correction"), published=datetime.date(2022, 10, 1))
    header = knowledge.release.model_copy(update={"superseded_by": later})
    catalogue = compile_catalogue(knowledge.model_copy(update={"release": header}))

    korean, _ = respond("부스는 몇 개?", State(), catalogue)
    english, _ = respond("How many booths?", State(), catalogue)
    declined, _ = respond("입장료는?", State(), catalogue)

    assert korean.details[-1] == "이 자료는 2022년 10월 1일에 나온 「정정 보도자료」로 갱신되었습니다."
    assert english.details[-1] == "Updated on 1 October 2022 by “Correction”."
    assert declined.details == ()
