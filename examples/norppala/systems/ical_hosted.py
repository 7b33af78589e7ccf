"""How hosted calendars write iCalendar: Google, Outlook and WordPress with Modern Events Calendar."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta

from examples.norppala.entry import Entry, as_datetime
from examples.norppala.publisher import Publisher
from examples.norppala.words import slug

from . import ical_zones as zones
from .ical import Dialect
from .ical_lines import escape, guessed_end, in_utc, local, optional, series_in_zone, span_in_utc, span_in_zone, utc

_BASE32 = "0123456789abcdefghijklmnopqrstuv"
_OUTLOOK_ZONE = "FLE Standard Time"
_OUTLOOK_PREFIX = "040000008200E00074C5B7101A82E008"
_REQUESTED = "20261122T060000Z"
"""When the file was asked for: systems that make the answer on the fly stamp it so."""


def _google_uid(entry: Entry) -> str:
    """26 characters of base 32, as Google's own."""
    digits, number = "", entry.number**3
    for _ in range(26):
        digits += _BASE32[number % 32]
        number //= 32
    return f"{digits}@google.example"


def google_head(feed: Publisher) -> list[str]:
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


def google_event(feed: Publisher, entry: Entry) -> list[str]:
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


def outlook_head(feed: Publisher) -> list[str]:
    """A published Microsoft 365 calendar's first lines."""
    return [
        "METHOD:PUBLISH",
        "PRODID:Microsoft Exchange Server 2010",
        "VERSION:2.0",
        f"X-WR-CALNAME:{escape(feed.title)}",
        *zones.OUTLOOK,
    ]


def outlook_event(feed: Publisher, entry: Entry) -> list[str]:
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


def mec_head(feed: Publisher) -> list[str]:
    """Modern Events Calendar's ``?mec-ical-feed=1``."""
    return [
        "VERSION:2.0",
        "METHOD:PUBLISH",
        "CALSCALE:GREGORIAN",
        "PRODID:-//WordPress - MECv6.9.0//EN",
        f"X-ORIGINAL-URL:{feed.site}/",
        f"X-WR-CALNAME:{escape(feed.title)}",
        f"X-WR-CALDESC:{escape(feed.about)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        "X-MS-OLK-FORCEINSPECTOROPEN:TRUE",
    ]


def mec_event(feed: Publisher, entry: Entry) -> list[str]:
    """UTC times, the day after the last one once too often, a uid that the server makes anew for each answer."""
    end = guessed_end(entry)
    end = end + timedelta(days=1) if entry.all_day else end
    return [
        "CLASS:PUBLIC",
        in_utc("DTSTART", entry.start),
        in_utc("DTEND", end),
        *([f"RRULE:{entry.rrule}"] if entry.rrule else []),
        *[f"EXDATE:{utc(as_datetime(entry.start).replace(year=d.year, month=d.month, day=d.day))}" for d in entry.exdates],
        f"DTSTAMP:{utc(entry.modified)}",
        f"UID:MEC-{hashlib.md5(str(entry.number).encode(), usedforsecurity=False).hexdigest()}@{feed.host}",
        f"CREATED:{local(entry.created.date())}",
        f"LAST-MODIFIED:{local(entry.modified.date())}",
        "PRIORITY:5",
        "TRANSP:OPAQUE",
        f"SUMMARY:{escape(entry.name)}",
        *optional("DESCRIPTION", entry.description),
        f"URL:{feed.site}/events/{slug(entry.name)}/",
        *optional("CATEGORIES", entry.category),
        f"LOCATION:{escape(feed.place(entry))}",
    ]


GOOGLE = Dialect(head=google_head, event=google_event)
OUTLOOK = Dialect(head=outlook_head, event=outlook_event)
OUTLOOK_DAYS = Dialect(head=outlook_head, event=outlook_event, retell=time_in_name)
MEC = Dialect(head=mec_head, event=mec_event, folds=False)
