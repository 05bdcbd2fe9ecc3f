"""What `respond` promises to every surface: the same bytes, a state that carries on, figures with sources."""

from __future__ import annotations

import builtins
import random
import socket
import subprocess
import sys
import time
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer.compose import compose
from bot.answer.figures import operand
from bot.answer.model import Answer
from bot.answer.reference import decode, encode
from bot.dialogue import State, greet, open_reference, respond
from bot.knowledge.model import Language
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry, MetricEntry
from bot.understand.interpreting.interpret import Interpretation
from bot.understand.question import Operation, Question
from tests.questions.judging import Item, items, numbers_in, same
from tests.releases.catalogues import expo, trade
from tests.talk import conversation, reply_to

QUESTIONS = Path(__file__).parent / "questions"
ITEMS = items(QUESTIONS / "wsce.yaml")
TRADE_ITEMS = items(QUESTIONS / "trade.yaml")
MAX_REFERENCE_BYTES = 48


@cache
def replies() -> tuple[tuple[Item, Answer], ...]:
    """Every question of both files with its reply."""
    found = []
    for group, release in ((ITEMS, expo()), (TRADE_ITEMS, trade())):
        for item in group:
            state = State()
            for turn in item.turns:
                answer, state = respond(turn, state, release)
            found.append((item, answer))
    return tuple(found)


# --- the same bytes -----------------------------------------------------------------------------------------------


def test_the_same_question_gives_the_same_reply() -> None:
    """A reply is equal to itself, the trace included, whatever was asked in between."""
    for item in ITEMS:
        first, second = reply_to(*item.turns), reply_to(*item.turns)

        assert first == second
        assert first.trace == second.trace


def test_another_process_gives_the_same_bytes() -> None:
    """Nothing hangs on the order of sets: two processes with different hash seeds print the same replies."""
    script = (
        "from tests.releases.catalogues import expo; from bot.dialogue import State, respond\n"
        "import sys\n"
        "for line in sys.stdin.read().splitlines():\n"
        "    answer, state = respond(line, State(), expo()); print(repr(answer), repr(state))\n"
    )
    of_equal_worth = "미국 CES만큼 키우겠다고 큰소리친 사람 누구냐"  # two names of one side are said as much
    asked = "\n".join([*(item.turns[0] for item in ITEMS), of_equal_worth])
    printed = [
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", script],
            input=asked,
            capture_output=True,
            encoding="utf-8",
            check=True,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            cwd=Path(__file__).parent.parent,
        ).stdout
        for seed in ("1", "17")
    ]

    assert printed[0] == printed[1]
    assert printed[0].count("\n") >= len(ITEMS)


def test_nothing_but_its_arguments_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reply needs no clock, chance, file or network."""
    expo()
    respond("관람객 몇 멍 왔어?", State(), expo())  # what is read once is read now

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the engine looked outside")

    monkeypatch.setattr(time, "time", refuse)
    monkeypatch.setattr(random, "random", refuse)
    monkeypatch.setattr(builtins, "open", refuse)
    monkeypatch.setattr(socket, "socket", refuse)

    assert reply_to("작년 관람객은 몇 명이었어?", "올해는?").outcome == "answer"


def test_the_knowledge_keeps_nothing_of_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read of it is forgotten with the reply, also where there is none."""
    catalogue = expo()
    respond("저는 학생인데요, 관람객이 몇 명이었나요?", State(), catalogue)
    assert not catalogue.gathered

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("bot.understand.interpreting.interpret.one_thing", fail)
    with pytest.raises(ZeroDivisionError):
        respond("저는 학생인데요, 관람객이 몇 명이었나요?", State(), catalogue)
    assert not catalogue.gathered


def test_the_state_given_stays_as_it_was() -> None:
    """A state is a value: the one handed in can be used again and gives the same reply."""
    _, state = conversation("관람객 몇 명이야?")
    before = repr(state)

    first, _ = respond("2019년은?", state, expo())
    second, _ = respond("2019년은?", state, expo())

    assert repr(state) == before
    assert first == second


# --- the state ----------------------------------------------------------------------------------------------------


def test_an_answer_is_what_the_next_message_goes_on_from() -> None:
    """After an answer the state holds its question, and nothing that was asked back before."""
    _, state = conversation("21이 뭐야?", "첫 번째")

    assert [question.entries for question in state.questions] == [("buyer_countries",)]
    assert state.choices == ()


def test_a_question_back_keeps_what_it_offers() -> None:
    """The offered questions are in the state as references, in the order of the choices."""
    answer, state = conversation("21이 뭐야?")

    assert answer.outcome == "clarify"
    assert state.choices == tuple(choice.reference for choice in answer.choices)


def test_a_decline_forgets_the_choices_but_not_the_subject() -> None:
    """After a decline a follow-up still goes on from the last answer."""
    _, state = conversation("관람객 몇 명이야?", "입장권 가격은?")

    assert state.choices == ()
    assert [question.entries for question in state.questions] == [("visitors",)]
    assert reply_to("관람객 몇 명이야?", "입장권 가격은?", "2019년은?").headline.count("25,850")


def test_declines_in_a_row_are_counted_until_an_answer() -> None:
    """The count goes up with every decline and an answer sets it back."""
    assert conversation("입장권 가격은?")[1].declines == 1
    assert conversation("입장권 가격은?", "주차장 몇 면?")[1].declines == 2
    assert conversation("입장권 가격은?", "주차장 몇 면?", "부스 몇 개?")[1].declines == 0


def test_the_second_decline_in_a_row_names_the_contact() -> None:
    """Who is told twice that the release does not say is told whom to ask; talk of other things is not."""
    first, second = reply_to("중국 기업은 몇 개?"), reply_to("중국 기업은 몇 개?", "2021년 부스는 몇 개?")
    elsewhere = reply_to("중국 기업은 몇 개?", "오늘 서울 날씨 어때?")
    office = ("044-201-3674", "044-201-3720")

    assert not any(phone in _whole(first) for phone in office)
    assert any(phone in _whole(second) for phone in office)
    assert not any(phone in _whole(elsewhere) for phone in office)


def _whole(answer: Answer) -> str:
    return " ".join((answer.headline, *answer.details, *answer.assumptions))


# --- questions back -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reply", "entry"),
    [
        ("1", "buyer_countries"),
        ("2번이요", "kcity_countries"),
        ("세 번째", "challenge_governments"),
        ("마지막 거", "challenge_governments"),
        ("the second one", "kcity_countries"),
        ("스마트 챌린지", "challenge_governments"),
        ("K-City 네트워크 거요", "kcity_countries"),
        ("the local governments", "challenge_governments"),
        ("바이어", "buyer_countries"),
    ],
)
def test_a_question_back_is_answered_in_words(reply: str, entry: str) -> None:
    """A number, a place in the list or a name picks one of the choices."""
    answer, state = conversation("21이 뭐야?", reply)

    assert answer.outcome == "answer"
    assert [question.entries[0] for question in state.questions] == [entry]


@pytest.mark.parametrize(
    ("ambiguous", "picked"),
    [
        ("얼마야?", "118"),
        ("what's the amount?", "118"),
        ("21?", "21"),
        ("K-City?", "21"),
    ],
)
def test_pressing_a_choice_is_naming_its_number(ambiguous: str, picked: str) -> None:
    """Typing 1 and opening the first choice's reference give the same headline and figures."""
    answer, state = conversation(ambiguous)
    typed, _ = respond("1", state, expo())
    pressed = open_reference(answer.choices[0].reference, typed.language, expo())

    assert pressed is not None
    assert (typed.headline, typed.figures) == (pressed[0].headline, pressed[0].figures)
    assert picked[:2] in typed.headline or typed.figures


@pytest.mark.parametrize(
    ("turn", "number"), [("관람객은 몇 명이야?", 30327), ("how many booths?", 1548), ("2019년 면적은?", 21384)]
)
def test_a_new_question_is_just_answered(turn: str, number: float) -> None:
    """Who asks something else instead of choosing is answered, and the choices are gone."""
    answer, state = conversation("21이 뭐야?", turn)

    assert any(same(number, said) for said in numbers_in(answer.headline))
    assert state.choices == ()


@pytest.mark.parametrize("reply", ["none of these", "해당 없음", "잘 모르겠어"])
def test_a_choice_refused_is_no_second_question(reply: str) -> None:
    """Who picks none of the choices is told so, not asked again."""
    answer, state = conversation("21이 뭐야?", reply)

    assert answer.outcome == "decline"
    assert state.choices == ()


@pytest.mark.parametrize(("question", "said_so"), [("21이 뭐야?", "1번부터 3번까지"), ("what is 21?", "from 1 to 3")])
def test_a_number_beyond_the_choices_is_told_so(question: str, said_so: str) -> None:
    """It is no question of its own, and the choices stay open."""
    answer, state = conversation(question, "9")

    assert answer.outcome == "decline"
    assert said_so in answer.headline
    assert len(state.choices) == 3


def test_something_else_unclear_is_asked_back_too() -> None:
    """One question back each: another topic named by half is not taken for a choice."""
    answer = reply_to("How many overseas buyers attended?", "K-City 네트워크는?")

    assert answer.outcome == "clarify"


def test_it_asks_back_once() -> None:
    """The same unclear question again is declined with what can be asked."""
    answer = reply_to("얼마야?", "얼마야?")

    assert answer.outcome == "decline"
    assert answer.suggestions


def test_all_that_a_number_stands_for_is_told_when_asked_again() -> None:
    """Who wants to know what the number means, and not one of its meanings, hears them all."""
    answer = reply_to("보도자료에 21개국이라고 써 있던데", "그게 뭘 말하는 21개국이야?")

    assert answer.outcome == "answer"
    assert "바이어" in answer.headline
    assert "K-City" in answer.headline


def test_choices_are_few_and_differ() -> None:
    """A question back offers two to four choices, each with a label and a reference of its own."""
    asked_back = [answer for _, answer in replies() if answer.outcome == "clarify"]

    assert asked_back
    for answer in asked_back:
        assert 2 <= len(answer.choices) <= 4
        assert len({choice.label for choice in answer.choices}) == len(answer.choices)
        assert len({choice.reference for choice in answer.choices}) == len(answer.choices)


# --- follow-ups ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("turns", "entries", "editions"),
    [
        (("2019년 관람객은?", "2021년은?"), ("visitors",), ("2021",)),
        (("2019년 관람객은?", "외국인은?"), ("visitors.foreign",), ("2019",)),
        (("2019년 관람객은?", "계약액은?"), ("contract_amount",), ("2019",)),
        (("2019년 관람객은?", "2022년 참가 기업은 몇 개야?"), ("exhibitors",), ("2022",)),
        (("visitors in 2019?", "and in 2022?"), ("visitors",), ("2022",)),
        (("overseas exhibitors in 2021?", "what about 2019?"), ("exhibitors.overseas",), ("2019",)),
        (("관람객 수는?", "2019년은?", "외국인은?"), ("visitors.foreign",), ("2019",)),
    ],
)
def test_a_follow_up_inherits_what_it_leaves_open(
    turns: tuple[str, ...], entries: tuple[str, ...], editions: tuple[str, ...]
) -> None:
    """What the new message names replaces what was said; the rest is carried over."""
    _, state = conversation(*turns)

    assert [(question.entries, question.editions) for question in state.questions] == [(entries, editions)]


def test_a_whole_question_inherits_nothing() -> None:
    """A question that needs nothing more is answered as if it were the first."""
    for second in ("부스는 몇 개였나요?", "how many projects does the K-City Network support?", "장소가 어디였죠?"):
        assert reply_to("2022년 계약액은?", second).headline == reply_to(second).headline


def test_what_is_carried_over_is_said() -> None:
    """A follow-up tells what it went on from; the full question does not."""
    assert reply_to("관람객 몇 명이야?", "2019년은?").assumptions
    assert not reply_to("2019년 관람객은 몇 명이야?").assumptions


@pytest.mark.parametrize("turn", ["작년 관람객은?", "visitors last year?", "3년 전 관람객은?", "코로나 전 관람객은?"])
def test_a_relative_year_is_told_as_a_year(turn: str) -> None:
    """Last year is counted from the release's date, and the reply says which year that is."""
    answer = reply_to(turn)

    assert any(year in line for line in answer.assumptions for year in ("2019", "2021"))


# --- language, source, again --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("turn", "language"), [("in English please", "en"), ("영어로 다시 말해줘", "en")])
def test_the_last_answer_is_told_in_the_other_language(turn: str, language: str) -> None:
    """Asking for a language repeats the answer in it, with the same figures."""
    answer, state = conversation("2019년 관람객은?", turn)

    assert answer.language == state.language == language
    assert answer.figures == reply_to("2019년 관람객은?").figures
    assert not any("가" <= char <= "힣" for char in answer.headline)


def test_the_language_stays_after_a_message_that_has_none() -> None:
    """A year alone is answered in the conversation's language."""
    assert reply_to("How many visitors?", "2019?").language == "en"
    assert reply_to("관람객 몇 명?", "2019?").language == "ko"


def test_a_surface_may_set_the_language() -> None:
    """A language given to respond overrides the message's own."""
    answer, _ = respond("관람객 몇 명?", State(), expo(), "en")

    assert answer.language == "en"


@pytest.mark.parametrize("turn", ["출처는?", "source?", "그거 어디서 나온 숫자야?"])
def test_the_source_may_be_asked_for(turn: str) -> None:
    """Asked where a figure comes from, the reply opens with publisher, title and date."""
    answer, state = conversation("2019년 관람객은?", turn)
    source = answer.sources[0]

    assert source.title in answer.headline
    assert source.publisher.split(" (")[0] in answer.headline
    assert str(source.published.day) in answer.headline
    assert state.questions == conversation("2019년 관람객은?")[1].questions


def test_there_is_no_source_before_the_first_answer() -> None:
    """Asked for a source out of the blue it names the release or declines, without failing."""
    for turn in ("출처는?", "source?", "in English please", "다시 말해줘"):
        assert reply_to(turn).headline


# --- references ---------------------------------------------------------------------------------------------------


@st.composite
def questions(draw: st.DrawFn) -> tuple[Catalogue, Question]:
    """Any question that the program can ask of a release, as buttons carry it: nothing claimed or assumed."""
    catalogue = draw(st.sampled_from((expo(), trade())))
    figures = [entry.id for entry in catalogue.entries.values() if isinstance(entry, MetricEntry)]
    sides = [entry.id for entry in catalogue.entries.values() if isinstance(entry, AspectEntry)]
    times = [edition.id for edition in catalogue.knowledge.editions.list]
    operation = draw(st.sampled_from(get_args(Operation)))
    if operation == "aspect":
        return catalogue, Question("aspect", (draw(st.sampled_from(sides)),))
    wanted = 2 if operation in {"compare", "share", "ratio", "rank-changes"} else 1
    entries = tuple(draw(st.lists(st.sampled_from(figures), min_size=wanted, max_size=wanted, unique=True)))
    changes = operation in {"change", "ratio"}
    compares = operation in {"change", "rank-changes"}
    fewest, most = (1, 1) if compares else (0 if operation == "value" else 1, len(times))
    editions = tuple(sorted(draw(st.sets(st.sampled_from(times), min_size=fewest, max_size=most))))
    return catalogue, Question(
        operation,
        entries,
        editions,
        base=draw(st.sampled_from(times)) if compares else None,
        measure=draw(st.sampled_from((None, "percent", "amount", "multiple"))) if changes else None,
        extreme=draw(st.sampled_from(("most", "least"))) if operation in {"rank", "rank-changes"} else None,
        per=draw(st.sampled_from(("day", "edition", *figures))) if operation == "average" else None,
    )


@given(questions())
def test_a_reference_is_its_question(case: tuple[Catalogue, Question]) -> None:
    """What a button carries is read back as the very question, with no memory of the chat."""
    catalogue, question = case

    assert decode(encode(question), catalogue) == question


@given(st.text(max_size=60))
def test_a_stale_reference_is_no_error(reference: str) -> None:
    """What an old button carries may be anything; what the knowledge does not have opens nothing."""
    opened = open_reference(reference, "ko", expo())

    assert opened is None or opened[0].headline


@pytest.mark.parametrize(
    "reference",
    ["v:nothing:2022", "v:visitors:2018", "x:visitors:2022", "a:visitors", "v:event.dates", "c:visitors:2022:2018", ""],
)
def test_what_the_knowledge_lacks_opens_nothing(reference: str) -> None:
    """A reference to a fact, year or operation that is not there is None, not a neighbour's answer."""
    assert open_reference(reference, "en", expo()) is None


def test_buttons_fit_into_a_callback() -> None:
    """Every choice and suggestion has at most 48 bytes, which leaves room for a surface's own prefix."""
    references = [choice.reference for _, answer in replies() for choice in (*answer.choices, *answer.suggestions)]

    assert len(references) > 100
    assert [one for one in references if len(one.encode()) > MAX_REFERENCE_BYTES] == []


def test_every_choice_and_suggestion_has_an_answer() -> None:
    """What is offered is never declined."""
    for group, release in ((ITEMS, expo()), (TRADE_ITEMS, trade())):
        for item in group:
            answer, _ = respond(item.turns[0], State(), release)
            for choice in (*answer.choices, *answer.suggestions):
                opened = open_reference(choice.reference, answer.language, release)
                assert opened is not None, choice
                assert opened[0].outcome == "answer", choice


def _suggestions() -> list[tuple[str, str, Language]]:
    """Every suggestion under any reply about the shipped release: its text, its reference, the reply's language."""
    return sorted(
        {
            (choice.label, choice.reference, answer.language)
            for item in ITEMS
            for answer in [reply_to(*item.turns)]
            for choice in answer.suggestions
        }
    )


def test_a_suggestion_typed_is_a_suggestion_pressed() -> None:
    """Each suggestion, typed as it stands, is answered with the figures or the words that pressing it gives."""
    apart = []
    for text, reference, language in _suggestions():
        pressed = open_reference(reference, language, expo())
        typed = reply_to(text)
        assert pressed is not None
        if (typed.figures, not typed.figures and typed.headline) != (
            pressed[0].figures,
            not pressed[0].figures and pressed[0].headline,
        ):
            apart.append(f"{text} → {typed.headline[:60]!r}, not {pressed[0].headline[:60]!r}")

    assert apart == []


def test_a_suggestion_typed_is_never_another_figure() -> None:
    """Where typing and pressing both give figures, typing gives none of another fact."""
    compared = 0
    for text, reference, language in _suggestions():
        pressed, typed = open_reference(reference, language, expo()), reply_to(text)
        assert pressed is not None
        if typed.figures and pressed[0].figures:
            compared += 1
            facts = {figure.fact.partition("@")[0] for figure in pressed[0].figures}
            assert {figure.fact.partition("@")[0] for figure in typed.figures} <= facts, text
    assert compared > 50


# --- sources and figures ------------------------------------------------------------------------------------------


def test_every_answer_has_its_source() -> None:
    """Publisher, title, date, place and words stand under each answer, and the words stand in the release."""
    for item, answer in replies():
        if answer.outcome != "answer":
            continue
        assert answer.sources, item.turns
        release = expo() if item in ITEMS else trade()
        text = " ".join(release.knowledge.text.split())
        for source in answer.sources:
            assert source.publisher
            assert source.title
            assert source.locator
            assert source.published == release.knowledge.release.published
            assert " ".join(source.quote.split()) in text
            assert all(figure in source.quote for figure in source.marked)


def _unsaid(processing: set[str]) -> list[str]:
    """The figures that a reply lists and does not say; one that only names its source is left out."""
    found = []
    for item, answer in replies():
        told = numbers_in(" ".join((answer.headline, *answer.details)))
        if answer.sources and answer.sources[0].title in answer.headline:
            continue
        if {figure.processing for figure in answer.figures} <= processing:
            found += [
                f"{item.turns[-1]}: {figure.fact} {figure.value:g} {figure.unit}"
                for figure in answer.figures
                if not any(same(abs(figure.value), abs(number)) for number in told)
            ]
    return found


def test_every_figure_of_the_release_is_said() -> None:
    """What `figures` lists stands in the headline or in the working, in whatever spelling."""
    assert _unsaid({"quoted"}) == []


@pytest.mark.xfail(
    strict=True, reason="a change lists a multiple or zeros, a comparison of changes values, left unsaid"
)
def test_every_computed_figure_is_said() -> None:
    """A figure that is not said is not listed, and what something was computed from is said."""
    assert _unsaid({"quoted", "computed", "converted"}) == []


@pytest.mark.parametrize("turn", ["참가 기업 증가율은?", "2021년 대비 2022년 계약액 증가폭은?", "방문객 증가율?"])
def test_only_a_claim_gets_a_verdict(turn: str) -> None:
    """Who asks how much something grew has claimed nothing, and is not told that it is so."""
    assert reply_to(turn).verdict is None


def test_every_quoted_figure_stands_in_a_source() -> None:
    """A figure that is quoted stands in one of the quotes, digit for digit."""
    for item, answer in replies():
        quoted = numbers_in(" ".join(source.quote for source in answer.sources))
        for figure in answer.figures:
            if figure.processing == "quoted":
                assert any(abs(figure.value) == abs(number) for number in quoted), (item.turns, figure)


def test_a_decline_offers_no_figure() -> None:
    """A decline has no figures and no verdict; a question back has neither."""
    for item, answer in replies():
        if answer.outcome != "answer":
            assert answer.figures == (), item.turns
            assert answer.verdict is None, item.turns
            assert answer.sources == () or answer.outcome == "clarify", item.turns


def test_a_decline_says_why() -> None:
    """Each decline has one of the reasons of the contract, an answer has none."""
    for _, answer in replies():
        assert (answer.reason is not None) == (answer.outcome == "decline")


def test_the_figure_comes_first() -> None:
    """The first forty characters of a plain value hold its number."""
    for entry in expo().entries.values():
        if not isinstance(entry, MetricEntry):
            continue
        for edition in expo().knowledge.editions.list:
            found = operand(entry, edition.id, expo())
            if found is None or len(entry.name.ko) > 20:
                continue
            answer = compose(Interpretation((Question("value", (entry.id,), (edition.id,)),)), "ko", expo())
            assert any(same(found.number, number) for number in numbers_in(answer.headline[:44])), answer.headline


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_greeting_speaks_of_the_release(language: str) -> None:
    """What the bot is, whose release it answers from, and what could be asked."""
    for release in (expo(), trade()):
        answer = greet(language, release)  # type: ignore[arg-type]

        assert release.knowledge.release.title.in_language(language) in answer.headline  # type: ignore[arg-type]
        assert answer.suggestions


@pytest.mark.parametrize(
    "text",
    [
        "hundred " * 512,
        f"관람객은 {'1' * 400}.5명?",
        f"관람객이 약 {'1' * 400}명이라던데",
        f"관람객이 {'9' * 400}% 늘었다던데",
        f"contract worth {'9' * 350} trillion trillion won?",
        f"관람객은 two point five {'hundred ' * 400}?",
    ],
)
def test_a_number_beyond_all_measure_is_no_reason_to_fail(text: str) -> None:
    """It is never a figure of the release, and arithmetic with it does not break."""
    answer, _ = respond(text, State(), expo())

    assert answer.outcome != "answer" or answer.verdict == "no" or not answer.figures
