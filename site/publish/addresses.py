"""Addresses of the site: what stands where, in each language.

Addresses are a promise: every one that was ever published keeps answering (``docs/site.md``). A page is named by its kind and
its name; the same pair gives the page of the other language.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from urllib.parse import quote, urlsplit

_SAFE = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
_LONGEST = 120

FOLDERS: dict[str, dict[str, str]] = {
    "fi": {
        "home": "", "today": "tanaan", "day": "pv", "week": "viikko", "month": "kk", "event": "t", "series": "s",
        "place": "paikka", "places": "paikat", "organizer": "jarjestaja", "organizers": "jarjestajat",
        "sources": "lahteet", "source": "lahteet", "subscribe": "tilaa", "about": "tietoa",
        "accessibility": "saavutettavuus", "privacy": "tietosuoja", "quality": "laatu",
        "notices": "jarjestaja/{}/huomiot", "bookings": "paikka/{}/paallekkaiset",
    },
    "sv": {
        "home": "", "today": "idag", "day": "dag", "week": "vecka", "month": "manad", "event": "e", "series": "serie",
        "place": "plats", "places": "platser", "organizer": "arrangor", "organizers": "arrangorer",
        "sources": "kallor", "source": "kallor", "subscribe": "prenumerera", "about": "om",
        "accessibility": "tillganglighet", "privacy": "dataskydd", "quality": "kvalitet",
        "notices": "arrangor/{}/notiser", "bookings": "plats/{}/dubbelbokningar",
    },
    "en": {
        "home": "", "today": "today", "day": "day", "week": "week", "month": "month", "event": "event", "series": "series",
        "place": "place", "places": "places", "organizer": "organizer", "organizers": "organizers",
        "sources": "sources", "source": "sources", "subscribe": "subscribe", "about": "about",
        "accessibility": "accessibility", "privacy": "privacy", "quality": "quality",
        "notices": "organizer/{}/notices", "bookings": "place/{}/double-bookings",
    },
}  # fmt: skip
"""Language -> kind of page -> its folder below ``/<language>/``; ``{}`` stands for the name of a page below which it lies."""

FILES: dict[str, dict[str, str]] = {
    "fi": {"calendar": "kalenteri.ics", "feed": "syote.xml", "item": "tapahtuma.ics"},
    "sv": {"calendar": "kalender.ics", "feed": "flode.xml", "item": "evenemang.ics"},
    "en": {"calendar": "calendar.ics", "feed": "feed.xml", "item": "event.ics"},
}
"""Language -> file -> its name beside the page it belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A page whatever its language: its kind and its name (a slug, a day, a week; empty where there is only one)."""

    kind: str
    name: str = ""
    about: str = ""
    """What the page is about where its name may change (``item:<event id>``): its old addresses then lead to the new one."""


@lru_cache(maxsize=100_000)
def safe(slug: str) -> str:
    """The slug itself where it may be a folder's name, otherwise one made of its letters and a hash: no way out of the tree."""
    if len(slug) <= _LONGEST and _SAFE.match(slug):
        return slug
    words = re.sub(r"[^a-z0-9]+", "-", slug.lower()).strip("-")[:60].strip("-")
    return f"{words}-{hashlib.sha256(slug.encode()).hexdigest()[:8]}".strip("-")


def week_name(day: date) -> str:
    """``2026-w48``: the ISO week of the day (ISO 8601, weeks begin on Monday)."""
    year, week, _ = day.isocalendar()
    return f"{year}-w{week:02}"


def month_name(day: date) -> str:
    """``2026-12``."""
    return f"{day.year}-{day.month:02}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Paths in the tree, links on pages and full addresses, below the region's public address."""

    public: str
    """The region's public address without the slash at its end."""
    prefix: str
    """The path part of the public address: empty where the site stands at the root of its host."""
    host: str
    """The host name, for ids that must be unique in the world (RFC 5545 section 3.8.4.7)."""

    @classmethod
    def below(cls, public_address: str) -> Addresses:
        """The addresses of a site whose root stands there."""
        parts = urlsplit(public_address)
        return cls(public=public_address.rstrip("/"), prefix=parts.path.rstrip("/"), host=parts.hostname or "localhost")

    def folder(self, language: str, target: Target) -> str:
        """``fi/pv/2026-11-24/``: the page's folder in the tree."""
        below = FOLDERS[language][target.kind]
        if "{}" in below:
            return f"{language}/{below.format(safe(target.name))}/"
        folder = f"{language}/{below}/" if below else f"{language}/"
        return f"{folder}{safe(target.name)}/" if target.name else folder

    def href(self, language: str, target: Target, file: str = "") -> str:
        """``/fi/pv/2026-11-24/``: the link to the page, or to one of the files beside it."""
        return f"{self.prefix}/{self.folder(language, target)}{FILES[language][file] if file else ''}"

    def path(self, path: str) -> str:
        """The link to any file of the tree."""
        return f"{self.prefix}/{quote(path)}"

    def url(self, language: str, target: Target, file: str = "") -> str:
        """The full address of the page, or of one of the files beside it."""
        return f"{self.public}/{self.folder(language, target)}{FILES[language][file] if file else ''}"

    def webcal(self, language: str, target: Target, file: str) -> str:
        """The same with ``webcal:``, which opens the device's calendar program."""
        return re.sub(r"^https?:", "webcal:", self.url(language, target, file))
