"""How clubs and small associations write iCalendar: team services, a file by hand, and one that breaks every rule."""

from __future__ import annotations

import hashlib

from examples.norppala.entry import Entry
from examples.norppala.publisher import Publisher

from .ical import Dialect
from .ical_lines import at_start_time, escape, local, optional, span_in_utc, span_in_zone, utc


def myclub_head(feed: Publisher) -> list[str]:
    """A member's own subscription: everything the member sees, members' matters too."""
    return ["VERSION:2.0", "PRODID:-//myClub//myClub Calendar//FI", "CALSCALE:GREGORIAN", f"X-WR-CALNAME:{escape(feed.title)}"]


def myclub_event(feed: Publisher, entry: Entry) -> list[str]:
    """UTC, one VEVENT a date, no word of what is public and what is not."""
    return [
        f"UID:myclub-event-{9577 + entry.number % 7}-{entry.number % 10**5}@{feed.host}",
        *span_in_utc(entry),
        f"DTSTAMP:{utc(entry.modified)}",
        f"SUMMARY:{escape(entry.name)}",
        f"LOCATION:{escape(feed.place(entry))}",
        *optional("DESCRIPTION", entry.description),
        f"CATEGORIES:{'Harjoitukset' if entry.private else 'Avoimet tapahtumat'}",
        *(["X-MYCLUB-STATUS:IN"] if entry.private else []),
    ]


def nimenhuuto_head(_feed: Publisher) -> list[str]:
    """A team's public calendar."""
    return ["VERSION:2.0", "PRODID:-//Nimenhuuto.com//NONSGML Calendar//EN"]


def nimenhuuto_event(feed: Publisher, entry: Entry) -> list[str]:
    """UTC; matches are public, trainings are marked private."""
    kind = "training" if entry.private else "match"
    return [
        f"UID:{kind}-{entry.number % 10**6}@{feed.host}",
        f"DTSTAMP:{utc(entry.modified)}",
        *span_in_utc(entry),
        f"CLASS:{'PRIVATE' if entry.private else 'PUBLIC'}",
        f"SUMMARY:{escape(entry.name)}",
        f"LOCATION:{escape(feed.place(entry))}",
        *optional("DESCRIPTION", entry.description),
    ]


def jopox_head(feed: Publisher) -> list[str]:
    """An age group's calendar from a hockey service: TZID without any VTIMEZONE."""
    return ["VERSION:2.0", "PRODID:-//Jopox//Hockeypox Calendar//FI", "METHOD:PUBLISH", f"X-WR-CALNAME:{escape(feed.title)}"]


def jopox_event(feed: Publisher, entry: Entry) -> list[str]:
    """The rink as an abbreviation, a uid that the server makes anew for each answer."""
    return [
        f"UID:{hashlib.md5(str(entry.number).encode(), usedforsecurity=False).hexdigest()[:13]}@{feed.host}",
        f"DTSTAMP:{utc(entry.modified)}",
        *span_in_zone(entry),
        f"SUMMARY:{escape(entry.name)}",
        f"LOCATION:{escape(feed.place(entry))}",
        f"DESCRIPTION:{escape(entry.name)} {entry.start:%d.%m.%Y}",
    ]


def byhand_head(_feed: Publisher) -> list[str]:
    """A file that somebody writes with a small program."""
    return ["VERSION:2.0", "PRODID:-//Norppalan Auttajat ry//Kalenteri 1.2//FI"]


def byhand_event(feed: Publisher, entry: Entry) -> list[str]:
    """Floating times (RFC 5545 section 3.3.5, form 1), hardly ever an end."""
    gives_end = entry.end is not None and bool(entry.rrule)
    return [
        f"UID:auttajat-{entry.number % 10**6}@{feed.host}",
        f"DTSTAMP:{utc(entry.modified)}",
        f"DTSTART:{local(entry.start)}",
        *([f"DTEND:{local(entry.end)}"] if gives_end and entry.end else []),
        *([f"RRULE:{entry.rrule}"] if entry.rrule else []),
        *[f"EXDATE:{local(moment)}" for moment in at_start_time(entry, entry.exdates)],
        f"SUMMARY:{escape(entry.name)}",
        f"LOCATION:{escape(feed.place(entry))}",
        *optional("DESCRIPTION", entry.description),
    ]


def broken_head(_feed: Publisher) -> list[str]:
    """An old program's file, written in Windows-1252."""
    return ["VERSION:2.0", "PRODID:Kyläkalenteri 0.9", "X-WR-CALNAME:Sulkavan Nuorisoseura, tapahtumat; talvi 2026–2027"]


def broken_event(feed: Publisher, entry: Entry) -> list[str]:
    """No escaping, no folding, one uid for all but the key record, and once a date as people write it."""
    uid = f"sns-{entry.key}@{feed.host}" if entry.key == "d12a" else f"sns-1@{feed.host}"
    start = local(entry.start) if entry.name != "Näytelmän ensi-ilta" else f"{entry.start:%d.%m.%Y} klo 18"
    long_story = "Tervetuloa; ovet avataan puoli tuntia ennen, pysäköinti koulun pihassa, tien varteen ei saa jättää autoa."
    return [
        f"UID:{uid}",
        f"DTSTART:{start}",
        *([f"DTEND:{local(entry.end)}"] if entry.end else []),
        f"SUMMARY:{entry.name}",
        f"LOCATION:{feed.place(entry)}",
        f"DESCRIPTION:{entry.description.rstrip('.')}. {long_story}",
    ]


MYCLUB = Dialect(head=myclub_head, event=myclub_event, expands=True)
NIMENHUUTO = Dialect(head=nimenhuuto_head, event=nimenhuuto_event, expands=True)
JOPOX = Dialect(head=jopox_head, event=jopox_event)
BYHAND = Dialect(head=byhand_head, event=byhand_event)
BROKEN = Dialect(head=broken_head, event=broken_event, folds=False, newline="\n", encoding="cp1252")
