"""The figures that a message names, with what its words say about them: the frame that every operation is read from."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import MetricEntry
from bot.understand.features import Features
from bot.understand.gathering.constructions import is_outdone
from bot.understand.gathering.mentions import SINCE
from bot.understand.question import Direction, Measure

_SINCE_JOSA = SINCE | {"부터", "부터의", "이래", "이래로"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One metric, or two or more in the order in which they are named, and the message they are named in."""

    metrics: tuple[MetricEntry, ...]
    features: Features
    catalogue: Catalogue

    @property
    def metric(self) -> MetricEntry:
        """The first metric."""
        return self.metrics[0]

    @property
    def ids(self) -> tuple[str, ...]:
        """The identifiers of the metrics."""
        return tuple(metric.id for metric in self.metrics)

    @property
    def is_single(self) -> bool:
        """Whether just one metric is named."""
        return len(self.metrics) == 1

    def has(self, *meanings: str) -> bool:
        """Whether any of the meanings is in the message."""
        return self.features.has(*meanings)

    @property
    def default(self) -> str:
        """The edition that is meant when none is said."""
        return self.catalogue.knowledge.editions.default

    @property
    def compared_with(self) -> str:
        """The edition that is compared with when none is said."""
        return self.catalogue.knowledge.editions.compared_with

    @property
    def editions(self) -> tuple[str, ...]:
        """The editions that the message names, in the order of time."""
        return mentioned(self.features, self.catalogue)

    @property
    def bases(self) -> tuple[str, ...]:
        """The editions that the message compares with: than in 2019, 2019년보다."""
        return tuple(mention.edition for mention in self.features.editions if mention.is_base and mention.edition)

    @property
    def is_beyond_default(self) -> bool:
        """Whether all others are compared with the default edition: was there ever a bigger crowd than in 2022?"""
        return self.editions == self.bases == (self.default,)

    @property
    def last_edition(self) -> tuple[str, ...]:
        """The last edition named, or the default one."""
        return (self.editions or (self.default,))[-1:]

    @property
    def each_edition(self) -> tuple[str, ...]:
        """The editions named, or the default one: what is calculated is told of each of them; of the one named and the
        default one, where the two are compared."""
        compares = self.bases or self.has("op:change", "op:more", "op:less")
        if len(self.editions) == 1 and compares and not self.features.numbers:
            other = self.default if self.editions[0] != self.default else self.compared_with
            return tuple(sorted({*self.editions, other}))
        return self.editions or (self.default,)

    @property
    def every_edition(self) -> tuple[str, ...]:
        """The editions named when they are two or more, with those between when a range is named; else all that the
        first metric has figures for."""
        if self.since is not None:
            return tuple(each for each in self.all_editions if each >= self.since)
        if len(self.editions) == 2 and self.is_range:
            return tuple(each for each in self.all_editions if self.editions[0] <= each <= self.editions[1])
        return self.editions if len(self.editions) >= 2 else self.all_editions

    @property
    def since(self) -> str | None:
        """The only edition that is named, where it is said that all from then on are meant: since 2019, 2019년부터."""
        if len(self.features.editions) != 1 or self.has("op:change", "op:difference", "op:multiple", "op:compare"):
            return None
        mention = self.features.editions[0]
        place = self.features.spans.index(mention.span)
        before = self.features.spans[place - 1].typed if place else ""
        after = self.features.spans[place + 1].typed if place + 1 < len(self.features.spans) else ""
        return mention.edition if before == "since" or after in _SINCE_JOSA else None

    @property
    def is_range(self) -> bool:
        """Whether the editions are the ends of a range, all of which is asked for: 2019년부터 2022년까지 합계."""
        named = [index for index, span in enumerate(self.features.spans) if span.kind == "year"]
        after = [self.features.spans[index + 1].text for index in named if index + 1 < len(self.features.spans)]
        ends = len(after) == 2 and after[0] == "부터" and after[1].startswith("까지")
        return ends and not self.has("op:change", "op:difference", "op:more", "op:less")

    @property
    def all_editions(self) -> tuple[str, ...]:
        """All editions that the first metric has figures for."""
        values = self.metric.values or self.catalogue.metric(self.metric.metric.id).values
        return tuple(edition for edition in self.catalogue.editions if edition in values)

    @property
    def asks_percent(self) -> bool:
        """Whether a percentage is asked for."""
        return self.has("unit:percent", "op:percent")

    @property
    def asks_which_edition(self) -> bool:
        """Whether it is asked when, in which edition, something was."""
        asks_when = self.has("ask:when", "ask:which", "ask:what") and self.has("edition", "ask:when")
        return self.has("ask:year", "op:editions") or asks_when

    @property
    def direction(self) -> Direction | None:
        """Up or down, where the message says just one of them."""
        up, down = self.has("op:up"), self.has("op:down")
        if up == down:
            up, down = self.has("op:more"), self.has("op:less")
            if is_outdone(self.features.spans):
                up, down = down, up
        return None if up == down else "up" if up else "down"

    @property
    def chooses_edition(self) -> bool:
        """Whether two editions are put to choose from: in 2019 or in 2022, which of 2019 and 2022."""
        if len(self.editions) != 2 or self.bases:
            return False
        first, second = sorted(mention.span.start for mention in self.features.editions)[:2]
        between = (span for span in self.features.spans if first < span.start < second)
        return self.has("ask:which", "ask:what", "ask:when", "ask:where", "ask:year") or any(
            "or" in each.meanings for each in between
        )

    @property
    def measure(self) -> Measure | None:
        """In what a change is asked for: times, percent, or the unit itself."""
        if self.has("op:multiple"):
            return "multiple"
        if self.asks_percent:
            return "percent"
        return "amount" if self.has("op:difference", "ask:many", "unit:krw", "unit:usd") else None


def mentioned(features: Features, catalogue: Catalogue) -> tuple[str, ...]:
    """The editions that the message names, in the order of time."""
    if not features.editions:
        return ()
    named = {mention.edition for mention in features.editions if mention.edition}
    return tuple(edition for edition in catalogue.editions if edition in named)
