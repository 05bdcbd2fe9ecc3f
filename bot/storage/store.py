"""The one seam for what must outlive a restart; everything below it is a matter of SQL."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable
from functools import partial

from sqlalchemy import Connection, Table, bindparam, delete

from bot.dialogue import State
from bot.knowledge.model import Language
from bot.storage import conversations, people, tally
from bot.storage.anonymous import anonymous
from bot.storage.database import Database
from bot.storage.statements import claim, expired, upsert
from bot.storage.tables import (
    ATTENTION,
    EXCHANGE_LIFE,
    HINT_PAUSE,
    LIFE,
    UNANSWERED_DAYS,
    UPDATE_LIFE,
    VOTE_LIFE,
    chat_settings,
    hints,
    seen_updates,
)
from bot.storage.tables import unanswered as wordings
from bot.storage.tables import votes as ballots
from bot.storage.values import ChatSettings, Exchange, Held, Place, Unanswered, Votes

_PAST_WORDINGS = delete(wordings).where(wordings.c.last_day < bindparam("past"))


class Store:
    """Keeps what the product needs, each thing for its time; what is past its time reads as if it had never been.

    Each call is one transaction: all of it is kept, or nothing. Any of them may raise StorageError.
    """

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock

    @classmethod
    async def open(cls, url: str, clock: Callable[[], float] = time.time) -> Store:
        """The store in the database of a SQLAlchemy URL, which is made and brought up to date as needed.

        The clock gives seconds since 1970. StorageError says in a sentence why the database cannot be used.
        """
        return cls(await Database.open(url), clock)

    async def close(self) -> None:
        """Finish what was begun, and take no more."""
        await self._database.close()

    async def ping(self) -> None:
        """Nothing when the database answers; else StorageError."""
        await self._database.ping()

    async def settings(self, chat: int) -> ChatSettings:
        """What the chat has chosen."""
        return await self._database.read(partial(people.settings, chat=chat)) or ChatSettings()

    async def set_language(self, chat: int, language: Language | None) -> None:
        """Let the chat be answered in this language; None, in the question's own."""
        await self._choose(chat, ChatSettings(language=language), "language")

    async def set_keeps_unanswered(self, chat: int, keeps: bool) -> None:
        """Whether wordings of the chat that got no answer may be counted."""
        await self._choose(chat, ChatSettings(keeps_unanswered=keeps), "keeps_unanswered")

    async def set_hears_all(self, chat: int, hears: bool) -> None:
        """Whether the group is answered also when it does not call the bot."""
        await self._choose(chat, ChatSettings(hears_all=hears), "hears_all")

    async def state(self, place: Place) -> State:
        """What the conversation leaves open; `State()` half an hour after its last word."""
        return await self._database.read(partial(conversations.state, place=place, since=self._since(ATTENTION)))

    async def keep_state(self, place: Place, state: State) -> None:
        """Let the conversation go on from this state."""
        await self._database.write(partial(conversations.keep_state, place=place, left=state, now=self._clock()))

    async def exchange(self, chat: int, question: int) -> Exchange | None:
        """How the message with this number was answered within the last two days."""
        since = self._since(EXCHANGE_LIFE)
        return await self._database.read(
            partial(conversations.exchange, chat=chat, question=question, since=since),
        )

    async def exchange_of_answer(self, chat: int, answer: int) -> Exchange | None:
        """The exchange of the last two days in which the bot's message with this number is an answer."""
        since = self._since(EXCHANGE_LIFE)
        return await self._database.read(
            partial(conversations.exchange_of_answer, chat=chat, answer=answer, since=since),
        )

    async def keep_answer(
        self, place: Place, question: int, exchange: Exchange, references: tuple[str, ...] = ()
    ) -> None:
        """Let the conversation go on from the state after, and remember where the question was answered with what.

        An earlier answer to the same question is replaced. `references` are the keys of the facts that were told.
        """
        keep = partial(conversations.keep_answer, place=place, question=question, given=exchange)
        await self._database.write(partial(keep, references=references, now=self._clock()))

    async def keep_choice(
        self, place: Place, message: int, exchange: Exchange, references: tuple[str, ...] = ()
    ) -> None:
        """The same for what was chosen under a message, which then is the answer to the question that it answered; to
        none but itself when that is not known."""
        keep = partial(conversations.keep_choice, place=place, message=message, given=exchange)
        await self._database.write(partial(keep, references=references, now=self._clock()))

    async def replace_answer(
        self,
        place: Place,
        question: int,
        given: Exchange,
        exchange: Exchange,
        references: tuple[str, ...] = (),
    ) -> None:
        """Remember how the edited question was answered after it had been `given` its first answer.

        The conversation goes on from there only if nothing was said since the first answer.
        """
        swap = partial(conversations.replace_answer, place=place, question=question, given=given, exchange=exchange)
        now, since = self._clock(), self._since(ATTENTION)
        await self._database.write(partial(swap, references=references, since=since, now=now))

    async def answered(self, chat: int, thread: int | None, references: tuple[str, ...], within: float) -> int | None:
        """The first message of the last answer of these very facts, in any order, in the chat and topic.

        None when there is none within so many seconds, two days at most.
        """
        since = self._since(min(within, EXCHANGE_LIFE))
        find = partial(conversations.answered, chat=chat, thread=thread, references=references, since=since)
        return await self._database.read(find)

    async def claim_update(self, update: int) -> bool:
        """Whether the update was not seen within the last two days; it counts as seen from here on."""
        return await self._claim(seen_updates, "update_id", update, UPDATE_LIFE)

    async def claim_hint(self, chat: int) -> bool:
        """Whether the chat was not given the hint within the last day; it is taken as given from here on."""
        return await self._claim(hints, "chat_id", chat, HINT_PAUSE)

    async def vote(self, user: int, fact: str, version: str, is_right: bool) -> None:
        """Let this be what the person says about the fact in this version of the knowledge, for 180 days."""
        row = {"user_id": user, "fact": fact, "version": version, "is_right": is_right, "at": self._clock()}
        await self._database.write(lambda connection: connection.execute(upsert(connection, ballots), row))

    async def votes(self) -> tuple[Votes, ...]:
        """How many people hold which fact, in which version of the knowledge, right and wrong."""
        return await self._database.read(partial(tally.votes, since=self._since(VOTE_LIFE)))

    async def note_unanswered(self, text: str, language: Language, reason: str) -> None:
        """Count a wording that got no answer, with what names or reaches people masked, and nothing of who wrote it.

        Whether the chat allows that is for the caller to ask.
        """
        wording = anonymous(text)
        if wording:
            note = partial(tally.note_unanswered, text=wording, language=language, reason=reason, day=self._today())
            await self._database.write(note)

    async def unanswered(self, most: int = 50) -> tuple[Unanswered, ...]:
        """The wordings of the last 180 days that got no answer, the most frequent first."""
        return await self._database.read(partial(tally.unanswered, most=most, since=self._first_day()))

    async def held_about(self, user: int) -> Held:
        """All that is stored about the person at this moment."""
        return await self._database.read(partial(people.held_about, user=user))

    async def forget_user(self, user: int) -> None:
        """Delete all that is stored about the person, everywhere, and all of their private chat."""
        await self._database.write(partial(people.forget_user, user=user))
        await self._database.scrub()

    async def forget_chat(self, chat: int) -> None:
        """Delete all that is stored of the chat."""
        await self._database.write(partial(people.forget_chat, chat=chat))
        await self._database.scrub()

    async def move_chat(self, old: int, new: int) -> None:
        """Let the new chat go on where the old one, which became it, was; what the new one has of its own stays.

        A second time changes nothing. What is tied to message numbers is deleted, as the new chat has its own.
        """
        await self._database.write(partial(people.move_chat, old=old, new=new))

    async def purge(self) -> int:
        """Delete all that is past its time; the number of rows is returned."""
        return await self._database.write(self._purge)

    def _purge(self, connection: Connection) -> int:
        deleted = connection.execute(_PAST_WORDINGS, {"past": self._first_day()}).rowcount
        for table, life in LIFE.items():
            deleted += connection.execute(expired(table), {"past": self._since(life)}).rowcount
        return deleted

    async def _choose(self, chat: int, chosen: ChatSettings, name: str) -> None:
        row = {
            "chat_id": chat,
            "language": chosen.language,
            "keeps_unanswered": chosen.keeps_unanswered,
            "hears_all": chosen.hears_all,
            "at": self._clock(),
        }
        await self._database.write(
            lambda connection: connection.execute(upsert(connection, chat_settings, name, "at"), row),
        )

    async def _claim(self, table: Table, key: str, number: int, life: float) -> bool:
        row = {key: number, "at": self._clock(), "past": self._since(life)}
        return await self._database.write(
            lambda connection: connection.execute(claim(connection, table), row).first() is not None
        )

    def _since(self, seconds: float) -> float:
        return self._clock() - seconds

    def _today(self) -> datetime.date:
        return datetime.datetime.fromtimestamp(self._clock(), datetime.UTC).date()

    def _first_day(self) -> datetime.date:
        return self._today() - datetime.timedelta(days=UNANSWERED_DAYS)
