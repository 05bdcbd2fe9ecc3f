"""What every handler works with, and what handlers do with a reply: give it, correct it, draw it, tell a notice."""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from telegram import InlineKeyboardMarkup
from telegram.error import TelegramError

from bot.answer.model import Answer, Chart, Choice
from bot.dialogue import State
from bot.errors import ChartError, StorageError
from bot.handlers.buttons import Keyboards
from bot.handlers.courier import Courier
from bot.handlers.engine import Engine
from bot.handlers.failures import may_be_told_otherwise
from bot.handlers.flood import Flood, Verdict
from bot.handlers.incoming import Incoming
from bot.handlers.replies import Notice, Replies, replies
from bot.knowledge.model import Language
from bot.metrics import Metrics
from bot.render.chart_cache import ChartCache, ChartKey
from bot.render.html import answer_pages, brief_page, caption, pointer_page
from bot.storage.store import Store
from bot.storage.values import ChatSettings, Exchange, Place

log = logging.getLogger(__name__)

Result = TypeVar("Result")

#: Seconds within which the same fact is not told twice in a group.
JUST_NOW = 600.0

#: The declines that may show what the knowledge lacks.
_LACKING = frozenset({"not-in-release", "no-such-edition", "no-such-breakdown", "not-understood", "off-topic"})


@dataclass(frozen=True)
class Desk:
    """The engine, the store and the courier, side by side; `keepers` are the users who may ask for the status."""

    engine: Engine
    store: Store
    courier: Courier
    metrics: Metrics = field(default_factory=Metrics)
    flood: Flood = field(default_factory=lambda: Flood(time.monotonic))
    charts: ChartCache = field(default_factory=ChartCache)
    keepers: frozenset[int] = frozenset()
    replies: Replies = field(default_factory=replies)
    clock: Callable[[], float] = time.perf_counter

    @cached_property
    def keyboards(self) -> Keyboards:
        """The buttons of this knowledge."""
        return Keyboards(self.engine, self.replies.labels)

    async def is_new(self, update: int) -> bool:
        """Whether the update was not seen before; it is taken as new when the database does not tell."""
        return await self._kept(self.store.claim_update(update), otherwise=True)

    async def admits(self, asked: Incoming) -> bool:
        """Whether the message may be answered; one that comes too soon is told so once, and then met with silence."""
        ruling = self.flood.rule_on_message(asked.place.user, asked.place.chat)
        if ruling.verdict is Verdict.NOTICE:
            await self.tell(asked, self.replies.too_fast, seconds=ruling.seconds)
        if ruling.verdict is not Verdict.ANSWER:
            self.metrics.skipped("flood")
        return ruling.verdict is Verdict.ANSWER

    async def answer(self, asked: Incoming) -> None:
        """Answer a new question where it was asked, and remember what its conversation is about."""
        started = self.clock()
        before = await self.before(asked)
        answer, after = self.engine.respond(asked.text, before, await self.set_language(asked.place.chat))
        await self.give(asked, answer, before, after, started)
        await self._kept(self._note_unanswered(asked, answer), otherwise=None)

    async def check(self, asked: Incoming) -> None:
        """Hold each figure of what somebody else wrote against the release; nothing of it is collected."""
        started = self.clock()
        before = await self.before(asked)
        answer = self.engine.check(asked.text, await self.set_language(asked.place.chat))
        await self.give(asked, answer, before, replace(before, language=answer.language), started)

    async def give(self, asked: Incoming, answer: Answer, before: State, after: State, started: float) -> None:
        """Give the reply and remember it; in a group a decline is a line, and what was just told is pointed to."""
        earlier = await self._told_just_now(asked, answer)
        sent = await (self._sent(asked, answer) if earlier is None else self._pointed(asked, answer, earlier))
        told = _told(answer) if earlier is None else ()
        place = self.courier.present(asked.place)
        exchange = Exchange(before, after, sent)
        await self._kept(self.store.keep_answer(place, asked.message, exchange, told), otherwise=None)
        surface = "private" if asked.is_private else "group"
        self.metrics.answered(surface, answer.outcome, answer.reason, self.clock() - started)

    async def correct(self, asked: Incoming, given: Exchange) -> None:
        """Let the given answer say what the edited question gets, as if it had been asked so at once."""
        language = await self.set_language(asked.place.chat)
        answer, after = self.engine.respond(asked.text, given.before, language)
        if after != given.after:
            edited = self.replies.edited.in_language(answer.language)
            answer = replace(answer, assumptions=(*answer.assumptions, edited))
        pages, markup = self._dressed(asked, answer)
        written = await self.courier.rewrite(asked.place, given.answers, pages, markup)
        exchange = Exchange(given.before, after, written)
        replacing = self.store.replace_answer(asked.place, asked.message, given, exchange, _told(answer))
        await self._kept(replacing, otherwise=None)

    async def greet(self, place: Place, language: Language, reply_to: int | None = None) -> None:
        """Say what can be asked."""
        await self.show(place, self.engine.greet(language), reply_to)

    async def show(self, place: Place, answer: Answer, reply_to: int | None = None) -> tuple[int, ...]:
        """Send the answer with its buttons; the numbers of its messages are returned."""
        return await self.courier.send(place, answer_pages(answer), self.keyboards.under(answer), reply_to)

    async def draw(
        self,
        place: Place,
        chart: Chart,
        reference: str,
        headline: str,
        choices: tuple[Choice, ...] = (),
        reply_to: int | None = None,
    ) -> tuple[int, ...]:
        """Send the chart as a picture with its words under it."""
        picture = await self.charts.picture(chart, ChartKey(reference, chart.language, self.engine.version))
        markup = self.keyboards.offering(choices, chart.language)
        return await self.courier.send_picture(place, picture, caption(headline, chart.alt), markup, reply_to)

    async def tell(
        self, asked: Incoming, notice: Notice, markup: InlineKeyboardMarkup | None = None, **values: object
    ) -> None:
        """Send one of our own notices with the values filled in."""
        pages = notice.pages(await self.language(asked), self.engine.release, **values)
        await self.courier.send(asked.place, pages, markup, asked.reply_to)

    async def answer_below(self, place: Place, answer: Answer, before: State, after: State) -> None:
        """Send the answer that a button asks for, and remember what the conversation is about."""
        sent = await self.show(place, answer)
        keeping = self.store.keep_answer(place, sent[0], Exchange(before, after, sent), answer.references)
        await self._kept(keeping, otherwise=None)

    async def answer_instead(self, place: Place, message: int, answer: Answer, before: State, after: State) -> None:
        """Let the message, and what else belongs to its answer, say the answer that a button asks for."""
        given = await self._kept(self.store.exchange_of_answer(place.chat, message), otherwise=None)
        messages, before = (given.answers, given.before) if given else ((message,), before)
        written = await self.courier.rewrite(place, messages, answer_pages(answer), self.keyboards.under(answer))
        keeping = self.store.keep_choice(place, message, Exchange(before, after, written), answer.references)
        await self._kept(keeping, otherwise=None)

    async def forget_chat(self, chat: int) -> None:
        """Forget all that is kept of the chat, unless the database fails."""
        await self._kept(self.store.forget_chat(chat), otherwise=None)

    async def given(self, asked: Incoming) -> Exchange | None:
        """How the message was answered when it said something else; None for one that was not answered."""
        return await self._kept(self.store.exchange(asked.place.chat, asked.message), otherwise=None)

    async def before(self, asked: Incoming) -> State:
        """What the message goes on from: the answer that it replies to, or else what its writer asked last; a new
        conversation begins in the language of the person's Telegram."""
        state = await self._state_replied_to(asked)
        if state is None:
            state = await self._kept(self.store.state(asked.place), otherwise=State())
        return state if state.language else replace(state, language=asked.language)

    async def _state_replied_to(self, asked: Incoming) -> State | None:
        """What the answer that the message replies to leaves open; None when it replies to no answer."""
        if asked.replied is None or not asked.replied.is_ours:
            return None
        finding = self.store.exchange_of_answer(asked.place.chat, asked.replied.message)
        exchange = await self._kept(finding, otherwise=None)
        return exchange.after if exchange else None

    async def settings(self, chat: int) -> ChatSettings:
        """What the chat has chosen; nothing, while the database fails."""
        return await self._kept(self.store.settings(chat), otherwise=ChatSettings())

    async def set_language(self, chat: int) -> Language | None:
        """The language that the chat has chosen; None where each question has its own."""
        return (await self.settings(chat)).language

    async def language(self, asked: Incoming) -> Language:
        """The language of our own notices: the chat's, that of the conversation so far, or that of the person's
        Telegram."""
        chosen = await self.set_language(asked.place.chat)
        return chosen or (await self._kept(self.store.state(asked.place), otherwise=State())).language or asked.language

    async def may_change_settings(self, place: Place, *, is_private: bool, is_from_chat: bool = False) -> bool:
        """Whether the person may change how the bot behaves in the chat: asked of Telegram at this moment."""
        return is_private or is_from_chat or await self.courier.is_administrator(place.chat, place.user)

    async def _pointed(self, asked: Incoming, answer: Answer, earlier: int) -> tuple[int, ...]:
        """Point to the earlier answer: by its address, or, in a group without addresses, by a reply to it."""
        address = f"{asked.address}{earlier}" if asked.address else None
        tied = asked.reply_to if address else earlier
        return await self.courier.send(asked.place, (pointer_page(answer, answer.language, address),), None, tied)

    async def _sent(self, asked: Incoming, answer: Answer) -> tuple[int, ...]:
        drawn = await self._drawn(asked, answer, answer.chart) if answer.chart is not None else ()
        if drawn:
            return drawn
        pages, markup = self._dressed(asked, answer)
        return await self.courier.send(asked.place, pages, markup, asked.reply_to)

    async def _drawn(self, asked: Incoming, answer: Answer, chart: Chart) -> tuple[int, ...]:
        """The message with the chart; none when it was refused, as in a group that lets nobody post pictures."""
        reference = answer.references[0]
        try:
            return await self.draw(asked.place, chart, reference, chart.title, answer.suggestions, asked.reply_to)
        except TelegramError as error:
            if not may_be_told_otherwise(error):
                raise
            log.warning("A chart was not sent (%s); its figures are told in words.", type(error).__name__)
            return ()
        except ChartError as error:
            log.warning("A chart was not drawn: %s", error)
            return ()

    def _dressed(self, asked: Incoming, answer: Answer) -> tuple[tuple[str, ...], InlineKeyboardMarkup | None]:
        """The answer's pages and buttons; in a group a decline is one short line, and nothing more is suggested."""
        if not asked.is_private and answer.outcome == "decline" and not answer.sources:
            return (brief_page(answer),), None
        if not asked.is_private:
            answer = replace(answer, suggestions=())
        return answer_pages(answer), self.keyboards.under(answer)

    async def _told_just_now(self, asked: Incoming, answer: Answer) -> int | None:
        """The message in which the same was told to the group a moment ago."""
        told, place = _told(answer), asked.place
        if asked.is_private or not told or answer.chart is not None:
            return None
        return await self._kept(self.store.answered(place.chat, place.thread, told, JUST_NOW), otherwise=None)

    async def _kept(self, working: Awaitable[Result], *, otherwise: Result) -> Result:
        """What the store gives, or this when the database fails: people are answered without it, too."""
        try:
            return await working
        except StorageError as error:
            log.warning("The database failed: %s", error)
            self.metrics.failed("storage", type(error).__name__)
            return otherwise

    async def _note_unanswered(self, asked: Incoming, answer: Answer) -> None:
        if answer.outcome != "decline" or answer.reason not in _LACKING:
            return
        if (await self.store.settings(asked.place.chat)).keeps_unanswered:
            await self.store.note_unanswered(asked.text, answer.language, answer.reason)


def _told(answer: Answer) -> tuple[str, ...]:
    """The facts that the answer tells as they are; a claim that it judges is another thing."""
    return answer.references if answer.outcome == "answer" and answer.verdict is None else ()
