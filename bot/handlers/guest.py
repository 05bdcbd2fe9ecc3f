"""Guest mode: somebody calls the bot into a chat that it is not in, often to check what another has written there."""

from __future__ import annotations

from bot.answer.model import Answer
from bot.dialogue import State
from bot.handlers.cards import card
from bot.handlers.desk import Desk
from bot.handlers.errors import settle
from bot.handlers.flood import Verdict
from bot.handlers.groups import asks_nothing, without_mentions
from bot.handlers.incoming import Called


async def answer_call(desk: Desk, called: Called) -> None:
    """Post one card: each figure of the message that is replied to held against the release, or what is asked; the call
    is answered in any case but that of a flood."""
    if desk.flood.rule_on_message(called.user, called.user).verdict is not Verdict.ANSWER:
        desk.metrics.skipped("flood")
        return
    started = desk.clock()
    try:
        answer = _answer(desk, called)
    except Exception as error:
        await settle(desk, error, None)
        failed = desk.replies.failed.headline.in_language(called.language)
        answer = Answer("decline", called.language, failed, reason="not-understood")
    desk.metrics.answered("guest", answer.outcome, answer.reason, desk.clock() - started)
    await desk.courier.answer_call(called.id, card(desk, answer))


def _answer(desk: Desk, called: Called) -> Answer:
    text = without_mentions(called.text)
    replied = without_mentions(called.replied.text) if called.replied else ""
    if replied and asks_nothing(desk, text):
        return desk.engine.check(replied)
    if not text:
        return desk.engine.greet(called.language)
    answer, _ = desk.engine.respond(text, State(called.language))
    return answer if answer.outcome == "answer" else desk.engine.check(text)
