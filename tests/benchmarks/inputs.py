"""Messages of 4,096 characters, Telegram's longest, of the kinds that may be slow to read."""

from __future__ import annotations

import random

from bot.understand.catalogue.catalogue import Catalogue

LONGEST = 4096

_KOREAN = "2022년 외국인 관람객은 2019년보다 얼마나 늘었어? "
_ENGLISH = "how many foreign visitors came in 2022 and how much was that up on 2019? "
_SLIPS = "관랑객 참가없체 계약츄진액 상담액슈 전시먄적 외귝인 "
_ENGLISH_SLIPS = "visitrs exhbitors contrcat amuont foregin consultaton "


_FILLINGS = {
    "questions, Korean": _KOREAN,
    "questions, English": _ENGLISH,
    "no spaces, Korean": _KOREAN.replace(" ", "").replace("?", ""),
    "no spaces, Latin": _ENGLISH.replace(" ", "").replace("?", ""),
    "slips, Korean": _SLIPS,
    "slips, no spaces": _SLIPS.replace(" ", ""),
    "slips, English": _ENGLISH_SLIPS,
    "one letter": "관",
    "particles": "은는이가을를의에에서",
    "initials": "ㄱㄹㄱ ㅊㄱㅇㅊ ",
    "wrong keyboard": "rhksfkarordms aucaudldi ",
    "romanised": "gwallamgaegeun myeot myeongiya ",
    "numbers": "1,178억원 30,327명 21.5% ",
    "digits": "1234567890",
    "joined": "관람객이랑 부스랑 면적이랑 계약액이랑 ",
    "claims": "301개가 맞아? 관람객이 620명이라던데 ",
    "question marks": "?!",
    "emoji": "🙏😀",
}
#: What stands between the words where the release's own words fill the message, at random.
_OWN = {"own words": " ", "own words, no spaces": ""}
#: The first and the last of the letters where any of them fill the message, at random.
_ANY = {"any syllables": ("가", "힣"), "any letters": ("a", "z")}

#: What the messages are, one name for each.
NAMES = (*_FILLINGS, *_OWN, *_ANY)


def longest(name: str, catalogue: Catalogue) -> str:
    """The message of that name."""
    rolled = random.Random(name)
    if name in _OWN:
        filling = _OWN[name].join(rolled.choices(sorted(catalogue.lexicon.own), k=LONGEST))
    elif name in _ANY:
        first, last = map(ord, _ANY[name])
        filling = "".join(chr(rolled.randint(first, last)) for _ in range(LONGEST))
    else:
        filling = _FILLINGS[name]
    return (filling * (LONGEST // len(filling) + 1))[:LONGEST]
