"""The environment is read when asked, checked, and never quoted in an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import TELEGRAM_API, Listen, Settings, Webhook, read_settings


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment without any of our variables."""
    for name in Settings.model_fields:
        monkeypatch.delenv(f"BODOBOT_{name.upper()}", raising=False)
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
        ("DATABASE", "mysql://secret@example/bodobot", "a path, or a SQLAlchemy URL"),
        ("DATABASE", "/srv/secret?.db", "a path, or a SQLAlchemy URL"),
        ("LOG_FORMAT", "secret", "text or json"),
        ("LISTEN", "secret", "the host and port to listen on"),
        ("LISTEN", "127.0.0.1:0", "the host and port to listen on"),
        ("LISTEN", "127.0.0.1:secret", "the host and port to listen on"),
        ("LISTEN", "127.0.0.1:65536", "the host and port to listen on"),
        ("LISTEN", "http://127.0.0.1:80", "the host and port to listen on"),
        ("LISTEN", ":8080", "the host and port to listen on"),
        ("WEBHOOK_URL", "http://example.org/secret", "the https address that Telegram calls"),
        ("WEBHOOK_URL", "https://example.org/?secret=1", "the https address that Telegram calls"),
        ("WEBHOOK_URL", "https://me:secret@example.org/", "the https address that Telegram calls"),
        ("WEBHOOK_URL", "https://example.org/{secret}", "the https address that Telegram calls"),
        ("WEBHOOK_URL", "secret", "the https address that Telegram calls"),
        ("WEBHOOK_SECRET", "secret-of-15-ch", "16 to 256 of the characters"),
        ("WEBHOOK_SECRET", "secret" * 50, "16 to 256 of the characters"),
        ("WEBHOOK_SECRET", "secret secret secret", "16 to 256 of the characters"),
        ("WEBHOOK_SECRET", "secret-of-비밀-and-more", "16 to 256 of the characters"),
        ("SENDS_PER_SECOND", "0", "a whole number from 1 to 1000"),
        ("SENDS_PER_SECOND", "1001", "a whole number from 1 to 1000"),
        ("SENDS_PER_SECOND", "secret", "a whole number from 1 to 1000"),
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


def test_what_is_kept_has_its_place_among_the_persons_files(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The platform's folder for state, wherever that was put."""
    environment.setenv("XDG_STATE_HOME", str(tmp_path))

    assert read_settings().database == f"sqlite:///{tmp_path}/bodobot/bodobot.db"


@pytest.mark.parametrize(
    ("value", "url"),
    [
        ("/srv/bodobot.db", "sqlite:////srv/bodobot.db"),
        (" sqlite:////srv/bodobot.db ", "sqlite:////srv/bodobot.db"),
        ("sqlite+aiosqlite:////srv/bodobot.db", "sqlite:////srv/bodobot.db"),
        ("postgres://bot@db/bodobot", "postgresql+psycopg://bot@db/bodobot"),
        ("postgresql+asyncpg://bot@db/bodobot", "postgresql+psycopg://bot@db/bodobot"),
    ],
)
def test_a_database_is_a_path_or_a_url(environment: pytest.MonkeyPatch, value: str, url: str) -> None:
    """Whichever driver is named, ours is taken."""
    environment.setenv("BODOBOT_DATABASE", value)

    assert read_settings().database == url


@pytest.mark.parametrize(("value", "path"), [("bodobot.db", "{cwd}/bodobot.db"), ("~/b.db", "{home}/b.db")])
def test_a_path_is_taken_from_here_or_from_home(
    environment: pytest.MonkeyPatch, tmp_path: Path, value: str, path: str
) -> None:
    """As a shell would."""
    environment.chdir(tmp_path)
    environment.setenv("HOME", "/home/press")
    environment.setenv("BODOBOT_DATABASE", value)

    assert read_settings().database == "sqlite:///" + path.format(cwd=tmp_path, home="/home/press")


def test_the_password_of_the_database_is_not_printed(environment: pytest.MonkeyPatch) -> None:
    """Neither by `str` nor by `repr`."""
    environment.setenv("BODOBOT_DATABASE", "postgresql://bot:hunter2@db/bodobot")
    settings = read_settings()

    assert "hunter2" in settings.database
    assert "hunter2" not in f"{settings} {settings!r}"


def test_updates_are_polled_and_nothing_is_served_unless_asked_for() -> None:
    """The pace is the one that Telegram allows most bots."""
    settings = read_settings()

    assert (settings.webhook(), settings.address()) == (None, None)
    assert (settings.sends_per_second, settings.log_format) == (30, "text")


def test_a_webhook_has_an_address_a_secret_and_a_server(environment: pytest.MonkeyPatch) -> None:
    """The server listens on this machine only, as a proxy stands before it."""
    environment.setenv("BODOBOT_WEBHOOK_URL", " https://example.org:8443/bots/bodobot ")
    environment.setenv("BODOBOT_WEBHOOK_SECRET", "a-secret-of-telegram_1")
    settings = read_settings()
    webhook = settings.webhook()

    assert webhook == Webhook("https://example.org:8443/bots/bodobot", "a-secret-of-telegram_1")
    assert webhook.path == "/bots/bodobot"
    assert settings.address() == Listen("127.0.0.1", 8080)
    assert "a-secret" not in f"{settings!r} {webhook!r}"


def test_a_webhook_without_a_secret_is_one_sentence(environment: pytest.MonkeyPatch) -> None:
    """It names the variable and what it must be."""
    environment.setenv("BODOBOT_WEBHOOK_URL", "https://example.org")

    with pytest.raises(SettingsError, match=r"^No secret for the webhook: set BODOBOT_WEBHOOK_SECRET to 16 to 256 of"):
        read_settings().webhook()


@pytest.mark.parametrize("url", ["https://example.org", "http://127.0.0.1:80/", "http://localhost/"])
def test_the_root_is_a_path_and_this_machine_needs_no_https(environment: pytest.MonkeyPatch, url: str) -> None:
    """A Bot API server of one's own calls over plain HTTP."""
    environment.setenv("BODOBOT_WEBHOOK_URL", url)
    environment.setenv("BODOBOT_WEBHOOK_SECRET", "a-secret-of-telegram_1")
    webhook = read_settings().webhook()

    assert webhook is not None
    assert webhook.path == "/"


@pytest.mark.parametrize(
    ("text", "listen"),
    [("0.0.0.0:80", Listen("0.0.0.0", 80)), (" [::1]:8080 ", Listen("::1", 8080)), ("box:1", Listen("box", 1))],
)
def test_a_server_can_listen_without_a_webhook(environment: pytest.MonkeyPatch, text: str, listen: Listen) -> None:
    """Its health and metrics are served while updates are polled."""
    environment.setenv("BODOBOT_LISTEN", text)

    assert read_settings().address() == listen
    assert read_settings().webhook() is None
