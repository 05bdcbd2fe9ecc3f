"""Accounts of people and bots."""

from dataclasses import dataclass

from tests.botapi.shapes import Json


@dataclass(frozen=True)
class Account:
    """Who someone is, as other people see it."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    is_bot: bool = False

    def json(self) -> Json:
        """Return the account as a User object."""
        optional = {
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        named = {name: value for name, value in optional.items() if value}
        return {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name, **named}


ANONYMOUS_ADMIN = Account(1087968824, "Group", username="GroupAnonymousBot", is_bot=True)
"""Telegram names this account as the sender of what an anonymous administrator says."""

CHANNEL_SPEAKER = Account(136817688, "Channel", username="Channel_Bot", is_bot=True)
"""Telegram names this account as the sender of what a channel says in a group."""
