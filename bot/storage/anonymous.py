"""A wording as it may be kept without its writer: what names or reaches a person is masked."""

from __future__ import annotations

import re

from bot.language.normalise import clean

#: No more of a wording is kept.
LONGEST = 200

_AT = re.compile(r"(?<!\S)\S*@\S*")
_LINK = re.compile(
    r"""(?<!\S)\S*://\S*
      | \bwww\.\S+
      | (?<![\w.-])(?:[\w-]+\.)+[a-z]{2,}(?![a-z])(?:[/?\#:]\S*)?""",
    re.VERBOSE,
)
#: Digits with what may stand between those of one number: of a telephone, an account, a card, a person.
_DIGITS = re.compile(r"\+?\(?\d(?:[ ()./,_:·+-]{0,3}\d)*")
_YEARS = re.compile(r"(?:(?:19|20)\d\d(?:\D+|\Z))+")
#: A number as figures are written: with commas, at most twelve digits, perhaps a fraction.
_FIGURE = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){1,3}(?:\.\d{1,3})?")

#: So many digits in a row, or beside each other, may lead to a person; after a 0 or a +, so many already.
_LONG_RUN, _LONG_NUMBER, _SHORT_NUMBER = 7, 9, 6


def anonymous(text: str) -> str:
    """The text in one spelling, with addresses, links, @names and long digit runs masked, at most 200 characters."""
    text = clean(text)
    text = _AT.sub("<@>", text)
    text = _LINK.sub("<link>", text)
    text = _DIGITS.sub(_mask, text)
    return text[:LONGEST].strip()


def _mask(found: re.Match[str]) -> str:
    return "<number>" if _may_lead_to_somebody(found[0]) else found[0]


def _may_lead_to_somebody(written: str) -> bool:
    if _YEARS.fullmatch(written) or all(_FIGURE.fullmatch(word) for word in written.split()):
        return False
    digits = sum(char.isdigit() for char in written)
    if any(len(run) >= _LONG_RUN for run in re.findall(r"\d+", written)):
        return True
    return digits >= (_SHORT_NUMBER if written.lstrip("(").startswith(("0", "+")) else _LONG_NUMBER)
