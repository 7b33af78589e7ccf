"""The region's reference scenario as rows of a snapshot."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from dateutil.rrule import rrulestr

from normalize.model import Recurrence
from store.reading import EventRow, IssueRow, OccurrenceRow, PlaceRow
from tests.publish_rows import HELSINKI, HandMade, event, occurrence, organizer, place, source

_DAY = timedelta(days=1)


def scenario_region(path: Path) -> HandMade:
    """The region's reference scenario as rows: every record an event of its own, weekly rules expanded to the end of April."""
    data = json.loads(path.read_text(encoding="utf-8"))
    places = [_venue(venue) for venue in data["venues"]]
    sources = [source(s["id"], s["publisher"], role=_role(s["publisher_kind"]), licence=s["licence"] or "") for s in data["sources"]]
    organizers = [organizer(s["id"], s["publisher"], role=_role(s["publisher_kind"])) for s in data["sources"]]
    states = {
        "s08": ("blocked", "blocked"),
        "s33": ("disallowed", "robots"),
        "s05": ("not_configured", "not_configured"),
        "s35": ("unreadable", "truncated"),
    }
    sources = [replace(s, state=states[s.id][0], reason=states[s.id][1]) if s.id in states else s for s in sources]
    events, dates = [], []
    for record in data["events"]:
        if "start" in record:
            row, instances = _record(record)
            events.append(row)
            dates += instances
    no_end = {"fi": "Päättymisaika puuttuu. Lisää se, niin kalenterit näyttävät oikean keston.", "en": "The end is missing. Add it."}
    floating = {"fi": "Kellonajalta puuttuu aikavyöhyke. Aika luettiin seudun ajaksi.", "en": "The time zone is missing."}
    common = {"source_id": "s28", "uid": "EA1"}
    issues = [
        IssueRow(**common, code="no_end", severity="warning", field="DTEND", value="", line=42, message=no_end),
        IssueRow(**common, code="floating", severity="info", field="DTSTART", value="20270123T090000", line=41, message=floating),
    ]
    return HandMade(
        source_rows=[replace(s, issues=2) if s.id == "s28" else s for s in sources],
        place_rows=places, organizer_rows=organizers, event_rows=events, occurrence_rows=dates, issue_rows=issues,
    )  # fmt: skip


def _role(kind: str) -> str:
    return {"municipality": "municipality", "association_umbrella": "umbrella", "tourism": "republisher"}.get(kind, "organizer")


def _venue(venue: Mapping[str, Any]) -> PlaceRow:
    return place(
        venue["id"],
        venue["name"],
        slug=venue["id"].removeprefix("v-"),
        address="",
        postal_code=venue.get("postal_code") or "",
        district=venue.get("district") or "",
        municipality=venue.get("municipality") or "",
        latitude=venue.get("lat"),
        longitude=venue.get("lon"),
        capacity=venue.get("capacity"),
        accessibility=tuple(venue.get("accessibility") or ()),
        online=venue["id"] == "v-online",
    )


def _record(record: Mapping[str, Any]) -> tuple[EventRow, list[OccurrenceRow]]:
    start, end = _moment(record["start"]), _moment(record["end"]) if "end" in record else None
    if end is not None and not isinstance(end, datetime):
        end += _DAY
    exdate = tuple(
        datetime.combine(date.fromisoformat(day), start.time(), HELSINKI)
        for day in record.get("exdates", ())
        if isinstance(start, datetime)
    )
    series = "rrule" in record
    status = {"cancelled": "EventCancelled", "rescheduled": "EventRescheduled"}.get(record["status"], "EventScheduled")
    row = event(
        record["key"], record["title"], start, end,
        name={record["lang"]: record["title"]}, place_id=record["venue"], place_text="", organizer_id=record["source"],
        event_status=status, is_series=series, recurrence=Recurrence(rrule=(record["rrule"],), exdate=exdate) if series else None,
        source_ids=(record["source"],), categories=tuple(record.get("topics", ())), kind="activity" if series else "event",
        description={"fi": "<p>Tervetuloa! Tule suoraan paikalle, kahvit tarjolla.</p><ul><li>ota mukaan vesipullo</li></ul>"},
    )  # fmt: skip
    if not series or not isinstance(start, datetime):
        return row, [occurrence(row)]
    starts = rrulestr(record["rrule"], dtstart=start).between(start - _DAY, datetime(2027, 4, 30, tzinfo=HELSINKI))
    length = end - start if isinstance(end, datetime) else None
    return row, [occurrence(row, moment, moment + length if length else None) for moment in starts if moment not in exdate]


def _moment(text: str) -> datetime | date:
    return datetime.fromisoformat(text).replace(tzinfo=HELSINKI) if "T" in text else date.fromisoformat(text)
