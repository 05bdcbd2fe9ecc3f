"""Private chats: every text is a question, what is forwarded is checked, an edited text corrects its answer."""

from __future__ import annotations

from bot.handlers.desk import Desk
from bot.handlers.incoming import Incoming


async def answer_question(desk: Desk, asked: Incoming) -> None:
    """Answer the text or caption; what somebody else wrote is checked."""
    if asked.is_forwarded:
        await desk.check(asked)
    else:
        await desk.answer(asked)


async def correct_answer(desk: Desk, asked: Incoming) -> None:
    """Edit the answer that the question got before; answer it when none is remembered."""
    given = await desk.given(asked)
    if given is None:
        await desk.answer(asked)
    else:
        await desk.correct(asked, given)


async def hint_at_text(desk: Desk, asked: Incoming) -> None:
    """Say that only text can be answered; once, and then no more for a day."""
    if await desk.store.claim_hint(asked.place.chat):
        await desk.tell(asked, desk.replies.hint)
