"""A small region whose sources say what a test lets them say: the records go the real way through normalize, plan and apply."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from harvesters.record import Issue, Moment, RawEvent, Reading, Text, Validators
from harvesters.source import Schedules, Source
from kooste.correcting import Correcting
from kooste.relating import Relating, relate_changed, similar_rules_of
from kooste.vocabulary import vocabulary
from normalize.mapping import Context, normalize
from normalize.overlaps_slot import rules_of
from normalize.places import PlaceRegistry
from normalize.recurrence import Window
from store.apply import apply
from store.configuration import sync_configuration
from store.database import Store
from store.harvests import HarvestSummary, known
from store.relations import RelateCounts
from store.sync import Changes, Harvested, plan

HELSINKI = ZoneInfo("Europe/Helsinki")
NOW = datetime(2026, 11, 1, 6, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def schedules(*, sources: Sequence[str] = ("choir", "library"), **entry: Any) -> Schedules:
    """A region with a library and a hall; ``entry`` goes into every source."""
    return Schedules.model_validate(
        {
            "region": {
                "id": "norppala",
                "name": "Norppala",
                "timezone": "Europe/Helsinki",
                "public_address": "https://kalenteri.example/",
                "contact": {"name": {"fi": "Norppalan kunta", "sv": "Norppala kommun"}, "email": "kalenteri@norppala.example"},
            },
            "places": [
                {
                    "id": "library",
                    "name": {"fi": "Kirjasto", "sv": "Biblioteket", "en": "Library"},
                    "accessibility": ["step_free_entrance"],
                },
                {"id": "hall", "name": "Saarisali", "aliases": ["Sali"]},
            ],
            "sources": [
                {
                    "id": source,
                    "title": f"Source {source}",
                    "organizer": {"name": {"fi": f"Järjestäjä {source}"}},
                    "format": "ical",
                    "url": f"https://{source}.example/feed.ics",
                }
                | entry
                for source in sources
            ],
        }
    )


def record(uid: str, name: str = "Kuoroharjoitus", start: Moment | None = None, **fields: Any) -> RawEvent:
    """A record as a reader would give it; its digest changes with everything in it."""
    start = datetime(2026, 11, 20, 18, 0, tzinfo=HELSINKI) if start is None else start
    whole: dict[str, Any] = {
        "name": name,
        "start": start,
        "end": start + HOUR if isinstance(start, datetime) else None,
        "location": "Kirjasto",
    } | fields
    text = f"UID:{uid} {sorted(whole.items(), key=str)}"
    location = whole.pop("location")
    whole["name"] = (Text(value=name, language="fi"),)
    whole["location"] = (Text(value=location, language="fi"),) if location else ()
    return RawEvent(uid=uid, digest=hashlib.sha256(text.encode()).hexdigest()[:16], text=text, line=1, **whole)


def weekly(uid: str, **fields: Any) -> RawEvent:
    """A series without an end."""
    return record(uid, rrule=("FREQ=WEEKLY",), **fields)


def many(number: int, *, prefix: str = "u", first: int = 5) -> list[RawEvent]:
    """Single events, one a day from ``first`` days after ``NOW``."""
    start = (NOW + first * DAY).astimezone(HELSINKI)
    return [record(f"{prefix}{n}", f"Tapahtuma {n}", start + n * DAY) for n in range(number)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A record that no reader could read."""

    uid: str
    recurrence_key: str = ""
    digest: str = "broken"
    outcome: str = "set_aside"


def reading(records: Iterable[RawEvent | Broken], digests: dict[str, str], *, complete: bool = True) -> Reading:
    """What a reader makes of a document that holds these records, in this order."""
    events: list[RawEvent] = []
    issues: list[Issue] = []
    unchanged, refused, remember = [], [], {}
    number = 0
    for number, one in enumerate(records, start=1):
        if one.digest in digests or one.digest in remember or any(one.digest == other.digest for other in events):
            unchanged.append(one.digest)
        elif isinstance(one, RawEvent):
            events.append(one)
        else:
            remember[one.digest] = one.outcome
            if one.outcome == "set_aside":
                issues.append(Issue(code="no_start", severity="error", uid=one.uid, line=number, digest=one.digest))
                refused.append((one.uid, one.recurrence_key))
            else:
                issues.append(Issue(code="not_public", severity="info", uid=one.uid, line=number, digest=one.digest))
    outcomes = list(remember.values())
    return Reading(
        events=tuple(events),
        unchanged=tuple(unchanged),
        issues=tuple(issues),
        read=number,
        set_aside=outcomes.count("set_aside"),
        not_public=outcomes.count("not_public"),
        remember=remember,
        refused=tuple(refused),
        complete=complete,
    )


@dataclass(slots=True)
class Region:
    """A store and what its sources are configured to be."""

    store: Store
    schedules: Schedules = field(default_factory=schedules)

    def configure(self, now: datetime = NOW, **changed: Any) -> None:
        """Reads the configuration, changed or not."""
        if changed:
            self.schedules = schedules(**changed)
        sync_configuration(self.store, self.schedules, vocabulary(), now)

    def source(self, source_id: str) -> Source:
        """A source with every default filled in."""
        return next(self.schedules.resolved(source) for source in self.schedules.sources if source.id == source_id)

    def context(self, now: datetime) -> Context:
        """What normalising must know of the day."""
        return Context(
            window=Window.around(now, self.schedules.defaults.horizon, "Europe/Helsinki"),
            places=PlaceRegistry(self.schedules.places),
            region_timezone="Europe/Helsinki",
            max_occurrences=1000,
            today=now.date(),
        )

    def plan(self, records: Iterable[RawEvent | Broken], now: datetime = NOW, source: str = "choir", **options: Any) -> Changes:
        """What an answer with these records would change."""
        etag = options.pop("etag", "")
        before = known(self.store, source, now)
        read = reading(records, dict(before.digests), **options)
        if before.identity == "content":
            read = replace(read, events=tuple(with_derived_uid(raw) for raw in read.events))
        entry, context = self.source(source), self.context(now)
        results = tuple(normalize(raw, entry, context) for raw in read.events)
        answer = Harvested(reading=read, normalized=results, validators=Validators(etag=etag, body_digest=etag), fetched_at=now)
        return plan(before, answer, self.source(source), now)

    def harvest(self, records: Iterable[RawEvent | Broken], now: datetime = NOW, source: str = "choir", **options: Any) -> HarvestSummary:
        """An answer with these records, planned and applied."""
        return apply(self.store, self.plan(records, now, source, **options))

    def relate(self, now: datetime = NOW, *, everything: bool = False) -> RelateCounts:
        """Events and occurrences of what changed."""
        places = {place.id: place for place in self.schedules.places}
        correcting = Correcting.of(self.store, self.schedules, now)
        entry = self.schedules.region.overlaps
        relating = Relating(
            window=self.context(now).window,
            places=places,
            correcting=correcting,
            rules=rules_of(entry),
            similar=similar_rules_of(entry),
            now=now,
        )
        return relate_changed(self.store, relating, everything=everything)

    def rows(self, question: str, *arguments: Any) -> list[tuple[Any, ...]]:
        """The rows of a question to the public database."""
        return list(self.store.public.execute(question, arguments))

    def one(self, question: str, *arguments: Any) -> Any:
        """The one value of the one row."""
        ((value,),) = self.rows(question, *arguments)
        return value


def with_derived_uid(raw: RawEvent) -> RawEvent:
    """The record as a reader gives it once it knows that the source's uids mean nothing."""
    parts = (raw.name, raw.start, raw.end, raw.rrule, raw.recurrence_id)
    return replace(raw, derived_uid=hashlib.sha256(repr(parts).encode()).hexdigest()[:20])


def active(region: Region, source: str = "choir") -> set[str]:
    """Ids of the source's listings that are shown."""
    return {row[0] for row in region.rows("select id from listing where source_id = ? and withdrawn_at is null", source)}
