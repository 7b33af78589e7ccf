"""Whose request it is where a web server stands before ours: ``X-Forwarded-For``, believed from named proxies alone.

Each proxy adds to the end of that list whom it was asked by; what stands before is what the visitor sent, and may be invented. So the
list is read from its end: the first address that is no proxy of ours is the client's. ``Forwarded`` (RFC 7239) is not read: a proxy that
writes one of the two passes the other on as it came, so whoever reads both believes the visitor.
"""

from __future__ import annotations

import ipaddress
import logging
from collections.abc import Iterable, Sequence

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

log = logging.getLogger(__name__)
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_FORWARDED, _SCHEME = "x-forwarded-for", "x-forwarded-proto"
_SCHEMES = frozenset({"http", "https"})


def networks(texts: Iterable[str]) -> tuple[Network, ...]:
    """The networks of addresses and networks as people write them; ``ValueError`` in words for what is none, or would be everybody."""
    found = tuple(ipaddress.ip_network(text.strip()) for text in texts)
    if any(not network.prefixlen for network in found):
        msg = "that is every address there is; name the proxies"
        raise ValueError(msg)
    return found


def client_of(peer: str, forwarded: str, proxies: Sequence[Network]) -> str:
    """The address of whoever asked: ``peer`` came to us, ``forwarded`` is the header's whole list.

    Where the list says nothing readable of a hop, the last one that is known counts: never something that a visitor wrote.
    """
    client = _address(peer)
    for hop in reversed(forwarded.split(",")):
        if client is None or not _is_of(client, proxies) or (told := _address(hop)) is None:
            break
        client = told
    return peer if client is None else str(client)


def _is_of(address: _Address, proxies: Sequence[Network]) -> bool:
    return any(address in network for network in proxies)


def _address(text: str) -> _Address | None:
    """``192.0.2.1``, ``192.0.2.1:4711``, ``2001:db8::1`` or ``[2001:db8::1]:4711``; an IPv4 address in the clothes of IPv6 is one."""
    bare = text.strip().strip('"')
    if bare.startswith("["):
        bare = bare[1:].partition("]")[0]
    elif bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        found = ipaddress.ip_address(bare)
    except ValueError:
        return None
    return plain(found)


def plain(address: _Address) -> _Address:
    """The IPv4 address that an IPv6 one stands for (a listener for both has them all so), else the address."""
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address


class BehindProxies:
    """The application, told the client and the scheme that its proxies name; without proxies it is told who asked, and nothing else."""

    def __init__(self, app: ASGIApp, proxies: Sequence[Network] = ()) -> None:
        self._app = app
        self._proxies = proxies
        self._has_warned = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        await self._app(self._told(scope) if scope["type"] == "http" and scope.get("client") else scope, receive, send)

    def _told(self, scope: Scope) -> Scope:
        """The request as the visitor sent it."""
        peer, port = scope["client"]
        headers = Headers(scope=scope)
        address = _address(peer)
        forwarded = ",".join(headers.getlist(_FORWARDED))
        if address is None or not _is_of(address, self._proxies):
            self._warn_of(scope, address, is_told=bool(forwarded))
            return scope
        client = client_of(peer, forwarded, self._proxies)
        scheme = headers.getlist(_SCHEME)[-1].rpartition(",")[2].strip().lower() if _SCHEME in headers else ""
        return {**scope, "client": (client, port if client == peer else 0), "scheme": scheme if scheme in _SCHEMES else scope["scheme"]}

    def _warn_of(self, scope: Scope, address: _Address | None, *, is_told: bool) -> None:
        """Says once that forms come from a web server of this machine nobody named: all of its visitors are counted as one."""
        if scope["method"] == "POST" and is_told and address is not None and address.is_loopback and not self._has_warned:
            self._has_warned = True
            log.warning(
                "Forms come through a web server at %s and are counted as one visitor's: start with --behind-proxy %s", address, address
            )
