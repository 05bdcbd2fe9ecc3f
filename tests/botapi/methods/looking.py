"""Methods that look things up."""

from tests.botapi.errors import bad_request
from tests.botapi.members import Member
from tests.botapi.parameters import Parameters
from tests.botapi.shapes import Json
from tests.botapi.world import World


def get_me(world: World, params: Parameters) -> Json:
    """Return the bot itself."""
    return world.bot.json()


def get_chat(world: World, params: Parameters) -> Json:
    """Return a chat in full."""
    chat = world.chat(params.get("chat_id", ""))
    return chat.full_json() if chat.kind == "private" else world.entered(chat.id).full_json()


def get_chat_member(world: World, params: Parameters) -> Json:
    """Return one account's standing in a chat."""
    chat = world.entered(params.get("chat_id", ""))
    account = world.accounts.get(params.number("user_id") or 0)
    if account is None:
        raise bad_request("invalid user_id specified")
    return chat.members.get(account.id, Member(account, "left")).json()


def get_chat_member_count(world: World, params: Parameters) -> int:
    """Return how many accounts are in a chat."""
    chat = world.entered(params.get("chat_id", ""))
    return sum(member.is_present for member in chat.members.values())


def get_chat_administrators(world: World, params: Parameters) -> list[Json]:
    """Return those who run a group, without bots other than this one."""
    chat = world.entered(params.get("chat_id", ""))
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    running = (member for member in chat.members.values() if member.is_admin)
    return [
        member.json() for member in running if not member.account.is_bot or member.account.id == world.bot.account.id
    ]
