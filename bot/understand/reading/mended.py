"""A reading with the words that nothing explains as one slip of the keys, or of the space bar, makes them known."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.language import keyboard
from bot.language.normalise import Utterance, utterance
from bot.language.retyping import sounded, without_laughter
from bot.understand.reading.lexicon import Lexicon
from bot.understand.reading.reading import SENSELESS, Reading, cost_of, has_content, share_unexplained
from bot.understand.reading.respelled import Change, with_changes
from bot.understand.reading.retyped import latin_spelled_right, spelled_right
from bot.understand.reading.segment import segment
from bot.understand.span import Span

#: Two Korean words, the second of which may be the first of the next two.
_SPACE_BETWEEN = re.compile(r"(?<![가-힣])([가-힣]+) (?=([가-힣]+))")
_LONE = re.compile(r"[ㄱ-ㅣ]+")
_HANGUL_LETTERS = re.compile(r"[ㄱ-ㅣ가-힣]{2,}")
#: How many words of a message are retyped.
_MOST_RETYPED = 3
#: How many syllables a word has that is known over a space despite a slip.
_LONG_OVER_SPACE, _LONGEST_OVER_SPACE = 4, 9


def retyped_whole(text: str, lexicon: Lexicon) -> str:
    """Text as the keys of the other layout give it, with its few words that have a lone letter in them as they were
    meant; as it is when most have one, and it was not meant so."""
    words, broken = _HANGUL_LETTERS.findall(text), broken_words(text, lexicon)
    return made_whole(text, lexicon) if len(broken) <= max(1, len(words) // 2) else text


def made_whole(text: str, lexicon: Lexicon) -> str:
    """The text with the Korean words that have a lone letter in them as they were meant, where that is plain."""
    found = broken_words(text, lexicon)
    if not found or _is_latin(text, lexicon):
        return text
    for match in reversed(found[:_MOST_RETYPED]):
        before, after = text[: match.start()], text[match.end() :]
        typed = without_laughter(match.group()).translate(lexicon.words.syllables)
        spelled = spelled_right(before, typed, after, lexicon)
        if spelled is None and sum(char < "가" for char in typed) > 1:
            spelled = sounded(typed)  # so much is no letter that slipped in
        if spelled is not None:
            text = before + spelled + after
    return text


def broken_words(text: str, lexicon: Lexicon) -> list[re.Match[str]]:
    """The Korean words that have a lone letter in them."""
    return [match for match in _HANGUL_LETTERS.finditer(text) if _has_lone_letter(match.group(), lexicon)]


def _is_latin(text: str, lexicon: Lexicon) -> bool:
    """Whether the keys that were struck make sense as Latin words."""
    spans = segment(utterance(keyboard.to_latin(text)), lexicon)
    return share_unexplained(spans) < SENSELESS and has_content(spans)


def _has_lone_letter(word: str, lexicon: Lexicon) -> bool:
    """Whether letters stand alone beside syllables, other than for laughter or for a word: ㄹㅇ임 is 레알임."""
    calm = without_laughter(word)
    lone = _LONE.findall(calm)
    is_word = any(len(each) > 1 and lexicon.is_word(each) for each in lone)
    return bool(lone) and len("".join(lone)) < len(calm) and not is_word


def retyped(best: Reading, lexicon: Lexicon, names: frozenset[str]) -> Reading:
    """The reading with the Korean words that nothing explains, or only scraps do, as one slip of the keys makes them
    known words."""
    best = _joined(best, lexicon, names)
    unknown = [span for span in best.spans if span.kind == "unknown" and span.typed >= "가"]
    scraps = _scraps(best.spans)
    if not unknown and not scraps:
        return best
    read_as = best.utterance
    places = {read_as.offsets[span.start] for span in (*unknown, *scraps)}
    doubtful = [
        match
        for match in _HANGUL_LETTERS.finditer(read_as.text)
        if not places.isdisjoint(range(*match.span())) and not lexicon.is_ordinary(match.group())
    ]
    changes = [
        Change(*match.span(), spelled, 1)
        for match in doubtful[:_MOST_RETYPED]
        if (spelled := _meant(match, best, read_as, lexicon)) is not None
    ]
    if not changes:
        return best
    reading = with_changes(read_as.text, changes, lexicon, names)
    return reading if scraps or cost_of(reading) < cost_of(best) else best


def _meant(match: re.Match[str], best: Reading, read_as: Utterance, lexicon: Lexicon) -> str | None:
    """The Korean word there as it was meant; one that scraps explain is only taken for a word of the release."""
    word, (start, end) = match.group(), match.span()
    spelled = spelled_right(match.string[:start], word, match.string[end:], lexicon)
    if spelled is None:
        return None
    within = [span for span in best.spans if start <= read_as.offsets[span.start] < end]
    if not any(span.kind == "unknown" for span in within):
        return spelled if any(spelled[:length] in lexicon.own for length in range(2, len(spelled) + 1)) else None
    return None if _is_compound(within, lexicon) else spelled


def _scraps(spans: tuple[Span, ...]) -> list[Span]:
    """The Korean words of one syllable that a verb of one follows: 사암 is no company that knows."""
    return [span for span, following in pairwise(spans) if _is_scrap(span) and _is_scrap(following, "verb")]


def _is_scrap(span: Span, *kinds: str) -> bool:
    return span.end - span.start == 1 and span.typed >= "가" and span.kind in (kinds or ("word", "verb"))


def _is_compound(spans: list[Span], lexicon: Lexicon) -> bool:
    """Whether a noun goes on with one unknown syllable that makes another noun of it: 입장권 is no 입장인."""
    return any(
        span.kind == "unknown"
        and span.end - span.start == 1
        and before.kind in {"word", "verb", "unknown"}
        and span.typed in lexicon.words.suffixes
        for before, span in pairwise(spans)
    )


def _joined(best: Reading, lexicon: Lexicon, names: frozenset[str]) -> Reading:
    """The reading without a space beside a Korean word that nothing explains, where one word goes over it: 깔 렸음."""
    for _ in range(_MOST_RETYPED):
        read_as = best.utterance
        text, offsets = read_as.text, read_as.offsets
        places = [offsets[span.start] for span in best.spans if span.kind == "unknown" and span.typed >= "가"]
        beside = [
            match
            for match in _SPACE_BETWEEN.finditer(text)
            if any(match.start() <= place < match.end(2) for place in places) and _may_go_over(match, lexicon)
        ]
        readings = [
            reading
            for match in beside[:_MOST_RETYPED]
            if _goes_over(match, reading := _without_space(text, match, lexicon, names))
            and not _is_torn(match, best, reading)
        ]
        likeliest = min(readings, key=cost_of, default=best)
        if cost_of(likeliest) >= cost_of(best):
            break
        best = likeliest
    return best


def _without_space(text: str, match: re.Match[str], lexicon: Lexicon, names: frozenset[str]) -> Reading:
    return with_changes(text, [Change(match.start(), match.end(2), match[1] + match[2], 0)], lexicon, names)


def _may_go_over(match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether some word, particle or ending may stand across the space, or a long one but for a slip."""
    joined, cut, words = match[1] + match[2], len(match[1]), lexicon.words
    if any(len(word) > 1 and lexicon.is_ordinary(word) for word in match.groups()):
        return False
    for start in range(cut):
        for end in range(cut + 1, min(len(joined), start + _LONGEST_OVER_SPACE) + 1):
            piece = joined[start:end]
            if lexicon.is_word(piece) or piece in words.josa or piece in words.endings:
                return True
            if end - start >= _LONG_OVER_SPACE - 1 and lexicon.near(piece) is not None:
                return True
    return False


def _goes_over(match: re.Match[str], reading: Reading) -> bool:
    """Whether a known word, free of slips unless it is long, begins before the space that was left out and ends behind
    it."""
    offsets = reading.utterance.offsets
    return any(
        offsets[span.start] < match.end(1) <= offsets[span.end - 1]
        and span.kind != "unknown"
        and (span.slips == 0 and span.typed == span.text if len(span.text) < _LONG_OVER_SPACE else span.slips < 2)
        for span in reading.spans
    )


def _is_torn(match: re.Match[str], best: Reading, reading: Reading) -> bool:
    """Whether the word that goes over the space begins inside one that was known or with its particle: 나이 묵 is no
    이묵, 코스피가 장 no 가장."""
    offsets, joined = best.utterance.offsets, reading.utterance.offsets
    begins = max(
        (place for span in reading.spans if (place := joined[span.start]) < match.end(1)), default=match.start()
    )
    if begins <= match.start():
        return False
    known = (span for span in best.spans if span.kind != "unknown" and not span.slips)
    return any(
        offsets[span.start] + (span.kind not in {"josa", "ending"}) <= begins <= offsets[span.end - 1] for span in known
    )


def latin_retyped(best: Reading, lexicon: Lexicon, names: frozenset[str]) -> Reading:
    """The reading with the Latin words that nothing explains as one slip of the keys makes them known words."""
    for _ in range(_MOST_RETYPED):
        likelier = _with_latin_word(best, lexicon, names)
        if likelier is None:
            break
        best = likelier
    return best


def _with_latin_word(best: Reading, lexicon: Lexicon, names: frozenset[str]) -> Reading | None:
    """The likelier reading with one of those words as it was meant; None when there is none."""
    read_as = best.utterance
    for span in best.spans:
        is_doubtful = span.kind == "unknown" or span.slips
        if not is_doubtful or not span.typed.isascii() or not span.typed.isalpha() or span.typed in names:
            continue
        if lexicon.is_ordinary(span.typed):
            continue
        found = latin_spelled_right(read_as.text, read_as.offsets[span.start], lexicon)
        if found is not None:
            change = Change(found[0].start, found[0].stop, found[1], 1)
            reading = with_changes(read_as.text, [change], lexicon, names)
            if cost_of(reading) < cost_of(best):
                return reading
    return None
