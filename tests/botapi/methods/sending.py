"""Methods that send."""

from tests.botapi import formatting, markup, uploads
from tests.botapi.chats import Chat
from tests.botapi.errors import bad_request
from tests.botapi.formatting import Formatted
from tests.botapi.messages import Message
from tests.botapi.parameters import Parameters
from tests.botapi.shapes import Json
from tests.botapi.world import World

ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)


def send_message(world: World, params: Parameters) -> Json:
    """Send a text."""
    chat = _open_chat(world, params, "can_send_messages", "text messages")
    content = formatting.text(params.text("text"), params.text("parse_mode"), params.list("entities"))
    return _sent(world, params, chat, content)


def send_photo(world: World, params: Parameters) -> Json:
    """Send a photo, uploaded, known or lying somewhere on the web."""
    chat = _open_chat(world, params, "can_send_photos", "photos")
    media, data = uploads.photo(world, params)
    return _sent(world, params, chat, _caption(params), media, data)


def send_document(world: World, params: Parameters) -> Json:
    """Send a file, uploaded, known or lying somewhere on the web."""
    chat = _open_chat(world, params, "can_send_documents", "documents")
    media, data = uploads.document(world, params)
    return _sent(world, params, chat, _caption(params), media, data)


def send_chat_action(world: World, params: Parameters) -> bool:
    """Show for a moment that the bot is busy."""
    chat = _open_chat(world, params, "can_send_messages", "text messages")
    _thread(chat, params, None)
    if params.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


def _open_chat(world: World, params: Parameters, right: str, things: str) -> Chat:
    """Return the chat that the bot may send such things to."""
    chat = world.entered(params.get("chat_id", ""))
    if chat.kind == "channel" and not chat.bot_may("can_post_messages"):
        raise bad_request("need administrator rights in the channel chat")
    if chat.bot_member is not None and not chat.bot_member.may_send(right):
        raise bad_request(f"not enough rights to send {things} to the chat")
    return chat


def _caption(params: Parameters) -> Formatted:
    return formatting.caption(params.text("caption"), params.text("parse_mode"), params.list("caption_entities"))


def _sent(
    world: World,
    params: Parameters,
    chat: Chat,
    content: Formatted,
    media: Json | None = None,
    file: bytes = b"",
) -> Json:
    details: Json = {}
    if params.flag("protect_content"):
        details["has_protected_content"] = True
    if "link_preview_options" in params:
        details["link_preview_options"] = params.object("link_preview_options")
    reply_to = _replied(world, params, chat, details)
    thread = _thread(chat, params, reply_to)
    keyboard = markup.checked(params.object("reply_markup"))
    if chat.kind == "channel":
        details["sender_chat"] = chat.json()
    message = chat.add(
        world.bot.account,
        content=content,
        media=media or {},
        details=details,
        markup=keyboard,
        reply_to=reply_to,
        thread_id=thread,
        file=file,
    )
    return message.json()


def _replied(world: World, params: Parameters, chat: Chat, details: Json) -> Message | None:
    """Return the message that is replied to, which may only be missing when the bot allows it."""
    reply = params.object("reply_parameters")
    number = reply.get("message_id", params.number("reply_to_message_id"))
    if not number:
        return None
    source = world.entered(reply["chat_id"]) if "chat_id" in reply else chat
    message = source.find(number)
    if message is None:
        if reply.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
            return None
        raise bad_request("message to be replied not found")
    if quote := reply.get("quote"):
        quoted = formatting.as_typed(quote) if not reply.get("quote_parse_mode") else None
        text = quoted.text if quoted else formatting.text(quote, reply["quote_parse_mode"]).text
        if text not in message.text:
            raise bad_request("QUOTE_TEXT_INVALID")
        details["quote"] = {"text": text, "position": len(message.text.split(text)[0]), "is_manual": True}
    return message


def _thread(chat: Chat, params: Parameters, reply_to: Message | None) -> int | None:
    """Return the topic to write in, refusing one that is unknown, deleted or closed to the bot."""
    number = params.number("message_thread_id")
    if number is None:
        return chat.thread_of(reply_to)
    topic = chat.topics.get(number)
    if topic is None or topic.is_deleted:
        raise bad_request("message thread not found")
    if topic.is_closed and not chat.bot_may("can_manage_topics"):
        raise bad_request("TOPIC_CLOSED")
    return topic.id
