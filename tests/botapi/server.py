"""The HTTP side: reads calls, lets methods answer, and fails when told to."""

import asyncio
import contextlib
import json
import re
import threading
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from tests.botapi.calls import Call, CallLog
from tests.botapi.errors import ApiError, bad_request, not_found, unauthorized
from tests.botapi.failures import Failure, FailurePlans, Line
from tests.botapi.methods import METHODS
from tests.botapi.parameters import Parameters
from tests.botapi.polling import Polling
from tests.botapi.posting import Poster
from tests.botapi.shapes import Json
from tests.botapi.world import World

LARGEST_UPLOAD = 50 * 1024 * 1024


class Server:
    """An HTTP server on loopback with a thread and an event loop of its own."""

    def __init__(self, token: str, world: World, log: CallLog, failures: FailurePlans) -> None:
        self._token = token
        self._world = world
        self._log = log
        self._failures = failures
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="botapi", daemon=True)
        self.polling = Polling(world)
        self.port = 0

    def start(self) -> None:
        """Listen on a port that the system chooses."""
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._open(), self._loop).result()
        self._world.updates.on_arrival = self._wake_soon

    def stop(self) -> None:
        """Let waiting calls go and stop listening."""
        self._world.updates.on_arrival = lambda: None
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _open(self) -> None:
        app = web.Application(client_max_size=LARGEST_UPLOAD)
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        self._runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port = self._runner.addresses[0][1]
        self._poster = Poster(self._world)
        self._posting = asyncio.create_task(self._poster.run())

    async def _close(self) -> None:
        self._posting.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._posting
        self.polling.close()
        await self._runner.cleanup()

    def _wake_soon(self) -> None:
        self._loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        self.polling.wake()
        self._poster.wake()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        try:
            method = self._method(request)
            params = await _parameters(request)
        except ApiError as error:
            return web.json_response(error.json(), status=error.code)
        call = self._log.open(method, params)
        failure = self._failures.take(call)
        if failure is not None:
            return await self._fail(request, call, failure)
        answer = await self._work(call)
        self._log.close(call, answer)
        return web.json_response(answer, status=answer.get("error_code", 200))

    def _method(self, request: web.Request) -> str:
        token, method = request.match_info["token"], request.match_info["method"]
        if not re.fullmatch(r"\d+:[\w-]+", token):
            raise not_found()
        if token != self._token:
            raise unauthorized()
        if method.lower() != "getupdates" and method.lower() not in METHODS:
            raise not_found()
        return method

    async def _work(self, call: Call) -> Json:
        try:
            if call.method.lower() == "getupdates":
                result: Any = await self.polling.get_updates(call.parameters)
            else:
                with self._world.watch.change():
                    result = METHODS[call.method.lower()](self._world, call.parameters)
        except ApiError as error:
            return error.json()
        return {"ok": True, "result": result}

    async def _fail(self, request: web.Request, call: Call, failure: Failure) -> web.StreamResponse:
        if failure.line is Line.HELD:
            await asyncio.Event().wait()
        if failure.line is Line.LOST:
            await self._work(call)
        if failure.line is Line.ANSWERED:
            body = failure.body.decode()
            is_json = failure.content_type == "application/json"
            self._log.close(call, json.loads(body) if is_json else {"ok": False, "body": body})
            return web.Response(status=failure.status, text=body, content_type=failure.content_type)
        self._log.close(call, {"ok": False, "line": failure.line.value})
        if request.transport is not None:
            request.transport.abort()
        return web.Response()


async def _parameters(request: web.Request) -> Parameters:
    """Return the parameters from the address and the body, whatever form the body has."""
    fields: dict[str, Any] = dict(request.query)
    files: dict[str, bytes] = {}
    if request.content_type == "application/json":
        fields |= await _json_body(request)
    elif request.can_read_body:
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files[name] = value.file.read()
            else:
                fields[name] = value if isinstance(value, str) else bytes(value).decode()
    return Parameters(fields, files)


async def _json_body(request: web.Request) -> Mapping[str, Any]:
    try:
        body = await request.json()
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(body, dict):
        raise bad_request("object expected")
    return body
