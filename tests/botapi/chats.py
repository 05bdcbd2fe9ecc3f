"""Chats: who is in them, what was said, and how a test waits for the bot's words."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any, Literal

from tests.botapi.accounts import Account
from tests.botapi.members import Member
from tests.botapi.messages import Message
from tests.botapi.shapes import Json
from tests.botapi.watch import Watch

Kind = Literal["private", "group", "supergroup", "channel"]


@dataclass
class Topic:
    """One topic of a forum; its identifier is that of the service message that opened it."""

    id: int
    name: str
    is_closed: bool = False
    is_deleted: bool = False


class Chat:
    """One chat as the bot meets it."""

    is_forum = False

    def __init__(self, watch: Watch, bot: Account, identifier: int, kind: Kind, **names: str) -> None:
        self.watch = watch
        self.bot = bot
        self.id = identifier
        self.kind: Kind = kind
        self.names = names
        self.members: dict[int, Member] = {}
        self.topics: dict[int, Topic] = {}
        self.history: dict[int, Message] = {}
        self.pinned: list[Message] = []
        self.migrated_to: int | None = None
        self.allowed_reactions: frozenset[str] | None = None
        self.last_bot: int | None = None
        self._last_id = 0
        self._mark = 0

    def __repr__(self) -> str:
        return f"<{self.kind} {self.id} {self.title}>"

    @property
    def title(self) -> str:
        """The title of a group, or the first name of a person."""
        return self.names.get("title") or self.names.get("first_name", "")

    @property
    def username(self) -> str:
        """The public name without its @, or an empty string."""
        return self.names.get("username", "")

    @property
    def messages(self) -> list[Message]:
        """The bot's messages that still stand, oldest first."""
        with self.watch.hold():
            said = list(self.history.values())
        return [one for one in said if one.sender == self.bot and not one.deleted and not one.service]

    @property
    def bot_member(self) -> Member | None:
        """The bot's standing here, or None if it never had one."""
        return self.members.get(self.bot.id)

    @property
    def has_bot(self) -> bool:
        """Whether the bot is in the chat."""
        return self.bot_member is not None and self.bot_member.is_present

    def bot_may(self, right: str) -> bool:
        """Return whether the bot has a right that administrators have; in private it has them all."""
        return self.kind == "private" or (self.bot_member is not None and self.bot_member.may(right))

    @staticmethod
    def now() -> int:
        """Return the time as Telegram writes it."""
        return int(time.time())

    def thread_of(self, reply_to: Message | None) -> int | None:
        """Return the thread that a reply falls into: its topic, or the chain of replies of a supergroup."""
        if reply_to is None or self.kind != "supergroup":
            return None
        return reply_to.thread_id if self.is_forum else reply_to.thread_id or reply_to.id

    def topic(self, name: str) -> Topic:
        """Return the topic with this name."""
        return next(topic for topic in self.topics.values() if topic.name == name)

    def wait_for_reply(self, timeout: float = 30, after: Message | None = None) -> Message:
        """Return the bot's first message since a person last acted here, or since the message given."""
        return self.wait_for_replies(1, timeout, after)[0]

    def wait_for_replies(self, count: int, timeout: float = 30, after: Message | None = None) -> list[Message]:
        """Return the bot's first messages since a person last acted here, or since the message given."""
        since = after.id if after else self._mark

        def find() -> list[Message] | None:
            replies = [message for message in self.messages if message.id > since]
            return replies[:count] if len(replies) >= count else None

        return self.watch.until(find, timeout, lambda: f"no {count} replies in {self}: {self.messages}")

    def add(self, sender: Account | None, **parts: Any) -> Message:
        """Note a new message and return it."""
        self._last_id += 1
        message = Message(self, self._last_id, self.now(), sender, **parts)
        self.history[message.id] = message
        if sender is None or sender.id != self.bot.id:
            self.mark()
        if sender is not None and sender.is_bot and "sender_chat" not in message.details:
            self.last_bot = sender.id
        return message

    def mark(self) -> None:
        """Let only messages from here on count as replies."""
        self._mark = self._last_id

    def find(self, message_id: int | None) -> Message | None:
        """Return a message that still stands."""
        message = self.history.get(message_id or 0)
        return None if message is None or message.deleted else message

    def json(self) -> Json:
        """Return the chat as a Chat object."""
        body: Json = {"id": self.id, "type": self.kind}
        body |= {name: value for name, value in self.names.items() if value}
        if self.is_forum:
            body["is_forum"] = True
        return body

    def full_json(self) -> Json:
        """Return the chat as a ChatFullInfo object."""
        gifts = [
            "unlimited_gifts",
            "limited_gifts",
            "unique_gifts",
            "premium_subscription",
            "gifts_from_channels",
        ]
        body = self.json() | {
            "accent_color_id": 0,
            "max_reaction_count": 11,
            "accepted_gift_types": dict.fromkeys(gifts, False),
        }
        if self.allowed_reactions is not None:
            body["available_reactions"] = [
                {"type": "emoji", "emoji": emoji} for emoji in sorted(self.allowed_reactions)
            ]
        if self.pinned:
            body["pinned_message"] = self.pinned[-1].json(with_reply=False)
        return body
