"""The calls that the bot made, in order."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.botapi.parameters import Parameters
from tests.botapi.shapes import Json
from tests.botapi.watch import Watch


@dataclass(eq=False)
class Call:
    """One call of a method; `answer` is None until it was answered, and stays so if it never was."""

    number: int
    method: str
    parameters: Parameters
    answer: Json | None = field(default=None)

    @property
    def ok(self) -> bool:
        """Whether the call was answered and did its work."""
        return self.answer is not None and self.answer.get("ok") is True


class CallLog:
    """Every call, with a way to wait for one."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self.calls: list[Call] = []

    def open(self, method: str, parameters: Parameters) -> Call:
        """Note a call that has just arrived."""
        with self._watch.change():
            call = Call(len(self.calls) + 1, method, parameters)
            self.calls.append(call)
            return call

    def close(self, call: Call, answer: Json) -> None:
        """Note what the call was answered."""
        with self._watch.change():
            call.answer = answer

    def wait(self, method: str, predicate: Callable[[Call], bool] | None, after: Call | None, timeout: float) -> Call:
        """Return the first answered call of the method that fits, waiting for it if need be."""
        wanted = method.lower()
        since = after.number if after else 0

        def find() -> Call | None:
            return next(
                (
                    call
                    for call in self.calls[since:]
                    if call.method.lower() == wanted
                    and call.answer is not None
                    and (predicate is None or predicate(call))
                ),
                None,
            )

        def missing() -> str:
            return f"no fitting {method} among {[call.method for call in self.calls[since:]]}"

        return self._watch.until(find, timeout, missing)

    def wait_for_arrival(self, method: str, timeout: float) -> Call:
        """Return the first call of the method, answered or not, waiting for it if need be."""
        wanted = method.lower()
        return self._watch.until(
            lambda: next((call for call in self.calls if call.method.lower() == wanted), None),
            timeout,
            lambda: f"no {method} among {[call.method for call in self.calls]}",
        )
