"""Pictures, files, and all that people send besides text."""

from tests.botapi import BotApi
from tests.botapi_tests.support import Caller, png, refused


def test_photos_are_taken_in(api: BotApi, do: Caller) -> None:
    """An uploaded picture is kept with its caption, and its identifier can be sent again."""
    alice = api.user("Alice", started=True)
    sent = do(do.bot.send_photo(alice.id, png(4, 3), caption="<b>chart</b>", parse_mode="HTML"))
    do(do.bot.send_photo(alice.id, sent.photo[-1].file_id))
    do(sent.edit_caption("new"))
    photo = alice.chat.messages[0]

    assert png(4, 3) == photo.file
    assert (sent.photo[-1].width, sent.photo[-1].height) == (4, 3)
    assert photo.text == "new"
    with refused("IMAGE_PROCESS_FAILED"):
        do(do.bot.send_photo(alice.id, b"no picture"))
    with refused("PHOTO_INVALID_DIMENSIONS"):
        do(do.bot.send_photo(alice.id, png(9000, 9000)))
    with refused("caption is too long"):
        do(do.bot.send_photo(alice.id, png(), caption="x" * 1025))
    with refused("no text in the message"):
        do(sent.edit_text("x"))


def test_people_send_all_kinds_of_things(api: BotApi, do: Caller) -> None:
    """Every attachment is one that python-telegram-bot understands."""
    alice = api.user("Alice")
    channel = api.channel("Channel", alice, bot="administrator")
    alice.send_photo(caption="look")
    alice.send_sticker()
    alice.send_voice()
    alice.send_video()
    alice.send_document()
    alice.send_location()
    alice.send_contact()
    alice.send_dice()
    alice.send_poll("Well?", ["yes", "no"])
    alice.forward(channel.post("news"))
    alice.forward(alice.say("mine"), hidden=True)
    alice.edit(alice.say("befor"), "before")
    updates = do(do.bot.get_updates())
    messages = [update.message for update in updates if update.message]

    kinds = ["photo", "sticker", "voice", "video", "document", "location", "contact", "dice", "poll"]
    assert all(getattr(message, kind) for message, kind in zip(messages, kinds, strict=False))
    assert messages[9].forward_origin.type == "channel" if messages[9].forward_origin else None
    assert updates[9].channel_post or updates[10].channel_post
    assert updates[-1].edited_message is not None
    assert updates[-1].edited_message.text == "before"
