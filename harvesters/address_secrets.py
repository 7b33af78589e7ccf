"""Is an address itself a key? Such an address opens a calendar to whoever holds it, so it is kept like a password."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlsplit

_PARAMETERS = re.compile(
    r"^(?:.*[_-])?(?:token|access[_-]?token|key|api[_-]?key|apikey|secret|auth|auth\[.*\]|sig|signature|pass|passwd|password|pwd|pw|hash|sessionid"
    r"|private|privatekey|user_?key|ticket)$",
    re.IGNORECASE,
)
_HARMLESS = re.compile(r"^(?:public|yes|no|true|false|\d{1,4})?$", re.IGNORECASE)
_GOOGLE = re.compile(r"(?P<begin>/calendar/ical/[^/]+/)private-[^/]+(?=/)", re.IGNORECASE)
_PATHS = (
    re.compile(r"/private-[0-9a-f]{8,}", re.IGNORECASE),
    re.compile(r"/(?:private|secret|token)/[^/]{8,}", re.IGNORECASE),
)
_SHORTEST = 6


def secret_part(url: str) -> tuple[str, str]:
    """The part of the address that is a key, and the public address of the same calendar where one follows from it.

    Two empty strings where nothing looks like a key. A long number alone is none: published calendars of Outlook and Nextcloud have one,
    and were published on purpose.
    """
    try:
        parts = urlsplit(url)
        given = parts.username or parts.password
    except ValueError:
        return "", ""
    if found := _GOOGLE.search(parts.path):
        return found[0][len(found["begin"]) :], _GOOGLE.sub(r"\g<begin>public", url)
    if given:
        return parts.netloc.rpartition("@")[0], ""
    for pattern in _PATHS:
        if found := pattern.search(parts.path):
            return found[0].rsplit("/", 1)[-1], ""
    return _parameter(parts.query), ""


def _parameter(query: str) -> str:
    """The value of the first parameter that is named like a key and looks like one."""
    for name, value in parse_qsl(query, keep_blank_values=False):
        if _PARAMETERS.match(unquote(name)) and not _HARMLESS.match(value) and len(value) >= _SHORTEST:
            return value
    return ""


def without_secret(url: str, name: str) -> str:
    """The address with ``${name}`` in the place of its key, as ``schedules.yaml`` keeps it; the address itself where it holds none."""
    secret, _ = secret_part(url)
    if not secret:
        return url
    place = f"${{{name}}}"
    written = _written(url, secret)
    if "://" + written + "@" in url:
        return url.replace(written + "@", "", 1) + (("&" if "?" in url else "?") + place)
    return url.replace(written, place)


def _written(url: str, secret: str) -> str:
    """The key as it stands in the address, escapes and all."""
    if secret in url:
        return secret
    for piece in re.split(r"[/?&=]", url):
        if unquote(piece.replace("+", " ")) == secret:
            return piece
    return url
