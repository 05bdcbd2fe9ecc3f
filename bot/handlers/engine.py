"""The answer engine as the handlers see it: the dialogue over one knowledge, which has a version."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from bot import dialogue
from bot.answer.model import Answer
from bot.dialogue import State
from bot.knowledge.model import Header, Language
from bot.understand.catalogue import Catalogue


class Engine(Protocol):
    """Gives replies; what it is asked and what it answers is all it knows of a chat."""

    @property
    def version(self) -> str:
        """Four characters that change with the knowledge."""

    @property
    def release(self) -> Header:
        """The release that is asked about."""

    def respond(self, text: str, state: State) -> tuple[Answer, State]:
        """The reply to a message and the state after it."""

    def open_reference(self, reference: str, language: Language) -> tuple[Answer, State] | None:
        """The reply to a pressed button; None when the knowledge no longer has what it names."""

    def greet(self, language: Language) -> Answer:
        """What can be asked."""


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

    def respond(self, text: str, state: State) -> tuple[Answer, State]:
        """The reply to a message and the state after it."""
        return dialogue.respond(text, state, self.catalogue)

    def open_reference(self, reference: str, language: Language) -> tuple[Answer, State] | None:
        """The reply to a pressed button; None when the knowledge no longer has what it names."""
        return dialogue.open_reference(reference, language, self.catalogue)

    def greet(self, language: Language) -> Answer:
        """What can be asked."""
        return dialogue.greet(language, self.catalogue)
