"""The line to Telegram: HTTP as python-telegram-bot wants it, spoken by aiohttp.

The library's own line, by httpx, looks through all open connections at every call; with dozens of them, as under load,
that takes longer than everything else that an answer needs.
"""

from __future__ import annotations

from typing import Any

import httpx
from aiohttp import ClientError, ClientSession, ClientTimeout, DummyCookieJar, FormData, TCPConnector
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

#: Seconds that Telegram may take for any call but the one that waits for updates, to connect, to listen, and to answer.
PATIENCE = 20.0

#: How many calls are under way at the same time.
CONNECTIONS = 64


class Line(BaseRequest):
    """Makes requests, each of which ends within its time, one way or the other."""

    def __init__(self) -> None:
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """The seconds that an answer may take."""
        return PATIENCE

    async def initialize(self) -> None:
        """Requests can be made from now on."""
        if self._session is None:
            connector = TCPConnector(limit=CONNECTIONS, ssl=httpx.create_ssl_context())
            self._session = ClientSession(connector=connector, cookie_jar=DummyCookieJar(), trust_env=True)

    async def shutdown(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The status and the body of the answer; TimedOut or NetworkError when there is none."""
        assert self._session is not None
        reading, writing, connecting, waiting = map(
            _seconds, (read_timeout, write_timeout, connect_timeout, pool_timeout)
        )
        within = ClientTimeout(
            total=waiting + connecting + writing + reading,
            connect=waiting + connecting,
            sock_connect=connecting,
            sock_read=reading,
        )
        headers = {"User-Agent": self.USER_AGENT}
        data = _form(request_data) if request_data else None
        try:
            async with self._session.request(
                method, url, data=data, headers=headers, timeout=within, allow_redirects=False
            ) as answer:
                return answer.status, await answer.read()
        except TimeoutError as error:
            raise TimedOut from error
        except (ClientError, OSError) as error:
            # The text of the error may hold the address, and so the token.
            raise NetworkError(type(error).__name__) from error


def _seconds(timeout: Any) -> float:
    """The timeout that was given for this call, or the usual one."""
    return float(timeout) if isinstance(timeout, int | float) else PATIENCE


def _form(request: RequestData) -> FormData:
    """The parameters as a form, with the files that belong to it."""
    form = FormData(request.json_parameters)
    for name, (file_name, content, kind) in request.multipart_data.items():
        form.add_field(name, content, filename=file_name, content_type=kind)
    return form
