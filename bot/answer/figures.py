"""Figures as they are said: a number with its unit in either language, and the operands that a reply stands on."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answer.model import FigureSaid, Processing
from bot.knowledge.model import Figure, Knowledge, Language, Unit
from bot.language.numbers import english_amount, grouped, korean_amount
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import MetricEntry

_CURRENCIES = {"krw": ("원", "KRW"), "usd": ("달러", "USD")}


@dataclass(frozen=True, slots=True)
class Operand:
    """One figure of a reply: whose it is, for which edition, and the printed figures that it comes from."""

    entry: MetricEntry
    edition: str | None
    number: int | float
    printed: tuple[Figure, ...]
    processing: Processing
    qualifier: str | None = None

    def said(self) -> FigureSaid:
        """The operand as the reply contract lists it."""
        fact = self.entry.id + (f"@{self.edition}" if self.edition else "")
        return FigureSaid(fact, self.number, self.entry.unit.id, self.processing)


def operand(entry: MetricEntry, edition: str | None, catalogue: Catalogue) -> Operand | None:
    """The figure of the entry for the edition; None when the release has none and it cannot be computed."""
    if entry.rest is not None:
        return _rest(entry, edition, catalogue)
    value = entry.values.get(edition) if edition else None
    value = value or entry.undated
    if value is None:
        return None
    return Operand(entry, value.edition, value.number, (value.figure,), "quoted", value.figure.qualifier)


def _rest(entry: MetricEntry, edition: str | None, catalogue: Catalogue) -> Operand | None:
    assert entry.part is not None
    whole = operand(catalogue.metric(entry.metric.id), edition, catalogue)
    part = operand(catalogue.metric(f"{entry.metric.id}.{entry.part.id}"), edition, catalogue)
    if whole is None or part is None:
        return None
    return Operand(entry, edition, whole.number - part.number, whole.printed + part.printed, "computed")


def amount(
    number: int | float,
    unit: Unit,
    language: Language,
    *,
    decimals: int | None = None,
    qualifier: str | None = None,
) -> str:
    """The number with its unit: 1,178억 원, KRW 117.8 billion, 30,327명, 32,157 m²."""
    if unit.base == "money":
        return _money(number, unit, language, decimals, qualifier)
    written = grouped(number, decimals if decimals is not None else 2)
    if unit.base == "area":
        return f"{written} {unit.ko if language == 'ko' else unit.en[1]}".replace(
            " m²", "m²" if language == "ko" else " m²"
        )
    if unit.base == "percent":
        return f"{written}%"
    if language == "ko":
        return f"{written}{'여 ' if qualifier == 'about' else ''}{unit.ko}"
    noun = unit.en[0] if number == 1 else unit.en[1]
    return f"{'about ' if qualifier == 'about' else ''}{written} {noun}"


def _money(number: int | float, unit: Unit, language: Language, decimals: int | None, qualifier: str | None) -> str:
    korean, english = _CURRENCIES.get(unit.id, (unit.ko, unit.en[1]))
    about = qualifier == "about"
    if language == "ko":
        rounded = round(number, -4) if decimals is not None and abs(number) >= 10**8 else number
        return f"{'약 ' if about else ''}{korean_amount(rounded)} {korean}"
    return f"{'about ' if about else ''}{english} {english_amount(number, decimals)}"


def bare(number: int | float, unit: Unit, language: Language, name: str) -> str:
    """The amount without a noun that the name beside it already says (Booths: 1,548)."""
    said = amount(number, unit, language)
    noun = unit.en[1]
    if language == "en" and unit.base == "count" and (unit.id == "person" or noun.split()[-1].lower() in name.lower()):
        return said.removesuffix(f" {noun}")
    return said


def edition_name(edition: str | None, language: Language, knowledge: Knowledge) -> str:
    """What the edition is called; "" for a figure without a date."""
    if edition is None:
        return ""
    name = next(entry.name for entry in knowledge.editions.list if entry.id == edition)
    return name.in_language(language)


def is_earlier(one: Operand, other: Operand, knowledge: Knowledge) -> bool:
    """Whether the first figure is of an edition held before that of the other."""
    order = [edition.id for edition in knowledge.editions.list]
    return one.edition in order and other.edition in order and order.index(one.edition) < order.index(other.edition)


def name_of(entry: MetricEntry, language: Language, edition: str | None, knowledge: Knowledge) -> str:
    """The figure's name with its edition: 2022년 관람객; visitors in 2022."""
    year = edition_name(edition, language, knowledge)
    name = entry.name.in_language(language)
    if not year:
        return name
    return f"{year} {name}" if language == "ko" else f"{name} in {year}"


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def signed(percent: float) -> str:
    """The percentage with its sign and at most two decimals."""
    return ("+" if percent > 0 else "") + grouped(percent, 2)


def decimals_of(number: float, unit: Unit) -> int:
    """With how many decimals an average is said: none where they would say nothing."""
    return 0 if unit.base == "count" and number >= 100 else 2
