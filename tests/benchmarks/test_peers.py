"""What the comparison with peers rests on: phrasings that lead to answers, and a judge that knows wrong from missed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answer.compose import compose
from bot.answer.model import Answer
from bot.answer.suggest import label
from bot.understand.interpreting.interpret import Interpretation
from tests.benchmarks.judged import Outcome, judged
from tests.benchmarks.phrasings import examples, names_and_synonyms, phrasings
from tests.benchmarks.timing import best_of, times
from tests.questions.judging import Item
from tests.releases.catalogues import expo

ITEM = Item("kind-01", "en", ("how many?",), ("answer",), ((620.0,),), (), (30327.0,), None, None)
REPLY = Answer("answer", "en", "Foreign visitors in 2022: 620.")


def test_every_phrasing_leads_to_an_answer() -> None:
    """Whichever is nearest, there is something to say."""
    known = phrasings(expo())
    answers = {question: compose(Interpretation((question,)), "en", expo()) for question in known.values()}

    assert {answer.outcome for answer in answers.values()} == {"answer"}
    assert set(examples(expo())) < set(known)


def test_names_and_synonyms_lead_to_what_they_name() -> None:
    """A name and a synonym of it, in both languages."""
    known = phrasings(expo())
    named = {text: label(known[text], "en", expo()) for text in ("참관객", "attendee", "booth", "전시 면적")}

    assert named == {
        "참관객": "visitors in 2022",
        "attendee": "visitors in 2022",
        "booth": "booths in 2022",
        "전시 면적": "exhibition area in 2022",
    }
    assert named.keys() <= set(names_and_synonyms(expo().knowledge))


@pytest.mark.parametrize(
    ("reply", "due", "outcome"),
    [
        (REPLY, "answer", "ok"),
        (replace(REPLY, headline="Visitors in 2022: 30,327."), "answer", "wrong"),
        (REPLY, "decline", "wrong"),
        (replace(REPLY, language="ko"), "answer", "missed"),
        (replace(REPLY, outcome="clarify"), "answer", "missed"),
        (replace(REPLY, outcome="decline"), "answer", "missed"),
        (replace(REPLY, outcome="decline"), "decline", "ok"),
    ],
)
def test_wrong_is_what_tells_something_false(reply: Answer, due: str, outcome: Outcome) -> None:
    """A false figure or an answer where none is due is wrong; what only does not help is missed."""
    assert judged(replace(ITEM, outcome=(due,)), reply) == outcome


def test_times_are_of_single_questions() -> None:
    """The best of each question's rounds, then the median, the 95th percentile and the worst over the questions."""
    found = times(best_of([[3.0, 1.0, 9.0], [2.0, 4.0, 8.0]]))

    assert (found.median, found.worst) == (2.0, 8.0)
    assert found.median <= found.p95
