"""A reading with some of its words spelled otherwise: mended words as if typed right, runs of words parted, drawn out
syllables once only."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from bot.language.hangul import has_lone_letters
from bot.language.normalise import Utterance, clean, laid_out
from bot.language.spelling import calmed, parted, unlinked, without_lone_letters
from bot.understand.reading.lexicon import Lexicon
from bot.understand.reading.reading import Reading, cost_of, from_spans, reading_of, unclear
from bot.understand.reading.segment import segment
from bot.understand.reading.spelled_out import spelled_out
from bot.understand.span import Span

_LONG_RUN = re.compile(r"[a-z]{10}")
_HANGUL_WORD = re.compile(r"(?<![가-힣])[가-힣]{3,}(?![가-힣])")
#: What a word costs that was respelled, and each of its slips.
_RESPELLED, _SLIP = 0.8, 0.75
_SHORTEST_PARTED = 5
#: How many changes are tried, and how much dearer than the text as typed they may be.
_MOST_CHANGES, _TIE = 5, 0.2
#: More changes that make the text likelier together are not tried one by one.
_FEW_CHANGES = 2


class Change(NamedTuple):
    """What stands at `text[start:end]`, spelled otherwise, and how many slips that takes."""

    start: int
    end: int
    spelled: str
    slips: int


def with_changes(text: str, changes: list[Change], lexicon: Lexicon, names: frozenset[str]) -> Reading:
    """The reading of the text once the changes are made, their slips marked in its spans."""
    changed, places = _changed(text, changes)
    read_as = laid_out(changed)
    slips = {place: change.slips for place, change in zip(places, changes, strict=True)}
    spans = segment(read_as, lexicon, names=names)
    return from_spans(read_as, tuple(_marked(span, read_as, slips) for span in spans), "respelled")


def _changed(text: str, changes: list[Change]) -> tuple[str, list[range]]:
    """The text with the changes, and where they stand in it."""
    pieces: list[str] = []
    places: list[range] = []
    done = length = 0
    for change in changes:
        pieces += [text[done : change.start], change.spelled]
        length += change.start - done
        places.append(range(length, length + len(change.spelled)))
        length += len(change.spelled)
        done = change.end
    return "".join([*pieces, text[done:]]), places


def _marked(span: Span, read_as: Utterance, slips: dict[range, int]) -> Span:
    """The span with the slips that were mended in it, paid for where each change begins."""
    first, last = read_as.offsets[span.start], read_as.offsets[span.end - 1]
    within = [(places, count) for places, count in slips.items() if places.start <= last and first < places.stop]
    if not within:
        return span
    begun = [count for places, count in within if first <= places.start]
    return span.respelled(sum(begun), sum(_RESPELLED + _SLIP * each for each in begun))


def spaced_out(best: Reading, lexicon: Lexicon, names: frozenset[str]) -> Reading:
    """The reading with spaces between the Latin words that were run together, so that phrases are found in them."""
    if not _LONG_RUN.search(best.text):
        return best
    read_as = best.utterance
    pairs = pairwise(best.spans)
    cuts = [
        read_as.offsets[span.start]
        for before, span in pairs
        if not read_as.gaps[span.start] and before.typed.isascii() and before.typed.isalpha() and span.typed.isascii()
        and span.typed.isalpha()
    ]  # fmt: skip
    if not cuts:
        return best
    places = [0, *cuts, len(read_as.text)]
    spaced = " ".join(read_as.text[start:end] for start, end in pairwise(places))
    reading = reading_of(spaced, "respelled", lexicon, names)
    return reading if cost_of(reading) < cost_of(best) else best


def respelled(best: Reading, lexicon: Lexicon, names: frozenset[str]) -> Reading:
    """The reading with mended words read again as if they had been typed right, where phrases come of it."""
    if not any(span.mended or span.kind == "unknown" for span in best.spans):
        return best
    read_as = best.utterance
    changes = [change for span in best.spans if (change := _change(span, read_as, lexicon))][:_MOST_CHANGES]
    together = [changes] if len(changes) > 1 else []
    for chosen in [*together, *([change] for change in changes)]:
        reading = with_changes(read_as.text, chosen, lexicon, names)
        if cost_of(reading) < cost_of(best) + _TIE * (best.way == "typed"):
            best = reading
            if chosen is changes and len(changes) > _FEW_CHANGES:
                break
    return best


def _change(span: Span, read_as: Utterance, lexicon: Lexicon) -> Change | None:
    """The span as it would be typed without its slips; None when it has none."""
    start, end = read_as.offsets[span.start], read_as.offsets[span.end - 1] + 1
    if span.mended:
        return Change(start, end, span.text, span.slips) if span.typed != span.text else None
    is_long = span.kind == "unknown" and len(span.typed) >= _SHORTEST_PARTED
    if is_long and span.typed.isascii() and span.typed.isalpha() and not lexicon.is_ordinary(span.typed):
        parts = min(parted(span.typed), key=lambda two: sum(_oddity(part, lexicon) for part in two))
        if all(map(lexicon.entry, parts)):
            return Change(start, end, " ".join(parts), 0)
    return None


def _oddity(word: str, lexicon: Lexicon) -> float:
    """How little the word is to be expected as a part of a run: words that only mean themselves are odd, the unknown
    never are parts."""
    entry = lexicon.entry(word)
    if entry is None:
        return float("inf")
    is_odd = any(meaning.startswith("=") for meaning in entry.meanings)
    return 1.0 + 2.0 * is_odd + 1.0 / len(word)


def calmed_down(text: str, cleaned: str, best: Reading, lexicon: Lexicon, names: frozenset[str]) -> Reading:
    """The reading of the text without what is drawn out, slipped in or spelled by ear, where that is more likely."""
    others: list[tuple[str, float]] = []
    bare = without_lone_letters(text) if has_lone_letters(text) else text
    if bare != text:
        joined = spelled_out(without_lone_letters(cleaned), lexicon)
        best = best if joined == best.text else reading_of(joined, "respelled", lexicon, names)
        dropped = spelled_out(clean(bare), lexicon)
        if unclear(reading_of(dropped, "respelled", lexicon, names)) < unclear(best):
            others.append((dropped, 0.0))  # else no letter slipped in: 기과ㄴ is 기관
    if any((span.kind == "unknown" or span.slips) and span.typed >= "ㄱ" for span in best.spans):
        others += [(_calm(best.text, lexicon), _RESPELLED), (_unlinked(best.text, lexicon), _RESPELLED)]
    for other, more in others:
        if other != best.text:
            reading = reading_of(other, "respelled", lexicon, names)
            if cost_of(reading) + more < cost_of(best):
                best = reading
    return best


def _calm(text: str, lexicon: Lexicon) -> str:
    """The text with the syllables that are drawn out once only, but for the words that have them twice: 덜덜."""
    words = text.split(" ")
    return " ".join(word if lexicon.is_ordinary(word.strip(".,!?")) else calmed(word) for word in words)


def _unlinked(text: str, lexicon: Lexicon) -> str:
    """The text with particles parted from nouns whose last sound slid into them: 계야기 is 계약이."""

    def spelled(match: re.Match[str]) -> str:
        for noun, particle in () if lexicon.is_ordinary(match.group()) else unlinked(match.group()):
            entry = lexicon.entry(noun)
            if entry is not None and entry.kind == "word" and particle in lexicon.words.josa:
                return noun + particle
        return match.group()

    return _HANGUL_WORD.sub(spelled, text)
