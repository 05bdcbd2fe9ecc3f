"""One lock for the whole double, and waits that wake when anything changes."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Found = TypeVar("Found")


class Watch:
    """Guards the state and wakes every waiter after each change."""

    def __init__(self) -> None:
        self._condition = threading.Condition(threading.RLock())

    @contextmanager
    def change(self) -> Iterator[None]:
        """Hold the lock while the state changes, then wake the waiters."""
        with self._condition:
            try:
                yield
            finally:
                self._condition.notify_all()

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Hold the lock while the state is read."""
        with self._condition:
            yield

    def until(self, find: Callable[[], Found | None], timeout: float, missing: Callable[[], str]) -> Found:
        """Return what `find` finds as soon as it finds it, or raise TimeoutError saying what is missing."""
        with self._condition:
            found = self._condition.wait_for(lambda: (hit := find()) is not None and (hit,), timeout)
            if not found:
                raise TimeoutError(f"{missing()} (waited {timeout} s)")
            return found[0]
