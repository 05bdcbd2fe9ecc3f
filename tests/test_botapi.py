"""The double of the Bot API holds an unmodified python-telegram-bot to Telegram's rules."""

import asyncio
import json
import queue
import re
import socket
import struct
import threading
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import httpx
import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    MessageEntity,
    ReplyParameters,
    Update,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import Application, ContextTypes, TypeHandler
from telegram.request import HTTPXRequest

from tests.botapi import BotApi, failures

T = TypeVar("T")
Handle = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]


class Caller:
    """An unmodified bot whose calls are made one by one."""

    def __init__(self, api: BotApi, runner: asyncio.Runner) -> None:
        self.bot = Bot(api.token, base_url=api.base_url)
        self._runner = runner

    def __call__(self, call: Awaitable[T]) -> T:
        async def awaited() -> T:
            return await call

        return self._runner.run(awaited())


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A running double."""
    with BotApi() as double:
        yield double


@pytest.fixture
def do(api: BotApi) -> Iterator[Caller]:
    """A bot that makes the calls handed to it."""
    with asyncio.Runner() as runner:
        caller = Caller(api, runner)
        caller(caller.bot.initialize())
        yield caller
        caller(caller.bot.shutdown())


@contextmanager
def running(api: BotApi, handle: Handle, webhook: bool = False) -> Iterator[None]:
    """Run an application that hands every update to one function."""
    ready: queue.Queue[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = queue.Queue()

    async def live() -> None:
        app = Application.builder().token(api.token).base_url(api.base_url).build()
        app.add_handler(TypeHandler(Update, handle))
        ended = asyncio.Event()
        async with app:
            await app.start()
            assert app.updater is not None
            if webhook:
                port = _free_port()
                url = f"http://127.0.0.1:{port}/hook"
                await app.updater.start_webhook(
                    "127.0.0.1", port, "hook", webhook_url=url, secret_token="secret", allowed_updates=[]
                )
            else:
                await app.updater.start_polling(timeout=5)
            ready.put((asyncio.get_running_loop(), ended))
            await ended.wait()
            await app.updater.stop()
            await app.stop()

    thread = threading.Thread(target=asyncio.run, args=(live(),))
    thread.start()
    loop, ended = ready.get(timeout=10)
    try:
        yield
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join(10)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def keyboard(**button: Any) -> InlineKeyboardMarkup:
    """Return a keyboard of one button."""
    return InlineKeyboardMarkup([[InlineKeyboardButton("Go", **button)]])


def refused(reason: str, kind: type[TelegramError] = BadRequest) -> "pytest.RaisesExc[TelegramError]":
    """Expect a refusal with these words, which python-telegram-bot puts into lower case."""
    return pytest.raises(kind, match=f"(?i){re.escape(reason)}")


def png(width: int = 4, height: int = 3) -> bytes:
    """Return the beginning of a PNG file."""
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", width, height)


async def answer(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Repeat what was said, answer every press and every query."""
    if update.callback_query:
        await update.callback_query.answer("pressed")
        await update.callback_query.edit_message_text("edited")
    elif update.inline_query:
        card = InlineQueryResultArticle("1", "Card", InputTextMessageContent(update.inline_query.query))
        await update.inline_query.answer([card], cache_time=0, is_personal=True)
    elif update.guest_message:
        card = InlineQueryResultArticle("1", "Card", InputTextMessageContent("as your guest"))
        await update.guest_message.answer_guest_query(card)
    elif update.message and update.message.text:
        await update.message.reply_text(
            update.message.text, do_quote=True, reply_markup=keyboard(callback_data="x")
        )


# Conversations with a running bot.


def test_a_conversation_by_polling(api: BotApi) -> None:
    """A person writes, is answered with a reply, presses its button and sees the message change."""
    alice = api.user("Alice", username="alice")
    with running(api, answer):
        asked = alice.say("안녕 😀")
        reply = alice.chat.wait_for_reply()
        query = alice.press("Go", reply)
        shown = query.wait_for_answer()
        reply.wait_for_edit()

    assert reply.reply_to is asked
    assert shown.text == "pressed"
    assert reply.text == "edited"
    assert reply.buttons == []
    assert [shown] == api.callback_answers


def test_a_conversation_by_webhook(api: BotApi) -> None:
    """Updates are posted to the webhook with its secret, and getUpdates is refused meanwhile."""
    alice = api.user("Alice")
    with running(api, answer, webhook=True):
        asked = alice.say("hello")
        assert alice.chat.wait_for_reply().text == "hello"
        api.wait_until_read(asked.update)
        refused = httpx.post(f"{api.base_url}{api.token}/getUpdates")
        info = httpx.get(f"{api.base_url}{api.token}/getWebhookInfo").json()["result"]

    assert refused.status_code == 409
    assert "webhook is active" in refused.json()["description"]
    assert info["url"].endswith("/hook")
    assert info["pending_update_count"] == 0


def test_inline_and_guest_conversations(api: BotApi) -> None:
    """Inline queries get cards, a chosen card is posted, and a guest call is answered once in its chat."""
    alice, bob = api.user("Alice"), api.user("Bob")
    between = api.conversation(alice, bob)
    with running(api, answer):
        cards = alice.inline("K-City").wait_for_answer()
        posted = alice.choose(cards.result("Card"))
        claim = bob.say("0.1% only", between)
        alice.say("@bodo_test_bot is it so?", between, reply_to=claim)
        guest = between.wait_for_reply()

    assert (cards.titles, cards.is_personal, cards.cache_time) == (["Card"], True, 0)
    assert posted.text == "K-City"
    assert guest.text == "as your guest"
    told = next(update for update in api.updates if update.kind == "guest_message")
    assert told.payload["reply_to_message"]["text"] == "0.1% only"
    assert claim.update is None


def test_a_redelivered_update_is_seen_twice(api: BotApi) -> None:
    """The same update identifier reaches a polling bot a second time."""
    alice = api.user("Alice")
    with running(api, answer):
        asked = alice.say("once")
        first = alice.chat.wait_for_reply()
        api.wait_until_read(asked.update)
        api.redeliver(asked.update)
        second = alice.chat.wait_for_reply(after=first)

    assert first.text == second.text


def test_waiting_in_vain_says_what_was_missing(api: BotApi) -> None:
    """A wait that runs out names what it waited for."""
    alice = api.user("Alice")

    with pytest.raises(TimeoutError, match="no 1 replies in <private"):
        alice.chat.wait_for_reply(timeout=0)
    with pytest.raises(TimeoutError, match="no fitting sendMessage"):
        api.wait_for_call("sendMessage", timeout=0)


# The wire.


def test_a_wrong_token_is_unauthorized(api: BotApi) -> None:
    """Another token belongs to nobody."""
    answered = httpx.get(f"{api.base_url}1:wrong/getMe")

    assert answered.status_code == 401
    assert answered.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    with asyncio.Runner() as runner, pytest.raises(InvalidToken):
        runner.run(Bot("1:wrong", base_url=api.base_url).initialize())


def test_an_unknown_method_is_not_found(api: BotApi) -> None:
    """A method that Telegram does not have is a 404."""
    assert httpx.get(f"{api.base_url}{api.token}/getRich").status_code == 404


def test_parameters_come_in_every_form(api: BotApi) -> None:
    """Query, form, multipart and JSON bodies say the same; method names may be in any case."""
    alice = api.user("Alice", started=True)
    url = f"{api.base_url}{api.token}/SENDmessage"
    fields = {"chat_id": str(alice.id), "text": "same"}

    httpx.get(url, params=fields)
    httpx.post(url, data=fields)
    httpx.post(url, data=fields, files={"unused": b"x"})
    httpx.post(url, json={"chat_id": alice.id, "text": "same"})

    assert [message.text for message in alice.chat.messages] == ["same"] * 4
    assert [alice.id] * 4 == [call.parameters["chat_id"] for call in api.calls_of("sendMessage")]


def test_calls_are_noted_in_order(api: BotApi, do: Caller) -> None:
    """Every call stands in the log with decoded parameters and its answer."""
    alice = api.user("Alice", started=True)
    do(do.bot.send_message(alice.id, "hi", reply_markup=keyboard(callback_data="x")))
    with pytest.raises(BadRequest):
        do(do.bot.send_message(1, "hi"))
    call = api.wait_for_call("sendMessage", lambda call: call.parameters["chat_id"] == alice.id)

    assert [call.method for call in api.calls] == ["getMe", "sendMessage", "sendMessage"]
    assert call.parameters["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "x"
    assert [call.ok for call in api.calls] == [True, True, False]


# Getting updates.


def test_an_update_wakes_a_long_poll(api: BotApi, do: Caller) -> None:
    """A poll that waits returns the moment something happens."""
    alice = api.user("Alice")

    async def wait_for_news() -> tuple[Update, ...]:
        poll = asyncio.create_task(do.bot.get_updates(timeout=30))
        await asyncio.to_thread(api.wait_for_bot)
        alice.say("news")
        return await poll

    updates = do(wait_for_news())
    assert updates[0].message is not None
    assert updates[0].message.text == "news"


def test_an_offset_acknowledges(api: BotApi, do: Caller) -> None:
    """Updates come again until an offset beyond them is given; a negative one keeps the last."""
    alice = api.user("Alice")
    first, _, third = alice.say("1"), alice.say("2"), alice.say("3")
    assert first.update is not None
    assert third.update is not None

    assert len(do(do.bot.get_updates())) == 3
    assert len(do(do.bot.get_updates(limit=1))) == 1
    assert len(do(do.bot.get_updates(offset=first.update.id + 1))) == 2
    assert [third.update.id] == [update.update_id for update in do(do.bot.get_updates(offset=-1))]
    assert len(do(do.bot.get_updates())) == 1
    api.wait_until_read(first.update)


def test_allowed_updates_are_remembered(api: BotApi, do: Caller) -> None:
    """Reactions come only when asked for, and the last wish holds until another is named."""
    alice = api.user("Alice", started=True)
    message = alice.say("hi")

    assert alice.react(message, "👍") is None
    do(do.bot.get_updates(allowed_updates=["message_reaction"]))
    do(do.bot.get_updates())
    assert alice.react(message, "👍") is not None
    assert alice.say("not wanted").update is None
    do(do.bot.get_updates(allowed_updates=[]))
    assert alice.say("wanted").update is not None


def test_a_second_poller_ends_the_first(api: BotApi, do: Caller) -> None:
    """The older of two polls fails with a conflict."""

    async def poll_twice() -> None:
        first = asyncio.create_task(do.bot.get_updates(timeout=30))
        await asyncio.to_thread(api.wait_for_bot)
        await asyncio.to_thread(httpx.get, f"{api.base_url}{api.token}/getUpdates")
        await first

    with refused("terminated by other getUpdates request", Conflict):
        do(poll_twice())


def test_a_webhook_ends_and_forbids_polling(api: BotApi, do: Caller) -> None:
    """Setting a webhook ends the poll that waits, and polling is refused until it is deleted."""

    async def poll_and_set() -> None:
        poll = asyncio.create_task(do.bot.get_updates(timeout=30))
        await asyncio.to_thread(api.wait_for_bot)
        await do.bot.set_webhook("https://127.0.0.1:1/hook")
        await poll

    with refused("terminated by setWebhook request", Conflict):
        do(poll_and_set())
    with refused("webhook is active", Conflict):
        do(do.bot.get_updates())
    do(do.bot.delete_webhook(drop_pending_updates=True))
    assert do(do.bot.get_updates()) == ()


def test_a_webhook_is_tried_again_until_it_accepts(api: BotApi, do: Caller) -> None:
    """An update is posted again, with the secret, after an answer that is not 2xx."""
    alice = api.user("Alice")
    statuses, secrets = [500, 200], []

    async def receive(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        fields = dict(line.lower().split(": ", 1) for line in head.splitlines()[1:] if line)
        await reader.readexactly(int(fields["content-length"]))
        secrets.append(fields["x-telegram-bot-api-secret-token"])
        status = statuses.pop(0)
        writer.write(f"HTTP/1.1 {status} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())
        await writer.drain()
        writer.close()

    async def listen() -> None:
        async with await asyncio.start_server(receive, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            await do.bot.set_webhook(f"http://127.0.0.1:{port}/", secret_token="abc_1")
            update = alice.say("hi").update
            await asyncio.to_thread(api.wait_until_read, update)

    do(listen())
    info = do(do.bot.get_webhook_info())

    assert secrets == ["abc_1", "abc_1"]
    assert info.last_error_message is not None
    assert "500" in info.last_error_message


@pytest.mark.parametrize(
    ("url", "secret"),
    [
        ("http://example.com/hook", "a"),
        ("https://example.com:5000/hook", "a"),
        ("https://example.com/", "a b"),
    ],
)
def test_a_bad_webhook_is_refused(do: Caller, url: str, secret: str) -> None:
    """Webhooks need HTTPS, one of four ports and a plain secret."""
    with pytest.raises(BadRequest):
        do(do.bot.set_webhook(url, secret_token=secret))


# Text and entities.


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
    message = api.user("Alice").say(
        "/help@bodo_test_bot @bodo_test_bot @bodo_test_bot님 a@b.kr #태그 a.kr/x. 1/2"
    )

    assert message.covered("bot_command") == ["/help@bodo_test_bot"]
    assert message.covered("mention") == ["@bodo_test_bot"]
    assert message.covered("email") == ["a@b.kr"]
    assert message.covered("hashtag") == ["#태그"]


# Keyboards.


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"callback_data": "가" * 22}, "BUTTON_DATA_INVALID"),
        ({"callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({}, "Text buttons are unallowed"),
        ({"callback_data": "x", "url": "https://a.kr"}, "exactly one"),
        ({"url": "no address"}, "Wrong HTTP URL"),
        ({"url": "ftp://a.kr"}, "Wrong HTTP URL"),
        ({"copy_text": CopyTextButton("x" * 257)}, "BUTTON_COPY_TEXT_INVALID"),
        ({"copy_text": CopyTextButton("")}, "BUTTON_COPY_TEXT_INVALID"),
    ],
)
def test_a_bad_button_is_refused(api: BotApi, do: Caller, button: dict[str, Any], reason: str) -> None:
    """A button does exactly one thing, and within its limits."""
    alice = api.user("Alice", started=True)
    with refused(reason):
        do(do.bot.send_message(alice.id, "hi", reply_markup=keyboard(**button)))


def test_good_buttons_are_kept(api: BotApi, do: Caller) -> None:
    """64 bytes of data, 256 characters to copy and a real address are fine; a missing label is named."""
    alice = api.user("Alice", started=True)
    for button in ({"callback_data": "x" * 64}, {"copy_text": CopyTextButton("x" * 256)}, {"url": "a.kr"}):
        do(do.bot.send_message(alice.id, "hi", reply_markup=keyboard(**button)))
    data, _, link = alice.chat.messages

    assert data.buttons == ["Go"]
    assert link.button("Go")["url"] == "http://a.kr/"
    with pytest.raises(LookupError, match="no single button 'Stop'"):
        alice.press("Stop", data)
    with pytest.raises(ValueError, match="tells the bot nothing"):
        alice.press("Go", link)


# Editing and deleting.


def test_an_edit_must_change_something(api: BotApi, do: Caller) -> None:
    """The same text, entities and keyboard again are refused; leaving the keyboard out removes it."""
    alice = api.user("Alice", started=True)
    sent = do(do.bot.send_message(alice.id, "hi", reply_markup=keyboard(callback_data="x")))
    with refused("Message is not modified"):
        do(sent.edit_text("<b></b>hi ", parse_mode="HTML", reply_markup=keyboard(callback_data="x")))
    with refused("Message is not modified"):
        do(sent.edit_reply_markup(keyboard(callback_data="x")))
    do(sent.edit_text("hi"))
    message = alice.chat.messages[0]

    assert message.buttons == []
    assert [version.text for version in message.versions] == ["hi"]
    do(sent.edit_text("<i>hi</i>", parse_mode="HTML"))


def test_only_own_messages_of_the_right_kind_are_edited(api: BotApi, do: Caller) -> None:
    """Unknown, foreign and captionless messages are refused, and so is any but an inline keyboard."""
    alice = api.user("Alice", started=True)
    said = alice.say("mine")
    sent = do(do.bot.send_message(alice.id, "hi"))
    forced = do(do.bot.send_message(alice.id, "hi", reply_markup=ForceReply()))

    with refused("Message to edit not found"):
        do(do.bot.edit_message_text("x", alice.id, 99))
    with refused("Message can't be edited"):
        do(do.bot.edit_message_text("x", alice.id, said.id))
    with refused("no caption in the message"):
        do(sent.edit_caption("x"))
    with refused("Message can't be edited"):
        do(forced.edit_text("x"))
    with refused("MESSAGE_ID_INVALID"):
        do(do.bot.edit_message_text("x", inline_message_id="none"))


def test_a_deleted_message_is_gone(api: BotApi, do: Caller) -> None:
    """A message is deleted once, and can be neither edited nor replied to afterwards."""
    alice = api.user("Alice", started=True)
    sent = do(do.bot.send_message(alice.id, "hi", reply_markup=keyboard(callback_data="x")))
    message = alice.chat.messages[0]
    do(sent.delete())

    assert message is message.wait_for_deletion()
    assert alice.chat.messages == []
    with refused("Message to delete not found"):
        do(sent.delete())
    with refused("Message to edit not found"):
        do(sent.edit_text("x"))
    pressed = alice.press("Go", message).update
    assert pressed is not None
    assert pressed.payload["message"]["date"] == 0


# Where messages go.


def test_replies_need_their_message(api: BotApi, do: Caller) -> None:
    """A missing message is refused unless the bot may do without, and a quote must be in the message."""
    alice = api.user("Alice")
    asked = alice.say("how many?")
    with refused("Message to be replied not found"):
        do(do.bot.send_message(alice.id, "x", reply_to_message_id=99))
    do(do.bot.send_message(alice.id, "x", reply_to_message_id=99, allow_sending_without_reply=True))
    with refused("QUOTE_TEXT_INVALID"):
        do(do.bot.send_message(alice.id, "x", reply_parameters=ReplyParameters(asked.id, quote="few")))
    do(do.bot.send_message(alice.id, "x", reply_parameters=ReplyParameters(asked.id, quote="many")))

    assert [None, asked] == [message.reply_to for message in alice.chat.messages]


def test_private_chats_open_only_to_the_invited(api: BotApi, do: Caller) -> None:
    """The bot writes only to people who started it and did not block it."""
    alice = api.user("Alice")
    with refused("Chat not found"):
        do(do.bot.send_message(42, "hi"))
    with refused("can't initiate conversation", Forbidden):
        do(do.bot.send_message(alice.id, "hi"))
    alice.start("fact-1")
    do(do.bot.send_message(alice.id, "hi"))
    alice.block()
    with refused("blocked by the user", Forbidden):
        do(do.bot.send_message(alice.id, "hi"))
    alice.unblock()
    do(do.bot.send_message(alice.id, "hi"))

    assert [update.kind for update in api.updates] == ["message", "my_chat_member", "my_chat_member"]


def test_groups_show_the_bot_out(api: BotApi, do: Caller) -> None:
    """The bot is told when it is added or thrown out, and cannot write where it is not."""
    alice, bob = api.user("Alice"), api.user("Bob")
    group = api.supergroup("Group", alice, bob, bot=None)
    with refused("Chat not found"):
        do(do.bot.send_message(group.id, "hi"))
    group.add_bot(by=bob)
    do(do.bot.send_message(group.id, "hi"))
    group.kick_bot(by=alice)
    with refused("kicked from the supergroup chat", Forbidden):
        do(do.bot.send_message(group.id, "hi"))
    told = [update for update in do(do.bot.get_updates()) if update.my_chat_member]

    standings = [update.my_chat_member.new_chat_member.status for update in told if update.my_chat_member]
    assert standings == ["member", "kicked"]
    group.add_bot()
    do(do.bot.leave_chat(group.id))
    with refused("not a member of the supergroup chat", Forbidden):
        do(do.bot.send_message(group.id, "hi"))


def test_a_restricted_bot_cannot_send(api: BotApi, do: Caller) -> None:
    """A bot that may not send is refused, for each kind of message."""
    group = api.supergroup("Group", api.user("Alice"))
    group.set_bot("restricted", can_send_messages=True)
    do(do.bot.send_message(group.id, "hi"))
    with refused("Not enough rights to send photos"):
        do(do.bot.send_photo(group.id, png()))


def test_a_migrated_group_names_its_successor(api: BotApi, do: Caller) -> None:
    """The old group sends a service message and refuses with the new identifier."""
    group = api.group("Group", api.user("Alice"))
    new = group.migrate()
    with pytest.raises(ChatMigrated) as moved:
        do(do.bot.send_message(group.id, "hi"))
    do(do.bot.send_message(moved.value.new_chat_id, "hi"))

    assert new.id == moved.value.new_chat_id
    left, arrived = (update.message for update in do(do.bot.get_updates()))
    assert left is not None
    assert arrived is not None
    assert (new.id, group.id) == (left.migrate_to_chat_id, arrived.migrate_from_chat_id)


def test_topics_are_checked(api: BotApi, do: Caller) -> None:
    """The bot writes in topics that exist and are open, and a reply stays in its topic."""
    alice = api.user("Alice")
    forum = api.forum("Forum", alice, topics=["News", "Talk"])
    news, talk = forum.topic("News"), forum.topic("Talk")
    asked = alice.say("/ask", forum, topic=news)
    do(do.bot.send_message(forum.id, "hi", message_thread_id=talk.id))
    do(do.bot.send_message(forum.id, "hi", reply_to_message_id=asked.id))
    with refused("Message thread not found"):
        do(do.bot.send_message(forum.id, "hi", message_thread_id=99))
    forum.close_topic(talk)
    with refused("TOPIC_CLOSED"):
        do(do.bot.send_message(forum.id, "hi", message_thread_id=talk.id))
    forum.delete_topic(news)
    with refused("Message thread not found"):
        do(do.bot.send_message(forum.id, "hi", message_thread_id=news.id))

    assert [talk.id] == [message.thread_id for message in forum.messages]
    assert asked.update is not None
    assert asked.update.payload["is_topic_message"]
    assert "forum_topic_created" in asked.update.payload["reply_to_message"]


# Privacy.


def test_privacy_mode_hides_what_is_not_meant_for_the_bot(api: BotApi, do: Caller) -> None:
    """Of a group's talk the bot gets commands, mentions and replies to it, until it is an administrator."""
    alice = api.user("Alice")
    group = api.supergroup("Group", alice)
    do(do.bot.send_message(group.id, "hi"))
    heard = [
        alice.say("just talk", group),
        alice.say("/start", group),
        alice.say("/start@other_test_bot", group),
        alice.say("@bodo_test_bot how many?", group),
        alice.say("thanks", group, reply_to=group.messages[0]),
        alice.send_photo(group, caption="@bodo_test_bot"),
        alice.send_photo(group),
    ]
    assert [bool(one.update) for one in heard] == [False, True, False, True, True, True, False]
    group.set_bot("administrator")
    assert alice.say("just talk", group).update
    group.set_bot("member")
    api.bot.privacy = False
    assert alice.say("just talk", group).update
    assert do(do.bot.get_me()).can_read_all_group_messages


def test_bots_do_not_hear_bots(api: BotApi) -> None:
    """What another bot says is not delivered, and it draws general commands to itself."""
    alice, other = api.user("Alice"), api.user("Other", username="other_test_bot", is_bot=True)
    group = api.supergroup("Group", alice, other)

    assert other.say("@bodo_test_bot", group).update is None
    assert alice.say("/start", group).update is None
    api.bot.hears_bots = True
    assert other.say("@bodo_test_bot", group).update is not None


def test_people_hide_behind_chats(api: BotApi, do: Caller) -> None:
    """Anonymous administrators speak as the group, and channels as themselves."""
    alice, bob = api.user("Alice"), api.user("Bob")
    group, channel = api.supergroup("Group", alice, bob), api.channel("Channel", alice)
    group.set_member(bob, "administrator", anonymous=True, title="Chief")
    bob.say("/who", group)
    alice.say("/who", group, channel=channel)
    first, second = (update.message for update in do(do.bot.get_updates()))
    admins = do(do.bot.get_chat_administrators(group.id))

    assert first is not None
    assert first.from_user is not None
    assert (first.sender_chat, "GroupAnonymousBot") == (first.chat, first.from_user.username)
    assert first.author_signature == "Chief"
    assert second is not None
    assert second.sender_chat is not None
    assert channel.id == second.sender_chat.id
    assert {alice.id, bob.id} == {admin.user.id for admin in admins}


# Everything that is not text.


def test_photos_are_taken_in(api: BotApi, do: Caller) -> None:
    """An uploaded picture is kept with its caption, and its identifier can be sent again."""
    alice = api.user("Alice", started=True)
    sent = do(do.bot.send_photo(alice.id, png(4, 3), caption="<b>chart</b>", parse_mode="HTML"))
    do(do.bot.send_photo(alice.id, sent.photo[-1].file_id))
    do(sent.edit_caption("new"))
    photo = alice.chat.messages[0]

    assert png(4, 3) == photo.file
    assert (sent.photo[-1].width, sent.photo[-1].height) == (4, 3)
    assert photo.text == "new"
    with refused("IMAGE_PROCESS_FAILED"):
        do(do.bot.send_photo(alice.id, b"no picture"))
    with refused("PHOTO_INVALID_DIMENSIONS"):
        do(do.bot.send_photo(alice.id, png(9000, 9000)))
    with refused("caption is too long"):
        do(do.bot.send_photo(alice.id, png(), caption="x" * 1025))
    with refused("no text in the message"):
        do(sent.edit_text("x"))


def test_people_send_all_kinds_of_things(api: BotApi, do: Caller) -> None:
    """Every attachment is one that python-telegram-bot understands."""
    alice = api.user("Alice")
    channel = api.channel("Channel", alice, bot="administrator")
    alice.send_photo(caption="look")
    alice.send_sticker()
    alice.send_voice()
    alice.send_video()
    alice.send_document()
    alice.send_location()
    alice.send_contact()
    alice.send_dice()
    alice.send_poll("Well?", ["yes", "no"])
    alice.forward(channel.post("news"))
    alice.forward(alice.say("mine"), hidden=True)
    alice.edit(alice.say("befor"), "before")
    updates = do(do.bot.get_updates())
    messages = [update.message for update in updates if update.message]

    kinds = ["photo", "sticker", "voice", "video", "document", "location", "contact", "dice", "poll"]
    assert all(getattr(message, kind) for message, kind in zip(messages, kinds, strict=False))
    assert messages[9].forward_origin.type == "channel" if messages[9].forward_origin else None
    assert updates[9].channel_post or updates[10].channel_post
    assert updates[-1].edited_message is not None
    assert updates[-1].edited_message.text == "before"


# Questions.


def test_a_button_press_is_answered_once(api: BotApi, do: Caller) -> None:
    """A second, an unknown and a late answer are refused, and so is one that is too long."""
    alice = api.user("Alice", started=True)
    do(do.bot.send_message(alice.id, "hi", reply_markup=keyboard(callback_data="x")))
    query, late = alice.press("Go", alice.chat.messages[0]), alice.press("Go", alice.chat.messages[0])
    late.expire()
    with refused("MESSAGE_TOO_LONG"):
        do(do.bot.answer_callback_query(query.id, "x" * 201))
    do(do.bot.answer_callback_query(query.id, "x" * 200, show_alert=True))

    assert query.wait_for_answer().show_alert
    for identifier in (query.id, late.id, "none"):
        with refused("Query is too old and response timeout expired"):
            do(do.bot.answer_callback_query(identifier))


def test_inline_answers_have_limits(api: BotApi, do: Caller) -> None:
    """At most 50 cards with unique identifiers of 1 to 64 bytes, answered once."""
    alice = api.user("Alice")

    def cards(*names: str) -> list[InlineQueryResultArticle]:
        return [InlineQueryResultArticle(name, "T", InputTextMessageContent("x")) for name in names]

    async def send(query: str, *names: str) -> None:
        await do.bot.answer_inline_query(query, cards(*names))

    query = alice.inline("x")
    url = f"{api.base_url}{api.token}/answerInlineQuery"
    many = [card.to_dict() for card in cards(*map(str, range(51)))]
    too_many = httpx.post(url, data={"inline_query_id": query.id, "results": json.dumps(many)})
    assert too_many.json()["description"] == "Bad Request: RESULTS_TOO_MUCH"
    for names in (["a", "a"], ["가" * 22], [""]):
        with refused("RESULT_ID"):
            do(send(query.id, *names))
    do(send(query.id, *map(str, range(50))))
    with refused("Query is too old"):
        do(send(query.id, "a"))

    assert len(api.inline_answers[0].results) == 50


def test_a_posted_card_can_be_edited(api: BotApi, do: Caller) -> None:
    """A chosen card with buttons sends presses with an inline identifier, by which it is edited."""
    alice, bob = api.user("Alice"), api.user("Bob")
    api.bot.inline_feedback = True
    query = alice.inline("x")
    card = InlineQueryResultArticle(
        "1", "T", InputTextMessageContent("x"), reply_markup=keyboard(callback_data="x")
    )
    do(do.bot.answer_inline_query(query.id, [card]))
    chat = api.conversation(alice, bob)
    posted = alice.choose(query.wait_for_answer().result("T"), chat, query="x")
    bob.press("Go", posted)
    press = do(do.bot.get_updates())[-1].callback_query
    assert press is not None
    do(press.edit_message_text("y"))

    assert posted.text == "y"
    assert "chosen_inline_result" in [update.kind for update in api.updates]


# The rest of the methods.


def test_commands_are_kept_by_scope_and_language(api: BotApi, do: Caller) -> None:
    """Each scope and language has its own commands, and bad names are refused."""
    alice = api.user("Alice", started=True)
    scope = BotCommandScopeChat(alice.id)
    do(do.bot.set_my_commands([BotCommand("help", "도움말")], language_code="ko"))
    do(do.bot.set_my_commands([BotCommand("admin", "Run")], scope=scope))

    assert [command.command for command in do(do.bot.get_my_commands(language_code="ko"))] == ["help"]
    assert do(do.bot.get_my_commands()) == ()
    assert [command.command for command in do(do.bot.get_my_commands(scope=scope))] == ["admin"]
    do(do.bot.delete_my_commands(scope=scope))
    assert do(do.bot.get_my_commands(scope=scope)) == ()
    with refused("BOT_COMMAND_INVALID"):
        do(do.bot.set_my_commands([("Help", "x")]))
    with refused("invalid language code"):
        do(do.bot.set_my_commands([("help", "x")], language_code="korean"))
    with refused("Chat not found"):
        do(do.bot.set_my_commands([("help", "x")], scope=BotCommandScopeChat(5)))


def test_names_and_descriptions_have_languages(do: Caller) -> None:
    """Words of a language are returned for it, and the general ones for every other."""
    do(do.bot.set_my_name("Bot"))
    do(do.bot.set_my_name("봇", language_code="ko"))
    do(do.bot.set_my_description("Long"))
    do(do.bot.set_my_short_description("짧음", language_code="ko"))

    assert (do(do.bot.get_my_name("ko")).name, do(do.bot.get_my_name("de")).name) == ("봇", "Bot")
    assert do(do.bot.get_my_description("ko")).description == "Long"
    assert do(do.bot.get_my_short_description("ko")).short_description == "짧음"
    with refused("too long"):
        do(do.bot.set_my_short_description("x" * 121))


def test_chats_and_members_are_looked_up(api: BotApi, do: Caller) -> None:
    """Chats are found by number and public name, members by person."""
    alice, bob, carol = api.user("Alice"), api.user("Bob"), api.user("Carol")
    group = api.supergroup("Group", alice, bob, username="bodo_group")
    group.remove_member(bob, by=alice)

    assert group.id == do(do.bot.get_chat("@bodo_group")).id
    assert do(do.bot.get_chat(alice.id)).first_name == "Alice"
    people = [do(do.bot.get_chat_member(group.id, one.id)).status for one in (alice, bob, carol)]
    assert people == ["creator", "kicked", "left"]
    assert do(do.bot.get_chat_member_count(group.id)) == 2
    with refused("invalid user_id"):
        do(do.bot.get_chat_member(group.id, 5))
    alice.start()
    with refused("no administrators in the private chat"):
        do(do.bot.get_chat_administrators(alice.id))


def test_reactions_pins_and_actions(api: BotApi, do: Caller) -> None:
    """Reactions come from Telegram's list, pins need the right, actions have names."""
    alice = api.user("Alice")
    group = api.supergroup("Group", alice)
    said = alice.say("/hi", group)
    do(do.bot.set_message_reaction(group.id, said.id, "👍"))
    do(do.bot.send_chat_action(group.id, "typing"))
    with refused("REACTION_INVALID"):
        do(do.bot.set_message_reaction(group.id, said.id, "🚗"))
    with refused("wrong parameter action"):
        do(do.bot.send_chat_action(group.id, "sleeping"))
    with refused("Not enough rights to manage pinned"):
        do(do.bot.pin_chat_message(group.id, said.id))
    group.set_bot("administrator", can_pin_messages=True)
    do(do.bot.pin_chat_message(group.id, said.id))

    assert said.reactions == [{"type": "emoji", "emoji": "👍"}]
    assert [said] == group.pinned
    pinned = do(do.bot.get_chat(group.id)).pinned_message
    assert pinned is not None
    assert said.id == pinned.message_id


# Failing on purpose.


def test_failures_are_used_up_in_order(api: BotApi, do: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each planned failure is what python-telegram-bot makes of it, and then all is well again."""
    alice = api.user("Alice", started=True)
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    api.fail_next("sendMessage", failures.retry_after(7))
    api.fail_next("sendMessage", failures.forbidden())
    api.fail_next("sendMessage", failures.migrate_to(-1005))
    api.fail_next("sendMessage", failures.server_error(502), times=2)
    api.fail_next("sendMessage", failures.bad_request("nope"))

    with pytest.raises(RetryAfter, match="7"):
        do(do.bot.send_message(alice.id, "hi"))
    with refused("blocked", Forbidden):
        do(do.bot.send_message(alice.id, "hi"))
    with pytest.raises(ChatMigrated, match="-1005"):
        do(do.bot.send_message(alice.id, "hi"))
    for _ in range(2):
        with pytest.raises(NetworkError, match=r"Bad Gateway \(502\)"):
            do(do.bot.send_message(alice.id, "hi"))
    api.fail_next("sendMessage", failures.conflict())
    with refused("nope"):
        do(do.bot.send_message(alice.id, "hi"))
    with refused("terminated by other getUpdates request", Conflict):
        do(do.bot.send_message(alice.id, "hi"))
    do(do.bot.send_message(alice.id, "hi"))

    assert len(alice.chat.messages) == 1


def test_a_failure_may_be_meant_for_one_chat(api: BotApi, do: Caller) -> None:
    """A failure with a condition waits for the call that fits."""
    alice, bob = api.user("Alice", started=True), api.user("Bob", started=True)
    api.fail_next("sendMessage", failures.forbidden(), when=lambda call: call.parameters["chat_id"] == bob.id)
    do(do.bot.send_message(alice.id, "hi"))
    with pytest.raises(Forbidden):
        do(do.bot.send_message(bob.id, "hi"))


def test_connections_break(api: BotApi, do: Caller) -> None:
    """A dropped call did nothing, a lost answer did its work, and a held call runs into the time limit."""
    alice = api.user("Alice", started=True)
    api.fail_next("sendMessage", failures.drop_connection())
    with pytest.raises(NetworkError):
        do(do.bot.send_message(alice.id, "dropped"))
    api.fail_next("sendMessage", failures.lose_answer())
    with pytest.raises(NetworkError):
        do(do.bot.send_message(alice.id, "lost"))
    api.fail_next("sendMessage", failures.hang())
    with pytest.raises(TimedOut):
        do(do.bot.send_message(alice.id, "held", read_timeout=0.05))

    assert [message.text for message in alice.chat.messages] == ["lost"]


def test_stopping_lets_a_waiting_bot_go() -> None:
    """A poll that waits returns nothing when the double stops."""
    api = BotApi()
    api.start()

    async def poll() -> tuple[Update, ...]:
        async with Bot(api.token, base_url=api.base_url, get_updates_request=HTTPXRequest()) as bot:
            waiting = asyncio.create_task(bot.get_updates(timeout=30))
            await asyncio.to_thread(api.wait_for_bot)
            await asyncio.to_thread(api.stop)
            return await waiting

    assert asyncio.run(poll()) == ()
