"""Rows of a snapshot made by hand: a small region whose every row a test can change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from harvesters.source import AccessibilityStatement, Contact, Region, Schedules
from normalize.identity import event_id, slug
from normalize.model import Recurrence
from publish.build import BuildReport, build_rows
from publish.compressed import ENDINGS
from publish.folders import Folders
from publish.pages import digest
from publish.tree import Trees
from store.reading import (
    AvailabilityRow,
    EvaluationRow,
    EventRow,
    IssueRow,
    ListingRow,
    OccurrenceRow,
    OrganizerRow,
    OverlapRow,
    PlaceRow,
    SimilarRow,
    SituationRow,
    SourceRow,
    TermRow,
)

HELSINKI = ZoneInfo("Europe/Helsinki")
NOW = datetime(2026, 11, 24, 6, 10, tzinfo=HELSINKI)
SEEN = datetime(2026, 11, 3, 4, 0, tzinfo=UTC)
FETCHED = datetime(2026, 11, 24, 4, 10, tzinfo=UTC)
_DAY = timedelta(days=1)


@dataclass(kw_only=True)
class HandMade:
    """A snapshot that was never a file."""

    source_rows: Sequence[SourceRow] = ()
    place_rows: Sequence[PlaceRow] = ()
    organizer_rows: Sequence[OrganizerRow] = ()
    event_rows: Sequence[EventRow] = ()
    occurrence_rows: Sequence[OccurrenceRow] = ()
    issue_rows: Sequence[IssueRow] = field(default_factory=list)
    listing_rows: Sequence[ListingRow] = ()
    topic_rows: Sequence[TermRow] = ()
    audience_rows: Sequence[TermRow] = ()
    situation_rows: Sequence[SituationRow] = ()
    availability_rows: Sequence[AvailabilityRow] = ()
    overlap_rows: Sequence[OverlapRow] = ()
    similar_rows: Sequence[SimilarRow] = ()
    evaluation_rows: Sequence[EvaluationRow] = ()
    redirect_rows: Mapping[str, str] = field(default_factory=dict)

    def sources(self) -> Iterable[SourceRow]:
        return self.source_rows

    def places(self) -> Iterable[PlaceRow]:
        return self.place_rows

    def organizers(self) -> Iterable[OrganizerRow]:
        return self.organizer_rows

    def events(self) -> Iterable[EventRow]:
        return self.event_rows

    def occurrences(self) -> Iterable[OccurrenceRow]:
        return self.occurrence_rows

    def listings(self) -> Iterable[ListingRow]:
        return self.listing_rows

    def issues(self) -> Iterable[IssueRow]:
        return self.issue_rows

    def topics(self) -> Iterable[TermRow]:
        return self.topic_rows

    def audiences(self) -> Iterable[TermRow]:
        return self.audience_rows

    def situations(self) -> Iterable[SituationRow]:
        return self.situation_rows

    def availability(self) -> Iterable[AvailabilityRow]:
        return self.availability_rows

    def overlaps(self) -> Iterable[OverlapRow]:
        return self.overlap_rows

    def similar(self) -> Iterable[SimilarRow]:
        return self.similar_rows

    def evaluations(self) -> Iterable[EvaluationRow]:
        return self.evaluation_rows

    def redirects(self) -> Mapping[str, str]:
        return self.redirect_rows

    def with_event(self, event: EventRow, *occurrences: OccurrenceRow) -> HandMade:
        """The same with this event instead of the one of its id, or besides the others; with its occurrences too where any are given."""
        kept = [row for row in self.event_rows if row.id != event.id]
        dates = [row for row in self.occurrence_rows if row.event_id != event.id] if occurrences else list(self.occurrence_rows)
        return replace(self, event_rows=[*kept, event], occurrence_rows=[*dates, *occurrences])


def schedules(**region: Any) -> Schedules:
    """A region of three languages; single fields of it may be named otherwise."""
    fields: dict[str, Any] = {
        "id": "norppala",
        "name": {"fi": "Norppalan seudun tapahtumat", "sv": "Evenemang i Norppalatrakten", "en": "Events around Norppala"},
        "timezone": "Europe/Helsinki",
        "public_address": "https://norppala.example",
        "contact": Contact(
            name={"fi": "Norppalan kulttuuripalvelut", "sv": "Kulturtjänsterna i Norppala"},
            email="kalenteri@norppala.example",
            phone="+358 00 000 0000",
            hours={"fi": "ma–pe 9–15", "sv": "mån–fre 9–15", "en": "Mon–Fri 9–15"},
        ),
        "accessibility": AccessibilityStatement(
            prepared=date(2026, 11, 1), supervisor={"fi": "Traficom", "sv": "Traficom", "en": "Traficom"}
        ),
        "notice": {
            "fi": "Esittelyaineisto: järjestöt, tapahtumat ja paikat ovat keksittyjä.",
            "sv": "Demonstrationsmaterial: föreningarna, evenemangen och platserna är påhittade.",
            "en": "Demonstration data: the associations, events and places are invented.",
        },
    }
    return Schedules(region=Region(**{**fields, **region}))


def source(source_id: str = "s13", title: str = "Norppalan Eläkeväki ry", **fields: Any) -> SourceRow:
    made: dict[str, Any] = {
        "id": source_id,
        "title": title,
        "organizer_id": source_id,
        "organizer": {"fi": title},
        "role": "organizer",
        "format": "ical",
        "licence": "CC BY 4.0",
        "language": "fi",
        "address": f"https://{source_id}.example/kalenteri.ics",
        "state": "ok",
        "state_since": SEEN,
        "last_fetched": FETCHED,
        "last_changed": SEEN,
        "events": 3,
        "problem": "",
        "reason": "",
        "issues": 0,
    }
    return SourceRow(**{**made, **fields})


def place(place_id: str = "v-torikulma", name: str = "Kumppanuustalo Torikulma", **fields: Any) -> PlaceRow:
    made: dict[str, Any] = {
        "id": place_id,
        "slug": place_id,
        "name": {"fi": name},
        "address": "Torikatu 1",
        "postal_code": "57130",
        "district": "Keskusta",
        "municipality": "Savonlinna",
        "latitude": 61.8675,
        "longitude": 28.8861,
        "capacity": 60,
        "accessibility": ("step_free_entrance", "accessible_toilet"),
        "online": False,
    }
    return PlaceRow(**{**made, **fields})


def organizer(organizer_id: str = "s13", name: str = "Norppalan Eläkeväki ry", **fields: Any) -> OrganizerRow:
    made: dict[str, Any] = {"id": organizer_id, "slug": organizer_id, "name": {"fi": name}, "role": "organizer", "url": ""}
    return OrganizerRow(**{**made, **fields})


def event(uid: str, title: str, start: datetime | date, end: datetime | date | None, **fields: Any) -> EventRow:
    identifier = event_id("s13", uid)
    made: dict[str, Any] = {
        "id": identifier,
        "slug": slug(title, identifier),
        "kind": "event",
        "name": {"fi": title},
        "description": {},
        "place_id": "v-torikulma",
        "place_text": "Torikulma",
        "latitude": None,
        "longitude": None,
        "organizer_id": "s13",
        "event_status": "EventScheduled",
        "is_series": False,
        "timezone": "Europe/Helsinki",
        "first_start": start,
        "first_end": end,
        "recurrence": None,
        "url": "",
        "conference": (),
        "categories": (),
        "images": (),
        "in_language": (),
        "sequence": 0,
        "first_seen": SEEN,
        "last_changed": SEEN,
        "withdrawn_at": None,
        "withdrawn_reason": "",
        "source_ids": ("s13",),
        "listing_ids": (f"listing-{uid}",),
    }
    return EventRow(**{**made, **fields})


def occurrence(of: EventRow, start: datetime | date | None = None, end: datetime | date | None = None, **fields: Any) -> OccurrenceRow:
    """An instance of the event: its first one unless another start is given."""
    start, end = (of.first_start, of.first_end) if start is None else (start, end)
    assert start is not None, "what has no dates has no occurrence"
    timed = isinstance(start, datetime)
    key = f"{start:%Y%m%dT%H%M%S}" if timed else f"{start:%Y%m%d}"
    first, last = _days(start, end)
    made: dict[str, Any] = {
        "id": f"{of.id}-{fields.get('recurrence_id', key)}",
        "event_id": of.id,
        "recurrence_id": key,
        "start": _utc(start),
        "end": None if end is None else _utc(end),
        "local_start": start,
        "local_end": end,
        "all_day": not timed,
        "day": first,
        "last_day": last,
        "event_status": of.event_status,
        "place_id": of.place_id,
        "place_text": of.place_text,
        "name": {},
    }
    return OccurrenceRow(**{**made, **fields})


def _utc(moment: datetime | date) -> datetime:
    aware = moment if isinstance(moment, datetime) else datetime.combine(moment, time(), HELSINKI)
    return aware.astimezone(UTC)


def _days(start: datetime | date, end: datetime | date | None) -> tuple[date, date]:
    """The region's first and last day; an end at midnight belongs to the day before."""
    if not isinstance(start, datetime):
        return start, max(start, end - _DAY) if isinstance(end, date) else start
    first = start.astimezone(HELSINKI).date()
    if not isinstance(end, datetime):
        return first, first
    last = end.astimezone(HELSINKI)
    return first, max(first, last.date() - _DAY if last.time() == time() else last.date())


def weekly(uid: str, title: str, times: tuple[datetime, datetime], count: int, *, skip: Iterable[date] = (), **fields: Any) -> HandMade:
    """A weekly series of so many weeks from its first start and end, without the skipped days."""
    start, end = times
    skipped = set(skip)
    exdate = tuple(datetime.combine(day, start.time(), start.tzinfo) for day in sorted(skipped))
    row = event(uid, title, start, end, is_series=True, recurrence=Recurrence(rrule=("FREQ=WEEKLY",), exdate=exdate), **fields)
    starts = [start + n * 7 * _DAY for n in range(count)]
    dates = [occurrence(row, at, at + (end - start)) for at in starts if at.date() not in skipped]
    return HandMade(event_rows=[row], occurrence_rows=dates)


def joined(*parts: HandMade, **fields: Any) -> HandMade:
    """One snapshot of several, with the usual place, organizer and source."""
    made: dict[str, Any] = {
        "source_rows": [source()],
        "place_rows": [place()],
        "organizer_rows": [organizer()],
        "event_rows": [row for part in parts for row in part.event_rows],
        "occurrence_rows": [row for part in parts for row in part.occurrence_rows],
    }
    return HandMade(**{**made, **fields})


def single(uid: str, title: str, start: datetime | date, end: datetime | date | None, **fields: Any) -> HandMade:
    """One event with its one occurrence."""
    row = event(uid, title, start, end, **fields)
    return HandMade(event_rows=[row], occurrence_rows=[occurrence(row)])


def at(day: str, clock: str) -> datetime:
    """``at("2026-11-24", "10:00")`` in Helsinki."""
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=HELSINKI)


def publish(rows: HandMade, directory: Path, *, now: datetime = NOW, **options: Any) -> BuildReport:
    """A build of hand-made rows, as ``build`` makes one of a snapshot file; in Finnish only unless ``schedules`` say otherwise."""
    config = options.pop("schedules", None) or schedules(languages=("fi",))
    trees, folders = Trees(directory), Folders.found(directory / "custom")
    settings = digest(config.region.model_dump_json(), folders.fingerprint(), options.get("area_names"))
    whole = options.pop("whole", None) or digest(now.isoformat(), repr(rows))
    return build_rows(rows, trees, trees.live(), config, folders, now=now, whole=whole, settings=settings, **options)


def files(directory: Path) -> dict[str, bytes]:
    """Every file of the live site but the compressed forms of files."""
    root = directory / "public"
    there = (path for path in sorted(root.rglob("*")) if path.is_file() and path.suffix not in ENDINGS)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in there}


def page(directory: Path, path: str) -> str:
    """The text of a published page."""
    file = directory / "public" / path.lstrip("/")
    return (file / "index.html" if path.endswith("/") else file).read_text(encoding="utf-8")


def small_region() -> HandMade:
    """A week of Norppala: a series with a break, a fair that was cancelled, a moved date, an exhibition, a night, a Swedish hour."""
    chair = weekly(
        "jumppa", "Tuolijumppa", (at("2026-11-24", "10:00"), at("2026-11-24", "11:00")), 8, skip=[date(2026, 12, 22), date(2026, 12, 29)]
    )
    memory = weekly("muisti", "Lähimuisti-kerho", (at("2026-11-24", "13:00"), at("2026-11-24", "15:00")), 6)
    dates = list(memory.occurrence_rows)
    start, end = at("2026-12-02", "14:00"), at("2026-12-02", "16:00")
    there = replace(dates[1], local_start=start, start=start.astimezone(UTC), local_end=end, end=end.astimezone(UTC))
    dates[1] = replace(there, day=start.date(), last_day=start.date())
    dates[2] = replace(dates[2], event_status="EventCancelled")
    moved = replace(memory, occurrence_rows=dates)
    fair = single("kirppis", "Kyläkirppis", at("2026-11-28", "10:00"), at("2026-11-28", "13:00"), event_status="EventCancelled", sequence=2)
    show = single(
        "nayttely", "Näyttely: Järven valo", date(2026, 11, 20), date(2027, 3, 1), description={"fi": "<p>Avoinna ti–su 10–17.</p>"}
    )
    night = single(
        "sitsit", "Pikkujoulusitsit", at("2026-11-27", "19:00"), at("2026-11-28", "01:00"), place_id="", place_text="Opiskelijatalo"
    )
    swedish = single("saga", "Sagostund", at("2026-11-25", "17:00"), None, name={"sv": "Sagostund"}, url="https://kirjastot.example/saga")
    return joined(chair, moved, fair, show, night, swedish)


def slug_of(rows: HandMade, name: str) -> str:
    """The slug of the event of that name."""
    return next(row.slug for row in rows.event_rows if name in row.name.values())
