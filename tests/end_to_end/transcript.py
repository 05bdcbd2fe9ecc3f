"""Three short conversations with the running bot as plain text: a group, inline mode, a guest call.

`python -m tests.end_to_end.transcript` prints them as the README shows them, and `tests/test_readme.py` holds the
README to that. The bot is the real process over the real release; the chats are the double's.
"""

from __future__ import annotations

from tests.botapi import BotApi
from tests.end_to_end import screen
from tests.end_to_end.conftest import running

NAME = "bodobot"
CALL = f"@{NAME}"
CLAIM = "엑스포에 관람객 5만 명이 왔고 부스는 1,548개였대. 예산은 50억이래."


def transcript() -> str:
    """The conversations as Markdown; every run gives the same text."""
    with BotApi(username=NAME) as api, running(api):
        parts = (_group(api), _inline(api), _guest(api))
        return "\n\n".join(f"{words}\n\n```text\n{shown}\n```" for words, shown in parts)


def _group(api: BotApi) -> tuple[str, str]:
    """A topic of a forum, in which two people ask the bot."""
    mina, jun = api.user("Mina", language="ko"), api.user("Jun", language="ko")
    forum = api.forum("출입기자단", mina, jun, topics=("스마트시티 엑스포",))
    topic = forum.topic("스마트시티 엑스포")
    mina.say(f"{CALL} 2022년 외국인 관람객은 몇 명이야?", forum, topic=topic)
    answer = forum.wait_for_reply()
    jun.say("2019년은?", forum, reply_to=answer)
    forum.wait_for_reply()
    jun.say(f"{CALL} 2022년 외국인 관람객 수 알려줘", forum, topic=topic)
    forum.wait_for_reply()
    mina.say(f"{CALL} 중국 기업은 몇 개였어?", forum, topic=topic)
    forum.wait_for_reply()
    claim = jun.say(CLAIM, forum, topic=topic)
    mina.say(f"{CALL} 맞아?", forum, reply_to=claim)
    forum.wait_for_reply()
    return (
        "In a topic of a group, the bot answers whoever mentions it or replies to it. What it told a moment ago it\n"
        "points to, a decline is one line, and a claim that is pointed at is checked:",
        f"# {forum.title} › {topic.name}\n\n{screen.chat(forum)}",
    )


def _inline(api: BotApi) -> tuple[str, str]:
    """Cards while a person types, and the one that was posted where the bot is not."""
    mina, jun = api.user("Mina", language="ko"), api.user("Jun", language="ko")
    friends = api.group("점심 모임", mina, jun, bot=None)
    answers = [(text, mina.inline(text).wait_for_answer()) for text in ("부스 몇 개?", "해외 바이어?")]
    mina.choose(answers[-1][1].results[1], friends)
    lists = (screen.cards(f"{CALL} {text}", answer) for text, answer in answers)
    return (
        "Inline, cards come while somebody types in any chat, several where the words may mean several things. The\n"
        "chosen one is posted:",
        "\n\n".join((f"# {friends.title}", *lists, screen.chat(friends))),
    )


def _guest(api: BotApi) -> tuple[str, str]:
    """A private chat of two people, one of whom has the other's claim checked."""
    ann, ben = api.user("Ann", language="en"), api.user("Ben", language="en")
    talk = api.conversation(ann, ben)
    claim = ben.say("The expo drew 50,000 visitors and 1,548 booths", talk)
    ann.say(f"{CALL} is that right?", talk, reply_to=claim)
    talk.wait_for_reply()
    return (
        "As a guest, it is called into a chat that it is not in, here to check what the other has written:",
        f"# Ann and Ben\n\n{screen.chat(talk)}",
    )


if __name__ == "__main__":
    print(transcript())
