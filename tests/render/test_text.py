"""A reply as plain lines: what stands where, in both languages."""

import datetime
from dataclasses import replace

import pytest

from bot.answer.model import Choice
from bot.answer.sources import written_date
from bot.render.text import Line, plain, sections
from tests.sample import ROW, SOURCE, a_reply


def test_the_whole_reply_in_its_order():
    """Headline, working, assumption, source with its words, choices, suggestions, parted by empty lines."""
    assert plain(a_reply()) == (
        "620 foreign visitors came in 2022.\n"
        "\n"
        "That is 2.0% of all 30,327 visitors.\n"
        "※ I took it that you mean 2022.\n"
        "\n"
        "Source: Ministry of Land, Infrastructure and Transport (MOLIT), "
        "“Record-high business results and visitor turnout”, 7 September 2022\n"
        f"  annex, table 2, row 3: “{ROW}”\n"
        "\n"
        "If you meant something else:\n"
        "1. 2019\n"
        "2. 2021\n"
        "\n"
        "You can also ask:\n"
        "- How many booths were there?"
    )


def test_a_korean_reply_has_korean_labels_and_dates():
    """The reply's language decides, not the release's."""
    text = plain(a_reply(language="ko"))

    assert "\n출처: Ministry" in text
    assert "「Record-high business results and visitor turnout」, 2022년 9월 7일\n" in text
    assert "\n다른 뜻이었다면:\n" in text
    assert "\n이렇게도 물어볼 수 있습니다:\n" in text


def test_the_first_line_is_the_answer_and_empty_sections_leave_no_trace():
    """A bare answer is its headline and nothing else."""
    bare = a_reply(details=(), assumptions=(), sources=(), choices=(), suggestions=())

    assert plain(bare) == bare.headline


def test_two_places_in_one_release_share_its_heading():
    """The publisher, title and date are said once."""
    body = replace(SOURCE, locator="body, paragraph 1", quote="30,327명의 역대 최다 방문객")
    text = plain(a_reply(sources=(SOURCE, body)))

    assert text.count("MOLIT") == 1
    assert "\n  body, paragraph 1: “30,327명의 역대 최다 방문객”\n" in text


def test_two_releases_have_a_heading_each():
    """Each quote stands under the release it is from."""
    other = replace(SOURCE, title="Another release", published=datetime.date(2023, 1, 2))
    text = plain(a_reply(sources=(SOURCE, other)))

    assert "visitor turnout”, 7 September 2022" in text
    assert "“Another release”, 2 January 2023" in text


def test_the_address_of_a_release_stands_under_its_quotes():
    """A release without an address has no such line."""
    linked = replace(SOURCE, url="https://example.org/release")

    assert "\n  https://example.org/release\n" in plain(a_reply(sources=(linked,)))
    assert "http" not in plain(a_reply())


def test_a_question_back_needs_no_label_before_its_choices():
    """Its headline already asks."""
    text = plain(a_reply(outcome="clarify", headline="Which do you mean?", details=(), assumptions=(), sources=()))

    assert text.startswith("Which do you mean?\n\n1. 2019\n2. 2021")


def test_suggestions_are_numbered_on_after_the_choices_where_a_number_picks_them():
    """In a chat every offer has its own number."""
    last = sections(a_reply(), numbers_suggestions=True)[-1]

    assert [line.text for line in last] == ["You can also ask:", "3. How many booths were there?"]


def test_a_headline_of_several_lines_keeps_them():
    """Two questions in one message are answered on a line each."""
    first = sections(a_reply(headline="620 people.\n1,548 booths."))[0]

    assert first == [Line("headline", "620 people."), Line("headline", "1,548 booths.")]


@pytest.mark.parametrize(
    ("language", "written"),
    [("ko", "2022년 9월 7일"), ("en", "7 September 2022")],
)
def test_dates_are_written_as_the_language_does(language, written):
    """No leading zero, no number for an English month."""
    assert written_date(datetime.date(2022, 9, 7), language) == written


def test_labels_of_choices_are_not_changed():
    """What a person reads is what the engine offered."""
    text = plain(a_reply(choices=(Choice("  [1] *관람객* ", "x"),)))

    assert "1.   [1] *관람객* " in text
