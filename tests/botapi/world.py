"""Everything that exists on the double's side of the wire."""

import itertools

from tests.botapi import privacy
from tests.botapi.accounts import Account
from tests.botapi.chats import Chat
from tests.botapi.errors import bad_request, forbidden
from tests.botapi.members import Member
from tests.botapi.messages import Message
from tests.botapi.profile import Profile
from tests.botapi.queries import (
    CallbackAnswer,
    CallbackQuery,
    GuestQuery,
    InlineAnswer,
    InlineQuery,
    OpenQueries,
)
from tests.botapi.shapes import Json
from tests.botapi.updates import UpdateQueue
from tests.botapi.watch import Watch


class World:
    """Accounts, chats, questions and updates, under one lock."""

    def __init__(self, bot: Profile) -> None:
        self.watch = Watch()
        self.bot = bot
        self.updates = UpdateQueue()
        self.accounts: dict[int, Account] = {bot.account.id: bot.account}
        self.chats: dict[int, Chat] = {}
        self.callbacks: OpenQueries[CallbackQuery] = OpenQueries()
        self.inlines: OpenQueries[InlineQuery] = OpenQueries()
        self.guests: OpenQueries[GuestQuery] = OpenQueries()
        self.callback_answers: list[CallbackAnswer] = []
        self.inline_answers: list[InlineAnswer] = []
        self.inline_messages: dict[str, Message] = {}
        self.files: dict[str, Json] = {}
        self._ids = itertools.count(5_000_000_001)

    def new_id(self) -> int:
        """Return a number that was never used before."""
        return next(self._ids)

    def arrive(self, message: Message) -> None:
        """Deliver a person's message to the bot if it may see it."""
        if message.chat.has_bot:
            if privacy.reaches(message, self.bot.account, self.bot.privacy, self.bot.hears_bots):
                kind = "channel_post" if message.chat.kind == "channel" else "message"
                kind = f"edited_{kind}" if message.edited else kind
                message.update = self.updates.put(kind, message.json())
        elif self._calls_guest(message):
            self._call_guest(message)

    def standing_changed(self, chat: Chat, actor: Account, old: Member, new: Member) -> None:
        """Tell the bot that it, or someone in a chat that it runs, came, went, rose or fell."""
        own = new.account.id == self.bot.account.id
        if not own and not (chat.bot_member and chat.bot_member.is_admin):
            return
        self.updates.put(
            "my_chat_member" if own else "chat_member",
            {
                "chat": chat.json(),
                "from": actor.json(),
                "date": chat.now(),
                "old_chat_member": old.json(),
                "new_chat_member": new.json(),
            },
        )

    def chat(self, chat_id: object) -> Chat:
        """Return the chat that the bot names, or refuse as Telegram does."""
        chat = self._named(chat_id)
        if chat is None:
            raise bad_request("chat not found")
        if chat.migrated_to is not None:
            raise bad_request("group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": chat.migrated_to})
        member = chat.bot_member
        if chat.kind != "private" and member is None and not chat.username:
            raise bad_request("chat not found")
        return chat

    def entered(self, chat_id: object) -> Chat:
        """Return a chat that the bot names and is in, or refuse as Telegram does."""
        chat = self.chat(chat_id)
        if chat.has_bot:
            return chat
        if chat.kind == "private":
            blocked = "bot was blocked by the user"
            raise forbidden(blocked if chat.bot_member else "bot can't initiate conversation with a user")
        name = "group chat" if chat.kind == "group" else f"{chat.kind} chat"
        kicked = chat.bot_member is not None and chat.bot_member.status == "kicked"
        raise forbidden(f"bot was kicked from the {name}" if kicked else f"bot is not a member of the {name}")

    def _named(self, chat_id: object) -> Chat | None:
        if isinstance(chat_id, int):
            return self.chats.get(chat_id)
        if not chat_id:
            raise bad_request("chat_id is empty")
        name = str(chat_id).removeprefix("@").lower()
        public = (chat for chat in self.chats.values() if chat.kind in ("supergroup", "channel"))
        return next((chat for chat in public if chat.username.lower() == name), None)

    def _calls_guest(self, message: Message) -> bool:
        if not self.bot.guests or message.chat.kind == "channel" or message.edited or message.service:
            return False
        return privacy.summons(message, self.bot.account)

    def _call_guest(self, message: Message) -> None:
        assert message.sender is not None
        query = GuestQuery(str(self.new_id()), message.sender, self.watch, message=message)
        self.guests.add(query)
        query.update = self.updates.put("guest_message", message.json() | {"guest_query_id": query.id})
        message.update = query.update
