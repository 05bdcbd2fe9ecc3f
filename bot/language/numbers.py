"""Numbers as people write and say them in both languages, read into values and written back.

Reading keeps how precisely a number was stated: `3만` says no more than tens of thousands, so a claim made
with it is judged by that step.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.language.normalise import clean

Number = int | float


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """A number at `text[start:end]`; `step` is the place value of its last stated digit, `spelled` means in words.

    `counts_days` marks a number of days in words, such as 사흘 or a week.
    """

    start: int
    end: int
    value: Number
    step: float
    spelled: bool = False
    counts_days: bool = False


_KOREAN_SCALES = {"십": 10, "백": 100, "천": 1000, "만": 10**4, "억": 10**8, "조": 10**12}
_ENGLISH_SCALES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12,
}  # fmt: skip

#: Whatever is larger is read as this: a fraction of it is still a number that arithmetic can do with.
_LARGEST = 10**200
_HAS_DIGIT = re.compile(r"\d")
_HAS_LATIN = re.compile(r"[a-z]")
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_PHONE = re.compile(r"\d{2,4}-\d{3,4}-\d{4}")
#: 억, 만 and 조 are read only in front of something that a number may stand before: 5억, but not 3조사.
_AFTER_SCALE = (
    r"(?![가-힣])|(?=[원명개여건곳배만천억대인이을은에의맞평회번사]|달러|나라|기관|업체|정도|넘|가량|쯤|까지|짜리|어치|제곱"
    r"|부스|차례|으로|로[ ?.,!]|보다|도[ ?]|밖에|규모|수준|안팎|미만|이하|이상|초과)"
)
_DIGIT_NUMBER = re.compile(
    rf"(?:(?<![a-z\d])(?<!\d[.,])|(?<=krw)|(?<=usd))(?P<first>{_DIGITS})"
    rf"(?:\s?(?P<korean>(?:[백천십]?(?:조|억|만)|[백천])(?:{_AFTER_SCALE}|(?=\s?\d)))"
    r"|\s?(?P<english>hundred|thousand|million|billion|trillion)\b(?:\s(?P<second>thousand|million|billion|trillion)\b)?"
    r"|\s?(?P<short>bn|mn|tn)\b|(?P<letter>[kmb])(?![a-z0-9]))?"
)

_SINO = {
    "영": 0,
    "공": 0,
    "일": 1,
    "이": 2,
    "삼": 3,
    "사": 4,
    "오": 5,
    "육": 6,
    "륙": 6,
    "칠": 7,
    "팔": 8,
    "구": 9,
}
#: Without spaces a number follows a particle, where what it counts follows it: 부스가이천개.
_SINO_NUMBER = re.compile(
    r"(?=[영공일이삼사오육륙칠팔구십백천만억조])(?:(?<![가-힣\d])|(?<=[가-힣][가은는를도])(?=[일이삼사오육칠팔구십백천만억]+(?:개|명|건|곳|원|평|업체|부스)))"
    r"[영공일이삼사오육륙칠팔구십백천만억조](?:\s?[영공일이삼사오육륙칠팔구십백천만억조])*"
)
_COUNTED = (
    r"(?=\s?(?:년|명|개|원|건|곳|군데|나라|번|회|차례|가지|배|퍼센트|프로|제곱|여|기관|업체|부스|국|평|달러"
    r"|일간|일|대))"
)
#: What makes a final 이 or 일 of the numeral a particle or the copula: 삼만이 맞아, 천억이면.
_PARTICLE = re.compile(r" |(?<=이)[면라었에지고야죠냐랑상하니던나]")
_AFTER_NUMBER = frozenset("이을를은는가의도만에쯤인입넘")
_IS_COUNTED = re.compile(_COUNTED)


def _first_letters(*words: Iterable[str]) -> str:
    """What some word begins with: a pattern that looks for one of them first is soon done elsewhere."""
    return "".join(sorted({word[0] for several in words for word in several}))


_NATIVE_TENS = {
    "열": 10,
    "스물": 20,
    "스무": 20,
    "서른": 30,
    "마흔": 40,
    "쉰": 50,
    "예순": 60,
    "일흔": 70,
    "여든": 80,
    "아흔": 90,
}
_NATIVE_ONES = {
    "한": 1,
    "하나": 1,
    "두": 2,
    "둘": 2,
    "세": 3,
    "셋": 3,
    "네": 4,
    "넷": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
    "아홉": 9,
}
#: From five on the words mean nothing else, so they count whatever follows: 다섯 지표. So do 스물하나 and 서른셋.
_NATIVE_NUMBER = re.compile(
    rf"(?=[{_first_letters(_NATIVE_TENS, _NATIVE_ONES)}])"
    rf"(?<![가-힣])(?P<tens>{'|'.join(_NATIVE_TENS)})?(?P<ones>{'|'.join(_NATIVE_ONES)})?"
    rf"(?:{_COUNTED}|(?<=[섯덟곱홉])(?=\s)|(?:(?<=[물흔른순든열쉰]하나)|(?<=[물흔른순든열쉰][둘셋넷]))(?=이?라|이?[야죠]|[은는이가을를도]?(?:\s|[?.!,]|$)))"
)
#: Ones after a round number, said as they are counted: 삼백한 개.
_NATIVE_TAIL = re.compile(rf"(?P<tens>{'|'.join(_NATIVE_TENS)})?(?P<ones>{'|'.join(_NATIVE_ONES)})?{_COUNTED}")
_DAYS = {"이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7}
_DAYS_NUMBER = re.compile(
    rf"(?=[{_first_letters(_DAYS)}])(?<![가-힣])(?:{'|'.join(_DAYS)})(?=간|이|을|동안|째|에|만|짜리|\s|[?.,!]|$)"
)
#: How long something went on, in other words than days; a week later and last week are no such length.
_PERIODS = {"주일": 7, "주간": 7, "주": 7, "개월": 30, "달": 30, "week": 7, "fortnight": 14, "month": 30, "day": 1}
_FEW = {"하루": 1, "열흘": 10, "보름": 15}
_HOW_MANY = {"한": 1, "일": 1, "두": 2, "이": 2, "세": 3, "삼": 3, "석": 3, "네": 4, "사": 4, "넉": 4}
_HOW_MANY |= {"two": 2, "three": 3, "four": 4, "six": 6}
_GOES_ON = r"(?=\s?(?:동안|내내|간(?![가-힣])|간의|짜리|에\s?걸쳐|가까이|넘게|이나\s|을\s?꽉))"
_KOREAN_LENGTH = re.compile(
    rf"(?=[하열보\d한일두이세삼석네사넉])(?<![가-힣\d])(?:(?P<few>하루|열흘|보름)|(?P<many>\d{{1,2}}|[한일두이세삼석네사넉])\s?(?P<period>주일|주간|주|개월|달))"
    rf"(?:{_GOES_ON})"
)
_HAS_LENGTH = re.compile("week|month|day|fortnight")
_ENGLISH_LENGTH = re.compile(
    r"(?:(?<=\bfor )|(?<=\blasted )|(?<=\blast )|(?<=\blasts )|(?<=\btook )|(?<=\bran )|(?<=\bspanned )|(?<=\bover ))"
    r"(?:(?:a|an|one|(?P<many>\d{1,2}|two|three|four|six)) (?:(?:whole|full|entire|solid) )?"
    r"(?P<period>week|fortnight|month)s?)"
    r"\b(?! (?:ago|later|before|after|earlier|from))"
    r"|\b(?:all|(?:the |a )?(?:whole|full|entire)) (?P<whole>week|month)\b"
    r"|\b(?P<long>day|week|month)[ -]?long\b"
    r"|\b(?:one|single)[ -](?P<single>day|week)(?= (?:event|show|fair|affair|expo|exhibition|thing|only)\b)"
)
_NOT_NUMBERS = frozenset(
    {"만일", "일일", "천만", "이만", "조사", "이사", "구조", "사조", "이조", "오만", "사천", "이천"}
)

_ONES = "zero one two three four five six seven eight nine ten".split()
_TEENS = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_UNITS = {word: value for value, word in enumerate((*_ONES, *_TEENS))}
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_BIG = {word: _ENGLISH_SCALES[word] for word in ("thousand", "million", "billion", "trillion")}
_NUMBER_WORD = "|".join([*_UNITS, *_TENS, *_BIG, "hundred"])
_WORD_NUMBER = re.compile(
    rf"\b(?:(?:a|half a)\s(?=hundred|thousand|million|billion|trillion))?(?:{_NUMBER_WORD})\b"
    rf"(?:(?:[\s-]|\sand\s|\spoint\s)(?:{_NUMBER_WORD})\b)*"
)
#: A year said in words, which ends where the next one begins: twenty nineteen and twenty twenty two.
_TEEN = "|".join(_TEENS)
_YEAR_WORDS = re.compile(
    rf"\b(?:twenty|two\sthousand(?:\sand)?)[\s-](?:ten|{_TEEN}|twenty(?:[\s-](?:{'|'.join(_ONES[1:-1])}))?)\b"
    rf"(?![\s-](?!twenty[\s-](?:{_TEEN}|twenty))(?:{_NUMBER_WORD})\b)"
)


def find_numbers(text: str) -> list[NumberSpan]:
    """The numbers in a cleaned text, in order, none inside another; telephone numbers are not numbers."""
    taken = bytearray(len(text))
    found: list[NumberSpan] = []
    has_digit = _HAS_DIGIT.search(text) is not None
    if has_digit:
        for match in _PHONE.finditer(text):
            _take(taken, match.start(), match.end())
    for span in _lengths(text):
        if 1 not in taken[span.start : span.end]:
            found.append(span)
            _take(taken, span.start, span.end)
    if has_digit:
        before = bytes(taken)
        for span in _digit_numbers(text):
            if 1 not in before[span.start : span.end]:
                found.append(span)
                _take(taken, span.start, span.end)
    korean = () if text.isascii() else (_sino_numbers, _native_numbers, _day_numbers)
    english = (_word_numbers,) if _HAS_LATIN.search(text) else ()
    for reader in (*korean, *english):
        for span in reader(text):
            if 1 not in taken[span.start : span.end]:
                found.append(span)
                _take(taken, span.start, span.end)
    return sorted(found, key=lambda span: span.start)


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\1" * (end - start)


def _digit_numbers(text: str) -> list[NumberSpan]:
    """Numbers in digits; pieces of falling scale right after each other are one: 1조 2천억, 3만 327."""
    spans: list[NumberSpan] = []
    open_scale = 0
    for match in _DIGIT_NUMBER.finditer(text):
        scale = _scale_of(match)
        digits = match["first"].replace(",", "")
        value = _times(digits, scale)
        step = scale / 10 ** len(digits.partition(".")[2])
        last = spans[-1] if spans else None
        if last and match.start() - last.end <= 1 and not text[last.end : match.start()].strip() and open_scale:
            if value < open_scale > scale:
                spans[-1] = NumberSpan(last.start, match.end(), _whole(last.value + value), step)
            elif open_scale <= 1000 and scale >= 10**4:  # 3천188억: the hundreds belong to the same 억
                spans[-1] = NumberSpan(last.start, match.end(), _whole(last.value * scale + value), step)
            else:
                spans.append(NumberSpan(match.start(), match.end(), value, step))
        else:
            spans.append(NumberSpan(match.start(), match.end(), value, step))
        open_scale = scale if match["korean"] else 0
    return spans


def _scale_of(match: re.Match[str]) -> int:
    scale = 1
    for char in match["korean"] or "":
        scale *= _KOREAN_SCALES[char]
    for word in (match["english"], match["second"], match["short"], match["letter"]):
        scale *= _ENGLISH_SCALES[word] if word else 1
    return scale


def _times(digits: str, scale: int) -> Number:
    """The product, exact: 1.178 × 10⁸ has no rounding error; never more than the largest number."""
    whole, _, decimals = digits.partition(".")
    scaled = int(whole + decimals) * scale
    power = 10 ** len(decimals)
    if scaled >= _LARGEST * power:
        return _LARGEST
    return scaled // power if scaled % power == 0 else float(scaled / power)


def _whole(value: Number) -> Number:
    return int(value) if value == int(value) else value


def _sino_numbers(text: str) -> list[NumberSpan]:
    spans = []
    for match in _SINO_NUMBER.finditer(text):
        numeral = match.group()
        end = match.end()
        counted = _IS_COUNTED.match(text, end) is not None
        # A final 이 or 일 may be a particle or a day: 삼만이 맞아.
        while numeral and not counted and numeral[-1] in "이일" and _PARTICLE.match(text, end):
            numeral, end = numeral[:-1].rstrip(), match.start() + len(numeral[:-1].rstrip())
        compact = numeral.replace(" ", "")
        clear = (
            len(compact) > 1
            and any(char in _KOREAN_SCALES for char in compact)
            and (counted or compact not in _NOT_NUMBERS)
        )
        lone = len(compact) == 1 and compact in "백천만" and counted
        digits_read_out = len(compact) == 4 and all(char in _SINO for char in compact) and counted
        if not (clear or lone or digits_read_out):
            continue
        tail = _native_tail(text, end)
        goes_on = end < len(text) and "가" <= text[end] <= "힣" and text[end] not in _AFTER_NUMBER
        if not counted and tail is None and goes_on:
            continue
        value = int("".join(str(_SINO[char]) for char in compact)) if digits_read_out else sino_value(compact)
        if value is None:
            continue
        if tail is not None and value and value % 10 == 0:
            value += _NATIVE_TENS.get(tail["tens"], 0) + _NATIVE_ONES.get(tail["ones"], 0)
            end = tail.end()
        spans.append(NumberSpan(match.start(), end, value, last_place(value), spelled=True))
    return spans


def _native_tail(text: str, end: int) -> re.Match[str] | None:
    """The native tens and ones that go on from a round number: 천오백마흔여덟 개."""
    tail = _NATIVE_TAIL.match(text, end)
    return tail if tail is not None and tail.end() > end else None


def sino_value(numeral: str) -> int | None:
    """The number that the syllables say: 천백칠십팔억 is 117,800,000,000; None when they are no number."""
    total = section = digit = 0
    pending = False
    highest = 10**16
    within = 10**4
    for char in numeral:
        if char in _SINO:
            if pending:
                return None
            digit, pending = _SINO[char], True
            continue
        scale = _KOREAN_SCALES[char]
        if scale < 10**4:
            if scale >= within:
                return None
            section += (digit if pending else 1) * scale
            within = scale
        else:
            if scale >= highest:
                return None
            section += digit if pending else 0
            total += (section or 1) * scale
            highest, within, section = scale, 10**4, 0
        digit, pending = 0, False
    return total + section + digit


def last_place(value: int | float) -> float:
    """The place value of the last digit of a whole number that is not zero; of one with decimals, of its first."""
    if value != int(value):
        return 0.1
    place = 1
    while value and value % (place * 10) == 0:
        place *= 10
    return float(place)


def _native_numbers(text: str) -> list[NumberSpan]:
    spans = []
    for match in _NATIVE_NUMBER.finditer(text):
        value = _NATIVE_TENS.get(match["tens"], 0) + _NATIVE_ONES.get(match["ones"], 0)
        if value > 1:
            spans.append(NumberSpan(match.start(), match.end(), value, 1.0, spelled=True))
    return spans


def _day_numbers(text: str) -> list[NumberSpan]:
    return [
        NumberSpan(match.start(), match.end(), _DAYS[match.group()], 1.0, spelled=True, counts_days=True)
        for match in _DAYS_NUMBER.finditer(text)
    ]


def _lengths(text: str) -> list[NumberSpan]:
    """The weeks and months that something went on, as days: 일주일 내내, for two weeks, all week."""
    spans = []
    korean = () if text.isascii() else _KOREAN_LENGTH.finditer(text)
    english = _ENGLISH_LENGTH.finditer(text) if _HAS_LENGTH.search(text) else ()
    for match in (*korean, *english):
        said = {name: each for name, each in match.groupdict().items() if each}
        many = said.pop("many", "1")
        days = _FEW.get(said.get("few", "")) or _PERIODS[next(iter(said.values()))]
        value = days * (int(many) if many.isdigit() else _HOW_MANY.get(many, 1))
        spans.append(NumberSpan(match.start(), match.end(), value, 1.0, spelled=True, counts_days=True))
    return spans


def _word_numbers(text: str) -> list[NumberSpan]:
    spans = []
    for start, end in _runs_of_number_words(text):
        words = text[start:end].replace("-", " ").split()
        if words == ["one"]:
            continue
        try:
            value = _year_pair(words) or _word_value(words)
            step = last_place(value) if isinstance(value, int) else 10.0 ** (len(str(int(value))) - 3)
        except OverflowError:
            continue  # hundred hundred hundred … is no number
        spans.append(NumberSpan(start, end, value, step, spelled=True))
    return spans


def _runs_of_number_words(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers in words stand; what follows a year is another number."""
    place = 0
    while match := _WORD_NUMBER.search(text, place):
        year = _YEAR_WORDS.match(text, match.start())
        rest = text[year.end() : match.end()] if year is not None else ""
        goes_on = rest.startswith(" and ") or _YEAR_WORDS.match(rest.lstrip()) is not None
        place = year.end() if year is not None and goes_on else match.end()
        yield match.start(), place


def _year_pair(words: list[str]) -> int | None:
    """Twenty nineteen, twenty twenty two: a year said as two numbers."""
    if len(words) in (2, 3) and words[0] == "twenty" and (words[1] in _TENS or _UNITS.get(words[1], 0) >= 10):
        rest = sum(_TENS.get(word, _UNITS.get(word, 0)) for word in words[1:])
        return 2000 + rest if rest < 100 else None
    return None


def _word_value(words: list[str]) -> Number:
    total: Number = 0
    section: Number = 0
    decimals = ""
    in_decimals = False
    for word in words:
        if word == "and":
            continue
        if word == "point":
            in_decimals = True
        elif in_decimals and word in _UNITS:
            decimals += str(_UNITS[word])
        elif word in _UNITS or word in _TENS:
            section += _UNITS.get(word, _TENS.get(word, 0))
        elif word == "hundred":
            section = (section or 1) * 100
        elif word == "half":
            section = 0.5
        elif word in _BIG:
            if decimals:
                section, decimals, in_decimals = section + int(decimals) / 10 ** len(decimals), "", False
            total += (section or 1) * _BIG[word]
            section = 0
    if decimals:
        section += int(decimals) / 10 ** len(decimals)
    return _whole(round(total + section, 6))


def grouped(value: Number, decimals: int = 0) -> str:
    """The number with thousands separators and at most so many decimals, none of them a trailing zero."""
    if isinstance(value, int):
        return f"{value:,}"  # exact, where a float would round
    text = f"{value:,.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def korean_amount(value: Number) -> str:
    """The amount in 조, 억 and 만, as Korean writes money: 117,800,000,000 → 1,178억; below 10,000 plain digits."""
    rest = round(abs(value))
    parts = []
    for word, scale in (("조", 10**12), ("억", 10**8), ("만", 10**4)):
        count, rest = divmod(rest, scale)
        if count:
            parts.append(f"{count:,}{word}")
    if rest or not parts:
        parts.append(f"{rest:,}")
    return ("-" if value < 0 else "") + " ".join(parts)


def english_amount(value: Number, decimals: int | None = None) -> str:
    """The amount in trillions, billions or millions; exact, or rounded to so many decimals when they are given."""
    size = abs(value)
    for word, scale in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6)):
        if size >= scale:
            scaled = value / scale
            shown = grouped(scaled, decimals if decimals is not None else 9)
            return f"{shown} {word}"
    return grouped(value, decimals if decimals is not None else 2)


def number_of(figure: str) -> int | float:
    """The number that a printed figure means: 117800000000 for 1,178억원. ValueError when it holds none."""
    found = find_numbers(clean(figure))
    if not found:
        raise ValueError(figure)
    return found[0].value
