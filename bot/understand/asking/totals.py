"""Figures added up, and the editions that are left out of it."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.asking.asked import Asked
from bot.understand.asking.claims import number_claim, number_fits
from bot.understand.asking.pairs import are_alike
from bot.understand.features import Features, Number
from bot.understand.gathering.constructions import totals_editions
from bot.understand.question import Question
from bot.understand.span import Span

#: What is taken off is no edition left out: 2022년에서 2019년을 빼면.
_SUBTRACTING = ("빼면", "뺀", "minus", "less", "subtract")


def total(asked: Asked) -> Question | None:
    """The figures or the editions added up, with the sum that is claimed; None when nothing is added up."""
    question = _added_up(asked)
    numbers = [each for each in asked.features.numbers if number_fits(asked.metric, each, in_percent=False)]
    numbers = [each for each in numbers if not _counts_editions_or_days(each, asked)]
    if question is None or len(numbers) != 1 or not asked.features.is_claim or asked.has("ask:many", "ask:much"):
        return question
    return replace(question, claim=number_claim(numbers[0]))


def _counts_editions_or_days(number: Number, asked: Asked) -> bool:
    """Whether the number only says how many editions or days are added up: 세 해, 2 years."""
    return (
        number.value <= len(asked.catalogue.knowledge.editions.list) and number.unit != f"unit:{asked.metric.unit.id}"
    )


def _added_up(asked: Asked) -> Question | None:
    adds = asked.has("op:sum") or totals_editions(asked.features.spans) or _joins_separate(asked)
    if not (adds or asked.has("op:include")):
        return None
    if not asked.is_single and any(number.unit == "op:multiple" for number in asked.features.numbers):
        return None  # are the sums discussed three times the sums signed?
    if asked.has("op:more", "op:less") and asked.has("ask:what", "ask:which"):
        return None  # which is the larger sum sets two apart
    part, assumed = asked.metric.part, not asked.editions
    if asked.is_single and part is not None and part.separate and len(asked.editions) <= 1:
        ids = (asked.metric.metric.id, asked.metric.id)
        return Question("sum", ids, asked.last_edition, edition_assumed=assumed)
    if not adds:
        return None
    if not asked.is_single:
        adds_up = all(are_alike(asked.metric, other) for other in asked.metrics[1:])
        return Question("sum", asked.ids, asked.last_edition, edition_assumed=assumed) if adds_up else None
    is_one = len(asked.editions) == 1 and asked.editions[0] in asked.all_editions and not asked.since
    if is_one and not editions_left_out(asked.features):
        return None
    if len(asked.all_editions) < 2:
        return None
    if not asked.editions and not asked.has("op:editions", "edition") and not counts_editions(asked):
        return None
    return Question("sum", asked.ids, _without_left_out(asked))


def _without_left_out(asked: Asked) -> tuple[str, ...]:
    """The editions that are added up, without those that are left out: 2019 plus 2022 without 2021, 2021년 빼고."""
    left_out = editions_left_out(asked.features)
    if not left_out:
        return asked.every_edition
    named = asked.editions if set(asked.editions) - left_out else asked.all_editions
    kept = tuple(edition for edition in named if edition not in left_out)
    return kept if len(kept) > 1 else tuple(edition for edition in asked.all_editions if edition not in left_out)


def editions_left_out(features: Features) -> frozenset[str]:
    """The editions that are left out by a word right beside them: without 2019 and 2021, 2021년 빼고."""
    spans = features.spans
    place = next((index for index, span in enumerate(spans) if "op:exclude" in span.meanings), None)
    if place is None or spans[place].typed.startswith(_SUBTRACTING):
        return frozenset()
    editions = {mention.span: mention.edition for mention in features.editions if _says_when(mention.span)}
    beside = spans[place + 1 :] if spans[place].typed < "ㄱ" else spans[:place][::-1]
    left_out = set()
    for span in beside:
        if span in editions:
            left_out.add(editions[span])
        elif span.kind not in {"josa", "skip"} and not span.meanings & {"and", "edition"}:
            break
    return frozenset(edition for edition in left_out if edition)


def _says_when(span: Span) -> bool:
    """Whether the edition is named there, and not taken over from the question before."""
    return any(meaning.startswith(("year:", "time:", "edition:")) for meaning in span.meanings)


def _joins_separate(asked: Asked) -> bool:
    """Whether a part that is not contained in its whole is named together with that: online and offline visitors."""
    part = asked.metric.part
    joined = any("and" in span.meanings for span in asked.features.spans[1:])
    return asked.is_single and part is not None and part.separate and joined


def counts_editions(asked: Asked) -> bool:
    """Whether the message counts the editions: all three expos together."""
    count = len(asked.catalogue.knowledge.editions.list)
    return any(number.value == count and number.unit != "counter:day" for number in asked.features.numbers)
