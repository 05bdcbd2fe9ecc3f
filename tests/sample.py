"""A whole reply for tests of the surfaces; pass the fields that the test is about."""

import datetime
from dataclasses import replace
from typing import Any

from bot.answer.model import Answer, Choice, FigureSaid, Source

ROW = "참관객(외국인)\t25,850명(895명)\t5,520명 (온라인 24,000명)\t30,327명(620명)\t17.3% ↑"
SOURCE = Source(
    publisher="Ministry of Land, Infrastructure and Transport (MOLIT)",
    title="Record-high business results and visitor turnout",
    published=datetime.date(2022, 9, 7),
    locator="annex, table 2, row 3",
    quote=ROW,
    url=None,
    marked=("620명",),
)
REPLY = Answer(
    outcome="answer",
    language="en",
    headline="620 foreign visitors came in 2022.",
    details=("That is 2.0% of all 30,327 visitors.",),
    assumptions=("I took it that you mean 2022.",),
    figures=(FigureSaid("visitors.foreign", 620, "person", "quoted"),),
    sources=(SOURCE,),
    choices=(Choice("2019", "a"), Choice("2021", "b")),
    suggestions=(Choice("How many booths were there?", "c"),),
    steps=("visitors.foreign: 2.35", "nothing left over"),
)


def a_reply(**fields: Any) -> Answer:
    """A reply about foreign visitors, with the given fields in place of its own."""
    return replace(REPLY, **fields)
