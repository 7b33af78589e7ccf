"""Telephone numbers and addresses in what was published of an event.

The snapshot holds those of offices and organisations alone: whatever belongs to a person was taken out when it was read (docs/privacy.md).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from store.referral_items import Item

_WEB = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w.,:/€-])(?:\+358|0)(?:[ \u00a0-]?\d){5,11}(?![\d€]|[.,:]\d| ?(?:€|e\b|eur))")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_MOST = 2
_SHORTEST = 6


@dataclass(frozen=True, slots=True)
class Contacts:
    """How to reach the organizer."""

    phones: tuple[str, ...]
    emails: tuple[str, ...]


def contacts(item: Item) -> Contacts:
    """The first numbers and addresses that the description and the words about enrolling name."""
    registration = item.details.registration
    text = _WEB.sub(" ", f"{registration.text if registration else ''}\n{item.description}")
    phones = [" ".join(found[0].split()) for found in _PHONE.finditer(text) if sum(map(str.isdigit, found[0])) >= _SHORTEST]
    emails = [found[0].rstrip(".") for found in _EMAIL.finditer(text)]
    return Contacts(tuple(dict.fromkeys(phones))[:_MOST], tuple(dict.fromkeys(emails))[:_MOST])
