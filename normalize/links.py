"""Addresses that may stand behind a link: http and https, nothing else, and never with a password in them."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

LINK_REL = "nofollow noopener"
"""What every link in a publisher's words says of where it leads."""
LONGEST = 2000
"""Characters; a longer address is no address but a payload."""
_EDGES = "".join(map(chr, range(0x21)))  # what the WHATWG URL parser strips at both ends
_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f\\]")
_WEB = re.compile(r"https?://[^/]", re.IGNORECASE)
_PLAIN = re.compile(r"[A-Za-z0-9_.~%/:=&?#+!$,;@*()\[\]-]*")
"""An address of these characters alone is written with them."""
_AS_IT_IS = re.compile(
    r"https?://[a-z0-9_-]+(?:\.[a-z0-9_-]+)+(?:/[A-Za-z0-9_.~%/:=&+!$,;@*()-]*)?"
    r"(?:\?[A-Za-z0-9_.~%/:=&?+!$,;@*()-]+)?(?:#[A-Za-z0-9_.~%/:=&?+!$,;@*()-]+)?"
)
"""An address that is written as it is: most are, and taking one apart is dear."""
_HOST = re.compile(r"^(?:localhost|[a-z0-9_-]+(?:\.[a-z0-9_-]+)+\.?|\[[0-9a-f:.]+\])$")
_SAFE = "%/:=&?~#+!$,;@*()[]"
"""What stays as it is in path, query and fragment; quotes and angle brackets are written as %XX, so an attribute cannot end early."""


def web_address(value: str) -> str:
    """The address in ASCII without user name and password, or ``""`` where it is not one a browser opens as http or https.

    Control characters and backslashes inside are refused rather than repaired: browsers read them in ways of their own
    (WHATWG URL, "basic URL parser").
    """
    value = value.strip(_EDGES)
    if len(value) <= LONGEST and _AS_IT_IS.fullmatch(value):
        return value
    if len(value) > LONGEST or _FORBIDDEN.search(value) or not _WEB.match(value):
        return ""
    try:
        parts = urlsplit(value)
        host = _ascii_host(parts.hostname or "")
        port = parts.port
    except ValueError:  # bad port, bad IPv6 literal, a host name that IDNA refuses
        return ""
    if not _HOST.match(host):
        return ""
    netloc = host if port is None else f"{host}:{port}"
    if _PLAIN.fullmatch(value):
        return urlunsplit((parts.scheme.lower(), netloc, parts.path, parts.query, parts.fragment))
    path, query, fragment = (quote(part, safe=_SAFE) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme.lower(), netloc, path, query, fragment))


def has_userinfo(value: str) -> bool:
    """True where a user name or a password stands before the host."""
    return "@" in value.partition("://")[2].split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]


def _ascii_host(host: str) -> str:
    """The host name in lower case, letters beyond ASCII in their IDNA form (RFC 3490)."""
    if ":" in host:
        return f"[{host}]"
    return host if host.isascii() else host.encode("idna").decode("ascii")
