"""The reply contract: which fields a record has, always, and what they hold."""

import json

from bot.render.record import record
from bot.render.text import plain
from tests.sample import ROW, a_reply

FIELDS = [
    "outcome", "reason", "language", "verdict", "headline", "details", "assumptions", "figures", "sources",
    "choices", "suggestions", "stage", "text",
]  # fmt: skip


def test_every_field_is_there_in_order_whatever_the_reply_holds():
    """A reader need not ask whether a field exists."""
    bare = a_reply(
        outcome="decline", reason="off-topic", details=(), assumptions=(), figures=(), sources=(), choices=(),
        suggestions=(),
    )  # fmt: skip

    assert list(record(a_reply())) == FIELDS
    assert list(record(bare)) == FIELDS
    assert record(bare)["sources"] == []


def test_a_source_has_its_publisher_title_date_place_words_and_address():
    """The quote is word for word, tabs and all; the date is an ISO date."""
    assert record(a_reply())["sources"] == [
        {
            "publisher": "Ministry of Land, Infrastructure and Transport (MOLIT)",
            "title": "Record-high business results and visitor turnout",
            "published": "2022-09-07",
            "locator": "annex, table 2, row 3",
            "quote": ROW,
            "url": None,
        }
    ]


def test_a_figure_has_its_fact_value_unit_and_how_it_came_about():
    """The value is a number, not a text."""
    assert record(a_reply())["figures"] == [
        {"fact": "visitors.foreign", "value": 620, "unit": "person", "processing": "quoted"}
    ]


def test_choices_and_suggestions_are_their_labels():
    """References are for buttons, not for readers."""
    found = record(a_reply())

    assert found["choices"] == ["2019", "2021"]
    assert found["suggestions"] == ["How many booths were there?"]


def test_the_text_is_the_plain_reply():
    """A program can show it as it is."""
    assert record(a_reply())["text"] == plain(a_reply())


def test_the_trace_comes_only_when_it_is_asked_for():
    """The contract's fields stay as they are."""
    assert record(a_reply(), explain=True) == record(a_reply()) | {"trace": list(a_reply().trace)}


def test_a_record_is_json():
    """It comes back as it went."""
    assert json.loads(json.dumps(record(a_reply()))) == record(a_reply())
