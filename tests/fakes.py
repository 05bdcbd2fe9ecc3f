"""An engine of the real one's shape that answers by rote, so that surfaces are tested without the release."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace

from bot.answer.alternatives import Alternatives
from bot.answer.contents import Section
from bot.answer.model import Answer, Chart, Choice, Source
from bot.answer.paragraphs import Paragraph
from bot.dialogue import State
from bot.knowledge.model import Header, Language, Phrases, Text
from bot.understand.question import Question

RELEASE = Header(
    id="fair-2022",
    title=Text(ko="박람회 <결과>", en="Results & <more>"),
    publisher=Text(ko="국토부", en="Ministry"),
    published=datetime.date(2022, 9, 7),
    text="release.txt",
    subject=Text(ko="박람회", en="fair"),
    subject_names=Phrases(),
)

SOURCE = Source(
    publisher="국토부",
    title="박람회 <결과>",
    published=datetime.date(2022, 9, 7),
    locator="본문 1문단",
    quote="3일간 30,327명이 다녀갔다.",
    url=None,
    marked=("30,327명",),
)

ASKED = Question("value", ("visitors",), ("2022",))

VISITORS = Answer(
    outcome="answer",
    language="ko",
    headline="2022년 관람객은 30,327명입니다.",
    details=("그 가운데 외국인은 620명입니다.",),
    assumptions=("2022년으로 이해했습니다.",),
    sources=(SOURCE,),
    suggestions=(Choice("2021년은?", "visitors:2021"),),
)

LAST_YEAR = replace(
    VISITORS,
    headline="2021년 관람객은 5,520명입니다.",
    details=(),
    assumptions=(),
    suggestions=(),
)

ENGLISH = replace(VISITORS, language="en", headline="30,327 people came in 2022.", details=(), assumptions=())

WHICH = Answer(
    outcome="clarify",
    language="ko",
    headline="무엇을 물으십니까?",
    choices=(Choice("관람객", "visitors:2022"), Choice("지난해 관람객", "visitors:2021")),
)

NOTHING = Answer(
    outcome="decline",
    language="ko",
    headline="그것은 이 보도자료에 없습니다.",
    reason="not-in-release",
    suggestions=(Choice("관람객은?", "visitors:2022"),),
)

GREETING = Answer(
    outcome="decline",
    language="ko",
    headline="보도자료에 대해 물어보십시오.",
    reason="about-bot",
    suggestions=(Choice("관람객은?", "visitors:2022"),),
)


@dataclass
class FakeEngine:
    """Answers what it was taught; `그럼 작년은?` is understood only after a question about visitors."""

    version: str = "v001"
    release: Header = RELEASE
    answers: dict[str, Answer] = field(
        default_factory=lambda: {"관람객": VISITORS, "몇 명?": WHICH, "visitors": ENGLISH}
    )
    references: dict[str, Answer] = field(
        default_factory=lambda: {"visitors:2022": VISITORS, "visitors:2021": LAST_YEAR}
    )

    charts: dict[str, Chart] = field(default_factory=dict)

    def respond(self, text: str, state: State, language: Language | None = None) -> tuple[Answer, State]:
        """The answer learnt for the text; a text with 폭탄 in it breaks the engine."""
        if "폭탄" in text:
            raise ValueError(f"cannot read {text!r}")
        if text == "그럼 작년은?" and state.questions:
            return LAST_YEAR, state
        answer = self.answers.get(text, NOTHING)
        return answer, State(answer.language, () if answer is NOTHING else (ASKED,))

    def names_release(self, text: str) -> bool:
        """Whether an answer was learnt for the text."""
        return text in self.answers

    def check(self, text: str, language: Language | None = None) -> Answer:
        """The answer learnt for the text, as a claim that is right."""
        answer, _ = self.respond(text, State(), language)
        return replace(answer, verdict="yes") if answer.outcome == "answer" else answer

    def open_reference(self, reference: str, language: Language) -> tuple[Answer, State] | None:
        """The answer learnt for the reference; one with 폭탄 in it breaks the engine."""
        if reference == "폭탄":
            raise ValueError(reference)
        answer = self.references.get(reference)
        return (answer, State(language, (ASKED,))) if answer else None

    def greet(self, language: Language) -> Answer:
        """The greeting, in Korean only."""
        return replace(GREETING, language=language)

    def alternatives(self, reference: str, language: Language) -> Alternatives:
        """Last year, for what was asked of this year."""
        others = (Choice("2021년", "visitors:2021"),) if reference == "visitors:2022" else ()
        return Alternatives(others)

    def chart(self, reference: str, language: Language) -> Chart | None:
        """The chart learnt for the reference."""
        return self.charts.get(reference)

    def why(self, reference: str, language: Language) -> str | None:
        """A reason, for what the engine knows."""
        return f"{reference} 때문입니다." if reference in self.references else None

    def paragraphs(self, reference: str, language: Language) -> tuple[Source, tuple[Paragraph, ...]] | None:
        """One paragraph of two sentences, for what the engine knows."""
        lines = ("<b>먼저</b> 열렸다.", SOURCE.quote)
        known = reference in self.references or reference == "v:visitors:2022"
        return (SOURCE, (Paragraph(SOURCE.locator, lines, lines[1:]),)) if known else None

    def reference_of(self, fact: str) -> str | None:
        """None: its facts have no names."""
        return None

    def contents(self, language: Language) -> tuple[Section, ...]:
        """Ten topics of one question each."""
        return tuple(Section(f"topic{n}", f"주제 {n}", (Choice(f"질문 {n}", "visitors:2022"),)) for n in range(10))
