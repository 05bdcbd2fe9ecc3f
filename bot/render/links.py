"""Links into the release: to the very words where a browser can find them, else to the page."""

from __future__ import annotations

import re
from urllib.parse import quote as percent_encoded
from urllib.parse import urlsplit

#: A longer quotation is found by its first and its last words.
_LONGEST_WHOLE, _WORDS_AT_EDGE = 80, 4


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web; no other scheme becomes a link."""
    if url is None or re.search(r"[\s\x00-\x20]", url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def place_address(url: str | None, words: str) -> str | None:
    """The address with a text fragment that scrolls to the words; without one for a table row, whose cells a browser
    does not read as one text."""
    address = web_address(url)
    text = " ".join(words.split())
    if address is None or not text or "\t" in words:
        return address
    joint = ":~:text=" if urlsplit(address).fragment else "#:~:text="
    return address.rstrip("#") + joint + _directive(text)


def _directive(text: str) -> str:
    words = text.split()
    if len(text) <= _LONGEST_WHOLE or len(words) < 2 * _WORDS_AT_EDGE:
        return _encoded(text)
    return ",".join(map(_encoded, (" ".join(words[:_WORDS_AT_EDGE]), " ".join(words[-_WORDS_AT_EDGE:]))))


def _encoded(text: str) -> str:
    """The text with all that has a meaning in a text directive encoded, the dash too."""
    return percent_encoded(text, safe="", errors="replace").replace("-", "%2D")
