"""What every handler works with, and the three things that handlers do with a reply: give, correct, greet."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bot.answer.model import Answer
from bot.dialogue import State
from bot.handlers.buttons import keyboard
from bot.handlers.courier import Courier
from bot.handlers.engine import Engine
from bot.handlers.incoming import Incoming
from bot.handlers.memory import Exchange, Memory, Place
from bot.handlers.replies import Notice, Replies, replies
from bot.knowledge.model import Language
from bot.render.html import answer_pages


@dataclass(frozen=True)
class Desk:
    """The engine, the memory and the courier, side by side."""

    engine: Engine
    memory: Memory
    courier: Courier
    replies: Replies = field(default_factory=replies)

    async def answer(self, asked: Incoming) -> None:
        """Answer a new question where it was asked, and remember what its conversation is about."""
        before = await self._before(asked)
        answer, after = self.engine.respond(asked.text, before)
        sent = await self.show(asked.place, answer, asked.reply_to)
        await self.memory.keep_state(asked.place, after)
        await self.memory.keep_exchange(asked.place.chat, asked.message, Exchange(before, after, sent))

    async def correct(self, asked: Incoming, given: Exchange) -> None:
        """Let the given answer say what the edited question gets, as if it had been asked so at once."""
        answer, after = self.engine.respond(asked.text, given.before)
        markup = keyboard(answer, self.engine.version)
        written = await self.courier.rewrite(asked.place, given.answers, answer_pages(answer), markup)
        if await self.memory.state(asked.place) == given.after:
            await self.memory.keep_state(asked.place, after)
        exchange = Exchange(given.before, after, written)
        await self.memory.keep_exchange(asked.place.chat, asked.message, exchange)

    async def greet(self, place: Place, language: Language, reply_to: int | None = None) -> None:
        """Say what can be asked."""
        await self.show(place, self.engine.greet(language), reply_to)

    async def show(self, place: Place, answer: Answer, reply_to: int | None = None) -> tuple[int, ...]:
        """Send the answer with its buttons; the numbers of its messages are returned."""
        markup = keyboard(answer, self.engine.version)
        return await self.courier.send(place, answer_pages(answer), markup, reply_to)

    async def tell(self, asked: Incoming, notice: Notice, *, offers: bool = False) -> None:
        """Send one of our own notices, with the greeting's suggestions under it when it `offers` them."""
        language = await self.language(asked)
        markup = keyboard(self.engine.greet(language), self.engine.version) if offers else None
        pages = notice.pages(language, self.engine.release)
        await self.courier.send(asked.place, pages, markup, asked.reply_to)

    async def _before(self, asked: Incoming) -> State:
        """What the conversation leaves open; a new one begins in the language of the person's Telegram."""
        state = await self.memory.state(asked.place)
        return state if state.language else replace(state, language=asked.language)

    async def language(self, asked: Incoming) -> Language:
        """The language of the conversation so far, or else that of the person's Telegram."""
        return (await self.memory.state(asked.place)).language or asked.language
