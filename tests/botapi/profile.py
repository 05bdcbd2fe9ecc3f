"""What the bot is called and how it is set up."""

from dataclasses import dataclass, field

from tests.botapi.accounts import Account
from tests.botapi.shapes import Json

CommandPlace = tuple[str, int, int, str]
"""Where commands are shown: kind of scope, chat, user, language."""


@dataclass(frozen=True)
class Webhook:
    """Where updates are posted to."""

    url: str
    secret_token: str = ""
    ip_address: str = ""
    max_connections: int = 40
    has_certificate: bool = False


@dataclass
class Profile:
    """The bot's settings at BotFather and what it set through the API."""

    account: Account
    privacy: bool = True
    inline: bool = True
    inline_feedback: bool = False
    guests: bool = True
    hears_bots: bool = False
    webhook: Webhook | None = None
    webhook_error: tuple[int, str] | None = None
    commands: dict[CommandPlace, list[Json]] = field(default_factory=dict)
    words: dict[tuple[str, str], str] = field(default_factory=dict)

    def json(self) -> Json:
        """Return the bot as getMe shows it."""
        return self.account.json() | {
            "can_join_groups": True,
            "can_read_all_group_messages": not self.privacy,
            "supports_inline_queries": self.inline,
            "supports_guest_queries": self.guests,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
