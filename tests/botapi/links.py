"""Addresses as Telegram accepts and rewrites them."""

import ipaddress
import re
from urllib.parse import urlsplit

_OTHER_SCHEMES = re.compile(r"(?:tg|ton|tonsite)://\S+", re.IGNORECASE)


def normalised(address: str) -> str | None:
    """Return the address with a scheme and a path, or None when it is no address for Telegram."""
    address = address.strip()
    if _OTHER_SCHEMES.fullmatch(address):
        return address
    if "://" not in address:
        address = f"http://{address}"
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not _is_host(host) or re.search(r"\s", address):
        return None
    return address if parts.path else parts._replace(path="/").geturl()


def _is_host(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return bool(re.fullmatch(r"(?:[\w-]+\.)+[^\W\d_][\w-]+", host))
    return True
