"""Sentences around a question that ask nothing and tell nothing of the release: who asks, why, for whom, in what hurry.

What makes a sentence an aside is its form and what it does not hold. It is told, as a reason, an excuse, a purpose or
thanks; it asks and demands nothing and says of nothing that the question is about it. It holds no edition, no number
but the hurry's, and no word of the release but those that say little. Its other words may be any, known or not: the
question is read as if the aside did not stand there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.features import EditionMention, Features
from bot.understand.gathering.clauses import STOPS, Typed, clauses_of, end_leads_up, names_something, says, words_of
from bot.understand.gathering.constructions import AUXILIARIES
from bot.understand.gathering.gather import gather
from bot.understand.gathering.narrowing import (
    OBLIQUE,
    OF_A_BODY,
    PICKING,
    is_deadline,
    is_name,
    is_of_the_hurry,
    names_event,
    picks_in_order,
    points_back,
    wishes_for,
)
from bot.understand.interpreting.framing import gives_reason, is_passing, says_what_is_meant, speaks_of_asker
from bot.understand.span import Span

#: A message of more clauses has no asides.
_MOST_CLAUSES = 30
#: What a sentence may say and ask nothing by it: a name, a list, a statement.
_NOUNS_OF_ASKING = frozenset(
    {"ask:title", "ask:statement", "ask:explain", "ask:list", "ask:name", "ask:much", "ask:contact"}
)
#: Words that say that something is so, or ask it: they are no aside where it is asked for.
_EMBEDDED = ("는지", "인지", "은지", "을지", "건지")
#: What is told of something that was there to be seen.
_HAPPENING = ("hold", "participate", "show", "come", "set-up")
_LIVES_THERE = frozenset({"에", "에서", "에도", "에서도", "의"})
_PREPOSITIONS = frozenset({"from", "in", "at", "near", "to", "of"})
#: How many words may stand between what leads to a noun and the noun.
_PHRASE = 3
_OF_ASKER, _ASKER = frozenset({"my", "our", "your"}), frozenset({"my", "our", "we", "i", "im"})
_DEFINITE = frozenset({"the", "this", "that"})
_LEADING_TO = frozenset({"for", "at", "in", "into", "from", "with", "to", "by", "on", "of", "during", "through"})
_RELATIVES = frozenset({"who", "when", "where", "which", "whose"})
#: What asks, also behind a preposition: on which day; and is no relative.
_INTERROGATIVES = ("how", "what", "which", "why", "who", "when", "where")
_KOREAN_INTERROGATIVES = ("무슨", "무엇", "뭐", "뭘", "뭔", "어떤", "어느")
#: 얼마 안 됐다, 얼마 전: so little asks nothing.
_NOT_MUCH = ("안", "못", "전", "없", "남지")
_DENYING = frozenset(f"{word}nt" for word in (*AUXILIARIES, "wo", "ca"))
#: What is still to be: no such sentence picks something of what has been.
_TO_COME = frozenset({"will", "shall", "must", "going", "wont", "may", "might"})
#: So it is told of what has been.
_PAST = frozenset({"was", "were", "did", "had", "came", "took", "went", "made", "held", "이번", "이번에", "이번엔"})
_PAST_SYLLABLE = re.compile("[았었했였왔갔됐렸졌냈겼쳤셨]")
#: How Korean people tell something, and with what only a noun ends.
_TOLD = (
    "다",
    "요",
    "네",
    "죠",
    "지",
    "음",
    "함",
    "임",
    "유",
    "잉",
    "라",
    "봐",
    "해",
    "어",
    "야",
    "서",
    "데",
    "든",
    "고",
    "만",
    "와",
    "까",
)
#: Ends of verbs that no list knows, as they are cut.
_VERBAL = frozenset({"해", "어", "아", "여", "워", "와"})
_ASKED = ("나", "나요", "니", "냐", "까", "까요", "습니까", "가요", "는지", "은지", "인지")
#: Said after what is told: 답답하네 진짜.
_BESIDES = frozenset({"진짜", "정말", "아주", "참"})
_FRAGMENT = frozenset({"요", "이요", "은요", "는요", "만요", "도요", "쪽요"})
#: Of an office and no other word so somebody says where he is from: 대사관인데요.
_OFFICE_AND_COPULA, _IS_ONE = 2, ("인데", "입니다", "이에요", "예요", "이라서", "라서", "이거든", "거든", "입니다만")
#: How far in an English sentence the subject may stand: ok so i'm …
_SUBJECT_WITHIN = 4
_SHORTEST_PAST, _SHORTEST_TELLING = 5, 3


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause, what stands between it and the next one, and what is found in it."""

    spans: tuple[Span, ...]
    stop: str
    found: Features
    words: tuple[str, ...]
    typed: Typed
    follows_question: bool = False

    @property
    def ends_sentence(self) -> bool:
        return not STOPS.isdisjoint(self.stop)


def without_asides(spans: tuple[Span, ...], text: str, catalogue: Catalogue) -> tuple[tuple[Span, ...], str] | None:
    """The spans without the asides, and the words left out that something may be asked of; None when there are none,
    or nothing else."""
    pieces = clauses_of(spans)
    if not 2 <= len(pieces) <= _MOST_CLAUSES:
        return None
    typed = Typed(text)
    clauses = [
        _Clause(piece, typed.after(piece), gather(piece, catalogue, ""), words_of(typed.part(piece)), typed)
        for piece in pieces
    ]
    clauses = clauses[:1] + [
        replace(clause, follows_question="?" in before.stop) for before, clause in pairwise(clauses)
    ]
    apart: list[_Clause] = []
    for sentence in _sentences(clauses):
        apart += _asides_of(sentence, catalogue)
    if not apart or len(apart) == len(clauses):
        return None
    rest = tuple(span for clause in clauses if clause not in apart for span in clause.spans)
    if points_back(rest, [clause.spans for clause in apart]):
        return None
    still_to_be = [clause for clause in apart if _prepares_its_own(clause, catalogue)]
    if still_to_be and _may_be_of_another(rest, words_of(typed.part(rest))):
        return None
    before = [each for each in apart if each.spans[0].start < rest[-1].start and each not in still_to_be]
    if any(_may_be_meant(clause, catalogue) for clause in before) and not _names_its_own(rest, catalogue):
        return None
    return rest, ", ".join(typed.part(clause.spans) for clause in apart if _is_told_of(clause.found, catalogue))


def _prepares_its_own(clause: _Clause, catalogue: Catalogue) -> bool:
    """Whether the asker tells of an event of his own that is still to be: we're organising a similar fair in Daegu."""
    words = catalogue.lexicon.words
    if not says(clause.words, words.preparing) or says(clause.words, words.narrowing):
        return False
    known = any(before in _DEFINITE and after in words.events for before, after in pairwise(clause.words))
    if known or not (_are_only_where(clause.spans, catalogue) and names_event(clause.found, catalogue)):
        return False
    return clause.words[0] in _ASKER or speaks_of_asker(clause.spans, clause.typed, catalogue)


def _may_be_of_another(rest: tuple[Span, ...], words: tuple[str, ...]) -> bool:
    """Whether the question may be about the event that the asker prepares: how many booths will it have, should one
    have? Not when it asks for what has been."""
    of_past = any(word in _PAST or (word.endswith("ed") and len(word) >= _SHORTEST_PAST) for word in words)
    of_past = of_past or any(_PAST_SYLLABLE.search(word) for word in words)
    return not of_past or any(span.typed in OF_A_BODY or span.typed in _TO_COME for span in rest)


def _is_told_of(found: Features, catalogue: Catalogue) -> bool:
    """Whether the asker is told that it was left out: what names anything, a year or a number."""
    return bool(found.editions or found.numbers) or names_something(found, catalogue)


def _may_be_meant(clause: _Clause, catalogue: Catalogue) -> bool:
    """Whether a question that names nothing may be about what the clause tells: there was a concert."""
    if any(map(is_name, clause.spans)) or _of_release(clause, catalogue):
        return True
    happens = clause.found.has(*_HAPPENING) and names_something(clause.found, catalogue)
    return happens and not (_speaks_of_people(clause, catalogue) or _is_of_now(clause, catalogue))


def _names_its_own(rest: tuple[Span, ...], catalogue: Catalogue) -> bool:
    """Whether the question names what it is about, and need not mean what is spoken of beside it."""
    asking = gather(rest, catalogue, "")
    return asking.has("ask:where", "ask:when", "ask:who", "per:day") or bool(asking.named - catalogue.little)


def _sentences(clauses: list[_Clause]) -> list[list[_Clause]]:
    sentences: list[list[_Clause]] = [[]]
    for clause in clauses:
        sentences[-1].append(clause)
        if clause.ends_sentence:
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


def _asides_of(sentence: list[_Clause], catalogue: Catalogue) -> list[_Clause]:
    """The clauses of the sentence that stand apart: all of them, those that lead up to it, or those after a comma."""
    harmless = [_selects_nothing(clause, catalogue) for clause in sentence]
    asks = "?" in sentence[-1].stop
    if all(harmless) and not asks and _is_told(sentence, catalogue):
        return sentence
    harmless = [
        each
        and (
            _introduces(clause, catalogue) or _prepares_its_own(clause, catalogue) or not _of_release(clause, catalogue)
        )
        for each, clause in zip(harmless, sentence, strict=True)
    ]
    first = next((place for place, each in enumerate(harmless) if not each), len(sentence) - 1)
    while first and not (_leads_on(sentence[first - 1], catalogue) and _are_told(sentence[:first], catalogue)):
        first -= 1
    last = len(sentence)
    while last > first and harmless[last - 1] and not asks:
        last -= 1
    while last < len(sentence) and not ("," in sentence[last - 1].stop and _are_told(sentence[last:], catalogue)):
        last += 1
    last = max(last, first + 1)
    return sentence[:first] + sentence[last:]


def _leads_on(clause: _Clause, catalogue: Catalogue) -> bool:
    """Whether the sentence goes on after the clause to something else: after a comma, or an ending that leads up."""
    return "," in clause.stop or end_leads_up(clause.spans) or gives_reason(clause.spans, catalogue)


def _are_told(run: list[_Clause], catalogue: Catalogue) -> bool:
    """Whether the clauses at an end of a sentence tell something: in English each of them, where each has a subject."""
    if run[-1].words[-1] >= "ㄱ":
        return _is_told(run, catalogue)
    return all(_is_told([clause], catalogue) for clause in run)


def _is_told(run: list[_Clause], catalogue: Catalogue) -> bool:
    """Whether the clauses tell something, and ask and demand nothing; what names nothing may have any form."""
    spans = tuple(span for clause in run for span in clause.spans)
    if all(span.kind in {"skip", "josa", "ending"} for span in spans):
        return run[-1].ends_sentence or end_leads_up(spans)
    words = tuple(word for clause in run for word in clause.words)
    if _demands(words, catalogue) or spans[-1].typed.endswith(_ASKED):
        return False
    if words[-1][-1] >= "ㄱ":
        return _is_told_in_korean(spans, catalogue)
    if any(speaks_of_asker(clause.spans, clause.typed, catalogue) for clause in run):
        return words[0] not in AUXILIARIES
    return len(words) >= _SHORTEST_TELLING and _is_told_in_english(spans, words, catalogue)


def _is_told_in_korean(spans: tuple[Span, ...], catalogue: Catalogue) -> bool:
    *before, last = [span for span in spans if span.typed not in _BESIDES] or spans
    if last.kind == "josa" and last.typed in _FRAGMENT:
        return bool(before) and (before[-1].kind not in {"word", "unknown"} or before[-1].typed in _VERBAL)
    if last.kind == "josa":
        return last.typed.endswith(_TOLD)
    said = "".join(span.typed for span in spans)
    return last.kind in {"ending", "verb", "skip"} or said.endswith((*_TOLD, *catalogue.lexicon.words.purposes))


def _is_told_in_english(spans: tuple[Span, ...], words: tuple[str, ...], catalogue: Catalogue) -> bool:
    if words[0] in AUXILIARIES:
        return False
    if words[-1] == "here":
        return True
    if says(words[:_SUBJECT_WITHIN], catalogue.lexicon.words.tellers):
        return True
    return any(
        word in AUXILIARIES or word in _DENYING or (word.endswith(("ed", "ing")) and len(word) >= _SHORTEST_PAST)
        for word in words[1:]
    ) or any(span.kind == "verb" for span in spans[1:])


def _demands(words: tuple[str, ...], catalogue: Catalogue) -> bool:
    """Whether something is to be told or shown: tell me, 알려 주세요."""
    demands = catalogue.lexicon.words.demands
    english = {word for word in words if word < "ㄱ"}  # a break demands nothing, break it down does
    return words[0] in demands or says(words, demands - english)


def _selects_nothing(clause: _Clause, catalogue: Catalogue) -> bool:
    """Whether nothing in the clause could pick among what the release tells."""
    found, words = clause.found, catalogue.lexicon.words
    if found.dates or any(not _is_of_the_asker(mention, clause, catalogue) for mention in found.editions):
        return False
    if not all(is_of_the_hurry(found.spans, number.span, catalogue) for number in found.numbers):
        return False
    if (found.has(*PICKING) and not _breaks_off(found.spans)) or not all(
        _asks_nothing(found.spans, place, catalogue) for place in range(len(found.spans))
    ):
        return False
    if picks_in_order(found):
        return False
    if _introduces(clause, catalogue) or _prepares_its_own(clause, catalogue):
        return True
    if found.operations and not (
        names_something(found, catalogue) or speaks_of_asker(clause.spans, clause.typed, catalogue)
    ):
        return False
    if found.has("claim", "ask:explain") and says(clause.words, frozenset(_EMBEDDED)):
        return False
    named = [item.span for item in found.items if not _is_little(item.readings, catalogue)]
    if not all(_is_beside_the_point(clause, span, catalogue) for span in _of_release(clause, catalogue)):
        return False
    named += found.unknown
    picks = (named or found.items) and says(_without_manner(clause), words.narrowing)
    if picks or says_what_is_meant(clause.spans, catalogue):
        return False
    if any(is_name(span) for span in named) and not _is_where_somebody_is(clause, named, catalogue):
        return False
    if named and names_event(found, catalogue):
        return False
    asking = [
        span
        for span in found.spans
        if span.typed >= "ㄱ" and any(meaning.startswith("ask:") for meaning in span.meanings)
    ]
    return not wishes_for(found.spans, [*named, *asking], catalogue)


def _introduces(clause: _Clause, catalogue: Catalogue) -> bool:
    """Whether a clause only says who is here, by what he is: commercial section of an embassy here, 대사관인데요."""
    *before, last = clause.words
    words = catalogue.lexicon.words
    if last >= "ㄱ":
        office, *copula = clause.spans[-_OFFICE_AND_COPULA:]
        is_office = office.typed in words.offices and not any(span.kind == "josa" for span in clause.spans[:-1])
        return is_office and all(span.kind == "josa" and span.typed.startswith(_IS_ONE) for span in copula)
    if last != "here" or (words.offices.isdisjoint(before) and words.sources.isdisjoint(before)):
        return False
    tells = not AUXILIARIES.isdisjoint(before) or any(span.kind == "verb" for span in clause.spans)
    return not tells and not says(clause.words, words.narrowing)


def _without_manner(clause: _Clause) -> tuple[str, ...]:
    """The words of the clause without the last, where that only tells how to answer: 한 줄로만요."""
    *before, last = clause.spans
    tells_how = last.kind == "josa" and last.typed.startswith("만") and bool(before) and before[-1].kind == "skip"
    return clause.words[:-1] if tells_how else clause.words


def _breaks_off(spans: tuple[Span, ...]) -> bool:
    """Whether 말고 tells what somebody has stopped doing: 밥 먹다 말고."""
    return any(before.typed.endswith("다") and after.typed.startswith("말고") for before, after in pairwise(spans))


def _of_release(clause: _Clause, catalogue: Catalogue) -> list[Span]:
    """The words of the clause that mean something of the release, and an occasion, which may be asked about as well."""
    return [
        item.span
        for item in clause.found.items
        if not _is_little(item.readings, catalogue)
        and not _is_scrap(item.span)
        and ("kind:occasion" in item.span.meanings or not any(map(is_passing, item.readings)))
    ]


def _is_beside_the_point(clause: _Clause, span: Span, catalogue: Catalogue) -> bool:
    """Whether a word of the release only tells where, for whom or with what the asker is at work: 외국인 친구한테
    설명하려고요, it goes into the annual report."""
    if not (_speaks_of_people(clause, catalogue) or _is_of_now(clause, catalogue)):
        return False
    spans = clause.found.spans
    place = spans.index(span)
    if span.typed < "ㄱ":
        speaks = clause.follows_question and _speaks_of_people(clause, catalogue)
        if speaks and not says(clause.words, catalogue.lexicon.words.interests):
            return True
        before = [each.typed for each in spans[max(0, place - _PHRASE) : place]]
        is_general = span.text in catalogue.lexicon.words.nouns
        return not _OF_ASKER.isdisjoint(before) or (is_general and not _LEADING_TO.isdisjoint(before))
    for head, after in pairwise(spans[place:]):
        if _is_somebody(head, catalogue) or after.typed in OBLIQUE:
            return True
        if after.kind == "josa" or head.kind not in {"word", "unknown", "skip"}:
            return False
    return False


def _is_of_now(clause: _Clause, catalogue: Catalogue) -> bool:
    """Whether something is told of what is still to come, or of the asker's day."""
    if any(word in _TO_COME for word in clause.words) or clause.found.has("time-of-day", "moment"):
        return True
    return any(is_deadline(span, catalogue) for span in clause.spans)


def _is_of_the_asker(mention: EditionMention, clause: _Clause, catalogue: Catalogue) -> bool:
    """Whether the year is the asker's own: next year, or the last time that he asked."""
    if not mention.relative:
        return False
    return not mention.edition or (mention.is_vague and _speaks_of_people(clause, catalogue))


def _is_little(readings: tuple[frozenset[str], ...], catalogue: Catalogue) -> bool:
    says_little = catalogue.little | catalogue.lexicon.words.incidental
    return any(reading <= says_little for reading in readings)


def _is_scrap(span: Span) -> bool:
    """Whether the span is a lone syllable, as unknown words are cut into."""
    return len(span.typed) == 1 and span.typed >= "가"


def _asks_nothing(spans: tuple[Span, ...], place: int, catalogue: Catalogue) -> bool:
    """Whether the word at the place asks nothing: 얼마 안 남았다, everybody who came, a number."""
    span = spans[place]
    asks = {meaning for meaning in span.meanings if meaning.startswith("ask:")}
    if not asks:
        return True
    if span.typed[:1] < "ㄱ":
        if span.typed == "when" and not place:
            return len(spans) > 1 and spans[1].typed.startswith(("you", "i"))
        if span.typed in _RELATIVES:
            people = tuple(catalogue.lexicon.words.sources)
            return place > 0 and (
                spans[place - 1].kind in {"word", "unknown"} or spans[place - 1].typed.endswith(people)
            )
        return not any(word in span.typed for word in _INTERROGATIVES)
    if span.typed == "얼마":
        return any(each.typed.startswith(_NOT_MUCH) for each in spans[place + 1 : place + 2])
    return asks <= _NOUNS_OF_ASKING and not span.typed.startswith(_KOREAN_INTERROGATIVES)


def _is_where_somebody_is(clause: _Clause, named: list[Span], catalogue: Catalogue) -> bool:
    """Whether the places and bodies that are named only tell where the asker or one of his people is."""
    spans, words = clause.spans, catalogue.lexicon.words
    if clause.found.has("hold"):
        return False
    lives = any(not is_name(span) for span in named)
    if says(clause.words, words.interests) or not (
        lives or _speaks_of_people(clause, catalogue) or _is_of_now(clause, catalogue)
    ):
        return False
    return _are_only_where(spans, catalogue)


def _are_only_where(spans: tuple[Span, ...], catalogue: Catalogue) -> bool:
    """Whether the places among the spans tell where somebody or something is, and are no names of it: in Daegu."""
    for place, span in enumerate(spans):
        if "kind:place" not in span.meanings:
            continue
        before = {each.typed for each in spans[max(0, place - 2) : place]}
        after = spans[place + 1] if place + 1 < len(spans) else None
        if before.isdisjoint(_PREPOSITIONS) and not (after is not None and _is_there(after, catalogue)):
            return False
    return True


def _is_there(after: Span, catalogue: Catalogue) -> bool:
    """Whether what follows a place tells that somebody is there, or comes from there: 광주에, 도쿄 지사장님."""
    if after.typed in _LIVES_THERE or _is_somebody(after, catalogue):
        return True
    if after.kind == "skip" and after.typed.endswith(("에", "에서")):
        return True
    return after.kind in {"verb", "word"} and after.typed.endswith(tuple(catalogue.lexicon.words.introductions))


def _is_somebody(span: Span, catalogue: Catalogue) -> bool:
    people = catalogue.lexicon.words.sources
    if span.typed.removesuffix("님") in people:
        return True
    return span.kind == "skip" and span.typed.startswith(tuple(people))


def _speaks_of_people(clause: _Clause, catalogue: Catalogue) -> bool:
    """Whether the asker is spoken of, somebody whom he has it from, or what he is doing."""
    if speaks_of_asker(clause.spans, clause.typed, catalogue) or gives_reason(clause.spans, catalogue):
        return True
    if any(_is_somebody(span, catalogue) for span in clause.spans):
        return True
    return says(clause.words, catalogue.lexicon.words.engagements)
