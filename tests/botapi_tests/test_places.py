"""The bot writes only where it may: chats, groups, topics, and replies."""

import pytest
from telegram import (
    ReplyParameters,
)
from telegram.error import (
    ChatMigrated,
    Forbidden,
)

from tests.botapi import BotApi
from tests.botapi_tests.support import Caller, png, refused


def test_replies_need_their_message(api: BotApi, do: Caller) -> None:
    """A missing message is refused unless the bot may do without, and a quote must be in the message."""
    alice = api.user("Alice")
    asked = alice.say("how many?")
    with refused("Message to be replied not found"):
        do(do.bot.send_message(alice.id, "x", reply_to_message_id=99))
    do(do.bot.send_message(alice.id, "x", reply_to_message_id=99, allow_sending_without_reply=True))
    with refused("QUOTE_TEXT_INVALID"):
        do(do.bot.send_message(alice.id, "x", reply_parameters=ReplyParameters(asked.id, quote="few")))
    do(do.bot.send_message(alice.id, "x", reply_parameters=ReplyParameters(asked.id, quote="many")))

    assert [None, asked] == [message.reply_to for message in alice.chat.messages]


def test_private_chats_open_only_to_the_invited(api: BotApi, do: Caller) -> None:
    """The bot writes only to people who started it and did not block it."""
    alice = api.user("Alice")
    with refused("Chat not found"):
        do(do.bot.send_message(42, "hi"))
    with refused("can't initiate conversation", Forbidden):
        do(do.bot.send_message(alice.id, "hi"))
    alice.start("fact-1")
    do(do.bot.send_message(alice.id, "hi"))
    alice.block()
    with refused("blocked by the user", Forbidden):
        do(do.bot.send_message(alice.id, "hi"))
    alice.unblock()
    do(do.bot.send_message(alice.id, "hi"))

    assert [update.kind for update in api.updates] == ["message", "my_chat_member", "my_chat_member"]


def test_groups_show_the_bot_out(api: BotApi, do: Caller) -> None:
    """The bot is told when it is added or thrown out, and cannot write where it is not."""
    alice, bob = api.user("Alice"), api.user("Bob")
    group = api.supergroup("Group", alice, bob, bot=None)
    with refused("Chat not found"):
        do(do.bot.send_message(group.id, "hi"))
    group.add_bot(by=bob)
    do(do.bot.send_message(group.id, "hi"))
    group.kick_bot(by=alice)
    with refused("kicked from the supergroup chat", Forbidden):
        do(do.bot.send_message(group.id, "hi"))
    told = [update for update in do(do.bot.get_updates()) if update.my_chat_member]

    standings = [update.my_chat_member.new_chat_member.status for update in told if update.my_chat_member]
    assert standings == ["member", "kicked"]
    group.add_bot()
    do(do.bot.leave_chat(group.id))
    with refused("not a member of the supergroup chat", Forbidden):
        do(do.bot.send_message(group.id, "hi"))


def test_a_restricted_bot_cannot_send(api: BotApi, do: Caller) -> None:
    """A bot that may not send is refused, for each kind of message."""
    group = api.supergroup("Group", api.user("Alice"))
    group.set_bot("restricted", can_send_messages=True)
    do(do.bot.send_message(group.id, "hi"))
    with refused("Not enough rights to send photos"):
        do(do.bot.send_photo(group.id, png()))


def test_a_migrated_group_names_its_successor(api: BotApi, do: Caller) -> None:
    """The old group sends a service message and refuses with the new identifier."""
    group = api.group("Group", api.user("Alice"))
    new = group.migrate()
    with pytest.raises(ChatMigrated) as moved:
        do(do.bot.send_message(group.id, "hi"))
    do(do.bot.send_message(moved.value.new_chat_id, "hi"))

    assert new.id == moved.value.new_chat_id
    left, arrived = (update.message for update in do(do.bot.get_updates()))
    assert left is not None
    assert arrived is not None
    assert (new.id, group.id) == (left.migrate_to_chat_id, arrived.migrate_from_chat_id)


def test_topics_are_checked(api: BotApi, do: Caller) -> None:
    """The bot writes in topics that exist and are open, and a reply stays in its topic."""
    alice = api.user("Alice")
    forum = api.forum("Forum", alice, topics=["News", "Talk"])
    news, talk = forum.topic("News"), forum.topic("Talk")
    asked = alice.say("/ask", forum, topic=news)
    do(do.bot.send_message(forum.id, "hi", message_thread_id=talk.id))
    do(do.bot.send_message(forum.id, "hi", reply_to_message_id=asked.id))
    with refused("Message thread not found"):
        do(do.bot.send_message(forum.id, "hi", message_thread_id=99))
    forum.close_topic(talk)
    with refused("TOPIC_CLOSED"):
        do(do.bot.send_message(forum.id, "hi", message_thread_id=talk.id))
    forum.delete_topic(news)
    with refused("Message thread not found"):
        do(do.bot.send_message(forum.id, "hi", message_thread_id=news.id))

    assert [talk.id] == [message.thread_id for message in forum.messages]
    assert asked.update is not None
    assert asked.update.payload["is_topic_message"]
    assert "forum_topic_created" in asked.update.payload["reply_to_message"]
