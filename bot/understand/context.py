"""What was asked before a message, as a value: what it may go on from."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understand.question import Question


@dataclass(frozen=True, slots=True)
class Context:
    """The questions of the last turn that was answered, and a few of those before it, in their order; `year` is the one
    that was asked for since then, in vain."""

    questions: tuple[Question, ...] = ()
    earlier: tuple[Question, ...] = ()
    year: int | None = None

    @property
    def newest_first(self) -> tuple[Question, ...]:
        """All of the questions, the last one first."""
        return (*self.questions[::-1], *self.earlier[::-1])

    @property
    def last(self) -> Question:
        """The last question of the last turn; IndexError when nothing was asked."""
        return self.questions[-1]

    @property
    def before_last(self) -> Question | None:
        """The question before the last one; None when there is none."""
        return next(iter(self.newest_first[1:]), None)

    def after(self, questions: tuple[Question, ...]) -> Context:
        """The context once these have been asked too."""
        return Context(questions, self.questions)
