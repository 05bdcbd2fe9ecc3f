"""Replies in Telegram's HTML: laid out, escaped, marked, and parted so that Telegram takes every page."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer.model import Answer, Source
from bot.render.html import LONGEST, answer_pages, notice_pages
from tests.botapi import entities
from tests.botapi.formatting import Formatted
from tests.botapi.formatting import text as taken
from tests.fakes import SOURCE, VISITORS


def shown(page: str) -> Formatted:
    """The page as Telegram shows it; it raises what Telegram would refuse it with."""
    return taken(page, "HTML")


def covered(page: Formatted, kind: str) -> list[str]:
    """The pieces of text in this dress."""
    return [entities.covered(page.text, one) for one in page.entities if one["type"] == kind]


def linked(page: Formatted) -> list[str]:
    """The addresses behind the words of the page."""
    return [one["url"] for one in page.entities if one["type"] == "text_link"]


def with_source(**changes: object) -> Answer:
    """An answer with one source, otherwise as usual."""
    return replace(VISITORS, sources=(replace(SOURCE, **changes),))


# The layout.


def test_an_answer_reads_from_the_figure_to_its_source() -> None:
    """Headline, details, assumptions, source, quotation; an empty line between them."""
    (page,) = answer_pages(VISITORS)

    assert shown(page).text.split("\n") == [
        "2022년 관람객은 30,327명입니다.",
        "",
        "그 가운데 외국인은 620명입니다.",
        "",
        "2022년으로 이해했습니다.",
        "",
        "출처: 국토부, 「박람회 <결과>」, 2022년 9월 7일, 본문 1문단",
        "3일간 30,327명이 다녀갔다.",
    ]


def test_an_english_answer_has_english_labels_and_dates() -> None:
    """Source, and the day before the month."""
    (page,) = answer_pages(replace(VISITORS, language="en"))

    assert "Source: 국토부, “박람회 <결과>”, 7 September 2022, 본문 1문단" in shown(page).text


def test_mere_talk_is_not_in_bold() -> None:
    """A greeting states nothing."""
    (page,) = answer_pages(replace(VISITORS, outcome="decline", reason="small-talk", sources=()))

    assert covered(shown(page), "bold") == []


def test_assumptions_share_one_italic_line() -> None:
    """However many there are."""
    (page,) = answer_pages(replace(VISITORS, assumptions=("하나.", "둘.")))

    assert covered(shown(page), "italic") == ["하나. · 둘."]


def test_the_document_is_named_once_for_several_places() -> None:
    """A second passage of the same release needs only its place; another release is named in full."""
    other = replace(SOURCE, title="다른 자료")
    table = replace(SOURCE, locator="표", quote="관람객\t30,327명")
    (page,) = answer_pages(replace(VISITORS, sources=(SOURCE, table, other)))
    text = shown(page).text

    assert text.count("「박람회 <결과>」") == 1
    assert "다녀갔다.\n표\n관람객 | 30,327명\n\n출처: 국토부, 「다른 자료」" in text
    assert len(covered(shown(page), "expandable_blockquote")) == 3


def test_the_title_leads_to_the_release() -> None:
    """When its address is known."""
    (page,) = answer_pages(with_source(url="https://molit.go.kr/a?b=1&c=<2>"))

    assert covered(shown(page), "text_link") == ["「박람회 <결과>」"]
    assert linked(shown(page))[0].startswith("https://molit.go.kr/a?b=1&c=")


@pytest.mark.parametrize(
    "url",
    [None, "", "javascript:alert(1)", "tg://user?id=7", "//a.kr", "https://", "https://a b.kr", "http://[x"],
)
def test_only_an_address_of_the_web_becomes_a_link(url: str | None) -> None:
    """Any other is left out."""
    (page,) = answer_pages(with_source(url=url))

    assert "<a" not in page


def test_a_notice_is_a_headline_and_lines() -> None:
    """In bold, then plain."""
    (page,) = notice_pages("A & B", ["c <d>", "e"])

    assert page == "<b>A &amp; B</b>\n\nc &lt;d&gt;\ne"


# Figures marked in their quotation.


@pytest.mark.parametrize(
    ("quote", "marked", "bold"),
    [
        ("총 301개 기관", ("301개",), ["301개"]),
        ("301개(해외 23개)", ("23개", "301개"), ["301개", "23개"]),
        # A figure is not a piece of a longer number.
        ("2021년 21개국, 5,210명, 1.21%, 21.5%", ("21",), ["21"]),
        ("21, 21. 21", ("21",), ["21", "21", "21"]),
        ("30,327명(620명)", ("30,327명(620명)", "620명"), ["30,327명(620명)"]),
        ("한 번도 없다", ("7",), []),
        ("a.b+c", ("a.b+c", "", " "), ["a.b+c"]),
    ],
)
def test_figures_are_bold_where_they_stand_alone(quote: str, marked: tuple[str, ...], bold: list[str]) -> None:
    """Each printed figure, nothing else of the quotation."""
    (page,) = answer_pages(replace(with_source(quote=quote, marked=marked), headline="!"))

    assert covered(shown(page), "bold")[1:] == bold
    assert covered(shown(page), "expandable_blockquote") == [quote]


# Escaping.

ANY_TEXT = st.text(st.characters(), max_size=80) | st.sampled_from(
    [
        "<b>",
        "</b>",
        "<a href='https://evil.example'>x</a>",
        "&lt;",
        "&#60;b&#62;",
        "<",
        '"',
        "\ud83d",
        "&amp;amp;",
    ]
)
ANY_SOURCE = st.builds(
    Source,
    publisher=ANY_TEXT,
    title=ANY_TEXT,
    published=st.dates(datetime.date(1990, 1, 1), datetime.date(2100, 1, 1)),
    locator=ANY_TEXT,
    quote=ANY_TEXT,
    url=st.none() | ANY_TEXT | ANY_TEXT.map("https://a.kr/{}".format),
    marked=st.lists(ANY_TEXT, max_size=3).map(tuple),
)
ANY_ANSWER = st.builds(
    Answer,
    outcome=st.sampled_from(["answer", "clarify", "decline"]),
    language=st.sampled_from(["ko", "en"]),
    headline=ANY_TEXT,
    details=st.lists(ANY_TEXT, max_size=3).map(tuple),
    assumptions=st.lists(ANY_TEXT, max_size=2).map(tuple),
    sources=st.lists(ANY_SOURCE, max_size=3).map(tuple),
)


@given(ANY_ANSWER)
def test_any_text_is_taken_and_injects_nothing(answer: Answer) -> None:
    """Whatever people or the knowledge write is shown as written; only the release's address is a link."""
    for page in answer_pages(answer):
        formatted = shown(page)
        kinds = {entity["type"] for entity in formatted.entities if "url" in entity or "user" in entity}
        assert kinds <= {"text_link"}
        assert all(link.startswith("https://a.kr/") for link in linked(formatted))


@pytest.mark.parametrize("text", ["<b>x</b>", "a & b", "&lt;", "1 < 2 > 0", '"q"', "a\u202eb", "x\x00y"])
def test_a_text_is_shown_as_it_was_written(text: str) -> None:
    """Save for characters that nobody sees but that could turn a text around."""
    visible = text.replace("\u202e", "").replace("\x00", "")
    (page,) = notice_pages("!", [text])

    assert shown(page).text == f"!\n\n{visible}"


def test_a_reply_of_nothing_is_still_a_message() -> None:
    """Telegram takes no empty one."""
    assert notice_pages("", [" "]) == ("…",)


# Long replies.


def sizes(pages: tuple[str, ...]) -> list[int]:
    """The code units of each page as shown."""
    return [entities.units(shown(page).text) for page in pages]


def test_a_reply_of_just_the_limit_is_one_page() -> None:
    """4096 code units, and one more makes a second page."""
    assert sizes(notice_pages("가" * LONGEST)) == [LONGEST]
    assert sizes(notice_pages("가" * (LONGEST + 1))) == [LONGEST, 1]


def test_pages_break_between_blocks() -> None:
    """A line and a quotation stay whole when they fit a page."""
    quote = "가나다 " * 900
    pages = answer_pages(replace(with_source(quote=quote), details=("라" * 2000,)))

    assert covered(shown(pages[-1]), "expandable_blockquote") == [quote.strip()]
    assert len(pages) == 2


@pytest.mark.parametrize(
    ("unit", "endings"),
    [
        ("첫째 줄입니다\n", {"다"}),
        ("문장입니다. 그리고 또 ", {"."}),
        ("word ", {"d"}),
        ("1,178억원", {"원", "억"}),
        ("😀", {"😀"}),
        ("👩\u200d👧", {"👧"}),
        ("e\u0301", {"\u0301"}),
    ],
)
def test_a_block_that_fits_no_page_is_parted_at_a_safe_place(unit: str, endings: set[str]) -> None:
    """After a line, a sentence or a word; never inside a number or a character, and nothing is lost."""
    text = unit * (6000 // len(unit))
    pages = notice_pages("!", [text])
    parts = [shown(page).text for page in pages]

    assert all(size <= LONGEST for size in sizes(pages))
    assert {part[-1] for part in parts[1:-1]} <= endings
    assert "".join("".join(parts).split()) == "!" + "".join(text.split())


def test_a_number_is_never_cut() -> None:
    """Not even when a page could hold some of its digits."""
    pages = notice_pages("가" * (LONGEST - 3) + "1,178억원" + "나" * 50)

    assert shown(pages[1]).text.startswith("1,178억원")


def test_dress_goes_on_over_the_break() -> None:
    """Bold on both pages, the figure in the quotation too."""
    quote = "나 " * 3000 + "620명"
    pages = answer_pages(replace(with_source(quote=quote, marked=("620명",)), headline="가" * 5000))

    assert covered(shown(pages[0]), "bold") == ["가" * LONGEST]
    assert covered(shown(pages[1]), "bold") == ["가" * (5000 - LONGEST)]
    assert covered(shown(pages[-1]), "bold") == ["620명"]


@given(st.lists(st.text(st.sampled_from("가나 .1,<&😀\n"), min_size=1, max_size=3000), min_size=1, max_size=5))
def test_pages_of_any_length_are_taken(lines: list[str]) -> None:
    """Every page is one that Telegram takes, and no visible character is lost."""
    pages = notice_pages("!", lines)
    together = "".join(shown(page).text for page in pages)

    assert all(size <= LONGEST for size in sizes(pages))
    assert "".join(together.split()) == "!" + "".join("".join(lines).split())
