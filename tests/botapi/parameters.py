"""The parameters of a call, read from whatever the client packed them in."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tests.botapi.errors import bad_request
from tests.botapi.shapes import Json

STRUCTURES = frozenset(
    [
        "allowed_updates",
        "button",
        "caption_entities",
        "commands",
        "entities",
        "link_preview_options",
        "reaction",
        "reply_markup",
        "reply_parameters",
        "result",
        "results",
        "scope",
    ]
)
NUMBERS = frozenset(
    [
        "cache_time",
        "limit",
        "max_connections",
        "message_id",
        "message_thread_id",
        "offset",
        "reply_to_message_id",
        "timeout",
        "user_id",
    ]
)
FLAGS = frozenset(
    [
        "allow_sending_without_reply",
        "disable_notification",
        "disable_web_page_preview",
        "drop_pending_updates",
        "has_spoiler",
        "is_big",
        "is_personal",
        "protect_content",
        "show_alert",
        "show_caption_above_media",
    ]
)


class Parameters(Mapping[str, Any]):
    """The parameters of one call with their values decoded, and the files that came along."""

    def __init__(self, raw: Mapping[str, Any], files: Mapping[str, bytes] | None = None) -> None:
        self._fields = {name: _decoded(name, value) for name, value in raw.items()}
        self.files = dict(files or {})

    def __getitem__(self, name: str) -> Any:
        return self._fields[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __repr__(self) -> str:
        return f"Parameters({self._fields!r})"

    def text(self, name: str) -> str:
        """Return a string parameter, or an empty string when it was left out."""
        return str(self._fields.get(name, ""))

    def number(self, name: str) -> int | None:
        """Return a whole number, or None when it was left out."""
        value = self._fields.get(name)
        if value is None or isinstance(value, int):
            return value
        raise bad_request(f'parameter "{name}" must be an integer')

    def flag(self, name: str) -> bool:
        """Return whether a parameter was given and true."""
        return self._fields.get(name) is True

    def object(self, name: str) -> Json:
        """Return a JSON object, or an empty one when it was left out."""
        value = self._fields.get(name, {})
        if isinstance(value, dict):
            return value
        raise bad_request(f"object expected as {name.replace('_', ' ')}")

    def list(self, name: str) -> list[Any]:
        """Return a JSON array, or an empty one when it was left out."""
        value = self._fields.get(name, [])
        if isinstance(value, list):
            return value
        raise bad_request(f"expected an Array of {name.replace('_', ' ')}")


def _decoded(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if name in STRUCTURES:
        return _structure(name, value)
    if name in FLAGS:
        return value.strip().lower() in {"true", "yes", "1"}
    if name in NUMBERS or name in {"chat_id", "from_chat_id"}:
        return int(value) if value.lstrip("-").isdecimal() else value
    return value


def _structure(name: str, value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None
