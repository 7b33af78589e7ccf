"""Where each publisher's system answers, and how: types, validators, keys. Standard library only: the server needs it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from . import gates, interfaces
from .interfaces import Question, Reply

CALENDAR = "text/calendar; charset=utf-8"
HTML = "text/html; charset=utf-8"
JSON = "application/json"
JSON_UTF8 = "application/json; charset=utf-8"


class Route(NamedTuple):
    """One address and how its system answers."""

    source: str
    path: str
    content_type: str
    file: str = ""
    """The file below ``feeds/`` that is answered as it stands."""
    interface: Callable[[Question], Reply | None] | None = None
    """What makes the answer where it is no file."""
    deep: bool = False
    """True where everything below ``path`` belongs to it."""
    query: tuple[tuple[str, str], ...] = ()
    """Parameters by which two sources of one address are told apart."""
    etag: bool = False
    last_modified: bool = False
    compresses: bool = True
    changes: str = ""
    """``uids``: every answer has new uids; ``stamps``: every answer has a new DTSTAMP."""
    secret: bool = False
    """The address itself is the secret: without its token there is nothing here."""
    gate: gates.Gate | None = None
    """401 for whoever does not pass it."""


ROUTES = (
    Route("s01", "/kaupunki.example/linkedevents/v1/", JSON, interface=interfaces.linked_events, deep=True),
    Route("s02", "/kulttuuri.example/wp-json/tribe/events/v1/events", JSON_UTF8, interface=interfaces.tribe),
    Route("s03", "/kirjastot.example/events.xml", "application/rss+xml; charset=utf-8", interface=interfaces.finna, last_modified=True),
    Route("s04", "/kirkanta.example/v4/library", JSON, interface=interfaces.kirkanta, etag=True),
    Route("s05", "/api.opisto.example/v1/norppala/fi/", JSON_UTF8, interface=interfaces.hellewi("s05"), deep=True,
          gate=gates.hellewi(gates.COLLEGE)),
    Route("s06", "/opisto.example/norppala/courses.php", "text/html; charset=ISO-8859-15", file="s06.html"),
    Route("s07", "/api.kunta.example/v1/harrastavanorppala/fi/", JSON_UTF8, interface=interfaces.hellewi("s07"), deep=True,
          gate=gates.hellewi(gates.CLUBS)),
    Route("s08", "/seurakunta.example/tapahtumat/", HTML, interface=interfaces.parish),
    Route("s09", "/outlook.example/owa/calendar/x/y/calendar.ics", CALENDAR, file="s09.ics"),
    Route("s10", "/ortodoksit.example/jumalanpalvelukset", HTML, file="s10.html", etag=True),
    Route("s11", "/ptv.example/api/v11/", JSON_UTF8, interface=interfaces.ptv, deep=True),
    Route("s12", "/calendar.example/ical/kumppanit/public/basic.ics", "text/calendar; charset=UTF-8", file="s12.ics", changes="stamps"),
    Route("s13", "/elakevaki.example/toiminta", "text/html", file="s13.html", etag=True, last_modified=True),
    Route("s14", "/seniorit-kerimaki.example/ohjelma", "text/html", file="s14.html", last_modified=True, compresses=False),
    Route("s15", "/club.example/flow/calendar_subscriptions/12345.ics", CALENDAR, file="s15.ics", secret=True),
    Route("s16", "/pallo.example/calendar/ical", CALENDAR, file="s16.ics", etag=True),
    Route("s17", "/kiekko.example/hockeypox/calendar/ical.php", "text/calendar", file="s17.ics", changes="uids"),
    Route("s18", "/liikunta.example/vuorot", HTML, interface=interfaces.bookings),
    Route("s19", "/sheets.example/pub", "text/csv", file="s19.csv"),
    Route("s20", "/kylat.example/", "text/calendar; charset=UTF-8", file="s20.ics", changes="uids"),
    Route("s21", "/nuoret.example/rss.xml", "application/rss+xml; charset=utf-8", file="s21.xml", etag=True, last_modified=True),
    Route("s22", "/museo.example/tapahtumat", HTML, file="s22.html", last_modified=True),
    Route("s23", "/liput.example/events.json", JSON, file="s23.json", gate=gates.contract),
    Route("s24", "/kide.example/api/companies/0000", JSON_UTF8, file="s24.json"),
    Route("s25", "/lyyti.example/v2/events", JSON, file="s25.json", gate=gates.lyyti),
    Route("s26", "/lahitoiminta.example/v1/activities", JSON_UTF8, file="s26.json", etag=True),
    Route("s27", "/lahitoiminta.example/v1/activities", JSON_UTF8, file="s27.json", etag=True, query=(("type", "voluntary"),)),
    Route("s28", "/auttajat.example/kalenteri.ics", "text/calendar", file="s28.ics", etag=True, last_modified=True, compresses=False),
    Route("s29", "/martat.example/calendar.ics", CALENDAR, file="s29.ics"),
    Route("s30", "/musiikki.example/feed.atom", "application/atom+xml; charset=utf-8", file="s30.atom", etag=True),
    Route("s31", "/fedi.example/@luonto/outbox", "application/activity+json; charset=utf-8", interface=interfaces.outbox),
    Route("s32", "/matkailu.example/events/rss", "application/rdf+xml", file="s32.rdf", last_modified=True),
    Route("s33", "/enonkoski.example/tapahtumat", HTML, file="s33.html"),
    Route("s34", "/rantasalmi.example/ajankohtaista/viikko-ohjelma", HTML, file="s34.html", etag=True),
    Route("s35", "/nuorisoseura.example/cal.ics", "application/octet-stream", file="s35.ics", last_modified=True, compresses=False),
    Route("s36", "/moni.example/feed/", "application/rss+xml; charset=UTF-8", file="s36.xml", etag=True, last_modified=True),
)  # fmt: skip
"""In the order of the region's description."""
