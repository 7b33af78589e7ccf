"""How hosted calendars write iCalendar: Google, Outlook, iCloud, Nextcloud, Teamup, Mobilizon and an activity portal."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import datetime, timedelta

from . import zones
from .dialect import Dialect, Feed
from .entry import Entry
from .lines import escape, optional, series_in_zone, span_in_utc, span_in_zone, utc

_BASE32 = "0123456789abcdefghijklmnopqrstuv"
_OUTLOOK_ZONE = "FLE Standard Time"
_OUTLOOK_PREFIX = "040000008200E00074C5B7101A82E008"
_REQUESTED = "20261122T060000Z"
"""When the file was asked for: systems that make the answer on the fly stamp it so."""


def _uuid(entry: Entry) -> str:
    """A version 5 UUID, the same at every run."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"norppala:{entry.number}"))


def _google_uid(entry: Entry) -> str:
    """26 characters of base 32, as Google's own."""
    digits, number = "", entry.number**3
    for _ in range(26):
        digits += _BASE32[number % 32]
        number //= 32
    return f"{digits}@google.example"


def google_head(feed: Feed) -> list[str]:
    """A public Google calendar's first lines."""
    return [
        "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escape(feed.title)}",
        "X-WR-TIMEZONE:Europe/Helsinki",
        f"X-WR-CALDESC:{escape(feed.about)}",
        *zones.LOCATED,
    ]


def google_event(feed: Feed, entry: Entry) -> list[str]:
    """UTC for what happens once, TZID for what recurs, a line for each EXDATE, HTML in the description."""
    recurs = bool(entry.rrule or entry.original)
    text = entry.description.replace("Maksuton.", "<b>Maksuton.</b>")
    return [
        *(span_in_zone(entry) if recurs else span_in_utc(entry)),
        *series_in_zone(entry),
        f"DTSTAMP:{_REQUESTED}",
        f"UID:{_google_uid(entry)}",
        f"CREATED:{utc(entry.created)}",
        *optional("DESCRIPTION", text),
        f"LAST-MODIFIED:{utc(entry.modified)}",
        f"LOCATION:{escape(feed.place(entry))}",
        f"SEQUENCE:{entry.sequence}",
        f"STATUS:{entry.status}",
        f"SUMMARY:{escape(entry.name)}",
        "TRANSP:OPAQUE",
    ]


def outlook_head(feed: Feed) -> list[str]:
    """A published Microsoft 365 calendar's first lines."""
    return [
        "METHOD:PUBLISH",
        "PRODID:Microsoft Exchange Server 2010",
        "VERSION:2.0",
        f"X-WR-CALNAME:{escape(feed.title)}",
        *zones.OUTLOOK,
    ]


def outlook_event(feed: Feed, entry: Entry) -> list[str]:
    """Times in 'FLE Standard Time', UNTIL in UTC, no description, the CDO properties."""
    kind = "3" if entry.original else "1" if entry.rrule else "0"
    rules = series_in_zone(entry, _OUTLOOK_ZONE, listed=True)
    ordered = [f"{rule};WKST=MO" if rule.startswith("RRULE") and not entry.all_day else rule for rule in rules]
    return [
        *ordered,
        f"UID:{_OUTLOOK_PREFIX}{entry.number:056X}",
        f"SUMMARY:{escape(entry.name)}",
        *span_in_zone(entry, _OUTLOOK_ZONE),
        "CLASS:PUBLIC",
        "PRIORITY:5",
        f"DTSTAMP:{utc(entry.modified)}",
        f"TRANSP:{'TRANSPARENT' if entry.all_day else 'OPAQUE'}",
        f"STATUS:{entry.status}",
        f"SEQUENCE:{entry.sequence}",
        f"LOCATION:{escape(feed.place(entry))}",
        f"X-MICROSOFT-CDO-APPT-SEQUENCE:{entry.sequence}",
        f"X-MICROSOFT-CDO-BUSYSTATUS:{'FREE' if entry.all_day else 'BUSY'}",
        "X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY",
        f"X-MICROSOFT-CDO-ALLDAYEVENT:{'TRUE' if entry.all_day else 'FALSE'}",
        "X-MICROSOFT-CDO-IMPORTANCE:1",
        f"X-MICROSOFT-CDO-INSTTYPE:{kind}",
        "X-MICROSOFT-DONOTFORWARDMEETING:FALSE",
        "X-MICROSOFT-DISALLOW-COUNTER:FALSE",
    ]


def time_in_name(entry: Entry) -> Entry:
    """The entry as a whole day with the time of day before its name: ``Klo 18 Joululeivonta``."""
    if not isinstance(entry.start, datetime):
        return entry
    day, minutes = entry.start.date(), f".{entry.start.minute:02}" if entry.start.minute else ""
    return replace(entry, name=f"Klo {entry.start.hour}{minutes} {entry.name}", start=day, end=day + timedelta(days=1))


def icloud_head(feed: Feed) -> list[str]:
    """A published iCloud calendar's first lines."""
    return [
        "METHOD:PUBLISH",
        "VERSION:2.0",
        f"X-WR-CALNAME:{escape(feed.title)}",
        "PRODID:-//Apple Inc.//iOS 18.6//EN",
        "X-APPLE-CALENDAR-COLOR:#65DB39",
        "X-WR-TIMEZONE:Europe/Helsinki",
        "CALSCALE:GREGORIAN",
        *zones.PLAIN,
    ]


def icloud_event(feed: Feed, entry: Entry) -> list[str]:
    """Exceptions as a list, the point of the place in a property of Apple's own."""
    lat, lon = feed.point(entry)
    place = escape(feed.place(entry))
    return [
        f"CREATED:{utc(entry.created)}",
        *span_in_zone(entry)[1:],
        f"DTSTAMP:{utc(entry.modified)}",
        span_in_zone(entry)[0],
        *series_in_zone(entry, listed=True),
        f"LAST-MODIFIED:{utc(entry.modified)}",
        f"LOCATION:{place}",
        *optional("DESCRIPTION", entry.description),
        f"SEQUENCE:{entry.sequence}",
        f"SUMMARY:{escape(entry.name)}",
        "TRANSP:OPAQUE",
        f"UID:{_uuid(entry).upper()}",
        f'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-APPLE-RADIUS=70;X-TITLE="{feed.place(entry)}":geo:{lat},{lon}',
        "X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC",
    ]


def nextcloud_head(feed: Feed) -> list[str]:
    """A public link of a Nextcloud calendar."""
    return [
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        "PRODID:-//IDN nextcloud.com//Calendar app 5.5.6//EN",
        f"X-WR-CALNAME:{escape(feed.title)}",
        "X-APPLE-CALENDAR-COLOR:#0082c9",
        "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
        "X-PUBLISHED-TTL:PT4H",
        *zones.PLAIN,
    ]


def nextcloud_event(feed: Feed, entry: Entry) -> list[str]:
    """A colour by name (RFC 7986 section 5.9), CONFERENCE for what is online (section 5.11)."""
    online = entry.venue == "v-online"
    return [
        f"CREATED:{utc(entry.created)}",
        f"DTSTAMP:{utc(entry.modified)}",
        f"LAST-MODIFIED:{utc(entry.modified)}",
        f"SEQUENCE:{2 + entry.sequence}",
        f"UID:{_uuid(entry)}",
        *span_in_zone(entry),
        *series_in_zone(entry),
        f"STATUS:{entry.status}",
        f"SUMMARY:{escape(entry.name)}",
        "COLOR:steelblue",
        f"LOCATION:{escape(feed.place(entry))}",
        *optional("DESCRIPTION", entry.description),
        *([f"CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:{feed.site}/huone/{entry.number % 9000}"] if online else []),
    ]


def teamup_head(feed: Feed) -> list[str]:
    """A shared group calendar's first lines."""
    return [
        "PRODID:-//Teamup Solutions AG//Teamup Calendar//EN",
        "VERSION:2.0",
        "METHOD:PUBLISH",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escape(feed.title)}",
        f"X-WR-CALDESC:{escape(feed.about)}",
        "X-WR-TIMEZONE:Europe/Helsinki",
        "X-PUBLISHED-TTL:PT15M",
        *zones.LOCATED,
    ]


def teamup_event(feed: Feed, entry: Entry) -> list[str]:
    """Numbered uids, the cancelled marked by STATUS and a higher SEQUENCE."""
    return [
        f"UID:TU{entry.number % 10**9}",
        *span_in_zone(entry),
        *series_in_zone(entry),
        f"DTSTAMP:{utc(entry.modified)}",
        f"CREATED:{utc(entry.created)}",
        f"LAST-MODIFIED:{utc(entry.modified)}",
        f"SUMMARY:{escape(entry.name)}",
        f"LOCATION:{escape(feed.place(entry))}",
        *optional("DESCRIPTION", entry.description),
        "CATEGORIES:Kylän tapahtumat",
        f"STATUS:{entry.status}",
        f"SEQUENCE:{entry.sequence}",
        "TRANSP:OPAQUE",
    ]


def mobilizon_head(_feed: Feed) -> list[str]:
    """The feed of a group on a federated events server."""
    return ["CALSCALE:GREGORIAN", "VERSION:2.0", "PRODID:-//Elixir ICalendar//Mobilizon 5.1.5//EN"]


def mobilizon_event(feed: Feed, entry: Entry) -> list[str]:
    """Properties by the alphabet, times in UTC, the uid is the event's address."""
    lat, lon = feed.point(entry)
    address = f"{feed.site}/events/{_uuid(entry)}"
    return [
        *optional("CATEGORIES", entry.category or "Luonto"),
        *optional("DESCRIPTION", entry.description),
        *span_in_utc(entry)[1:],
        f"DTSTAMP:{utc(entry.modified)}",
        span_in_utc(entry)[0],
        f"GEO:{lat};{lon}",
        f"LOCATION:{escape(feed.place(entry))}",
        f"SEQUENCE:{entry.sequence}",
        f"STATUS:{entry.status}",
        f"SUMMARY:{escape(entry.name)}",
        f"UID:{address}",
        f"URL:{address}",
    ]


def portal_head(feed: Feed) -> list[str]:
    """A portal that makes its calendar with a popular JavaScript library: TZID without any VTIMEZONE."""
    return [
        "VERSION:2.0",
        "PRODID:-//lahitoiminta.example//ical-generator//FI",
        f"NAME:{escape(feed.title)}",
        f"X-WR-CALNAME:{escape(feed.title)}",
        "TIMEZONE-ID:Europe/Helsinki",
        "X-WR-TIMEZONE:Europe/Helsinki",
    ]


def portal_event(feed: Feed, entry: Entry) -> list[str]:
    """Exceptions as a list, GEO, the page as a URI."""
    lat, lon = feed.point(entry)
    return [
        f"UID:{_uuid(entry)}",
        f"SEQUENCE:{entry.sequence}",
        f"DTSTAMP:{utc(entry.modified)}",
        *span_in_zone(entry),
        *series_in_zone(entry, listed=True),
        f"SUMMARY:{escape(entry.name)}",
        f"LOCATION:{escape(feed.place(entry))}",
        f"GEO:{lat};{lon}",
        *optional("DESCRIPTION", entry.description),
        *optional("CATEGORIES", entry.category),
        f"URL;VALUE=URI:{feed.site}/fi/toiminta/{entry.number % 10**6}",
        f"STATUS:{entry.status}",
        f"CREATED:{utc(entry.created)}",
        f"LAST-MODIFIED:{utc(entry.modified)}",
    ]


GOOGLE = Dialect(head=google_head, event=google_event)
OUTLOOK = Dialect(head=outlook_head, event=outlook_event)
OUTLOOK_DAYS = Dialect(head=outlook_head, event=outlook_event, retell=time_in_name)
ICLOUD = Dialect(head=icloud_head, event=icloud_event)
NEXTCLOUD = Dialect(head=nextcloud_head, event=nextcloud_event)
TEAMUP = Dialect(head=teamup_head, event=teamup_event)
MOBILIZON = Dialect(head=mobilizon_head, event=mobilizon_event, newline="\n", expands=True)
PORTAL = Dialect(head=portal_head, event=portal_event)
