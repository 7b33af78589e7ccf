"""How an adult education centre's registration system publishes: its interface (API v1) and the old course listing as HTML.

The full course schema of the interface is not public; beside the fields that are known, courses here have the names that a sensible
system would give: ``time`` in words, ``exceptions``, ``enrolmentBegins``, ``price``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

from examples.norppala.entry import HELSINKI, Entry, Registration, as_datetime, starts
from examples.norppala.publisher import Publisher, as_json
from examples.norppala.words import SHORT, in_euros, pauses, price_of

Json = dict[str, Any]

_FAR = date(2027, 6, 1)
"""Courses go on longer than other systems publish ahead."""
_TERM = {"id": 31, "type": "term", "name": "Lukuvuosi 2026–2027", "parent": None, "keywords": []}
_SUBJECTS = {
    "Keramiikan jatkokurssi": ("Taideaineet", "Keramiikka"),
    "Suomea alkeista": ("Kielet", "Suomi"),
    "Espanjan alkeet": ("Kielet", "Espanja"),
    "Aamujooga": ("Liikunta", "Jooga"),
    "Kokkikerho 3.–6.-lk": ("Kerhot", "Kokkaus"),
    "Koodauskerho 7.–9.-lk": ("Kerhot", "Tietotekniikka"),
}
_STATES = {"waiting_list": "queue"}
_OLD_NUMBERS = {"d3b": 1234}
"""The old listing's own numbers (``t=1234``); others are made from the entry's."""


def write_courses(publisher: Publisher, entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """The courses and, apart from them, how many take part; the server makes pages and asks for the token."""
    folder = publisher.source
    return {
        f"{folder}/courses.json": as_json([_course(publisher, entry) for entry in entries]),
        f"{folder}/participants.json": as_json([_participants(entry) for entry in entries]),
    }


def course_id(entry: Entry) -> int:
    """The course's number in the interface."""
    return 4000 + entry.number % 5000


def _course(publisher: Publisher, entry: Entry) -> Json:
    """One course: first and last day, the weekday and hours in words, the branch of the catalogue it hangs on."""
    days = [one.date() for one in starts(entry, _FAR)]
    facts = entry.registration or Registration(capacity=12, remaining=5)
    price = entry.price or price_of(entry.text)
    return {
        "id": course_id(entry),
        "code": f"{210000 + entry.number % 1000}",
        "name": entry.name,
        "begins": days[0].isoformat(),
        "ends": days[-1].isoformat(),
        "time": _time(entry),
        "exceptions": [day.isoformat() for day in entry.exdates],
        "location": publisher.place(entry),
        "description": entry.text,
        "price": in_euros(price),
        "maxParticipants": facts.capacity,
        "full": facts.remaining == 0,
        "enrolmentBegins": facts.opens.replace(tzinfo=HELSINKI).isoformat() if facts.opens else "2026-11-02T09:00:00+02:00",
        "minGrade": 3 if "3.–6." in entry.name else 7 if "7.–9." in entry.name else None,
        "maxGrade": 6 if "3.–6." in entry.name else 9 if "7.–9." in entry.name else None,
        "catalogitems": _catalogue(publisher, entry),
    }


def _time(entry: Entry) -> str:
    """``ke 18.00–20.15``, with every weekday of the rule."""
    found = {one.weekday() for one in list(starts(entry, _FAR))[:14]}
    weekdays = " ja ".join(SHORT[number] for number in sorted(found))
    return f"{weekdays} {as_datetime(entry.start):%H.%M}–{as_datetime(entry.end or entry.start):%H.%M}"


def _catalogue(publisher: Publisher, entry: Entry) -> list[Json]:
    """Items are unique by type and id together; a period's parent is a term."""
    subject, category = _SUBJECTS[entry.name]
    return [
        {"id": 1, "type": "department", "name": publisher.place(entry), "parent": None, "keywords": []},
        {"id": 1, "type": "subject", "name": subject, "parent": None, "keywords": []},
        {"id": 100 + len(category), "type": "category", "name": category, "parent": 1, "keywords": [category.lower()]},
        _TERM,
        {"id": 2, "type": "period", "name": "Kevät 2027" if entry.start.year == _FAR.year else "Syksy 2026", "parent": 31, "keywords": []},
    ]


def _participants(entry: Entry) -> Json:
    """How many places a course has and how many are taken; a full one tells how many wait."""
    facts = entry.registration or Registration(capacity=12, remaining=5)
    capacity, remaining = facts.capacity or 0, facts.remaining or 0
    state = {"state": _STATES.get(facts.state, facts.state)} if facts.state in {"full", "waiting_list"} else {}
    return {"id": course_id(entry), "participants": capacity - remaining, "maxParticipants": capacity, "queue": facts.queue or 0, **state}


# --- the old listing -------------------------------------------------------------------------------------------------------------------

_OLD = """<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">
<title>{title}</title>
</head>
<body>
<h1>{title}</h1>
{body}
</body>
</html>
"""


def write_listing(publisher: Publisher, entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """The list of courses in ISO 8859-15: the euro sign is its byte 0xA4, and dashes can only be entities."""
    rows = "\n".join(_row(publisher, entry) for entry in entries)
    head = "".join(f"<th>{name}</th>" for name in ("Kurssi", "Aika", "Kesto", "Paikka", "Hinta"))
    table = f'<table class="courses" border="1">\n<tr>{head}</tr>\n{rows}\n</table>'
    return {"s06.html": _OLD.format(title="Kurssit: kevät 2027", body=table).encode("iso-8859-15", "xmlcharrefreplace")}


def old_number(entry: Entry) -> int:
    """The course's number in the old listing, which is not that of the interface."""
    return _OLD_NUMBERS.get(entry.key, 1300 + entry.number % 500)


def _row(publisher: Publisher, entry: Entry) -> str:
    """Weekday and hours, always with minutes; then the days from first to last and those without teaching."""
    days = [one.date() for one in starts(entry, _FAR)]
    link = f'<a href="{publisher.site}/norppala/course.php?l=fi&amp;t={old_number(entry)}">{escape(entry.name)}</a>'
    season = f"{days[0]:%d.%m.%Y}–{days[-1]:%d.%m.%Y}{', ' + pauses(entry) if entry.exdates else ''}"
    price = (entry.price or price_of(entry.text)).removesuffix(" €")
    cells = [link, _time(entry), season, escape(publisher.place(entry)), f"{price} €"]
    return f'<tr class="course">{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'
