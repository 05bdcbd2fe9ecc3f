"""HTML is read, measured and refused as Telegram does it."""

import httpx
import pytest
from telegram import (
    MessageEntity,
)

from tests.botapi import BotApi
from tests.botapi_tests.support import Caller, refused


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("plain &lt;&gt;&amp;&quot;&#33;&#x21;&nbsp;", 'plain <>&"!!&nbsp;', []),
        ("😀<b>굵게</b>", "😀굵게", [("bold", 2, 2)]),
        ("<strong>a</strong><B>b</B>", "ab", [("bold", 0, 2)]),
        ("<i>a<u>b</u></i>", "ab", [("italic", 0, 2), ("underline", 1, 1)]),
        ("<em>a</em> <ins>b</ins>", "a b", [("italic", 0, 1), ("underline", 2, 1)]),
        ("<s>a</s> <del>b</del> <strike>c</strike>", "a b c", [("strikethrough", n, 1) for n in (0, 2, 4)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<b>a <code>b</code> c</b>", "a b c", [("bold", 0, 2), ("code", 2, 1), ("bold", 3, 2)]),
        ("<pre>x</pre>", "x", [("pre", 0, 1)]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ("  <b> a </b>  ", "a", [("bold", 0, 1)]),
        ("<b></b>a<a href=nonsense>b</a>", "ab", []),
    ],
)
def test_html_becomes_text_and_entities(
    api: BotApi, do: Caller, html: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    """HTML is read as Telegram reads it, with offsets in UTF-16 code units."""
    alice = api.user("Alice", started=True)
    sent = do(do.bot.send_message(alice.id, html, parse_mode="HTML"))

    assert text == sent.text == alice.chat.messages[0].text
    assert entities == [(entity.type, entity.offset, entity.length) for entity in sent.entities]


def test_html_links_and_languages(api: BotApi, do: Caller) -> None:
    """Links keep their address, mentions their person, code blocks their language."""
    alice = api.user("Alice", started=True)
    html = (
        "<a href=\"https://a.kr?x=1&amp;y=2\">a</a> <a href='tg://user?id=7'>b</a> "
        '<pre><code class="language-python">c</code></pre>'
    )
    httpx.post(
        f"{api.base_url}{api.token}/sendMessage",
        data={"chat_id": str(alice.id), "text": html, "parse_mode": "html"},
    )
    link, person, block = alice.chat.messages[0].entities

    assert link["url"] == "https://a.kr/?x=1&y=2"
    assert (person["type"], person["user"]["id"]) == ("text_mention", 7)
    assert (block["type"], block["language"]) == ("pre", "python")


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("a<br>b", 'Unsupported start tag "br" at byte offset 1'),
        ("가<p>", 'Unsupported start tag "p" at byte offset 3'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<b bold>a</b>", "Expected equal sign in declaration of an attribute"),
    ],
)
def test_bad_html_is_refused(api: BotApi, do: Caller, html: str, reason: str) -> None:
    """Tags that are unknown, unclosed or crossed are refused with the place where they stand."""
    alice = api.user("Alice", started=True)
    with refused(f"can't parse entities: {reason}"):
        do(do.bot.send_message(alice.id, html, parse_mode="HTML"))

    assert alice.chat.messages == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" \n", "empty"),
        ("<b></b>", "empty"),
        ("가" * 4097, "too long"),
        ("😀" * 2049, "too long"),
    ],
)
def test_text_has_a_length(api: BotApi, do: Caller, text: str, reason: str) -> None:
    """A text has 1 to 4096 code units, counted after its entities are parsed."""
    alice = api.user("Alice", started=True)
    with refused(reason):
        do(do.bot.send_message(alice.id, text, parse_mode="HTML"))

    do(do.bot.send_message(alice.id, f"<b>{'😀' * 2048}</b>", parse_mode="HTML"))


def test_entities_may_be_spelled_out(api: BotApi, do: Caller) -> None:
    """Entities given as such are kept, and refused when they reach beyond the text or cut a character."""
    alice = api.user("Alice", started=True)
    do(do.bot.send_message(alice.id, "😀ab", entities=[MessageEntity("bold", 2, 1)]))

    assert alice.chat.messages[0].covered("bold") == ["a"]
    with refused("ends after the end"):
        do(do.bot.send_message(alice.id, "ab", entities=[MessageEntity("bold", 1, 5)]))
    with refused("middle of a UTF-16 symbol"):
        do(do.bot.send_message(alice.id, "😀ab", entities=[MessageEntity("bold", 1, 1)]))
    with refused("unsupported parse_mode"):
        do(do.bot.send_message(alice.id, "ab", parse_mode="wiki"))


def test_telegram_finds_entities_by_itself(api: BotApi) -> None:
    """Commands, mentions, addresses and hashtags are found in what people type, but not inside words."""
    message = api.user("Alice").say("/help@bodo_test_bot @bodo_test_bot @bodo_test_bot님 a@b.kr #태그 a.kr/x. 1/2")

    assert message.covered("bot_command") == ["/help@bodo_test_bot"]
    assert message.covered("mention") == ["@bodo_test_bot"]
    assert message.covered("email") == ["a@b.kr"]
    assert message.covered("hashtag") == ["#태그"]
