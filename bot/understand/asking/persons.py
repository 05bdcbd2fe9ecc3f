"""What is asked of people: of each of them the release tells who he is, and only some of what he did."""

from __future__ import annotations

from bot.understand.asking.things import kinds_named
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.entries import AspectEntry
from bot.understand.features import Features
from bot.understand.span import Span

#: What somebody may have done, and how that is asked.
_DEEDS = frozenset({"say", "come", "go", "participate", "win", "start", "end", "send", "see", "beat"})
_WHOSE_DEED = frozenset({"ask:who", "ask:name", "ask:what", "ask:when", "ask:where", "ask:statement"})
_HOLDING = frozenset({"host"})
_PUTS_ON = ("열", "진행", "개최", "주최")
#: Who is named or mentioned does nothing.
_MENTIONED = ("mention", "named", "언급", "거론", "나온", "나오")


def asks_left_of_people(entry: AspectEntry, features: Features, catalogue: Catalogue) -> frozenset[str]:
    """What the message asks of a person and the side does not tell: what he did, which official it was where the side
    has a body, whom to call at a place."""
    left = features.asks & _WHOSE_DEED if is_untold_deed(entry, features, catalogue) else frozenset()
    if "contact" in entry.aspect.asks and "place" in kinds_named(features, catalogue):
        left |= features.asks & {"ask:contact"}
    which_person = any(span.meanings >= {"ask:who", "person"} for span in features.spans)
    if which_person and {catalogue.item_kinds.get(item) for item in entry.aspect.items} == {"body"}:
        left |= {"ask:who"}
    return left


def says_nothing_else(features: Features) -> bool:
    """Whether the message says of nothing but that it was said: where did he say it; 알려줘 is said to the bot."""
    said = [item.span.typed for item in features.items if item.meanings == {"say"}]
    return bool(said) and len(said) == len(features.items) and not said[0].startswith("알")


def is_untold_deed(entry: AspectEntry, features: Features, catalogue: Catalogue) -> bool:
    """Whether it is asked of a person what no side of the topic tells that he did: which minister spoke, what did he
    sign. Who is told to have been somewhere may have come there: the official who joined the special talk."""
    if not _is_of_person(entry, catalogue):
        return False
    if any(map(_holds, features.spans)) and not features.has("say") and _HOLDING.isdisjoint(entry.explains):
        return True
    done = frozenset().union(
        *(_deed(span.readings) for span in features.spans if not span.typed.startswith(_MENTIONED))
    )
    sides = catalogue.topics[entry.topic.id]
    about = frozenset().union(*entry.topic_names)
    somewhere = features.named & entry.background - about - catalogue.little - catalogue.people
    told = frozenset().union(*(side.named for side in sides))
    is_told = bool(done & told) and "end" not in done  # what he said when it opened, and not at its end
    return bool(done - told) and not (is_told or somewhere)


def _holds(span: Span) -> bool:
    """Whether it is said that something is put on: who organised the talk, 개막식을 열었나, and not 대담을 했나."""
    return "host" in span.meanings or ("hold" in span.meanings and span.typed.startswith(_PUTS_ON))


def _deed(readings: tuple[frozenset[str], ...]) -> frozenset[str]:
    """What the word says that somebody did, where it can mean nothing else."""
    return frozenset.intersection(*readings) & _DEEDS if readings else frozenset()


def _is_of_person(entry: AspectEntry, catalogue: Catalogue) -> bool:
    """Whether the entry's topic is a person, or the side tells which person it was."""
    of_person = any("role" in side.aspect.asks for side in catalogue.topics[entry.topic.id])
    return of_person or bool(entry.items and entry.items <= catalogue.people)
