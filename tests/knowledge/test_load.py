"""Loading: a whole release or every reason why not, in plain sentences with their place."""

from __future__ import annotations

import datetime
import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.errors import KnowledgeError
from bot.knowledge.load import load, shipped
from bot.knowledge.problems import MOST_TOLD, BrokenKnowledgeError, Problem
from bot.knowledge.source import MAX_BYTES, parse
from tests.knowledge.conftest import RELEASE, TEXT, Spoil, problems_of

JARGON = re.compile(r"pydantic|validat|Input should|str type|dict|tuple|mapping|scalar|NoneType|extra_|libyaml|parser")


def test_the_shipped_release_loads() -> None:
    """It is whole: text and path come with it, lists are tuples and the file's dates are dates."""
    knowledge = load(shipped())

    assert knowledge.text == TEXT
    assert knowledge.path == shipped() / "release.yaml"
    assert isinstance(knowledge.metrics, tuple)
    assert knowledge.release.published == datetime.date(2022, 9, 7)
    assert knowledge.passage("turnout").text.startswith("코로나-19 상황에도")


def test_a_folder_and_its_file_load_alike() -> None:
    """The path may name either."""
    assert load(shipped()) == load(shipped() / "release.yaml")


def test_a_problem_reads_file_line_column_and_sentence() -> None:
    """The form that editors and terminals make a link of."""
    assert str(Problem(Path("a/release.yaml"), 3, 9, "wrong; right")) == "a/release.yaml:3:9: wrong; right"


def test_all_problems_are_told_at_once_sorted_by_place(desk: Path) -> None:
    """One run shows a wrong figure, a misspelt key, a shortened passage and a wrong answer together."""
    text = RELEASE.replace('figure: "25,850명"', 'figure: "25,805명"', 1).replace(
        "    unit: booths", "    unti: booths"
    )
    text = text.replace("text: 그 결과 국내", "text: 결과 국내").replace("2017년부터 매년 열려", "2018년부터 매년 열려")
    (desk / "release.yaml").write_text(text, encoding="utf-8")
    try:
        with pytest.raises(KnowledgeError) as caught:
            load(desk)
    finally:
        (desk / "release.yaml").write_text(RELEASE, encoding="utf-8")

    assert isinstance(caught.value, BrokenKnowledgeError)
    lines = [problem.line for problem in caught.value.problems]
    assert lines == sorted(lines)
    said = str(caught.value)
    assert said.splitlines() == [str(problem) for problem in caught.value.problems]
    for expected in (
        "«25,805명» does not stand",
        "did you mean «unit»?",
        "only a piece of the sentence",
        "«2018» does not stand",
    ):
        assert expected in said


SHAPES = [
    (
        "a key is misspelt",
        "    unit: booths",
        "    unti: booths",
        "«unti» is not known here; did you mean «unit»?",
    ),
    ("a key is missing", "    unit: booths\n", "", "«unit» is missing in this entry of «metrics»; add it"),
    (
        "a comma splits a text",
        "{ko: 장소, en: venue}",
        "{ko: 장소, en: venue, or hall}",
        '«or hall» was read as a key of its own; put the text with the comma in quotes: en: "venue, or hall"',
    ),
    (
        "a comma splits a figure",
        "figure: 33건",
        "figure: 1,548개",
        '1 is cut off at a comma; put the text with the comma in quotes: figure: "1,548개"',
    ),
    (
        "a figure is a bare number",
        "figure: 33건",
        "figure: 33",
        '33 is read as a number, but a text is wanted; put it in quotes: "33"',
    ),
    (
        "an edition is a bare number",
        '{from: "2019", to: "2022", figure: 50.4%',
        '{from: 2019, to: "2022", figure: 50.4%',
        '2019 is read as a number, but a text is wanted; put it in quotes: "2019"',
    ),
    (
        "a text is yes or no",
        "noun: {ko: 장소, en: venue}",
        "noun: {ko: 장소, en: true}",
        'true is read as a yes or no, but a text is wanted; put it in quotes: "true"',
    ),
    (
        "a text is empty",
        "noun: {ko: 장소, en: venue}",
        "noun: {ko: 장소, en: }",
        "«en» is empty; write its text",
    ),
    (
        "a text is two quotes",
        "noun: {ko: 장소, en: venue}",
        'noun: {ko: 장소, en: ""}',
        "«en» is empty; write its text",
    ),
    (
        "a text is a list",
        "noun: {ko: 장소, en: venue}",
        "noun: {ko: 장소, en: [venue]}",
        "«en» must be one text, but a list or block stands here",
    ),
    (
        "a list is a text",
        "dates: [2022-09-07]",
        "dates: 2022-09-07",
        "«dates» must be a list: [first, second]",
    ),
    (
        "a block is a text",
        "noun: {ko: 장소, en: venue}",
        "noun: venue",
        "«noun» must be a block of «key: value» with the keys en, ko",
    ),
    (
        "an ask is unknown",
        "asks: [where]\n        names: {ko: [장소, 전시장",
        "asks: [wheer]\n        names: {ko: [장소, 전시장",
        "«wheer» is not known here; did you mean «where»?",
    ),
    (
        "a list is empty",
        "passages: [heading]",
        "passages: []",
        "«passages» is an empty list; at least one entry is needed",
    ),
    (
        "an id is Korean",
        "  - id: booths",
        "  - id: 부스",
        "«부스» cannot be an id; use small Latin letters, digits, - and _",
    ),
    ("an edition is no year", '    - id: "2021"', '    - id: "21"', "«21» cannot be an id"),
    (
        "a truth is a word",
        "        complete: true\n        passages",
        "        complete: wahr\n        passages",
        "«wahr» must be true or false",
    ),
    (
        "a year is a text",
        "years: [2022]\n        passages: [follow-up]\n      - id: purpose",
        'years: ["2022"]\n        passages: [follow-up]\n      - id: purpose',
        "«2022» must be a whole number without quotes: 2017",
    ),
    (
        "a date is written in words",
        "published: 2022-09-07",
        "published: 7 Sept 2022",
        "«7 Sept 2022» is no date; write it without quotes as 2022-09-07",
    ),
    ("a date lacks a zero", "published: 2022-09-07", "published: 2022-9-07", "«2022-9-07» is no date"),
    (
        "a date is not in the calendar",
        "published: 2022-09-07",
        "published: 2022-02-30",
        "2022-02-30 is no day of the calendar",
    ),
    (
        "a unit has one form",
        "en: [booth, booths], counters",
        "en: [booth], counters",
        "both forms are needed, for one and for many",
    ),
    (
        "a unit has three forms",
        "en: [booth, booths], counters",
        "en: [booth, booths, boothes], counters",
        "two are needed, for one and for many",
    ),
    ("the format is of another program", "format: 1", "format: 2", "«2» is not known here; known here: 1"),
    (
        "a key is given twice",
        "    unit: booths\n",
        "    unit: booths\n    unit: area\n",
        "«unit» is given twice (first in line",
    ),
    (
        "the text of the release is set by hand",
        "format: 1\n",
        "format: 1\ntext: abc\n",
        "«text» is not known here",
    ),
    (
        "an anchor repeats an entry",
        "passages: [heading]",
        "passages: &a [heading, *a]",
        "«*a» repeats another entry; write the text out",
    ),
    (
        "a tag asks for a program",
        "passages: [heading]",
        "passages: !!python/name:os.system [heading]",
        "is not used here; delete it",
    ),
    (
        "a list is the key",
        "        passages: [heading]\n",
        "        passages: [heading]\n        [a, b]: c\n",
        "a key must be one word",
    ),
]


@pytest.mark.parametrize("case", SHAPES, ids=[case[0] for case in SHAPES])
def test_a_wrong_shape_is_told_in_plain_words(spoil: Spoil, case: tuple[str, str, str, str]) -> None:
    """The sentence says what is wrong and what would be right, at the line, without the validator's words."""
    _, old, new, said = case

    spoiled = spoil(old, new)

    nearby = spoiled.line - 1 if new == "" else spoiled.line
    place = [
        problem.message
        for problem in spoiled.problems
        if abs(problem.line - spoiled.line) <= (nearby != spoiled.line) * 6
    ]
    assert any(said in message for message in place), spoiled.problems
    assert not [problem for problem in spoiled.problems if JARGON.search(problem.message)]


SYNTAX = [
    ("quotes are not closed", "read: 1,178억원", 'read: "1,178억원', "quotes"),
    (
        "a bracket is not closed",
        "passages: [heading]",
        "passages: [heading",
        "is not closed, or a text in it needs quotes",
    ),
    (
        "a text holds a colon",
        "answer: {ko: 킨텍스에서 열렸습니다.,",
        "answer: {ko: 장소: 킨텍스에서 열렸습니다.,",
        "",
    ),
    (
        "a colon stands in a line",
        "    read: 1,178억원",
        "    read: 금액: 1,178억원",
        "a text with «: » must stand in quotes",
    ),
    ("a line is indented otherwise", "    unit: booths", "   unit: booths", "indent it like its neighbours"),
    ("a tab indents", "    unit: booths", "\tunit: booths", "no tab may stand here"),
    ("a text begins with a star", "figure: 33건", "figure: *33건", "must stand in quotes"),
    (
        "a control character stands in a text",
        "figure: 33건",
        "figure: 33\x07건",
        "an invisible control character stands here; delete it",
    ),
    ("a second document follows", "format: 1\n", "format: 1\n---\n", "a second document begins"),
]


@pytest.mark.parametrize("case", SYNTAX, ids=[case[0] for case in SYNTAX])
def test_broken_yaml_is_one_clear_sentence(spoil: Spoil, case: tuple[str, str, str, str]) -> None:
    """There is one problem, near the line, without the parser's words."""
    _, old, new, said = case

    spoiled = spoil(old, new)

    assert spoiled.problems
    assert said in spoiled.problems[0].message
    assert not JARGON.search(spoiled.problems[0].message)


FILES = [
    (
        "there is no file",
        None,
        "there is no such file; give the path of a release.yaml or of the folder that holds it",
    ),
    ("the file is empty", b"", "the file is empty"),
    ("the file holds comments only", b"# nothing\n", "the file is empty"),
    ("the file is a text", "보도자료".encode(), "the file must be a block of «key: value»"),
    (
        "the file is in the old Korean encoding",
        "format: 1\n# 보도자료".encode("cp949"),
        "not UTF-8 text; save it again with the encoding UTF-8",
    ),
    ("the file is too large", b"#" * (MAX_BYTES + 1), "the file is larger than 2 MB"),
    ("brackets are nested a thousand deep", b"[" * 100_000, ""),
    ("brackets that close are nested too deep", b"[" * 900 + b"]" * 900, "nested far too deep"),
    ("aliases multiply", b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n", "repeats another entry"),
]


@pytest.mark.parametrize("case", FILES, ids=[case[0] for case in FILES])
def test_a_file_that_cannot_be_read_is_one_clear_sentence(tmp_path: Path, case: tuple[str, bytes | None, str]) -> None:
    """Whatever lies there, the answer is a problem and not a crash."""
    _, content, said = case
    if content is not None:
        (tmp_path / "release.yaml").write_bytes(content)

    problems = problems_of(tmp_path / "release.yaml")

    assert any(said in problem.message for problem in problems), problems
    assert not [problem for problem in problems if JARGON.search(problem.message)]


def test_a_name_that_is_no_file_is_told(tmp_path: Path) -> None:
    """Neither a pipe, which would never end, nor a name longer than any is tried."""
    os.mkfifo(tmp_path / "pipe.yaml")

    assert "this is no file" in problems_of(tmp_path / "pipe.yaml")[0].message
    assert "cannot be read" in problems_of(tmp_path / ("a" * 5_000))[0].message


def test_a_thousand_problems_are_not_all_told(tmp_path: Path) -> None:
    """A file of another kind fills no screen; each problem is still there as a value."""
    problems = [Problem(tmp_path, line, 1, "odd") for line in range(1_000)]
    error = BrokenKnowledgeError(problems)

    assert len(error.problems) == 1_000
    assert str(error).splitlines()[MOST_TOLD:] == ["… and 800 more"]


def test_a_folder_without_knowledge_is_told(tmp_path: Path) -> None:
    """The problem names the file that should be there."""
    assert problems_of(tmp_path)[0].path == tmp_path / "release.yaml"


def test_a_byte_order_mark_is_no_problem(desk: Path) -> None:
    """Windows editors write one."""
    try:
        (desk / "release.yaml").write_text(RELEASE, encoding="utf-8-sig")
        assert problems_of(desk) == ()
    finally:
        (desk / "release.yaml").write_text(RELEASE, encoding="utf-8")


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("ab:- \n\t{}[]\"'&*!|>#%@`,?가0\\"), max_size=40))
@example("? a\n: b")
@example("a: |\n b\n c: d")
def test_any_text_is_parsed_or_refused_with_a_place(text: str) -> None:
    """No YAML, however broken, ends in anything but a problem with a line."""
    try:
        source = parse(Path("release.yaml"), text)
    except BrokenKnowledgeError as error:
        problems = list(error.problems)
    else:
        problems = source.problems
    assert all(1 <= problem.line <= text.count("\n") + 2 and problem.column >= 1 for problem in problems)
