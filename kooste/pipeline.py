"""The way of the data, once: one short function per line of the picture.

    fetch        Source -> Response | NotModified | a named failure       harvesters.fetch
    | read       Response -> RawEvents + Issues                           harvesters.registry
    | normalize  RawEvent -> Listing + Issues                             normalize.mapping
    | plan       known + harvested -> Changes                             store.sync
    | apply      Changes -> Harvest, one transaction                      store.apply
    | relate     changed listings -> Events -> Occurrences -> Overlaps    kooste.relating, with what people corrected and decided
    | publish    changed events -> pages, feeds; one atomic switch        publish.build

Command line and scheduler both call it; the scheduler adds only *when*.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from harvesters.errors import HarvestError, KoosteError
from harvesters.gather import Gathered, Gathering
from harvesters.record import Issue, NotModified, ReadContext, Reading, Response
from harvesters.sandbox import Sandbox
from harvesters.source import Schedules, Source, bounds
from kooste import desk_acts, door_feeds, moves, timetable
from kooste.area_names import area_names
from kooste.areas import areas
from kooste.asking import Asked, asked
from kooste.correcting import Correcting, as_read, in_force
from kooste.crawling import gather
from kooste.echoes import without_echoes
from kooste.relating import Relating, relate_changed, similar_rules_of
from kooste.vocabulary import vocabulary_of
from normalize.mapping import Context, normalize
from normalize.overlaps_slot import rules_of
from normalize.places import PlaceRegistry
from normalize.recurrence import Window
from publish import places_left
from publish.build import BuildReport, Progress, build
from store.answers import keep_answers
from store.apply import apply
from store.availability import save_availability
from store.configuration import sync_configuration
from store.corrections import events_taken_off
from store.database import PUBLIC_NAME, Store
from store.departed import withdraw_departed
from store.harvests import HarvestSummary, adapt, due_facts, known, record_failure, record_not_modified
from store.known import Known
from store.reading import Snapshot
from store.relations import RelateCounts
from store.rights import mark_changed_rights
from store.snapshot import freeze
from store.sync import Harvested, plan

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """How answers are read: where, and with what meaning."""

    sandbox: Sandbox
    context: Context
    own_address: str = ""
    """Public address of this instance: what comes home is not taken in again."""
    own_prodid: str = ""

    def reading(self, source: Source, response: Response, before: Known) -> Reading:
        """What the answer holds; raises ``HarvestError``."""
        zone = source.timezone or self.context.region_timezone
        told = ReadContext(
            zone=zone, known=before.digests, identity=before.identity, options=source.options, language=source.language or ""
        )
        reading = without_echoes(self.sandbox.read(source.format, response, told), self.own_address, self.own_prodid)
        told_already = {issue.code for issue in reading.issues}
        codes = {part.reason if part.reason in _LEFT_OUT else "detail_missing": part.reason for part in response.missing}
        untold = [Issue(code=code, severity="warning", value=reason) for code, reason in codes.items() if code not in told_already]
        return replace(reading, issues=(*reading.issues, *untold), complete=reading.complete and _is_whole(response))


def _is_whole(response: Response) -> bool:
    """Whether every page of the list was seen; what else may be missing is the format's to judge."""
    return not any(part.role == "page" for part in response.missing)


_LEFT_OUT = frozenset({"pages_cut", "outside_host"})
"""Reasons, and issue codes, of pages that were not fetched on purpose; what else is missing was wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one whole run did."""

    harvests: tuple[HarvestSummary, ...]
    related: RelateCounts
    published: BuildReport


def harvest(store: Store, schedules: Schedules, sources: Sequence[Source], now: datetime) -> Iterator[HarvestSummary]:
    """One summary a source, in the order the answers arrive; each is stored before it is given back."""
    sync_configuration(store, in_force(store, schedules), vocabulary_of(schedules), now)
    understood = as_read(store, schedules)
    with Sandbox() as sandbox:
        for asked, gathered in answers(store, schedules, sources, now, sandbox):
            yield take(store, asked, gathered, reader_of(understood, sandbox, now), now)


def answers(
    store: Store, schedules: Schedules, sources: Sequence[Source], now: datetime, sandbox: Sandbox
) -> Iterator[tuple[Asked, Gathered]]:
    """What each source answered, all its pages together; one that must not be asked answers with the reason, without a request."""
    going: list[tuple[Asked, Gathering]] = []
    for source in sources:
        if own := door_feeds.gathered(store.directory, schedules, source, now):
            yield Asked(source=source), own
            continue
        try:
            going.append(asked(store, schedules, source, now, sandbox))
        except HarvestError as refusal:
            yield Asked(source=source), Gathered(source_id=source.id, answer=refusal)
    yield from gather(schedules, going, now)


def take(store: Store, asked: Asked, gathered: Gathered, reader: Reader, now: datetime) -> HarvestSummary:
    """What became of one answer. No failure of one source reaches another; one that nobody named is logged as the bug it is."""
    source = asked.source
    try:
        return _take(store, asked, gathered, reader, now)
    except HarvestError as error:
        return _failed(store, source, error, now)
    except KoosteError:
        raise  # the data directory, not the source: no other source would fare better
    except Exception as error:  # noqa: BLE001 - the border between one source and the others: told, logged, and the rest go on
        _log.exception("Source %s: a failure nobody foresaw", source.id)
        where = traceback.extract_tb(error.__traceback__)[-1]
        told = f"a defect in Kooste ({type(error).__name__} in {Path(where.filename).name}, line {where.lineno}); the log has the details"
        return record_failure(store, source, HarvestError(told, reason="bug", source=source.id), now)


def _take(store: Store, asked: Asked, gathered: Gathered, reader: Reader, now: datetime) -> HarvestSummary:
    """The three sorts of answers; what is kept of one is kept only once its data is."""
    source, answer = asked.source, gathered.answer
    if isinstance(answer, HarvestError):
        return _failed(store, source, answer, now)
    moves.note(store, source, answer.moved_to, now)
    if isinstance(answer, NotModified):
        summary = record_not_modified(store, source, answer, now)
    else:
        summary = read(store, asked, answer, reader, now)
    if summary.state == "ok":
        keep_answers(store, source.id, gathered.pages, now)
        _adapt(store, source, summary)
    return summary


def _adapt(store: Store, source: Source, summary: HarvestSummary) -> None:
    """The source's interval moves between its declared bounds."""
    between = bounds(source.schedule or "")
    if between and between[0] < between[1]:
        current = due_facts(store)[source.id].interval
        adapt(store, source.id, timetable.adapted(*between, current, changed=summary.outcome == "changed"))


def _failed(store: Store, source: Source, error: HarvestError, now: datetime) -> HarvestSummary:
    """A failure, which changes nothing, unless the address has not been there for weeks."""
    summary = record_failure(store, source, error, now)
    return replace(summary, withdrawn=withdraw_departed(store, source.id, summary.harvest_id, now))


def read(store: Store, asked: Asked, response: Response, reader: Reader, now: datetime) -> HarvestSummary:
    """A complete answer read, normalised, compared with what was known, and stored in one transaction."""
    source = asked.source
    before = known(store, source.id, now)
    reading = reader.reading(source, response, before)
    harvested = Harvested(
        reading=reading,
        normalized=tuple(normalize(raw, source, reader.context) for raw in reading.events),
        validators=response.validators,
        fetched_at=response.fetched_at,
        size=sum(len(part.body) for part in (response, *response.parts)),
        is_incremental=asked.is_incremental,
    )
    summary = apply(store, plan(before, harvested, source, now))
    save_availability(store, source.id, reading.availability, now)
    return summary


def relate(
    store: Store, schedules: Schedules, now: datetime, *, everything: bool = False, progress: Progress | None = None
) -> RelateCounts:
    """Events, occurrences and overlaps of what changed since the last time, or of everything."""
    correcting = Correcting.of(store, schedules, now)
    correcting.note(store, now)
    mark_changed_rights(store, now)
    places = {place.id: place for place in in_force(store, schedules).places}
    entry = schedules.region.overlaps
    relating = Relating(
        window=Window.around(now, schedules.defaults.horizon, schedules.region.timezone),
        places=places,
        correcting=correcting,
        rules=rules_of(entry),
        similar=similar_rules_of(entry),
        now=now,
    )
    return relate_changed(store, relating, everything=everything, progress=progress)


def publish(store: Store, schedules: Schedules, now: datetime, *, force: bool = False, progress: Progress | None = None) -> BuildReport:
    """The site and the explorer's file, made from one frozen copy and switched in one step."""
    schedules = in_force(store, schedules)
    vocabulary = vocabulary_of(schedules)
    sync_configuration(store, schedules, vocabulary, now)
    gone = events_taken_off(store)
    report = build(
        freeze(store, now),
        store.directory,
        schedules,
        now=now,
        force=force,
        explorer=schedules.region.explorer_address,
        progress=progress,
        taken_off=gone,
        vocabulary=vocabulary,
        area_names=area_names(schedules, areas()),
    )
    publish_places(store, now)
    desk_acts.shown(store.directory, now)
    return report


def preview(store: Store, schedules: Schedules, address: str, now: datetime, *, progress: Progress | None = None) -> BuildReport:
    """The site as it would be published now, at ``address`` and below ``DIR/preview``; the published one is not touched."""
    schedules = in_force(store, schedules)
    region = schedules.region.model_copy(update={"public_address": address})
    vocabulary = vocabulary_of(schedules)
    sync_configuration(store, schedules, vocabulary, now)
    folder = store.directory / "preview"
    folder.mkdir(exist_ok=True)
    return build(
        freeze(store, now),
        folder,
        schedules.model_copy(update={"region": region}),
        now=now,
        force=True,
        progress=progress,
        taken_off=events_taken_off(store),
        vocabulary=vocabulary,
        area_names=area_names(schedules, areas()),
        preview=True,
        custom=store.directory / "custom",
    )


def publish_places(store: Store, now: datetime) -> None:
    """Places left as one small dated file, renewed without a build."""
    places_left.write(store.directory, places_left.document(Snapshot(store.directory / PUBLIC_NAME).availability(), now))


def run(store: Store, schedules: Schedules, sources: Sequence[Source], now: datetime) -> Run:
    """Harvest, relate, publish."""
    harvests = tuple(harvest(store, schedules, sources, now))
    return Run(harvests=harvests, related=relate(store, schedules, now), published=publish(store, schedules, now))


def reader_of(schedules: Schedules, sandbox: Sandbox, now: datetime) -> Reader:
    """How answers are read today."""
    region = schedules.region
    prodid = f"-//Kooste//{region.id}//"
    return Reader(sandbox=sandbox, context=context_of(schedules, now), own_address=region.public_address, own_prodid=prodid)


def context_of(schedules: Schedules, now: datetime) -> Context:
    """What normalising must know of the region and the day."""
    zone = schedules.region.timezone
    return Context(
        window=Window.around(now, schedules.defaults.horizon, zone),
        places=PlaceRegistry(schedules.places),
        region_timezone=zone,
        max_occurrences=schedules.defaults.horizon.max_occurrences,
        today=now.astimezone(ZoneInfo(zone)).date(),
        vocabulary=vocabulary_of(schedules),
        areas=areas(),
    )
