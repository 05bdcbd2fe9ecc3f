"""Which messages of a group reach the bot."""

from tests.botapi.accounts import Account
from tests.botapi.messages import Message


def reaches(message: Message, bot: Account, privacy: bool, hears_bots: bool) -> bool:
    """Return whether a message in a chat that the bot belongs to is delivered to it.

    With privacy mode on, and the bot not an administrator, it gets of what people say only commands
    named for it, general commands unless another bot was the last to speak, its own name mentioned,
    replies to it, and messages sent through it. Service messages and other kinds of chat come whole.
    """
    chat = message.chat
    if chat.kind not in ("group", "supergroup") or message.service:
        return True
    sender = message.sender
    if sender is not None and sender.is_bot and "sender_chat" not in message.details and not hears_bots:
        return False
    if not privacy or (chat.bot_member is not None and chat.bot_member.is_admin):
        return True
    return summons(message, bot) or _general_command(message, bot) or _via(message, bot)


def summons(message: Message, bot: Account) -> bool:
    """Return whether the message names the bot or replies to it."""
    name = bot.username.lower()
    return (
        (message.reply_to is not None and message.reply_to.sender == bot)
        or any(mention.lower() == f"@{name}" for mention in message.covered("mention"))
        or any(command.lower().endswith(f"@{name}") for command in message.covered("bot_command"))
        or any(entity.get("user", {}).get("id") == bot.id for entity in message.entities)
    )


def _general_command(message: Message, bot: Account) -> bool:
    starts = any(entity["type"] == "bot_command" and not entity["offset"] for entity in message.entities)
    return starts and "@" not in message.covered("bot_command")[0] and message.chat.last_bot in (None, bot.id)


def _via(message: Message, bot: Account) -> bool:
    return bool(message.details.get("via_bot", {}).get("id") == bot.id)
