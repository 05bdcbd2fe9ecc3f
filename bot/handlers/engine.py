"""The answer engine as the handlers see it: the dialogue over one knowledge, which has a version."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from bot import dialogue
from bot.answer.alternatives import Alternatives, alternatives
from bot.answer.charts import chart_of_reference
from bot.answer.contents import Section, contents, reference_of
from bot.answer.model import Answer, Chart, Source
from bot.answer.paragraphs import Paragraph, paragraphs
from bot.answer.reference import decode, encode
from bot.answer.why import why
from bot.dialogue import State
from bot.knowledge.model import Header, Language
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.question import Question


class Engine(Protocol):
    """Gives replies; what it is asked and what it answers is all it knows of a chat."""

    @property
    def version(self) -> str:
        """Four characters that change with the knowledge."""

    @property
    def release(self) -> Header:
        """The release that is asked about."""

    def respond(self, text: str, state: State, language: Language | None = None) -> tuple[Answer, State]:
        """The reply to a message and the state after it; in the message's own language unless another is given."""

    def names_release(self, text: str) -> bool:
        """Whether the text names something that the release speaks of."""

    def check(self, text: str, language: Language | None = None) -> Answer:
        """A text that somebody else wrote, each of its numbers held against the release."""

    def open_reference(self, reference: str, language: Language) -> tuple[Answer, State] | None:
        """The reply to a pressed button; None when the knowledge no longer has what it names."""

    def greet(self, language: Language) -> Answer:
        """What can be asked."""

    def alternatives(self, reference: str, language: Language) -> Alternatives:
        """The same figure for other editions and parts."""

    def chart(self, reference: str, language: Language) -> Chart | None:
        """The figure over all editions; None where there are too few figures to draw."""

    def why(self, reference: str, language: Language) -> str | None:
        """Why the reference is answered as it is; None when the knowledge no longer has what it names."""

    def paragraphs(self, reference: str, language: Language) -> tuple[Source, tuple[Paragraph, ...]] | None:
        """The source of the answer in full; None when there is none."""

    def reference_of(self, fact: str) -> str | None:
        """The reference that opens the fact with that name; None when there is none."""

    def contents(self, language: Language) -> tuple[Section, ...]:
        """All that can be asked, by topic."""


@dataclass(frozen=True)
class ReleaseEngine:
    """The engine over one release."""

    catalogue: Catalogue

    @cached_property
    def version(self) -> str:
        """Four characters drawn from everything that the knowledge file says; the same in every process."""
        content = self.catalogue.knowledge.model_dump_json().encode()
        return base64.urlsafe_b64encode(hashlib.blake2b(content, digest_size=3).digest()).decode()

    @property
    def release(self) -> Header:
        """The release that is asked about."""
        return self.catalogue.knowledge.release

    def respond(self, text: str, state: State, language: Language | None = None) -> tuple[Answer, State]:
        """The reply to a message and the state after it; in the message's own language unless another is given."""
        return dialogue.respond(text, still_known(state, self.catalogue), self.catalogue, language)

    def names_release(self, text: str) -> bool:
        """Whether the text names something that the release speaks of."""
        return dialogue.names_release(text, self.catalogue)

    def check(self, text: str, language: Language | None = None) -> Answer:
        """A text that somebody else wrote, each of its numbers held against the release."""
        return dialogue.check(text, self.catalogue, language)

    def open_reference(self, reference: str, language: Language) -> tuple[Answer, State] | None:
        """The reply to a pressed button; None when the knowledge no longer has what it names."""
        return dialogue.open_reference(reference, language, self.catalogue)

    def greet(self, language: Language) -> Answer:
        """What can be asked."""
        return dialogue.greet(language, self.catalogue)

    def alternatives(self, reference: str, language: Language) -> Alternatives:
        """The same figure for other editions and parts."""
        return alternatives(reference, language, self.catalogue)

    def chart(self, reference: str, language: Language) -> Chart | None:
        """The figure over all editions; None where there are too few figures to draw."""
        return chart_of_reference(reference, language, self.catalogue)

    def why(self, reference: str, language: Language) -> str | None:
        """Why the reference is answered as it is; None when the knowledge no longer has what it names."""
        return why(reference, language, self.catalogue)

    def paragraphs(self, reference: str, language: Language) -> tuple[Source, tuple[Paragraph, ...]] | None:
        """The source of the answer in full; None when there is none."""
        return paragraphs(reference, language, self.catalogue)

    def reference_of(self, fact: str) -> str | None:
        """The reference that opens the fact with that name; None when there is none."""
        return reference_of(fact, self.catalogue)

    def contents(self, language: Language) -> tuple[Section, ...]:
        """All that can be asked, by topic."""
        return contents(language, self.catalogue)


def still_known(state: State, catalogue: Catalogue) -> State:
    """The state with no question that the knowledge, which may have changed since, could not be asked any more."""

    def known(questions: tuple[Question, ...]) -> tuple[Question, ...]:
        return tuple(question for question in questions if decode(encode(question), catalogue) is not None)

    return replace(state, questions=known(state.questions), earlier=known(state.earlier))
