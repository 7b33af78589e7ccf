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


@pytest.mark.parametrize(
    ("title", "name", "status"),
    [
        ("3D-tulostuspaja 12.12. klo 12–15 PERUTTU", "3D-tulostuspaja", "EventCancelled"),
        ("Myyjäiset la 12.12. klo 10 (peruttu)", "Myyjäiset", "EventCancelled"),
        ("Jumppa tiistaisin klo 18, 8.12. peruttu", "Jumppa", "EventScheduled"),
        ("Satutunti 3–6 v. ke 2.12. klo 9.30 (kesto n. 30 min)", "Satutunti 3–6 v", "EventScheduled"),
        ("Retki la 12.12. noin klo 9", "Retki", "EventScheduled"),
        ("Isä-lapsi-jumppa su 13.12. klo 10–11 (HUOM. EI 20.12.)", "Isä-lapsi-jumppa", "EventScheduled"),
        ("Satutunti ruotsiksi lö 5.12 kl. 11", "Satutunti ruotsiksi", "EventScheduled"),
        ("Konsertti to 10.12. klo 17.30 (siirretty 3.12:lta)", "Konsertti", "EventRescheduled"),
        ("Konsertti to 10.12. klo 17.30 (HUOM! siirretty 3.12:lta)", "Konsertti", "EventRescheduled"),
        ("Ryhmä N ke 2.12. klo 9", "Ryhmä N", "EventScheduled"),
    ],
)
def test_what_stands_beside_a_time_in_a_title_is_neither_lost_nor_left_over(title: str, name: str, status: str) -> None:
    listing = stored(name=titled(title), start=None, end=None, when=title)
    assert (listing.name["fi"], listing.event_status) == (name, status)


TERMS = ("16.12.", "23.12.", "30.12.", "6.1.")


@pytest.mark.parametrize(
    ("when", "rule", "left_out"),
    [
        ("ke 16.30–18.00, 2.9.–9.12.2026 ja 13.1.–5.5.2027", "FREQ=WEEKLY;BYDAY=WE;UNTIL=20270505T205959Z", TERMS),
        ("ke 2.9.–9.12. ja 13.1.–5.5. klo 16.30–18", "FREQ=WEEKLY;BYDAY=WE;UNTIL=20270505T205959Z", TERMS),
        (
            "keskiviikkoisin klo 16.30–18, 2.9.–9.12. ja 13.1.–5.5. (ei vko 8)",
            "FREQ=WEEKLY;BYDAY=WE;UNTIL=20270505T205959Z",
            (*TERMS, "24.2."),
        ),
        ("ti 12.1.–27.4.2027 klo 17–18", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270427T205959Z", ()),
    ],
)
def test_several_terms_are_one_series_with_gaps(when: str, rule: str, left_out: tuple[str, ...]) -> None:
    found = stored(start=None, end=None, when=when).recurrence
    assert found is not None
    assert found.rrule == (rule,)
    assert tuple(f"{moment.day}.{moment.month}." for moment in found.exdate) == left_out


@pytest.mark.parametrize(
    ("when", "starts"),
    [
        ("12.12 klo 9–13, 13.12 klo 9–13", ("12-12T09", "12-13T09")),
        ("kuukauden ensimmäinen ma klo 18 (7.12., 4.1., 1.2.)", ("12-07T18", "01-04T18", "02-01T18")),
        ("3.–4.12. ja 10.–11.12. klo 10–16", ("12-03T10", "12-04T10", "12-10T10", "12-11T10")),
    ],
)
def test_several_days_have_each_their_time(when: str, starts: tuple[str, ...]) -> None:
    listing = stored(start=None, end=None, when=when)
    assert listing.recurrence is not None
    assert tuple(f"{moment:%m-%dT%H}" for moment in (listing.begins, *listing.recurrence.rdate)) == starts
