"""Conversations with the running bot as the README shows them: `python -m tests.end_to_end.transcript` prints them."""

from __future__ import annotations

from tests.botapi import BotApi
from tests.end_to_end import screen
from tests.end_to_end.conftest import running

_CALL = "@bodo_test_bot"


def transcript() -> tuple[str, str, str]:
    """A group, an inline query and a guest call, played once and written down in that order, each a block of text."""
    with BotApi() as api, running(api):
        group, inline, guest = (f"```text\n{played(api)}\n```" for played in (_group, _inline, _guest))
    return group, inline, guest


def _group(api: BotApi) -> str:
    """Asked by name, asked on by a reply, asked again by somebody else, a claim checked, what is missing named."""
    jihun, minseo = (api.user(name, language="ko") for name in ("지훈", "민서"))
    group = api.supergroup("기자실", jihun, minseo)
    jihun.say(f"{_CALL} 외국인 관람객은 몇 명이었어?", group)
    answer = group.wait_for_reply()
    jihun.say("2019년은?", group, reply_to=answer)
    group.wait_for_reply()
    minseo.say(f"{_CALL} 2022년 외국인 관람객 수 알려줘", group)
    group.wait_for_reply()
    claim = minseo.say("부스가 2,000개였고 상담액은 3,188억 원이었대", group)
    jihun.say(f"{_CALL} 맞아?", group, reply_to=claim)
    group.wait_for_reply()
    minseo.say(f"{_CALL} 중국 기업은 몇 개였어?", group)
    group.wait_for_reply()
    return screen.chat(group)


def _inline(api: BotApi) -> str:
    """What is offered while somebody types words that may mean several things, and the card that is posted."""
    emma = api.user("Emma", language="en")
    elsewhere = api.group("Trade desk", emma, bot=None)
    typed = "overseas buyers"
    offered = emma.inline(typed).wait_for_answer()
    emma.choose(offered.results[1], elsewhere, query=typed)
    return f"{screen.cards(f'{_CALL} {typed}', offered)}\n\n{screen.chat(elsewhere)}"


def _guest(api: BotApi) -> str:
    """Somebody's claim checked in a conversation of two people."""
    emma, liam = (api.user(name, language="en") for name in ("Emma", "Liam"))
    talk = api.conversation(emma, liam)
    claim = liam.say("They say 30,327 people came, 1,200 of them from abroad, and tickets cost $20.", talk)
    emma.say(f"{_CALL} is this right?", talk, reply_to=claim)
    talk.wait_for_reply()
    return screen.chat(talk)


if __name__ == "__main__":
    print("\n\n".join(transcript()))
