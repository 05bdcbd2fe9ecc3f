"""The methods of the Bot API, by their names in lower case."""

from collections.abc import Callable
from typing import Any

from tests.botapi.methods import answering, chatting, editing, looking, naming, sending, webhooks
from tests.botapi.parameters import Parameters
from tests.botapi.world import World

Method = Callable[[World, Parameters], Any]

METHODS: dict[str, Method] = {
    "getme": looking.get_me,
    "getchat": looking.get_chat,
    "getchatmember": looking.get_chat_member,
    "getchatmembercount": looking.get_chat_member_count,
    "getchatadministrators": looking.get_chat_administrators,
    "setwebhook": webhooks.set_webhook,
    "deletewebhook": webhooks.delete_webhook,
    "getwebhookinfo": webhooks.get_webhook_info,
    "sendmessage": sending.send_message,
    "sendphoto": sending.send_photo,
    "senddocument": sending.send_document,
    "sendchataction": sending.send_chat_action,
    "editmessagetext": editing.edit_message_text,
    "editmessagecaption": editing.edit_message_caption,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "deletemessage": editing.delete_message,
    "answercallbackquery": answering.answer_callback_query,
    "answerinlinequery": answering.answer_inline_query,
    "answerguestquery": answering.answer_guest_query,
    "setmycommands": naming.set_my_commands,
    "getmycommands": naming.get_my_commands,
    "deletemycommands": naming.delete_my_commands,
    "setmyname": naming.setter("name", 64),
    "getmyname": naming.getter("name"),
    "setmydescription": naming.setter("description", 512),
    "getmydescription": naming.getter("description"),
    "setmyshortdescription": naming.setter("short_description", 120),
    "getmyshortdescription": naming.getter("short_description"),
    "setmessagereaction": chatting.set_message_reaction,
    "pinchatmessage": chatting.pin_chat_message,
    "unpinchatmessage": chatting.unpin_chat_message,
    "leavechat": chatting.leave_chat,
}
"""Every method but getUpdates, which waits and so lives with the server."""
