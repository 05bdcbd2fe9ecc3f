"""What the environment says, read once into one frozen value; importing this module reads nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import SplitResult, urlsplit

from platformdirs import user_state_path
from pydantic import BeforeValidator, Field, HttpUrl, SecretStr, TypeAdapter, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import SettingsError

PREFIX = "BODOBOT_"
TELEGRAM_API = "https://api.telegram.org"

#: Where the web server listens in webhook mode when nothing else is said.
LISTEN = "127.0.0.1:8080"

#: Messages a second to all chats together; Telegram takes no more from most bots.
SENDS_PER_SECOND = 30

_HTTP = TypeAdapter(HttpUrl)
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}", re.ASCII)
_PATH = re.compile(r"[A-Za-z0-9._~/-]*", re.ASCII)

#: What a value must be, by setting; a refusal says this and never the value.
_WANTED = {
    "admins": "the numbers of Telegram users, such as 1001,1002",
    "database": "a path, or a SQLAlchemy URL that begins with sqlite:// or postgresql://",
    "api_url": "the address of a Bot API server, such as https://api.telegram.org",
    "listen": "the host and port to listen on, such as 127.0.0.1:8080",
    "log_format": "text or json",
    "log_level": "debug, info, warning or error",
    "knowledge": "the path of a knowledge file or folder",
    "sends_per_second": "a whole number from 1 to 1000",
    "telegram_token": "the token that @BotFather gave",
    "webhook_secret": "16 to 256 of the characters A-Z, a-z, 0-9, _ and -",
    "webhook_url": "the https address that Telegram calls, such as https://example.org/telegram, without a query",
}


#: Databases by the scheme of a URL, and the driver that reaches each.
_DATABASES = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
_SCHEME = re.compile(r"(?P<database>\w+)(?:\+\w+)?(?=://)")


@dataclass(frozen=True)
class Listen:
    """Where a server listens."""

    host: str
    port: int


@dataclass(frozen=True)
class Webhook:
    """Where Telegram brings updates, and the secret with which it shows that it is Telegram."""

    url: str
    secret: str = field(repr=False)

    @property
    def path(self) -> str:
        """The part of the address that is ours to serve."""
        return urlsplit(self.url).path or "/"


def database_url(value: object) -> str:
    """The SQLAlchemy URL of a database, with the driver that ships; a path becomes that of an SQLite file.

    ValueError when it is neither.
    """
    text = str(value).strip()
    scheme = _SCHEME.match(text)
    if scheme and scheme["database"].lower() in _DATABASES:
        return _DATABASES[scheme["database"].lower()] + text[scheme.end() :]
    if not text or "?" in text or "://" in text:
        raise ValueError("neither a path nor the URL of such a database")
    return f"sqlite:///{Path(text).expanduser().absolute()}"


def _default_database() -> str:
    return database_url(user_state_path("bodobot", appauthor=False) / "bodobot.db")


def _numbers(value: object) -> object:
    """The numbers that a text lists, however it parts them."""
    return frozenset(map(int, re.split(r"[\s,;]+", value.strip()))) if isinstance(value, str) else value


def _address(value: object) -> object:
    text = str(value).strip().rstrip("/")
    _HTTP.validate_python(text)
    return text


def _webhook_address(value: object) -> object:
    """The address, which must be https; plain http is good for a Bot API server of one's own on this machine."""
    text = str(value).strip()
    _HTTP.validate_python(text)
    parts = urlsplit(text)
    is_private = parts.scheme == "https" or parts.hostname in _LOOPBACK
    if not is_private or parts.query or parts.fragment or "@" in parts.netloc or not _PATH.fullmatch(parts.path):
        raise ValueError
    return text


def _secret(value: object) -> object:
    text = str(value).strip()
    if not _SECRET.fullmatch(text):
        raise ValueError
    return text


def _listen(value: object) -> object:
    text = str(value).strip()
    parts = _host_and_port(text)
    if parts.netloc != text or "@" in text or not parts.hostname or not parts.port:
        raise ValueError
    return text


def _host_and_port(text: str) -> SplitResult:
    return urlsplit(f"//{text}")


def _lower(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


def _stripped(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


class Settings(BaseSettings):
    """The settings of one process; each field is the variable `BODOBOT_` with its name in capitals."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="ignore")

    telegram_token: Annotated[SecretStr | None, BeforeValidator(_stripped)] = None
    api_url: Annotated[str, BeforeValidator(_address)] = TELEGRAM_API
    knowledge: Path | None = None
    database: Annotated[str, BeforeValidator(database_url)] = Field(default_factory=_default_database, repr=False)
    admins: Annotated[frozenset[int], NoDecode, BeforeValidator(_numbers)] = frozenset()
    log_level: Annotated[Literal["debug", "info", "warning", "error"], BeforeValidator(_lower)] = "info"
    log_format: Annotated[Literal["text", "json"], BeforeValidator(_lower)] = "text"
    listen: Annotated[str, BeforeValidator(_listen)] | None = None
    webhook_url: Annotated[str, BeforeValidator(_webhook_address)] | None = None
    webhook_secret: Annotated[SecretStr, BeforeValidator(_secret)] | None = None
    sends_per_second: Annotated[int, Field(ge=1, le=1000)] = SENDS_PER_SECOND

    def require_token(self) -> str:
        """The bot's token in clear; SettingsError when none is set."""
        token = self.telegram_token.get_secret_value() if self.telegram_token else ""
        if not token:
            raise SettingsError(f"No bot token: set {PREFIX}TELEGRAM_TOKEN to {_WANTED['telegram_token']}.")
        return token

    def webhook(self) -> Webhook | None:
        """The webhook, None when updates are to be polled; SettingsError when it has no secret."""
        if self.webhook_url is None:
            return None
        if self.webhook_secret is None:
            wanted = _WANTED["webhook_secret"]
            raise SettingsError(f"No secret for the webhook: set {PREFIX}WEBHOOK_SECRET to {wanted}.")
        return Webhook(self.webhook_url, self.webhook_secret.get_secret_value())

    def address(self) -> Listen | None:
        """Where the web server listens, None when there is none; a webhook always has one."""
        text = self.listen or (LISTEN if self.webhook_url else None)
        if text is None:
            return None
        parts = _host_and_port(text)
        assert parts.hostname is not None
        assert parts.port is not None
        return Listen(parts.hostname, parts.port)


def read_settings() -> Settings:
    """The settings of the environment as it is now; SettingsError names the first variable that is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        name = str(error.errors(include_input=False)[0]["loc"][0])
    raise SettingsError(f"{PREFIX}{name.upper()} must be {_WANTED[name]}.")
