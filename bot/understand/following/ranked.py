"""What is asked on after a rank: the other end of it, since another edition, the next place.

The rank is still meant, and no figure that was only one of those ranked.
"""

from __future__ import annotations

from dataclasses import replace

from bot.understand.asking.asked import mentioned
from bot.understand.asking.operations import is_held
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.features import Features
from bot.understand.question import Question, Unanswerable


def ranked_on(found: Features, last: Question, catalogue: Catalogue) -> Question | Unanswerable | None:
    """The last rank as the message, which names nothing, asks for it anew; None where the last question was no rank,
    or one of the editions of a figure that the message asks something else of."""
    if last.operation == "rank" and any(number.unit == "counter:time" for number in found.numbers):
        return replace(last, measure="amount", claim=None, carried=last.entries)
    if last.operation != "rank-changes":
        return None
    asked = replace(last, claim=None, carried=last.entries)
    if found.has("op:most", "op:least") and not (found.editions or found.numbers or found.has("op:down")):
        asked = replace(asked, extreme="least" if found.has("op:least") else "most")
    elif len(found.editions) == 1 and not found.numbers and last.editions > mentioned(found, catalogue) > ():
        asked = replace(asked, base=mentioned(found, catalogue)[0], base_assumed=False)
    else:
        return Unanswerable("not-understood", near=last.entries[:1])
    return asked if is_held(asked, catalogue) else Unanswerable("not-understood", near=last.entries[:1])
