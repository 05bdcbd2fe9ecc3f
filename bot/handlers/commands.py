"""The commands of the menu, the same in every chat."""

from __future__ import annotations

from bot.dialogue import State
from bot.handlers.desk import Desk
from bot.handlers.incoming import Incoming


async def start(desk: Desk, asked: Incoming) -> None:
    """Begin afresh and say what can be asked."""
    language = await desk.language(asked)
    await desk.memory.keep_state(asked.place, State())
    await desk.greet(asked.place, language, asked.reply_to)


async def explain_use(desk: Desk, asked: Incoming) -> None:
    """Say how to ask, with questions to start from."""
    await desk.tell(asked, desk.replies.help, offers=True)


async def introduce(desk: Desk, asked: Incoming) -> None:
    """Say what the bot is and which release it answers from."""
    await desk.tell(asked, desk.replies.about)


async def disclose(desk: Desk, asked: Incoming) -> None:
    """Say what is kept about people."""
    await desk.tell(asked, desk.replies.privacy)
