"""All that the bot reacts to, in order: the first line that fits an update takes it, no other sees it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from telegram import ChatMemberUpdated, Message, Update
from telegram.ext import (
    Application,
    ApplicationHandlerStop,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.handlers import callbacks, commands, errors, groups, guest, inline, private, standing, status
from bot.handlers.desk import Desk
from bot.handlers.incoming import Incoming, Press, called, incoming, press, typed

#: The kinds of update that the table has a line for; Telegram sends no others.
KINDS = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.GUEST_MESSAGE,
    Update.MY_CHAT_MEMBER,
)

#: What each command does; the menu lists those of `replies.yaml`.
COMMANDS: dict[str, Callable[[Desk, Incoming], Awaitable[None]]] = {
    "start": commands.start,
    "ask": commands.ask,
    "fact": commands.open_fact,
    "facts": commands.browse,
    "source": commands.show_source,
    "lang": commands.choose_language,
    "listen": commands.choose_hearing,
    "help": commands.explain_use,
    "about": commands.introduce,
    "privacy": commands.disclose,
    "forget": commands.forget,
    "status": status.report,
}

Callback = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]
Handler = BaseHandler[Update, ContextTypes.DEFAULT_TYPE, None]

#: The door comes before the table: an update that came in before goes no further.
_DOOR, _TABLE = -1, 0


class _FromPeople(filters.MessageFilter):
    """Messages that a person wrote, also in the name of the group that he runs, not a bot, a channel, or somebody
    through a bot."""

    def filter(self, message: Message) -> bool:
        if message.from_user is None or message.via_bot is not None:
            return False
        if message.sender_chat is not None:
            return message.sender_chat.id == message.chat_id
        return not message.from_user.is_bot


NEW, EDITED = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
PEOPLE = _FromPeople()
PRIVATE, GROUPS = filters.ChatType.PRIVATE & PEOPLE, filters.ChatType.GROUPS & PEOPLE
WORDS = (filters.TEXT | filters.CAPTION) & ~filters.COMMAND
#: A command that is forwarded was given by somebody else.
ORDERS = PEOPLE & ~filters.FORWARDED
MOVES = filters.StatusUpdate.MIGRATE


def handlers(desk: Desk) -> list[Handler]:
    """The table, from the first line to the last."""

    def on(wanted: filters.BaseFilter, handle: Callable[[Desk, Incoming], Awaitable[None]]) -> Handler:
        return MessageHandler(wanted, _with_message(desk, handle))

    return [
        # A guest message looks like any other to the filters below.
        MessageHandler(filters.UpdateType.GUEST_MESSAGE, _with_call(desk)),
        *(CommandHandler(name, _with_message(desk, handle), NEW & ORDERS) for name, handle in COMMANDS.items()),
        # A command that we do not have is a person who looks for help.
        on(NEW & PRIVATE & ORDERS & filters.COMMAND, commands.explain_use),
        on(NEW & PRIVATE & WORDS, private.answer_question),
        on(EDITED & PRIVATE & WORDS, private.correct_answer),
        # A pinned message or a new picture of the chat is nobody's question.
        on(NEW & PRIVATE & ~filters.TEXT & ~filters.StatusUpdate.ALL, private.hint_at_text),
        on((NEW | EDITED) & GROUPS & WORDS & groups.CALLS_THE_BOT, groups.answer_when_called),
        MessageHandler(NEW & GROUPS & filters.TEXT & ~filters.COMMAND, _overheard(desk)),
        MessageHandler(MOVES, _with_move(desk)),
        CallbackQueryHandler(_with_press(desk, callbacks.open_pressed)),
        InlineQueryHandler(_with_typing(desk)),
        ChatMemberHandler(_with_change(desk, standing.forget_when_shut_out), ChatMemberHandler.MY_CHAT_MEMBER),
    ]


def install(application: Application[Any, Any, Any, Any, Any, Any], desk: Desk) -> None:
    """Let the application react as the table says, and end every error in one place."""

    async def end_error(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        await errors.apologise(desk, update, context.error)

    application.add_handler(TypeHandler(Update, _door(desk)), _DOOR)
    application.add_handlers(handlers(desk), _TABLE)
    application.add_error_handler(end_error)


def _door(desk: Desk) -> Callback:
    """Lets every update in once: Telegram may send one again, and the process may have been started anew since."""

    async def callback(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if not await desk.is_new(update.update_id):
            desk.metrics.skipped("duplicate")
            raise ApplicationHandlerStop

    return callback


def _with_message(desk: Desk, handle: Callable[[Desk, Incoming], Awaitable[None]]) -> Callback:
    async def callback(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.effective_message
        assert message is not None
        asked = incoming(message)
        if await desk.admits(asked):
            await handle(desk, asked)

    return callback


def _overheard(desk: Desk) -> Callback:
    """What nobody said to the bot is not counted against its writer unless it is answered."""

    async def callback(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.effective_message is not None
        await groups.answer_when_sure(desk, incoming(update.effective_message))

    return callback


def _with_press(desk: Desk, handle: Callable[[Desk, Press], Awaitable[None]]) -> Callback:
    async def callback(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.callback_query is not None
        await handle(desk, press(update.callback_query))

    return callback


def _with_typing(desk: Desk) -> Callback:
    async def callback(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.inline_query is not None
        await inline.offer_cards(desk, typed(update.inline_query))

    return callback


def _with_call(desk: Desk) -> Callback:
    async def callback(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.guest_message
        assert message is not None
        is_person = message.from_user is not None and not message.from_user.is_bot
        if is_person and message.guest_query_id:
            await guest.answer_call(desk, called(message))

    return callback


def _with_move(desk: Desk) -> Callback:
    async def callback(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.effective_message is not None
        await standing.move_along(desk, update.effective_message)

    return callback


def _with_change(desk: Desk, handle: Callable[[Desk, ChatMemberUpdated], Awaitable[None]]) -> Callback:
    async def callback(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.my_chat_member is not None
        await handle(desk, update.my_chat_member)

    return callback
