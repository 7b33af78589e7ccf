"""Addresses that are keys, found in texts: whoever holds one reads the whole calendar, so none of them is ever shown."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from harvesters.address_secrets import secret_part
from normalize.privacy_marks import Span

_ADDRESS = re.compile(r"(?:https?|webcals?|feeds?)://[^\s<>\"'“”»|]{4,2000}", re.IGNORECASE)
_TRAILING = ".,;:!?…»”’*_~)]}"
_UNGUESSABLE = re.compile(
    r"/owa/calendar/[^/\s]+/[^/\s]+/"  # Outlook: mailbox and key of a published calendar
    r"|/calendar/ical/[^/\s]+/private-"  # Google: "secret address in iCal format"
    r"|/ical/[0-9a-f-]{24,}(?:/|\.ics|$)"
    r"|/(?:calendar_subscriptions|subscriptions?|webcal|kalenteri|feed)/[^/\s]*[0-9a-f]{16,}"
    r"|/(?:hemlig|salainen|yksityinen)[-/]",
    re.IGNORECASE,
)
"""Paths that open a personal or hidden calendar without a parameter that is named like a key."""
_FEED = re.compile(
    r"^(?:webcal|feed)|\.(?:ics|ical|ifb|xml|rss|atom)\b|ical|calendar|kalenteri|kalender|feed|rss|export|subscri", re.IGNORECASE
)
_KEYS = ("%", "@", "private", "secret", "token", "key", "auth", "sig", "pass", "pwd", "pw", "hash", "sessionid", "ticket")
"""Without one of these no part of an address is a key (``harvesters.address_secrets``); an escape may hide one."""
_NUMBERS_TOO = frozenset({"key", "hash", "ticket", "pass", "pw", "auth", "sig"})
_RANDOM = 16
_MIXED = re.compile(r"(?=.*[0-9])(?=.*[A-Za-z])[\w.~+/=-]+$")
"""Letters and digits, as keys are."""
_MEETINGS = re.compile(r"(?:^|\.)(?:zoom\.us|zoom\.com|teams\.microsoft\.com|teams\.live\.com|webex\.com|meet\.jit\.si|gotomeeting\.com)$")
"""Whoever publishes the address of a meeting with its password means everybody to come."""


def is_secret(address: str) -> bool:
    """True for an address with a key in it: a token, a signature, a password, the secret address of a calendar."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return False
    if _MEETINGS.search(host):
        return False
    low = address.lower()
    may_hold_key = not address.isascii() or any(map(low.__contains__, _KEYS))
    if (may_hold_key and secret_part(parts._replace(query="").geturl())[0]) or _UNGUESSABLE.search(address):
        return True
    if not may_hold_key:
        return False
    is_feed = _FEED.search(f"{parts.scheme}:{parts.path}") is not None
    return any(_opens(name, value, is_feed=is_feed) for name, value in parse_qsl(parts.query))


def _opens(name: str, value: str, *, is_feed: bool) -> bool:
    """True for a parameter that is a key; what shops call one (``?key=12$56``) numbers a ticket, unless it is a feed's or looks random."""
    if not secret_part(f"https://host.example/?{urlencode([(name, value)])}")[0]:
        return False
    return is_feed or name.lower() not in _NUMBERS_TOO or (len(value) >= _RANDOM and _MIXED.match(value) is not None)


def secrets(text: str) -> list[Span]:
    """Where such addresses stand, without the full stop after them."""
    if "://" not in text:
        return []
    found = []
    for address in _ADDRESS.finditer(text):
        bare = address[0].rstrip(_TRAILING)
        if is_secret(bare):
            found.append(Span(address.start(), address.start() + len(bare)))
    return found
