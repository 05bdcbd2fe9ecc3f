"""People, and what they can do to the bot."""

from collections.abc import Sequence
from typing import Any

from tests.botapi import formatting
from tests.botapi.accounts import ANONYMOUS_ADMIN, CHANNEL_SPEAKER, Account
from tests.botapi.chats import Chat, Topic
from tests.botapi.members import Member
from tests.botapi.messages import Message
from tests.botapi.queries import CallbackQuery, InlineQuery
from tests.botapi.results import Result
from tests.botapi.shapes import Entity, Json
from tests.botapi.updates import Update
from tests.botapi.world import World


class User:
    """A person with a telephone; `chat` is the private chat with the bot."""

    def __init__(self, world: World, account: Account) -> None:
        self._world = world
        self.account = account
        names = {name: getattr(account, name) for name in ("first_name", "last_name", "username")}
        self.chat = Chat(world.watch, world.bot.account, account.id, "private", **names)
        self.chat.members[account.id] = Member(account)

    def __repr__(self) -> str:
        return f"<User {self.id} {self.account.first_name}>"

    @property
    def id(self) -> int:
        """The number that Telegram knows the person by."""
        return self.account.id

    def start(self, payload: str = "") -> Message:
        """Press the start button, or follow a deep link with a payload."""
        return self.say(f"/start {payload}".strip())

    def say(self, text: str, chat: Chat | None = None, *, entities: Sequence[Entity] = (), **place: Any) -> Message:
        """Send a text; `place` may hold reply_to, topic, quote, channel and details."""
        return self._send(chat, formatting.as_typed(text, entities), {}, **place)

    def send(
        self,
        media: Json,
        chat: Chat | None = None,
        *,
        caption: str = "",
        entities: Sequence[Entity] = (),
        **place: Any,
    ) -> Message:
        """Send an attachment spelled out as the fields of a Message object."""
        return self._send(chat, formatting.as_typed(caption, entities), media, **place)

    def send_photo(self, chat: Chat | None = None, **words: Any) -> Message:
        """Send a photo, perhaps with a caption."""
        return self.send({"photo": [self._file() | {"width": 1280, "height": 720}]}, chat, **words)

    def send_document(self, chat: Chat | None = None, *, name: str = "paper.pdf", **words: Any) -> Message:
        """Send a file, perhaps with a caption."""
        return self.send({"document": self._file() | {"file_name": name}}, chat, **words)

    def send_sticker(self, chat: Chat | None = None, *, emoji: str = "👍", **place: Any) -> Message:
        """Send a sticker."""
        looks = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self.send({"sticker": self._file() | looks | {"emoji": emoji}}, chat, **place)

    def send_voice(self, chat: Chat | None = None, **words: Any) -> Message:
        """Send a voice message."""
        return self.send({"voice": self._file() | {"duration": 3, "mime_type": "audio/ogg"}}, chat, **words)

    def send_video(self, chat: Chat | None = None, **words: Any) -> Message:
        """Send a video, perhaps with a caption."""
        return self.send({"video": self._file() | {"duration": 3, "width": 640, "height": 360}}, chat, **words)

    def send_location(
        self, chat: Chat | None = None, *, latitude: float = 37.5, longitude: float = 127.0, **place: Any
    ) -> Message:
        """Send a place on the map."""
        return self.send({"location": {"latitude": latitude, "longitude": longitude}}, chat, **place)

    def send_contact(self, chat: Chat | None = None, **place: Any) -> Message:
        """Send the person's own telephone number."""
        card = {"phone_number": "+821000000000", "first_name": self.account.first_name, "user_id": self.id}
        return self.send({"contact": card}, chat, **place)

    def send_dice(self, chat: Chat | None = None, *, value: int = 6, **place: Any) -> Message:
        """Throw a die."""
        return self.send({"dice": {"emoji": "🎲", "value": value}}, chat, **place)

    def send_poll(self, question: str, options: Sequence[str], chat: Chat | None = None, **place: Any) -> Message:
        """Send a poll."""
        choices = [
            {"persistent_id": str(number), "text": text, "voter_count": 0} for number, text in enumerate(options)
        ]
        poll = {
            "id": str(self._world.new_id()),
            "question": question,
            "options": choices,
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": True,
            "members_only": False,
        }
        return self.send({"poll": poll}, chat, **place)

    def forward(self, source: Message, chat: Chat | None = None, *, hidden: bool = False, **place: Any) -> Message:
        """Forward a message, with its writer named or, when `hidden`, only described."""
        details = {"forward_origin": _origin(source, hidden)}
        return self._send(chat, source.content, source.media, details=details, **place)

    def edit(self, message: Message, text: str, *, entities: Sequence[Entity] = ()) -> Message:
        """Change the text or caption of the person's own message."""
        with self._world.watch.change():
            message.rewrite(formatting.as_typed(text, entities), message.markup, message.chat.now())
            message.chat.mark()
            self._world.arrive(message)
        return message

    def delete(self, message: Message) -> None:
        """Delete a message, of which Telegram tells bots nothing."""
        with self._world.watch.change():
            message.deleted = True

    def press(self, button: str | Json, message: Message) -> CallbackQuery:
        """Press a button of the message, given by its label or as a whole."""
        pressed = message.button(button) if isinstance(button, str) else button
        if "callback_data" not in pressed:
            raise ValueError(f"{pressed} tells the bot nothing when it is pressed")
        with self._world.watch.change():
            query = CallbackQuery(str(self._world.new_id()), self.account, self._world.watch)
            self._world.callbacks.add(query)
            message.chat.mark()
            message.pressed_at = len(message.versions)
            where: Json = {"inline_message_id": message.inline_id}
            if not message.inline_id:
                gone = {"chat": message.chat.json(), "message_id": message.id, "date": 0}
                where = {"message": gone if message.deleted else message.json()}
            payload = {
                "id": query.id,
                "from": self.account.json(),
                "chat_instance": str(message.chat.id),
                "data": pressed["callback_data"],
            }
            query.update = self._world.updates.put("callback_query", payload | where)
        return query

    def inline(self, text: str, *, offset: str = "", chat_type: str = "sender") -> InlineQuery:
        """Type the bot's name and some words in any chat."""
        if not self._world.bot.inline:
            raise RuntimeError("inline mode is off")
        with self._world.watch.change():
            query = InlineQuery(str(self._world.new_id()), self.account, self._world.watch)
            self._world.inlines.add(query)
            payload = {
                "id": query.id,
                "from": self.account.json(),
                "query": text,
                "offset": offset,
                "chat_type": chat_type,
            }
            query.update = self._world.updates.put("inline_query", payload)
        return query

    def choose(self, result: Result, chat: Chat | None = None, *, query: str = "", **place: Any) -> Message:
        """Post one of the cards of an inline answer."""
        with self._world.watch.change():
            details = {"via_bot": self._world.bot.account.json()}
            message = self._write(chat, result.content, result.media, details=details, markup=result.markup, **place)
            message.inline_id = f"inline-{self._world.new_id()}"
            self._world.inline_messages[message.inline_id] = message
            if self._world.bot.inline_feedback:
                chosen: Json = {"result_id": result.id, "from": self.account.json(), "query": query}
                if result.markup:
                    chosen["inline_message_id"] = message.inline_id
                self._world.updates.put("chosen_inline_result", chosen)
            self._world.arrive(message)
        return message

    def react(self, message: Message, *emoji: str) -> Update | None:
        """Put reactions on a message; only bots that run the chat and ask for it are told."""
        chat = message.chat
        with self._world.watch.change():
            if chat.kind != "private" and not (chat.bot_member and chat.bot_member.is_admin):
                return None
            payload = {
                "chat": chat.json(),
                "message_id": message.id,
                "user": self.account.json(),
                "date": chat.now(),
                "old_reaction": [],
                "new_reaction": [{"type": "emoji", "emoji": one} for one in emoji],
            }
            return self._world.updates.put("message_reaction", payload)

    def block(self) -> None:
        """Block the bot in private."""
        self._stand("kicked")

    def unblock(self) -> None:
        """Let the bot write in private again."""
        self._stand("member")

    def _stand(self, status: Any) -> None:
        with self._world.watch.change():
            bot = self._world.bot.account
            old = self.chat.members.get(bot.id, Member(bot, "left"))
            new = self.chat.members[bot.id] = Member(bot, status)
            self._world.standing_changed(self.chat, self.account, old, new)

    def _send(self, chat: Chat | None, content: formatting.Formatted, media: Json, **parts: Any) -> Message:
        with self._world.watch.change():
            message = self._write(chat, content, media, **parts)
            self._world.arrive(message)
        return message

    def _write(
        self,
        chat: Chat | None,
        content: formatting.Formatted,
        media: Json,
        *,
        reply_to: Message | None = None,
        topic: Topic | None = None,
        quote: str = "",
        channel: Chat | None = None,
        details: Json | None = None,
        **parts: Any,
    ) -> Message:
        where = chat or self.chat
        member = where.members.get(self.id)
        if member is None or not member.is_present:
            raise RuntimeError(f"{self} is not in {where}")
        if where is self.chat:
            self._enter()
        sender, speaking = self._voice(where, member, channel)
        if quote:
            speaking["quote"] = {"text": quote, "position": 0, "is_manual": True}
        thread = topic.id if topic else where.thread_of(reply_to)
        return where.add(
            sender,
            content=content,
            media=media,
            reply_to=reply_to,
            thread_id=thread,
            details=speaking | (details or {}),
            **parts,
        )

    def _enter(self) -> None:
        bot = self._world.bot.account
        standing = self.chat.members.setdefault(bot.id, Member(bot))
        if not standing.is_present:
            raise RuntimeError(f"{self} has blocked the bot and must unblock it first")

    def _voice(self, chat: Chat, member: Member, channel: Chat | None) -> tuple[Account, Json]:
        """Return who Telegram names as the sender, and how it hints at the real one."""
        if channel is not None:
            return CHANNEL_SPEAKER, {"sender_chat": channel.json()}
        if member.anonymous and member.is_admin:
            signature = {"author_signature": member.title} if member.title else {}
            return ANONYMOUS_ADMIN, {"sender_chat": chat.json()} | signature
        return self.account, {}

    def _file(self) -> Json:
        number = self._world.new_id()
        return {"file_id": f"file-{number}", "file_unique_id": f"unique-{number}", "file_size": 1024}


def _origin(source: Message, hidden: bool) -> Json:
    if source.chat.kind == "channel":
        return {"type": "channel", "date": source.date, "chat": source.chat.json(), "message_id": source.id}
    if "sender_chat" in source.details:
        return {"type": "chat", "date": source.date, "sender_chat": source.details["sender_chat"]}
    assert source.sender is not None
    if hidden:
        return {"type": "hidden_user", "date": source.date, "sender_user_name": source.sender.first_name}
    return {"type": "user", "date": source.date, "sender_user": source.sender.json()}
