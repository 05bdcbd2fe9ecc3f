"""Methods that tell people what the bot is and can do."""

import re
from collections.abc import Callable

from tests.botapi.errors import bad_request
from tests.botapi.parameters import Parameters
from tests.botapi.profile import CommandPlace
from tests.botapi.shapes import Json
from tests.botapi.world import World

MOST_COMMANDS = 100
LONGEST_DESCRIPTION = 256

_BROAD_SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
_CHAT_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})


def set_my_commands(world: World, params: Parameters) -> bool:
    """Set the commands shown in one scope and language."""
    place, commands = _place(world, params), params.list("commands")
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", str(command.get("command", "")).removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= LONGEST_DESCRIPTION:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.bot.commands[place] = commands
    return True


def get_my_commands(world: World, params: Parameters) -> list[Json]:
    """Return the commands set for exactly one scope and language."""
    return world.bot.commands.get(_place(world, params), [])


def delete_my_commands(world: World, params: Parameters) -> bool:
    """Forget the commands of one scope and language."""
    world.bot.commands.pop(_place(world, params), None)
    return True


def setter(what: str, longest: int) -> Callable[[World, Parameters], bool]:
    """Return the method that sets the bot's name or one of its descriptions in a language."""

    def set_words(world: World, params: Parameters) -> bool:
        words = params.text(what)
        if len(words) > longest:
            raise bad_request(f"bot {what.replace('_', ' ')} is too long")
        world.bot.words[what, _language(params)] = words
        return True

    return set_words


def getter(what: str) -> Callable[[World, Parameters], Json]:
    """Return the method that gets the words of a language, or else those for every language."""

    def get_words(world: World, params: Parameters) -> Json:
        fallback = world.bot.account.first_name if what == "name" else ""
        general = world.bot.words.get((what, "")) or fallback
        return {what: world.bot.words.get((what, _language(params))) or general}

    return get_words


def _place(world: World, params: Parameters) -> CommandPlace:
    scope = params.object("scope") or {"type": "default"}
    kind = scope.get("type")
    if kind in _BROAD_SCOPES:
        return kind, 0, 0, _language(params)
    if kind not in _CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    chat = world.chat(scope.get("chat_id"))
    user = scope.get("user_id", 0)
    if kind == "chat_member" and user not in chat.members:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return kind, chat.id, user, _language(params)


def _language(params: Parameters) -> str:
    code = params.text("language_code")
    if not re.fullmatch(r"(?:[a-z]{2})?", code):
        raise bad_request("invalid language code specified")
    return code
