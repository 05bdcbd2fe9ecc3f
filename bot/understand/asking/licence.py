"""Whether a question that asks for a yes or a no gets one: what is said of a thing must be what the answer tells of it.

Did visitors like the expo? names the visitors, and their number is no answer. Such a question is declined, as is one of
which the answer neither says all nor can name what it leaves out.
"""

from __future__ import annotations

from dataclasses import replace

from bot.understand.asking.affirmed import as_typed, named_only, says_more
from bot.understand.asking.groups import group_of
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry
from bot.understand.features import Features
from bot.understand.gathering.whether import asks_if_any, asks_whether
from bot.understand.question import ANYTHING, Claim, Part, Question, Unanswerable


def licensed(part: Part, found: Features, catalogue: Catalogue) -> Part:
    """The part; a decline where it is asked whether something is so, and the answer tells neither that nor the
    contrary."""
    if not isinstance(part, Question) or part.carried or not found.is_claim or not asks_whether(found.spans):
        return part
    entry = catalogue.entries[part.entries[0]]
    if not isinstance(entry, AspectEntry):
        claimed = part.claim.number if part.claim is not None and part.operation == "value" else None
        if claimed is not None and len(part.entries) == 1:
            group = group_of(entry, claimed, found, catalogue)
            return replace(part, entries=(group.id,)) if group is not None else _declined(part, ())
        tells = part.operation != "value" or part.claim is not None or asks_if_any(found.spans)
        return part if tells else _declined(part, ())
    if "statement" in entry.aspect.asks and part.claim is None:
        return part if found.has("say") else _declined(part, ())  # what somebody said is told in full
    if part.claim is not None:
        return part if _is_told(part.claim, entry, found) else _declined(part, part.claim.beyond)
    more = says_more(entry, found, catalogue) if part.half_named or not entry.aspect.affirms else ()
    return _declined(part, as_typed(more, found)) if more else part


def affirms(question: Question, catalogue: Catalogue) -> bool:
    """Whether the side says all that is claimed of it in general, and no more."""
    entry, claim = catalogue.entries[question.entries[0]], question.claim
    is_plain = claim is not None and claim.is_plain and not (claim.says_more or claim.is_denied or claim.is_negated)
    return is_plain and isinstance(entry, AspectEntry) and entry.aspect.affirms


def _is_told(claim: Claim, entry: AspectEntry, found: Features) -> bool:
    """Whether the answer says that it is so, or not so, or what of it the release does not say."""
    if claim.is_denied or claim.others or claim.is_choice or claim.is_negated:
        return True
    if named_only(entry, found):
        return False
    if claim.is_plain and not (entry.aspect.affirms or entry.denies):
        return "statement" in entry.aspect.asks and found.has("say")
    return not claim.says_more or bool(claim.beyond or entry.denies)


def _declined(part: Question, words: tuple[str, ...]) -> Unanswerable:
    return Unanswerable("not-in-release", words, part.entries[0], near=part.entries, ask=None if words else ANYTHING)
