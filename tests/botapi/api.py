"""The double as a test holds it: makes people and chats, reads what the bot did."""

from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

from tests.botapi.accounts import Account
from tests.botapi.calls import Call, CallLog
from tests.botapi.chats import Chat
from tests.botapi.failures import Failure, FailurePlans
from tests.botapi.groups import Group
from tests.botapi.members import Member, Status
from tests.botapi.people import User
from tests.botapi.profile import Profile
from tests.botapi.queries import CallbackAnswer, InlineAnswer
from tests.botapi.server import Server
from tests.botapi.updates import Update
from tests.botapi.world import World

TOKEN = "123456789:AAE-a_token_that_opens_nothing_but_tests"


class BotApi:
    """A Bot API for one bot; a context manager that starts and stops the server."""

    def __init__(self, token: str = TOKEN, *, name: str = "Bodobot", username: str = "bodo_test_bot") -> None:
        self.token = token
        number = int(token.partition(":")[0])
        self.bot = Profile(Account(number, name, username=username, is_bot=True))
        self._world = World(self.bot)
        self._log = CallLog(self._world.watch)
        self._failures = FailurePlans()
        self._server = Server(token, self._world, self._log, self._failures)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Start the server."""
        self._server.start()

    def stop(self) -> None:
        """Stop the server; a pending getUpdates returns at once."""
        self._server.stop()

    @property
    def url(self) -> str:
        """The address that stands for https://api.telegram.org."""
        return f"http://127.0.0.1:{self._server.port}"

    @property
    def base_url(self) -> str:
        """The address that python-telegram-bot takes as its `base_url`."""
        return f"{self.url}/bot"

    def user(
        self,
        first_name: str,
        *,
        username: str = "",
        last_name: str = "",
        language: str = "",
        started: bool = False,
        is_bot: bool = False,
    ) -> User:
        """Make a person, or another bot, who may already have started the private chat."""
        with self._world.watch.change():
            number = self._world.new_id()
            account = Account(number, first_name, last_name, username, language, is_bot)
            user = User(self._world, account)
            if started:
                user.chat.members[self.bot.account.id] = Member(self.bot.account)
            self._world.accounts[number] = account
            self._world.chats[number] = user.chat
        return user

    def group(self, title: str, *people: User, bot: Status | None = "member") -> Group:
        """Make a basic group owned by the first person, with the bot in it unless `bot` is None."""
        return self._filled(Group(self._world, "group", title), people, bot)

    def supergroup(self, title: str, *people: User, bot: Status | None = "member", username: str = "") -> Group:
        """Make a supergroup owned by the first person, with the bot in it unless `bot` is None."""
        return self._filled(Group(self._world, "supergroup", title, username), people, bot)

    def forum(self, title: str, *people: User, bot: Status | None = "member", topics: Sequence[str] = ()) -> Group:
        """Make a supergroup with topics."""
        forum = self._filled(Group(self._world, "supergroup", title, is_forum=True), people, bot)
        for topic in topics:
            forum.open_topic(topic)
        return forum

    def channel(self, title: str, *people: User, bot: Status | None = None, username: str = "") -> Group:
        """Make a channel, without the bot unless `bot` says what it is there."""
        return self._filled(Group(self._world, "channel", title, username), people, bot)

    def conversation(self, one: User, other: User) -> Chat:
        """Make a private chat between two people, where the bot can only be called as a guest."""
        names = {"first_name": other.account.first_name, "username": other.account.username}
        chat = Chat(self._world.watch, self.bot.account, other.id, "private", **names)
        chat.members = {person.id: Member(person.account) for person in (one, other)}
        return chat

    @property
    def calls(self) -> list[Call]:
        """Every call that the bot made, in order, answered or not."""
        return list(self._log.calls)

    def calls_of(self, method: str) -> list[Call]:
        """Return the calls of one method, in order."""
        return [call for call in self.calls if call.method.lower() == method.lower()]

    def wait_for_call(
        self,
        method: str,
        predicate: Callable[[Call], bool] | None = None,
        timeout: float = 30,
        after: Call | None = None,
    ) -> Call:
        """Return the first answered call that fits, made already or still to come."""
        return self._log.wait(method, predicate, after, timeout)

    def wait_for_arrival(self, method: str, timeout: float = 30) -> Call:
        """Return the first call of the method, which need not be answered yet."""
        return self._log.wait_for_arrival(method, timeout)

    def wait_for_bot(self, timeout: float = 30) -> None:
        """Wait until the bot asks for updates or has set a webhook."""
        self._world.watch.until(
            lambda: True if self._server.polling.is_waiting or self.bot.webhook else None,
            timeout,
            lambda: "the bot does not ask for updates",
        )

    def wait_until_read(self, update: Update | None, timeout: float = 30) -> None:
        """Wait until the bot has acknowledged an update, which it may do before it handles it."""
        if update is None:
            raise ValueError("the bot was never told of this")
        number = update.id
        self._world.watch.until(
            lambda: number in self._world.updates.acknowledged or None,
            timeout,
            lambda: f"update {number} was not acknowledged",
        )

    @property
    def updates(self) -> list[Update]:
        """Every update that was made for the bot, in order."""
        return list(self._world.updates.created)

    def redeliver(self, update: Update | None) -> None:
        """Deliver an update a second time, under the same identifier."""
        if update is None:
            raise ValueError("the bot was never told of this")
        with self._world.watch.change():
            self._world.updates.put_again(update)

    def fail_next(
        self, method: str, failure: Failure, times: int = 1, when: Callable[[Call], bool] | None = None
    ) -> None:
        """Let the next calls of the method fail, or the next for which `when` holds."""
        with self._world.watch.change():
            self._failures.add(method, failure, times, when)

    @property
    def callback_answers(self) -> list[CallbackAnswer]:
        """The answers to button presses, in order."""
        return list(self._world.callback_answers)

    @property
    def inline_answers(self) -> list[InlineAnswer]:
        """The answers to inline queries, in order."""
        return list(self._world.inline_answers)

    def _filled(self, group: Group, people: Sequence[User], bot: Status | None) -> Group:
        """Put people and the bot in without a word to the bot."""
        with self._world.watch.change():
            for position, user in enumerate(people):
                status: Status = "member" if position else "creator"
                group.members[user.id] = Member(user.account, status)
            if bot is not None:
                group.members[self.bot.account.id] = Member(self.bot.account, bot)
        return group
