"""Messages, and what a test reads from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.botapi import entities
from tests.botapi.accounts import Account
from tests.botapi.formatting import Formatted
from tests.botapi.shapes import Entity, Json, Markup

if TYPE_CHECKING:
    from tests.botapi.chats import Chat
    from tests.botapi.updates import Update


@dataclass(frozen=True)
class Version:
    """What a message said before it was edited."""

    text: str
    entities: tuple[Entity, ...]
    markup: Markup | None


@dataclass(eq=False, repr=False)
class Message:
    """One message as it stands now; `update` is how the bot learned of it, if it did."""

    chat: Chat
    id: int
    date: int
    sender: Account | None
    content: Formatted = field(default_factory=Formatted)
    media: Json = field(default_factory=dict)
    service: Json = field(default_factory=dict)
    details: Json = field(default_factory=dict)
    markup: Markup | None = None
    reply_to: Message | None = None
    thread_id: int | None = None
    inline_id: str = ""
    file: bytes = b""
    deleted: bool = False
    edited: int = 0
    reactions: list[Json] = field(default_factory=list)
    versions: list[Version] = field(default_factory=list)
    pressed_at: int = 0
    update: Update | None = None

    def __repr__(self) -> str:
        return f"<Message {self.id} in {self.chat.id}: {self.text or list(self.media | self.service)}>"

    @property
    def text(self) -> str:
        """The plain text, or the plain caption."""
        return self.content.text

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The entities of the text or caption."""
        return self.content.entities

    @property
    def buttons(self) -> list[str]:
        """The labels of the inline keyboard, row by row."""
        return [button["text"] for button in self._buttons()]

    @property
    def links(self) -> list[str]:
        """The addresses behind the words of the text."""
        return [entity["url"] for entity in self.entities if entity["type"] == "text_link"]

    def button(self, label: str) -> Json:
        """Return the button with this label, or with the only label that contains it."""
        exact = [button for button in self._buttons() if button["text"] == label]
        near = [button for button in self._buttons() if label in button["text"]]
        if len(exact or near) != 1:
            raise LookupError(f"no single button {label!r} among {self.buttons}")
        return (exact or near)[0]

    def covered(self, kind: str) -> list[str]:
        """Return the pieces of text that entities of this kind cover."""
        found = (entity for entity in self.entities if entity["type"] == kind)
        return [entities.covered(self.text, entity) for entity in found]

    def wait_for_edit(self, timeout: float = 30) -> Message:
        """Return the message once it was edited since its last button press, or since it was sent."""
        since = self.pressed_at
        return self.chat.watch.until(
            lambda: self if len(self.versions) > since else None, timeout, lambda: f"{self} was not edited"
        )

    def wait_for_deletion(self, timeout: float = 30) -> Message:
        """Return the message once it is deleted."""
        return self.chat.watch.until(lambda: self if self.deleted else None, timeout, lambda: f"{self} was not deleted")

    def rewrite(self, content: Formatted, markup: Markup | None, date: int) -> bool:
        """Give the message new content, and return whether that changed anything."""
        if (content, markup) == (self.content, self.markup):
            return False
        self.versions.append(Version(self.text, self.entities, self.markup))
        self.content, self.markup, self.edited = content, markup, date
        return True

    def json(self, with_reply: bool = True) -> Json:
        """Return the message as a Message object."""
        body: Json = {"message_id": self.id, "date": self.date, "chat": self.chat.json()}
        if self.sender is not None and self.chat.kind != "channel":
            body["from"] = self.sender.json()
        body |= self.details | self.service | self.media
        if self.text:
            name, entity_name = ("caption", "caption_entities") if self.media else ("text", "entities")
            body[name] = self.text
            if self.entities:
                body[entity_name] = list(self.entities)
        if self.thread_id is not None:
            body["message_thread_id"] = self.thread_id
            if self.chat.is_forum:
                body["is_topic_message"] = True
        if with_reply:
            body |= self._reply()
        if self.edited:
            body["edit_date"] = self.edited
        if self.markup and "inline_keyboard" in self.markup:
            body["reply_markup"] = self.markup
        return body

    def _reply(self) -> Json:
        if self.reply_to is None:
            opening = self.chat.history.get(self.thread_id or 0) if self.chat.is_forum else None
            return {"reply_to_message": opening.json(with_reply=False)} if opening else {}
        if self.reply_to.chat is not self.chat or self.reply_to.deleted:
            return {}
        return {"reply_to_message": self.reply_to.json(with_reply=False)}

    def _buttons(self) -> list[Json]:
        rows = (self.markup or {}).get("inline_keyboard", [])
        return [button for row in rows for button in row]
