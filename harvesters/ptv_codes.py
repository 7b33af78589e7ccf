"""Codes and contact addresses of PTV records."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from harvesters.json_document import items, text
from harvesters.role_addresses import role_address

_CODE = re.compile(r"^https?://uri\.suomi\.fi/codelist/ptv/[\w.-]+/code/([\w.-]+)$")
"""``http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/P27.1``"""


def codes_of(*lists: Any) -> tuple[str, ...]:
    """Codes such as ``P27.1``, ``KR1.1`` or ``KE4``; the URI where there is no code of PTV's own (KOKO ontology terms).

    Version 11 gives objects with ``code`` and ``uri``, version 12 the code or the URI alone; both mean the same and are told alike.
    """
    return tuple(dict.fromkeys(code for value in lists for one in items(value) if (code := _code(one))))


def role_contact(addresses: Iterable[Any]) -> dict[str, str]:
    """``{"email": ...}`` where one of the addresses is an office's; nothing of the others is kept."""
    return next(({"email": found} for address in addresses if (found := role_address(text(address)))), {})


def _code(one: Any) -> str:
    if isinstance(one, dict):
        return text(one.get("code")) or _code(text(one.get("uri"))) or text(one.get("contentId")) or text(one.get("id"))
    found = _CODE.match(text(one))
    return found[1] if found else text(one)
