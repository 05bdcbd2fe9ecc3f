"""The web server: takes what Telegram brings to the webhook, and tells how the process is. It knows no Telegram type.

It speaks plain HTTP and stands behind a proxy that speaks https; of its paths only the webhook's is for the world.
"""

from __future__ import annotations

import asyncio
import errno
import hmac
import json
import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from aiohttp import web

from bot.errors import SettingsError
from bot.metrics import CONTENT_TYPE
from bot.readiness import Readiness
from bot.settings import PREFIX, Listen

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"

#: The most bytes of an update; Telegram's are far smaller.
LONGEST_UPDATE = 1024 * 1024

#: Seconds in which a request must have arrived.
PATIENCE = 10.0

#: Seconds that requests under way may take when the server closes.
CLOSING = 2.0

log = logging.getLogger(__name__)


class Taken(Enum):
    """What became of an update, as the status that Telegram is told; it brings again what was not taken."""

    YES = 200
    UNREADABLE = 400
    NOT_NOW = 503


@dataclass(frozen=True)
class Inlet:
    """Where updates come in: the path, the secret that is asked for, and who takes them."""

    path: str
    secret: str
    take: Callable[[dict[str, Any]], Taken]


class Server:
    """Serves `/health`, `/ready`, `/metrics`, and the webhook when there is an inlet."""

    def __init__(
        self, listen: Listen, readiness: Readiness, metrics: Callable[[], bytes], inlet: Inlet | None = None
    ) -> None:
        self._listen = listen
        self._readiness = readiness
        self._metrics = metrics
        self._inlet = inlet
        # An access log would hold addresses of people.
        self._runner = web.AppRunner(self._routes(), access_log=None, shutdown_timeout=CLOSING)

    async def start(self) -> None:
        """Serve from now on; SettingsError when nothing can listen there."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._listen.host, self._listen.port).start()
        except OSError as error:
            await self._runner.cleanup()
            raise SettingsError(
                f"Nothing can listen on {self._place} ({_reason(error)}): "
                f"set {PREFIX}LISTEN to a free host and port of this machine."
            ) from None
        log.info("Serving health and metrics%s on %s.", " and the webhook" if self._inlet else "", self._place)

    async def stop(self) -> None:
        """Answer what is under way, then serve no more."""
        await self._runner.cleanup()

    @property
    def _place(self) -> str:
        host = f"[{self._listen.host}]" if ":" in self._listen.host else self._listen.host
        return f"{host}:{self._listen.port}"

    def _routes(self) -> web.Application:
        application = web.Application(client_max_size=LONGEST_UPDATE)
        application.router.add_get("/health", self._tell_health)
        application.router.add_get("/ready", self._tell_readiness)
        application.router.add_get("/metrics", self._tell_metrics)
        if self._inlet is not None:
            application.router.add_post(self._inlet.path, self._receive)
        return application

    async def _tell_health(self, _: web.Request) -> web.Response:
        return web.json_response({"alive": True})

    async def _tell_readiness(self, _: web.Request) -> web.Response:
        missing = await self._readiness.missing()
        return web.json_response({"ready": not missing, "missing": list(missing)}, status=503 if missing else 200)

    async def _tell_metrics(self, _: web.Request) -> web.Response:
        return web.Response(body=self._metrics(), headers={"Content-Type": CONTENT_TYPE})

    async def _receive(self, request: web.Request) -> web.Response:
        assert self._inlet is not None
        given = request.headers.get(SECRET_HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, self._inlet.secret.encode()):
            return web.Response(status=403)
        try:
            async with asyncio.timeout(PATIENCE):
                body = await request.read()
        except web.HTTPRequestEntityTooLarge:
            return web.Response(status=413)
        except TimeoutError:
            return web.Response(status=408)
        update = _json_object(body)
        return web.Response(status=400 if update is None else self._inlet.take(update).value)


def _reason(error: OSError) -> str:
    number = error.errno or 0
    return os.strerror(number).lower() if number in errno.errorcode else type(error).__name__


def _json_object(body: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
