"""The one sentence that asks, in a message that cannot be answered as a whole.

What people tell beside a clear question may hold any words, of the release or not. It is left out, and that is told,
where it asks nothing, says of nothing that the question is about it, and picks no edition, day or part; and where the
question names by itself what it asks for.
"""

from __future__ import annotations

from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.features import EditionMention, Features
from bot.understand.gathering.clauses import Typed, sentences_of, words_of
from bot.understand.gathering.constructions import AUXILIARIES
from bot.understand.gathering.gather import gather
from bot.understand.gathering.narrowing import PICKING, is_name, names_event, picks_some, points_back
from bot.understand.interpreting.framing import says_what_is_meant, speaks_of_asker
from bot.understand.span import Span

_MOST_SENTENCES = 6
#: What says that something is so or not so, or picks by it.
_SAYING_SO = ("not", "over", "under", "almost", "op:only", "claim")


def asking_sentence(spans: tuple[Span, ...], text: str, catalogue: Catalogue) -> tuple[tuple[Span, ...], str] | None:
    """The spans of the only sentence that asks, and the others as typed; None where these may belong to it."""
    typed = Typed(text)
    sentences = sentences_of(spans, typed)
    if not 2 <= len(sentences) <= _MOST_SENTENCES:
        return None
    found = [gather(sentence, catalogue, "") for sentence in sentences]
    asks = ["?" in typed.after(sentence) or bool(each.asks) for sentence, each in zip(sentences, found, strict=True)]
    if sum(asks) != 1:
        return None
    place = asks.index(True)
    asking, beside = sentences[place], [each for index, each in enumerate(found) if index != place]
    if not found[place].named - catalogue.little or points_back(asking, [each.spans for each in beside]):
        return None
    if not all(_stands_beside(each, found[place], typed, catalogue) for each in beside):
        return None
    return asking, " ".join(typed.part(each.spans) for each in beside)


def _stands_beside(found: Features, asking: Features, typed: Typed, catalogue: Catalogue) -> bool:
    """Whether nothing in the sentence picks among what may be asked."""
    own = {mention.year for mention in asking.editions} or {
        catalogue.edition(catalogue.knowledge.editions.default).year
    }
    picks_year = any(_is_dated(mention) and mention.year not in own for mention in found.editions)
    if picks_year or found.dates or found.numbers or found.operations or found.has(*PICKING, *_SAYING_SO):
        return False
    if says_what_is_meant(found.spans, catalogue) or names_event(found, catalogue):
        return False
    if any(map(is_name, found.spans)) and (found.has("hold") or not speaks_of_asker(found.spans, typed, catalogue)):
        return False
    if found.named - catalogue.little and not any(map(_tells, found.spans)):
        return False  # how many projects? the countries too
    return not picks_some(found, words_of(typed.part(found.spans)), catalogue)


def _is_dated(mention: EditionMention) -> bool:
    """Whether a year is named, and not only some time that is none of the release's: 2020, but not next year."""
    return mention.edition is not None or not mention.relative


def _tells(span: Span) -> bool:
    """Whether the word makes a sentence of the words around it: a verb, how one ends, is or has."""
    return span.kind in {"verb", "ending"} or span.typed in AUXILIARIES
