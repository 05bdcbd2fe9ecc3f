"""How a message is read: as typed, or, when that makes no sense, as typed on the wrong keyboard layout or romanised.

The reading that leaves the least unexplained wins; as typed wins a tie.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, NamedTuple

from bot.knowledge.model import Language
from bot.language import keyboard
from bot.language.abridge import abridged
from bot.language.normalise import Utterance, clean, laid_out, utterance
from bot.language.numbers import find_numbers
from bot.language.retyping import sounded, without_laughter
from bot.language.romanised import hangulise
from bot.language.spelling import calmed, parted, undrawn, unlinked, without_lone_letters
from bot.understand.reading.lexicon import Lexicon
from bot.understand.reading.retyped import is_covered, latin_spelled_right, spelled_right
from bot.understand.reading.segment import segment
from bot.understand.reading.spoken import is_function, language_of
from bot.understand.span import Span

Way = Literal["typed", "respelled", "keyboard", "romanised"]

#: Beyond this share of unexplained letters a message may have been meant otherwise than typed.
_SENSELESS = 0.34
_LATIN_RUN = re.compile(r"[A-Za-z]+")
_LONG_RUN = re.compile(r"[a-z]{10}")
_HANGUL_WORD = re.compile(r"(?<![가-힣])[가-힣]{3,}(?![가-힣])")
#: Two Korean words, the second of which may be the first of the next two.
_SPACE_BETWEEN = re.compile(r"(?<![가-힣])([가-힣]+) (?=([가-힣]+))")
#: Initials that may stand for a word, alone or with what clings to it: ㄱㄹㄱ, ㄱㄹㄱ은.
_INITIALS = re.compile(r"(?<!\S)(?:[ㄱ-ㅎ]{2,}(?!\S)|[ㄱ-ㅎ]{3,}(?=[가-힣]))")
_LONE = re.compile(r"[ㄱ-ㅣ]+")
_HANGUL_LETTERS = re.compile(r"[ㄱ-ㅣ가-힣]{2,}")
#: How many words of a message are retyped.
_MOST_RETYPED = 3
#: How many syllables a word has that is known over a space despite a slip.
_LONG_OVER_SPACE, _LONGEST_OVER_SPACE = 4, 9
_LATIN_TOKEN = re.compile(r"(?<![a-z0-9'-])[a-z][a-z0-9']*(?![a-z0-9'-])")
#: What people say while they think.
_FILLER = re.compile(r"(?<![^\s,.…])(?:u+m+|u+h+m*|e+r+m*|h+m{2,}|음+|어+|흠+|으음)(?:[,.…~]+|(?!\S))(?=\s|$)")
#: A syllable that is typed three times or more.
_DRAWN_OUT = re.compile(r"([가-힣])\1{2,}")
#: A particle that stands alone in front of an asking word, or of what compares, or a polite one at the end.
_LOOSE_PARTICLE = re.compile(
    r"(?<=[가-힣]) (?:(?:은|는|이|가|을|를|의|에|에서|으로|로|랑|이랑)"
    r"(?= (?:몇|얼마|어디|언제|누구|누가|뭐|무엇|무슨|총 |왜|어떻))"
    r"|(?<![은는이가을를에의서로도] )보다"
    r"(?=(?:는|도)? (?:몇|얼마|더|덜|많|적|늘|줄|넓|좁|높|낮|크|큰|컸|작|훨씬)|[?!.]*$)"
    r"|요(?=[?!.]*$))"
)
#: A word that is said again at once.
_STUTTER = re.compile(r"(?<!\S)((?=\S*[^\W\d_])[^\s,.…]+)(?:[\s,.…]+\1)+(?!\S)")
_DOUBLED = re.compile(r"(.)\1")
_DIGITS_BEFORE = re.compile(r"\d+$")
_SAID_AGAIN = re.compile(r"\b(\w+)[,.…]+\s?\1\b")
_LATIN_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
#: A longer message is not taken for a slip of the keyboard.
_LONGEST_SLIP = 200
_MAX_ROMANISED_WORDS = 12
#: How many Hangul spellings of a romanised word are looked at.
_MOST_SPELLINGS = 32
#: What a word costs that was respelled, and each of its slips.
_RESPELLED, _SLIP = 0.8, 0.75
_SHORTEST_PARTED = 5
#: How many changes are tried, and how much dearer than the text as typed they may be.
_MOST_CHANGES, _TIE = 5, 0.2
#: More changes that make the text likelier together are not tried one by one.
_FEW_CHANGES = 2
#: Before something broke out is before it.
_BEFORE_IT_CAME = re.compile(
    r"(?P<what>[가-힣]{2,6})(?<![이가])[이가]?\s?(?:터지|퍼지|번지|생기|나타나|발생하|창궐하|유행하|확산되|들이닥치|덮치|시작되)기\s?(?P<before>직전|이전|전)"
)
_BEFORE_IT_STRUCK = re.compile(
    r"before (?P<what>(?:the )?[a-z-]+) "
    r"(?:broke out|hit|struck|began|started|came along|arrived|happened|erupted|took hold|spread)\b"
)
#: Capitals that give no other Hangul than small letters do are typed for their own sake: CESrk is CES가.
_NAME_IN_CAPITALS = re.compile(r"(?<![A-Za-z])(?=[A-Z]*[ASDFGHJKLZXCVBNMUIY])[A-Z]+")
_CAPITALISED = re.compile(r"(?<![.!?\s])\s+([A-Z][A-Za-z]+)\b|\b([A-Z]{2,})\b")


@dataclass(frozen=True, slots=True)
class Reading:
    """The spans of a message, the text they were read from, and the way it had to be taken.

    `is_language_sure` is False for a Latin name alone, which people of both languages type; `is_abridged` is True for
    a message so long that only some of it was read.
    """

    utterance: Utterance
    spans: tuple[Span, ...]
    way: Way
    language: Language | None
    is_language_sure: bool = True
    is_abridged: bool = False

    @property
    def text(self) -> str:
        """The text that the spans were read from."""
        return self.utterance.text

    @property
    def key(self) -> str:
        """The text without spaces and punctuation."""
        return self.utterance.chars


def read(text: str, lexicon: Lexicon) -> Reading:
    """The best reading; `language` is None when the message has no words that tell it."""
    short = abridged(text)
    try:
        best = _best_reading(_DRAWN_OUT.sub(r"\1", short), lexicon)
    finally:
        lexicon.forget()
    return best if len(short) == len(text) else replace(best, is_abridged=True)


def _best_reading(text: str, lexicon: Lexicon) -> Reading:
    cleaned = clean(text)
    written_out = _with_initials(cleaned, lexicon)
    if written_out != cleaned:
        text = cleaned = written_out
    whole = _made_whole(text, lexicon) if len(text) <= _LONGEST_SLIP else text
    reading = _likeliest_reading(whole, cleaned if whole == text else clean(whole), lexicon)
    return replace(reading, way="respelled") if whole != text and reading.way == "typed" else reading


def _likeliest_reading(text: str, cleaned: str, lexicon: Lexicon) -> Reading:
    typed = _spelled_out(cleaned, lexicon)
    names = _names(text)
    best = _reading(typed, "typed", lexicon, names)
    if len(typed) <= _LONGEST_SLIP:
        if _unexplained(best.spans) <= _SENSELESS:
            best = _latin_retyped(best, lexicon, names)
        best = _respelled(_spaced_out(best, lexicon, names), lexicon, names)
        best = _retyped(_calmed(text, cleaned, best, lexicon, names), lexicon, names)
    unexplained = _unexplained(best.spans)
    if unexplained <= _SENSELESS or len(typed) > _LONGEST_SLIP:
        return best
    for way, other in _alternatives(text, typed, best, lexicon):
        reading = _reading(clean(_made_whole(other, lexicon)) if way == "keyboard" else other, way, lexicon)
        share = _unexplained(reading.spans)
        if share < unexplained / 2 and _has_content(reading.spans):
            best, unexplained = reading, share
    return best if best.way in {"typed", "respelled"} else replace(_retyped(best, lexicon, names), way=best.way)


def _reading(text: str, way: Way, lexicon: Lexicon, names: frozenset[str] = frozenset()) -> Reading:
    """The text, which is clean, as it stands."""
    read_as = laid_out(text)
    return _read_as(read_as, segment(read_as, lexicon, names=names), way)


def _read_as(read_as: Utterance, spans: tuple[Span, ...], way: Way) -> Reading:
    language = language_of(read_as, spans)
    sure = language == "ko" or any(is_function(span) for span in spans)
    return Reading(read_as, spans, way, language, sure)


def _names(text: str) -> frozenset[str]:
    """The words that begin with a capital inside a sentence, in a message that is not all capitals."""
    if text.islower():
        return frozenset()
    found = [match[1] or match[2] for match in _CAPITALISED.finditer(text)]
    words = _LATIN_RUN.findall(text)
    return frozenset(map(str.casefold, found)) if 3 * len(found) < 2 * len(words) else frozenset()


def _spelled_out(text: str, lexicon: Lexicon) -> str:
    """The text without fillers and repeated words, its Korean particles clinging, its words spelled as at leisure.

    Numbers may be said twice: twenty twenty.
    """
    if _FILLER.search(text):
        text = " ".join(_FILLER.sub("", text).split()) or text
    if "before " in text:
        text = _BEFORE_IT_STRUCK.sub(r"before \g<what>", text)
    if not text.isascii():
        text = _BEFORE_IT_CAME.sub(r"\g<what> \g<before>", text) if "기" in text else text
        text = _LOOSE_PARTICLE.sub(lambda match: match.group()[1:], text.translate(lexicon.words.syllables))
    words = text.split()
    if len(set(words)) < len(words) or _SAID_AGAIN.search(text):
        text = _STUTTER.sub(lambda match: match.group() if _is_number(match[1]) else match[1], text)
    spellings = lexicon.words.spellings
    return _LATIN_TOKEN.sub(lambda match: spellings.get(match.group()) or _undrawn(match.group(), lexicon), text)


def _undrawn(word: str, lexicon: Lexicon) -> str:
    """The short common word whose letters are repeated in the word: whaat is what."""
    if not _DOUBLED.search(word):
        return word
    short, known = lexicon.words.short, lexicon.entry(word)
    for spelled in undrawn(word) if word not in short else ():
        entry = lexicon.entry(spelled) if spelled in short else None
        if entry is not None and (known is None or known.readings == entry.readings):
            return spelled
    return word


def _is_number(word: str) -> bool:
    return any(number.end - number.start == len(word) for number in find_numbers(word))


def _spaced_out(best: Reading, lexicon: Lexicon, names: frozenset[str]) -> Reading:
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
    reading = _reading(spaced, "respelled", lexicon, names)
    return reading if _cost_of(reading) < _cost_of(best) else best


def _respelled(best: Reading, lexicon: Lexicon, names: frozenset[str]) -> Reading:
    """The reading with mended words read again as if they had been typed right, where phrases come of it."""
    if not any(span.mended or span.kind == "unknown" for span in best.spans):
        return best
    read_as = best.utterance
    changes = [change for span in best.spans if (change := _change(span, read_as, lexicon))][:_MOST_CHANGES]
    together = [changes] if len(changes) > 1 else []
    for chosen in [*together, *([change] for change in changes)]:
        reading = _with_changes(read_as.text, chosen, lexicon, names)
        if _cost_of(reading) < _cost_of(best) + _TIE * (best.way == "typed"):
            best = reading
            if chosen is changes and len(changes) > _FEW_CHANGES:
                break
    return best


def _with_changes(text: str, changes: list[_Change], lexicon: Lexicon, names: frozenset[str]) -> Reading:
    changed, places = _changed(text, changes)
    read_as = laid_out(changed)
    slips = {place: change.slips for place, change in zip(places, changes, strict=True)}
    spans = segment(read_as, lexicon, names=names)
    return _read_as(read_as, tuple(_marked(span, read_as, slips) for span in spans), "respelled")


def _cost_of(reading: Reading) -> float:
    return sum(span.cost for span in reading.spans)


def _unlinked(text: str, lexicon: Lexicon) -> str:
    """The text with particles parted from nouns whose last sound slid into them: 계야기 is 계약이."""

    def spelled(match: re.Match[str]) -> str:
        for noun, particle in () if lexicon.is_ordinary(match.group()) else unlinked(match.group()):
            entry = lexicon.entry(noun)
            if entry is not None and entry.kind == "word" and particle in lexicon.words.josa:
                return noun + particle
        return match.group()

    return _HANGUL_WORD.sub(spelled, text)


class _Change(NamedTuple):
    """What stands at `text[start:end]`, spelled otherwise, and how many slips that takes."""

    start: int
    end: int
    spelled: str
    slips: int


def _change(span: Span, read_as: Utterance, lexicon: Lexicon) -> _Change | None:
    """The span as it would be typed without its slips; None when it has none."""
    start, end = read_as.offsets[span.start], read_as.offsets[span.end - 1] + 1
    if span.mended:
        return _Change(start, end, span.text, span.slips) if span.typed != span.text else None
    is_long = span.kind == "unknown" and len(span.typed) >= _SHORTEST_PARTED
    if is_long and span.typed.isascii() and span.typed.isalpha() and not lexicon.is_ordinary(span.typed):
        parts = min(parted(span.typed), key=lambda two: sum(_oddity(part, lexicon) for part in two))
        if all(map(lexicon.entry, parts)):
            return _Change(start, end, " ".join(parts), 0)
    return None


def _oddity(word: str, lexicon: Lexicon) -> float:
    """How little the word is to be expected as a part of a run: words that only mean themselves are odd, the unknown
    never are parts."""
    entry = lexicon.entry(word)
    if entry is None:
        return float("inf")
    is_odd = any(meaning.startswith("=") for meaning in entry.meanings)
    return 1.0 + 2.0 * is_odd + 1.0 / len(word)


def _changed(text: str, changes: list[_Change]) -> tuple[str, list[range]]:
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
    return span._replace(
        slips=span.slips + sum(begun), mended=True, cost=span.cost + sum(_RESPELLED + _SLIP * each for each in begun)
    )


def _calmed(text: str, cleaned: str, best: Reading, lexicon: Lexicon, names: frozenset[str]) -> Reading:
    """The reading of the text without what is drawn out, slipped in or spelled by ear, where that is more likely."""
    others: list[tuple[str, float]] = []
    bare = text if text.isascii() else without_lone_letters(text)
    if bare != text:
        joined = _spelled_out(without_lone_letters(cleaned), lexicon)
        best = best if joined == best.text else _reading(joined, "respelled", lexicon, names)
        dropped = _spelled_out(clean(bare), lexicon)
        if _unclear(_reading(dropped, "respelled", lexicon, names)) < _unclear(best):
            others.append((dropped, 0.0))  # else no letter slipped in: 기과ㄴ is 기관
    if any((span.kind == "unknown" or span.slips) and span.typed >= "ㄱ" for span in best.spans):
        others += [(_calm(best.text, lexicon), _RESPELLED), (_unlinked(best.text, lexicon), _RESPELLED)]
    for other, more in others:
        if other != best.text:
            reading = _reading(other, "respelled", lexicon, names)
            if _cost_of(reading) + more < _cost_of(best):
                best = reading
    return best


def _calm(text: str, lexicon: Lexicon) -> str:
    """The text with the syllables that are drawn out once only, but for the words that have them twice: 덜덜."""
    words = text.split(" ")
    return " ".join(word if lexicon.is_ordinary(word.strip(".,!?")) else calmed(word) for word in words)


def _made_whole(text: str, lexicon: Lexicon) -> str:
    """The text with the Korean words that have a lone letter in them as they were meant, where that is plain."""
    found = [match for match in _HANGUL_LETTERS.finditer(text) if _has_lone_letter(match.group(), lexicon)]
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


def _is_latin(text: str, lexicon: Lexicon) -> bool:
    """Whether the keys that were struck make sense as Latin words."""
    spans = segment(utterance(keyboard.to_latin(text)), lexicon)
    return _unexplained(spans) < _SENSELESS and _has_content(spans)


def _has_lone_letter(word: str, lexicon: Lexicon) -> bool:
    """Whether letters stand alone beside syllables, other than for laughter or for a word: ㄹㅇ임 is 레알임."""
    calm = without_laughter(word)
    lone = _LONE.findall(calm)
    is_word = any(len(each) > 1 and lexicon.is_word(each) for each in lone)
    return bool(lone) and len("".join(lone)) < len(calm) and not is_word


def _retyped(best: Reading, lexicon: Lexicon, names: frozenset[str]) -> Reading:
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
        _Change(*match.span(), spelled, 1)
        for match in doubtful[:_MOST_RETYPED]
        if (spelled := _meant(match, best, read_as, lexicon)) is not None
    ]
    if not changes:
        return best
    reading = _with_changes(read_as.text, changes, lexicon, names)
    return reading if scraps or _cost_of(reading) < _cost_of(best) else best


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
        likeliest = min(readings, key=_cost_of, default=best)
        if _cost_of(likeliest) >= _cost_of(best):
            break
        best = likeliest
    return best


def _without_space(text: str, match: re.Match[str], lexicon: Lexicon, names: frozenset[str]) -> Reading:
    return _with_changes(text, [_Change(match.start(), match.end(2), match[1] + match[2], 0)], lexicon, names)


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


def _latin_retyped(best: Reading, lexicon: Lexicon, names: frozenset[str]) -> Reading:
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
            change = _Change(found[0].start, found[0].stop, found[1], 1)
            reading = _with_changes(read_as.text, [change], lexicon, names)
            if _cost_of(reading) < _cost_of(best):
                return reading
    return None


def _is_compound(spans: list[Span], lexicon: Lexicon) -> bool:
    """Whether a noun goes on with one unknown syllable that makes another noun of it: 입장권 is no 입장인."""
    return any(
        span.kind == "unknown"
        and span.end - span.start == 1
        and before.kind in {"word", "verb", "unknown"}
        and span.typed in lexicon.words.suffixes
        for before, span in pairwise(spans)
    )


def _unclear(reading: Reading) -> int:
    """How many words were not known as they stand."""
    return sum(span.kind == "unknown" or span.mended for span in reading.spans)


def _alternatives(text: str, typed: str, best: Reading, lexicon: Lexicon) -> list[tuple[Way, str]]:
    found: list[tuple[Way, str]] = []
    raw = unicodedata.normalize("NFC", text)
    has_hangul = any("ㄱ" <= char <= "힣" for char in raw)
    if has_hangul:
        found.append(("keyboard", keyboard.to_latin(raw)))
        found.append(("keyboard", _LATIN_RUN.sub(lambda match: _unswitched(match.group(), lexicon), raw)))
    elif any(char.isalpha() for char in raw):
        found.append(("keyboard", keyboard.to_hangul(raw)))
        if _NAME_IN_CAPITALS.search(raw):
            found.append(("keyboard", _LATIN_RUN.sub(lambda match: _but_for_name(match.group(), lexicon), raw)))
    if not has_hangul and not _is_english(best.spans):
        found.append(("romanised", _spelled_out(_hangulised(typed, best.spans, lexicon), lexicon)))
    return found


def _unswitched(word: str, lexicon: Lexicon) -> str:
    """The Latin word as the Hangul its keys give, when it is no word as it stands."""
    return word if lexicon.entry(word.lower()) else keyboard.to_hangul(word)


def _but_for_name(word: str, lexicon: Lexicon) -> str:
    """The Latin word as the Hangul its keys give, but for the name in capitals that it begins with, or that it is."""
    name = _NAME_IN_CAPITALS.match(word)
    if name is None:
        return word if len(word) > 3 and lexicon.entry(word) else keyboard.to_hangul(word)
    return name.group() + keyboard.to_hangul(word[name.end() :])


def _is_english(spans: tuple[Span, ...]) -> bool:
    """Whether two or more words are plainly English: the rest is then no romanised Korean."""
    return sum(is_function(span) and not span.mended and span.end - span.start > 1 for span in spans) > 1


def _hangulised(typed: str, spans: tuple[Span, ...], lexicon: Lexicon) -> str:
    known = {span.typed for span in spans if span.kind != "unknown" and not span.mended}
    likeliest: dict[str, str] = {}
    words = 0

    def spelled(match: re.Match[str]) -> str:
        nonlocal words
        word = match.group()
        words += 1
        if word in known or words > _MAX_ROMANISED_WORDS:
            return word
        digits = _DIGITS_BEFORE.search(typed[: match.start()])
        before = digits.group() if digits else ""
        if before + word not in likeliest:
            spellings = hangulise(word, _MOST_SPELLINGS)
            if spellings and len(spellings[0]) > 1 and spellings[0] in lexicon.words.josa:
                likeliest[before + word] = spellings[0]
            else:
                likely = [spelling for spelling in spellings if is_covered(before + spelling, lexicon)] or spellings
                likeliest[before + word] = min(likely, key=lambda each: _cost(before + each, lexicon), default=word)
        return likeliest[before + word]

    return _LATIN_WORD.sub(spelled, typed)


def _cost(word: str, lexicon: Lexicon) -> tuple[float, int]:
    """What the reading of the word costs; of those that cost the same, one with more nouns is the likelier."""
    spans = segment(laid_out(word), lexicon, mends=False)
    return sum(span.cost for span in spans), sum(span.kind == "verb" for span in spans)


def _unexplained(spans: tuple[Span, ...]) -> float:
    """The share of letters that nothing explains, mended ones counting less."""
    total = sum(span.end - span.start for span in spans if span.kind not in {"number", "year", "date"})
    unknown = sum((span.end - span.start) * (1.0 if span.kind == "unknown" else 0.4 * span.mended) for span in spans)
    return unknown / total if total else 0.0


def _has_content(spans: tuple[Span, ...]) -> bool:
    return any(span.kind in {"word", "verb"} for span in spans)


def _with_initials(text: str, lexicon: Lexicon) -> str:
    """Initials that stand for just one thing the release speaks of (ㄱㄹㄱ, ㄱㄹㄱ은) are written out."""
    return _INITIALS.sub(lambda found: _written_out(found[0], lexicon), text)


def _written_out(initials: str, lexicon: Lexicon) -> str:
    """The word that the initials stand for; themselves where they are a word of their own, as ㅇㅋ is."""
    return (lexicon.by_initials(initials) if lexicon.entry(initials) is None else None) or initials
