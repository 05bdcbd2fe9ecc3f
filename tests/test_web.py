"""The web server over real HTTP: what Telegram, a probe, Prometheus and a stranger get from it."""

from __future__ import annotations

import asyncio
import io
import json
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import SettingsError
from bot.metrics import Metrics
from bot.readiness import Check, Readiness
from bot.settings import Listen
from bot.web import LONGEST_UPDATE, SECRET_HEADER, Inlet, Server, Taken
from tests.ports import free_port

SECRET = "a-secret-of-telegram_1"
UPDATE = b'{"update_id": 1}'


@dataclass
class Reply:
    """What a request got."""

    status: int
    body: bytes
    kind: str


@dataclass
class Site:
    """A server as it is asked, with what it took."""

    readiness: Readiness
    port: int = field(default_factory=free_port)
    taken: list[dict[str, Any]] = field(default_factory=list)
    says: Taken = Taken.YES

    def take(self, update: dict[str, Any]) -> Taken:
        """Note the update."""
        self.taken.append(update)
        return self.says

    async def ask(self, method: str, path: str, body: bytes = b"", secret: str | None = None) -> Reply:
        """Make one request."""
        headers = {} if secret is None else {SECRET_HEADER: secret}
        async with (
            aiohttp.ClientSession() as session,
            session.request(
                method, f"http://127.0.0.1:{self.port}{path}", data=io.BytesIO(body), headers=headers
            ) as reply,
        ):
            return Reply(reply.status, await reply.read(), reply.content_type)

    async def post(self, body: bytes, secret: str | None = SECRET) -> Reply:
        """Bring an update as Telegram does."""
        return await self.ask("POST", "/hook", body, secret)


def on_site(talk: Callable[[Site], Awaitable[None]], checks: dict[str, Check] | None = None) -> None:
    """Talk to a server that serves meanwhile."""

    async def serve() -> None:
        site = Site(Readiness(checks or {}))
        inlet = Inlet("/hook", SECRET, site.take)
        server = Server(Listen("127.0.0.1", site.port), site.readiness, Metrics().text, inlet)
        await server.start()
        try:
            await talk(site)
        finally:
            await server.stop()

    asyncio.run(serve())


def test_it_is_healthy_before_it_is_ready() -> None:
    """The process lives while it still connects; it is ready only when it runs, and no more once it stops."""

    async def talk(site: Site) -> None:
        assert (await site.ask("GET", "/health")).status == 200
        seen = []
        for site.readiness.stage in ("connecting", "starting", "running", "stopping"):
            reply = await site.ask("GET", "/ready")
            seen.append((reply.status, json.loads(reply.body)["missing"]))
        assert seen == [(503, ["connecting"]), (503, ["starting"]), (200, []), (503, ["stopping"])]

    on_site(talk)


def test_a_failing_check_is_named_and_nothing_else_is_told() -> None:
    """Whether it says no or breaks; one that passes is not named."""

    async def yes() -> bool:
        return True

    async def no() -> bool:
        return False

    async def breaks() -> bool:
        raise ValueError("비밀")

    async def talk(site: Site) -> None:
        site.readiness.stage = "running"
        reply = await site.ask("GET", "/ready")
        assert reply.status == 503
        assert json.loads(reply.body) == {"ready": False, "missing": ["schedule", "storage"]}

    on_site(talk, {"cache": yes, "schedule": no, "storage": breaks})


def test_a_check_that_hangs_has_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The probe gets its reply all the same."""
    monkeypatch.setattr("bot.readiness.PATIENCE", 0)

    async def hangs() -> bool:
        await asyncio.Event().wait()
        return True

    async def talk(site: Site) -> None:
        assert json.loads((await site.ask("GET", "/ready")).body)["missing"] == ["connecting", "storage"]

    on_site(talk, {"storage": hangs})


def test_metrics_are_served_as_prometheus_reads_them() -> None:
    """Plain text, with our names."""

    async def talk(site: Site) -> None:
        reply = await site.ask("GET", "/metrics")
        assert (reply.status, reply.kind) == (200, "text/plain")
        assert b"\nbodobot_started_timestamp_seconds " in reply.body

    on_site(talk)


def test_an_update_with_the_secret_is_taken() -> None:
    """And Telegram hears nothing but that."""

    async def talk(site: Site) -> None:
        reply = await site.post(UPDATE)
        assert (reply.status, reply.body) == (200, b"")
        assert site.taken == [{"update_id": 1}]

    on_site(talk)


@pytest.mark.parametrize("secret", [None, "", "x", SECRET[:-1], SECRET + "1", SECRET.upper(), "비밀"])
def test_without_the_secret_nothing_is_taken_or_told(secret: str | None) -> None:
    """A stranger learns only that it is refused, even when the update is too large to be read."""

    async def talk(site: Site) -> None:
        for body in (UPDATE, b"no json", b" " * (LONGEST_UPDATE + 1)):
            reply = await site.post(body, secret)
            assert (reply.status, reply.body) == (403, b"")
        assert site.taken == []

    on_site(talk)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"no json", 400),
        (b"[1]", 400),
        (b"\xff\xfe", 400),
        (b"[" * 100_000, 400),
        (b'{"update_id": 1, "pad": "' + b" " * LONGEST_UPDATE + b'"}', 413),
    ],
    ids=["nothing", "no json", "a list", "no text", "too deep", "too long"],
)
def test_what_is_no_update_is_refused(body: bytes, status: int) -> None:
    """With the status that says why."""

    async def talk(site: Site) -> None:
        reply = await site.post(body)
        assert (reply.status, reply.body) == (status, b"")
        assert site.taken == []

    on_site(talk)


def test_a_body_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody holds a place for long."""
    monkeypatch.setattr("bot.web.PATIENCE", 0)

    async def talk(site: Site) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
        head = f"POST /hook HTTP/1.1\r\nHost: x\r\n{SECRET_HEADER}: {SECRET}\r\nContent-Length: 9\r\n\r\n{{"
        writer.write(head.encode())
        assert b" 408 " in await reader.readline()
        writer.close()

    on_site(talk)


@pytest.mark.parametrize("says", Taken)
def test_the_taker_decides_what_telegram_is_told(says: Taken) -> None:
    """What cannot be taken now is brought again later."""

    async def talk(site: Site) -> None:
        site.says = says
        assert (await site.post(UPDATE)).status == {"YES": 200, "UNREADABLE": 400, "NOT_NOW": 503}[says.name]

    on_site(talk)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/hook", 405),
        ("PUT", "/hook", 405),
        ("POST", "/other", 404),
        ("POST", "/health", 405),
        ("GET", "/", 404),
    ],
)
def test_only_posts_to_the_path_are_updates(method: str, path: str, status: int) -> None:
    """Everything else is refused, whatever secret it brings."""

    async def talk(site: Site) -> None:
        assert (await site.ask(method, path, UPDATE, SECRET)).status == status
        assert site.taken == []

    on_site(talk)


@settings(max_examples=25)
@given(st.lists(st.binary(max_size=200) | st.text(max_size=20).map(lambda text: json.dumps({"a": text}).encode())))
def test_no_body_breaks_it(bodies: list[bytes]) -> None:
    """Any bytes are taken as an object of JSON or refused as none."""

    async def talk(site: Site) -> None:
        for body in bodies:
            assert (await site.post(body)).status in {200, 400}
        assert all(isinstance(update, dict) for update in site.taken)

    on_site(talk)


def test_a_port_in_use_is_one_sentence() -> None:
    """It names the place, the reason and the setting."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        server = Server(Listen("127.0.0.1", port), Readiness(), Metrics().text)
        wanted = rf"Nothing can listen on 127.0.0.1:{port} \(address already in use\): set BODOBOT_LISTEN"
        with pytest.raises(SettingsError, match=wanted):
            asyncio.run(server.start())
