"""Groups: silence, unless the bot is called by a command or by its name."""

from __future__ import annotations

import pytest

from bot.handlers.groups import without_mentions
from tests.botapi import BotApi, Group, User

CALL = "@bodo_test_bot"


@pytest.fixture
def group(api: BotApi, alice: User) -> Group:
    """A group in which the bot hears everything, so that its silence is its own."""
    api.bot.privacy = False
    return api.supergroup("Group", alice)


def test_a_question_with_the_bots_name_is_answered_as_a_reply(alice: User, group: Group) -> None:
    """The name is taken out, and the answer is tied to the question."""
    asked = alice.say(f"{CALL} 관람객", group)
    reply = group.wait_for_reply()

    assert reply.text.startswith("2022년 관람객은")
    assert reply.reply_to is asked


def test_a_command_is_answered(alice: User, group: Group) -> None:
    """With the bot's name behind it or without."""
    for command in ("/about", f"/about{CALL}"):
        asked = alice.say(command, group)
        reply = group.wait_for_reply()
        assert reply.text.startswith("보도봇은")
        assert reply.reply_to is asked


def test_the_bare_name_gets_what_can_be_asked(alice: User, group: Group) -> None:
    """There is no question to answer."""
    alice.say(CALL, group)

    assert group.wait_for_reply().buttons == ["관람객은?"]


def test_all_other_talk_is_met_with_silence(api: BotApi, alice: User, group: Group) -> None:
    """Nor bare pictures, foreign commands, other bots, channels, or what is said through a bot."""
    bot = api.user("Other", username="other_test_bot", is_bot=True)
    group.add_member(bot)
    api.bot.hears_bots = True
    channel = api.channel("Channel", alice)
    alice.say("관람객", group)
    alice.say("@bodo_test_bot2 관람객", group)
    alice.say("/about@other_test_bot", group)
    alice.say("/figures", group)
    alice.send_photo(group)
    alice.send_sticker(group)
    bot.say(f"{CALL} 관람객", group)
    alice.say(f"{CALL} 관람객", group, channel=channel)
    alice.say(f"{CALL} 관람객", group, details={"via_bot": bot.account.json()})
    last = alice.say(f"{CALL} visitors", group)

    assert group.wait_for_reply(after=group.history[1]).reply_to is last
    assert len(group.messages) == 1


def test_an_edited_question_edits_its_answer(alice: User, group: Group) -> None:
    """In place, as in private."""
    asked = alice.say(f"{CALL} 없는 것", group)
    reply = group.wait_for_reply()
    alice.edit(asked, f"관람객 {CALL}")
    reply.wait_for_edit()

    assert reply.text.startswith("2022년 관람객은")


def test_the_answer_stays_in_its_topic(api: BotApi, alice: User) -> None:
    """And each topic is a conversation of its own."""
    forum = api.forum("Forum", alice, topics=["News", "Talk"])
    news, talk = forum.topic("News"), forum.topic("Talk")
    alice.say(f"{CALL} 관람객", forum, topic=news)
    assert forum.wait_for_reply().thread_id == news.id
    alice.say(f"{CALL} 그럼 작년은?", forum, topic=talk)
    reply = forum.wait_for_reply()

    assert reply.thread_id == talk.id
    assert reply.text == "그것은 이 보도자료에 없습니다."


def test_two_people_in_a_group_have_two_conversations(api: BotApi, alice: User, group: Group) -> None:
    """What Alice asked is nothing that Bob can follow up."""
    bob = api.user("Bob")
    group.add_member(bob)
    alice.say(f"{CALL} 관람객", group)
    group.wait_for_reply()
    bob.say(f"{CALL} 그럼 작년은?", group)

    assert group.wait_for_reply().text == "그것은 이 보도자료에 없습니다."


def test_a_group_that_became_a_supergroup_is_answered_there(api: BotApi, alice: User) -> None:
    """The question still came from the old group."""
    api.bot.privacy = False
    group = api.group("Group", alice)
    new = group.migrate()
    asked = alice.say(f"{CALL} 관람객", group)

    assert new.wait_for_reply().text.startswith("2022년 관람객은")
    assert asked.chat is group


def test_mentions_are_taken_out_of_a_question() -> None:
    """Names are not words of the question, addresses are left as they are."""
    assert without_mentions("@bodo_test_bot 관람객 @alice_b") == "관람객"
    assert without_mentions("write to a@example.com") == "write to a@example.com"
