"""Methods that act on a chat without writing in it."""

from telegram.constants import ReactionEmoji

from tests.botapi.chats import Chat
from tests.botapi.errors import bad_request
from tests.botapi.groups import Group
from tests.botapi.messages import Message
from tests.botapi.parameters import Parameters
from tests.botapi.shapes import Json
from tests.botapi.world import World

_EMOJI = frozenset(str(emoji.value) for emoji in ReactionEmoji)


def set_message_reaction(world: World, params: Parameters) -> bool:
    """Put one of Telegram's reactions on a message, or take it away."""
    chat = world.entered(params.get("chat_id", ""))
    message = _message(chat, params, "message to react not found")
    reactions = params.list("reaction")
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if not all(_is_allowed(chat, reaction) for reaction in reactions):
        raise bad_request("REACTION_INVALID")
    message.reactions = reactions
    return True


def pin_chat_message(world: World, params: Parameters) -> bool:
    """Pin a message where the bot may."""
    chat = world.entered(params.get("chat_id", ""))
    message = _message(chat, params, "message to pin not found")
    _check_may_pin(chat)
    if isinstance(chat, Group):
        chat.pin(message, world.bot.account)
    else:
        chat.pinned.append(message)
    return True


def unpin_chat_message(world: World, params: Parameters) -> bool:
    """Unpin a message, or the last pinned one, where the bot may."""
    chat = world.entered(params.get("chat_id", ""))
    number = params.number("message_id")
    pinned = [message for message in chat.pinned if number in (None, message.id)]
    if not pinned:
        raise bad_request("message to unpin not found")
    _check_may_pin(chat)
    chat.pinned.remove(pinned[-1])
    return True


def leave_chat(world: World, params: Parameters) -> bool:
    """Leave a group."""
    chat = world.entered(params.get("chat_id", ""))
    if not isinstance(chat, Group):
        raise bad_request("chat member status can't be changed in private chats")
    chat.bot_leaves()
    return True


def _message(chat: Chat, params: Parameters, missing: str) -> Message:
    message = chat.find(params.number("message_id"))
    if message is None:
        raise bad_request(missing)
    return message


def _is_allowed(chat: Chat, reaction: Json) -> bool:
    emoji = reaction.get("emoji")
    allowed = _EMOJI if chat.allowed_reactions is None else chat.allowed_reactions
    return reaction.get("type") == "emoji" and emoji in allowed


def _check_may_pin(chat: Chat) -> None:
    if not chat.bot_may("can_pin_messages"):
        raise bad_request("not enough rights to manage pinned messages in the chat")
