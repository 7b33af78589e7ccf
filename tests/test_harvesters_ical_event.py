"""One VEVENT: what is kept of it, what is repaired and told, what sets it aside (RFC 5545 sections 3.6.1 and 3.8)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from harvesters.issue_kinds import ISSUE_KINDS
from harvesters.record import RawEvent, Text
from tests.ical_feeds import NEIGHBOUR, START, calendar, codes, reading, vevent

HELSINKI = ZoneInfo("Europe/Helsinki")


def event(*lines: str) -> RawEvent:
    """The one event that these lines and a start make."""
    (found,) = reading(calendar(vevent("UID:a", START, "SUMMARY:x", *lines))).events
    return found


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("DTEND;TZID=Europe/Helsinki:20270401T200000", "end", datetime(2027, 4, 1, 20, tzinfo=HELSINKI)),
        ("DTEND:20270401T170000Z", "end", datetime(2027, 4, 1, 17, tzinfo=UTC)),
        ("DTEND:", "end", None),
        ("DURATION:PT1H30M", "duration", timedelta(hours=1.5)),
        ("DURATION:P1W", "duration", timedelta(weeks=1)),
        ("rrule:freq=weekly; byday=mo;", "rrule", ("FREQ=WEEKLY;BYDAY=MO",)),
        ("RRULE:FREQ=DAILY\r\nRRULE:FREQ=WEEKLY\r\nRRULE:FREQ=DAILY", "rrule", ("FREQ=DAILY", "FREQ=WEEKLY")),
        ("RDATE;VALUE=DATE:20270501,20270502", "rdate", (date(2027, 5, 1), date(2027, 5, 2))),
        ("EXDATE:20270501T150000Z\r\nEXDATE;VALUE=DATE:20270502", "exdate", (datetime(2027, 5, 1, 15, tzinfo=UTC), date(2027, 5, 2))),
        ("EXDATE:", "exdate", ()),
        ("RECURRENCE-ID;VALUE=DATE:20270401", "recurrence_id", date(2027, 4, 1)),
        ("RECURRENCE-ID;RANGE=THISANDFUTURE:20270401T150000Z", "this_and_future", True),
        ("RECURRENCE-ID:20270401T150000Z", "this_and_future", False),
        ("STATUS:cancelled", "status", "CANCELLED"),
        ("SEQUENCE:7", "sequence", 7),
        ("CLASS:public", "access", "PUBLIC"),
        ("CATEGORIES:a\\,b,c\r\nCATEGORIES:c,d", "categories", ("a,b", "c", "d")),
        ("GEO:61.8687;28.8861", "latitude", 61.8687),
        ("URL:HTTPS://norppala.example/a?b=1\\,2", "url", "https://norppala.example/a?b=1,2"),
        ("LOCATION;LANGUAGE=sv:Kyrkan\\, Kyrkgatan 1", "location", (Text(value="Kyrkan, Kyrkgatan 1", language="sv"),)),
        ("DESCRIPTION;LANGUAGE=!!:a\\nb", "description", (Text(value="a\nb"),)),
        ("X-ALT-DESC;FMTTYPE=text/html:<b>a</b>", "description", (Text(value="<b>a</b>", html=True),)),
        ("X-ALT-DESC:plain", "description", ()),
        ("CONFERENCE;VALUE=URI:https://video.example/1\r\nCONFERENCE:tel:+358401234567", "conference", ("https://video.example/1",)),
        ("X-COST:5 €\r\nX-COST:3 €", "extra", {"X-COST": "5 €\n3 €"}),
    ],
)
def test_a_field_in_the_publishers_own_words(line: str, field: str, value: object) -> None:
    found = reading(calendar(vevent("UID:a", START, "SUMMARY:x", line)))
    assert getattr(found.events[0], field) == value
    assert codes(found) == []


@pytest.mark.parametrize(
    ("lines", "code", "severity", "kept"),
    [
        (("DTEND;TZID=Europe/Helsinki:20270401T200000", "DURATION:PT5H"), "duration_ignored", "warning", {"duration": None}),
        (("GEO:999;-999",), "bad_geo", "warning", {"latitude": None, "longitude": None}),
        (("GEO:NaN;Infinity",), "bad_geo", "warning", {"latitude": None}),
        (("GEO:60,17;24,94",), "bad_geo", "warning", {"latitude": None}),
        (("SEQUENCE:minus one",), "bad_sequence", "warning", {"sequence": 0}),
        (("SEQUENCE:-1",), "bad_sequence", "warning", {"sequence": 0}),
        (("CATEGORIES:" + ",".join(map(str, range(5000))),), "categories_cut", "info", {"categories": tuple(map(str, range(20)))}),
        (("URL:javascript:alert(1)",), "bad_url", "warning", {"url": ""}),
        (("URL:JaVaScRiPt:alert(1)",), "bad_url", "warning", {"url": ""}),
        (("URL://evil.example/x",), "bad_url", "warning", {"url": ""}),
        (("URL:http:evil.example",), "bad_url", "warning", {"url": ""}),
        (("URL:https://evil.example\\@good.example/",), "bad_url", "warning", {"url": ""}),
        (("URL:http://anna.ahkera@norppala.example",), "bad_url", "warning", {"url": ""}),
        (("URL:mailto:anna@norppala.example",), "bad_url", "warning", {"url": ""}),
        (("URL:https://a:b@norppala.example/x?t=1",), "url_credentials_removed", "warning", {"url": "https://norppala.example/x?t=1"}),
        (("IMAGE;VALUE=BINARY;ENCODING=BASE64:QUJD",), "bad_url", "warning", {"images": ()}),
        (("RDATE:garbage,20270501T150000Z",), "bad_date_dropped", "warning", {"rdate": (datetime(2027, 5, 1, 15, tzinfo=UTC),)}),
        (("EXDATE:garbage",), "bad_date_dropped", "warning", {"exdate": ()}),
        (("RDATE;VALUE=PERIOD:20270501T150000Z/PT9H",), "period_shortened", "info", {"rdate": (datetime(2027, 5, 1, 15, tzinfo=UTC),)}),
        (("RRULE:",), "empty_rule", "info", {"rrule": ()}),
        (("this is no line",), "bad_line_dropped", "warning", {"extra": {}}),
        (("BEGIN:VALARM", "TRIGGER:-PT5M"), "structure_repaired", "warning", {}),
    ],
)
def test_what_is_odd_is_told_and_costs_only_itself(lines: tuple[str, ...], code: str, severity: str, kept: dict[str, object]) -> None:
    found = reading(calendar(vevent("UID:a", START, "SUMMARY:x", *lines), vevent(*NEIGHBOUR)))
    (issue,) = found.issues
    assert (issue.code, issue.severity, issue.uid, issue.digest) == (code, severity, "a", found.events[0].digest)
    assert {name: getattr(found.events[0], name) for name in kept} == kept
    assert "anna" not in issue.value


@pytest.mark.parametrize(
    ("lines", "code", "field"),
    [
        (("SUMMARY:x",), "no_start", "DTSTART"),
        (("DTSTART:",), "no_start", "DTSTART"),
        (("DTSTART:20270230T180000",), "bad_value", "DTSTART"),
        (("DTSTART:120270310T180000Z",), "bad_value", "DTSTART"),
        (("DTSTART:20270310T246000",), "bad_value", "DTSTART"),
        (("DTSTART:10.3.2027 klo 18",), "bad_value", "DTSTART"),
        (("DTSTART:\u0662\u0660\u0662\u0667\u0660\u0663\u0661\u0660",), "bad_value", "DTSTART"),
        (("DTSTART:20270310T180000", "DTSTART:20270311T180000"), "bad_value", "DTSTART"),
        (("DTSTART:20270310T180000", "UID:b"), "bad_value", "UID"),
        (("DTSTART:20270310T180000", "DTEND:20270310T200000Z"), "bad_value", "DTEND"),
        (("DTSTART:20270310T180000", "DTEND:later"), "bad_value", "DTEND"),
        (("DTSTART:20270310T180000", "DURATION:two hours"), "bad_value", "DURATION"),
        (("DTSTART:20270310T180000", "DURATION:P99999999999999D"), "bad_value", "DURATION"),
        (("DTSTART:20270310T180000", "DURATION:PT"), "bad_value", "DURATION"),
        (("DTSTART:20270310T180000", "RECURRENCE-ID:once"), "bad_value", "RECURRENCE-ID"),
        (("DTSTART:20270310T180000", "EXRULE:FREQ=DAILY"), "rrule_unsupported", "EXRULE"),
        (("DTSTART:20270310T180000", "RRULE:FREQ=DAILY;X=" + "y" * 5000), "rrule_invalid", "RRULE"),
        (("DTSTART:20270310T180000", "RDATE:" + ",".join(["20270101T010000Z"] * 50_000)), "too_many_dates", "RDATE"),
        (("DTSTART:20270310T180000", *("LOCATION:y",) * 2001), "too_many_lines", "LOCATION"),
        (("DTSTART:20270310T180000", "LOCATION:" + "y" * 1024 * 1024), "line_too_long", "LOCATION"),
        (("DTSTART:20270310T180000", 'LOCATION;ALTREP="http://x:y'), "bad_content_line", "LOCATION"),
    ],
)
def test_a_doubtful_event_is_set_aside_by_name_and_its_neighbour_is_kept(lines: tuple[str, ...], code: str, field: str) -> None:
    body = calendar(vevent("UID:a", *lines), vevent(*NEIGHBOUR))
    found = reading(body)
    error = next(issue for issue in found.issues if issue.severity == "error")
    assert (error.code, error.field, error.uid, len(error.value) <= 200) == (code, field, "a", True)
    assert found.remember == {error.digest: "set_aside"}
    assert found.refused == (("a", ""),) or code == "bad_value"
    assert [event.uid for event in found.events] == ["neighbour@norppala.example"]
    assert reading(body, found.remember).set_aside == 0


def test_the_key_of_a_refused_instance_is_its_wall_clock() -> None:
    lines = ("UID:a", "DTSTART:never", "RECURRENCE-ID;TZID=Europe/Helsinki:20270401T180000")
    assert reading(calendar(vevent(*lines))).refused == (("a", "20270401T180000"),)
    day = ("UID:a", "DTSTART:never", "RECURRENCE-ID;VALUE=DATE:20270401")
    assert reading(calendar(vevent(*day))).refused == (("a", "20270401"),)


def test_a_second_sixty_is_read_as_fifty_nine() -> None:
    assert reading(calendar(vevent("UID:a", "DTSTART:20270310T235960Z", "SUMMARY:x"))).events[0].start == datetime(
        2027, 3, 10, 23, 59, 59, tzinfo=UTC
    )


@pytest.mark.parametrize("value", ["00010101T000000Z", "99991231T235959Z", "16010101T000000"])
def test_far_years_are_read_as_they_stand(value: str) -> None:
    for line in (f"DTSTART:{value}", f"DTSTART;TZID=Europe/Helsinki:{value}"):
        assert reading(calendar(vevent("UID:a", line, "SUMMARY:x"))).events[0].start is not None


def test_the_cancellation_of_one_instance_needs_no_start() -> None:
    lines = ("UID:a", "RECURRENCE-ID;TZID=Europe/Helsinki:20270401T180000")
    found = reading(calendar(vevent(*lines, "STATUS:CANCELLED"))).events[0]
    assert found.start == found.recurrence_id == datetime(2027, 4, 1, 18, tzinfo=HELSINKI)
    assert codes(reading(calendar(vevent(*lines)))) == ["no_start"]


def test_a_calendar_that_cancels_cancels_all_of_its_events() -> None:
    found = reading(calendar(vevent("UID:a", START, "SUMMARY:x", "STATUS:CONFIRMED"), head=("METHOD:CANCEL",)))
    assert found.events[0].status == "CANCELLED"
    assert reading(calendar(vevent("UID:a", START, "SUMMARY:x", "STATUS:CONFIRMED"))).events[0].digest != found.events[0].digest


def test_texts_in_several_languages_are_all_kept() -> None:
    found = event("SUMMARY;LANGUAGE=sv:Öppet hus", "SUMMARY;LANGUAGE=sv:Öppet hus")
    assert found.name == (Text(value="x"), Text(value="Öppet hus", language="sv"))


@pytest.mark.parametrize(
    "line",
    [
        "X-MS-OLK-SENDER;CN=Boss:mailto:boss@example.org",
        "X-COORDINATOR-EMAIL:hidden",
        "X-CONTACT-NAME:Pekka",
        "X-FOO;CN=Pekka:x",
        "X-FOO;EMAIL=x:y",
        "X-FOO:kysy pekka@example.org",
        "X-FOO:soita 040 1234567",
        "X-FOO:+358 40 123 4567",
        "X-FOO:tel:0401234567",
        "X-PHONE:hidden",
        "COMMENT:Pekka tulee myös",
        "CONTACT:Pekka",
        "REQUEST-STATUS:2.0;Success;ATTENDEE:mailto:pekka@example.org",
    ],
)
def test_what_may_name_a_person_is_in_no_field_and_not_in_the_text(line: str) -> None:
    found = event(line, "X-SAFE:keep")
    assert found.extra == {"X-SAFE": "keep"}
    assert line not in found.text
    assert "pekka" not in repr(found).lower()


def test_unknown_fields_are_kept_within_bounds() -> None:
    found = event(*(f"X-P{n}:v" for n in range(10_000)), "X-LONG:" + "y" * 501)
    assert len(found.extra) == 50
    assert "X-LONG" not in found.extra
    assert found.text.count("\n") < 60


@pytest.mark.parametrize("word", ["PRIVATE", "CONFIDENTIAL", "private", "X-INTERNAL", " PRIVATE "])
def test_nothing_is_kept_of_what_is_not_public(word: str) -> None:
    for lines in ((f"CLASS:{word}",), ("CLASS:PUBLIC", f"CLASS:{word}"), ("CLA", f" SS:{word}"), ("GEO:bad", f"CLASS:{word}")):
        found = reading(calendar(vevent("UID:a", START, "SUMMARY:Palkkaneuvottelu", *lines), vevent(*NEIGHBOUR)))
        assert (found.not_public, len(found.events)) == (1, 1)
        assert "palkka" not in repr(found).lower()
        assert [(issue.code, issue.uid) for issue in found.issues] == [("not_public", "a")]


def test_every_code_of_the_reader_has_words() -> None:
    body = calendar(vevent("UID:a", "DTSTART:x"), vevent("SUMMARY:y", START, "GEO:x"), "BEGIN:VTODO\r\nEND:VTODO\r\n", "stray\r\n")
    assert set(codes(reading(body))) <= ISSUE_KINDS.keys()


def test_values_shown_in_issues_are_one_short_line() -> None:
    found = reading(calendar(vevent("UID:a", "DTSTART:\x1b[31m\u202eab" + "c" * 500)))
    value: Any = found.issues[0].value
    assert len(value) <= 200
    assert value.isprintable()


def test_a_uid_of_ten_thousand_letters_is_a_uid() -> None:
    uid = "u" * 10_000
    assert reading(calendar(vevent(f"UID:{uid}", START, "SUMMARY:x"))).events[0].uid == uid
    folded = "\r\n ".join([uid[at : at + 70] for at in range(0, len(uid), 70)])
    assert reading(calendar(vevent(f"UID:{folded}", START, "SUMMARY:x"))).events[0].uid == uid
