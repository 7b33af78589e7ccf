"""Sources that are no address on the web but events entered at the door: their answer is made here, without a network."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path

from harvesters.errors import NotConfigured
from harvesters.gather import Gathered
from harvesters.record import Response, Validators
from harvesters.source import Schedules, Source
from kooste.approved import ApprovedSource, submission_of_feed
from kooste.door_calendar import Making, calendar
from kooste.vocabulary import vocabulary_of
from store.desk import DESK_NAME, open_desk
from store.desk_own_events import own_events
from store.desk_submissions import submission

_TYPE = "text/calendar; charset=utf-8"


def gathered(directory: Path, schedules: Schedules, source: Source, now: datetime) -> Gathered | None:
    """What a source of entered events answers now; ``None`` for every source that is asked over the network."""
    identifier = submission_of_feed(schedules, source) if isinstance(source, ApprovedSource) else ""
    if not identifier:
        return None
    if not (directory / DESK_NAME).exists():
        refusal = NotConfigured(
            "the file of entered events (desk.db) is not in the data directory", reason="not_configured", source=source.id
        )
        return Gathered(source_id=source.id, answer=refusal)
    with open_desk(directory).read() as connection:
        found, events = submission(connection, identifier), own_events(connection, identifier)
    title = found.publishing.organizer if found else source.title
    body = calendar(title, events, making_of(schedules, found.language if found else source.language or ""))
    answer = Response(
        source_id=source.id,
        url=source.url,
        status=200,
        headers={"content-type": _TYPE},
        body=body,
        fetched_at=now,
        validators=Validators(body_digest=hashlib.sha256(body).hexdigest()),
    )
    return Gathered(source_id=source.id, answer=answer)


def making_of(schedules: Schedules, language: str) -> Making:
    """What calendars of entered events are made with."""
    told = language if language in {"fi", "sv", "en"} else schedules.region.languages[0]
    names = {entry.id: entry.name[told] for entry in vocabulary_of(schedules).audiences if told in entry.name}
    return Making(zone=schedules.region.timezone, language=told, audiences=names)
