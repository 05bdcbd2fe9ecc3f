"""What was sent is changed and removed under the rules of Telegram."""

from telegram import (
    ForceReply,
)

from tests.botapi import BotApi
from tests.botapi_tests.support import Caller, keyboard, refused


def test_an_edit_must_change_something(api: BotApi, do: Caller) -> None:
    """The same text, entities and keyboard again are refused; leaving the keyboard out removes it."""
    alice = api.user("Alice", started=True)
    sent = do(do.bot.send_message(alice.id, "hi", reply_markup=keyboard(callback_data="x")))
    with refused("Message is not modified"):
        do(sent.edit_text("<b></b>hi ", parse_mode="HTML", reply_markup=keyboard(callback_data="x")))
    with refused("Message is not modified"):
        do(sent.edit_reply_markup(keyboard(callback_data="x")))
    do(sent.edit_text("hi"))
    message = alice.chat.messages[0]

    assert message.buttons == []
    assert [version.text for version in message.versions] == ["hi"]
    do(sent.edit_text("<i>hi</i>", parse_mode="HTML"))


def test_only_own_messages_of_the_right_kind_are_edited(api: BotApi, do: Caller) -> None:
    """Unknown, foreign and captionless messages are refused, and so is any but an inline keyboard."""
    alice = api.user("Alice", started=True)
    said = alice.say("mine")
    sent = do(do.bot.send_message(alice.id, "hi"))
    forced = do(do.bot.send_message(alice.id, "hi", reply_markup=ForceReply()))

    with refused("Message to edit not found"):
        do(do.bot.edit_message_text("x", alice.id, 99))
    with refused("Message can't be edited"):
        do(do.bot.edit_message_text("x", alice.id, said.id))
    with refused("no caption in the message"):
        do(sent.edit_caption("x"))
    with refused("Message can't be edited"):
        do(forced.edit_text("x"))
    with refused("MESSAGE_ID_INVALID"):
        do(do.bot.edit_message_text("x", inline_message_id="none"))


def test_a_deleted_message_is_gone(api: BotApi, do: Caller) -> None:
    """A message is deleted once, and can be neither edited nor replied to afterwards."""
    alice = api.user("Alice", started=True)
    sent = do(do.bot.send_message(alice.id, "hi", reply_markup=keyboard(callback_data="x")))
    message = alice.chat.messages[0]
    do(sent.delete())

    assert message is message.wait_for_deletion()
    assert alice.chat.messages == []
    with refused("Message to delete not found"):
        do(sent.delete())
    with refused("Message to edit not found"):
        do(sent.edit_text("x"))
    pressed = alice.press("Go", message).update
    assert pressed is not None
    assert pressed.payload["message"]["date"] == 0
