"""The one way out of the child: every connection goes to an address that was judged, and is cut where it misbehaves.

``CheckedEndpoint`` resolves a name once, judges every address it stands for and connects to one of those very addresses, so a name
that answers differently the second time (DNS rebinding) gains nothing. ``watch_connects`` is the last gate behind it.
"""

from __future__ import annotations

import errno
import re
import socket
import sys
from collections.abc import Collection
from typing import Any, Literal

from twisted.internet.defer import Deferred, ensureDeferred
from twisted.internet.endpoints import TCP4ClientEndpoint, TCP6ClientEndpoint, wrapClientTLS
from twisted.internet.error import ConnectError, ConnectionDone
from twisted.internet.interfaces import IHandshakeListener, IProtocol, IProtocolFactory, IStreamClientEndpoint
from twisted.internet.protocol import connectionDone
from twisted.internet.threads import deferToThread
from twisted.protocols.policies import ProtocolWrapper, WrappingFactory
from twisted.python.failure import Failure
from twisted.web.client import URI
from twisted.web.iweb import IAgentEndpointFactory
from zope.interface import implementer  # type: ignore[import-untyped]  # ships no types

from harvesters.fetch_guard import ForbiddenAddressError, Target, is_exempt, is_public

MOST_HEAD_BYTES = 64 * 1024
"""Of everything before the body: status line, headers, and any number of early answers (1xx)."""
_MOST_ADDRESSES = 4


class Exchange:
    """Where one request and its answer stand; tells a failed handshake from a failed transfer, and can cut the connection."""

    def __init__(self) -> None:
        self.phase: Literal["connect", "handshake", "head", "body"] = "connect"
        self.head_too_long = False
        self.broken = False
        """True where the connection ended otherwise than by an orderly close."""
        self._connection: ProtocolWrapper | None = None

    def opened(self, connection: ProtocolWrapper, *, secure: bool) -> None:
        """A connection was made; over TLS the handshake is still to come."""
        self._connection = connection
        self.phase = "handshake" if secure else "head"

    def closed(self, *, orderly: bool) -> None:
        """The connection is no more."""
        self._connection = None
        self.broken = self.broken or not orderly

    def cut(self) -> None:
        """Ends the connection at once, whatever is still on its way."""
        if self._connection is not None and self._connection.transport is not None:
            self._connection.transport.abortConnection()


@implementer(IHandshakeListener)
class _Watched(ProtocolWrapper):
    """Counts what comes before the body and reports the ends of the connection to the exchange."""

    def __init__(self, factory: _WatchedFactory, wrapped: IProtocol) -> None:
        super().__init__(factory, wrapped)
        self._exchange = factory.exchange
        self._secure = factory.secure
        self._head_bytes = 0

    def makeConnection(self, transport: Any) -> None:  # noqa: N802 - Twisted's name
        self._exchange.opened(self, secure=self._secure)
        super().makeConnection(transport)  # type: ignore[no-untyped-call]  # Twisted declares no types here

    def handshakeCompleted(self) -> None:  # noqa: N802 - Twisted's name
        """The certificate was accepted."""
        if self._exchange.phase == "handshake":
            self._exchange.phase = "head"

    def dataReceived(self, data: bytes) -> None:  # noqa: N802 - Twisted's name
        super().dataReceived(data)  # type: ignore[no-untyped-call]  # Twisted declares no types here
        if self._exchange.phase == "head":
            self._head_bytes += len(data)
            if self._head_bytes > MOST_HEAD_BYTES:
                self._exchange.head_too_long = True
                self._exchange.cut()

    def connectionLost(self, reason: Failure = connectionDone) -> None:  # noqa: N802 - Twisted's name
        self._exchange.closed(orderly=isinstance(reason.value, ConnectionDone))
        super().connectionLost(reason)  # type: ignore[no-untyped-call]  # Twisted declares no types here


class _WatchedFactory(WrappingFactory[_Watched]):
    """Makes watched connections for one exchange."""

    protocol = _Watched
    noisy = False

    def __init__(self, wrapped: IProtocolFactory, exchange: Exchange, *, secure: bool) -> None:
        super().__init__(wrapped)  # type: ignore[no-untyped-call]  # Twisted declares no types here
        self.exchange = exchange
        self.secure = secure


@implementer(IStreamClientEndpoint)
class CheckedEndpoint:
    """Connects to one of the addresses of a target after all of them were judged."""

    def __init__(self, reactor: Any, target: Target, allow_hosts: Collection[str], connect_seconds: float) -> None:
        self._reactor = reactor
        self._target = target
        self._exempt = is_exempt(target.host, target.port, allow_hosts)
        self._seconds = connect_seconds

    async def addresses(self) -> list[str]:
        """The addresses that may be connected to, IPv4 first; a literal is not resolved, for ``check_url`` has judged it.

        Raises ``ForbiddenAddressError`` when even one of the addresses is not public: a mixed answer is an attack or a mistake.
        """
        host = self._target.host
        if ":" in host or re.fullmatch(r"[\d.]+", host):
            return [host]
        found = await deferToThread(socket.getaddrinfo, host, self._target.port, 0, socket.SOCK_STREAM)
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        if not self._exempt and not all(map(is_public, addresses)):
            raise ForbiddenAddressError("the name stands for an address that is not public")
        return sorted(addresses, key=lambda address: ":" in address)[:_MOST_ADDRESSES]

    async def _connect(self, factory: IProtocolFactory) -> IProtocol:
        error: ConnectError | None = None
        for address in await self.addresses():
            kind = TCP6ClientEndpoint if ":" in address else TCP4ClientEndpoint
            try:
                connected: IProtocol = await kind(self._reactor, address, self._target.port, self._seconds).connect(factory)
            except ConnectError as failed:
                error = failed
            else:
                return connected
        raise error or socket.gaierror(socket.EAI_NONAME, "the name stands for no address")

    def connect(self, factory: IProtocolFactory) -> Deferred[IProtocol]:
        """The connected protocol, or the error of the last address tried."""
        return ensureDeferred(self._connect(factory))


@implementer(IStreamClientEndpoint)
class _WatchedEndpoint:
    """Puts the watch between the connection (below TLS, where there is one) and the HTTP protocol."""

    def __init__(self, inner: Any, exchange: Exchange, *, secure: bool) -> None:
        self._inner = inner
        self._exchange = exchange
        self._secure = secure

    def connect(self, factory: IProtocolFactory) -> Deferred[IProtocol]:
        """The HTTP protocol itself, which is what an agent speaks to."""
        connecting: Deferred[_Watched] = self._inner.connect(_WatchedFactory(factory, self._exchange, secure=self._secure))
        return connecting.addCallback(lambda watched: watched.wrappedProtocol)


@implementer(IAgentEndpointFactory)
class CheckedEndpoints:
    """The endpoint of one exchange, for Twisted's agent; the target is what ``check_url`` made of the request's URL."""

    def __init__(self, checked: CheckedEndpoint, target: Target, policy: Any, exchange: Exchange) -> None:
        self._checked: Any = checked  # zope's interfaces are unknown to the type checker
        self._target = target
        self._policy = policy
        self._exchange = exchange

    def endpointForURI(self, uri: URI) -> _WatchedEndpoint:  # noqa: ARG002, N802 - Twisted's name; the target is the same URI, judged
        """The one endpoint there is; over TLS it verifies the certificate for the target's name."""
        if self._target.scheme == "http":
            return _WatchedEndpoint(self._checked, self._exchange, secure=False)
        options = self._policy.creatorForNetloc(self._target.host.encode("ascii"), self._target.port)
        return _WatchedEndpoint(wrapClientTLS(options, self._checked), self._exchange, secure=True)


def watch_connects(allow_hosts: Collection[str]) -> None:
    """Installs the last gate: no code of this process, ours or a library's, connects to anything the guard would refuse.

    It cannot be taken away again (PEP 578), so only the child calls it.
    """
    named_ports = {int(pair.rpartition(":")[2]) for pair in allow_hosts if re.search(r"[a-z]", pair.rpartition(":")[0])}

    def gate(event: str, arguments: tuple[Any, ...]) -> None:
        if event != "socket.connect":
            return
        address = arguments[1]
        host, port = (str(address[0]), int(address[1])) if isinstance(address, tuple) else ("", 0)
        if not (is_public(host) or is_exempt(host, port, allow_hosts) or port in named_ports):
            raise PermissionError(errno.EACCES, "a connection that the address guard does not allow was stopped")

    sys.addaudithook(gate)
