"""How much one person, or one chat, may ask in a while: the rest is left unanswered after one polite notice."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import Enum

#: Seconds that are looked back on.
WINDOW = 60.0
#: Messages and presses of one person, and of one chat with everybody in it, within the window. Telegram lets a bot send
#: a group 20 messages a minute: answers beyond that would wait, and hold up those to everybody else.
MOST_BY_USER, MOST_IN_CHAT = 20, 20
#: Inline queries of one person within the window: one comes with nearly every letter typed.
MOST_TYPED = 90
#: Seconds within which the same press again is a finger that bounced.
BOUNCE = 3.0
#: People and chats that are watched at a time; those who were silent the longest make room.
MOST_WATCHED = 10_000


class Verdict(Enum):
    """What becomes of a message."""

    ANSWER = "it is answered"
    NOTICE = "it is not answered, which is said"
    SILENCE = "it is not answered, which was said already"


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict, and after how many seconds one more may be asked."""

    verdict: Verdict
    seconds: int = 0


class Flood:
    """Counts what is asked; `clock` gives seconds that only go on."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._asked: OrderedDict[Hashable, deque[float]] = OrderedDict()
        self._noticed: OrderedDict[Hashable, float] = OrderedDict()
        self._pressed: OrderedDict[Hashable, float] = OrderedDict()

    def rule_on_message(self, user: int, chat: int) -> Ruling:
        """Whether a message or press is answered; it counts from here on if it is."""
        limits: list[tuple[Hashable, int]] = [(("user", user), MOST_BY_USER)]
        if chat != user:
            limits.append((("chat", chat), MOST_IN_CHAT))
        return self._rule_on(limits)

    def rule_on_typing(self, user: int) -> Ruling:
        """The same for what is typed after the bot's name."""
        return self._rule_on([(("typing", user), MOST_TYPED)])

    def is_bounce(self, press: Hashable) -> bool:
        """Whether the same was pressed a moment ago; it counts from here on if not."""
        now = self._clock()
        before = self._pressed.get(press)
        if before is not None and now < before + BOUNCE:
            return True
        self._pressed[press] = now
        self._pressed.move_to_end(press)
        while len(self._pressed) > MOST_WATCHED:
            self._pressed.popitem(last=False)
        return False

    def _rule_on(self, limits: list[tuple[Hashable, int]]) -> Ruling:
        now = self._clock()
        for key, most in limits:
            times = self._recent(key, now)
            if len(times) >= most:
                return self._refuse(key, now, int(times[0] + WINDOW - now) + 1)
        for key, _ in limits:
            self._asked[key].append(now)
        return Ruling(Verdict.ANSWER)

    def _recent(self, key: Hashable, now: float) -> deque[float]:
        """When the person or chat asked within the window, from the earliest."""
        times = self._asked.setdefault(key, deque())
        self._asked.move_to_end(key)
        while times and times[0] <= now - WINDOW:
            times.popleft()
        while len(self._asked) > MOST_WATCHED:
            self._asked.popitem(last=False)
        return times

    def _refuse(self, key: Hashable, now: float, seconds: int) -> Ruling:
        """A notice once in a window, silence after it."""
        noticed = self._noticed.get(key)
        if noticed is not None and noticed > now - WINDOW:
            return Ruling(Verdict.SILENCE, seconds)
        self._noticed[key] = now
        self._noticed.move_to_end(key)
        while len(self._noticed) > MOST_WATCHED:
            self._noticed.popitem(last=False)
        return Ruling(Verdict.NOTICE, seconds)
