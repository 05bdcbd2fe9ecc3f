"""Commands, names, members, reactions and pins."""

from telegram import (
    BotCommand,
    BotCommandScopeChat,
)

from tests.botapi import BotApi
from tests.botapi_tests.support import Caller, refused


def test_commands_are_kept_by_scope_and_language(api: BotApi, do: Caller) -> None:
    """Each scope and language has its own commands, and bad names are refused."""
    alice = api.user("Alice", started=True)
    scope = BotCommandScopeChat(alice.id)
    do(do.bot.set_my_commands([BotCommand("help", "도움말")], language_code="ko"))
    do(do.bot.set_my_commands([BotCommand("admin", "Run")], scope=scope))

    assert [command.command for command in do(do.bot.get_my_commands(language_code="ko"))] == ["help"]
    assert do(do.bot.get_my_commands()) == ()
    assert [command.command for command in do(do.bot.get_my_commands(scope=scope))] == ["admin"]
    do(do.bot.delete_my_commands(scope=scope))
    assert do(do.bot.get_my_commands(scope=scope)) == ()
    with refused("BOT_COMMAND_INVALID"):
        do(do.bot.set_my_commands([("Help", "x")]))
    with refused("invalid language code"):
        do(do.bot.set_my_commands([("help", "x")], language_code="korean"))
    with refused("Chat not found"):
        do(do.bot.set_my_commands([("help", "x")], scope=BotCommandScopeChat(5)))


def test_names_and_descriptions_have_languages(do: Caller) -> None:
    """Words of a language are returned for it, and the general ones for every other."""
    do(do.bot.set_my_name("Bot"))
    do(do.bot.set_my_name("봇", language_code="ko"))
    do(do.bot.set_my_description("Long"))
    do(do.bot.set_my_short_description("짧음", language_code="ko"))

    assert (do(do.bot.get_my_name("ko")).name, do(do.bot.get_my_name("de")).name) == ("봇", "Bot")
    assert do(do.bot.get_my_description("ko")).description == "Long"
    assert do(do.bot.get_my_short_description("ko")).short_description == "짧음"
    with refused("too long"):
        do(do.bot.set_my_short_description("x" * 121))


def test_chats_and_members_are_looked_up(api: BotApi, do: Caller) -> None:
    """Chats are found by number and public name, members by person."""
    alice, bob, carol = api.user("Alice"), api.user("Bob"), api.user("Carol")
    group = api.supergroup("Group", alice, bob, username="bodo_group")
    group.remove_member(bob, by=alice)

    assert group.id == do(do.bot.get_chat("@bodo_group")).id
    assert do(do.bot.get_chat(alice.id)).first_name == "Alice"
    people = [do(do.bot.get_chat_member(group.id, one.id)).status for one in (alice, bob, carol)]
    assert people == ["creator", "kicked", "left"]
    assert do(do.bot.get_chat_member_count(group.id)) == 2
    with refused("invalid user_id"):
        do(do.bot.get_chat_member(group.id, 5))
    alice.start()
    with refused("no administrators in the private chat"):
        do(do.bot.get_chat_administrators(alice.id))


def test_reactions_pins_and_actions(api: BotApi, do: Caller) -> None:
    """Reactions come from Telegram's list, pins need the right, actions have names."""
    alice = api.user("Alice")
    group = api.supergroup("Group", alice)
    said = alice.say("/hi", group)
    do(do.bot.set_message_reaction(group.id, said.id, "👍"))
    do(do.bot.send_chat_action(group.id, "typing"))
    with refused("REACTION_INVALID"):
        do(do.bot.set_message_reaction(group.id, said.id, "🚗"))
    with refused("wrong parameter action"):
        do(do.bot.send_chat_action(group.id, "sleeping"))
    with refused("Not enough rights to manage pinned"):
        do(do.bot.pin_chat_message(group.id, said.id))
    group.set_bot("administrator", can_pin_messages=True)
    do(do.bot.pin_chat_message(group.id, said.id))

    assert said.reactions == [{"type": "emoji", "emoji": "👍"}]
    assert [said] == group.pinned
    pinned = do(do.bot.get_chat(group.id)).pinned_message
    assert pinned is not None
    assert said.id == pinned.message_id
