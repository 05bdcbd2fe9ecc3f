"""What goes with an answer: its alternatives, why it is so, its source in full, and all that can be asked."""

from __future__ import annotations

import pytest

from bot.answer.alternatives import alternatives
from bot.answer.contents import FIGURES, contents
from bot.answer.exact import offered
from bot.answer.paragraphs import paragraphs
from bot.answer.reference import encode
from bot.answer.why import LONGEST, why
from bot.dialogue import open_reference
from bot.knowledge.model import LANGUAGES
from tests.releases.catalogues import expo, trade


def test_a_figure_is_offered_for_its_other_editions_and_parts() -> None:
    """All that the release has a figure for, and nothing that it has not."""
    found = alternatives("v:visitors:2021", "ko", expo())

    assert [choice.label for choice in found.editions] == ["2019년", "2022년"]
    assert [choice.label for choice in found.parts] == ["온라인 관람객"]


def test_the_edition_is_the_default_one_where_none_is_named() -> None:
    """The reference of a bare figure."""
    found = alternatives("v:visitors", "en", expo())

    assert [choice.reference for choice in found.editions] == ["v:visitors:2019", "v:visitors:2021"]


@pytest.mark.parametrize("reference", ["c:visitors:2022:2019", "a:roadshow.where", "v:nothing", "v:kcity_projects"])
def test_nothing_else_has_alternatives(reference: str) -> None:
    """A change, a side of a topic, what is not there, a figure without a date."""
    found = alternatives(reference, "ko", expo())

    assert (found.editions, found.parts) == ((), ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_fits_over_a_chat_for_whatever_can_be_asked(language) -> None:
    """Every question that a button can ask, in at most 200 characters without internals."""
    for catalogue in (expo(), trade()):
        for question in offered(catalogue):
            text = why(encode(question), language, catalogue)
            assert text is not None
            assert 20 < len(text) <= LONGEST
            assert encode(question) not in text


def test_why_names_what_was_understood_how_and_where() -> None:
    """A figure as it is printed, and one that was computed."""
    assert why("v:booths:2022", "ko", expo()) == (
        "‘2022년 부스’를 물으신 것으로 보았습니다. 보도자료에 적힌 수치를 그대로 옮겼습니다. (본문 1문단)"
    )
    computed = why("c:visitors:2022:2019", "en", expo())
    assert computed is not None
    assert "computed from figures of the release" in computed


def test_the_source_in_full_is_the_whole_paragraph() -> None:
    """The sentence that was quoted among its neighbours, in the release's order."""
    found = paragraphs("v:booths:2022", "ko", expo())
    assert found is not None
    source, (paragraph,) = found

    assert source.publisher == "국토교통부"
    assert paragraph.place == "본문 1문단"
    assert len(paragraph.lines) == 4
    assert paragraph.quoted == (paragraph.lines[2],)


def test_the_source_in_full_of_a_row_is_its_table() -> None:
    """With the head of the table."""
    found = paragraphs("v:visitors:2019", "ko", expo())
    assert found is not None
    (table,) = found[1]

    assert table.lines[0].startswith("구분\tWSCE 2019")
    assert len(table.lines) == 4


def test_what_is_no_more_has_neither_reason_nor_source() -> None:
    """A reference of older knowledge."""
    assert why("v:nothing:2022", "ko", expo()) is None
    assert paragraphs("v:nothing:2022", "ko", expo()) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_can_be_asked_can_be_opened(language) -> None:
    """Figures first, no section empty, no name twice in one, every question answered."""
    for catalogue in (expo(), trade()):
        sections = contents(language, catalogue)
        assert sections[0].id == FIGURES
        for section in sections:
            labels = [choice.label for choice in section.choices]
            assert labels
            assert len(set(labels)) == len(labels)
            for choice in section.choices:
                opened = open_reference(choice.reference, language, catalogue)
                assert opened is not None
                assert opened[0].outcome == "answer"
