"""The environment is read when asked, checked, and never quoted in an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import TELEGRAM_API, read_settings


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment without any of our variables."""
    for name in ("TELEGRAM_TOKEN", "API_URL", "KNOWLEDGE", "LOG_LEVEL"):
        monkeypatch.delenv(f"BODOBOT_{name}", raising=False)
    return monkeypatch


def test_nothing_needs_to_be_set() -> None:
    """Telegram's own server, the shipped knowledge, no token."""
    settings = read_settings()

    assert (settings.api_url, settings.knowledge, settings.log_level) == (TELEGRAM_API, None, "info")
    assert settings.telegram_token is None


def test_variables_are_tidied(environment: pytest.MonkeyPatch) -> None:
    """Spaces, a final slash and capitals do no harm."""
    environment.setenv("BODOBOT_API_URL", " http://127.0.0.1:8081/ ")
    environment.setenv("BODOBOT_TELEGRAM_TOKEN", " 1:abc\n")
    environment.setenv("BODOBOT_LOG_LEVEL", "DEBUG")
    environment.setenv("BODOBOT_KNOWLEDGE", "/srv/release.yaml")
    settings = read_settings()

    assert settings.api_url == "http://127.0.0.1:8081"
    assert settings.require_token() == "1:abc"
    assert settings.log_level == "debug"
    assert settings.knowledge == Path("/srv/release.yaml")


def test_the_token_is_not_printed(environment: pytest.MonkeyPatch) -> None:
    """Neither by `str` nor by `repr`."""
    environment.setenv("BODOBOT_TELEGRAM_TOKEN", "1:abc")
    settings = read_settings()

    assert "abc" not in f"{settings} {settings!r}"


@pytest.mark.parametrize("value", [None, "", "  "])
def test_a_missing_token_is_one_sentence(environment: pytest.MonkeyPatch, value: str | None) -> None:
    """It names the variable and where a token comes from."""
    if value is not None:
        environment.setenv("BODOBOT_TELEGRAM_TOKEN", value)

    with pytest.raises(SettingsError, match="set BODOBOT_TELEGRAM_TOKEN to the token that @BotFather gave"):
        read_settings().require_token()


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("API_URL", "ftp://secret.example", "the address of a Bot API server"),
        ("API_URL", "secret", "the address of a Bot API server"),
        ("LOG_LEVEL", "secret", "debug, info, warning or error"),
    ],
)
def test_a_wrong_variable_is_named_with_what_it_must_be(
    environment: pytest.MonkeyPatch, name: str, value: str, wanted: str
) -> None:
    """And its value, which might be a slip of the hand with a secret in it, is not told."""
    environment.setenv(f"BODOBOT_{name}", value)

    with pytest.raises(SettingsError, match=f"^BODOBOT_{name} must be {wanted}") as refused:
        read_settings()
    assert "secret" not in str(refused.value)
    assert refused.value.__context__ is None
