"""Links that open a fact: t.me/bot?start=… carries a question in the few characters that Telegram allows."""

from __future__ import annotations

import base64
import binascii
import re

#: The characters of a payload.
LONGEST = 64
_PAYLOAD = re.compile(rf"[A-Za-z0-9_-]{{1,{LONGEST}}}")
_MARK = "q-"


def payload(reference: str) -> str | None:
    """The reference as a payload; None when it is too long for one."""
    coded = base64.urlsafe_b64encode(reference.encode()).decode().rstrip("=")
    return _MARK + coded if len(_MARK + coded) <= LONGEST else None


def opened_by(text: str) -> str | None:
    """What the payload opens: a reference, or the name of a fact, a dot in it written as two low lines; None for
    what is no payload."""
    if not _PAYLOAD.fullmatch(text):
        return None
    return _decoded(text) if text.startswith(_MARK) else text.replace("__", ".")


def address(username: str, reference: str) -> str | None:
    """The link that opens the reference in a private chat with the bot; None when it is too long for one."""
    found = payload(reference)
    return private_address(username, found) if found else None


def private_address(username: str, opening: str) -> str:
    """The link to a private chat with the bot, which begins with that payload."""
    return f"https://t.me/{username}?start={opening}"


def group_address(username: str) -> str:
    """The link that adds the bot to a group of one's choice."""
    return f"https://t.me/{username}?startgroup=hello"


def _decoded(text: str) -> str | None:
    coded = text.removeprefix(_MARK)
    try:
        return base64.urlsafe_b64decode(coded + "=" * (-len(coded) % 4)).decode()
    except (binascii.Error, UnicodeDecodeError):
        return None
