"""Links into the release."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.links import place_address, web_address

PAGE = "https://www.molit.go.kr/news?id=1"


def test_a_link_scrolls_to_the_words() -> None:
    """A text fragment, with the dash and the comma of the words encoded."""
    assert place_address(PAGE, "K-City, 21개국") == f"{PAGE}#:~:text=K%2DCity%2C%2021%EA%B0%9C%EA%B5%AD"


def test_a_long_quotation_is_found_by_its_edges() -> None:
    """Its first four words and its last four."""
    address = place_address(PAGE, " ".join(f"word{number}" for number in range(40)))

    assert address == f"{PAGE}#:~:text=word0%20word1%20word2%20word3,word36%20word37%20word38%20word39"


def test_the_row_of_a_table_gets_the_plain_link() -> None:
    """A browser does not read its cells as one text."""
    assert place_address(PAGE, "참관객\t25,850명") == PAGE


def test_a_page_with_a_fragment_keeps_it() -> None:
    """The directive is added to it."""
    assert place_address(f"{PAGE}#top", "30,327명") == f"{PAGE}#top:~:text=30%2C327%EB%AA%85"


@pytest.mark.parametrize("url", [None, "", "javascript:alert(1)", "ftp://a.b", "https://", "http://a b", "http://[::1"])
def test_what_is_no_web_address_is_no_link(url: str | None) -> None:
    """Whatever a knowledge file says."""
    assert web_address(url) is None
    assert place_address(url, "30,327명") is None


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=70))
def test_the_words_come_back_out_of_the_link(words: str) -> None:
    """Whatever they are, the link stays one address and says them."""
    address = place_address(PAGE, words)

    assert address is not None
    assert urlsplit(address)._replace(fragment="").geturl() == PAGE
    if "\t" not in words and words.split():
        assert unquote(address.partition(":~:text=")[2]) == " ".join(words.split())
