"""Where and on what days something was, asked of another edition or as a rule: the release tells it of its own only."""

from __future__ import annotations

from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry
from bot.understand.features import Features

#: How it is asked what is so as a rule.
_AS_A_RULE = frozenset(
    {"usually", "typically", "normally", "generally", "always", "보통", "대개", "주로", "늘", "항상"}
)


def of_other_editions(entry: AspectEntry, found: Features, catalogue: Catalogue) -> frozenset[str]:
    """What the message asks or claims of the first edition, of each or as a rule, and the side tells of one: where it
    was, or on what days; and where each was, which no side tells that says since when there are any."""
    if entry.topic.subject and entry.aspect.years:
        places = {item for item in catalogue.items & found.meanings if catalogue.item_kinds.get(item) == "place"}
        return frozenset({"ask:where"}) if places and found.has("annual", "op:editions") else frozenset()
    tells_where = "where" in entry.aspect.asks and "first" not in entry.explains
    as_a_rule = any(span.typed in _AS_A_RULE for span in found.spans)
    if tells_where and "time:first" in found.meanings and not found.is_claim:
        return frozenset({"ask:where"})
    if not entry.topic.subject or not (as_a_rule or "op:editions" in found.meanings):
        return frozenset()
    return frozenset({"ask:where"} if tells_where else {"ask:when"} if entry.aspect.dates and as_a_rule else ())
