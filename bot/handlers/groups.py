"""Groups: the bot is silent unless it is called by its name, by a command, or by a reply to what it said.

A group may wish to be answered without a call; then the bot speaks only where there is no doubt.
"""

from __future__ import annotations

import re

from telegram import Message
from telegram.ext import filters

from bot.dialogue import State
from bot.handlers.desk import Desk
from bot.handlers.flood import Verdict
from bot.handlers.incoming import Incoming
from bot.handlers.private import correct_answer

#: Replies to words that ask nothing of the release themselves: is that so?
_ASKS_NOTHING = frozenset({"not-understood", "off-topic", "small-talk", "about-bot"})


class _CallsTheBot(filters.MessageFilter):
    """Messages that mention the bot by its name, or reply to one of its own."""

    def filter(self, message: Message) -> bool:
        bot = message.get_bot()
        name = f"@{bot.username}".lower()
        entities = {**message.parse_entities(["mention"]), **message.parse_caption_entities(["mention"])}
        if any(text.lower() == name for text in entities.values()):
            return True
        to = message.reply_to_message
        return to is not None and to.from_user is not None and to.from_user.id == bot.id


CALLS_THE_BOT = _CallsTheBot()


async def answer_when_called(desk: Desk, asked: Incoming) -> None:
    """Answer what is said beside the bot's name."""
    await answer_words(desk, asked.with_text(without_mentions(asked.text)))


async def answer_words(desk: Desk, asked: Incoming) -> None:
    """Answer the words; where they only point to another's message, check that; without either, say what can be
    asked."""
    replied = asked.replied
    if replied is not None and not replied.is_ours and replied.text and asks_nothing(desk, asked.text):
        await desk.check(asked.with_text(without_mentions(replied.text)))
    elif asked.text:
        await correct_answer(desk, asked)
    else:
        await desk.greet(asked.place, await desk.language(asked), asked.reply_to)


async def answer_when_sure(desk: Desk, overheard: Incoming) -> None:
    """Answer a question that calls nobody, in a group that wishes so, where there is no doubt; else be silent."""
    if "?" not in overheard.text or overheard.replied is not None:
        return
    settings = await desk.settings(overheard.place.chat)
    if not settings.hears_all or not desk.engine.names_release(overheard.text):
        return
    started = desk.clock()
    answer, after = desk.engine.respond(overheard.text, State(), settings.language)
    is_sure = answer.outcome == "answer" and answer.stage != "fuzzy" and bool(answer.sources)
    ruling = desk.flood.rule_on_message(overheard.place.user, overheard.place.chat) if is_sure else None
    if ruling is not None and ruling.verdict is Verdict.ANSWER:
        await desk.give(overheard, answer, State(), after, started)


def asks_nothing(desk: Desk, text: str) -> bool:
    """Whether the words ask nothing of the release themselves: is this right?"""
    if not text:
        return True
    answer, _ = desk.engine.respond(text, State())
    return answer.outcome == "decline" and answer.reason in _ASKS_NOTHING


def without_mentions(text: str) -> str:
    """The text without the names that it calls."""
    return re.sub(r"(?<!\w)@\w{5,32}", " ", text).strip()
