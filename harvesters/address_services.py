"""Addresses of known services, and the calendar address each of them stands for (Google, Outlook, Nextcloud, Sheets, Dropbox ...)."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlsplit

Query = Mapping[str, str]
_OUTLOOK_HOSTS = frozenset({"outlook.office365.com", "outlook.office.com", "outlook.live.com", "outlook.com"})
_SHORT_IDS = {"@g": "@group.calendar.google.com", "@m": "@gmail.com", "@i": "@import.calendar.google.com"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceAdvice:
    """What one service's address stands for."""

    code: str
    url: str = ""
    """The calendar address; empty: fetch the address as it is, or nothing (``is_fetched``)."""
    is_fetched: bool = True
    values: tuple[tuple[str, str], ...] = ()
    others: tuple[str, ...] = ()


def service_advice(parts: SplitResult, query: Query) -> ServiceAdvice | None:
    """The advice for an address of a known service; ``None`` for every other and for those that are as they should be."""
    host = (parts.hostname or "").lower().removeprefix("www.")
    for wanted, advise in _SERVICES:
        if wanted(host, parts.path) and (found := advise(parts, query)):
            return found
    return None


def google_public(identifier: str) -> str:
    """The public iCalendar address of a Google calendar by its id."""
    return f"https://calendar.google.com/calendar/ical/{quote(identifier, safe='')}/public/basic.ics"


def _google(parts: SplitResult, query: Query) -> ServiceAdvice | None:
    """Embed pages, sharing links, settings pages, links of one event; the feed itself needs no advice."""
    path = parts.path
    if "/calendar" not in path or re.search(r"/calendar/(?:ical|feeds)/[^/]+/.*\.ics$", path):
        return None
    if "cid" in query:
        return _google_shared(query["cid"])
    code, ids = _google_ids(path, parts, query)
    return _google_calendars(code, ids)


def _google_ids(path: str, parts: SplitResult, query: Query) -> tuple[str, list[str]]:
    """Which sort of page it is, and the ids of the calendars that it shows."""
    if "embed" in path:
        return "address_google_embed", [unquote(value) for name, value in parse_qsl(parts.query) if name == "src"]
    if found := re.search(r"/calendar/feeds/([^/]+)/public", path):
        return "address_google_embed", [unquote(found[1])]
    if found := re.search(r"/settings/calendar/([\w=+/-]+)", path):
        return "address_google_settings", [_decoded(found[1])]
    return "address_google_event", [_event_calendar(query["eid"])] if "eid" in query else []


def _google_shared(cid: str) -> ServiceAdvice:
    """A sharing link: the calendar's id in base64, or plain, or the address of a subscription."""
    text = cid if "@" in cid or "://" in cid else _decoded(cid)
    if "://" in text:
        return ServiceAdvice(code="address_google_sharing", url=re.sub(r"^webcals?:", "https:", text))
    return _google_calendars("address_google_sharing", [text])


def _google_calendars(code: str, ids: list[str]) -> ServiceAdvice:
    """The public addresses of calendars, the birthdays and holidays that Google adds by itself last."""
    wanted = [identifier for identifier in dict.fromkeys(ids) if "@" in identifier]
    wanted.sort(key=lambda identifier: "#holiday@" in identifier or "#contacts@" in identifier)
    if not wanted:
        return ServiceAdvice(code="address_google_own", is_fetched=False)
    first, *rest = map(google_public, wanted)
    return ServiceAdvice(code=code, url=first, others=tuple(rest))


def _decoded(text: str) -> str:
    """Base64 without its padding as text, ``""`` where it is none."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return ""


def _event_calendar(eid: str) -> str:
    """The calendar that an event's own link names after its blank, shortened endings written out."""
    calendar = _decoded(eid).rpartition(" ")[2]
    for short, whole in _SHORT_IDS.items():
        if calendar.endswith(short):
            return calendar.removesuffix(short) + whole
    return calendar


def _outlook(parts: SplitResult, _: Query) -> ServiceAdvice | None:
    """The published page (``calendar.html``), its newer twin, and one's own view, which no one else can open."""
    path = parts.path
    if path.endswith(".ics"):
        return None
    if re.search(r"/owa/calendar/.+/(?:calendar|index)\.html$", path):
        return ServiceAdvice(
            code="address_outlook_page", url=_replaced(parts, re.sub(r"/(?:calendar|index)\.html$", "/calendar.ics", path))
        )
    if found := re.search(r"/calendar/published/([^/]+/[^/]+(?:/cid-[^/]+)?)", path):
        return ServiceAdvice(code="address_outlook_page", url=_replaced(parts, f"/owa/calendar/{found[1]}/calendar.ics"))
    return ServiceAdvice(code="address_outlook_own", is_fetched=False) if "/calendar" in path or "/owa" in path or path == "/" else None


def _nextcloud(parts: SplitResult, _: Query) -> ServiceAdvice | None:
    """The public page of a shared calendar; one's own calendar, which needs a password."""
    if found := re.search(r"^(.*?)(?:/index\.php)?/apps/calendar/(?:p|embed)/([A-Za-z0-9-]+)", parts.path):
        tokens = found[2].split("-")
        addresses = [_replaced(parts, f"{found[1]}/remote.php/dav/public-calendars/{token}", "export") for token in tokens]
        return ServiceAdvice(code="address_nextcloud_page", url=addresses[0], others=tuple(addresses[1:]))
    if found := re.search(r"/remote\.php/dav/public-calendars/[A-Za-z0-9]+/?$", parts.path):
        return (
            ServiceAdvice(code="address_nextcloud_page", url=_replaced(parts, parts.path.rstrip("/"), "export"))
            if not parts.query
            else None
        )
    if re.search(r"/apps/calendar(?:/|$)|/remote\.php/dav/calendars/", parts.path):
        return ServiceAdvice(code="address_nextcloud_own", is_fetched=False)
    return None


def _sheets(parts: SplitResult, query: Query) -> ServiceAdvice | None:
    """A sheet that is being edited or published as a page, as comma separated values."""
    gid = query.get("gid") or next(iter(re.findall(r"gid=(\d+)", parts.fragment)), "0")
    if found := re.search(r"/spreadsheets/(?:u/\d+/)?d/e/([\w-]+)", parts.path):
        if query.get("output") == "csv":
            return None
        return ServiceAdvice(
            code="address_sheet", url=f"https://docs.google.com/spreadsheets/d/e/{found[1]}/pub?gid={gid}&single=true&output=csv"
        )
    if found := re.search(r"/spreadsheets/(?:u/\d+/)?d/([\w-]+)", parts.path):
        if query.get("format") == "csv" or query.get("tqx", "").startswith("out:csv"):
            return None
        return ServiceAdvice(code="address_sheet", url=f"https://docs.google.com/spreadsheets/d/{found[1]}/export?format=csv&gid={gid}")
    return ServiceAdvice(code="address_shared_file", is_fetched=False)


def _drive(parts: SplitResult, query: Query) -> ServiceAdvice | None:
    """A file that is shown in a viewer."""
    found = re.search(r"/file/d/([\w-]+)", parts.path)
    identifier = found[1] if found else query.get("id", "")
    if parts.path.startswith("/uc") or not identifier:
        return None if parts.path.startswith("/uc") else ServiceAdvice(code="address_shared_file", is_fetched=False)
    return ServiceAdvice(code="address_sharing", url=f"https://drive.google.com/uc?export=download&id={identifier}")


def _dropbox(parts: SplitResult, query: Query) -> ServiceAdvice | None:
    """A shared file: its page, or the file itself with ``dl=1``."""
    if query.get("dl") == "1" or query.get("raw") == "1" or not re.match(r"/(?:s|scl/fi|sh)/", parts.path):
        return None
    kept = "&".join(f"{quote(name)}={quote(value)}" for name, value in query.items() if name not in {"dl", "raw"})
    return ServiceAdvice(code="address_sharing", url=_replaced(parts, parts.path, f"{kept}&dl=1" if kept else "dl=1"))


def _onedrive(parts: SplitResult, query: Query) -> ServiceAdvice | None:
    """SharePoint gives the file itself with ``download=1``; a short link must be opened first."""
    if "download" in query or "sharepoint.com" not in (parts.hostname or ""):
        return None if "download" in query else ServiceAdvice(code="address_shared_file", is_fetched=False)
    return ServiceAdvice(
        code="address_sharing", url=_replaced(parts, parts.path, f"{parts.query}&download=1" if parts.query else "download=1")
    )


def _facebook(_: SplitResult, __: Query) -> ServiceAdvice | None:
    return ServiceAdvice(code="address_facebook", is_fetched=False)


def _icloud(parts: SplitResult, _: Query) -> ServiceAdvice | None:
    """One's own calendar; a published one has ``/published/`` in its address."""
    return None if "/published/" in parts.path else ServiceAdvice(code="address_icloud_own", is_fetched=False)


def _meetup(parts: SplitResult, _: Query) -> ServiceAdvice | None:
    """A group's page."""
    found = re.match(r"/(?:[a-z]{2}-[A-Z]{2}/)?([\w-]{3,})(?:/events)?/?$", parts.path)
    if not found or found[1] in {"find", "topics", "login", "register"}:
        return None
    return ServiceAdvice(code="address_known_page", url=f"https://www.meetup.com/{found[1]}/events/ical/", values=(("program", "Meetup"),))


def _teamup(parts: SplitResult, _: Query) -> ServiceAdvice | None:
    """A shared calendar's key page."""
    found = re.match(r"/(?:c/)?(ks\w{8,})", parts.path)
    if not found:
        return None
    return ServiceAdvice(code="address_known_page", url=f"https://ics.teamup.com/feed/{found[1]}/0.ics", values=(("program", "Teamup"),))


def _tockify(parts: SplitResult, _: Query) -> ServiceAdvice | None:
    """A calendar's page."""
    found = re.match(r"/([\w.-]{2,})(?:/(?:agenda|monthly|detail|pinboard|tiles)\b.*)?/?$", parts.path)
    if not found or found[1] in {"api", "i", "pricing", "about"}:
        return None
    return ServiceAdvice(code="address_known_page", url=f"https://tockify.com/api/feeds/ics/{found[1]}", values=(("program", "Tockify"),))


def _nimenhuuto(parts: SplitResult, _: Query) -> ServiceAdvice | None:
    """A team's pages."""
    if parts.path.startswith("/calendar/") or (parts.hostname or "").startswith(("www.", "nimenhuuto.")):
        return None
    return ServiceAdvice(code="address_known_page", url=_replaced(parts, "/calendar/ical"), values=(("program", "Nimenhuuto"),))


def _replaced(parts: SplitResult, path: str, query: str = "") -> str:
    return f"{parts.scheme}://{parts.netloc}{path}{'?' if query else ''}{query}"


def _is_google(host: str, path: str) -> bool:
    return host == "calendar.google.com" or (host == "google.com" and path.startswith("/calendar"))


def _is(*hosts: str) -> Callable[[str, str], bool]:
    return lambda host, _: any(host == name or host.endswith(f".{name}") for name in hosts)


_SERVICES: tuple[tuple[Callable[[str, str], bool], Callable[[SplitResult, Query], ServiceAdvice | None]], ...] = (
    (_is_google, _google),
    (lambda host, _: host in _OUTLOOK_HOSTS, _outlook),
    (_is("docs.google.com"), _sheets),
    (_is("drive.google.com"), _drive),
    (_is("dropbox.com"), _dropbox),
    (_is("1drv.ms", "onedrive.live.com", "sharepoint.com"), _onedrive),
    (_is("facebook.com", "fb.com", "fb.me", "instagram.com"), _facebook),
    (_is("icloud.com"), _icloud),
    (_is("meetup.com"), _meetup),
    (_is("teamup.com"), _teamup),
    (_is("tockify.com"), _tockify),
    (_is("nimenhuuto.com"), _nimenhuuto),
    (lambda _, path: "/apps/calendar" in path or "/remote.php/dav" in path, _nextcloud),
)
"""Whose address it is -> what it stands for, narrow tests first."""


def same_host(one: str, other: str) -> bool:
    """True where two addresses are on one host, whatever case they are written in."""
    try:
        return (urlsplit(one).hostname or "") == (urlsplit(other).hostname or "")
    except ValueError:
        return False
