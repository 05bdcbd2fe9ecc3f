"""What became of a figure between two editions."""

from __future__ import annotations

import itertools

from bot.understand.asking.asked import Asked
from bot.understand.asking.claims import change_claim
from bot.understand.gathering.constructions import CHANGES, names_change
from bot.understand.gathering.mentions import BASE_JOSA, YEAR_ON_YEAR, multiplied
from bot.understand.question import Claim, Question
from bot.understand.span import Span

_IN_PERCENT = frozenset({"unit:percent", "op:percent"})
_MORE_OR_LESS, _STILL = frozenset({"op:more", "op:less"}), frozenset({"더", "정도", "쯤", "나"})

#: How words begin with which something goes on without a break.
_ALL_THE_TIME = (
    "계속", "꾸준", "줄곧", "지속", "연속", "steadily", "continu", "consistently", "constantly", "kept", "keep",
    "everyyear",
)  # fmt: skip


_ONE_WAY = frozenset({"op:up", "op:down", "op:more", "op:less"})
_COUNTING = ("counter:", "unit:", "op:")
_IF, _BEFORE_NOUNS = ("면", "으면"), frozenset({"the", "a", "an", "any", "of"})


def change(asked: Asked) -> Question | None:
    """What became of the figure from one edition to another, as it is asked or claimed; None when it is neither."""
    if not asked.is_single or len(asked.editions) > 2 or asked.is_beyond_default or not _speaks_of_change(asked):
        return None
    if (
        asked.has("op:most", "op:least")
        and asked.has("edition")
        and asked.has("op:up", "op:down")
        and not asked.editions
    ):
        return Question("editions", asked.ids, asked.every_edition)  # 가장 많이 늘어난 해: between which is not said
    if is_steady(asked) and len(asked.editions) < 2:
        return Question("editions", asked.ids, asked.all_editions)
    claimed = asked.direction if _is_direction_sure(asked) and not names_change(asked.features.spans) else None
    claim = change_claim(asked.metric, asked.features, claimed)
    base, later = _leading_from(claim, asked, *between(asked))
    return Question(
        "change",
        asked.ids,
        (later,),
        base=base,
        measure=asked.measure,
        claim=claim,
        presumed=claimed if claim is None and _takes_for_granted(asked) else None,
        base_assumed=not asked.editions,
    )


def _takes_for_granted(asked: Asked) -> bool:
    """Whether by how much is asked of what is taken to have gone one way: how many fewer came, 얼마나 줄어든 겁니까,
    떨어졌다는데 하락폭이 얼마죠; what is denied is not taken so."""
    spans = asked.features.spans
    asks = asked.has("ask:many", "ask:much", "op:difference")
    if not asks or asked.features.denial or asked.has("not"):
        return False
    return any(
        _is_asked_how_far(spans, place) or (_went_one_way(spans, place) and _is_subject_before(asked, place))
        for place, span in enumerate(spans)
        if not span.meanings.isdisjoint(_ONE_WAY)
    )


def _went_one_way(spans: tuple[Span, ...], place: int) -> bool:
    """Whether the word at the place says that something went up or down, and not only if it did; a noun may name a rise
    that was none."""
    span, after = spans[place], spans[place + 1 : place + 2]
    is_conditional = bool(after) and after[0].text.startswith(_IF)
    is_noun = span.typed in CHANGES and place > 0 and spans[place - 1].typed in _BEFORE_NOUNS
    moves = not span.meanings.isdisjoint({"op:up", "op:down"}) and "op:percent" not in span.meanings
    return moves and not is_conditional and not is_noun and (span.kind == "verb" or span.typed[:1] < "ㄱ")


def _is_asked_how_far(spans: tuple[Span, ...], place: int) -> bool:
    """Whether how much is asked right before the word, with nothing but what is counted between them in Korean."""
    span = spans[place]
    if not (_went_one_way(spans, place) or not span.meanings.isdisjoint({"op:more", "op:less"})):
        return False
    for before in reversed(spans[:place]):
        if before.clause != span.clause:
            return False
        if not before.meanings.isdisjoint({"ask:many", "ask:much"}):
            return True
        counts = bool(before.meanings) and all(
            each.startswith(("counter:", "unit:", "op:")) for each in before.meanings
        )
        if span.typed[:1] >= "ㄱ" and not counts and before.kind not in {"josa", "skip"}:
            return False
    return False


def _is_subject_before(asked: Asked, place: int) -> bool:
    """Whether the figure is named before the word, in its clause."""
    spans = asked.features.spans
    own = asked.metric.named - asked.catalogue.little
    return any(not each.meanings.isdisjoint(own) for each in spans[:place] if each.clause == spans[place].clause)


def is_steady(asked: Asked) -> bool:
    """Whether it is said or asked that something moved one way all the time, which its ends alone do not tell."""
    return asked.has("op:up", "op:down") and any(span.typed.startswith(_ALL_THE_TIME) for span in asked.features.spans)


def _is_direction_sure(asked: Asked) -> bool:
    """Whether it is said which of two editions is claimed to have more, if that is claimed."""
    return asked.has("op:up", "op:down") or len(asked.editions) < 2 or len(asked.bases) == 1


def _speaks_of_change(asked: Asked) -> bool:
    """Whether a change is named, or one edition is compared with another."""
    if asked.has("op:editions") and not asked.editions:
        return False
    leaves_out = asked.metric.rest is not None and asked.has("op:exclude") and len(asked.editions) < 2
    if asked.has("op:change", "op:multiple") or (asked.has("op:difference") and not leaves_out):
        return True
    if asked.has("op:exclude") and len(asked.editions) == 2:
        return True  # 2022년에서 2019년을 빼면
    two, compares = len(asked.editions) == 2, asked.has("op:more", "op:less", "op:same")
    says_change = asked.features.is_claim or is_percent_more(asked)
    if compares and not asked.editions and says_change and not asked.features.numbers:
        return True
    if any(span.typed in YEAR_ON_YEAR for span in asked.features.spans):
        return True
    if asked.bases:
        return compares or asked.has("op:compare") or asked.asks_percent or _is_left_unsaid(asked)
    says_one = asked.asks_percent or (asked.has("op:same") and asked.features.is_claim and not asked.features.numbers)
    return compares and (two or (len(asked.editions) == 1 and says_one))


def _is_left_unsaid(asked: Asked) -> bool:
    """Whether the message ends with what is compared with, and leaves unsaid what became of it: 2019년보다는?, 직전보다
    얼마나?"""
    said = [span for span in asked.features.spans if "ask:much" not in span.meanings and span.kind != "ending"]
    return bool(said) and said[-1].kind == "josa" and said[-1].text in BASE_JOSA


def is_percent_more(asked: Asked) -> bool:
    """Whether it is asked by what percentage there were more or fewer: what percent fewer, 몇 퍼센트 더 적어."""
    said = [span for span in asked.features.spans if span.kind != "josa" and span.typed not in _STILL]
    return not asked.features.numbers and any(
        before.meanings & _IN_PERCENT and span.meanings & _MORE_OR_LESS for before, span in itertools.pairwise(said)
    )


def between(asked: Asked) -> tuple[str, str]:
    """From which edition to which: the one compared with, or the earlier, and the other."""
    editions, bases = asked.editions, asked.bases
    if len(editions) == 2:
        base = _base_of_two(asked)
        return base, editions[1] if base == editions[0] else editions[0]
    if not editions:
        return asked.compared_with, asked.default
    if bases or editions[0] == asked.compared_with:
        base, later = editions[0], asked.default
    else:
        base, later = asked.compared_with, editions[0]
    if base == later:
        earlier = [edition.id for edition in asked.catalogue.knowledge.editions.list if edition.id < later]
        base = earlier[-1] if earlier else base
    return base, later


def _base_of_two(asked: Asked) -> str:
    """Which of two editions is compared with; the earlier where nothing is said of either: 2019 versus 2022."""
    earlier = asked.editions[0]
    if asked.has("op:multiple") and not asked.bases:
        return multiplied(asked.features) or earlier
    moves = asked.has("op:up", "op:down") and asked.features.is_claim
    is_korean = any(span.kind == "josa" for span in asked.features.spans)  # 에 비하면 always tells
    tells = is_korean or moves or asked.has("op:more", "op:less", "op:multiple")
    return asked.bases[0] if len(asked.bases) == 1 and tells else earlier


def _leading_from(claim: Claim | None, asked: Asked, base: str, later: str) -> tuple[str, str]:
    """The editions with those whose figures the change is said to lead from and to: 5,520명에서 is from 2021."""
    if claim is None or claim.before is None or len(asked.editions) == 2:
        return base, later
    ends = [_edition_with(end.number, asked) for end in (claim.before, claim.after) if end is not None]
    if not asked.editions and len(ends) == len({end for end in ends if end}) == len(("before", "after")):
        first, last = sorted(filter(None, ends))
        return first, last  # 30,327명에서 5,520명으로 leads back in time, and is not so
    values = asked.metric.values.items()
    named = [edition for edition, value in values if value.number == claim.before.number and edition < asked.default]
    if len(named) != 1:
        return base, later
    return named[0], asked.default if later == named[0] else later


def _edition_with(number: int | float | None, asked: Asked) -> str | None:
    """The one edition with that figure; None when none or several have it."""
    having = [edition for edition, value in asked.metric.values.items() if value.number == number]
    return having[0] if len(having) == 1 else None
