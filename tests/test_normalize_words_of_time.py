"""Records whose time stands in words: what the phrase grammar finds becomes their time, or they are set aside by name."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from harvesters.record import RawEvent, Text
from tests.normalizing import of, source, stored

HELSINKI = ZoneInfo("Europe/Helsinki")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HELSINKI)


def titled(title: str) -> tuple[Text, ...]:
    return (Text(value=title),)


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("la 28.11. klo 10–14", at("2026-11-28T10:00"), at("2026-11-28T14:00")),
        ("Peli-ilta pe 27.11. klo 17", at("2026-11-27T17:00"), None),
        ("Joulukuu\n5. klo 18", at("2026-12-05T18:00"), None),
        ("4.–6.12.2026", date(2026, 12, 4), date(2026, 12, 7)),
    ],
)
def test_words_become_times(when: str, start: object, end: object) -> None:
    listing = stored(start=None, end=None, when=when)
    assert (listing.start, listing.end) == (start, end)


def test_a_weekly_group_in_words_is_a_series_with_its_breaks() -> None:
    listing = stored(start=None, end=None, when="Tiistaisin klo 10–11, ei 22.12.")
    assert listing.recurrence is not None
    assert listing.recurrence.rrule[0].startswith("FREQ=WEEKLY")
    assert listing.start == at("2026-11-24T10:00")
    assert listing.recurrence.exdate == (at("2026-12-22T10:00"),)


def test_the_time_leaves_the_title_where_it_stood_in_it() -> None:
    assert stored(name=titled("Peli-ilta pe 27.11. klo 17"), start=None, end=None, when="Peli-ilta pe 27.11. klo 17").name == {
        "fi": "Peli-ilta"
    }


@pytest.mark.parametrize(
    ("title", "name", "place"),
    [
        ("Sunnuntain satu: Nalle – su 29.11. klo 14 – Tuomiokirkko", "Sunnuntain satu: Nalle", "Tuomiokirkko"),
        ("Perjantain peli-ilta | pe 27.11. klo 17", "Perjantain peli-ilta", ""),
        ("Lördagsdans i lördagens sken — lördag 28.11 kl. 20–23 — fri entré", "Lördagsdans i lördagens sken – fri entré", ""),
        ("Sunday Funday: Chess (Davis) — Sun Nov 29, 2:00 PM — Fern Park", "Sunday Funday: Chess (Davis)", "Fern Park"),
        ("Book Club — Thu Dec 10, 6:00 PM — Pack Library", "Book Club", "Pack Library"),
        ("Joulukuun juhla – to 24.12. – Tuomiokirkko", "Joulukuun juhla", "Tuomiokirkko"),
        ("Sunday No Drop Ride — Sun Dec 6, 9:00 AM — Fern Park", "Sunday No Drop Ride", "Fern Park"),
    ],
)
def test_a_time_set_off_by_dashes_is_all_that_leaves_the_title(title: str, name: str, place: str) -> None:
    language = "en" if "M —" in title else "sv" if "kl." in title else "fi"
    listing = stored(source(language=language), name=titled(title), start=None, end=None, when=title)
    assert ([*listing.name.values()], listing.place_text) == ([name], place)


@pytest.mark.parametrize(
    "title",
    ["Fair December 9 in town — Fri Dec 11, 5:00 PM — Fern Park", "Wednesday Club — Fri Dec 11, 8:00 AM — Fern Park"],
)
def test_a_time_set_off_beside_another_day_stays_doubtful(title: str) -> None:
    assert of(source(language="en"), name=titled(title), start=None, end=None, when=title).outcome == "set_aside"


def test_two_times_set_off_are_the_two_ends_of_one() -> None:
    title = "Leiri – ti 1.12. klo 17 – ke 2.12. klo 18"
    listing = stored(name=titled(title), start=None, end=None, when=title)
    assert (listing.start, listing.end) == (at("2026-12-01T17:00"), at("2026-12-02T18:00"))


@pytest.mark.parametrize(
    ("when", "code"),
    [
        ("to 9.10.", "phrase_conflict"),
        ("Tervetuloa mukaan toimintaan", "no_time_phrase"),
    ],
)
def test_what_is_no_sure_time_is_set_aside_by_name(when: str, code: str) -> None:
    answer = of(start=None, end=None, when=when)
    assert answer.outcome == "set_aside"
    assert code in {issue.code for issue in answer.issues if issue.severity == "error"}


def test_last_years_words_are_not_this_years() -> None:
    answer = of(start=None, end=None, when="Retki 28.11. klo 10", extra={"published": "2025-11-20"})
    assert answer.outcome != "stored"


@pytest.mark.parametrize("published", ["2027-05-01", "eilen", ""])
def test_a_day_of_publication_that_makes_no_sense_is_none(published: str) -> None:
    assert stored(start=None, end=None, when="la 28.11. klo 10", extra={"published": published}).start == at("2026-11-28T10:00")


@pytest.mark.parametrize(
    ("title", "name", "start", "end"),
    [
        ("Klo 18 Joululeivonta", "Joululeivonta", at("2026-12-01T18:00"), None),
        ("Konsertti klo 18–19.30", "Konsertti", at("2026-12-01T18:00"), at("2026-12-01T19:30")),
        ("Julfest kl. 18", "Julfest", at("2026-12-01T18:00"), None),
        ("Avoimet ovet", "Avoimet ovet", date(2026, 12, 1), date(2026, 12, 2)),
        ("Matka 10 hengelle", "Matka 10 hengelle", date(2026, 12, 1), date(2026, 12, 2)),
        ("Retki 5.12. klo 9", "Retki 5.12. klo 9", date(2026, 12, 1), date(2026, 12, 2)),
    ],
)
def test_a_whole_day_that_names_its_hour_begins_then(title: str, name: str, start: object, end: object) -> None:
    listing = stored(name=titled(title), start=date(2026, 12, 1), end=None)
    assert ([*listing.name.values()], listing.start, listing.end) == ([name], start, end)


def test_a_series_of_whole_days_keeps_its_rule() -> None:
    listing = stored(name=titled("Klo 17 Neuleilta"), start=date(2026, 11, 23), end=None, rrule=("FREQ=WEEKLY;INTERVAL=2",))
    assert listing.start == at("2026-11-23T17:00")
    assert listing.recurrence is not None
    assert listing.recurrence.rrule == ("FREQ=WEEKLY;INTERVAL=2",)


def test_several_days_are_no_hour() -> None:
    assert stored(name=titled("Leiri, lähtö klo 9"), start=date(2026, 12, 1), end=date(2026, 12, 4)).start == date(2026, 12, 1)


@pytest.mark.parametrize("kind", ["service", "volunteering", "activity"])
def test_what_may_stand_without_a_date_does(kind: str) -> None:
    listing = stored(source(kind="event"), start=None, end=None, kind=kind)
    assert (listing.start, listing.kind) == (None, kind)


def test_an_event_without_a_date_is_set_aside() -> None:
    answer = of(start=None, end=None)
    assert [issue.code for issue in answer.issues] == ["no_start"]


def test_opening_hours_in_words_are_no_seven_events_a_week() -> None:
    raw = RawEvent(uid="n", digest="n", text="", name=titled("Näyttely"), when="avoinna ti–su 10–17", kind="service")
    listing = stored(start=raw.start, end=None, name=raw.name, when=raw.when, kind=raw.kind)
    assert listing.start is None
    assert {one.weekday for one in listing.details.opening_hours} == {2, 3, 4, 5, 6, 7}
