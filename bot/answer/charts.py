"""Charts as values: one figure over all editions of a release, in words, before anything is drawn.

A picture and its caption both come from here, so that they cannot differ; drawing is `bot.render.chart`.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer.figures import Operand, amount, capital, edition_name, operand
from bot.answer.model import Bar, Chart
from bot.answer.reference import decode
from bot.answer.sources import of_figures, written_date
from bot.knowledge.model import Language, Unit
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import MetricEntry
from bot.understand.question import Question

#: So many figures make a chart.
_FEWEST_FIGURES = 2
_MINUS = ("-", "−", "△")
_CURRENCY_CODES = {"krw": "KRW", "usd": "USD"}


def chart_of(question: Question, language: Language, catalogue: Catalogue) -> Chart | None:
    """The question's first figure over all editions; None for a topic, and for one with fewer than two figures."""
    entry = catalogue.entries.get(question.entries[0])
    if not isinstance(entry, MetricEntry):
        return None
    editions = [edition.id for edition in catalogue.knowledge.editions.list]
    operands = [_of_edition(entry, edition, catalogue) for edition in editions]
    known = [figure for figure in operands if figure is not None]
    if len(known) < _FEWEST_FIGURES:
        return None
    pairs = zip(editions, operands, strict=True)
    bars = tuple(_bar(edition, figure, language, catalogue) for edition, figure in pairs)
    title = capital(entry.name.in_language(language))
    source, notes = _source(known, language, catalogue), _notes(known, language, catalogue)
    alt = _alt(title, bars, notes, source, language)
    return Chart(title, _unit(entry.unit, language), bars, source, alt, language, notes)


def chart_of_reference(reference: str, language: Language, catalogue: Catalogue) -> Chart | None:
    """The chart of a key's question; None when the knowledge no longer has it, or it has too few figures."""
    question = decode(reference, catalogue)
    return chart_of(question, language, catalogue) if question is not None else None


def no_chart(question: Question, language: Language, catalogue: Catalogue) -> str:
    """The line that says why there is no chart of what is asked."""
    entry = catalogue.entries.get(question.entries[0])
    if not isinstance(entry, MetricEntry):
        return (
            "수치가 아니어서 그래프를 그릴 수 없습니다."
            if language == "ko"
            else "This is not a figure, so there is no chart."
        )
    editions = catalogue.knowledge.editions.list
    is_yearly = len({edition.year for edition in editions}) == len(editions)
    if language == "ko":
        return f"{'한 해의' if is_yearly else '한 시점의'} 수치만 있어 그래프를 그릴 수 없습니다."
    return f"There is only one {'year’s ' if is_yearly else ''}figure, so there is no chart."


def _of_edition(entry: MetricEntry, edition: str, catalogue: Catalogue) -> Operand | None:
    """The figure of just that edition; a figure without a date is of none."""
    found = operand(entry, edition, catalogue)
    return found if found is not None and found.edition == edition else None


def _bar(edition: str, figure: Operand | None, language: Language, catalogue: Catalogue) -> Bar:
    label = edition_name(edition, language, catalogue.knowledge)
    if figure is None:
        return Bar(label, None, "자료 없음" if language == "ko" else "no figure")
    number = _as_printed(figure)
    return Bar(label, number, amount(number, figure.entry.unit, language, qualifier=figure.qualifier))


def _as_printed(figure: Operand) -> int | float:
    """The number with the sign that the release prints before it, which is not read with the figure."""
    printed = figure.printed[0].figure.strip()
    is_negative = figure.processing == "quoted" and printed.startswith(_MINUS)
    return -abs(figure.number) if is_negative else figure.number


def _unit(unit: Unit, language: Language) -> str:
    """The unit as it stands beside the axis."""
    if language == "ko":
        return f"단위: {unit.ko}"
    return f"Unit: {_CURRENCY_CODES.get(unit.id, unit.en[1])}"


def _source(figures: Sequence[Operand], language: Language, catalogue: Catalogue) -> str:
    """Publisher, title, date, and the places that the figures stand in."""
    found = of_figures(figures, language, catalogue.knowledge)
    places = "; ".join(dict.fromkeys(each.locator for each in found))
    first = found[0]
    date = written_date(first.published, language)
    if language == "ko":
        return f"출처: {first.publisher}, 「{first.title}」, {date} ({places})"
    return f"Source: {first.publisher}, “{first.title}”, {date} ({places})"


def _notes(figures: Sequence[Operand], language: Language, catalogue: Catalogue) -> tuple[str, ...]:
    lines: dict[str, None] = {}
    for figure in figures:
        name = edition_name(figure.edition, language, catalogue.knowledge)
        for printed in figure.printed:
            if printed.note:
                lines[f"{name}: {printed.note.in_language(language)}"] = None
    if any(figure.processing == "computed" for figure in figures):
        computed = "보도자료의 수치로 계산한 값입니다." if language == "ko" else "Computed from the release’s figures."
        lines[computed] = None
    return tuple(lines)


def _alt(title: str, bars: Sequence[Bar], notes: Sequence[str], source: str, language: Language) -> str:
    said = (", " if language == "ko" else "; ").join(_in_words(bar, language) for bar in bars)
    told = "".join(f" {note if note.endswith('.') else note + '.'}" for note in notes)
    return f"{'막대그래프' if language == 'ko' else 'Bar chart'}: {title}. {said}.{told} {source}"


def _in_words(bar: Bar, language: Language) -> str:
    if bar.value is None:
        return f"{bar.label} 수치는 없음" if language == "ko" else f"no figure for {bar.label}"
    return f"{bar.label} {bar.text}" if language == "ko" else f"{bar.label}: {bar.text}"
