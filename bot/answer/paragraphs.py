"""The source in full: the paragraphs and tables of the release that an answer's words stand in."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answer.compose import compose
from bot.answer.model import Source
from bot.answer.reference import decode
from bot.knowledge.model import Language, Passage
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.interpreting.interpret import Interpretation


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A place of the release with all its sentences or rows, and the words of them that the answer stands on."""

    place: str
    lines: tuple[str, ...]
    quoted: tuple[str, ...]


def paragraphs(reference: str, language: Language, catalogue: Catalogue) -> tuple[Source, tuple[Paragraph, ...]] | None:
    """The document that the answer to the reference comes from, and its paragraphs in the order of the release; None
    when the knowledge no longer has what it names."""
    question = decode(reference, catalogue)
    if question is None:
        return None
    sources = compose(Interpretation((question,)), language, catalogue).sources
    if not sources:
        return None
    quoted = {source.quote: source.locator for source in sources}
    together: dict[str, list[str]] = {}
    for passage in catalogue.knowledge.passages:
        together.setdefault(_belongs_to(passage), []).append(passage.text)
    return sources[0], tuple(_paragraph(lines, quoted) for lines in together.values() if quoted.keys() & set(lines))


def _belongs_to(passage: Passage) -> str:
    """What the passages of one paragraph, or of one table, have in common."""
    return passage.under or (passage.id if passage.columns else f"{passage.place.ko}\n{passage.place.en}")


def _paragraph(lines: list[str], quoted: dict[str, str]) -> Paragraph:
    own = tuple(line for line in lines if line in quoted)
    return Paragraph(quoted[own[0]], tuple(lines), own)
