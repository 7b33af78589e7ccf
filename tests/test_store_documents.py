"""Whole calendars, letter by letter, through the real reader into a real store: what the hostile catalogue says of identity."""

from __future__ import annotations

from datetime import datetime, timedelta

from harvesters import ical
from harvesters.record import ReadContext, Response, Validators
from normalize.mapping import normalize
from store.apply import apply
from store.harvests import HarvestSummary, known
from store.sync import Harvested, plan
from tests.store_support import HOUR, NOW, Region


def calendar(number: int, *, fetch: int = 0, random_uids: bool = False, lines: str = "") -> bytes:
    """A calendar of that many events; ``lines`` stand in every second one."""
    events = []
    for n in range(number):
        day = (NOW + timedelta(days=n + 3)).strftime("%Y%m%d")
        uid = f"{fetch}-{n * 7919 % 1000}-random" if random_uids else f"event-{n}"
        events.append(
            f"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:202611{fetch % 28 + 1:02}T000000Z\r\nDTSTART;TZID=Europe/Helsinki:{day}T180000\r\n"
            f"SUMMARY:Tapahtuma {n}\r\nLOCATION:Kirjasto\r\n{lines if n % 2 else ''}END:VEVENT\r\n"
        )
    return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n" + "".join(events) + "END:VCALENDAR\r\n").encode()


def take(region: Region, body: bytes, now: datetime) -> HarvestSummary:
    """One answer, read, normalised, planned, applied."""
    source, before = region.source("choir"), known(region.store, "choir", now)
    response = Response(source_id="choir", url="https://choir.example/", status=200, headers={}, body=body, fetched_at=now)
    reading = ical.read(response, ReadContext(zone="Europe/Helsinki", known=before.digests, identity=before.identity))
    results = tuple(normalize(raw, source, region.context(now)) for raw in reading.events)
    answer = Harvested(reading=reading, normalized=results, validators=Validators(), fetched_at=now)
    return apply(region.store, plan(before, answer, source, now))


def addresses(region: Region) -> list[tuple[str, str, str]]:
    return region.rows("select id, event_id, slug from listing where withdrawn_at is null order by id")


def test_uids_random_at_every_fetch_keep_every_address(region: Region) -> None:
    take(region, calendar(50, random_uids=True), NOW)
    before = addresses(region)
    summaries = [take(region, calendar(50, fetch=fetch, random_uids=True), NOW + fetch * HOUR) for fetch in range(1, 21)]
    assert addresses(region) == before
    assert len(before) == 50
    assert [(one.new, one.withdrawn, one.changed) for one in summaries] == [(0, 0, 0)] * 20
    assert [one.renamed for one in summaries] == [50, 50, 50] + [0] * 17
    assert region.rows("select code from issues where severity = 'warning'") == [("uids_change",)]


def test_a_clock_in_every_record_changes_nothing(region: Region) -> None:
    take(region, calendar(20), NOW)
    summary = take(region, calendar(20, fetch=9), NOW + HOUR)
    assert (summary.outcome, summary.unchanged) == ("unchanged", 20)


def test_records_that_break_stay_and_those_that_turn_private_go(region: Region) -> None:
    take(region, calendar(20), NOW)
    for hours in (1, 2):
        summary = take(region, calendar(20, lines="DTSTART:20261140T250000\r\n"), NOW + hours * HOUR)
        assert (summary.withdrawn, summary.outcome) == (0, "unchanged")
    assert len(addresses(region)) == 20
    summary = take(region, calendar(20, lines="CLASS:PRIVATE\r\n"), NOW + 3 * HOUR)
    assert (summary.withdrawn, summary.not_public) == (10, 10)
    assert region.rows("select distinct name from listings where withdrawn_reason = 'not_public'") == [("",)]
    summary = take(region, calendar(20), NOW + 4 * HOUR)
    assert (summary.restored, len(addresses(region))) == (10, 20)
