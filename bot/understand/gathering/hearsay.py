"""Who is said to have said it: a boss, a friend, a taxi driver. The source is left out, and what is said is a claim.
So is who wants to know it, whatever he is called: what stands before *would like to know how many* only asks.

Anybody may be the source, but for whoever the release itself speaks of: 과장님 is the release's, 저희 과장님 is not.
"""

from __future__ import annotations

import itertools
import re

from bot.understand.gathering.narrowing import OF_A_BODY
from bot.understand.reading.lexicon import Lexicon
from bot.understand.span import Span

#: How a message says right after the source that it only reports: 팀장님 말씀으로는, 친구가 그러는데.
_REPORTS = re.compile(
    r"님?(?:들)?(?:의)?(?:말|말씀|얘기|이야기|설명|주장)(?:으로는|로는|으론|론|에따르면|에의하면|대로라면|을들으니|들으니)"
    r"|님?(?:들)?(?:한테|한테서|에게|에게서|께|으로부터)(?:듣기로는?|듣기론|들으니|들은바로는|들었는데|들었는데요)"
    r"|(?:님?(?:이|가|께서))?쓴?기사(?:에는|에서는|에선|에)"
    r"|님?(?:들)?(?:측|쪽)?(?:이|가|께서|에서|에서는|에선)(?:그러|그러시|그랬|그러셨|말하|말씀하시)(?:는데|던데|더라고|더라|길래|기를)"
)
_IS_SUBJECT = re.compile(r"님?(?:들)?(?:측|쪽)?(?:은|는|이|가|께서|께서는|께선|도|에서|에서는|에선)")
#: What follows a source that stands behind what it said: 2천 개가 넘었다고 옆 부서에서 그러던데.
_SAID_SO = re.compile(
    rf"{_IS_SUBJECT.pattern}(?:그러|그랬|하|했|말하|말했|얘기하|얘기했|주장하|주장했|우기|우겼)(?:시|셨)?"
)
#: So whoever stands before says so; and how a report of it goes on.
_SAYS_SO = re.compile(
    r"(?:측|쪽)?(?:이|가|께서|에서|에서는|에선)(?:그러|그랬)(?:시|셨)?(?:던데|는데|더라고|더라|길래|다고)?(?:요)?"
)
#: How a clause ends that quotes somebody: 격년제 행사라고 하시던데; 팀장님은 거기 있다던데 tells where he is.
_QUOTES = re.compile(r"(?:라고|다고|라시|다시)")
#: What a publisher does that tells something.
_SAYS = frozenset({"say", "claim", "ask:list", "ask:name"})
#: Quoting, and hearing, reading or taking it to be so: 길병우라고 들었는데요.
_QUOTED = ("라고", "다고")
_HEARD = ("들었", "들은", "알고", "하던데", "하시던데", "하더라", "봤는데", "읽었", "나오던데")
#: How a message ends that only passes on what was said: 코엑스에서 했대요.
_ENDS_AS_QUOTE = re.compile(
    r"(?:라던데|다던데|라는데|다는데|래|대|래요|대요|라네|다네|라네요|다네요|랍니다|답니다|란다|단다)$"
)
_ENGLISH_REPORTS = frozenset(
    {
        "says", "said", "say", "tells", "told", "toldme", "toldus", "tellsme", "claims", "claim", "claimed", "insists",
        "insisted", "thinks", "believes", "reckons", "swears", "swore", "mentioned", "mentions", "argues", "assuresme",
        "wrote", "writes", "heard",
    }
)  # fmt: skip
#: How somebody wants to know or asks, right before what; and what else may follow it than an asking word.
_WANTS_TO_KNOW = re.compile(
    r"(?:(?:would|d)(?:like|love)|want(?:s|ed)?|need(?:s|ed)?|(?:is|are|was|were)(?:keen|curious|eager))toknow$"
    r"|(?:(?:is|are|was|were|has|have|had|keeps?|just|been)asking|(?:has|have|had|just)?asked|asks?)(?:me|us)?(?:about)?$"
    r"|(?:is|are|was|were)wondering$|wonders$"
)
_WHETHER = frozenset({"whether", "if"})
#: How many words may say who asks, with those that say that he does.
_LONGEST_ASKER = 14
_LITTLE_BEFORE = frozenset({"the", "a", "an", "my", "our", "his", "her", "one", "of", "some", "this", "that", "your"})
#: How many words may say whose source it is, and what it does.
_MOST_BEFORE, _MOST_AFTER = 4, 8


def without_source(spans: tuple[Span, ...], lexicon: Lexicon) -> tuple[Span, ...]:
    """The spans without who is said to have said the rest; as they are when they name no source of it."""
    for index, span in enumerate(spans):
        end = index + 1 if _is_said_whole(span, spans[index + 1 :], lexicon) else None
        if _is_source(spans, index, lexicon) or _says_so(spans, index, lexicon):
            end = _end_of_source(spans, index) or _end_of_saying(spans, index)
        start = _start_of_source(spans, index, lexicon) if end is not None else None
        if end is not None and start is not None and end < len(spans):
            return spans[:start] + spans[end:]
    return spans


def without_asker(spans: tuple[Span, ...], lexicon: Lexicon) -> tuple[Span, ...]:
    """The spans without whom a sentence begins with that wants to know the rest: our council would like to know how
    many; as they are when the rest may be about him."""
    for index, span in enumerate(spans):
        begins = not index or spans[index - 1].clause != span.clause
        end = _end_of_wish(spans, index) if begins and span.typed[:1] < "ㄱ" else None
        if end is None:
            continue
        asker, rest = spans[index:end], spans[end:]
        speaks_of_him = any(each.typed in OF_A_BODY for each in rest)
        if speaks_of_him or any(_is_event(each, lexicon) for each in asker):
            return spans
        return without_asker(spans[:index] + rest, lexicon)
    return spans


def _is_event(span: Span, lexicon: Lexicon) -> bool:
    """Whether an event is spoken of, which may be another than the release's."""
    return span.typed in lexicon.words.events or "kind:occasion" in span.meanings or span.typed.endswith("show")


def _end_of_wish(spans: tuple[Span, ...], start: int) -> int | None:
    """Where the question begins that somebody wants answered, of whom the clause speaks first; None if it does not."""
    for place in range(start + 1, min(start + 2 + _LONGEST_ASKER, len(spans))):
        span = spans[place]
        if span.clause != spans[start].clause or span.kind in {"number", "year", "date"}:
            return None
        said = "".join(each.typed for each in spans[start + 1 : place])
        if any(meaning.startswith("ask:") for meaning in span.meanings) or span.typed in _WHETHER:
            return place if _WANTS_TO_KNOW.search(said) else None
        if span.typed == "the" and said.endswith("toknow") and _WANTS_TO_KNOW.search(said):
            return place
        if any(meaning.startswith(("op:", "claim")) for meaning in span.meanings):
            return None
    return None


def _is_said_whole(span: Span, after: tuple[Span, ...], lexicon: Lexicon) -> bool:
    """Whether a phrase that says nothing else is a source with its report: 친구 말로는, 동료가 … 라고."""
    if span.kind != "skip" or span.typed < "가":
        return False
    said = [span.typed[n:] for n in range(1, len(span.typed)) if span.typed[:n] in lexicon.words.sources]
    return any(_REPORTS.fullmatch(each) or (_IS_SUBJECT.fullmatch(each) and _quotes(after)) for each in said)


def _quotes(spans: tuple[Span, ...]) -> bool:
    return any(_QUOTES.search(each.typed) for each in spans if each.kind in {"josa", "ending", "skip", "verb"})


def _is_source(spans: tuple[Span, ...], index: int, lexicon: Lexicon) -> bool:
    typed = spans[index].typed
    names = typed if typed in lexicon.words.sources else typed.removesuffix("님")
    if names not in lexicon.words.sources:
        return False
    before = {each.typed for each in spans[max(0, index - 2) : index]}
    return spans[index].text not in lexicon.own or not before.isdisjoint(lexicon.words.askers)


def _says_so(spans: tuple[Span, ...], index: int, lexicon: Lexicon) -> bool:
    """Whether whoever is named is only said to say so, whatever he is called: 상공회의소에서 그러던데, the chamber of
    commerce says; the release's own people may be asked for what they said."""
    if spans[index].kind not in {"word", "unknown"} or spans[index].text in lexicon.own:
        return False
    if spans[index].typed >= "가":
        after = [each.typed for each in spans[index + 1 : index + 1 + _MOST_AFTER]]
        return any(_SAYS_SO.fullmatch("".join(after[: place + 1])) for place in range(len(after)))
    who, following, said = spans[: index + 1], spans[index + 1 : index + 2], spans[index + 2 :]
    reports_so = any(each.typed in _ENGLISH_REPORTS for each in following)
    is_of_him = any(each.typed in OF_A_BODY or each.typed == "there" for each in said)
    asks = any(meaning.startswith("ask:") for each in who for meaning in each.meanings)
    return reports_so and not (asks or is_of_him or any(_is_event(each, lexicon) for each in who))


def _start_of_source(spans: tuple[Span, ...], index: int, lexicon: Lexicon) -> int | None:
    """Where the words begin that say whose source it is; None when the message says more before it."""
    start = index
    while start and index - start < _MOST_BEFORE and spans[start - 1].clause == spans[index].clause:
        before = spans[start - 1]
        if before.kind == "josa" and before.typed.endswith(_QUOTED):
            break
        is_little = before.typed in _LITTLE_BEFORE or before.typed in lexicon.words.askers or before.kind == "skip"
        if not is_little and before.kind not in {"unknown", "josa"} and not all(_means_itself(before)):
            break
        start -= 1
    opens = start == 0 or spans[start - 1].clause != spans[index].clause or spans[start - 1].typed.endswith(_QUOTED)
    return start if opens else None


def _means_itself(span: Span) -> list[bool]:
    own = [all(each.startswith(("=", "kind:")) for each in reading) for reading in span.readings]
    return [any(own)]


def _end_of_source(spans: tuple[Span, ...], index: int) -> int | None:
    """Where what is said begins; None when nobody says anything."""
    after = [each for each in spans[index + 1 : index + 1 + _MOST_AFTER] if each.clause == spans[index].clause]
    korean = spans[index].typed[:1] >= "가"
    if not korean:
        place = next((place for place, each in enumerate(after) if each.typed in _ENGLISH_REPORTS), None)
        if place is None or any(each.kind in {"word", "number"} and not _is_said_of(each) for each in after[:place]):
            return None
        to_whom = 1 if place + 1 < len(after) and after[place + 1].typed in {"me", "us", "him", "her", "them"} else 0
        return index + 2 + place + to_whom
    said = ""
    best: int | None = None
    quotes = _quotes(spans[index + 1 :])
    for place, each in enumerate(after):
        said += each.typed
        if _REPORTS.fullmatch(said) or (quotes and _IS_SUBJECT.fullmatch(said)):
            best = index + 2 + place
    return best


def _end_of_saying(spans: tuple[Span, ...], index: int) -> int | None:
    """Where the saying ends that is told behind what was said; None when nothing was said before the source."""
    if not any(each.typed.endswith(_QUOTED) for each in spans[:index]):
        return None
    said = ""
    for place, each in enumerate(spans[index + 1 : index + 1 + _MOST_AFTER]):
        said += each.typed
        if _SAID_SO.fullmatch(said):
            after = itertools.takewhile(lambda ending: ending.kind == "ending", spans[index + 2 + place :])
            return index + 2 + place + len(tuple(after))
    return None


def _is_said_of(span: Span) -> bool:
    """Whether the word only says where the source is from: my colleague in the Seoul bureau says."""
    return all(each.startswith(("=", "kind:")) for each in span.meanings)


def without_publisher(spans: tuple[Span, ...], publisher: str) -> tuple[Span, ...]:
    """The spans without the publisher, called by a word of its name, as who says what is asked for: how many visitors
    does the ministry report? not what it says about something."""
    names = publisher.casefold().split()
    for place in range(2, len(spans) - 1):
        if spans[place - 1].typed != "the" or spans[place].typed not in names:
            continue
        says = _SAYS & spans[place + 1].meanings or spans[place + 1].typed.startswith("report")
        asked = any(meaning.startswith("ask:") for span in spans[:place] for meaning in span.meanings)
        if says and asked and not any(span.typed == "about" for span in spans[place + 1 :]):
            return spans[:place] + spans[place + 1 :]
    return spans


#: The release, spoken of as what tells the figures.
DOCUMENT = frozenset({"press-release"})
_WHERE_IT_STANDS = frozenset({"in", "inthe", "accordingto", "accordingtothe", "per", "perthe", "from", "within", "by"})
_THERE = ("에", "상", "속")
_TELLS = frozenset({"say", "show", "claim", "ask:list", "ask:name"})
_TELLING = ("mention", "list", "give", "report", "state", "cite", "quote", "put", "name", "show")


def tells_where_it_stands(spans: tuple[Span, ...]) -> bool:
    """Whether the release is only spoken of as where a thing stands, or what tells it: visitors in the press release,
    이 자료에 나온 계약액, how many booths does the document mention; who wrote or read it is something else."""
    for place, span in enumerate(spans):
        if span.meanings.isdisjoint(DOCUMENT):
            continue
        after = spans[place + 1] if place + 1 < len(spans) else None
        if span.typed[:1] >= "ㄱ":
            return after is not None and after.kind in {"josa", "skip"} and after.text.startswith(_THERE)
        before = [each for each in spans[max(0, place - 2) : place] if each.typed not in _LITTLE_BEFORE]
        stands = bool(before) and before[-1].typed in _WHERE_IT_STANDS
        tells = after is not None and (not after.meanings.isdisjoint(_TELLS) or after.typed.startswith(_TELLING))
        return stands or tells
    return False


def reports(spans: tuple[Span, ...]) -> bool:
    """Whether the message says that somebody has said it: 코엑스에서 했대요, she swears it was at COEX."""
    opening = list(itertools.takewhile(lambda each: each.kind == "skip" or each.typed in _ENGLISH_REPORTS, spans))
    if any(each.typed in _ENGLISH_REPORTS for each in opening):
        return True
    if any(
        before.typed.endswith(_QUOTED) and after.typed.startswith(_HEARD) for before, after in itertools.pairwise(spans)
    ):
        return True
    said = [each for each in spans if each.kind != "josa" or each.text not in {"요", "여", "용"}]
    if not said or said[-1].kind not in {"josa", "ending", "skip"}:
        return False
    return _ENDS_AS_QUOTE.search(said[-1].typed) is not None
