"""Methods that say where updates go."""

import re
from urllib.parse import urlsplit

from tests.botapi.errors import bad_request
from tests.botapi.parameters import Parameters
from tests.botapi.profile import Webhook
from tests.botapi.shapes import Json
from tests.botapi.world import World

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_PORTS = (None, 80, 88, 443, 8443)


def set_webhook(world: World, params: Parameters) -> bool:
    """Let updates be posted to an address; an empty address ends that."""
    url, secret = params.text("url"), params.text("secret_token")
    if not url:
        return delete_webhook(world, params)
    _check_address(url)
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret):
        raise bad_request("secret token contains unallowed characters")
    connections = params.number("max_connections")
    if connections is not None and not 1 <= connections <= 100:
        raise bad_request("max_connections must be between 1 and 100")
    certified = "certificate" in params.files
    world.bot.webhook = Webhook(url, secret, params.text("ip_address"), connections or 40, certified)
    world.bot.webhook_error = None
    if "allowed_updates" in params:
        world.updates.allow(params.list("allowed_updates"))
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    world.updates.on_arrival()
    return True


def delete_webhook(world: World, params: Parameters) -> bool:
    """Let updates wait for getUpdates again."""
    world.bot.webhook = None
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    return True


def get_webhook_info(world: World, params: Parameters) -> Json:
    """Return where updates go and how that is going."""
    hook = world.bot.webhook
    info: Json = {
        "url": hook.url if hook else "",
        "has_custom_certificate": bool(hook and hook.has_certificate),
        "pending_update_count": len(world.updates.pending),
    }
    if hook:
        info["max_connections"] = hook.max_connections
        if hook.ip_address:
            info["ip_address"] = hook.ip_address
        if world.bot.webhook_error:
            info["last_error_date"], info["last_error_message"] = world.bot.webhook_error
    if world.updates.allowed:
        info["allowed_updates"] = sorted(world.updates.allowed)
    return info


def _check_address(url: str) -> None:
    """Refuse what Telegram refuses, except that plain HTTP on this machine is let through."""
    parts = urlsplit(url)
    if parts.hostname in _LOOPBACK and parts.scheme in ("http", "https"):
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.port not in _PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
