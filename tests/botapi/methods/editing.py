"""Methods that change or remove what was sent."""

from tests.botapi import formatting, markup
from tests.botapi.errors import NOT_MODIFIED, bad_request
from tests.botapi.formatting import Formatted
from tests.botapi.messages import Message
from tests.botapi.parameters import Parameters
from tests.botapi.shapes import Json
from tests.botapi.world import World


def edit_message_text(world: World, params: Parameters) -> Json | bool:
    """Replace the text and the keyboard of a message."""
    message = _own(world, params)
    content = formatting.text(params.text("text"), params.text("parse_mode"), params.list("entities"))
    if message.media:
        raise bad_request("there is no text in the message to edit")
    return _rewritten(params, message, content)


def edit_message_caption(world: World, params: Parameters) -> Json | bool:
    """Replace the caption and the keyboard of a message."""
    message = _own(world, params)
    spelled = params.list("caption_entities")
    content = formatting.caption(params.text("caption"), params.text("parse_mode"), spelled)
    if not message.media:
        raise bad_request("there is no caption in the message to edit")
    return _rewritten(params, message, content)


def edit_message_reply_markup(world: World, params: Parameters) -> Json | bool:
    """Replace the keyboard of a message."""
    message = _own(world, params)
    return _rewritten(params, message, message.content)


def delete_message(world: World, params: Parameters) -> bool:
    """Delete a message of the bot's own, or another's where the bot may."""
    chat = world.entered(params.get("chat_id", ""))
    message = chat.find(params.number("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    own = message.sender == world.bot.account
    if not own and not chat.bot_may("can_delete_messages"):
        raise bad_request("message can't be deleted for everyone")
    message.deleted = True
    return True


def _own(world: World, params: Parameters) -> Message:
    """Return the message to edit, which the bot must have written."""
    if inline_id := params.text("inline_message_id"):
        message = world.inline_messages.get(inline_id)
        if message is None or message.deleted:
            raise bad_request("MESSAGE_ID_INVALID")
        return message
    chat = world.entered(params.get("chat_id", ""))
    number = params.number("message_id")
    if number is None:
        raise bad_request("message identifier is not specified")
    message = chat.find(number)
    if message is None:
        raise bad_request("message to edit not found")
    if message.sender != world.bot.account and not (chat.kind == "channel" and chat.bot_may("can_edit_messages")):
        raise bad_request("message can't be edited")
    return message


def _rewritten(params: Parameters, message: Message, content: Formatted) -> Json | bool:
    keyboard = markup.inline(params.object("reply_markup"))
    if message.markup and "inline_keyboard" not in message.markup:
        raise bad_request("message can't be edited")
    if not message.rewrite(content, keyboard, message.chat.now()):
        raise bad_request(NOT_MODIFIED)
    return True if params.text("inline_message_id") else message.json()
