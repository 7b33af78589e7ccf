"""The header or the address that carries a source's key, made for one request.

``hellewi_jwt``: JWT with HMAC-SHA-256 (RFC 7519, RFC 7515) of a few minutes. ``lyyti``: a signature over the call and the second.
Nothing made here is ever logged; a request's headers are not shown (``fetch_wire.FetchRequest``).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from urllib.parse import quote, urlsplit

from harvesters.access import Auth

_LIFETIME = timedelta(minutes=5)
"""Hellewi accepts tokens of about five minutes (reference/domain.md); a crawl's own requests come within that."""


def headers(auth: Auth, secret: str, url: str, now: datetime) -> dict[str, str]:
    """The headers for a request to ``url``; empty where the key goes into the address."""
    if auth.kind == "bearer":
        return {"Authorization": f"Bearer {secret}"}
    if auth.kind == "header":
        return {auth.name: secret}
    if auth.kind == "hellewi_jwt":
        return {"Authorization": f"Bearer {_hellewi(auth, secret, now)}"}
    return {"Authorization": _lyyti(auth, secret, url, now)} if auth.kind == "lyyti" else {}


def address(auth: Auth, secret: str, url: str) -> str:
    """The address with the key in its query, where that is where the interface wants it."""
    if auth.kind != "query":
        return url
    joint = "&" if urlsplit(url).query else "?"
    return f"{url}{joint}{quote(auth.name)}={quote(secret, safe='')}"


def _hellewi(auth: Auth, secret: str, now: datetime) -> str:
    """A token with the claims that Hellewi asks for; ``jti`` differs between requests because the second does."""
    issued = int(now.timestamp())
    identity = hashlib.sha256(f"{auth.tenant}\0{issued}".encode()).hexdigest()[:32]
    expires = issued + int(_LIFETIME.total_seconds())
    claims = {"iat": issued, "exp": expires, "sub": "hellewi-api-v1", "tenant": auth.tenant, "jti": identity}
    head = {"alg": "HS256", "typ": "JWT", "kid": auth.key_id}
    signed = f"{_part(head)}.{_part(claims)}"
    return f"{signed}.{_base64url(hmac.digest(secret.encode(), signed.encode('ascii'), 'sha256'))}"


def _lyyti(auth: Auth, secret: str, url: str, now: datetime) -> str:
    """Lyyti's ``LYYTI-API-V2``: HMAC-SHA-256 over base64 of key, second and call (the path below ``/v2/``)."""
    timestamp = int(now.timestamp())
    call = urlsplit(url).path.partition("/v2/")[2]
    told = base64.b64encode(f"{auth.key_id},{timestamp},{call}".encode()).decode("ascii")
    signature = hmac.new(secret.encode(), told.encode("ascii"), "sha256").hexdigest()
    return f"LYYTI-API-V2 public_key={auth.key_id}, timestamp={timestamp}, signature={signature}"


def _part(value: Mapping[str, object]) -> str:
    return _base64url(json.dumps(value, separators=(",", ":")).encode())


def _base64url(data: bytes) -> str:
    """Base64 for addresses, without padding (RFC 7515 section 2)."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")
