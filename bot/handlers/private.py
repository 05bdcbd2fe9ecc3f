"""Private chats: every text is a question, an edited one corrects its answer, anything else gets one hint."""

from __future__ import annotations

from bot.handlers.desk import Desk
from bot.handlers.incoming import Incoming


async def answer_question(desk: Desk, asked: Incoming) -> None:
    """Answer the text."""
    await desk.answer(asked)


async def correct_answer(desk: Desk, asked: Incoming) -> None:
    """Edit the answer that the question got before; answer it when none is remembered."""
    given = await desk.memory.exchange(asked.place.chat, asked.message)
    if given is None:
        await desk.answer(asked)
    else:
        await desk.correct(asked, given)


async def hint_at_text(desk: Desk, asked: Incoming) -> None:
    """Say that only text can be answered; once, and then no more for a day."""
    if await desk.memory.claim_hint(asked.place.chat):
        await desk.tell(asked, desk.replies.hint)
