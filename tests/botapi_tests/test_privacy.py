"""What the bot hears of a group, and who stands behind a message."""

from tests.botapi import BotApi
from tests.botapi_tests.support import Caller


def test_privacy_mode_hides_what_is_not_meant_for_the_bot(api: BotApi, do: Caller) -> None:
    """Of a group's talk the bot gets commands, mentions and replies to it, until it is an administrator."""
    alice = api.user("Alice")
    group = api.supergroup("Group", alice)
    do(do.bot.send_message(group.id, "hi"))
    heard = [
        alice.say("just talk", group),
        alice.say("/start", group),
        alice.say("/start@other_test_bot", group),
        alice.say("@bodo_test_bot how many?", group),
        alice.say("thanks", group, reply_to=group.messages[0]),
        alice.send_photo(group, caption="@bodo_test_bot"),
        alice.send_photo(group),
    ]
    assert [bool(one.update) for one in heard] == [False, True, False, True, True, True, False]
    group.set_bot("administrator")
    assert alice.say("just talk", group).update
    group.set_bot("member")
    api.bot.privacy = False
    assert alice.say("just talk", group).update
    assert do(do.bot.get_me()).can_read_all_group_messages


def test_bots_do_not_hear_bots(api: BotApi) -> None:
    """What another bot says is not delivered, and it draws general commands to itself."""
    alice, other = api.user("Alice"), api.user("Other", username="other_test_bot", is_bot=True)
    group = api.supergroup("Group", alice, other)

    assert other.say("@bodo_test_bot", group).update is None
    assert alice.say("/start", group).update is None
    api.bot.hears_bots = True
    assert other.say("@bodo_test_bot", group).update is not None


def test_people_hide_behind_chats(api: BotApi, do: Caller) -> None:
    """Anonymous administrators speak as the group, and channels as themselves."""
    alice, bob = api.user("Alice"), api.user("Bob")
    group, channel = api.supergroup("Group", alice, bob), api.channel("Channel", alice)
    group.set_member(bob, "administrator", anonymous=True, title="Chief")
    bob.say("/who", group)
    alice.say("/who", group, channel=channel)
    first, second = (update.message for update in do(do.bot.get_updates()))
    admins = do(do.bot.get_chat_administrators(group.id))

    assert first is not None
    assert first.from_user is not None
    assert (first.sender_chat, "GroupAnonymousBot") == (first.chat, first.from_user.username)
    assert first.author_signature == "Chief"
    assert second is not None
    assert second.sender_chat is not None
    assert channel.id == second.sender_chat.id
    assert {alice.id, bob.id} == {admin.user.id for admin in admins}
