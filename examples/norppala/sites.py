"""How the calendars of web sites write iCalendar: The Events Calendar, Modern Events Calendar, Events Manager, Plone, Drupal, Liferay."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import UTC, timedelta
from urllib.parse import quote, urlsplit

from . import zones
from .dialect import Dialect, Feed
from .entry import Entry, as_datetime
from .lines import escape, guessed_end, in_utc, local, optional, series_in_zone, span_in_zone, utc

_REQUESTED = "20261122T061500"


def slug(text: str) -> str:
    """The words of a name as a site puts them into an address."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _post(entry: Entry) -> int:
    """A content number as databases give it."""
    return 10_000_000 + entry.number % 9000


def _host(feed: Feed) -> str:
    """The host of the publisher's site."""
    return urlsplit(feed.site).netloc


def tec_head(feed: Feed) -> list[str]:
    """The Events Calendar's ``?ical=1``."""
    return [
        "VERSION:2.0",
        f"PRODID:-//{feed.title} - ECPv6.15.18//NONSGML v1.0//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escape(feed.title)}",
        f"X-ORIGINAL-URL:{feed.site}",
        f"X-WR-CALDESC:{escape(feed.about)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-Robots-Tag:noindex",
        "X-PUBLISHED-TTL:PT1H",
        *zones.BY_YEAR,
    ]


def _tec_uid(feed: Feed, entry: Entry) -> str:
    """``postid-start-end@host`` where the wall clock is counted as if it were UTC: it changes when the event moves."""
    begin, finish = (int(as_datetime(moment).replace(tzinfo=UTC).timestamp()) for moment in (entry.start, guessed_end(entry)))
    return f"{_post(entry)}-{begin}-{finish}@{_host(feed)}"


def tec_event(feed: Feed, entry: Entry) -> list[str]:
    """Unfolded long lines, DTSTAMP without a zone, an address as the place, the organizer with a role address."""
    lat, lon = feed.point(entry)
    who = f'ORGANIZER;CN="{quote(feed.title)}":MAILTO:tapahtumat@{_host(feed)}'
    return [
        *span_in_zone(entry),
        f"DTSTAMP:{_REQUESTED}",
        f"CREATED:{utc(entry.created)}",
        f"LAST-MODIFIED:{utc(entry.modified)}",
        f"UID:{_tec_uid(feed, entry)}",
        f"SUMMARY:{escape(entry.name)}",
        *optional("DESCRIPTION", entry.description),
        f"URL:{feed.site}/tapahtuma/{slug(entry.name)}/{_date_part(entry)}",
        f"LOCATION:{escape(feed.place(entry))}",
        f"GEO:{lat};{lon}",
        *optional("CATEGORIES", entry.category or "Musiikki"),
        f"ATTACH;FMTTYPE=image/jpeg:{feed.site}/wp-content/uploads/2026/11/{slug(entry.name)}.jpg",
        who,
        *([f"SEQUENCE:{entry.sequence}"] if entry.sequence else []),
    ]


def _date_part(entry: Entry) -> str:
    """The date that the plugin appends to the address of one date of a series; empty for a single event."""
    return f"{entry.start:%Y-%m-%d}/" if entry.key.startswith("viikko") else ""


def mec_head(feed: Feed) -> list[str]:
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


def mec_event(feed: Feed, entry: Entry) -> list[str]:
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
        f"UID:MEC-{hashlib.md5(str(entry.number).encode(), usedforsecurity=False).hexdigest()}@{_host(feed)}",
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


def manager_head(_feed: Feed) -> list[str]:
    """Events Manager's ``events.ics``: a TZID that stands in the calendar itself."""
    return [
        "VERSION:2.0",
        "PRODID:-//wp-events-plugin.com//7.2.3.1//EN",
        "TZID:Europe/Helsinki",
        "X-WR-TIMEZONE:Europe/Helsinki",
        *zones.LOCATED,
    ]


def manager_event(feed: Feed, entry: Entry) -> list[str]:
    """Each date a VEVENT of its own, an exhibition as one VEVENT of whole days."""
    return [
        f"UID:{_post(entry)}@{_host(feed)}",
        *span_in_zone(entry),
        f"DTSTAMP:{utc(entry.modified)}",
        f"URL:{feed.site}/tapahtumat/{slug(entry.name)}{'' if entry.rrule else f'-{entry.start:%Y-%m-%d}'}/",
        f"SUMMARY:{escape(entry.name)}",
        *optional("DESCRIPTION", entry.description),
        *optional("CATEGORIES", entry.category or "Tapahtumat"),
        f"LOCATION:{escape(feed.place(entry))}",
    ]


def plone_head(feed: Feed) -> list[str]:
    """plone.app.event's ``event_listing_ical``."""
    return [
        "VERSION:2.0",
        "PRODID:-//Plone.org//NONSGML plone.app.event//EN",
        f"X-WR-CALNAME:{escape(feed.title)}",
        f"X-WR-CALDESC:{escape(feed.about)}",
        f"X-WR-RELCALID:{hashlib.md5(feed.site.encode(), usedforsecurity=False).hexdigest()}",
        "X-WR-TIMEZONE:Europe/Helsinki",
        *zones.LOCATED,
    ]


def plone_event(feed: Feed, entry: Entry) -> list[str]:
    """Rules with TZID, the language of the text as a parameter where it is not the site's own."""
    language = f";LANGUAGE={entry.language}" if entry.language != "fi" else ""
    return [
        f"SUMMARY{language}:{escape(entry.name)}",
        *span_in_zone(entry),
        f"DTSTAMP:{utc(entry.modified)}",
        f"UID:{hashlib.md5(str(entry.number).encode(), usedforsecurity=False).hexdigest()}@{_host(feed)}",
        *series_in_zone(entry, listed=True),
        *optional("CATEGORIES", entry.category),
        f"CREATED:{utc(entry.created)}",
        *([f"DESCRIPTION{language}:{escape(entry.description)}"] if entry.description else []),
        f"LAST-MODIFIED:{utc(entry.modified)}",
        f"LOCATION:{escape(feed.place(entry))}",
        f"URL:{feed.site}/tapahtumat/{slug(entry.name)}",
    ]


def drupal_head(feed: Feed) -> list[str]:
    """Drupal's Date iCal view."""
    return [
        "VERSION:2.0",
        "METHOD:PUBLISH",
        f"PRODID:-//{feed.title}//NONSGML iCalcreator 2.20.4//",
        f"X-WR-CALNAME;VALUE=TEXT:{escape(feed.title)}",
        "X-WR-TIMEZONE;VALUE=TEXT:Europe/Helsinki",
        *zones.LOCATED,
    ]


def drupal_event(feed: Feed, entry: Entry) -> list[str]:
    """Dates of one node as ``calendar.NODE.field.DELTA``: a super event's sub-events share the node number."""
    node, _, index = entry.key.partition("-") if entry.key.startswith("d5b") else (entry.key, "", "")
    number = int(hashlib.sha256(node.encode()).hexdigest()[:8], 16) % 9000 + 1000
    return [
        f"UID:calendar.{number}.field_aika.{int(index or 1) - 1}@{_host(feed)}",
        f"DTSTAMP:{utc(entry.modified)}",
        f"CREATED:{utc(entry.created)}",
        *optional("DESCRIPTION", entry.description),
        *span_in_zone(entry),
        *series_in_zone(entry, listed=True),
        f"LAST-MODIFIED:{utc(entry.modified)}",
        f"LOCATION:{escape(feed.place(entry))}",
        f"SUMMARY:{escape(entry.name)}",
        *optional("CATEGORIES", entry.category or "Tapahtumat"),
        f"URL;TYPE=URI:{feed.site}/tapahtumat/{slug(entry.name)}",
    ]


def liferay_head(feed: Feed) -> list[str]:
    """Liferay's calendar export, made with ical4j."""
    return [
        "PRODID:-//Liferay Inc//Liferay Portal 7.4.3//EN",
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escape(feed.title)}",
        *zones.OLSON,
    ]


def liferay_event(feed: Feed, entry: Entry) -> list[str]:
    """The description twice: once plain, once as HTML."""
    html = f"<p>{entry.description}</p>"
    return [
        f"DTSTAMP:{utc(entry.modified)}",
        *span_in_zone(entry),
        f"SUMMARY:{escape(entry.name)}",
        f"UID:{entry.number:016x}-liferay@{_host(feed)}",
        *series_in_zone(entry),
        *optional("DESCRIPTION", entry.description),
        *([f"X-ALT-DESC;FMTTYPE=text/html:{escape(html)}"] if entry.description else []),
        f"LOCATION:{escape(feed.place(entry))}",
        *optional("CATEGORIES", entry.category),
        f"LAST-MODIFIED:{utc(entry.modified)}",
        f"STATUS:{entry.status}",
    ]


TEC = Dialect(head=tec_head, event=tec_event, expands=True, folds=False)
MEC = Dialect(head=mec_head, event=mec_event, folds=False)
MANAGER = Dialect(head=manager_head, event=manager_event, expands=True)
PLONE = Dialect(head=plone_head, event=plone_event)
DRUPAL = Dialect(head=drupal_head, event=drupal_event)
LIFERAY = Dialect(head=liferay_head, event=liferay_event)
