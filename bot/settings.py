"""What the environment says, read once into one frozen value; importing this module reads nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, HttpUrl, SecretStr, TypeAdapter, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import SettingsError

PREFIX = "BODOBOT_"
TELEGRAM_API = "https://api.telegram.org"

_HTTP = TypeAdapter(HttpUrl)

#: What a value must be, by setting; a refusal says this and never the value.
_WANTED = {
    "api_url": "the address of a Bot API server, such as https://api.telegram.org",
    "log_level": "debug, info, warning or error",
    "knowledge": "the path of a knowledge file or folder",
    "telegram_token": "the token that @BotFather gave",
}


def _address(value: object) -> object:
    text = str(value).strip().rstrip("/")
    _HTTP.validate_python(text)
    return text


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
    log_level: Annotated[Literal["debug", "info", "warning", "error"], BeforeValidator(_lower)] = "info"

    def require_token(self) -> str:
        """The bot's token in clear; SettingsError when none is set."""
        token = self.telegram_token.get_secret_value() if self.telegram_token else ""
        if not token:
            raise SettingsError(f"No bot token: set {PREFIX}TELEGRAM_TOKEN to {_WANTED['telegram_token']}.")
        return token


def read_settings() -> Settings:
    """The settings of the environment as it is now; SettingsError names the first variable that is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        name = str(error.errors(include_input=False)[0]["loc"][0])
    raise SettingsError(f"{PREFIX}{name.upper()} must be {_WANTED[name]}.")
