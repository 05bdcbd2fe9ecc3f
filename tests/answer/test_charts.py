"""Charts as values: every edition has its place, what is missing is told, and the words say all that is drawn."""

from __future__ import annotations

import pytest

from bot.answer.charts import chart_of, chart_of_reference
from bot.answer.figures import operand
from bot.answer.reference import encode
from bot.understand.catalogue.entries import MetricEntry
from bot.understand.question import Question
from tests.releases.catalogues import expo, trade

METRICS = [
    pytest.param(catalogue(), entry.id, language, id=f"{entry.id}-{language}")
    for catalogue in (expo, trade)
    for entry in catalogue().metrics()
    for language in ("ko", "en")
]


def test_a_missing_figure_is_none_and_is_said() -> None:
    """The release gives no foreign visitors for 2021: no bar, and words that say so."""
    chart = chart_of(Question("value", ("visitors.foreign",)), "ko", expo())

    assert chart is not None
    assert [(bar.label, bar.value, bar.text) for bar in chart.bars] == [
        ("2019년", 895, "895명"),
        ("2021년", None, "자료 없음"),
        ("2022년", 620, "620명"),
    ]
    assert "2021년 수치는 없음" in chart.alt
    assert chart.unit == "단위: 명"


def test_the_words_say_it_in_english_too() -> None:
    """What is shown, each value, and where it stands."""
    chart = chart_of(Question("change", ("contract_amount",), ("2022",), "2019"), "en", expo())

    assert chart is not None
    assert [bar.text for bar in chart.bars] == ["KRW 107.7 billion", "KRW 10.8 billion", "KRW 117.8 billion"]
    assert chart.unit == "Unit: KRW"
    assert "7 September 2022" in chart.source


@pytest.mark.parametrize(("catalogue", "entry_id", "language"), METRICS)
def test_a_chart_has_every_edition_and_says_all_of_it(catalogue, entry_id, language) -> None:
    """In the order of time; None for an edition without a figure; a chart only where there are two figures."""
    chart = chart_of(Question("value", (entry_id,)), language, catalogue)
    entry = catalogue.entries[entry_id]
    assert isinstance(entry, MetricEntry)
    editions = [edition.id for edition in catalogue.knowledge.editions.list]
    figures = [operand(entry, edition, catalogue) if entry.undated is None else None for edition in editions]
    known = [figure for figure in figures if figure is not None]

    assert (chart is None) == (len(known) < 2)
    if chart is not None:
        assert [bar.value is None for bar in chart.bars] == [figure is None for figure in figures]
        assert all(bar.text in chart.alt for bar in chart.bars if bar.value is not None)
        assert all(text in chart.alt for text in (chart.title, chart.source, *(bar.label for bar in chart.bars)))
        assert len(chart.alt) <= 1024


def test_a_value_below_zero_keeps_the_sign_that_the_release_prints() -> None:
    """January had a deficit."""
    korean, english = (chart_of(Question("value", ("balance",)), language, trade()) for language in ("ko", "en"))

    assert korean is not None
    assert english is not None
    assert [bar.value for bar in korean.bars] == [-1_300_000_000, 1_500_000_000, 4_300_000_000]
    assert (korean.bars[0].text, english.bars[0].text) == ("-13억 달러", "USD -1.3 billion")


def test_what_is_computed_or_noted_is_said() -> None:
    """A remainder is no figure of the release; a figure's note is told below it."""
    rest = chart_of(Question("value", ("exports.others",)), "en", trade())
    noted = chart_of(Question("value", ("visitors",)), "ko", expo())

    assert rest is not None
    assert noted is not None
    assert rest.notes == ("Computed from the release’s figures.",)
    assert noted.notes == ("2021년: 현장 관람객",)
    assert rest.notes[0] in rest.alt


@pytest.mark.parametrize(
    "question", [Question("aspect", ("roadshow.where",)), Question("value", ("booths",)), Question("value", ("gone",))]
)
def test_there_is_no_chart_of_a_topic_or_of_one_figure(question: Question) -> None:
    """A single bar shows nothing."""
    assert chart_of(question, "ko", expo()) is None


def test_of_two_figures_the_first_is_charted() -> None:
    """One picture, one unit."""
    chart = chart_of(Question("share", ("visitors.foreign", "visitors"), ("2022",)), "en", expo())

    assert chart is not None
    assert chart.title == "Foreign visitors"


def test_a_reference_gives_the_same_chart() -> None:
    """A button's key is enough; one that the knowledge no longer has gives none."""
    question = Question("value", ("visitors",), ("2022",))

    assert chart_of_reference(encode(question), "ko", expo()) == chart_of(question, "ko", expo())
    assert chart_of_reference("v:gone:2022", "ko", expo()) is None
