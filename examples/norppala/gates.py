"""The keys of the example's publishers, and how their interfaces check them. Standard library only: the server needs it.

The "secrets" are known to everybody who reads this; ``kooste demo`` puts them into the environment variables named here.
"""

from __future__ import annotations

import base64
import hmac
import json
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

TOKEN = "esimerkki-avain"  # noqa: S105 - of the example swimming club, as all below
SECRETS = {
    "NORPPALA_UIMASEURA_TOKEN": TOKEN,
    "NORPPALA_OPISTO_KEY": "opiston-esimerkkiavain",
    "NORPPALA_KERHOT_KEY": "kerhojen-esimerkkiavain",
    "NORPPALA_LIPUT_KEY": "lippujen-esimerkkiavain",
    "NORPPALA_LYYTI_KEY": "verkoston-esimerkkiavain",
}
"""Environment variable -> the key that the example server asks for."""
_LONGEST_TOKEN_SECONDS = 600


class Tenant(NamedTuple):
    """Whose interface a Hellewi token must be for."""

    name: str
    key_id: str
    variable: str


COLLEGE = Tenant("norppala.opisto.example", "norppala-2026", "NORPPALA_OPISTO_KEY")
CLUBS = Tenant("harrastavanorppala.kunta.example", "kerhot-2026", "NORPPALA_KERHOT_KEY")
LYYTI_PUBLIC_KEY = "verkosto-julkinen"
_LYYTI = re.compile(r"LYYTI-API-V2 public_key=([^,]+), timestamp=(\d+), signature=([0-9a-f]{64})")

Gate = Callable[[str, Mapping[str, str]], bool]
"""Target and headers (lower-case names) of a request -> may it pass?"""


def hellewi(tenant: Tenant) -> Gate:
    """A JWT of a few minutes, signed with HMAC-SHA-256, for one tenant. No clock: only how long it would be valid is looked at."""

    def passes(_target: str, headers: Mapping[str, str]) -> bool:
        parts = headers.get("authorization", "").removeprefix("Bearer ").split(".")
        try:
            head, claims = _json(parts[0]), _json(parts[1])
            signature = hmac.digest(SECRETS[tenant.variable].encode(), f"{parts[0]}.{parts[1]}".encode(), "sha256")
            signed = hmac.compare_digest(_bytes(parts[2]), signature)
            lives = 0 < int(claims["exp"]) - int(claims["iat"]) <= _LONGEST_TOKEN_SECONDS
        except (IndexError, KeyError, TypeError, ValueError):
            return False
        named = (head.get("alg"), head.get("kid"), claims.get("sub"), claims.get("tenant"))
        return signed and lives and bool(claims.get("jti")) and named == ("HS256", tenant.key_id, "hellewi-api-v1", tenant.name)

    return passes


def contract(_target: str, headers: Mapping[str, str]) -> bool:
    """The theatre's key in a header of its own."""
    return hmac.compare_digest(headers.get("x-api-key", "").encode(), SECRETS["NORPPALA_LIPUT_KEY"].encode())


def lyyti(target: str, headers: Mapping[str, str]) -> bool:
    """HMAC-SHA-256 over base64 of public key, second and call."""
    found = _LYYTI.fullmatch(headers.get("authorization", ""))
    if found is None or found[1] != LYYTI_PUBLIC_KEY:
        return False
    call = urlsplit(target).path.partition("/v2/")[2]
    told = base64.b64encode(f"{found[1]},{found[2]},{call}".encode())
    return hmac.compare_digest(hmac.new(SECRETS["NORPPALA_LYYTI_KEY"].encode(), told, "sha256").hexdigest(), found[3])


def _bytes(text: str) -> bytes:
    """Base64 for addresses, its padding put back (RFC 7515 section 2)."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _json(text: str) -> dict[str, Any]:
    found = json.loads(_bytes(text))
    if not isinstance(found, dict):
        raise TypeError(text)
    return found
