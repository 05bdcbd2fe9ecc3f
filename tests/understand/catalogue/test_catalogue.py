"""A release made ready to be asked."""

from __future__ import annotations

import pytest

from bot.language.numbers import number_of
from bot.understand.catalogue.entries import AspectEntry, MetricEntry
from tests.releases.catalogues import expo, trade


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("1,178억원", 117_800_000_000),
        ("3,188억 원", 318_800_000_000),
        ("30,327명", 30_327),
        ("150여차례", 150),
        ("9.4%", 9.4),
        ("32,157m²", 32_157),
        ("21개국", 21),
        ("564억 달러", 56_400_000_000),
        *(
            pytest.param(
                printed,
                -1_300_000_000,
                marks=pytest.mark.xfail(strict=True, reason="a minus sign is dropped when a printed figure is read"),
            )
            for printed in ("-13억 달러", "△13억 달러", "−13억 달러")
        ),
    ],
)
def test_a_printed_figure_is_a_number(printed: str, number: float) -> None:
    """What the release prints is read in the base of its unit."""
    assert number_of(printed) == number


def test_a_text_without_a_number_is_no_figure() -> None:
    """A figure that holds none is an error of the file, told at once."""
    with pytest.raises(ValueError, match="다수"):
        number_of("다수")


def test_every_part_is_an_entry() -> None:
    """A metric, its parts and what remains without one of them can each be asked."""
    ids = set(expo().entries)

    assert {"visitors", "visitors.foreign", "visitors.korean", "visitors.online"} <= ids
    assert expo().metric("visitors.foreign").whole_id == "visitors"
    assert expo().metric("visitors").whole_id is None


def test_an_entry_is_found_by_each_of_its_names() -> None:
    """The index leads from a meaning of every name that must be said to its entry."""
    for catalogue in (expo(), trade()):
        for entry in catalogue.entries.values():
            for name in getattr(entry, "topic_names", ()) or entry.names:
                assert any(entry.id in catalogue.postings.get(meaning, ()) for meaning in name)


def test_a_metric_is_no_topic() -> None:
    """Asking the catalogue for a metric by the id of a topic's side is an error of the program."""
    assert isinstance(expo().entries["event.venue"], AspectEntry)
    with pytest.raises(TypeError, match=r"event\.venue"):
        expo().metric("event.venue")
    with pytest.raises(KeyError):
        expo().metric("nothing")
    with pytest.raises(KeyError):
        expo().edition("1999")


def test_every_figure_has_its_edition() -> None:
    """A value lies under the edition it is for, or has no date."""
    for catalogue in (expo(), trade()):
        known = {edition.id for edition in catalogue.knowledge.editions.list}
        for entry in catalogue.metrics():
            assert set(entry.values) <= known
            assert all(value.edition == edition for edition, value in entry.values.items())
            assert isinstance(entry, MetricEntry)
