"""The loose JSON shapes that the Bot API speaks in."""

from typing import Any

Json = dict[str, Any]
Entity = Json
Markup = Json
