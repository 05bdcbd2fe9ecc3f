"""Which word somebody meant whose keys slipped: what one slip makes of it that is explained, and means one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from bot.language.hangul import to_jamo
from bot.language.normalise import laid_out
from bot.language.retyping import is_written, latin_retypings, respaced, retypings
from bot.language.spelling import parted
from bot.understand.reading.lexicon import Lexicon
from bot.understand.reading.segment import follows_no_lead, segment_for
from bot.understand.span import Span

#: How many spellings of a word are read with the words around.
_MOST_IN_PLACE = 5
#: How much of the text on either side tells what a word was meant to be.
_AROUND = 24
#: Two spellings so near in cost may both be meant.
_MARGIN = 0.25
#: What the release speaks of and words of asking are likelier, and what only means itself is not.
_OWN, _ODD = 0.4, 0.5
#: A heap of particles and endings is not.
_AFFIX = 0.5
#: Short words of these meanings are not guessed at: with 더 or 만 another thing is asked.
_SHORT, _TURNING = 5, ("op:", "counter:", "talk:", "time:")
#: How unlikely it is that a space was struck beside its place.
_MOVED = 0.6
#: A Latin word that is no part of a longer one with hyphens.
_LATIN_WORD, _LONGEST_LATIN = re.compile(r"(?<![\w-])[a-z]+(?![\w-])"), 20
#: From how many letters on a word may be two without a space.
_PARTED = 5


class _Place(NamedTuple):
    """The texts on either side of a word, as far as they tell what it was meant to be, and their letters."""

    before: str
    after: str
    letters_before: int
    letters_after: int

    @classmethod
    def between(cls, before: str, after: str) -> _Place:
        """The place between two texts that are clean."""
        before, after = _near_end(before), _near_start(after)
        return cls(before, after, len(laid_out(before).chars), len(laid_out(after).chars))


_ALONE = _Place("", "", 0, 0)


class Retyped(NamedTuple):
    """A word spelled as it may have been meant, what it costs to read it so with the words around, how it is read, and
    what all of them mean."""

    cost: float
    spelled: str
    spans: tuple[Span, ...]
    said: tuple[frozenset[str], ...]


def spelled_right(before: str, word: str, after: str, lexicon: Lexicon) -> str | None:
    """The word as it was meant between the two texts; None when no slip explains it, or two that mean different."""
    likely = [(slip, spelled) for spelled, slip in retypings(word).items() if is_covered(spelled, lexicon)]
    if not likely:
        return None
    if len(likely) > _MOST_IN_PLACE:
        likely.sort(key=lambda each: (_weighed(each[1], _ALONE, each[0], lexicon).cost, *each))
    place = _Place.between(before, after)
    found = [_weighed(spelled, place, slip, lexicon) for slip, spelled in likely[:_MOST_IN_PLACE]]
    found.sort(key=lambda each: each[:2])
    best = found[0]
    if any(other.cost - best.cost < _MARGIN and other.said != best.said for other in found[1:]):
        return None
    if not is_written(word):
        return best.spelled
    return None if _is_heap(word, best.spans) or _is_stem(word, best.spans) else best.spelled


def _near_end(before: str) -> str:
    """The last words of the text, as far as they tell what follows."""
    end = before[-_AROUND:]
    return end if len(before) <= _AROUND else end.partition(" ")[2] or end


def _near_start(after: str) -> str:
    """The first words of the text, as far as they tell what comes before."""
    start = after[:_AROUND]
    return start if len(after) <= _AROUND else start.rpartition(" ")[0] or start


def _is_heap(word: str, spans: tuple[Span, ...]) -> bool:
    """Whether the spans are scraps that any word falls into: syllables that stand alone, or a short word that says
    nothing or would turn the question."""
    lexical = [span for span in spans if span.kind not in {"josa", "ending"}]
    return sum(span.end - span.start == 1 for span in lexical) > 1 or any(
        len(to_jamo(span.typed)) < _SHORT
        and span.typed not in word
        and (span.kind == "skip" or any(meaning.startswith(_TURNING) for meaning in span.meanings))
        for span in lexical
    )


def _is_stem(word: str, spans: tuple[Span, ...]) -> bool:
    """Whether only another syllable in front of endings comes of it, as any other verb has: 줬더니 is no 뒀더니."""
    first = spans[0]
    return (
        first.kind in {"word", "verb"}
        and first.end - first.start == 1
        and first.typed not in word
        and all(span.kind in {"josa", "ending"} for span in spans[1:])
    )


def latin_spelled_right(text: str, place: int, lexicon: Lexicon) -> tuple[range, str] | None:
    """What the Latin word there was meant to be and which letters that replaces; None when no slip explains it, or two
    that mean different."""
    words = list(_LATIN_WORD.finditer(text))
    index = next((index for index, word in enumerate(words) if word.start() == place), None)
    if index is None or len(words[index].group()) > _LONGEST_LATIN:
        return None
    found: list[tuple[float, range, str, tuple[frozenset[str], ...]]] = []
    for where, spelled, slip in _latin_candidates(words, index, lexicon):
        each = _weighed(spelled, _Place.between(text[: where.start], text[where.stop :]), slip, lexicon)
        found.append((each.cost, where, spelled, each.said))
    found.sort(key=lambda each: (each[0], each[2]))
    if not found or any(other[0] - found[0][0] < _MARGIN and other[3] != found[0][3] for other in found[1:]):
        return None
    return found[0][1], found[0][2]


def _latin_candidates(words: list[re.Match[str]], index: int, lexicon: Lexicon) -> Iterator[tuple[range, str, float]]:
    """The words that may have been meant there: one slip away, or with the space beside them elsewhere."""
    word = words[index]
    before = words[index - 1].group() if index else ""
    for spelled, slip in latin_retypings(word.group()).items():
        if _is_latin_word(spelled, lexicon) and not follows_no_lead(before, spelled):
            yield range(*word.span()), spelled, slip
    for parts in parted(word.group()) if len(word.group()) >= _PARTED else ():
        if all(_is_latin_word(part, lexicon) for part in parts):
            yield range(*word.span()), " ".join(parts), _MOVED
    for one, other in pairwise(words[max(index - 1, 0) : index + 2]):
        if other.start() - one.end() == 1 and one.string[one.end()] == " ":
            for parts in respaced(one.group(), other.group()):
                if all(_is_latin_word(part, lexicon) for part in parts):
                    yield range(one.start(), other.end()), " ".join(parts), _MOVED


def _is_latin_word(word: str, lexicon: Lexicon) -> bool:
    """Whether the word is known by itself or as a part of phrases; of the single letters, only the article is."""
    return word == "a" if len(word) == 1 else lexicon.is_word(word) or word in lexicon.words.parts


def _weighed(spelled: str, place: _Place, slip: float, lexicon: Lexicon) -> Retyped:
    """The spelling in its place, with what it costs."""
    read_as = laid_out(place.before + spelled + place.after)
    spans, paid = segment_for(read_as, lexicon)
    first, last = place.letters_before, len(read_as.chars) - place.letters_after
    within = [span for span in spans if span.end > first and span.start < last]
    own = any(_is_likely(span, lexicon) for span in within)
    odd = any(meaning.startswith("=") for span in within for meaning in span.meanings)
    affixes = sum(span.kind in {"josa", "ending"} for span in within)
    said = tuple(telling for span in spans if (telling := span.meanings - lexicon.soft))
    return Retyped(slip + paid - _OWN * own + _ODD * odd + _AFFIX * max(affixes - 1, 0), spelled, tuple(within), said)


def _is_likely(span: Span, lexicon: Lexicon) -> bool:
    """Whether the span is what questions are made of: what the release speaks of, or a word of asking."""
    is_own = span.kind == "word" and span.text in lexicon.own
    return is_own or any(meaning.startswith("ask:") for meaning in span.meanings)


def is_covered(word: str, lexicon: Lexicon) -> bool:
    """Whether the word is made up of known words, digits, particles and endings, and begins with none of the last."""
    reached = [True] + [False] * len(word)
    for start in range(len(word)):
        if reached[start]:
            for length in _steps(word, start, lexicon):
                reached[start + length] = True
    return reached[-1]


def _steps(word: str, start: int, lexicon: Lexicon) -> Iterator[int]:
    """How long the words, digits, particles and endings are that stand there."""
    left, words = len(word) - start, lexicon.words
    if word[start].isdigit():
        yield 1
    for length in lexicon.lengths(word[start : start + 2]):
        if length <= left and lexicon.is_word(word[start : start + length]):
            yield length
    for length in words.affix_lengths.get(word[start], ()) if start else ():
        piece = word[start : start + length]
        if length <= left and (piece in words.josa or piece in words.endings):
            yield length
