"""Groups, forums and channels, and what happens to them."""

from dataclasses import replace
from typing import Any

from tests.botapi import formatting
from tests.botapi.accounts import Account
from tests.botapi.chats import Chat, Kind, Topic
from tests.botapi.members import Member, Status
from tests.botapi.messages import Message
from tests.botapi.people import User
from tests.botapi.shapes import Json
from tests.botapi.world import World


class Group(Chat):
    """A chat of many; the first person added owns it."""

    def __init__(self, world: World, kind: Kind, title: str, username: str = "", is_forum: bool = False) -> None:
        identifier = -world.new_id() if kind == "group" else -1_000_000_000_000 - world.new_id()
        super().__init__(world.watch, world.bot.account, identifier, kind, title=title, username=username)
        self._world = world
        self.is_forum = is_forum
        world.chats[self.id] = self

    def add_member(self, user: User, status: Status | None = None, **standing: Any) -> None:
        """Bring a person in; `standing` may hold anonymous, title and rights."""
        with self.watch.change():
            rank: Status = status or ("member" if self._people() else "creator")
            self._stand(user.account, Member(user.account, rank, **standing), by=user.account)
            if self.kind != "channel":
                self._serve(user.account, new_chat_members=[user.account.json()])

    def set_member(self, user: User, status: Status, *, by: User | None = None, **standing: Any) -> None:
        """Change a person's standing."""
        with self.watch.change():
            actor = by.account if by else self._owner()
            self._stand(user.account, Member(user.account, status, **standing), by=actor)

    def remove_member(self, user: User, *, by: User | None = None) -> None:
        """Let a person go, or throw them out when someone else does it."""
        with self.watch.change():
            status: Status = "kicked" if by else "left"
            actor = by.account if by else user.account
            self._serve(actor, left_chat_member=user.account.json())
            self._stand(user.account, Member(user.account, status), by=actor)

    def add_bot(self, by: User | None = None, status: Status = "member", **rights: bool) -> None:
        """Bring the bot in."""
        with self.watch.change():
            actor = by.account if by else self._owner()
            self._stand(self.bot, Member(self.bot, status, rights=rights), by=actor)
            if self.kind != "channel":
                self._serve(actor, new_chat_members=[self.bot.json()])

    def set_bot(self, status: Status, *, by: User | None = None, **rights: bool) -> None:
        """Promote, demote or restrict the bot."""
        with self.watch.change():
            actor = by.account if by else self._owner()
            self._stand(self.bot, Member(self.bot, status, rights=rights), by=actor)

    def kick_bot(self, by: User | None = None) -> None:
        """Throw the bot out."""
        with self.watch.change():
            actor = by.account if by else self._owner()
            if self.kind != "channel":
                self._serve(actor, left_chat_member=self.bot.json())
            self._stand(self.bot, Member(self.bot, "kicked"), by=actor)

    def bot_leaves(self) -> None:
        """Let the bot go, as its own call asks."""
        self._stand(self.bot, Member(self.bot, "left"), by=self.bot)

    def open_topic(self, name: str, by: User | None = None) -> Topic:
        """Open a topic of the forum."""
        if not self.is_forum:
            raise RuntimeError(f"{self} is no forum")
        with self.watch.change():
            created = {"name": name, "icon_color": 7322096}
            topic = Topic(self._last_id + 1, name)
            self.topics[topic.id] = topic
            self._serve(by.account if by else self._owner(), topic, forum_topic_created=created)
        return topic

    def close_topic(self, topic: Topic, by: User | None = None) -> None:
        """Close a topic, so that only administrators write there."""
        with self.watch.change():
            topic.is_closed = True
            self._serve(by.account if by else self._owner(), topic, forum_topic_closed={})

    def delete_topic(self, topic: Topic) -> None:
        """Delete a topic with all its messages, of which Telegram tells bots nothing."""
        with self.watch.change():
            topic.is_deleted = True
            for message in self.history.values():
                message.deleted = message.deleted or message.thread_id == topic.id

    def rename(self, title: str, by: User | None = None) -> None:
        """Change the title of the group."""
        with self.watch.change():
            self.names["title"] = title
            self._serve(by.account if by else self._owner(), new_chat_title=title)

    def pin(self, message: Message, by: Account) -> None:
        """Pin a message and say so in the chat."""
        self.pinned.append(message)
        self._serve(by, pinned_message=message.json(with_reply=False))

    def post(self, text: str) -> Message:
        """Say something as the channel itself."""
        with self.watch.change():
            speaking = {"sender_chat": self.json()}
            message = self.add(None, content=formatting.as_typed(text), details=speaking)
            self._world.arrive(message)
        return message

    def migrate(self) -> "Group":
        """Turn the group into a supergroup and return that, with the service messages on both sides."""
        if self.kind != "group" or self.migrated_to is not None:
            raise RuntimeError(f"{self} cannot become a supergroup")
        with self.watch.change():
            new = Group(self._world, "supergroup", self.title)
            new.members = {number: replace(member) for number, member in self.members.items()}
            self._serve(self._owner(), migrate_to_chat_id=new.id)
            self.migrated_to = new.id
            new._serve(self._owner(), migrate_from_chat_id=self.id)
        return new

    def _stand(self, account: Account, new: Member, by: Account) -> None:
        old = self.members.get(account.id, Member(account, "left"))
        self.members[account.id] = new
        self._world.standing_changed(self, by, old, new)

    def _serve(self, actor: Account, topic: Topic | None = None, **service: Any) -> Message:
        parts: Json = {"service": service, "thread_id": topic.id if topic else None}
        message = self.add(actor, **parts)
        self._world.arrive(message)
        return message

    def _people(self) -> list[Member]:
        return [member for member in self.members.values() if not member.account.is_bot]

    def _owner(self) -> Account:
        owner = next((member for member in self.members.values() if member.status == "creator"), None)
        if owner is None:
            raise RuntimeError(f"{self} has no owner; add a person first")
        return owner.account
