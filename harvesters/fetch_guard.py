"""Which addresses may be contacted: an allow list of public addresses, and of the URLs that lead to them.

Pure functions. ``check_url`` looks at the text before anything is resolved, ``is_public`` at every address a name stands for; the
endpoint that connects (``harvesters.fetch_connect``) asks both and connects to the very address that was judged.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urljoin

_PORTS = {"http": 80, "https": 443}
_SHAPE = re.compile(
    r"(?P<scheme>[a-z]+)://(?P<host>\[[^\]/?#@]*\]|[^\[\]:/?#@]+)(?::(?P<port>\d{1,5}))?(?P<path>/[^?#]*)?(?P<query>\?[^#]*)?(?:#.*)?",
    re.IGNORECASE,
)
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\\]")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_TOP = re.compile(r"[a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9]")
_LONGEST_HOST = 253
_LONGEST_URL = 2000
_SAFE = "!$%&'()*+,-./:;=?@_~[]"
"""RFC 3986 characters of a path and a query, ``%`` among them: an escape that stands there stays as it is."""

_LOCAL_TOPS = frozenset(
    (
        "alt",
        "arpa",
        "corp",
        "home",
        "internal",
        "intranet",
        "invalid",
        "lan",
        "local",
        "localdomain",
        "localhost",
        "onion",
        "private",
        "test",
    )
)  # RFC 6761, RFC 6762 appendix G, RFC 8375, RFC 9476, and what routers and offices use

_NOT_PUBLIC_4 = (
    IPv4Network("192.0.0.0/24"),
    IPv4Network("192.88.99.0/24"),
    IPv4Network("168.63.129.16/32"),  # a cloud's platform address in a public range
)
_UNICAST_6 = IPv6Network("2000::/3")
_NOT_PUBLIC_6 = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "2620:4f:8000::/48")))


class ForbiddenAddressError(Exception):
    """The address may not be contacted; the text says why and never repeats the address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A URL that passed, taken apart once; what is fetched is ``url``, rebuilt from these parts."""

    scheme: str
    host: str
    """Canonical: lower case ASCII name, dotted quad, or an IPv6 address without brackets."""
    port: int
    path: str
    """Path and query, at least ``/``."""

    @property
    def netloc(self) -> str:
        """``host``, with brackets and port where they are needed."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address to fetch, without fragment."""
        return f"{self.scheme}://{self.netloc}{self.path}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: all of an address that may be shown."""
        return f"{self.scheme}://{self.netloc}"


def is_public(ip: str | IPv4Address | IPv6Address) -> bool:
    """True for an address of the public Internet that one host answers at; an allow list, so whatever is unknown is refused.

    Mapped, compatible, translated, NAT64, unique local and link local addresses all lie outside 2000::/3.
    """
    try:
        address = ip_address(ip) if isinstance(ip, str) else ip
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast and not any(address in network for network in _NOT_PUBLIC_4)
    return (
        address.scope_id is None
        and address in _UNICAST_6
        and address.is_global
        and not address.is_multicast
        and not any(address in network for network in _NOT_PUBLIC_6)
    )


def is_exempt(host: str, port: int, allow_hosts: Collection[str]) -> bool:
    """True where the configuration names exactly this host and this port (``127.0.0.1:8080``, ``[::1]:8080``)."""
    return (f"[{host}]:{port}" if ":" in host else f"{host}:{port}") in allow_hosts


def _a_label(label: str) -> str:
    """The label as DNS carries it (RFC 5890 section 2.3.2.1); characters that fold into others are refused, not folded."""
    label = label.lower()
    if label.isascii():
        return label
    plain = unicodedata.normalize("NFKC", label) == label and all(unicodedata.category(c)[0] in "LM" or c in "-0123456789" for c in label)
    if not plain:
        raise ForbiddenAddressError("the host name is written with characters that stand for others")
    return "xn--" + label.encode("punycode").decode("ascii")


def _name(host: str) -> str:
    """The host name in lower-case ASCII if it is a full public name."""
    labels = [_a_label(label) for label in host.split(".")]
    name = ".".join(labels)
    if len(name) > _LONGEST_HOST or not all(map(_LABEL.fullmatch, labels)):
        raise ForbiddenAddressError("the host is neither a name nor a plainly written address")
    if len(labels) == 1 or not _TOP.fullmatch(labels[-1]) or labels[-1] in _LOCAL_TOPS:
        raise ForbiddenAddressError("the host is no public name")
    return name


def _host(text: str, port: int, allow_hosts: Collection[str]) -> str:
    """The canonical host; a literal must be public and written the one canonical way, unless the configuration names it."""
    bare = text[1:-1] if text.startswith("[") else text
    if is_exempt(bare.lower(), port, allow_hosts):
        return bare.lower()
    if not text.startswith("[") and not re.fullmatch(r"[\d.]+", text):
        return _name(text)
    try:
        address = ip_address(bare)
    except ValueError:
        raise ForbiddenAddressError("the host is neither a name nor a plainly written address") from None
    if str(address) != bare.lower() or (address.version == 6) != text.startswith("[") or not is_public(address):  # noqa: PLR2004 - IP versions
        raise ForbiddenAddressError("the address is not a public one")
    return str(address)


def check_url(url: str, allow_hosts: Collection[str] = ()) -> Target:
    """The URL taken apart and made canonical; ``webcal:`` is read as ``https:``, the fragment is dropped.

    Raises ``ForbiddenAddressError`` for another scheme than http and https, a user name, a backslash, a control character, a port other
    than 80 and 443, a host that is not public or not written canonically. Only ``allow_hosts`` (host and port, exactly) loosens port
    and host. Nothing is resolved here.
    """
    if len(url) > _LONGEST_URL or _UNPRINTABLE.search(url):
        raise ForbiddenAddressError("the address is too long or holds control characters or a backslash")
    parts = _SHAPE.fullmatch(url)
    if parts is None:
        raise ForbiddenAddressError("the address is not of the form https://host/path")
    scheme = {"webcal": "https", "webcals": "https"}.get(parts["scheme"].lower(), parts["scheme"].lower())
    if scheme not in _PORTS:
        raise ForbiddenAddressError("only http and https addresses are fetched")
    port = int(parts["port"] or _PORTS[scheme])
    host = _host(parts["host"], port, allow_hosts)
    if port not in _PORTS.values() and not is_exempt(host, port, allow_hosts):
        raise ForbiddenAddressError("only the ports 80 and 443 are contacted")
    return Target(scheme=scheme, host=host, port=port, path=quote((parts["path"] or "/") + (parts["query"] or ""), safe=_SAFE))


def check_redirect(base: Target, location: str, allow_hosts: Collection[str] = ()) -> Target:
    """Where a ``Location`` leads (RFC 9110 section 10.2.2), judged like any other URL."""
    if _UNPRINTABLE.search(location):
        raise ForbiddenAddressError("the redirect holds control characters or a backslash")
    try:
        joined = urljoin(base.url, location.strip())
    except ValueError:
        raise ForbiddenAddressError("the redirect cannot be read") from None
    return check_url(joined, allow_hosts)
