"""The security headers of every answer.

No page needs a script to be read. The calendar may have scripts of its own, never inline ones; the explorer has none.
"""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_COMMON = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)
EXPLORER_POLICY = "; ".join(_COMMON)
SITE_POLICY = "; ".join((*_COMMON, "script-src 'self'", "connect-src 'self'", "manifest-src 'self'"))
HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
}


class SecurityHeaders:
    """The application with the headers on each answer; ``policy`` is its content security policy (CSP level 3)."""

    def __init__(self, app: ASGIApp, policy: str) -> None:
        self._app = app
        self._headers = {**HEADERS, "content-security-policy": policy}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""

        async def forward(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers[name] = value
                if scope["query_string"]:
                    headers["x-robots-tag"] = "noindex, nofollow"  # filters multiply addresses without end
            await send(message)

        await self._app(scope, receive, forward if scope["type"] == "http" else send)
