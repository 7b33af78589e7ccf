"""Addresses of the site: what stands where, in each language.

Addresses are a promise: every one that was ever published keeps answering (``docs/site.md``). A page is named by its kind and
its name; the same pair gives the page of the other language.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from normalize.identity import slug

_SAFE = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
_LONGEST = 120

FOLDERS: dict[str, dict[str, str]] = {
    "fi": {
        "home": "", "today": "tanaan", "tomorrow": "huomenna", "weekend": "viikonloppu",
        "day": "pv", "week": "viikko", "month": "kk", "event": "t", "series": "s",
        "place": "paikka", "places": "paikat", "organizer": "jarjestaja", "organizers": "jarjestajat",
        "audience": "kenelle", "topic": "aihe", "area": "alue", "situation": "elamantilanne", "free": "maksuton",
        "hobbies": "harrastukset", "enrolling": "harrastukset/ilmoittautuminen-auki", "school": "harrastukset/koulu",
        "volunteering": "vapaaehtoistyo", "changes": "muutokset", "search": "haku", "index": "a-o",
        "print": "tulosta", "embed": "upota", "easy": "selko", "mine": "omat", "offline": "ei-yhteytta", "style": "tyylit",
        "sources": "lahteet", "source": "lahteet", "subscribe": "tilaa", "about": "tietoa",
        "help": "ohje", "feedback": "palaute", "organizing": "jarjestajalle", "professionals": "ammattilaiselle",
        "accessibility": "saavutettavuus", "privacy": "tietosuoja", "quality": "laatu",
        "notices": "jarjestaja/{}/huomiot", "bookings": "paikka/{}/paallekkaiset",
    },
    "sv": {
        "home": "", "today": "idag", "tomorrow": "imorgon", "weekend": "helg",
        "day": "dag", "week": "vecka", "month": "manad", "event": "e", "series": "serie",
        "place": "plats", "places": "platser", "organizer": "arrangor", "organizers": "arrangorer",
        "audience": "for-vem", "topic": "amne", "area": "omrade", "situation": "livssituation", "free": "avgiftsfritt",
        "hobbies": "hobbyer", "enrolling": "hobbyer/anmalan-oppen", "school": "hobbyer/skola",
        "volunteering": "frivilligarbete", "changes": "andringar", "search": "sok", "index": "a-o",
        "print": "skriv-ut", "embed": "badda-in", "easy": "lattlast", "mine": "egna", "offline": "ingen-forbindelse", "style": "stilar",
        "sources": "kallor", "source": "kallor", "subscribe": "prenumerera", "about": "om",
        "help": "hjalp", "feedback": "respons", "organizing": "for-arrangorer", "professionals": "for-yrkesfolk",
        "accessibility": "tillganglighet", "privacy": "dataskydd", "quality": "kvalitet",
        "notices": "arrangor/{}/notiser", "bookings": "plats/{}/dubbelbokningar",
    },
    "en": {
        "home": "", "today": "today", "tomorrow": "tomorrow", "weekend": "weekend",
        "day": "day", "week": "week", "month": "month", "event": "event", "series": "series",
        "place": "place", "places": "places", "organizer": "organizer", "organizers": "organizers",
        "audience": "for", "topic": "topic", "area": "area", "situation": "life-situation", "free": "free",
        "hobbies": "hobbies", "enrolling": "hobbies/enrolment-open", "school": "hobbies/school",
        "volunteering": "volunteering", "changes": "changes", "search": "search", "index": "a-z",
        "print": "print", "embed": "embed", "easy": "easy", "mine": "mine", "offline": "no-connection", "style": "style",
        "sources": "sources", "source": "sources", "subscribe": "subscribe", "about": "about",
        "help": "help", "feedback": "feedback", "organizing": "for-organizers", "professionals": "for-professionals",
        "accessibility": "accessibility", "privacy": "privacy", "quality": "quality",
        "notices": "organizer/{}/notices", "bookings": "place/{}/double-bookings",
    },
}  # fmt: skip
"""Language -> kind of page -> its folder below ``/<language>/``; ``{}`` stands for the name of a page below which it lies."""

FORMS = frozenset({"print", "embed", "subscribe", "easy"})
"""Kinds that are another form of a page: they stand in a tree of their own, which has the page's path in it."""

FORM_WORDS: dict[str, dict[str, str]] = {
    "fi": {"week": "viikko", "large": "iso", "rhythm": "viikkorytmi", "dark": "tumma"},
    "sv": {"week": "vecka", "large": "stor", "rhythm": "veckorytm", "dark": "mork"},
    "en": {"week": "week", "large": "large", "rhythm": "week-rhythm", "dark": "dark"},
}
"""Language -> word in the name of a form -> what stands for it in addresses (``week-2026-w48/large`` -> ``viikko-2026-w48/iso``)."""

FILES: dict[str, dict[str, str]] = {
    "fi": {
        "calendar": "kalenteri.ics",
        "feed": "syote.xml",
        "data": "lista.json",
        "item": "tapahtuma.ics",
        "now": "nyt.json",
        "later": "myohemmin.json",
    },
    "sv": {
        "calendar": "kalender.ics",
        "feed": "flode.xml",
        "data": "lista.json",
        "item": "evenemang.ics",
        "now": "nu.json",
        "later": "senare.json",
    },
    "en": {
        "calendar": "calendar.ics",
        "feed": "feed.xml",
        "data": "list.json",
        "item": "event.ics",
        "now": "now.json",
        "later": "later.json",
    },
}
"""Language -> file -> its name beside the page it belongs to."""


class Target(NamedTuple):
    """A page whatever its language: its kind and its name (a slug, a day, a week; empty where there is only one)."""

    kind: str
    name: str = ""
    about: str = ""
    """What the page is about where its name may change (``item:<event id>``): its old addresses then lead to the new one."""
    of: Target | None = None
    """The page that this one narrows (Kerimäki of today) or is another form of (the sheet of a week of older people's events)."""

    @property
    def key(self) -> str:
        """What the page is about, the same at every address it ever has."""
        own = self.about or f"{self.kind}:{self.name}"
        if self.of is None:
            return own
        return f"{self.of.key}:{own}" if self.kind in FORMS else f"{own}:{self.of.key}"


def slug_words(text: str) -> str:
    """``Maahan muuttaneet`` -> ``maahan-muuttaneet``; empty where there is no letter or digit of the Latin alphabet."""
    return slug(text, "").rstrip("-")


@lru_cache(maxsize=100_000)
def safe(slug: str) -> str:
    """The slug itself where it may be a folder's name, otherwise one made of its letters and a hash: no way out of the tree."""
    if len(slug) <= _LONGEST and _SAFE.match(slug):
        return slug
    words = re.sub(r"[^a-z0-9]+", "-", slug.lower()).strip("-")[:60].strip("-")
    return f"{words}-{hashlib.sha256(slug.encode()).hexdigest()[:8]}".strip("-")


def _form(language: str, name: str) -> str:
    """The name of a form in the language's words; its parts are folders."""
    words = FORM_WORDS[language]
    parts = (part.partition("-") for part in name.split("/"))
    return "/".join(safe(f"{words.get(word, word)}{dash}{rest}") for word, dash, rest in parts) if name else ""


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
    slugs: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    """``(language, kind, name)`` -> the name in that language's addresses, where it is not the name itself."""
    _folders: dict[tuple[str, Target], str] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Folders already put together: a page is linked to many times."""

    @classmethod
    def below(cls, public_address: str, slugs: Mapping[tuple[str, str, str], str] | None = None) -> Addresses:
        """The addresses of a site whose root stands there."""
        parts = urlsplit(public_address)
        return cls(public=public_address.rstrip("/"), prefix=parts.path.rstrip("/"), host=parts.hostname or "localhost", slugs=slugs or {})

    def folder(self, language: str, target: Target) -> str:
        """``fi/pv/2026-11-24/``: the page's folder in the tree."""
        made = self._folders.get((language, target))
        if made is None:
            made = self._folders[language, target] = self._folder(language, target)
        return made

    def _folder(self, language: str, target: Target) -> str:
        below = FOLDERS[language][target.kind]
        written = self.slugs.get((language, target.kind, target.name), target.name)
        name = _form(language, written) if target.kind in FORMS else safe(written)
        own = f"{below.format(name)}/" if "{}" in below else f"{below}/{name}/" if target.name else f"{below}/" if below else ""
        if target.of is None:
            return f"{language}/{own}"
        base = self.folder(language, target.of)
        if target.kind not in FORMS:
            return f"{base}{own}"
        return f"{language}/{below}/{base.removeprefix(f'{language}/')}{f'{name}/' if target.name else ''}"

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
