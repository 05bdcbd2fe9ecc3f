"""A part beside its whole: one that is counted in it anyway makes no more of it; one that is not is set against it."""

from __future__ import annotations

import itertools

from bot.understand.asking.asked import Asked
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import MetricEntry
from bot.understand.features import Features
from bot.understand.question import Question

#: What joins a part to what it is put together with, or counted in with.
_JOINING_JOSA = frozenset({"과", "와", "랑", "이랑", "하고", "에", "에다", "에다가", "까지", "까지도", "도"})
_JOINING = frozenset({"plus", "to", "with", "togetherwith", "alongwith"})
_INCLUDING = frozenset({"including", "counting"})


def whole_with(entry: MetricEntry, found: Features, catalogue: Catalogue) -> MetricEntry:
    """The entry; its whole where the message counts it in with that: visitors plus foreign ones, 외국인 포함 관람객."""
    is_within = entry.part is not None and not entry.part.separate
    if not is_within or found.has("op:exclude") or len(found.editions) > 1:
        return entry
    adds = includes(found) or (found.has("op:sum") and _is_joined(found))
    return catalogue.metric(entry.metric.id) if adds else entry


def includes(found: Features) -> bool:
    """Whether something is said to be counted along with the rest."""
    return found.has("op:include") or any(span.typed in _INCLUDING for span in found.spans)


def whole_of_both(first: MetricEntry, second: MetricEntry) -> MetricEntry | None:
    """The one of the figures that the other is counted in; None when neither is."""
    for whole, entry in ((first, second), (second, first)):
        if entry.whole_id == whole.id and entry.part is not None and not entry.part.separate:
            return whole
    return None


def beside_whole(asked: Asked) -> Question | None:
    """The whole set against its part that is not in it, where both are named, the whole by what tells it from that
    part: online vs on-site visitors, 온라인 오프라인 각각; None when the message does not set them side by side."""
    part = asked.metric.part
    if not asked.is_single or part is None or not part.separate or len(asked.editions) > 1:
        return None
    whole = asked.catalogue.metric(asked.metric.metric.id)
    told = asked.features.named & whole.explains - asked.metric.named - asked.catalogue.little
    if not told or not asked.has("op:compare", "each", "op:difference"):
        return None
    return Question("compare", (whole.id, asked.metric.id), asked.last_edition, edition_assumed=not asked.editions)


def _is_joined(found: Features) -> bool:
    """Whether something that is named, other than an edition, is put together with something."""
    times = {mention.span for mention in found.editions}
    by_josa = any(
        span.kind == "josa" and span.text in _JOINING_JOSA and before.kind == "word" and before not in times
        for before, span in itertools.pairwise(found.spans)
    )
    return by_josa or any(span.typed in _JOINING or "and" in span.meanings for span in found.spans)
