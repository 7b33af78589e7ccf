"""The story of the demo region over months, the whole way: publishers that change from day to day, real HTTP, one fixed clock.

The nine steps are those of the region's description, as far as harvesting goes. Left out, because other parts of Kooste tell them: the
form by which an association submits its address and the preview (step 2: here the address appears in ``schedules.yaml``), the editor's
view of two sources that contradict each other (step 3: here the two listings that do), e-mail digests (step 5), the page's own clock
that opens a registration without a build (step 7).
"""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from store.reading import EventRow, Snapshot
from tests.story_told import (
    BEFORE,
    CANCELLED,
    FIRST,
    FORGOTTEN,
    GONE,
    KEYED,
    MISSING,
    MOVED,
    NOT_CONFIGURED,
    NOT_YET,
    OPEN,
    REFUSED,
    STALE,
    SUBMITTED,
    Story,
    story_told,
)

HELSINKI = ZoneInfo("Europe/Helsinki")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return story_told(tmp_path_factory)


def times(snapshot: Snapshot, event: EventRow) -> list[str]:
    """The local starts of an event."""
    return [f"{one.start.astimezone(HELSINKI):%Y-%m-%dT%H:%M}" for one in snapshot.occurrences() if one.event_id == event.id]


def words(page: Path) -> str:
    """What a visitor reads."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.read_text("utf-8")).split())


def page_of(site: Path, event: EventRow) -> Path:
    return site / "fi" / "t" / event.slug / "index.html"


def sequence_of(site: Path, event: EventRow) -> int:
    """SEQUENCE of an event in its own calendar file."""
    found = re.search(r"(?m)^SEQUENCE:(\d+)", (site / "fi" / "t" / event.slug / "tapahtuma.ics").read_text("utf-8"))
    return int(found[1]) if found else 0


# --- 1. the first harvest --------------------------------------------------------------------------------------------------------------


def test_without_keys_and_permissions_sources_are_not_configured_and_all_others_are_harvested(story: Story) -> None:
    states = {row.id: row.state for row in story.known[FIRST].sources()}
    assert {source for source, state in states.items() if state == "not_configured"} == NOT_CONFIGURED
    assert {source: state for source, state in states.items() if state not in {"ok", "not_configured"}} == {
        "s24": "off",
        "s33": "disallowed",
    }
    assert len(states) == 35


def test_with_keys_and_permissions_they_are_harvested_too(story: Story) -> None:
    assert {source: told["state"] for source, told in story.harvests[KEYED].items()} == dict.fromkeys(NOT_CONFIGURED, "ok")
    assert story.event(KEYED, "s05", "Suomea alkeista").is_series


def test_what_a_publisher_forbids_is_never_asked_for(story: Story) -> None:
    assert not [target for target in story.asked if target.startswith(("/enonkoski.example", "/kide.example"))]
    assert "/robots.txt" in story.asked


# --- 2. and 3. an association's address; a forgotten Christmas break ------------------------------------------------------------------


def test_a_calendar_without_zone_and_ends_is_taken_and_told_so(story: Story) -> None:
    codes = {issue.code: issue.message["fi"] for issue in story.known[SUBMITTED].issues("s28")}
    assert {"floating_time", "no_end"} <= set(codes)
    assert all(codes.values())
    assert story.source(SUBMITTED, "s28").state == "ok"


def test_the_umbrella_calendar_forgets_the_break_and_the_organiser_does_not(story: Story) -> None:
    break_days = {"2026-12-22T10:00", "2026-12-29T10:00", "2027-01-05T10:00"}
    ghosts = {}
    for moment in (FIRST, FORGOTTEN):
        event = story.event(moment, "s12", "Tuolijumppa (Eläkeväki)")
        assert event == story.event(moment, "s13", "Tuolijumppa")
        assert not break_days & set(times(story.known[moment], event))
        ghosts[moment] = {f"{day}T10:00" for conflict in event.conflicts if conflict.field == "dates" for day in conflict.value.split(",")}
    assert not break_days & ghosts[FIRST]
    assert break_days <= ghosts[FORGOTTEN]


# --- 4. the parish turns programs away ------------------------------------------------------------------------------------------------


def test_a_site_that_turns_programs_away_loses_nothing(story: Story) -> None:
    before = {listing.id: listing for listing in story.listings(FORGOTTEN, "s08")}
    for moment in REFUSED:
        assert story.harvests[moment]["s08"]["state"] == "blocked"
        assert {listing.id for listing in story.listings(moment, "s08") if listing.withdrawn_at is None} == set(before)
    fetched = story.source(REFUSED[-1], "s08").last_fetched
    assert fetched is not None
    assert fetched.date().isoformat() == "2026-11-22"


def test_a_page_says_when_the_parish_was_heard_last(story: Story) -> None:
    carols = story.event(CANCELLED, "s08", "Kauneimmat joululaulut")
    assert "haettu 22.11.2026" in words(page_of(story.site(CANCELLED), carols))
    assert "ei ole voitu tarkistaa 22.11.2026 jälkeen" in words(page_of(story.site(STALE), carols))


# --- 5. and 6. cancelled, moved --------------------------------------------------------------------------------------------------------


def test_a_cancelled_fair_keeps_its_address_and_says_so_everywhere(story: Story) -> None:
    before, after = story.event(FORGOTTEN, "s19", "Kyläkirppis"), story.event(CANCELLED, "s19", "Kyläkirppis")
    assert (before.id, before.slug, before.event_status, after.event_status) == (after.id, after.slug, "EventScheduled", "EventCancelled")
    old, new = story.site(BEFORE), story.site(CANCELLED)
    assert "PERUTTU" not in words(page_of(old, before))
    assert "PERUTTU" in words(page_of(new, after))
    assert "STATUS:CANCELLED" in (new / "fi" / "t" / after.slug / "tapahtuma.ics").read_text("utf-8")


def test_a_moved_concert_keeps_its_address_and_has_the_new_time(story: Story) -> None:
    before, after = story.event(CANCELLED, "s02", "Lasten konsertti"), story.event(MOVED, "s02", "Lasten konsertti")
    assert (before.id, before.slug) == (after.id, after.slug)
    assert times(story.known[CANCELLED], before) == ["2026-11-29T14:00"]
    assert times(story.known[MOVED], after) == ["2026-12-06T14:00"]
    assert "6.12.2026 klo 14" in words(page_of(story.site(STALE), after))


@pytest.mark.parametrize(("source", "name", "site"), [("s19", "Kyläkirppis", CANCELLED), ("s02", "Lasten konsertti", STALE)])
def test_subscribers_are_told_of_a_change_by_a_higher_sequence(story: Story, source: str, name: str, site: str) -> None:
    event = story.event(MOVED, source, name)
    assert sequence_of(story.site(site), event) > sequence_of(story.site(BEFORE), event)


def test_a_moved_concert_says_when_it_was_to_be(story: Story) -> None:
    event = story.event(MOVED, "s02", "Lasten konsertti")
    assert "previousStartDate" in page_of(story.site(STALE), event).read_text("utf-8")


# --- 7. and 8. registration opens; the clock changes -----------------------------------------------------------------------------------


def places(story: Story, moment: str) -> tuple[str, int | None]:
    """State and places left of the pottery course."""
    event = story.event(moment, "s05", "Keramiikan jatkokurssi")
    (told,) = [row for row in story.known[moment].availability() if row.event_id == event.id]
    return told.state, told.remaining


def test_registration_opens_and_places_go(story: Story) -> None:
    assert places(story, NOT_YET) == ("not_yet_open", 10)
    assert places(story, OPEN) == ("open", 4)
    assert story.harvests[OPEN]["s05"]["changed"] == 0


def test_a_course_stays_at_five_when_the_clock_changes(story: Story) -> None:
    snapshot = story.known[OPEN]
    event = story.event(OPEN, "s05", "Suomea alkeista")
    starts = [one.start for one in snapshot.occurrences() if one.event_id == event.id and one.start.astimezone(HELSINKI).weekday() == 1]
    around = [start for start in starts if datetime(2027, 3, 22, tzinfo=HELSINKI) < start < datetime(2027, 4, 4, tzinfo=HELSINKI)]
    assert [f"{start:%d.%m. %H:%M}" for start in around] == ["23.03. 15:00", "30.03. 14:00"]
    assert {start.astimezone(HELSINKI).hour for start in starts} == {17}


# --- 9. a source that is no more -------------------------------------------------------------------------------------------------------


def test_a_source_that_is_not_found_for_two_weeks_takes_its_promises_along(story: Story) -> None:
    states = [story.harvests[moment]["s29"] for moment in MISSING]
    assert [told["http_status"] for told in states] == [404, 404, 404]
    assert [told["withdrawn"] > 0 for told in states] == [False, False, True]
    coming = [listing for listing in story.listings(GONE, "s29") if listing.withdrawn_at is not None]
    assert {listing.withdrawn_reason for listing in coming} == {"source_gone"}


def test_what_was_withdrawn_keeps_a_page_that_says_so(story: Story) -> None:
    event = story.event(GONE, "s29", "Ruokakurssi: hävikistä herkuksi")
    page = words(page_of(story.site(GONE), event))
    assert event.withdrawn_at is not None
    assert "Tapahtuma poistui lähteestä" in page
    assert "Se ei välttämättä ole peruttu" in page


def test_nothing_else_was_withdrawn_in_all_these_weeks(story: Story) -> None:
    """Absence is not cancellation: only what the story takes away is away."""
    gone = {listing.source_id for listing in story.known[GONE].listings() if listing.withdrawn_at is not None}
    assert gone == {"s29"}
