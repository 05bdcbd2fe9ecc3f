"""From the spans of a message to its features: every span is put where the later steps look for it."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from bot.language.numbers import NumberSpan, last_place
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import COUNTED
from bot.understand.features import EditionMention, Features, Item, Number
from bot.understand.gathering.constructions import (
    PEOPLE,
    asked_by_head,
    asks_companion,
    asks_name_of_person,
    asks_to_confirm,
    asks_which_edition,
    content,
    counted_editions,
    counted_noun,
    counters_asked,
    counts_the_editions,
    ends_as_question,
    ends_in_topic,
    is_attribute,
    is_counting,
    is_place,
    labels_number,
    moved_by_number,
    moved_how_far,
    negates_quantity,
    quotes_somebody,
    says_whose_words,
    without_counters,
)
from bot.understand.gathering.deeds import deeds
from bot.understand.gathering.exhibiting import with_exhibiting
from bot.understand.gathering.heads import counted_in_korean, with_other_heads
from bot.understand.gathering.hearsay import reports, without_asker, without_publisher, without_source
from bot.understand.gathering.hosting import with_hosts
from bot.understand.gathering.including import counts_in
from bot.understand.gathering.left_out import without_comments, without_what_is_not_meant
from bot.understand.gathering.mentions import (
    BASE_JOSA,
    LEADS,
    distinct,
    edition_mentions,
    goes_beyond_edition,
    is_not_as_good,
    is_since,
    leads_to_edition,
    names_time,
    surpasses_edition,
    tells_before_what,
)
from bot.understand.gathering.negation import denial, is_denied
from bot.understand.gathering.offices import held_elsewhere
from bot.understand.gathering.predicates import with_other_predicates
from bot.understand.gathering.senses.moving import with_verbs_joined
from bot.understand.gathering.standing import with_standing
from bot.understand.gathering.told_apart import told_apart
from bot.understand.question import Degree
from bot.understand.span import FREE, Span, joined

_DEGREES: tuple[Degree, ...] = ("over", "under", "at-least", "at-most", "almost", "approx")
_COUNTS = ("counter:", "unit:")
#: Words that say nothing elsewhere, and right before or after a number that no rounded one is meant.
_EXACTLY = frozenset({"exactly", "precisely", "onthedot", "onthenose", "딱", "정확히", "정확하게", "정확하게는"})
_BOUNDS = frozenset({"over", "under", "at-least", "at-most"})
#: By little, before *over* and its like.
_SLIGHTLY = frozenset(
    {
        "조금",
        "좀",
        "살짝",
        "약간",
        "쪼금",
        "쬐끔",
        "겨우",
        "간신히",
        "아슬아슬하게",
        "slightly",
        "just",
        "only",
        "barely",
    }
    | {"marginally", "narrowly", "alittle", "abit", "alittlebit", "ashade", "atouch", "atad"}
)
_JUST = ("just", "slightly", "barely", "alittle", "abit")
#: A bound that is denied is the other one: 300개 넘지 않았지, 1,000명도 안 왔어.
_DENIED: dict[Degree | None, Degree] = {
    "over": "at-most",
    "under": "at-least",
    "at-least": "under",
    "at-most": "over",
    None: "under",
}
_UNITS = ("counter:", "unit:", "op:")
#: So many of what was held are no editions: 301개 행사.
_MANY = 10


def gather(spans: tuple[Span, ...], catalogue: Catalogue, text: str) -> Features:
    """The features of a segmented message or of a piece of one; `text` is the whole message.

    The same piece is gathered once until the catalogue forgets the message.
    """
    heard = (spans, "?" in text)
    known = catalogue.gathered.get(heard)
    if known is None:
        known = catalogue.gathered[heard] = _gathered(*heard, catalogue)
    return known


def _gathered(spans: tuple[Span, ...], has_question_mark: bool, catalogue: Catalogue) -> Features:
    is_to_be_confirmed = has_question_mark and asks_to_confirm(spans)
    spans = without_asker(spans[:-1] if is_to_be_confirmed else spans, catalogue.lexicon)
    said = without_source(spans, catalogue.lexicon)
    is_reported = len(said) < len(spans) or reports(spans)
    said = without_publisher(said, catalogue.knowledge.release.publisher.en)
    spans = told_apart(without_comments(without_what_is_not_meant(with_verbs_joined(said, catalogue.lexicon))))
    spans = with_other_heads(with_hosts(with_exhibiting(spans, catalogue.lexicon), catalogue), catalogue)
    spans = with_standing(spans, catalogue)
    counted = counted_noun(spans)
    spans = with_other_predicates(spans, counted)
    sorting = _Sorting(spans, catalogue)
    for index in range(len(spans)):
        sorting.take(index)
    meanings = sorting.meanings | _implied(sorting.meanings)
    if meanings & {"ask:why", "ask:name", "ask:title", "ask:role"}:
        meanings.discard("ask:statement")  # 원인이 뭐라고 나와 있어 asks why, not what was said
    if meanings & {"op:most", "op:least"} and asks_which_edition(spans, catalogue.subject):
        meanings = (meanings - {"ask:what", "ask:which", "ask:list"}) | {"ask:year"}
    if asks_name_of_person(spans):
        meanings = (meanings - {"ask:name", "ask:what"}) | {"ask:who"}
    if quotes_somebody(spans):
        meanings.add("say")
    if says_whose_words(spans):
        meanings = (meanings - {"ask:statement"}) | {"say"}
    if sorting.numbers and labels_number(spans):
        meanings = (meanings - {"ask:many"}) | {"count"}
    meanings |= moved_by_number(spans) | moved_how_far(spans) | counts_in(spans)
    if is_to_be_confirmed or _reports(spans) or (is_reported and meanings.isdisjoint(_WH)):
        meanings.add("claim")
    if not any(meaning.startswith(("ask:", "claim", "op:")) for meaning in meanings):
        meanings |= asked_by_head(spans)
    asks = any(meaning.startswith("ask:") and meaning != "ask:list" for meaning in meanings)
    return Features(
        spans,
        tuple(sorting.items),
        _merged(sorting.unknown),
        frozenset(meanings),
        distinct(sorting.editions, spans),
        tuple(sorting.numbers),
        tuple(sorting.dates),
        is_question=has_question_mark or asks or ends_as_question(spans),
        places=frozenset(sorting.places),
        asks_companion=asks_companion(spans, meanings),
        counted=counted or counted_in_korean(spans),
        counters=counters_asked(spans),
        deeds=deeds(spans, counted),
        negates_quantity=negates_quantity(spans, meanings),
        denial=denial(spans),
        ends_in_topic=ends_in_topic(spans),
    )


_HEARSAY = re.compile("라던데|다던데|다며|라며|다면서|라면서|다카던데|라카던데|대매|래매|다매|라매")
_WH = ("ask:many", "ask:much", "ask:who", "ask:when", "ask:what", "ask:which", "ask:why", "ask:how")


def _reports(spans: tuple[Span, ...]) -> bool:
    """Whether the message ends in hearsay and asks nothing after it: 개최지가 베트남이라던데요?"""
    ends = [place for place, span in enumerate(spans) if _HEARSAY.search(span.typed)]
    if not ends or spans[ends[-1]].kind not in {"josa", "ending"}:
        return False
    return not any(meaning in span.meanings for span in spans[ends[-1] :] for meaning in _WH)


def _implied(meanings: set[str]) -> set[str]:
    """What follows from the asking and counting words: how much asks for an amount, how many for a count."""
    implied = {COUNTED[meaning] for meaning in meanings.intersection(COUNTED)}
    implied |= {meaning.removeprefix("each-") for meaning in meanings if meaning.startswith("each-")}
    if meanings & {"ask:much", "unit:krw", "unit:usd"}:
        implied.add("amount")
    asks_in_unit = "op:multiple" in meanings or any(meaning.startswith("unit:") for meaning in meanings)
    if "ask:many" in meanings and not asks_in_unit:
        implied.add("count")
    return implied


class _Sorting:
    """The spans of a message as they are put in their places, one after the other."""

    def __init__(self, spans: tuple[Span, ...], catalogue: Catalogue) -> None:
        self.spans, self.catalogue = spans, catalogue
        self.items: list[Item] = []
        self.unknown: list[Span] = []
        self.meanings: set[str] = set()
        self.editions: list[EditionMention] = []
        self.dates: list[str] = []
        self.places: set[int] = set()
        self.numbers: list[Number] = []
        self._of_numbers: set[int] = set()
        self._held_elsewhere = held_elsewhere(spans, catalogue)
        for index, span in enumerate(spans):
            one, end = _one_in(spans, index)
            fraction = _fraction(spans, index)
            if one is not None:
                self.numbers.append(one)
                self.meanings.add("op:multiple")
                self._of_numbers.update(range(index, end))
            elif index in self._of_numbers:
                continue
            elif fraction is not None:
                self.numbers.append(fraction)
                self.meanings.add(fraction.unit or "")
                self._of_numbers.update(range(index, index + _FRACTION))
            elif _is_each_one(spans, index):
                continue  # 부스 1개당
            elif span.kind == "number" and span.number and index not in self._of_numbers:
                number, last = _number(spans, index, span.number)
                noun = counted_editions(spans, last + 1, catalogue.subject) if 1 < number.value < _MANY else None
                if noun is not None and number.value == len(catalogue.knowledge.editions.list):
                    self.meanings.add("op:editions")
                    self._of_numbers.update(range(index, noun + 1))
                    continue
                self.numbers.append(number if noun is None else replace(number, unit="edition"))
                self._of_numbers.update(range(index + 1, last + 1))

    def _take_figure(self, index: int, span: Span) -> None:
        """A number that a word says: doubled is twice, by half is 50 percent."""
        said = next((meaning for meaning in span.meanings if meaning.startswith("figure:")), None)
        if said is not None:
            stated, _, within = said[7:-1].partition("±")
            value, is_multiple = float(stated), said.endswith("x")
            if value < 1 and _is_by_how_much(self.spans, index + 1):
                value, is_multiple = 100 * value, False
                self.meanings.add("unit:percent")
            unit = "op:multiple" if is_multiple else "unit:percent"
            degree = _degree((span,)) or _degree_around(self.spans, index, index)
            step = 2 * float(within) if within else 1.0 if is_multiple else _ROUGHLY * value
            self.numbers.append(Number(span, value, step, unit, degree))

    def take(self, index: int) -> None:
        """The span at that place is sorted."""
        span = self.spans[index]
        if span.kind == "unknown":
            self.unknown.append(span)
        elif span.kind == "date":
            self.dates.extend(span.meanings)
        elif span.kind == "josa":  # a particle that a release's names use: 부터
            self.meanings.update(*self.catalogue.lexicon.own.get(span.text, ()))
        elif index in self._of_numbers:
            self.meanings |= {each for each in span.meanings if each.startswith(_UNITS) or each in FREE}
        elif span.kind in {"word", "verb", "year"}:
            self._take_word(index, span)
        if span.kind in {"word", "unknown"} and is_place(self.spans, index) and not self._is_no_place(span):
            self.places.add(span.start)

    def _colours_the_subject(self, index: int) -> bool:
        """Whether the word only describes what every figure is about, or a year: this famous expo, 조용했던 2021년."""
        if "describes" not in self.spans[index].meanings:
            return False
        following = (span for span in self.spans[index + 1 :] if span.kind not in {"josa", "ending", "skip"})
        described = next(following, None)
        return (
            described is not None
            and bool(described.meanings)
            and (described.meanings <= self.catalogue.subject or names_time(described))
        )

    def _is_no_place(self, span: Span) -> bool:
        """Whether the span tells a time, or who does something: 내년에, 국토부에서."""
        kinds = self.catalogue.item_kinds
        return any(each.startswith("time:") or kinds.get(each) == "body" for each in span.meanings)

    def _take_word(self, index: int, span: Span) -> None:
        if _is_relative(self.spans, index) or self._colours_the_subject(index):
            return
        if "op:editions" in span.meanings and not counts_the_editions(self.spans, index):
            return
        if "time:previous" in span.meanings and tells_before_what(self.spans, index):
            self.unknown.append(span)
            return
        self._take_figure(index, span)
        mentions = edition_mentions(self.spans, index, self.catalogue)
        self.editions.extend(mentions)
        compares = leads_to_edition(self.spans, index) or goes_beyond_edition(self.spans, index)
        compares = compares or surpasses_edition(self.spans, index)
        if compares and ("under" in span.meanings or is_not_as_good(self.spans, index)):
            self.meanings |= {"op:less", "op:compare"}
            return
        if mentions or (compares and span.typed in LEADS) or is_since(self.spans, index):
            return
        self.meanings |= span.meanings
        if compares and "over" in span.meanings:  # more than in 2019 compares, more than 300 does not
            self.meanings |= {"op:more", "op:compare"}
            return
        readings = content(span.readings if is_counting(self.spans, index) else without_counters(span.readings))
        if "describes" in span.meanings and not is_attribute(self.spans, index):
            readings = (frozenset({"quality"}),)  # what something is like is asked then, or said: was it famous?
        if index in self._held_elsewhere:
            readings = (frozenset({"elsewhere"}),)
        if readings:
            self.items.append(Item(span, readings))


def _is_relative(spans: tuple[Span, ...], index: int) -> bool:
    """Whether *who* goes on about what stands before it: people who watched, how many buyers who came."""
    if spans[index].typed not in {"who", "whom", "whose"} or not index:
        return False
    if spans[index - 1].kind != "word":
        return spans[index - 1].typed in PEOPLE
    before = spans[:index]
    asks = any("ask:many" in span.meanings or "ask:much" in span.meanings for span in before)
    return (asks and bool(content(spans[index - 1].readings))) or spans[index - 1].typed in PEOPLE


def _merged(unknown: list[Span]) -> tuple[Span, ...]:
    """Unknown syllables that stand side by side, as one span."""
    runs: list[list[Span]] = []
    for span in unknown:
        before = runs[-1][-1] if runs else None
        if before and before.end == span.start and before.clause == span.clause and span.text[0] >= "ㄱ":
            runs[-1].append(span)
        else:
            runs.append([span])
    return tuple(run[0] if len(run) == 1 else joined(run) for run in runs)


#: How exact a fraction in words is, in parts of it: by half is 45 to 55 percent, a fifth 18 to 22.
_ROUGHLY = 0.2
#: How far before and after a number the words that bound it may stand, in spans.
_BEFORE_NUMBER, _AFTER_NUMBER = 3, 4
#: How far before the second number of a range *between* may stand: between about 5,000 people and about 6,000.
_BEFORE_RANGE_END = 6


_QUOTING_JOSA = frozenset({"이라는", "라는", "이란", "란", "이라던", "라던", "이라고", "라고"})

_IN_SO_MANY = frozenset({"in", "outof", "inevery", "outofevery"})
_AMONG = frozenset({"중", "중에", "중에서", "가운데", "당"})

#: How many spans follow the number in 열 명 중 한 명.
_ONE_AMONG = 4
#: How many spans 5분의 1 has.
_FRACTION = 4


def _one_in(spans: tuple[Span, ...], index: int) -> tuple[Number | None, int]:
    """The part that one of so many is, and where it ends: one in fifty, 1 in 10, 열 명 중 한 명."""
    number, after = spans[index].number, spans[index + 1 : index + 1 + _ONE_AMONG]
    if number is None:
        return None, index
    whole, end = number.value, index + 1
    if index > 1 and spans[index - 1].typed in _IN_SO_MANY and spans[index - 2].typed == "one":
        begin = index - 2
    elif number.value == 1 and len(after) > 1 and after[0].typed in _IN_SO_MANY and after[1].number is not None:
        begin, whole, end = index, after[1].number.value, index + 3
    elif len(after) == _ONE_AMONG and after[1].typed in _AMONG and _is_one_more(after):
        begin, end = index, index + 1 + _ONE_AMONG
    else:
        return None, index
    if whole <= 1:
        return None, index
    return Number(spans[index], 1 / whole, 0.0, "op:multiple", _degree_around(spans, begin, end - 1)), end


def _is_one_more(after: tuple[Span, ...]) -> bool:
    """Whether one is counted with the word that so many were counted with: 명 중 한 명."""
    counter, _, one, again = after
    is_one = one.typed == "한" or (one.number is not None and one.number.value == 1)
    return is_one and counter.typed == again.typed and any(each.startswith("counter:") for each in counter.meanings)


def _fraction(spans: tuple[Span, ...], index: int) -> Number | None:
    """The fraction that begins at the index, of something or by which something moved: 5분의 1."""
    if spans[index].number is None or len(spans) < index + _FRACTION:
        return None
    first, *between, last = spans[index : index + _FRACTION]
    if [span.text for span in between] != ["분", "의"] or not first.number or last.number is None:
        return None
    if not first.number.value:
        return None
    part = last.number.value / first.number.value
    degree = _degree_around(spans, index, index + _FRACTION - 1)
    if _is_by_how_much(spans, index + _FRACTION):
        return Number(first, 100 * part, _ROUGHLY * 100 * part, "unit:percent", degree)
    return Number(first, part, _ROUGHLY * part, "op:multiple", degree)


#: After a number that is only rough.
_ABOUT_SO_MANY = frozenset(
    {"쯤", "쯤은", "쯤이", "꼴", "꼴로", "가량", "안팎", "내외", "수준", "수준으로", "수준까지", "수준에", "수준이"}
)
_ROUGHLY_JOSA = frozenset({"쯤", "정도", "만큼", "이나", "가량"})
#: A movement leads to the number that stands before these: 10분의 1 수준으로 줄었나.
_LEADS_TO = ("로", "까지")
#: By still so much: 절반가량 더 커졌나.
_STILL = frozenset({"더"})


def _is_by_how_much(spans: tuple[Span, ...], index: int) -> bool:
    """Whether a movement stands there with nothing but a bound before it: 절반 넘게 줄었나, not 절반으로 줄었나."""
    for span in spans[index:]:
        if span.meanings & {"op:up", "op:down"}:
            return True
        is_rough = span.text in _STILL or (span.kind == "josa" and span.text in _ROUGHLY_JOSA)
        if span.kind == "skip" and span.text.endswith(_LEADS_TO):
            return False
        if not is_rough and not span.meanings & {*_DEGREES} and span.kind not in {"ending", "skip"}:
            return False
    return False


#: Right after a number whose first digits alone are told.
_OF_THAT_ORDER = frozenset({"대", "대가", "대를", "대로", "대에", "대는", "대의"})


def _is_each_one(spans: tuple[Span, ...], index: int) -> bool:
    """Whether the number at the place is the one of each one: 1개당, per 1 booth."""
    number, beside = spans[index].number, (*spans[max(0, index - 1) : index], *spans[index + 1 : index + 2])
    return number is not None and number.value == 1 and any("op:per" in span.meanings for span in beside)


def _number(spans: tuple[Span, ...], index: int, number: NumberSpan) -> tuple[Number, int]:
    """The number with its unit and degree, and the index of the last span that belongs to it."""
    unit: str | None = next(iter(spans[index].meanings), None)
    last = index
    for place in range(index + 1, min(index + 3, len(spans))):
        following = spans[place]
        if unit is None and following.text == "건" and following.start == spans[place - 1].end and place == index + 1:
            unit, last = "counter:event", place
            break
        units = sorted(each for each in following.meanings if each.startswith(_COUNTS) or each == "op:multiple")
        if units and unit is None:
            unit, last = units[0], place
            break
        quotes = following.kind == "josa" and following.text in _QUOTING_JOSA  # 21이라는 건 counts no 건
        if quotes or following.kind not in {"josa", "skip"} or following.clause != spans[index].clause:
            break
    if _is_of_that_order(spans, last):
        return Number(spans[index], number.value, last_place(number.value), unit, "of-that-order"), last
    return Number(spans[index], number.value, number.step, unit, _degree_around(spans, index, last)), last


def _is_of_that_order(spans: tuple[Span, ...], last: int) -> bool:
    """Whether only the first digits of the number are told that ends with the span: 3천억 원대, in the 300 billion
    range."""
    following = spans[last + 1 : last + 2]
    clings = bool(following) and following[0].clause == spans[last].clause
    if not clings:
        return False
    particle = following[0].kind == "josa" and following[0].text in _OF_THAT_ORDER
    plural = following[0].typed == "s" and following[0].start == spans[last].end  # in the 600s
    return particle or plural or "of-that-order" in following[0].meanings


def _degree_around(spans: tuple[Span, ...], first: int, last: int) -> Degree | None:
    """The bound that the words around a number make of it; the number's spans are those from first to last."""
    after = _without_bases(spans, range(last + 1, min(last + 1 + _AFTER_NUMBER, len(spans))))
    before = _without_bases(spans, range(first - 1, max(0, first - _BEFORE_NUMBER) - 1, -1))
    degree = _range_end(spans, first) or _degree_by_comparing(after) or _degree((*before, *after))
    if degree is None and _is_exact(before, after):
        return "exactly"
    if degree is None and after and after[0].kind in {"josa", "skip"} and after[0].text in _ABOUT_SO_MANY:
        return "approx"
    bound = next((span for span in before if span.meanings & _BOUNDS), None)
    denied = any("not" in span.meanings for span in after)
    denied = denied or (bound is not None and is_denied(spans, spans.index(bound)))
    if degree == "over" and not denied and _is_slight(spans, first, last):
        return "just-over"
    return _DENIED.get(degree, degree) if denied else degree


def _is_slight(spans: tuple[Span, ...], first: int, last: int) -> bool:
    """Whether it is only a little by which a number is exceeded: just over 10,000, 1만 명을 조금 넘었다."""
    near = spans[max(0, first - _BEFORE_NUMBER) : last + 1 + _AFTER_NUMBER]
    if near and any(span.typed.startswith(_JUST) and "over" in span.meanings for span in near):
        return True
    return any(span.typed in _SLIGHTLY and "over" in over.meanings for span, over in itertools.pairwise(near))


def _is_exact(before: tuple[Span, ...], after: tuple[Span, ...]) -> bool:
    """Whether the number between the spans, which are given from the nearest, is said to be exact: 딱 3만명."""
    said = [span for span in before if span.kind not in {"josa", "ending"}][:1]
    follows = [span for span in after if span.kind not in {"josa", "ending"}][:1]
    return any(span.typed in _EXACTLY for span in (*said, *follows))


def _without_bases(spans: tuple[Span, ...], places: range) -> tuple[Span, ...]:
    """The spans at the places as far as the next number, but for the English ones that only compare with an edition,
    and bound no number: rose 20% over 2021."""
    near = itertools.takewhile(lambda each: spans[each].kind != "number", places)
    return tuple(spans[each] for each in near if spans[each].typed[:1] >= "ㄱ" or not leads_to_edition(spans, each))


def _degree_by_comparing(after: tuple[Span, ...]) -> Degree | None:
    """The bound that a number is which the figure is said to be more or less than: 300개보다 많았나."""
    if not after or after[0].kind != "josa" or after[0].text not in BASE_JOSA:
        return None
    more, less = (any(meaning in span.meanings for span in after) for meaning in ("op:more", "op:less"))
    return None if more == less else "over" if more else "under"


def _range_end(spans: tuple[Span, ...], index: int) -> Degree | None:
    """Which bound of a range the number is: between 5,000 and 6,000 is at least the one, at most the other."""
    near = spans[max(0, index - _BEFORE_RANGE_END) : index]
    if "between" not in [span.typed for span in near]:
        return None
    before = [span for span in near if not _belongs_to_number(span)]
    if before and before[-1].typed == "between":
        return "at-least"
    if len(before) > 2 and "and" in before[-1].meanings and before[-2].kind == "number":
        return "at-most" if before[-3].typed == "between" else None
    return None


def _belongs_to_number(span: Span) -> bool:
    return "approx" in span.meanings or any(each.startswith(_COUNTS) for each in span.meanings)


def _degree(near: tuple[Span, ...]) -> Degree | None:
    """The first word of a bound among the spans, which are given from the nearest."""
    for span in near:
        for degree in _DEGREES:
            if degree in span.meanings:
                return degree
    return None
