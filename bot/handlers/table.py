"""All that the bot reacts to, in order: the first line that fits an update takes it, no other sees it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from telegram import ChatMemberUpdated, Message, Update
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.handlers import callbacks, commands, errors, groups, private, standing
from bot.handlers.desk import Desk
from bot.handlers.incoming import Incoming, Press, incoming, press

#: The kinds of update that the table has a line for; Telegram sends no others.
KINDS = (Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER)

#: The commands of the menu and what they do.
COMMANDS: dict[str, Callable[[Desk, Incoming], Awaitable[None]]] = {
    "start": commands.start,
    "help": commands.explain_use,
    "about": commands.introduce,
    "privacy": commands.disclose,
}

Callback = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]
Handler = BaseHandler[Update, ContextTypes.DEFAULT_TYPE, None]


class _FromPeople(filters.MessageFilter):
    """Messages that a person wrote, not a bot, a channel, or somebody through a bot."""

    def filter(self, message: Message) -> bool:
        is_person = message.from_user is not None and not message.from_user.is_bot
        return is_person and message.sender_chat is None and message.via_bot is None


NEW, EDITED = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
PEOPLE = _FromPeople()
PRIVATE, GROUPS = filters.ChatType.PRIVATE & PEOPLE, filters.ChatType.GROUPS & PEOPLE
TEXT = filters.TEXT & ~filters.COMMAND


def handlers(desk: Desk) -> list[Handler]:
    """The table, from the first line to the last."""

    def on(wanted: filters.BaseFilter, handle: Callable[[Desk, Incoming], Awaitable[None]]) -> Handler:
        return MessageHandler(wanted, _with_message(desk, handle))

    return [
        *(CommandHandler(name, _with_message(desk, handle), NEW & PEOPLE) for name, handle in COMMANDS.items()),
        # A command that we do not have is a person who looks for help.
        on(NEW & PRIVATE & filters.COMMAND, commands.explain_use),
        on(NEW & PRIVATE & TEXT, private.answer_question),
        on(EDITED & PRIVATE & TEXT, private.correct_answer),
        # A pinned message or a new picture of the chat is nobody's question.
        on(NEW & PRIVATE & ~filters.TEXT & ~filters.StatusUpdate.ALL, private.hint_at_text),
        on(GROUPS & TEXT & groups.CALLS_THE_BOT, groups.answer_when_called),
        CallbackQueryHandler(_with_press(desk, callbacks.open_pressed)),
        ChatMemberHandler(_with_change(desk, standing.forget_when_shut_out), ChatMemberHandler.MY_CHAT_MEMBER),
    ]


def install(application: Application[Any, Any, Any, Any, Any, Any], desk: Desk) -> None:
    """Let the application react as the table says, and end every error in one place."""

    async def end_error(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        await errors.apologise(desk, update, context.error)

    application.add_handlers(handlers(desk))
    application.add_error_handler(end_error)


def _with_message(desk: Desk, handle: Callable[[Desk, Incoming], Awaitable[None]]) -> Callback:
    async def callback(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.effective_message
        assert message is not None
        await handle(desk, incoming(message))

    return callback


def _with_press(desk: Desk, handle: Callable[[Desk, Press], Awaitable[None]]) -> Callback:
    async def callback(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.callback_query is not None
        await handle(desk, press(update.callback_query))

    return callback


def _with_change(desk: Desk, handle: Callable[[Desk, ChatMemberUpdated], Awaitable[None]]) -> Callback:
    async def callback(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.my_chat_member is not None
        await handle(desk, update.my_chat_member)

    return callback
