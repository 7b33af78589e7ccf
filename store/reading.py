"""What the site and the explorer read: plain rows (``store.rows``) of one frozen snapshot."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from harvesters.errors import KoosteError
from normalize.model import Conflict, Image
from store.columns import details_of, recurrence_of
from store.rows import (
    AvailabilityRow,
    EvaluationRow,
    EventRow,
    IssueRow,
    ListingRow,
    OccurrenceRow,
    OrganizerRow,
    OverlapRow,
    PlaceRow,
    Provenance,
    SimilarRow,
    SituationRow,
    SourceRow,
    TermRow,
)
from store.text import local_of, moment_of

__all__ = [
    "AvailabilityRow",
    "EvaluationRow",
    "EventRow",
    "IssueRow",
    "ListingRow",
    "OccurrenceRow",
    "OrganizerRow",
    "OverlapRow",
    "PlaceRow",
    "Provenance",
    "SimilarRow",
    "SituationRow",
    "Snapshot",
    "SourceRow",
    "TermRow",
]

Made = TypeVar("Made")
_Row = Mapping[str, Any]


class Snapshot:
    """The questions that the site asks of one snapshot file, or of ``kooste.db`` itself, whose views have the same columns.

    Opens the file for each question and never writes to it; raises ``KoosteError`` when it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def provenance(self) -> Provenance:
        """When and from what the file was made; only a snapshot knows, not ``kooste.db``."""
        facts = dict(self._rows("select key, value from meta"))
        return Provenance(
            built_at=moment_of(facts["built_at"]),
            content_id=facts["content_id"],
            schema_version=int(facts["schema_version"]),
            region=facts["region"],
            timezone=facts["timezone"],
        )

    def sources(self) -> list[SourceRow]:
        """Every source that is or was configured, in the order of ``schedules.yaml``."""
        return self._made(
            _source, "select s.*, o.names from sources s join organizers o on o.id = s.organizer_id order by s.position, s.id"
        )

    def places(self) -> list[PlaceRow]:
        """The region's registry of places, by id."""
        return self._made(place_row, "select * from places order by id")

    def organizers(self) -> list[OrganizerRow]:
        """Everyone who is responsible for events, by id."""
        return self._made(organizer_row, "select * from organizers order by id")

    def events(self) -> list[EventRow]:
        """Every event, withdrawn and past ones too, by id."""
        return self._made(event_row, "select * from events order by id")

    def occurrences(self) -> list[OccurrenceRow]:
        """The dated instances within the window, by start, then event id."""
        return self._made(
            occurrence_row,
            "select c.*, e.timezone from occurrences c join events e on e.id = c.event_id order by c.start_utc, c.event_id, c.id",
        )

    def issues(self, source_id: str = "") -> list[IssueRow]:
        """What is wrong with the records of one source, or of all."""
        question = "select * from issues where ? in ('', source_id) order by source_id, severity, code, uid, line, id"
        return self._made(_issue, question, source_id)

    def listings(self, event_id: str = "") -> list[ListingRow]:
        """Which source said what of one event, or of all; sorted by event, then source."""
        question = "select * from listings where ? in ('', event_id) order by event_id, source_id, recurrence_id, id"
        return self._made(_listing, question, event_id)

    def topics(self) -> list[TermRow]:
        """Topics and subjects of the vocabulary, in its order."""
        return self._made(_term, "select id, names, ptv, parent from topics order by position")

    def audiences(self) -> list[TermRow]:
        """Audiences of the vocabulary, in its order."""
        return self._made(_term, "select id, names, ptv, '' as parent from audiences order by position")

    def situations(self) -> list[SituationRow]:
        """Life situations of the vocabulary, in its order."""
        return self._made(_situation, "select id, names, descriptions, ptv, is_sensitive from situations order by position")

    def availability(self) -> list[AvailabilityRow]:
        """Places left of what is shown, by event."""
        return self._made(_availability, "select * from availability order by event_id, listing_id")

    def overlaps(self) -> list[OverlapRow]:
        """Dated instances that compete, by day, the worst first."""
        return self._made(_overlap, "select * from overlaps order by day, severity desc, id")

    def similar(self) -> list[SimilarRow]:
        """Events of nearly the same content within 60 days of each other."""
        return self._made(_similar, "select * from similar_events order by id")

    def evaluations(self) -> list[EvaluationRow]:
        """How well duplicates are found, by labelled set."""
        return self._made(_evaluation, "select * from evaluations order by id")

    def redirects(self) -> dict[str, str]:
        """Former event id -> the event that it is part of now."""
        return {row["id"]: row["event_id"] for row in self._rows("select id, event_id from redirects order by id")}

    def _made(self, make: Callable[[_Row], Made], question: str, *arguments: str) -> list[Made]:
        return [make(row) for row in self._rows(question, *arguments)]

    def _rows(self, question: str, *arguments: str) -> Iterator[Any]:
        """The rows by column name, as of one instant."""
        try:
            with closing(sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
                connection.row_factory = sqlite3.Row
                yield from connection.execute(question, arguments)
        except sqlite3.Error as error:
            raise KoosteError(f"{self.path} cannot be read: {error}") from error


def _moment(text: str | None) -> datetime | None:
    return moment_of(text) if text else None


def _list(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


def _source(row: _Row) -> SourceRow:
    return SourceRow(
        id=row["id"],
        title=row["title"],
        organizer_id=row["organizer_id"],
        organizer=json.loads(row["names"]),
        role=row["role"],
        format=row["format"],
        licence=row["licence"],
        language=row["language"],
        address=row["address"],
        state=row["state"],
        state_since=_moment(row["state_since"]),
        last_fetched=_moment(row["last_fetched"]),
        last_changed=_moment(row["last_changed"]),
        events=row["events"],
        problem=row["problem"],
        reason=row["reason"],
        issues=row["issues"],
        fetch_policy=row["fetch_policy"],
        permission_by=row["permission_by"] or "",
        permission_given=row["permission_given"] or "",
        permission_scope=row["permission_scope"] or "",
        closed_at=_moment(row["closed_at"]),
        schedule=row["schedule"],
    )


def place_row(row: _Row) -> PlaceRow:
    return PlaceRow(
        id=row["id"],
        slug=row["slug"],
        name=json.loads(row["names"]),
        address=row["address"],
        postal_code=row["postal_code"],
        district=row["district"],
        municipality=row["municipality"],
        latitude=row["latitude"],
        longitude=row["longitude"],
        capacity=row["capacity"],
        accessibility=_list(row["accessibility"]),
        online=bool(row["online"]),
        lacks=_list(row["lacks"]),
        assured_by=row["assured_by"] or "",
        assured_date=date.fromisoformat(row["assured_date"]) if row["assured_date"] else None,
    )


def organizer_row(row: _Row) -> OrganizerRow:
    return OrganizerRow(id=row["id"], slug=row["slug"], name=json.loads(row["names"]), role=row["role"], url=row["url"] or "")


def event_row(row: _Row) -> EventRow:
    timezone = row["timezone"]
    return EventRow(
        id=row["id"],
        slug=row["slug"],
        kind=row["kind"],
        name=json.loads(row["names"]),
        description=json.loads(row["descriptions"]),
        place_id=row["place_id"] or "",
        place_text=row["place_text"],
        latitude=row["latitude"],
        longitude=row["longitude"],
        organizer_id=row["organizer_id"],
        event_status=row["event_status"],
        is_series=bool(row["is_series"]),
        timezone=timezone,
        first_start=local_of(row["first_start"], timezone) if row["first_start"] else None,
        first_end=local_of(row["first_end"], timezone) if row["first_end"] else None,
        recurrence=recurrence_of(row["recurrence"], row["recurrence_timezone"]) if row["recurrence"] else None,
        recurrence_timezone=row["recurrence_timezone"],
        url=row["url"] or "",
        conference=_list(row["conference"]),
        categories=_list(row["categories"]),
        images=tuple(Image(**image) for image in json.loads(row["images"])),
        in_language=_list(row["in_language"]),
        sequence=row["sequence"],
        first_seen=moment_of(row["first_seen"]),
        last_changed=moment_of(row["last_changed"]),
        withdrawn_at=_moment(row["withdrawn_at"]),
        withdrawn_reason=row["withdrawn_reason"],
        source_ids=_list(row["source_ids"]),
        listing_ids=_list(row["listing_ids"]),
        details=details_of(row["details"], timezone),
        room=row["room"],
        municipality_code=row["municipality_code"],
        district=row["district"],
        postal_code=row["postal_code"],
        origins=json.loads(row["origins"]),
        conflicts=tuple(Conflict.model_validate(conflict) for conflict in json.loads(row["conflicts"])),
    )


def _overlap(row: _Row) -> OverlapRow:
    return OverlapRow(
        id=row["id"],
        kind=row["kind"],
        severity=row["severity"],
        occurrence_a=row["occurrence_a"],
        occurrence_b=row["occurrence_b"],
        event_a=row["event_a"],
        event_b=row["event_b"],
        day=date.fromisoformat(row["day"]),
        minutes=row["minutes"],
        kilometres=row["kilometres"],
        shared=_list(row["shared"]),
        is_end_assumed=bool(row["is_end_assumed"]),
        is_maybe_same=bool(row["is_maybe_same"]),
    )


def _similar(row: _Row) -> SimilarRow:
    return SimilarRow(
        id=row["id"],
        event_a=row["event_a"],
        event_b=row["event_b"],
        days=row["days"],
        kilometres=row["kilometres"],
        shared=_list(row["shared"]),
    )


def _evaluation(row: _Row) -> EvaluationRow:
    return EvaluationRow(name=row["id"], at=moment_of(row["at"]), **{key: row[key] for key in _FIGURES})


_FIGURES = ("pairs", "same", "found", "wrong", "unknown", "asked", "precision", "recall", "f1")


def _term(row: _Row) -> TermRow:
    return TermRow(id=row["id"], name=json.loads(row["names"]), ptv=_list(row["ptv"]), parent=row["parent"])


def _situation(row: _Row) -> SituationRow:
    return SituationRow(
        id=row["id"],
        name=json.loads(row["names"]),
        description=json.loads(row["descriptions"]),
        ptv=_list(row["ptv"]),
        is_sensitive=bool(row["is_sensitive"]),
    )


def _availability(row: _Row) -> AvailabilityRow:
    return AvailabilityRow(
        event_id=row["event_id"],
        listing_id=row["listing_id"],
        source_id=row["source_id"],
        remaining=row["remaining"],
        capacity=row["capacity"],
        queue=row["queue"],
        queue_remaining=row["queue_remaining"],
        state=row["state"],
        is_at_least=bool(row["is_at_least"]),
        at=moment_of(row["at"]),
    )


def occurrence_row(row: _Row) -> OccurrenceRow:
    timezone = row["timezone"]
    return OccurrenceRow(
        id=row["id"],
        event_id=row["event_id"],
        recurrence_id=row["recurrence_id"],
        start=moment_of(row["start_utc"]),
        end=_moment(row["end_utc"]),
        local_start=local_of(row["start_local"], timezone),
        local_end=local_of(row["end_local"], timezone) if row["end_local"] else None,
        all_day=bool(row["all_day"]),
        day=date.fromisoformat(row["day"]),
        last_day=date.fromisoformat(row["last_day"]),
        event_status=row["event_status"],
        place_id=row["place_id"] or "",
        place_text=row["place_text"],
        name=json.loads(row["names"]),
        room=row["room"],
    )


def _issue(row: _Row) -> IssueRow:
    return IssueRow(
        source_id=row["source_id"],
        uid=row["uid"],
        code=row["code"],
        severity=row["severity"],
        field=row["field"],
        value=row["value"],
        line=row["line"],
        message={language: row[f"message_{language}"] for language in ("fi", "sv", "en")},
    )


def _listing(row: _Row) -> ListingRow:
    return ListingRow(
        id=row["id"],
        source_id=row["source_id"],
        uid=row["uid"],
        recurrence_id=row["recurrence_id"],
        event_id=row["event_id"] or "",
        name=json.loads(row["names"]),
        start=_moment(row["start_utc"]),
        end=_moment(row["end_utc"]),
        event_status=row["event_status"],
        place_id=row["place_id"] or "",
        place_text=row["place_text"],
        organizer_id=row["organizer_id"],
        url=row["url"] or "",
        first_seen=moment_of(row["first_seen"]),
        last_seen=_moment(row["last_seen"]),
        last_changed=moment_of(row["last_changed"]),
        withdrawn_at=_moment(row["withdrawn_at"]),
        withdrawn_reason=row["withdrawn_reason"],
    )
