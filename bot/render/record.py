"""The reply contract: an answer as plain data for programs, every field always there."""

from __future__ import annotations

from bot.answer.model import Answer, FigureSaid, Source
from bot.render.text import plain


def record(answer: Answer, *, explain: bool = False) -> dict[str, object]:
    """The answer as the contract's fields, in its order and ready for JSON; a batch puts its `id` in front.

    `explain` adds `trace`, why the answer is what it is.
    """
    fields: dict[str, object] = {
        "outcome": answer.outcome,
        "reason": answer.reason,
        "language": answer.language,
        "verdict": answer.verdict,
        "headline": answer.headline,
        "details": list(answer.details),
        "assumptions": list(answer.assumptions),
        "figures": [_figure(figure) for figure in answer.figures],
        "sources": [_source(source) for source in answer.sources],
        "choices": [choice.label for choice in answer.choices],
        "suggestions": [suggestion.label for suggestion in answer.suggestions],
        "stage": answer.stage,
        "text": plain(answer),
    }
    return fields | {"trace": list(answer.trace)} if explain else fields


def _figure(figure: FigureSaid) -> dict[str, object]:
    return {
        "fact": figure.fact,
        "value": figure.value,
        "unit": figure.unit,
        "processing": figure.processing,
    }


def _source(source: Source) -> dict[str, object]:
    return {
        "publisher": source.publisher,
        "title": source.title,
        "published": source.published.isoformat(),
        "locator": source.locator,
        "quote": source.quote,
        "url": source.url,
    }
