"""Keyboards, checked as strictly as Telegram checks them."""

from typing import Any

from tests.botapi import links
from tests.botapi.errors import bad_request
from tests.botapi.shapes import Json, Markup

MOST_BUTTONS = 100
LONGEST_DATA = 64
LONGEST_COPIED = 256

_ACTIONS = frozenset(
    [
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    ]
)
_STYLES = frozenset({"text", "style", "icon_custom_emoji_id"})
_OTHERS = ("keyboard", "remove_keyboard", "force_reply")


def checked(markup: Json) -> Markup | None:
    """Return the markup as Telegram keeps it, or None when it holds nothing."""
    if not markup:
        return None
    if "inline_keyboard" in markup:
        return _inline(markup["inline_keyboard"])
    if "keyboard" in markup:
        _rows(markup["keyboard"])
    elif not any(markup.get(kind) is True for kind in _OTHERS):
        raise bad_request("object expected as reply markup")
    placeholder = markup.get("input_field_placeholder")
    if placeholder is not None and not 1 <= len(placeholder) <= 64:
        raise bad_request("REPLY_MARKUP_PLACEHOLDER_INVALID")
    return markup


def inline(markup: Json) -> Markup | None:
    """Return an inline keyboard, refusing any other markup."""
    if markup and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return checked(markup)


def _inline(rows: Any) -> Markup | None:
    kept = [[_button(button) for button in row] for row in _rows(rows) if row]
    if sum(map(len, kept)) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": kept} if kept else None


def _rows(rows: Any) -> list[list[Any]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request("can't parse reply keyboard markup JSON object: expected an Array of Arrays")
    return rows


def _button(button: Any) -> Json:
    reason = "can't parse inline keyboard button"
    if not isinstance(button, dict) or not isinstance(button.get("text"), str) or not button["text"].strip():
        raise bad_request(f'{reason}: Can\'t find field "text"')
    actions = button.keys() & _ACTIONS
    if not actions:
        raise bad_request(f"{reason}: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request(f"{reason}: exactly one optional field must be used, not {sorted(actions)}")
    if unknown := button.keys() - _ACTIONS - _STYLES:
        raise bad_request(f"{reason}: unknown fields {sorted(unknown)}")
    if "callback_data" in actions and not 1 <= len(str(button["callback_data"]).encode()) <= LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if "copy_text" in actions:
        _check_copied(button["copy_text"])
    if "url" in actions:
        return {**button, "url": _address(str(button["url"]))}
    return dict(button)


def _check_copied(copied: Any) -> None:
    text = copied.get("text") if isinstance(copied, dict) else None
    if not isinstance(text, str) or not 1 <= len(text) <= LONGEST_COPIED:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _address(url: str) -> str:
    address = links.normalised(url)
    if address is None:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    return address
