"""What is to be done with the metrics that a message names: a value, a change, a rank, a share, a claim to check."""

from __future__ import annotations

import itertools
from dataclasses import replace

from bot.understand.candidates import Candidate
from bot.understand.catalogue import Catalogue, MetricEntry
from bot.understand.features import Features, Number
from bot.understand.question import Claim, Direction, Measure, Question, Unanswerable

#: A bare number below this is no amount of money.
_SMALLEST_AMOUNT = 1_000_000
_UNIT_OF_BASE = {"money": {"unit:krw", "unit:usd"}, "area": {"unit:sqm"}, "percent": {"unit:percent"}}


def metric_question(
    metrics: tuple[MetricEntry, ...], features: Features, catalogue: Catalogue
) -> Question | Unanswerable:
    """The question about one metric, or about two or more that the message sets against each other."""
    unknown = [
        mention
        for mention in features.editions
        if mention.edition is None and mention.year not in catalogue.years_beside(metrics[0])
    ]
    if unknown:
        return Unanswerable("no-such-edition", year=unknown[0].year, entry=metrics[0].id)
    for decide in (_rank_changes, _rank, _per, _share, _sum, _ratio, _change, _compare, _several, _value):
        question = decide(metrics, features, catalogue)
        if question is not None:
            return question
    raise AssertionError("the last rule answers everything")


def mentioned(features: Features, catalogue: Catalogue) -> tuple[str, ...]:
    """The editions that the message names, in the order of time."""
    named = {mention.edition for mention in features.editions if mention.edition}
    return tuple(edition.id for edition in catalogue.knowledge.editions.list if edition.id in named)


def _all_editions(metric: MetricEntry, catalogue: Catalogue) -> tuple[str, ...]:
    values = metric.values or catalogue.metric(metric.metric.id).values
    return tuple(edition.id for edition in catalogue.knowledge.editions.list if edition.id in values)


def _ids(metrics: tuple[MetricEntry, ...]) -> tuple[str, ...]:
    return tuple(metric.id for metric in metrics)


def _asks_which_edition(features: Features) -> bool:
    return features.has("ask:year", "op:editions") or (
        features.has("ask:when", "ask:which", "ask:what") and features.has("edition", "ask:when")
    )


def _rank(metrics: tuple[MetricEntry, ...], features: Features, catalogue: Catalogue) -> Question | None:
    editions = mentioned(features, catalogue)
    extreme = "least" if features.has("op:least") else "most" if features.has("op:most", "op:rank") else None
    asks_edition = _asks_which_edition(features)
    if extreme is None and asks_edition and features.has("op:more", "op:less") and not features.has("claim"):
        extreme = ("less" in " ".join(features.meanings) and features.has("op:less") and "least") or "most"
    if (
        extreme is None
        and len(editions) >= 2
        and features.has("op:more", "op:less")
        and features.has("ask:which", "ask:when", "ask:year")
    ):
        extreme = "least" if features.has("op:less") else "most"
    if extreme is None or len(metrics) != 1 or len(editions) == 1:
        return None
    if features.has("op:change") and not asks_edition and not features.has("op:rank"):
        return None
    if (
        not features.has("op:least")
        and not asks_edition
        and not features.has("op:rank")
        and len(editions) < 2
        and _is_record(features)
    ):
        return None
    every = editions if len(editions) >= 2 else _all_editions(metrics[0], catalogue)
    claim = _claim(metrics[0], features, editions)
    whole = features.has("op:rank")
    return Question("rank", _ids(metrics), every, extreme=extreme, claim=claim if claim and not features.asks else None,  # type: ignore[arg-type]
                    measure="amount" if whole else None)  # fmt: skip


def _is_record(features: Features) -> bool:
    return features.has("record") and not features.has("op:most")


def _rank_changes(
    metrics: tuple[MetricEntry, ...], features: Features, catalogue: Catalogue
) -> Question | None:
    if len(metrics) < 2 or not features.has("op:change", "op:percent", "unit:percent"):
        return None
    extreme = (
        "least"
        if features.has("op:least", "op:less")
        else "most"
        if features.has("op:most", "op:more", "ask:which")
        else None
    )
    if extreme is None:
        return None
    base, latest = catalogue.knowledge.editions.compared_with, catalogue.knowledge.editions.default
    return Question("rank-changes", _ids(metrics), (latest,), base=base, extreme=extreme)


def _per(metrics: tuple[MetricEntry, ...], features: Features, catalogue: Catalogue) -> Question | None:
    editions = mentioned(features, catalogue) or (catalogue.knowledge.editions.default,)
    assumed = not mentioned(features, catalogue)
    if features.has("per:day") and len(metrics) == 1:
        return Question(
            "average",
            _ids(metrics),
            editions[-1:],
            per="day",
            edition_assumed=assumed,
            claim=_claim(metrics[0], features, editions),
        )
    if not features.has("op:per", "op:average"):
        return None
    if len(metrics) == 2:
        above, below = _over(metrics, features)
        return Question("average", (above.id,), editions[-1:], per=below.id, edition_assumed=assumed)
    if features.has("op:average") and len(metrics) == 1:
        counted = _counted_by(metrics[0], features, catalogue)
        if counted:
            return Question("average", _ids(metrics), editions[-1:], per=counted.id, edition_assumed=assumed)
        if (
            features.has("op:editions")
            or len(mentioned(features, catalogue)) >= 2
            or not any(features.numbers)
        ):
            every = (
                mentioned(features, catalogue)
                if len(mentioned(features, catalogue)) >= 2
                else _all_editions(metrics[0], catalogue)
            )
            return Question("average", _ids(metrics), every, per="edition")
    return None


def _counted_by(metric: MetricEntry, features: Features, catalogue: Catalogue) -> MetricEntry | None:
    """The metric that counts what this one measures: the number of consultations for their amount."""
    if metric.unit.base != "money":
        return None
    core = frozenset().union(*metric.names) - {"amount"}
    for other in catalogue.metrics():
        shared = frozenset().union(*other.names) & core & features.meanings
        if (
            other.id != metric.id
            and other.unit.base == "count"
            and any(name & core for name in other.names)
            and shared - catalogue.lexicon.soft
        ):
            return other
    return None


def _over(metrics: tuple[MetricEntry, ...], features: Features) -> tuple[MetricEntry, MetricEntry]:
    """Which of two metrics is divided by the other: the divisor stands before 당 or after per."""
    first, second = metrics
    for index, span in enumerate(features.spans):
        if (
            "op:per" in span.meanings
            or "per:day" in span.meanings
            or span.text in {"당", "마다"}
            or (span.typed in {"a", "an"} and features.has("op:average"))
        ):
            before = _nearest(
                features,
                index,
                metrics,
                forward=span.typed in {"per", "for each", "each", "every", "foreach", "a", "an"},
            )
            if before is not None:
                return (second, first) if before is first else (first, second)
    if second.unit.base == "count" and first.unit.base != "count":
        return first, second
    if first.unit.base == "count" and second.unit.base != "count":
        return second, first
    return first, second


def _nearest(
    features: Features, index: int, metrics: tuple[MetricEntry, ...], *, forward: bool
) -> MetricEntry | None:
    spans = features.spans[index + 1 :] if forward else features.spans[:index][::-1]
    for span in spans:
        hits = [metric for metric in metrics if span.meanings & frozenset().union(*metric.names)]
        if len(hits) == 1:
            return hits[0]
    return None


def _share(metrics: tuple[MetricEntry, ...], features: Features, catalogue: Catalogue) -> Question | None:
    asks_share = features.has("op:share") or (
        features.has("unit:percent", "op:percent")
        and not features.has("op:change", "op:compare", "op:difference")
    )
    if not asks_share:
        return None
    editions = mentioned(features, catalogue)
    assumed = not editions
    editions = editions or (catalogue.knowledge.editions.default,)
    if len(metrics) == 1 and metrics[0].part and not metrics[0].part.separate:
        entry = metrics[0]
        return Question(
            "share",
            (entry.id, entry.metric.id),
            editions,
            edition_assumed=assumed,
            claim=_claim(entry, features, editions, unit="unit:percent"),
        )
    if len(metrics) == 2:
        above, below = _fraction(metrics, features)
        return Question("share", (above.id, below.id), editions[-1:], edition_assumed=assumed)
    return None


def _fraction(metrics: tuple[MetricEntry, ...], features: Features) -> tuple[MetricEntry, MetricEntry]:
    """Numerator and denominator: A 대비 B and A 중 B are B/A; A to B and A as a share of B are A/B."""
    first, second = metrics
    if first.whole_id == second.id:
        return first, second
    if second.whole_id == first.id:
        return second, first
    start, end = (_first_place(metric, features) for metric in (first, second))
    between = features.spans[start:end]
    whole_first = any(span.typed in {"대비", "중", "중에", "중에서", "가운데", "에서"} for span in between)
    return (second, first) if whole_first else (first, second)


def _first_place(metric: MetricEntry, features: Features) -> int:
    """Where the metric is first named, by a word that not every metric has."""
    own = frozenset().union(*metric.names) - {"amount", "count", "total"}
    return next((index for index, span in enumerate(features.spans) if span.meanings & own), 0)


def _sum(metrics: tuple[MetricEntry, ...], features: Features, catalogue: Catalogue) -> Question | None:
    if not features.has("op:sum"):
        return None
    editions = mentioned(features, catalogue)
    part = metrics[0].part
    if len(metrics) == 1 and part is not None and part.separate and len(editions) <= 1:
        edition = editions or (catalogue.knowledge.editions.default,)
        return Question("sum", (metrics[0].metric.id, metrics[0].id), edition, edition_assumed=not editions)
    if len(metrics) >= 2:
        edition = editions or (catalogue.knowledge.editions.default,)
        return Question("sum", _ids(metrics), edition[-1:], edition_assumed=not editions)
    if len(editions) == 1 and metrics[0].values.get(editions[0]):
        return None
    if (
        not editions
        and not features.has("op:editions", "edition")
        and not _counts_editions(features, catalogue)
    ):
        return None
    return Question(
        "sum", _ids(metrics), editions if len(editions) >= 2 else _all_editions(metrics[0], catalogue)
    )


def _counts_editions(features: Features, catalogue: Catalogue) -> bool:
    return any(number.value == len(catalogue.knowledge.editions.list) for number in features.numbers)


def _ratio(metrics: tuple[MetricEntry, ...], features: Features, catalogue: Catalogue) -> Question | None:
    if len(metrics) != 2 or not features.has("op:multiple", "op:difference"):
        return None
    editions = mentioned(features, catalogue)
    measure: Measure = "multiple" if features.has("op:multiple") else "amount"
    return Question(
        "ratio",
        _ids(metrics),
        (editions or (catalogue.knowledge.editions.default,))[-1:],
        measure=measure,
        edition_assumed=not editions,
    )


def _direction(features: Features) -> Direction | None:
    up, down = features.has("op:up"), features.has("op:down")
    if up == down:
        up, down = features.has("op:more"), features.has("op:less")
    return None if up == down else "up" if up else "down"


def _change(metrics: tuple[MetricEntry, ...], features: Features, catalogue: Catalogue) -> Question | None:
    editions = mentioned(features, catalogue)
    bases = [mention.edition for mention in features.editions if mention.is_base and mention.edition]
    signals = features.has("op:change", "op:difference", "op:multiple")
    compares = features.has("op:compare", "op:more", "op:less") and (bases or len(editions) == 2)
    if (
        features.has("op:more", "op:less")
        and features.has("unit:percent", "op:percent")
        and len(editions) == 1
    ):
        compares = True
    if not signals and not compares and not (bases and features.has("unit:percent", "op:percent")):
        return None
    if len(editions) > 2 or len(metrics) > 1:
        return None
    if not signals and len(editions) == 2 and not bases and not features.has("op:more", "op:less"):
        return None
    default, base_default = catalogue.knowledge.editions.default, catalogue.knowledge.editions.compared_with
    base: str | None
    if len(editions) == 2:
        base = bases[0] if len(bases) == 1 else _first_mentioned_base(features, editions)
        later = next(edition for edition in editions if edition != base)
    elif len(editions) == 1 and (bases or editions[0] == base_default):
        base, later = editions[0], default
    elif len(editions) == 1 and not bases:
        base, later = base_default, editions[0]
    else:
        base, later = base_default, default
    if base == later:
        base = next((e.id for e in reversed(catalogue.knowledge.editions.list) if e.id < later), base)
    measure: Measure | None = (
        "multiple"
        if features.has("op:multiple")
        else "percent"
        if features.has("unit:percent", "op:percent")
        else None
    )
    if measure is None and (
        features.has("op:difference") or features.has("ask:many") or features.has("unit:krw")
    ):
        measure = "amount"
    direction = _direction(features)
    reason = features.has("ask:why")
    claimed = _change_claim(metrics[0], features, direction)
    return Question("change", _ids(metrics), (later,), base=base, measure=measure, claim=claimed, asks_reason=reason,
                    base_assumed=not editions, edition_assumed=False)  # fmt: skip


def _first_mentioned_base(features: Features, editions: tuple[str, ...]) -> str:
    """Of two editions without a marked base the earlier is the base, unless a claim puts the other first."""
    return editions[0]


def _change_claim(metric: MetricEntry, features: Features, direction: Direction | None) -> Claim | None:
    number = _claimed_number(metric, features, percent=True)
    wh = features.asks - {"ask:why"}
    if number:
        return Claim(number.value, number.step, number.degree, number.unit, direction)
    if direction and (
        features.has("claim", "ask:why")
        or (features.is_question and not wh)
        or (not features.is_question and features.has("claim"))
    ):
        return Claim(direction=direction)
    if features.has("claim") and features.has("not"):
        return Claim(direction="same")
    return None


def _compare(metrics: tuple[MetricEntry, ...], features: Features, catalogue: Catalogue) -> Question | None:
    editions = mentioned(features, catalogue)
    if len(metrics) == 2 and features.has("op:change", "op:more", "op:less", "op:compare", "op:difference"):
        if features.has("op:change"):
            return None
        return Question(
            "compare",
            _ids(metrics),
            (editions or (catalogue.knowledge.editions.default,))[-1:],
            edition_assumed=not editions,
        )
    return None


def _several(metrics: tuple[MetricEntry, ...], features: Features, catalogue: Catalogue) -> Question | None:
    editions = mentioned(features, catalogue)
    every = _all_editions(metrics[0], catalogue)
    if (
        features.has("op:editions")
        and len(editions) < 2
        and not (len(editions) == 1 and not features.has("op:compare"))
    ):
        if len(every) >= 2:
            return Question("editions", _ids(metrics), every)
        return None
    if len(editions) >= 2:
        return Question("editions", _ids(metrics), editions, claim=_claim(metrics[0], features, editions))
    if features.has("op:compare") and len(metrics) == 1 and not editions:
        return Question(
            "change",
            _ids(metrics),
            (catalogue.knowledge.editions.default,),
            base=catalogue.knowledge.editions.compared_with,
            base_assumed=True,
        )
    return None


def _value(metrics: tuple[MetricEntry, ...], features: Features, catalogue: Catalogue) -> Question:
    editions = mentioned(features, catalogue)
    default = catalogue.knowledge.editions.default
    dated = bool(metrics[0].values or metrics[0].rest)
    relative = tuple(
        (mention.span.typed, mention.edition)
        for mention in features.editions
        if mention.relative and mention.edition
    )
    claim = _claim(metrics[0], features, editions) if len(metrics) == 1 else None
    return Question("value", _ids(metrics), editions or ((default,) if dated else ()), claim=claim, edition_assumed=dated and not editions,
                    asks_reason=features.has("ask:why"), is_rounded=features.has("op:round"), relative=relative)  # fmt: skip


def _claim(
    metric: MetricEntry, features: Features, editions: tuple[str, ...], unit: str | None = None
) -> Claim | None:
    number = _claimed_number(metric, features, percent=unit == "unit:percent")
    if number is None or features.asks & {"ask:many", "ask:much", "ask:year", "ask:which"}:
        return None
    return Claim(number.value, number.step, number.degree, number.unit)


def _claimed_number(metric: MetricEntry, features: Features, *, percent: bool = False) -> Number | None:
    """The number that is claimed of the metric: of its kind, and not one that counts editions or years."""
    if features.asks & {"ask:many", "ask:much"}:
        return None
    fitting = [number for number in features.numbers if number_fits(metric, number, percent=percent)]
    return fitting[0] if fitting else None


def number_fits(metric: MetricEntry, number: Number, *, percent: bool) -> bool:
    if number.unit is None:
        return metric.unit.base != "money" or number.value >= _SMALLEST_AMOUNT
    if number.unit in {"unit:percent", "op:multiple"}:
        return percent
    if metric.unit.base == "count":
        return number.unit.startswith("counter:") and number.unit.removeprefix("counter:") in {
            *metric.unit.counters,
            "thing",
        }
    return number.unit in _UNIT_OF_BASE[metric.unit.base]


def as_half_named(question: Question) -> Question:
    """The question, marked as understood from a part of the name."""
    return replace(question, half_named=True)


def of_two(
    features: Features, candidates: list[Candidate], catalogue: Catalogue
) -> Question | Unanswerable | None:
    """The question that sets two figures, or all of them, against each other; None when the message does not."""
    if _asks_for_item(features, catalogue):
        every = tuple(
            metric for metric in catalogue.metrics() if metric.part is None and metric.metric.changes
        )
        return _rank_changes(every, features, catalogue)
    if not features.has(
        "op:share",
        "op:per",
        "op:multiple",
        "op:difference",
        "op:compare",
        "op:sum",
        "op:average",
        "op:more",
        "op:less",
        "unit:percent",
        "op:change",
    ):
        return None
    pair = _pair(features, candidates, catalogue)
    question = metric_question(pair, features, catalogue) if pair else None
    return (
        None if isinstance(question, Question) and question.operation in {"value", "editions"} else question
    )


def is_held(question: Question, catalogue: Catalogue) -> bool:
    """Whether the release has the figures that the question needs."""
    if question.operation == "aspect":
        return True
    editions = [edition for edition in (*question.editions, question.base) if edition]
    metrics = [catalogue.metric(entry_id) for entry_id in question.entries]
    single = question.operation in {"rank", "sum", "editions"} and len(question.editions) < 2
    return not single and all(
        metric.undated or metric.rest or all(edition in metric.values for edition in editions)
        for metric in metrics
    )


def _asks_for_item(features: Features, catalogue: Catalogue) -> bool:
    named = frozenset().union(*(item.meanings for item in features.items)) if features.items else frozenset()
    content = named - catalogue.lexicon.soft - catalogue.subject - {"growth-rate-item"}
    asks_which = features.has("thing", "growth-rate-item") or (
        features.has("ask:what", "ask:which") and features.has("op:change")
    )
    return not content and asks_which and features.has("op:most", "op:least", "op:more", "op:less")


def _pair(
    features: Features, candidates: list[Candidate], catalogue: Catalogue
) -> tuple[MetricEntry, MetricEntry] | None:
    """The two figures that together explain the whole message, in the order in which they are named."""
    named = [candidate for candidate in candidates if isinstance(candidate.entry, MetricEntry)]
    best: tuple[float, Candidate, Candidate] | None = None
    for first, second in itertools.combinations(named[:12], 2):
        if set(first.leftover) & set(second.leftover) or not _named_apart(first, second, catalogue):
            continue
        score = first.score + second.score
        if best is None or score > best[0]:
            best = (score, first, second)
    if best is None:
        return None
    ordered = sorted(best[1:], key=lambda candidate: _position(candidate, features))
    return tuple(candidate.entry for candidate in ordered)  # type: ignore[return-value]


def _named_apart(first: Candidate, second: Candidate, catalogue: Catalogue) -> bool:
    """Whether each of the two is named by a word that does not name the other."""
    little = catalogue.lexicon.soft | {"amount", "count", "total"}
    one, other = first.matched - little, second.matched - little
    return bool(one - other) and bool(other - one)


def _position(candidate: Candidate, features: Features) -> int:
    own = [
        span.start
        for span in features.spans
        if span.meanings & candidate.matched and not any(item.span == span for item in candidate.leftover)
    ]
    return min(own, default=0)
