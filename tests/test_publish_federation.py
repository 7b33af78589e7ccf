"""Federation from the writer's side: what we publish says what we know, and another instance reads it back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from harvesters.kooste_instance import KoosteOptions, follow, read
from harvesters.record import Origin as RawOrigin
from harvesters.record import RawEvent, RawOffer, RawRegistration, Reading
from harvesters.source import Horizon
from normalize.mapping import normalize
from normalize.model import Details, Offer, Origin, Recurrence, Registration
from publish.almanac import read_almanac
from publish.edition import Edition
from publish.editions import make_editions
from publish.evidence import event_facts
from publish.federation import federation_pages
from publish.folders import Folders
from publish.pages import Page
from store.rows import ListingRow
from tests.json_sources import CONTEXT, answer, reading
from tests.normalizing import CONTEXT as CONTEXT_THERE
from tests.normalizing import source
from tests.publish_rows import HELSINKI, NOW, SEEN, HandMade, at, event, joined, occurrence, schedules, single, small_region, weekly

HERE = "https://norppala.example"


def edition_of(rows: HandMade) -> Edition:
    config = schedules()
    almanac = read_almanac(rows, now=NOW, zone=ZoneInfo("Europe/Helsinki"), horizon=Horizon())
    return next(iter(make_editions(config, almanac, Folders.found(Path("none")), "").values()))


def pages(rows: HandMade) -> list[Page]:
    edition = edition_of(rows)
    return list(federation_pages(edition, event_facts(edition.almanac)))


def published(rows: HandMade) -> dict[str, Any]:
    (page,) = pages(rows)
    found: dict[str, Any] = json.loads(page.render())
    return found


def harvested(rows: HandMade, own_address: str = "https://naapuri.example") -> Reading:
    """What another instance gets of these rows."""
    context = replace(CONTEXT, language="", options=KoosteOptions(own_address=own_address))
    first, *parts = (answer(page.render(), f"{HERE}/{page.path}", "page" if number else "") for number, page in enumerate(pages(rows)))
    assert [ask.url for response in (first, *parts) for ask in follow(response, context)] == [part.url for part in parts]
    return reading(read, replace(first, parts=tuple(parts)), context)


def by_name(found: Reading) -> Mapping[str, RawEvent]:
    return {kept.name[0].value: kept for kept in found.events if kept.recurrence_id is None}


def test_a_small_region_is_read_back_as_it_is() -> None:
    rows = small_region()
    found = harvested(rows)
    events = {row.name[next(iter(row.name))]: row for row in rows.event_rows}
    kept = by_name(found)
    assert kept.keys() == events.keys()
    for name, row in events.items():
        got = kept[name]
        assert got.uid == f"{row.id}@norppala.example"
        assert (got.start, got.end) == (row.first_start, row.first_end)
        assert got.rrule == (row.recurrence.rrule if row.recurrence else ())
        assert got.exdate == (row.recurrence.exdate if row.recurrence else ())
        assert (got.status, got.kind) == (row.event_status.removeprefix("Event").upper(), row.kind)
        assert [text.value for text in got.description] == list(row.description.values())
        assert got.location[0].value == row.place_text
    assert found.complete
    assert not [issue for issue in found.issues if issue.severity != "info"]


def test_another_instance_makes_the_same_listings_of_them() -> None:
    rows = small_region()
    rules = {f"{row.id}@norppala.example": row for row in rows.event_rows}
    there = source(language=None, kind="event", default_place=None)
    for kept in harvested(rows).events:
        made = normalize(kept, there, CONTEXT_THERE)
        row = rules[kept.uid]
        assert made.listing is not None, made.issues
        assert (made.listing.name, made.listing.timezone) == (row.name, "Europe/Helsinki")
        assert made.listing.description == row.description
        if not made.listing.recurrence_id:
            assert (made.listing.start, made.listing.end) == (row.first_start, row.first_end)
            assert made.listing.recurrence == row.recurrence


def test_only_changed_dates_of_a_series_are_told_apart() -> None:
    moved = {kept.recurrence_id: kept for kept in harvested(small_region()).events if kept.recurrence_id}
    assert {str(key): (str(kept.start), kept.status) for key, kept in moved.items()} == {
        "2026-12-01 13:00:00+02:00": ("2026-12-02 14:00:00+02:00", "SCHEDULED"),
        "2026-12-08 13:00:00+02:00": ("2026-12-08 13:00:00+02:00", "CANCELLED"),
    }


def test_a_rule_that_counts_in_utc_is_told_in_utc() -> None:
    start = datetime(2026, 11, 24, 8, tzinfo=UTC)
    row = event(
        "utc", "Tunti", start.astimezone(HELSINKI), None,
        is_series=True, recurrence=Recurrence(rrule=("FREQ=WEEKLY",)), recurrence_timezone="UTC",
    )  # fmt: skip
    told = published(joined(HandMade(event_rows=[row], occurrence_rows=[occurrence(row)])))["events"][0]
    assert (told["timezone"], told["start"]) == ("UTC", "2026-11-24T08:00:00+00:00")


def test_a_series_without_a_rule_has_only_dates() -> None:
    row = event("orpo", "Kerho", at("2026-11-25", "10:00"), at("2026-11-25", "11:00"), is_series=True)
    dates = [occurrence(row, at(day, "10:00"), at(day, "11:00")) for day in ("2026-11-25", "2026-12-03")]
    rows = joined(HandMade(event_rows=[row], occurrence_rows=dates))
    told = published(rows)["events"][0]
    assert "start" not in told
    assert [kept.recurrence_id for kept in harvested(rows).events] == [at("2026-11-25", "10:00"), at("2026-12-03", "10:00")]


def test_nothing_that_is_unknown_is_said() -> None:
    bare = single("a", "Kahvit", at("2026-11-28", "10:00"), None, place_id="", place_text="", organizer_id="ei-ketään")
    (told,) = published(joined(bare))["events"]
    assert set(told) == {"id", "url", "origin", "kind", "name", "timezone", "start", "event_status", "last_changed"}


def test_the_places_facts_and_the_terms_are_told() -> None:
    closes = at("2026-11-27", "12:00")
    details = Details(
        offers=(Offer(price="5 €", is_free=False),),
        registration=Registration(url="https://s13.example/ilmo", closes=closes, required=False, capacity=0),
        minimum_age=0,
        audience=("yso:p2433",),
    )
    start = at("2026-11-28", "10:00")
    rows = joined(single("a", "Kahvit", start, None, categories=("kahvi",), url="https://s13.example/a", details=details))
    (kept,) = harvested(rows).events
    assert kept.address == "Torikatu 1, 57130 Savonlinna"
    assert kept.accessibility == ("step_free_entrance", "accessible_toilet")
    assert [text.value for text in kept.location] == ["Torikulma", "Kumppanuustalo Torikulma"]
    assert [text.value for text in kept.organizer] == ["Norppalan Eläkeväki ry"]
    assert kept.offers == (RawOffer(price="5 €", is_free=False),)
    assert kept.registration == RawRegistration(url="https://s13.example/ilmo", closes=closes, required=False, capacity=0)
    assert (kept.minimum_age, kept.audience) == (0, ("yso:p2433",))
    assert (kept.url, kept.categories) == ("https://s13.example/a", ("kahvi",))


def listing(rows: HandMade) -> ListingRow:
    row = rows.event_rows[0]
    return ListingRow(
        id="l", source_id="s13", uid="kahvit@s13.example", recurrence_id="", event_id=row.id, name=row.name, start=SEEN, end=None,
        event_status="EventScheduled", place_id="", place_text="", organizer_id="s13", url="https://s13.example/a",
        first_seen=SEEN, last_seen=SEEN, last_changed=SEEN, withdrawn_at=None, withdrawn_reason="",
    )  # fmt: skip


def test_an_event_of_our_own_names_its_source_and_the_publishers_uid() -> None:
    rows = joined(single("a", "Kahvit", at("2026-11-28", "10:00"), None))
    (kept,) = harvested(replace(rows, listing_rows=[listing(rows)])).events
    source, url = "https://s13.example/kalenteri.ics", "https://s13.example/a"
    assert kept.origin == RawOrigin(instance=HERE, source=source, uid="kahvit@s13.example", url=url, hops=1)


def test_an_origin_is_kept_at_every_hop_and_home_knows_its_own() -> None:
    origin = Origin(instance="https://naapuri.example", source="https://x.example/k.ics", uid="1@x.example", hops=1)
    rows = joined(single("a", "Kahvit", at("2026-11-28", "10:00"), None, details=Details(origin=origin)))
    assert published(rows)["events"][0]["hops"] == 1
    at_home = harvested(rows)
    assert [issue.code for issue in at_home.issues] == ["echo"]
    elsewhere = harvested(rows, "https://kolmas.example")
    assert [issue.code for issue in elsewhere.issues] == ["passed_on"]


def test_withdrawn_events_are_named() -> None:
    gone = single("a", "Poissa", at("2026-11-28", "10:00"), None, withdrawn_at=SEEN, withdrawn_reason="absent")
    there = single("c", "Kahvit", at("2026-11-28", "10:00"), None)
    found = harvested(joined(gone, there))
    assert found.deleted == (f"{gone.event_rows[0].id}@norppala.example",)
    assert [kept.name[0].value for kept in found.events] == ["Kahvit"]


def test_equal_rows_give_equal_bytes_whatever_the_day() -> None:
    rows = small_region()
    (page,) = pages(rows)
    edition = edition_of(rows)
    later = replace(edition, almanac=read_almanac(rows, now=NOW + timedelta(days=1), zone=ZoneInfo("Europe/Helsinki"), horizon=Horizon()))
    (again,) = federation_pages(later, event_facts(later.almanac))
    assert (page.inputs, page.render()) == (again.inputs, again.render())
    assert json.loads(page.render())["generated_at"] == SEEN.isoformat()


def test_what_a_document_shows_changes_its_inputs() -> None:
    rows = joined(single("a", "Kahvit", at("2026-11-28", "10:00"), None))
    row = rows.event_rows[0]
    others = [
        pages(rows.with_event(replace(row, categories=("uusi",)))),
        pages(replace(rows, listing_rows=[listing(rows)])),
        pages(rows.with_event(replace(row, details=Details(origin=Origin(instance="https://x.example", hops=1))))),
        pages(rows.with_event(replace(row, details=Details(minimum_age=7)))),
        pages(rows.with_event(replace(row, withdrawn_at=SEEN))),
        pages(replace(rows, source_rows=[replace(rows.source_rows[0], address="https://uusi.example/k.ics")])),
    ]
    inputs = [pages(rows)[0].inputs, *(other[0].inputs for other in others)]
    assert len(set(inputs)) == len(inputs)


def test_a_large_region_comes_in_several_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("publish.federation.MOST_EVENTS", 2)
    rows = joined(*(single(str(number), f"Kahvit {number}", at("2026-11-28", "10:00"), None) for number in range(5)))
    assert [page.path for page in pages(rows)] == ["federation.json", "federation-2.json", "federation-3.json"]
    found = harvested(rows)
    assert (len(found.events), found.complete) == (5, True)


def test_an_empty_region_is_a_document_too() -> None:
    found = harvested(joined())
    assert (found.read, found.complete, found.title) == (0, True, "norppala.example")


def test_whole_days_stay_days() -> None:
    rows = joined(single("n", "Näyttely", date(2026, 11, 20), date(2027, 3, 1)))
    (kept,) = harvested(rows).events
    assert (kept.start, kept.end) == (date(2026, 11, 20), date(2027, 3, 1))


def test_a_date_elsewhere_tells_its_own_place() -> None:
    series = weekly("j", "Jumppa", (at("2026-11-24", "10:00"), at("2026-11-24", "11:00")), 3)
    dates = [series.occurrence_rows[0], replace(series.occurrence_rows[1], place_id="", place_text="Piha"), series.occurrence_rows[2]]
    (moved,) = [kept for kept in harvested(joined(replace(series, occurrence_rows=dates))).events if kept.recurrence_id]
    assert moved.location[0].value == "Piha"
    assert moved.address == ""
