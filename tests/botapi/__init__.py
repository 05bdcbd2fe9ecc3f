"""A double of the Telegram Bot API: real HTTP on loopback, strict where Telegram is strict."""

from tests.botapi import failures
from tests.botapi.accounts import Account
from tests.botapi.api import TOKEN, BotApi
from tests.botapi.calls import Call
from tests.botapi.chats import Chat, Topic
from tests.botapi.failures import Failure
from tests.botapi.groups import Group
from tests.botapi.members import Member
from tests.botapi.messages import Message
from tests.botapi.people import User
from tests.botapi.queries import CallbackAnswer, CallbackQuery, InlineAnswer, InlineQuery
from tests.botapi.results import Result
from tests.botapi.updates import Update

__all__ = [
    "TOKEN",
    "Account",
    "BotApi",
    "Call",
    "CallbackAnswer",
    "CallbackQuery",
    "Chat",
    "Failure",
    "Group",
    "InlineAnswer",
    "InlineQuery",
    "Member",
    "Message",
    "Result",
    "Topic",
    "Update",
    "User",
    "failures",
]
